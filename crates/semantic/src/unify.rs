//! Makes two types the same, and tells where they cannot be.

use std::collections::{HashMap, HashSet, VecDeque};

use ecow::EcoString;
use fluxlet_runtime::types::{Basic, Kind, Kinds, ParameterMode};

use crate::origin::Cause;
use crate::table::{FunctionNode, Node, Parameter, RecordNode, Row, Table, Tail, TypeId};

/// Why two types cannot be the same, or a type cannot have a kind.
#[derive(Clone, Debug)]
pub(crate) enum Mismatch {
    /// Two different types.
    Types { expected: TypeId, found: TypeId },
    /// A type lacks a kind.
    Kind { ty: TypeId, kind: Kind, cause: Option<Cause> },
    /// A record lacks a label that is needed; the labels that it has instead are listed.
    MissingLabel { label: EcoString, known: Vec<EcoString> },
    /// A record has a label that nothing expects; those that are expected are listed.
    ExtraLabel { label: EcoString, known: Vec<EcoString> },
    /// The field of this label is at fault.
    Field(EcoString, Box<Mismatch>),
    /// A call or a function lacks a parameter that is needed.
    MissingArgument(EcoString),
    /// A call or a function has a parameter that nothing expects; those that would be are listed.
    ExtraArgument { name: EcoString, known: Vec<EcoString> },
    /// A value is piped where no parameter takes it, or none is where one is needed.
    MissingPipe,
    /// Two pipe parameters have different names.
    PipeName { expected: EcoString, found: EcoString },
    /// The parameter of this name is at fault.
    Argument(EcoString, Box<Mismatch>),
    /// The result of a function is at fault.
    Result(Box<Mismatch>),
    /// A type would contain itself.
    Recursive,
    /// The types are nested too deep to compare.
    TooDeep,
}

impl Table {
    /// Makes `expected` and `found` the same type; what cannot be is returned.
    pub(crate) fn unify(&mut self, expected: TypeId, found: TypeId) -> Vec<Mismatch> {
        let mut unifier = Unifier { table: self, mismatches: Vec::new(), met: HashSet::new() };
        unifier.types(expected, found, 0);
        unifier.mismatches
    }

    /// Makes `ty` have `kind`; what cannot be is returned.
    pub(crate) fn constrain(&mut self, ty: TypeId, kind: Kind) -> Vec<Mismatch> {
        let mut unifier = Unifier { table: self, mismatches: Vec::new(), met: HashSet::new() };
        unifier.kinds(ty, Kinds::NONE.with(kind), None);
        unifier.mismatches
    }
}

struct Unifier<'a> {
    table: &'a mut Table,
    mismatches: Vec<Mismatch>,
    /// The pairs of types with parts that were met: to meet them again on another way would tell nothing new.
    met: HashSet<(TypeId, TypeId)>,
}

impl Unifier<'_> {
    fn types(&mut self, expected: TypeId, found: TypeId, depth: u32) {
        // The types as they were given know where they came from.
        let given = (expected, found);
        let expected = self.table.find(expected);
        let found = self.table.find(found);
        if expected == found {
            return;
        }
        if depth > self.table.deepest {
            self.mismatches.push(Mismatch::TooDeep);
            return;
        }
        let before = self.mismatches.len();
        let nodes = (self.table.node(expected), self.table.node(found));
        let simple = |node: &Node| matches!(node, Node::Variable { .. } | Node::Basic(_) | Node::Error);
        if !simple(&nodes.0) && !simple(&nodes.1) && !self.met.insert((expected, found)) {
            return;
        }
        match nodes {
            (Node::Error, _) | (_, Node::Error) => return,
            (Node::Variable { level, kinds }, Node::Variable { level: other, kinds: others }) => {
                self.table.set_variable(expected, level.min(other), kinds.union(others));
                self.table.origins.same(found, expected, others);
            }
            (Node::Variable { level, kinds }, _) => return self.bind(expected, level, kinds, given.1),
            (_, Node::Variable { level, kinds }) => return self.bind(found, level, kinds, given.0),
            (Node::Basic(a), Node::Basic(b)) if a == b => {}
            // A dynamic value may turn out to be a record.
            (Node::Basic(Basic::Dynamic), Node::Record(_)) | (Node::Record(_), Node::Basic(Basic::Dynamic)) => return,
            (Node::Array(a), Node::Array(b))
            | (Node::Stream(a), Node::Stream(b))
            | (Node::Vector(a), Node::Vector(b)) => self.types(a, b, depth + 1),
            (Node::Dict(a_key, a_value), Node::Dict(b_key, b_value)) => {
                self.types(a_key, b_key, depth + 1);
                self.types(a_value, b_value, depth + 1);
            }
            (Node::Label(a), Node::Label(b)) if a == b => {}
            (Node::Record(a), Node::Record(b)) => self.records(&a, &b, depth + 1),
            (Node::Function(a), Node::Function(b)) => {
                self.functions(&a, &b, depth + 1);
                if !same_shape(&a, &b) {
                    return;
                }
            }
            _ => self.mismatches.push(Mismatch::Types { expected: given.0, found: given.1 }),
        }
        // What is the same need not be compared again. The two may have become one on the way down.
        if self.mismatches.len() == before {
            let (expected, found) = (self.table.find(expected), self.table.find(found));
            self.table.link(found, expected);
        }
    }

    fn bind(&mut self, variable: TypeId, level: u32, kinds: Kinds, ty: TypeId) {
        if self.table.occurs(variable, ty, level) {
            self.mismatches.push(Mismatch::Recursive);
            return;
        }
        let root = self.table.find(ty);
        self.table.link(variable, root);
        self.table.origins.bound(variable);
        self.kinds(ty, kinds, Some(variable));
    }

    /// Gives a type all of `kinds`, which `variable` had before.
    fn kinds(&mut self, ty: TypeId, kinds: Kinds, variable: Option<TypeId>) {
        if kinds.is_empty() {
            return;
        }
        let root = self.table.find(ty);
        if let Node::Variable { level, kinds: known } = self.table.node(root) {
            self.table.set_variable(root, level, known.union(kinds));
            self.table.origins.constrained(root, kinds);
            return;
        }
        for kind in kinds.iter() {
            if !self.has(root, kind, &mut HashSet::new(), 0) {
                let cause = variable.and_then(|variable| self.table.origins.of_kind(variable, kind));
                self.mismatches.push(Mismatch::Kind { ty, kind, cause });
            }
        }
    }

    fn has(&mut self, ty: TypeId, kind: Kind, seen: &mut HashSet<TypeId>, depth: u32) -> bool {
        let ty = self.table.find(ty);
        if !seen.insert(ty) || depth > self.table.deepest {
            return true;
        }
        match self.table.node(ty) {
            Node::Error | Node::Link(_) => true,
            Node::Variable { level, kinds } => {
                self.table.set_variable(ty, level, kinds.with(kind));
                self.table.origins.constrained(ty, Kinds::NONE.with(kind));
                true
            }
            Node::Basic(basic) => basic.has(kind),
            Node::Array(element) | Node::Stream(element) => {
                kind == Kind::Equatable && self.has(element, kind, seen, depth + 1)
            }
            Node::Vector(element) => self.has(element, kind, seen, depth + 1),
            Node::Record(_) if kind == Kind::Record => true,
            Node::Record(record) if kind == Kind::Equatable => {
                let row = self.table.row(&record);
                let tail = match row.tail {
                    Tail::Closed => None,
                    Tail::Open(id) | Tail::Other(id) => Some(id),
                };
                row.fields.into_iter().map(|(_, ty)| ty).chain(tail).all(|ty| self.has(ty, kind, seen, depth + 1))
            }
            Node::Label(_) => matches!(
                kind,
                Kind::Addable
                    | Kind::Comparable
                    | Kind::Equatable
                    | Kind::Nullable
                    | Kind::Stringable
                    | Kind::Basic
                    | Kind::Label
            ),
            Node::Record(_) | Node::Dict(..) | Node::Function(_) => false,
        }
    }

    fn records(&mut self, expected: &RecordNode, found: &RecordNode, depth: u32) {
        let expected = self.table.row(expected);
        let found = self.table.row(found);
        let (only_expected, only_found) = self.common_fields(&expected, &found, depth);
        match (expected.tail, found.tail) {
            (Tail::Open(a), Tail::Open(b)) if a == b => {
                if !only_expected.is_empty() || !only_found.is_empty() {
                    self.mismatches.push(Mismatch::Recursive);
                }
            }
            (Tail::Open(a), Tail::Open(b)) if only_expected.is_empty() && only_found.is_empty() => {
                self.types(a, b, depth)
            }
            (Tail::Open(a), Tail::Open(b)) => {
                let rest = self.table.variable();
                self.extend(a, only_found, Some(rest), depth);
                self.extend(b, only_expected, Some(rest), depth);
            }
            (Tail::Open(a), Tail::Closed) => {
                self.missing(only_expected, &found);
                self.extend(a, only_found, None, depth);
            }
            (Tail::Closed, Tail::Open(b)) => {
                self.extra(only_found, &expected);
                self.extend(b, only_expected, None, depth);
            }
            (Tail::Closed, Tail::Closed) => {
                self.missing(only_expected, &found);
                self.extra(only_found, &expected);
            }
            // What follows the fields is no record: it has to be the rest of the other one.
            (Tail::Other(a), Tail::Closed) => {
                let rest = self.table.record(only_found, None);
                self.types(a, rest, depth);
                self.missing(only_expected, &found);
            }
            (Tail::Closed, Tail::Other(b)) => {
                let rest = self.table.record(only_expected, None);
                self.types(rest, b, depth);
                self.extra(only_found, &expected);
            }
            (Tail::Open(a) | Tail::Other(a), Tail::Open(b) | Tail::Other(b)) => {
                let same = only_expected.is_empty() && only_found.is_empty();
                let rest = if same { b } else { self.table.variable() };
                self.extend(a, only_found, Some(rest), depth);
                let rest = self.table.record(only_expected, Some(rest));
                if !same {
                    self.types(rest, b, depth);
                }
            }
        }
    }

    /// Unifies the fields that both have, and returns those that one alone has.
    fn common_fields(&mut self, expected: &Row, found: &Row, depth: u32) -> (Fields, Fields) {
        let mut by_label: HashMap<&EcoString, VecDeque<usize>> = HashMap::new();
        for (index, (label, _)) in found.fields.iter().enumerate() {
            by_label.entry(label).or_default().push_back(index);
        }
        let mut taken = vec![false; found.fields.len()];
        let mut only_expected = Vec::new();
        for (label, ty) in &expected.fields {
            match by_label.get_mut(label).and_then(VecDeque::pop_front) {
                Some(index) => {
                    taken[index] = true;
                    let other = found.fields[index].1;
                    self.nested(Mismatch::Field, label, |this| {
                        this.types(*ty, other, depth);
                    });
                }
                None => only_expected.push((label.clone(), *ty)),
            }
        }
        let only_found =
            found.fields.iter().zip(taken).filter(|(_, taken)| !taken).map(|(field, _)| field.clone()).collect();
        (only_expected, only_found)
    }

    fn extend(&mut self, tail: TypeId, fields: Fields, rest: Option<TypeId>, depth: u32) {
        let record = match (fields.is_empty(), rest) {
            (true, Some(rest)) => rest,
            _ => self.table.record(fields, rest),
        };
        self.types(tail, record, depth);
    }

    fn missing(&mut self, fields: Fields, known: &Row) {
        let known = labels(known);
        let missing = |(label, _)| Mismatch::MissingLabel { label, known: known.clone() };
        self.mismatches.extend(fields.into_iter().take(MOST_LABELS).map(missing));
    }

    fn extra(&mut self, fields: Fields, known: &Row) {
        let known = labels(known);
        let extra = |(label, _)| Mismatch::ExtraLabel { label, known: known.clone() };
        self.mismatches.extend(fields.into_iter().take(MOST_LABELS).map(extra));
    }

    /// Unifies a function with a call of it, or with a function that is to stand for it.
    fn functions(&mut self, expected: &FunctionNode, found: &FunctionNode, depth: u32) {
        let mut expected_parameters = sorted(expected);
        let mut found_parameters = sorted(found);
        self.pipes(&mut expected_parameters, &mut found_parameters);
        for parameter in found_parameters.iter().filter(|parameter| parameter.mode != ParameterMode::Optional) {
            if named(&expected_parameters, &parameter.name).is_none() {
                let known = expected_parameters
                    .iter()
                    .filter(|known| named(&found_parameters, &known.name).is_none())
                    .map(|known| known.name.clone())
                    .collect();
                self.mismatches.push(Mismatch::ExtraArgument { name: parameter.name.clone(), known });
            }
        }
        let (required, optional): (Vec<_>, Vec<_>) =
            expected_parameters.iter().partition(|parameter| parameter.mode != ParameterMode::Optional);
        for parameter in required.into_iter().chain(optional) {
            match named(&found_parameters, &parameter.name) {
                Some(other) => {
                    let (ty, other) = (parameter.ty, other.ty);
                    self.nested(Mismatch::Argument, &parameter.name, |this| {
                        this.types(ty, other, depth);
                    });
                }
                None if parameter.mode == ParameterMode::Optional => {}
                None => self.mismatches.push(Mismatch::MissingArgument(parameter.name.clone())),
            }
        }
        let (result, other) = (expected.result, found.result);
        let nameless = EcoString::new();
        self.nested(|_, inner| Mismatch::Result(inner), &nameless, |this| this.types(result, other, depth));
    }

    /// Turns the pipe parameters into required ones of one name.
    fn pipes(&mut self, expected: &mut Vec<Parameter>, found: &mut Vec<Parameter>) {
        let piped = |parameters: &[Parameter]| parameters.iter().position(|p| p.mode == ParameterMode::Pipe);
        match (piped(expected), piped(found)) {
            (Some(a), Some(b)) => {
                let (mut a, mut b) = (expected.remove(a), found.remove(b));
                if a.name != b.name && a.name != "<-" && b.name != "<-" {
                    self.mismatches.push(Mismatch::PipeName { expected: a.name, found: b.name });
                    return;
                }
                let name = if a.name == "<-" { b.name.clone() } else { a.name.clone() };
                for (pipe, parameters) in [(&mut a, expected), (&mut b, found)] {
                    let pipe = Parameter { name: name.clone(), mode: ParameterMode::Required, ty: pipe.ty };
                    // A piped argument that is also given by name fails when the call is made.
                    parameters.retain(|parameter| parameter.name != name);
                    let at = parameters.partition_point(|parameter| parameter.name < name);
                    parameters.insert(at, pipe);
                }
            }
            (Some(a), None) => self.pipe_by_name(expected, a),
            (None, Some(b)) => self.pipe_by_name(found, b),
            (None, None) => {}
        }
    }

    /// Makes the pipe parameter at `at`, which nothing is piped into, an ordinary one.
    fn pipe_by_name(&mut self, parameters: &mut Vec<Parameter>, at: usize) {
        if parameters[at].name == "<-" {
            self.mismatches.push(Mismatch::MissingPipe);
            parameters.remove(at);
        } else {
            parameters[at].mode = ParameterMode::Required;
        }
    }

    /// Runs `inner`, and wraps the mismatches that it finds.
    fn nested(
        &mut self,
        wrap: fn(EcoString, Box<Mismatch>) -> Mismatch,
        name: &EcoString,
        inner: impl FnOnce(&mut Self),
    ) {
        let before = self.mismatches.len();
        inner(self);
        for mismatch in &mut self.mismatches[before..] {
            let bare = std::mem::replace(mismatch, Mismatch::TooDeep);
            *mismatch = wrap(name.clone(), Box::new(bare));
        }
    }
}

type Fields = Vec<(EcoString, TypeId)>;

/// Most labels that one mismatch of records lists.
const MOST_LABELS: usize = 32;

fn labels(row: &Row) -> Vec<EcoString> {
    row.fields.iter().take(MOST_LABELS).map(|(label, _)| label.clone()).collect()
}

fn sorted(function: &FunctionNode) -> Vec<Parameter> {
    let mut parameters = function.parameters.clone();
    parameters.sort_by(|a, b| a.name.cmp(&b.name));
    parameters
}

fn named<'a>(parameters: &'a [Parameter], name: &str) -> Option<&'a Parameter> {
    parameters.iter().find(|parameter| parameter.name == name)
}

/// Tells whether two functions take the same parameters in the same way.
fn same_shape(a: &FunctionNode, b: &FunctionNode) -> bool {
    a.parameters.len() == b.parameters.len()
        && a.parameters.iter().zip(&b.parameters).all(|(a, b)| a.name == b.name && a.mode == b.mode)
}
