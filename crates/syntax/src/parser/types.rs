//! Type expressions, as they stand in `builtin` statements.

use super::Parser;
use crate::Span;
use crate::ast::{
    Constraint, FunctionType, Ident, MonoType, MonoTypeKind, ParameterMode, ParameterType, PropertyKey, RecordType,
    TypeExpr,
};
use crate::problem::Problem;
use crate::token::TokenKind;

/// Levels of the tree between the file and the outermost type.
const LEVELS_ABOVE: u32 = 5;

impl Parser<'_> {
    /// `TypeExpr = Mono [ "where" Constraint { "," Constraint } ]`
    pub(super) fn type_expr(&mut self) -> TypeExpr {
        let ty = self.mono_type();
        let mut constraints = Vec::new();
        if self.at_word("where") {
            self.take();
            constraints.push(self.constraint());
            while self.take_if(TokenKind::Comma) {
                constraints.push(self.constraint());
            }
        }
        let span = self.span_from(ty.span.start);
        self.problems.settle(span);
        TypeExpr { span, ty, constraints }
    }

    /// `Constraint = ident ":" ident { "+" ident }`
    fn constraint(&mut self) -> Constraint {
        let variable = self.ident("the name of a type variable");
        self.expect(TokenKind::Colon, "`:` and the name of a constraint");
        let mut kinds = vec![self.ident("the name of a constraint")];
        while self.take_if(TokenKind::Add) {
            kinds.push(self.ident("the name of a constraint"));
        }
        Constraint { variable, kinds }
    }

    /// `Mono`: a type without constraints.
    fn mono_type(&mut self) -> MonoType {
        let token = self.peek();
        if self.type_nesting + LEVELS_ABOVE > self.depth_limit {
            self.stop(token);
            return MonoType { span: Span::at(token.span.start), kind: MonoTypeKind::Bad };
        }
        self.type_nesting += 1;
        let kind = match token.kind {
            TokenKind::LeftBracket => self.list_type(),
            TokenKind::LeftBrace => self.record_type(),
            TokenKind::LeftParen => self.function_type(),
            TokenKind::Dot => MonoTypeKind::Label(self.label_name()),
            TokenKind::Ident if self.peek_at(1).kind == TokenKind::LeftBracket => self.named_list_type(),
            TokenKind::Ident => self.named_type(),
            _ => {
                self.wait(Problem::Name("a type"));
                MonoTypeKind::Bad
            }
        };
        self.type_nesting -= 1;
        let span = self.span_from(token.span.start);
        self.problems.settle(span);
        MonoType { span, kind }
    }

    /// `ident`, a type variable if it is one byte long.
    fn named_type(&mut self) -> MonoTypeKind {
        let name = self.ident("a type").name;
        match name.as_str() {
            "stream" | "vector" => {
                self.wait(Problem::Expected("`[` and the type of the elements"));
                MonoTypeKind::Bad
            }
            _ if name.len() == 1 => MonoTypeKind::Variable(name),
            _ => MonoTypeKind::Named(name),
        }
    }

    /// `"stream" "[" Mono "]" | "vector" "[" Mono "]"`
    fn named_list_type(&mut self) -> MonoTypeKind {
        let name = self.peek();
        let kind = match self.slice(name.span) {
            "stream" => MonoTypeKind::Stream,
            "vector" => MonoTypeKind::Vector,
            _ => return self.named_type(),
        };
        self.take();
        let open = self.open();
        let element = self.mono_type();
        self.close(open);
        kind(Box::new(element))
    }

    /// `"[" Mono "]" | "[" Mono ":" Mono "]"`
    fn list_type(&mut self) -> MonoTypeKind {
        let open = self.open();
        let first = self.mono_type();
        if self.at(TokenKind::RightBracket) {
            self.close(open);
            return MonoTypeKind::Array(Box::new(first));
        }
        self.expect(TokenKind::Colon, "`]`, or `:` and the type of the values");
        let value = self.mono_type();
        self.close(open);
        MonoTypeKind::Dict(Box::new((first, value)))
    }

    /// `"{" [ ident "with" ] [ Key ":" Mono { [","] Key ":" Mono } ] "}"`
    fn record_type(&mut self) -> MonoTypeKind {
        let open = self.open();
        let mut record = RecordType { base: None, properties: Vec::new() };
        let next = self.peek_at(1);
        match self.peek().kind {
            TokenKind::Ident if next.kind == TokenKind::Ident && self.slice(next.span) == "with" => {
                record.base = Some(self.ident("the name of a type variable"));
                self.take();
                self.property_types(&mut record);
            }
            TokenKind::Ident | TokenKind::String if next.kind == TokenKind::Colon => self.property_types(&mut record),
            // The key is read, and the bracket is then missed after it.
            TokenKind::Ident | TokenKind::String => {
                self.property_key();
            }
            _ => {}
        }
        self.close(open);
        MonoTypeKind::Record(record)
    }

    /// `Key ":" Mono { [","] Key ":" Mono }`
    fn property_types(&mut self, record: &mut RecordType) {
        loop {
            let key = self.property_key();
            self.expect(TokenKind::Colon, "`:` and a type");
            let ty = self.mono_type();
            record.properties.push((key, ty));
            self.take_if(TokenKind::Comma);
            if !self.more() {
                return;
            }
        }
    }

    /// `Key = ident | string`
    fn property_key(&mut self) -> PropertyKey {
        let token = self.peek();
        match token.kind {
            TokenKind::String => PropertyKey::String(self.string_literal("a key")),
            TokenKind::Ident => PropertyKey::Ident(self.ident("a key")),
            _ => {
                self.wait(Problem::Name("the key of a property"));
                self.take();
                self.problems.settle(token.span);
                PropertyKey::Ident(Ident { span: token.span, name: "".into() })
            }
        }
    }

    /// `"(" [ ParameterType { [","] ParameterType } ] ")" "=>" Mono`
    fn function_type(&mut self) -> MonoTypeKind {
        let open = self.open();
        let mut parameters = Vec::new();
        if matches!(self.peek().kind, TokenKind::Ident | TokenKind::Question | TokenKind::PipeReceive) {
            while self.more() {
                parameters.push(self.parameter_type());
                self.take_if(TokenKind::Comma);
            }
        }
        self.close(open);
        self.expect(TokenKind::Arrow, "`=>` and the type of the result");
        let result = self.mono_type();
        MonoTypeKind::Function(Box::new(FunctionType { parameters, result }))
    }

    /// `ident ":" Mono | "?" ident ":" Mono [ "=" Label ] | "<-" [ ident ] ":" Mono`
    fn parameter_type(&mut self) -> ParameterType {
        let start = self.peek().span.start;
        let mode = match self.peek().kind {
            TokenKind::Question => ParameterMode::Optional,
            TokenKind::PipeReceive => ParameterMode::Pipe,
            _ => ParameterMode::Required,
        };
        if mode != ParameterMode::Required {
            self.take();
        }
        let named = mode != ParameterMode::Pipe || self.at(TokenKind::Ident);
        let name = named.then(|| self.ident("the name of a parameter"));
        self.expect(TokenKind::Colon, "`:` and a type");
        let ty = self.mono_type();
        let default = (mode == ParameterMode::Optional && self.take_if(TokenKind::Assign)).then(|| {
            let label = self.peek();
            let name = self.label_name();
            let span = self.span_from(label.span.start);
            self.problems.settle(span);
            name
        });
        ParameterType { span: self.span_from(start), mode, name, ty, default }
    }
}
