//! Secrets in every form, and what is left of texts without them.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE, URL_SAFE_NO_PAD};

use super::*;
use crate::http::target;

const SECRET: &str = "tkn-C4NARY/+?>~ \"q\\uote\u{e9}";

fn redactor(secrets: &[&str]) -> Redactor {
    let redactor = Redactor::new();
    secrets.iter().for_each(|secret| redactor.add(secret));
    redactor
}

#[track_caller]
fn check(secrets: &[&str], text: &str, expected: &str) {
    assert_eq!(redactor(secrets).redact(text), expected);
}

/// SEC-01, SEC-05: every form that the outputs are searched for.
#[test]
fn secrets_are_found_in_every_form() {
    let hex = |format: fn(u8) -> String| SECRET.bytes().map(format).collect::<String>();
    let percent: String = SECRET.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let segment = target::encode_segment(SECRET);
    let mut forms = vec![
        SECRET.to_owned(),
        SECRET.to_ascii_uppercase(),
        SECRET.to_ascii_lowercase(),
        SECRET.escape_debug().to_string(),
        SECRET.escape_default().to_string(),
        hex(|byte| format!("{byte:02x}")),
        hex(|byte| format!("{byte:02X}")),
        segment.to_ascii_lowercase(),
        segment.replace("%20", "+"),
        segment,
        target::encode_text(SECRET).into_owned(),
        percent.to_ascii_lowercase(),
        percent,
    ];
    forms.push(r#"tkn-C4NARY/+?>~ \"q\\uoteé"#.to_owned());
    for form in forms {
        check(&[SECRET], &form, "[secret]");
        check(&[SECRET], &format!("before{form}after"), "before[secret]after");
    }
    for before in ["", "a", "ab", "abc", "user:"] {
        for after in ["", "z", "yz", "xyz"] {
            let whole = format!("{before}{SECRET}{after}");
            for encoded in [STANDARD.encode(&whole), URL_SAFE.encode(&whole), URL_SAFE_NO_PAD.encode(&whole)] {
                let redacted = redactor(&[SECRET]).redact(&encoded).into_owned();
                assert!(redacted.contains("[secret]"), "{encoded}: {redacted}");
                // The characters at the edges hold bits of what stands beside.
                assert!(redacted.len() <= "[secret]".len() + (before.len() + after.len()) * 4 / 3 + 8, "{redacted}");
            }
        }
    }
}

#[test]
fn escapes_of_urls_may_differ() {
    check(&["a/b c+d"], "%61/b%20c+d a%2fb+c%2Bd", "[secret] [secret]");
    check(&["a/b c-d"], "100% of a%2fb+c-d%", "100% of [secret]%");
    check(&["%41%42"], "x%41%42 %41%", "x[secret] %41%");
    check(&["abcdef"], "%zz%61%62cdef%6", "%zz[secret]%6");
}

#[test]
fn what_is_no_secret_stays() {
    check(&[], "anything", "anything");
    check(&[SECRET], "tkn-C4NAR", "tkn-C4NAR");
    // Less than 6 bytes are not looked for.
    check(&["12345", " 12345\n", ""], "12345", "12345");
    check(&["123456"], "a 1234567", "a [secret]7");
    let redactor = redactor(&["123456"]);
    assert!(matches!(redactor.redact("nothing"), Cow::Borrowed("nothing")));
    assert!(!redactor.is_empty() && Redactor::new().is_empty());
}

#[test]
fn secrets_that_overlap_leave_no_rest() {
    check(&["abcdefgh", "efghijkl"], "-abcdefghijkl-", "-[secret]-");
    check(&["abcdef", "zabcdefz"], "zabcdefz abcdef", "[secret] [secret]");
    check(&["abcdef"], "abcdefabcdef", "[secret]");
    // Files often end with a line break that nobody means.
    check(&["abcdef\n"], "abcdef.", "[secret].");
}

#[test]
fn long_secrets_go_as_a_whole() {
    let long: String = (0..4000).map(|number| format!("{number}é")).collect();
    check(&[&long], &format!("<{long}>"), "<[secret]>");
    check(&[&long], &format!("<{}", &long[..1001]), "<[secret]");
    let encoded = STANDARD.encode(&long);
    assert!(redactor(&[&long]).redact(&encoded).len() < 16);
}

#[test]
fn bytes_need_be_no_text() {
    let redacted = redactor(&["abcdef"]);
    assert_eq!(&*redacted.redact_bytes(b"\xff\x00abcdef\xfe"), b"\xff\x00[secret]\xfe");
}

#[test]
fn clones_share_what_they_know() {
    let (first, token) = (Redactor::new(), Token::new("tkn-CTX-1").unwrap());
    let second = first.clone();
    assert_eq!(first.redact("tkn-CTX-1"), "tkn-CTX-1");
    second.add_token(&token);
    assert_eq!(first.redact("tkn-CTX-1"), "[secret]");
    second.add("another");
    assert_eq!(first.redact("tkn-CTX-1 another"), "[secret] [secret]");
    assert_eq!(format!("{first:?}"), "Redactor(2 secrets)");
}
