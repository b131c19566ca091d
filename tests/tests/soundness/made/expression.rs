//! Writes expressions of given types.

use std::collections::BTreeSet;

use super::Random;
use super::types::{Function, LABELS, Shape, Type, basic, random_type};

/// The types that can stand in a string.
const STRINGABLE: [Type; 7] =
    [Type::Bool, Type::Int, Type::UInt, Type::Float, Type::String, Type::Time, Type::Duration];

/// The types that have an order.
const ORDERED: [Type; 5] = [Type::Int, Type::UInt, Type::Float, Type::String, Type::Time];

/// Writes a program, expression by expression.
pub(super) struct Maker {
    pub(super) random: Random,
    /// One in so many expressions is of another type than it should be.
    pub(super) slips: Option<usize>,
    /// The names that are in scope, with their types.
    pub(super) names: Vec<(String, Type)>,
    /// The packages that the program imports.
    pub(super) imports: BTreeSet<&'static str>,
    /// How many parameters and local names there are.
    pub(super) count: usize,
}

impl Maker {
    /// Writes an expression of the type, up to `depth` levels deep; it can stand wherever an operand can.
    pub(super) fn expression(&mut self, ty: &Type, depth: usize) -> String {
        if self.slips.is_some_and(|slips| self.random.one_in(slips)) {
            let other = random_type(&mut self.random, 1);
            return self.right_expression(&other, depth);
        }
        self.right_expression(ty, depth)
    }

    fn right_expression(&mut self, ty: &Type, depth: usize) -> String {
        if self.random.one_in(3)
            && let Some(name) = self.name(ty)
        {
            return name;
        }
        if depth == 0 {
            return self.literal(ty, 0);
        }
        let depth = depth - 1;
        match self.random.below(12) {
            0 => {
                let test = self.expression(&Type::Bool, depth);
                format!("(if {test} then {} else {})", self.expression(ty, depth), self.expression(ty, depth))
            }
            1 => {
                let elements = [self.expression(ty, depth), self.expression(ty, depth)].join(", ");
                format!("[{elements}][{}]", self.random.below(2))
            }
            2 => self.call(ty, depth),
            3 => {
                let (label, other) = (LABELS[self.random.below(2)], random_type(&mut self.random, 1));
                let (value, beside) = (self.expression(ty, depth), self.expression(&other, depth));
                format!("({{{label}: {value}, c: {beside}}}).{label}")
            }
            4 => {
                let key = basic(&mut self.random, &ORDERED);
                let dict = self.expression(&Type::Dict(Box::new((key.clone(), ty.clone()))), depth);
                let (key, default) = (self.expression(&key, depth), self.expression(ty, depth));
                self.of("dict", &format!("get(dict: {dict}, key: {key}, default: {default})"))
            }
            5 => self.made_call(ty, depth),
            6 => self.literal(ty, depth),
            _ => self.operation(ty, depth),
        }
    }

    /// Chooses how a function takes its arguments. In Flux a default does not fix the type of its parameter, so that
    /// one of a wrong type passes; a program with slips has none.
    pub(super) fn shape(&mut self) -> Shape {
        match self.slips {
            None => self.random.pick(&[Shape::Plain, Shape::Optional, Shape::Pipe]),
            Some(_) => self.random.pick(&[Shape::Plain, Shape::Pipe]),
        }
    }

    /// Returns a name of the type, or a member of one.
    fn name(&mut self, ty: &Type) -> Option<String> {
        let mut found = Vec::new();
        for (name, known) in &self.names {
            if known == ty {
                found.push(name.clone());
            } else if let Type::Record(fields) = known {
                let fields = fields.iter().filter(|(_, field)| field == ty);
                found.extend(fields.map(|(label, _)| format!("{name}.{label}")));
            }
        }
        (!found.is_empty()).then(|| found.swap_remove(self.random.below(found.len())))
    }

    /// Names a member of a package, which the program then imports.
    fn of(&mut self, package: &'static str, member: &str) -> String {
        self.imports.insert(package);
        format!("{package}.{member}")
    }

    /// Calls a function that has a name and this result, or one that is written for it.
    fn made_call(&mut self, ty: &Type, depth: usize) -> String {
        let functions = self.names.iter().filter_map(|(name, known)| match known {
            Type::Function(function) if function.result == *ty => Some((name.clone(), function.clone())),
            _ => None,
        });
        let functions: Vec<_> = functions.collect();
        if functions.is_empty() {
            return self.call(ty, depth);
        }
        let (name, function) = &functions[self.random.below(functions.len())];
        self.call_of(name, function, depth)
    }

    /// Calls a function where it is written.
    fn call(&mut self, ty: &Type, depth: usize) -> String {
        let parameter = random_type(&mut self.random, 1);
        let shape = self.shape();
        let function = Function { shape, parameter, result: ty.clone() };
        let callee = self.function(&function, depth);
        self.call_of(&callee, &function, depth)
    }

    fn call_of(&mut self, callee: &str, function: &Function, depth: usize) -> String {
        let argument = self.expression(&function.parameter, depth);
        match function.shape {
            Shape::Plain => format!("{callee}(x: {argument})"),
            Shape::Optional if self.random.one_in(2) => format!("{callee}(x: {argument})"),
            Shape::Optional => format!("{callee}(x: {argument}, y: {})", self.expression(&function.parameter, depth)),
            Shape::Pipe => format!("({argument} |> {callee}())"),
        }
    }

    /// Writes a function.
    fn function(&mut self, function: &Function, depth: usize) -> String {
        let Function { shape, parameter, result } = function;
        let default = self.expression(parameter, depth);
        let mut names = vec![("x".to_owned(), parameter.clone())];
        let head = match shape {
            Shape::Plain => "(x)".to_owned(),
            Shape::Pipe => "(x=<-)".to_owned(),
            Shape::Optional => {
                names.push(("y".to_owned(), parameter.clone()));
                format!("(x, y={default})")
            }
        };
        let body = self.scoped(names, |maker| match maker.random.one_in(3) {
            true => maker.block(result, depth),
            false => format!("({})", maker.expression(result, depth)),
        });
        format!("({head} => {body})")
    }

    /// Writes something where further names hide outer ones.
    fn scoped(&mut self, names: Vec<(String, Type)>, write: impl FnOnce(&mut Self) -> String) -> String {
        let outer = self.names.clone();
        self.names.retain(|(name, _)| names.iter().all(|(inner, _)| inner != name));
        self.names.extend(names);
        let text = write(self);
        self.names = outer;
        text
    }

    /// Writes the body of a function that binds a name.
    fn block(&mut self, result: &Type, depth: usize) -> String {
        let ty = random_type(&mut self.random, 1);
        let value = self.expression(&ty, depth);
        let name = format!("l{}", self.count);
        self.count += 1;
        self.names.push((name.clone(), ty));
        format!("{{\n    {name} = {value}\n    return {}\n}}", self.expression(result, depth))
    }

    /// Writes what stands for itself; its parts are expressions up to `depth` levels deep.
    fn literal(&mut self, ty: &Type, depth: usize) -> String {
        match ty {
            Type::Bool => self.random.pick(&["true", "false"]).to_owned(),
            Type::Int => self.random.pick(&["0", "1", "2", "7", "(-3)", "1000", "9223372036854775807"]).to_owned(),
            Type::UInt => self.random.pick(&["uint(v: 0)", "uint(v: 1)", "uint(v: 42)"]).to_owned(),
            Type::Float => self.random.pick(&["0.0", "1.5", "(-2.25)", "1000000.0", "0.1"]).to_owned(),
            Type::String => {
                self.random.pick(&["\"\"", "\"a\"", "\"Hé, wörld\"", "\"a,b\"", "\"x\\\"y\\n\""]).to_owned()
            }
            Type::Time => {
                self.random.pick(&["2020-01-31T12:30:00Z", "1969-12-31", "2024-02-29T00:00:00.5Z"]).to_owned()
            }
            Type::Duration => self.random.pick(&["1h30m", "1mo", "(-2d)", "0s", "1y2mo", "5ns"]).to_owned(),
            Type::Regexp => self.random.pick(&["/a+/", "/^[a-z]*$/", "/(b|,)/"]).to_owned(),
            Type::Array(element) => {
                let elements: Vec<_> =
                    (0..self.random.below(4)).map(|_| self.expression(element, depth.saturating_sub(1))).collect();
                format!("[{}]", elements.join(", "))
            }
            Type::Record(fields) => {
                let fields: Vec<_> = fields
                    .iter()
                    .map(|(label, ty)| format!("{label}: {}", self.expression(ty, depth.saturating_sub(1))))
                    .collect();
                format!("({{{}}})", fields.join(", "))
            }
            Type::Dict(pair) => {
                let entries: Vec<_> = (0..self.random.below(3))
                    .map(|_| {
                        let key = self.expression(&pair.0, depth.saturating_sub(1));
                        format!("{key}: {}", self.expression(&pair.1, depth.saturating_sub(1)))
                    })
                    .collect();
                if entries.is_empty() { "[:]".to_owned() } else { format!("[{}]", entries.join(", ")) }
            }
            Type::Function(function) => self.function(function, depth.saturating_sub(1)),
        }
    }

    /// Writes an operator or a call of the library.
    fn operation(&mut self, ty: &Type, depth: usize) -> String {
        match ty {
            Type::Bool => self.bool(depth),
            Type::Int => self.int(depth),
            Type::UInt => {
                let operator = self.random.pick(&["+", "*", "/", "%", "-"]);
                format!("({} {operator} {})", self.expression(ty, depth), self.expression(ty, depth))
            }
            Type::Float => self.float(depth),
            Type::String => self.string(depth),
            Type::Time => {
                let (time, duration) = (self.expression(ty, depth), self.expression(&Type::Duration, depth));
                match self.random.below(4) {
                    0 => format!("time(v: {})", self.expression(&Type::Int, depth)),
                    1 => self.of("date", &format!("truncate(t: {time}, unit: 1mo)")),
                    2 => self.of("date", &format!("sub(from: {time}, d: {duration})")),
                    _ => self.of("date", &format!("add(to: {time}, d: {duration})")),
                }
            }
            Type::Duration => {
                let (duration, int) = (self.expression(ty, depth), self.expression(&Type::Int, depth));
                match self.random.below(3) {
                    0 => format!("(-{duration})"),
                    1 => format!("duration(v: {int})"),
                    _ => self.of("date", &format!("scale(d: {duration}, n: {int})")),
                }
            }
            Type::Regexp => self.of("regexp", "compile(v: \"b?\")"),
            Type::Array(element) => self.array(ty, element, depth),
            Type::Record(fields) => self.record(fields, depth),
            Type::Dict(pair) => {
                let (dict, key) = (self.expression(ty, depth), self.expression(&pair.0, depth));
                let value = self.expression(&pair.1, depth);
                let call = match self.random.below(3) {
                    0 => format!("insert(dict: {dict}, key: {key}, value: {value})"),
                    1 => format!("remove(dict: {dict}, key: {key})"),
                    _ => format!("fromList(pairs: [{{key: {key}, value: {value}}}])"),
                };
                self.of("dict", &call)
            }
            Type::Function(function) => self.function(function, depth),
        }
    }

    fn bool(&mut self, depth: usize) -> String {
        let string = |maker: &mut Self| maker.expression(&Type::String, depth);
        match self.random.below(8) {
            0 => format!("(not {})", self.expression(&Type::Bool, depth)),
            1 => {
                let operator = self.random.pick(&["and", "or"]);
                format!("({} {operator} {})", self.expression(&Type::Bool, depth), self.expression(&Type::Bool, depth))
            }
            2 => {
                let ty = random_type(&mut self.random, 2);
                // Durations count as equatable, but have no `==`; inside of others they do.
                let ty = if ty.is_equatable() && ty != Type::Duration { ty } else { Type::Int };
                format!("({} == {})", self.expression(&ty, depth), self.expression(&ty, depth))
            }
            3 => {
                let (ty, operator) =
                    (basic(&mut self.random, &ORDERED), self.random.pick(&["<", "<=", ">", ">=", "!="]));
                format!("({} {operator} {})", self.expression(&ty, depth), self.expression(&ty, depth))
            }
            4 => {
                let operator = self.random.pick(&["=~", "!~"]);
                format!("({} {operator} {})", string(self), self.expression(&Type::Regexp, depth))
            }
            5 => {
                let ty = random_type(&mut self.random, 1);
                format!("(exists {})", self.expression(&ty, depth))
            }
            6 => {
                let ty = basic(&mut self.random, &STRINGABLE);
                let set = self.expression(&Type::Array(Box::new(ty.clone())), depth);
                format!("contains(value: {}, set: {set})", self.expression(&ty, depth))
            }
            _ => {
                let (text, prefix) = (string(self), string(self));
                self.of("strings", &format!("hasPrefix(v: {text}, prefix: {prefix})"))
            }
        }
    }

    fn int(&mut self, depth: usize) -> String {
        let int = self.expression(&Type::Int, depth);
        match self.random.below(8) {
            0..=2 => {
                let operator = self.random.pick(&["+", "-", "*", "/", "%"]);
                format!("({int} {operator} {})", self.expression(&Type::Int, depth))
            }
            3 => format!("(-{int})"),
            4 => {
                let ty = Type::Array(Box::new(random_type(&mut self.random, 1)));
                format!("length(arr: {})", self.expression(&ty, depth))
            }
            5 => {
                let text = self.expression(&Type::String, depth);
                self.of("strings", &format!("strlen(v: {text})"))
            }
            6 => {
                let time = self.expression(&Type::Time, depth);
                self.of("date", &format!("monthDay(t: {time})"))
            }
            _ => {
                let ty = basic(&mut self.random, &[Type::Bool, Type::UInt, Type::Float, Type::Time, Type::Duration]);
                format!("int(v: {})", self.expression(&ty, depth))
            }
        }
    }

    fn float(&mut self, depth: usize) -> String {
        let float = self.expression(&Type::Float, depth);
        match self.random.below(5) {
            0 | 1 => {
                // The power of two floats is the only one that has the type that it promises.
                let operator = self.random.pick(&["+", "-", "*", "/", "%", "^"]);
                format!("({float} {operator} {})", self.expression(&Type::Float, depth))
            }
            2 => {
                let ty = basic(&mut self.random, &[Type::Int, Type::UInt, Type::Bool]);
                format!("float(v: {})", self.expression(&ty, depth))
            }
            3 => {
                let name = self.random.pick(&["abs", "floor", "sqrt", "sin", "exp"]);
                self.of("math", &format!("{name}(x: {float})"))
            }
            _ => {
                let other = self.expression(&Type::Float, depth);
                self.of("math", &format!("mMax(x: {float}, y: {other})"))
            }
        }
    }

    fn string(&mut self, depth: usize) -> String {
        let text = self.expression(&Type::String, depth);
        match self.random.below(7) {
            0 => format!("({text} + {})", self.expression(&Type::String, depth)),
            1 | 2 => {
                let ty = basic(&mut self.random, &STRINGABLE);
                format!("\"<${{{text}}}${{{}}}>\"", self.expression(&ty, depth))
            }
            3 => {
                let ty = basic(&mut self.random, &STRINGABLE);
                format!("string(v: {})", self.expression(&ty, depth))
            }
            4 => {
                let ty = random_type(&mut self.random, 2);
                format!("display(v: {})", self.expression(&ty, depth))
            }
            5 => {
                let name = self.random.pick(&["toUpper", "title", "trimSpace"]);
                self.of("strings", &format!("{name}(v: {text})"))
            }
            _ => {
                let parts = self.expression(&Type::Array(Box::new(Type::String)), depth);
                self.of("strings", &format!("joinStr(arr: {parts}, v: {text})"))
            }
        }
    }

    fn array(&mut self, ty: &Type, element: &Type, depth: usize) -> String {
        let plain = |parameter: &Type, result: &Type| {
            Type::Function(Box::new(Function {
                shape: Shape::Plain,
                parameter: parameter.clone(),
                result: result.clone(),
            }))
        };
        match self.random.below(4) {
            0 => {
                let (first, second) = (self.expression(ty, depth), self.expression(ty, depth));
                self.of("array", &format!("concat(arr: {first}, v: {second})"))
            }
            1 => {
                let elements = self.expression(ty, depth);
                let test = self.expression(&plain(element, &Type::Bool), depth);
                let call = self.of("array", &format!("filter(fn: {test})"));
                format!("({elements} |> {call})")
            }
            2 if *ty == Type::Array(Box::new(Type::String)) => {
                let text = self.expression(&Type::String, depth);
                self.of("strings", &format!("split(v: {text}, t: \",\")"))
            }
            _ => {
                let from = random_type(&mut self.random, 1);
                let elements = self.expression(&Type::Array(Box::new(from.clone())), depth);
                let function = self.expression(&plain(&from, element), depth);
                self.of("array", &format!("map(arr: {elements}, fn: {function})"))
            }
        }
    }

    /// Extends a record that lacks one of the fields.
    fn record(&mut self, fields: &[(&'static str, Type)], depth: usize) -> String {
        if fields.is_empty() {
            return "({})".to_owned();
        }
        let mut rest = fields.to_vec();
        let (label, ty) = rest.remove(self.random.below(fields.len()));
        let rest = Type::Record(rest);
        let base = self.expression(&rest, depth);
        let value = self.scoped(vec![("x".to_owned(), rest)], |maker| maker.expression(&ty, depth));
        format!("((x) => ({{x with {label}: {value}}}))(x: {base})")
    }
}
