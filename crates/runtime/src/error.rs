//! What a failing call says: a Flux code, a message, a cause, and the calls it went through.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use ecow::EcoString;
use fluxlet_syntax::{Source, Span};

use crate::Redactor;

/// The result of everything that a script can make fail.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The class of an error, with the number that `experimental.catch` shows.
///
/// ```
/// use fluxlet_runtime::Code;
///
/// assert_eq!(Code::ResourceExhausted.as_str(), "resource exhausted");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[repr(u8)]
#[non_exhaustive]
pub enum Code {
    /// The host gave the run up.
    Canceled = 1,
    /// None of the others.
    Unknown = 2,
    /// An argument, an operand or a response that makes no sense.
    Invalid = 3,
    /// A timeout or the deadline of the run passed.
    DeadlineExceeded = 4,
    /// Something that was asked for does not exist.
    NotFound = 5,
    /// Something that was to be made exists.
    AlreadyExists = 6,
    /// The policy of the context forbids it.
    PermissionDenied = 7,
    /// A limit was reached.
    ResourceExhausted = 8,
    /// The state does not allow it; Flux gives this code to a division by zero.
    FailedPrecondition = 9,
    /// The operation was cut short.
    Aborted = 10,
    /// An index or a number is out of its range.
    OutOfRange = 11,
    /// It is declared, but does not exist here.
    Unimplemented = 12,
    /// A fault of the runtime or of the embedder's code.
    Internal = 13,
    /// A server could not be reached.
    Unavailable = 14,
    /// Data was lost on the way.
    DataLoss = 15,
    /// Credentials are missing or wrong.
    Unauthenticated = 16,
}

impl Code {
    /// All codes, in the order of their numbers.
    pub const ALL: [Code; 16] = [
        Code::Canceled,
        Code::Unknown,
        Code::Invalid,
        Code::DeadlineExceeded,
        Code::NotFound,
        Code::AlreadyExists,
        Code::PermissionDenied,
        Code::ResourceExhausted,
        Code::FailedPrecondition,
        Code::Aborted,
        Code::OutOfRange,
        Code::Unimplemented,
        Code::Internal,
        Code::Unavailable,
        Code::DataLoss,
        Code::Unauthenticated,
    ];

    /// Returns the code in words: `invalid`, `not found`, `deadline exceeded`, …
    pub fn as_str(self) -> &'static str {
        match self {
            Code::Canceled => "canceled",
            Code::Unknown => "unknown",
            Code::Invalid => "invalid",
            Code::DeadlineExceeded => "deadline exceeded",
            Code::NotFound => "not found",
            Code::AlreadyExists => "already exists",
            Code::PermissionDenied => "permission denied",
            Code::ResourceExhausted => "resource exhausted",
            Code::FailedPrecondition => "failed precondition",
            Code::Aborted => "aborted",
            Code::OutOfRange => "out of range",
            Code::Unimplemented => "unimplemented",
            Code::Internal => "internal",
            Code::Unavailable => "unavailable",
            Code::DataLoss => "data loss",
            Code::Unauthenticated => "unauthenticated",
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A call that an error went through on its way out.
///
/// ```
/// use fluxlet_runtime::{Error, Frame};
/// use fluxlet_syntax::{Source, Span};
///
/// let source = Source::new("pump.flux", "level()");
/// let frame = Frame { function: "level".into(), source, span: Span::new(0, 5) };
/// assert_eq!(Error::invalid("the pump is off").leave(frame).trace()[0].function, "level");
/// ```
#[derive(Clone, Debug)]
pub struct Frame {
    /// The name by which the function was called; empty where an operator failed outside any call.
    pub function: EcoString,
    /// The text that holds the call.
    pub source: Source,
    /// Where the call stands in it.
    pub span: Span,
}

/// An error of a run.
///
/// Its `Display` is the message alone; [`Error::chain`] adds the calls as Flux writes them. No message holds a token, a
/// header value, a query or a body.
///
/// ```
/// use fluxlet_runtime::{Code, Error};
///
/// let error = Error::new(Code::Unavailable, "the pump does not answer")
///     .caused_by(std::io::Error::from(std::io::ErrorKind::ConnectionRefused))
///     .prefixed("level: ");
/// assert_eq!(error.code(), Code::Unavailable);
/// assert_eq!(error.message(), "level: the pump does not answer");
/// assert!(std::error::Error::source(&error).is_some());
/// ```
#[derive(Clone)]
pub struct Error(Box<Inner>);

#[derive(Clone)]
struct Inner {
    code: Code,
    message: String,
    cause: Option<Arc<dyn std::error::Error + Send + Sync>>,
    /// Innermost call first.
    trace: Vec<Frame>,
}

impl Error {
    /// Makes an error; the message is lower case, has no full stop, and sets names in backquotes.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self(Box::new(Inner { code, message: message.into(), cause: None, trace: Vec::new() }))
    }

    /// Makes an error with code [`Code::Invalid`].
    pub fn invalid(message: impl Into<String>) -> Self {
        Self::new(Code::Invalid, message)
    }

    /// Makes an error with code [`Code::Internal`].
    pub fn internal(message: impl Into<String>) -> Self {
        Self::new(Code::Internal, message)
    }

    /// Makes the error of a limit that was reached.
    pub fn exhausted(message: impl Into<String>) -> Self {
        Self::new(Code::ResourceExhausted, message)
    }

    /// Makes the error of the limit `limits.NAME` of the context, which can be raised.
    pub fn limited(name: &str, message: impl fmt::Display) -> Self {
        Self::exhausted(format!("{message}; raise `limits.{name}` to allow more"))
    }

    /// Makes the error of an argument that must be given.
    pub fn missing_argument(name: &str) -> Self {
        Self::invalid(format!("missing required argument `{name}`"))
    }

    /// Makes the error of a value of the wrong kind.
    pub fn mismatch(what: impl fmt::Display, expected: &str, found: &str) -> Self {
        Self::invalid(format!("{what} must be {expected}, found {found}"))
    }

    /// Puts `text` before the message; code, cause and calls stay.
    pub fn prefixed(mut self, text: impl fmt::Display) -> Self {
        self.0.message = format!("{text}{}", self.0.message);
        self
    }

    /// Sets the cause, which only `source()` shows; it must hold no secret.
    pub fn caused_by(mut self, cause: impl std::error::Error + Send + Sync + 'static) -> Self {
        self.0.cause = Some(Arc::new(cause));
        self
    }

    /// Takes secrets out of the message and the cause.
    pub fn redacted(mut self, redactor: &Redactor) -> Self {
        if let Cow::Owned(message) = redactor.redact(&self.0.message) {
            self.0.message = message;
        }
        if let Some(cause) = &self.0.cause {
            let text = told(&**cause);
            if let Cow::Owned(text) = redactor.redact(&text) {
                self.0.cause = Some(Arc::new(Told(text)));
            }
        }
        self
    }

    /// Returns the class of the error.
    pub fn code(&self) -> Code {
        self.0.code
    }

    /// Returns the message, without the calls.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// Returns the calls that the error went through, innermost first.
    pub fn trace(&self) -> &[Frame] {
        &self.0.trace
    }

    /// Adds the call that the error leaves.
    pub fn leave(mut self, frame: Frame) -> Self {
        let (source, span) = frame.source.part(frame.span);
        self.0.trace.push(Frame { source, span, ..frame });
        self
    }

    /// Returns the message behind the calls, outermost first, as Flux writes it:
    /// `error calling function "f" @2:11-2:14: error calling function "die" @1:11-1:27: boom`.
    ///
    /// Calls of names that start with `_`, and places that are no calls, are not shown.
    pub fn chain(&self) -> String {
        let mut text = String::new();
        let shown = |frame: &&Frame| !frame.function.is_empty() && !frame.function.starts_with('_');
        for frame in self.0.trace.iter().rev().filter(shown) {
            let location = frame.source.location(frame.span);
            let place = match frame.source.name() {
                "main" => location,
                name => format!("{name}|{location}"),
            };
            text.push_str(&format!("error calling function \"{}\" @{place}: ", frame.function));
        }
        text.push_str(&self.0.message);
        text
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.cause.as_ref().map(|cause| &**cause as _)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error({}: {})", self.0.code, self.chain())
    }
}

/// What stays of a cause that held a secret.
#[derive(Debug)]
struct Told(String);

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Told {}

/// Returns everything that an error and its causes can be made to say.
fn told(error: &(dyn std::error::Error + 'static)) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.map(|error| format!("{error} ({error:?})")).collect::<Vec<_>>().join(": ")
}

#[cfg(test)]
mod tests;
