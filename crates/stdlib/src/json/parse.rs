//! JSON text to values; every number becomes a float.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::fmt;
use std::sync::{Arc, LazyLock};

use ecow::EcoString;
use fluxlet_runtime::{Error, Record, Result, Run, Value};
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;

use super::text::mend;
use crate::message::type_name;

/// Values between two looks at the clock.
const ROUND: usize = 4096;

/// What a field takes in a record beside its value, in bytes.
const FIELD: usize = 40;

/// What a dynamic value takes: its own place, and an allocation for what is inside.
const DYNAMIC: usize = 2 * size_of::<Value>() + 16;

/// What the elements of an array may be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Elements {
    /// Of one type, as the array is to be a Flux array.
    OfOneType,
    /// Of any types; each value is dynamic.
    Dynamic,
}

/// Reads one JSON document, its values charged to `run`.
///
/// # Errors
/// `invalid` if it is no JSON or an array has elements of several types; `resource exhausted` past the memory of the run
/// or 128 levels. No message holds anything of the document.
pub(crate) fn parse(run: &Run, bytes: &[u8], elements: Elements) -> Result<Value> {
    let text = mend(run, bytes)?;
    let reader = Reader { run, elements, seen: Cell::new(0), failure: RefCell::new(None) };
    let mut source = serde_json::Deserializer::from_str(&text);
    let value = Element(&reader).deserialize(&mut source).and_then(|value| source.end().map(|()| value));
    value.map_err(|problem| reader.failure.take().unwrap_or_else(|| syntax_error(&problem)))
}

fn syntax_error(problem: &serde_json::Error) -> Error {
    let text = problem.to_string();
    if text.starts_with("recursion limit exceeded") {
        return Error::exhausted("the JSON document is nested deeper than 128 levels");
    }
    match problem.classify() {
        Category::Eof => Error::invalid("unexpected end of JSON input"),
        _ => Error::invalid(format!("cannot parse JSON: {text}")),
    }
}

/// What all values of a document share while they are read.
struct Reader<'a> {
    run: &'a Run,
    elements: Elements,
    seen: Cell<usize>,
    /// The error that the parser only tells to have happened.
    failure: RefCell<Option<Error>>,
}

impl Reader<'_> {
    /// Charges a value that takes `bytes` beside its own size.
    fn take<E: serde::de::Error>(&self, value: Value, bytes: usize) -> Result<Value, E> {
        let seen = self.seen.get() + 1;
        self.seen.set(seen);
        let clock = if seen.is_multiple_of(ROUND) { self.run.check_deadline() } else { Ok(()) };
        let own = if self.elements == Elements::Dynamic { DYNAMIC } else { size_of::<Value>() };
        let size = (own as u64).saturating_add(bytes as u64);
        clock.and_then(|()| self.run.charge(size)).map_err(|error| self.fail(error))?;
        Ok(match self.elements {
            Elements::OfOneType => value,
            Elements::Dynamic => Value::Dynamic(Arc::new(value)),
        })
    }

    fn fail<E: serde::de::Error>(&self, error: Error) -> E {
        *self.failure.borrow_mut() = Some(error);
        E::custom("the value cannot be held")
    }
}

/// The label under which `serde_json` gives the text of a number, if numbers are texts.
const NUMBER: &str = "$serde_json::private::Number";

/// Tells whether the program around us has asked `serde_json` for its feature `arbitrary_precision`, which changes how all
/// the program's crates are given numbers.
static NUMBERS_ARE_TEXTS: LazyLock<bool> = LazyLock::new(|| {
    struct Probe;

    impl<'de> Visitor<'de> for Probe {
        type Value = bool;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a number")
        }

        fn visit_f64<E>(self, _: f64) -> Result<bool, E> {
            Ok(false)
        }

        fn visit_map<A: MapAccess<'de>>(self, _: A) -> Result<bool, A::Error> {
            Ok(true)
        }
    }

    serde_json::Deserializer::from_str("0.5").deserialize_any(Probe).unwrap_or(true)
});

/// Reads one value.
#[derive(Clone, Copy)]
struct Element<'a>(&'a Reader<'a>);

impl Element<'_> {
    fn visit_number<E: serde::de::Error>(self, text: &str) -> Result<Value, E> {
        match text.parse::<f64>() {
            Ok(value) if value.is_finite() => self.visit_f64(value),
            _ => Err(E::custom("number out of range")),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Element<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Value, D::Error> {
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Element<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<Value, E> {
        self.0.take(Value::NULL, 0)
    }

    fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<Value, E> {
        self.0.take(Value::Bool(value), 0)
    }

    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<Value, E> {
        self.0.take(Value::Float(value as f64), 0)
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Value, E> {
        self.0.take(Value::Float(value as f64), 0)
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Value, E> {
        self.0.take(Value::Float(value), 0)
    }

    fn visit_str<E: serde::de::Error>(self, value: &str) -> Result<Value, E> {
        self.0.take(Value::String(value.into()), value.len())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut source: A) -> Result<Value, A::Error> {
        let mut elements: Vec<Value> = Vec::new();
        // Nulls in front have no type; the first element that is none rules.
        let mut ruler = 0;
        while let Some(element) = source.next_element_seed(self)? {
            if self.0.elements == Elements::OfOneType
                && let Some(first) = elements.get(ruler)
            {
                if first.is_null() {
                    ruler = elements.len();
                } else if !same_type(first, &element) {
                    return Err(self.0.fail(mixed(elements.len(), &element, ruler, first)));
                }
            }
            elements.push(element);
        }
        self.0.take(elements.into(), 0)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut source: A) -> Result<Value, A::Error> {
        let mut fields: Vec<(EcoString, Value)> = Vec::new();
        let mut bytes = 0_usize;
        while let Some(label) = source.next_key::<Cow<'de, str>>()? {
            if fields.is_empty() && label == NUMBER && *NUMBERS_ARE_TEXTS {
                return self.visit_number(&source.next_value::<Cow<'de, str>>()?);
            }
            let label = EcoString::from(label.as_ref());
            bytes = bytes.saturating_add(label.len()).saturating_add(FIELD);
            fields.push((label, source.next_value_seed(self)?));
        }
        let record: Record = fields.into_iter().collect();
        self.0.take(record.into(), bytes)
    }
}

fn mixed(index: usize, element: &Value, ruler: usize, first: &Value) -> Error {
    Error::invalid(format!(
        "array values must all be the same type: element {ruler} is {}, element {index} is {}; read such documents with \
         `jsonParse` of `experimental/dynamic`",
        type_name(first),
        type_name(element)
    ))
}

/// Tells whether two values can stand in one array; the elements of an array inside are known to.
fn same_type(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Array(a), Value::Array(b)) => match (a.first(), b.first()) {
            (Some(a), Some(b)) => same_type(a, b),
            (None, None) => true,
            _ => false,
        },
        (Value::Record(a), Value::Record(b)) => {
            a.len() == b.len()
                && a.iter().all(|(label, value)| b.get(label).is_some_and(|other| same_type(value, other)))
        }
        (a, b) => a.nature() == b.nature(),
    }
}
