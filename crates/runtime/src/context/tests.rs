//! What a context holds, and what it does not show.

use std::collections::BTreeMap;
use std::pin::pin;
use std::task::{Context as TaskContext, Poll, Waker};
use std::time::Duration;

use crate::{Clock, Code, Context, Limits, NetworkPolicy, Redactor, Secrets, SystemClock, Time, Value};

#[test]
fn a_new_context_can_do_nothing() {
    let context = Context::new();
    assert!(context.host().is_none() && context.token().is_none() && context.org().is_none());
    assert!(context.org_id().is_none() && context.user_id().is_none());
    assert!(context.secrets().is_none() && context.http().is_none() && context.variable("v").is_none());
    assert!(context.extension::<String>().is_none());
    assert_eq!(**context.policy(), NetworkPolicy::public_only());
    assert_eq!(*context.limits(), Limits::default());
}

#[test]
fn what_is_set_is_found() {
    let shared = Context::new().with_org("o").with_variable("v", 1_i64);
    let context = shared
        .clone()
        .with_host("HTTPS://H.:8086/base/")
        .and_then(|context| context.with_token("t"))
        .unwrap()
        .with_org_id("1")
        .with_user_id("2")
        .with_variable("v", "new")
        .with_policy(NetworkPolicy::open())
        .with_limits(Limits::trusting())
        .with_extension("first".to_owned())
        .with_extension(7_u8)
        .with_extension("second".to_owned());
    assert_eq!(context.host().map(ToString::to_string).as_deref(), Some("https://h:8086/base"));
    assert!(context.token().is_some());
    assert_eq!(context.org().map(|org| org.as_str()), Some("o"));
    assert_eq!(context.org_id().map(|id| id.as_str()), Some("1"));
    assert_eq!(context.user_id().map(|id| id.as_str()), Some("2"));
    assert_eq!(context.variable("v").map(Value::to_string).as_deref(), Some("new"));
    assert_eq!(context.extension::<String>().map(String::as_str), Some("second"));
    assert_eq!(context.extension::<u8>(), Some(&7));
    assert_eq!(**context.policy(), NetworkPolicy::open());
    assert_eq!(context.limits().time, None);
    assert_eq!(shared.variable("v").map(Value::to_string).as_deref(), Some("1"), "the one it came from is as it was");
    assert!(shared.host().is_none());
}

#[test]
fn bad_hosts_and_tokens_are_refused() {
    assert_eq!(Context::new().with_host("h:8086").map(drop).unwrap_err().code(), Code::Invalid);
    let error = Context::new().with_token("HU SH").map(drop).unwrap_err();
    assert!(!format!("{error:?}").contains("HU"), "{error}");
}

#[test]
fn a_trace_parent_has_its_form() {
    let (trace, parent) = ("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331");
    let is_taken = |text: &str| Context::new().with_trace_parent(text).is_ok();
    assert!(is_taken(&format!("00-{trace}-{parent}-00")));
    assert!(!is_taken(&format!("01-{trace}-{parent}-00")));
    assert!(!is_taken(&format!("00-{}-{parent}-00", trace.to_uppercase())));
    assert!(!is_taken(&format!("00-{}-{parent}-00", "0".repeat(32))));
    assert!(!is_taken(&format!("00-{trace}-{}-00", "0".repeat(16))));
    assert!(!is_taken(&format!("00-{trace}-{parent}-00-x")));
    assert!(!is_taken(&format!("00-{trace}-{parent}-0\n")));
    assert!(!is_taken(""));
}

#[test]
fn a_map_keeps_secrets() {
    let secrets = BTreeMap::from([("key".to_owned(), "HUSH".to_owned())]);
    let get =
        |key: &'static str| match pin!(Secrets::get(&secrets, key)).poll(&mut TaskContext::from_waker(Waker::noop())) {
            Poll::Ready(answer) => answer.unwrap(),
            Poll::Pending => panic!("nothing here waits"),
        };
    assert_eq!(get("key").as_deref(), Some("HUSH"));
    assert_eq!(get("nope"), None);
}

#[test]
fn the_clock_of_the_machine_goes_on() {
    let clock = SystemClock::default();
    let first = clock.elapsed();
    assert!(clock.elapsed() >= first);
    assert!(clock.now() > Time::parse("2020-01-01").unwrap());
    assert!(clock.elapsed() < Duration::from_secs(3600));
}

/// SEC-05
#[test]
fn debug_shows_no_secret() {
    let context = Context::new().with_host("http://ctx.test:8086").unwrap().with_token("tkn-C4NARY").unwrap();
    let context = context.with_variable("v", "tkn-C4NARY").with_redactor(Redactor::new());
    let text = format!("{context:?}");
    assert!(text.contains("http://ctx.test:8086") && text.contains("[redacted]"), "{text}");
    assert!(!text.contains("C4NARY"), "{text}");
}
