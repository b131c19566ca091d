//! The real Flux, if `FLUXLET_ORACLE` names a folder that has it.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::measure::passing;
use crate::{Result, machine};

/// Where it runs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Cores {
    /// On the core of the benchmark.
    One,
    /// Wherever it likes: its collector takes a core of its own.
    All,
}

/// The program `flux`.
pub struct Oracle(PathBuf);

impl Oracle {
    /// Finds it; `None` without the variable or the program.
    pub fn find() -> Option<Self> {
        let program = PathBuf::from(std::env::var_os("FLUXLET_ORACLE")?).join("flux");
        program.is_file().then_some(Self(program))
    }

    /// Returns the seconds that it takes to run `script`, whole process.
    ///
    /// # Errors
    /// If the script fails.
    pub fn time(&self, script: &str, cores: Cores) -> Result<f64> {
        let file = std::env::temp_dir().join(format!("fluxlet-bench-{}.flux", std::process::id()));
        std::fs::write(&file, script)?;
        let mut command = Command::new(&self.0);
        command.arg(&file).stdout(Stdio::null()).stderr(Stdio::null());
        let mut run = || {
            passing(|| {
                let status = command.status()?;
                if status.success() { Ok(()) } else { Err(format!("the real Flux ended with {status}").into()) }
            })
        };
        let time = if cores == Cores::All { machine::on_all_cores(run) } else { run() };
        std::fs::remove_file(&file)?;
        time
    }
}
