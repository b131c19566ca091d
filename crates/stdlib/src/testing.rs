//! Calls builtins in tests as a machine does, without a declaration.

use std::pin::pin;
use std::sync::Arc;
use std::task::{Context as Poller, Poll, Waker};

use ecow::EcoString;
use fluxlet_runtime::types::{FunctionType, Parameter, ParameterMode, Scheme, Type, Variable};
use fluxlet_runtime::{
    Arguments, Builtin, Calls, Context, Error, Function, Package, Result, Run, ScriptFunction, Signature, Step, Value,
    display,
};

pub(crate) mod recorder;

/// A run with default limits.
pub(crate) fn run() -> Run {
    Run::new(&Context::new())
}

/// Binds named values to parameters of those names.
pub(crate) fn bind(named: &[(&str, Value)]) -> Arguments {
    let parameter =
        |name: &str| Parameter { name: name.into(), mode: ParameterMode::Optional, ty: Type::Variable(Variable(0)) };
    let parameters = named.iter().map(|(name, _)| parameter(name)).collect();
    let signature = Signature::new(&FunctionType { parameters, result: Type::Variable(Variable(0)) });
    let named = named.iter().map(|(name, value)| (EcoString::from(*name), value.clone()));
    Arc::new(signature).bind(named, None).expect("the names are the parameters")
}

/// Calls a builtin of a package; `script` answers the calls that it makes.
pub(crate) fn call_with(
    package: &Package,
    name: &str,
    run: &Run,
    named: &[(&str, Value)],
    mut script: impl FnMut(Vec<(EcoString, Value)>) -> Result<Value>,
) -> Result<Value> {
    let builtin = package.builtins.iter().find(|(known, _)| *known == name);
    let (_, builtin) = builtin.unwrap_or_else(|| panic!("no builtin `{name}` in `{}`", package.path));
    let args = bind(named);
    match builtin {
        Builtin::Value(value) => Ok(value()),
        Builtin::Pure(pure) => pure(run, &args),
        Builtin::Async(start) => {
            let mut future = pin!(start(run.clone(), args));
            match future.as_mut().poll(&mut Poller::from_waker(Waker::noop())) {
                Poll::Ready(result) => result,
                Poll::Pending => panic!("`{name}` waits for something"),
            }
        }
        Builtin::Member(read) => panic!("looks for {:?}", read(&args)),
        Builtin::Calls(start) => drive(start(run, args)?, &mut script),
        Builtin::Missing(reason) => panic!("`{name}` is not there: {reason}"),
    }
}

fn drive(mut calls: Box<dyn Calls>, script: &mut dyn FnMut(Vec<(EcoString, Value)>) -> Result<Value>) -> Result<Value> {
    let (_, names) = calls.callee();
    let (mut answer, mut arguments) = (None, Vec::new());
    loop {
        match calls.step(answer, &mut arguments)? {
            Step::Call => {
                answer = Some(script(names.iter().map(|&name| name.into()).zip(arguments.drain(..)).collect()))
            }
            Step::Done(value) => return Ok(value),
        }
    }
}

/// Calls a builtin that calls nothing.
pub(crate) fn call(package: &Package, name: &str, named: &[(&str, Value)]) -> Result<Value> {
    call_with(package, name, &run(), named, |_| panic!("`{name}` calls a function"))
}

/// Returns what a result shows: its display text, or `error: ` and the message.
pub(crate) fn shown(result: &Result<Value>) -> String {
    match result {
        Ok(value) => display(value, u64::MAX).expect("no limit"),
        Err(error) => format!("error: {}", error.message()),
    }
}

/// Checks what a call shows.
pub(crate) fn check(package: &Package, name: &str, named: &[(&str, Value)], expected: &str) {
    let found = shown(&call(package, name, named));
    assert_eq!(found, expected, "{}.{name}{named:?}", package.path);
}

/// Checks that a call is refused for want of memory, not made.
pub(crate) fn check_exhausted(package: &Package, name: &str, named: &[(&str, Value)]) {
    let error = call(package, name, named).expect_err("the call needs too much");
    assert_eq!(error.code(), fluxlet_runtime::Code::ResourceExhausted, "{}.{name}: {error}", package.path);
}

/// A function value that tests hand to builtins; the test answers for it.
pub(crate) fn function() -> Value {
    struct Nothing(Scheme);
    impl ScriptFunction for Nothing {
        fn scheme(&self) -> &Scheme {
            &self.0
        }
        fn captures(&self) -> &[Value] {
            &[]
        }
    }
    let ty = FunctionType { parameters: Vec::new(), result: Type::Variable(Variable(0)) };
    Function::Script(Arc::new(Nothing(Scheme::of(Type::Function(Arc::new(ty)))))).into()
}

/// Makes an array.
pub(crate) fn array<T: Into<Value>>(elements: impl IntoIterator<Item = T>) -> Value {
    elements.into_iter().map(Into::into).collect()
}

/// Makes bytes of a text.
pub(crate) fn bytes(text: &str) -> Value {
    bytes::Bytes::copy_from_slice(text.as_bytes()).into()
}

/// Makes an instant of RFC 3339.
pub(crate) fn time(text: &str) -> Value {
    fluxlet_runtime::Time::parse(text).expect("a time").into()
}

/// Makes a duration of a literal.
pub(crate) fn duration(text: &str) -> Value {
    fluxlet_runtime::Duration::parse(text).expect("a duration").into()
}

/// Makes an error that a script function may give.
pub(crate) fn failure(text: &str) -> Error {
    Error::invalid(text)
}
