//! What a check learns of places in a text: what names stand for, and which types expressions have.

use std::cell::RefCell;
use std::collections::HashMap;

use ecow::EcoString;
use fluxlet_runtime::types::Scheme;
use fluxlet_syntax::Span;
use fluxlet_syntax::ast::Ident;

use crate::ir::LocalId;
use crate::table::{Table, TypeId};

/// What names of a file stand for, and which types its expressions have.
pub struct Facts {
    table: RefCell<Table>,
    /// By place, each once.
    types: Vec<(Span, TypeId)>,
    definitions: Vec<Definition>,
    /// By place, each once.
    uses: Vec<Use>,
}

/// A name that a file binds.
#[derive(Clone, Debug)]
pub struct Definition {
    /// The name.
    pub name: EcoString,
    /// Where the name stands; for an import without an alias, the path with its quotes.
    pub span: Span,
    /// Where the name is known.
    pub scope: Span,
    /// What it is.
    pub kind: DefinitionKind,
    ty: TypeId,
}

/// What a [`Definition`] is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DefinitionKind {
    /// `NAME = VALUE`
    Variable,
    /// `option NAME = VALUE`
    Option,
    /// `builtin NAME : TYPE`
    Builtin,
    /// A parameter of a function.
    Parameter,
    /// The import of the package at this path.
    Import(EcoString),
}

/// A place where a name stands for something.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Use {
    /// Where.
    pub span: Span,
    /// What for.
    pub target: Target,
}

/// What a name stands for.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Target {
    /// The definition of the file with this index.
    Definition(usize),
    /// A top-level name of another package.
    Member {
        /// The import path of the package.
        package: EcoString,
        /// The name there.
        name: EcoString,
    },
}

impl Facts {
    /// Returns the names that the file binds, in the order they become known.
    pub fn definitions(&self) -> &[Definition] {
        &self.definitions
    }

    /// Returns the places where names are used, in order; the places of the definitions are not among them.
    pub fn uses(&self) -> &[Use] {
        &self.uses
    }

    /// Returns the type of the expression at exactly `span`, or of the member of a package at that place.
    pub fn type_at(&self, span: Span) -> Option<Scheme> {
        let at = self.types.binary_search_by_key(&span, |(span, _)| *span).ok()?;
        Some(self.export(self.types.get(at)?.1))
    }

    /// Returns the type of a definition; that of an import has no fields.
    pub fn type_of(&self, definition: &Definition) -> Scheme {
        self.export(definition.ty)
    }

    fn export(&self, ty: TypeId) -> Scheme {
        self.table.borrow_mut().export(ty)
    }
}

/// Takes down facts while a file is checked.
pub(crate) struct Recorder {
    types: Vec<(Span, TypeId)>,
    definitions: Vec<Definition>,
    uses: Vec<Use>,
    /// Definitions by slot.
    globals: HashMap<u32, usize>,
    locals: HashMap<LocalId, usize>,
    /// Definitions that are known by name alone: imports, and options of the prelude.
    named: HashMap<EcoString, usize>,
    /// What the names of the scope at hand are known in: the file, and the functions around.
    around: Vec<Span>,
}

impl Recorder {
    pub(crate) fn new(file: Span) -> Self {
        Self {
            types: Vec::new(),
            definitions: Vec::new(),
            uses: Vec::new(),
            globals: HashMap::new(),
            locals: HashMap::new(),
            named: HashMap::new(),
            around: vec![file],
        }
    }

    pub(crate) fn finish(mut self, table: Table) -> Facts {
        // Of two types for one place the first counts: the second was made to tell of a problem.
        self.types.sort_by_key(|(span, _)| *span);
        self.types.dedup_by_key(|(span, _)| *span);
        self.uses.sort_by_key(|used| used.span);
        self.uses.dedup_by_key(|used| used.span);
        Facts { table: RefCell::new(table), types: self.types, definitions: self.definitions, uses: self.uses }
    }

    /// Begins something whose names are known in it alone.
    pub(crate) fn enter(&mut self, span: Span) {
        self.around.push(span);
    }

    /// Ends what began last.
    pub(crate) fn leave(&mut self) {
        self.around.pop();
    }

    pub(crate) fn ty(&mut self, span: Span, ty: TypeId) {
        self.types.push((span, ty));
    }

    pub(crate) fn global(&mut self, slot: u32, name: &Ident, from: u32, kind: DefinitionKind, ty: TypeId) {
        let definition = self.define(name, from, kind, ty);
        self.globals.insert(slot, definition);
    }

    pub(crate) fn local(&mut self, local: LocalId, name: &Ident, from: u32, kind: DefinitionKind, ty: TypeId) {
        let definition = self.define(name, from, kind, ty);
        self.locals.insert(local, definition);
    }

    /// Takes down an import, or an option of the prelude.
    pub(crate) fn named(&mut self, name: &Ident, from: u32, kind: DefinitionKind, ty: TypeId) {
        let definition = self.define(name, from, kind, ty);
        self.named.insert(name.name.clone(), definition);
    }

    fn define(&mut self, name: &Ident, from: u32, kind: DefinitionKind, ty: TypeId) -> usize {
        let end = self.around.last().map_or(from, |around| around.end);
        let scope = Span::new(from.min(end), end);
        self.definitions.push(Definition { name: name.name.clone(), span: name.span, scope, kind, ty });
        self.definitions.len() - 1
    }

    /// Returns the places of the name that is defined at `span`, in no order.
    pub(crate) fn places(&self, span: Span) -> Vec<Span> {
        let of = |used: &&Use| {
            let Target::Definition(index) = used.target else { return false };
            self.definitions.get(index).is_some_and(|definition| definition.span == span)
        };
        let uses = self.uses.iter().filter(of).map(|used| used.span);
        uses.chain([span]).collect()
    }

    pub(crate) fn uses_global(&mut self, slot: u32, span: Span) {
        let definition = self.globals.get(&slot).copied();
        self.uses_definition(definition, span);
    }

    pub(crate) fn uses_local(&mut self, local: LocalId, span: Span) {
        let definition = self.locals.get(&local).copied();
        self.uses_definition(definition, span);
    }

    pub(crate) fn uses_named(&mut self, name: &str, span: Span) {
        let definition = self.named.get(name).copied();
        self.uses_definition(definition, span);
    }

    pub(crate) fn uses_member(&mut self, package: &EcoString, name: &EcoString, span: Span) {
        let target = Target::Member { package: package.clone(), name: name.clone() };
        self.uses.push(Use { span, target });
    }

    fn uses_definition(&mut self, definition: Option<usize>, span: Span) {
        self.uses.extend(definition.map(|definition| Use { span, target: Target::Definition(definition) }));
    }
}
