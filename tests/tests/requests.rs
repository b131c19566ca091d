//! What packages that are written over requests ask for, of a client that keeps it.

use std::sync::{Arc, Mutex};

use fluxlet::runtime::BoxFuture;
use fluxlet::runtime::http::{HttpClient, Request, Response};
use fluxlet::{Context, Engine};

/// Answers every request with the same body, and keeps what was asked.
#[derive(Clone, Default)]
struct Recorder(Arc<Mutex<Vec<String>>>);

impl HttpClient for Recorder {
    fn send(&self, request: Request) -> BoxFuture<'_, fluxlet::runtime::Result<Response>> {
        let header = |name: &str| request.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("none");
        let text = format!(
            "{} {}{} {} {}",
            request.method,
            request.origin,
            request.target,
            header("authorization"),
            header("x-scope-orgid")
        );
        self.0.lock().expect("nobody panicked").push(text);
        let body = b"{\"limits\": {\"rate\": 1}}".as_slice().into();
        Box::pin(async move { Ok(Response { status: 200, headers: Default::default(), body }) })
    }
}

/// Runs a script, whatever becomes of it.
#[track_caller]
fn check(script: &str, expected: &str) {
    let recorder = Recorder::default();
    let context =
        Context::new().with_http(recorder.clone()).with_org_id("0a").with_policy(fluxlet::NetworkPolicy::open());
    let context = context.with_host("http://ctx.test:8086").expect("the host is one");
    let context = context.with_token("mine").expect("the token is one");
    let engine = Engine::new().expect("the standard library is whole");
    let program = engine.compile(script).unwrap_or_else(|error| panic!("{error}"));
    let end = program.run_blocking(&context).map(|results| results.last().map(ToString::to_string));
    assert_eq!(recorder.0.lock().expect("nobody panicked").join("\n"), expected, "{end:?}");
}

#[test]
fn usage_takes_what_is_not_given_from_the_context() {
    let usage = |call: &str| format!("import \"experimental/usage\"\nusage.{call}");
    check(&usage("limits()"), "GET http://ctx.test:8086/api/v2/orgs/0a/limits Token mine none");
    check(&usage("limits(orgID: \"a/b\")"), "GET http://ctx.test:8086/api/v2/orgs/a%2Fb/limits Token mine none");
    check(&usage("limits(token: \"other\")"), "GET http://ctx.test:8086/api/v2/orgs/0a/limits Token other none");
    let elsewhere = "host: \"http://other.test\", orgID: \"1\"";
    let expected = "GET http://other.test/api/v2/orgs/1/limits Token theirs none";
    check(&usage(&format!("limits({elsewhere}, token: \"theirs\")")), expected);
    // The context's token is for the context's host.
    check(&usage(&format!("limits({elsewhere})")), "");
    let expected = "GET http://ctx.test:8086/api/v2/orgs/0a/usage?raw=true&start=-1h&stop=2020-01-01T00%3A00%3A00.000000000Z \
                    Token mine none";
    check(&usage("from(start: -1h, stop: 2020-01-01T00:00:00Z, raw: true)"), expected);
}

#[test]
fn logql_asks_for_instants_in_nanoseconds() {
    let query = |arguments: &str| {
        format!(
            "import \"contrib/qxip/logql\"\noption now = () => 2020-01-01T00:00:00Z\n\
             logql.query_range(query: \"{{}}\"{arguments})"
        )
    };
    let expected = |tail: &str| format!("GET http://127.0.0.1:3100/loki/api/v1/query_range?csv=1&{tail}");
    check(
        &query(", start: -1h, end: 0s, step: 1.5"),
        &expected("end=1577836800000000000&limit=100&query=%7B%7D&start=1577833200000000000&step=1.5 none none"),
    );
    check(
        &query(", start: 1970-01-01, end: 1970-01-02, limit: 7, orgid: \"me\""),
        &expected("end=86400000000000&limit=7&query=%7B%7D&start=0&step=10 none me"),
    );
}
