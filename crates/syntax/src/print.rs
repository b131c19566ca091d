//! Prints a tree as nested lists, for tests and for people who want to see how a text was read.

use crate::ast::{
    Attribute, Block, DurationPart, Expr, ExprKind, File, FunctionBody, MonoType, MonoTypeKind, Parameter,
    ParameterMode, Property, PropertyKey, Statement, StatementKind, StringPart, TypeExpr, UnaryOp,
};

/// Returns the tree of a file, one line for each clause and statement: `a = 1 + b` is `(= a (+ 1 b))`.
pub fn file(file: &File) -> String {
    let mut lines = Vec::new();
    if let Some(package) = &file.package {
        lines.push(with_attributes(&package.attributes, format!("(package {})", package.name.name)));
    }
    for import in &file.imports {
        let alias = import.alias.as_ref().map(|alias| format!("{} ", alias.name)).unwrap_or_default();
        lines.push(with_attributes(&import.attributes, format!("(import {alias}{:?})", import.path.value)));
    }
    lines.extend(file.statements.iter().map(statement));
    lines.join("\n")
}

/// Returns the tree of a type expression: `[A] where A: Addable` is `(where (array A) (A Addable))`.
pub fn type_expr(ty: &TypeExpr) -> String {
    if ty.constraints.is_empty() {
        return mono_type(&ty.ty);
    }
    let constraints = ty.constraints.iter().map(|constraint| {
        let kinds = constraint.kinds.iter().map(|kind| kind.name.to_string());
        list(constraint.variable.name.as_str(), kinds)
    });
    list("where", std::iter::once(mono_type(&ty.ty)).chain(constraints))
}

/// Returns a printed tree without the parentheses of the text, which a formatter adds and drops.
pub fn without_parens(printed: &str) -> String {
    let mut rest = printed;
    let mut tree = String::new();
    let mut parens = Vec::new();
    while let Some(first) = rest.chars().next() {
        let mut length = first.len_utf8();
        match first {
            '"' => {
                let mut escaped = false;
                let end = rest.char_indices().skip(1).find(|(_, character)| {
                    let closes = *character == '"' && !escaped;
                    escaped = *character == '\\' && !escaped;
                    closes
                });
                length = end.map_or(rest.len(), |(end, _)| end + 1);
                tree.push_str(&rest[..length]);
            }
            '(' if rest.starts_with("(paren ") => {
                length = "(paren ".len();
                parens.push(true);
            }
            '(' => {
                parens.push(false);
                tree.push(first);
            }
            ')' if parens.pop() == Some(true) => {}
            _ => tree.push(first),
        }
        rest = &rest[length..];
    }
    tree
}

fn list(head: &str, parts: impl IntoIterator<Item = String>) -> String {
    let mut text = format!("({head}");
    for part in parts {
        text.push(' ');
        text.push_str(&part);
    }
    text.push(')');
    text
}

fn with_attributes(attributes: &[Attribute], inner: String) -> String {
    attributes.iter().rev().fold(inner, |inner, attribute| {
        let name = format!("@{}", attribute.name);
        let arguments = attribute.arguments.as_ref().map(|arguments| list("", arguments.iter().map(expr)));
        list(&name, arguments.into_iter().chain(std::iter::once(inner)))
    })
}

fn statement(statement: &Statement) -> String {
    let text = match &statement.kind {
        StatementKind::Expression(value) => expr(value),
        StatementKind::Assignment(assignment) => format!("(= {} {})", assignment.name.name, expr(&assignment.value)),
        StatementKind::Option(option) => {
            let package = option.package.as_ref().map(|package| format!("{}.", package.name)).unwrap_or_default();
            format!("(option {package}{} {})", option.name.name, expr(&option.value))
        }
        StatementKind::Return(value) => format!("(return {})", expr(value)),
        StatementKind::Builtin(builtin) => format!("(builtin {} {})", builtin.name.name, type_expr(&builtin.ty)),
        StatementKind::Testcase(testcase) => {
            let extends =
                testcase.extends.as_ref().map(|path| format!(" extends {:?}", path.value)).unwrap_or_default();
            format!("(testcase {}{extends} {})", testcase.name.name, block(&testcase.body))
        }
        StatementKind::Bad => "bad".to_owned(),
    };
    with_attributes(&statement.attributes, text)
}

fn block(block: &Block) -> String {
    list("block", block.statements.iter().map(statement))
}

fn expr(value: &Expr) -> String {
    match &value.kind {
        ExprKind::Ident(name) => name.to_string(),
        ExprKind::Int(value) => value.to_string(),
        ExprKind::Float(value) => format!("{value:?}"),
        ExprKind::String(value) => format!("{value:?}"),
        ExprKind::Interpolated(parts) => list("text", parts.iter().map(string_part)),
        ExprKind::Regexp(pattern) => list("regexp", [format!("{pattern:?}")]),
        ExprKind::Time(nanoseconds) => format!("(time {nanoseconds})"),
        ExprKind::Duration(parts) => parts.iter().map(duration_part).collect(),
        ExprKind::PipeReceive => "<-".to_owned(),
        ExprKind::Label(name) => format!(".{name}"),
        ExprKind::Array(elements) => list("array", elements.iter().map(expr)),
        ExprKind::Dict(pairs) => {
            list("dict", pairs.iter().map(|(key, value)| format!("({} {})", expr(key), expr(value))))
        }
        ExprKind::Record(record) => {
            let base = record.base.iter().map(|base| format!("(with {})", base.name));
            list("record", base.chain(record.properties.iter().map(property)))
        }
        ExprKind::Paren(inner) => list("paren", [expr(inner)]),
        ExprKind::Function(function) => {
            let parameters = function.parameters.iter().map(parameter).collect::<Vec<_>>().join(" ");
            let body = match &function.body {
                FunctionBody::Expr(body) => expr(body),
                FunctionBody::Block(body) => block(body),
            };
            format!("(fn ({parameters}) {body})")
        }
        ExprKind::Call(call) => {
            let callee = expr(&call.callee);
            list("call", std::iter::once(callee).chain(call.arguments.iter().map(property)))
        }
        ExprKind::Pipe(pipe) => nested(&pipe.first, pipe.calls.iter().map(|call| ("|>", call))),
        ExprKind::Member(member) => list(".", [expr(&member.object), key(&member.property)]),
        ExprKind::Index(parts) => list("index", [expr(&parts.0), expr(&parts.1)]),
        ExprKind::Unary(operator, operand) => {
            let operator = match operator {
                UnaryOp::Minus => "-",
                UnaryOp::Plus => "+",
                UnaryOp::Not => "not",
                UnaryOp::Exists => "exists",
            };
            list(operator, [expr(operand)])
        }
        ExprKind::Binary(chain) => {
            nested(&chain.first, chain.rest.iter().map(|(operator, operand)| (operator.as_str(), operand)))
        }
        ExprKind::Logical(chain) => {
            nested(&chain.first, chain.rest.iter().map(|(operator, operand)| (operator.as_str(), operand)))
        }
        ExprKind::Conditional(parts) => {
            let mut text = String::new();
            for branch in &parts.branches {
                text.push_str(&format!("(if {} {} ", expr(&branch.test), expr(&branch.consequent)));
            }
            text.push_str(&expr(&parts.alternate));
            text.extend(parts.branches.iter().map(|_| ')'));
            text
        }
        ExprKind::Bad => "bad".to_owned(),
    }
}

/// Returns operators in the order they apply, the first one inside of all others.
fn nested<'a>(first: &Expr, rest: impl DoubleEndedIterator<Item = (&'static str, &'a Expr)> + Clone) -> String {
    let mut text = String::new();
    for (operator, _) in rest.clone().rev() {
        text.push_str(&format!("({operator} "));
    }
    text.push_str(&expr(first));
    for (_, operand) in rest {
        text.push_str(&format!(" {})", expr(operand)));
    }
    text
}

fn string_part(part: &StringPart) -> String {
    match part {
        StringPart::Text(text) => format!("{:?}", text.value),
        StringPart::Expr(_, value) => expr(value),
    }
}

fn duration_part(part: &DurationPart) -> String {
    format!("{}{}", part.magnitude, part.unit.as_str())
}

fn property(property: &Property) -> String {
    match &property.value {
        Some(value) => format!("({} {})", key(&property.key), expr(value)),
        None => key(&property.key),
    }
}

fn key(key: &PropertyKey) -> String {
    match key {
        PropertyKey::Ident(ident) => ident.name.to_string(),
        PropertyKey::String(literal) => format!("{:?}", literal.value),
    }
}

fn parameter(parameter: &Parameter) -> String {
    match &parameter.default {
        Some(default) => format!("({} {})", parameter.name.name, expr(default)),
        None => parameter.name.name.to_string(),
    }
}

fn mono_type(ty: &MonoType) -> String {
    match &ty.kind {
        MonoTypeKind::Named(name) | MonoTypeKind::Variable(name) => name.to_string(),
        MonoTypeKind::Array(element) => list("array", [mono_type(element)]),
        MonoTypeKind::Stream(element) => list("stream", [mono_type(element)]),
        MonoTypeKind::Vector(element) => list("vector", [mono_type(element)]),
        MonoTypeKind::Dict(parts) => list("dict", [mono_type(&parts.0), mono_type(&parts.1)]),
        MonoTypeKind::Record(record) => {
            let base = record.base.iter().map(|base| format!("(with {})", base.name));
            let properties = record.properties.iter().map(|(name, ty)| format!("({} {})", key(name), mono_type(ty)));
            list("record", base.chain(properties))
        }
        MonoTypeKind::Function(function) => {
            let parameters = function.parameters.iter().map(|parameter| {
                let mode = match parameter.mode {
                    ParameterMode::Required => "",
                    ParameterMode::Optional => "?",
                    ParameterMode::Pipe => "<-",
                };
                let name = parameter.name.as_ref().map(|name| name.name.as_str()).unwrap_or_default();
                let default = parameter.default.iter().map(|label| format!(".{label}"));
                list(&format!("{mode}{name}"), std::iter::once(mono_type(&parameter.ty)).chain(default))
            });
            let parameters = parameters.collect::<Vec<_>>().join(" ");
            format!("(fn ({parameters}) {})", mono_type(&function.result))
        }
        MonoTypeKind::Label(name) => format!(".{name}"),
        MonoTypeKind::Bad => "bad".to_owned(),
    }
}
