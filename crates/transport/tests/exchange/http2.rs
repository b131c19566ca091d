//! Hostile servers of HTTP/2: RSP-42, RSP-43, BOD-09, and its share of POL.

use std::convert::Infallible;
use std::time::Duration;

use bytes::Bytes;
use fluxlet_runtime::Code::{DataLoss, DeadlineExceeded, Invalid, ResourceExhausted, Unavailable};
use fluxlet_runtime::Result;
use fluxlet_runtime::http::Response;
use fluxlet_transport::BoxStream;
use http_body_util::Full;
use hyper_util::rt::{TokioExecutor, TokioIo};
use tokio::time::Instant;

use crate::frames::{
    END_HEADERS, END_STREAM, WHOLE, block, continuation, data, frame, go_away, headers, ok, reset, settings, window,
};
use crate::net::Expect::{self, Answer, Error};
use crate::net::{Net, Peer, Step, call, check, request, send};
use crate::trust::{acceptor, trusting};

/// A network with `h.test`, each connection to which plays a script inside TLS.
fn serve(scripts: &[Vec<Step>]) -> Net {
    let net = Net::new();
    net.peer("h.test:443", Peer::PlaysTls(acceptor(&["h.test"], &["h2"], (2020, 2090)), scripts.to_vec()));
    net
}

/// A connection that reads a request, sends `answer`, and then closes or goes on to read.
fn script(answer: &[Vec<u8>], then: &[Step]) -> Vec<Step> {
    let opening = [Step::Preface, send(settings(&[])), Step::Stream, send(answer.concat())];
    [&opening, then].concat()
}

fn hi() -> Vec<Vec<u8>> {
    vec![ok(END_HEADERS, 1), data(END_STREAM, "hi")]
}

async fn get(net: &Net) -> Result<Response> {
    call(&trusting(net), request("GET", "https://h.test/x")).await
}

/// Sends a request, whose server has a second connection with an answer, and checks what came and how many connections
/// were made.
async fn check_script(case: &str, method: &str, script: Vec<Step>, expected: Expect, dials: usize) {
    let net = serve(&[script, self::script(&hi(), &[Step::Drain])]);
    let real = std::time::Instant::now();
    let result = call(&trusting(&net), request(method, "https://h.test/x")).await;
    check(case, &result, &expected);
    assert_eq!(net.dialled().len(), dials, "{case}");
    // Far from what any of these takes, and from what reading a flood to its end would take.
    assert!(real.elapsed() < Duration::from_secs(10), "{case}: {:?}", real.elapsed());
}

const LOST: &str = "closed the connection before it answered; it may have acted";

/// POL-13, POL-14: what a server says it did nothing with is sent once more, whatever the method; nothing else is.
#[tokio::test(start_paused = true)]
async fn pol_13_pol_14_refused_requests_are_sent_once_more() {
    let answered = || Answer(200, "hi");
    let lost = |text| Error(Unavailable, text);
    for method in ["GET", "POST"] {
        let cases: Vec<(&str, Vec<Step>, Expect, usize)> = vec![
            ("away before it", script(&[go_away(0, 0)], &[Step::Drain]), answered(), 2),
            ("away with an error", script(&[go_away(0, 11)], &[Step::Drain]), answered(), 2),
            ("away and closed", script(&[go_away(0, 0)], &[]), answered(), 2),
            (
                "away at once",
                vec![Step::Preface, send([settings(&[]), go_away(0, 0)].concat()), Step::Drain],
                answered(),
                2,
            ),
            ("away after it", script(&[go_away(1, 0), hi().concat()], &[Step::Drain]), answered(), 1),
            ("away later", script(&[go_away(u32::MAX >> 1, 0), hi().concat()], &[Step::Drain]), answered(), 1),
            ("away after it, closed", script(&[go_away(1, 0)], &[]), lost(LOST), 1),
            ("last stream rises", script(&[go_away(1, 0), go_away(3, 0)], &[]), lost("protocol error"), 1),
            ("refused", script(&[reset(1, 7)], &[Step::Drain]), answered(), 2),
            ("reset", script(&[reset(1, 2)], &[Step::Drain]), lost("stream error received"), 1),
            ("reset without error", script(&[reset(1, 0)], &[Step::Drain]), lost("the server may have acted"), 1),
            ("canceled", script(&[reset(1, 8)], &[Step::Drain]), lost("the server may have acted"), 1),
            ("closed", script(&[], &[]), lost(LOST), 1),
        ];
        for (case, script, expected, dials) in cases {
            check_script(case, method, script, expected, dials).await;
        }
    }
    for (case, answer) in [("away", go_away(0, 0)), ("refused", reset(1, 7))] {
        let net = serve(&[script(&[answer], &[Step::Drain])]);
        assert_eq!(get(&net).await.unwrap_err().code(), Unavailable, "{case}");
        assert_eq!(net.dialled().len(), 2, "{case}: once more, and not again");
    }
}

/// RSP-42: an answer that ends before its end is an error, also where hyper takes it for whole.
#[tokio::test(start_paused = true)]
async fn rsp_42_streams_that_end_early() {
    let part = |end: Vec<u8>| vec![ok(END_HEADERS, 1), data(0, "hi"), end];
    let cut = |text| Error(DataLoss, text);
    let of_length =
        |length, flags, rest: Vec<u8>| vec![headers(flags, &[(":status", "200"), ("content-length", length)]), rest];
    let cases: Vec<(&str, Vec<Step>, Expect)> = vec![
        ("whole", script(&hi(), &[Step::Drain]), Answer(200, "hi")),
        (
            "closed",
            script(&part(vec![]), &[]),
            cut("got 2 bytes of a body that did not end, then the connection closed"),
        ),
        ("reset", script(&part(reset(1, 2)), &[Step::Drain]), cut("got 2 bytes of a body that did not end")),
        ("refused", script(&part(reset(1, 7)), &[Step::Drain]), cut("got 2 bytes of a body that did not end")),
        ("reset without error", script(&part(reset(1, 0)), &[Step::Drain]), cut("then the server gave the stream up")),
        ("canceled", script(&part(reset(1, 8)), &[Step::Drain]), cut("stream no longer needed")),
        ("away before it", script(&part(go_away(0, 0)), &[Step::Drain]), cut("then the server gave the stream up")),
        ("away, closed", script(&part(go_away(1, 2)), &[]), cut("then the connection closed")),
        (
            "away, whole",
            script(&part([go_away(1, 0), data(END_STREAM, "!")].concat()), &[Step::Drain]),
            Answer(200, "hi!"),
        ),
        ("reset after the end", script(&[hi().concat(), reset(1, 0)], &[Step::Drain]), Answer(200, "hi")),
        ("short", script(&of_length("5", END_HEADERS, data(END_STREAM, "hi")), &[Step::Drain]), cut("of 5 bytes")),
        ("long", script(&of_length("1", END_HEADERS, data(END_STREAM, "hi")), &[Step::Drain]), cut("of 1 bytes")),
        ("nothing", script(&of_length("1", WHOLE, vec![]), &[Step::Drain]), Error(Unavailable, "protocol error")),
        ("length", script(&of_length("2", END_HEADERS, data(END_STREAM, "hi")), &[Step::Drain]), Answer(200, "hi")),
        (
            "no number",
            script(&of_length("-2", END_HEADERS, data(1, "hi")), &[Step::Drain]),
            Error(Unavailable, "error"),
        ),
        ("trailers", script(&part(headers(WHOLE, &[("x-t", "1")])), &[Step::Drain]), Answer(200, "hi")),
        ("open trailers", script(&part(headers(END_HEADERS, &[("x-t", "1")])), &[Step::Drain]), cut("got 2 bytes")),
        ("204", script(&[headers(END_HEADERS, &[(":status", "204")])], &[Step::Drain]), Answer(204, "")),
    ];
    for (case, script, expected) in cases {
        check_script(case, "GET", script, expected, 1).await;
    }
    let twice = |lengths: [&str; 2]| {
        let fields = [(":status", "200"), ("content-length", lengths[0]), ("content-length", lengths[1])];
        script(&[headers(END_HEADERS, &fields), data(END_STREAM, "hi")], &[Step::Drain])
    };
    check_script("2 and 5", "GET", twice(["2", "5"]), Error(Unavailable, "protocol error"), 1).await;
    check_script("5 and 2", "GET", twice(["5", "2"]), Error(Unavailable, "protocol error"), 1).await;
    check_script("2 twice", "GET", twice(["2", "2"]), Answer(200, "hi"), 1).await;
    check_script("HEAD", "HEAD", script(&of_length("5", WHOLE, vec![]), &[Step::Drain]), Answer(200, ""), 1).await;
}

/// RSP-43: floods end the connection long before they end themselves.
#[tokio::test(start_paused = true)]
async fn rsp_43_floods() {
    let flood = |frame: Vec<u8>| vec![Step::Flood(frame.repeat(100), 1000), send(hi().concat()), Step::Drain];
    let big = "x".repeat(4000);
    let interim = || headers(END_HEADERS, &[(":status", "103")]);
    let nothing = || Error(Invalid, "frames without end that bring nothing");
    let open = || ok(END_HEADERS, 1);
    let half = || headers(0, &[(":status", "200")]);
    let calm = |code| Error(code, "excessive load");
    let cases: Vec<(&str, Vec<Step>, Expect)> = vec![
        ("SETTINGS", script(&[], &flood(settings(&[(4, 65535)]))), nothing()),
        ("SETTINGS, deaf", script(&[settings(&[(4, 65535)]).repeat(100_000)], &[Step::Hold]), nothing()),
        ("acknowledgements", script(&[], &flood(frame(4, 1, 0, &[]))), Error(Unavailable, "protocol error")),
        ("PING", script(&[], &flood(frame(6, 0, 0, &[0; 8]))), nothing()),
        ("PING, deaf", script(&[frame(6, 0, 0, &[0; 8]).repeat(100_000)], &[Step::Hold]), nothing()),
        ("answers to PING", script(&[], &flood(frame(6, 1, 0, &[0; 8]))), nothing()),
        ("PRIORITY", script(&[], &flood(frame(2, 0, 1, &[0, 0, 0, 0, 1]))), nothing()),
        ("unknown", script(&[], &flood(frame(0xfa, 0, 0, b"x"))), nothing()),
        ("GOAWAY", script(&[], &flood(go_away(1, 0))), nothing()),
        ("RSP-36", script(&[], &flood(interim())), nothing()),
        ("RSP-35", script(&[interim().repeat(16), hi().concat()], &[Step::Drain]), Answer(200, "hi")),
        ("WINDOW_UPDATE", script(&[], &flood(window(1, 1))), Answer(200, "hi")),
        ("CONTINUATION", script(&[half()], &flood(continuation(0, &block(&[("a", &big)])))), calm(Unavailable)),
        ("empty CONTINUATION", script(&[half()], &flood(continuation(0, &[]))), calm(Unavailable)),
        ("empty DATA", script(&[open()], &flood(data(0, ""))), calm(DataLoss)),
        ("padding", script(&[open()], &flood(frame(0, 8, 1, &[3, 0, 0, 0]))), calm(DataLoss)),
        ("RST_STREAM", script(&[], &flood(reset(1, 8))), Error(Unavailable, "stream error received")),
        (
            "HDR-24 bytes",
            script(
                &[half(), continuation(0, &block(&[("a", &big)]).repeat(4)).repeat(20)],
                &flood(continuation(0, &[])),
            ),
            calm(Unavailable),
        ),
        (
            "HDR-24 fields",
            script(&[half(), continuation(END_HEADERS, &block(&[("a", "b")]).repeat(257))], &[Step::Drain]),
            Error(ResourceExhausted, "256 fields"),
        ),
        (
            "HPACK bomb",
            script(
                &[
                    half(),
                    // Puts a field of 4000 bytes into the table, and names it ten thousand times.
                    continuation(0, &[&[0x40, 1, b'a', 0x7f, 0xa1, 0x1e][..], big.as_bytes()].concat()),
                    continuation(END_HEADERS, &[0xbe; 10_000]),
                ],
                &[Step::Drain],
            ),
            calm(Unavailable),
        ),
    ];
    for (case, script, expected) in cases {
        check_script(case, "GET", script, expected, 1).await;
    }
}

/// RSP-43: frames that no server may send; the connection ends, and the answer is not believed.
#[tokio::test(start_paused = true)]
async fn rsp_43_malformed_frames() {
    let open = || ok(END_HEADERS, 1);
    let promise = [&2u32.to_be_bytes()[..], &block(&[(":method", "GET")])].concat();
    let head = |fields: &[(&str, &str)]| vec![headers(WHOLE, fields)];
    let status = (":status", "200");
    let cases: Vec<(&str, Vec<Vec<u8>>)> = vec![
        ("PUSH_PROMISE", vec![frame(5, END_HEADERS, 1, &promise)]),
        ("DATA first", vec![data(0, "hi"), open()]),
        ("HEADERS on 0", vec![ok(WHOLE, 0)]),
        ("HEADERS on 2", vec![ok(WHOLE, 2)]),
        ("HEADERS on 3", vec![ok(WHOLE, 3)]),
        ("RST_STREAM on 0", vec![reset(0, 0)]),
        ("RST_STREAM on 3", vec![reset(3, 0)]),
        ("CONTINUATION alone", vec![continuation(END_HEADERS, &[0x88])]),
        ("DATA within a head", vec![headers(0, &[status]), data(0, "x")]),
        ("WINDOW_UPDATE of 0", vec![window(0, 0)]),
        ("WINDOW_UPDATE of a stream of 0", vec![window(1, 0)]),
        ("window beyond 2^31", vec![window(0, 0x7fff_ffff)]),
        ("MAX_FRAME_SIZE 0", vec![settings(&[(5, 0)])]),
        ("INITIAL_WINDOW_SIZE", vec![settings(&[(4, u32::MAX)])]),
        ("SETTINGS of 5 bytes", vec![frame(4, 0, 0, &[0; 5])]),
        ("SETTINGS on 1", vec![frame(4, 0, 1, &[])]),
        ("PING of 7 bytes", vec![frame(6, 0, 0, &[0; 7])]),
        ("HPACK index 0", vec![frame(1, WHOLE, 1, &[0x80])]),
        ("HPACK index", vec![frame(1, WHOLE, 1, &[0xff, 0xff, 0x7f])]),
        ("HPACK table size", vec![frame(1, WHOLE, 1, &[0x3f, 0xff, 0xff, 0xff, 0x7f, 0x88])]),
        ("HPACK cut", vec![frame(1, WHOLE, 1, &[0x00, 0x05, b'a'])]),
        ("no status", head(&[("a", "b")])),
        ("two", head(&[status, status])),
        ("late", head(&[("a", "b"), status])),
        ("RSP-27 abc", head(&[(":status", "abc")])),
        ("RSP-27 99", head(&[(":status", "99")])),
        ("RSP-37", vec![headers(WHOLE, &[(":status", "101")])]),
        ("HDR-23 upper", head(&[status, ("A", "b")])),
        ("HDR-23 lines", head(&[status, ("a", "b\r\nc: d")])),
        ("HDR-23 NUL", head(&[status, ("a", "b\0")])),
        ("connection", head(&[status, ("connection", "close")])),
        ("RSP-14", head(&[status, ("transfer-encoding", "chunked")])),
    ];
    for (case, answer) in cases {
        check_script(case, "GET", script(&answer, &[Step::Drain]), Error(Unavailable, "HTTP/2 "), 1).await;
    }
    let bodies = [("too large", data(0, vec![b'x'; 20_000])), ("padding", frame(0, 9, 1, &[200, b'x']))];
    for (case, body) in bodies {
        check_script(case, "GET", script(&[open(), body], &[Step::Drain]), Error(DataLoss, "HTTP/2 "), 1).await;
    }
    // What has to be ignored.
    let ignored = [
        frame(2, 0, 1, &[0, 0, 0, 0, 1]),
        frame(2, 0, 7, &[0, 0, 0, 1, 1]),
        frame(0xfa, 0xff, 1, b"abc"),
        frame(0xfa, 0xff, 0, b"abc"),
        settings(&[(0xabcd, 7)]),
    ];
    check_script("ignored", "GET", script(&[ignored.concat(), hi().concat()], &[Step::Drain]), Answer(200, "hi"), 1)
        .await;
}

/// RSP-26: servers that agree on HTTP/2 and speak something else, or nothing.
#[tokio::test(start_paused = true)]
async fn rsp_26_no_preface() {
    let cases: [(&str, &[u8], &str); 3] = [
        ("HTTP/1", b"HTTP/1.1 400 Bad Request\r\n\r\n", "HTTP/2 connection error detected"),
        ("zeros", &[0; 100], "HTTP/2 connection error detected"),
        ("nothing", b"", "the connection closed before the request was sent"),
    ];
    for (case, opening, text) in cases {
        let net = serve(&[vec![Step::Preface, send(opening)]]);
        check(case, &get(&net).await, &Error(Unavailable, text));
        // Not a byte of the request was sent, so that it is tried once more.
        assert_eq!(net.dialled().len(), 2, "{case}");
    }
    // SETTINGS may come late.
    let late = vec![Step::Preface, Step::Stream, send(hi().concat()), Step::Drain];
    check_script("late", "GET", late, Answer(200, "hi"), 1).await;
}

/// RSP-41: what follows the end of a stream is not part of the next answer.
#[tokio::test(start_paused = true)]
async fn rsp_41_frames_after_the_end() {
    let strays: [(&str, Vec<u8>); 3] =
        [("DATA", data(0, "stray")), ("HEADERS", ok(WHOLE, 1)), ("both", [ok(END_HEADERS, 1), data(1, "x")].concat())];
    for (case, stray) in strays {
        let mut first = script(&[hi().concat(), stray], &[Step::Stream]);
        first.extend([send([ok(END_HEADERS, 3), frame(0, END_STREAM, 3, b"second")].concat()), Step::Drain]);
        let net = serve(&[first, script(&[ok(END_HEADERS, 1), data(END_STREAM, "second")], &[Step::Drain])]);
        let transport = trusting(&net);
        check(case, &call(&transport, request("GET", "https://h.test/1")).await, &Answer(200, "hi"));
        check(case, &call(&transport, request("GET", "https://h.test/2")).await, &Answer(200, "second"));
    }
}

/// BOD-09, BOD-12: a window that never opens, and an answer before it does.
#[tokio::test(start_paused = true)]
async fn bod_09_a_closed_window() {
    let opening = |answer: Vec<Vec<u8>>| {
        vec![Step::Preface, send(settings(&[(4, 0)])), Step::StreamHead, send(answer.concat()), Step::Drain]
    };
    let early = |last: Vec<u8>| {
        let head = headers(END_HEADERS, &[(":status", "413"), ("content-length", "5")]);
        opening(vec![head, data(END_STREAM, "large"), last])
    };
    let late = || Error(DeadlineExceeded, "while sending the request: deadline exceeded after 30s");
    let cases = [
        ("BOD-09", opening(vec![]), late()),
        ("BOD-12", early(vec![]), Answer(413, "large")),
        // The server wants no more of the body.
        ("BOD-07", early(reset(1, 0)), Answer(413, "large")),
        ("BOD-07 no length", opening(vec![ok(END_HEADERS, 1), data(END_STREAM, "hi"), reset(1, 0)]), Answer(200, "hi")),
    ];
    for (case, script, expected) in cases {
        let net = serve(&[script]);
        let mut large = request("POST", "https://h.test/x");
        large.body = Some(Bytes::from(vec![b'x'; 1 << 20]));
        check(case, &call(&trusting(&net), large).await, &expected);
    }
}

/// POL-12: a server that takes one stream at a time; BOD-09: one of them stuck holds up its time only.
#[tokio::test(start_paused = true)]
async fn pol_12_streams_wait_for_each_other() {
    fn one_by_one(stream: BoxStream) {
        tokio::spawn(async move {
            let stream = acceptor(&["h.test"], &["h2"], (2020, 2090)).accept(stream).await.unwrap();
            let service = hyper::service::service_fn(|_| async {
                tokio::time::sleep(Duration::from_millis(10)).await;
                Ok::<_, Infallible>(http::Response::new(Full::new(Bytes::from("ok"))))
            });
            let mut builder = hyper::server::conn::http2::Builder::new(TokioExecutor::new());
            let _ = builder.max_concurrent_streams(1).serve_connection(TokioIo::new(stream), service).await;
        });
    }
    let net = Net::new();
    net.peer("h.test:443", Peer::Runs(one_by_one));
    let transport = trusting(&net);
    call(&transport, request("GET", "https://h.test/x")).await.unwrap();
    let calls: Vec<_> = (0..200)
        .map(|_| {
            let transport = transport.clone();
            tokio::spawn(async move { call(&transport, request("POST", "https://h.test/x")).await.unwrap().body })
        })
        .collect();
    for call in calls {
        assert_eq!(call.await.unwrap(), "ok");
    }
    assert_eq!(net.dialled().len(), 1);
}

/// POL-15: a connection that died without a word is noticed by its pings, and the next request gets another.
#[tokio::test(start_paused = true)]
async fn pol_15_dead_connections_are_noticed() {
    let net = serve(&[script(&[], &[Step::Hold]), script(&hi(), &[Step::Drain])]);
    let transport = trusting(&net);
    let start = Instant::now();
    let mut first = request("GET", "https://h.test/x");
    first.timeout = Duration::from_secs(300);
    check("POL-15", &call(&transport, first).await, &Error(Unavailable, "no longer answers to pings"));
    assert!(start.elapsed() <= Duration::from_secs(31), "{:?}", start.elapsed());
    check("POL-15", &call(&transport, request("GET", "https://h.test/x")).await, &Answer(200, "hi"));
}
