//! What holds other expressions in brackets: arrays, dictionaries, records, calls, members.

use super::Formatter;
use super::document::Doc;
use super::expression::Level;
use super::list::{Brackets, ListKind};
use crate::ast::{Call, Expr, ExprKind, Member, Property, PropertyKey, Record};

impl<'a> Formatter<'a> {
    /// `[A, B]`
    pub(super) fn array(&mut self, expr: &'a Expr, items: &'a [Expr]) -> Doc {
        let brackets = Brackets { open: self.docs.text("["), close: "]", close_at: expr.span.end.saturating_sub(1) };
        self.list(&brackets, ListKind::Plain, items, |item| item.span.start, Self::expression)
    }

    /// `[K: V]` and `[:]`; several pairs are on one line only if they were.
    pub(super) fn dict(&mut self, expr: &'a Expr, pairs: &'a [(Expr, Expr)]) -> Doc {
        let close_at = expr.span.end.saturating_sub(1);
        if pairs.is_empty() {
            let comments = self.comments(close_at);
            let comments = self.docs.nest(comments);
            let open = self.docs.text("[:");
            let close = self.docs.text("]");
            return self.docs.concat([open, comments, close]);
        }
        let brackets = Brackets { open: self.docs.text("["), close: "]", close_at };
        let kind = ListKind::Free { broken: pairs.len() > 1 && self.has_lines(expr) };
        self.list(&brackets, kind, pairs, |pair| pair.0.span.start, Self::pair)
    }

    fn pair(&mut self, (key, value): &'a (Expr, Expr)) -> Doc {
        let colon_at = self.token_at(key.span.end);
        let key = self.expression(key);
        let comments = self.comments(colon_at);
        let colon = self.docs.text(": ");
        let value = self.expression(value);
        self.docs.concat([key, comments, colon, value])
    }

    /// `{BASE with A: B}`
    pub(super) fn record(&mut self, expr: &'a Expr, record: &'a Record) -> Doc {
        let open = self.docs.text("{");
        let close_at = expr.span.end.saturating_sub(1);
        let start = |item: &Property| item.span.start;
        let Some(base) = &record.base else {
            let brackets = Brackets { open, close: "}", close_at };
            return self.list(&brackets, ListKind::Plain, &record.properties, start, Self::property);
        };
        let before_base = self.comments(base.span.start);
        let name = self.docs.text(self.text_of(base.span));
        let before_with = self.comments(self.token_at(base.span.end));
        let with = self.docs.text(" with");
        let open = self.docs.concat([open, before_base, name, before_with, with]);
        let brackets = Brackets { open, close: "}", close_at };
        self.list(&brackets, ListKind::AfterWords, &record.properties, start, Self::property)
    }

    /// `KEY: VALUE`
    fn property(&mut self, property: &'a Property) -> Doc {
        let key_at = property.key.span();
        let key = self.docs.text(self.text_of(key_at));
        let Some(value) = &property.value else { return key };
        let comments = self.comments(self.token_at(key_at.end));
        let colon = self.docs.text(":");
        let value = self.hang(value);
        self.docs.concat([key, comments, colon, value])
    }

    /// `CALLEE(ARGUMENTS)`
    pub(super) fn call(&mut self, expr: &'a Expr, call: &'a Call) -> Doc {
        let callee = self.operand(&call.callee, Level::Postfix);
        let comments = self.comments(self.token_at(call.callee.span.end));
        let brackets = Brackets { open: self.docs.text("("), close: ")", close_at: expr.span.end.saturating_sub(1) };
        let arguments = self.list(&brackets, ListKind::Plain, &call.arguments, |item| item.span.start, Self::property);
        self.docs.concat([callee, comments, arguments])
    }

    /// `OBJECT.NAME` and `OBJECT["NAME"]`
    pub(super) fn member(&mut self, expr: &'a Expr, member: &'a Member) -> Doc {
        let name_at = member.property.span();
        let brackets = matches!(member.property, PropertyKey::String(_));
        // `1.a` would be the number `1.` and the name `a`; in parentheses it could be the arguments of a call to what is before.
        let number = matches!(self.bare(&member.object).kind, ExprKind::Int(_)) && !brackets;
        let object = self.operand(&member.object, Level::Postfix);
        let before = self.comments(self.token_at(member.object.span.end));
        let open = self.docs.text(if brackets {
            "["
        } else if number {
            " ."
        } else {
            "."
        });
        let comments = self.comments(name_at.start);
        let name = self.docs.text(self.text_of(name_at));
        let after = self.comments(expr.span.end.saturating_sub(1));
        let close = self.docs.text(if brackets { "]" } else { "" });
        self.docs.concat([object, before, open, comments, name, after, close])
    }

    /// `ARRAY[INDEX]`
    pub(super) fn index(&mut self, expr: &'a Expr, array: &'a Expr, index: &'a Expr) -> Doc {
        let open_at = self.token_at(array.span.end);
        let array = self.operand(array, Level::Postfix);
        let before = self.comments(open_at);
        let open = self.docs.text("[");
        // A string in the brackets would be the name of a member.
        let string = matches!(self.bare(index).kind, ExprKind::String(_));
        let index = if string { self.in_parens(index) } else { self.expression(index) };
        let comments = self.comments(expr.span.end.saturating_sub(1));
        let index = self.docs.concat([index, comments]);
        let index = self.docs.nest(index);
        let close = self.docs.text("]");
        self.docs.concat([array, before, open, index, close])
    }
}
