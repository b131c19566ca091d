//! The C interface: compile, run in a context, look at values and errors.
//!
//! `include/fluxlet.h` is made from this code; a test compares them. What C programs must know stands in its comments.
//!
//! All that is unsafe in this project is in this crate: it turns the pointers of C into references. Each function checks
//! for null, and a panic ends at its border.

#![allow(unsafe_code, reason = "pointers come from C")]

pub mod context;
pub mod engine;
pub mod error;
#[cfg(feature = "panics")]
mod panics;
pub mod run;
pub mod text;
pub mod value;

/// A script engine: the packages that scripts can import. It never changes; threads may share it.
pub struct FluxletEngine {
    pub(crate) engine: fluxlet::Engine,
    /// Whichever thread waits for a run drives the connections of all.
    pub(crate) runtime: tokio::runtime::Runtime,
    pub(crate) transport: fluxlet::transport::Transport,
}

/// A script that was compiled; it runs as often as one likes. It never changes; threads may share it.
pub struct FluxletProgram {
    pub(crate) program: fluxlet::Program,
    /// Keeps what the runs wait on.
    pub(crate) engine: std::sync::Arc<FluxletEngine>,
}

/// What a run may use: the InfluxDB it belongs to, secrets, a policy, limits. Threads may share it while nobody sets
/// anything.
pub struct FluxletContext {
    pub(crate) context: fluxlet::Context,
    pub(crate) secrets: std::collections::BTreeMap<String, String>,
}

/// Ends runs from another thread.
pub struct FluxletCancel {
    pub(crate) canceled: tokio::sync::watch::Sender<bool>,
}

/// The values that a run gave. It never changes; threads may share it.
pub struct FluxletResults {
    pub(crate) results: fluxlet::Results,
}

/// A value. It belongs to its results and lives as long as they do.
pub struct FluxletValue {
    _opaque: [u8; 0],
}

/// What went wrong. It never changes; threads may share it.
pub struct FluxletError {
    pub(crate) code: std::ffi::CString,
    pub(crate) message: std::ffi::CString,
    pub(crate) text: std::ffi::CString,
    pub(crate) line: u32,
    pub(crate) column: u32,
}
