//! The only loop that awaits.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use fluxlet_runtime::Result;

use crate::vm::{Outcome, Output, Vm};

/// Runs a machine to its end on whatever executor polls the future.
///
/// Dropping the future drops the machine and whatever it waits for.
///
/// # Errors
/// That of the program.
pub async fn drive(vm: Vm) -> Result<Output> {
    let mut outcome = vm.run();
    loop {
        outcome = match outcome {
            Outcome::Done(result) => return result,
            Outcome::Waiting(paused, future) => {
                let answer = future.await;
                paused.resume(answer)
            }
            Outcome::Yielded(vm) => {
                Pause(false).await;
                vm.run()
            }
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
