//! What SECURITY.md promises an embedder: secrets stay in, panics are caught, runs are bounded, policies are kept to.
//!
//! The cases carry the ids of the list of faults.

use std::collections::BTreeMap;
use std::error::Error as _;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context as TaskContext, Poll};
use std::time::Duration;

use fluxlet::runtime::http::{HttpClient, Request, Response};
use fluxlet::runtime::{BoxFuture, Calls, Function, Result, Step};
use fluxlet::{Builtin, Clock, Code, Context, Engine, Error, Limits, NetworkPolicy, Package, Redactor, Time, Value};

/// The token of the context, and a secret that scripts fetch.
const TOKEN: &str = "tkn-C4NARY-1";
const SECRET: &str = "scr-C4NARY-2";

/// Builtins that fail in every way that there is, with a secret in the words.
const BAD: Package = Package {
    path: "acme/bad",
    source: "// Package bad fails.\npackage bad\n\n\
        // fails fails.\nbuiltin fails : () => int\n\n// now panics.\nbuiltin now : () => int\n\n\
        // start panics.\nbuiltin start : () => int\n\n// later panics.\nbuiltin later : () => int\n\n\
        // end panics.\nbuiltin end : () => int\n\n// step panics.\nbuiltin step : (fn: () => int) => int\n\n// callee panics.\nbuiltin callee : (fn: () => int) => int\n\n\
        // odd panics.\nbuiltin odd : () => int\n\n// waits waits.\nbuiltin waits : () => int\n",
    builtins: &[
        ("fails", Builtin::Pure(|_, _| Err(Error::invalid(format!("sent {TOKEN}")).caused_by(Error::invalid(SECRET))))),
        ("now", Builtin::Pure(|_, _| panic!("sent {TOKEN}"))),
        ("start", Builtin::Async(|_, _| panic!("sent {TOKEN}"))),
        ("later", Builtin::Async(|_, _| Box::pin(async { panic!("sent {TOKEN}") }))),
        ("end", Builtin::Async(|_, _| Box::pin(Bomb { ready: true }))),
        (
            "step",
            Builtin::Calls(|_, arguments| {
                Ok(Box::new(BadCalls(Some(arguments.required::<&Function>("fn")?.clone()), Bomb { ready: false })))
            }),
        ),
        ("callee", Builtin::Calls(|_, _| Ok(Box::new(BadCalls(None, Bomb { ready: false }))))),
        ("odd", Builtin::Pure(|_, _| std::panic::panic_any(Bomb { ready: false }))),
        ("waits", Builtin::Async(|_, _| Box::pin(Bomb { ready: false }))),
    ],
    unimplemented: &[],
};

/// Panics when it is dropped.
struct Bomb {
    ready: bool,
}

impl Drop for Bomb {
    fn drop(&mut self) {
        panic!("dropped {TOKEN}");
    }
}

impl Future for Bomb {
    type Output = Result<Value>;

    fn poll(self: Pin<&mut Self>, _: &mut TaskContext<'_>) -> Poll<Result<Value>> {
        if self.ready { Poll::Ready(Ok(Value::Int(1))) } else { Poll::Pending }
    }
}

/// Panics in each of its steps, and before if it has no function.
struct BadCalls(Option<Function>, #[expect(dead_code, reason = "it panics when it is dropped")] Bomb);

impl Calls for BadCalls {
    fn callee(&self) -> (Function, &'static [&'static str]) {
        (self.0.clone().unwrap_or_else(|| panic!("sent {TOKEN}")), &[])
    }

    fn step(&mut self, _: Option<Result<Value>>, _: &mut Vec<Value>) -> Result<Step> {
        panic!("sent {TOKEN}")
    }
}

/// A server that says what it was told.
#[derive(Clone, Default)]
struct Echo(Arc<Mutex<Vec<String>>>);

impl HttpClient for Echo {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response>> {
        self.0.lock().expect("nobody panicked").push(request.target.clone());
        let token =
            request.headers.get("authorization").map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
        Box::pin(
            async move { Err(Error::new(Code::Unavailable, format!("the server said {}", token.unwrap_or_default()))) },
        )
    }
}

/// Answers with bodies of a mebibyte.
struct Large;

impl HttpClient for Large {
    fn send(&self, _: Request) -> BoxFuture<'_, Result<Response>> {
        Box::pin(async { Ok(Response { status: 200, headers: Default::default(), body: vec![7; 1 << 20].into() }) })
    }
}

fn engine() -> Engine {
    Engine::builder().package(BAD).build().expect("the packages are whole")
}

fn context() -> Context {
    let context = Context::new().with_host("http://ctx.test:8086").expect("it is a host");
    let context = context.with_token(TOKEN).expect("it is a token");
    context.with_secrets(BTreeMap::from([("K".to_owned(), SECRET.to_owned())]))
}

fn last(engine: &Engine, context: &Context, script: &str) -> Result<String> {
    let program = engine.compile(script).unwrap_or_else(|error| panic!("{error}"));
    program.run_blocking(context).map(|results| results.last().map(ToString::to_string).unwrap_or_default())
}

#[track_caller]
fn fails(engine: &Engine, context: &Context, script: &str) -> Error {
    let error = last(engine, context, script).expect_err(script);
    assert!(!error.trace().is_empty(), "{script}: the place of {error} is known");
    error
}

/// Returns everything that an error can be made to say.
fn told(error: &Error) -> String {
    let mut causes = Vec::new();
    let mut next = error.source();
    while let Some(cause) = next {
        causes.push(format!("{cause} {cause:?}"));
        next = cause.source();
    }
    format!(
        "{error} {error:?} {} {} {}",
        error.chain(),
        fluxlet::render_error(error, fluxlet::Style::Plain),
        causes.join(" ")
    )
}

/// SEC-01, SEC-04, SEC-07, SEC-08: neither the token nor a secret is in any error, whoever made it.
#[test]
fn no_error_holds_a_secret() {
    let engine = engine();
    let context = context().with_http(Echo::default());
    for call in [
        "die(msg: s)",
        "die(msg: display(v: bytes(v: s)))",
        "int(v: s)",
        "bad.fails()",
        "bad.now()",
        "bad.later()",
        "bad.step(fn: () => 1)",
        "influxdb.api(method: \"get\", path: \"/x\")",
        "influxdb.api(method: \"get\", path: \"/x\", host: \"http://other.test\", token: s)",
        "influxdb.api(method: s, path: s, host: s, token: \"${s} \")",
    ] {
        let script = format!(
            "import \"acme/bad\"\nimport \"experimental/influxdb\"\nimport \"influxdata/influxdb/secrets\"\n\
             s = secrets.get(key: \"K\")\nx = {call}"
        );
        let error = last(&engine, &context, &script).expect_err(call);
        let told = told(&error).to_lowercase();
        assert!(!told.contains("c4nary"), "{call}: {told}");
        assert!(!told.contains("43344e415259"), "{call}: {told}");
    }
}

/// SEC-07: a redactor that is shared knows what runs have read.
#[test]
fn an_embedder_can_take_secrets_out_of_results() {
    let redactor = Redactor::new();
    let context = context().with_redactor(redactor.clone());
    let value = last(&engine(), &context, "import \"influxdata/influxdb/secrets\"\nsecrets.get(key: \"K\")");
    let value = value.expect("there is one");
    assert_eq!(value, SECRET);
    assert_eq!(redactor.redact(&format!("{value} {TOKEN}")), "[secret] [secret]");
}

/// HST-07: a panic becomes an error that names the builtin, and engine, context and thread stay usable.
#[test]
fn panics_of_builtins_are_errors() {
    let engine = engine();
    let context = context();
    for name in ["now", "start", "later", "step", "callee", "odd"] {
        let arguments = if matches!(name, "step" | "callee") { "fn: () => 1" } else { "" };
        let error = fails(&engine, &context, &format!("import \"acme/bad\"\nbad.{name}({arguments})"));
        assert_eq!(error.code(), Code::Internal, "{name}: {error}");
        assert_eq!(error.message(), format!("builtin `{name}` of package `acme/bad` panicked"));
        let cause = error.source().expect("it says why").to_string();
        let expected = if name == "odd" { "a panic without words" } else { "sent [secret]" };
        assert!(cause.starts_with(expected), "{name}: {cause}");
        assert_eq!(last(&engine, &context, "1 + 1").expect("it runs"), "2", "after {name}");
    }
    // What is dropped after it has answered, or before, panics for itself.
    assert_eq!(last(&engine, &context, "import \"acme/bad\"\nbad.end()").expect("it answered"), "1");
    let hurried = context.with_limits(Limits { time: Some(Duration::from_millis(1)), ..Limits::default() });
    let error = fails(&engine, &hurried, "import \"acme/bad\"\nbad.waits()");
    assert_eq!(error.code(), Code::DeadlineExceeded, "{error}");
    assert_eq!(last(&engine, &Context::new(), "1 + 1").expect("it runs"), "2");
}

/// SRF-22: a refused request is not sent, and the error has its place.
#[test]
fn policies_are_kept_to() {
    let client = Echo::default();
    let policy = NetworkPolicy {
        allowed_origins: vec!["https://*.a.test".parse().expect("it is one")],
        allowed_methods: vec!["GET".parse().expect("it is one")],
        allowed_paths: vec!["/api/v2".parse().expect("it is one")],
        ..NetworkPolicy::public_only()
    };
    let context = context().with_http(client.clone()).with_policy(policy);
    let engine = engine();
    for call in [
        "influxdb.api(method: \"delete\", path: \"/api/v2\")",
        "influxdb.api(method: \"get\", path: \"/api\")",
        "influxdb.api(method: \"get\", path: \"/api%2Fv2\")",
        "influxdb.api(method: \"get\", path: \"/api/v2/%2e%2E/x\")",
        "influxdb.api(method: \"get\", path: \"/api/v2\", host: \"https://a.test\", token: \"t\")",
        "influxdb.api(method: \"get\", path: \"/api/v2\", host: \"http://x.a.test\", token: \"t\")",
        "requests.get(url: \"https://b.test/api/v2\")",
    ] {
        let script = format!("import \"experimental/influxdb\"\nimport \"http/requests\"\n{call}");
        let error = fails(&engine, &context, &script);
        assert_eq!(error.code(), Code::PermissionDenied, "{call}: {error}");
        assert!(error.message().contains("the network policy forbids"), "{call}: {error}");
    }
    assert!(client.0.lock().expect("nobody panicked").is_empty());
    let call = "import \"experimental/influxdb\"\ninfluxdb.api(method: \"get\", path: \"/api/v2/x\")";
    assert_eq!(fails(&engine, &context, call).code(), Code::Unavailable);
    assert_eq!(*client.0.lock().expect("nobody panicked"), ["/api/v2/x"]);
}

/// CON-07, LIM-34: requests and their bodies are counted.
#[test]
fn requests_are_bounded() {
    let engine = engine();
    let script = "import \"experimental/influxdb\"\nimport \"array\"\n\
        [0, 1, 2, 3, 4, 5, 6, 7] |> array.map(fn: (x) => influxdb.api(method: \"get\", path: \"/x\").body)";
    for (limits, expected) in [
        (Limits { requests: 7, ..Limits::default() }, "raise `limits.requests`"),
        (Limits { traffic: 7 << 20, ..Limits::default() }, "raise `limits.traffic`"),
        (Limits { memory: 7 << 20, ..Limits::default() }, "raise `limits.memory`"),
    ] {
        let error = fails(&engine, &context().with_http(Large).with_limits(limits), script);
        assert_eq!(error.code(), Code::ResourceExhausted, "{error}");
        assert!(error.message().contains(expected), "{error}");
    }
    assert!(last(&engine, &context().with_http(Large), script).is_ok());
}

/// CON-09: one program, many threads.
#[test]
fn a_program_runs_in_many_threads() {
    let program =
        engine().compile("import \"array\"\n[1, 2, 3] |> array.map(fn: (x) => x * x)").expect("it is a program");
    std::thread::scope(|scope| {
        let runs: Vec<_> = (0..16)
            .map(|_| {
                scope.spawn(|| program.run_blocking(&Context::new()).expect("it runs").last().map(ToString::to_string))
            })
            .collect();
        for run in runs {
            assert_eq!(run.join().expect("nobody panicked").as_deref(), Some("[1, 4, 9]"));
        }
    });
}

/// LIM-21: values as deep as they can get are made, compared, shown and dropped on a small stack.
#[test]
fn deep_values_fit_a_small_stack() {
    let nested = |levels: usize| format!("{}1{}", "f(x: ".repeat(levels), ")".repeat(levels));
    let run = move || {
        let engine = engine();
        let context = Context::new();
        // The parser bounds one expression; several go on where it ends.
        let start = format!("f = (x) => [x]\na = {}\n", nested(20));
        let deep = format!("{start}b = f(x: a)\nb == b and display(v: b) != \"\"");
        assert_eq!(last(&engine, &context, &deep).expect("it runs"), "true");
        let too_deep =
            (1..20).map(|step| format!("a{step} = {}\n", nested(20).replace('1', &format!("a{}", step - 1))));
        let too_deep = format!("f = (x) => [x]\na0 = 1\n{}", too_deep.collect::<String>());
        let refused = engine.compile(&too_deep).expect_err("types have a bound");
        assert_eq!(refused.diagnostics()[0].code, "type-too-large");
        // A dynamic value has no type that could bound it.
        let dynamics = (1..300).map(|step| format!("d{step} = dynamic.dynamic(v: [d{}])\n", step - 1));
        let dynamics =
            format!("import \"experimental/dynamic\"\nd0 = dynamic.dynamic(v: 1)\n{}", dynamics.collect::<String>());
        let error = fails(&engine, &context, &dynamics);
        assert_eq!(
            (error.code(), error.message()),
            (Code::ResourceExhausted, "the value is nested deeper than 128 levels")
        );
    };
    std::thread::Builder::new().stack_size(512 << 10).spawn(run).expect("it starts").join().expect("no overflow");
}

/// Goes a second ahead each time somebody looks at it.
struct Ticking(std::sync::atomic::AtomicU64);

impl Clock for Ticking {
    fn now(&self) -> Time {
        Time(0)
    }

    fn elapsed(&self) -> Duration {
        Duration::from_secs(self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed))
    }
}

/// LIM-23, LIM-26: builtins whose work grows faster than their arguments look at the clock while they do it.
#[test]
fn long_builtins_stop_at_the_deadline() {
    let engine = engine();
    for call in [
        "regexp.replaceAllString(r: /.*[^A-Z]|[A-Z]/, v: s, t: \"x\")",
        "regexp.splitRegexp(r: /.*[^A-Z]|[A-Z]/, v: s, i: -1)",
        "json.encode(v: d)",
        "display(v: e)",
    ] {
        let texts = (1..10).map(|step| format!("e{step} = [e{0}, e{0}]\n", step - 1)).collect::<String>();
        let doubled = (1..16).map(|step| format!("d{step} = [d{0}, d{0}]\n", step - 1)).collect::<String>();
        let script = format!(
            "import \"strings\"\nimport \"regexp\"\nimport \"json\"\ns = strings.repeat(v: \"A\", i: 5000)\n\
             d0 = [1]\n{doubled}d = d15\ne0 = [s]\n{texts}e = e9\nx = {call}"
        );
        let limits = Limits { time: Some(Duration::from_secs(12)), ..Limits::default() };
        let context = Context::new().with_clock(Ticking(Default::default())).with_limits(limits);
        let error = last(&engine, &context, &script).map(drop).expect_err(call);
        assert_eq!(error.code(), Code::DeadlineExceeded, "{call}: {error}");
        assert!(last(&engine, &Context::new(), &script).is_ok(), "{call}");
    }
}

/// The tests that SECURITY.md names exist.
#[test]
fn the_named_tests_exist() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let promises = std::fs::read_to_string(root.join("SECURITY.md")).expect("the file is there");
    let files = [
        "tests/tests/facade.rs",
        "tests/tests/promises.rs",
        "crates/cli/tests/cli/secrets.rs",
        "tests/tests/flights.rs",
        "tests/tests/house.rs",
    ];
    let tests: String =
        files.iter().map(|file| std::fs::read_to_string(root.join(file)).expect("it is there")).collect();
    let names = promises.split('`').filter(|word| word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'));
    let names: Vec<&str> = names.filter(|name| name.contains("_")).collect();
    assert!(names.len() > 6, "{names:?}");
    for name in names {
        assert!(tests.contains(&format!("fn {name}()")), "{name}");
    }
}
