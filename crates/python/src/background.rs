//! The threads on which scripts run, so that those of Python only wait.

use std::process;
use std::sync::{Arc, Mutex, PoisonError};

use fluxlet::runtime::Result;
use fluxlet::transport::Transport;
use fluxlet::{Context, Error, Program, Results};
use tokio::runtime::{Builder, Runtime};
use tokio::task::{JoinError, JoinHandle};

/// Gives threads when they are first needed, and others after a fork, which leaves them behind.
#[derive(Default)]
pub(crate) struct Threads(Mutex<Option<Arc<Background>>>);

/// Threads, and the connections that they look after.
pub(crate) struct Background {
    /// There until the end.
    parts: Option<(Runtime, Transport)>,
    process: u32,
}

impl Threads {
    /// Returns the threads of this process.
    ///
    /// # Errors
    /// `internal` if the system gives no thread.
    pub(crate) fn get(&self) -> Result<Arc<Background>> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &*known {
            Some(background) if background.process == process::id() => Ok(Arc::clone(background)),
            _ => Ok(Arc::clone(known.insert(Arc::new(Background::start()?)))),
        }
    }
}

impl Background {
    fn start() -> Result<Self> {
        let runtime = Builder::new_multi_thread().thread_name("fluxlet").enable_all().build();
        let runtime = runtime.map_err(|error| Error::internal(format!("no thread can be started: {error}")))?;
        Ok(Self { parts: Some((runtime, Transport::new())), process: process::id() })
    }

    pub(crate) fn runtime(&self) -> &Runtime {
        &self.parts().0
    }

    /// Begins a run; whoever drops what is returned does not end it.
    pub(crate) fn begin(&self, program: Program, context: Context) -> JoinHandle<Result<Results>> {
        let (runtime, transport) = self.parts();
        let context = context.with_http(transport.clone());
        runtime.spawn(async move { program.run(&context).await })
    }

    fn parts(&self) -> &(Runtime, Transport) {
        self.parts.as_ref().expect("the threads are there until the end")
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        let Some((runtime, transport)) = self.parts.take() else { return };
        match self.process == process::id() {
            // To wait here for a thread that waits for Python would be a deadlock.
            true => runtime.shutdown_background(),
            // After a fork there are no threads that could be told to end, but locks that they may have held, and
            // sockets that are still those of the other process.
            false => std::mem::forget((runtime, transport)),
        }
    }
}

/// Returns how a run has ended, also if it was cut short or has panicked.
pub(crate) fn ended(ended: Result<Result<Results>, JoinError>) -> Result<Results> {
    ended.unwrap_or_else(|error| match error.is_cancelled() {
        true => Err(canceled()),
        false => Err(Error::internal("a part of this library panicked")),
    })
}

/// Returns the error of a run that was ended from outside.
pub(crate) fn canceled() -> Error {
    Error::new(fluxlet::Code::Canceled, "the run was canceled")
}
