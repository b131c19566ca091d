//! How a request differs from a recorded one, told without queries, headers and bodies: by the places, not by what stands there.

use std::borrow::Cow;

use fluxlet_runtime::http::target;
use http::HeaderName;
use percent_encoding::percent_decode_str;
use serde_json::Value;

use crate::body::Body;
use crate::record::RequestRecord;

/// Longest place in a body that is told, in bytes.
const LONGEST: usize = 120;

/// The first difference of two requests.
pub(super) struct Difference {
    /// How many parts of the requests are the same.
    pub(super) same_parts: usize,
    pub(super) words: String,
}

/// Compares requests; `None` if they are the same.
pub(super) fn between(
    recorded: &RequestRecord,
    sent: &RequestRecord,
    matched_headers: &[HeaderName],
) -> Option<Difference> {
    let (recorded_path, recorded_query) = target::split_query(&recorded.url.target);
    let (sent_path, sent_query) = target::split_query(&sent.url.target);
    let differs = |differs: bool, words: &str| differs.then(|| words.to_owned());
    let parts = [
        differs(recorded.method != sent.method, "the method differs"),
        differs(recorded.url.origin != sent.url.origin, "the host differs"),
        differs(recorded_path != sent_path, "the path differs"),
        query(recorded_query.unwrap_or_default(), sent_query.unwrap_or_default()),
        matched_headers.iter().find_map(|name| header(recorded, sent, name)),
    ];
    // Bodies may be large: they are only looked at where the rest is the same, or nearly.
    let elsewhere = parts.iter().flatten().count();
    let body = if elsewhere > 1 { None } else { body(&recorded.body, &sent.body) };
    let same_parts = parts.iter().filter(|part| part.is_none()).count() * 2 + usize::from(body.is_none());
    let words = parts.into_iter().flatten().next().or(body)?;
    Some(Difference { same_parts, words })
}

/// Compares queries as sets of pairs.
fn query(recorded: &str, sent: &str) -> Option<String> {
    if recorded == sent {
        return None;
    }
    let (recorded, sent) = (pairs(recorded), pairs(sent));
    let (key, _) = recorded.iter().zip(&sent).find(|(one, other)| one != other).map_or_else(
        || recorded.get(sent.len()).or_else(|| sent.get(recorded.len())),
        |(one, other)| Some(one.min(other)),
    )?;
    Some(format!("the query differs at the key `{}`", cut(&String::from_utf8_lossy(key).escape_debug().to_string())))
}

/// Returns the decoded pairs, sorted.
fn pairs(query: &str) -> Vec<(Vec<u8>, Vec<u8>)> {
    let decoded = |text: &str| percent_decode_str(&text.replace('+', " ")).collect();
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    let mut pairs: Vec<_> = pairs.map(|(key, value)| (decoded(key), decoded(value))).collect();
    pairs.sort();
    pairs
}

fn header(recorded: &RequestRecord, sent: &RequestRecord, name: &HeaderName) -> Option<String> {
    let same = recorded.headers.values(name).eq(sent.headers.values(name));
    (!same).then(|| format!("the header `{name}` differs"))
}

fn body(recorded: &Body, sent: &Body) -> Option<String> {
    if recorded == sent {
        return None;
    }
    let json = |body: &Body| serde_json::from_slice::<Value>(&body.0).ok();
    if let (Some(recorded), Some(sent)) = (json(recorded), json(sent)) {
        let mut place = String::from("$");
        return differs_at(&recorded, &sent, &mut place).then(|| format!("the body differs at `{}`", cut(&place)));
    }
    let bytes = recorded.0.iter().zip(sent.0.iter());
    let offset = bytes.take_while(|(one, other)| one == other).count();
    Some(match (recorded.is_empty(), sent.is_empty()) {
        (true, _) => "it has no body".to_owned(),
        (_, true) => "it has a body".to_owned(),
        _ => format!("the body differs at byte {offset}"),
    })
}

/// Tells whether two documents differ, and puts the first difference into `place`. The depth is that of the parser.
fn differs_at(one: &Value, other: &Value, place: &mut String) -> bool {
    let start = place.len();
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            let absent = |key: &&String| !one.contains_key(*key);
            for key in one.keys().chain(other.keys().filter(absent)) {
                place.push('.');
                place.extend(key.escape_debug());
                let differs = match (one.get(key), other.get(key)) {
                    (Some(one), Some(other)) => differs_at(one, other, place),
                    _ => true,
                };
                if differs {
                    return true;
                }
                place.truncate(start);
            }
            false
        }
        (Value::Array(one), Value::Array(other)) => {
            for (index, (one, other)) in one.iter().zip(other).enumerate() {
                place.push_str(&format!("[{index}]"));
                if differs_at(one, other, place) {
                    return true;
                }
                place.truncate(start);
            }
            if one.len() != other.len() {
                place.push_str(&format!("[{}]", one.len().min(other.len())));
            }
            one.len() != other.len()
        }
        _ => one != other,
    }
}

fn cut(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()).into(),
        None => text.into(),
    }
}
