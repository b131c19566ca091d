//! Panics of builtins, caught at the border.

use std::any::Any;
use std::future::Future;
use std::io;
use std::mem;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::vec::Drain;

use fluxlet_runtime::{BoxFuture, BuiltinFunction, Calls, Error, Function, Result, Step, Value};

/// Runs a piece of a builtin; a panic becomes an error with code `internal` that names the builtin, and whose cause has
/// the words of the panic.
///
/// What the piece works on is given up after a panic, so that nobody sees it half done.
pub(crate) fn guard<T>(builtin: &BuiltinFunction, piece: impl FnOnce() -> Result<T>) -> Result<T> {
    catch_unwind(AssertUnwindSafe(piece)).unwrap_or_else(|panic| Err(panicked(builtin, panic)))
}

/// Wraps the future of a builtin in the same way.
pub(crate) fn guard_future(
    builtin: Arc<BuiltinFunction>,
    future: BoxFuture<'static, Result<Value>>,
) -> BoxFuture<'static, Result<Value>> {
    Box::pin(Guarded { builtin, future: Some(future) })
}

/// A builtin between two calls, whose panics stay its own even when it is dropped.
pub(crate) struct GuardedCalls(Option<Box<dyn Calls>>);

impl GuardedCalls {
    pub(crate) fn new(calls: Box<dyn Calls>) -> Self {
        Self(Some(calls))
    }

    pub(crate) fn callee(&self) -> Result<(Function, &'static [&'static str])> {
        self.0.as_ref().map(|calls| calls.callee()).ok_or_else(gone)
    }

    pub(crate) fn compiles(&self) -> Result<bool> {
        self.0.as_ref().map(|calls| calls.compiles()).ok_or_else(gone)
    }

    pub(crate) fn step(&mut self, answer: Option<Result<Value>>, arguments: &mut Vec<Value>) -> Result<Step> {
        self.0.as_mut().ok_or_else(gone)?.step(answer, arguments)
    }

    /// Returns the answers that the builtin tells it holds.
    pub(crate) fn answers(&self) -> Option<&[Value]> {
        let calls = self.0.as_ref()?;
        catch_unwind(AssertUnwindSafe(|| calls.answers())).unwrap_or_else(|panic| {
            discard(panic);
            None
        })
    }

    pub(crate) fn ahead(&self, calls: Range<usize>, arguments: &mut Vec<Value>) -> Result<()> {
        self.0.as_ref().ok_or_else(gone)?.ahead(calls, arguments);
        Ok(())
    }

    pub(crate) fn take(&mut self, answers: Drain<'_, Value>) -> Result<()> {
        self.0.as_mut().ok_or_else(gone)?.take(answers)
    }
}

impl Drop for GuardedCalls {
    fn drop(&mut self) {
        discard(self.0.take());
    }
}

struct Guarded {
    builtin: Arc<BuiltinFunction>,
    /// None once it is done.
    future: Option<BoxFuture<'static, Result<Value>>>,
}

impl Future for Guarded {
    type Output = Result<Value>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<Value>> {
        let Some(future) = &mut self.future else { return Poll::Pending };
        let polled = catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context)));
        if let Ok(Poll::Pending) = polled {
            return Poll::Pending;
        }
        discard(self.future.take());
        polled.unwrap_or_else(|panic| Poll::Ready(Err(panicked(&self.builtin, panic))))
    }
}

impl Drop for Guarded {
    fn drop(&mut self) {
        discard(self.future.take());
    }
}

/// Drops what is the builtin's; nobody is told of a panic.
fn discard<T>(value: T) {
    if let Err(panic) = catch_unwind(AssertUnwindSafe(|| drop(value))) {
        // It would be odd, but a panic may carry what panics in turn.
        mem::forget(panic);
    }
}

fn gone() -> Error {
    Error::internal("the builtin was dropped")
}

fn panicked(builtin: &BuiltinFunction, panic: Box<dyn Any + Send>) -> Error {
    let text = panic.downcast_ref::<String>().cloned();
    let text = text.or_else(|| panic.downcast_ref::<&str>().map(|&text| text.to_owned()));
    discard(panic);
    let error = Error::internal(format!("builtin `{}` of package `{}` panicked", builtin.name, builtin.package));
    error.caused_by(io::Error::other(text.unwrap_or_else(|| "a panic without words".to_owned())))
}
