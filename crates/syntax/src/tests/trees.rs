//! What texts are read as.

use super::parsed;
use crate::ast::{ExprKind, StatementKind};
use crate::{Span, parse_type, print};

/// Checks that `text` is read without problems as `tree`.
#[track_caller]
fn check(text: &str, tree: &str) {
    let parsed = parsed(text);
    assert_eq!(parsed.diagnostics, [], "{text}");
    assert_eq!(print::file(&parsed.file), tree, "{text}");
    assert!(!parsed.incomplete, "{text}");
}

#[test]
fn operators_bind_by_precedence() {
    check("a or b and not c == d", "(or a (and b (not (== c d))))");
    check("exists a == b", "(exists (== a b))");
    check("1 == 1 == true", "(== (== 1 1) true)");
    check("1 < 2 <= 3 > 4 >= 5 != 6", "(!= (>= (> (<= (< 1 2) 3) 4) 5) 6)");
    check("a =~ /b/ and c !~ /d/", r#"(and (=~ a (regexp "b")) (!~ c (regexp "d")))"#);
    check("1 + 2 - 3 * 4 / 5 % 6", "(- (+ 1 2) (% (/ (* 3 4) 5) 6))");
    check("2 ^ 3 ^ 2", "(^ (^ 2 3) 2)");
    check("-2 ^ 2", "(^ (- 2) 2)");
    check("1 + 2 |> f()", "(+ 1 (|> 2 (call f)))");
    check("-1 |> f() |> g(a: 1)", "(|> (|> (- 1) (call f)) (call g (a 1)))");
    check("- + -a", "(- (+ (- a)))");
    check("not not exists a", "(not (not (exists a)))");
    check("-f()", "(- (call f))");
    check("a.b[0](c: 1).d", "(. (call (index (. a b) 0) (c 1)) d)");
    check("(1 + 2) * 3", "(* (paren (+ 1 2)) 3)");
    check("a\n-1", "(- a 1)");
    check("a\n(b: 1)", "(call a (b 1))");
    check("a /b/ c", "(/ (/ a b) c)");
}

#[test]
fn conditionals_stand_where_whole_expressions_do() {
    check("if a then b else c", "(if a b c)");
    check("if a then b else if c then d else e", "(if a b (if c d e))");
    check("if if a then b else c then d else e", "(if (if a b c) d e)");
    check("1 + (if a then 2 else 3)", "(+ 1 (paren (if a 2 3)))");
    check("f(a: if b then 1 else 2)", "(call f (a (if b 1 2)))");
}

#[test]
fn strings_resolve_escapes() {
    check(r#""a\n\r\t\\\"\${b}""#, r#""a\n\r\t\\\"${b}""#);
    check(r#""\xe2\x82\xac""#, "\"€\"");
    check("\"a\nb\"", r#""a\nb""#);
    check(r#""$""#, r#""$""#);
    check(r#""a$""#, r#""a$""#);
    check(r#""$$""#, r#""$$""#);
    check(r#""$a // no comment""#, r#""$a // no comment""#);
}

#[test]
fn strings_interpolate() {
    check(r#""${a}""#, "(text a)");
    check(r#""a ${b + 1} c""#, r#"(text "a " (+ b 1) " c")"#);
    check(r#""${"${"a"}"}""#, r#"(text (text "a"))"#);
    check(r#""${ {a: "}"}.a }!""#, r#"(text (. (record (a "}")) a) "!")"#);
    check("\"${\n1 // one\n}\"", "(text 1)");
    check(r#""${1}\"\x41""#, r#"(text 1 "\"A")"#);
    // A dollar takes the next character along.
    check(r#""$${1}""#, r#""$${1}""#);
    check(r#""$$${1}""#, r#"(text "$$" 1)"#);
    check(r#""${1}$${2}""#, r#"(text 1 "$${2}")"#);
    check(r#""$\n""#, "\"$\\n\"");
}

#[test]
fn regular_expressions_stand_where_operands_do() {
    check("/a/", r#"(regexp "a")"#);
    check("[/a/, /b/]", r#"(array (regexp "a") (regexp "b"))"#);
    check("(/a/)", r#"(paren (regexp "a"))"#);
    check("not /a/", r#"(not (regexp "a"))"#);
    check("\"${/a/}\"", r#"(text (regexp "a"))"#);
    check(r"/a\/b\x2e\d\\/", r#"(regexp "a/b.\\d\\\\")"#);
    check("x = /a\nb/", r#"(= x (regexp "a\nb"))"#);
}

#[test]
fn numbers_durations_and_times_take_the_longest_reading() {
    check("9223372036854775807", "9223372036854775807");
    check("0 00.5 .5 5. 1.2.3", "0\n0.5\n0.5\n5.0\n1.2\n0.3");
    check("1e3", "1\ne3");
    check("0x10", "0\nx10");
    check("1_000", "1\n_000");
    check("1.a", "1.0\na");
    check("1y2mo3w4d5h6m7s8ms9us10ns", "1y2mo3w4d5h6m7s8ms9us10ns");
    check("1h1h 01m 2µs", "1h1h\n1m\n2us");
    check("3minutes", "3m\ninutes");
    check("1h1x", "1h\n1\nx");
    check("2020-1-1", "(- (- 2020 1) 1)");
    check("1970-01-02", "(time 86400000000000)");
    check("1970-01-01T01:00:00.5+01:00", "(time 500000000)");
    check("2021-06-07a", "(time 1623024000000000000)\na");
}

#[test]
fn collections_take_a_last_comma() {
    check("[]", "(array)");
    check("[1]", "(array 1)");
    check("[1, [2,],]", "(array 1 (array 2))");
    check("[:]", "(dict)");
    check("[a: 1, \"b\": 2,]", "(dict (a 1) (\"b\" 2))");
    check("{}", "(record)");
    check("{a: 1, \"b c\": 2,}", "(record (a 1) (\"b c\" 2))");
    check("{a, b}", "(record a b)");
    check("{r with a: 1}", "(record (with r) (a 1))");
    check("{r with}", "(record (with r))");
    check("{with with with: 1}", "(record (with with) (with 1))");
    check("{with: 1}", "(record (with 1))");
    // The real Flux reads these, too.
    check("[1, 2 3]", "(array 1 2 3)");
    check("[1: 2, 3: 4 5: 6]", "(dict (1 2) (3 4) (5 6))");
}

#[test]
fn members_are_names_or_strings() {
    check("a[\"b\"]", "(. a \"b\")");
    check("a[\"b\" + c]", "(index a (+ \"b\" c))");
    check("a[\"${b}\"]", "(index a (text b))");
    check("[1][0]", "(index (array 1) 0)");
    check("r.with.where", "(. (. r with) where)");
    check("r.1", "r\n0.1");
}

#[test]
fn labels_are_operands() {
    check("f(a: .b)", "(call f (a .b))");
    check("x = .\"a b\"", "(= x .a b)");
}

#[test]
fn functions_have_parameters_and_a_body() {
    check("() => 1", "(fn () 1)");
    check("(a) => a", "(fn (a) a)");
    check("(a, b=1, c=<-) => a", "(fn (a (b 1) (c <-)) a)");
    check("(a=1,) => a", "(fn ((a 1)) a)");
    check("(a, b c) => a", "(fn (a b c) a)");
    check("(a) => (b) => {x = 1 return x}", "(fn (a) (fn (b) (block (= x 1) (return x))))");
    check("(a) => ({a: a})", "(fn (a) (paren (record (a a))))");
    check("(a)", "(paren a)");
    check("(a)\n=> b", "(fn (a) b)");
    check("((a) => a)(a: 1)", "(call (paren (fn (a) a)) (a 1))");
    check("(t=<-) => t |> f()", "(fn ((t <-)) (|> t (call f)))");
}

#[test]
fn statements_need_no_separator() {
    check("x = 1 y = 2", "(= x 1)\n(= y 2)");
    check("x = 1\nx", "(= x 1)\nx");
    check("true = false", "(= true false)");
    check("option a = 1", "(option a 1)");
    check("option a.b = 1", "(option a.b 1)");
    check("extends = super", "(= extends super)");
    check("testcase a { x = 1 }", "(testcase a (block (= x 1)))");
    check("testcase a extends \"b/c\" { super() }", "(testcase a extends \"b/c\" (block (call super)))");
    check("日本_1 = größe", "(= 日本_1 größe)");
}

#[test]
fn clauses_stand_first() {
    check("package a", "(package a)");
    check("import \"a/b\"\nimport c \"d\"", "(import \"a/b\")\n(import c \"d\")");
    check(
        "@a @b(\"c\", 1,) package d @e import \"f\" @g x = 1",
        concat!("(@a (@b ( \"c\" 1) (package d)))\n", "(@e (import \"f\"))\n", "(@g (= x 1))"),
    );
}

#[test]
fn spans_cover_the_text_of_a_node() {
    let text = "x = a.b\n  |> f( c : (1) ) // last\ny = \"${ d }\"";
    let file = parsed(text).file;
    let slice = |span: Span| &text[span.range()];
    let statements: Vec<_> = file.statements.iter().map(|statement| slice(statement.span)).collect();
    assert_eq!(statements, ["x = a.b\n  |> f( c : (1) )", "y = \"${ d }\""]);
    let [first, second] = file.statements.as_slice() else { panic!("two statements") };
    let StatementKind::Assignment(first) = &first.kind else { panic!("an assignment") };
    assert_eq!(slice(first.name.span), "x");
    let ExprKind::Pipe(pipe) = &first.value.kind else { panic!("a pipe") };
    assert_eq!(slice(pipe.first.span), "a.b");
    let [call] = pipe.calls.as_slice() else { panic!("one call") };
    assert_eq!(slice(call.span), "f( c : (1) )");
    let ExprKind::Call(call) = &call.kind else { panic!("a call") };
    assert_eq!(slice(call.arguments[0].span), "c : (1)");
    let StatementKind::Assignment(second) = &second.kind else { panic!("an assignment") };
    let ExprKind::Interpolated(parts) = &second.value.kind else { panic!("a string") };
    let crate::ast::StringPart::Expr(span, expr) = &parts[0] else { panic!("an expression") };
    assert_eq!((slice(*span), slice(expr.span)), ("${ d }", "d"));
}

#[test]
fn comments_know_the_token_after_them() {
    let text = "// a\nx = // b\r\n// c\n  1 + \"${ // d\n2}//no\" // e";
    let comments = parsed(text).file.comments;
    let found: Vec<_> =
        comments.iter().map(|comment| (&text[comment.span.range()], &text[comment.before as usize..])).collect();
    assert_eq!(
        found,
        [
            ("// a", &text[5..]),
            ("// b", &text[text.find("1 +").expect("one")..]),
            ("// c", &text[text.find("1 +").expect("one")..]),
            ("// d", &text[text.find("2}").expect("two")..]),
            ("// e", ""),
        ]
    );
}

/// Checks that a type expression is read without problems as `tree`.
#[track_caller]
fn check_type(text: &str, tree: &str) {
    let ty = parse_type(text).unwrap_or_else(|problem| panic!("{text}: {}", problem.message));
    assert_eq!(print::type_expr(&ty), tree, "{text}");
    check(&format!("builtin x : {text}\ny = 1"), &format!("(builtin x {tree})\n(= y 1)"));
}

#[test]
fn types_are_read() {
    check_type("int", "int");
    check_type("A", "A");
    check_type("[int]", "(array int)");
    check_type("[string: A]", "(dict string A)");
    check_type("stream[A]", "(stream A)");
    check_type("vector[float]", "(vector float)");
    check_type("{}", "(record)");
    check_type("{a: int, \"b c\": string,}", "(record (a int) (\"b c\" string))");
    check_type("{A with a: int b: int}", "(record (with A) (a int) (b int))");
    check_type("{with: int}", "(record (with int))");
    check_type("() => int", "(fn () int)");
    check_type(
        "(a: int, ?b: string, <-c: [A]) => (<-: A) => B",
        "(fn ((a int) (?b string) (<-c (array A))) (fn ((<- A)) B))",
    );
    check_type("(?a: L = .b, ? c: int) => .d", "(fn ((?a L .b) (?c int)) .d)");
    check_type("A where A: Addable + Divisible, B: Record", "(where A (A Addable Divisible) (B Record))");
    check_type("where", "where");
}

#[test]
fn a_type_is_refused_with_what_follows_it() {
    let problem = parse_type("int int").expect_err("two types");
    assert_eq!((problem.span.start, problem.message.as_str()), (4, "expected the end of the type, found `int`"));
    assert_eq!(parse_type("").expect_err("no type").message, "expected a type, found the end of the text");
}
