//! What names are, where they come from, and where else they stand.

use serde_json::{Value, json};

use crate::client::{Client, range};

/// A script with most kinds of names; tests put the cursor into it.
const SCRIPT: &str = r#"import "strings"
import m "math"

// twice doubles é𝄞.
twice = (n, by=2) => {
    half = n
    both = {half, by}
    return {all: half * by, both: both}
}
option task = {name: "t", every: 1h}
n = 21
"${string(v: n)} é𝄞 ${string(v: twice(n: n).all)}"
twice(n).all + int(v: m.floor(x: m.pi))
strings.title(v: task.name)
"#;

/// Puts the cursor before the `index`-th `word`, counted from 0.
fn at(word: &str, index: usize) -> String {
    let (offset, _) = SCRIPT.match_indices(word).nth(index).expect("the script has the word");
    format!("{}^{}", &SCRIPT[..offset], &SCRIPT[offset..])
}

#[track_caller]
fn hovers(word: &str, index: usize, expected: &str) {
    let (mut client, place, diagnostics) = Client::with(&at(word, index));
    assert_eq!(diagnostics, json!([]));
    let hover = client.ask("hover", &place);
    let text = hover["contents"]["value"].as_str().unwrap_or_default().replace("```flux\n", "").replace("\n```", "");
    assert!(text.starts_with(expected), "{text:?}");
}

#[test]
fn hover_shows_types_and_comments() {
    hovers("twice =", 0, "twice : (?by: A, n: A) => {all: A, both: {by: A, half: A}}\n\ntwice doubles é𝄞.");
    hovers("twice(n: n)", 0, "twice : (?by: A, n: A) => {all: A, both: {by: A, half: A}}\n\ntwice doubles é𝄞.");
    hovers("half =", 0, "half : A");
    hovers("by}", 0, "by : A");
    hovers("n: n)", 0, "n : A");
    hovers("n)} é", 0, "n : int");
    hovers("all)", 0, "all : int");
    hovers("floor", 0, "floor : (x: float) => float\n\nfloor ");
    hovers("m \"math\"", 0, "import \"math\"\n\nPackage math ");
    hovers("strings.", 0, "import \"strings\"\n\nPackage strings works with texts.");
    hovers("string(v: twice", 0, "string : (v: A) => string\n\nstring ");
    hovers("task =", 0, "option task : {every: duration, name: string}");
    hovers("21", 0, "int");
    let (mut client, place, _) = Client::with(&at("// twice", 0));
    assert_eq!(client.ask("hover", &place), json!(null));
}

/// The range is that of the name, in UTF-16 units.
#[test]
fn hover_tells_the_place() {
    let (mut client, place, _) = Client::with(&at("twice(n: n)", 0));
    assert_eq!(range(&client.ask("hover", &place)["range"]), "11:33-11:38");
}

#[track_caller]
fn defines(word: &str, index: usize, expected: &str) {
    let (mut client, place, _) = Client::with(&at(word, index));
    let found = client.ask("definition", &place);
    let file = found["uri"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
    assert_eq!(format!("{file} {}", range(&found["range"])), expected);
}

#[test]
fn definitions_are_found() {
    defines("twice(n: n)", 0, "main.flux 4:0-4:5");
    defines("n: n).all", 0, "main.flux 4:9-4:10");
    defines("n).all", 0, "main.flux 10:0-10:1");
    defines("by}", 0, "main.flux 4:12-4:14");
    defines("half, by", 0, "main.flux 5:4-5:8");
    defines("m.pi", 0, "main.flux 1:7-1:8");
    defines("task.name", 0, "main.flux 9:7-9:11");
}

#[test]
fn definitions_in_the_library_are_files_to_read() {
    for (word, file, line) in [
        ("title", "strings.flux", "builtin title : "),
        ("\"math\"", "math.flux", "// Package math "),
        ("int(v", "universe.flux", "builtin int : "),
    ] {
        let (mut client, place, _) = Client::with(&at(word, 0));
        let found = client.ask("definition", &place);
        let uri = found["uri"].as_str().unwrap();
        assert!(uri.starts_with(&client.folder.uri("cache")) && uri.ends_with(file), "{uri}");
        let path = uri.strip_prefix("file://").unwrap();
        let text = std::fs::read_to_string(path).unwrap();
        let number = found["range"]["start"]["line"].as_u64().unwrap() as usize;
        assert!(text.lines().nth(number).unwrap().starts_with(line), "{found}");
        assert!(std::fs::metadata(path).unwrap().permissions().readonly());
        // The editor opens it: it can be asked about, and nothing is wrong with it.
        let uri = uri.to_owned();
        client.notify(
            "textDocument/didOpen",
            json!({"textDocument": {"uri": uri, "languageId": "flux", "version": 1, "text": text}}),
        );
        client.uri = uri;
        let symbols = client.request("textDocument/documentSymbol", json!({"textDocument": {"uri": client.uri}}));
        assert!(symbols.unwrap().as_array().unwrap().len() > 5);
    }
}

#[track_caller]
fn refers(word: &str, index: usize, expected: &[&str]) {
    let (mut client, place, _) = Client::with(&at(word, index));
    let ask = |client: &mut Client, declared: bool| {
        let context = json!({"context": {"includeDeclaration": declared}});
        let found = client.try_ask("references", &place, context).unwrap();
        found.as_array().unwrap().iter().map(|place| range(&place["range"])).collect::<Vec<_>>()
    };
    assert_eq!(ask(&mut client, true), expected);
    let highlights = client.ask("documentHighlight", &place);
    let highlights: Vec<String> = highlights.as_array().unwrap().iter().map(|place| range(&place["range"])).collect();
    assert_eq!(highlights, expected);
    assert!(ask(&mut client, false).len() <= expected.len());
}

#[test]
fn references_are_found() {
    refers("twice(", 0, &["4:0-4:5", "11:33-11:38", "12:0-12:5"]);
    refers("half = n", 0, &["5:4-5:8", "6:12-6:16", "7:17-7:21"]);
    refers("n, by", 0, &["4:9-4:10", "5:11-5:12", "11:39-11:40", "12:6-12:7"]);
    refers("n = 21", 0, &["10:0-10:1", "11:13-11:14", "11:42-11:43", "12:6-12:7"]);
    refers("string(", 0, &["11:3-11:9", "11:23-11:29"]);
    refers("m.pi", 0, &["1:7-1:8", "12:22-12:23", "12:33-12:34"]);
    let (mut client, place, _) = Client::with(&at("half = n", 0));
    let kinds = client.ask("documentHighlight", &place);
    let kinds: Vec<&Value> = kinds.as_array().unwrap().iter().map(|highlight| &highlight["kind"]).collect();
    assert_eq!(kinds, [&json!(3), &json!(2), &json!(2)]);
}

/// Renames, and returns the lines that change.
fn renamed(word: &str, index: usize, name: &str) -> Result<Vec<String>, String> {
    let (mut client, place, _) = Client::with(&at(word, index));
    let answer = client.try_ask("rename", &place, json!({"newName": name}));
    let changes = answer.map_err(|(code, message)| format!("{code} {message}"))?;
    let text = crate::edits::apply(SCRIPT, &changes["changes"][&client.uri]);
    assert_eq!(client.change(json!([{"text": text}])), json!([]), "{text}");
    Ok(text.lines().zip(SCRIPT.lines()).filter(|(new, old)| new != old).map(|(new, _)| new.to_owned()).collect())
}

#[test]
fn names_are_changed_wherever_they_stand() {
    assert_eq!(
        renamed("n, by", 0, "value").unwrap(),
        [
            "twice = (value, by=2) => {",
            "    half = value",
            "\"${string(v: n)} é𝄞 ${string(v: twice(value: n).all)}\"",
            "twice(value: n).all + int(v: m.floor(x: m.pi))",
        ]
    );
    assert_eq!(
        renamed("n = 21", 0, "count").unwrap(),
        [
            "count = 21",
            "\"${string(v: count)} é𝄞 ${string(v: twice(n: count).all)}\"",
            "twice(n: count).all + int(v: m.floor(x: m.pi))",
        ]
    );
    assert_eq!(
        renamed("half = n", 0, "h").unwrap(),
        ["    h = n", "    both = {half: h, by: by}", "    return {all: h * by, both: both}"]
    );
    assert_eq!(
        renamed("m \"math\"", 0, "mathe").unwrap(),
        ["import mathe \"math\"", "twice(n).all + int(v: mathe.floor(x: mathe.pi))"]
    );
    assert_eq!(renamed("strings.", 0, "text").unwrap(), ["import text \"strings\"", "text.title(v: task.name)"]);
}

#[test]
fn names_that_would_change_the_meaning_are_refused() {
    for (word, index, name, expected) in [
        ("n = 21", 0, "twice", "with the name `twice`, the script would be wrong: "),
        ("half = n", 0, "by", "with the name `by`, the script would be wrong: "),
        ("n = 21", 0, "string", "with the name `string`, the script would be wrong: `int` cannot be called"),
        ("n, by", 0, "half", "with the name `half`, the script would be wrong: "),
        ("title", 0, "titel", "cannot rename `title`: it is declared in package `strings`, outside of this script"),
        ("string(", 0, "text", "cannot rename `string`: it is declared in package `universe`, outside of this script"),
        ("n = 21", 0, "a b", "expected a name of letters, digits and `_`, found `a b`"),
        ("n = 21", 0, "if", "with the name `if`, the script would be wrong: "),
    ] {
        let refused = renamed(word, index, name).unwrap_err();
        assert!(refused.starts_with(&format!("-32803 {expected}")), "{name}: {refused}");
    }
    let (mut client, place, _) = Client::with("x = 1\nf = (^a) => a + x\n");
    let refused = client.try_ask("rename", &place, json!({"newName": "x"})).unwrap_err();
    assert_eq!(refused, (-32803, "`x` is known already, and would stand for something else".to_owned()));
    let (mut client, place, _) = Client::with(&at("n = 21", 0));
    assert_eq!(range(&client.ask("prepareRename", &place)), "10:0-10:1");
    let (mut client, place, _) = Client::with(&at("strings\"", 0));
    assert_eq!(client.ask("prepareRename", &place), json!(null));
    // An editor asks first, and can say so before a name is typed.
    let (mut client, place, _) = Client::with(&at("floor", 0));
    let refused = client.try_ask("prepareRename", &place, json!({})).unwrap_err();
    let reason = "cannot rename `floor`: it is declared in package `math`, outside of this script";
    assert_eq!(refused, (-32803, reason.to_owned()));
}
