//! Panics of builtins, caught at the border.

use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use fluxlet_runtime::{BoxFuture, BuiltinFunction, Error, Result, Value};

/// Runs a piece of a builtin; a panic becomes an error with code `internal` that names the builtin.
///
/// What the piece works on is given up after a panic, so that nobody sees it half done.
pub(crate) fn guard<T>(builtin: &BuiltinFunction, piece: impl FnOnce() -> Result<T>) -> Result<T> {
    catch_unwind(AssertUnwindSafe(piece)).unwrap_or_else(|_| Err(panicked(builtin)))
}

/// Wraps the future of a builtin in the same way.
pub(crate) fn guard_future(
    builtin: Arc<BuiltinFunction>,
    future: BoxFuture<'static, Result<Value>>,
) -> BoxFuture<'static, Result<Value>> {
    Box::pin(Guarded { builtin, future: Some(future) })
}

struct Guarded {
    builtin: Arc<BuiltinFunction>,
    /// None once it is done.
    future: Option<BoxFuture<'static, Result<Value>>>,
}

impl Future for Guarded {
    type Output = Result<Value>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<Value>> {
        let Some(mut future) = self.future.take() else { return Poll::Pending };
        match catch_unwind(AssertUnwindSafe(|| (future.as_mut().poll(context), future))) {
            Ok((Poll::Pending, future)) => {
                self.future = Some(future);
                Poll::Pending
            }
            Ok((ready, _)) => ready,
            Err(_) => Poll::Ready(Err(panicked(&self.builtin))),
        }
    }
}

fn panicked(builtin: &BuiltinFunction) -> Error {
    Error::internal(format!("builtin `{}` of package `{}` panicked", builtin.name, builtin.package))
}
