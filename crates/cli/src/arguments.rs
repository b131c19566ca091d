//! What can be written on the command line, and the help for it.
//!
//! Values that may be secret are taken as they are and checked later, by code that does not repeat them.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::time::Duration;

use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};
use clap::{ArgAction, ArgGroup, Args, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;

mod context;
mod parse;

pub(crate) use context::{
    ConnectionArguments, ContextArguments, HttpArguments, PackageArguments, PolicyArguments, RecordArguments,
    RequestFormat, ScriptArguments, SecretArguments, Sent,
};
pub(crate) use parse::parse;

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
  fluxlet api --demo get /health         Make one call
  fluxlet check health.flux              Look for mistakes without running anything
  fluxlet test --demo                    Run the test cases below the current directory

Exit codes:
  0  all went well
  1  the script or the call failed, or with --fail, a server answered with a status of 400 or above
  2  arguments or files are wrong
  3  the script has syntax or type errors
  130  interrupted

Environment:
  INFLUX_HOST, INFLUX_TOKEN, INFLUX_ORG   The InfluxDB, unless a flag names it
  INFLUX_CONFIGS_PATH                     The file with the profiles of the `influx` command
  INFLUX_ACTIVE_CONFIG                    The profile to use instead of the active one
  http_proxy, https_proxy, all_proxy      Proxies, as for curl
  no_proxy                                Hosts that are reached without one
  NO_COLOR, CLICOLOR_FORCE                No colours, or colours everywhere, unless --color says it
  XDG_STATE_HOME                          Where the inputs of `fluxlet repl` are kept",
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
    /// Make one call of InfluxDB's HTTP API without a script, and print the body of the answer
    Api(Box<ApiArguments>),
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
    /// Serve an editor over the standard input and output, by the language server protocol
    Lsp(LspArguments),
    /// Print the completions for a shell
    Completions(CompletionsArguments),
    /// Print the manual page, or write one for each command
    Man(ManArguments),
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
    #[arg(long, value_name = "DURATION", value_parser = timeout, allow_hyphen_values = true)]
    pub(crate) timeout: Option<Duration>,
    /// Exit with 1 if a call of the script was answered with a status of 400 or above; what is printed stays the same
    #[arg(long)]
    pub(crate) fail: bool,
    #[command(flatten)]
    pub(crate) recording: RecordArguments,
    #[command(flatten)]
    pub(crate) context: ContextArguments,
    #[command(flatten)]
    pub(crate) script: ScriptArguments,
}

/// The forms of values on the standard output.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum OutputFormat {
    /// Strings and bytes as text, the rest as Flux displays it, each on a line; what a terminal would obey is escaped there
    Text,
    /// One JSON value on a line; bytes in base64
    Json,
    /// Strings and bytes as they are, the rest as text; no line breaks are added
    Raw,
}

#[derive(Args)]
#[command(after_help = "\
Examples:
  fluxlet api --demo get /health
  fluxlet api --demo get /api/v2/buckets -q limit=5 -q name=first
  fluxlet api --demo post '/api/v2/write?bucket=first&org=my-org' -d 'm v=1'
  fluxlet api --demo post /api/v2/buckets -H 'Content-Type: application/json' -d @bucket.json
  fluxlet api --demo --fail -i get /api/v2/buckets/0000000000000000
  fluxlet api --demo --dry-run --as curl delete /api/v2/buckets/1

The call:
  It is that of `influxdb.api()` in a script, over the same checks, policy and client: method and path are its arguments, \
and `{orgID}` and `{userID}` in the path stand for ids that are known. Host, token and organisation come from where \
`fluxlet run` takes them. Redirects are followed.

What is printed:
  The body as it is, byte for byte, whatever the status. The token and the secrets that the call was given are \
replaced by `[secret]`. A status of 400 or above is told on the standard error output.

Exit codes:
  0  the server answered, with any status unless --fail is given
  1  there was no answer, or with --fail, its status is 400 or above
  2  arguments or files are wrong
  130  interrupted")]
pub(crate) struct ApiArguments {
    /// The method, in any letters: get, post, patch, delete or another
    #[arg(value_name = "METHOD")]
    pub(crate) method: String,
    /// The path, such as `/api/v2/buckets`; it may have a query
    #[arg(value_name = "PATH", allow_hyphen_values = true)]
    pub(crate) path: String,
    /// A pair of the query, each key once; a key that repeats goes into PATH; may be repeated
    #[arg(long, short, value_name = "KEY=VALUE", allow_hyphen_values = true)]
    pub(crate) query: Vec<String>,
    /// A header; other users of this machine can see arguments; may be repeated
    #[arg(long, short = 'H', value_name = "NAME:VALUE", allow_hyphen_values = true)]
    pub(crate) header: Vec<String>,
    /// The body: this text, or the bytes of a file, or with `@-` of the standard input
    #[arg(long, short, value_name = "TEXT|@FILE", allow_hyphen_values = true)]
    pub(crate) data: Option<String>,
    /// Print status and headers before the body
    #[arg(long, short)]
    pub(crate) include: bool,
    /// Exit with 1 if the status is 400 or above; the body is printed all the same
    #[arg(long)]
    pub(crate) fail: bool,
    /// Give the call up after this time, a Flux duration such as `30s` or `5m` [default: 30s]
    #[arg(long, value_name = "DURATION", value_parser = timeout, allow_hyphen_values = true)]
    pub(crate) timeout: Option<Duration>,
    #[command(flatten)]
    pub(crate) recording: RecordArguments,
    #[command(flatten)]
    pub(crate) context: ContextArguments,
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
    pub(crate) script: ScriptArguments,
}

#[derive(Args)]
#[command(after_help = "\
Examples:
  fluxlet test
  fluxlet test --demo --parallel 4 buckets_test.flux
  fluxlet test -v --test create,buckets.list tests
  fluxlet test --tags slow --skip create
  fluxlet test --record --demo           Keep the answers in cassettes for runs without a server

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
    #[arg(long, value_name = "DURATION", value_parser = timeout, allow_hyphen_values = true)]
    pub(crate) timeout: Option<Duration>,
    /// Write the requests and responses of NAME_test.flux to the cassette NAME_test.cassette beside it
    ///
    /// Later runs answer from that cassette, unless --demo or --host says who answers. Each test case gets the answers that it
    /// had in the recording.
    #[arg(long, conflicts_with_all = ["test", "skip", "skip_untagged"])]
    pub(crate) record: bool,
    #[command(flatten)]
    pub(crate) context: ContextArguments,
    #[command(flatten)]
    pub(crate) script: ScriptArguments,
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
    #[arg(long, value_name = "DURATION", value_parser = timeout, allow_hyphen_values = true)]
    pub(crate) timeout: Option<Duration>,
    #[command(flatten)]
    pub(crate) recording: RecordArguments,
    #[command(flatten)]
    pub(crate) context: ContextArguments,
    #[command(flatten)]
    pub(crate) script: ScriptArguments,
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

#[derive(Args)]
#[command(after_help = "\
Examples:
  fluxlet completions bash > ~/.local/share/bash-completion/completions/fluxlet
  fluxlet completions zsh > ~/.zfunc/_fluxlet
  fluxlet completions fish > ~/.config/fish/completions/fluxlet.fish
  fluxlet completions powershell >> $PROFILE")]
pub(crate) struct CompletionsArguments {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub(crate) shell: Shell,
}

#[derive(Args)]
#[command(after_help = "\
Examples:
  fluxlet man | man -l -
  fluxlet man ~/.local/share/man/man1")]
pub(crate) struct ManArguments {
    /// The directory to write the pages to, one for each command; it is made if it does not exist
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) folder: Option<PathBuf>,
}

#[derive(Args)]
#[command(after_help = "\
Examples:
  fluxlet lsp                            Serve the editor that starts it
  fluxlet lsp --package-path scripts     Find packages in another directory, too

An editor starts this; `editors/README.md` in the sources has the lines for Neovim, Helix, Zed, Emacs and VS Code.

Packages are found below the folders of the workspace, and below those of --package-path.

Exit codes:
  0  the editor has left
  1  the editor has left without saying so
  2  the editor sent something else than messages of the protocol")]
pub(crate) struct LspArguments {
    #[command(flatten)]
    pub(crate) packages: PackageArguments,
    /// Do nothing: the standard input and output are what is used anyway
    #[arg(long, hide = true)]
    pub(crate) stdio: bool,
}

impl Color {
    /// Returns what it means for the output `stream`.
    pub(crate) fn choice(self, stream: &impl RawStream) -> ColorChoice {
        match self {
            Color::Auto => AutoStream::choice(stream),
            Color::Always => ColorChoice::AlwaysAnsi,
            Color::Never => ColorChoice::Never,
        }
    }
}

impl Command {
    /// Returns the directories with packages of the user's own.
    pub(crate) fn package_path(&self) -> &[PathBuf] {
        let packages = match self {
            Command::Run(arguments) => &arguments.script.packages,
            Command::Check(arguments) => &arguments.script.packages,
            Command::Repl(arguments) => &arguments.script.packages,
            Command::Test(arguments) => &arguments.script.packages,
            Command::Doc(arguments) => &arguments.packages,
            Command::Lsp(arguments) => &arguments.packages,
            Command::Api(_) | Command::Fmt(_) | Command::Explain(_) | Command::Completions(_) | Command::Man(_) => {
                return &[];
            }
        };
        &packages.package_path
    }
}

/// Reads the value of `--timeout`.
fn timeout(text: &str) -> Result<Duration, String> {
    let duration =
        fluxlet::Duration::parse(text).map_err(|_| "it is no Flux duration such as `30s` or `5m`".to_owned())?;
    duration.to_std().map_err(|error| format!("it {}", error.message()))
}
