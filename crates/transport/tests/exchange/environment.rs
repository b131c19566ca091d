//! What the environment of the process may not change: where requests go, and who can read them.

use std::process::Command;

/// Runs a test of this program once more, in an environment of its own; it must pass there, too.
fn again(test: &str, variables: &[(&str, &str)]) {
    let program = std::env::current_exe().unwrap();
    let mut command = Command::new(program);
    let output = command.args([test, "--exact"]).envs(variables.iter().copied()).output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && text.contains("1 passed"), "{text}");
}

/// PRX-01: a proxy comes from the host alone; the test that is run counts look-ups and connections.
#[test]
fn prx_01_proxies_of_the_environment_do_not_count() {
    let names = ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"];
    let variables = names.map(|name| (name, "http://p.test:1"));
    again("pools::connections_are_reused", &variables);
    again("trust::certificates", &variables);
}

/// TLS-21: no file of keys is written.
#[test]
fn tls_21_keys_are_not_logged() {
    let keys = format!("{}/keys-{}", env!("CARGO_TARGET_TMPDIR"), std::process::id());
    again("trust::certificates", &[("SSLKEYLOGFILE", &keys)]);
    assert!(!std::fs::exists(&keys).unwrap());
}
