//! What may be written, and what a call expects.

use serde_json::{Value, json};

use crate::client::{Client, range};
use crate::edits::apply;

/// Asks for completions, and returns the first few as `label detail`.
fn completes(text: &str, trigger: Option<&str>) -> Vec<String> {
    let (mut client, place, _) = Client::with(text);
    let context = match trigger {
        Some(character) => json!({"triggerKind": 2, "triggerCharacter": character}),
        None => json!({"triggerKind": 1}),
    };
    let items = client.try_ask("completion", &place, json!({"context": context})).unwrap();
    let line = |item: &Value| {
        let detail = item["detail"].as_str().map(|detail| format!(" : {detail}")).unwrap_or_default();
        format!("{}{detail}", item["label"].as_str().unwrap())
    };
    items.as_array().unwrap().iter().take(4).map(line).collect()
}

#[test]
fn packages_members_names_and_arguments() {
    for (text, expected) in [
        ("import \"experimental/infl^", &["experimental/influxdb"][..]),
        ("import \"strings\"\nstrings.toU^", &["toUpper : (v: string) => string"]),
        ("import_ = 3\nimpo^", &["import", "import_ : int"]),
        ("p = {ä: 1, b: {c: \"𝄞\"}}\np.^\nq = 1\n", &["b : {c: string}", "ä : int"]),
        ("p = {ä: 1, b: {c: \"𝄞\"}}\n\"𝄞${p.b.^}\"\n", &["c : string"]),
        ("f = (one, two=\"\") => one + 1\nx = f(^)\n", &["one : int", "two : A"]),
        ("f = (one, two=\"\") => one + 1\nx = f(one: 1, t^\ny = 2\n", &["two : A"]),
        ("f = (pump1) => {\n    pump2 = pump1 + 1\n    return pum^\n}\n", &["pump1 : int", "pump2 : int"]),
        ("f = (string) => string + 1\nx = (string) => string^", &["string : A", "strings : import \"strings\""]),
        ("f = (pump) => 1\npum^", &[]),
        ("pum^\npump = 1\n", &[]),
        (
            "import \"array\"\narray.map(arr: [{id: 1, name: \"a\"}], fn: (x) => ({x with id: x.^}))",
            &["id : int", "name : string"],
        ),
        ("import \"strings\"\nstr^", &["string : (v: A) => string", "strings"]),
        ("import \"array\"\n[1] |> array.m^\n    |> length()\n", &["map : (<-arr: [A], fn: (x: A) => B) => [B]"]),
        ("import \"array\"\n[{a: 1}]\n    |> array.filter(^", &["fn : (x: {a: int}) => bool"]),
        ("// str^", &[]),
        ("\"str^", &[]),
        ("(((", &[]),
    ] {
        if let Some(at) = text.find('^') {
            assert_eq!(completes(text, None), expected, "{text} at {at}");
        }
    }
}

/// Takes each completion with its label and detail, and returns the scripts that result.
fn taken(text: &str, label: &str) -> Vec<(String, String)> {
    let (mut client, place, _) = Client::with(text);
    let items = client.ask("completion", &place);
    let fits = |item: &&Value| item["label"] == label;
    let mut found: Vec<_> = items.as_array().unwrap().iter().filter(fits).collect();
    found.sort_by_key(|item| item["sortText"].as_str().unwrap());
    let take = |item: &Value| {
        let mut edits = item["additionalTextEdits"].as_array().cloned().unwrap_or_default();
        edits.push(item["textEdit"].clone());
        (item["detail"].as_str().unwrap().to_owned(), apply(&text.replacen('^', "", 1), &json!(edits)))
    };
    found.into_iter().map(take).collect()
}

#[test]
fn what_is_not_imported_brings_its_import() {
    for (text, label, expected) in [
        ("x = strings.toU^", "toUpper", "import \"strings\"\n\nx = strings.toUpper"),
        ("// é\n\n// x\nx = strings.^\n", "title", "// é\n\nimport \"strings\"\n\n// x\nx = strings.title\n"),
        ("package a\nx = strin^ + 1\n", "strings", "package a\n\nimport \"strings\"\n\nx = strings + 1\n"),
        (
            "// é\nimport \"array\" // a\n// u\nimport \"universe\"\n\nx = [1] |> array.map(fn: (x) => strings.^\ny = 1\n",
            "repeat",
            "// é\nimport \"array\" // a\nimport \"strings\"\n// u\nimport \"universe\"\n\n\
             x = [1] |> array.map(fn: (x) => strings.repeat\ny = 1\n",
        ),
        ("import \"json\"\n\"${math.p^}\"", "pi", "import \"json\"\nimport \"math\"\n\"${math.pi}\""),
        // Edits may not touch, so this one is one.
        ("timezo^", "timezone", "import \"timezone\"\n\ntimezone"),
    ] {
        let found = taken(text, label);
        let texts: Vec<&str> = found.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(texts, [expected], "{text:?}");
    }
    let details =
        |text: &str, label: &str| taken(text, label).into_iter().map(|(detail, _)| detail).collect::<Vec<_>>();
    assert_eq!(details("htt^", "http"), ["import \"http\"", "import \"experimental/http\""]);
    assert_eq!(
        details("[1] |> array.fil^", "filter"),
        [
            "import \"array\": (<-arr: [A], fn: (x: A) => bool) => [A]",
            "import \"experimental/array\": (<-arr: [A], fn: (x: A) => bool) => [A]",
        ]
    );
    // What has the name, or may get it, is meant.
    for (text, label) in [
        ("strings = {a: 1}\nstrings.^", "title"),
        ("f = (strings) => strings.^", "title"),
        ("import strings \"own/texts\"\nstrings.^", "title"),
        ("strings = 1\nstrin^", "title"),
        ("f = (a) => a\nf(^", "array"),
    ] {
        assert_eq!(details(text, label), [""; 0], "{text}");
    }
}

/// The path of a package stands beside the label where the client can show it.
#[test]
fn labels_have_details_where_they_can() {
    for (can, expected) in [(json!(null), json!(null)), (json!(true), json!({"description": "experimental/influxdb"}))]
    {
        let mut client = Client::start(&[]);
        let item = json!({"completionItem": {"labelDetailsSupport": can}});
        client.initialize(json!({"textDocument": {"completion": item}}), json!(null));
        client.open("influxdb.a");
        let items = client.ask("completion", &json!({"line": 0, "character": 10}));
        assert_eq!((&items[0]["label"], &items[0]["labelDetails"]), (&json!("api"), &expected));
        let resolved = client.request("completionItem/resolve", items[0].clone()).unwrap();
        assert!(resolved["documentation"]["value"].as_str().unwrap().starts_with("api "), "{resolved}");
    }
}

/// What is the script's own is sorted before what is not, and that before what would fail.
#[test]
fn likely_names_come_first() {
    let (mut client, place, _) = Client::with("import \"strings\"\nstream = 1\ns^");
    let items = client.ask("completion", &place);
    let mut items = items.as_array().unwrap().clone();
    items.sort_by_key(|item| item["sortText"].as_str().unwrap().to_owned());
    let labels: Vec<&str> = items.iter().map(|item| item["label"].as_str().unwrap()).collect();
    let place = |label: &str| labels.iter().position(|known| *known == label);
    assert_eq!(labels[..2], ["stream", "strings"]);
    assert!(place("string") < place("sort") && place("sort") < place("slack"), "{labels:?}");
}

/// A character that asks by itself asks for what it begins, and for nothing else.
#[test]
fn characters_ask_for_what_they_begin() {
    assert_eq!(completes("x = {a: 1}\nx.^", Some(".")), ["a : int"]);
    assert_eq!(completes("f = (a) => a\nf(^", Some("(")), ["a : A"]);
    assert_eq!(completes("x = (^", Some("(")), [""; 0]);
    assert_eq!(completes("x = 6 /^", Some("/")), [""; 0]);
    assert_eq!(completes("import \"fluxlet/^", Some("/")), ["fluxlet/expect"]);
}

#[test]
fn items_say_where_they_go_and_what_they_are() {
    let (mut client, place, _) = Client::with("import \"strings\"\ny = \"𝄞\" + strings.toUp^per(v: \"\")\n");
    let items = client.ask("completion", &place);
    let item = items[0].clone();
    assert_eq!((item["kind"].clone(), item["textEdit"]["newText"].clone()), (json!(3), json!("toUpper")));
    assert_eq!(range(&item["textEdit"]["range"]), "1:19-1:23");
    assert_eq!(item["documentation"], json!(null));
    let resolved = client.request("completionItem/resolve", item).unwrap();
    let text = resolved["documentation"]["value"].as_str().unwrap();
    assert!(text.starts_with("toUpper returns `v` in upper case."), "{text}");
    let (mut client, place, _) = Client::with("f = (a) => a\nf(^");
    let items = client.ask("completion", &place);
    assert_eq!(items[0]["textEdit"]["newText"], "a: ");
}

/// Asks for the signature, and returns it with the parameter that is next.
fn signature(text: &str) -> Option<(String, Option<String>)> {
    let (mut client, place, _) = Client::with(text);
    let help = client.ask("signatureHelp", &place);
    let signature = help["signatures"].get(0)?.clone();
    let active = signature["activeParameter"].as_u64().unwrap() as usize;
    let active = signature["parameters"].get(active).map(|parameter| parameter["label"].as_str().unwrap().to_owned());
    Some((signature["label"].as_str().unwrap().to_owned(), active))
}

#[test]
fn signatures_of_calls() {
    let f = "f = (a, b, by=2) => a + b * by + 1\n";
    let ty = "f(a: int, b: int, ?by: int) => int";
    for (call, expected) in [
        ("f(^)", Some((ty, Some("a: int")))),
        ("f(a: 1, ^", Some((ty, Some("b: int")))),
        ("f(b: 1, ^)", Some((ty, Some("a: int")))),
        ("f(b: 1, a: 2, by: [1, (^", Some((ty, Some("?by: int")))),
        ("f(b: 1, a: 2, ^)", Some((ty, None))),
        ("f(a: \"é\", b: f(^", Some((ty, Some("a: int")))),
        ("f(a: 1, b: 2)^", None),
        ("unknown(^", None),
    ] {
        let expected = expected.map(|(label, active)| (label.to_owned(), active.map(str::to_owned)));
        assert_eq!(signature(&format!("{f}{call}")), expected, "{call}");
    }
    let (mut client, place, _) = Client::with("import \"strings\"\nstrings.title(^)");
    let help = client.ask("signatureHelp", &place);
    let text = help["signatures"][0]["documentation"]["value"].as_str().unwrap();
    assert!(text.starts_with("title returns `v` with"), "{text}");
}
