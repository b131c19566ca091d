//! The machine: cores, clocks, memory.

use std::time::Duration;

use nix::sched::{CpuSet, sched_getaffinity, sched_setaffinity};
use nix::sys::resource::{Resource, getrlimit, setrlimit};
use nix::time::{ClockId, clock_gettime};
use nix::unistd::Pid;

use crate::Result;

/// Keeps this thread, and what it starts from now on, on one core: waking another one costs more than a request does.
///
/// The core is the last one that the process may use, or that of `FLUXLET_BENCH_CORE`.
///
/// # Errors
/// If the system refuses.
pub fn pin() -> Result {
    let allowed = sched_getaffinity(Pid::from_raw(0))?;
    let last = (0..CpuSet::count()).rev().find(|core| allowed.is_set(*core).unwrap_or(false));
    let chosen = match std::env::var("FLUXLET_BENCH_CORE") {
        Ok(text) => Some(text.parse()?),
        Err(_) => last,
    };
    let mut one = CpuSet::new();
    one.set(chosen.ok_or("no core is allowed")?)?;
    Ok(sched_setaffinity(Pid::from_raw(0), &one)?)
}

/// Does `work` while this thread, and what it starts, may use all cores.
///
/// # Errors
/// Those of `work`, and if the system refuses.
pub fn on_all_cores<T>(work: impl FnOnce() -> Result<T>) -> Result<T> {
    let before = sched_getaffinity(Pid::from_raw(0))?;
    let mut all = CpuSet::new();
    let cores = std::fs::read_to_string("/proc/cpuinfo")?.matches("\nprocessor").count() + 1;
    (0..cores).try_for_each(|core| all.set(core))?;
    sched_setaffinity(Pid::from_raw(0), &all)?;
    let result = work();
    sched_setaffinity(Pid::from_raw(0), &before)?;
    result
}

/// Returns the time that this thread has computed.
///
/// # Errors
/// If the system has no such clock.
pub fn thread_time() -> Result<Duration> {
    Ok(clock_gettime(ClockId::CLOCK_THREAD_CPUTIME_ID)?.into())
}

/// Lets the process open as many files as the system allows.
///
/// # Errors
/// If the system refuses.
pub fn raise_file_limit() -> Result {
    let (_, most) = getrlimit(Resource::RLIMIT_NOFILE)?;
    Ok(setrlimit(Resource::RLIMIT_NOFILE, most, most)?)
}

/// Returns the memory that the process holds now, in KiB.
///
/// # Errors
/// If `/proc` does not tell.
pub fn held_memory() -> Result<f64> {
    status("VmRSS:")
}

/// Returns the most memory that the process has held, in KiB.
///
/// # Errors
/// If `/proc` does not tell.
pub fn peak_memory() -> Result<f64> {
    status("VmHWM:")
}

/// Names the processor and the system.
pub fn description() -> String {
    let cpu = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpu.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let model = model.map_or("an unknown processor", |(_, model)| model);
    let system = std::fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let cores = cpu.lines().filter(|line| line.starts_with("processor")).count();
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or_default();
    format!("{cores} × {model}, Linux {}, load {load}", system.trim())
}

fn status(name: &str) -> Result<f64> {
    let text = std::fs::read_to_string("/proc/self/status")?;
    let line = text.lines().find_map(|line| line.strip_prefix(name)).ok_or("no such line in /proc/self/status")?;
    Ok(line.trim().trim_end_matches(" kB").parse()?)
}
