//! What texts are cut into.

use super::Lexer;
use crate::token::TokenKind;

/// Checks the tokens of `text` outside of strings, each as `KIND TEXT`.
#[track_caller]
fn check(text: &str, tokens: &[&str]) {
    let mut lexer = Lexer::new(text);
    let mut found = Vec::new();
    loop {
        let token = lexer.token();
        if token.kind == TokenKind::Eof {
            break;
        }
        found.push(format!("{:?} {}", token.kind, &text[token.span.range()]));
    }
    assert_eq!(found, tokens, "{text}");
}

#[test]
fn names_and_keywords() {
    check("a _ _1 a1 é日1 nota", &["Ident a", "Ident _", "Ident _1", "Ident a1", "Ident é日1", "Ident nota"]);
    check("not with", &["Keyword(Not) not", "Ident with"]);
    check("a٣ ٣", &["Ident a٣", "Illegal ٣"]);
    check("ǅ ª Ⅷ", &["Ident ǅ", "Ident ª", "Illegal Ⅷ"]);
    check("@a @é @1 @ a", &["Attribute @a", "Attribute @é", "Illegal @", "Int 1", "Illegal @", "Ident a"]);
}

#[test]
fn operators() {
    check("a<-1", &["Ident a", "PipeReceive <-", "Int 1"]);
    check("<= < >= > == = => =~", &["Le <=", "Lt <", "Ge >=", "Gt >", "Eq ==", "Assign =", "Arrow =>", "Match =~"]);
    check("!= !~ ! |> |", &["Ne !=", "NotMatch !~", "Illegal !", "PipeForward |>", "Illegal |"]);
    check("+-*/%^", &["Add +", "Sub -", "Mul *", "Div /", "Mod %", "Pow ^"]);
    check(
        "()[]{},:.?",
        &[
            "LeftParen (",
            "RightParen )",
            "LeftBracket [",
            "RightBracket ]",
            "LeftBrace {",
            "RightBrace }",
            "Comma ,",
            "Colon :",
            "Dot .",
            "Question ?",
        ],
    );
    check("a\u{b}\u{c}\r\n\tb\u{a0}", &["Ident a", "Ident b", "Illegal \u{a0}"]);
}

#[test]
fn numbers() {
    check("1 1.5 .5 1. 1..5", &["Int 1", "Float 1.5", "Float .5", "Float 1.", "Float 1.", "Float .5"]);
    check(
        "1h 1mo 1m 1ms 1µs 1μs",
        &["Duration 1h", "Duration 1mo", "Duration 1m", "Duration 1ms", "Duration 1µs", "Int 1", "Ident μs"],
    );
    check("1h2m3 1H 1.5h", &["Duration 1h2m", "Int 3", "Int 1", "Ident H", "Float 1.5", "Ident h"]);
    check("2020-01-01", &["Time 2020-01-01"]);
    check("2020-01-011", &["Time 2020-01-01", "Int 1"]);
    check("12020-01-01", &["Int 12020", "Sub -", "Int 01", "Sub -", "Int 01"]);
    check("2020-01-01T00:00:00", &["Time 2020-01-01T00:00:00"]);
    check("2020-01-01T00:00:00.25Z", &["Time 2020-01-01T00:00:00.25Z"]);
    check("2020-01-01T00:00:00.+01:00", &["Time 2020-01-01T00:00:00.+01:00"]);
    check("2020-01-01T00:00:00+1:00", &["Time 2020-01-01T00:00:00", "Add +", "Int 1", "Colon :", "Int 00"]);
    check("2020-01-01T00:00Z", &["Time 2020-01-01", "Ident T00", "Colon :", "Int 00", "Ident Z"]);
}

#[test]
fn strings() {
    check(r#""a" "" "\"" "\\""#, &[r#"String "a""#, r#"String """#, r#"String "\"""#, r#"String "\\""#]);
    check(r#""$" "a$$" "$${1}""#, &[r#"String "$""#, r#"String "a$$""#, r#"String "$${1}""#]);
    check(r#""a ${"#, &["Quote \"", "Ident a", "Illegal $", "LeftBrace {"]);
    check(r#""a"#, &["Quote \"", "Ident a"]);
    check("\"a // b\" // c", &["String \"a // b\""]);
}

/// Checks the parts of a string whose opening quote is taken.
#[track_caller]
fn check_parts(text: &str, parts: &[&str]) {
    let mut lexer = Lexer::new(text);
    let mut found = Vec::new();
    let mut position = 0;
    loop {
        let token = lexer.string_part(position);
        found.push(format!("{:?} {}", token.kind, &text[token.span.range()]));
        position = token.span.end;
        if matches!(token.kind, TokenKind::Quote | TokenKind::Eof) {
            break;
        }
    }
    assert_eq!(found, parts, "{text}");
}

#[test]
fn string_parts() {
    check_parts("a\"b", &["Text a", "Quote \""]);
    check_parts("a ${b", &["Text a ", "Interpolation ${", "Text b", "Eof "]);
    check_parts(r#"\"$${${""#, &[r#"Text \"$${"#, "Interpolation ${", "Quote \""]);
    check_parts("", &["Eof "]);
}

/// Checks the regular expression that the slash at the start of `text` begins.
#[track_caller]
fn check_regexp(text: &str, regexp: Option<&str>) {
    let mut lexer = Lexer::new(text);
    let slash = lexer.token();
    assert_eq!(slash.kind, TokenKind::Div);
    assert_eq!(lexer.regexp(slash).map(|token| &text[token.span.range()]), regexp, "{text}");
}

#[test]
fn regular_expressions() {
    check_regexp("/a/ b", Some("/a/"));
    check_regexp(r"/a\/b\\/ c/", Some(r"/a\/b\\/"));
    check_regexp("/a\nb/", Some("/a\nb/"));
    check_regexp("/a", None);
    check_regexp(r"/a\/", None);
}
