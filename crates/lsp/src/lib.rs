//! A language server for Flux: what editors ask about scripts, over the language server protocol.
//!
//! [`serve`] reads messages, answers them one after the other, and publishes what is wrong with each open script. A script
//! is looked at as a whole whenever it has changed, which takes a few milliseconds: the standard library is checked once. Of
//! changes that come faster than that only the last is looked at, and questions about a text that has changed since are
//! refused. References and new names stay within one script, since a script imports packages and no other script.

mod actions;
mod capabilities;
mod completion;
mod diagnostics;
mod documents;
mod folding;
mod formatting;
mod hints;
mod hover;
mod inbox;
mod library;
mod navigation;
mod occurrences;
mod position;
mod rename;
mod requests;
mod server;
mod signature;
mod symbols;
mod tokens;
mod uri;
mod view;

pub use server::{Options, serve};

#[cfg(test)]
mod tests;
