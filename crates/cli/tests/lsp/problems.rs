//! Diagnostics, as the script changes.

use serde_json::{Value, json};

use crate::client::{Client, capable, cursor, range};

/// Writes diagnostics as `range code: first line of the message`.
fn short(diagnostics: &Value) -> Vec<String> {
    let line = |problem: &Value| {
        let message = problem["message"].as_str().unwrap().lines().next().unwrap().to_owned();
        format!("{} {}: {message}", range(&problem["range"]), problem["code"].as_str().unwrap())
    };
    diagnostics.as_array().unwrap().iter().map(line).collect()
}

#[test]
fn problems_are_told_with_places_reasons_and_help() {
    let mut client = Client::new();
    let problems = client.open("x = 1\ny = x + \"a\"\n");
    let page = format!("{}/fluxlet/{}/explain/type-mismatch.md", client.folder.uri("cache"), env!("CARGO_PKG_VERSION"));
    let message = "expected `int`, found `string`\nnote: both sides of `+` must have one type\n\
        help: convert it with `int(v: …)`, or the other side with `string(v: …)`";
    let place = |line: u32, start: u32, end: u32| json!({"start": {"line": line, "character": start}, "end": {"line": line, "character": end}});
    let at = |range| json!({"uri": client.uri, "range": range});
    assert_eq!(
        problems,
        json!([{
            "range": place(1, 8, 11),
            "severity": 1,
            "code": "type-mismatch",
            "codeDescription": {"href": page},
            "source": "fluxlet",
            "message": message,
            "relatedInformation": [
                {"location": at(place(0, 0, 1)), "message": "`x` is `int`"},
                {"location": at(place(1, 4, 5)), "message": "this is `int`"},
                {"location": at(place(1, 8, 11)), "message": "this is `string`"},
            ],
        }])
    );
    let page = page.strip_prefix("file://").unwrap();
    assert!(std::fs::read_to_string(page).unwrap().starts_with('#'));
}

#[test]
fn a_client_that_can_do_little_gets_little() {
    let mut client = Client::start(&[]);
    client.initialize(json!({}), json!(null));
    let problems = client.open("y = 1 + \"a\"\n");
    let keys: Vec<&String> = problems[0].as_object().unwrap().keys().collect();
    assert_eq!(keys, ["code", "message", "range", "severity", "source"]);
    let place = json!({"line": 0, "character": 0});
    let hover = client.ask("hover", &place);
    assert_eq!(hover["contents"], json!({"kind": "plaintext", "value": "y : int"}));
    let symbols = client.request("textDocument/documentSymbol", json!({"textDocument": {"uri": client.uri}})).unwrap();
    assert_eq!(symbols[0]["location"]["uri"], client.uri);
}

#[test]
fn problems_follow_the_changes() {
    let mut client = Client::new();
    assert_eq!(client.open("a = 1\n"), json!([]));
    let at = |line: u32, start: u32, end: u32| json!({"start": {"line": line, "character": start}, "end": {"line": line, "character": end}});
    let typed = |range: &Value, text: &str| json!([{"range": range, "text": text}]);
    // One key after the other, as somebody types them.
    let keys = [
        ("b", vec!["1:0-1:1 undefined-name: undefined name `b`"]),
        (" ", vec!["1:0-1:1 undefined-name: undefined name `b`"]),
        ("=", vec!["2:0-2:0 unexpected-token: expected an expression, found the end of the text"]),
        (" ", vec!["2:0-2:0 unexpected-token: expected an expression, found the end of the text"]),
        ("a", vec![]),
    ];
    client.change(typed(&at(1, 0, 0), "\n"));
    for (column, (key, expected)) in keys.into_iter().enumerate() {
        let column = column as u32;
        let problems = client.change(typed(&at(1, column, column), key));
        assert_eq!(short(&problems), expected, "after {key:?}");
    }
    // Several changes at once apply one after the other.
    let changes = json!([{"range": at(0, 4, 5), "text": "\"é\""}, {"range": at(1, 5, 5), "text": " + 1"}]);
    let expected = ["1:8-1:9 type-mismatch: expected `string`, found `int`"];
    assert_eq!(short(&client.change(changes)), expected);
    assert_eq!(client.change(json!([{"text": "1\n"}])), json!([]));
    let params = json!({"textDocument": {"uri": client.uri}});
    client.change(json!([{"text": "(\n"}]));
    client.notify("textDocument/didClose", params);
    assert_eq!(client.diagnostics(), json!([]), "what is closed has no problems");
}

/// A statement that is being written neither hides what is wrong around it nor is to blame for it.
#[test]
fn what_stands_around_a_broken_statement_is_checked() {
    let script = |broken: &str| {
        format!("import \"strings\"\n\nf = (a) => strings.toUpper(v: a)\n\n{broken}\n\nx = f(a: 1)\nz = y + y\n")
    };
    let type_mismatch = "6:9-6:10 type-mismatch: expected `string`, found `int` in argument `a`";
    for (broken, problem) in [
        ("y =", "4:3-4:3 unexpected-token: expected an expression, found the end of the statement"),
        ("y = strings.", "4:12-4:12 expected-name: expected the name of a member, found the end of the statement"),
        (
            "y = f(a: \"é\"",
            "4:4-4:12 unclosed-bracket: `(` is not closed: expected `)`, found the end of the statement",
        ),
        ("y = \"a", "4:4-4:5 unterminated-string: the string is not closed by `\"`"),
        ("y 1 = (", "4:4-4:5 unexpected-token: unexpected `=`: only a single name can be bound"),
    ] {
        let mut client = Client::new();
        assert_eq!(short(&client.open(&script(broken))), [problem, type_mismatch], "{broken}");
        // What stands below is still known.
        let hover = client.ask("hover", &json!({"line": 6, "character": 0}));
        assert_eq!(hover["contents"]["value"], "```flux\nx : string\n```", "{broken}");
    }
    let pipe =
        "import \"array\"\nx = [1]\n    |> array.filter(fn: (x) => ^x > 1)\n    |> array.\n    |> length()\ny = 1\n";
    let (mut client, place, _) = Client::with(pipe);
    assert_eq!(client.ask("hover", &place)["contents"]["value"], "```flux\nx : int\n```");
    let mut client = Client::new();
    let text = "import \"stri\nx = strings.title(v: 1)\ny = 1 + \"a\"\n";
    let problems = [
        "0:7-0:8 unterminated-string: the string is not closed by `\"`",
        "2:8-2:11 type-mismatch: expected `int`, found `string`",
    ];
    assert_eq!(short(&client.open(text)), problems, "the import may become that of `strings`");
}

#[test]
fn warnings_are_told_apart() {
    let mut client = Client::new();
    let problems = client.open("a = 1 == \"1\"\n");
    assert_eq!((problems[0]["severity"].clone(), problems[0]["code"].clone()), (json!(2), json!("incomparable-types")));
}

#[test]
fn test_cases_are_looked_into() {
    let mut client = Client::new();
    let text = "package a_test\n\nimport \"fluxlet/expect\"\n\n\
        testcase fine { expect.equal(got: later, want: 4) }\ntestcase wrong { x = 1 + \"a\" }\n\
        testcase other extends \"b_test.fine\" { super() }\nlater = 4\n";
    assert_eq!(short(&client.open(text)), ["5:25-5:28 type-mismatch: expected `int`, found `string`"]);
}

/// Columns count UTF-16 units, or bytes where the client asks for them.
#[test]
fn columns_are_those_of_the_client() {
    let text = "// 𝄞é\nx = {n: \"𝄞é\", m: 1}.^k\n";
    for (offered, chosen, columns) in [
        (json!(null), "utf-16", "1:4-1:20"),
        (json!(["utf-16"]), "utf-16", "1:4-1:20"),
        (json!(["utf-32", "utf-8", "utf-16"]), "utf-8", "1:4-1:23"),
    ] {
        let mut client = Client::start(&[]);
        let mut capabilities = capable();
        capabilities["general"] = json!({"positionEncodings": offered});
        let answer = client.initialize(capabilities, json!(null));
        assert_eq!(answer["capabilities"]["positionEncoding"], chosen);
        let problems = client.open(&cursor(text).0);
        assert_eq!(range(&problems[0]["range"]), columns, "{offered}");
        let end = problems[0]["range"]["end"].clone();
        // What is changed at a place that was told is what stands there.
        let dot = json!({"start": end, "end": {"line": 1, "character": end["character"].as_u64().unwrap() + 2}});
        assert_eq!(client.change(json!([{"range": dot, "text": ".m"}])), json!([]));
    }
}
