//! The compiler and the machine, tried with trees that are built by hand and with real sources.

mod ahead;
mod build;
mod calls;
mod compile;
mod errors;
mod limits;
mod modules;
mod operators;
mod sources;
mod suspend;
