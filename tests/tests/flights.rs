//! Many scripts in flight on one thread, with virtual time.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use fluxlet::{Context, Engine, Limits, Value};
use fluxlet_tests::network::{Network, RuntimeClock, body};
use tokio::runtime::Handle;
use tokio::time::{Instant, sleep};

const SCRIPT: &str = r#"
import "experimental/influxdb"

influxdb.api(method: "get", host: "http://h.test", path: path, token: "t").body
"#;

/// CON-01: each waits two seconds for its answer, and all of them together no longer than one.
#[tokio::test(start_paused = true)]
async fn a_thousand_scripts_wait_at_once() {
    wait_at_once(1000).await;
}

/// The same with more: `cargo test -p fluxlet-tests --test flights -- --ignored`.
#[tokio::test(start_paused = true)]
#[ignore = "takes half a minute in a debug build"]
async fn ten_thousand_scripts_wait_at_once() {
    wait_at_once(10_000).await;
}

async fn wait_at_once(scripts: usize) {
    let network = Network::default();
    let transport = network.builder().max_in_flight(scripts).build();
    let engine = Engine::new().expect("the standard library is whole");
    let program = engine.compiler().variable("path", &Value::from("")).compile("main", SCRIPT).expect("a program");
    let in_flight = u32::try_from(scripts).expect("it is small");
    let limits = Limits { in_flight, ..Limits::default() };
    let context = Context::new().with_http(transport.clone()).with_limits(limits).with_clock(RuntimeClock::default());
    // The second time shows that all places are free again.
    for _ in 0..2 {
        let start = Instant::now();
        let run = |number: usize| {
            let path = format!("/late/{number}");
            let (program, context) = (program.clone(), context.clone().with_variable("path", path.as_str()));
            tokio::spawn(async move { program.run(&context).await })
        };
        let runs: Vec<_> = (0..scripts).map(run).collect();
        sleep(Duration::from_secs(1)).await;
        assert_eq!(network.open(), scripts);
        for (number, run) in runs.into_iter().enumerate() {
            let results = run.await.expect("nothing panics").expect("an answer");
            let found = results.last().map(ToString::to_string);
            let whole = Value::from(bytes::Bytes::from(body(number as u64)));
            assert_eq!(found, Some(whole.to_string()), "{number}");
        }
        assert!(start.elapsed() < Duration::from_millis(2050), "{:?}", start.elapsed());
    }
    drop((context, transport));
    sleep(Duration::from_secs(60)).await;
    assert_eq!((network.open(), Handle::current().metrics().num_alive_tasks()), (0, 0));
}

/// CON-08: a script that only computes lets others have the thread, again and again.
#[tokio::test]
async fn con_08_scripts_that_compute_let_others_run() {
    static OTHER: AtomicU32 = AtomicU32::new(0);
    let doubled: String = (1..19).map(|step| format!("f{step} = (x) => f{0}(x: f{0}(x: x))\n", step - 1)).collect();
    let program = Engine::new()
        .expect("the standard library is whole")
        .compile(&format!("f0 = (x) => x + 1\n{doubled}f18(x: 0)"));
    let program = program.expect("a program");
    let run = tokio::spawn(async move { program.run(&Context::new()).await.map(drop) });
    let other = tokio::spawn(async {
        for turns in 0.. {
            OTHER.store(turns, Ordering::Relaxed);
            tokio::task::yield_now().await;
        }
    });
    run.await.expect("nothing panics").expect("it runs");
    let turns = OTHER.load(Ordering::Relaxed);
    assert!(turns > 20, "{turns}");
    other.abort();
}
