//! Function literals.

use fluxlet_runtime::types::{self, ParameterMode, Scheme, Type};
use fluxlet_syntax::Span;
use fluxlet_syntax::ast::{Expr, ExprKind, Function, FunctionBody, StatementKind};

use super::undefined::assigned;
use super::{Infer, Typed};
use crate::facts::DefinitionKind;
use crate::ir;
use crate::origin::{Cause, Why};
use crate::scope::Binding;
use crate::shape::{clip, shape};
use crate::table::{Node, Parameter, TypeId};

impl Infer<'_> {
    pub(super) fn function(&mut self, function: &Function, span: Span) -> Typed {
        self.table.enter();
        self.scopes.enter();
        if let Some(facts) = &mut self.facts {
            facts.enter(span);
        }
        let mut parameters = Vec::with_capacity(function.parameters.len());
        let mut typed = Vec::with_capacity(function.parameters.len());
        for parameter in &function.parameters {
            let name = &parameter.name.name;
            // Flux lets a name be declared twice; the first one counts.
            if parameter.default.is_none() && parameters.iter().any(|known: &Parameter| known.name == *name) {
                continue;
            }
            let mode = match &parameter.default {
                None => ParameterMode::Required,
                Some(Expr { kind: ExprKind::PipeReceive, span }) => {
                    if parameters.iter().any(|known: &Parameter| known.mode == ParameterMode::Pipe) {
                        let message = "a function has at most one pipe parameter".to_owned();
                        self.problem("second-pipe-parameter", *span, message);
                    }
                    ParameterMode::Pipe
                }
                Some(_) => ParameterMode::Optional,
            };
            let local = self.local();
            let ty = self.table.variable();
            self.scopes.bind(name.clone(), Binding::Parameter(local, ty));
            if let Some(facts) = &mut self.facts {
                facts.local(local, &parameter.name, span.start, DefinitionKind::Parameter, ty);
            }
            typed.push(ir::Parameter { local, name: name.clone(), mode, default: None });
            parameters.push(Parameter { name: name.clone(), mode, ty });
        }
        let (body, result, result_type) = match &function.body {
            FunctionBody::Expr(expr) => {
                let (result, ty) = self.expr(expr);
                (Vec::new(), result, ty)
            }
            FunctionBody::Block(block) => {
                let mut body = Vec::new();
                let mut result = None;
                self.later.push(assigned(&block.statements));
                for statement in &block.statements {
                    match &statement.kind {
                        StatementKind::Expression(value) => {
                            body.push(ir::LocalStatement { local: None, value: self.definition(value).0 });
                        }
                        StatementKind::Assignment(assignment) => {
                            self.defining.push(assignment.name.name.clone());
                            let (value, ty) = self.definition(&assignment.value);
                            self.defining.pop();
                            let name = &assignment.name;
                            let ty = self.table.assigned(ty, name.span, &name.name);
                            let local = self.local();
                            self.scopes.bind(assignment.name.name.clone(), Binding::Local(local, ty));
                            if let Some(facts) = &mut self.facts {
                                facts.local(local, name, assignment.value.span.end, DefinitionKind::Variable, ty);
                            }
                            body.push(ir::LocalStatement { local: Some(local), value });
                        }
                        StatementKind::Return(value) => result = Some(self.expr(value)),
                        // The parser refuses these in a function.
                        StatementKind::Option(_)
                        | StatementKind::Builtin(_)
                        | StatementKind::Testcase(_)
                        | StatementKind::Bad => {}
                    }
                }
                self.later.pop();
                let (result, ty) = result.unwrap_or_else(|| self.broken(block.span));
                (body, result, ty)
            }
        };
        self.scopes.leave();
        if let Some(facts) = &mut self.facts {
            facts.leave();
        }
        let ty = self.table.function(parameters, result_type);
        self.defaults(function, ty, &mut typed, span);
        self.table.leave();
        let function = ir::Function { parameters: typed, body, result, scheme: unsettled(ty) };
        (ir::Expr { span, kind: ir::ExprKind::Function(Box::new(function)) }, ty)
    }

    /// Infers the defaults in the scope around the function. They do not fix the types of their parameters: all of them
    /// together only have to fit one use of the function.
    fn defaults(&mut self, function: &Function, ty: TypeId, typed: &mut [ir::Parameter], span: Span) {
        let mut found = Vec::new();
        for (parameter, typed) in function.parameters.iter().zip(typed) {
            let Some(default) = parameter.default.as_ref().filter(|_| typed.mode == ParameterMode::Optional) else {
                continue;
            };
            let (value, ty) = self.expr(default);
            typed.default = Some(value);
            found.push((parameter, default.span, ty));
        }
        if found.is_empty() {
            return;
        }
        let used = self.table.instantiate_inner(ty);
        let Node::Function(used) = self.table.node(used) else { return };
        for (parameter, place, found) in found {
            let Some(expected) = used.parameters.iter().find(|known| known.name == parameter.name.name) else {
                continue;
            };
            let before = self.inference.len();
            self.unify(expected.ty, found, span, Cause { span: place, why: Why::Default });
            for problem in &mut self.inference[before..] {
                problem.message = format!("{} in argument `{}`", problem.message, clip(&parameter.name.name));
            }
            let text = format!("the default is `{}`", shape(&mut self.table, found));
            self.label(before, place, &text);
            self.note(before, "the default of a parameter must fit what the function does with it");
        }
    }

    /// Fills in the types of the function literals in `expr`, which nothing can change any more.
    pub(super) fn settle(&mut self, expr: &mut ir::Expr) {
        expr.for_each_function(&mut |function| {
            if let Type::Variable(place) = function.scheme.ty {
                function.scheme = self.table.export(TypeId(place.0));
            }
        });
    }
}

/// Keeps the place of a type in the table where its scheme will stand.
fn unsettled(ty: TypeId) -> Scheme {
    Scheme::of(Type::Variable(types::Variable(ty.0)))
}
