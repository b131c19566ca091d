//! Reads the line protocol: points of a measurement with tags, typed fields and a time.

use std::borrow::Cow;

use crate::clock::{SECOND, Timestamp};

/// The first and the last nanosecond that a point may have: two values at each end have another meaning.
const FIRST_TIME: i64 = i64::MIN + 2;
const LAST_TIME: i64 = i64::MAX - 1;

const MAX_KEY_LENGTH: usize = 65_535;

/// What the real server puts between a series and a field when it counts the length of both.
const FIELD_SEPARATOR_LENGTH: usize = 4;

const RESERVED_TAGS: [&[u8]; 3] = [b"time", b"_measurement", b"_field"];

/// The unit of the times in a request.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Precision {
    Nanoseconds,
    Microseconds,
    Milliseconds,
    Seconds,
}

/// The type of a field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum FieldType {
    Float,
    Integer,
    Unsigned,
    String,
    Boolean,
}

/// A point: what is needed of it to check a write.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Point {
    pub(crate) measurement: String,
    pub(crate) fields: Vec<(String, FieldType)>,
    pub(crate) time: Timestamp,
}

impl Precision {
    /// Reads the parameter `precision`.
    pub(crate) fn parse(text: &str) -> Option<Precision> {
        match text {
            "ns" => Some(Precision::Nanoseconds),
            "us" => Some(Precision::Microseconds),
            "ms" => Some(Precision::Milliseconds),
            "s" => Some(Precision::Seconds),
            _ => None,
        }
    }

    fn nanoseconds(self) -> i64 {
        match self {
            Precision::Nanoseconds => 1,
            Precision::Microseconds => 1_000,
            Precision::Milliseconds => 1_000_000,
            Precision::Seconds => SECOND,
        }
    }
}

impl FieldType {
    /// Returns the name that errors use.
    pub(crate) fn name(self) -> &'static str {
        match self {
            FieldType::Float => "float",
            FieldType::Integer => "integer",
            FieldType::Unsigned => "unsigned",
            FieldType::String => "string",
            FieldType::Boolean => "boolean",
        }
    }
}

/// Reads all lines; `now` is the time of the points that have none.
///
/// # Errors
///
/// Returns one line for each line that cannot be read, joined by line breaks.
pub(crate) fn parse(text: &[u8], precision: Precision, now: Timestamp) -> Result<Vec<Point>, String> {
    let mut points = Vec::new();
    let mut errors = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (line, after) = split_line(skip_blanks(rest));
        rest = after;
        if line.is_empty() || line.starts_with(b"#") {
            continue;
        }
        match parse_line(line, precision, now) {
            Ok(point) => points.push(point),
            Err(error) => errors.push(format!("unable to parse '{}': {error}", String::from_utf8_lossy(line))),
        }
    }
    if errors.is_empty() { Ok(points) } else { Err(errors.join("\n")) }
}

/// Splits at the first line break that is neither escaped nor within a text value.
fn split_line(text: &[u8]) -> (&[u8], &[u8]) {
    let mut in_fields = false;
    let mut quoted = false;
    let (mut equals, mut commas) = (0_usize, 0_usize);
    let mut position = 0;
    while let Some(byte) = text.get(position) {
        match byte {
            b'\\' => position += 1,
            b' ' => in_fields = true,
            b'"' if in_fields && equals > commas => quoted = !quoted,
            b'=' if in_fields && !quoted => equals += 1,
            b',' if in_fields && !quoted => commas += 1,
            b'\n' if !quoted => break,
            _ => {}
        }
        position += 1;
    }
    let line = text.get(..position).unwrap_or(text);
    // The last line may end in one, though a quotation mark is open.
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    (line, text.get(position + 1..).unwrap_or_default())
}

fn parse_line(line: &[u8], precision: Precision, now: Timestamp) -> Result<Point, Cow<'static, str>> {
    let key_length = scan_key(line)?;
    let (key, rest) = split(line, key_length);
    if rest.is_empty() {
        return Err("missing fields".into());
    }
    check_tags(key)?;
    if key.len() > MAX_KEY_LENGTH {
        return Err(key_too_long(key.len()));
    }

    let rest = skip_blanks(rest);
    let mut fields = Vec::new();
    let fields_length = scan_fields(rest, &mut fields)?;
    let longest = fields.iter().map(|(name, _)| key.len() + FIELD_SEPARATOR_LENGTH + name.len()).max();
    if let Some(length) = longest.filter(|length| *length > MAX_KEY_LENGTH) {
        return Err(key_too_long(length));
    }
    let (_, rest) = split(rest, fields_length);
    let time = parse_time(skip_blanks(rest), precision)?.unwrap_or(now);

    let measurement = key.get(..end_of(key, b", ")).unwrap_or(key);
    let fields = fields.into_iter().map(|(name, kind)| (unescape(name), kind)).collect();
    Ok(Point { measurement: unescape(measurement), fields, time })
}

/// Returns the length of the measurement and its tags.
fn scan_key(line: &[u8]) -> Result<usize, &'static str> {
    let mut position = end_of(line, b", ");
    if position == 0 {
        return Err("missing measurement");
    }
    while line.get(position) == Some(&b',') {
        position += 1;
        let (_, tag) = split(line, position);
        let name_length = end_of(tag, b",= ");
        if name_length == 0 {
            return Err("missing tag key");
        }
        if tag.get(name_length) != Some(&b'=') {
            return Err("missing tag value");
        }
        let (_, value) = split(tag, name_length + 1);
        if matches!(value.first(), None | Some(b',' | b' ')) {
            return Err("missing tag value");
        }
        // The first byte of a value may be anything else.
        let value_length = 1 + end_of_escaped_from(value, 1, b",= ");
        if value.get(value_length) == Some(&b'=') {
            return Err("invalid tag format");
        }
        position += name_length + 1 + value_length;
    }
    Ok(position)
}

fn check_tags(key: &[u8]) -> Result<(), Cow<'static, str>> {
    let mut names = Vec::new();
    let mut position = end_of(key, b",");
    while position < key.len() {
        let (_, tag) = split(key, position + 1);
        let name = tag.get(..end_of(tag, b"=")).unwrap_or(tag);
        if RESERVED_TAGS.contains(&name) {
            return Err(format!("cannot use reserved tag key \"{}\"", String::from_utf8_lossy(name)).into());
        }
        names.push(name);
        position += 1 + end_of(tag, b",");
    }
    names.sort_unstable();
    if names.windows(2).any(|pair| pair.first() == pair.last()) {
        return Err("duplicate tags".into());
    }
    Ok(())
}

/// Finds the fields at the start of `text` and returns the length of that part.
fn scan_fields<'a>(text: &'a [u8], fields: &mut Vec<(&'a [u8], FieldType)>) -> Result<usize, Cow<'static, str>> {
    let (mut equals, mut commas) = (0_usize, 0_usize);
    let mut quoted = false;
    let mut name_start = 0;
    let mut position = 0;
    while let Some(byte) = text.get(position) {
        position += 1;
        match byte {
            b'\\' => position += 1,
            b'"' if equals > commas => quoted = !quoted,
            _ if quoted => {}
            b' ' => {
                position -= 1;
                break;
            }
            b',' => {
                commas += 1;
                name_start = position;
            }
            b'=' => {
                equals += 1;
                let name = text.get(name_start..position - 1).unwrap_or_default();
                if name.is_empty() {
                    return Err("missing field key".into());
                }
                let (_, value) = split(text, position);
                let kind = match value.first() {
                    None | Some(b',' | b' ') => return Err("missing field value".into()),
                    Some(b'"') => FieldType::String,
                    Some(_) => {
                        let value = value.get(..end_of_plain(value, b", ")).unwrap_or(value);
                        position += value.len();
                        scan_plain_value(value)?
                    }
                };
                if name.ends_with(b"\\") {
                    let whole = text.get(name_start..).unwrap_or_default();
                    let shown = whole.get(..end_of_plain(whole, b", ")).unwrap_or(whole);
                    return Err(format!("invalid value: field-key={}", String::from_utf8_lossy(shown)).into());
                }
                fields.push((name, kind));
            }
            _ => {}
        }
    }
    if quoted {
        return Err("unbalanced quotes".into());
    }
    if equals == 0 || commas != equals - 1 {
        return Err("invalid field format".into());
    }
    Ok(position.min(text.len()))
}

/// Checks a value that is not a text.
fn scan_plain_value(value: &[u8]) -> Result<FieldType, Cow<'static, str>> {
    match value.first() {
        Some(b'0'..=b'9' | b'-' | b'.' | b'n' | b'N') => scan_number(value),
        _ => match value {
            b"t" | b"T" | b"true" | b"True" | b"TRUE" | b"f" | b"F" | b"false" | b"False" | b"FALSE" => {
                Ok(FieldType::Boolean)
            }
            _ => Err("invalid boolean".into()),
        },
    }
}

fn scan_number(value: &[u8]) -> Result<FieldType, Cow<'static, str>> {
    let invalid = || Cow::Borrowed("invalid number");
    let (digits, suffix) = match value.split_last() {
        Some((suffix @ (b'i' | b'u'), digits)) => (digits, Some(*suffix)),
        _ => (value, None),
    };
    let mut previous = None;
    let (mut points, mut exponents) = (0, 0);
    for byte in digits {
        match byte {
            b'0'..=b'9' => {}
            b'.' => points += 1,
            b'e' | b'E' => exponents += 1,
            b'-' if matches!(previous, None | Some(b'e' | b'E')) => {}
            b'+' if matches!(previous, Some(b'e' | b'E')) => {}
            _ => return Err(invalid()),
        }
        previous = Some(*byte);
    }
    if points > 1 || !digits.iter().any(u8::is_ascii_digit) {
        return Err(invalid());
    }
    // All bytes are ASCII here.
    let text = std::str::from_utf8(digits).unwrap_or_default();
    let out_of_range = |kind: &str, function: &str| {
        Cow::Owned(format!("unable to parse {kind} {text}: strconv.{function}: parsing \"{text}\": value out of range"))
    };
    match suffix {
        Some(_) if points + exponents > 0 => Err(invalid()),
        Some(b'i') => match text.parse::<i64>() {
            Ok(_) => Ok(FieldType::Integer),
            Err(_) => Err(out_of_range("integer", "ParseInt")),
        },
        Some(_) if text.starts_with('-') => Err(invalid()),
        Some(_) => match text.parse::<u64>() {
            Ok(_) => Ok(FieldType::Unsigned),
            Err(_) => Err(out_of_range("unsigned", "ParseUint")),
        },
        None => match text.parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(FieldType::Float),
            _ => Err("invalid float".into()),
        },
    }
}

fn parse_time(text: &[u8], precision: Precision) -> Result<Option<Timestamp>, Cow<'static, str>> {
    let (number, rest) = split(text, end_of_plain(text, b" "));
    if number.is_empty() {
        return Ok(None);
    }
    let digits = number.strip_prefix(b"-").unwrap_or(number);
    if !digits.iter().all(u8::is_ascii_digit) {
        return Err("bad timestamp".into());
    }
    // All bytes are ASCII here.
    let text = std::str::from_utf8(number).unwrap_or_default();
    let Ok(count) = text.parse::<i64>() else {
        let reason = if digits.is_empty() { "invalid syntax" } else { "value out of range" };
        return Err(format!("strconv.ParseInt: parsing \"{text}\": {reason}").into());
    };
    if !skip_blanks(rest).is_empty() {
        return Err("point is invalid".into());
    }
    match count.checked_mul(precision.nanoseconds()) {
        Some(time) if (FIRST_TIME..=LAST_TIME).contains(&time) => Ok(Some(Timestamp(time))),
        _ => Err(format!("time outside range {FIRST_TIME} - {LAST_TIME}").into()),
    }
}

/// Returns where the first of `stops` is that no backslash stands before, or the length.
fn end_of(text: &[u8], stops: &[u8]) -> usize {
    end_of_escaped_from(text, 0, stops)
}

/// Returns, counted from `start`, where the first of `stops` is that no backslash stands before.
fn end_of_escaped_from(text: &[u8], start: usize, stops: &[u8]) -> usize {
    let mut previous = start.checked_sub(1).and_then(|before| text.get(before)).copied();
    let (_, rest) = split(text, start);
    for (position, byte) in rest.iter().enumerate() {
        if stops.contains(byte) && previous != Some(b'\\') {
            return position;
        }
        previous = Some(*byte);
    }
    rest.len()
}

/// Returns where the first of `stops` is, or the length.
fn end_of_plain(text: &[u8], stops: &[u8]) -> usize {
    text.iter().position(|byte| stops.contains(byte)).unwrap_or(text.len())
}

fn split(text: &[u8], position: usize) -> (&[u8], &[u8]) {
    text.split_at(position.min(text.len()))
}

fn skip_blanks(text: &[u8]) -> &[u8] {
    let blanks = text.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | 0)).count();
    split(text, blanks).1
}

fn key_too_long(length: usize) -> Cow<'static, str> {
    format!("max key length exceeded: {length} > {MAX_KEY_LENGTH}").into()
}

fn unescape(name: &[u8]) -> String {
    let mut plain = Vec::with_capacity(name.len());
    let mut bytes = name.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        if byte == b'\\' && matches!(bytes.peek(), Some(b',' | b'=' | b' ')) {
            continue;
        }
        plain.push(byte);
    }
    String::from_utf8_lossy(&plain).into_owned()
}

#[cfg(test)]
mod tests;
