//! What a cassette answers, and what is told of a request that it does not.

use fluxlet_runtime::{Code, Redactor};

use super::*;
use crate::{Cassette, Replayer};

/// Returns a cassette of exchanges, each `METHOD URL`, a body and a test case, answered by its number.
fn cassette(exchanges: &[(&str, &str, Option<&str>)]) -> Cassette {
    let exchange = |(index, (line, body, testcase)): (usize, &(&str, &str, Option<&str>))| {
        let (method, url) = line.split_once(' ').unwrap();
        serde_json::json!({
            "testcase": testcase,
            "request": {"method": method, "url": url, "headers": ["accept: text/csv"], "body": body},
            "response": {"status": 200, "body": (index + 1).to_string()},
        })
    };
    let exchanges: Vec<_> = exchanges.iter().enumerate().map(exchange).collect();
    let document = serde_json::json!({
        "fluxlet cassette": 1, "now": "2030-03-17T17:46:40Z", "host": "http://h", "token": true, "exchanges": exchanges,
    });
    Cassette::parse(&document.to_string()).unwrap()
}

fn body(result: Result<Response>) -> String {
    result.map_or_else(|error| error.message().to_owned(), |response| String::from_utf8(response.body.into()).unwrap())
}

/// Checks whether a cassette with one exchange answers a request.
#[track_caller]
fn check(recorded: (&str, &str), sent: (&str, &str), expected: &str) {
    let cassette = cassette(&[(recorded.0, recorded.1, None)]);
    let (_, context) = Replayer::around(&Context::new(), &cassette).unwrap();
    let found = body(send(&context, request(sent.0, &[("accept", "*/*")], sent.1.to_owned())));
    assert_eq!(found.rsplit_once(": ").map_or(found.as_str(), |(_, reason)| reason), expected, "{found}");
}

#[test]
fn requests_that_are_the_same() {
    let line = "POST http://h/a?b=1&c=2";
    check((line, ""), (line, ""), "1");
    check((line, ""), ("POST http://h/a?c=2&b=1", ""), "1");
    check((line, ""), ("POST http://h/a?c=%32&%62=1", ""), "1");
    check(("GET http://h/a?q=x%20y", ""), ("GET http://h/a?q=x+y", ""), "1");
    check(("GET http://H:80", ""), ("GET http://h/", ""), "1");
    check((line, "text"), (line, "text"), "1");
    check((line, r#"{"a": 1, "b": [true, null]}"#), (line, r#"{"b":[true,null],"a":1}"#), "1");
}

#[test]
fn requests_that_are_not() {
    let line = "POST http://h/a?b=1&c=2";
    check((line, ""), ("PUT http://h/a?b=1&c=2", ""), "the method differs");
    check((line, ""), ("POST https://h/a?b=1&c=2", ""), "the host differs");
    check((line, ""), ("POST http://h:81/a?b=1&c=2", ""), "the host differs");
    check((line, ""), ("POST http://h/A?b=1&c=2", ""), "the path differs");
    check((line, ""), ("POST http://h/a?b=1", ""), "the query differs at the key `c`");
    check((line, ""), ("POST http://h/a?b=1&c=2&d=HUSH", ""), "the query differs at the key `d`");
    check((line, ""), ("POST http://h/a?b=HUSH&c=2", ""), "the query differs at the key `b`");
    check((line, ""), ("POST http://h/a?b=1&c=2&c=2", ""), "the query differs at the key `c`");
    check((line, "some"), (line, "somHUSH"), "the body differs at byte 3");
    check((line, "some"), (line, "some HUSH"), "the body differs at byte 4");
    check((line, ""), (line, "HUSH"), "it has no body");
    check((line, "HUSH"), (line, ""), "it has a body");
    check(
        (line, "{\"a\": [1, {\"b\": 2}]}"),
        (line, "{\"a\": [1, {\"b\": \"HUSH\"}]}"),
        "the body differs at `$.a[1].b`",
    );
    check((line, "{\"a\": [1]}"), (line, "{\"a\": [1, 2]}"), "the body differs at `$.a[1]`");
    check((line, "{\"a\": 1}"), (line, "{\"a\": 1, \"c\": 2}"), "the body differs at `$.c`");
    check((line, "1"), (line, "\"1\""), "the body differs at `$`");
}

#[test]
fn the_nearest_exchange_is_told() {
    let cassette = cassette(&[
        ("GET http://h/a", "", None),
        ("POST http://h/b?q=1", "x", None),
        ("POST http://other/b?q=HUSH", "y", None),
    ]);
    let (_, context) = Replayer::around(&Context::new(), &cassette).unwrap();
    let error = send(&context, request("POST http://h/b?q=HUSH", &[], "x")).unwrap_err();
    let expected = "the cassette has no answer to `POST http://h/b`; the nearest is exchange 2, `POST http://h/b`: \
        the query differs at the key `q`";
    assert_eq!((error.code(), error.message()), (Code::NotFound, expected));
    let empty = self::cassette(&[]);
    let (_, context) = Replayer::around(&Context::new(), &empty).unwrap();
    let found = body(send(&context, request("GET http://h/", &[], "")));
    assert_eq!(found, "the cassette has no answer to `GET http://h/`; it has no exchanges");
}

#[test]
fn each_exchange_answers_once_and_in_order() {
    let get = |path: &str| request(&format!("GET http://h/{path}"), &[], "");
    let cassette =
        cassette(&[("GET http://h/a", "", None), ("GET http://h/b", "", None), ("GET http://h/a", "", None)]);
    let (replayer, context) = Replayer::around(&Context::new(), &cassette).unwrap();
    assert_eq!(replayer.unused().len(), 3);
    assert_eq!([body(send(&context, get("a"))), body(send(&context, get("a")))], ["1", "3"]);
    assert_eq!(replayer.unused(), ["exchange 2, `GET http://h/b`"]);
    let expected =
        "the cassette has no answer to `GET http://h/a`; it was asked 2 times in the recording, and again now";
    assert_eq!(body(send(&context, get("a"))), expected);
    assert_eq!(body(send(&context, get("b"))), "2");
    assert!(replayer.unused().is_empty());
}

#[test]
fn a_test_case_has_its_own() {
    let line = "GET http://h/a";
    let cassette = cassette(&[(line, "", Some("x")), (line, "", Some("y")), (line, "", None)]);
    let (replayer, context) = Replayer::of_testcase(&Context::new(), &cassette, "y").unwrap();
    assert_eq!(replayer.unused(), ["exchange 2, `GET http://h/a`"]);
    let get = || body(send(&context, request(line, &[], "")));
    assert_eq!([get(), get()], ["2", "3"]);
    assert!(get().starts_with("the cassette has no answer"));
    let (replayer, _) = Replayer::of_testcase(&Context::new(), &cassette, "z").unwrap();
    assert!(replayer.unused().is_empty(), "what is for all need not be asked for");
}

#[test]
fn headers_count_where_the_cassette_says_so() {
    let text = cassette(&[("GET http://h/a", "", None)]).text().unwrap();
    let text = text.replace("\"matched headers\": []", "\"matched headers\": [\"Accept\"]");
    let (_, context) = Replayer::around(&Context::new(), &Cassette::parse(&text).unwrap()).unwrap();
    let get = |accept: &str| body(send(&context, request("GET http://h/a", &[("accept", accept)], "")));
    assert!(get("HUSH").ends_with("`GET http://h/a`: the header `accept` differs"));
    assert_eq!(get("text/csv"), "1");
}

#[test]
fn the_time_is_that_of_the_recording() {
    let (_, context) = Replayer::around(&Context::new(), &cassette(&[])).unwrap();
    assert_eq!(Run::new(&context).now(), NOW);
}

/// A secret that is given in the replay is found where the recording had another.
#[test]
fn requests_are_compared_without_their_secrets() {
    let cassette = cassette(&[("POST http://h/[secret]?t=[secret]", "{\"t\": \"[secret]\"}", None)]);
    let redactor = Redactor::new();
    redactor.add("mine-C4NARY");
    let context = Context::new().with_redactor(redactor);
    let (_, context) = Replayer::around(&context, &cassette).unwrap();
    let line = "POST http://h/mine-C4NARY?t=mine-C4NARY";
    assert_eq!(body(send(&context, request(line, &[], "{\"t\":\"mine-C4NARY\"}"))), "1");
    let error = send(&context, request(line, &[], "{\"t\":\"mine-C4NARY\"}")).unwrap_err();
    assert!(!error.message().contains("C4NARY"), "{error}");
}

/// What stands in for a token is found in the forms in which the recording replaced the token.
#[test]
fn a_stand_in_is_replaced_like_the_token() {
    let cassette = cassette(&[("GET http://h/?t=[secret]", "[secret]", None)]);
    let (_, context) = Replayer::around(&Context::new(), &cassette).unwrap();
    // "[secret]" in percent escapes and in hexadecimal digits.
    assert_eq!(body(send(&context, request("GET http://h/?t=%5Bsecret%5D", &[], "5b7365637265745d"))), "1");
}

#[test]
fn limits_count_for_what_is_replayed() {
    let (_, context) = Replayer::around(&Context::new(), &cassette(&[("GET http://h/", "", None)])).unwrap();
    let limits = fluxlet_runtime::Limits { response_body: 0, ..Default::default() };
    let error = send(&context.with_limits(limits), request("GET http://h/", &[], "")).unwrap_err();
    assert_eq!(
        (error.code(), error.message()),
        (Code::ResourceExhausted, "the response body has 1 bytes, more than 0")
    );
}
