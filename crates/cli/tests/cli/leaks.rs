//! Looks for the secrets of a run in what it puts out, in every form.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::process::Command;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};

/// Shortest secret that the command takes out.
const SHORTEST: usize = 6;

/// The secrets of a run.
#[derive(Default)]
pub(crate) struct Canaries(BTreeSet<String>);

impl Canaries {
    /// Takes the secrets from arguments, environment, files and input, as the command does.
    pub(crate) fn add_those_of(&mut self, command: &Command, input: &[u8]) {
        let text = |text: &OsStr| text.to_string_lossy().into_owned();
        let environment: Vec<(String, String)> =
            command.get_envs().filter_map(|(name, value)| Some((text(name), text(value?)))).collect();
        let of_environment = |name: &str| {
            environment.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.clone()).collect()
        };
        let of_file = |path: &str| match path {
            "-" => String::from_utf8_lossy(input).into_owned(),
            path => std::fs::read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default(),
        };
        let words: Vec<String> = command.get_args().map(text).collect();
        let mut secrets: Vec<String> = of_environment("INFLUX_TOKEN");
        for (flag, value) in words.iter().zip(words.iter().skip(1)) {
            match flag.as_str() {
                "--token" => secrets.push(value.clone()),
                "--token-file" => secrets.push(of_file(value)),
                "--secret" => secrets.extend(value.split_once('=').map(|(_, secret)| secret.to_owned())),
                "--secret-env" => secrets.extend(of_environment(value.split('=').next_back().unwrap())),
                "--env-file" => {
                    let file = of_file(value);
                    let pairs = file.lines().filter_map(|line| line.split_once('='));
                    let pairs = pairs.filter(|(key, _)| !matches!(*key, "INFLUX_HOST" | "INFLUX_ORG"));
                    secrets.extend(pairs.map(|(_, secret)| secret.trim_matches(['\'', '"']).to_owned()));
                }
                _ => {}
            }
        }
        let secrets = secrets.iter().map(|secret| secret.trim().to_owned());
        self.0.extend(secrets.filter(|secret| secret.len() >= SHORTEST));
    }

    /// Fails if an output holds a secret.
    #[track_caller]
    pub(crate) fn check(&self, output: &[u8]) {
        let output = String::from_utf8_lossy(output).replace("[secret]", "");
        for secret in &self.0 {
            let form = forms(secret).into_iter().find(|form| output.contains(form));
            assert_eq!(form, None, "a secret is in {output:?}");
        }
    }
}

/// Returns how a secret may be written.
fn forms(secret: &str) -> Vec<String> {
    let mut forms = vec![secret.to_owned(), secret.to_uppercase(), secret.to_lowercase()];
    forms.push(secret.bytes().map(|byte| format!("{byte:02x}")).collect());
    forms.push(secret.bytes().map(|byte| format!("{byte:02X}")).collect());
    let percent = secret.bytes().map(|byte| match byte {
        byte if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    });
    forms.push(percent.collect());
    for before in 0..3 {
        // The first and the last characters also hold bits of what stands beside.
        let bytes = [&b"\0\0"[..before], secret.as_bytes()].concat();
        for text in [STANDARD_NO_PAD.encode(&bytes), URL_SAFE_NO_PAD.encode(&bytes)] {
            forms.push(text[before + 1..text.len() - 1].to_owned());
        }
    }
    forms
}

#[test]
fn what_is_looked_for_is_found() {
    let mut command = Command::new("fluxlet");
    command.args(["run", "--secret", "K=tkn-C4NARY+/", "--token", "short"]);
    let mut canaries = Canaries::default();
    canaries.add_those_of(&command, b"");
    let leaks = |output: &str| std::panic::catch_unwind(|| canaries.check(output.as_bytes())).is_err();
    assert!(!leaks("nothing short") && !leaks("tkn-C4NAR"));
    for before in ["", "a", "ab"] {
        let whole = format!("{before}tkn-C4NARY+/z");
        assert!(leaks(&whole) && leaks(&URL_SAFE_NO_PAD.encode(&whole)) && leaks(&STANDARD_NO_PAD.encode(&whole)));
    }
    assert!(leaks("tkn-C4NARY%2B%2F") && leaks("746B6E2D43344E4152592B2F"));
}
