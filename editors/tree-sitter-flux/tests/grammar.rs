//! The grammar gives the trees it promises, agrees with Fluxlet's own parser, and its queries find what they name.

#[path = "grammar/corpus.rs"]
mod corpus;
#[path = "grammar/queries.rs"]
mod queries;
#[path = "grammar/scripts.rs"]
mod scripts;
#[path = "grammar/textmate.rs"]
mod textmate;

use std::path::{Path, PathBuf};

use tree_sitter::{Language, Parser, Tree};

fn language() -> Language {
    tree_sitter_flux::LANGUAGE.into()
}

fn parser() -> Parser {
    let mut parser = Parser::new();
    parser.set_language(&language()).expect("the versions fit");
    parser
}

fn parse(parser: &mut Parser, text: &str) -> Tree {
    parser.parse(text, None).expect("nothing ends it early")
}

/// Returns a path below the folder of the grammar.
fn path(below: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(below)
}

/// The parser carries the version from `tree-sitter.json`.
#[test]
fn versions_agree() {
    let text = std::fs::read_to_string(path("tree-sitter.json")).expect("the description is readable");
    let json: serde_json::Value = serde_json::from_str(&text).expect("the description is JSON");
    assert_eq!(json["metadata"]["version"], env!("CARGO_PKG_VERSION"));
    let version = language().metadata().expect("the parser has a version");
    let version = format!("{}.{}.{}", version.major_version, version.minor_version, version.patch_version);
    assert_eq!(version, env!("CARGO_PKG_VERSION"), "the parser was generated for another version");
}
