//! Runs a script that calls InfluxDB; a stand-in answers, any InfluxDB would do.

#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use fluxlet::transport::Transport;
use fluxlet::{Context, Engine};
use fluxlet_standin::{Config, Standin};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let influxdb = Standin::start(Config::default()).await?;

    let engine = Engine::new()?;
    let program = engine.compile(
        r#"
        import "experimental/influxdb"
        influxdb.api(method: "get", path: "/health").statusCode
        "#,
    )?;
    let context = Context::new().with_host(&influxdb.url())?.with_token(influxdb.token())?.with_http(Transport::new());
    println!("{}", program.run(&context).await?.last().ok_or("no value")?);
    Ok(())
}
