//! `fluxlet lsp`: answers an editor.

use std::io::{self, BufReader};
use std::path::PathBuf;

use fluxlet_lsp::Options;

use crate::arguments::LspArguments;
use crate::failure::Failure;

/// The exit code of a server whose client left without a word.
const LEFT: u8 = 1;

/// Serves the editor at the other end of the standard input and output until it leaves.
///
/// # Errors
/// If the editor breaks the protocol, or leaves without saying so.
pub(crate) fn lsp(arguments: LspArguments) -> Result<(), Failure> {
    let package_path = arguments.packages.package_path.into_iter();
    // The editor may name files by other paths than this process would.
    let package_path = package_path.map(|folder| std::path::absolute(&folder).unwrap_or(folder)).collect();
    let options = Options { package_path, cache: cache() };
    match fluxlet_lsp::serve(options, BufReader::new(io::stdin()), io::stdout()) {
        Ok(true) => Ok(()),
        Ok(false) => Err(Failure::Reported(LEFT)),
        Err(error) => Err(Failure::usage(format!("cannot talk to the editor: {error}"))),
    }
}

/// Returns the folder for files that can be made again, by the rules for users' programs; sources differ by version.
fn cache() -> Option<PathBuf> {
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    let cache = cache.or_else(|| Some(std::env::home_dir()?.join(".cache")))?;
    Some(cache.join("fluxlet").join(env!("CARGO_PKG_VERSION")))
}
