//! What does a script hold that waits, if ten thousand wait on one thread?

#![allow(clippy::print_stdout, reason = "a benchmark prints what it found")]

use std::time::Instant;

use bytes::Bytes;
use fluxlet::transport::Transport;
use fluxlet::{Context, Engine, Limits, NetworkPolicy};
use fluxlet_benches::measure::{Contender, Ratio, interleave};
use fluxlet_benches::raw::Raw;
use fluxlet_benches::report::{Goal, Report};
use fluxlet_benches::role::{Role, role};
use fluxlet_benches::server::{self, Server};
use fluxlet_benches::{Result, machine, sized};
use http::Method;
use http_body_util::BodyExt;
use tokio::task::JoinSet;

/// Connections of HTTP/2 that the scripts share: answers that come at once, more of them than the window of a connection
/// has room for, come in pieces of a byte, which h2 takes for an attack.
const CONNECTIONS: usize = 16;

/// The roles of the children.
const WHO: [&str; 3] = ["fluxlet", "raw", "fluxlet-h2"];

fn main() -> Result {
    match role().as_deref() {
        Some(server::ROLE) => return server::serve(),
        Some(role) => return child(role),
        None => {}
    }
    machine::pin()?;
    let mut report = Report::new("scripts", env!("CARGO_TARGET_TMPDIR"));
    let memory = WHO.map(|_| std::cell::Cell::new(f64::INFINITY));
    let mut contenders: Vec<Contender<'_>> = WHO
        .iter()
        .zip(&memory)
        .map(|(who, memory)| {
            Contender::new(*who, || {
                let [wall, held] = Role::start(who)?.figures()?;
                memory.set(held.min(memory.get()));
                Ok(wall)
            })
        })
        .collect();
    let samples = interleave(sized(3, 1), &mut contenders)?;
    drop(contenders);
    for (samples, memory) in samples.iter().zip(&memory) {
        println!("{}: {:.2} s, {:.1} KiB each", samples.name, samples.min(), memory.get());
    }
    let each = |index: usize| memory[index].get();
    report.figure("HTTP/1.1: memory of a script", Goal::None, each(0), "KiB");
    report.figure("HTTP/1.1: memory, ours ÷ raw hyper", Goal::AtMost(1.25), each(0) / each(1), "");
    report.ratio("HTTP/1.1: time, ours ÷ raw hyper", Goal::AtMost(1.10), Ratio::new(&samples[0], &samples[1]));
    report.figure("HTTP/2: memory of a script", Goal::AtMost(6.0), each(2), "KiB");
    report.finish()
}

fn count() -> usize {
    sized(10_000, 20)
}

fn path() -> String {
    format!("/slow/{}", sized(3_000, 10))
}

/// Waits ten thousand times and prints the seconds, and the KiB for each.
fn child(who: &str) -> Result {
    machine::raise_file_limit()?;
    let server = Server::start()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let (wall, base) = runtime.block_on(async {
        match who {
            "raw" => raw(server).await,
            _ => ours(&server, who == "fluxlet-h2").await,
        }
    })?;
    println!("{wall} {}", (machine::peak_memory()? - base) / count() as f64);
    Ok(())
}

async fn ours(server: &Server, http2: bool) -> Result<(f64, f64)> {
    let engine = Engine::new()?;
    let compile = |path: &str| {
        engine.compile(&format!(
            "import \"experimental/influxdb\"\ninfluxdb.api(method: \"get\", path: \"{path}\").statusCode\n"
        ))
    };
    let mut contexts = Vec::new();
    // Each transport has one connection of HTTP/2.
    for _ in 0..if http2 { CONNECTIONS } else { 1 } {
        let transport = Transport::builder()
            .ca_certificates_pem(server.certificate.as_bytes())?
            .http2(http2)
            .max_in_flight(count())
            .build();
        let context = Context::new()
            .with_host(&if http2 { server.tls_url() } else { server.url() })?
            .with_token("t")?
            .with_http(transport)
            .with_policy(NetworkPolicy::open())
            .with_limits(Limits { in_flight: count() as u32, ..Limits::trusting() });
        // It leaves the connection that all others share.
        compile("/health")?.run(&context).await?;
        contexts.push(context);
    }
    let program = compile(&path())?;
    let base = machine::peak_memory()?;
    let start = Instant::now();
    let mut runs = JoinSet::new();
    for context in contexts.iter().cycle().take(count()) {
        let (program, context) = (program.clone(), context.clone());
        runs.spawn(async move { program.run(&context).await });
    }
    for result in runs.join_all().await {
        result?;
    }
    Ok((start.elapsed().as_secs_f64(), base))
}

async fn raw(server: Server) -> Result<(f64, f64)> {
    let server = std::sync::Arc::new(server);
    let base = machine::peak_memory()?;
    let start = Instant::now();
    let mut requests = JoinSet::new();
    for _ in 0..count() {
        let server = std::sync::Arc::clone(&server);
        requests.spawn(async move { once(&server).await.map_err(|error| error.to_string()) });
    }
    for result in requests.join_all().await {
        result?;
    }
    Ok((start.elapsed().as_secs_f64(), base))
}

async fn once(server: &Server) -> Result {
    let mut raw = Raw::connect(server).await?;
    raw.send(Method::GET, &path(), Bytes::new()).await?.into_body().collect().await?;
    Ok(())
}
