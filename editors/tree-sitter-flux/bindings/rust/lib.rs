//! The grammar of Flux for tree-sitter, and the queries that editors ask of its trees.
//!
//! ```
//! let mut parser = tree_sitter::Parser::new();
//! parser.set_language(&tree_sitter_flux::LANGUAGE.into()).expect("the versions fit");
//! let tree = parser.parse("x = 1 + 2", None).expect("nothing ends it early");
//! assert!(!tree.root_node().has_error());
//! ```

#![allow(unsafe_code, reason = "the parser is C")]

use tree_sitter_language::LanguageFn;

unsafe extern "C" {
    fn tree_sitter_flux() -> *const ();
}

/// The language, for `tree_sitter::Parser::set_language`.
// SAFETY: `src/parser.c`, which tree-sitter generated, defines this function: it takes nothing, keeps nothing, and
// returns a language that is never freed.
pub const LANGUAGE: LanguageFn = unsafe { LanguageFn::from_raw(tree_sitter_flux) };

/// What the nodes are called, as JSON.
pub const NODE_TYPES: &str = include_str!("../../src/node-types.json");

/// What has which colour.
pub const HIGHLIGHTS_QUERY: &str = include_str!("../../queries/highlights.scm");

/// What is in other languages: regular expressions.
pub const INJECTIONS_QUERY: &str = include_str!("../../queries/injections.scm");

/// Which names are defined where.
pub const LOCALS_QUERY: &str = include_str!("../../queries/locals.scm");
