//! Types as short text for messages: what is too long or too deep is left out.

use ecow::EcoString;
use fluxlet_runtime::types::ParameterMode;

use crate::table::{Node, Table, Tail, TypeId};

/// Longest text, in bytes, but for the name that goes beyond it.
const LONGEST: usize = 160;

/// Deepest nesting that is shown.
const DEEPEST: u32 = 6;

/// Most fields or parameters that are shown.
const MOST: usize = 8;

/// Longest name, in characters.
const LONGEST_NAME: usize = 60;

/// Longest reason of another package, in characters.
const LONGEST_TEXT: usize = 600;

/// What is shown for what is left out.
const LEFT_OUT: &str = "…";

/// Returns the text of a type; variables are `A`, `B`, … in the order they appear.
pub(crate) fn shape(table: &mut Table, id: TypeId) -> String {
    let mut writer = Writer { table, text: String::new(), names: Vec::new() };
    writer.ty(id, 0);
    writer.text
}

/// Returns a type in backquotes, with the word for its shape where the text does not tell.
pub(crate) fn named(table: &mut Table, id: TypeId) -> String {
    let word = match table.node(id) {
        Node::Record(_) => "record ",
        Node::Function(_) => "function ",
        Node::Array(_) => "array ",
        Node::Dict(..) => "dictionary ",
        _ => "",
    };
    format!("{word}`{}`", shape(table, id))
}

/// Returns a name, cut if it is long.
pub(crate) fn clip(name: &str) -> String {
    cut(name, LONGEST_NAME)
}

/// Returns a sentence, cut if it is long.
pub(crate) fn shorten(text: &str) -> String {
    cut(text, LONGEST_TEXT)
}

fn cut(text: &str, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        Some((at, _)) => format!("{}{LEFT_OUT}", &text[..at]),
        None => text.to_owned(),
    }
}

struct Writer<'a> {
    table: &'a mut Table,
    text: String,
    names: Vec<TypeId>,
}

impl Writer<'_> {
    fn ty(&mut self, id: TypeId, depth: u32) {
        if depth > DEEPEST || self.text.len() > LONGEST {
            self.text.push_str(LEFT_OUT);
            return;
        }
        let id = self.table.find(id);
        match self.table.node(id) {
            Node::Basic(basic) => self.text.push_str(basic.as_str()),
            Node::Variable { .. } | Node::Error | Node::Link(_) => self.variable(id),
            Node::Array(element) => self.bracketed("[", element, depth),
            Node::Stream(element) => self.bracketed("stream[", element, depth),
            Node::Vector(element) => self.bracketed("vector[", element, depth),
            Node::Dict(key, value) => {
                self.text.push('[');
                self.ty(key, depth + 1);
                self.text.push_str(": ");
                self.ty(value, depth + 1);
                self.text.push(']');
            }
            Node::Label(name) => {
                self.text.push('.');
                self.text.push_str(&clip(&name));
            }
            Node::Record(record) => {
                let row = self.table.row(&record);
                self.record(row.fields, row.tail, depth);
            }
            Node::Function(function) => {
                self.text.push('(');
                let mut parameters: Vec<_> = function.parameters.iter().take(64).collect();
                parameters.sort_by_key(|parameter| &parameter.name);
                for (index, parameter) in parameters.into_iter().enumerate() {
                    if !self.next(index) {
                        break;
                    }
                    self.text.push_str(match parameter.mode {
                        ParameterMode::Required => "",
                        ParameterMode::Optional => "?",
                        ParameterMode::Pipe if parameter.name == "<-" => "",
                        ParameterMode::Pipe => "<-",
                    });
                    self.text.push_str(&clip(&parameter.name));
                    self.text.push_str(": ");
                    self.ty(parameter.ty, depth + 1);
                }
                self.text.push_str(") => ");
                self.ty(function.result, depth + 1);
            }
        }
    }

    /// Fields take their letters before the row does, although the row is shown first.
    fn record(&mut self, mut fields: Vec<(EcoString, TypeId)>, tail: Tail, depth: u32) {
        fields.truncate(64);
        fields.sort_by(|a, b| a.0.cmp(&b.0));
        let start = self.text.len();
        for (index, (label, ty)) in fields.iter().enumerate() {
            if !self.next(index) {
                break;
            }
            self.text.push_str(&clip(label));
            self.text.push_str(": ");
            self.ty(*ty, depth + 1);
        }
        let fields = self.text.split_off(start);
        self.text.push('{');
        if let Tail::Open(row) | Tail::Other(row) = tail {
            self.ty(row, depth + 1);
            self.text.push_str(if fields.is_empty() { "" } else { " with " });
        }
        self.text.push_str(&fields);
        self.text.push('}');
    }

    /// Separates an item from the one before it, and tells whether it is shown.
    fn next(&mut self, index: usize) -> bool {
        self.text.push_str(if index == 0 { "" } else { ", " });
        let shown = index < MOST && self.text.len() <= LONGEST;
        self.text.push_str(if shown { "" } else { LEFT_OUT });
        shown
    }

    fn bracketed(&mut self, open: &str, element: TypeId, depth: u32) {
        self.text.push_str(open);
        self.ty(element, depth + 1);
        self.text.push(']');
    }

    fn variable(&mut self, id: TypeId) {
        let index = self.names.iter().position(|known| *known == id).unwrap_or_else(|| {
            self.names.push(id);
            self.names.len() - 1
        });
        match u8::try_from(index) {
            Ok(small @ 0..=25) => self.text.push(char::from(b'A' + small)),
            _ => self.text.push_str(&format!("t{index}")),
        }
    }
}
