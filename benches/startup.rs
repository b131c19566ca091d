//! What does it cost to start, and to be there?

#![allow(clippy::print_stdout, reason = "a benchmark prints what it found")]

use std::path::Path;
use std::process::{Command, Stdio};

use fluxlet::{Context, Engine};
use fluxlet_benches::measure::{Contender, Ratio, computing, interleave, passing};
use fluxlet_benches::oracle::{Cores, Oracle};
use fluxlet_benches::report::{Goal, Report};
use fluxlet_benches::role::{Role, role};
use fluxlet_benches::server::{self, Server};
use fluxlet_benches::{Result, machine, program, sized};

/// The role of the child that makes an engine and programs, and tells what they hold.
const HOLDER: &str = "hold";

/// Microseconds that the real Flux takes to run a trivial program again, compiled and embedded in a warm process: it is
/// no part of the program `flux`, so the figure was taken once, on a quiet machine of this kind.
const REAL_WARM: f64 = 1_372.0;

/// A script of one line.
const LINE: &str = "1 + 1";

fn main() -> Result {
    match role().as_deref() {
        Some(server::ROLE) => return server::serve(),
        Some(HOLDER) => return hold(),
        _ => {}
    }
    machine::pin()?;
    let fluxlet = program::fluxlet()?;
    let server = Server::start()?;
    let mut report = Report::new("startup", env!("CARGO_TARGET_TMPDIR"));
    one_line(&fluxlet, &mut report)?;
    one_call(&fluxlet, &server, &mut report)?;
    against_real(&fluxlet, &server, &mut report)?;
    warm(&mut report)?;
    memory(&mut report)?;
    let size = std::fs::metadata(&fluxlet)?.len() as f64 / 1e6;
    report.figure("size of the command", Goal::AtMost(12.0), size, "MB");
    report.finish()
}

fn one_line(fluxlet: &Path, report: &mut Report) -> Result {
    let empty = Path::new(env!("CARGO_BIN_EXE_empty"));
    let mut contenders = [
        Contender::new("fluxlet", || whole(fluxlet, &["run", "-e", LINE])),
        Contender::new("empty", || whole(empty, &[])),
        Contender::new("fluxlet --version", || whole(fluxlet, &["--version"])),
    ];
    let samples = interleave(sized(200, 1), &mut contenders)?;
    for samples in &samples {
        println!("{}: {:.2} ms, median {:.2}", samples.name, samples.min() * 1e3, samples.median() * 1e3);
    }
    report.ratio(
        "one line, whole process: ours ÷ an empty program",
        Goal::AtMost(2.0),
        Ratio::new(&samples[0], &samples[1]),
    );
    Ok(())
}

fn one_call(fluxlet: &Path, server: &Server, report: &mut Report) -> Result {
    let measure = "one call, whole process: ours ÷ curl";
    let (host, health) = (server.url(), format!("{}/health", server.url()));
    let ours = ["run", "--host", &host, "--token", "t", "-e", CALL];
    let mut contenders = vec![Contender::new("one call", || whole(fluxlet, &ours))];
    let curl = Path::new("/usr/bin/curl");
    if !curl.is_file() {
        report.skipped(measure, "there is no curl");
        return Ok(());
    }
    contenders.push(Contender::new("curl", || whole(curl, &["-s", &health])));
    let samples = interleave(sized(60, 1), &mut contenders)?;
    for samples in &samples {
        println!("{}: {:.2} ms, median {:.2}", samples.name, samples.min() * 1e3, samples.median() * 1e3);
    }
    report.ratio(measure, Goal::AtMost(0.5), Ratio::new(&samples[0], &samples[1]));
    Ok(())
}

/// A script of one call, whose host and token the context has.
const CALL: &str = "import \"experimental/influxdb\"\ninfluxdb.api(method: \"get\", path: \"/health\").statusCode\n";

fn against_real(fluxlet: &Path, server: &Server, report: &mut Report) -> Result {
    let (line, call) = ("one line, whole process: real Flux ÷ ours", "one call, whole process: real Flux ÷ ours");
    let Some(oracle) = Oracle::find() else {
        report.skipped(line, "FLUXLET_ORACLE is not set");
        report.skipped(call, "FLUXLET_ORACLE is not set");
        return Ok(());
    };
    let host = server.url();
    let ours = ["run", "--host", &host, "--token", "t", "-e", CALL];
    let real_line = "import \"array\"\narray.from(rows: [{n: 1 + 1}])\n";
    let real_call = format!(
        "import \"array\"\nimport \"experimental/influxdb\"\narray.from(rows: [{{n: influxdb.api(method: \"get\", \
         path: \"/health\", host: \"{host}\", token: \"t\").statusCode}}])\n"
    );
    let mut contenders = [
        Contender::new("ours, a line", || whole(fluxlet, &["run", "-e", LINE])),
        Contender::new("real, a line", || oracle.time(real_line, Cores::All)),
        Contender::new("ours, a call", || whole(fluxlet, &ours)),
        Contender::new("real, a call", || oracle.time(&real_call, Cores::All)),
    ];
    let samples = interleave(sized(15, 1), &mut contenders)?;
    for samples in &samples {
        println!("{}: {:.2} ms, median {:.2}", samples.name, samples.min() * 1e3, samples.median() * 1e3);
    }
    report.ratio(line, Goal::AtLeast(30.0), Ratio::new(&samples[1], &samples[0]));
    report.ratio(call, Goal::AtLeast(25.0), Ratio::new(&samples[3], &samples[2]));
    Ok(())
}

/// A compiled program that runs again.
fn warm(report: &mut Report) -> Result {
    let runs = sized(1_000, 10);
    let program = Engine::new()?.compile(LINE)?;
    let context = Context::new();
    let mut contenders = [Contender::new("warm", || {
        let time = computing(|| {
            for _ in 0..runs {
                program.run_blocking(&context)?;
            }
            Ok(())
        })?;
        Ok(time * 1e6 / runs as f64)
    })];
    let samples = interleave(sized(50, 1), &mut contenders)?;
    println!("warm: {:.2} µs a run, median {:.2}", samples[0].min(), samples[0].median());
    let ratio = |figure: f64| REAL_WARM / figure;
    let spread = (ratio(samples[0].median()), ratio(samples[0].min()));
    report.ratio("compiled, run again: 1.37 ms ÷ ours", Goal::AtLeast(50.0), Ratio { of_minima: spread.1, spread });
    Ok(())
}

fn memory(report: &mut Report) -> Result {
    let [empty, made, used, program] = Role::start(HOLDER)?.figures()?;
    println!("held: {empty} KiB before, {made} with an engine, {used} after a run");
    report.figure("process with an engine that has run a program", Goal::AtMost(6.0), used / 1024.0, "MiB");
    report.figure("a compiled program of ten lines", Goal::AtMost(16.0), program, "KiB");
    Ok(())
}

/// Prints what an empty process holds, with an engine, after a run, and for each program; KiB.
fn hold() -> Result {
    let empty = machine::held_memory()?;
    let engine = Engine::new()?;
    let made = machine::held_memory()?;
    engine.compile(&ten_lines(0))?.run_blocking(&Context::new())?;
    let used = machine::held_memory()?;
    let count = sized(1_000, 10);
    let programs =
        (1..=count).map(|number| engine.compile(&ten_lines(number))).collect::<std::result::Result<Vec<_>, _>>()?;
    let programs_hold = machine::held_memory()? - used;
    println!("{empty} {made} {used} {}", programs_hold / programs.len() as f64);
    Ok(())
}

/// A program as one would write it, unlike the others.
fn ten_lines(number: usize) -> String {
    format!(
        "import \"array\"\nimport \"strings\"\nlimit = {number}\nnames = [\"a{number}\", \"b{number}\", \"c{number}\"]\n\
         inc = (v) => v + limit\nshout = (text) => strings.toUpper(v: text) + \"!\"\n\
         loud = array.map(arr: names, fn: (x) => shout(text: x))\nrecord = {{id: inc(v: 1), names: loud, ok: limit > 3}}\n\
         text = \"found ${{record.id}} of ${{limit}}\"\nif record.ok then text else \"none\"\n"
    )
}

/// Returns the seconds from the start of a program to its end.
fn whole(program: &Path, arguments: &[&str]) -> Result<f64> {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    passing(|| {
        let status = command.status()?;
        if status.success() { Ok(()) } else { Err(format!("{} ended with {status}", program.display()).into()) }
    })
}
