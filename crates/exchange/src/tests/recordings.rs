//! What is recorded, in which order, and that no secret is.

use fluxlet_runtime::{Code, Error};

use super::*;
use crate::Recorder;

const TOKEN: &str = "tkn-C4NARY";

/// The token in the forms that programs write: as it is, in base64 at any place, as percent escapes, in hexadecimal digits.
fn forms() -> Vec<String> {
    let hex: String = TOKEN.bytes().map(|byte| format!("{byte:02x}")).collect();
    let percent = TOKEN.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let base64 = ["dGtuLUM0TkFSW", "Rrbi1DNE5BUl", "0a24tQzROQVJZ"].map(str::to_owned);
    [vec![TOKEN.to_owned(), hex, percent], base64.to_vec()].concat()
}

#[test]
fn exchanges_are_kept_in_the_order_of_their_requests() {
    let answers = [
        response(200, &[("content-type", "text/plain"), ("x-two", "1"), ("x-two", "ä")], "fine\n"),
        Err(Error::new(Code::Unavailable, "no way")),
        response(204, &[], vec![0xff, 0]),
    ];
    let client = Fake::new(answers);
    let (recorder, context) = Recorder::around(&context(&client)).unwrap();
    send(&context, request("POST http://localhost:8086/a?b=c", &[("accept", "*/*")], "{\"v\":1}")).unwrap();
    let error = send(&context, request("GET https://h/b", &[], "")).unwrap_err();
    assert_eq!((error.code(), error.message()), (Code::Unavailable, "no way"));
    send(&context, request("GET http://localhost:8086/c", &[], vec![0xfe])).unwrap();
    assert_eq!(client.asked(), 3);
    let text = recorder.cassette(&context).unwrap().text().unwrap();
    let expected = r#"{
  "fluxlet cassette": 1,
  "now": "2030-03-17T17:46:40Z",
  "host": "http://localhost:8086",
  "token": true,
  "secrets": [],
  "matched headers": [],
  "exchanges": [
    {
      "request": {
        "method": "POST",
        "url": "http://localhost:8086/a?b=c",
        "headers": [
          "accept: */*"
        ],
        "body": "{\"v\":1}"
      },
      "response": {
        "status": 200,
        "headers": [
          "content-type: text/plain",
          "x-two: 1",
          "x-two: ä"
        ],
        "body": [
          "fine\n"
        ]
      }
    },
    {
      "request": {
        "method": "GET",
        "url": "https://h/b"
      },
      "error": {
        "code": "unavailable",
        "message": "no way"
      }
    },
    {
      "request": {
        "method": "GET",
        "url": "http://localhost:8086/c",
        "body": {
          "base64": "/g=="
        }
      },
      "response": {
        "status": 204,
        "body": {
          "base64": "/wA="
        }
      }
    }
  ]
}
"#;
    assert_eq!(text, expected);
}

#[test]
fn no_form_of_a_secret_is_recorded() {
    let all = forms().join(" ");
    let line = format!("POST http://localhost:8086/{}?q={}", forms().join("/"), forms().join("&"));
    let authorization = format!("Token {TOKEN}");
    let headers = [("authorization", authorization.as_str()), ("x-api-key", "other-C4NARY"), ("x-note", &all)];
    let mut binary = vec![0xff, 0xfe];
    binary.extend_from_slice(all.as_bytes());
    let client = Fake::new([
        response(200, &[("set-cookie", "a=b"), ("x-echo", &all)], format!("{all} other-C4NARY")),
        response(200, &[], binary.clone()),
        Err(Error::invalid(format!("never {all}"))),
        response(200, &[], ""),
    ]);
    let (recorder, context) = Recorder::around(&context(&client)).unwrap();
    assert!(send(&context, request(&line, &headers, all.clone())).unwrap().body.starts_with(all.as_bytes()));
    send(&context, request("POST http://localhost:8086/", &[], binary)).unwrap();
    send(&context, request("GET http://localhost:8086/", &[], "")).unwrap_err();
    send(&context, request(&format!("GET https://{TOKEN}.example.com/"), &[], "")).unwrap();
    let text = recorder.cassette(&context).unwrap().text().unwrap().to_lowercase();
    for form in forms().iter().map(String::as_str).chain(["other-C4NARY", "a=b", "authorization"]) {
        assert!(!text.contains(&form.to_lowercase()), "{form} stands in {text}");
    }
    assert!(text.contains("\"set-cookie: [secret]\"") && text.contains("https://secret.invalid/"), "{text}");
    assert!(text.contains("x-note: [secret]"), "{text}");
}

/// What a script reads later may be in what a server has told before.
#[test]
fn a_secret_that_becomes_known_later_is_not_recorded() {
    let client = Fake::new([response(200, &[], "later-C4NARY")]);
    let (recorder, context) = Recorder::around(&context(&client)).unwrap();
    send(&context, request("GET http://localhost:8086/", &[], "")).unwrap();
    context.redactor().unwrap().add("later-C4NARY");
    assert!(!recorder.cassette(&context).unwrap().text().unwrap().contains("later-C4NARY"));
}

#[test]
fn what_differs_in_each_run_is_not_recorded() {
    let client = Fake::new([response(200, &[], "")]);
    let parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    let (recorder, context) = Recorder::around(&context(&client).with_trace_parent(parent).unwrap()).unwrap();
    send(&context, request("GET http://localhost:8086/", &[], "")).unwrap();
    assert!(client.asked.lock().unwrap()[0].headers.contains_key("traceparent"));
    assert!(!recorder.cassette(&context).unwrap().text().unwrap().contains("traceparent"));
}

#[test]
fn too_much_is_an_error() {
    let large = vec![b' '; 30 << 20];
    let client = Fake::new([response(200, &[], large.clone()), response(200, &[], large), response(200, &[], "")]);
    let (recorder, context) = Recorder::around(&context(&client)).unwrap();
    for _ in 0..3 {
        send(&context, request("GET http://localhost:8086/", &[], "")).unwrap();
    }
    let error = recorder.cassette(&context).map(drop).unwrap_err();
    assert_eq!(
        (error.code(), error.message()),
        (Code::ResourceExhausted, "the bodies have more than 48 MiB, too much to record")
    );
}

#[test]
fn a_context_needs_a_client() {
    let error = Recorder::around(&Context::new()).map(drop).unwrap_err();
    assert_eq!((error.code(), error.message()), (Code::FailedPrecondition, "the context has no HTTP client"));
}
