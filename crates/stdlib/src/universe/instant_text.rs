//! Texts to instants: a date, or RFC 3339 as strictly as Flux reads it.

use fluxlet_runtime::{Error, Result, Time};

use crate::message::bad_syntax;

/// Length of `2006-01-02T15:04:05`.
const TO_SECONDS: usize = 19;

/// Digits of the second that count; further ones are cut off.
const FRACTION: usize = 9;

/// Parses `YYYY-MM-DD`, or a date and time with seconds and an offset.
///
/// # Errors
/// `invalid` if the text is neither.
pub(super) fn parse(text: &str) -> Result<Time> {
    let what = if text.contains('T') { "date time" } else { "date" };
    let fail = || Error::invalid(format!("{}: cannot parse {what}", bad_syntax(text, "time").message()));
    let plain = if text.len() == 10 { Some(text.to_owned()) } else { normalise(text) };
    plain.and_then(|plain| Time::parse(&plain).ok()).ok_or_else(fail)
}

/// Returns RFC 3339 without the digits that do not count; `None` if it has another form.
fn normalise(text: &str) -> Option<String> {
    let (seconds, rest) = text.split_at_checked(TO_SECONDS)?;
    let form = seconds.bytes().zip("dddd-dd-ddTdd:dd:dd".bytes());
    let well_formed =
        form.into_iter().all(|(byte, form)| if form == b'd' { byte.is_ascii_digit() } else { byte == form });
    // A leap second is no instant to Flux.
    if !well_formed || seconds.ends_with("60") {
        return None;
    }
    let (fraction, offset) = match rest.strip_prefix('.') {
        Some(rest) => rest.split_at(rest.bytes().take_while(u8::is_ascii_digit).count()),
        None => ("", rest),
    };
    if fraction.is_empty() == rest.starts_with('.') || !is_offset(offset) {
        return None;
    }
    Some(match fraction.get(..fraction.len().min(FRACTION)) {
        None | Some("") => text.to_owned(),
        Some(counted) => format!("{seconds}.{counted}{offset}"),
    })
}

fn is_offset(text: &str) -> bool {
    match text.as_bytes() {
        b"Z" => true,
        [b'+' | b'-', h1, h2, b':', m1, m2] => [h1, h2, m1, m2].into_iter().all(u8::is_ascii_digit),
        _ => false,
    }
}
