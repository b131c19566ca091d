//! JSON objects of request bodies, with members of the expected types.

use serde_json::{Map, Value};

use crate::error::ApiError;
use crate::id::Id;
use crate::json_syntax;

/// The names that the real server has for the types of a body; its errors tell them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BodyType {
    /// What is said when the body is no object.
    pub(crate) whole: &'static str,
    /// What is said when a member has the wrong type.
    pub(crate) member_of: &'static str,
}

/// A JSON object that was read from a request.
#[derive(Debug)]
pub(crate) struct JsonBody {
    members: Map<String, Value>,
    member_of: String,
}

impl JsonBody {
    /// Reads an object; `null` stands for an empty one.
    pub(crate) fn parse(bytes: &[u8], body_type: BodyType) -> Result<JsonBody, ApiError> {
        let text = json_syntax::first_value(bytes).map_err(ApiError::invalid)?;
        let value = serde_json::from_str(&String::from_utf8_lossy(text))
            .map_err(|_| ApiError::invalid("json: a string or a number is out of range"))?;
        match value {
            Value::Object(members) => Ok(JsonBody { members, member_of: format!("{}.", body_type.member_of) }),
            Value::Null => Ok(JsonBody { members: Map::new(), member_of: String::new() }),
            other => Err(ApiError::invalid(format!(
                "json: cannot unmarshal {} into Go value of type {}",
                kind(&other),
                body_type.whole
            ))),
        }
    }

    /// Returns a text member; none where it is absent or `null`.
    pub(crate) fn string(&self, name: &str) -> Result<Option<&str>, ApiError> {
        match self.member(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(other) => Err(self.wrong_type(name, kind(other), "string")),
        }
    }

    /// Returns an id member; none where it is absent or `null`.
    pub(crate) fn id(&self, name: &str) -> Result<Option<Id>, ApiError> {
        match self.member(name) {
            None => Ok(None),
            Some(Value::String(text)) => Id::parse(text).map(Some),
            Some(other) => Err(self.wrong_type(name, kind(other), "platform.ID")),
        }
    }

    /// Returns a whole number member; none where it is absent or `null`.
    pub(crate) fn integer(&self, name: &str) -> Result<Option<i64>, ApiError> {
        match self.member(name) {
            None => Ok(None),
            Some(Value::Number(number)) => match number.as_i64() {
                Some(whole) => Ok(Some(whole)),
                None => Err(self.wrong_type(name, &format!("number {number}"), "int64")),
            },
            Some(other) => Err(self.wrong_type(name, kind(other), "int64")),
        }
    }

    /// Returns the objects of an array member; none where it is absent or `null`.
    pub(crate) fn objects(
        &self,
        name: &str,
        element: &'static str,
        array: &'static str,
    ) -> Result<Option<Vec<JsonBody>>, ApiError> {
        let elements = match self.member(name) {
            None => return Ok(None),
            Some(Value::Array(elements)) => elements,
            Some(other) => return Err(self.wrong_type(name, kind(other), array)),
        };
        let short = element.rsplit('.').next().unwrap_or(element);
        let objects = elements.iter().map(|value| match value {
            Value::Object(members) => Ok(JsonBody { members: members.clone(), member_of: format!("{short}.{name}.") }),
            Value::Null => Ok(JsonBody { members: Map::new(), member_of: String::new() }),
            other => Err(self.wrong_type(name, kind(other), element)),
        });
        objects.collect::<Result<Vec<_>, _>>().map(Some)
    }

    /// Finds a member by its exact name or, failing that, in any case.
    fn member(&self, name: &str) -> Option<&Value> {
        let any_case = || self.members.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value);
        self.members.get(name).or_else(any_case).filter(|value| !value.is_null())
    }

    fn wrong_type(&self, name: &str, found: &str, expected: &str) -> ApiError {
        ApiError::invalid(format!(
            "json: cannot unmarshal {found} into Go struct field {}{name} of type {expected}",
            self.member_of
        ))
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "bool",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}
