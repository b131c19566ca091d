//! Files, clauses, statements and attributes.

use std::mem;

use super::Formatter;
use super::document::Doc;
use super::expression::Level;
use super::list::{Brackets, ListKind};
use crate::ast::{
    Attribute, Expr, ExprKind, File, Import, OptionAssignment, PackageClause, Statement, StatementKind, Testcase,
};

impl<'a> Formatter<'a> {
    /// A whole file.
    pub(super) fn file(&mut self, file: &'a File) -> Doc {
        let mut parts = Vec::new();
        let first_statement = file.statements.first().map_or(file.span.end, first_token);
        let first_import = file.imports.first().map_or(first_statement, import_token);
        let empty_line = self.docs.empty_line();
        let line = self.docs.hard_line();
        if let Some(package) = &file.package {
            parts.push(self.package(package));
            parts.push(self.comment_at_line_end(first_import));
            if !file.imports.is_empty() || !file.statements.is_empty() || self.next_comment(file.span.end).is_some() {
                parts.extend([line, empty_line]);
            }
        }
        for (index, import) in file.imports.iter().enumerate() {
            let next = file.imports.get(index + 1).map_or(first_statement, import_token);
            parts.push(self.comment_lines(import_token(import)));
            parts.push(self.import(import));
            parts.push(self.comment_at_line_end(next));
            if index + 1 < file.imports.len() {
                parts.push(line);
            } else if !file.statements.is_empty() || self.next_comment(file.span.end).is_some() {
                parts.push(empty_line);
            }
        }
        parts.push(self.statements(&file.statements, file.span.end));
        self.docs.concat(parts)
    }

    fn package(&mut self, package: &'a PackageClause) -> Doc {
        let first = package.attributes.first().map_or(package.span.start, |attribute| attribute.span.start);
        let comments = self.comment_lines(first);
        let attributes = self.attributes(&package.attributes, package.span.start);
        let keyword = self.docs.text("package ");
        let before_name = self.comments(package.name.span.start);
        let name = self.docs.text(self.text_of(package.name.span));
        self.docs.concat([comments, attributes, keyword, before_name, name])
    }

    fn import(&mut self, import: &'a Import) -> Doc {
        let mut parts = vec![self.attributes(&import.attributes, import.span.start)];
        parts.push(self.docs.text("import "));
        if let Some(alias) = &import.alias {
            parts.push(self.comments(alias.span.start));
            parts.push(self.docs.text(self.text_of(alias.span)));
            parts.push(self.docs.text(" "));
        }
        parts.push(self.comments(import.path.span.start));
        parts.push(self.docs.text(self.text_of(import.path.span)));
        self.docs.concat(parts)
    }

    /// Statements with the comments between them and up to `end`, without a line break after the last.
    ///
    /// They are printed at the start of a line.
    pub(super) fn statements(&mut self, statements: &'a [Statement], end: u32) -> Doc {
        let mut parts = Vec::new();
        let line = self.docs.hard_line();
        let empty_line = self.docs.empty_line();
        let mut previous: Option<&'a Statement> = None;
        for (index, statement) in statements.iter().enumerate() {
            let start = first_token(statement);
            if let Some(previous) = previous {
                let apart = self.next_comment(start).is_some()
                    || !statement.attributes.is_empty()
                    || mem::discriminant(&statement.kind) != mem::discriminant(&previous.kind)
                    || self.empty_line_between(previous.span.end, start);
                parts.push(if apart { empty_line } else { line });
            }
            parts.push(self.comment_lines(start));
            parts.push(self.statement(statement, previous));
            let next = statements.get(index + 1).map_or(end, first_token);
            parts.push(self.comment_at_line_end(next));
            previous = Some(statement);
        }
        if let Some(comment) = self.next_comment(end) {
            if let Some(previous) = previous {
                let apart = self.empty_line_between(previous.span.end, comment.span.start);
                parts.push(if apart { empty_line } else { line });
            }
            parts.push(self.last_comment_lines(end));
        }
        self.docs.concat(parts)
    }

    fn statement(&mut self, statement: &'a Statement, previous: Option<&'a Statement>) -> Doc {
        let attributes = self.attributes(&statement.attributes, statement.span.start);
        let statement = match &statement.kind {
            StatementKind::Expression(value) => {
                // An attribute takes a parenthesis after it as its own.
                self.fewest_parens = statement.attributes.last().is_some_and(|attribute| attribute.arguments.is_none());
                let value = self.expression_statement(value, previous);
                self.fewest_parens = false;
                value
            }
            StatementKind::Assignment(assignment) => {
                let name = self.docs.text(self.text_of(assignment.name.span));
                let comments = self.comments(self.token_at(assignment.name.span.end));
                let sign = self.docs.text(" =");
                let value = self.hang(&assignment.value);
                self.docs.concat([name, comments, sign, value])
            }
            StatementKind::Option(option) => self.option(option),
            StatementKind::Return(value) => {
                let keyword = self.docs.text("return");
                let value = self.hang(value);
                self.docs.concat([keyword, value])
            }
            StatementKind::Builtin(builtin) => {
                let keyword = self.docs.text("builtin ");
                let before_name = self.comments(builtin.name.span.start);
                let name = self.docs.text(self.text_of(builtin.name.span));
                let before_colon = self.comments(self.token_at(builtin.name.span.end));
                let colon = self.docs.text(" : ");
                let ty = self.type_expr(&builtin.ty);
                self.docs.concat([keyword, before_name, name, before_colon, colon, ty])
            }
            StatementKind::Testcase(testcase) => self.testcase(testcase),
            StatementKind::Bad => self.docs.text(self.text_of(statement.span)),
        };
        self.docs.concat([attributes, statement])
    }

    /// An expression by itself, in parentheses where it would be read as something else without them.
    fn expression_statement(&mut self, value: &'a Expr, previous: Option<&'a Statement>) -> Doc {
        let first = self.first_part(value).map(|first| &first.kind);
        let in_parens = match first {
            None | Some(ExprKind::Function(_)) => false,
            Some(ExprKind::Label(_)) => true,
            // `(where)` and `(+a)` would go on with the type before them.
            Some(_) => {
                previous.is_some_and(|previous| matches!(previous.kind, StatementKind::Builtin(_)))
                    && self.text_of(value.span).starts_with('(')
            }
        };
        if in_parens { self.in_parens(value) } else { self.expression(value) }
    }

    fn option(&mut self, option: &'a OptionAssignment) -> Doc {
        let mut parts = vec![self.docs.text("option ")];
        if let Some(package) = &option.package {
            parts.push(self.comments(package.span.start));
            parts.push(self.docs.text(self.text_of(package.span)));
            parts.push(self.comments(self.token_at(package.span.end)));
            parts.push(self.docs.text("."));
        }
        parts.push(self.comments(option.name.span.start));
        parts.push(self.docs.text(self.text_of(option.name.span)));
        parts.push(self.comments(self.token_at(option.name.span.end)));
        parts.push(self.docs.text(" ="));
        parts.push(self.hang(&option.value));
        self.docs.concat(parts)
    }

    fn testcase(&mut self, testcase: &'a Testcase) -> Doc {
        let mut parts = vec![self.docs.text("testcase ")];
        parts.push(self.comments(testcase.name.span.start));
        parts.push(self.docs.text(self.text_of(testcase.name.span)));
        if let Some(path) = &testcase.extends {
            parts.push(self.docs.text(" extends "));
            parts.push(self.comments(path.span.start));
            parts.push(self.docs.text(self.text_of(path.span)));
        }
        parts.push(self.docs.text(" "));
        parts.push(self.comments(testcase.body.span.start));
        parts.push(self.block(&testcase.body));
        self.docs.concat(parts)
    }

    /// Attributes, each on its own line; `end` is the offset of what they belong to.
    fn attributes(&mut self, attributes: &'a [Attribute], end: u32) -> Doc {
        let mut parts = Vec::new();
        for (index, attribute) in attributes.iter().enumerate() {
            let next = attributes.get(index + 1).map_or(end, |next| next.span.start);
            parts.push(self.attribute(attribute));
            parts.push(self.comment_at_line_end(next));
            parts.push(self.docs.hard_line());
            parts.push(self.comment_lines(next));
        }
        self.docs.concat(parts)
    }

    fn attribute(&mut self, attribute: &'a Attribute) -> Doc {
        let name = self.docs.text(format!("@{}", attribute.name));
        let Some(arguments) = &attribute.arguments else { return name };
        let name_end = attribute.span.start + 1 + attribute.name.len() as u32;
        let comments = self.comments(self.token_at(name_end));
        let brackets =
            Brackets { open: self.docs.text("("), close: ")", close_at: attribute.span.end.saturating_sub(1) };
        let start = |item: &Expr| item.span.start;
        let arguments = self.list(&brackets, ListKind::Plain, arguments, start, |formatter, argument| {
            formatter.operand(argument, Level::Primary)
        });
        self.docs.concat([name, comments, arguments])
    }
}

/// Returns the offset of the first token of a statement or of its attributes.
pub(super) fn first_token(statement: &Statement) -> u32 {
    statement.attributes.first().map_or(statement.span.start, |attribute| attribute.span.start)
}

/// As [`first_token`], of an import.
fn import_token(import: &Import) -> u32 {
    import.attributes.first().map_or(import.span.start, |attribute| attribute.span.start)
}
