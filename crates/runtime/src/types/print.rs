//! Types as text, in the form that `display` of a function shows.

use std::collections::HashMap;
use std::fmt::{self, Write};

use ecow::EcoString;

use super::{FunctionType, Parameter, ParameterMode, RecordType, Scheme, Type, Variable};

/// Longest text of a type, in bytes; what is beyond is shown as `…`.
const LONGEST: usize = 4096;

impl fmt::Display for Type {
    /// Prints parameters and fields by name, variables as `A`, `B`, … in the order they appear.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut printer = Printer { text: String::new(), names: HashMap::new() };
        // An error says that the text is long enough.
        let _ = printer.ty(self);
        f.write_str(&printer.text)
    }
}

impl fmt::Display for Scheme {
    /// Prints the type; the kinds of its variables are not shown.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.ty, f)
    }
}

struct Printer {
    text: String,
    names: HashMap<Variable, usize>,
}

impl Printer {
    fn put(&mut self, text: &str) -> fmt::Result {
        if self.text.len() + text.len() > LONGEST {
            self.text.push('…');
            return Err(fmt::Error);
        }
        self.text.push_str(text);
        Ok(())
    }

    fn ty(&mut self, ty: &Type) -> fmt::Result {
        match ty {
            Type::Basic(basic) => self.put(basic.as_str()),
            Type::Variable(variable) => self.variable(*variable),
            Type::Array(element) => self.bracketed("[", element),
            Type::Stream(element) => self.bracketed("stream[", element),
            Type::Vector(element) => self.bracketed("vector[", element),
            Type::Dict(parts) => {
                self.put("[")?;
                self.ty(&parts.0)?;
                self.put(": ")?;
                self.ty(&parts.1)?;
                self.put("]")
            }
            Type::Record(record) => self.record(record),
            Type::Function(function) => self.function(function),
            Type::Label(name) => self.put(&format!(".{name}")),
            Type::Null => self.put("null"),
        }
    }

    fn bracketed(&mut self, open: &str, element: &Type) -> fmt::Result {
        self.put(open)?;
        self.ty(element)?;
        self.put("]")
    }

    /// Fields take their names before the row does, although the row is printed first.
    fn record(&mut self, record: &RecordType) -> fmt::Result {
        let mut fields: Vec<_> = record.fields.iter().collect();
        fields.sort_by(|a, b| a.0.cmp(&b.0));
        let start = self.text.len();
        let complete = self.fields(&fields);
        if complete.is_err() {
            // What was cut off opens like a whole one.
            self.text.insert(start, '{');
            return complete;
        }
        let fields = self.text.split_off(start);
        self.put("{")?;
        if let Some(row) = record.row {
            self.variable(row)?;
            self.put(if fields.is_empty() { "" } else { " with " })?;
        }
        self.put(&fields)?;
        self.put("}")
    }

    fn fields(&mut self, fields: &[&(EcoString, Type)]) -> fmt::Result {
        for (index, (label, ty)) in fields.iter().enumerate() {
            self.put(if index == 0 { "" } else { ", " })?;
            self.put(label)?;
            self.put(": ")?;
            self.ty(ty)?;
        }
        Ok(())
    }

    fn function(&mut self, function: &FunctionType) -> fmt::Result {
        let mut parameters: Vec<&Parameter> = function.parameters.iter().collect();
        parameters.sort_by(|a, b| a.name.cmp(&b.name));
        self.put("(")?;
        for (index, parameter) in parameters.into_iter().enumerate() {
            self.put(if index == 0 { "" } else { ", " })?;
            self.put(match parameter.mode {
                ParameterMode::Required => "",
                ParameterMode::Optional => "?",
                // A pipe parameter without a name is called `<-`, and so shown as `<-<-`, as Flux does.
                ParameterMode::Pipe => "<-",
            })?;
            self.put(&parameter.name)?;
            self.put(": ")?;
            self.ty(&parameter.ty)?;
        }
        self.put(") => ")?;
        self.ty(&function.result)
    }

    fn variable(&mut self, variable: Variable) -> fmt::Result {
        let next = self.names.len();
        let index = *self.names.entry(variable).or_insert(next);
        let mut name = String::new();
        match u8::try_from(index) {
            Ok(small @ 0..=9) => name.push(char::from(b'A' + small)),
            _ => write!(name, "t{index}")?,
        }
        self.put(&name)
    }
}
