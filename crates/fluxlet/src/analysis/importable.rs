//! What may be written at a place once a package is imported.

use std::ops::Range;

use fluxlet_semantic::{Importer, new_import};
use fluxlet_syntax::Span;

use super::Analysis;
use super::completion::{Completion, CompletionKind};
use super::fragment::Fragment;
use crate::Compiler;

impl Compiler<'_> {
    /// Returns the members of the packages that are called what stands at `object`, if nothing else is; `text` ends at the
    /// place, and what is replaced begins at `start`.
    pub(super) fn importable_members(
        &self,
        text: &str,
        start: usize,
        object: Range<usize>,
        fragment: &Fragment<'_>,
    ) -> Vec<Completion> {
        let name = &text[object.clone()];
        let paths = self.packages_called(|last| last == name);
        if paths.is_empty() {
            return Vec::new();
        }
        let analysis = self.analyze_closed(&text[..object.end], fragment);
        if self.is_known(&analysis, name, Span::new(object.start as u32, object.end as u32)) {
            return Vec::new();
        }
        let importing = self.engine.library.importing();
        let mut found = Vec::new();
        for exports in paths.into_iter().filter_map(|path| importing.import(path).ok()) {
            let mut members: Vec<_> = exports.members.iter().collect();
            members.sort_by_key(|(name, _)| *name);
            let import = new_import(&analysis.file, text, &exports.path);
            found.extend(members.into_iter().map(|(name, export)| Completion {
                start,
                text: name.to_string(),
                kind: CompletionKind::Member,
                ty: export.scheme.to_string(),
                package: Some(exports.path.to_string()),
                import: Some(import.clone()),
            }));
        }
        found
    }

    /// Returns the packages whose names begin with what stands from `start` to the end of `text`, but for names that are in
    /// `known`, and if no argument is named there.
    pub(super) fn importable_names(
        &self,
        text: &str,
        start: usize,
        fragment: &Fragment<'_>,
        known: &[Completion],
    ) -> Vec<Completion> {
        let is_known = |name: &str| known.iter().any(|completion| completion.text == name);
        let paths = self.packages_called(|last| last.starts_with(&text[start..]) && !is_known(last));
        if paths.is_empty() || known.iter().any(|completion| completion.kind == CompletionKind::Argument) {
            return Vec::new();
        }
        let analysis = self.analyze_closed(text, fragment);
        let package = |path: &str| Completion {
            start,
            text: last(path).to_owned(),
            kind: CompletionKind::Name,
            ty: String::new(),
            package: Some(path.to_owned()),
            import: Some(new_import(&analysis.file, text, path)),
        };
        paths.into_iter().map(package).collect()
    }

    /// Returns the paths of the packages whose names fit, by name; of one name those in fewer folders first.
    fn packages_called(&self, fits: impl Fn(&str) -> bool) -> Vec<&'static str> {
        let mut paths: Vec<_> = self.public_packages().filter(|path| fits(last(path))).collect();
        paths.sort_by_key(|path| (last(path), path.matches('/').count(), *path));
        paths
    }

    /// Tells whether the name at `span` stands for something, or may once the text is mended.
    fn is_known(&self, analysis: &Analysis, name: &str, span: Span) -> bool {
        analysis.facts.uses().iter().any(|used| used.span == span)
            || analysis.facts.definitions().iter().any(|definition| definition.name == name)
            || self.variables.iter().any(|(known, _)| known == name)
            || self.known.iter().any(|(known, _)| known == name)
    }
}

/// Returns the name that the package at `path` is known by where it is imported.
fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
