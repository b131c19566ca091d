//! Walks over a tree and checks each place in it.

use fluxlet_syntax::ast::{
    Attribute, Block, Chain, Expr, ExprKind, File, FunctionBody, Ident, MonoType, MonoTypeKind, Property, PropertyKey,
    Statement, StatementKind, StringPart, TypeExpr,
};
use fluxlet_syntax::{Source, Span};

use crate::check_span;

/// Checks that all spans of the tree are parts of the text, and that comments stand before what they say.
pub fn check_tree(source: &Source, file: &File) {
    let walk = Walk(source);
    walk.span(file.span);
    for comment in &file.comments {
        walk.span(comment.span);
        assert!(comment.span.end <= comment.before, "a comment behind what follows it");
        walk.span(Span::at(comment.before));
    }
    if let Some(package) = &file.package {
        walk.span(package.span);
        walk.ident(&package.name);
        walk.attributes(&package.attributes);
    }
    for import in &file.imports {
        walk.span(import.span);
        walk.span(import.path.span);
        walk.attributes(&import.attributes);
        import.alias.iter().for_each(|alias| walk.ident(alias));
    }
    walk.statements(&file.statements);
}

struct Walk<'a>(&'a Source);

impl Walk<'_> {
    fn span(&self, span: Span) {
        check_span(self.0, span);
    }

    fn ident(&self, ident: &Ident) {
        self.span(ident.span);
    }

    fn attributes(&self, attributes: &[Attribute]) {
        for attribute in attributes {
            self.span(attribute.span);
            self.exprs(attribute.arguments.iter().flatten());
        }
    }

    fn block(&self, block: &Block) {
        self.span(block.span);
        self.statements(&block.statements);
    }

    fn statements(&self, statements: &[Statement]) {
        for statement in statements {
            self.span(statement.span);
            self.attributes(&statement.attributes);
            match &statement.kind {
                StatementKind::Expression(value) | StatementKind::Return(value) => self.expr(value),
                StatementKind::Assignment(assignment) => {
                    self.ident(&assignment.name);
                    self.expr(&assignment.value);
                }
                StatementKind::Option(option) => {
                    option.package.iter().for_each(|package| self.ident(package));
                    self.ident(&option.name);
                    self.expr(&option.value);
                }
                StatementKind::Builtin(builtin) => {
                    self.ident(&builtin.name);
                    self.type_expr(&builtin.ty);
                }
                StatementKind::Testcase(testcase) => {
                    self.ident(&testcase.name);
                    testcase.extends.iter().for_each(|path| self.span(path.span));
                    self.block(&testcase.body);
                }
                StatementKind::Bad => {}
            }
        }
    }

    fn exprs<'a>(&self, exprs: impl IntoIterator<Item = &'a Expr>) {
        exprs.into_iter().for_each(|expr| self.expr(expr));
    }

    fn expr(&self, expr: &Expr) {
        self.span(expr.span);
        match &expr.kind {
            ExprKind::Ident(_)
            | ExprKind::Int(_)
            | ExprKind::Float(_)
            | ExprKind::String(_)
            | ExprKind::Regexp(_)
            | ExprKind::Time(_)
            | ExprKind::Duration(_)
            | ExprKind::PipeReceive
            | ExprKind::Label(_)
            | ExprKind::Bad => {}
            ExprKind::Interpolated(parts) => parts.iter().for_each(|part| self.part(part)),
            ExprKind::Array(elements) => self.exprs(elements),
            ExprKind::Dict(pairs) => self.exprs(pairs.iter().flat_map(|(key, value)| [key, value])),
            ExprKind::Record(record) => {
                record.base.iter().for_each(|base| self.ident(base));
                self.properties(&record.properties);
            }
            ExprKind::Paren(inner) | ExprKind::Unary(_, inner) => self.expr(inner),
            ExprKind::Function(function) => {
                for parameter in &function.parameters {
                    self.span(parameter.span);
                    self.ident(&parameter.name);
                    self.exprs(&parameter.default);
                }
                match &function.body {
                    FunctionBody::Expr(body) => self.expr(body),
                    FunctionBody::Block(body) => self.block(body),
                }
            }
            ExprKind::Call(call) => {
                self.expr(&call.callee);
                self.properties(&call.arguments);
            }
            ExprKind::Pipe(pipe) => {
                self.expr(&pipe.first);
                self.exprs(&pipe.calls);
            }
            ExprKind::Member(member) => {
                self.expr(&member.object);
                self.key(&member.property);
            }
            ExprKind::Index(pair) => self.exprs([&pair.0, &pair.1]),
            ExprKind::Binary(chain) => self.chain(chain),
            ExprKind::Logical(chain) => self.chain(chain),
            ExprKind::Conditional(conditional) => {
                for branch in &conditional.branches {
                    self.span(branch.span);
                    self.exprs([&branch.test, &branch.consequent]);
                }
                self.expr(&conditional.alternate);
            }
        }
    }

    fn chain<O>(&self, chain: &Chain<O>) {
        self.expr(&chain.first);
        self.exprs(chain.rest.iter().map(|(_, operand)| operand));
    }

    fn part(&self, part: &StringPart) {
        match part {
            StringPart::Text(literal) => self.span(literal.span),
            StringPart::Expr(span, value) => {
                self.span(*span);
                self.expr(value);
            }
        }
    }

    fn properties(&self, properties: &[Property]) {
        for property in properties {
            self.span(property.span);
            self.key(&property.key);
            self.exprs(&property.value);
        }
    }

    fn key(&self, key: &PropertyKey) {
        self.span(key.span());
    }

    fn type_expr(&self, ty: &TypeExpr) {
        self.span(ty.span);
        self.mono_type(&ty.ty);
        for constraint in &ty.constraints {
            self.ident(&constraint.variable);
            constraint.kinds.iter().for_each(|kind| self.ident(kind));
        }
    }

    fn mono_type(&self, ty: &MonoType) {
        self.span(ty.span);
        match &ty.kind {
            MonoTypeKind::Named(_) | MonoTypeKind::Variable(_) | MonoTypeKind::Label(_) | MonoTypeKind::Bad => {}
            MonoTypeKind::Array(inner) | MonoTypeKind::Stream(inner) | MonoTypeKind::Vector(inner) => {
                self.mono_type(inner);
            }
            MonoTypeKind::Dict(pair) => {
                self.mono_type(&pair.0);
                self.mono_type(&pair.1);
            }
            MonoTypeKind::Record(record) => {
                record.base.iter().for_each(|base| self.ident(base));
                for (key, ty) in &record.properties {
                    self.key(key);
                    self.mono_type(ty);
                }
            }
            MonoTypeKind::Function(function) => {
                for parameter in &function.parameters {
                    self.span(parameter.span);
                    parameter.name.iter().for_each(|name| self.ident(name));
                    self.mono_type(&parameter.ty);
                }
                self.mono_type(&function.result);
            }
        }
    }
}
