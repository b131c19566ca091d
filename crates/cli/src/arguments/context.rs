//! What a command may use that makes calls: the InfluxDB, secrets, a policy, and what becomes of requests.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

/// What calls may use: the same for all commands that make some.
#[derive(Args)]
pub(crate) struct ContextArguments {
    #[command(flatten)]
    pub(crate) connection: ConnectionArguments,
    #[command(flatten)]
    pub(crate) http: HttpArguments,
    #[command(flatten)]
    pub(crate) secrets: SecretArguments,
    #[command(flatten)]
    pub(crate) policy: PolicyArguments,
    #[command(flatten)]
    pub(crate) requests: RequestArguments,
}

/// What a script sees besides its own names: the same for all commands that compile one.
#[derive(Args)]
pub(crate) struct ScriptArguments {
    #[command(flatten)]
    pub(crate) variables: VariableArguments,
    #[command(flatten)]
    pub(crate) packages: PackageArguments,
}

/// What answers the requests of a script, and what is told of them.
#[derive(Args)]
#[command(next_help_heading = "Requests")]
pub(crate) struct RequestArguments {
    /// Answer requests from this cassette instead of sending them; the time is that of the recording
    ///
    /// Host, token and organisation are those of the recording; the environment and profiles do not count. A stand-in is the
    /// value of each secret that the recording had and this run is not given. A request that was not recorded is an error.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with_all =
        ["demo", "host", "token", "token_file", "org", "org_id", "user_id", "active_config", "ca_cert", "record"])]
    pub(crate) replay: Option<PathBuf>,
    /// Tell of each request that is sent on the standard error output: status, bytes, time, attempt
    #[arg(long, conflicts_with = "replay")]
    pub(crate) trace: bool,
}

/// What else may become of the requests of a run.
#[derive(Args)]
#[command(next_help_heading = "Requests")]
pub(crate) struct RecordArguments {
    /// Write all requests and responses to this cassette, without credentials, also if the script fails or is interrupted
    ///
    /// The time of the script stands still. The file can be read by its owner alone. Tokens and other secrets that the run
    /// knows are replaced, whatever else responses tell stays: look at it before you share it.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) record: Option<PathBuf>,
    /// Show requests on the standard output instead of sending them; with `=reads`, GET and HEAD are sent all the same
    ///
    /// A request that is not sent is answered with status 204, no headers and no body, whatever the server would say. A script
    /// that needs more of an answer ends early, and what it would send from there on is not shown. `fluxlet run` then
    /// prints no values.
    #[arg(long, value_enum, value_name = "SENT", num_args = 0..=1, require_equals = true,
        default_missing_value = "nothing", conflicts_with_all = ["record", "replay"])]
    pub(crate) dry_run: Option<Sent>,
    /// How --dry-run shows requests
    #[arg(long = "as", value_enum, default_value_t = RequestFormat::Text, value_name = "FORMAT", requires = "dry_run")]
    pub(crate) request_format: RequestFormat,
}

/// What a dry run sends.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Sent {
    /// No request
    Nothing,
    /// GET and HEAD
    Reads,
}

/// The forms of requests.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RequestFormat {
    /// As HTTP writes them
    Text,
    /// curl commands
    Curl,
    /// One JSON object on a line
    Json,
}

/// What scripts are kept from.
#[derive(Args)]
#[command(next_help_heading = "Policy")]
pub(crate) struct PolicyArguments {
    /// File (TOML) that says where scripts may go in the network and how much they may use
    ///
    /// The section `[network]` has the keys private_addresses, allowed_origins, allowed_ports, allowed_methods,
    /// allowed_paths and denied_ranges; the section `[limits]` has steps, depth, memory, time, requests, in_flight,
    /// concurrent_calls, traffic, request_body and response_body. Durations are written as "30s", sizes as "64MiB". What
    /// the file does not say is not restricted further. The host of --host may always be reached, with the methods and paths that are allowed. A
    /// --timeout shorter than the file's time wins. The file docs/policy.toml of the sources explains each key.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) policy: Option<PathBuf>,
}

/// The InfluxDB that a script runs for.
#[derive(Args)]
#[command(next_help_heading = "InfluxDB")]
pub(crate) struct ConnectionArguments {
    /// Run against a demonstration server that stands in for every host of the script
    ///
    /// A small InfluxDB is started for this run, on this machine, in memory. Whatever host the script names, its requests
    /// go there. The script finds the token as the secret INFLUX_TOKEN, and need not name host or token at all.
    #[arg(long, conflicts_with_all = ["host", "token", "token_file", "org", "org_id", "user_id", "active_config"])]
    pub(crate) demo: bool,
    /// URL of InfluxDB, such as `http://localhost:8086` [env: INFLUX_HOST]
    #[arg(long, value_name = "URL", value_hint = ValueHint::Url)]
    pub(crate) host: Option<OsString>,
    /// API token; other users of this machine can see arguments, prefer --token-file [env: INFLUX_TOKEN]
    #[arg(long, value_name = "TOKEN", allow_hyphen_values = true)]
    pub(crate) token: Option<OsString>,
    /// File with the API token; `-` is the standard input
    #[arg(long, value_name = "FILE", conflicts_with = "token", value_hint = ValueHint::FilePath)]
    pub(crate) token_file: Option<PathBuf>,
    /// Name of the organisation [env: INFLUX_ORG]
    #[arg(long, value_name = "NAME")]
    pub(crate) org: Option<String>,
    /// ID of the organisation, which stands for `{orgID}` in paths
    #[arg(long, value_name = "ID")]
    pub(crate) org_id: Option<String>,
    /// ID of the user, which stands for `{userID}` in paths
    #[arg(long, value_name = "ID")]
    pub(crate) user_id: Option<String>,
    /// Profile of the `influx` command to use instead of the active one [env: INFLUX_ACTIVE_CONFIG]
    #[arg(long, short = 'c', value_name = "NAME")]
    pub(crate) active_config: Option<String>,
}

/// How requests are sent.
#[derive(Args)]
#[command(next_help_heading = "HTTP")]
pub(crate) struct HttpArguments {
    /// File with CA certificates (PEM) to trust beside those of this machine; may be repeated
    #[arg(long, alias = "cacert", value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with = "demo")]
    pub(crate) ca_cert: Vec<PathBuf>,
    /// File with a client certificate (PEM) and what it is signed by, for servers that ask for one
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with_all = ["demo", "replay"])]
    pub(crate) cert: Option<PathBuf>,
    /// File with the private key (PEM) of --cert, if it is not in the same file
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, requires = "cert")]
    pub(crate) key: Option<PathBuf>,
    /// Use this address for a host at a port instead of looking it up; may be repeated
    #[arg(long, value_name = "HOST:PORT:ADDRESS", conflicts_with_all = ["demo", "replay"])]
    pub(crate) resolve: Vec<String>,
    /// Reach the InfluxDB of --host through this Unix socket
    #[cfg(unix)]
    #[arg(long, value_name = "PATH", value_hint = ValueHint::FilePath, conflicts_with_all = ["demo", "replay"])]
    pub(crate) unix_socket: Option<PathBuf>,
    /// Repeat GET, HEAD, OPTIONS, PUT and DELETE so many times if the server is busy (429, 503) or cannot be reached
    ///
    /// The time that the server names in `Retry-After` is waited, or else a pause that doubles each time. All attempts
    /// share the timeout of the request.
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true, conflicts_with_all = ["demo", "replay"])]
    pub(crate) retries: u32,
}

/// What `secrets.get` finds.
#[derive(Args)]
#[command(next_help_heading = "Secrets")]
pub(crate) struct SecretArguments {
    /// A secret; other users of this machine can see arguments, prefer --secret-env; may be repeated
    #[arg(long, value_name = "KEY=VALUE", allow_hyphen_values = true)]
    pub(crate) secret: Vec<OsString>,
    /// A secret from the environment: the variable KEY, or ENV if it has another name; may be repeated
    #[arg(long, value_name = "KEY[=ENV]")]
    pub(crate) secret_env: Vec<OsString>,
    /// File with lines KEY=VALUE: all are secrets, and INFLUX_HOST, INFLUX_TOKEN and INFLUX_ORG also count as environment
    ///
    /// Empty lines and lines that start with `#` do not count, `export ` before a key neither. Values may stand in single
    /// quotes, which keep everything, or in double quotes, in which `\n`, `\r`, `\t`, `\"`, `\$` and `\\` have their usual
    /// meaning; without quotes, ` #` starts a comment.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) env_file: Option<PathBuf>,
}

/// What the script sees besides its own names.
#[derive(Args)]
#[command(next_help_heading = "Variables")]
pub(crate) struct VariableArguments {
    /// A variable of the script, with the value of a Flux expression; may be repeated
    #[arg(long, value_name = "NAME=CODE")]
    pub(crate) var: Vec<String>,
}

/// Where imported packages are found, besides those of the library.
#[derive(Args)]
#[command(next_help_heading = "Packages")]
pub(crate) struct PackageArguments {
    /// Directory with packages of your own: `a/b` is `a/b.flux` or `a/b/b.flux` below it; may be repeated
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) package_path: Vec<PathBuf>,
}
