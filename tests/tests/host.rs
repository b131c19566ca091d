//! HST: what goes wrong in the program that runs scripts, and in the machine it runs on.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::process::Command;
use std::sync::LazyLock;
use std::thread;
use std::time::Duration;

use ecow::EcoString;
use fluxlet::runtime::http::{HttpClient, Request, Response};
use fluxlet::runtime::{BoxFuture, Origin, Result};
use fluxlet::transport::{BoxStream, Dial, Resolve, Transport};
use fluxlet::{Code, Context, Engine, Error, Limits, Program, Secrets};
use fluxlet_tests::network::Network;

const CALL: &str = "import \"experimental/influxdb\"\ninfluxdb.api(method: \"get\", path: \"/x\").body";

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::new().expect("the standard library is whole"));

fn compile(text: &str) -> Program {
    ENGINE.compile(text).unwrap_or_else(|error| panic!("{error}"))
}

fn context(host: &str) -> Context {
    let context = Context::new().with_host(host).expect("it is a host");
    context.with_token("tkn-C4NARY").expect("it is a token")
}

/// Runs an ignored test of this program once more, with less of what a machine has to give.
fn again(limit: &str, test: &str) {
    let program = std::env::current_exe().expect("this program");
    let script = format!("{limit}; exec \"$0\" {test} --exact --ignored --test-threads=1");
    let output = Command::new("sh").args(["-c", &script]).arg(program).output().expect("a shell");
    let text = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && text.contains("1 passed"), "{}: {text}", output.status);
}

/// Serves connections on the loopback for ever, and returns the host.
fn server(serve: fn(std::net::TcpStream)) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let host = format!("http://{}", listener.local_addr().expect("an address"));
    thread::spawn(move || {
        for stream in listener.incoming() {
            // Without descriptors there is nothing to accept.
            let Ok(stream) = stream else { continue };
            thread::spawn(move || serve(stream));
        }
    });
    host
}

fn read_head(stream: &mut std::net::TcpStream) {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") && stream.read_exact(&mut byte).is_ok() {
        head.push(byte[0]);
    }
}

/// HST-01: without file descriptors a call fails and says so, and works again when there are some.
#[test]
fn hst_01_no_file_descriptors() {
    again("ulimit -n 32", "child_without_file_descriptors");
}

#[test]
#[ignore = "hst_01 starts it in a process of its own"]
fn child_without_file_descriptors() {
    let host = server(|mut stream| {
        read_head(&mut stream);
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok");
    });
    let context = context(&host).with_http(Transport::new());
    let program = compile(CALL);
    let run = || program.run_blocking(&context).map(|results| results.last().map(ToString::to_string));
    assert!(run().is_ok());
    let mut taken: Vec<_> = std::iter::from_fn(|| std::fs::File::open("/dev/null").ok()).collect();
    for _ in 0..20 {
        let error = run().expect_err("there are no descriptors");
        assert_eq!(error.code(), Code::Unavailable, "{error}");
    }
    taken.clear();
    for _ in 0..100 {
        assert!(run().is_ok());
    }
}

/// HST-02: the limits of a run are met before those of the process, which would end it.
#[test]
fn hst_02_little_memory() {
    again("ulimit -v 700000", "child_with_little_memory");
}

#[test]
#[ignore = "hst_02 starts it in a process of its own"]
fn child_with_little_memory() {
    let host = server(|mut stream| {
        read_head(&mut stream);
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n");
        // A gibibyte without a length.
        (0..1024).try_for_each(|_| stream.write_all(&[b'x'; 1 << 20])).err();
    });
    let limits = Limits { memory: 64 << 20, ..Limits::default() };
    let context = context(&host).with_http(Transport::new()).with_limits(limits);
    let doubling: String = (1..40).map(|step| format!("s{step} = s{0} + s{0}\n", step - 1)).collect();
    for script in [CALL.to_owned(), format!("s0 = \"x\"\n{doubling}")] {
        for _ in 0..3 {
            let error = compile(&script).run_blocking(&context).expect_err("there is less");
            assert_eq!(error.code(), Code::ResourceExhausted, "{error}");
            assert!(error.message().contains("limits.memory"), "{error}");
        }
    }
}

/// HST-04: a thread that cannot be started is an error.
#[test]
fn hst_04_no_threads() {
    // Each thread is to have a stack of 8 GiB, which nobody may have.
    again("ulimit -v 2000000; export RUST_MIN_STACK=8589934592", "child_without_threads");
}

#[test]
#[ignore = "hst_04 starts it in a process of its own"]
fn child_without_threads() {
    assert!(thread::Builder::new().spawn(|| ()).is_err(), "a thread was started");
    let transport = Transport::new();
    let error = compile(CALL).run_blocking(&context("http://h.test").with_http(transport));
    assert_eq!(error.expect_err("nobody can look the host up").code(), Code::ResourceExhausted);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let context = context("http://h.test").with_http(Silent);
    let error = runtime.block_on(async { compile(CALL).run_blocking(&context) }).expect_err("nobody can wait");
    assert_eq!((error.code(), error.message().contains("no thread can wait")), (Code::Internal, true), "{error}");
}

/// Never answers.
struct Silent;

impl HttpClient for Silent {
    fn send(&self, _: Request) -> BoxFuture<'_, Result<Response>> {
        Box::pin(std::future::pending())
    }
}

/// HST-06: a blocking run waits wherever it is called from, and its deadline ends it there.
#[test]
fn hst_06_blocking_runs_from_anywhere() {
    let limits = Limits { time: Some(Duration::from_millis(20)), ..Limits::default() };
    let late = context("http://h.test").with_http(Silent).with_limits(limits);
    let program = compile(CALL);
    let run = move || program.run_blocking(&late).map(drop).map_err(|error| error.code());
    let expected = Err(Code::DeadlineExceeded);
    assert_eq!(run(), expected, "no runtime");
    let one = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let many = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    for runtime in [&one, &many] {
        assert_eq!(runtime.block_on(async { run() }), expected, "its main task");
        let spawned = runtime.spawn({
            let run = run.clone();
            async move { run() }
        });
        assert_eq!(runtime.block_on(spawned).expect("no panic"), expected, "a task");
        let blocking = runtime.spawn_blocking(run.clone());
        assert_eq!(runtime.block_on(blocking).expect("no panic"), expected, "its threads that may block");
        let local = tokio::task::LocalSet::new();
        assert_eq!(local.block_on(runtime, async { run() }), expected, "a local set");
        let entered = runtime.enter();
        assert_eq!(run(), expected, "a runtime that was entered");
        drop(entered);
    }
    let inside = many.spawn(async move { tokio::task::block_in_place(&run) });
    assert_eq!(many.block_on(inside).expect("no panic"), expected, "block_in_place");
}

/// What a part of the host does when it is asked.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Does {
    Panic,
    PanicLater,
    Hang,
    Fail,
}

impl Does {
    async fn it<T>(self) -> Result<T> {
        match self {
            Self::Hang => std::future::pending().await,
            Self::Fail => Err(Error::new(Code::Unavailable, "the host says no")),
            Self::Panic | Self::PanicLater => panic!("the host is broken"),
        }
    }

    fn now(self) {
        assert!(self != Self::Panic, "the host is broken");
    }
}

impl HttpClient for Does {
    fn send(&self, _: Request) -> BoxFuture<'_, Result<Response>> {
        self.now();
        Box::pin(self.it())
    }
}

impl Secrets for Does {
    fn get<'a>(&'a self, _: &'a str) -> BoxFuture<'a, Result<Option<EcoString>>> {
        self.now();
        Box::pin(self.it())
    }
}

impl Resolve for Does {
    fn resolve(&self, _: &Origin) -> BoxFuture<'_, Result<Vec<std::net::SocketAddr>>> {
        self.now();
        Box::pin(self.it())
    }
}

impl Dial for Does {
    fn dial(&self, _: std::net::SocketAddr) -> BoxFuture<'_, std::io::Result<BoxStream>> {
        self.now();
        Box::pin(async { self.it().await.map_err(std::io::Error::other) })
    }
}

/// HST-09: the host's own client, secrets, resolver or dialer panics, now or later, hangs or fails.
#[tokio::test(start_paused = true)]
async fn hst_09_parts_of_the_host_fail() {
    let secret = "import \"influxdata/influxdb/secrets\"\nsecrets.get(key: \"K\")";
    let limits = Limits { time: Some(Duration::from_secs(1)), ..Limits::default() };
    let plain = context("http://h.test").with_limits(limits);
    for does in [Does::Panic, Does::PanicLater, Does::Hang, Does::Fail] {
        let with = |builder: fluxlet::transport::Builder| plain.clone().with_http(builder.build());
        let expected = match does {
            Does::Panic | Does::PanicLater => Code::Internal,
            Does::Hang => Code::DeadlineExceeded,
            Does::Fail => Code::Unavailable,
        };
        for (part, context, script) in [
            ("client", plain.clone().with_http(does), CALL),
            ("secrets", plain.clone().with_secrets(does), secret),
            ("resolver", with(Network::default().builder().resolver(does)), CALL),
            ("dialer", with(Network::default().builder().dialer(does)), CALL),
        ] {
            let error = compile(script).run(&context).await.expect_err(part);
            assert_eq!(error.code(), expected, "{part} does {does:?}: {error}");
            assert!(!error.trace().is_empty() && !error.message().contains("C4NARY"), "{part} does {does:?}: {error}");
        }
    }
    let large = BTreeMap::from([("K".to_owned(), "x".repeat(64 << 20))]);
    let limits = Limits { memory: 1 << 20, ..Limits::default() };
    let result = compile(secret).run(&plain.with_secrets(large).with_limits(limits)).await;
    assert_eq!(result.expect_err("it is too long").code(), Code::ResourceExhausted);
}

/// HST-16: runs leave nothing behind; programs, contexts and errors neither.
#[test]
fn hst_16_memory_stays_flat() {
    // Tests beside it would take memory, too.
    again("true", "child_that_runs_often");
}

#[test]
#[ignore = "hst_16 starts it in a process of its own"]
fn child_that_runs_often() {
    let run = |number: usize| {
        let text = format!("import \"strings\"\nx{number} = strings.repeat(v: \"{number}\", i: 100)\nx{number} + 1");
        assert!(ENGINE.compile(&text).is_err());
        let program = ENGINE.compile(text.trim_end_matches(" + 1")).expect("a program");
        let context = context("http://h.test").with_variable("v", "text");
        assert!(program.run_blocking(&context).is_ok());
        assert!(program.run_blocking(&context.with_limits(Limits { steps: 1, ..Limits::default() })).is_err());
    };
    (0..500).for_each(run);
    let warm = resident();
    (500..3000).for_each(run);
    let now = resident();
    assert!(now < warm + warm / 10 + 4096, "{warm} KiB, then {now} KiB");
}

/// Returns the memory of this process in KiB.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("it is Linux");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("it says so");
    line.trim().split(' ').next().and_then(|figure| figure.parse().ok()).expect("a figure")
}
