//! What a declaration says about itself: the comment above it.

use fluxlet_semantic::Known;
use fluxlet_syntax::Source;

use super::Session;
use crate::documentation;

impl Session {
    /// Returns the comment above the declaration of `name`, without `//`; `None` if there is no such name or no comment.
    ///
    /// The name is one that the next input could use, a member such as `strings.title`, or an import path with or without a
    /// member; a package is described by the comment above its package clause.
    pub fn doc(&self, name: &str) -> Option<String> {
        let (source, member) = self.origin(name.trim())?;
        documentation::comment_above(&source, member.as_deref())
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
        if let Some(exports) = self.compiler().prelude().iter().rev().find(|exports| exports.members.contains_key(name))
        {
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
}
