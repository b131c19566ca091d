//! What the packages written in Flux send: each case is a call, and the request that leaves.

use std::sync::{Arc, Mutex};

use bytes::Bytes;
use fluxlet::runtime::BoxFuture;
use fluxlet::runtime::http::{HttpClient, Request, Response};
use fluxlet::{Context, Engine, Error};
use http::{HeaderMap, HeaderName, HeaderValue};

/// Keeps requests as text, and answers all with the same status and body.
#[derive(Clone)]
struct Recorder {
    requests: Arc<Mutex<Vec<String>>>,
    status: u16,
    body: &'static str,
}

impl HttpClient for Recorder {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, Error>> {
        self.requests.lock().expect("no test panics with it").push(written(&request));
        let body = Bytes::from_static(self.body.as_bytes());
        Box::pin(std::future::ready(Ok(Response { status: self.status, headers: HeaderMap::new(), body })))
    }
}

/// Returns method, URL, headers in order, and body of a request; the agent is left out.
fn written(request: &Request) -> String {
    let headers = request.headers.iter().filter(|(name, _)| *name != "user-agent");
    let line =
        |(name, value): (&HeaderName, &HeaderValue)| format!("\n{name}: {}", String::from_utf8_lossy(value.as_bytes()));
    let mut headers: Vec<_> = headers.map(line).collect();
    headers.sort_unstable();
    let text = format!("{} {}{}{}", request.method, request.origin, request.target, headers.concat());
    match &request.body {
        Some(body) => format!("{text}\n\n{}", String::from_utf8_lossy(body)),
        None => text,
    }
}

/// Runs a script against a server that answers with `status` and `body`; returns what it shows last, and what it sent.
fn run(script: &str, status: u16, body: &'static str) -> (Result<String, Error>, Vec<String>) {
    let recorder = Recorder { requests: Arc::default(), status, body };
    let context = Context::new().with_host("http://ctx.test:8086").expect("a host");
    let context = context.with_token("tkn-CTX").expect("a token").with_org_id("0a").with_http(recorder.clone());
    let program = Engine::new().expect("the library is whole").compile(script);
    let program = program.unwrap_or_else(|error| panic!("{script}\n{error}"));
    let shown = program.run_blocking(&context).map(|results| match results.last() {
        Some(value) => value.to_string(),
        None => String::new(),
    });
    let requests = std::mem::take(&mut *recorder.requests.lock().expect("no test panics with it"));
    (shown, requests)
}

#[test]
fn messages() {
    let mut count = 0;
    for case in include_str!("messages.txt").split("=== ").skip(1) {
        let (script, expected) = case.split_once("\n---\n").unwrap_or_else(|| panic!("no request: {case}"));
        let (name, script) = script.split_once('\n').unwrap_or_else(|| panic!("no script: {case}"));
        let (shown, requests) = run(script, 202, "");
        assert_eq!(shown.map_err(|error| error.chain()), Ok("202".to_owned()), "{name}");
        assert_eq!(requests, [expected.trim_end()], "{name}");
        count += 1;
    }
    assert!(count > 20, "the cases were not found");
}

#[test]
fn the_token_of_the_context_stays_at_home() {
    for call in [
        "http.post(url: \"http://ctx.test:8086/x\")",
        "requests.get(url: \"http://ctx.test:8086/x\").statusCode",
        "former.do(method: \"GET\", url: \"http://ctx.test:8086/x\").statusCode",
        "reading.get(url: \"http://ctx.test:8086/x\").statusCode",
    ] {
        let imports = "import \"http\"\nimport \"http/requests\"\nimport former \"experimental/http/requests\"\n\
                       import reading \"experimental/http\"\n";
        let (shown, requests) = run(&format!("{imports}{call}"), 200, "");
        assert_eq!(shown.map_err(|error| error.chain()), Ok("200".to_owned()), "{call}");
        assert!(requests.iter().all(|request| !request.contains("authorization")), "{call}: {requests:?}");
    }
}

#[test]
fn the_default_configuration_is_an_option() {
    let script = "import \"http/requests\"\noption requests.defaultConfig = {timeout: 1s, insecureSkipVerify: true}\n\
                  requests.get(url: \"http://a.test\").statusCode";
    let (shown, requests) = run(script, 200, "");
    let shown = shown.map_err(|error| error.chain());
    assert!(shown.as_ref().is_err_and(|text| text.contains("`insecureSkipVerify` is not allowed here")), "{shown:?}");
    assert!(requests.is_empty());
}

#[test]
fn limits_of_an_organization() {
    let script = "import \"experimental/usage\"\nusage.limits(orgID: \"o g\").rate";
    let (shown, requests) = run(script, 200, "{\"limits\": {\"rate\": 5}}");
    assert_eq!(shown.map_err(|error| error.chain()), Ok("5".to_owned()));
    assert_eq!(requests, ["GET http://ctx.test:8086/api/v2/orgs/o%20g/limits\nauthorization: Token tkn-CTX"]);
    let (shown, _) = run("import \"experimental/usage\"\nusage.limits()", 404, "no such thing");
    let text = shown.map_err(|error| error.message().to_owned());
    assert_eq!(text, Err("organization limits request returned status 404: no such thing".to_owned()));
}
