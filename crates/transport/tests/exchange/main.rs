//! Drives the transport against servers that misbehave in every way. Rows are named by the cases they stand for.
#![allow(clippy::unwrap_used, clippy::str_to_string)]

mod bodies;
mod broken;
mod chaos;
mod encodings;
mod environment;
mod frames;
mod handshakes;
mod http2;
mod net;
mod policies;
mod pools;
mod proxies;
mod redirects;
mod responses;
mod secrets;
mod sockets;
mod timeouts;
mod trust;
