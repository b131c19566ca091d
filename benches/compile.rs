//! How long does it take to parse and check a script, and how does that grow?

#![allow(clippy::print_stdout, reason = "a benchmark prints what it found")]

use fluxlet::runtime::http::{HttpClient, Request, Response};
use fluxlet::runtime::{BoxFuture, Result as FluxResult};
use fluxlet::{Context, Engine};
use fluxlet_benches::measure::{Contender, Ratio, Samples, computing, exponent, interleave};
use fluxlet_benches::oracle::{Cores, Oracle};
use fluxlet_benches::report::{Goal, Report};
use fluxlet_benches::{Result, machine, sized};

/// The lines that are compared with the real Flux.
const LINES: usize = 2_000;

fn main() -> Result {
    machine::pin()?;
    let engine = Engine::new()?;
    let mut report = Report::new("compile", env!("CARGO_TARGET_TMPDIR"));
    against_real(&engine, &mut report)?;
    for (what, script) in SCRIPTS {
        let grown = growth(&mut |size| {
            let text = script(size);
            computing(|| compile(&engine, &text))
        })?;
        println!("{what}: {}", microseconds(&grown));
        report.figure(&format!("growth exponent, {what}"), Goal::AtMost(1.05), slope(&grown), "");
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let call = "import \"experimental/influxdb\"\ninfluxdb.api(method: \"get\", path: \"/health\").statusCode\n";
    let program = engine.compile(call).map_err(|error| first_line(&error))?;
    let context = Context::new().with_host("http://localhost")?.with_token("t")?.with_http(Slow);
    let grown = growth(&mut |size| {
        computing(|| {
            runtime.block_on(async {
                let mut runs = tokio::task::JoinSet::new();
                for _ in 0..size {
                    let (program, context) = (program.clone(), context.clone());
                    runs.spawn(async move { program.run(&context).await.map(drop) });
                }
                runs.join_all().await.into_iter().collect::<FluxResult<()>>()?;
                Ok(())
            })
        })
    })?;
    println!("calls in flight: {}", microseconds(&grown));
    report.figure("growth exponent, calls in flight", Goal::AtMost(1.05), slope(&grown), "");
    report.finish()
}

/// Makes a script of so many parts.
type Script = fn(usize) -> String;

/// The scripts that grow.
const SCRIPTS: [(&str, Script); 4] = [
    ("lines", lines),
    ("fields of a record", |size| listed("r = {", size, |i| format!("f{i}: {i}"), "}\n")),
    ("entries of a dictionary", |size| listed("d = [", size, |i| format!("\"k{i}\": {i}"), "]\n")),
    ("elements of an array", |size| listed("a = [", size, |i| i.to_string(), "]\n")),
];

/// Lines that do not know each other.
fn lines(count: usize) -> String {
    let line = |i: usize| match i % 4 {
        0 => format!("a{i} = {i} * 3 + 7\n"),
        1 => format!("f{i} = (x) => x + {i}\n"),
        2 => format!("s{i} = \"item ${{string(v: {i})}}\"\n"),
        _ => format!("r{i} = {{id: {i}, value: {i}.5, name: \"n{i}\"}}\n"),
    };
    (0..count).map(line).collect()
}

fn listed(open: &str, size: usize, part: impl Fn(usize) -> String, close: &str) -> String {
    let parts: Vec<String> = (0..size).map(part).collect();
    format!("{open}{}{close}", parts.join(", "))
}

fn against_real(engine: &Engine, report: &mut Report) -> Result {
    let measure = "2,000 lines: real Flux ÷ ours";
    let Some(oracle) = Oracle::find() else {
        report.skipped(measure, "FLUXLET_ORACLE is not set");
        return Ok(());
    };
    let text = lines(sized(LINES, 20));
    let end = "array.from(rows: [{n: 1}])\n";
    let (long, short) = (format!("import \"array\"\n{text}{end}"), format!("import \"array\"\n{end}"));
    let mut contenders = [
        Contender::new("fluxlet", || computing(|| compile(engine, &text))),
        Contender::new("real Flux", || oracle.time(&long, Cores::All)),
        Contender::new("real Flux, start-up", || oracle.time(&short, Cores::All)),
    ];
    let samples = interleave(sized(5, 1), &mut contenders)?;
    let (ours, real, start) = (&samples[0], &samples[1], samples[2].min());
    println!("2,000 lines: ours {:.2} ms, the real Flux {:.0} ms", ours.min() * 1e3, (real.min() - start) * 1e3);
    let less = |figure: f64| (figure - start) / ours.median();
    let spread = (less(real.min()), less(real.median()));
    report.ratio(measure, Goal::AtLeast(100.0), Ratio { of_minima: (real.min() - start) / ours.min(), spread });
    Ok(())
}

fn compile(engine: &Engine, text: &str) -> Result {
    engine.compile(text).map_err(|error| first_line(&error))?;
    Ok(())
}

/// Measures `work` at sizes from 500 to 8,000, in turns.
fn growth(work: &mut dyn FnMut(usize) -> Result<f64>) -> Result<Vec<(usize, Samples)>> {
    let sizes = sized([500, 1_000, 2_000, 4_000, 8_000], [5, 10, 20, 40, 80]);
    let work = std::cell::RefCell::new(work);
    let mut contenders = sizes.map(|size| {
        Contender::new(size.to_string(), {
            let work = &work;
            move || (work.borrow_mut())(size)
        })
    });
    let samples = interleave(sized(25, 1), &mut contenders)?;
    Ok(sizes.into_iter().zip(samples).collect())
}

fn slope(grown: &[(usize, Samples)]) -> f64 {
    exponent(&grown.iter().map(|(size, samples)| (*size as f64, samples.min())).collect::<Vec<_>>())
}

fn microseconds(grown: &[(usize, Samples)]) -> String {
    let each = |(size, samples): &(usize, Samples)| format!("{size}: {:.0} µs", samples.min() * 1e6);
    grown.iter().map(each).collect::<Vec<_>>().join(", ")
}

/// An excerpt of a script of 8,000 lines helps nobody.
fn first_line(error: &fluxlet::CompileError) -> String {
    error.diagnostics().first().map(|problem| problem.message.to_string()).unwrap_or_default()
}

/// An HTTP client that lets everybody else in before it answers.
struct Slow;

impl HttpClient for Slow {
    fn send(&self, _request: Request) -> BoxFuture<'_, FluxResult<Response>> {
        Box::pin(async {
            for _ in 0..3 {
                tokio::task::yield_now().await;
            }
            Ok(Response { status: 200, headers: Default::default(), body: Default::default() })
        })
    }
}
