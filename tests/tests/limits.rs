//! LIM: scripts that would take all of the machine end in an error that names the limit, and the engine stays usable.

use std::time::{Duration, Instant};

use fluxlet::{Code, Context, Engine, Limits};

/// What a script must come to.
#[derive(Clone, Copy)]
enum End {
    /// The last value, as text.
    Value(&'static str),
    /// It is refused before it runs, with this code of a diagnostic.
    Refused(&'static str),
    /// It fails with this code, and a message that holds the text.
    Fails(Code, &'static str),
}

use End::{Fails, Refused, Value};

/// Limits that a run reaches within a moment in a debug build.
fn limits() -> Limits {
    Limits { steps: 2_000_000, memory: 64 << 20, time: Some(Duration::from_secs(20)), ..Limits::default() }
}

/// Runs every case with an engine that they all share, on a thread with a small stack.
#[track_caller]
fn check(cases: Vec<(&'static str, String, End)>) {
    let run = move || {
        let engine = Engine::new().expect("the standard library is whole");
        let context = Context::new().with_limits(limits());
        let mut wrong = Vec::new();
        for (case, script, expected) in cases {
            let start = Instant::now();
            let shown = |text: String| text.chars().take(300).collect::<String>();
            let (right, found) = match engine.compile(&script) {
                Err(error) => {
                    let first = &error.diagnostics()[0];
                    let place = first.span.end as usize <= script.len();
                    let right = matches!(expected, Refused(code) if code == first.code) && place;
                    (right && first.message.len() <= 1024, format!("refused, {}: {}", first.code, first.message))
                }
                Ok(program) => match program.run_blocking(&context) {
                    Err(error) => {
                        let message = error.message();
                        let right =
                            matches!(expected, Fails(code, text) if code == error.code() && message.contains(text));
                        (right && message.len() <= 1024, format!("{}: {message}", error.code()))
                    }
                    Ok(results) => {
                        let value = results.last().map(ToString::to_string).unwrap_or_default();
                        (matches!(expected, Value(text) if text == value), value)
                    }
                },
            };
            if !right {
                wrong.push(format!("{case}: {} after {:?}", shown(found), start.elapsed()));
            }
            let after = engine.compile("1 + 1").expect("it is a program").run_blocking(&context).expect("it runs");
            assert_eq!(after.last().expect("it has a value").to_string(), "2", "after {case}");
        }
        wrong
    };
    let thread = std::thread::Builder::new().stack_size(512 << 10).spawn(run).expect("a thread starts");
    let wrong = thread.join().expect("nothing panics");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn nested(open: &str, inner: &str, close: &str, depth: usize) -> String {
    format!("{}{inner}{}", open.repeat(depth), close.repeat(depth))
}

/// `first` and then `lines` lines made of the number of each.
fn lines(first: &str, lines: usize, line: impl Fn(usize) -> String) -> String {
    let mut text = format!("{first}\n");
    for number in 1..=lines {
        text.push_str(&line(number));
        text.push('\n');
    }
    text
}

#[test]
fn texts_are_bounded() {
    check(vec![
        ("LIM-01 parentheses", nested("(", "1", ")", 10_000), Refused("nested-too-deep")),
        ("LIM-01 brackets", nested("[", "1", "]", 10_000), Refused("nested-too-deep")),
        ("LIM-01 records", nested("{a: ", "1", "}", 10_000), Refused("nested-too-deep")),
        ("LIM-01 minus", format!("x = {}1", "-".repeat(100_000)), Refused("nested-too-deep")),
        ("LIM-01 not", format!("x = {}true", "not ".repeat(100_000)), Refused("nested-too-deep")),
        ("LIM-02 conditions", nested("if true then ", "1", " else 2", 10_000), Refused("nested-too-deep")),
        ("LIM-02 functions", nested("() => ", "1", "", 10_000), Refused("nested-too-deep")),
        ("LIM-03 interpolation", nested("\"${", "1", "}\"", 5_000), Refused("nested-too-deep")),
        ("LIM-03 string", format!("\"{}", "a".repeat(100_000)), Refused("unterminated-string")),
        ("LIM-03 interpolation", "\"${".repeat(3), Refused("unexpected-token")),
        ("LIM-04", "union(tables: [a(x: 1)\n b(x: 2)\n c(x: 3)])".into(), Refused("expected-token")),
        ("LIM-05 source", format!("x = \"{}\"", "a".repeat(10 << 20)), Refused("text-too-large")),
        ("LIM-05 statements", "1\n".repeat(100_000), Value("1")),
        ("LIM-06 nul", "a\0 = 1".into(), Refused("invalid-character")),
        ("LIM-06 right to left", "a\u{202e} = 1".into(), Refused("invalid-character")),
        ("LIM-06 line ends", "a = 1\r\nb = 2\ra + b".into(), Value("3")),
        ("LIM-12", "a = = 1\n".repeat(10_000), Refused("unexpected-token")),
        ("LIM-13 int", "99999999999999999999".into(), Refused("invalid-literal")),
        ("LIM-13 float", format!("{}.0", "9".repeat(400)), Value("+Inf")),
        ("LIM-14 years", "9223372036854775807y".into(), Refused("invalid-literal")),
        ("LIM-14 seconds", "99999999999999999999s".into(), Refused("invalid-literal")),
        ("LIM-14 many", "1y".repeat(100_000), Value("100000y")),
        ("LIM-15 month", "9999-99-99T00:00:00Z".into(), Refused("invalid-literal")),
        ("LIM-15 day", "2100-02-29".into(), Refused("invalid-literal")),
        ("LIM-31 path", "import \"../../etc/passwd\"".into(), Refused("unknown-package")),
        ("LIM-31 address", "import \"http://evil.test/x\"".into(), Refused("unknown-package")),
    ]);
}

#[test]
fn types_are_bounded() {
    let doubling = |body: fn(usize) -> String| lines("p0 = (x) => ({a: x, b: x})", 30, body);
    let wide: String = (0..10_000).map(|n| format!("f{n}: {n}, ")).collect();
    let deep = lines("x0 = 1", 300, |n| format!("x{n} = [x{}]", n - 1));
    check(vec![
        ("LIM-07", doubling(|n| format!("p{n} = (x) => p{}(x: {{a: x, b: x}})", n - 1)), Value("")),
        (
            "LIM-07 twice",
            lines("p0 = (x) => [x]", 30, |n| format!("p{n} = (x) => p{0}(x: p{0}(x: x))", n - 1)),
            Refused("type-too-large"),
        ),
        ("LIM-08 fields", format!("r = {{{wide}}}\nr.f9999"), Value("9999")),
        (
            "LIM-08 with",
            format!("{}r500.a1", lines("r0 = {a0: 0}", 500, |n| format!("r{n} = {{r{} with a{n}: {n}}}", n - 1))),
            Value("1"),
        ),
        ("LIM-09", "f = (x) => x(x)".into(), Refused("recursive-type")),
        ("LIM-10 itself", "f = (n) => f(n: n)".into(), Refused("undefined-name")),
        ("LIM-10 option", "option f = () => f()".into(), Refused("dependent-option")),
        ("LIM-10 record", "r = {f: (n) => r.f(n: n)}".into(), Refused("undefined-name")),
        ("LIM-11", format!("r = {{{wide}}}\nr + 1"), Refused("type-mismatch")),
        ("LIM-21 nested", deep, Refused("type-too-large")),
    ]);
}

#[test]
fn runs_are_bounded() {
    let exhausted = |text| Fails(Code::ResourceExhausted, text);
    let memory = exhausted("bytes of memory");
    let steps = exhausted("steps");
    let tower = lines("f0 = (x) => x + 1", 41, |n| format!("f{n} = (x) => f{0}(x: f{0}(x: x))", n - 1));
    // Values inside each other some 130,000 deep, whose type is that of one: functions hide what they hold.
    let deep = |wrap: &str, inner: &str, last: &str| {
        let first = format!("wrap = {wrap}\nt0 = (f) => wrap(f: f)");
        let doubled = lines(&first, 17, |n| format!("t{n} = (f) => t{0}(f: t{0}(f: f))", n - 1));
        format!("{doubled}d = t17(f: {inner})\n{last}")
    };
    // Trees with a million million leaves, of which there is one.
    let shared = |last: &str| {
        let tree =
            |name: &str| lines(&format!("{name}0 = [1]"), 40, |n| format!("{name}{n} = [{name}{0}, {name}{0}]", n - 1));
        format!("{}{}{last}", tree("a"), tree("b"))
    };
    let with = |imports: &str, body: &str| {
        let imports = imports.split(' ').map(|path| format!("import \"{path}\"\n")).collect::<String>();
        format!("{imports}{body}")
    };
    let thousand = "a10 = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]\n";
    check(vec![
        ("LIM-16", format!("{}s40", lines("s0 = \"x\"", 40, |n| format!("s{n} = s{0} + s{0}", n - 1))), memory),
        ("LIM-17", with("strings", "strings.repeat(v: \"x\", i: 1000000000)"), memory),
        ("LIM-17 below", with("strings", "strings.repeat(v: \"x\", i: -1)"), Fails(Code::Invalid, "`i`")),
        ("LIM-17 most", with("strings", "strings.repeat(v: \"x\", i: 9223372036854775807)"), memory),
        (
            "LIM-18 replaceAll",
            with("strings", "s = strings.repeat(v: \"x\", i: 100000)\nstrings.replaceAll(v: s, t: \"\", u: s)"),
            memory,
        ),
        (
            "LIM-18 regexp",
            with(
                "regexp strings",
                "s = strings.repeat(v: \"x\", i: 100000)\nregexp.replaceAllString(r: /x/, v: s, t: s)",
            ),
            memory,
        ),
        (
            "LIM-18 json",
            with(
                "json",
                &format!(
                    "{}json.encode(v: r30)",
                    lines("r0 = [\"leaf\"]", 30, |n| format!("r{n} = {{a: r{0}, b: r{0}}}", n - 1))
                ),
            ),
            memory,
        ),
        (
            "LIM-19 concat",
            with(
                "array",
                &format!("{}a40", lines("a0 = [1]", 40, |n| format!("a{n} = array.concat(arr: a{0}, v: a{0})", n - 1))),
            ),
            memory,
        ),
        (
            "LIM-19 map",
            with("array", &format!("{thousand}{}1{}", "a10 |> array.map(fn: (x) => ".repeat(8), ")".repeat(8))),
            steps,
        ),
        (
            "LIM-20",
            with(
                "array dict",
                &format!(
                    "{thousand}a = a10 |> array.map(fn: (x) => x * 1000)\n\
                     f = (a) => a |> array.map(fn: (x) => ({{key: -x, value: x}}))\n\
                     {}d = dict.fromList(pairs: f(a: b13))\ndict.get(dict: d, key: -7000, default: 0)",
                    lines("b0 = a", 13, |n| format!(
                        "b{n} = array.concat(arr: b{0}, v: b{0} |> array.map(fn: (x) => x + {1}))",
                        n - 1,
                        1 << n
                    ))
                ),
            ),
            Value("7000"),
        ),
        ("LIM-18 shared and compared", shared("a40 == b40"), Value("true")),
        ("LIM-21 functions", deep("(f) => () => f() + 1", "() => 0", "length(arr: [d])"), Value("1")),
        ("LIM-21 functions called", deep("(f) => () => f() + 1", "() => 0", "d()"), exhausted("nested more than 256")),
        ("LIM-21 records", deep("(f) => ({v: () => f.v() + 1})", "{v: () => 0}", "length(arr: [d])"), Value("1")),
        ("LIM-21 arrays", deep("(f) => [() => length(arr: f)]", "[() => 0]", "length(arr: d)"), Value("1")),
        (
            "LIM-21 dictionaries",
            deep("(f) => [1: () => length(arr: [f])]", "[1: () => 0]", "display(v: d)"),
            Value("[1: () => int]"),
        ),
        ("LIM-22", format!("{tower}f41(x: 1)"), steps),
        ("LIM-24", with("strings", "strings.repeat(v: \"a\", i: 100000) + \"!\" =~ /(a+)+$/"), Value("false")),
        (
            "LIM-24 work",
            with("strings", "strings.repeat(v: \"ab\", i: 4000000) =~ /[ab]*a[ab]{500}c/"),
            exhausted("too long for a regular expression"),
        ),
        ("LIM-24 references", "\"aa\" =~ /(a)\\1/".into(), Refused("invalid-regexp")),
        ("LIM-25 large", "\"a\" =~ /((a{100}){100}){100}/".into(), Refused("invalid-regexp")),
        ("LIM-25 deep", format!("\"a\" =~ /{}/", nested("(", "a", ")", 10_000)), Refused("invalid-regexp")),
        (
            "LIM-27",
            with(
                "regexp array",
                &format!(
                    "{thousand}a10 |> array.map(fn: (x) => a10 |> array.map(fn: (x) => regexp.compile(v: \"a${{x}}\")))\n1"
                ),
            ),
            Value("1"),
        ),
        (
            "LIM-28",
            with("experimental/json strings", "json.parse(data: bytes(v: strings.repeat(v: \"[\", i: 1000000)))"),
            exhausted("deeper than 128"),
        ),
        ("LIM-28 number", with("experimental/json", "json.parse(data: bytes(v: \"1e400\"))"), Fails(Code::Invalid, "")),
        ("LIM-29 divide", "a = 1\na / (a - 1)".into(), Fails(Code::FailedPrecondition, "zero")),
        ("LIM-29 modulo", "a = 1\na % (a - 1)".into(), Fails(Code::FailedPrecondition, "zero")),
        ("LIM-29 least", "a = -9223372036854775807 - 1\na / -1".into(), Value("-9223372036854775808")),
        ("LIM-29 minus", "a = -9223372036854775807 - 1\nb = -a\nb".into(), Value("-9223372036854775808")),
        ("LIM-29 float", "int(v: float(v: \"1e30\"))".into(), Value("-9223372036854775808")),
        ("LIM-30 below", "[1, 2][-1]".into(), Fails(Code::Invalid, "element -1 of array of length 2")),
        ("LIM-30 length", "[1, 2][2]".into(), Fails(Code::Invalid, "element 2 of array of length 2")),
        (
            "LIM-30 far",
            "[1, 2][1000000000000000000]".into(),
            Fails(Code::Invalid, "element 1000000000000000000 of array of length 2"),
        ),
        ("LIM-30 slice", with("strings", "strings.substring(v: \"aéb\", start: 1, end: 2)"), Value("é")),
    ]);
}

/// LIM-22: the same program takes the same number of steps in every run, and the limit is that number exactly.
#[test]
fn steps_are_the_same_in_every_run() {
    let engine = Engine::new().expect("the standard library is whole");
    let program =
        engine.compile("import \"array\"\n[1, 2, 3] |> array.map(fn: (x) => x * x)").expect("it is a program");
    let runs = |steps| {
        let context = Context::new().with_limits(Limits { steps, ..Limits::default() });
        program.run_blocking(&context).is_ok()
    };
    let least = (1..10_000).find(|steps| runs(*steps)).expect("it ends");
    for _ in 0..10 {
        assert!(runs(least) && !runs(least - 1));
    }
}

/// LIM-32: what a program redefines is gone with its run.
#[test]
fn a_run_leaves_nothing_to_the_next() {
    let engine = Engine::new().expect("the standard library is whole");
    let context = Context::new();
    let last = |script: &str| {
        let results = engine.compile(script).expect("it is a program").run_blocking(&context).expect("it runs");
        results.last().expect("it has a value").to_string()
    };
    let rules = "import \"planner\"\noption planner.disablePhysicalRules = [\"all\"]\nplanner.disablePhysicalRules";
    assert_eq!(last(rules), "[all]");
    assert_eq!(last("import \"planner\"\nplanner.disablePhysicalRules"), "[]");
    assert_eq!(last("string = (v) => \"mine\"\nstring(v: 1)"), "mine");
    assert_eq!(last("string(v: 1)"), "1");
    assert_eq!(last("option now = () => 2020-01-01T00:00:00Z\nnow()"), "2020-01-01T00:00:00.000000000Z");
    assert_ne!(last("now()"), "2020-01-01T00:00:00.000000000Z");
}
