//! Inputs one after the other, and what editors ask about them.

use std::future::Future;
use std::io;
use std::pin::pin;
use std::task::{Context as TaskContext, Poll, Waker};

use fluxlet_runtime::display;

use super::*;
use crate::{Builtin, Limits as RunLimits, Package, Sources};

/// A builtin that never answers.
const SILENT: Package = Package {
    path: "acme/silent",
    source: "// Package silent waits.\npackage silent\n\n// wait waits for ever.\nbuiltin wait : () => int\n",
    builtins: &[("wait", Builtin::Async(|_, _| Box::pin(std::future::pending())))],
    unimplemented: &[],
};

/// Packages of the user's own.
struct Own;

impl Sources for Own {
    fn find(&self, path: &str) -> io::Result<Option<Source>> {
        let text = match path {
            "own/waiting" => "import \"acme/silent\"\nx = 1\ny = silent.wait()",
            "own/plain" => "// Package plain is plain.\npackage plain\n\n// two is one more than one.\ntwo = 2",
            _ => return Ok(None),
        };
        Ok(Some(Source::new(path, text)))
    }
}

fn session() -> Session {
    Engine::builder().package(SILENT).sources(Own).build().unwrap().session()
}

/// Runs a future that needs nobody to wake it, for as long as it goes on by itself.
fn poll<T>(future: impl Future<Output = T>) -> Option<T> {
    let mut future = pin!(future);
    let mut context = TaskContext::from_waker(Waker::noop());
    for _ in 0..100 {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return Some(value);
        }
    }
    None
}

/// Evaluates an input; returns its values, then what is wrong with it.
fn evaluate(session: &mut Session, text: &str, context: &Context) -> String {
    let input = match session.compile("input", text) {
        Ok(input) => input,
        Err(error) => return format!("refused: {}", error.diagnostics()[0].message),
    };
    let values = |results: &Results| {
        let shown = results.values.iter().map(|(_, value)| display(value, 1000).unwrap());
        shown.collect::<Vec<_>>().join("; ")
    };
    match poll(session.run(input, context)) {
        None => "waits".to_owned(),
        Some(Ok(results)) => values(&results),
        Some(Err(failure)) => format!("{} failed: {}", values(&failure.results), failure.error.message()),
    }
}

#[track_caller]
fn check<const N: usize>(steps: [(&str, &str); N]) -> Session {
    let mut session = session();
    for (text, expected) in steps {
        assert_eq!(evaluate(&mut session, text, &Context::new()), expected, "{text}");
    }
    session
}

#[test]
fn names_live_on() {
    check([
        ("x = 20", ""),
        ("x + 1", "21"),
        ("id = (v) => v", ""),
        ("id(v: x) + 1", "21"),
        ("id(v: \"a\") + \"b\"", "ab"),
        ("r = {a: 1, f: (n) => n + x}", ""),
        ("r.f(n: r.a)", "21"),
        ("make = (n) => (m) => n + m + x\nadd = make(n: 1)", ""),
        ("add(m: 2)", "23"),
        ("x + \"a\"", "refused: expected `int`, found `string`"),
        ("y + 1", "refused: undefined name `y`"),
    ]);
}

#[test]
fn names_are_bound_anew() {
    check([
        ("x = 1\nf = () => x", ""),
        ("x = \"a\"", ""),
        ("x", "a"),
        ("f()", "1"),
        ("x = x + \"b\"\nx", "ab"),
        ("map = 7", ""),
        ("map + 1", "8"),
        ("import \"strings\"", ""),
        ("strings = 1\nstrings", "1"),
        ("strings + 1", "2"),
        ("import \"strings\"\nstrings.toUpper(v: \"a\")", "A"),
        ("option own = 1", ""),
        ("option own = \"a\"", ""),
        ("own", "a"),
    ]);
}

#[test]
fn imports_live_on() {
    check([
        ("import \"strings\"", ""),
        ("import m \"math\"", ""),
        ("strings.toUpper(v: \"a\")", "A"),
        ("m.abs(x: -1.0)", "1"),
        ("up = (v) => strings.toUpper(v)", ""),
        ("up(v: \"b\")", "B"),
        ("math.pi", "refused: undefined name `math`"),
        ("import \"own/plain\"\nplain.two", "2"),
        ("plain.two + 1", "3"),
    ]);
}

#[test]
fn a_failed_input_binds_nothing() {
    check([
        ("x = 1", ""),
        ("x = 2\nx\ndie(msg: \"no\")\nx", "2 failed: no"),
        ("x", "1"),
        ("import \"strings\"\ndie(msg: \"no\")", " failed: no"),
        ("strings.toUpper(v: \"a\")", "refused: undefined name `strings`"),
        ("z = 1\nz + \"a\"", "refused: expected `int`, found `string`"),
        ("z", "refused: undefined name `z`"),
    ]);
}

#[test]
fn options_live_on() {
    check([
        ("option now = () => 2020-01-01T00:00:00Z", ""),
        ("now()", "2020-01-01T00:00:00.000000000Z"),
        ("today()", "2020-01-01T00:00:00.000000000Z"),
        ("f = () => 2021-01-01T00:00:00Z\noption now = f\ndie(msg: \"no\")", " failed: no"),
        ("now()", "2021-01-01T00:00:00.000000000Z"),
        ("today()", "2021-01-01T00:00:00.000000000Z"),
    ]);
}

#[test]
fn a_dropped_run_leaves_the_session_usable() {
    check([
        ("x = 1", ""),
        ("import \"acme/silent\"", ""),
        ("x = 2\nsilent.wait()", "waits"),
        ("x", "1"),
        // The package was left before its end.
        ("import \"own/waiting\"", "waits"),
        ("import \"own/waiting\"\nwaiting.x", "waits"),
        ("waiting.x", "refused: undefined name `waiting`"),
        ("x", "1"),
    ]);
}

#[test]
fn functions_of_other_sessions_are_strangers() {
    let mut own = session();
    let input = session().compile("input", "1").unwrap();
    let failure = poll(own.run(input, &Context::new())).unwrap().unwrap_err();
    assert_eq!(failure.error.message(), "the input was compiled by another session");
    assert_eq!(evaluate(&mut own, "1", &Context::new()), "1");
}

#[test]
fn variables_stand_behind_names() {
    let context = Context::new().with_variable("limit", Value::Int(5));
    let mut session = session().variable("limit", &Value::Int(5));
    for (text, expected) in [("limit + 1", "6"), ("limit = \"a\"", ""), ("limit", "a")] {
        assert_eq!(evaluate(&mut session, text, &context), expected, "{text}");
    }
}

#[test]
fn memory_counts_from_input_to_input() {
    let context = Context::new().with_limits(RunLimits { memory: 100_000, ..RunLimits::default() });
    let list = format!("[{}]", "\"a text that takes more bytes than a value\" + \"!\", ".repeat(200));
    let last = |text: &dyn Fn(usize) -> String| {
        let mut session = session();
        let mut answers = (0..20).map(|i| evaluate(&mut session, &text(i), &context));
        answers.find(|answer| !answer.is_empty()).unwrap_or_default()
    };
    // Each stays known: by its name, by a function that reads it, by an option.
    for text in [&|i: usize| format!("x{i} = {list}") as String, &|i| format!("x = {list}\nf{i} = () => x"), &|i| {
        if i % 2 == 0 { format!("x = {list}") } else { format!("f{i} = () => x") }
    }] as [&dyn Fn(usize) -> String; 3]
    {
        let answer = last(text);
        assert!(answer.contains("100000 bytes of memory"), "{}: {answer}", text(1).len());
    }
    // Nothing leads to the earlier ones any more, also if they were made from one another.
    for text in [
        &|_: usize| format!("x = {list}") as String,
        &|i| {
            if i == 0 {
                format!("x = {list}")
            } else {
                "import \"array\"\nx = array.map(arr: x, fn: (x) => x + \"!\")".to_owned()
            }
        },
        &|_| format!("f = (v) => v\nx = f(v: {list})"),
    ] as [&dyn Fn(usize) -> String; 3]
    {
        assert_eq!(last(text), "", "{}", text(1).len());
    }
}

/// What was compiled before a name was bound anew still finds the old value.
#[test]
fn inputs_that_wait_keep_what_they_see() {
    let mut session = session();
    assert_eq!(evaluate(&mut session, "x = 1", &Context::new()), "");
    let waiting = session.compile("input", "x + 1").unwrap();
    assert_eq!(evaluate(&mut session, "x = \"new\"", &Context::new()), "");
    let results = poll(session.run(waiting, &Context::new())).unwrap().unwrap();
    assert_eq!(results.last().map(Value::to_string).as_deref(), Some("2"));
    assert_eq!(evaluate(&mut session, "x", &Context::new()), "new");
}

/// A function may leave the session and come back as a variable, when what it reads is gone.
#[test]
fn functions_outlive_what_they_read() {
    check_outliving("x = 20\nf = () => x");
    check_outliving("x = 20\nf = () => x\nstays = 1");
}

fn check_outliving(text: &str) {
    let mut own = session();
    let input = own.compile("input", text).unwrap();
    let results = poll(own.run(input, &Context::new())).unwrap().unwrap();
    let f = results.get("f").unwrap().clone();
    let context = Context::new().with_variable("g", f.clone());
    let mut own = own.variable("g", &f);
    assert_eq!(evaluate(&mut own, "g()", &context), "20");
    assert_eq!(evaluate(&mut own, "x = 1\nf = 2", &context), "");
    let answer = evaluate(&mut own, "g()", &context);
    assert!(answer.contains("forgotten"), "{answer}");
}

#[test]
fn incomplete_inputs() {
    for (text, expected) in [("f = (x) =>", true), ("x = {a: 1,", true), ("x = 1", false), ("", false), (")", false)] {
        assert_eq!(session().is_incomplete(text), expected, "{text}");
    }
}

#[test]
fn types_of_texts() {
    let session = check([("id = (v) => v\nimport_ = {a: 1}", ""), ("import \"math\"", "")]);
    for (text, expected) in [
        ("1 + 1", "int"),
        ("id", "(v: A) => A"),
        ("(a, b) => a + b", "(a: A, b: A) => A"),
        ("x = 1\n{a: x}", "{a: int}"),
        ("x = import_.a", "int"),
        ("math.abs", "(x: float) => float"),
    ] {
        assert_eq!(session.type_of(text).unwrap(), expected, "{text}");
    }
    for (text, expected) in [
        ("", "expected an expression, which has a type"),
        ("import \"math\"", "expected an expression, which has a type"),
        ("1 + \"a\"", "expected `int`, found `string`"),
    ] {
        assert_eq!(session.type_of(text).unwrap_err().diagnostics()[0].message, expected, "{text}");
    }
}

#[test]
fn comments_of_declarations() {
    let session = check([
        ("// far\n\n// f doubles.\n//\n//     f(x: 1)\nf = (x) => 2 * x // behind\ng = 1", ""),
        ("import \"own/plain\"\nimport s \"acme/silent\"", ""),
    ]);
    for (name, expected) in [
        ("f", Some("f doubles.\n\n    f(x: 1)")),
        ("g", None),
        ("plain", Some("Package plain is plain.")),
        ("plain.two", Some("two is one more than one.")),
        ("s.wait", Some("wait waits for ever.")),
        ("acme/silent", Some("Package silent waits.")),
        ("acme/silent.wait", Some("wait waits for ever.")),
        ("plain.three", None),
        ("nothing", None),
        ("", None),
    ] {
        assert_eq!(session.doc(name).as_deref(), expected, "{name}");
    }
    assert!(session.doc("strings.toUpper").is_some_and(|text| text.starts_with("toUpper ")));
    assert!(session.doc("now").is_some_and(|text| text.starts_with("now ")));
}

/// Completes at the `^` of a text and returns the texts it gives, up to the first five, and what they replace.
#[track_caller]
fn completes(session: &Session, text: &str, expected: &[&str]) {
    let offset = text.find('^').expect("the text has a cursor");
    let found = session.complete(&text.replacen('^', "", 1), offset);
    let texts: Vec<&str> = found.iter().map(|completion| completion.text.as_str()).take(5).collect();
    assert_eq!(texts, expected, "{text}");
    for Completion { start, text: put, .. } in found {
        assert!(put.starts_with(&text[start..offset]), "{text}: {put}");
    }
}

#[test]
fn completions() {
    let session = &check([
        ("import \"strings\"", ""),
        ("point = {xs: 1, ys: {zs: 2}}\ntwice = (n, by=2) => ({half: n, whole: n * by})\npool = (a=<-, b) => a", ""),
    ]);
    completes(session, "import \"experimental/infl^", &["experimental/influxdb"]);
    completes(session, "import s \"mat^", &["math"]);
    completes(session, "x = \"mat^", &[]);
    completes(session, "// mat^", &[]);
    completes(session, "strings.toU^", &["toUpper"]);
    completes(session, "import \"x\"\ny = strings . toU^pper(v: 1)", &["toUpper"]);
    completes(session, "point.^", &["xs", "ys"]);
    completes(session, "1 + point.ys.^", &["zs"]);
    completes(session, "twice(n: 1).^", &["half", "whole"]);
    completes(session, "[point][0].y^", &["ys"]);
    completes(session, "f(x: (point).y^", &["ys"]);
    completes(session, "\"a ${point.x^", &["xs"]);
    completes(session, "\"a ${point.xs} b\".x^", &[]);
    completes(session, "if true then point.x^", &["xs"]);
    completes(session, "twice(^", &["by: ", "n: "]);
    completes(session, "twice(n: f(by: [1, 2]), ^", &["by: "]);
    completes(session, "twice(n: 1, b^", &["by: "]);
    completes(session, "twice(n: poi^", &["point"]);
    completes(session, "twice(n: 1) + stri^", &["string", "strings"]);
    completes(session, "1 |> pool(^", &["b: "]);
    completes(session, "\"${twice(^", &["by: ", "n: "]);
    completes(session, "local = 1\nloc^", &["local", "location"]);
    completes(session, "import \"own/plain\"\npla^", &["plain"]);
    completes(session, "ret^", &["return"]);
    completes(session, "x = 12^", &[]);
    completes(session, "unknown.^", &[]);
    assert_eq!(session.complete("é", 1), []);
    assert_eq!(session.complete("", 7), []);
    assert!(session.complete("", 0).iter().all(|completion| !completion.text.starts_with('_')));
}
