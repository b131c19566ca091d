//! What does a large body cost, in memory and in time?

#![allow(clippy::print_stdout, reason = "a benchmark prints what it found")]

use std::time::Instant;

use bytes::Bytes;
use fluxlet::transport::Transport;
use fluxlet::{Context, Engine, Limits, NetworkPolicy, Value};
use fluxlet_benches::measure::{Contender, Ratio, interleave};
use fluxlet_benches::raw::Raw;
use fluxlet_benches::report::{Goal, Report};
use fluxlet_benches::role::{Role, role};
use fluxlet_benches::server::{self, Server};
use fluxlet_benches::{Result, machine, sized};
use http::{Method, header};
use http_body_util::BodyExt;

/// How a body comes; the names are those of the roles of the children, after who reads it.
const WAYS: [&str; 3] = ["plain", "chunked", "tls"];

/// How often a child reads the body.
const TIMES: usize = 3;

fn main() -> Result {
    match role().as_deref() {
        Some(server::ROLE) => return server::serve(),
        Some(role) => return child(role),
        None => {}
    }
    machine::pin()?;
    let mut report = Report::new("bodies", env!("CARGO_TARGET_TMPDIR"));
    for way in WAYS {
        let peaks = [const { std::cell::Cell::new(0.0) }; 2];
        let read = |who: &str, peak: &std::cell::Cell<f64>| {
            let [time, most] = Role::start(&format!("{who} {way}"))?.figures()?;
            peak.set(most.max(peak.get()));
            Ok(time)
        };
        let mut contenders = [
            Contender::new("fluxlet", || read("fluxlet", &peaks[0])),
            Contender::new("raw hyper", || read("raw", &peaks[1])),
        ];
        let samples = interleave(sized(9, 1), &mut contenders)?;
        for (samples, peak) in samples.iter().zip(&peaks) {
            println!("{way}: {} {:.1} ms, {:.1} MiB", samples.name, samples.min() * 1e3, peak.get() / 1024.0);
        }
        let body = mebibytes() as f64 * 1024.0;
        report.figure(&format!("{way}: peak ÷ body, after the third"), Goal::AtMost(1.06), peaks[0].get() / body, "");
        report.ratio(
            &format!("{way}: time, ours ÷ raw hyper"),
            Goal::AtMost(1.05),
            Ratio::new(&samples[0], &samples[1]),
        );
    }
    report.finish()
}

fn mebibytes() -> usize {
    sized(100, 2)
}

/// Reads a body three times and prints the best time in seconds, and the peak in KiB.
fn child(role: &str) -> Result {
    let (who, way) = role.split_once(' ').ok_or("the role has two words")?;
    let server = Server::start()?;
    let path = format!("/{}/{}", if way == "chunked" { "chunked" } else { "large" }, mebibytes());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let best = runtime.block_on(async {
        if who == "raw" { raw(&server, way, &path).await } else { ours(&server, way, &path).await }
    })?;
    println!("{best} {}", machine::peak_memory()?);
    Ok(())
}

async fn ours(server: &Server, way: &str, path: &str) -> Result<f64> {
    let script = format!("import \"experimental/influxdb\"\ninfluxdb.api(method: \"get\", path: \"{path}\").body\n");
    let program = Engine::new()?.compile(&script)?;
    let transport = Transport::builder().ca_certificates_pem(server.certificate.as_bytes())?.http2(false).build();
    let context = Context::new()
        .with_host(&if way == "tls" { server.tls_url() } else { server.url() })?
        .with_token("t")?
        .with_http(transport)
        .with_policy(NetworkPolicy::open())
        .with_limits(Limits::trusting());
    let mut best = f64::INFINITY;
    for _ in 0..TIMES {
        let start = Instant::now();
        let results = program.run(&context).await?;
        best = best.min(start.elapsed().as_secs_f64());
        match results.last() {
            Some(Value::Bytes(body)) => check(body)?,
            _ => return Err("the script has no body".into()),
        }
    }
    Ok(best)
}

async fn raw(server: &Server, way: &str, path: &str) -> Result<f64> {
    let mut raw = if way == "tls" { Raw::connect_tls(server).await? } else { Raw::connect(server).await? };
    let mut best = f64::INFINITY;
    for _ in 0..TIMES {
        let start = Instant::now();
        let response = raw.send(Method::GET, path, Bytes::new()).await?;
        let length =
            response.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
        let mut whole: Vec<u8> = Vec::with_capacity(length.unwrap_or(0));
        let mut body = response.into_body();
        while let Some(frame) = body.frame().await {
            if let Ok(data) = frame?.into_data() {
                whole.extend_from_slice(&data);
            }
        }
        best = best.min(start.elapsed().as_secs_f64());
        check(&whole)?;
    }
    Ok(best)
}

fn check(body: &[u8]) -> Result {
    if body.len() == mebibytes() << 20 { Ok(()) } else { Err("the body was not whole".into()) }
}
