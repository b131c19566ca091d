//! Test cases: programs of their own that a file holds in `testcase` statements.

use std::collections::HashMap;

use fluxlet_runtime::Error;
use fluxlet_syntax::ast::{File, StatementKind};
use fluxlet_syntax::{Diagnostic, Limits, Source, Span, Stage};

use crate::{CompileError, Compiler, Program, Sources};

mod assemble;
pub(crate) mod place;
mod tags;

/// The source of the package whose functions make tests fail.
const ASSERTIONS: &str = "fluxlet/expect/expect.flux";

/// A test case, ready to be compiled as a main program: the imports and statements of its file that are no test cases,
/// in order, and then its body.
///
/// A test case that extends another has the imports and statements of both files, its own first; in its body, the first
/// statement `super()` stands for the body of the other.
///
/// ```
/// use fluxlet::{Context, Engine, Folder, Source, testcases};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let source = Source::new("pump_test.flux", r#"
///     package pump_test
///     import "fluxlet/expect"
///     import "testing"
///     option testing.tags = ["slow"]
///     testcase starts { expect.equal(got: 1, want: 1) }
/// "#);
/// let cases = testcases(&source, &Folder::new("tests"))?;
/// assert_eq!((cases[0].package(), cases[0].name()), ("pump", "starts"));
/// assert_eq!(cases[0].tags(), ["slow"]);
/// cases[0].compile(Engine::new()?.compiler())?.run_blocking(&Context::new())?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct TestCase {
    name: String,
    package: String,
    tags: Vec<String>,
    /// The file that the test case stands in.
    file: Source,
    /// Where its name stands there.
    place: Span,
    /// What the spans of the tree are spans of: the file, or it and the one of the test case that is extended.
    places: Source,
    /// The main program; a problem with the test case that this one extends.
    tree: Result<File, CompileError>,
}

/// Reads the test cases of a file, in order.
///
/// `parents` finds the file of a test case that is extended: for `extends "module/path/file_test.name"` it is asked for
/// `module/path/file_test`. One that cannot be found is an error of [`TestCase::compile`], not of this function.
///
/// ```
/// use fluxlet::{Context, Engine, Folder, Source, testcases};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let source = Source::new("pump_test.flux", r#"
///     package pump_test
///     import "fluxlet/expect"
///     speed = (v) => v * 2
///     testcase doubles { expect.equal(got: speed(v: 2), want: 4) }
/// "#);
/// let engine = Engine::new()?;
/// for case in testcases(&source, &Folder::new("tests"))? {
///     case.compile(engine.compiler())?.run_blocking(&Context::new())?;
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// What is wrong with the whole file: it is no Flux, it declares no package, two test cases have one name, or
/// `testing.tags` are not written as strings.
pub fn testcases(source: &Source, parents: &dyn Sources) -> Result<Vec<TestCase>, CompileError> {
    let fail = |problem: Diagnostic| CompileError::new(source.clone(), vec![problem]);
    let parsed = fluxlet_syntax::parse(source, &Limits::default());
    if !parsed.diagnostics.is_empty() {
        return Err(CompileError::new(source.clone(), parsed.diagnostics));
    }
    let file = parsed.file;
    let Some(package) = &file.package else {
        let message = "a file with test cases must start with a `package` clause";
        let problem = Diagnostic::new(Stage::Check, "missing-package", Span::at(0), message);
        return Err(fail(problem.help("write `package` and a name that ends in `_test`")));
    };
    let package = package.name.name.strip_suffix("_test").unwrap_or(&package.name.name).to_owned();
    let mut cases = Vec::new();
    for statement in &file.statements {
        let StatementKind::Testcase(case) = &statement.kind else { continue };
        let (places, tree) = match assemble::program(source, &file, case, parents) {
            Ok((joined, tree)) => (joined, Ok(tree)),
            Err(error) => (source.clone(), Err(error)),
        };
        let tags = match &tree {
            Ok(tree) => tags::of(tree).map_err(|problem| CompileError::new(places.clone(), vec![problem]))?,
            Err(_) => Vec::new(),
        };
        cases.push(TestCase {
            name: case.name.name.to_string(),
            package: package.clone(),
            tags,
            file: source.clone(),
            place: case.name.span,
            places,
            tree,
        });
    }
    match duplicate_testcase(&cases) {
        Some(error) => Err(error),
        None => Ok(cases),
    }
}

/// Returns the problem of the first test case whose package has another of its name, if there is one; the files of a
/// package are told apart by their names.
///
/// ```
/// use fluxlet::{Folder, Source, duplicate_testcase, testcases};
///
/// let mut cases = Vec::new();
/// for name in ["north_test.flux", "south_test.flux"] {
///     let source = Source::new(name, "package pump_test\ntestcase starts { x = 1 }");
///     cases.extend(testcases(&source, &Folder::new("tests"))?);
/// }
/// let error = duplicate_testcase(&cases).expect("both files have it");
/// assert_eq!(error.source_text().name(), "south_test.flux");
/// # Ok::<(), fluxlet::CompileError>(())
/// ```
pub fn duplicate_testcase(cases: &[TestCase]) -> Option<CompileError> {
    let mut known: HashMap<(&str, &str), &TestCase> = HashMap::new();
    cases.iter().find_map(|case| {
        let first = known.insert((&case.package, &case.name), case)?;
        let message = format!("package `{}` has two test cases `{}`", case.package, case.name);
        let problem = Diagnostic::new(Stage::Check, "duplicate-testcase", case.place, message);
        let problem = match first.file.name() == case.file.name() {
            true => problem.label(first.place, "the first is here"),
            false => problem.note(format!(
                "the first is at {}:{}",
                first.file.name(),
                first.file.position(first.place.start)
            )),
        };
        Some(CompileError::new(case.file.clone(), vec![problem]))
    })
}

/// Returns an error of a run as people want it told: what an assertion of `fluxlet/expect` says counts where the
/// assertion is called, not inside of it.
///
/// ```
/// use fluxlet::{Context, Engine, at_assertion};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let program = Engine::new()?.compile("import \"fluxlet/expect\"\nexpect.equal(got: 1, want: 2)")?;
/// let error = program.run_blocking(&Context::new()).expect_err("they differ");
/// assert_eq!(at_assertion(&error).trace()[0].source.name(), "main");
/// # Ok(())
/// # }
/// ```
pub fn at_assertion(error: &Error) -> Error {
    let inside = error.trace().iter().take_while(|frame| frame.source.name() == ASSERTIONS).count();
    let told = Error::new(error.code(), error.message());
    error.trace().iter().skip(inside).cloned().fold(told, Error::leave)
}

impl TestCase {
    /// Returns the name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the name of the package under test: that of the file's package clause without `_test` at its end.
    pub fn package(&self) -> &str {
        &self.package
    }

    /// Returns the strings of `option testing.tags`, in the body or the file.
    pub fn tags(&self) -> &[String] {
        &self.tags
    }

    /// Returns the file that the test case stands in.
    pub fn file(&self) -> &Source {
        &self.file
    }

    /// Returns where the name stands in the file.
    pub fn place(&self) -> Span {
        self.place
    }

    /// Returns the main program as text: imports and statements as they are written, without the comments between them.
    /// It is empty if the test case that this one extends is not there.
    pub fn text(&self) -> String {
        let Ok(tree) = &self.tree else { return String::new() };
        let imports = tree.imports.iter().map(|import| import.span);
        let statements = tree.statements.iter().map(|statement| statement.span);
        let mut text = String::from("package main\n");
        for lines in imports.chain(statements).map(|span| self.places.slice(span)) {
            text.push('\n');
            text.push_str(lines);
            text.push('\n');
        }
        text
    }

    /// Checks and compiles the main program.
    ///
    /// # Errors
    /// Everything that is wrong with it, with places in the file that the wrong text is from; and whatever is wrong with
    /// the test case that it extends.
    pub fn compile(&self, compiler: Compiler<'_>) -> Result<Program, CompileError> {
        let tree = self.tree.as_ref().map_err(Clone::clone)?;
        compiler.compile_tree(self.places.clone(), tree)
    }
}

#[cfg(test)]
mod tests;
