//! A body in a cassette: a text, in lines if it has several, or base64 where it is none.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// The only key of a body that is no text.
const BASE64: &str = "base64";

/// What a body may be.
const EXPECTED: &str = "a text, an array of texts or {\"base64\": \"…\"}";

/// A body: `"text"`, `["line\n", "line"]` or `{"base64": "…"}`.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct Body(pub(crate) Bytes);

impl Body {
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn as_text(&self) -> Option<&str> {
        std::str::from_utf8(&self.0).ok()
    }
}

impl Serialize for Body {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.as_text() {
            // Of a long body, a comparison of two cassettes then shows the lines that have changed.
            Some(text) if text.contains('\n') => return serializer.collect_seq(text.split_inclusive('\n')),
            Some(text) => return serializer.serialize_str(text),
            None => {}
        }
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry(BASE64, &STANDARD.encode(&self.0))?;
        map.end()
    }
}

impl<'de> Deserialize<'de> for Body {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(BodyVisitor)
    }
}

struct BodyVisitor;

impl<'de> Visitor<'de> for BodyVisitor {
    type Value = Body;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(EXPECTED)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Body, E> {
        self.visit_string(text.to_owned())
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Body, E> {
        Ok(Body(text.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut lines: A) -> Result<Body, A::Error> {
        let mut text = String::new();
        while let Some(line) = lines.next_element::<String>()? {
            text.push_str(&line);
        }
        Ok(Body(text.into()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Body, A::Error> {
        let code = match map.next_entry::<String, String>()? {
            Some((key, code)) if key == BASE64 => code,
            _ => return Err(A::Error::custom(format_args!("expected {EXPECTED}"))),
        };
        let bytes = STANDARD.decode(code).map_err(|_| A::Error::custom("the body is no base64"))?;
        if map.next_key::<String>()?.is_some() {
            return Err(A::Error::custom("a body in base64 has nothing else"));
        }
        Ok(Body(bytes.into()))
    }
}
