//! The line on a terminal that tells which call is waited for.

use std::convert::Infallible;
use std::io::{IsTerminal, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use fluxlet::runtime::BoxFuture;
use fluxlet::runtime::http::words::Subject;
use fluxlet::runtime::http::{HttpClient, Request, Response};
use fluxlet::{Error, Redactor};
use tokio::time::{Instant, interval_at};

/// How long a call is waited for before the line is there, and between two drawings of it.
const PACE: Duration = Duration::from_secs(1);

/// The width of a terminal that does not tell its own, in columns.
const USUAL_WIDTH: usize = 80;

/// Draws the line, if there is a terminal for it. Clones share it.
#[derive(Clone)]
pub(crate) struct Progress(Option<Arc<Mutex<Line>>>);

/// An HTTP client whose calls are told of while they last.
pub(crate) struct Watched<C> {
    client: C,
    progress: Progress,
}

/// What is on the terminal, and what should be.
struct Line {
    out: Box<dyn Write + Send>,
    /// Returns the columns of the terminal.
    width: fn() -> usize,
    redactor: Redactor,
    /// The calls that are waited for, the oldest first.
    calls: Vec<Call>,
    /// What the next call is known by.
    next: u64,
    /// How many columns are written on.
    shown: usize,
    closed: bool,
}

struct Call {
    id: u64,
    subject: Subject,
    since: Instant,
}

/// A call that is waited for; dropped, it is told of no more.
struct Waiting<'a> {
    line: &'a Mutex<Line>,
    id: u64,
}

impl Progress {
    /// Draws nothing.
    pub(crate) fn none() -> Self {
        Self(None)
    }

    /// Draws on the standard error output if that is a terminal, without what `redactor` knows.
    pub(crate) fn of_terminal(redactor: &Redactor) -> Self {
        let stderr = std::io::stderr();
        if stderr.is_terminal() { Self::on(Box::new(stderr), width, redactor.clone()) } else { Self::none() }
    }

    fn on(out: Box<dyn Write + Send>, width: fn() -> usize, redactor: Redactor) -> Self {
        let line = Line { out, width, redactor, calls: Vec::new(), next: 0, shown: 0, closed: false };
        Self(Some(Arc::new(Mutex::new(line))))
    }

    /// Makes a client whose calls are told of.
    pub(crate) fn watch<C: HttpClient>(&self, client: C) -> Watched<C> {
        Watched { client, progress: self.clone() }
    }

    /// Makes room for something else on the terminal.
    pub(crate) fn clear(&self) {
        if let Some(line) = &self.0 {
            lock(line).clear();
        }
    }

    /// Clears the line, which does not come back.
    pub(crate) fn close(&self) {
        if let Some(line) = &self.0 {
            let mut line = lock(line);
            line.clear();
            line.closed = true;
        }
    }
}

impl<C: HttpClient> HttpClient for Watched<C> {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, Error>> {
        let Some(line) = &self.progress.0 else { return self.client.send(request) };
        Box::pin(async move {
            let waiting = Waiting::begin(line, Subject::of(&request));
            tokio::select! {
                response = self.client.send(request) => response,
                never = waiting.tell() => match never {},
            }
        })
    }
}

impl<'a> Waiting<'a> {
    fn begin(line: &'a Mutex<Line>, subject: Subject) -> Self {
        let mut held = lock(line);
        let id = held.next;
        held.next += 1;
        held.calls.push(Call { id, subject, since: Instant::now() });
        Self { line, id }
    }

    /// Draws the line again and again.
    async fn tell(&self) -> Infallible {
        let mut ticks = interval_at(Instant::now() + PACE, PACE);
        loop {
            ticks.tick().await;
            lock(self.line).draw();
        }
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        let mut line = lock(self.line);
        line.calls.retain(|call| call.id != self.id);
        line.clear();
    }
}

impl Line {
    /// Tells of the call that has lasted longest.
    fn draw(&mut self) {
        let Some(call) = self.calls.first().filter(|_| !self.closed) else { return };
        let end = match self.calls.len() - 1 {
            0 => format!(": {} s", call.since.elapsed().as_secs()),
            more => format!(" and {more} more: {} s", call.since.elapsed().as_secs()),
        };
        let subject = self.redactor.redact(&call.subject.to_string()).into_owned();
        // A character in the last column would begin the next line.
        let room = (self.width)().saturating_sub(1);
        let start: String = subject.chars().take(room.saturating_sub(end.chars().count())).collect();
        let text: String = start.chars().chain(end.chars()).take(room).collect();
        let columns = text.chars().count();
        let rest = " ".repeat(self.shown.saturating_sub(columns));
        self.write(&format!("\r{text}{rest}"));
        self.shown = columns.max(self.shown);
    }

    fn clear(&mut self) {
        if self.shown > 0 {
            self.write(&format!("\r{}\r", " ".repeat(self.shown)));
            self.shown = 0;
        }
    }

    fn write(&mut self, text: &str) {
        // There is nowhere to tell that this output is closed.
        let _ = self.out.write_all(text.as_bytes()).and_then(|()| self.out.flush());
    }
}

fn width() -> usize {
    let size = terminal_size::terminal_size_of(std::io::stderr());
    size.map(|(width, _)| usize::from(width.0)).filter(|&width| width > 0).unwrap_or(USUAL_WIDTH)
}

fn lock(line: &Mutex<Line>) -> MutexGuard<'_, Line> {
    line.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
