//! Expressions: literals, names, collections, strings, conditionals.

use std::sync::Arc;

use ecow::EcoString;
use fluxlet_runtime::types::{Basic, Kind};
use fluxlet_runtime::{Duration, Regexp, Time, Value};
use fluxlet_syntax::ast::{Conditional, Expr, ExprKind, StringPart};
use fluxlet_syntax::{Diagnostic, Span, Stage};

use super::{Infer, Typed};
use crate::ir;
use crate::message::similar;
use crate::scope::Binding;
use crate::table::{Node, TypeId};

impl Infer<'_> {
    pub(super) fn expr(&mut self, expr: &Expr) -> Typed {
        let span = expr.span;
        let constant = |this: &Self, value: Value, basic: Basic| {
            (ir::Expr { span, kind: ir::ExprKind::Constant(value) }, this.table.basic(basic))
        };
        match &expr.kind {
            ExprKind::Ident(name) => self.name(name, span),
            ExprKind::Int(value) => constant(self, Value::Int(*value), Basic::Int),
            ExprKind::Float(value) => constant(self, Value::Float(*value), Basic::Float),
            ExprKind::String(value) => constant(self, Value::String(value.clone()), Basic::String),
            ExprKind::Time(value) => constant(self, Value::Time(Time(*value)), Basic::Time),
            ExprKind::Duration(parts) => {
                let duration = Duration::from_parts(parts).unwrap_or_else(|| {
                    self.problem("invalid-literal", span, "the duration is too long".to_owned());
                    Duration::ZERO
                });
                constant(self, Value::Duration(duration), Basic::Duration)
            }
            ExprKind::Regexp(pattern) => match Regexp::new(pattern) {
                Ok(regexp) => constant(self, Value::Regexp(Arc::new(regexp)), Basic::Regexp),
                Err(error) => {
                    self.problem("invalid-literal", span, error.message().to_owned());
                    constant(self, Value::NULL, Basic::Regexp)
                }
            },
            ExprKind::Label(_) => {
                let message = "label literals are not supported".to_owned();
                let problem = Diagnostic::new(Stage::Check, "label-literal", span, message);
                self.conversion.push(problem.help("write the name as a string"));
                self.broken(span)
            }
            ExprKind::PipeReceive => {
                let message = "`<-` may only stand as the default of a parameter".to_owned();
                self.problem("misplaced-pipe-receive", span, message);
                self.broken(span)
            }
            ExprKind::Bad => self.broken(span),
            ExprKind::Paren(inner) => self.expr(inner),
            ExprKind::Interpolated(parts) => self.interpolated(parts, span),
            ExprKind::Array(elements) => self.array(elements, span),
            ExprKind::Dict(entries) => self.dict(entries, span),
            ExprKind::Record(record) => self.record(record, span),
            ExprKind::Function(function) => self.function(function, span),
            ExprKind::Call(call) => self.call(call, None, span),
            ExprKind::Pipe(pipe) => self.pipe(pipe, span),
            ExprKind::Member(member) => self.member(member, span),
            ExprKind::Index(pair) => self.index(&pair.0, &pair.1, span),
            ExprKind::Unary(op, operand) => self.unary(*op, operand, span),
            ExprKind::Binary(op, pair) => self.binary(*op, &pair.0, &pair.1, span),
            ExprKind::Logical(op, pair) => self.logical(*op, &pair.0, &pair.1, span),
            ExprKind::Conditional(conditional) => self.conditional(conditional, span),
        }
    }

    /// Returns an expression that fits everything; something was told about it already.
    pub(super) fn broken(&self, span: Span) -> Typed {
        (ir::Expr { span, kind: ir::ExprKind::Constant(Value::NULL) }, self.table.error())
    }

    pub(super) fn name(&mut self, name: &EcoString, span: Span) -> Typed {
        let (kind, ty) = match self.scopes.get(name).cloned() {
            Some(Binding::Parameter(local, ty)) => (ir::ExprKind::Local(local), ty),
            Some(Binding::Local(local, ty)) => (ir::ExprKind::Local(local), self.table.instantiate(ty)),
            Some(Binding::Global(slot, ty)) => (ir::ExprKind::Global(slot), self.table.instantiate(ty)),
            Some(Binding::PreludeOption { package, slot, ty }) => {
                (ir::ExprKind::Imported { package, slot }, self.table.instantiate(ty))
            }
            Some(Binding::Package(exports)) => {
                let fields = exports
                    .members
                    .iter()
                    .map(|(name, export)| (name.clone(), self.table.import(&export.scheme)))
                    .collect();
                (ir::ExprKind::Package(exports.id), self.table.record(fields, None))
            }
            Some(Binding::Variable(scheme)) => (ir::ExprKind::Variable(name.clone()), self.table.import(&scheme)),
            Some(Binding::Broken) => return self.broken(span),
            None => match self.prelude(name) {
                Some((kind, ty)) => (kind, ty),
                None => {
                    self.undefined(name, span);
                    return self.broken(span);
                }
            },
        };
        (ir::Expr { span, kind }, ty)
    }

    fn prelude(&mut self, name: &EcoString) -> Option<(ir::ExprKind, TypeId)> {
        let exports = self.options.prelude.iter().rev().find(|exports| exports.members.contains_key(name))?;
        let export = exports.members.get(name)?;
        let kind = ir::ExprKind::Imported { package: exports.id, slot: export.slot };
        Some((kind, self.table.import(&export.scheme)))
    }

    pub(super) fn undefined(&mut self, name: &EcoString, span: Span) {
        if !self.has_room() {
            return;
        }
        let message = format!("undefined name `{name}`");
        let problem = Diagnostic::new(Stage::Check, "undefined-name", span, message);
        let known = self.options.prelude.iter().flat_map(|exports| exports.members.keys());
        let problem = match similar(name, self.scopes.names().chain(known)) {
            Some(similar) => problem.help(format!("did you mean `{similar}`?")),
            None => problem,
        };
        self.inference.push(problem);
    }

    fn interpolated(&mut self, parts: &[StringPart], span: Span) -> Typed {
        let mut typed = Vec::with_capacity(parts.len());
        for part in parts {
            typed.push(match part {
                StringPart::Text(text) => ir::StringPart::Text(text.value.clone()),
                StringPart::Expr(place, expr) => {
                    let (value, ty) = self.expr(expr);
                    self.constrain(ty, Kind::Stringable, expr.span);
                    ir::StringPart::Expr(*place, value)
                }
            });
        }
        (ir::Expr { span, kind: ir::ExprKind::Interpolated(typed) }, self.table.basic(Basic::String))
    }

    fn array(&mut self, elements: &[Expr], span: Span) -> Typed {
        let mut typed = Vec::with_capacity(elements.len());
        let mut element_type = None;
        for element in elements {
            let (value, ty) = self.expr(element);
            match element_type {
                None => element_type = Some(ty),
                Some(first) => {
                    self.unify(first, ty, element.span);
                }
            }
            typed.push(value);
        }
        let element_type = element_type.unwrap_or_else(|| self.table.variable());
        (ir::Expr { span, kind: ir::ExprKind::Array(typed) }, self.table.array(element_type))
    }

    fn dict(&mut self, entries: &[(Expr, Expr)], span: Span) -> Typed {
        let key_type = self.table.variable();
        let value_type = self.table.variable();
        let mut typed = Vec::with_capacity(entries.len());
        for (key, value) in entries {
            let (typed_key, ty) = self.expr(key);
            self.unify(key_type, ty, key.span);
            let (typed_value, ty) = self.expr(value);
            self.unify(value_type, ty, value.span);
            typed.push((typed_key, typed_value));
        }
        self.constrain(key_type, Kind::Comparable, span);
        let ty = self.table.add(Node::Dict(key_type, value_type));
        (ir::Expr { span, kind: ir::ExprKind::Dict(typed) }, ty)
    }

    fn index(&mut self, array: &Expr, index: &Expr, span: Span) -> Typed {
        let (typed_array, array_type) = self.expr(array);
        let (typed_index, index_type) = self.expr(index);
        let int = self.table.basic(Basic::Int);
        self.unify(int, index_type, index.span);
        let element = self.table.variable();
        let expected = self.table.array(element);
        self.unify(expected, array_type, array.span);
        (ir::Expr { span, kind: ir::ExprKind::Index(Box::new((typed_array, typed_index))) }, element)
    }

    fn conditional(&mut self, conditional: &Conditional, span: Span) -> Typed {
        let (test, ty) = self.expr(&conditional.test);
        let bool = self.table.basic(Basic::Bool);
        self.unify(bool, ty, conditional.test.span);
        let (consequent, expected) = self.expr(&conditional.consequent);
        let (alternate, found) = self.expr(&conditional.alternate);
        let before = self.inference.len();
        if !self.unify(expected, found, conditional.alternate.span) {
            for problem in &mut self.inference[before..] {
                *problem = problem.clone().label(conditional.consequent.span, "the other branch is here");
            }
        }
        let kind = ir::ExprKind::Conditional(Box::new(ir::Conditional { test, consequent, alternate }));
        (ir::Expr { span, kind }, expected)
    }
}
