//! Names that nothing has defined, and what may have been meant.

use std::collections::HashMap;
use std::sync::Arc;

use ecow::EcoString;
use fluxlet_syntax::ast::{Statement, StatementKind};
use fluxlet_syntax::{Diagnostic, Span, Stage};

use super::Infer;
use crate::advice::similar;
use crate::scope::Binding;
use crate::shape::clip;
use crate::{Exports, ImportError, new_import};

/// What is written for the values that Flux has under other names, or not at all.
const ELSEWHERE: [(&str, &str); 9] = [
    ("null", "Flux has no literal for null; `exists r.a` tells whether there is a value"),
    ("nil", "Flux has no literal for null; `exists r.a` tells whether there is a value"),
    ("undefined", "Flux has no literal for null; `exists r.a` tells whether there is a value"),
    ("len", "use `length(arr: …)`, or `strings.strlen(v: …)`"),
    ("str", "use `string(v: …)`"),
    ("print", "write the expression by itself; its value is printed"),
    ("println", "write the expression by itself; its value is printed"),
    ("printf", "put values into a string: `\"${a} ${b}\"`"),
    ("this", "name the record: a function gets it as a parameter, such as `r`"),
];

/// The names that statements assign, to tell a name that is used too early.
pub(super) fn assigned(statements: &[Statement]) -> HashMap<EcoString, Span> {
    let names = statements.iter().filter_map(|statement| match &statement.kind {
        StatementKind::Assignment(assignment) => Some(&assignment.name),
        StatementKind::Option(option) if option.package.is_none() => Some(&option.name),
        _ => None,
    });
    names.map(|name| (name.name.clone(), name.span)).collect()
}

impl Infer<'_> {
    pub(super) fn is_defined(&self, name: &str) -> bool {
        self.scopes.get(name).is_some() || self.prelude().iter().any(|exports| exports.members.contains_key(name))
    }

    /// Tells that a name is undefined, once for each scope.
    pub(super) fn undefined(&mut self, name: &EcoString, member: Option<&str>, span: Span) {
        if !self.has_room() {
            return;
        }
        let message = format!("undefined name `{}`", clip(name));
        let mut problem = Diagnostic::new(Stage::Check, "undefined-name", span, message);
        let later = self.later.iter().rev().find_map(|names| names.get(name));
        if self.defining.contains(name) {
            let note = "a name is not known in its own value; Flux has no recursion";
            problem = problem.note(note);
            if let Some(&later) = later {
                problem = problem.label(later, "it is only known after this statement");
            }
        } else if let Some(&later) = later {
            problem = problem
                .label(later, "it is assigned only here")
                .help("move the assignment up; a name is known from its assignment on");
        } else if let Some(path) = self.importable(name, member) {
            problem = problem.help(format!("import the package: `import \"{path}\"`"));
            problem.fix.push(new_import(self.file, self.options.text, &path));
        } else {
            let known = self.prelude().iter().flat_map(|exports| exports.members.keys());
            let elsewhere = ELSEWHERE.iter().find(|(other, _)| other == name).map(|(_, help)| (*help).to_owned());
            match (elsewhere, similar(name, self.scopes.names().chain(known))) {
                (Some(help), _) => problem = problem.help(help),
                (None, Some(similar)) => {
                    problem = problem.help(format!("did you mean `{similar}`?")).fix(span, similar.as_str());
                }
                (None, None) => {}
            }
        }
        self.inference.push(problem);
        self.scopes.bind(name.clone(), Binding::Broken);
    }

    /// Tells, at `span`, that a package lacks the member that is named at `place`, and which other package of its name has it.
    pub(super) fn missing_member(&self, exports: &Exports, name: &EcoString, span: Span, place: Span) -> Diagnostic {
        let message = format!("package `{}` has no member `{}`", clip(&exports.path), clip(name));
        let problem = Diagnostic::new(Stage::Check, "missing-field", span, message);
        let called = exports.path.rsplit('/').next().unwrap_or_default();
        let elsewhere = self.packages(called).into_iter().find(|other| other.members.contains_key(name));
        match (similar(name, exports.members.keys()), elsewhere) {
            (_, Some(other)) => {
                let problem = problem.help(format!("the package `{}` has it", other.path));
                match self.file.imports.iter().find(|import| import.path.value == exports.path) {
                    Some(import) => problem.fix(import.path.span, format!("\"{}\"", other.path)),
                    None => problem,
                }
            }
            (Some(similar), None) => problem.help(format!("did you mean `{similar}`?")).fix(place, similar.as_str()),
            (None, None) => problem,
        }
    }

    /// Returns the path of a package that is called `name`, of several the one that has `member`.
    fn importable(&self, name: &str, member: Option<&str>) -> Option<String> {
        let packages = self.packages(name);
        let has = |exports: &&Arc<Exports>| member.is_some_and(|member| exports.members.contains_key(member));
        packages.iter().find(has).or(packages.first()).map(|exports| exports.path.to_string())
    }

    /// Returns the packages that are called `name`, the likeliest first.
    fn packages(&self, name: &str) -> Vec<Arc<Exports>> {
        let paths: Vec<String> = match self.options.importer.import(name) {
            Ok(_) => ["", "experimental/", "influxdata/influxdb/"].map(|folder| format!("{folder}{name}")).into(),
            Err(ImportError::Unknown { similar }) => {
                similar.into_iter().filter(|path| path.rsplit('/').next() == Some(name)).collect()
            }
            Err(_) => Vec::new(),
        };
        paths.iter().filter_map(|path| self.options.importer.import(path).ok()).collect()
    }
}
