//! What a declaration says about itself: the comment above it.

use std::sync::Arc;

use fluxlet_semantic::{Exports, Known};
use fluxlet_syntax::ast::{Attribute, File, StatementKind};
use fluxlet_syntax::{Limits, Source, Span};

use super::Session;

impl Session {
    /// Returns the comment above the declaration of `name`, without `//`; `None` if there is no such name or no comment.
    ///
    /// The name is one that the next input could use, a member such as `strings.title`, or an import path with or without a
    /// member; a package is described by the comment above its package clause.
    pub fn doc(&self, name: &str) -> Option<String> {
        let (source, member) = self.origin(name.trim())?;
        let file = fluxlet_syntax::parse(&source, &Limits::default()).file;
        let start = match &member {
            Some(member) => declaration(&file, member)?,
            None => {
                let clause = file.package.as_ref()?;
                start(clause.span, &clause.attributes)
            }
        };
        comment(&source, &file, start)
    }

    /// Finds the source that declares a name, and the name there; none for a package.
    fn origin(&self, name: &str) -> Option<(Source, Option<String>)> {
        let library = &self.engine.library;
        match self.known.iter().rev().find(|(known, _)| known == name) {
            Some((_, Known::Package(exports))) => return Some((library.source(&exports.path)?, None)),
            Some((_, Known::Member(_))) => {
                let (_, source) = self.origins.iter().find(|(known, _)| known == name)?;
                return Some((source.clone(), Some(name.to_owned())));
            }
            None => {}
        }
        if let Some(exports) = self.prelude().iter().rev().find(|exports| exports.members.contains_key(name)) {
            return Some((library.source(&exports.path)?, Some(name.to_owned())));
        }
        if let Some(source) = library.source(name) {
            return Some((source, None));
        }
        let (package, member) = name.rsplit_once('.')?;
        let path = match self.known.iter().rev().find(|(known, _)| known == package) {
            Some((_, Known::Package(exports))) => exports.path.as_str(),
            Some((_, Known::Member(_))) => return None,
            None => package,
        };
        Some((library.source(path)?, Some(member.to_owned())))
    }

    /// Returns the packages whose names are known without import, outermost first.
    pub(super) fn prelude(&self) -> Vec<Arc<Exports>> {
        self.engine.library.importing().prelude().unwrap_or_default()
    }
}

/// Returns where the declaration of a top-level name starts; of two, the later.
fn declaration(file: &File, name: &str) -> Option<u32> {
    let statement = file.statements.iter().rev().find(|statement| match &statement.kind {
        StatementKind::Assignment(assignment) => assignment.name.name == name,
        StatementKind::Option(option) => option.package.is_none() && option.name.name == name,
        StatementKind::Builtin(builtin) => builtin.name.name == name,
        _ => false,
    })?;
    Some(start(statement.span, &statement.attributes))
}

fn start(span: Span, attributes: &[Attribute]) -> u32 {
    attributes.iter().map(|attribute| attribute.span.start).fold(span.start, u32::min)
}

/// Returns the comment whose last line is the line before the one of `start`.
fn comment(source: &Source, file: &File, start: u32) -> Option<String> {
    let mut line = source.position(start).line;
    let mut lines = Vec::new();
    for comment in file.comments.iter().rev().filter(|comment| comment.before == start) {
        let place = source.position(comment.span.start);
        let line_start = comment.span.start.saturating_sub(place.column - 1) as usize;
        let before = source.text().get(line_start..comment.span.start as usize);
        if place.line + 1 != line || before.is_none_or(|before| !before.trim().is_empty()) {
            break;
        }
        line -= 1;
        let text = source.slice(comment.span).trim_start_matches('/').trim_end();
        lines.push(text.strip_prefix(' ').unwrap_or(text));
    }
    lines.reverse();
    (!lines.is_empty()).then(|| lines.join("\n"))
}
