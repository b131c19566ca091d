//! What may be written at a place of a text.

use std::collections::BTreeMap;
use std::ops::Range;

use fluxlet_runtime::types::{ParameterMode, Type};
use fluxlet_semantic::{Definition, DefinitionKind, Known, Target};
use fluxlet_syntax::{Edit, Span};

use super::Analysis;
use super::fragment::{End, Fragment};
use crate::Compiler;

/// Something that may be written at a place.
///
/// ```
/// use fluxlet::Engine;
///
/// let text = "import \"strings\"\nstrings.toUp";
/// let completions = Engine::new()?.compiler().complete(text, text.len());
/// assert_eq!(completions[0].text, "toUpper");
/// assert_eq!(completions[0].ty, "(v: string) => string");
/// # Ok::<(), fluxlet::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Completion {
    /// Where the text begins that it replaces, in bytes; the place is where that text ends.
    pub start: usize,
    /// The text to put there.
    pub text: String,
    /// What it is.
    pub kind: CompletionKind,
    /// Its type; empty for what has none.
    pub ty: String,
    /// The import path of the package that declares it, if one does.
    pub package: Option<String>,
    /// The edit that imports that package, if the text needs it and does not have it yet.
    pub import: Option<Edit>,
}

/// What a [`Completion`] is.
///
/// ```
/// use fluxlet::{CompletionKind, Engine};
///
/// let text = "import \"stri";
/// let completions = Engine::new()?.compiler().complete(text, text.len());
/// assert!(completions.iter().all(|completion| completion.kind == CompletionKind::Package));
/// # Ok::<(), fluxlet::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum CompletionKind {
    /// The import path of a package.
    Package,
    /// A member of a package, or a field of a record.
    Member,
    /// The name of an argument, with a colon.
    Argument,
    /// A name that is known without more.
    Name,
    /// A word of the language.
    Keyword,
}

/// What is known of a candidate, by its text.
type Candidates = BTreeMap<String, (CompletionKind, String, Option<String>)>;

/// Words of the language that a script starts something with.
const KEYWORDS: [&str; 11] = ["and", "else", "exists", "if", "import", "not", "option", "or", "return", "then", "with"];

/// Stands where a name may stand; the parser takes it for one.
const SOME_NAME: &str = "x";

impl Compiler<'_> {
    /// Returns what may be written at `offset` of `text`, in the order of the alphabet: import paths in an import, members
    /// behind a dot, names of arguments where one begins, names and words elsewhere; then what packages have that would have
    /// to be imported. An offset past the end, or inside a character, has none.
    pub fn complete(&self, text: &str, offset: usize) -> Vec<Completion> {
        let Some(before) = text.get(..offset) else { return Vec::new() };
        let fragment = Fragment::new(before);
        let prefix = match fragment.end() {
            End::Comment => return Vec::new(),
            End::String(start) if fragment.is_import() => &before[start..],
            End::String(_) => return Vec::new(),
            End::Code if fragment.is_in_literal() => return Vec::new(),
            End::Code => fragment.prefix(),
        };
        let candidates = match fragment.end() {
            End::String(_) => self.packages(),
            _ => self.candidates(before, prefix, &fragment),
        };
        let fits = |text: &str| text.starts_with(prefix) && (prefix.starts_with('_') || !text.starts_with('_'));
        let start = offset - prefix.len();
        let candidates = candidates.into_iter().filter(|(text, _)| fits(text));
        let known = |(text, (kind, ty, package))| Completion { start, text, kind, ty, package, import: None };
        let mut found: Vec<Completion> = candidates.map(known).collect();
        if fragment.end() == End::Code {
            let importable = match fragment.object() {
                Some(object) if found.is_empty() => self.importable_members(before, start, object, &fragment),
                None if !prefix.is_empty() => self.importable_names(before, start, &fragment, &found),
                _ => Vec::new(),
            };
            found.extend(importable.into_iter().filter(|completion| fits(&completion.text)));
        }
        found
    }

    fn candidates(&self, before: &str, prefix: &str, fragment: &Fragment<'_>) -> Candidates {
        if let Some(object) = fragment.object() {
            // The dot and what follows would ask for a field that is not there.
            let object_is_called = if fragment.is_piped(object.start) { "()" } else { "" };
            let analysis = self.analyze_closed(&format!("{}{object_is_called}", &before[..object.end]), fragment);
            return analysis.members(Span::new(object.start as u32, object.end as u32));
        }
        let until = &before[..before.len() - prefix.len()];
        if let Some(call) = fragment.call().filter(|call| call.expects_name) {
            let analysis = self.analyze_closed(until, fragment);
            let arguments = analysis.arguments(&call.callee, &call.given);
            if !arguments.is_empty() {
                return arguments;
            }
        }
        let mut candidates: Candidates =
            KEYWORDS.iter().map(|word| ((*word).to_owned(), (CompletionKind::Keyword, String::new(), None))).collect();
        for exports in self.prelude() {
            for (name, export) in exports.members.iter().filter(|(name, _)| name.starts_with(prefix)) {
                let known = (CompletionKind::Name, export.scheme.to_string(), Some(exports.path.to_string()));
                candidates.insert(name.to_string(), known);
            }
        }
        for (name, scheme) in &self.variables {
            candidates.insert(name.to_string(), (CompletionKind::Name, scheme.to_string(), None));
        }
        for (name, known) in self.known {
            let ty = match known {
                Known::Package(_) => String::new(),
                Known::Member(exports) => {
                    exports.members.get(name).map(|export| export.scheme.to_string()).unwrap_or_default()
                }
            };
            candidates.insert(name.to_string(), (CompletionKind::Name, ty, None));
        }
        let analysis = self.analyze_closed(&format!("{until}{SOME_NAME}"), fragment);
        let at = until.len() as u32;
        for definition in analysis.facts.definitions() {
            let Definition { name, scope, kind, .. } = definition;
            if (scope.start..=scope.end).contains(&at) && name.starts_with(prefix) && !name.is_empty() {
                let (ty, package) = match kind {
                    DefinitionKind::Import(path) => (String::new(), Some(path.to_string())),
                    _ => (analysis.facts.type_of(definition).to_string(), None),
                };
                candidates.insert(name.to_string(), (CompletionKind::Name, ty, package));
            }
        }
        candidates
    }

    /// Looks at a text that ends within brackets as if they were closed.
    pub(super) fn analyze_closed(&self, text: &str, fragment: &Fragment<'_>) -> Analysis {
        self.analyze("input", &format!("{text}{}", fragment.closers()))
    }

    fn packages(&self) -> Candidates {
        let path = |path: &str| (path.to_owned(), (CompletionKind::Package, String::new(), Some(path.to_owned())));
        self.public_packages().map(path).collect()
    }

    /// Returns the paths of the packages that are not those of the library alone.
    pub(super) fn public_packages(&self) -> impl Iterator<Item = &'static str> {
        let paths = self.engine.registry().packages().map(|package| package.path);
        paths.filter(|path| !path.starts_with("internal/"))
    }
}

impl Analysis {
    fn members(&self, object: Span) -> Candidates {
        let imported = self.imported(object);
        if let Some(Type::Record(record)) = self.facts.type_at(object).map(|scheme| scheme.ty) {
            let fields = record.fields.iter();
            return fields
                .map(|(label, ty)| (label.to_string(), (CompletionKind::Member, ty.to_string(), imported.clone())))
                .collect();
        }
        BTreeMap::new()
    }

    /// Returns the path of the package whose name stands at `span`, if the text imports it.
    fn imported(&self, span: Span) -> Option<String> {
        let uses = self.facts.uses();
        let at = uses.binary_search_by_key(&span, |used| used.span).ok()?;
        let Target::Definition(index) = uses.get(at)?.target else { return None };
        match &self.facts.definitions().get(index)?.kind {
            DefinitionKind::Import(path) => Some(path.to_string()),
            _ => None,
        }
    }

    fn arguments(&self, callee: &Range<usize>, given: &[&str]) -> Candidates {
        let span = Span::new(callee.start as u32, callee.end as u32);
        let scheme = self.facts.type_at(span);
        let Some(function) = scheme.as_ref().and_then(|scheme| scheme.as_function()) else {
            return BTreeMap::new();
        };
        let parameters = function.parameters.iter().filter(|parameter| parameter.mode != ParameterMode::Pipe);
        let open = parameters.filter(|parameter| !given.contains(&parameter.name.as_str()));
        let known = |ty: &Type| (CompletionKind::Argument, ty.to_string(), None);
        open.map(|parameter| (format!("{}: ", parameter.name), known(&parameter.ty))).collect()
    }
}
