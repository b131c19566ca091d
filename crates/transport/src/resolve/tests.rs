//! Tests of look-ups.

use std::io;
use std::net::SocketAddr;
use std::sync::{Condvar, Mutex};
use std::time::Duration;

use fluxlet_runtime::{Origin, Scheme};

use super::{Asked, LOOKUPS, Lookups, Pins, SystemResolver, explain};

/// Look-ups of `slow` wait until this is true.
static OPEN: (Mutex<bool>, Condvar) = (Mutex::new(false), Condvar::new());

fn ask(host: &str, port: u16) -> io::Result<Vec<SocketAddr>> {
    if host == "slow" {
        drop(OPEN.1.wait_while(OPEN.0.lock().unwrap(), |open| !*open).unwrap());
    }
    Ok(vec![SocketAddr::from(([1, 2, 3, 4], port))])
}

fn origin(host: &str) -> Origin {
    Origin::parse(Scheme::Http, host).unwrap()
}

#[tokio::test]
async fn dns_13_slow_names_hold_up_their_own_tenant_only() {
    let tenant = Lookups { pins: Pins::new().into(), asked: Asked::System(SystemResolver::new(ask)) };
    let Asked::System(system) = &tenant.asked else { unreachable!() };
    // Giving a look-up up does not give its thread back.
    for _ in 0..LOOKUPS {
        let (slow, soon) = (origin("slow"), Duration::from_millis(1));
        assert!(tokio::time::timeout(soon, tenant.find(&slow)).await.is_err());
    }
    assert_eq!(system.slots.available_permits(), 0);
    let other = tenant.apart();
    assert_eq!(other.find(&origin("fast")).await.unwrap().len(), 1);
    *OPEN.0.lock().unwrap() = true;
    OPEN.1.notify_all();
    assert_eq!(tenant.find(&origin("fast")).await.unwrap().len(), 1);
}

#[test]
fn dns_02_failures_name_no_resolver() {
    let text = "failed to lookup address information: Temporary failure in name resolution, 10.0.0.53";
    for (text, expected) in [(text, "failed for the moment"), ("Name or service not known", "no such host")] {
        let error = explain(&io::Error::other(text));
        assert!(error.message().contains(expected) && !error.message().contains("10.0"), "{error}");
    }
}
