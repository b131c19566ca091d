//! Calls servers that fail in all ways, many times, on one thread with virtual time: `soak [CALLS]`, 200,000 unless told.
//!
//! Stops at the first call that goes past its deadline, whose body is not whole, or that ends otherwise than it must; at the
//! end, connections and tasks must be gone, and the memory of the process must have stayed flat since a tenth of the calls.
#![allow(clippy::print_stdout, reason = "a soak tells its figures")]

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::time::{Duration, Instant as WallClock};

use fluxlet::transport::Transport;
use fluxlet::{Context, Engine, Limits, Program, Value};
use fluxlet_tests::network::{End, FAULTS, Network, RuntimeClock, body};
use tokio::runtime::{Builder, Handle};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

/// Calls at once.
const AT_ONCE: usize = 200;

/// How long a call may take, and how much longer it takes at most.
const TIMEOUT: Duration = Duration::from_secs(3);
const SLACK: Duration = Duration::from_millis(50);

const SCRIPT: &str = r#"
import "experimental/influxdb"

influxdb.api(method: "post", host: host, path: path, token: "t", body: bytes(v: "body"), timeout: 3s).body
"#;

fn main() -> Result<(), Box<dyn Error>> {
    let calls = std::env::args().nth(1).map_or(Ok(200_000), |text| text.parse())?;
    let runtime = Builder::new_current_thread().enable_time().start_paused(true).build()?;
    runtime.block_on(soak(calls))
}

async fn soak(calls: u64) -> Result<(), Box<dyn Error>> {
    let network = Network::default();
    let transport = network.builder().max_in_flight(AT_ONCE).build();
    let text = Value::from("");
    let program = Engine::new()?.compiler().variable("host", &text).variable("path", &text).compile("main", SCRIPT)?;
    let (start, mut memory, mut ends) = (WallClock::now(), Vec::new(), BTreeMap::new());
    let mut running = JoinSet::new();
    for number in 0..calls {
        if running.len() == AT_ONCE {
            count(running.join_next().await, &mut ends)?;
        }
        // All pairs of neighbours come up: the step has no factor in common with the number of faults.
        let nth = (number * 7 + number / FAULTS.len() as u64 * 5) as usize % FAULTS.len();
        running.spawn(call(program.clone(), transport.clone(), nth, number));
        if number % (calls / 10).max(1) == 0 {
            memory.push(resident()?);
            println!("{number:>8} calls, {:>4} s, {} KiB", start.elapsed().as_secs(), resident()?);
        }
    }
    while !running.is_empty() {
        count(running.join_next().await, &mut ends)?;
    }
    drop(transport);
    // Idle connections close by themselves.
    sleep(Duration::from_secs(60)).await;
    let (connections, tasks) = (network.open(), Handle::current().metrics().num_alive_tasks());
    println!("{calls} calls in {} s: {ends:?}", start.elapsed().as_secs());
    println!("at the end: {connections} connections, {tasks} tasks, {} KiB", resident()?);
    let (warm, most) =
        (memory.get(1).or(memory.last()).copied().unwrap_or(0), resident()?.max(memory.into_iter().max().unwrap_or(0)));
    if connections + tasks > 0 || most > warm + warm / 5 + 8192 {
        return Err(format!("something leaks: {warm} KiB at first, {most} KiB at most").into());
    }
    Ok(())
}

/// Counts how a call ended.
fn count(
    ended: Option<Result<Result<&'static str, String>, tokio::task::JoinError>>,
    ends: &mut BTreeMap<&'static str, u64>,
) -> Result<(), Box<dyn Error>> {
    if let Some(ended) = ended {
        *ends.entry(ended??).or_default() += 1;
    }
    Ok(())
}

/// Makes one call; returns how it ended, or what is wrong with that.
async fn call(program: Program, transport: Transport, nth: usize, number: u64) -> Result<&'static str, String> {
    let (host, fault, end) = FAULTS[nth];
    let limits = Limits { response_body: 1 << 20, ..Limits::default() };
    let context = Context::new()
        .with_http(transport)
        .with_clock(RuntimeClock::default())
        .with_limits(limits)
        .with_variable("host", format!("http://{host}").as_str())
        .with_variable("path", format!("/{fault}/{number}").as_str());
    let start = Instant::now();
    let result = program.run(&context).await;
    let took = start.elapsed();
    if took > TIMEOUT + SLACK {
        return Err(format!("call {number}, {host}/{fault}: took {took:?}"));
    }
    match (end, result) {
        (End::Body, Ok(results)) => match results.last() {
            Some(Value::Bytes(found)) if **found == *body(number) => Ok("whole"),
            _ => Err(format!("call {number}, {host}/{fault}: another body")),
        },
        (End::Error, Err(error)) => Ok(error.code().as_str()),
        (_, result) => Err(format!("call {number}, {host}/{fault}: {:?}", result.map(drop))),
    }
}

/// Returns the memory of the process in KiB.
fn resident() -> Result<u64, Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    Ok(line.and_then(|line| line.trim().split(' ').next()).ok_or("no figure")?.parse()?)
}
