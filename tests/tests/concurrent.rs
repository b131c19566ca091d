//! Calls that wait at once, in paused time: how many, in which order their results stand, and which error wins.

use std::future;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use fluxlet::exchange::{Recorder, Replayer};
use fluxlet::runtime::BoxFuture;
use fluxlet::runtime::http::{HttpClient, Request, Response};
use fluxlet::{Arguments, Builtin, Code, Context, Engine, Error, Limits, NetworkPolicy, Package, Run, Value};
use tokio::time::{Instant, sleep};

/// Answers `/MS` with its path after so many milliseconds, `/MS/fail` with an error; `/never` never.
#[derive(Clone, Default)]
struct Server(Arc<Counts>);

#[derive(Default)]
struct Counts {
    asked: Mutex<Vec<String>>,
    open: AtomicUsize,
    most: AtomicUsize,
}

/// A request in flight.
struct Open(Arc<Counts>);

impl Open {
    fn new(counts: &Arc<Counts>) -> Self {
        let open = counts.open.fetch_add(1, Ordering::Relaxed) + 1;
        counts.most.fetch_max(open, Ordering::Relaxed);
        Self(Arc::clone(counts))
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.0.open.fetch_sub(1, Ordering::Relaxed);
    }
}

impl HttpClient for Server {
    fn send(&self, request: Request) -> BoxFuture<'_, fluxlet::runtime::Result<Response>> {
        let path = request.target.clone();
        self.0.asked.lock().unwrap_or_else(PoisonError::into_inner).push(path.clone());
        Box::pin(async move {
            let _open = Open::new(&self.0);
            let mut parts = path.trim_start_matches('/').split('/');
            match parts.next().and_then(|part| part.parse().ok()) {
                Some(time) => sleep(Duration::from_millis(time)).await,
                None => future::pending().await,
            }
            if parts.next() == Some("fail") {
                return Err(Error::new(Code::Unavailable, format!("{path} failed")));
            }
            Ok(Response { status: 200, headers: Default::default(), body: path.clone().into_bytes().into() })
        })
    }
}

/// What came of a run.
struct Seen {
    /// The last value, or the error.
    end: String,
    asked: usize,
    most: usize,
    time: u128,
}

const HEAD: &str = r#"
import "array"
import "experimental"
import "experimental/http"
import "strings"

get = (x) => string(v: http.get(url: "http://127.0.0.1/${x}", timeout: 100s).body)
"#;

fn context(server: &Server, limits: Limits) -> Context {
    Context::new().with_http(server.clone()).with_policy(NetworkPolicy::open()).with_limits(limits)
}

async fn see(script: &str, limits: Limits) -> Seen {
    let server = Server::default();
    let engine = Engine::new().expect("the standard library is whole");
    let program = engine.compile(&format!("{HEAD}{script}")).unwrap_or_else(|error| panic!("{error}"));
    let start = Instant::now();
    let end = match program.run(&context(&server, limits)).await {
        Ok(results) => one_line(&results.last().map(ToString::to_string).unwrap_or_default()),
        Err(error) => format!("{}: {error}", error.code()),
    };
    let asked = server.0.asked.lock().expect("nobody panicked").len();
    assert_eq!(server.0.open.load(Ordering::Relaxed), 0, "what nobody waits for is cancelled");
    Seen { end, asked, most: server.0.most.load(Ordering::Relaxed), time: start.elapsed().as_millis() }
}

/// Writes a value on one line.
fn one_line(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    lines.join(" ").replace("[ ", "[").replace(" ]", "]")
}

fn calls(most: u32) -> Limits {
    Limits { concurrent_calls: most, time: None, ..Limits::default() }
}

/// Runs a script with a bound; `expected` is the end, and how many requests there were, at most at once, in how many
/// milliseconds.
#[track_caller]
fn check(script: &str, limits: Limits, expected: (&str, usize, usize, u128)) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build();
    let seen = runtime.expect("a runtime starts").block_on(see(script, limits));
    assert_eq!((seen.end.as_str(), seen.asked, seen.most, seen.time), expected, "{script}");
}

#[test]
fn calls_wait_at_once_up_to_the_bound_and_results_keep_their_order() {
    let ten = r#"array.map(arr: ["50", "10", "40", "20", "30", "50", "10", "40", "20", "30"], fn: (x) => get(x))"#;
    let answers = "[/50, /10, /40, /20, /30, /50, /10, /40, /20, /30]";
    check(ten, calls(1), (answers, 10, 1, 300));
    // One lane after the other takes the next: all have ended after 80.
    check(ten, calls(4), (answers, 10, 4, 80));
    check(ten, calls(64), (answers, 10, 10, 50));
    check(r#"array.filter(arr: ["30", "20", "10"], fn: (x) => get(x) != "/20")"#, calls(2), ("[30, 10]", 3, 2, 30));
}

#[test]
fn what_does_not_wait_runs_as_ever() {
    check("array.map(arr: [1, 2, 3], fn: (x) => x + 1)", calls(8), ("[2, 3, 4]", 0, 0, 0));
    // Some elements wait, and each may wait more than once.
    check(
        r#"array.map(arr: [0, 1, 2, 3], fn: (x) => if x % 2 == 0 then "${x}" else get(x: "10") + get(x: "20"))"#,
        calls(8),
        ("[0, /10/20, 2, /10/20]", 4, 2, 30),
    );
    check(r#"get(x: "10") + get(x: "20")"#, calls(8), ("/10/20", 2, 1, 30));
}

#[test]
fn the_first_error_in_order_wins() {
    let two = r#"array.map(arr: ["50", "40/fail", "10/fail", "never", "60"], fn: (x) => get(x))"#;
    // The third fails first; the others do not begin then, and the error is that of the second.
    check(two, calls(3), ("unavailable: `GET http://127.0.0.1/40/fail` failed: /40/fail failed", 3, 3, 50));
    check(two, calls(1), ("unavailable: `GET http://127.0.0.1/40/fail` failed: /40/fail failed", 2, 1, 90));
    // The request that never ends is given up.
    check(two, calls(8), ("unavailable: `GET http://127.0.0.1/40/fail` failed: /40/fail failed", 5, 5, 50));
    check(
        r#"experimental.catch(fn: () => array.map(arr: ["10", "5/fail", "never"], fn: (x) => get(x))).msg != "" "#,
        calls(8),
        ("true", 3, 3, 10),
    );
}

#[test]
fn maps_inside_maps_share_the_bound() {
    let nested = r#"array.map(arr: ["10", "20"], fn: (x) => array.map(arr: [x, "30"], fn: (x) => get(x)))"#;
    let answers = "[[/10, /30], [/20, /30]]";
    check(nested, calls(1), (answers, 4, 1, 90));
    // A builtin begins further calls when one of its own stands still, or one inside it.
    check(nested, calls(2), (answers, 4, 2, 60));
    check(nested, calls(3), (answers, 4, 3, 50));
    check(nested, calls(8), (answers, 4, 4, 30));
    let deep = r#"
        a = (x) => array.map(arr: ["1${x}", "2${x}"], fn: (x) => get(x))
        b = (x) => array.map(arr: [x, x, x], fn: (x) => a(x))
        c = (x) => array.map(arr: [x, x], fn: (x) => b(x))
        array.map(arr: ["0", "1"], fn: (x) => c(x)) == array.map(arr: ["0", "1"], fn: (x) => c(x))"#;
    for most in [2, 3, 5, 24] {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build();
        let seen = runtime.expect("a runtime starts").block_on(see(deep, calls(most)));
        assert_eq!((seen.end.as_str(), seen.asked, seen.most), ("true", 48, most as usize));
    }
}

#[test]
fn deep_calls_wait_one_after_the_other() {
    let mut script = "f0 = (x) => get(x: \"10\") + get(x: \"20\")\n".to_owned();
    for level in 1..60 {
        let inside = level - 1;
        script += &format!(
            "f{level} = (x) => array.map(arr: [1, 0], fn: (x) => if x == 1 then f{inside}(x: x) else \"\")[0]\n"
        );
    }
    check(&format!("{script}f59(x: 1)"), calls(8), ("/10/20", 2, 1, 30));
}

#[test]
fn limits_are_those_of_the_run() {
    let ten = r#"array.map(arr: ["50", "10", "40", "20", "30", "50"], fn: (x) => get(x))"#;
    let limits = Limits { requests: 5, ..calls(4) };
    let error = "resource exhausted: `GET http://127.0.0.1/50` failed: the run has sent its 5 requests; raise `limits.requests` to allow more";
    check(ten, limits, (error, 5, 4, 20));
    let limits = Limits { in_flight: 2, ..calls(4) };
    check(ten, limits, ("[/50, /10, /40, /20, /30, /50]", 6, 2, 120));
    let limits = Limits { time: Some(Duration::from_millis(35)), ..calls(4) };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build();
    let seen = runtime
        .expect("a runtime starts")
        .block_on(see(r#"array.map(arr: ["never", "never"], fn: (x) => get(x))"#, limits));
    assert!(seen.end.contains("the run took longer than 35ms"), "{}", seen.end);
    assert_eq!((seen.asked, seen.most), (2, 2));
    // Steps are counted for all calls together.
    let busy = r#"array.map(arr: ["1", "2", "3"], fn: (x) => { y = get(x) return length(arr: array.map(arr: [0, 1, 2, 3, 4], fn: (x) => x + 1)) })"#;
    let steps = |steps| Limits { steps, ..calls(3) };
    check(busy, steps(10_000), ("[5, 5, 5]", 3, 3, 3));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build();
    let seen = runtime.expect("a runtime starts").block_on(see(busy, steps(200)));
    assert!(seen.end.contains("the run took more than 200 steps"), "{}", seen.end);
}

#[test]
fn memory_of_calls_that_stand_still_counts() {
    let script = r#"array.map(arr: [1, 2, 3, 4], fn: (x) => {
        text = strings.repeat(v: "x", i: 300000)
        answer = get(x: "10")
        return strings.strlen(v: text)
    })"#;
    let limits = |most| Limits { memory: 1 << 20, ..calls(most) };
    check(script, limits(1), ("[300000, 300000, 300000, 300000]", 4, 1, 40));
    check(script, limits(2), ("[300000, 300000, 300000, 300000]", 4, 2, 20));
    let error = "resource exhausted: the run needs more than its 1048576 bytes of memory; \
                 raise `limits.memory` to allow more";
    check(script, limits(4), (error, 0, 0, 0));
}

/// Answers each request with its number, the first ones last.
#[derive(Clone, Default)]
struct Numbering(Arc<AtomicUsize>);

impl HttpClient for Numbering {
    fn send(&self, _: Request) -> BoxFuture<'_, fluxlet::runtime::Result<Response>> {
        let number = self.0.fetch_add(1, Ordering::Relaxed);
        Box::pin(async move {
            sleep(Duration::from_millis(100 / (1 + number as u64))).await;
            Ok(Response { status: 200, headers: Default::default(), body: format!("{number}").into() })
        })
    }
}

/// A recording is replayed to the same values, however many calls may wait at once in either.
#[tokio::test(start_paused = true)]
async fn recordings_keep_the_order_of_the_calls() {
    let engine = Engine::new().expect("the standard library is whole");
    let poll = r#"array.map(arr: ["a", "b", "c"], fn: (x) => x + get(x: "poll") + get(x: "poll"))"#;
    let program = engine.compile(&format!("{HEAD}{poll}")).expect("it is right");
    let context = |most| Context::new().with_policy(NetworkPolicy::open()).with_limits(calls(most));
    let value = async |context: &Context| {
        let results = program.run(context).await.unwrap_or_else(|error| panic!("{error}"));
        one_line(&results.last().map(ToString::to_string).unwrap_or_default())
    };
    for most in [1, 2, 8] {
        let live = context(most).with_http(Numbering::default());
        let (recorder, recording) = Recorder::around(&live).expect("there is a client");
        let recorded = value(&recording).await;
        assert_eq!(recorded, "[a01, b23, c45]");
        let cassette = recorder.cassette(&recording).expect("it is small");
        for most in [1, 2, 8] {
            let (replayer, replay) = Replayer::around(&context(most), &cassette).expect("it has a stand-in");
            assert_eq!(value(&replay).await, recorded);
            assert!(replayer.unused().is_empty());
        }
    }
}

/// A function that is what `array.map` calls, without one of the script around it.
const WAIT: Package = Package {
    path: "own/wait",
    source: "package wait\nbuiltin after : (x: int) => int",
    builtins: &[("after", Builtin::Async(after))],
    unimplemented: &[],
};

fn after(_: Run, arguments: Arguments) -> BoxFuture<'static, fluxlet::runtime::Result<Value>> {
    Box::pin(async move {
        let time: i64 = arguments.required("x")?;
        sleep(Duration::from_millis(time.unsigned_abs())).await;
        if time < 0 { Err(Error::invalid("negative")) } else { Ok(Value::Int(time)) }
    })
}

#[tokio::test(start_paused = true)]
async fn builtins_are_called_at_once_too() {
    let engine = Engine::builder().package(WAIT).build().expect("the packages are whole");
    let head = "import \"array\"\nimport \"own/wait\"\n";
    for (array, most, expected, time) in [
        ("[30, 10, 20]", 1, "[30, 10, 20]", 60),
        ("[30, 10, 20]", 2, "[30, 10, 20]", 30),
        ("[30, -10, 20]", 3, "negative", 30),
    ] {
        let program = engine.compile(&format!("{head}array.map(arr: {array}, fn: wait.after)")).expect("it is right");
        let start = Instant::now();
        let end = match program.run(&Context::new().with_limits(calls(most))).await {
            Ok(results) => one_line(&results.last().map(ToString::to_string).unwrap_or_default()),
            Err(error) => error.message().to_owned(),
        };
        assert_eq!((end.as_str(), start.elapsed().as_millis()), (expected, time));
    }
}

#[tokio::test(start_paused = true)]
async fn dropping_the_run_cancels_all_requests() {
    let server = Server::default();
    let engine = Engine::new().expect("the standard library is whole");
    let script = format!("{HEAD}array.map(arr: [\"never\", \"never\", \"never\"], fn: (x) => get(x))");
    let program = engine.compile(&script).unwrap_or_else(|error| panic!("{error}"));
    let context = context(&server, calls(3));
    assert!(tokio::time::timeout(Duration::from_millis(5), program.run(&context)).await.is_err());
    assert_eq!(server.0.most.load(Ordering::Relaxed), 3);
    assert_eq!(server.0.open.load(Ordering::Relaxed), 0);
}
