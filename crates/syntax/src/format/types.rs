//! Type expressions.

use super::Formatter;
use super::document::Doc;
use super::list::{Brackets, ListKind};
use crate::ast::{
    Constraint, FunctionType, MonoType, MonoTypeKind, ParameterMode, ParameterType, PropertyKey, RecordType, TypeExpr,
};

impl<'a> Formatter<'a> {
    /// `TYPE where A: KIND + KIND, B: KIND`
    pub(super) fn type_expr(&mut self, ty: &'a TypeExpr) -> Doc {
        let mut parts = vec![self.mono_type(&ty.ty)];
        for (index, constraint) in ty.constraints.iter().enumerate() {
            let line = self.docs.line();
            if index == 0 {
                let where_at = self.token_at(ty.ty.span.end);
                parts.push(self.comment_at_line_end(where_at));
                parts.push(line);
                parts.push(self.comments(where_at));
                parts.push(self.docs.text("where"));
            } else {
                parts.push(self.docs.text(","));
            }
            parts.push(self.comment_at_line_end(constraint.variable.span.start));
            parts.push(line);
            parts.push(self.constraint(constraint));
        }
        let ty = self.docs.concat(parts);
        let ty = self.docs.nest(ty);
        self.docs.group(ty)
    }

    fn constraint(&mut self, constraint: &'a Constraint) -> Doc {
        let mut parts = vec![self.comments(constraint.variable.span.start)];
        parts.push(self.docs.text(self.text_of(constraint.variable.span)));
        for (index, kind) in constraint.kinds.iter().enumerate() {
            parts.push(self.docs.text(if index == 0 { ": " } else { " + " }));
            parts.push(self.comments(kind.span.start));
            parts.push(self.docs.text(self.text_of(kind.span)));
        }
        self.docs.concat(parts)
    }

    fn mono_type(&mut self, ty: &'a MonoType) -> Doc {
        let comments = self.comments(ty.span.start);
        let inner = match &ty.kind {
            MonoTypeKind::Named(_) | MonoTypeKind::Variable(_) | MonoTypeKind::Bad => {
                self.docs.text(self.text_of(ty.span))
            }
            MonoTypeKind::Array(element) => self.list_type("[", element, ty),
            MonoTypeKind::Stream(element) => self.list_type("stream[", element, ty),
            MonoTypeKind::Vector(element) => self.list_type("vector[", element, ty),
            MonoTypeKind::Dict(parts) => {
                let open = self.docs.text("[");
                let key = self.mono_type(&parts.0);
                let before_colon = self.comments(self.token_at(parts.0.span.end));
                let colon = self.docs.text(":");
                let value = self.mono_type(&parts.1);
                let comments = self.comments(ty.span.end.saturating_sub(1));
                let close = self.docs.text("]");
                self.docs.concat([open, key, before_colon, colon, value, comments, close])
            }
            MonoTypeKind::Record(record) => self.record_type(record, ty),
            MonoTypeKind::Function(function) => self.function_type(function, ty),
            MonoTypeKind::Label(name) => self.label(name),
        };
        self.docs.concat([comments, inner])
    }

    fn list_type(&mut self, open: &'static str, element: &'a MonoType, ty: &MonoType) -> Doc {
        let open = self.docs.text(open);
        let element = self.mono_type(element);
        let comments = self.comments(ty.span.end.saturating_sub(1));
        let close = self.docs.text("]");
        self.docs.concat([open, element, comments, close])
    }

    /// `{BASE with a: T}`
    fn record_type(&mut self, record: &'a RecordType, ty: &MonoType) -> Doc {
        let open = self.docs.text("{");
        let brackets = Brackets { open, close: "}", close_at: ty.span.end.saturating_sub(1) };
        let properties = &record.properties;
        let start = |property: &(PropertyKey, MonoType)| property.0.span().start;
        let Some(base) = &record.base else {
            return self.list(&brackets, ListKind::Plain, properties, start, Self::property_type);
        };
        let line = self.docs.line();
        let before_base = self.comments(base.span.start);
        let name = self.docs.text(self.text_of(base.span));
        let before_with = self.comments(self.token_at(base.span.end));
        let with = self.docs.text("with");
        let after_with = self.comment_at_line_end(properties.first().map_or(brackets.close_at, start));
        let words = self.docs.concat([before_base, name, before_with, line, with, after_with]);
        self.list(&brackets, ListKind::BeforeItems { words }, properties, start, Self::property_type)
    }

    fn property_type(&mut self, (key, ty): &'a (PropertyKey, MonoType)) -> Doc {
        let name = self.docs.text(self.text_of(key.span()));
        let comments = self.comments(self.token_at(key.span().end));
        let colon = self.docs.text(": ");
        let ty = self.mono_type(ty);
        self.docs.concat([name, comments, colon, ty])
    }

    /// `(a: T, ?b: T, <-c: T) => R`; the parameters are on one line only if the result is, too.
    fn function_type(&mut self, function: &'a FunctionType, ty: &MonoType) -> Doc {
        let end = function.parameters.last().map_or(ty.span.start + 1, |last| last.span.end);
        let brackets = Brackets { open: self.docs.text("("), close: ")", close_at: self.close_after(end) };
        let start = |parameter: &ParameterType| parameter.span.start;
        let parameters = self.open_list(&brackets, ListKind::Plain, &function.parameters, start, Self::parameter_type);
        let comments = self.comments(self.token_at(brackets.close_at + 1));
        let arrow = self.docs.text(" => ");
        let result = self.mono_type(&function.result);
        let ty = self.docs.concat([parameters, comments, arrow, result]);
        self.docs.group(ty)
    }

    fn parameter_type(&mut self, parameter: &'a ParameterType) -> Doc {
        let mut parts = Vec::new();
        parts.push(self.docs.text(match parameter.mode {
            ParameterMode::Required => "",
            ParameterMode::Optional => "?",
            ParameterMode::Pipe => "<-",
        }));
        if let Some(name) = &parameter.name {
            parts.push(self.comments(name.span.start));
            parts.push(self.docs.text(self.text_of(name.span)));
        }
        parts.push(self.docs.text(": "));
        parts.push(self.mono_type(&parameter.ty));
        if let Some(label) = &parameter.default {
            parts.push(self.docs.text(" = "));
            parts.push(self.comments(parameter.span.end.saturating_sub(1)));
            parts.push(self.label(label));
        }
        self.docs.concat(parts)
    }
}
