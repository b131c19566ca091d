//! What a script may use, from arguments, environment and profile.

use std::collections::BTreeMap;
use std::time::Duration;

use fluxlet::{Context, Limits, NetworkPolicy};
use fluxlet_transport::Transport;

use crate::arguments::{ConnectionArguments, ContextArguments};
use crate::connection::{Connection, Setting};
use crate::demo::Demo;
use crate::environment::Environment;
use crate::failure::Failure;
use crate::report::Report;
use crate::{env_file, input, secrets};

/// What contexts are made from, gathered once.
pub(crate) enum Contexts {
    /// A demonstration server for each run.
    Demo { blank: Context, secrets: BTreeMap<String, String> },
    /// One InfluxDB for all runs.
    Shared(Context),
}

impl Contexts {
    /// Gathers secrets and connection; each run may take `timeout`.
    ///
    /// # Errors
    /// [`Failure::Usage`] for bad values and files that cannot be read.
    pub(crate) fn gather(
        arguments: &ContextArguments,
        timeout: Option<Duration>,
        report: &mut Report,
    ) -> Result<Self, Failure> {
        let ContextArguments { connection, secrets, .. } = arguments;
        let file = secrets.env_file.as_deref().map(env_file::read).transpose()?.unwrap_or_default();
        let environment = &Environment::with_file(file.clone());
        let secrets = secrets::collect(secrets, environment, file)?;
        let limits = Limits { time: timeout, ..Limits::trusting() };
        let blank = Context::new().with_limits(limits).with_policy(NetworkPolicy::open());
        let blank = blank.with_redactor(report.redactor().clone());
        if connection.demo {
            return Ok(Self::Demo { blank, secrets });
        }
        let context = connect(blank, Connection::gather(connection, environment, report)?)?;
        Ok(Self::Shared(context.with_http(transport(connection)?).with_secrets(secrets)))
    }

    /// Makes the context of one run, with the server that has to live as long as the run if it is a demonstration.
    ///
    /// # Errors
    /// [`Failure::Usage`] if the server cannot be started.
    pub(crate) async fn make(&self) -> Result<(Context, Option<Demo>), Failure> {
        match self {
            Self::Shared(context) => Ok((context.clone(), None)),
            Self::Demo { blank, secrets } => {
                let demo = Demo::start().await?;
                let mut secrets = secrets.clone();
                secrets.entry("INFLUX_TOKEN".to_owned()).or_insert_with(|| demo.token().to_owned());
                let context = connect(blank.clone(), demo.connection())?;
                Ok((context.with_http(demo.transport()?).with_secrets(secrets), Some(demo)))
            }
        }
    }
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
