//! What a dry run shows, sends and answers.

use super::*;
use crate::{DryRun, Form};

#[track_caller]
fn shows(form: Form, request: Request, expected: &str) {
    assert_eq!(shown(form, request), expected);
}

fn shown(form: Form, request: Request) -> String {
    let text = Arc::new(Mutex::new(String::new()));
    let show = {
        let text = Arc::clone(&text);
        move |shown: &str| text.lock().unwrap().push_str(shown)
    };
    let (_, context) = DryRun::around(&context(&Fake::default()), form, show);
    let answer = send(&context, request).unwrap();
    assert_eq!((answer.status, answer.headers.len(), answer.body.len()), (204, 0, 0));
    let text = text.lock().unwrap();
    text.clone()
}

fn post() -> Request {
    let headers = [("authorization", "Token tkn-C4NARY"), ("content-type", "application/json")];
    request("POST http://localhost:8086/a?t=tkn-C4NARY", &headers, "{\"v\": \"it's\"}")
}

#[test]
fn as_text() {
    let expected = "\
POST http://localhost:8086/a?t=[secret]
authorization: [secret]
content-type: application/json

{\"v\": \"it's\"}

";
    shows(Form::Text, post(), expected);
    shows(Form::Text, request("GET http://h/", &[], ""), "GET http://h/\n\n");
    shows(Form::Text, request("PUT http://h/", &[], vec![0xff]), "PUT http://h/\n\n(1 bytes that are no text)\n\n");
    shows(Form::Text, request("PUT http://h/", &[], "a\x1b[31m\tb\n"), "PUT http://h/\n\na\\u{1b}[31m\tb\n\n\n");
}

#[test]
fn as_json() {
    let headers = r#""headers":["authorization: [secret]","content-type: application/json"]"#;
    let url = "http://localhost:8086/a?t=[secret]";
    let expected = format!(
        "{{\"method\":\"POST\",\"url\":\"{url}\",{headers},\"body\":\"{{\\\"v\\\": \\\"it's\\\"}}\",\"sent\":false}}\n"
    );
    shows(Form::Json, post(), &expected);
}

#[test]
fn as_curl() {
    let expected = "\
curl --request POST --globoff 'http://localhost:8086/a?t=[secret]' \\
  --header 'authorization: [secret]' \\
  --header 'content-type: application/json' \\
  --data-raw '{\"v\": \"it'\\''s\"}'
";
    shows(Form::Curl, post(), expected);
    shows(Form::Curl, request("GET http://h/a", &[], ""), "curl --request GET http://h/a\n");
    shows(Form::Curl, request("HEAD http://h/a", &[], ""), "curl --head http://h/a\n");
    shows(Form::Curl, request("GET http://h/a/../b", &[], ""), "curl --request GET --path-as-is http://h/a/../b\n");
    let empty =
        "curl --request PUT http://h/ \\\n  --header 'x-a;' \\\n  --header 'Content-Type:' \\\n  --data-raw ''\n";
    shows(Form::Curl, request("PUT http://h/", &[("x-a", "")], ""), empty);
}

/// A terminal does not obey what a server or a script wrote, in no form.
#[test]
fn nothing_misleads_a_terminal() {
    let misleading = "a\u{202e}b\u{9b}c\u{2066}d\u{61c}";
    for form in [Form::Text, Form::Curl, Form::Json] {
        for body in [misleading, "plain"] {
            let text = shown(form, request("POST http://h/", &[("x-a", "v\u{202e}\u{200f}w")], body));
            let misleads = |c: char| (c.is_control() && c != '\n') || (!c.is_ascii());
            assert!(!text.contains(misleads), "{form:?}: {text:?}");
            if form == Form::Json {
                let object: serde_json::Value = serde_json::from_str(&text).unwrap();
                assert_eq!((&object["body"], &object["headers"][0]), (&body.into(), &"x-a: v\u{202e}\u{200f}w".into()));
            }
        }
    }
}

/// A shell reads the words of a command as they are meant, whatever they hold.
#[cfg(unix)]
#[test]
fn a_shell_understands_it() {
    let check = |body: &[u8]| {
        let headers = [("content-type", "a'b\"c$d`e\\f"), ("x-b", "@f; $(true)"), ("x-c", "a\u{202e} '%s\\n")];
        let command = shown(Form::Curl, request("POST http://h/$x;'&(y)?*=~", &headers, body.to_vec()));
        // In the place of curl stands what prints its words, and its input.
        let script = format!(
            "curl() {{ for word; do printf '%s\\0' \"$word\"; done; if [ \"$word\" = @- ]; then cat; printf '\\0'; fi; }}\n{command}"
        );
        let output = std::process::Command::new("sh").arg("-c").arg(script).output().unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{command}: {output:?}");
        let head = "--request\0POST\0http://h/$x;'&(y)?*=~\0--header\0content-type: a'b\"c$d`e\\f\0\
            --header\0x-b: @f; $(true)\0--header\0x-c: a\u{202e} '%s\\n\0";
        let rest = output.stdout.strip_prefix(head.as_bytes()).expect("the words before the body are right");
        let data = rest.strip_prefix(b"--data-raw\0").or_else(|| rest.strip_prefix(b"--data-binary\0@-\0"));
        assert_eq!(data.and_then(|data| data.strip_suffix(b"\0")), Some(body), "{command}");
    };
    check(b"@file");
    check("it's \"ä\" $HOME `id` \\ %s !x\n\n".as_bytes());
    check(b"\x00\x01\x1b[31m7%s\\n'\xff\xfe");
    check(&(0..=255).collect::<Vec<u8>>());
}

#[test]
fn reads_are_sent_if_they_may_be() {
    let client = Fake::new([response(200, &[], "real"), response(404, &[], "")]);
    let texts = Arc::new(Mutex::new(Vec::new()));
    let show = {
        let texts = Arc::clone(&texts);
        move |shown: &str| texts.lock().unwrap().push(shown.to_owned())
    };
    let (dry_run, context) = DryRun::with_reads(&context(&client), Form::Json, show).unwrap();
    let status = |method: &str| send(&context, request(&format!("{method} http://h/"), &[], "")).unwrap().status;
    assert_eq!(["GET", "POST", "HEAD", "DELETE", "get"].map(status), [200, 204, 404, 204, 204]);
    assert_eq!((dry_run.shown(), dry_run.sent(), client.asked()), (5, 2, 2));
    let sent: Vec<bool> = texts.lock().unwrap().iter().map(|text| text.ends_with("\"sent\":true}\n")).collect();
    assert_eq!(sent, [true, false, true, false, false]);
}

#[test]
fn without_a_client_nothing_can_be_read() {
    assert!(DryRun::with_reads(&Context::new(), Form::Text, |_| {}).is_err());
    let (dry_run, context) = DryRun::around(&Context::new(), Form::Text, |_| {});
    send(&context, request("GET http://h/", &[], "")).unwrap();
    assert_eq!((dry_run.shown(), dry_run.sent()), (1, 0));
}
