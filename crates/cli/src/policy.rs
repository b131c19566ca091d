//! The policy of a run: that of one's own scripts, changed by a file.

use std::time::Duration;

use fluxlet::Policy;

use crate::arguments::PolicyArguments;
use crate::failure::Failure;
use crate::input;

/// Reads the file of `--policy`, if there is one. A `timeout` counts where it is shorter than the file's.
///
/// # Errors
/// [`Failure::Usage`] for a file that cannot be read, and for each mistake in it, with its place.
pub(crate) fn read(arguments: &PolicyArguments, timeout: Option<Duration>) -> Result<Policy, Failure> {
    let mut policy = Policy::trusting();
    if let Some(path) = &arguments.policy {
        policy = policy.changed_by(&input::read_text(path)?).map_err(|error| {
            let name = path.display();
            let problems = error.problems().iter().map(|(place, message)| format!("{name}:{place}: {message}"));
            Failure::file(path, problems.collect::<Vec<_>>().join("\n"))
        })?;
    }
    policy.limits.time = policy.limits.time.into_iter().chain(timeout).min();
    Ok(policy)
}
