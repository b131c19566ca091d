//! The rules for names of one scope: nothing is bound twice, and options do not depend on options.

mod walk;

use std::collections::{HashMap, HashSet};

use ecow::EcoString;
use fluxlet_syntax::ast::{Assignment, File, Function, OptionAssignment, StatementKind};
use fluxlet_syntax::{Diagnostic, Span, Stage};

use crate::shape::clip;
use walk::{Visitor, expression, statements};

/// Returns the first name of `file` that breaks a rule.
pub(crate) fn check(file: &File) -> Option<Diagnostic> {
    let options = match options(file) {
        Ok(options) => options,
        Err(problem) => return Some(problem),
    };
    reassigned(file, &options).or_else(|| dependent_option(file))
}

/// Returns the options that the file sets, with their places; those of other packages with the name of the package.
fn options(file: &File) -> Result<HashMap<String, Span>, Diagnostic> {
    let mut options = HashMap::new();
    for (option, span) in set_options(file) {
        let name = match &option.package {
            Some(package) => format!("{}.{}", package.name, option.name.name),
            None => option.name.name.to_string(),
        };
        if let Some(&first) = options.get(&name) {
            let message = format!("option `{}` is set twice", clip(&name));
            return Err(problem("reassigned", span, message).label(first, "first set here"));
        }
        options.insert(name, span);
    }
    Ok(options)
}

fn set_options(file: &File) -> impl Iterator<Item = (&OptionAssignment, Span)> {
    file.statements.iter().filter_map(|statement| match &statement.kind {
        StatementKind::Option(option) => Some((option, statement.span)),
        _ => None,
    })
}

/// Finds a variable that is bound twice in one scope, at the top or in any function.
fn reassigned(file: &File, options: &HashMap<String, Span>) -> Option<Diagnostic> {
    let mut search = Reassigned { options, scopes: vec![Scope::default()], found: None };
    statements(&file.statements, &mut search);
    search.found
}

struct Reassigned<'a> {
    options: &'a HashMap<String, Span>,
    scopes: Vec<Scope<'a>>,
    found: Option<Diagnostic>,
}

#[derive(Default)]
struct Scope<'a> {
    parameters: HashMap<&'a str, Span>,
    variables: HashMap<&'a str, Span>,
}

impl<'a> Visitor<'a> for Reassigned<'a> {
    fn done(&self) -> bool {
        self.found.is_some()
    }

    fn enter(&mut self, function: &'a Function) {
        let names = function.parameters.iter().map(|parameter| (parameter.name.name.as_str(), parameter.name.span));
        self.scopes.push(Scope { parameters: names.collect(), variables: HashMap::new() });
    }

    fn leave(&mut self) {
        self.scopes.pop();
    }

    fn assignment(&mut self, assignment: &'a Assignment, span: Span) {
        if self.done() {
            return;
        }
        let name = assignment.name.name.as_str();
        let top = self.scopes.len() == 1;
        let Some(scope) = self.scopes.last_mut() else { return };
        let shown = clip(name);
        let found = if let Some(&option) = self.options.get(name).filter(|_| top) {
            problem("reassigned", span, format!("`{shown}` is a variable and an option")).label(option, "the option")
        } else if let Some(&first) = scope.variables.get(name) {
            problem("reassigned", span, format!("variable `{shown}` is assigned twice"))
                .label(first, "first assigned here")
                .help("variables cannot change; give the second one a name of its own")
        } else if let Some(&parameter) = scope.parameters.get(name) {
            let message = format!("variable `{shown}` is assigned, but is a parameter of the function");
            problem("reassigned", span, message)
                .label(parameter, "the parameter")
                .help("give the variable a name of its own")
        } else {
            scope.variables.insert(name, span);
            return;
        };
        self.found = Some(found);
    }

    fn name(&mut self, _: &'a EcoString, _: Span) {}
}

/// Finds an option whose value mentions another option of the same file.
fn dependent_option(file: &File) -> Option<Diagnostic> {
    let own: Vec<&OptionAssignment> =
        set_options(file).map(|(option, _)| option).filter(|option| option.package.is_none()).collect();
    let options: HashMap<&str, Span> = own.iter().map(|option| (option.name.name.as_str(), option.name.span)).collect();
    own.into_iter().find_map(|option| {
        let mut search = Dependency { option: &option.name.name, options: &options, hidden: Vec::new(), found: None };
        expression(&option.value, &mut search);
        search.found
    })
}

struct Dependency<'a> {
    option: &'a EcoString,
    options: &'a HashMap<&'a str, Span>,
    /// Names bound in the functions around, which are not the options of these names.
    hidden: Vec<HashSet<&'a str>>,
    found: Option<Diagnostic>,
}

impl<'a> Visitor<'a> for Dependency<'a> {
    fn done(&self) -> bool {
        self.found.is_some()
    }

    fn enter(&mut self, function: &'a Function) {
        self.hidden.push(function.parameters.iter().map(|parameter| parameter.name.name.as_str()).collect());
    }

    fn leave(&mut self) {
        self.hidden.pop();
    }

    fn assignment(&mut self, assignment: &'a Assignment, _: Span) {
        if let Some(names) = self.hidden.last_mut() {
            names.insert(&assignment.name.name);
        }
    }

    fn name(&mut self, name: &'a EcoString, span: Span) {
        let hidden = || self.hidden.iter().any(|names| names.contains(name.as_str()));
        if let Some(&other) = self.options.get(name.as_str()).filter(|_| self.found.is_none() && !hidden()) {
            let message =
                format!("option `{}` depends on option `{}` of the same package", clip(self.option), clip(name));
            let problem = problem("dependent-option", span, message).label(other, "the other option");
            let why = "each option can be set from outside, in any order, so none can be made from another";
            self.found = Some(problem.note(why).help("put the shared value in a variable that both use"));
        }
    }
}

fn problem(code: &'static str, span: Span, message: String) -> Diagnostic {
    Diagnostic::new(Stage::Check, code, span, message)
}
