//! Which test cases run.

use std::collections::{BTreeSet, HashMap};

use fluxlet::TestCase;

use super::collect::Found;
use super::module::Module;
use crate::arguments::TestArguments;
use crate::failure::Failure;

/// What the arguments ask for.
pub(super) struct Selection {
    /// If there are any, these run and no others.
    only: Vec<String>,
    skipped: Vec<String>,
    tags: Vec<String>,
    skip_untagged: bool,
}

impl Selection {
    /// Reads what the arguments ask for. Inside a module, only the tags that its root lists may be used.
    ///
    /// # Errors
    /// [`Failure::Usage`] for tags that no module lists, in arguments and in test cases.
    pub(super) fn new(arguments: &TestArguments, found: &Found, cases: &[TestCase]) -> Result<Self, Failure> {
        let modules: HashMap<&str, Option<&Module>> =
            found.files.iter().map(|file| (file.name.as_str(), found.modules.of(&file.path))).collect();
        for case in cases {
            let Some(Some(module)) = modules.get(case.file().name()) else { continue };
            if let Some(tag) = case.tags().iter().find(|tag| !module.tags.contains(tag)) {
                return Err(Failure::usage(format!(
                    "test case `{}` in `{}` has the tag `{tag}`, but `fluxtest.root` of module `{}` lists {}",
                    case.name(),
                    case.file().name(),
                    module.name,
                    list(module.tags.iter()),
                )));
            }
        }
        // A file outside of all modules may have any tags.
        if modules.values().all(Option::is_some) {
            let known: BTreeSet<&String> = found.modules.iter().flat_map(|module| &module.tags).collect();
            if let Some(tag) = arguments.tags.iter().find(|tag| !known.contains(tag)) {
                let known = list(known.into_iter());
                return Err(Failure::usage(format!("`--tags {tag}`: the modules of these test cases list {known}")));
            }
        }
        Ok(Self {
            only: arguments.test.clone(),
            skipped: arguments.skip.clone(),
            tags: arguments.tags.clone(),
            skip_untagged: arguments.skip_untagged,
        })
    }

    /// Tells whether a test case runs. One that is named runs whatever else is asked for.
    pub(super) fn runs(&self, case: &TestCase) -> bool {
        let named = |names: &[String]| {
            let is = |name: &String| match name.rsplit_once('.') {
                Some((package, name)) => package == case.package() && name == case.name(),
                None => name == case.name(),
            };
            names.iter().any(is)
        };
        if !self.only.is_empty() {
            return named(&self.only);
        }
        let excluded = named(&self.skipped) || self.skip_untagged && case.tags().is_empty();
        !excluded && case.tags().iter().all(|tag| self.tags.contains(tag))
    }
}

fn list<'a>(tags: impl Iterator<Item = &'a String>) -> String {
    let tags: Vec<String> = tags.map(|tag| format!("`{tag}`")).collect();
    if tags.is_empty() { "no tags".to_owned() } else { format!("only {}", tags.join(", ")) }
}
