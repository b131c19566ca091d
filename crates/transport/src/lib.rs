//! Sends HTTP requests: pooled, bounded, within a deadline and a network policy.
//!
//! [`Transport`] is the client behind the port [`fluxlet_runtime::http::HttpClient`]. One request passes these layers,
//! each of which is a module: a slot and the deadline (`client`), redirects (`redirect`), one exchange over a pooled
//! connection (`exchange`, `pool`), the way to a new one (`connect`: look-up, policy, dial or proxy, TLS), and the
//! body (`body`, `gzip`). What is looked up and dialled can be replaced: [`Resolve`], [`Dial`]. [`Retry`] is a layer of its
//! own above.
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
mod flood;
mod gzip;
mod location;
mod observe;
mod pool;
mod progress;
mod proxy;
mod redirect;
mod resolve;
mod retry;
mod tls;
mod upload;
mod wire;

pub use builder::Builder;
pub use client::Transport;
pub use dial::{BoxStream, Dial, Stream};
pub use observe::Exchanged;
pub use proxy::{Proxies, Proxy};
pub use resolve::Resolve;
pub use retry::Retry;
