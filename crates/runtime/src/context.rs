//! What a run may use: the InfluxDB it belongs to, secrets, the network, the clock, variables and limits.

use std::any::Any;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use ::http::HeaderValue;
use ecow::EcoString;

use crate::http::HttpClient;
use crate::{BoxFuture, Endpoint, Error, NetworkPolicy, Redactor, Result, Time, Token, Value};

mod gate;
mod limits;

pub(crate) use gate::{Gate, Place};
pub use limits::Limits;

/// The capabilities of a run; cheap to clone, shared by as many runs as one likes.
///
/// What is not given does not exist: without an HTTP client there is no network, without secrets there are none.
///
/// ```
/// use fluxlet_runtime::{Context, Limits, NetworkPolicy, Value};
///
/// let context = Context::new()
///     .with_host("https://eu.example.com")?
///     .with_token("s3cret-t0ken")?
///     .with_policy(NetworkPolicy::public_only())
///     .with_limits(Limits { requests: 10, ..Limits::default() })
///     .with_variable("threshold", 0.8)
///     .with_extension("the tenant's own");
/// assert_eq!(context.variable("threshold").map(Value::to_string).as_deref(), Some("0.8"));
/// assert_eq!(context.extension::<&str>(), Some(&"the tenant's own"));
/// assert!(context.http().is_none());
/// assert!(!format!("{context:?}").contains("s3cret"));
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
#[derive(Clone, Default)]
pub struct Context(Arc<Inner>);

#[derive(Clone)]
struct Inner {
    host: Option<Endpoint>,
    token: Option<Token>,
    org: Option<EcoString>,
    org_id: Option<EcoString>,
    user_id: Option<EcoString>,
    secrets: Option<Arc<dyn Secrets>>,
    redactor: Option<Redactor>,
    http: Option<Arc<dyn HttpClient>>,
    clock: Arc<dyn Clock>,
    variables: BTreeMap<EcoString, Value>,
    limits: Limits,
    /// Counts the requests in flight of all contexts that were made from this one.
    gate: Arc<Gate>,
    policy: Arc<NetworkPolicy>,
    trace_parent: Option<HeaderValue>,
    extensions: Vec<Arc<dyn Any + Send + Sync>>,
}

impl Default for Inner {
    fn default() -> Self {
        Self {
            host: None,
            token: None,
            org: None,
            org_id: None,
            user_id: None,
            secrets: None,
            redactor: None,
            http: None,
            clock: Arc::new(SystemClock::default()),
            variables: BTreeMap::new(),
            limits: Limits::default(),
            gate: Arc::new(Gate::new(Limits::default().in_flight)),
            policy: Arc::default(),
            trace_parent: None,
            extensions: Vec::new(),
        }
    }
}

impl Context {
    /// Returns a context without capabilities, with default limits.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the InfluxDB that scripts run for: `SCHEME://HOST[:PORT][/BASE]`.
    ///
    /// # Errors
    /// Those of [`Endpoint::parse`].
    pub fn with_host(mut self, host: &str) -> Result<Self> {
        self.inner().host = Some(Endpoint::parse(host)?);
        Ok(self)
    }

    /// Sets the token that goes to the context's own InfluxDB, and nowhere else.
    ///
    /// # Errors
    /// Those of [`Token::new`].
    pub fn with_token(mut self, token: &str) -> Result<Self> {
        self.inner().token = Some(Token::new(token)?);
        Ok(self)
    }

    /// Sets the name of the organisation.
    pub fn with_org(mut self, org: impl Into<EcoString>) -> Self {
        self.inner().org = Some(org.into());
        self
    }

    /// Sets the id of the organisation, which stands for `{orgID}` in paths.
    pub fn with_org_id(mut self, id: impl Into<EcoString>) -> Self {
        self.inner().org_id = Some(id.into());
        self
    }

    /// Sets the id of the user, which stands for `{userID}` in paths.
    pub fn with_user_id(mut self, id: impl Into<EcoString>) -> Self {
        self.inner().user_id = Some(id.into());
        self
    }

    /// Sets where secrets come from.
    pub fn with_secrets(mut self, secrets: impl Secrets + 'static) -> Self {
        self.inner().secrets = Some(Arc::new(secrets));
        self
    }

    /// Sets where runs make secrets known: the context's token and what they get from [`Context::secrets`]. Without it,
    /// each run has a redactor of its own.
    pub fn with_redactor(mut self, redactor: Redactor) -> Self {
        self.inner().redactor = Some(redactor);
        self
    }

    /// Sets the HTTP client.
    pub fn with_http(mut self, http: impl HttpClient + 'static) -> Self {
        self.inner().http = Some(Arc::new(http));
        self
    }

    /// Sets the clock.
    pub fn with_clock(mut self, clock: impl Clock + 'static) -> Self {
        self.inner().clock = Arc::new(clock);
        self
    }

    /// Sets a variable that scripts see, if they were compiled with its name.
    pub fn with_variable(mut self, name: impl Into<EcoString>, value: impl Into<Value>) -> Self {
        self.inner().variables.insert(name.into(), value.into());
        self
    }

    /// Sets the limits. Contexts that are made from the result share its requests in flight; those that the present one
    /// has do not count.
    pub fn with_limits(mut self, limits: Limits) -> Self {
        let inner = self.inner();
        inner.gate = Arc::new(Gate::new(limits.in_flight));
        inner.limits = limits;
        self
    }

    /// Sets where scripts may go in the network; the context's own InfluxDB is always allowed.
    pub fn with_policy(mut self, policy: NetworkPolicy) -> Self {
        self.inner().policy = Arc::new(policy);
        self
    }

    /// Sets the trace that the run belongs to, as W3C Trace Context writes it: `00-<trace id>-<parent id>-<flags>`. Requests
    /// carry it as the header `traceparent`, unless the script gives one.
    ///
    /// # Errors
    /// `invalid` for another form.
    pub fn with_trace_parent(mut self, text: &str) -> Result<Self> {
        self.inner().trace_parent = Some(trace_parent(text)?);
        Ok(self)
    }

    /// Adds something of the embedder's own, for its builtins to find by type.
    pub fn with_extension<T: Any + Send + Sync>(mut self, extension: T) -> Self {
        self.inner().extensions.push(Arc::new(extension));
        self
    }

    /// Returns the InfluxDB that scripts run for.
    pub fn host(&self) -> Option<&Endpoint> {
        self.0.host.as_ref()
    }

    /// Returns the token for [`Context::host`].
    pub fn token(&self) -> Option<&Token> {
        self.0.token.as_ref()
    }

    /// Returns the name of the organisation.
    pub fn org(&self) -> Option<&EcoString> {
        self.0.org.as_ref()
    }

    /// Returns the id of the organisation.
    pub fn org_id(&self) -> Option<&EcoString> {
        self.0.org_id.as_ref()
    }

    /// Returns the id of the user.
    pub fn user_id(&self) -> Option<&EcoString> {
        self.0.user_id.as_ref()
    }

    /// Returns where secrets come from.
    pub fn secrets(&self) -> Option<&Arc<dyn Secrets>> {
        self.0.secrets.as_ref()
    }

    /// Returns where runs make secrets known, if they share it.
    pub fn redactor(&self) -> Option<&Redactor> {
        self.0.redactor.as_ref()
    }

    /// Returns the HTTP client.
    pub fn http(&self) -> Option<&Arc<dyn HttpClient>> {
        self.0.http.as_ref()
    }

    /// Returns the clock.
    pub fn clock(&self) -> &dyn Clock {
        &*self.0.clock
    }

    /// Returns the variable `name`.
    pub fn variable(&self, name: &str) -> Option<&Value> {
        self.0.variables.get(name)
    }

    /// Returns the limits.
    pub fn limits(&self) -> &Limits {
        &self.0.limits
    }

    pub(crate) fn gate(&self) -> &Gate {
        &self.0.gate
    }

    /// Returns where scripts may go in the network.
    pub fn policy(&self) -> &Arc<NetworkPolicy> {
        &self.0.policy
    }

    /// Returns the value of the header `traceparent`.
    pub fn trace_parent(&self) -> Option<&HeaderValue> {
        self.0.trace_parent.as_ref()
    }

    /// Returns the extension of type `T`, the last that was added.
    pub fn extension<T: Any + Send + Sync>(&self) -> Option<&T> {
        self.0.extensions.iter().rev().find_map(|extension| extension.downcast_ref())
    }

    fn inner(&mut self) -> &mut Inner {
        Arc::make_mut(&mut self.0)
    }
}

impl fmt::Debug for Context {
    /// Shows where a run belongs and what limits it, but no token, variable or extension.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Context")
            .field("host", &self.host())
            .field("token", &self.token())
            .field("limits", &self.limits())
            .field("policy", &self.policy())
            .finish_non_exhaustive()
    }
}

/// Checks a value of the header `traceparent`, of the one version that there is.
fn trace_parent(text: &str) -> Result<HeaderValue> {
    let is_id = |part: &str, length: usize| {
        part.len() == length && part.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    };
    let parts: Vec<&str> = text.split('-').collect();
    let known = match parts.as_slice() {
        ["00", trace, parent, flags] => {
            let some = |id: &str| id.bytes().any(|byte| byte != b'0');
            is_id(trace, 32) && some(trace) && is_id(parent, 16) && some(parent) && is_id(flags, 2)
        }
        _ => false,
    };
    let wrong =
        || Error::invalid("a trace parent is `00-<32 digits>-<16 digits>-<2 digits>`, hexadecimal in lower case");
    HeaderValue::from_str(text).ok().filter(|_| known).ok_or_else(wrong)
}

/// Where `secrets.get` looks.
///
/// ```
/// use ecow::EcoString;
/// use fluxlet_runtime::{BoxFuture, Context, Result, Secrets};
///
/// /// Secrets of one tenant, from a vault that is asked each time.
/// struct Vault {
///     tenant: String,
/// }
///
/// impl Secrets for Vault {
///     fn get<'a>(&'a self, key: &'a str) -> BoxFuture<'a, Result<Option<EcoString>>> {
///         Box::pin(async move { Ok((key == "name").then(|| self.tenant.as_str().into())) })
///     }
/// }
///
/// let context = Context::new().with_secrets(Vault { tenant: "acme".to_owned() });
/// assert!(context.secrets().is_some());
/// ```
pub trait Secrets: Send + Sync {
    /// Returns the secret of `key`; `None` if there is none.
    ///
    /// # Errors
    /// Whatever keeps the service from answering; the message holds no secret.
    fn get<'a>(&'a self, key: &'a str) -> BoxFuture<'a, Result<Option<EcoString>>>;
}

impl Secrets for BTreeMap<String, String> {
    fn get<'a>(&'a self, key: &'a str) -> BoxFuture<'a, Result<Option<EcoString>>> {
        let secret = BTreeMap::get(self, key).map(EcoString::from);
        Box::pin(std::future::ready(Ok(secret)))
    }
}

/// What time it is.
///
/// ```
/// use std::time::Duration;
///
/// use fluxlet_runtime::{Clock, Context, Run, Time};
///
/// /// A clock that stands still: the same run gives the same results.
/// struct Still(Time);
///
/// impl Clock for Still {
///     fn now(&self) -> Time {
///         self.0
///     }
///
///     fn elapsed(&self) -> Duration {
///         Duration::ZERO
///     }
/// }
///
/// let noon = Time::parse("2030-01-31T12:00:00Z")?;
/// assert_eq!(Run::new(&Context::new().with_clock(Still(noon))).now(), noon);
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
pub trait Clock: Send + Sync {
    /// Returns the wall clock.
    fn now(&self) -> Time;

    /// Returns the time since some fixed instant; it never goes back.
    fn elapsed(&self) -> Duration;
}

/// The clock of the machine.
///
/// ```
/// use fluxlet_runtime::{Clock, SystemClock};
///
/// let clock = SystemClock::default();
/// let before = clock.elapsed();
/// assert!(before <= clock.elapsed());
/// ```
#[derive(Clone, Debug)]
pub struct SystemClock(Instant);

impl Default for SystemClock {
    fn default() -> Self {
        Self(Instant::now())
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Time {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Time(i64::try_from(since.as_nanos()).unwrap_or(i64::MAX))
    }

    fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

#[cfg(test)]
mod tests;
