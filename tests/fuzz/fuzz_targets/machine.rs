//! What the checker accepts is run with small limits: it never fails for a reason that the checker or we are to blame
//! for.
#![no_main]

use std::sync::LazyLock;
use std::time::Duration;

use fluxlet::{Clock, Code, Context, Engine, Limits, Time};
use fluxlet_fuzz::{has_defaults, source};
use fluxlet_tests::soundness;
use libfuzzer_sys::fuzz_target;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::new().expect("the standard library is whole"));

static CONTEXT: LazyLock<Context> = LazyLock::new(|| {
    // Hangs are the fuzzer's to find: a deadline would hide them.
    let limits = Limits { steps: 50_000, memory: 8 << 20, time: None, ..Limits::default() };
    Context::new().with_limits(limits).with_clock(Stopped)
});

/// The same input does the same each time.
struct Stopped;

impl Clock for Stopped {
    fn now(&self) -> Time {
        Time(1_700_000_000_000_000_000)
    }

    fn elapsed(&self) -> Duration {
        Duration::ZERO
    }
}

fuzz_target!(|data: &[u8]| {
    let source = source(data);
    let Ok(program) = ENGINE.compile(source.text()) else { return };
    match program.run_blocking(&CONTEXT) {
        Ok(results) => results.values.iter().for_each(|(_, value)| drop(value.to_string())),
        Err(error) if has_defaults(&source) => assert_ne!(error.code(), Code::Internal, "{error:?}"),
        Err(error) => assert!(!soundness::is_our_fault(source.text(), &error), "{error:?}"),
    }
});
