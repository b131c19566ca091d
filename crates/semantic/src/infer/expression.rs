//! Expressions: literals, names, collections, strings, conditionals.

use std::sync::Arc;

use ecow::EcoString;
use fluxlet_runtime::types::{Basic, Kind};
use fluxlet_runtime::{Duration, Regexp, Time, Value};
use fluxlet_syntax::ast::{Conditional, Expr, ExprKind, StringPart};
use fluxlet_syntax::{Diagnostic, Span, Stage};

use super::{Infer, Typed};
use crate::importer::Exports;
use crate::ir;
use crate::origin::{Cause, Why};
use crate::scope::Binding;
use crate::shape::{named, shape};
use crate::table::{Node, TypeId};

impl Infer<'_> {
    pub(super) fn expr(&mut self, expr: &Expr) -> Typed {
        let span = expr.span;
        let constant = |this: &Self, value: Value, basic: Basic| {
            (ir::Expr { span, kind: ir::ExprKind::Constant(value) }, this.table.basic(basic))
        };
        let typed = match &expr.kind {
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
                    self.problem("invalid-regexp", span, error.message().to_owned());
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
            ExprKind::Call(call) => self.call(call, span),
            ExprKind::Pipe(pipe) => self.pipe(pipe, span),
            ExprKind::Member(member) => self.member(member, span),
            ExprKind::Index(pair) => self.index(&pair.0, &pair.1, span),
            ExprKind::Unary(op, operand) => self.unary(*op, operand, span),
            ExprKind::Binary(chain) => self.binary(chain, span),
            ExprKind::Logical(chain) => self.logical(chain, span),
            ExprKind::Conditional(conditional) => self.conditional(conditional, span),
        };
        if let Some(facts) = &mut self.facts {
            facts.ty(span, typed.1);
        }
        typed
    }

    /// Returns an expression that fits everything; something was told about it already.
    pub(super) fn broken(&self, span: Span) -> Typed {
        (ir::Expr { span, kind: ir::ExprKind::Constant(Value::NULL) }, self.table.error())
    }

    pub(super) fn name(&mut self, name: &EcoString, span: Span) -> Typed {
        self.take_down_use(name, span);
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
            Some(Binding::Member(exports)) => match self.member_of(&exports, name) {
                Some(found) => found,
                None => return self.broken(span),
            },
            Some(Binding::Variable(scheme)) => (ir::ExprKind::Variable(name.clone()), self.table.import(&scheme)),
            Some(Binding::Broken) => return self.broken(span),
            None => match self.of_prelude(name) {
                Some((kind, ty)) => (kind, ty),
                None => {
                    self.undefined(name, None, span);
                    return self.broken(span);
                }
            },
        };
        (ir::Expr { span, kind }, ty)
    }

    /// Takes down what a name stands for.
    pub(super) fn take_down_use(&mut self, name: &EcoString, span: Span) {
        if self.facts.is_none() {
            return;
        }
        let outside = self.scopes.get(name).is_none().then(|| {
            let exports = self.prelude().iter().rev().find(|exports| exports.members.contains_key(name));
            exports.map(|exports| exports.path.clone())
        });
        let Some(facts) = &mut self.facts else { return };
        match self.scopes.get(name) {
            Some(Binding::Parameter(local, _) | Binding::Local(local, _)) => facts.uses_local(*local, span),
            Some(Binding::Global(slot, _)) => facts.uses_global(*slot, span),
            Some(Binding::PreludeOption { .. } | Binding::Package(_) | Binding::Broken) => facts.uses_named(name, span),
            Some(Binding::Member(exports)) => facts.uses_member(&exports.path, name, span),
            Some(Binding::Variable(_)) => {}
            None => {
                if let Some(path) = outside.flatten() {
                    facts.uses_member(&path, name, span);
                }
            }
        }
    }

    fn of_prelude(&mut self, name: &EcoString) -> Option<(ir::ExprKind, TypeId)> {
        let exports = self.prelude().iter().rev().find(|exports| exports.members.contains_key(name))?.clone();
        self.used.insert(exports.id);
        self.member_of(&exports, name)
    }

    fn member_of(&mut self, exports: &Exports, name: &EcoString) -> Option<(ir::ExprKind, TypeId)> {
        let export = exports.members.get(name)?;
        let kind = ir::ExprKind::Imported { package: exports.id, slot: export.slot };
        Some((kind, self.table.import(&export.scheme)))
    }

    fn interpolated(&mut self, parts: &[StringPart], span: Span) -> Typed {
        let mut typed = Vec::with_capacity(parts.len());
        for part in parts {
            typed.push(match part {
                StringPart::Text(text) => ir::StringPart::Text(text.value.clone()),
                StringPart::Expr(whole, expr) => {
                    let (value, ty) = self.expr(expr);
                    let cause = Cause { span: *whole, why: Why::Interpolation };
                    self.constrain(ty, Kind::Stringable, place(expr), cause);
                    ir::StringPart::Expr(*whole, value)
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
                None => element_type = Some((ty, place(element))),
                Some((first, first_span)) => {
                    let before = self.inference.len();
                    let cause = Cause { span: first_span, why: Why::Element };
                    if !self.unify(first, ty, place(element), cause) {
                        self.differ(before, (first, first_span, "the first element"), (ty, place(element)));
                        self.note(before, "the elements of an array must have one type");
                    }
                }
            }
            typed.push(value);
        }
        let element_type = element_type.map_or_else(|| self.table.variable(), |(ty, _)| ty);
        (ir::Expr { span, kind: ir::ExprKind::Array(typed) }, self.table.array(element_type))
    }

    fn dict(&mut self, entries: &[(Expr, Expr)], span: Span) -> Typed {
        let key_type = self.table.variable();
        let value_type = self.table.variable();
        let first = entries.first().map_or((span, span), |(key, value)| (place(key), place(value)));
        let mut typed = Vec::with_capacity(entries.len());
        for (key, value) in entries {
            let (typed_key, ty) = self.expr(key);
            let before = self.inference.len();
            if !self.unify(key_type, ty, place(key), Cause { span: first.0, why: Why::Key }) {
                self.differ(before, (key_type, first.0, "the first key"), (ty, place(key)));
                self.note(before, "the keys of a dictionary must have one type");
            }
            let (typed_value, ty) = self.expr(value);
            let before = self.inference.len();
            if !self.unify(value_type, ty, place(value), Cause { span: first.1, why: Why::Value }) {
                self.differ(before, (value_type, first.1, "the first value"), (ty, place(value)));
                self.note(
                    before,
                    "the values of a dictionary must have one type; a record `{a: 1, b: \"x\"}` may mix them",
                );
            }
            typed.push((typed_key, typed_value));
        }
        let before = self.inference.len();
        self.constrain(key_type, Kind::Comparable, span, Cause { span, why: Why::Key });
        if before < self.inference.len() {
            let text = self.this_is(key_type);
            self.label(before, first.0, &text);
            for problem in &mut self.inference[before..] {
                problem.notes = vec!["the keys of a dictionary are numbers, strings, times or durations".to_owned()];
                problem.help = None;
            }
        }
        let ty = self.table.add(Node::Dict(key_type, value_type));
        (ir::Expr { span, kind: ir::ExprKind::Dict(typed) }, ty)
    }

    fn index(&mut self, array: &Expr, index: &Expr, span: Span) -> Typed {
        let (typed_array, array_type) = self.expr(array);
        let (typed_index, index_type) = self.expr(index);
        let int = self.table.basic(Basic::Int);
        let cause = Cause { span: place(index), why: Why::Index };
        self.unify(int, index_type, place(index), cause);
        let element = self.table.variable();
        let expected = self.table.array(element);
        let cause = Cause { span: place(index), why: Why::Indexed };
        let before = self.inference.len();
        if !self.unify(expected, array_type, place(array), cause) {
            self.tell_no_array(before, array_type);
        }
        (ir::Expr { span, kind: ir::ExprKind::Index(Box::new((typed_array, typed_index))) }, element)
    }

    fn tell_no_array(&mut self, before: usize, ty: TypeId) {
        let node = self.table.node(ty);
        if matches!(node, Node::Array(_)) {
            return;
        }
        let shown = named(&mut self.table, ty);
        for problem in &mut self.inference[before..] {
            problem.code = "not-an-array";
            problem.message = format!("{shown} has no elements that an index could select");
            problem.help = match node {
                Node::Dict(..) => Some("use `dict.get(dict: …, key: …, default: …)`".to_owned()),
                Node::Record(_) => Some("take a field: `r.name` or `r[\"name\"]`".to_owned()),
                Node::Basic(Basic::String) => Some("use `strings.substring(v: …, start: …, end: …)`".to_owned()),
                _ => None,
            };
        }
    }

    /// Labels two places of different types.
    fn differ(&mut self, before: usize, first: (TypeId, Span, &str), second: (TypeId, Span)) {
        let text = format!("{} is `{}`", first.2, shape(&mut self.table, first.0));
        self.label(before, first.1, &text);
        let text = self.this_is(second.0);
        self.label(before, second.1, &text);
    }

    fn conditional(&mut self, conditional: &Conditional, span: Span) -> Typed {
        let bool = self.table.basic(Basic::Bool);
        let mut branches = Vec::with_capacity(conditional.branches.len());
        let mut types = Vec::with_capacity(conditional.branches.len());
        for branch in &conditional.branches {
            let (test, ty) = self.expr(&branch.test);
            let cause = Cause { span: place(&branch.test), why: Why::Test };
            self.unify(bool, ty, place(&branch.test), cause);
            let (consequent, ty) = self.expr(&branch.consequent);
            types.push((ty, place(&branch.consequent)));
            branches.push(ir::Branch { span: Span::new(branch.span.start, span.end), test, consequent });
        }
        let (alternate, mut found) = self.expr(&conditional.alternate);
        let mut found_at = place(&conditional.alternate);
        let mut ty = found;
        // What stands after `else` is another conditional, but for the last one.
        for (branch, (expected, other)) in branches.iter().zip(types).rev() {
            let before = self.inference.len();
            if !self.unify(expected, found, found_at, Cause { span: other, why: Why::Branch }) {
                self.differ(before, (expected, other, "the first branch"), (found, found_at));
                self.note(before, "both branches of a conditional must have one type");
                // What is wrong here is told once, not with the branch before as well.
                found = self.table.error();
            } else {
                found = expected;
            }
            (ty, found_at) = (expected, branch.span);
        }
        let kind = ir::ExprKind::Conditional(Box::new(ir::Conditional { branches, alternate }));
        (ir::Expr { span, kind }, ty)
    }
}

/// Returns where an expression stands, without the parentheses around it.
pub(super) fn place(expr: &Expr) -> Span {
    match &expr.kind {
        ExprKind::Paren(inner) => place(inner),
        _ => expr.span,
    }
}
