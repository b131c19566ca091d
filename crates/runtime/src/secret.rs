//! Tokens, which no formatting reveals, and secrets taken out of texts.

use std::fmt;

use http::HeaderValue;

use crate::{Error, Result};

mod redactor;

pub use redactor::Redactor;

/// Longest token, in bytes.
const LONGEST: usize = 8 * 1024;

/// What stands before a token in an `Authorization` header.
const SCHEME: &str = "Token ";

/// An API token. `Debug` and `Display` print `[redacted]`; it becomes text in [`Token::header`] only.
///
/// ```
/// use fluxlet_runtime::Token;
///
/// let token = Token::new("s3cret-t0ken")?;
/// assert_eq!(format!("{token} {token:?}"), "[redacted] [redacted]");
/// assert_eq!(token.header().to_str().ok(), Some("Token s3cret-t0ken"));
/// assert!(Token::new("two words").is_err());
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Token(HeaderValue);

impl Token {
    /// Checks and wraps `token`.
    ///
    /// # Errors
    /// `invalid` if it is empty, longer than 8 KiB, or holds anything but visible ASCII characters. The message tells
    /// the offset, never the text.
    pub fn new(token: &str) -> Result<Self> {
        if token.is_empty() {
            return Err(Error::invalid("the token is empty"));
        }
        if token.len() > LONGEST {
            return Err(Error::invalid(format!("the token has {} bytes, more than {LONGEST}", token.len())));
        }
        if let Some(offset) = token.bytes().position(|byte| !byte.is_ascii_graphic()) {
            let what = match token.as_bytes()[offset] {
                b'\n' | b'\r' => "a line break",
                b' ' | b'\t' => "white space",
                0x80.. => "a character that is not ASCII",
                _ => "a control character",
            };
            return Err(Error::invalid(format!("the token holds {what} at offset {offset}")));
        }
        let mut header = HeaderValue::try_from(format!("{SCHEME}{token}"))
            .map_err(|_| Error::internal("the token is no header value"))?;
        header.set_sensitive(true);
        Ok(Self(header))
    }

    /// Returns the value of an `Authorization` header with this token and InfluxDB's scheme `Token`; marked sensitive.
    pub fn header(&self) -> HeaderValue {
        self.0.clone()
    }

    fn text(&self) -> &str {
        self.0.to_str().ok().and_then(|header| header.strip_prefix(SCHEME)).unwrap_or_default()
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

#[cfg(test)]
mod tests;
