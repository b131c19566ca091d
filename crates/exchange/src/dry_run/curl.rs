//! A request as a curl command for a POSIX shell.

use fluxlet_runtime::terminal::misleads;
use http::Method;
use http::header::CONTENT_TYPE;

use crate::record::RequestRecord;

/// Returns the command, with a line break at its end.
pub(super) fn command(request: &RequestRecord) -> String {
    let RequestRecord { method, url, headers, body } = request;
    let method = &method.0;
    let url = format!("{}{}", url.origin, url.target);
    let mut words = match *method {
        // With `--request HEAD` curl would wait for a body.
        Method::HEAD => vec!["curl --head".to_owned()],
        _ => vec![format!("curl --request {}", quoted(method.as_str()))],
    };
    if url.contains(['[', ']', '{', '}']) {
        words.push("--globoff".to_owned());
    }
    if url.contains("/.") {
        words.push("--path-as-is".to_owned());
    }
    words.push(quoted(&url));
    let mut options: Vec<String> = headers.0.iter().map(|(name, value)| header(name.as_str(), value)).collect();
    let announces = !matches!(*method, Method::GET | Method::HEAD | Method::DELETE);
    let mut input = String::new();
    if !body.is_empty() || announces {
        // Without it curl calls every body a form.
        if headers.values(&CONTENT_TYPE).next().is_none() {
            options.push("--header 'Content-Type:'".to_owned());
        }
        match body.as_text().filter(|text| is_argument(text)) {
            Some(text) => options.push(format!("--data-raw {}", quoted(text))),
            None => {
                input = format!("printf '{}' | ", octal(&body.0));
                options.push("--data-binary @-".to_owned());
            }
        }
    }
    let mut command = format!("{input}{}", words.join(" "));
    for option in options {
        command.push_str(&format!(" \\\n  {option}"));
    }
    command + "\n"
}

fn header(name: &str, value: &str) -> String {
    // A colon with nothing behind it would take the header away.
    let line = if value.is_empty() { format!("{name};") } else { format!("{name}: {value}") };
    match is_argument(&line) {
        true => format!("--header {}", quoted(&line)),
        false => format!("--header \"$(printf '{}')\"", octal(line.as_bytes())),
    }
}

/// Quotes a word, whatever it holds.
fn quoted(text: &str) -> String {
    let is_plain =
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_./:".contains(&byte));
    if is_plain { text.to_owned() } else { format!("'{}'", text.replace('\'', r"'\''")) }
}

/// Tells whether a text can be an argument of a command: no zeros, and nothing that a terminal might obey.
fn is_argument(text: &str) -> bool {
    text.chars().all(|character| !misleads(character) || matches!(character, '\n' | '\t'))
}

/// Returns bytes as `printf` reads them.
fn octal(bytes: &[u8]) -> String {
    let escaped = |byte: &u8| match byte {
        byte if byte.is_ascii_alphanumeric() => char::from(*byte).to_string(),
        byte => format!("\\{byte:03o}"),
    };
    bytes.iter().map(escaped).collect()
}
