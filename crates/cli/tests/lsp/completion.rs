//! What may be written, and what a call expects.

use serde_json::{Value, json};

use crate::client::{Client, range};

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
        ("f = (pump1) => {\n    pump2 = pump1 + 1\n    return pu^\n}\n", &["pump1 : int", "pump2 : int"]),
        ("f = (string) => string + 1\nx = (string) => stri^", &["string : A"]),
        ("f = (pump) => 1\npu^", &[]),
        ("pum^\npump = 1\n", &[]),
        (
            "import \"array\"\narray.map(arr: [{id: 1, name: \"a\"}], fn: (x) => ({x with id: x.^}))",
            &["id : int", "name : string"],
        ),
        ("import \"strings\"\nstr^", &["string : (v: A) => string", "strings"]),
        ("// str^", &[]),
        ("\"str^", &[]),
        ("(((", &[]),
    ] {
        if let Some(at) = text.find('^') {
            assert_eq!(completes(text, None), expected, "{text} at {at}");
        }
    }
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
