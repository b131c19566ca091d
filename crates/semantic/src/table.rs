//! Types under inference: an arena of nodes whose variables are bound as more is learned.
//!
//! Nodes are shared: a type is a graph, so that types which double with each definition stay small.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use ecow::EcoString;
use fluxlet_runtime::types::{self, Basic, Kinds, ParameterMode, Scheme, Type};
use fluxlet_syntax::Span;

use crate::origin::{Origins, Why};

/// A type under inference.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct TypeId(pub(crate) u32);

/// What a type is, as far as it is known.
#[derive(Clone, Debug)]
pub(crate) enum Node {
    /// Not known yet, or any type at all if the level is [`GENERIC`].
    Variable {
        level: u32,
        kinds: Kinds,
    },
    /// The same as another.
    Link(TypeId),
    Basic(Basic),
    Array(TypeId),
    Stream(TypeId),
    Vector(TypeId),
    Dict(TypeId, TypeId),
    Record(Arc<RecordNode>),
    Function(Arc<FunctionNode>),
    Label(EcoString),
    /// Something was wrong; fits everything, so that one mistake is told once.
    Error,
}

/// Level of variables that each use replaces by fresh ones.
const GENERIC: u32 = u32::MAX;

#[derive(Clone, Debug)]
pub(crate) struct RecordNode {
    /// Of two equal labels the first counts.
    pub(crate) fields: Vec<(EcoString, TypeId)>,
    /// Further fields; `None`: there are none.
    pub(crate) rest: Option<TypeId>,
}

#[derive(Clone, Debug)]
pub(crate) struct FunctionNode {
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) result: TypeId,
}

#[derive(Clone, Debug)]
pub(crate) struct Parameter {
    /// `<-` for a piped value that any pipe parameter takes.
    pub(crate) name: EcoString,
    pub(crate) mode: ParameterMode,
    pub(crate) ty: TypeId,
}

/// All fields of a record, and what follows them.
pub(crate) struct Row {
    pub(crate) fields: Vec<(EcoString, TypeId)>,
    pub(crate) tail: Tail,
}

/// What follows the known fields of a record.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tail {
    /// Nothing.
    Closed,
    /// An unknown row.
    Open(TypeId),
    /// Something that is no record.
    Other(TypeId),
}

/// The arena.
pub(crate) struct Table {
    nodes: Vec<Node>,
    /// Types in which no variable occurs, nor can, with the number of levels inside: what the uses of a name need not
    /// look into. What has a dynamic value is left out, since that fits records with variables.
    closed: HashMap<TypeId, u32>,
    /// How many definitions stand around the one at hand.
    level: u32,
    /// Deepest nesting of types that is followed.
    pub(crate) deepest: u32,
    /// Whether a type was cut because it is nested deeper.
    pub(crate) cut: bool,
    pub(crate) origins: Origins,
}

impl Table {
    pub(crate) fn new(deepest: u32) -> Self {
        let basics = Basic::ALL.into_iter().map(Node::Basic);
        let nodes = basics.chain([Node::Error]).collect();
        Self { nodes, closed: HashMap::new(), level: 0, deepest, cut: false, origins: Origins::new() }
    }

    pub(crate) fn basic(&self, basic: Basic) -> TypeId {
        // `new` put the basic types first, in the order of their discriminants.
        TypeId(basic as u32)
    }

    pub(crate) fn error(&self) -> TypeId {
        TypeId(Basic::ALL.len() as u32)
    }

    pub(crate) fn add(&mut self, node: Node) -> TypeId {
        self.nodes.push(node);
        TypeId(self.nodes.len() as u32 - 1)
    }

    /// Returns the number of nodes, to be held against a limit.
    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(crate) fn variable(&mut self) -> TypeId {
        self.variable_of(Kinds::NONE)
    }

    pub(crate) fn variable_of(&mut self, kinds: Kinds) -> TypeId {
        let level = self.level;
        self.add(Node::Variable { level, kinds })
    }

    /// Returns a type that is the same, but remembers where it came from.
    pub(crate) fn assigned(&mut self, ty: TypeId, span: Span, name: &EcoString) -> TypeId {
        let alias = self.add(Node::Link(ty));
        self.origins.because(span, Why::Assigned(name.clone()));
        self.origins.bound(alias);
        alias
    }

    pub(crate) fn array(&mut self, element: TypeId) -> TypeId {
        self.add(Node::Array(element))
    }

    pub(crate) fn record(&mut self, fields: Vec<(EcoString, TypeId)>, rest: Option<TypeId>) -> TypeId {
        self.add(Node::Record(Arc::new(RecordNode { fields, rest })))
    }

    pub(crate) fn function(&mut self, parameters: Vec<Parameter>, result: TypeId) -> TypeId {
        self.add(Node::Function(Arc::new(FunctionNode { parameters, result })))
    }

    /// Enters a definition: variables made inside may be generalised when it is left.
    pub(crate) fn enter(&mut self) {
        self.level += 1;
    }

    /// Leaves a definition.
    pub(crate) fn leave(&mut self) {
        self.level -= 1;
    }

    /// Follows links, and shortens them.
    pub(crate) fn find(&mut self, id: TypeId) -> TypeId {
        let mut root = id;
        while let Node::Link(next) = self.nodes[root.0 as usize] {
            root = next;
        }
        let mut at = id;
        while let Node::Link(next) = self.nodes[at.0 as usize] {
            self.nodes[at.0 as usize] = Node::Link(root);
            at = next;
        }
        root
    }

    /// Returns the node behind all links; cheap to clone.
    pub(crate) fn node(&mut self, id: TypeId) -> Node {
        let id = self.find(id);
        self.nodes[id.0 as usize].clone()
    }

    /// Makes `id` the same as `target`; both must be roots.
    pub(crate) fn link(&mut self, id: TypeId, target: TypeId) {
        if id != target {
            self.nodes[id.0 as usize] = Node::Link(target);
        }
    }

    pub(crate) fn set_variable(&mut self, id: TypeId, level: u32, kinds: Kinds) {
        self.nodes[id.0 as usize] = Node::Variable { level, kinds };
    }

    /// Collects the fields of a record through all its tails.
    pub(crate) fn row(&mut self, record: &RecordNode) -> Row {
        let mut fields = record.fields.clone();
        let mut rest = record.rest;
        loop {
            let Some(id) = rest else { return Row { fields, tail: Tail::Closed } };
            let id = self.find(id);
            match self.node(id) {
                Node::Record(next) => {
                    fields.extend(next.fields.iter().cloned());
                    rest = next.rest;
                }
                Node::Variable { .. } => return Row { fields, tail: Tail::Open(id) },
                _ => return Row { fields, tail: Tail::Other(id) },
            }
        }
    }

    /// Returns the type of the field `label`, if the type is known to have it.
    pub(crate) fn field(&mut self, id: TypeId, label: &str) -> Option<TypeId> {
        let mut at = id;
        loop {
            let Node::Record(record) = self.node(at) else { return None };
            if let Some((_, ty)) = record.fields.iter().find(|(name, _)| name == label) {
                return Some(*ty);
            }
            at = record.rest?;
        }
    }

    /// Returns the types inside a type.
    pub(crate) fn parts(&mut self, id: TypeId) -> Vec<TypeId> {
        match self.node(id) {
            Node::Array(part) | Node::Stream(part) | Node::Vector(part) => vec![part],
            Node::Dict(key, value) => vec![key, value],
            Node::Record(record) => record.fields.iter().map(|(_, ty)| *ty).chain(record.rest).collect(),
            Node::Function(function) => {
                function.parameters.iter().map(|parameter| parameter.ty).chain([function.result]).collect()
            }
            Node::Variable { .. } | Node::Link(_) | Node::Basic(_) | Node::Label(_) | Node::Error => Vec::new(),
        }
    }

    /// Tells whether the variable `variable` occurs in `id`, and lowers the variables in it to `level`.
    pub(crate) fn occurs(&mut self, variable: TypeId, id: TypeId, level: u32) -> bool {
        let mut seen = HashSet::new();
        let mut open = vec![id];
        while let Some(id) = open.pop() {
            let id = self.find(id);
            if id == variable {
                return true;
            }
            if let Node::Variable { level: found, kinds } = self.nodes[id.0 as usize] {
                if found > level {
                    self.set_variable(id, level, kinds);
                }
            } else if !self.closed.contains_key(&id) {
                let parts = self.parts(id);
                if !parts.is_empty() && seen.insert(id) {
                    open.extend(parts);
                }
            }
        }
        false
    }

    /// Makes the variables of `id` that belong to the definition just left stand for any type.
    pub(crate) fn generalize(&mut self, id: TypeId) {
        let mut seen = HashSet::new();
        let mut open = vec![id];
        let mut closed = true;
        while let Some(id) = open.pop() {
            let id = self.find(id);
            match self.nodes[id.0 as usize] {
                Node::Variable { level, kinds } => {
                    closed = false;
                    if level > self.level {
                        self.set_variable(id, GENERIC, kinds);
                    }
                }
                Node::Basic(Basic::Dynamic) | Node::Error => closed = false,
                _ if self.closed.contains_key(&id) => {}
                _ => {
                    let parts = self.parts(id);
                    if !parts.is_empty() && seen.insert(id) {
                        open.extend(parts);
                    }
                }
            }
        }
        if closed {
            self.close(id, seen);
        }
    }

    /// Remembers that no variable occurs in a type; `unvisited` are the types in it that have parts.
    fn close(&mut self, id: TypeId, mut unvisited: HashSet<TypeId>) {
        let mut open = vec![(id, false)];
        while let Some((id, parts_are_closed)) = open.pop() {
            let id = self.find(id);
            let parts = self.parts(id);
            if !parts_are_closed {
                if unvisited.remove(&id) {
                    open.push((id, true));
                    open.extend(parts.into_iter().map(|part| (part, false)));
                }
                continue;
            }
            // A tail is no deeper than the record itself.
            let tail = match self.node(id) {
                Node::Record(record) => record.rest,
                _ => None,
            };
            let mut levels = 0;
            for part in parts {
                let root = self.find(part);
                let inside = self.closed.get(&root).copied().unwrap_or(0);
                levels = levels.max(if Some(part) == tail { inside } else { inside + 1 });
            }
            self.closed.insert(id, levels);
        }
    }

    /// Copies a type with fresh variables for those that stand for any type.
    pub(crate) fn instantiate(&mut self, id: TypeId) -> TypeId {
        Copier { table: self, above: GENERIC - 1, copies: HashMap::new() }.copy(id, 0)
    }

    /// Copies a type with fresh variables for those made inside the definition at hand.
    pub(crate) fn instantiate_inner(&mut self, id: TypeId) -> TypeId {
        let above = self.level - 1;
        Copier { table: self, above, copies: HashMap::new() }.copy(id, 0)
    }

    /// Brings a declared type in, with fresh variables.
    pub(crate) fn import(&mut self, scheme: &Scheme) -> TypeId {
        let variables: Vec<TypeId> = scheme.kinds.iter().map(|&kinds| self.variable_of(kinds)).collect();
        self.import_type(&scheme.ty, &variables)
    }

    fn import_type(&mut self, ty: &Type, variables: &[TypeId]) -> TypeId {
        match ty {
            Type::Basic(basic) => self.basic(*basic),
            Type::Variable(variable) => match variables.get(variable.0 as usize) {
                Some(&id) => id,
                None => self.error(),
            },
            Type::Array(part) => {
                let part = self.import_type(part, variables);
                self.add(Node::Array(part))
            }
            Type::Stream(part) => {
                let part = self.import_type(part, variables);
                self.add(Node::Stream(part))
            }
            Type::Vector(part) => {
                let part = self.import_type(part, variables);
                self.add(Node::Vector(part))
            }
            Type::Dict(parts) => {
                let key = self.import_type(&parts.0, variables);
                let value = self.import_type(&parts.1, variables);
                self.add(Node::Dict(key, value))
            }
            Type::Record(record) => {
                let fields =
                    record.fields.iter().map(|(name, ty)| (name.clone(), self.import_type(ty, variables))).collect();
                let rest = record.row.and_then(|row| variables.get(row.0 as usize).copied());
                self.record(fields, rest)
            }
            Type::Function(function) => {
                let mut parameters = Vec::with_capacity(function.parameters.len());
                for parameter in &function.parameters {
                    let ty = self.import_type(&parameter.ty, variables);
                    parameters.push(Parameter { name: parameter.name.clone(), mode: parameter.mode, ty });
                }
                let result = self.import_type(&function.result, variables);
                self.function(parameters, result)
            }
            Type::Label(name) => self.add(Node::Label(name.clone())),
            Type::Null => self.variable(),
        }
    }

    /// Hands a type out as plain data.
    pub(crate) fn export(&mut self, id: TypeId) -> Scheme {
        let mut exporter = Exporter { table: self, kinds: Vec::new(), done: HashMap::new() };
        let ty = exporter.ty(id, 0);
        Scheme { kinds: exporter.kinds, ty }
    }
}

struct Copier<'a> {
    table: &'a mut Table,
    /// Variables above this level are replaced.
    above: u32,
    copies: HashMap<TypeId, TypeId>,
}

impl Copier<'_> {
    /// Copies a type; one without anything to replace stays what it is, with its origin.
    fn copy(&mut self, id: TypeId, depth: u32) -> TypeId {
        let root = self.table.find(id);
        let copy = self.copy_root(root, depth);
        if copy == root { id } else { copy }
    }

    fn copy_root(&mut self, id: TypeId, depth: u32) -> TypeId {
        if let Some(&copy) = self.copies.get(&id) {
            return copy;
        }
        let closed = self.table.closed.get(&id).copied();
        if depth + closed.unwrap_or(0) > self.table.deepest {
            self.table.cut = true;
            return self.table.error();
        }
        if closed.is_some() {
            return id;
        }
        let copy = match self.table.node(id) {
            Node::Variable { level, kinds } if level > self.above => {
                let copy = self.table.variable_of(kinds);
                self.table.origins.copied(id, copy, kinds);
                copy
            }
            Node::Variable { .. } | Node::Basic(_) | Node::Label(_) | Node::Error | Node::Link(_) => id,
            Node::Array(part) => self.wrap(id, part, depth, Node::Array),
            Node::Stream(part) => self.wrap(id, part, depth, Node::Stream),
            Node::Vector(part) => self.wrap(id, part, depth, Node::Vector),
            Node::Dict(key, value) => {
                let copies = (self.copy(key, depth + 1), self.copy(value, depth + 1));
                if copies == (key, value) { id } else { self.table.add(Node::Dict(copies.0, copies.1)) }
            }
            Node::Record(record) => self.record(id, record, depth),
            Node::Function(function) => {
                let mut changed = false;
                let mut parameters = Vec::with_capacity(function.parameters.len());
                for parameter in &function.parameters {
                    let ty = self.copy(parameter.ty, depth + 1);
                    changed |= ty != parameter.ty;
                    parameters.push(Parameter { ty, ..parameter.clone() });
                }
                let result = self.copy(function.result, depth + 1);
                if changed || result != function.result { self.table.function(parameters, result) } else { id }
            }
        };
        self.copies.insert(id, copy);
        copy
    }

    /// Copies a record. A tail is no deeper than the record itself, and there may be thousands: each `with` adds one.
    fn record(&mut self, id: TypeId, record: Arc<RecordNode>, depth: u32) -> TypeId {
        let mut tails = vec![(id, record)];
        let mut end = None;
        while let Some(rest) = tails.last().and_then(|(_, record)| record.rest) {
            let root = self.table.find(rest);
            match self.table.node(root) {
                Node::Record(next) if !self.copies.contains_key(&root) && !self.table.closed.contains_key(&root) => {
                    tails.push((root, next));
                }
                _ => {
                    end = Some((rest, self.copy(rest, depth)));
                    break;
                }
            }
        }
        let mut copied = id;
        while let Some((id, record)) = tails.pop() {
            let rest = record.rest.and(end);
            let mut changed = rest.is_some_and(|(rest, copy)| copy != rest);
            let mut fields = Vec::with_capacity(record.fields.len());
            for (name, ty) in &record.fields {
                let copy = self.copy(*ty, depth + 1);
                changed |= copy != *ty;
                fields.push((name.clone(), copy));
            }
            copied = if changed { self.table.record(fields, rest.map(|(_, copy)| copy)) } else { id };
            self.copies.insert(id, copied);
            end =
                tails.last().and_then(|(_, above)| above.rest).map(|rest| (rest, if changed { copied } else { rest }));
        }
        copied
    }

    fn wrap(&mut self, id: TypeId, part: TypeId, depth: u32, node: fn(TypeId) -> Node) -> TypeId {
        let copy = self.copy(part, depth + 1);
        if copy == part { id } else { self.table.add(node(copy)) }
    }
}

struct Exporter<'a> {
    table: &'a mut Table,
    kinds: Vec<Kinds>,
    done: HashMap<TypeId, Type>,
}

impl Exporter<'_> {
    fn ty(&mut self, id: TypeId, depth: u32) -> Type {
        let id = self.table.find(id);
        let node = self.table.node(id);
        // Most fields are basic, and need no place among what is shared.
        if let Node::Basic(basic) = node {
            return Type::Basic(basic);
        }
        if let Some(done) = self.done.get(&id) {
            return done.clone();
        }
        let ty = match node {
            _ if depth > self.table.deepest => Type::Null,
            Node::Basic(basic) => Type::Basic(basic),
            Node::Variable { kinds, .. } => self.variable(kinds),
            Node::Error | Node::Link(_) => self.variable(Kinds::NONE),
            Node::Array(part) => Type::Array(Arc::new(self.ty(part, depth + 1))),
            Node::Stream(part) => Type::Stream(Arc::new(self.ty(part, depth + 1))),
            Node::Vector(part) => Type::Vector(Arc::new(self.ty(part, depth + 1))),
            Node::Dict(key, value) => Type::Dict(Arc::new((self.ty(key, depth + 1), self.ty(value, depth + 1)))),
            Node::Label(name) => Type::Label(name),
            Node::Record(record) => {
                let row = self.table.row(&record);
                let fields = row.fields.into_iter().map(|(name, ty)| (name, self.ty(ty, depth + 1))).collect();
                let row = match row.tail {
                    Tail::Closed => None,
                    Tail::Open(id) | Tail::Other(id) => match self.ty(id, depth + 1) {
                        Type::Variable(variable) => Some(variable),
                        _ => None,
                    },
                };
                Type::Record(Arc::new(types::RecordType { fields, row }))
            }
            Node::Function(function) => {
                let mut parameters = Vec::with_capacity(function.parameters.len());
                for parameter in &function.parameters {
                    let ty = self.ty(parameter.ty, depth + 1);
                    parameters.push(types::Parameter { name: parameter.name.clone(), mode: parameter.mode, ty });
                }
                let result = self.ty(function.result, depth + 1);
                Type::Function(Arc::new(types::FunctionType { parameters, result }))
            }
        };
        self.done.insert(id, ty.clone());
        ty
    }

    fn variable(&mut self, kinds: Kinds) -> Type {
        self.kinds.push(kinds);
        Type::Variable(types::Variable(self.kinds.len() as u32 - 1))
    }
}
