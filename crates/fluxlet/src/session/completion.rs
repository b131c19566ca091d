//! What may be written at a place of an input.

use std::collections::BTreeMap;

use fluxlet_runtime::types::{ParameterMode, Type};

use super::Session;
use super::fragment::{End, Fragment};

/// Something that may be written at a place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Completion {
    /// Where the text begins that it replaces, in bytes; the place is where that text ends.
    pub start: usize,
    /// The text to put there.
    pub text: String,
    /// What it is.
    pub kind: CompletionKind,
}

/// What a [`Completion`] is.
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

/// Words of the language that a script starts something with.
const KEYWORDS: [&str; 11] = ["and", "else", "exists", "if", "import", "not", "option", "or", "return", "then", "with"];

impl Session {
    /// Returns what may be written at `offset` of `text`, in the order of the alphabet: import paths in an import, members
    /// behind a dot, names of arguments where one begins, names and words elsewhere. An offset past the end, or inside
    /// a character, has none.
    pub fn complete(&self, text: &str, offset: usize) -> Vec<Completion> {
        let Some(before) = text.get(..offset) else { return Vec::new() };
        let fragment = Fragment::new(before);
        let prefix = match fragment.end {
            End::Comment => return Vec::new(),
            End::String(start) if fragment.is_import() => &before[start..],
            End::String(_) => return Vec::new(),
            End::Code if fragment.is_in_literal() => return Vec::new(),
            End::Code => fragment.prefix(),
        };
        let candidates = match fragment.end {
            End::String(_) => self.packages(),
            _ => self.candidates(&fragment),
        };
        let fits = |text: &str| text.starts_with(prefix) && (prefix.starts_with('_') || !text.starts_with('_'));
        let start = offset - prefix.len();
        let candidates = candidates.into_iter().filter(|(text, _)| fits(text));
        candidates.map(|(text, kind)| Completion { start, text, kind }).collect()
    }

    fn candidates(&self, fragment: &Fragment<'_>) -> BTreeMap<String, CompletionKind> {
        if let Some(object) = fragment.object() {
            return self.members(object);
        }
        if let Some((callee, given)) = fragment.call() {
            let arguments = self.arguments(callee, &given);
            if !arguments.is_empty() {
                return arguments;
            }
        }
        let prelude = self.prelude();
        let names = prelude.iter().flat_map(|exports| exports.members.keys());
        let names = names.chain(self.variables.iter().map(|(name, _)| name));
        let names = names.chain(self.known.iter().map(|(name, _)| name)).map(|name| name.as_str());
        let names = names.chain(fragment.bound()).map(|name| (name.to_owned(), CompletionKind::Name));
        KEYWORDS.iter().map(|word| ((*word).to_owned(), CompletionKind::Keyword)).chain(names).collect()
    }

    fn packages(&self) -> BTreeMap<String, CompletionKind> {
        let paths = self.engine.registry().packages().map(|package| package.path);
        let public = paths.filter(|path| !path.starts_with("internal/"));
        public.map(|path| (path.to_owned(), CompletionKind::Package)).collect()
    }

    fn members(&self, object: &str) -> BTreeMap<String, CompletionKind> {
        match self.scheme_of(object).map(|scheme| scheme.ty) {
            Ok(Type::Record(record)) => {
                record.fields.iter().map(|(label, _)| (label.to_string(), CompletionKind::Member)).collect()
            }
            _ => BTreeMap::new(),
        }
    }

    fn arguments(&self, callee: &str, given: &[&str]) -> BTreeMap<String, CompletionKind> {
        let scheme = self.scheme_of(callee);
        let Some(function) = scheme.as_ref().ok().and_then(|scheme| scheme.as_function()) else {
            return BTreeMap::new();
        };
        let parameters = function.parameters.iter().filter(|parameter| parameter.mode != ParameterMode::Pipe);
        let open = parameters.filter(|parameter| !given.contains(&parameter.name.as_str()));
        open.map(|parameter| (format!("{}: ", parameter.name), CompletionKind::Argument)).collect()
    }
}
