//! The language server as editors use it: messages in, messages out.

#![allow(clippy::unwrap_used, reason = "a test fails where something is missing")]

mod actions;
mod client;
mod completion;
mod edits;
mod folder;
mod life;
mod names;
mod neovim;
mod outline;
mod packages;
mod problems;
