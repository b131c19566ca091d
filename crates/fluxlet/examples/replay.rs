//! Records a run against an InfluxDB, and replays it without one, as a test would do it.

#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use fluxlet::exchange::{Cassette, Recorder, Replayer};
use fluxlet::transport::Transport;
use fluxlet::{Context, Engine};
use fluxlet_standin::{Config, Standin};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let engine = Engine::new()?;
    let program = engine.compile(
        r#"
        import "experimental/influxdb"
        string(v: influxdb.api(method: "get", path: "/api/v2/orgs").body)
        "#,
    )?;

    let text = {
        let influxdb = Standin::start(Config::default()).await?;
        let context =
            Context::new().with_host(&influxdb.url())?.with_token(influxdb.token())?.with_http(Transport::new());
        let (recorder, context) = Recorder::around(&context)?;
        program.run(&context).await?;
        recorder.cassette(&context)?.text()?
    };

    // The server is gone; a test would read this text from a file.
    let (replayer, context) = Replayer::around(&Context::new(), &Cassette::parse(&text)?)?;
    println!("{}", program.run(&context).await?.last().ok_or("no value")?);
    assert!(replayer.unused().is_empty(), "the script asks for all that it asked for");
    Ok(())
}
