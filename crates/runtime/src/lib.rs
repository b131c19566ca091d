//! What a Flux value is, what a type is, and what a builtin may touch.
//!
//! A package of the library needs nothing but this crate: [`Package`] lists its functions, [`Run`] is what they may
//! see, [`Value`] is what they compute with. [`Registry`] joins the functions with their declared types, and calls them
//! for hosts that have no interpreter.

use std::future::Future;
use std::pin::Pin;

mod arguments;
mod builtin;
mod compare;
mod context;
mod dict;
mod display;
mod duration;
mod endpoint;
mod error;
pub mod float;
mod function;
pub mod http;
mod policy;
mod record;
mod regexp;
mod registry;
mod run;
mod secret;
mod time;
pub mod types;
mod value;

pub use arguments::{Arguments, FromValue, Signature};
pub use builtin::{Builtin, Calls, Package, Step};
pub use compare::equal;
pub use context::{Clock, Context, Limits, Secrets, SystemClock};
pub use dict::Dict;
pub use display::{display, display_float, display_while, plain_float};
pub use duration::Duration;
pub use endpoint::{Endpoint, Origin, Scheme};
pub use error::{Code, Error, Frame, Result};
pub use fluxlet_syntax::terminal;
pub use function::{BuiltinFunction, Function, ScriptFunction};
pub use policy::{NetworkPolicy, OriginPattern, PathPrefix};
pub use record::{Labels, Record};
pub use regexp::Regexp;
pub use registry::{LoadedPackage, Registry};
pub use run::Run;
pub use secret::{Redactor, Token};
pub use time::Time;
pub use value::{Nature, Value};

/// A future on the heap that may move between threads.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
