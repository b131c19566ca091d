//! Which names are known where, and what they stand for.

use std::collections::HashMap;
use std::sync::Arc;

use ecow::EcoString;
use fluxlet_runtime::types::Scheme;

use crate::importer::Exports;
use crate::ir::LocalId;
use crate::table::TypeId;

/// What a name stands for.
#[derive(Clone)]
pub(crate) enum Binding {
    /// A parameter: one type at all its uses.
    Parameter(LocalId, TypeId),
    /// A local variable: its type may be taken anew at each use.
    Local(LocalId, TypeId),
    /// A top-level name of this module.
    Global(u32, TypeId),
    /// An option of a prelude package that this module has set.
    PreludeOption { package: u32, slot: u32, ty: TypeId },
    /// An imported package.
    Package(Arc<Exports>),
    /// A top-level name of an earlier input, which is a package of its own.
    Member(Arc<Exports>),
    /// A variable of the context.
    Variable(Arc<Scheme>),
    /// A name that could not be defined; told already.
    Broken,
}

/// The scopes around the place at hand, the outermost first.
#[derive(Default)]
pub(crate) struct Scopes {
    scopes: Vec<HashMap<EcoString, Binding>>,
}

impl Scopes {
    pub(crate) fn enter(&mut self) {
        self.scopes.push(HashMap::new());
    }

    pub(crate) fn leave(&mut self) {
        self.scopes.pop();
    }

    pub(crate) fn bind(&mut self, name: EcoString, binding: Binding) {
        if let Some(scope) = self.scopes.last_mut() {
            scope.insert(name, binding);
        }
    }

    pub(crate) fn get(&self, name: &str) -> Option<&Binding> {
        self.scopes.iter().rev().find_map(|scope| scope.get(name))
    }

    /// Walks over all names, for suggestions.
    pub(crate) fn names(&self) -> impl Iterator<Item = &EcoString> {
        self.scopes.iter().flat_map(HashMap::keys)
    }
}
