//! Which errors of a run tell that something is wrong with us: the checker let through what the machine refuses.

use fluxlet::{Code, Error};

/// Tells whether a program that was accepted must not fail like this.
pub fn is_our_fault(error: &Error) -> bool {
    error.code() == Code::Internal
}
