//! Opens connections to addresses.

use std::io;
use std::net::SocketAddr;

use fluxlet_runtime::BoxFuture;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;

/// A connection: bytes in both directions.
pub trait Stream: AsyncRead + AsyncWrite + Send + Unpin + 'static {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin + 'static> Stream for T {}

/// A connection on the heap.
pub type BoxStream = Box<dyn Stream>;

/// Opens a connection to an address that the policy allows.
///
/// Dropping the future gives the attempt up.
pub trait Dial: Send + Sync + 'static {
    /// Opens a connection to exactly `address`.
    ///
    /// # Errors
    /// Those of the operating system. Only their kind is shown to scripts.
    fn dial(&self, address: SocketAddr) -> BoxFuture<'_, io::Result<BoxStream>>;
}

/// Opens TCP connections.
pub(crate) struct TcpDialer;

impl Dial for TcpDialer {
    fn dial(&self, address: SocketAddr) -> BoxFuture<'_, io::Result<BoxStream>> {
        Box::pin(async move {
            let stream = TcpStream::connect(address).await?;
            // Requests are written whole: waiting for more would only add latency.
            stream.set_nodelay(true)?;
            Ok(Box::new(stream) as BoxStream)
        })
    }
}
