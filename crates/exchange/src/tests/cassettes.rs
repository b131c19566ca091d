//! The text of cassettes: what is read, what is refused, and the file.

use fluxlet_runtime::Code;

use super::*;
use crate::{Cassette, CassetteFile};

/// A cassette with one exchange of each kind.
const KINDS: &str = r#"{
  "fluxlet cassette": 1,
  "now": "2030-03-17T17:46:40Z",
  "host": "http://localhost:8086/base",
  "token": true,
  "org": "o",
  "org id": "1",
  "user id": "2",
  "secrets": [
    "KEY"
  ],
  "matched headers": [
    "accept"
  ],
  "exchanges": [
    {
      "request": {
        "method": "GET",
        "url": "http://localhost:8086/base/a?b=c&b=d"
      },
      "response": {
        "status": 200,
        "headers": [
          "x-two: 1",
          "x-two: ä"
        ],
        "body": [
          "one\n",
          "\n",
          "three"
        ]
      }
    },
    {
      "testcase": "t",
      "request": {
        "method": "POST",
        "url": "https://[::1]:1/",
        "headers": [
          "accept: text/csv"
        ],
        "body": "{}"
      },
      "response": {
        "status": 200,
        "body": {
          "base64": "/wA="
        }
      }
    },
    {
      "request": {
        "method": "GET",
        "url": "http://h/"
      },
      "error": {
        "code": "deadline exceeded",
        "message": "too late"
      }
    }
  ]
}
"#;

#[test]
fn a_text_stays_what_it_is() {
    let cassette = Cassette::parse(KINDS).unwrap();
    assert_eq!(cassette.exchanges().len(), 3);
    assert_eq!(cassette.secrets().collect::<Vec<_>>(), [("KEY", "[secret]")]);
    assert_eq!(cassette.text().unwrap(), KINDS);
    assert_eq!(format!("{cassette:?}"), "Cassette { now: Time(1900000000000000000), exchanges: 3, .. }");
}

#[test]
fn what_it_says_is_given_to_the_context() {
    let context = Cassette::parse(KINDS).unwrap().give(Context::new()).unwrap();
    assert_eq!(context.host().unwrap().to_string(), "http://localhost:8086/base");
    assert!(context.token().is_some());
    let ids = [context.org(), context.org_id(), context.user_id()].map(|id| id.unwrap().as_str());
    assert_eq!(ids, ["o", "1", "2"]);
    assert_eq!(context.clock().now(), NOW);
    let bare = Cassette::parse(r#"{"fluxlet cassette": 1, "now": "2030-03-17T17:46:40Z", "exchanges": []}"#).unwrap();
    let context = bare.give(Context::new()).unwrap();
    assert!(context.host().is_none() && context.token().is_none() && context.org().is_none());
}

#[track_caller]
fn refused(text: &str, expected: &str) {
    let error = Cassette::parse(text).unwrap_err();
    assert_eq!((error.code(), error.message()), (Code::Invalid, expected));
}

/// Replaces a part of [`KINDS`] and checks what is said then.
#[track_caller]
fn refused_with(part: &str, other: &str, expected: &str) {
    assert!(KINDS.contains(part), "{part}");
    refused(&KINDS.replacen(part, other, 1), expected);
}

#[test]
fn other_texts_are_refused_with_their_place() {
    refused("", "line 1, column 0 of the cassette: it ends too early");
    refused("{\n  \"fluxlet", "line 2, column 10 of the cassette: it ends too early");
    refused("[]", "line 1, column 2 of the cassette: expected an object, the whole cassette");
    refused("{} x", "line 1, column 2 of the cassette: missing field `fluxlet cassette`");
    refused("{]", "line 1, column 2 of the cassette: key must be a string");
    refused_with(
        "cassette\": 1",
        "cassette\": 2",
        "line 2, column 23 of the cassette: the cassette has version 2; this program reads version 1",
    );
    refused_with(
        "2030-03-17",
        "2030-13-17",
        "line 3, column 31 of the cassette: `now` is a time such as `2030-01-31T12:00:00Z`",
    );
    refused_with(
        "http://localhost:8086/base\"",
        "HUSH\"",
        "line 4, column 16 of the cassette: `host`: a host starts with `http://` or `https://`",
    );
    refused_with("\"accept\"", "\"a b\"", "line 14, column 3 of the cassette: `matched headers` are names of headers");
    refused_with("\"GET\"", "\"HU SH\"", "line 18, column 25 of the cassette: `method` is no method");
    refused_with("\"GET\"", "7", "line 18, column 19 of the cassette: expected a string");
    refused_with(
        "http://localhost:8086/base/a",
        "/HUSH",
        "line 20, column 7 of the cassette: `url` must start with `http://` or `https://`",
    );
    refused_with(
        "http://localhost:8086/base/a",
        "http://u:HUSH@h/",
        "line 20, column 7 of the cassette: `url` holds credentials; give them in a header `Authorization`",
    );
    refused_with("200", "20", "line 22, column 20 of the cassette: `status` is a number from 100 to 999");
    refused_with("200", "70000", "line 22, column 23 of the cassette: expected u16");
    refused_with("200", "\"HUSH\"", "line 22, column 24 of the cassette: expected u16");
    refused_with(
        "x-two: 1",
        "x two: 1",
        "line 26, column 9 of the cassette: each of `headers` is written as `name: value`",
    );
    refused_with(
        "x-two: 1",
        "HUSH",
        "line 26, column 9 of the cassette: each of `headers` is written as `name: value`",
    );
    refused_with(
        "x-two: 1",
        "x: \\n",
        "line 26, column 9 of the cassette: each of `headers` is written as `name: value`",
    );
    refused_with("\"/wA=\"", "\"HUSH!\"", "line 48, column 9 of the cassette: the body is no base64");
    refused_with(
        "\"base64\"",
        "\"hex\"",
        "line 48, column 9 of the cassette: expected a text, an array of texts or {\"base64\": \"…\"}",
    );
    refused_with(
        "deadline exceeded",
        "late",
        "line 57, column 22 of the cassette: `code` is no code of Flux, such as `unavailable` or `deadline exceeded`",
    );
    refused_with(
        "\"error\": {",
        "\"HUSH\": {",
        "line 56, column 12 of the cassette: expected one of `testcase`, `request`, `response`, `error`",
    );
    refused_with(
        ",\n      \"error\": {\n        \"code\": \"deadline exceeded\",\n        \"message\": \"too late\"\n      }",
        "",
        "line 57, column 3 of the cassette: an exchange has either a `response` or an `error`",
    );
}

/// Whatever stands in a text, it is read or refused.
#[test]
fn no_text_is_too_strange() {
    for end in (0..KINDS.len()).filter(|end| KINDS.is_char_boundary(*end)) {
        assert!(Cassette::parse(&KINDS[..end]).is_err() || end + 1 == KINDS.len());
    }
    for at in (0..KINDS.len()).filter(|at| KINDS.is_char_boundary(*at) && KINDS.is_char_boundary(at + 1)) {
        for sign in ["", "\"", "\\", "{", "[", "]", "0", "-", "\u{0}", "\u{10ffff}"] {
            let text = format!("{}{sign}{}", &KINDS[..at], &KINDS[at + 1..]);
            if let Ok(cassette) = Cassette::parse(&text) {
                let again = cassette.text().unwrap();
                assert_eq!(Cassette::parse(&again).unwrap().text().unwrap(), again);
            }
        }
    }
    let deep = format!("{{\"exchanges\": {}", "[".repeat(100_000));
    assert!(Cassette::parse(&deep).is_err());
    let lines = vec!["\"a: b\""; 2000].join(",");
    let many = KINDS.replacen("\"x-two: 1\"", &lines, 1);
    assert!(Cassette::parse(&many).unwrap_err().message().ends_with("`headers` has more than 1024 lines"));
    let error = Cassette::parse(&" ".repeat((64 << 20) + 1)).unwrap_err();
    assert_eq!((error.code(), error.message()), (Code::ResourceExhausted, "a cassette has at most 64 MiB"));
}

/// A folder that is removed at the end of its test.
struct Folder(std::path::PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("fluxlet-exchange-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(&self.0).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_file_is_there_as_a_whole_or_not_at_all() {
    let folder = Folder::new("whole");
    let path = folder.0.join("a.cassette");
    let cassette = Cassette::parse(KINDS).unwrap();
    std::fs::write(&path, "old").unwrap();
    drop(CassetteFile::create(&path).unwrap());
    assert_eq!(
        (folder.names(), std::fs::read_to_string(&path).unwrap()),
        (vec!["a.cassette".to_owned()], "old".to_owned())
    );
    let (file, other) = (CassetteFile::create(&path).unwrap(), CassetteFile::create(&path).unwrap());
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "old");
    file.save(&cassette).unwrap();
    drop(other);
    assert_eq!(folder.names(), ["a.cassette"]);
    assert_eq!(Cassette::load(&path).unwrap().text().unwrap(), KINDS);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn files_that_cannot_be() {
    let folder = Folder::new("not");
    let create = |name: &str| CassetteFile::create(&folder.0.join(name)).map(drop).unwrap_err();
    let error = create("no/a.cassette");
    assert_eq!(error.code(), Code::NotFound);
    assert!(error.message().ends_with("a.cassette`: its directory does not exist"), "{error}");
    assert!(create("").message().ends_with("it is a directory"));
    let load = |name: &str| Cassette::load(&folder.0.join(name)).unwrap_err();
    assert!(load("a").message().ends_with("a`: it does not exist"));
    std::fs::write(folder.0.join("b"), b"\xff").unwrap();
    assert!(load("b").message().ends_with("b`: the cassette is not UTF-8 text"));
    std::fs::write(folder.0.join("c"), "{").unwrap();
    assert!(load("c").message().ends_with("c`: line 1, column 1 of the cassette: it ends too early"));
}
