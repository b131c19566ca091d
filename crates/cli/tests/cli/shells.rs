//! Completions, manual pages and the examples of `--help`: each is tried with the program it is for, where there is one.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::process::{Folder, Server, check_failure, fluxlet};

/// Returns what the command says; it must go well.
fn text(arguments: &[&str]) -> String {
    let outcome = fluxlet(arguments).env("INFLUX_TOKEN", "tkn-C4NARY").run();
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""), "{arguments:?}");
    outcome.stdout
}

/// Returns the names of all commands.
fn commands() -> Vec<String> {
    let help = text(&["--help"]);
    let lines = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    // A description that goes on in the next line is indented more.
    let names = lines.filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// Runs a program if there is one of that name; it must have nothing to say.
fn accepts(program: &str, arguments: &[&str]) {
    match Command::new(program).args(arguments).stdin(Stdio::null()).output() {
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success() && said.is_empty(), "{program} {arguments:?}: {said}");
        }
        Err(error) => assert_eq!(error.kind(), std::io::ErrorKind::NotFound, "{program}: {error}"),
    }
}

#[test]
fn completions() {
    let folder = Folder::new();
    let commands = commands();
    assert!(commands.len() > 8, "{commands:?}");
    for (shell, check) in [("bash", &["-n"][..]), ("zsh", &["-n"]), ("fish", &["--no-execute"]), ("powershell", &[])] {
        let script = text(&["completions", shell]);
        for command in &commands {
            assert!(script.contains(command), "{command} is missing for {shell}");
        }
        if !check.is_empty() {
            let file = folder.write(shell, &script);
            accepts(shell, &[check, &[&file]].concat());
        }
        if shell != "powershell" {
            assert!(script.contains("experimental/influxdb") && script.contains("type-mismatch"), "{shell}");
        }
    }
    check_failure(["completions", "tcsh"], 2, "invalid value 'tcsh'");
}

/// What shells offer after some words.
#[cfg(unix)]
#[test]
fn completions_that_are_tried() {
    let folder = Folder::new();
    let [bash, fish] = ["bash", "fish"].map(|shell| folder.write(shell, text(&["completions", shell])));
    let of_bash = |words: &str| {
        format!(
            "source {bash}; COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); \
             _fluxlet fluxlet \"${{COMP_WORDS[COMP_CWORD]}}\" \"${{COMP_WORDS[COMP_CWORD-1]}}\"; echo \"${{COMPREPLY[@]}}\""
        )
    };
    let of_fish = |words: &str| {
        format!("source {fish}; complete --do-complete '{words}' | string split -f 1 \\t | string join ' '")
    };
    for (words, expected) in [
        ("fluxlet ex", "explain\n"),
        ("fluxlet run --tr", "--trace\n"),
        ("fluxlet doc experimental/jso", "experimental/json experimental/json.parse\n"),
        ("fluxlet doc experimental/influxdb.", "experimental/influxdb.api\n"),
        ("fluxlet doc strings.toU", "strings.toUpper\n"),
        ("fluxlet explain type-mism", "type-mismatch\n"),
    ] {
        for (shell, script) in [("bash", of_bash(words)), ("fish", of_fish(words))] {
            let mut command = Command::new(shell);
            command.args(["-c", &script]).env("HOME", folder.path()).stdin(Stdio::null());
            // A shell that is not installed cannot be asked.
            let Ok(output) = command.output() else { continue };
            assert_eq!(String::from_utf8_lossy(&output.stdout), expected, "{shell}: {words}");
        }
    }
}

#[test]
fn manual_pages() {
    let folder = Folder::new();
    let pages = format!("{}/a/man1", folder.path());
    assert_eq!(text(&["man", &pages]), "");
    let commands = commands();
    assert_eq!(fs::read_dir(&pages).unwrap().count(), commands.len() + 1);
    for name in std::iter::once("fluxlet".to_owned()).chain(commands.iter().map(|name| format!("fluxlet-{name}"))) {
        let path = format!("{pages}/{name}.1");
        let page = fs::read_to_string(&path).unwrap();
        for section in ["NAME", "SYNOPSIS", "EXAMPLES", "\"EXIT CODES\"", "ENVIRONMENT"] {
            assert_eq!(page.matches(&format!("\n.SH {section}\n")).count(), 1, "{section} of {name}");
        }
        assert!(!page.contains("C4NARY"), "{name}");
        accepts("groff", &["-man", "-Tutf8", "-ww", "-z", &path]);
    }
    let whole = text(&["man"]);
    assert_eq!(whole, fs::read_to_string(format!("{pages}/fluxlet.1")).unwrap());
    let file = folder.write("file", "");
    check_failure(["man", &format!("{file}/x")], 2, "cannot write");
}

/// Every example of every `--help` does what it says, with the server that it names replaced by a stand-in.
#[cfg(unix)]
#[test]
fn examples_of_the_help() {
    let folder = Folder::new();
    let server = Server::start("tkn-C4NARY", "org");
    let program = Path::new(env!("CARGO_BIN_EXE_fluxlet"));
    let path = format!("{}:/usr/bin:/bin", program.parent().unwrap().display());
    let script = "import \"experimental/influxdb\"\ninfluxdb.api(method: \"get\", path: \"/health\").statusCode\n";
    for name in ["health.flux", "list-buckets.flux", "somebodys.flux", "scripts/a.flux"] {
        folder.write(name, script);
    }
    let create = "influxdb.api(method: \"post\", path: \"/api/v2/buckets\", body: bytes(v: \"{}\"))";
    folder.write("create-bucket.flux", format!("import \"experimental/influxdb\"\n{create}\n"));
    folder.write("token.txt", "tkn-C4NARY\n");
    folder.write(".env", format!("INFLUX_HOST={}\nINFLUX_TOKEN=tkn-C4NARY\n", server.url()));
    folder.write("policy.toml", "[limits]\nrequests = 5\n");
    folder.write("bucket.json", "{\"orgID\": \"0b5c1e8d2f407002\", \"name\": \"new\"}");
    folder.write("fluxtest.root", "{\"name\": \"own\", \"tags\": [\"slow\"]}");
    let tests = "package buckets\ntestcase create {}\ntestcase list {}\n";
    folder.write("buckets_test.flux", tests);
    folder.write("tests/more_test.flux", tests.replace("package buckets", "package more"));
    for directory in [".local/share/bash-completion/completions", ".zfunc", ".config/fish/completions"] {
        fs::create_dir_all(format!("{}/{directory}", folder.path())).unwrap();
    }
    let examples = |help: &str| {
        let lines = help.lines().skip_while(|line| *line != "Examples:").skip(1).take_while(|line| !line.is_empty());
        lines.map(|line| line.trim().to_owned()).collect::<Vec<_>>()
    };
    let commands = commands();
    let helps = std::iter::once(text(&["--help"])).chain(commands.iter().map(|command| text(&[command, "--help"])));
    let mut lines: Vec<String> = Vec::new();
    for help in helps {
        let more = examples(&help);
        assert!(!more.is_empty(), "no example: {help}");
        lines.extend(more);
    }
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md")).unwrap();
    let calls = readme.lines().filter_map(|line| line.strip_prefix("cargo run -- api "));
    lines.extend(calls.map(|call| format!("fluxlet api {call}")));
    for line in lines {
        // What follows some blanks is a comment; a manual may not be installed.
        let line = line.split("   ").next().unwrap().trim_end_matches(" | man -l -");
        let line = line.replace("http://localhost:8086", &server.url());
        let mut shell = Command::new("sh");
        shell.args(["-c", &line]).current_dir(folder.path()).env_clear().stdin(Stdio::null());
        shell.env("PATH", &path).env("HOME", folder.path()).env("PROFILE", "profile.ps1");
        shell.env("INFLUX_HOST", server.url()).env("INFLUX_TOKEN", "tkn-C4NARY");
        let output = shell.output().unwrap();
        let fails = line.contains("--fail");
        assert_eq!(output.status.code(), Some(i32::from(fails)), "{line}: {output:?}");
        let [stdout, stderr] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
        assert!(fails || !stderr.contains("` was answered with status"), "{line}: {stderr}");
        assert!(!stdout.contains("C4NARY") && !stderr.contains("C4NARY"), "{line}");
    }
}
