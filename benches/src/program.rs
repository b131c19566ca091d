//! The command `fluxlet`, as it is released.

use std::path::PathBuf;
use std::process::Command;

use crate::{Result, machine};

/// Builds the command and returns where it is.
///
/// # Errors
/// If it does not build.
pub fn fluxlet() -> Result<PathBuf> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml");
    let mut build = Command::new(cargo);
    build.args(["build", "--release", "--quiet", "--package", "fluxlet-cli", "--manifest-path", manifest]);
    let status = machine::on_all_cores(|| Ok(build.status()?))?;
    if !status.success() {
        return Err("the command did not build".into());
    }
    // Benchmarks lie in `deps`, below the folder of the profile.
    let own = std::env::current_exe()?;
    let folder = own.parent().and_then(|deps| deps.parent()).ok_or("the benchmark lies in no target folder")?;
    Ok(folder.join("fluxlet"))
}
