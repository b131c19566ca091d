//! What does a call cost, one after another from one script?

#![allow(clippy::print_stdout, reason = "a benchmark prints what it found")]

use std::process::{Command, Stdio};

use bytes::Bytes;
use fluxlet::transport::Transport;
use fluxlet::{Context, Engine, Limits, NetworkPolicy, Program, Results, Value};
use fluxlet_benches::measure::{Contender, Ratio, Samples, interleave, passing};
use fluxlet_benches::oracle::{Cores, Oracle};
use fluxlet_benches::raw::Raw;
use fluxlet_benches::report::{Goal, Report};
use fluxlet_benches::role::role;
use fluxlet_benches::server::{self, Server};
use fluxlet_benches::{Result, machine, program, sized};
use http::Method;
use http_body_util::BodyExt;
use tokio::runtime::Runtime;

/// The body of a POST: a bucket, as one would create it.
const BODY: &str = r#"{"orgID":"0123456789abcdef","name":"measurements","retentionRules":[{"everySeconds":86400}]}"#;

fn main() -> Result {
    if role().as_deref() == Some(server::ROLE) {
        return server::serve();
    }
    machine::pin()?;
    let server = Server::start()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut report = Report::new("calls", env!("CARGO_TARGET_TMPDIR"));
    let get = in_turns(&runtime, &server, Kind::Get)?;
    report.ratio("GET: ours ÷ raw hyper", Goal::AtMost(1.10), Ratio::new(&get[0], &get[1]));
    report.ratio("GET: ours ÷ reqwest", Goal::AtMost(0.90), Ratio::new(&get[0], &get[2]));
    report.ratio("GET: run_blocking ÷ raw hyper", Goal::None, Ratio::new(&get[3], &get[1]));
    let post = in_turns(&runtime, &server, Kind::Post)?;
    report.ratio("POST with a body: ours ÷ raw hyper", Goal::AtMost(1.10), Ratio::new(&post[0], &post[1]));
    let tls = in_turns(&runtime, &server, Kind::Tls)?;
    report.ratio("GET over TLS: ours ÷ raw hyper", Goal::AtMost(1.10), Ratio::new(&tls[0], &tls[1]));
    whole_process(&server, &mut report)?;
    report.finish()
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Get,
    Post,
    Tls,
}

/// Measures microseconds a call: ours, raw hyper, reqwest, and ours without a runtime around.
fn in_turns(runtime: &Runtime, server: &Server, kind: Kind) -> Result<Vec<Samples>> {
    let calls = sized(200, 10);
    let url = if kind == Kind::Tls { server.tls_url() } else { server.url() };
    let (program, context) = ours(server, &url, kind, calls)?;
    let mut raw = runtime.block_on(async {
        if kind == Kind::Tls { Raw::connect_tls(server).await } else { Raw::connect(server).await }
    })?;
    let (method, body) = if kind == Kind::Post { (Method::POST, BODY) } else { (Method::GET, "") };
    let reqwest = reqwest::Client::builder().build();
    let mut contenders = vec![
        Contender::new("fluxlet", || timed(calls, || runtime.block_on(async { succeed(program.run(&context).await) }))),
        Contender::new("raw hyper", || {
            timed(calls, || {
                runtime.block_on(async {
                    for _ in 0..calls {
                        let response = raw.send(method.clone(), "/health", Bytes::from_static(body.as_bytes())).await?;
                        response.into_body().collect().await?.to_bytes();
                    }
                    Ok(())
                })
            })
        }),
    ];
    if kind == Kind::Get {
        let client = reqwest?;
        let health = format!("{url}/health");
        contenders.push(Contender::new("reqwest", move || {
            timed(calls, || {
                runtime.block_on(async {
                    for _ in 0..calls {
                        client.get(&health).header("authorization", "Token t").send().await?.bytes().await?;
                    }
                    Ok(())
                })
            })
        }));
        contenders
            .push(Contender::new("fluxlet, run_blocking", || timed(calls, || succeed(program.run_blocking(&context)))));
    }
    let samples = interleave(sized(150, 1), &mut contenders)?;
    for samples in &samples {
        println!("{kind:?}: {} {:.1} µs a call, median {:.1}", samples.name, samples.min(), samples.median());
    }
    Ok(samples)
}

fn ours(server: &Server, url: &str, kind: Kind, calls: usize) -> Result<(Program, Context)> {
    let call = match kind {
        Kind::Post => "influxdb.api(method: \"post\", path: \"/health\", body: bytes(v: body))",
        _ => "influxdb.api(method: \"get\", path: \"/health\")",
    };
    let script = format!(
        "import \"array\"\nimport \"experimental/influxdb\"\narray.map(arr: xs, fn: (x) => {call}.statusCode)\n"
    );
    let xs: Value = (0..calls as i64).map(Value::from).collect();
    let body = Value::from(BODY);
    let engine = Engine::new()?;
    let compiler = engine.compiler().variable("xs", &xs).variable("body", &body);
    let program = compiler.compile("calls", &script)?;
    // HTTP/2 is another question: the raw connection speaks HTTP/1.1.
    let transport = Transport::builder().ca_certificates_pem(server.certificate.as_bytes())?.http2(false).build();
    let context = Context::new()
        .with_host(url)?
        .with_token("t")?
        .with_http(transport)
        .with_variable("xs", xs)
        .with_variable("body", body)
        .with_policy(NetworkPolicy::open())
        .with_limits(Limits::trusting());
    Ok((program, context))
}

/// A script of 3,000 calls, from the start of the process to its end: the real Flux and ours.
fn whole_process(server: &Server, report: &mut Report) -> Result {
    let measure = "3,000 calls, whole process: real Flux ÷ ours";
    let Some(oracle) = Oracle::find() else {
        report.skipped(measure, "FLUXLET_ORACLE is not set");
        return Ok(());
    };
    let fluxlet = program::fluxlet()?;
    let numbers: Vec<String> = (0..sized(3_000, 10)).map(|number| number.to_string()).collect();
    let script = format!(
        "import \"array\"\nimport \"experimental/influxdb\"\nxs = [{}]\ncodes = array.map(arr: xs, fn: (x) => \
         influxdb.api(method: \"get\", path: \"/health\", host: \"{}\", token: \"t\").statusCode)\n",
        numbers.join(", "),
        server.url()
    );
    let file = std::env::temp_dir().join(format!("fluxlet-bench-calls-{}.flux", std::process::id()));
    std::fs::write(&file, format!("{script}length(arr: codes)\n"))?;
    let real = format!("{script}array.from(rows: [{{n: length(arr: codes)}}])\n");
    let mut contenders = [
        Contender::new("fluxlet", || {
            passing(|| {
                let status = Command::new(&fluxlet).arg("run").arg(&file).stdout(Stdio::null()).status()?;
                if status.success() { Ok(()) } else { Err("fluxlet failed".into()) }
            })
        }),
        Contender::new("real Flux", || oracle.time(&real, Cores::One)),
    ];
    let samples = interleave(sized(7, 1), &mut contenders)?;
    std::fs::remove_file(&file)?;
    println!("3,000 calls: ours {:.1} ms, the real Flux {:.1} ms", samples[0].min() * 1e3, samples[1].min() * 1e3);
    report.ratio(measure, Goal::AtLeast(2.5), Ratio::new(&samples[1], &samples[0]));
    Ok(())
}

fn succeed(results: fluxlet::runtime::Result<Results>) -> Result {
    results?;
    Ok(())
}

/// Does `work` and returns the microseconds that each of its `calls` took.
fn timed(calls: usize, work: impl FnOnce() -> Result) -> Result<f64> {
    Ok(passing(work)? * 1e6 / calls as f64)
}
