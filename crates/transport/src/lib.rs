//! Sends HTTP requests: pooled, bounded, within a deadline and a network policy.
//!
//! [`Transport`] is the client behind the port [`fluxlet_runtime::http::HttpClient`]. One request passes these layers,
//! each of which is a module: a slot and the deadline (`client`), redirects (`redirect`), one exchange over a pooled
//! connection (`exchange`, `pool`), the way to a new one (`connect`: look-up, policy, dial, TLS), and the body
//! (`body`, `gzip`). What is looked up and dialled can be replaced: [`Resolve`], [`Dial`].
//!
//! Nothing is read from the environment, except where the platform keeps its trusted roots.

mod body;
mod buffer;
mod builder;
mod client;
mod connect;
mod dial;
mod exchange;
mod fault;
mod gzip;
mod location;
mod pool;
mod progress;
mod redirect;
mod resolve;
mod tls;
mod upload;
mod wire;

pub use builder::Builder;
pub use client::Transport;
pub use dial::{BoxStream, Dial, Stream};
pub use resolve::Resolve;
