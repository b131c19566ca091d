//! Feeds every builtin of the library with the values that are most likely to break it: an error or a value, no panic.
//!
//! What a function gets follows from its declared type: nulls with and without a type, empty and large ones, numbers at the
//! ends of their ranges, bytes that are no text. The run has little memory and little time.

use std::time::{Duration as Span, Instant};

use fluxlet::runtime::types::{Basic, FunctionType, ParameterMode, Type};
use fluxlet::runtime::{Builtin, Context, Dict, Duration, Error, Limits, Record, Regexp, Result, Run, Time, Value};
use fluxlet::{Engine, runtime};

/// Combinations of arguments tried with one function.
const COMBINATIONS: usize = 400;

/// Longest time of one call.
const SLOW: Span = Span::from_secs(20);

#[tokio::test]
async fn builtins_survive_bad_input() {
    let engine = Engine::new().expect("the standard library is whole");
    let (mut functions, mut calls, mut refused) = (0, 0, 0);
    let registry = engine.registry();
    for package in registry.packages() {
        for (name, builtin) in package.builtins {
            if !matches!(builtin, Builtin::Pure(_) | Builtin::Async(_)) {
                continue;
            }
            let function = registry.function(package.path, name).expect("the function is there");
            let Type::Function(ty) = &function.scheme.ty else { continue };
            functions += 1;
            for arguments in combinations(ty) {
                let run = Run::new(&context());
                let shown = format!("{}.{name}{arguments:?}", package.path);
                let named = arguments.iter().map(|(name, value)| (*name, value.clone()));
                let start = Instant::now();
                let answer = registry.call(package.path, name, &run, named).await;
                assert!(start.elapsed() < SLOW, "{shown} took {:?}", start.elapsed());
                check(&shown, &answer);
                calls += 1;
                refused += usize::from(answer.is_err());
            }
        }
    }
    println!("{functions} functions, {calls} calls, {refused} of them refused");
    assert!(functions > 200 && calls > 5000);
}

fn check(call: &str, answer: &Result<Value>) {
    let code = answer.as_ref().err().map(Error::code);
    assert_ne!(code, Some(runtime::Code::Internal), "{call}: {answer:?}");
    if let Ok(value) = answer {
        let (mut left, limit) = (MEMORY, MEMORY);
        assert!(fits(value, &mut left), "{call} gives more than {limit} bytes");
    }
}

/// Bytes of memory of a run.
const MEMORY: u64 = 1 << 20;

fn context() -> Context {
    let limits = Limits { memory: MEMORY, time: Some(Span::from_secs(5)), ..Limits::default() };
    Context::new().with_limits(limits)
}

/// Tells whether a value is no larger than `left` bytes.
fn fits(value: &Value, left: &mut u64) -> bool {
    let own = match value {
        Value::String(text) => text.len() as u64,
        Value::Bytes(bytes) => bytes.len() as u64,
        _ => 0,
    };
    let Some(rest) = left.checked_sub(own) else { return false };
    *left = rest;
    match value {
        Value::Array(elements) => elements.iter().all(|element| fits(element, left)),
        Value::Record(record) => record.iter().all(|(_, field)| fits(field, left)),
        Value::Dict(dict) => dict.iter().all(|(_, entry)| fits(entry, left)),
        Value::Dynamic(inner) => fits(inner, left),
        _ => true,
    }
}

/// Returns lists of arguments: each value of each parameter at least once, then mixtures.
fn combinations(ty: &FunctionType) -> Vec<Vec<(&str, Value)>> {
    let pools: Vec<Vec<Value>> = ty.parameters.iter().map(|parameter| values(&parameter.ty, 2)).collect();
    let longest = pools.iter().map(Vec::len).max().unwrap_or(1);
    // A fixed seed: the same calls each time.
    let mut seed: usize = 12345;
    let mut combinations = Vec::new();
    for index in 0..COMBINATIONS.min(longest.pow(pools.len().min(3) as u32)) {
        let mut arguments = Vec::new();
        for (place, (parameter, pool)) in ty.parameters.iter().zip(&pools).enumerate() {
            seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            let at = if index / longest == place { index } else { seed >> 33 };
            if parameter.mode == ParameterMode::Optional && seed >> 60 == 0 {
                continue;
            }
            if let Some(value) = pool.get(at % pool.len().max(1)) {
                arguments.push((parameter.name.as_str(), value.clone()));
            }
        }
        combinations.push(arguments);
    }
    combinations
}

/// Returns awkward values of a type; `depth` bounds how far they nest.
fn values(ty: &Type, depth: u32) -> Vec<Value> {
    let inner = |ty: &Type| if depth == 0 { Vec::new() } else { values(ty, depth - 1) };
    let mut found = match ty {
        Type::Basic(basic) => basics(*basic),
        Type::Variable(_) if depth == 0 => vec![1_i64.into(), "a".into()],
        Type::Variable(_) => {
            let mut any: Vec<Value> =
                Basic::ALL.into_iter().flat_map(|basic| basics(basic).into_iter().take(3)).collect();
            any.extend([Value::from(Vec::new()), Record::from([]).into(), Value::Dict(Dict::default())]);
            any.push(vec![Value::NULL, 1_i64.into()].into());
            any.push(Record::from([("lat", f64::NAN.into()), ("lon", Value::NULL)]).into());
            any
        }
        Type::Array(element) => {
            let elements = inner(element);
            let mut arrays = vec![Value::from(Vec::new()), elements.clone().into()];
            arrays.extend(elements.into_iter().take(6).map(|element| vec![element; 50].into()));
            arrays
        }
        Type::Dict(parts) => {
            let mut full = Dict::default();
            for (key, value) in inner(&parts.0).into_iter().zip(inner(&parts.1)) {
                // What cannot be a key is refused.
                let _ = full.insert(key, value);
            }
            vec![Value::Dict(Dict::default()), Value::Dict(full)]
        }
        Type::Record(record) => {
            let field = |at: usize| {
                let fields = record.fields.iter().map(|(label, ty)| {
                    let pool = inner(ty);
                    (label.clone(), pool.get(at % pool.len().max(1)).cloned().unwrap_or(Value::NULL))
                });
                Value::from(fields.collect::<Record>())
            };
            let mut records: Vec<Value> = (0..6).map(field).collect();
            records.push(Record::from([("name", "x".into())]).into());
            records
        }
        Type::Function(_) | Type::Stream(_) | Type::Vector(_) | Type::Label(_) | Type::Null => Vec::new(),
    };
    found.push(Value::NULL);
    found
}

fn basics(basic: Basic) -> Vec<Value> {
    let large: String = "aé.".repeat(700);
    let nested = "[".repeat(500);
    let duration = |months, nanoseconds| Duration::new(months, nanoseconds).map(Value::Duration);
    let regexp = |pattern: &str| Value::Regexp(Regexp::new(pattern).expect("a pattern").into());
    let mut found: Vec<Value> = match basic {
        Basic::Bool => vec![true.into(), false.into()],
        Basic::Int => [0, 1, -1, 31, 64, 1 << 40, i64::MAX, i64::MIN].map(Value::Int).into(),
        Basic::UInt => [0, 1, 64, u64::MAX].map(Value::UInt).into(),
        Basic::Float => {
            let ends = [0.0, -0.0, 1.5, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN, 5e-324];
            ends.map(Value::Float).into()
        }
        Basic::String => {
            let texts = ["", "a", "é\u{0}😀", "$1${x}[(\\", "2021-13-45T99:99:99Z", "UTC", "-1y999999999999999w", "km"];
            texts.into_iter().chain([large.as_str(), nested.as_str()]).map(Value::from).collect()
        }
        Basic::Duration => [(0, 0), (1, 0), (0, 1), (-1, -1), (i64::MAX, i64::MAX), (i64::MIN, i64::MIN), (1 << 40, 0)]
            .into_iter()
            .filter_map(|(months, nanoseconds)| duration(months, nanoseconds))
            .collect(),
        Basic::Time => [0, 1, -1, i64::MAX, i64::MIN].map(|at| Value::Time(Time(at))).into(),
        Basic::Regexp => ["", "(a|b)*?", "(?P<x>.)*", "^$", "[^a]+$"].map(regexp).into(),
        Basic::Bytes => {
            let texts: [&[u8]; 6] =
                [b"", b"\xff\xfe", b"{\"a\":[1,null,{}]}", b"1e999", nested.as_bytes(), b"\"\\ud800\""];
            texts.map(|bytes| Value::from(bytes::Bytes::copy_from_slice(bytes))).into()
        }
        Basic::Dynamic => {
            let deep = (0..100).fold(Value::NULL, |inner, _| Value::Dynamic(Value::from(vec![inner]).into()));
            vec![Value::Dynamic(Value::NULL.into()), Value::Dynamic(Value::Float(f64::NAN).into()), deep]
        }
    };
    found.push(Value::Null(found.first().and_then(Value::nature)));
    found
}
