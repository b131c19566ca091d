//! The main program of a test case, put together on the tree.

use fluxlet_syntax::ast::{ExprKind, File, Import, Statement, StatementKind, StringLiteral, Testcase};
use fluxlet_syntax::{Diagnostic, Limits, Source, Stage};

use crate::CompileError;
use crate::sources::{Sources, is_import_path};

/// Returns the program of a test case of `file`, and the source that its places are in.
///
/// # Errors
/// Whatever is wrong with the test case that it extends, if it extends one.
pub(super) fn program(
    source: &Source,
    file: &File,
    case: &Testcase,
    parents: &dyn Sources,
) -> Result<(Source, File), CompileError> {
    let mut imports = file.imports.clone();
    let mut statements: Vec<Statement> = preamble(file).cloned().collect();
    let mut source = source.clone();
    let mut body = case.body.statements.clone();
    if let Some(path) = &case.extends {
        let parent = Parent::find(&source, file, path, parents)?;
        if let Some(other) = &parent.file {
            merge(&parent.source, &mut imports, &other.imports)?;
            statements.extend(preamble(other).cloned());
        }
        if let Some(at) = body.iter().position(is_super) {
            body.splice(at..=at, parent.case.body.statements);
        }
        source = parent.source;
    }
    statements.append(&mut body);
    let file = File { span: file.span, package: None, imports, statements, comments: Vec::new() };
    Ok((source, file))
}

/// A test case that another extends.
struct Parent {
    /// Both files one behind the other; the one file if both test cases are in it.
    source: Source,
    /// The other file; none if both are in one.
    file: Option<File>,
    case: Testcase,
}

impl Parent {
    fn find(source: &Source, own: &File, path: &StringLiteral, parents: &dyn Sources) -> Result<Self, CompileError> {
        let fail = |code: &'static str, message: String| {
            let problem = Diagnostic::new(Stage::Check, code, path.span, message);
            CompileError::new(source.clone(), vec![problem])
        };
        let parts = path.value.rsplit_once('.').filter(|(module, _)| is_import_path(module));
        let (module, name) = parts.ok_or_else(|| {
            let message = format!("`{}` names no test case: write `module/path/file_test.name`", path.value);
            fail("invalid-extends", message)
        })?;
        let found = parents
            .find(module)
            .map_err(|error| fail("unknown-testcase", format!("cannot read `{module}`: {error}")))?;
        let other =
            found.ok_or_else(|| fail("unknown-testcase", format!("there is no file of test cases `{module}`")))?;
        let (source, file) = if other.text() == source.text() {
            (source.clone(), None)
        } else {
            let (joined, other) = follow(source, &other)?;
            (joined, Some(other))
        };
        let statements = &file.as_ref().unwrap_or(own).statements;
        let found = statements.iter().find_map(|statement| match &statement.kind {
            StatementKind::Testcase(case) if case.name.name == name => Some(case.clone()),
            _ => None,
        });
        let case = found.ok_or_else(|| fail("unknown-testcase", format!("`{module}` has no test case `{name}`")))?;
        if case.extends.is_some() {
            let message = format!("test case `{name}` extends another itself, and cannot be extended");
            return Err(fail("invalid-extends", message));
        }
        Ok(Self { source, file, case })
    }
}

/// Puts `other` behind `source`, and returns both and the tree of `other`, its places moved to where it stands.
fn follow(source: &Source, other: &Source) -> Result<(Source, File), CompileError> {
    let joined = Source::joined(&[source.clone(), other.clone()]);
    let start = joined.text().len() - other.text().len();
    // White space in front moves every place of the tree.
    let moved = Source::new(other.name(), " ".repeat(start) + other.text());
    let limits = Limits::default();
    let parsed = fluxlet_syntax::parse(&moved, &Limits { bytes: limits.bytes + start, ..limits });
    if parsed.diagnostics.is_empty() {
        Ok((joined, parsed.file))
    } else {
        Err(CompileError::new(joined, parsed.diagnostics))
    }
}

fn preamble(file: &File) -> impl Iterator<Item = &Statement> {
    file.statements.iter().filter(|statement| !matches!(statement.kind, StatementKind::Testcase(_)))
}

/// Adds imports that are not there yet.
fn merge(source: &Source, imports: &mut Vec<Import>, more: &[Import]) -> Result<(), CompileError> {
    for import in more {
        match imports.iter().find(|known| known.name() == import.name()) {
            Some(known) if known.path.value == import.path.value => {}
            Some(known) => {
                let message =
                    format!("`{}` stands for two packages in this test case and the one it extends", import.name());
                let problem = Diagnostic::new(Stage::Check, "import-conflict", known.span, message);
                let label = format!("here it is `{}`", import.path.value);
                return Err(CompileError::new(source.clone(), vec![problem.label(import.span, label)]));
            }
            None => imports.push(import.clone()),
        }
    }
    Ok(())
}

/// Tells whether a statement is `super()`.
fn is_super(statement: &Statement) -> bool {
    let StatementKind::Expression(expr) = &statement.kind else { return false };
    let ExprKind::Call(call) = &expr.kind else { return false };
    call.arguments.is_empty() && matches!(&call.callee.kind, ExprKind::Ident(name) if name == "super")
}
