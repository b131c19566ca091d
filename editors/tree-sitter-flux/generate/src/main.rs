//! Generates the parser from `grammar.js`, with nothing but Rust and a C compiler.
//!
//! ```sh
//! cargo run --locked --manifest-path editors/tree-sitter-flux/generate/Cargo.toml -- [FOLDER [ABI]]
//! ```
//!
//! The files go to `src`, or to the folder that is named. Editors before tree-sitter 0.25 load parsers of ABI 14.

use std::env;
use std::error::Error;
use std::path::{Path, PathBuf};

use tree_sitter_generate::{OptLevel, generate_parser_in_directory};

/// What tree-sitter loads from 0.25 on: keywords are reserved, so that one is not taken for a name while the line above
/// it is still being written.
const ABI: usize = 15;

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut arguments = env::args().skip(1);
    let folder = arguments.next().map_or_else(|| root.join("src"), PathBuf::from);
    let abi = arguments.next().map_or(Ok(ABI), |abi| abi.parse())?;
    let mut warnings = Vec::new();
    generate_parser_in_directory(
        root,
        Some(folder),
        None::<PathBuf>,
        abi,
        None,
        Some("native"),
        true,
        OptLevel::default(),
        &mut warnings,
    )?;
    match warnings.first() {
        None => Ok(()),
        Some(warning) => Err(warning.to_string().into()),
    }
}
