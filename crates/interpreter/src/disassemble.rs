//! Bytecode as text, for tests and for the curious.

use std::fmt::Write;

use fluxlet_runtime::{Value, display};
use fluxlet_syntax::ast::{LogicalOp, ParameterMode, UnaryOp};

use crate::chunk::{CaptureFrom, Code, Prototype, Site};
use crate::opcode::Op;

/// Most bytes of a constant that are shown.
const CONSTANT_BYTES: u64 = 60;

pub(crate) fn disassemble(code: &Code) -> String {
    let mut text = String::new();
    for (index, function) in code.functions.iter().enumerate() {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "function {index}{}", head(index, function));
        for (at, op) in function.ops.iter().enumerate() {
            let _ = writeln!(text, "{at:4} {}", row(code, *op));
        }
    }
    text
}

fn head(index: usize, function: &Prototype) -> String {
    if index == 0 {
        return " top level".to_owned();
    }
    let parameters = function.parameters.iter().map(|parameter| {
        let mark = match parameter.mode {
            ParameterMode::Required => "",
            ParameterMode::Optional => "?",
            ParameterMode::Pipe => "<-",
        };
        format!("{mark}{}", parameter.name)
    });
    let parameters: Vec<String> = parameters.collect();
    let mut text = format!(" ({})", parameters.join(", "));
    if function.locals > 0 {
        let _ = write!(text, " locals {}", function.locals);
    }
    for from in &function.captures {
        let _ = match from {
            CaptureFrom::Local(slot) => write!(text, " takes local {slot}"),
            CaptureFrom::Capture(index) => write!(text, " takes capture {index}"),
        };
    }
    text
}

fn row(code: &Code, op: Op) -> String {
    let name = |index: u32| code.names.get(index as usize).map_or("?", |name| name.as_str());
    let global = |slot: u32| code.globals.get(slot as usize).map_or("?", |name| name.as_str());
    let imported = |index: u32| code.imported.get(index as usize).copied().unwrap_or_default();
    let labels = |shape: u32| code.shapes.get(shape as usize).map(|shape| shape.labels.join(" ")).unwrap_or_default();
    let value = |index: u32| constant(code.constants.get(index as usize));
    match op {
        Op::Constant(index) => format!("constant {}", value(index)),
        Op::Local(slot) => format!("local {slot}"),
        Op::SetLocal(slot) => format!("set local {slot}"),
        Op::Capture(index) => format!("capture {index}"),
        Op::Global(slot) => format!("global {}", global(slot)),
        Op::SetGlobal(slot) => format!("set global {}", global(slot)),
        Op::Imported(index) => format!("imported {:?}", imported(index)),
        Op::SetNow => "set now".to_owned(),
        Op::SetImported(index) => format!("set imported {:?}", imported(index)),
        Op::Package(package) => format!("package {package}"),
        Op::Variable(index) => format!("variable {}", name(index)),
        Op::Import(package) => format!("import {package}"),
        Op::Text => "text".to_owned(),
        Op::Concat(count) => format!("concat {count}"),
        Op::Array(count) => format!("array {count}"),
        Op::Dict(count) => format!("dict {count}"),
        Op::Record(shape) => format!("record {}", labels(shape)),
        Op::Extend(shape) => format!("extend {}", labels(shape)),
        Op::Closure(index) => format!("closure {index}"),
        Op::Call(site) => code.sites.get(site as usize).map(call).unwrap_or_default(),
        Op::Member(index) => format!("member {}", name(index)),
        Op::LocalMember(slot, index) => format!("local {slot} member {}", name(index)),
        Op::Index => "index".to_owned(),
        Op::Unary(op) => format!("unary {}", unary(op)),
        Op::Binary(op) => format!("binary {}", op.as_str()),
        Op::BinaryConstant(op, right) => format!("binary {} constant {}", op.as_str(), value(right)),
        Op::BinaryLocal(op, right) => format!("binary {} local {right}", op.as_str()),
        Op::LocalBinaryConstant(op, left, right) => {
            format!("local {left} binary {} constant {}", op.as_str(), value(right.into()))
        }
        Op::LocalBinaryLocal(op, left, right) => format!("local {left} binary {} local {right}", op.as_str()),
        Op::Short(op, target) => format!("short {} {target}", logical(op)),
        Op::Truth(op) => format!("truth {}", logical(op)),
        Op::Unless(target) => format!("unless {target}"),
        Op::Jump(target) => format!("jump {target}"),
        Op::Given(bit, target) => format!("given {bit} {target}"),
        Op::Pop => "pop".to_owned(),
        Op::Result => "result".to_owned(),
        Op::Return => "return".to_owned(),
        Op::End => "end".to_owned(),
    }
}

fn constant(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => format!("{text:?}"),
        Some(value) => display(value, CONSTANT_BYTES).unwrap_or_else(|_| value.nature_name().to_owned()),
        None => "?".to_owned(),
    }
}

fn call(site: &Site) -> String {
    let piped = if site.piped { " piped" } else { "" };
    format!("call {}({}){piped}", site.name, site.arguments.join(", "))
}

fn unary(op: UnaryOp) -> &'static str {
    match op {
        UnaryOp::Minus => "-",
        UnaryOp::Plus => "+",
        UnaryOp::Not => "not",
        UnaryOp::Exists => "exists",
    }
}

fn logical(op: LogicalOp) -> &'static str {
    match op {
        LogicalOp::And => "and",
        LogicalOp::Or => "or",
    }
}
