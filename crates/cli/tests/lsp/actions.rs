//! Edits that mend problems.

use serde_json::json;

use crate::client::Client;
use crate::edits::apply;

/// Takes every action for the problems of a script, one after the other, and checks titles and the script that results.
#[track_caller]
fn check(text: &str, titles: &[&str], mended: &str) {
    let mut client = Client::new();
    client.open(text);
    let mut text = text.to_owned();
    let mut found = Vec::new();
    loop {
        let whole = json!({"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}});
        let params = json!({"textDocument": {"uri": client.uri}, "range": whole, "context": {"diagnostics": []}});
        let actions = client.request("textDocument/codeAction", params).unwrap();
        let Some(action) = actions.as_array().unwrap().first() else { break };
        assert_eq!(action["kind"], "quickfix");
        assert!(action["diagnostics"][0]["code"].is_string());
        found.push(action["title"].as_str().unwrap().to_owned());
        text = apply(&text, &action["edit"]["changes"][&client.uri]);
        client.change(json!([{"text": text}]));
        assert!(found.len() < 9, "{found:?}");
    }
    assert_eq!((found, text.as_str()), (titles.iter().map(|title| (*title).to_owned()).collect(), mended));
}

#[test]
fn names_and_packages() {
    check("stirng(v: 1)\n", &["Replace `stirng` by `string`"], "string(v: 1)\n");
    check("x = {nämé: 1}\nx.nämè\n", &["Replace `nämè` by `nämé`"], "x = {nämé: 1}\nx.nämé\n");
    check(
        "import \"math\"\n\nstrings.titel(v: \"𝄞\")\n",
        &["Insert `import \"strings\"`", "Replace `titel` by `title`"],
        "import \"math\"\nimport \"strings\"\n\nstrings.title(v: \"𝄞\")\n",
    );
    check("math.pi\n", &["Insert `import \"math\"`"], "import \"math\"\n\nmath.pi\n");
    check("package a\nmath.pi\n", &["Insert `import \"math\"`"], "package a\n\nimport \"math\"\n\nmath.pi\n");
    check("import \"mth\"\n", &["Replace `\"mth\"` by `\"math\"`"], "import \"math\"\n");
}

#[test]
fn arguments() {
    let f = "f = (a, b) => a + b + 1\n";
    check(&format!("{f}f(a: 1)\n"), &["Insert `b: 0`"], &format!("{f}f(a: 1, b: 0)\n"));
    check(&format!("{f}f(a: 1, b: 2, c: 3)\n"), &["Remove `, c: 3`"], &format!("{f}f(a: 1, b: 2)\n"));
    check(&format!("{f}f(c: 3, a: 1, b: 2)\n"), &["Remove `c: 3,`"], &format!("{f}f(a: 1, b: 2)\n"));
    check(&format!("{f}f(a: 1, z: 2)\n"), &["Replace `z` by `b`"], &format!("{f}f(a: 1, b: 2)\n"));
    check("die()\n", &["Insert `msg: \"\"`"], "die(msg: \"\")\n");
    check(&format!("{f}f(a: 1, 2)\n"), &["Insert `b:`"], &format!("{f}f(a: 1, b: 2)\n"));
    check("x = string(\n    \"a\",\n)\n", &["Insert `v:`"], "x = string(\n    v: \"a\",\n)\n");
    check(&format!("{f}f(1)\n"), &[], &format!("{f}f(1)\n"));
    let map = "import \"array\"\n\narray.map(arr: [{id: 1}], fn: ";
    check(
        &format!("{map}(r) => ({{r with id: r.id + 1}}))\n"),
        &["Replace `r` by `x`"],
        &format!("{map}(x) => ({{x with id: x.id + 1}}))\n"),
    );
    check(&format!("{map}(r) => ({{r}}))\n"), &[], &format!("{map}(r) => ({{r}}))\n"));
    // Nobody knows a value of any type.
    check("g = (x) => 1\ng()\n", &[], "g = (x) => 1\ng()\n");
}

#[test]
fn types() {
    check("\"a\" + 1\n", &["Replace by `string(v: 1)`"], "\"a\" + string(v: 1)\n");
    check("contains(value: 1, set: 2)\n", &["Replace by `[2]`"], "contains(value: 1, set: [2])\n");
    check("x = 1\nif x then 1 else 2\n", &["Insert `!= 0`"], "x = 1\nif x != 0 then 1 else 2\n");
    // The conversion would not help: bytes cannot be added.
    check("bytes(v: \"a\") + 1\n", &[], "bytes(v: \"a\") + 1\n");
}

#[test]
fn signs() {
    check("x = 01\n", &["Replace `01` by `1`"], "x = 1\n");
    check("x = [1, 2\n", &["Insert `]`"], "x = [1, 2]\n");
    check("x = \"a\n", &["Insert `\"`"], "x = \"a\"\n");
    check("x = {a: 1 b: 2}\n", &["Insert `,`"], "x = {a: 1, b: 2}\n");
    check("die(msg = \"a\")\n", &["Replace `=` by `:`"], "die(msg: \"a\")\n".replace(": ", " : ").as_str());
    check("x = 'é' + “b”;\n", &["Replace `'` by `\"`", "Put `\"` and `\"` there", "Remove `;`"], "x = \"é\" + \"b\"\n");
    check(
        "x = {if: 1}\nx.if\n",
        &["Replace `if` by `\"if\"`", "Replace `.if` by `[\"if\"]`"],
        "x = {\"if\": 1}\nx[\"if\"]\n",
    );
    check(
        "x := true && !false\n",
        &["Replace `:=` by `=`", "Replace `&&` by `and`", "Replace `!` by `not`"],
        "x = true and not false\n",
    );
    check("f = (x) -> x\n", &["Replace `->` by `=>`"], "f = (x) => x\n");
    check("# a\n2026-01-01T00:00:00\n", &["Replace `#` by `//`", "Insert `Z`"], "// a\n2026-01-01T00:00:00Z\n");
    check("f = () => {\n    1\n}\n", &["Insert `return`"], "f = () => {\n    return 1\n}\n");
    check("[1] |> length\n", &["Insert `()`"], "[1] |> length()\n");
    check("\"\\q\"\n", &["Remove `\\`"], "\"q\"\n");
}

#[test]
fn actions_are_those_of_a_range() {
    let mut client = Client::new();
    client.open("stirng(v: 1)\nuitn(v: 1)\n");
    let mut ask = |line: u32, only: &[&str]| {
        let place = json!({"line": line, "character": 2});
        let params = json!({"textDocument": {"uri": client.uri}, "range": {"start": place, "end": place},
            "context": {"diagnostics": [], "only": only}});
        let actions = client.request("textDocument/codeAction", params).unwrap();
        actions
            .as_array()
            .unwrap()
            .iter()
            .map(|action| action["title"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(ask(0, &["quickfix"]), ["Replace `stirng` by `string`"]);
    assert_eq!(ask(1, &["quickfix"]), ["Replace `uitn` by `uint`"]);
    assert_eq!(ask(2, &["quickfix"]), [""; 0]);
    assert_eq!(ask(1, &["refactor"]), [""; 0]);
}
