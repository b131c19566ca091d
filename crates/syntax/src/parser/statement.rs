//! Files, statements, blocks and attributes.

use super::{Parser, Tree};
use crate::Span;
use crate::ast::{
    Assignment, Attribute, Block, BuiltinDeclaration, Expr, ExprKind, File, Import, OptionAssignment, PackageClause,
    Statement, StatementKind, StringLiteral, Testcase,
};
use crate::problem::Problem;
use crate::token::{Keyword, Token, TokenKind};

/// Where a block stands, which decides what it may hold.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum BlockOf {
    Function,
    Testcase,
}

impl Parser<'_> {
    /// `File = Attributes [ Package ] { Attributes Import } { Statement }`
    pub(super) fn file(&mut self) -> File {
        let mut file = File { span: Span::new(0, self.text.len() as u32), ..File::default() };
        let mut attributes = self.attributes();
        if self.at(TokenKind::Keyword(Keyword::Package)) {
            file.package = Some(self.package_clause(std::mem::take(&mut attributes)));
            attributes = self.attributes();
        }
        while self.more() && self.at(TokenKind::Keyword(Keyword::Import)) {
            file.imports.push(self.import(std::mem::take(&mut attributes)));
            attributes = self.attributes();
        }
        if let Some(first) = attributes.first()
            && self.at(TokenKind::Eof)
        {
            let (at, node) = (self.peek(), first.span);
            self.add(Problem::Attributes, at, node);
        } else {
            file.statements = self.statements(Some(attributes)).node;
        }
        file
    }

    /// `Package = "package" ident`
    fn package_clause(&mut self, attributes: Vec<Attribute>) -> PackageClause {
        let start = self.take().span.start;
        let name = self.ident("the name of the package");
        PackageClause { span: self.span_from(start), attributes, name }
    }

    /// `Import = "import" [ ident ] string`
    fn import(&mut self, attributes: Vec<Attribute>) -> Import {
        let start = self.take().span.start;
        let alias = self.at(TokenKind::Ident).then(|| self.ident("a name"));
        let path = self.string_literal("the path of a package in quotes");
        Import { span: self.span_from(start), attributes, alias, path }
    }

    /// `{ Statement }`; `attributes` are those of the first, if they are read already.
    fn statements(&mut self, mut attributes: Option<Vec<Attribute>>) -> Tree<Vec<Statement>> {
        let mut statements: Vec<Statement> = Vec::new();
        let mut height = 0;
        while self.more() {
            let attributes = match attributes.take() {
                Some(attributes) => attributes,
                None => self.attributes(),
            };
            let statement = self.statement(attributes);
            height = height.max(statement.height);
            let statement = statement.node;
            match statements.last_mut() {
                Some(last) if last.kind == StatementKind::Bad && statement.kind == StatementKind::Bad => {
                    last.span = last.span.to(statement.span);
                }
                _ => statements.push(statement),
            }
        }
        Tree { node: statements, height }
    }

    /// `Statement = Attributes ( Option | Builtin | Testcase | Return | Assignment | Expression )`
    fn statement(&mut self, attributes: Vec<Attribute>) -> Tree<Statement> {
        let token = self.peek();
        let start = token.span.start;
        let (kind, height) = if !self.enter() {
            (StatementKind::Bad, 0)
        } else {
            let parts = match token.kind {
                TokenKind::Keyword(Keyword::Option) => self.option_statement(),
                TokenKind::Keyword(Keyword::Builtin) => self.builtin_statement(),
                TokenKind::Keyword(Keyword::Testcase) => self.testcase_statement(),
                TokenKind::Keyword(Keyword::Return) => self.return_statement(),
                TokenKind::Ident if self.peek_at(1).kind == TokenKind::Assign => self.assignment(),
                kind if starts_statement(kind) => {
                    let expr = self.expression();
                    (StatementKind::Expression(expr.node), expr.height)
                }
                _ => self.bad_statement(!attributes.is_empty()),
            };
            self.leave();
            parts
        };
        let span = self.span_from(start);
        self.problems.settle(span);
        Tree { node: Statement { span, attributes, kind }, height: height + 1 }
    }

    /// Takes a token that starts no statement. A run of them is one problem.
    fn bad_statement(&mut self, after_attribute: bool) -> (StatementKind, u32) {
        let before = self.last;
        let token = self.take();
        let problem = if after_attribute { Problem::Attributes } else { Problem::Statement };
        self.problems.add(problem, token, before, token.span);
        (StatementKind::Bad, 0)
    }

    /// `Assignment = ident "=" Expr`
    fn assignment(&mut self) -> (StatementKind, u32) {
        let name = self.ident("a name");
        let value = self.assigned();
        (StatementKind::Assignment(Assignment { name, value: value.node }), value.height)
    }

    /// `"=" Expr`
    fn assigned(&mut self) -> Tree {
        self.expect(TokenKind::Assign, "`=`");
        self.expression()
    }

    /// `Option = "option" ident [ "." ident ] "=" Expr`
    fn option_statement(&mut self) -> (StatementKind, u32) {
        let keyword = self.take();
        let mark = self.problems.mark();
        let first = self.ident("the name of an option");
        match self.peek().kind {
            TokenKind::Assign => {
                let value = self.assigned();
                let option = OptionAssignment { package: None, name: first, value: value.node };
                (StatementKind::Option(option), value.height)
            }
            TokenKind::Dot => {
                self.take();
                let name = self.ident("the name of an option");
                let value = self.assigned();
                // A value that is no expression leaves the problem of a missing `=` to the option's name.
                self.problems.settle(first.span);
                let option = OptionAssignment { package: Some(first), name, value: value.node };
                (StatementKind::Option(option), value.height + 1)
            }
            _ => {
                self.problems.forget(mark);
                let at = self.peek();
                self.add(Problem::OptionTarget, at, keyword.span);
                (StatementKind::Bad, 0)
            }
        }
    }

    /// `Builtin = "builtin" ident ":" TypeExpr`
    fn builtin_statement(&mut self) -> (StatementKind, u32) {
        self.take();
        let name = self.ident("the name of a builtin");
        self.expect(TokenKind::Colon, "`:` and a type");
        let ty = self.type_expr();
        (StatementKind::Builtin(BuiltinDeclaration { name, ty }), 1)
    }

    /// `Testcase = "testcase" ident [ "extends" string ] Block`
    fn testcase_statement(&mut self) -> (StatementKind, u32) {
        self.take();
        let name = self.ident("the name of a test case");
        let extends = if self.at_word("extends") {
            self.take();
            Some(self.string_literal("the path of a test case in quotes"))
        } else {
            None
        };
        let body = self.block(BlockOf::Testcase);
        (StatementKind::Testcase(Testcase { name, extends, body: body.node }), body.height)
    }

    /// `Return = "return" Expr`
    fn return_statement(&mut self) -> (StatementKind, u32) {
        let keyword = self.take();
        if !self.in_function {
            self.problems.add_later(Problem::OuterReturn, keyword.span);
        }
        let value = self.expression();
        (StatementKind::Return(value.node), value.height)
    }

    /// `Block = "{" { Statement } "}"`
    pub(super) fn block(&mut self, of: BlockOf) -> Tree<Block> {
        let open = self.peek();
        let start = open.span.start;
        if open.kind == TokenKind::LeftBrace {
            self.open();
        } else {
            self.expect(TokenKind::LeftBrace, "`{`");
            self.open.braces += 1;
        }
        let outer = std::mem::replace(&mut self.in_function, of == BlockOf::Function);
        let statements = self.statements(None);
        self.in_function = outer;
        self.close(Token { kind: TokenKind::LeftBrace, span: open.span });
        let span = self.span_from(start);
        self.problems.settle(span);
        let block = Block { span, statements: statements.node };
        if of == BlockOf::Function {
            self.check_function_block(&block);
        }
        Tree { node: block, height: statements.height + 1 }
    }

    /// Finds what a function's block may not hold, or lacks.
    fn check_function_block(&mut self, block: &Block) {
        let Some((last, others)) = block.statements.split_last() else {
            let problem = Problem::MissingReturn { expression: false };
            return self.problems.add_later(problem, self.first_character(block.span));
        };
        match last.kind {
            StatementKind::Expression(_) | StatementKind::Assignment(_) => {
                let expression = matches!(last.kind, StatementKind::Expression(_));
                return self.problems.add_later(Problem::MissingReturn { expression }, last.span);
            }
            _ => self.check_function_statement(last),
        }
        for statement in others {
            match statement.kind {
                StatementKind::Return(_) => self.problems.add_later(Problem::EarlyReturn, statement.span),
                _ => self.check_function_statement(statement),
            }
        }
    }

    fn check_function_statement(&mut self, statement: &Statement) {
        let what = match statement.kind {
            StatementKind::Option(_) => "option",
            StatementKind::Builtin(_) => "builtin",
            StatementKind::Testcase(_) => "testcase",
            _ => return,
        };
        self.problems.add_later(Problem::Misplaced(what), statement.span);
    }

    /// `Attributes = { Attribute }`
    fn attributes(&mut self) -> Vec<Attribute> {
        let mut attributes = Vec::new();
        while self.at(TokenKind::Attribute) {
            attributes.push(self.attribute());
        }
        attributes
    }

    /// `Attribute = "@"ident [ "(" [ Primary { "," Primary } [ "," ] ] ")" ]`
    fn attribute(&mut self) -> Attribute {
        let token = self.take();
        let name = self.slice(token.span).trim_start_matches('@').into();
        let arguments = self.at(TokenKind::LeftParen).then(|| self.attribute_arguments());
        let span = self.span_from(token.span.start);
        self.problems.settle(span);
        Attribute { span, name, arguments }
    }

    fn attribute_arguments(&mut self) -> Vec<Expr> {
        let open = self.open();
        let mut arguments = Vec::new();
        while self.more() && self.enter() {
            let argument = self.primary().node;
            self.leave();
            let bad = argument.kind == ExprKind::Bad;
            arguments.push(argument);
            if !self.take_if(TokenKind::Comma) && bad {
                break;
            }
        }
        self.close(open);
        arguments
    }

    /// Reads a string without interpolation. Anything else is a problem and taken, a string with interpolation whole.
    pub(super) fn string_literal(&mut self, what: &'static str) -> StringLiteral {
        let token = self.peek();
        let value = match token.kind {
            TokenKind::String => {
                self.take();
                self.string_value(token)
            }
            TokenKind::Quote => {
                let mark = self.problems.mark();
                let string = self.primary().node;
                self.problems.forget(mark);
                let problem =
                    if string.kind == ExprKind::Bad { Problem::UnclosedString } else { Problem::Interpolation };
                let at = if string.kind == ExprKind::Bad { self.peek() } else { token };
                self.add(problem, at, token.span);
                "".into()
            }
            _ => {
                self.wait(Problem::Expected(what));
                self.take();
                "".into()
            }
        };
        self.problems.settle(token.span);
        StringLiteral { span: token.span, value }
    }
}

/// Whether an expression that is a statement may start with this token.
fn starts_statement(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Ident
            | TokenKind::Int
            | TokenKind::Float
            | TokenKind::Duration
            | TokenKind::Time
            | TokenKind::String
            | TokenKind::Quote
            | TokenKind::Div
            | TokenKind::PipeReceive
            | TokenKind::LeftParen
            | TokenKind::LeftBracket
            | TokenKind::LeftBrace
            | TokenKind::Add
            | TokenKind::Sub
            | TokenKind::Keyword(Keyword::Not | Keyword::Exists | Keyword::If)
    )
}
