//! A web service that runs the scripts of its tenants: each with its own InfluxDB, token, secrets, policy and deadline.
//!
//! `POST /TENANT` with a script as its body answers with the values of the script, or tells what is wrong with it. One
//! thread serves them all; a script that waits for its InfluxDB holds up nobody. This example asks its own service three
//! questions and ends.

#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use std::collections::{BTreeMap, HashMap};
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use fluxlet::transport::Transport;
use fluxlet::{Context, Engine, Limits, NetworkPolicy};
use fluxlet_standin::{Config, Standin};
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use tokio::net::{TcpListener, TcpStream};

/// The largest script, in bytes.
const LARGEST: usize = 64 << 10;

/// What all requests share: the engine is immutable, a context is cheap to clone.
struct Service {
    engine: Engine,
    tenants: HashMap<String, Context>,
}

impl Service {
    /// Runs a script for a tenant.
    async fn run(&self, tenant: &str, script: &str) -> (StatusCode, String) {
        let Some(context) = self.tenants.get(tenant) else {
            return (StatusCode::NOT_FOUND, "there is no such tenant".to_owned());
        };
        // Programs that come again and again would be compiled once and kept.
        let program = match self.engine.compile(script) {
            Ok(program) => program,
            Err(error) => return (StatusCode::BAD_REQUEST, error.to_string()),
        };
        match program.run(context).await {
            Ok(results) => {
                let lines: Vec<String> = results.values.iter().map(|(_, value)| value.to_string()).collect();
                (StatusCode::OK, lines.join("\n"))
            }
            Err(error) => (StatusCode::UNPROCESSABLE_ENTITY, error.to_string()),
        }
    }

    async fn answer(&self, request: Request<Incoming>) -> Response<Full<Bytes>> {
        let tenant = request.uri().path().trim_start_matches('/').to_owned();
        let body = Limited::new(request.into_body(), LARGEST).collect().await.map(|body| body.to_bytes());
        let script = body.ok().and_then(|bytes| String::from_utf8(bytes.into()).ok());
        let (status, text) = match script {
            Some(script) => self.run(&tenant, &script).await,
            None => (StatusCode::BAD_REQUEST, format!("a script is UTF-8 of at most {LARGEST} bytes")),
        };
        let mut response = Response::new(Full::from(text));
        *response.status_mut() = status;
        response
    }
}

/// Returns what the scripts of one tenant may do.
fn context(influxdb: &Standin, transport: &Transport, secret: &str) -> fluxlet::runtime::Result<Context> {
    Ok(Context::new()
        .with_host(&influxdb.url())?
        .with_token(influxdb.token())?
        .with_secrets(BTreeMap::from([("WEBHOOK".to_owned(), secret.to_owned())]))
        .with_http(transport.clone())
        // Besides their own InfluxDB they reach public addresses only.
        .with_policy(NetworkPolicy::public_only())
        .with_limits(Limits {
            steps: 1_000_000,
            memory: 32 << 20,
            time: Some(Duration::from_secs(10)),
            requests: 20,
            ..Limits::default()
        }))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    // Two tenants, each with an InfluxDB; stand-ins here.
    let acme = Standin::start(Config { bucket: "acme-first".to_owned(), ..Config::default() }).await?;
    let umbrella = Standin::start(Config { bucket: "umbrella-first".to_owned(), ..Config::default() }).await?;
    let transport = Transport::new();
    let tenants = [("acme", &acme, "hook-of-acme"), ("umbrella", &umbrella, "hook-of-umbrella")];
    let tenants: Result<_, _> = tenants
        .into_iter()
        .map(|(name, influxdb, secret)| {
            Ok::<_, fluxlet::Error>((name.to_owned(), context(influxdb, &transport, secret)?))
        })
        .collect();
    let service = Arc::new(Service { engine: Engine::new()?, tenants: tenants? });

    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let service = Arc::clone(&service);
            tokio::spawn(async move {
                let answer = service_fn(|request| {
                    let service = Arc::clone(&service);
                    async move { Ok::<_, Infallible>(service.answer(request).await) }
                });
                let mut builder = Builder::new(TokioExecutor::new());
                builder.http1().timer(TokioTimer::new());
                // The client notices what fails here.
                let _ = builder.serve_connection(TokioIo::new(stream), answer).await;
            });
        }
    });

    let buckets = r#"
        import "experimental/influxdb"
        import "regexp"
        body = string(v: influxdb.api(method: "get", path: "/api/v2/buckets").body)
        regexp.findString(r: /\w+-first/, v: body)
    "#;
    let stranger = r#"
        import "experimental/http"
        http.get(url: "http://169.254.169.254/latest/meta-data/").statusCode
    "#;
    for (tenant, script) in [("acme", buckets), ("umbrella", buckets), ("acme", stranger), ("acme", "1 + \"a\"")] {
        let (status, text) = ask(address, tenant, script).await?;
        println!("{tenant}: {status}\n{text}\n");
    }
    Ok(())
}

/// Asks the service to run a script.
async fn ask(
    address: std::net::SocketAddr,
    tenant: &str,
    script: &'static str,
) -> Result<(StatusCode, String), Box<dyn std::error::Error>> {
    let stream = TcpStream::connect(address).await?;
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
    tokio::spawn(connection);
    let request: Request<Full<Bytes>> =
        Request::post(format!("/{tenant}")).header("host", "localhost").body(Full::from(Bytes::from(script)))?;
    let response = sender.send_request(request).await?;
    let (status, body) = (response.status(), response.into_body().collect().await?.to_bytes());
    Ok((status, String::from_utf8(body.into())?))
}
