//! The only loop that awaits.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use fluxlet_runtime::{BoxFuture, Error, Result, Value};

use crate::vm::{Modules, Outcome, Output, Paused, Vm};

/// Runs a machine to its end on whatever executor polls the future.
///
/// Dropping the future drops the machine and whatever it waits for.
///
/// # Errors
/// That of the program.
pub async fn drive(vm: Vm) -> Result<Output> {
    let (output, error) = drive_with(vm, |future| future, || Pause(false), &mut None).await;
    error.map_or(Ok(output), Err)
}

/// Runs a machine to its end and returns what it leaves behind, with its error if it failed.
///
/// `wait` awaits the answers of builtins, and may answer in their place. `pause` lets other tasks of the thread run, after
/// each slice of steps. However the future ends, by itself or by being dropped, what stays of the run is in `rest` then.
pub async fn drive_with<W, F, P>(
    vm: Vm,
    mut wait: W,
    pause: impl Fn() -> P,
    rest: &mut Option<Modules>,
) -> (Output, Option<Error>)
where
    W: FnMut(BoxFuture<'static, Result<Value>>) -> F,
    F: Future<Output = Result<Value>>,
    P: Future<Output = ()>,
{
    let mut outcome = vm.run();
    loop {
        outcome = match outcome {
            Outcome::Done(ended) => {
                *rest = Some(ended.modules);
                return (ended.output, ended.error);
            }
            Outcome::Waiting(paused, future) => {
                let kept = Kept { machine: Some(paused), save: Paused::into_modules, rest };
                let answer = wait(future).await;
                kept.take().resume(answer)
            }
            Outcome::Yielded(vm) => {
                let kept = Kept { machine: Some(vm), save: Vm::into_modules, rest };
                pause().await;
                kept.take().run()
            }
        }
    }
}

/// A machine that stands still; if it is dropped, what stays of the run is saved.
struct Kept<'a, M> {
    machine: Option<M>,
    save: fn(M) -> Modules,
    rest: &'a mut Option<Modules>,
}

impl<M> Kept<'_, M> {
    fn take(mut self) -> M {
        self.machine.take().expect("the machine is there until it is taken, which consumes this")
    }
}

impl<M> Drop for Kept<'_, M> {
    fn drop(&mut self) {
        if let Some(machine) = self.machine.take() {
            *self.rest = Some((self.save)(machine));
        }
    }
}

/// Lets the executor turn to other tasks once.
struct Pause(bool);

impl Future for Pause {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if self.0 {
            return Poll::Ready(());
        }
        self.0 = true;
        context.waker().wake_by_ref();
        Poll::Pending
    }
}
