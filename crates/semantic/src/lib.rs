//! Names and types: resolves imports, infers Hindley-Milner types with rows and kinds.
//!
//! [`check`] turns a tree into a typed tree ([`ir`]) and tells what is wrong with it. It does no input or output:
//! packages come from an [`Importer`].

mod advice;
mod declarations;
mod facts;
mod importer;
mod infer;
pub mod ir;
mod message;
mod new_import;
mod origin;
mod scope;
mod shape;
mod table;
mod unify;

pub use advice::similar;
pub use facts::{Definition, DefinitionKind, Facts, Target, Use};
pub use importer::{Export, Exports, ImportError, Importer};
pub use infer::{Checked, Known, Limits, Options, check, examine};
pub use new_import::new_import;

#[cfg(test)]
mod tests;
