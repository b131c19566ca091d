//! Replays what a real InfluxDB answered: the stand-in must answer the same, to the letter.
//!
//! The stand-in is told the ids that the real server had given away, so ids must be the same too. What differs from
//! run to run is replaced before the comparison: dates, how long the server has been up, and the length of a body,
//! which depends on how many decimals its dates have. JSON texts are compared with their layout.

use std::collections::BTreeMap;
use std::path::Path;

use bytes::Bytes;
use fluxlet_standin::{Config, Standin};
use http::{Request, header};
use http_body_util::{BodyExt, Full};
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::net::TcpStream;

/// The exchanges that cannot be the same, each with the reason.
const DIFFERENT: [(&str, &str); 2] = [
    ("query", "runs a Flux script over tables, and the stand-in has no Flux engine and no points"),
    ("query-bad", "tells where a Flux script is wrong, and the stand-in has no Flux parser"),
];

/// The ids of the recording, in the order in which they were given away.
const IDS: [u64; 10] = [
    0x11ad_2fac_72a6_f000, // the user
    0x0a77_d0f5_e23d_9d01, // the organization
    0xd41c_b722_c843_a491, // _tasks
    0x95a7_911f_8c07_7d44, // _monitoring
    0x25e9_8be1_538b_d76d, // first
    0x11ad_2fac_89a6_f000, // the authorization
    0x3e09_883d_017d_70bb, // telemetry
    0x2d7b_8559_65fb_ae00, // short
    0x6db2_63a1_8bda_cfe8, // the bucket without a name
    0x11ad_2fd3_8b9e_4000, // the task
];

#[derive(PartialEq, Eq, Debug)]
struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: String,
}

#[tokio::test]
async fn answers_like_the_recording() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/conformance/influxdb-http.jsonl");
    let text = std::fs::read_to_string(file).expect("the recording");
    let config = Config {
        token: "oracle-token".to_owned(),
        org: "my-org".to_owned(),
        user: "me".to_owned(),
        bucket: "first".to_owned(),
        ids: IDS.to_vec(),
    };
    let server = Standin::start(config).await.expect("a server");

    let mut count = 0;
    let mut failures = Vec::new();
    let mut different: BTreeMap<&str, &str> = DIFFERENT.into();
    for line in text.lines() {
        let exchange: Value = serde_json::from_str(line).expect("JSON");
        let name = exchange["name"].as_str().expect("a name");
        let found = send(&server, &exchange["request"]).await;
        if different.remove(name).is_some() {
            assert_eq!(found.status, 501, "{name}: remove it from the list of what differs");
            continue;
        }
        let expected = recorded(&exchange["response"]);
        if found != expected {
            failures.push(format!("{name}\n  expected {expected:#?}\n  found {found:#?}"));
        }
        count += 1;
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
    assert!(different.is_empty(), "not in the recording: {different:?}");
    assert_eq!(count, 47);
}

/// Sends a recorded request and returns the answer, made comparable.
async fn send(server: &Standin, request: &Value) -> Answer {
    let stream = TcpStream::connect(server.address()).await.expect("a connection");
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.expect("HTTP");
    let connection = tokio::spawn(connection);

    let pairs = request["query"].as_object().expect("a query").iter();
    let query: Vec<String> = pairs.map(|(name, value)| format!("{name}={}", value.as_str().expect("text"))).collect();
    let path = request["path"].as_str().expect("a path");
    let target = if query.is_empty() { path.to_owned() } else { format!("{path}?{}", query.join("&")) };
    let mut builder = Request::builder().method(request["method"].as_str().expect("a method")).uri(target);
    builder = builder.header(header::HOST, server.address().to_string());
    for (name, value) in request["headers"].as_object().expect("headers") {
        builder = builder.header(name, value.as_str().expect("text"));
    }
    let body = Bytes::from(request["body"].as_str().unwrap_or_default().to_owned());
    let response = sender.send_request(builder.body(Full::new(body)).expect("a request")).await.expect("an answer");

    let (head, body) = response.into_parts();
    let body = body.collect().await.expect("a body").to_bytes();
    connection.abort();
    let headers = head.headers.iter().map(|(name, value)| (name.as_str(), value.to_str().expect("text")));
    comparable(head.status.as_u16(), headers, std::str::from_utf8(&body).expect("UTF-8"))
}

fn recorded(response: &Value) -> Answer {
    let headers = response["headers"].as_array().expect("headers").iter();
    let headers = headers.map(|pair| (pair[0].as_str().expect("a name"), pair[1].as_str().expect("a value")));
    let status = response["status"].as_u64().expect("a status");
    comparable(u16::try_from(status).expect("a status"), headers, response["body"].as_str().expect("a body"))
}

fn comparable<'a>(status: u16, headers: impl Iterator<Item = (&'a str, &'a str)>, body: &str) -> Answer {
    let headers = headers.map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()));
    let mut headers: Vec<_> = headers.filter(|(name, _)| name != "date").collect();
    for (name, value) in &mut headers {
        if name == "content-length" {
            assert_eq!(*value, body.len().to_string());
            "(right)".clone_into(value);
        }
    }
    headers.sort();
    // Only what stands between quotation marks is looked at; the pieces between the strings are never alike.
    let pieces = body.split('"').map(|piece| match piece {
        _ if is_time(piece) => "(time)",
        _ if is_span(piece) => "(span)",
        other => other,
    });
    Answer { status, headers, body: pieces.collect::<Vec<_>>().join("\"") }
}

fn is_time(text: &str) -> bool {
    let shape: String =
        text.chars().map(|character| if character.is_ascii_digit() { '0' } else { character }).collect();
    shape.strip_prefix("0000-00-00T00:00:00").and_then(|rest| rest.strip_suffix('Z')).is_some_and(|fraction| {
        fraction.is_empty() || fraction.strip_prefix('.').is_some_and(|zeros| zeros.bytes().all(|byte| byte == b'0'))
    })
}

/// Tells whether a text is a span with decimals, which only the time that the server has been up is.
fn is_span(text: &str) -> bool {
    let rest = text.strip_suffix('s').unwrap_or_default();
    text.contains('.') && !rest.is_empty() && rest.chars().all(|character| "0123456789.hmµn".contains(character))
}
