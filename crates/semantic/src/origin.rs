//! Remembers which code gave a type variable its type and its kinds, to tell why a type is expected.

use std::collections::HashMap;

use ecow::EcoString;
use fluxlet_runtime::types::{Kind, Kinds};
use fluxlet_syntax::Span;

use crate::table::TypeId;

/// Longest way from variable to variable that is followed.
const MOST_STEPS: usize = 1000;

/// A piece of code that asks something of a type.
#[derive(Clone, Debug)]
pub(crate) struct Cause {
    /// Where it stands.
    pub(crate) span: Span,
    /// What it is.
    pub(crate) why: Why,
}

/// What asks something of a type.
#[derive(Clone, Debug)]
pub(crate) enum Why {
    /// An operator or a keyword.
    Operator(&'static str),
    /// `${…}`
    Interpolation,
    /// Another element of the array.
    Element,
    /// Another key of the dictionary.
    Key,
    /// Another value of the dictionary.
    Value,
    /// It selects an element.
    Index,
    /// An element of it is selected.
    Indexed,
    /// A field of it is taken.
    Member,
    /// It is the test of a conditional.
    Test,
    /// The other branch of a conditional.
    Branch,
    /// A call of the function of this name.
    Call(EcoString),
    /// The default of a parameter.
    Default,
    /// The declaration of an option.
    Option,
    /// The assignment to this variable.
    Assigned(EcoString),
}

impl Why {
    /// Returns what stands after `because of`.
    pub(crate) fn phrase(&self) -> String {
        match self {
            Why::Operator(operator) => format!("this `{operator}`"),
            Why::Interpolation => "its place in this string".to_owned(),
            Why::Element => "the other elements".to_owned(),
            Why::Key => "the other keys".to_owned(),
            Why::Value => "the other values".to_owned(),
            Why::Index => "its use as an index".to_owned(),
            Why::Indexed => "the index here".to_owned(),
            Why::Member => "the use of this field".to_owned(),
            Why::Test => "its use as a condition".to_owned(),
            Why::Branch => "the other branch".to_owned(),
            Why::Call(name) if name.is_empty() => "this call".to_owned(),
            Why::Call(name) => format!("this call of `{name}`"),
            Why::Default => "this default".to_owned(),
            Why::Option => "the declaration of the option".to_owned(),
            Why::Assigned(name) => format!("this assignment to `{name}`"),
        }
    }
}

/// Why types are what they are.
pub(crate) struct Origins {
    causes: Vec<Cause>,
    /// What is being asked at the moment.
    current: Option<Cause>,
    /// Its place in `causes`, once something came of it.
    place: Option<u32>,
    /// By type; what is not there has no origin.
    bound: HashMap<TypeId, Origin>,
    kinds: HashMap<(TypeId, Kind), u32>,
}

#[derive(Clone, Copy)]
enum Origin {
    /// A cause gave the variable its type.
    Cause(u32),
    /// The variable became the same as another one.
    Same(TypeId),
}

impl Origins {
    pub(crate) fn new() -> Self {
        Self { causes: Vec::new(), current: None, place: None, bound: HashMap::new(), kinds: HashMap::new() }
    }

    /// Says what asks for whatever follows.
    pub(crate) fn because(&mut self, span: Span, why: Why) {
        self.current = Some(Cause { span, why });
        self.place = None;
    }

    fn place(&mut self) -> Option<u32> {
        if self.place.is_none() {
            self.causes.push(self.current.take()?);
            self.place = Some(self.causes.len() as u32 - 1);
        }
        self.place
    }

    /// A variable got its type.
    pub(crate) fn bound(&mut self, variable: TypeId) {
        if let Some(place) = self.place() {
            self.bound.insert(variable, Origin::Cause(place));
        }
    }

    /// A variable with `kinds` became the same as another one.
    pub(crate) fn same(&mut self, variable: TypeId, other: TypeId, kinds: Kinds) {
        if variable != other {
            self.bound.insert(variable, Origin::Same(other));
            self.copied(variable, other, kinds);
        }
    }

    /// A variable got kinds.
    pub(crate) fn constrained(&mut self, variable: TypeId, kinds: Kinds) {
        for kind in kinds.iter() {
            if !self.kinds.contains_key(&(variable, kind))
                && let Some(place) = self.place()
            {
                self.kinds.insert((variable, kind), place);
            }
        }
    }

    /// A variable with `kinds` was copied.
    pub(crate) fn copied(&mut self, variable: TypeId, copy: TypeId, kinds: Kinds) {
        for kind in kinds.iter() {
            if let Some(&place) = self.kinds.get(&(variable, kind)) {
                self.kinds.entry((copy, kind)).or_insert(place);
            }
        }
    }

    /// Returns what gave `id` its type.
    pub(crate) fn of(&self, id: TypeId) -> Option<&Cause> {
        let mut at = id;
        for _ in 0..MOST_STEPS {
            match self.bound.get(&at)? {
                Origin::Cause(place) => return self.causes.get(*place as usize),
                Origin::Same(other) => at = *other,
            }
        }
        None
    }

    /// Returns what gave `variable` its kind.
    pub(crate) fn of_kind(&self, variable: TypeId, kind: Kind) -> Option<Cause> {
        self.causes.get(*self.kinds.get(&(variable, kind))? as usize).cloned()
    }
}
