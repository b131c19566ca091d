//! The facade as an embedder uses it.

use std::collections::BTreeMap;
use std::io;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use fluxlet::runtime::BoxFuture;
use fluxlet::runtime::http::{HttpClient, Request, Response};
use fluxlet::{
    Arguments, Builtin, Code, CompileLimits, Context, Engine, Error, Limits, Package, Program, Run, Source, Sources,
    Stage, Value,
};

fn engine() -> Engine {
    Engine::new().expect("the standard library is whole")
}

fn compile(text: &str) -> Program {
    engine().compile(text).unwrap_or_else(|error| panic!("{error}"))
}

/// Answers every request at once, and keeps what was asked.
#[derive(Clone, Default)]
struct Recorder(Arc<Mutex<Vec<(String, bool)>>>);

impl HttpClient for Recorder {
    fn send(&self, request: Request) -> BoxFuture<'_, fluxlet::runtime::Result<Response>> {
        let authorized = request.headers.contains_key("authorization");
        self.0
            .lock()
            .expect("nobody panicked")
            .push((format!("{} {}{}", request.method, request.origin, request.target), authorized));
        let body = b"{\"status\":\"pass\"}".as_slice().into();
        Box::pin(async move { Ok(Response { status: 200, headers: Default::default(), body }) })
    }
}

/// Never answers.
struct Silent;

impl HttpClient for Silent {
    fn send(&self, _: Request) -> BoxFuture<'_, fluxlet::runtime::Result<Response>> {
        Box::pin(std::future::pending())
    }
}

/// Fails as a request does whose own timeout is over.
struct Late;

impl HttpClient for Late {
    fn send(&self, _: Request) -> BoxFuture<'_, fluxlet::runtime::Result<Response>> {
        Box::pin(async { Err(Error::new(Code::DeadlineExceeded, "deadline exceeded after 1s")) })
    }
}

const HEALTH: &str = r#"
import "experimental/influxdb"
response = influxdb.api(method: "get", path: "/health")
string(v: response.body)
"#;

fn context() -> Context {
    let context = Context::new().with_host("http://ctx.test:8086").expect("the host is one");
    context.with_token("tkn-CTX").expect("the token is one")
}

#[test]
fn engines_programs_and_contexts_are_shared_by_threads() {
    fn shared<T: Send + Sync + 'static>() {}
    shared::<Engine>();
    shared::<Program>();
    shared::<Context>();
    shared::<Value>();
    fn sent<T: Send>(_: &T) {}
    let program = compile("1");
    let context = Context::new();
    sent(&program.run(&context));
}

#[test]
fn a_script_calls_influxdb_with_what_its_context_gives() {
    let recorder = Recorder::default();
    let results = compile(HEALTH).run_blocking(&context().with_http(recorder.clone())).unwrap();
    assert_eq!(results.last().unwrap().to_string(), "{\"status\":\"pass\"}");
    assert_eq!(*recorder.0.lock().unwrap(), [("GET http://ctx.test:8086/health".to_owned(), true)]);
}

#[test]
fn the_token_of_the_context_goes_nowhere_else() {
    for call in [
        r#"influxdb.api(method: "get", path: "/x", host: "http://evil.test:8086")"#,
        r#"influxdb.api(method: "get", path: "/x", host: "http://ctx.test:8087")"#,
        r#"influxdb.api(method: "get", path: "/x", host: "https://ctx.test:8086")"#,
        r#"influxdb.api(method: "get", path: "@evil.test/x")"#,
        r#"influxdb.api(method: "get", path: ":99/x")"#,
        r#"influxdb.api(method: "get", path: ".evil.test/x")"#,
    ] {
        let recorder = Recorder::default();
        let program = compile(&format!("import \"experimental/influxdb\"\n{call}"));
        let error = program.run_blocking(&context().with_http(recorder.clone())).unwrap_err();
        assert_eq!(error.code(), Code::Invalid, "{call}: {error}");
        assert!(recorder.0.lock().unwrap().is_empty(), "{call}");
        assert!(!format!("{error:?}").contains("tkn-CTX"));
    }
}

#[test]
fn no_capability_is_there_unless_it_is_given() {
    let error = compile(HEALTH).run_blocking(&context()).unwrap_err();
    assert_eq!(error.code(), Code::FailedPrecondition);
    let program = compile("import \"influxdata/influxdb/secrets\"\nsecrets.get(key: \"K\")");
    assert_eq!(program.run_blocking(&Context::new()).unwrap_err().code(), Code::NotFound);
    let secrets = BTreeMap::from([("K".to_owned(), "hush".to_owned())]);
    let results = program.run_blocking(&Context::new().with_secrets(secrets)).unwrap();
    assert_eq!(results.last().unwrap().to_string(), "hush");
}

#[test]
fn a_script_may_go_on_after_the_timeout_of_one_request() {
    let program = compile(
        r#"
        import "experimental"
        import "experimental/influxdb"
        r = experimental.catch(fn: () => influxdb.api(method: "get", path: "/x", timeout: 1s).statusCode)
        r.code
        "#,
    );
    let results = program.run_blocking(&context().with_http(Late)).unwrap();
    assert_eq!(results.last().unwrap().to_string(), "4");
}

#[tokio::test(start_paused = true)]
async fn the_deadline_ends_a_wait() {
    let limits = Limits { time: Some(Duration::from_secs(3)), ..Limits::default() };
    let context = context().with_http(Silent).with_limits(limits);
    let error = compile(HEALTH).run(&context).await.unwrap_err();
    assert_eq!(error.code(), Code::DeadlineExceeded);
}

#[test]
fn blocking_runs_work_everywhere() {
    let program = compile(HEALTH);
    let context = context().with_http(Recorder::default());
    program.run_blocking(&context).unwrap();
    for builder in [tokio::runtime::Builder::new_current_thread, tokio::runtime::Builder::new_multi_thread] {
        let runtime = builder().enable_all().build().unwrap();
        runtime.block_on(async { program.run_blocking(&context) }).unwrap();
        let (program, context) = (program.clone(), context.clone());
        runtime.block_on(async move {
            tokio::task::spawn_blocking(move || program.run_blocking(&context)).await.unwrap().unwrap();
        });
        // The engine is dropped inside a runtime, too.
        runtime.block_on(async { compile(HEALTH).run_blocking(&Context::new()) }).unwrap_err();
    }
}

#[test]
fn limits_are_named_errors() {
    let doubling: String = (0..60).map(|index| format!("x{} = x{index} + x{index}\n", index + 1)).collect();
    let calls: String = (0..45).map(|i| format!("f{} = () => {{ a = f{i}() return f{i}() }}\n", i + 1)).collect();
    for (script, limits, text) in [
        (format!("x0 = \"a\"\n{doubling}"), Limits::default(), "memory"),
        (format!("f0 = () => 1\n{calls}f45()"), Limits::default(), "steps"),
        ("import \"strings\"\nstrings.repeat(v: \"x\", i: 1000000000)".to_owned(), Limits::default(), "memory"),
    ] {
        let error = compile(&script).run_blocking(&Context::new().with_limits(limits)).unwrap_err();
        assert_eq!(error.code(), Code::ResourceExhausted, "{error}");
        assert!(error.message().contains(text), "{error}");
    }
}

#[test]
fn limits_of_compilation_are_named_problems() {
    let default = CompileLimits::default;
    let unlimited = engine();
    let many: String = (0..200).map(|index| format!("x{index} = (a) => a + a\n")).collect();
    for (limits, text, code) in [
        (CompileLimits { bytes: 5, ..default() }, "x = 12", "text-too-large"),
        (CompileLimits { nesting: 4, ..default() }, "x = (((1)))", "nested-too-deep"),
        (CompileLimits { depth: 5, ..default() }, "x = - - 1", "nested-too-deep"),
        (CompileLimits { types: 200, ..default() }, &many, "type-too-large"),
        (CompileLimits { type_depth: 2, ..default() }, "x = [[[[1]]]]\ny = x == x", "type-too-large"),
        (CompileLimits { problems: 2, ..default() }, "x = a\ny = b\nz = c", "more-problems"),
        (CompileLimits { problems: 2, ..default() }, "x = )\ny = )\nz = )", "more-problems"),
    ] {
        let by_default = unlimited.compile(text).err();
        let codes = by_default.iter().flat_map(|error| error.diagnostics()).map(|found| found.code);
        assert!(!codes.collect::<Vec<_>>().contains(&code), "{text}");
        let limited = Engine::builder().limits(limits).sources(Memory(&[("acme/b", "b = 1")])).build().unwrap();
        let import = "import \"acme/b\"\nimport \"strings\"\nstrings.toUpper(v: \"a\")";
        assert!(limited.compiler().limits(default()).compile("main", import).is_ok(), "{text}");
        for error in [limited.compile(text).err(), limited.session().compile("input", text).err()] {
            let error = error.expect(code);
            let last = error.diagnostics().last().unwrap();
            assert_eq!(last.code, code, "{text}: {error}");
            assert!(error.diagnostics().len() <= 3);
        }
    }
}

#[test]
fn variables_come_from_the_context() {
    let engine = engine();
    let value = Value::from(20_i64);
    let program = engine.compiler().variable("v", &value).compile("main", "v + 1").unwrap();
    for number in [20_i64, 41] {
        let results = program.run_blocking(&Context::new().with_variable("v", number)).unwrap();
        assert_eq!(results.last().unwrap().to_string(), (number + 1).to_string());
    }
    assert_eq!(program.run_blocking(&Context::new()).unwrap_err().code(), Code::Invalid);
    let error = engine.compiler().variable("v", &value).compile("main", "v + \"a\"").unwrap_err();
    assert_eq!(error.diagnostics()[0].stage, Stage::Check);
}

const BROKEN: Package = Package {
    path: "acme/broken",
    source: "package broken\n\n\nbuiltin f : () => int\nbuiltin g : () => int\n",
    builtins: &[("f", Builtin::Pure(panics))],
    unimplemented: &["g"],
};

fn panics(_: &Run, _: &Arguments) -> Result<Value, Error> {
    panic!("with a secret")
}

#[test]
fn a_panic_is_an_error_and_the_engine_stays_usable() {
    let engine = Engine::builder().package(BROKEN).build().unwrap();
    let program = engine.compile("import \"acme/broken\"\nbroken.f()").unwrap();
    let error = program.run_blocking(&Context::new()).unwrap_err();
    assert_eq!(error.code(), Code::Internal);
    assert!(!format!("{error:?}").contains("secret"));
    let error =
        engine.compile("import \"acme/broken\"\nbroken.g()").unwrap().run_blocking(&Context::new()).unwrap_err();
    assert_eq!(error.code(), Code::Unimplemented);
    assert!(error.message().contains("`g`"), "{error}");
    assert_eq!(
        engine.compile("1 + 1").unwrap().run_blocking(&Context::new()).unwrap().last().unwrap().to_string(),
        "2"
    );
}

#[test]
fn a_package_that_does_not_fit_its_declaration_is_refused() {
    let undeclared = Package { path: "a", source: "package a\n", ..BROKEN };
    let without_row = Package { path: "b", builtins: &[], ..BROKEN };
    let taken = Package { path: "json", source: "package json\n", builtins: &[], unimplemented: &[] };
    for package in [undeclared, without_row, taken] {
        assert!(Engine::builder().package(package).build().is_err(), "{}", package.path);
    }
}

/// Packages of the user's own, in memory.
struct Memory(&'static [(&'static str, &'static str)]);

impl Sources for Memory {
    fn find(&self, path: &str) -> io::Result<Option<Source>> {
        Ok(self.0.iter().find(|(known, _)| *known == path).map(|(_, text)| Source::new(format!("{path}.flux"), *text)))
    }
}

#[test]
fn packages_of_the_users_own_are_checked_and_run() {
    let sources = Memory(&[
        (
            "acme/math",
            "package math\nimport \"strings\"\noption step = 1\nnext = (n) => n + step\nname = strings.toUpper(v: \"m\")",
        ),
        ("acme/wrong", "package wrong\nx = 1 + \"a\""),
        ("acme/a", "package a\nimport \"acme/b\"\nx = b.x"),
        ("acme/b", "package b\nimport \"acme/a\"\nx = a.x"),
        ("acme/sly", "package sly\nbuiltin x : int"),
    ]);
    let engine = Engine::builder().sources(sources).build().unwrap();
    let run = |text: &str| engine.compile(text).map(|program| program.run_blocking(&Context::new()).unwrap());
    let results = run("import \"acme/math\"\noption math.step = 10\nmath.next(n: 5)\nmath.name").unwrap();
    assert_eq!(results.values.iter().map(|(_, value)| value.to_string()).collect::<Vec<_>>(), ["15", "M"]);
    for (import, text) in [
        ("acme/wrong", "acme/wrong.flux:2:9: expected `int`, found `string`"),
        ("acme/a", "acme/a → acme/b → acme/a"),
        ("acme/sly", "`builtin` stands in registered packages only"),
        ("acme/none", "there is no such package"),
        ("../../etc/passwd", "there is no such package"),
        ("/etc/passwd", "there is no such package"),
    ] {
        let error = run(&format!("import x \"{import}\"\nx")).unwrap_err();
        assert!(error.diagnostics()[0].message.contains(text), "{import}: {error}");
    }
}
