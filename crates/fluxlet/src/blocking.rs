//! Runs programs for callers that cannot await.

use std::sync::OnceLock;
use std::thread;

use fluxlet_interpreter::{Ended, Outcome, Vm};
use fluxlet_runtime::{BoxFuture, Error, Result, Run, Value};
use tokio::runtime::{Builder, Handle, Runtime};

use crate::program::within;

/// The runtime that blocking runs wait on, made by the first run that waits; whoever waits drives it for all.
#[derive(Default)]
pub(crate) struct Blocking {
    runtime: OnceLock<std::result::Result<Runtime, String>>,
}

impl Blocking {
    /// Runs a machine to its end.
    pub(crate) fn run(&self, vm: Vm, run: &Run) -> Ended {
        let mut outcome = vm.run();
        loop {
            outcome = match outcome {
                Outcome::Done(ended) => return ended,
                Outcome::Yielded(vm) => vm.run(),
                Outcome::Waiting(paused, future) => {
                    let answer = self.wait(future, run);
                    paused.resume(answer)
                }
            }
        }
    }

    /// Waits for a future until the deadline of the run.
    fn wait(&self, future: BoxFuture<'static, Result<Value>>, run: &Run) -> Result<Value> {
        let runtime = self.runtime()?;
        let wait = within(run, future);
        if Handle::try_current().is_err() {
            return runtime.block_on(wait);
        }
        // A thread that drives a runtime may not block on another: wait elsewhere.
        thread::scope(|scope| {
            let waiting = thread::Builder::new().spawn_scoped(scope, || runtime.block_on(wait));
            let waiting = waiting
                .map_err(|error| Error::internal(format!("no thread can wait for the run: {}", error.kind())))?;
            let waited = waiting.join();
            waited.unwrap_or_else(|_| Err(Error::internal("the thread that waited for the run panicked")))
        })
    }

    fn runtime(&self) -> Result<&Runtime> {
        let start = || {
            // The caller's thread drives the connection it waits for: to wake another would cost more than a request.
            Builder::new_current_thread().enable_all().build().map_err(|error| error.to_string())
        };
        match self.runtime.get_or_init(start) {
            Ok(runtime) => Ok(runtime),
            Err(error) => Err(Error::internal(format!("no runtime can be started: {error}"))),
        }
    }
}

impl Drop for Blocking {
    /// A runtime may not be dropped where another runs; this one is told to end and not waited for.
    fn drop(&mut self) {
        if let Some(Ok(runtime)) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}
