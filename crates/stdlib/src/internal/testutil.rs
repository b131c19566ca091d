//! The package `internal/testutil`.

use std::sync::Arc;

use fluxlet_runtime::types::{Basic, FunctionType, Scheme, Type};
use fluxlet_runtime::{
    Arguments, Builtin, BuiltinFunction, Code, Dict, Duration, Error, Function, Package, Record, Regexp, Result, Run,
    Signature, Time, Value,
};

use crate::nesting;

/// `internal/testutil`: values for tests.
pub const PACKAGE: Package = Package {
    path: "internal/testutil",
    source: fluxlet_sources::INTERNAL_TESTUTIL,
    builtins: &[
        ("fail", Builtin::Pure(|_, _| Err(Error::new(Code::Aborted, "fail")))),
        ("yield", Builtin::Pure(|_, args| args.value("v").cloned())),
        ("makeRecord", Builtin::Pure(make_record)),
        ("makeAny", Builtin::Pure(make_any)),
    ],
    unimplemented: &[],
};

fn make_record(run: &Run, args: &Arguments) -> Result<Value> {
    let record: &Record = args.required("o")?;
    nesting::check_forgotten(run, args.value("o")?)?;
    Ok(record.clone().into())
}

fn make_any(_: &Run, args: &Arguments) -> Result<Value> {
    Ok(match args.required::<&str>("typ")? {
        "string" => "foo".into(),
        "bytes" => bytes::Bytes::from_static(b"foo").into(),
        "int" => Value::Int(10),
        "uint" => Value::UInt(10),
        "float" => Value::Float(10.0),
        "bool" => Value::Bool(false),
        "time" => Time(100).into(),
        "duration" => Duration::ZERO.into(),
        "regexp" => Value::Regexp(Arc::new(Regexp::new("a")?)),
        "array" => Vec::new().into(),
        "object" => Record::default().into(),
        "function" => one().into(),
        "dictionary" => Dict::default().into(),
        _ => Value::NULL,
    })
}

/// Returns a function that returns 1.
fn one() -> Function {
    let ty = FunctionType { parameters: Vec::new(), result: Basic::Int.into() };
    Function::Builtin(Arc::new(BuiltinFunction {
        package: PACKAGE.path.into(),
        name: "makeAny".into(),
        signature: Arc::new(Signature::new(&ty)),
        scheme: Scheme::of(Type::Function(Arc::new(ty))),
        builtin: Some(Builtin::Pure(|_, _| Ok(Value::Int(1)))),
    }))
}

#[cfg(test)]
mod tests;
