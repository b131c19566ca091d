//! What can be written on the command line, and the help for it.
//!
//! Values that may be secret are taken as they are and checked later, by code that does not repeat them.

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{ArgAction, ArgGroup, Args, Parser, Subcommand, ValueEnum, ValueHint};

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
  fluxlet test --demo                    Run the test cases below the current directory

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
    /// Read inputs one after the other and print their values
    Repl(Box<ReplArguments>),
    /// Print scripts in the standard layout, or check that they have it
    Fmt(FmtArguments),
    /// Run the test cases of files and directories
    Test(Box<TestArguments>),
    /// Show what packages and their members do, from their declarations
    Doc(DocArguments),
    /// Tell what the code of an error means, with an example
    Explain(ExplainArguments),
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
  fluxlet run --dry-run=reads --as curl create-bucket.flux
  fluxlet run --record run.cassette list-buckets.flux
  fluxlet run --replay run.cassette list-buckets.flux
  fluxlet run --policy policy.toml --host http://localhost:8086 somebodys.flux
  fluxlet run --var 'name=\"pump\"' --var 'limit=10' -e 'name + string(v: limit)'
  echo '1 + 1' | fluxlet run -

Where host, token and organisation come from:
  Each is taken from the first of these that has it: its flag, the environment (INFLUX_HOST, INFLUX_TOKEN, INFLUX_ORG), \
the file of --env-file, the profile that the `influx` command has made active or --active-config names. Profiles are \
read from the file that INFLUX_CONFIGS_PATH names, or ~/.influxdbv2/configs. The token of a profile is sent to the \
host of that profile only. There is no default host.

  A script may name a host of its own; then it has to bring the token too, for example from a secret.

  Proxies are those of http_proxy, https_proxy, all_proxy and no_proxy, as for curl.

What is printed:
  The token, and what a script gets from `secrets.get`, are replaced by `[secret]` wherever they would appear, in any \
letters, percent-encoded, in hexadecimal or base64. Secrets of less than 6 bytes are not looked for."
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
    pub(crate) recording: RecordArguments,
    #[command(flatten)]
    pub(crate) context: ContextArguments,
}

/// What a script may use: the same for all commands that run one.
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
    pub(crate) variables: VariableArguments,
    #[command(flatten)]
    pub(crate) packages: PackageArguments,
    #[command(flatten)]
    pub(crate) requests: RequestArguments,
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
    /// Write all requests and responses to this cassette, without credentials, also if the script fails
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
    #[command(flatten)]
    pub(crate) packages: PackageArguments,
}

#[derive(Args)]
#[command(after_help = "\
Examples:
  fluxlet test
  fluxlet test --demo --parallel 4 buckets_test.flux
  fluxlet test -v --test create,buckets.list tests
  fluxlet test --tags slow --skip create
  fluxlet test --record --demo           Keep the answers in cassettes, for later runs without a server

A file has test cases and may import what it tests:
  package pump_test

  import \"fluxlet/expect\"

  speed = (v) => v * 2

  testcase doubles {
      expect.equal(got: speed(v: 2), want: 4)
  }

Each test case is a program of its own: the file without its test cases, and then the body of the test case. It passes if \
it has no errors and runs to its end. With --demo, each has a server of its own. With `extends \"MODULE/DIR/FILE_test.NAME\"` it builds on another, whose body stands \
where it says `super()`. A file `fluxtest.root` names the module of its directory: it holds the name alone, or JSON such \
as {\"name\": \"mine\", \"tags\": [\"slow\"]} with the tags that its test cases may have.

Exit codes:
  0  all test cases that ran have passed
  1  a test case has failed
  2  arguments or files are wrong
  3  a file has syntax errors, and nothing was run")]
pub(crate) struct TestArguments {
    /// Files with test cases, and directories to look for files `*_test.flux` in; the current directory without any
    #[arg(value_name = "FILE|DIR", value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,
    /// The same as FILE|DIR, as the `flux` command has it; may be repeated
    #[arg(long = "path", short = 'p', value_name = "PATH", value_delimiter = ',', value_hint = ValueHint::AnyPath)]
    pub(crate) more_paths: Vec<PathBuf>,
    /// Run these test cases alone, whatever their tags: NAME or PACKAGE.NAME, apart by commas; may be repeated
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub(crate) test: Vec<String>,
    /// Do not run these test cases: NAME or PACKAGE.NAME, apart by commas; may be repeated
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub(crate) skip: Vec<String>,
    /// Also run test cases with tags if all of them are given here, apart by commas; may be repeated
    #[arg(long, value_name = "TAG", value_delimiter = ',')]
    pub(crate) tags: Vec<String>,
    /// Do not run test cases without tags
    #[arg(long)]
    pub(crate) skip_untagged: bool,
    /// Name each test case that runs; twice, show its program too
    #[arg(long, short, action = ArgAction::Count)]
    pub(crate) verbose: u8,
    /// How many test cases may run at once
    #[arg(long, value_name = "N", default_value = "1")]
    pub(crate) parallel: NonZeroUsize,
    /// Stop each test case after this time, a Flux duration such as `30s` or `5m`
    #[arg(long, value_name = "DURATION", allow_hyphen_values = true)]
    pub(crate) timeout: Option<String>,
    /// Write the requests and responses of NAME_test.flux to the cassette NAME_test.cassette beside it
    ///
    /// Later runs answer from that cassette, unless --demo or --host says who answers. Each test case gets the answers that it
    /// had in the recording.
    #[arg(long, conflicts_with_all = ["test", "skip", "skip_untagged"])]
    pub(crate) record: bool,
    #[command(flatten)]
    pub(crate) context: ContextArguments,
}

#[derive(Args)]
#[command(after_help = "\
Examples:
  fluxlet repl --demo
  fluxlet repl --host http://localhost:8086 --token-file token.txt
  printf 'x = 1\\nx + 1\\n' | fluxlet repl

On a terminal:
  An input ends with the line that completes it. Tab completes, the arrow keys bring earlier inputs back, Ctrl-C cancels \
what is running, Ctrl-D leaves. `:help` lists the commands. Earlier inputs are kept in ~/.local/state/fluxlet/history, \
or below XDG_STATE_HOME; inputs that begin with a blank are not.

Without a terminal, inputs are read to their end; the exit code is that of the first that failed.")]
pub(crate) struct ReplArguments {
    /// How values are printed
    #[arg(long, short, value_enum, default_value_t = OutputFormat::Text, value_name = "FORMAT")]
    pub(crate) output: OutputFormat,
    /// Stop each input after this time, a Flux duration such as `30s` or `5m`
    #[arg(long, value_name = "DURATION", allow_hyphen_values = true)]
    pub(crate) timeout: Option<String>,
    #[command(flatten)]
    pub(crate) recording: RecordArguments,
    #[command(flatten)]
    pub(crate) context: ContextArguments,
}

#[derive(Args)]
#[command(after_help = "\
Examples:
  fluxlet fmt health.flux                Print the script in the standard layout
  fluxlet fmt --write scripts            Rewrite every script below a directory
  fluxlet fmt --check --diff scripts     Show what would change; exit with 1 if anything would
  fluxlet fmt - < health.flux

Exit codes:
  0  all went well
  1  with --check, a script has another layout
  2  arguments or files are wrong
  3  a script has syntax errors")]
pub(crate) struct FmtArguments {
    /// Scripts, and directories whose `.flux` files are taken; `-` is the standard input
    #[arg(value_name = "FILE", required = true, value_hint = ValueHint::AnyPath)]
    pub(crate) files: Vec<PathBuf>,
    /// Print no scripts; name those with another layout on the standard error output and exit with 1
    #[arg(long)]
    pub(crate) check: bool,
    /// Print what would change instead of the scripts
    #[arg(long)]
    pub(crate) diff: bool,
    /// Write the scripts back to their files
    #[arg(long, short, conflicts_with_all = ["check", "diff"])]
    pub(crate) write: bool,
    /// What messages call the standard input
    #[arg(long, value_name = "NAME")]
    pub(crate) stdin_filename: Option<String>,
}

#[derive(Args)]
#[command(after_help = "\
Examples:
  fluxlet explain type-mismatch
  fluxlet explain                        List the codes

Exit codes:
  0  all went well
  2  there is no such code")]
pub(crate) struct ExplainArguments {
    /// The code that stands in brackets after `error`; without it, all are listed
    #[arg(value_name = "CODE")]
    pub(crate) code: Option<String>,
}

#[derive(Args)]
#[command(after_help = "\
Examples:
  fluxlet doc
  fluxlet doc strings
  fluxlet doc experimental/influxdb.api

Exit codes:
  0  all went well
  2  there is no such package or member")]
pub(crate) struct DocArguments {
    /// An import path, with or without a member; without it, all packages of the library are listed
    #[arg(value_name = "PACKAGE[.NAME]")]
    pub(crate) name: Option<String>,

    #[command(flatten)]
    pub(crate) packages: PackageArguments,
}

impl Command {
    /// Returns the directories with packages of the user's own.
    pub(crate) fn package_path(&self) -> &[PathBuf] {
        match self {
            Command::Run(arguments) => &arguments.context.packages.package_path,
            Command::Check(arguments) => &arguments.packages.package_path,
            Command::Repl(arguments) => &arguments.context.packages.package_path,
            Command::Test(arguments) => &arguments.context.packages.package_path,
            Command::Doc(arguments) => &arguments.packages.package_path,
            Command::Fmt(_) | Command::Explain(_) => &[],
        }
    }
}
