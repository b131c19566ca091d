//! One program, many contexts: each run has its own InfluxDB and token, and all wait at once on one thread.

#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use std::sync::Arc;

use fluxlet::runtime::http::{HttpClient, Request, Response};
use fluxlet::runtime::{BoxFuture, Result};
use fluxlet::{Context, Engine};

/// An HTTP client of one's own: it answers with the host that it was asked to reach.
#[derive(Clone)]
struct Echo;

impl HttpClient for Echo {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response>> {
        Box::pin(async move {
            tokio::task::yield_now().await;
            let body = format!("{} {}", request.method, request.origin).into();
            Ok(Response { status: 200, headers: Default::default(), body })
        })
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::result::Result<(), Box<dyn std::error::Error>> {
    let engine = Engine::new()?;
    let program = Arc::new(engine.compile(
        r#"
        import "experimental/influxdb"
        string(v: influxdb.api(method: "get", path: "/api/v2/me").body)
        "#,
    )?);
    let mut tenants = tokio::task::JoinSet::new();
    for tenant in 0..3 {
        let program = Arc::clone(&program);
        let context = Context::new()
            .with_host(&format!("http://tenant-{tenant}.example:8086"))?
            .with_token(&format!("token-{tenant}"))?
            .with_http(Echo);
        tenants.spawn(async move { (tenant, program.run(&context).await) });
    }
    let mut answers = tenants.join_all().await;
    answers.sort_by_key(|(tenant, _)| *tenant);
    for (tenant, answer) in answers {
        println!("{tenant}: {}", answer?.last().ok_or("no value")?);
    }
    Ok(())
}
