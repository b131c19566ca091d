//! TMO: runs and their deadlines, by clocks that behave well and by others.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use fluxlet::runtime::http::{HttpClient, Request, Response};
use fluxlet::runtime::{BoxFuture, Result};
use fluxlet::{Clock, Code, Context, Engine, Error, Limits, Time};
use fluxlet_tests::network::RuntimeClock;
use tokio::time::{Instant, sleep};

/// Answers after some time, unless the timeout of the request is shorter.
#[derive(Clone)]
struct Slow {
    takes: Duration,
    /// The timeouts of the requests.
    asked: Arc<Mutex<Vec<Duration>>>,
}

impl Slow {
    fn new(takes: Duration) -> Self {
        Self { takes, asked: Arc::default() }
    }

    fn asked(&self) -> Vec<Duration> {
        self.asked.lock().expect("nobody panicked").clone()
    }
}

impl HttpClient for Slow {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response>> {
        self.asked.lock().expect("nobody panicked").push(request.timeout);
        Box::pin(async move {
            sleep(self.takes.min(request.timeout)).await;
            if self.takes > request.timeout {
                return Err(Error::new(Code::DeadlineExceeded, "late"));
            }
            Ok(Response { status: 204, headers: Default::default(), body: Default::default() })
        })
    }
}

/// Shows times that somebody else sets, and goes on by `step` each time somebody looks.
#[derive(Clone, Default)]
struct Odd {
    wall: Arc<AtomicI64>,
    seconds: Arc<AtomicU64>,
    step: u64,
}

impl Clock for Odd {
    fn now(&self) -> Time {
        // An hour forth, an hour back.
        Time(3_600_000_000_000 * (self.wall.fetch_add(1, Ordering::Relaxed) % 2))
    }

    fn elapsed(&self) -> Duration {
        Duration::from_secs(self.seconds.fetch_add(self.step, Ordering::Relaxed))
    }
}

/// Runs so many calls, one after the other, and returns the error.
async fn run(calls: usize, client: &Slow, clock: impl Clock + 'static, time: u64) -> Option<Error> {
    let call = "influxdb.api(method: \"get\", path: \"/x\", host: \"http://h.test\", token: \"t\")\n";
    let program = Engine::new().expect("the standard library is whole");
    let program = program.compile(&format!("import \"experimental/influxdb\"\n{}", call.repeat(calls)));
    let limits = Limits { time: Some(Duration::from_secs(time)), ..Limits::default() };
    let context = Context::new().with_http(client.clone()).with_clock(clock).with_limits(limits);
    program.expect("a program").run(&context).await.err()
}

/// TMO-14, TMO-20: the deadline of the run ends a request, and a series of them, whatever time each has for itself.
#[tokio::test(start_paused = true)]
async fn tmo_14_tmo_20_the_run_ends_its_requests() {
    for (calls, takes, time, sent) in [(1, 30, 1, 1), (20, 29, 60, 3), (20, 1, 60, 20)] {
        let client = Slow::new(Duration::from_secs(takes));
        let start = Instant::now();
        let error = run(calls, &client, RuntimeClock::default(), time).await;
        assert_eq!(client.asked().len(), sent);
        if calls == sent && takes == 1 {
            assert!(error.is_none(), "{error:?}");
            continue;
        }
        let error = error.expect("it is late");
        assert_eq!(error.code(), Code::DeadlineExceeded);
        assert!(error.message().contains("raise `limits.time`"), "{error}");
        assert!(!error.trace().is_empty());
        let late = start.elapsed() - Duration::from_secs(time);
        assert!(late <= Duration::from_millis(50), "{late:?}");
    }
}

/// TMO-18: what the wall clock says does not matter.
#[tokio::test(start_paused = true)]
async fn tmo_18_the_wall_clock_steps() {
    let client = Slow::new(Duration::from_secs(1));
    assert!(run(5, &client, Odd::default(), 60).await.is_none());
    assert_eq!(client.asked(), [Duration::from_secs(30); 5]);
}

/// TMO-19: the machine slept; a run that is past its deadline when it wakes ends, and sends nothing more.
#[tokio::test(start_paused = true)]
async fn tmo_19_the_clock_jumps() {
    let client = Slow::new(Duration::from_secs(1));
    let error = run(20, &client, Odd { step: 3600, ..Odd::default() }, 3 * 3600).await;
    assert_eq!(error.expect("it is late").code(), Code::DeadlineExceeded);
    assert!(client.asked().len() <= 1, "{:?}", client.asked());
}
