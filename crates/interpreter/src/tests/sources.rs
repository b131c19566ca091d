//! Real sources, parsed and checked; there is no prelude.

use std::collections::HashMap;
use std::sync::Arc;

use fluxlet_runtime::{Context, Run};
use fluxlet_semantic::{Exports, ImportError, Importer, Options};
use fluxlet_syntax::{Limits, Source};

use super::build::{Library, block_on, outcome};
use crate::{Code, Vm, compile, drive};

struct Nothing;

impl Importer for Nothing {
    fn import(&self, _: &str) -> Result<Arc<Exports>, ImportError> {
        Err(ImportError::Unknown { similar: Vec::new() })
    }

    fn prelude(&self) -> Result<Vec<Arc<Exports>>, ImportError> {
        Ok(Vec::new())
    }
}

fn code(text: &str) -> Arc<Code> {
    let source = Source::new("main", text);
    let parsed = fluxlet_syntax::parse(&source, &Limits::default());
    assert!(parsed.diagnostics.is_empty(), "{:?}", parsed.diagnostics);
    let checked = fluxlet_semantic::check(
        &parsed.file,
        &Options { text, variables: &[], known: &[], importer: &Nothing, limits: Default::default() },
    );
    assert!(checked.diagnostics.is_empty(), "{:?}", checked.diagnostics);
    compile(&checked.module, &source, &HashMap::new()).unwrap()
}

fn run(text: &str) -> fluxlet_runtime::Result<crate::Output> {
    block_on(drive(Vm::new(code(text), Arc::new(Library(Vec::new())), Run::new(&Context::new()))))
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(outcome(run(text)), expected, "{text}");
}

#[test]
fn scripts_give_values() {
    check("1 + 2 * 3\n\"a${1 + 1}b\"", "7; a2b");
    check("f = (x, by=10) => x * by\nf(x: 2)\nf(by: 3, x: 2)", "20; 6");
    check("f = (n, x=<-) => x - n\n10 |> f(n: 1) |> f(n: 2)", "7");
    check("r = {a: 1, b: 2}\n{r with b: 3}.b\nr.b", "3; 2");
    check("add = (a) => (b) => a + b\nadd(a: 1)(b: 2)", "3");
    check("f = (x) => {\n    y = x + 1\n    z = y * 2\n    return [x, y, z]\n}\nf(x: 1)[2]", "4");
    check("if 1 == 1 and not 1 == 2 then \"yes\" else \"no\"", "yes");
    check("d = [\"a\": 1, \"b\": 2]\nd", "[a: 1, b: 2]");
    check("option level = 1\nf = () => level\nf()", "1");
    check("-2 ^ 2\n7 % 3\n2021-01-01 < 2021-01-02", "4; 1; true");
}

#[test]
fn errors_name_the_calls() {
    let chain = |text| run(text).unwrap_err().chain();
    assert_eq!(
        chain("f = (x) => 1 / x\ng = (x) => f(x: x - 1)\nresult = g(x: 1)"),
        "error calling function \"g\" @3:10-3:17: error calling function \"f\" @2:12-2:23: cannot divide by zero"
    );
    assert_eq!(
        chain("result = (() => [1][1])()"),
        "error calling function \"<anonymous function>\" @1:10-1:26: cannot access element 1 of array of length 1"
    );
    assert_eq!(
        chain("_f = () => 1 / 0\ng = () => _f()\ng()"),
        "error calling function \"g\" @3:1-3:4: cannot divide by zero"
    );
}

#[test]
fn chains_are_evaluated_in_order() {
    let rows = |text: &str| {
        let text = code(text).disassemble();
        let rows = text.lines().skip(1).take_while(|row| row.starts_with(' '));
        rows.filter_map(|row| row.trim().split_once(' '))
            .map(|(_, op)| op)
            .filter(|op| *op != "end")
            .collect::<Vec<_>>()
            .join("; ")
    };
    assert_eq!(rows("1 - 2 - 3"), "constant 1; binary - constant 2; binary - constant 3; result");
    assert_eq!(
        rows("1 == 1 or 2 == 2 or 3 == 3"),
        "constant 1; binary == constant 1; short or 6; constant 2; binary == constant 2; truth or; short or 10; \
         constant 3; binary == constant 3; truth or; result"
    );
    assert_eq!(
        rows("x = 1 == 1\nif x then 1 else if x then 2 else 3").split_once("set global x; ").unwrap().1,
        "global x; unless 7; constant 1; jump 12; global x; unless 11; constant 2; jump 12; constant 3; result"
    );
    assert_eq!(
        rows("f = (n, x=<-) => x\n0 |> f(n: 1) |> f(n: 2)").split_once("set global f; ").unwrap().1,
        "global f; constant 2; global f; constant 1; constant 0; call f(n) piped; call f(n) piped; result"
    );
}

#[test]
fn bytecode_of_a_source() {
    let text = code("f = (x, y=1) => x + y\nf(x: 2)").disassemble();
    let expected = "function 0 top level
   0 closure 1
   1 set global f
   2 global f
   3 constant 2
   4 call f(x)
   5 result
   6 end
function 1 (x, ?y)
   0 given 0 3
   1 constant 1
   2 set local 1
   3 local 0 binary + local 1
   4 return
";
    assert_eq!(text, expected);
}
