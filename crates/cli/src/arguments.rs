//! What can be written on the command line, and the help for it.
//!
//! Values that may be secret are taken as they are and checked later, by code that does not repeat them.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{ArgGroup, Args, Parser, Subcommand, ValueEnum, ValueHint};

/// The whole command line.
#[derive(Parser)]
#[command(
    name = "fluxlet",
    version,
    about = "Runs Flux scripts that call InfluxDB's HTTP API",
    after_help = "\
Examples:
  fluxlet run -e '1 + 1'                 Run a line of code
  fluxlet run --demo health.flux         Run a script against a demonstration server
  fluxlet check health.flux              Look for mistakes without running anything

Exit codes:
  0  all went well
  1  the script failed while it ran
  2  arguments or files are wrong
  3  the script has syntax or type errors
  130  interrupted",
    arg_required_else_help = true,
    subcommand_required = true,
    disable_help_subcommand = true
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[command(flatten)]
    pub(crate) messages: MessageArguments,
}

/// How messages look on the standard error output.
#[derive(Args, Clone, Copy)]
#[command(next_help_heading = "Messages")]
pub(crate) struct MessageArguments {
    /// Write messages for people, or one JSON object on a line
    #[arg(long, global = true, value_enum, default_value_t = MessageFormat::Human, value_name = "FORMAT")]
    pub(crate) message_format: MessageFormat,
    /// Use colours; `auto` looks at the terminal, NO_COLOR and CLICOLOR_FORCE
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    pub(crate) color: Color,
}

/// The forms of messages.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum MessageFormat {
    /// Text with excerpts of the script
    Human,
    /// One JSON object on a line
    Json,
}

/// When colours are used.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On terminals
    Auto,
    /// Everywhere
    Always,
    /// Nowhere
    Never,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Run a script and print the value of each expression statement
    Run(Box<RunArguments>),
    /// Look for syntax and type errors without running anything
    Check(CheckArguments),
}

#[derive(Args)]
#[command(
    group = ArgGroup::new("script").required(true),
    after_help = "\
Examples:
  fluxlet run --demo health.flux
  fluxlet run --host http://localhost:8086 --token-file token.txt list-buckets.flux
  fluxlet run --secret-env INFLUX_TOKEN health.flux
  fluxlet run --env-file .env --output json list-buckets.flux
  fluxlet run --var 'name=\"pump\"' --var 'limit=10' -e 'name + string(v: limit)'
  echo '1 + 1' | fluxlet run -

Where host, token and organisation come from:
  Each is taken from the first of these that has it: its flag, the environment (INFLUX_HOST, INFLUX_TOKEN, INFLUX_ORG), \
the file of --env-file, the profile that the `influx` command has made active or --active-config names. Profiles are \
read from the file that INFLUX_CONFIGS_PATH names, or ~/.influxdbv2/configs. The token of a profile is sent to the \
host of that profile only. There is no default host.

  A script may name a host of its own; then it has to bring the token too, for example from a secret."
)]
pub(crate) struct RunArguments {
    /// The script; `-` is the standard input
    #[arg(value_name = "FILE", group = "script", value_hint = ValueHint::FilePath)]
    pub(crate) file: Option<PathBuf>,
    /// Run this code instead of a file
    #[arg(short, long = "eval", value_name = "CODE", group = "script", allow_hyphen_values = true)]
    pub(crate) eval: Option<String>,
    /// How values are printed
    #[arg(long, short, value_enum, default_value_t = OutputFormat::Text, value_name = "FORMAT")]
    pub(crate) output: OutputFormat,
    /// Stop the run after this time, a Flux duration such as `30s` or `5m`
    #[arg(long, value_name = "DURATION", allow_hyphen_values = true)]
    pub(crate) timeout: Option<String>,
    #[command(flatten)]
    pub(crate) connection: ConnectionArguments,
    #[command(flatten)]
    pub(crate) secrets: SecretArguments,
    #[command(flatten)]
    pub(crate) variables: VariableArguments,
}

/// The InfluxDB that a script runs for.
#[derive(Args)]
#[command(next_help_heading = "InfluxDB")]
pub(crate) struct ConnectionArguments {
    /// Run against a demonstration server that stands in for every host of the script
    ///
    /// A small InfluxDB is started for this run, on this machine, in memory. Whatever host the script names, its requests
    /// go there. The script finds the token as the secret INFLUX_TOKEN, and need not name host or token at all.
    #[arg(long, conflicts_with_all = ["host", "token", "token_file", "org", "org_id", "user_id", "active_config", "ca_cert"])]
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
    /// File with CA certificates (PEM) to trust beside those of this machine; may be repeated
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) ca_cert: Vec<PathBuf>,
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
    /// quotes, which keep everything, or in double quotes, in which `\n`, `\r`, `\t`, `\"` and `\\` have their usual
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

/// The forms of values on the standard output.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum OutputFormat {
    /// Strings and bytes as text, the rest as Flux displays it, each on a line
    Text,
    /// One JSON value on a line; bytes in base64
    Json,
    /// Strings and bytes as they are, the rest as text; no line breaks are added
    Raw,
}

#[derive(Args)]
#[command(
    group = ArgGroup::new("script").required(true).multiple(true),
    after_help = "\
Examples:
  fluxlet check health.flux list-buckets.flux
  fluxlet check --message-format json health.flux
  fluxlet check --var 'limit=10' -e 'limit + 1'"
)]
pub(crate) struct CheckArguments {
    /// The scripts; `-` is the standard input
    #[arg(value_name = "FILE", group = "script", value_hint = ValueHint::FilePath)]
    pub(crate) files: Vec<PathBuf>,
    /// Check this code
    #[arg(short, long = "eval", value_name = "CODE", group = "script", allow_hyphen_values = true)]
    pub(crate) eval: Option<String>,
    #[command(flatten)]
    pub(crate) variables: VariableArguments,
}
