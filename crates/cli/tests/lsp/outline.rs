//! The shape of a script: symbols, folds, colours and hints.

use serde_json::{Value, json};

use crate::client::{Client, range};

/// Asks about the whole of a script.
fn ask(text: &str, method: &str) -> Value {
    let mut client = Client::new();
    client.open(text);
    let whole = json!({"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}});
    let params = json!({"textDocument": {"uri": client.uri}, "range": whole});
    client.request(&format!("textDocument/{method}"), params).unwrap()
}

#[test]
fn symbols_stand_inside_of_each_other() {
    let text = "package a_test\n\nn = 1\nf = (é) => {\n    x = é + 1\n    return x\n}\noption o = \"\"\n\
        testcase t {\n    y = n\n}\n1 + 1\n";
    fn lines(symbols: &Value, depth: usize, found: &mut Vec<String>) {
        for symbol in symbols.as_array().into_iter().flatten() {
            let (name, detail) = (symbol["name"].as_str().unwrap(), symbol["detail"].as_str().unwrap_or("-"));
            let kind = &symbol["kind"];
            found.push(format!("{depth} {name} {kind} {detail} {}", range(&symbol["range"])));
            lines(&symbol["children"], depth + 1, found);
        }
    }
    let mut found = Vec::new();
    lines(&ask(text, "documentSymbol"), 0, &mut found);
    assert_eq!(
        found,
        [
            "0 n 13 int 2:0-2:5",
            "0 f 12 (é: int) => int 3:0-6:1",
            "1 x 13 int 4:4-4:13",
            "0 o 7 string 7:0-7:13",
            "0 t 6 - 8:0-10:1",
            "1 y 13 int 9:4-9:9",
        ]
    );
}

#[test]
fn brackets_imports_and_comments_fold() {
    let text = "// a\n// b\nimport \"math\"\nimport \"strings\"\n\nx = {\n    a: [\n        1,\n    ],\n}\n\
        y = [1]\n    |> length()\nf = (a) => {\n    return a\n}\n";
    let found = ask(text, "foldingRange");
    let line =
        |fold: &Value| format!("{}-{} {}", fold["startLine"], fold["endLine"], fold["kind"].as_str().unwrap_or("-"));
    let found: Vec<String> = found.as_array().unwrap().iter().map(line).collect();
    assert_eq!(found, ["0-1 comment", "2-3 imports", "5-8 -", "6-7 -", "10-11 -", "12-13 -"]);
}

#[test]
fn words_have_colours() {
    let text = "import s \"strings\" // 𝄞\nf = (a) => a and true\n𝄞 = s.title(v: \"é${1}\n𝄞\")\nr = {f: f}[\"f\"]\n";
    let mut client = Client::new();
    let legend = client.request("textDocument/dance", json!({}));
    assert!(legend.is_err());
    client.open(text);
    let params = json!({"textDocument": {"uri": client.uri}});
    let data = client.request("textDocument/semanticTokens/full", params).unwrap()["data"].clone();
    let names = [
        "keyword",
        "comment",
        "string",
        "number",
        "regexp",
        "namespace",
        "parameter",
        "variable",
        "function",
        "property",
    ];
    let numbers: Vec<usize> = data.as_array().unwrap().iter().map(|number| number.as_u64().unwrap() as usize).collect();
    let (mut line, mut column) = (0, 0);
    let mut found = Vec::new();
    for token in numbers.chunks(5) {
        let [down, right, length, kind, modifiers] = token else { panic!("{token:?}") };
        column = if *down == 0 { column + right } else { *right };
        line += down;
        let units: Vec<u16> = text.lines().nth(line).unwrap().encode_utf16().collect();
        let word = String::from_utf16(&units[column..column + length]).unwrap();
        found.push(format!("{word} {}{}", names[*kind], ["", " declared", " library"][*modifiers]));
    }
    assert_eq!(
        found,
        [
            "import keyword",
            "s namespace declared",
            "\"strings\" string",
            "// 𝄞 comment",
            "f function declared",
            "a parameter declared",
            "a parameter",
            "and keyword",
            "true variable library",
            "s namespace",
            "title function library",
            "v property",
            "\"é string",
            "1 number",
            "𝄞\" string",
            "r function declared",
            "f property",
            "f function",
            "\"f\" string",
        ]
    );
}

#[test]
fn types_are_shown_beside_names() {
    let text = "f = (a, b) => a + 1\nx = 1\né = f(a: x, b: \"\")\nr = [{a: é}]\n";
    let found = ask(text, "inlayHint");
    let line = |hint: &Value| {
        format!("{}:{}{}", hint["position"]["line"], hint["position"]["character"], hint["label"].as_str().unwrap())
    };
    let found: Vec<String> = found.as_array().unwrap().iter().map(line).collect();
    assert_eq!(found, ["0:6: int", "2:1: int", "3:1: [{a: int}]"]);
}

/// A script in any state has answers.
#[test]
fn broken_scripts_do_no_harm() {
    let whole = "import \"strings\"\n// é𝄞\nf = (a, b=2) => {\n    x = \"${a} {\"\n    return {x with c: [1, 2]}\n}\n\
        y = f(a: 1) |> strings.joinStr(v: \"a\")\nif y == /a/ then r[\"b\"] else not 1h\n";
    let methods = ["documentSymbol", "foldingRange", "semanticTokens/full", "inlayHint", "codeAction", "formatting"];
    let places = ["hover", "completion", "signatureHelp", "definition", "documentHighlight", "prepareRename"];
    let mut client = Client::new();
    client.open("");
    let ends: Vec<usize> = whole.char_indices().map(|(at, _)| at).collect();
    for end in ends.into_iter().step_by(5) {
        let text = &whole[..end];
        client.change(json!([{"text": text}]));
        let lines = text.matches('\n').count();
        let column = text.rsplit('\n').next().unwrap().encode_utf16().count();
        let place = json!({"line": lines, "character": column});
        let range = json!({"start": {"line": 0, "character": 0}, "end": place});
        for method in methods {
            let params = json!({"textDocument": {"uri": client.uri}, "range": range, "context": {"diagnostics": []},
                "options": {"tabSize": 4, "insertSpaces": true}});
            let answer = client.request(&format!("textDocument/{method}"), params);
            assert!(answer.is_ok(), "{method} of {text:?}: {answer:?}");
        }
        for method in places {
            let answer = client.try_ask(method, &place, json!({}));
            assert!(answer.is_ok() || method == "prepareRename", "{method} of {text:?}: {answer:?}");
        }
    }
}
