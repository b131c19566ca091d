//! Properties: the insides of records and calls.

use super::{Parser, Tree};
use crate::Span;
use crate::ast::{Expr, ExprKind, Property, PropertyKey, Record, StringLiteral};
use crate::problem::Problem;
use crate::token::{Token, TokenKind};

/// What ends the value of a property, besides a bracket.
const STOPS: &[TokenKind] = &[TokenKind::Comma, TokenKind::Colon];

impl Parser<'_> {
    /// `"{" [ ident "with" ] [ Properties ] "}"`
    pub(super) fn record(&mut self) -> Tree {
        let open = self.open();
        let mut base = None;
        let properties = match self.peek().kind {
            TokenKind::Ident if self.peek_at(1).kind == TokenKind::Ident => {
                base = Some(self.ident("a name"));
                if !self.at_word("with") {
                    self.wait(Problem::MissingWith);
                }
                self.take();
                self.properties(false)
            }
            TokenKind::Ident | TokenKind::String => self.properties_after_first(),
            _ => self.properties(false),
        };
        self.close(open);
        let span = self.span_from(open.span.start);
        self.check_properties(&properties.node, span, false);
        let record = Record { base, properties: properties.node };
        self.tree(open.span.start, ExprKind::Record(Box::new(record)), properties.height.max(1))
    }

    /// `Properties = Property { "," Property } [ "," ]`, in a call or in a record.
    pub(super) fn properties(&mut self, call: bool) -> Tree<Vec<Property>> {
        let mut properties = Vec::new();
        let mut height = 0;
        // A missing comma is a problem of the whole list, not of the next property.
        let mut commas = Vec::new();
        while self.more() {
            let property = self.property(call);
            height = height.max(property.height);
            properties.push(property.node);
            if !self.take_if(TokenKind::Comma) && self.more() && commas.is_empty() {
                commas.push((self.peek(), self.last));
            }
        }
        for (at, after) in commas {
            self.problems.wait(Problem::MissingComma { call }, at, after);
        }
        Tree { node: properties, height }
    }

    /// The properties of a record that begins with a key.
    fn properties_after_first(&mut self) -> Tree<Vec<Property>> {
        let first = self.property(false);
        if self.more() && !self.take_if(TokenKind::Comma) {
            self.wait(Problem::MissingComma { call: false });
        }
        let mut rest = self.properties(false);
        rest.height = rest.height.max(first.height);
        rest.node.insert(0, first.node);
        rest
    }

    /// `Property = ident [ ":" Expr ] | string ":" Expr`
    fn property(&mut self, call: bool) -> Tree<Property> {
        let key = match self.peek().kind {
            TokenKind::Ident => PropertyKey::Ident(self.ident("a name")),
            TokenKind::String => PropertyKey::String(self.string_literal("a key")),
            _ => return self.bad_property(call),
        };
        let value = if self.take_if(TokenKind::Colon) { self.property_value() } else { None };
        self.property_from(key, value)
    }

    /// Reads what stands in the place of a property.
    fn bad_property(&mut self, call: bool) -> Tree<Property> {
        let token = self.peek();
        let before = self.last;
        let mut value = None;
        let problem = match token.kind {
            TokenKind::Colon => {
                self.take();
                value = self.property_value();
                Problem::MissingKey
            }
            TokenKind::Comma => Problem::MissingProperty,
            _ => {
                // Goes to the next comma, colon or bracket; what is read on the way does not matter.
                let mark = self.problems.mark();
                self.expressions(STOPS);
                self.problems.forget(mark);
                if self.take_if(TokenKind::Colon) {
                    value = self.property_value();
                }
                Problem::PropertyKey { call }
            }
        };
        self.problems.add(problem, token, before, token.span);
        let key = PropertyKey::String(StringLiteral { span: Span::at(token.span.start), value: "".into() });
        self.property_from(key, value)
    }

    fn property_from(&mut self, key: PropertyKey, value: Option<Tree>) -> Tree<Property> {
        let span = self.span_from(key.span().start);
        self.problems.settle(span);
        let height = value.as_ref().map_or(1, |value| value.height);
        Tree { node: Property { span, key, value: value.map(|value| value.node) }, height: height + 1 }
    }

    /// The value after `:`.
    fn property_value(&mut self) -> Option<Tree> {
        let value = self.expressions(STOPS);
        if value.is_none() {
            self.wait(Problem::MissingValue);
            // The colon still promises a value.
            let start = self.peek().span.start;
            return Some(Tree { node: Expr { span: Span::at(start), kind: ExprKind::Bad }, height: 1 });
        }
        value
    }

    /// Finds keys that need values: strings, and names beside properties that have values.
    pub(super) fn check_properties(&mut self, properties: &[Property], node: Span, call: bool) {
        let mut mixed = None;
        let mut first_has_value = None;
        for property in properties {
            let key = property.key.span();
            // What is no property at all has an empty key, and is a problem of its own.
            if key.start == key.end {
                continue;
            }
            let token = Token { kind: TokenKind::String, span: key };
            let has_value = property.value.is_some();
            if !has_value && matches!(property.key, PropertyKey::String(_)) {
                return self.add(Problem::KeyAlone { call }, token, node);
            }
            if mixed.is_none() && *first_has_value.get_or_insert(has_value) != has_value {
                mixed = Some(token);
            }
        }
        if let Some(token) = mixed {
            self.add(Problem::MixedProperties { call }, token, node);
        }
    }
}
