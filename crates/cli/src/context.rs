//! What a script may use, from arguments, environment and profile.

use std::time::Duration;

use fluxlet::{Context, Limits, NetworkPolicy};
use fluxlet_transport::Transport;

use crate::arguments::{ConnectionArguments, RunArguments};
use crate::connection::{Connection, Setting};
use crate::demo::Demo;
use crate::environment::Environment;
use crate::failure::Failure;
use crate::report::Report;
use crate::{env_file, input, secrets};

/// Makes the context of a run, with the server that has to live as long as the run if it is a demonstration.
///
/// # Errors
/// [`Failure::Usage`] for bad values and files that cannot be read.
pub(crate) async fn make(
    arguments: &RunArguments,
    timeout: Option<Duration>,
    report: &mut Report,
) -> Result<(Context, Option<Demo>), Failure> {
    let file = arguments.secrets.env_file.as_deref().map(env_file::read).transpose()?.unwrap_or_default();
    let environment = &Environment::with_file(file.clone());
    let mut secrets = secrets::collect(&arguments.secrets, environment, file)?;

    let context =
        Context::new().with_limits(Limits { time: timeout, ..Limits::trusting() }).with_policy(NetworkPolicy::open());
    if arguments.connection.demo {
        let demo = Demo::start().await?;
        secrets.entry("INFLUX_TOKEN".to_owned()).or_insert_with(|| demo.token().to_owned());
        let context = connect(context, demo.connection())?.with_http(demo.transport()?).with_secrets(secrets);
        return Ok((context, Some(demo)));
    }
    let connection = Connection::gather(&arguments.connection, environment, report)?;
    let context = connect(context, connection)?.with_http(transport(&arguments.connection)?).with_secrets(secrets);
    Ok((context, None))
}

fn connect(mut context: Context, connection: Connection) -> Result<Context, Failure> {
    let bad = |setting: &Setting, error: fluxlet::Error| {
        Failure::usage(format!("{} is wrong: {}", setting.from, error.message()))
    };
    if let Some(host) = &connection.host {
        context = context.with_host(&host.text).map_err(|error| bad(host, error))?;
    }
    if let Some(token) = &connection.token {
        context = context.with_token(&token.text).map_err(|error| bad(token, error))?;
    }
    if let Some(org) = connection.org {
        context = context.with_org(org);
    }
    if let Some(id) = connection.org_id {
        context = context.with_org_id(id);
    }
    if let Some(id) = connection.user_id {
        context = context.with_user_id(id);
    }
    Ok(context)
}

fn transport(arguments: &ConnectionArguments) -> Result<Transport, Failure> {
    let mut builder = Transport::builder();
    for path in &arguments.ca_cert {
        let bad = |error: fluxlet::Error| Failure::file(path, format!("`{}`: {}", path.display(), error.message()));
        builder = builder.ca_certificates_pem(&input::read(path)?).map_err(bad)?;
    }
    builder.build().map_err(Failure::Run)
}
