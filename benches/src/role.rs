//! Children: the benchmark starts itself again, to serve or to measure its own memory.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use crate::Result;

/// The variable that tells a child what it is.
const ROLE: &str = "FLUXLET_BENCH_ROLE";

/// Returns what this process was started for; `None` for the benchmark itself.
pub fn role() -> Option<String> {
    std::env::var(ROLE).ok()
}

/// A child of this benchmark; it is killed when it is dropped.
pub struct Role {
    child: Child,
    /// A child may take the end of this as the end of its task.
    _input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

impl Role {
    /// Starts this program again as `role`.
    ///
    /// # Errors
    /// If the system refuses.
    pub fn start(role: &str) -> Result<Self> {
        let mut command = Command::new(std::env::current_exe()?);
        let mut child = command.env(ROLE, role).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let output = child.stdout.take().ok_or("the output is piped")?;
        Ok(Self { _input: child.stdin.take(), output: BufReader::new(output), child })
    }

    /// Returns the next line that the child prints.
    ///
    /// # Errors
    /// If it ends before.
    pub fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        match self.output.read_line(&mut line)? {
            0 => Err("a child of the benchmark ended too early".into()),
            _ => Ok(line.trim_end().to_owned()),
        }
    }

    /// Returns the numbers of the next line.
    ///
    /// # Errors
    /// If it ends before, or prints something else.
    pub fn figures<const N: usize>(&mut self) -> Result<[f64; N]> {
        let line = self.line()?;
        let figures: Option<Vec<f64>> = line.split(' ').map(|figure| figure.parse().ok()).collect();
        let figures = figures.and_then(|figures| figures.try_into().ok());
        figures.ok_or_else(|| format!("a child of the benchmark said `{line}`").into())
    }
}

impl Drop for Role {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
