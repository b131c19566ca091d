//! What a script may use, from arguments, environment, profile and cassette.

use std::collections::BTreeMap;
use std::time::Duration;

use fluxlet::Context;
use fluxlet::exchange::{Cassette, FixedClock, Replayer};

use crate::arguments::ContextArguments;
use crate::connection::{Connection, Setting};
use crate::demo::Demo;
use crate::environment::Environment;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::report::Report;
use crate::{client, env_file, policy, recording, secrets};

/// What contexts are made from, gathered once.
pub(crate) struct Contexts {
    /// A context without an InfluxDB.
    blank: Context,
    secrets: BTreeMap<String, String>,
    server: Server,
    /// Tells of each request, if somebody wants to know.
    trace: Option<Report>,
    /// Tells of the request that is waited for.
    progress: Progress,
}

/// Who answers.
enum Server {
    /// A demonstration server for each run.
    Demo,
    /// One InfluxDB for all runs.
    Shared(Box<Context>),
    /// A cassette, the same for each run.
    Cassette(Box<Cassette>),
}

/// The context of one run, and what has to live as long as the run.
pub(crate) struct Made {
    pub(crate) context: Context,
    /// The keys of its secrets.
    pub(crate) secrets: Vec<String>,
    /// What answers, if it is a cassette.
    pub(crate) replayer: Option<Replayer>,
    _demo: Option<Demo>,
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
        let ContextArguments { connection, http, secrets, requests, .. } = arguments;
        let file = secrets.env_file.as_deref().map(env_file::read).transpose()?.unwrap_or_default();
        let environment = &Environment::with_file(file.clone());
        let secrets = secrets::collect(secrets, environment, file)?;
        let policy = policy::read(&arguments.policy, timeout)?;
        let blank = Context::new().with_limits(policy.limits).with_policy(policy.network);
        let blank = blank.with_redactor(report.redactor().clone());
        let trace = requests.trace.then(|| report.clone());
        let progress = if requests.trace { Progress::none() } else { report.progress().clone() };
        let server = if let Some(path) = &requests.replay {
            Server::Cassette(Box::new(recording::load(path)?))
        } else if connection.demo {
            Server::Demo
        } else {
            let connection = Connection::gather(connection, environment, report)?;
            let client = client::make(http, connection.host.as_ref(), environment, trace.as_ref())?;
            Server::Shared(Box::new(connect(blank.clone(), connection)?.with_http(progress.watch(client))))
        };
        Ok(Self { blank, secrets, server, trace, progress })
    }

    /// Lets all runs see the time that it is now, so that one cassette can hold them.
    pub(crate) fn with_time_fixed(mut self) -> Self {
        let now = self.blank.clock().now();
        let fixed = |context: &Context| context.clone().with_clock(FixedClock::new(now));
        self.blank = fixed(&self.blank);
        if let Server::Shared(context) = &mut self.server {
            **context = fixed(context);
        }
        self
    }

    /// Makes the context of one run.
    ///
    /// # Errors
    /// [`Failure::Usage`] if a server is needed and cannot be started.
    pub(crate) async fn make(&self) -> Result<Made, Failure> {
        let mut secrets = self.secrets.clone();
        let (context, demo) = match &self.server {
            Server::Cassette(cassette) => return self.replay(cassette, None),
            Server::Shared(context) => ((**context).clone(), None),
            Server::Demo => {
                let demo = Demo::start().await?;
                secrets.entry("INFLUX_TOKEN".to_owned()).or_insert_with(|| demo.token().to_owned());
                let context = connect(self.blank.clone(), demo.connection())?;
                let client = self.progress.watch(demo.transport(self.trace.as_ref())?);
                (context.with_http(client), Some(demo))
            }
        };
        Ok(finish(context, secrets, None, demo))
    }

    /// Makes the context of one test case; its requests are answered from `cassette`, or from that of the arguments.
    ///
    /// # Errors
    /// Those of [`Contexts::make`].
    pub(crate) async fn make_for(&self, testcase: &str, cassette: Option<&Cassette>) -> Result<Made, Failure> {
        match (cassette, &self.server) {
            (Some(cassette), _) => self.replay(cassette, Some(testcase)),
            (None, Server::Cassette(cassette)) => self.replay(cassette, Some(testcase)),
            (None, _) => self.make().await,
        }
    }

    fn replay(&self, cassette: &Cassette, testcase: Option<&str>) -> Result<Made, Failure> {
        let mut secrets = self.secrets.clone();
        for (key, value) in cassette.secrets() {
            secrets.entry(key.to_owned()).or_insert_with(|| value.to_owned());
        }
        let (replayer, context) = match testcase {
            Some(testcase) => Replayer::of_testcase(&self.blank, cassette, testcase),
            None => Replayer::around(&self.blank, cassette),
        }
        .map_err(Failure::Run)?;
        Ok(finish(context, secrets, Some(replayer), None))
    }
}

fn finish(context: Context, secrets: BTreeMap<String, String>, replayer: Option<Replayer>, demo: Option<Demo>) -> Made {
    let keys = secrets.keys().cloned().collect();
    Made { context: context.with_secrets(secrets), secrets: keys, replayer, _demo: demo }
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
