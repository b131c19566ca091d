//! Runs Flux scripts inside any program: typed, sandboxed, with async calls of InfluxDB's API.
//!
//! ```
//! use fluxlet::{Context, Engine};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let engine = Engine::new()?;
//! let program = engine.compile(r#"
//!     import "strings"
//!     strings.toUpper(v: "hello")
//! "#)?;
//! let results = program.run_blocking(&Context::new())?;
//! assert_eq!(results.last().map(|value| value.to_string()), Some("HELLO".to_owned()));
//! # Ok(())
//! # }
//! ```
//!
//! An [`Engine`] knows the packages; it is immutable and shared. It compiles a source once to a [`Program`], which runs
//! many times, each time in a [`Context`]: the InfluxDB it belongs to, secrets, an HTTP client, limits. A context that is
//! given no HTTP client has no network.
//!
//! Around the HTTP client go the layers of [`exchange`]: a run can be recorded, and replayed in a test without a server.
//!
//! ```
//! use fluxlet::exchange::{Cassette, Replayer};
//! use fluxlet::{Context, Engine};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let cassette = Cassette::parse(r#"{
//!     "fluxlet cassette": 1,
//!     "now": "2030-01-31T12:00:00Z",
//!     "host": "http://localhost:8086",
//!     "token": true,
//!     "exchanges": [{
//!         "request": {"method": "GET", "url": "http://localhost:8086/ping"},
//!         "response": {"status": 204}
//!     }]
//! }"#)?;
//! let (replayer, context) = Replayer::around(&Context::new(), &cassette)?;
//! let program = Engine::new()?.compile(r#"
//!     import "experimental/influxdb"
//!     influxdb.api(method: "get", path: "/ping").statusCode
//! "#)?;
//! assert_eq!(program.run_blocking(&context)?.last().map(|value| value.to_string()), Some("204".to_owned()));
//! assert!(replayer.unused().is_empty());
//! # Ok(())
//! # }
//! ```

mod analysis;
mod blocking;
mod compile;
mod documentation;
mod engine;
pub mod explain;
mod format;
mod library;
mod limits;
mod policy;
mod program;
mod render;
mod session;
mod sources;
mod testcase;

pub use analysis::{Analysis, Completion, CompletionKind, OpenCall};
pub use compile::{CompileError, Compiler};
pub use documentation::{MemberDoc, PackageDoc};
pub use engine::{Builder, Engine};
pub use fluxlet_exchange as exchange;
pub use fluxlet_runtime as runtime;
pub use fluxlet_runtime::{
    Arguments, Builtin, Clock, Code, Context, Dict, Duration, Endpoint, Error, Limits, NetworkPolicy, OriginPattern,
    Package, PathPrefix, Record, Redactor, Run, Secrets, Time, Token, Value,
};
pub use fluxlet_semantic::ImportError;
pub use fluxlet_syntax::{Diagnostic, Position, Severity, Source, Span, Stage};
#[cfg(feature = "transport")]
pub use fluxlet_transport as transport;
pub use format::format;
pub use limits::CompileLimits;
pub use policy::{Policy, PolicyError};
pub use program::{Failure, Program, Results};
pub use render::{Style, render_diagnostic, render_error};
pub use session::{Input, Session};
pub use sources::{Folder, Sources, is_import_path};
pub use testcase::{TestCase, at_assertion, duplicate_testcase, testcases};

/// Compiles the example of the README.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;

/// Runs the examples of the guide.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/embedding.md")]
struct Guide;
