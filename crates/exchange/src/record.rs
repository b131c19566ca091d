//! An exchange as it is kept: a request, and the response or the error that came of it, without secrets.

use fluxlet_runtime::http::{Request, Response, target};
use fluxlet_runtime::{Code, Error, Origin, Redactor, Result};
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use serde::{Deserialize, Serialize};

use crate::body::Body;
use crate::redaction;

/// Most headers of a request or a response.
const MOST_HEADERS: usize = 1024;

/// A header that a cassette leaves out: it is another for each run.
const TRACE_PARENT: &str = "traceparent";

/// One exchange: a request, and the response or the error that came of it.
#[derive(Clone, Serialize, Deserialize)]
#[serde(into = "Document", try_from = "Document")]
pub struct Exchange {
    /// The test case that it belongs to; without one, it may be of any.
    pub(crate) testcase: Option<String>,
    pub(crate) request: RequestRecord,
    pub(crate) outcome: Outcome,
}

/// What came of a request.
#[derive(Clone)]
pub(crate) enum Outcome {
    Response(ResponseRecord),
    Error(ErrorRecord),
}

/// A request without secrets.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a request")]
pub(crate) struct RequestRecord {
    pub(crate) method: MethodName,
    pub(crate) url: Address,
    #[serde(default, skip_serializing_if = "Headers::is_empty")]
    pub(crate) headers: Headers,
    #[serde(default, skip_serializing_if = "Body::is_empty")]
    pub(crate) body: Body,
}

/// A response without secrets.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a response")]
pub(crate) struct ResponseRecord {
    status: Status,
    #[serde(default, skip_serializing_if = "Headers::is_empty")]
    headers: Headers,
    #[serde(default, skip_serializing_if = "Body::is_empty")]
    body: Body,
}

/// An error of the client.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an error")]
pub(crate) struct ErrorRecord {
    code: CodeName,
    message: String,
}

/// The form of an exchange in a cassette.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an exchange")]
struct Document {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    testcase: Option<String>,
    request: RequestRecord,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    response: Option<ResponseRecord>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    error: Option<ErrorRecord>,
}

/// A method.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub(crate) struct MethodName(pub(crate) Method);

/// Where a request goes, written as a URL.
#[derive(Clone, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub(crate) struct Address {
    pub(crate) origin: Origin,
    /// Path and query.
    pub(crate) target: String,
}

/// Headers in their order, each written as `name: value`.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(into = "Vec<String>", try_from = "Vec<String>")]
pub(crate) struct Headers(pub(crate) Vec<(HeaderName, String)>);

/// A status, 100 to 999.
#[derive(Clone, Serialize, Deserialize)]
#[serde(into = "u16", try_from = "u16")]
struct Status(u16);

/// A Flux code, in words.
#[derive(Clone, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
struct CodeName(Code);

impl RequestRecord {
    /// Keeps what may be kept of `request`.
    pub(crate) fn of(request: &Request, redactor: &Redactor) -> Self {
        Self {
            method: MethodName(request.method.clone()),
            url: Address {
                origin: redaction::origin(&request.origin, redactor),
                target: redaction::target(&request.target, redactor),
            },
            headers: Headers(redaction::headers(&request.headers, redactor)),
            body: request.body.as_ref().map(|body| redaction::body(body, redactor)).unwrap_or_default(),
        }
    }

    /// Removes the headers that are credentials, and the one that is another for each run.
    pub(crate) fn for_cassette(mut self) -> Self {
        self.headers.0.retain(|(name, value)| value != Redactor::MARK && name.as_str() != TRACE_PARENT);
        self
    }

    /// Returns method, origin and path, without the query.
    pub(crate) fn shown(&self) -> String {
        const LONGEST: usize = 160;
        let path = target::split_query(&self.url.target).0;
        let (start, rest) = match path.char_indices().nth(LONGEST) {
            Some((end, _)) => (path.get(..end).unwrap_or_default(), "…"),
            None => (path, ""),
        };
        format!("{} {}{}{rest}", self.method.0, self.url.origin, start.escape_debug())
    }
}

impl Outcome {
    /// Keeps what may be kept of `result`.
    pub(crate) fn of(result: &Result<Response>, redactor: &Redactor) -> Self {
        match result {
            Ok(response) => Self::Response(ResponseRecord {
                status: Status(response.status),
                headers: Headers(redaction::headers(&response.headers, redactor)),
                body: redaction::body(&response.body, redactor),
            }),
            Err(error) => Self::Error(ErrorRecord {
                code: CodeName(error.code()),
                message: redactor.redact(error.message()).into_owned(),
            }),
        }
    }

    /// Makes the result again.
    pub(crate) fn result(&self) -> Result<Response> {
        match self {
            Self::Response(ResponseRecord { status, headers, body }) => {
                Ok(Response { status: status.0, headers: headers.map()?, body: body.0.clone() })
            }
            Self::Error(ErrorRecord { code, message }) => Err(Error::new(code.0, message.as_str())),
        }
    }
}

impl Headers {
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Walks over the values of `name`.
    pub(crate) fn values<'a>(&'a self, name: &'a HeaderName) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    fn map(&self) -> Result<HeaderMap> {
        let mut map = HeaderMap::new();
        for (name, value) in &self.0 {
            let value = HeaderValue::from_bytes(value.as_bytes());
            let value =
                value.map_err(|_| Error::invalid(format!("the header `{name}` of the cassette has no valid value")))?;
            map.try_append(name, value).map_err(|_| Error::exhausted("the response has too many headers"))?;
        }
        Ok(map)
    }
}

impl From<Exchange> for Document {
    fn from(exchange: Exchange) -> Self {
        let Exchange { testcase, request, outcome } = exchange;
        let (response, error) = match outcome {
            Outcome::Response(response) => (Some(response), None),
            Outcome::Error(error) => (None, Some(error)),
        };
        Self { testcase, request, response, error }
    }
}

impl TryFrom<Document> for Exchange {
    type Error = &'static str;

    fn try_from(document: Document) -> Result<Self, &'static str> {
        let outcome = match (document.response, document.error) {
            (Some(response), None) => Outcome::Response(response),
            (None, Some(error)) => Outcome::Error(error),
            _ => return Err("an exchange has either a `response` or an `error`"),
        };
        Ok(Self { testcase: document.testcase, request: document.request, outcome })
    }
}

impl From<MethodName> for String {
    fn from(method: MethodName) -> Self {
        method.0.to_string()
    }
}

impl TryFrom<String> for MethodName {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, &'static str> {
        Method::from_bytes(text.as_bytes()).map(Self).map_err(|_| "`method` is no method")
    }
}

impl From<Address> for String {
    fn from(address: Address) -> Self {
        format!("{}{}", address.origin, address.target)
    }
}

impl TryFrom<String> for Address {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let url = target::Url::parse("url", &text).map_err(|error| error.message().replacen("argument ", "", 1))?;
        let path = if url.path.is_empty() { "/" } else { url.path };
        let target = target::join(path.to_owned(), url.query).map_err(|error| error.message().to_owned())?;
        Ok(Self { origin: url.origin, target: target::encode_text(&target).into_owned() })
    }
}

impl From<Headers> for Vec<String> {
    fn from(headers: Headers) -> Self {
        headers.0.iter().map(|(name, value)| format!("{name}: {value}")).collect()
    }
}

impl TryFrom<Vec<String>> for Headers {
    type Error = &'static str;

    fn try_from(lines: Vec<String>) -> Result<Self, &'static str> {
        if lines.len() > MOST_HEADERS {
            return Err("`headers` has more than 1024 lines");
        }
        let parse = |line: &String| {
            let (name, value) = line.split_once(':')?;
            let value = value.trim_matches([' ', '\t']);
            HeaderValue::from_bytes(value.as_bytes()).ok()?;
            Some((HeaderName::from_bytes(name.as_bytes()).ok()?, value.to_owned()))
        };
        let headers: Option<Vec<_>> = lines.iter().map(parse).collect();
        headers.map(Self).ok_or("each of `headers` is written as `name: value`")
    }
}

impl From<Status> for u16 {
    fn from(status: Status) -> Self {
        status.0
    }
}

impl TryFrom<u16> for Status {
    type Error = &'static str;

    fn try_from(status: u16) -> Result<Self, &'static str> {
        if (100..1000).contains(&status) { Ok(Self(status)) } else { Err("`status` is a number from 100 to 999") }
    }
}

impl From<CodeName> for String {
    fn from(code: CodeName) -> Self {
        code.0.as_str().to_owned()
    }
}

impl TryFrom<String> for CodeName {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, &'static str> {
        let code = Code::ALL.into_iter().find(|code| code.as_str() == text);
        code.map(Self).ok_or("`code` is no code of Flux, such as `unavailable` or `deadline exceeded`")
    }
}
