//! Calls and pipes.

use ecow::EcoString;
use fluxlet_runtime::types::ParameterMode;
use fluxlet_syntax::Span;
use fluxlet_syntax::ast::{Call, Expr, ExprKind, Pipe, Property};

use super::{Infer, Typed};
use crate::ir;
use crate::table::{Node, Parameter};
use crate::unify::Mismatch;

impl Infer<'_> {
    pub(super) fn pipe(&mut self, pipe: &Pipe, span: Span) -> Typed {
        match &pipe.call.kind {
            ExprKind::Call(call) => self.call(call, Some(&pipe.argument), pipe.call.span),
            _ => self.broken(span),
        }
    }

    /// Infers a call at `span`, which leaves the piped value out.
    pub(super) fn call(&mut self, call: &Call, piped: Option<&Expr>, span: Span) -> Typed {
        let (callee, callee_type) = self.expr(&call.callee);
        let mut arguments = Vec::with_capacity(call.arguments.len());
        let mut parameters = Vec::with_capacity(call.arguments.len() + 1);
        for argument in &call.arguments {
            let (value, ty) = self.property(argument);
            let name = argument.key.name().clone();
            // A name that is given twice fails when the call is made; its last type counts until then.
            match parameters.iter_mut().find(|known: &&mut Parameter| known.name == name) {
                Some(known) => known.ty = ty,
                None => parameters.push(Parameter { name: name.clone(), mode: ParameterMode::Required, ty }),
            }
            arguments.push((name, value));
        }
        let piped = piped.map(|piped| {
            let (value, ty) = self.expr(piped);
            parameters.push(Parameter { name: "<-".into(), mode: ParameterMode::Pipe, ty });
            value
        });
        let result = self.table.variable();
        let found = self.table.function(parameters, result);
        let mismatches = self.table.unify(callee_type, found);
        for mismatch in &mismatches {
            let place = place(mismatch, &call.arguments).unwrap_or(span);
            self.tell(std::slice::from_ref(mismatch), place);
        }
        if !mismatches.is_empty() && !matches!(self.table.node(callee_type), Node::Function(_)) {
            // The result of what is no function fits everything.
            let error = self.table.error();
            self.table.unify(error, result);
        }
        let call = ir::Call { callee, arguments, piped, name: name(&call.callee) };
        (ir::Expr { span, kind: ir::ExprKind::Call(Box::new(call)) }, result)
    }
}

/// Returns the argument that a mismatch concerns.
fn place(mismatch: &Mismatch, arguments: &[Property]) -> Option<Span> {
    let (Mismatch::Argument(name, _) | Mismatch::ExtraArgument { name, .. }) = mismatch else { return None };
    let argument = arguments.iter().find(|argument| argument.key.name() == name)?;
    Some(argument.value.as_ref().map_or(argument.key.span(), |value| value.span))
}

fn name(callee: &Expr) -> EcoString {
    match &callee.kind {
        ExprKind::Ident(name) => name.clone(),
        ExprKind::Member(member) => member.property.name().clone(),
        ExprKind::Paren(inner) => name(inner),
        _ => "<anonymous function>".into(),
    }
}
