//! Records, replays and shows the exchanges of a run: layers over the HTTP port.
//!
//! A layer takes a context and returns one whose requests go through it. [`Recorder`] keeps what is asked and answered,
//! for a [`Cassette`]; [`Replayer`] answers from one, without a network; [`DryRun`] shows requests instead of sending
//! them.
//!
//! What leaves a layer holds no credentials: headers that carry them are taken out, and every text goes through the
//! redactor of the context.

mod body;
mod cassette;
mod clock;
mod dry_run;
mod file;
mod record;
mod recorder;
mod redaction;
mod replayer;

pub use cassette::Cassette;
pub use clock::FixedClock;
pub use dry_run::{DryRun, Form};
pub use file::CassetteFile;
pub use record::Exchange;
pub use recorder::Recorder;
pub use replayer::Replayer;

#[cfg(test)]
mod tests;
