//! Panics told without the secrets of the runs.

use std::backtrace::{Backtrace, BacktraceStatus};
use std::io::Write;
use std::panic;

use fluxlet::Redactor;

/// Tells every panic on the standard error output, without what `redactor` knows.
///
/// The machine turns a panic of a builtin into an error of the script, but it is told before that.
pub(crate) fn tell(redactor: &Redactor) {
    let redactor = redactor.clone();
    panic::set_hook(Box::new(move |panic| {
        let mut text = format!("{panic}\n");
        let backtrace = Backtrace::capture();
        if backtrace.status() == BacktraceStatus::Captured {
            text.push_str(&format!("{backtrace}\n"));
        }
        // There is nowhere to tell that this output is closed.
        let _ = std::io::stderr().write_all(redactor.redact(&text).as_bytes());
    }));
}
