//! Errors: their codes, their calls, their causes.

use std::error::Error as _;

use fluxlet_syntax::{Source, Span};

use crate::{Code, Error, Frame, Redactor};

const CODES: [(Code, u8, &str); 16] = [
    (Code::Canceled, 1, "canceled"),
    (Code::Unknown, 2, "unknown"),
    (Code::Invalid, 3, "invalid"),
    (Code::DeadlineExceeded, 4, "deadline exceeded"),
    (Code::NotFound, 5, "not found"),
    (Code::AlreadyExists, 6, "already exists"),
    (Code::PermissionDenied, 7, "permission denied"),
    (Code::ResourceExhausted, 8, "resource exhausted"),
    (Code::FailedPrecondition, 9, "failed precondition"),
    (Code::Aborted, 10, "aborted"),
    (Code::OutOfRange, 11, "out of range"),
    (Code::Unimplemented, 12, "unimplemented"),
    (Code::Internal, 13, "internal"),
    (Code::Unavailable, 14, "unavailable"),
    (Code::DataLoss, 15, "data loss"),
    (Code::Unauthenticated, 16, "unauthenticated"),
];

#[test]
fn codes_have_numbers_and_words() {
    for (code, number, words) in CODES {
        assert_eq!((code as u8, code.as_str(), code.to_string().as_str()), (number, words, words));
    }
}

#[test]
fn constructors_set_codes_and_messages() {
    for (error, code, message) in [
        (Error::invalid("m"), Code::Invalid, "m"),
        (Error::internal("m"), Code::Internal, "m"),
        (Error::exhausted("m"), Code::ResourceExhausted, "m"),
        (Error::new(Code::DataLoss, "m"), Code::DataLoss, "m"),
        (Error::missing_argument("a"), Code::Invalid, "missing required argument `a`"),
        (
            Error::mismatch("argument `a`", "an int", "string"),
            Code::Invalid,
            "argument `a` must be an int, found string",
        ),
        (Error::invalid("m").prefixed("api: ").prefixed('>'), Code::Invalid, ">api: m"),
    ] {
        assert_eq!((error.code(), error.message(), error.to_string().as_str()), (code, message, message));
        assert_eq!(error.chain(), message);
        assert_eq!(format!("{error:?}"), format!("Error({code}: {message})"));
        assert!(error.source().is_none() && error.trace().is_empty());
    }
}

/// Makes the frame of a call of `function` at the text `call` in `text`.
fn frame(function: &str, name: &str, text: &str, call: &str) -> Frame {
    let start = text.find(call).unwrap() as u32;
    let span = Span { start, end: start + call.len() as u32 };
    Frame { function: function.into(), source: Source::new(name, text), span }
}

#[test]
fn chains_show_the_outermost_call_first() {
    let text = "f = () => die(msg: \"boom\")\nx = f()";
    let package = "package http\npost = () => _send()";
    let error = Error::invalid("boom")
        .leave(frame("", "main", text, "\"boom\""))
        .leave(frame("die", "main", text, "die(msg: \"boom\")"))
        .leave(frame("_send", "http/http.flux", package, "_send()"))
        .leave(frame("post", "http/http.flux", package, "post"))
        .leave(frame("f", "main", text, "f()"));
    assert_eq!(
        error.chain(),
        "error calling function \"f\" @2:5-2:8: error calling function \"post\" @http/http.flux|2:1-2:5: \
         error calling function \"die\" @1:11-1:27: boom"
    );
    assert_eq!(error.to_string(), "boom");
    assert_eq!(error.trace().len(), 5);
    let prefixed = error.prefixed("more ");
    assert!(prefixed.chain().ends_with(": more boom"));
    assert_eq!(prefixed.trace().len(), 5);
}

#[test]
fn causes_are_shown_by_source_alone() {
    let error = Error::invalid("m").caused_by(std::fmt::Error).prefixed("p ");
    assert!(error.source().is_some_and(|cause| cause.is::<std::fmt::Error>()));
    assert!(error.clone().source().is_some());
    let cause = std::fmt::Error.to_string();
    for text in [error.to_string(), error.chain(), format!("{error:?}")] {
        assert!(!text.contains(&cause), "{text}");
    }
}

/// SEC-01: the message, and everything that the causes can be made to say.
#[test]
fn secrets_are_taken_out() {
    let redactor = Redactor::new();
    redactor.add("tkn-C4NARY");
    let cause = Error::invalid("inner").caused_by(std::io::Error::other("sent tkn-C4NARY"));
    let error = Error::internal("with \"TKN-C4NARY\"").caused_by(cause).redacted(&redactor);
    assert_eq!((error.code(), error.message()), (Code::Internal, "with \"[secret]\""));
    let told = error.source().unwrap();
    assert!(told.source().is_none() && !format!("{told} {told:?}").contains("C4NARY"), "{told}");
    assert!(told.to_string().contains("sent [secret]"), "{told}");
    let plain = Error::invalid("m").caused_by(std::io::Error::other("c")).redacted(&redactor);
    assert_eq!(plain.source().unwrap().to_string(), "c");
}
