//! SEC-01 and SEC-05: no error and no `Debug` holds a secret.

use fluxlet_runtime::Code;

use super::*;

/// Stands in every place that may hold a secret.
const CANARY: &str = "tkn-C4NARY";

/// All that an error shows, its causes included.
fn everything(error: &Error) -> String {
    let mut text = format!("{error} {error:?} {error:#?} {} {}", error.message(), error.chain());
    let mut cause = std::error::Error::source(error);
    while let Some(next) = cause {
        text.push_str(&format!(" {next} {next:?}"));
        cause = next.source();
    }
    text
}

fn check_silent(id: &str, text: &str) {
    let hex: String = CANARY.bytes().map(|byte| format!("{byte:02x}")).collect();
    for form in [CANARY, "C4NARY", "dGtuLUM0TkFSW", &hex] {
        assert!(!text.contains(form), "{id}: {text}");
    }
}

/// A call whose every secret place holds the canary.
fn loaded() -> Vec<Argument> {
    vec![
        ("method", "post".into()),
        ("path", format!("/x?in-path={CANARY}").into()),
        ("body", Bytes::from(CANARY).into()),
        ("headers", dict(&[("X-Api-Key", CANARY), ("X-Plain", CANARY)])),
        ("query", dict(&[("key", CANARY)])),
        ("host", "http://ctx.test:8086/base".into()),
        ("token", CANARY.into()),
    ]
}

fn with(name: &'static str, value: impl Into<Value>) -> Vec<Argument> {
    let mut arguments = loaded();
    arguments.retain(|(given, _)| *given != name);
    arguments.push((name, value.into()));
    arguments
}

#[test]
fn refusals_are_silent() {
    let headers = |name: &str, value: &str| dict(&[(name, value), ("X-Plain", CANARY)]);
    let long = format!("/x?a={CANARY}{}", "a".repeat(70_000));
    let cases = [
        ("method", with("method", "")),
        ("path", with("path", format!("x?{CANARY}"))),
        ("path", with("path", format!("/x?{CANARY}#"))),
        ("path", with("path", format!("/x?{CANARY}%zz{CANARY}"))),
        ("path", with("path", format!("/x?{CANARY}\n{CANARY}"))),
        ("path", with("path", format!("/../x?{CANARY}"))),
        ("path", with("path", format!("/{{orgID}}?{CANARY}"))),
        ("path", with("path", long)),
        ("headers", with("headers", headers("X-A", &format!("{CANARY}\n{CANARY}")))),
        ("headers", with("headers", headers("Host", CANARY))),
        ("headers", with("headers", headers("Authorization", CANARY))),
        ("headers", with("headers", headers("x-plain", CANARY))),
        ("headers", with("headers", headers("X-A", &format!("{CANARY}{}", "v".repeat(70_000))))),
        ("host", with("host", format!("http://user:{CANARY}@h"))),
        ("host", with("host", format!("http://{CANARY}@h:8086"))),
        ("host", with("host", format!("http://u:{CANARY}@h:port/?"))),
        ("host", with("host", format!("http://h?{CANARY}"))),
        ("host", with("host", format!("{CANARY}://h"))),
        ("query", with("query", dict(&[("key", &format!("{CANARY}{}", "v".repeat(70_000)))]))),
        ("token", with("token", format!("{CANARY}\n"))),
        ("token", with("token", format!("{CANARY} {CANARY}"))),
        ("token", with("token", format!("{CANARY}{}", "v".repeat(9_000)))),
        ("timeout", with("timeout", fluxlet_runtime::Duration::ZERO)),
        ("types", with("body", CANARY)),
        ("types", with("token", Bytes::from(CANARY))),
    ];
    for (id, arguments) in cases {
        check_silent(id, &everything(&refused_in(&home(), id, &arguments)));
    }
    let context = Context::new().with_host("http://ctx.test").unwrap().with_token(CANARY).unwrap();
    check_silent("ARG-19", &everything(&refused_in(&context, "ARG-19", &[("host", "http://h".into())])));
    check_silent("ARG-17", &everything(&refused_in(&Context::new(), "ARG-17", &[("token", CANARY.into())])));
}

/// QRY-12
#[test]
fn failures_are_silent() {
    for code in [Code::Unavailable, Code::DeadlineExceeded, Code::PermissionDenied, Code::DataLoss] {
        let outcome = call_answered(&home(), &loaded(), Err(Error::new(code, "no answer")));
        let error = outcome.result.unwrap_err();
        assert_eq!(error.message(), "`POST http://ctx.test:8086/base/x` failed: no answer");
        check_silent("failure", &everything(&error));
    }
}

#[test]
fn debug_is_silent() {
    let request = sent("loaded", &loaded());
    assert_eq!(request.target, format!("/base/x?in-path={CANARY}&key={CANARY}"));
    check_silent("request", &format!("{request:?} {request:#?}"));
    let secret: Vec<_> = ["authorization", "x-api-key"].iter().map(|name| &request.headers[*name]).collect();
    check_silent("sensitive headers", &format!("{secret:?}"));
    let answer = Response { status: 200, headers: request.headers, body: Bytes::from(CANARY) };
    check_silent("response", &format!("{answer:?}"));
    check_silent("value", &format!("{:?}", call_answered(&home(), &loaded(), Ok(answer)).result));
}
