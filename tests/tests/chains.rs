//! Expressions that are long without being deep: chains of operators, conditionals and pipes.

use std::thread;

use fluxlet::{Context, Engine, format};

/// How many terms the chains have.
const TERMS: usize = 10_000;

fn chain(first: &str, link: impl Fn(usize) -> String) -> String {
    let rest: String = (1..TERMS).map(link).collect();
    format!("f = (x=<-) => x + 1\n{first}{rest}")
}

/// Runs `work` on the stack that threads have if nobody asks for another.
#[track_caller]
fn on_a_thread<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    thread::Builder::new().stack_size(2 << 20).spawn(work).expect("a thread").join().expect("no panic")
}

/// Checks the last value of a program, and that its layout is stable and means the same.
#[track_caller]
fn check(text: String, expected: &str) {
    let (value, again, formatted) = on_a_thread(move || {
        let engine = Engine::new().expect("an engine");
        let run = |text: &str| {
            let program = engine.compile(text).unwrap_or_else(|error| panic!("{:?}", error.diagnostics()));
            let results = program.run_blocking(&Context::new()).expect("a value");
            results.last().expect("a value").to_string()
        };
        let formatted = format("main", &text).expect("flux");
        (run(&text), run(&formatted), format("main", &formatted).expect("flux") == formatted)
    });
    assert!(value == expected, "{} bytes, {:.80}", value.len(), value);
    assert!(again == value);
    assert!(formatted);
}

#[test]
fn operators() {
    check(chain("1", |_| " + 1".to_owned()), "10000");
    check(chain("0", |n| format!(" {} {n}", if n % 2 == 0 { "-" } else { "+" })), "5000");
    check(chain("1", |_| " * 1".to_owned()), "1");
    check(chain("1 == 1", |_| " == true".to_owned()), "true");
    check(chain("\"a\"", |_| " + \"a\"".to_owned()), &"a".repeat(TERMS));
    check(chain("1.0", |_| " ^ 1.0".to_owned()), "1");
}

#[test]
fn logic() {
    check(chain("true", |n| format!(" and {n} > 0")), "true");
    check(chain("true", |n| format!(" and {n} < 9999")), "false");
    check(chain("false", |n| format!(" or {n} == 9999")), "true");
    check(chain("exists f", |_| " and not 1 > 2 or 2 > 3".to_owned()), "true");
}

#[test]
fn conditionals() {
    let last = TERMS - 1;
    check(chain(&format!("x = {last}\ny = "), |n| format!("if x == {n} then \"{n}\" else ")) + "\"none\"\ny", "9999");
    check(chain("x = 0\ny = ", |n| format!("if x == {n} then \"{n}\" else ")) + "\"none\"\ny", "none");
}

#[test]
fn pipes() {
    check(chain("1", |_| " |> f()".to_owned()), "10000");
    check(chain("1", |n| format!(" |> f() + {n} |> f()")), "50014999");
}

#[test]
fn what_is_nested_as_deep_as_it_may_be_fits_the_stack() {
    let signs = "-".repeat(176);
    let nots = "not ".repeat(176);
    let texts = [
        ("(", ")", 78),
        ("[", "]", 78),
        ("{a: ", "}", 78),
        ("() => ", "", 78),
        ("if true then ", " else 1", 78),
        ("1 + 2 * (", ")", 56),
        ("[1 + 2 * ", "][0]", 40),
        ("(() => {x = ", " return x})()", 25),
        (&signs, "", 1),
    ];
    for (open, close, times) in texts {
        check(format!("x = {}1{}\n1", open.repeat(times), close.repeat(times)), "1");
    }
    check(format!("{nots}true"), "true");
}

/// Checks the places and codes of what is wrong with a program.
#[track_caller]
fn refuses(text: String, expected: &[&str]) {
    let found = on_a_thread(move || {
        let error = Engine::new().expect("an engine").compile(&text).map(drop).expect_err("a problem");
        assert!(error.to_string().len() < 4000, "the excerpt is short");
        let source = error.source_text();
        let told = |problem: &fluxlet::Diagnostic| format!("{} {}", source.position(problem.span.start), problem.code);
        error.diagnostics().iter().map(told).collect::<Vec<_>>()
    });
    assert_eq!(found, expected);
}

#[test]
fn a_wrong_term_is_told_once_where_it_stands() {
    let wrong = |right: &'static str, wrong: &'static str| {
        chain(right, move |n| format!("\n+ {}", if n == 5000 { wrong } else { right }))
    };
    refuses(wrong("1", "\"a\""), &["5002:3 type-mismatch"]);
    refuses(wrong("1", "\"a\"").replace("\n+ ", " + "), &["2:20001 type-mismatch"]);
    refuses(wrong("\"a\"", "missing"), &["5002:3 undefined-name"]);
    refuses(chain("\"a\"", |_| "\n+ 1".to_owned()), &["3:3 type-mismatch"]);
    refuses(chain("true", |_| "\n+ true".to_owned()), &["2:1 kind-mismatch"]);
    refuses(chain("true", |n| format!("\nand {}", if n == 5000 { "1" } else { "true" })), &["5002:5 type-mismatch"]);
    refuses(
        chain("y = ", |n| format!("\nif {n} > 1 then {} else ", if n == 5000 { "\"a\"" } else { "1" })) + "2",
        &["5003:1 type-mismatch"],
    );
    refuses(
        chain("1", |n| format!("\n|> f({})", if n == 5000 { "y: 1" } else { "" })),
        &["5002:9 unexpected-argument"],
    );
}
