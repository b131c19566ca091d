//! Where imported packages come from.

use std::sync::Arc;

use ecow::EcoString;
use fluxlet_runtime::types::Scheme;
use indexmap::IndexMap;

use crate::ir::{Module, PackageId};

/// What a package shows to those who import it.
#[derive(Debug)]
pub struct Exports {
    /// The package's place in the registry.
    pub id: PackageId,
    /// Its import path.
    pub path: EcoString,
    /// Its top-level names, in the order of their slots.
    pub members: IndexMap<EcoString, Export>,
}

/// A top-level name of a package.
#[derive(Debug)]
pub struct Export {
    /// Its place among the package's globals.
    pub slot: u32,
    /// Its type.
    pub scheme: Scheme,
    /// Whether importers may set it.
    pub option: bool,
}

impl Exports {
    /// Returns what `module` shows, as the package `id` at `path`.
    pub fn of(module: &Module, id: PackageId, path: &str) -> Self {
        let members = module
            .globals
            .iter()
            .enumerate()
            .map(|(slot, global)| {
                let export = Export { slot: slot as u32, scheme: global.scheme.clone(), option: global.option };
                (global.name.clone(), export)
            })
            .collect();
        Self { id, path: path.into(), members }
    }
}

/// Why a package cannot be imported.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// There is none at this path; one at a path like it may be meant.
    #[error("there is no such package")]
    Unknown {
        /// The paths that may be meant, the likeliest first.
        similar: Vec<String>,
    },
    /// The package imports itself, through the others in the list.
    #[error("the package imports itself: {}", .0.join(" → "))]
    Cycle(Vec<String>),
    /// The package itself is wrong; the text tells what and where.
    #[error("the package is wrong: {0}")]
    Broken(String),
}

impl ImportError {
    /// Returns the question whether one of the paths that are known was meant, if there are any.
    pub fn help(&self) -> Option<String> {
        let ImportError::Unknown { similar } = self else { return None };
        let (last, others) = similar.split_last()?;
        let others: Vec<String> = others.iter().map(|path| format!("`{path}`")).collect();
        let others = if others.is_empty() { String::new() } else { format!("{} or ", others.join(", ")) };
        Some(format!("did you mean {others}`{last}`?"))
    }
}

/// Finds packages by their import paths.
pub trait Importer {
    /// Returns what the package at `path` shows.
    ///
    /// # Errors
    /// If there is none, if it imports itself, or if it is wrong itself.
    fn import(&self, path: &str) -> Result<Arc<Exports>, ImportError>;

    /// Returns the packages whose names are known without import, the outermost first. A check asks for them once, if it
    /// meets a name that nothing else knows.
    ///
    /// # Errors
    /// If one of them cannot be had.
    fn prelude(&self) -> Result<Vec<Arc<Exports>>, ImportError>;
}
