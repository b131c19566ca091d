//! Edits of whole scripts: the layout.

use serde_json::{Value, json};

use crate::client::Client;

/// Applies the edits of an answer, which count UTF-16 units.
pub(crate) fn apply(text: &str, edits: &Value) -> String {
    let offset = |place: &Value| {
        let (line, units) = (place["line"].as_u64().unwrap() as usize, place["character"].as_u64().unwrap() as usize);
        let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
        let mut left = units;
        let inside = text[start..].chars().take_while(|character| {
            let goes_on = left > 0;
            left = left.saturating_sub(character.len_utf16());
            goes_on
        });
        start + inside.map(char::len_utf8).sum::<usize>()
    };
    let edits = edits.as_array().unwrap().iter();
    let mut edits: Vec<(usize, usize, &str)> = edits
        .map(|edit| (offset(&edit["range"]["start"]), offset(&edit["range"]["end"]), edit["newText"].as_str().unwrap()))
        .collect();
    edits.sort_by_key(|(start, ..)| *start);
    let mut changed = text.to_owned();
    for (start, end, new) in edits.into_iter().rev() {
        changed.replace_range(start..end, new);
    }
    changed
}

#[test]
fn scripts_get_the_standard_layout() {
    let options = json!({"tabSize": 4, "insertSpaces": true});
    let long = "x = 1\n".repeat(3).replace('x', "é");
    for (text, expected, edits) in [
        ("x = 1\n", "x = 1\n", 0),
        ("x   =  [1,2,\n3]", "x = [1, 2, 3]\n", 1),
        ("// 𝄞\nx = 1\n\n\n\ny=x\nz = 3\n", "// 𝄞\nx = 1\n\ny = x\nz = 3\n", 1),
        ("\r\na=1\r\n", "a = 1\n", 1),
        ("", "\n", 1),
        (&long, &long, 0),
    ] {
        let mut client = Client::new();
        client.open(text);
        let params = json!({"textDocument": {"uri": client.uri}, "options": options});
        let answer = client.request("textDocument/formatting", params).unwrap();
        assert_eq!(answer.as_array().unwrap().len(), edits, "{text:?}: {answer}");
        assert_eq!(apply(text, &answer), expected);
    }
    let mut client = Client::new();
    client.open("x = (\n");
    let params = json!({"textDocument": {"uri": client.uri}, "options": options});
    assert_eq!(client.request("textDocument/formatting", params), Ok(json!(null)));
}
