//! What the compiler emits.

use fluxlet_semantic::ir::Expr;
use fluxlet_syntax::ast::BinaryOp;

use super::build::*;

#[track_caller]
fn check_code(value: Expr, expected: &str) {
    let text = code(&program(value)).disassemble();
    let rows: Vec<&str> = text.lines().map(str::trim_end).collect();
    let expected: Vec<&str> = expected.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(rows, expected, "\n{text}");
}

#[test]
fn operators_follow_their_operands() {
    check_code(
        add(int(1), add(int(2), text("x"))),
        r#"
function 0 top level
   0 constant 1
   1 constant 2
   2 binary + constant "x"
   3 binary +
   4 result
   5 end
"#,
    );
}

#[test]
fn operators_read_variables_and_constants_themselves() {
    let sum = binary(add(local(0), int(7)), BinaryOp::Mul, local(1));
    let field = member(local(0), "a");
    check_code(
        function([required(0, "a"), required(1, "b")], array([sum, add(local(1), local(0)), field])),
        "
function 0 top level
   0 closure 1
   1 result
   2 end
function 1 (a, b)
   0 local 0 binary + constant 7
   1 binary * local 1
   2 local 1 binary + local 0
   3 local 0 member a
   4 array 3
   5 return
",
    );
}

/// What a jump lands behind is not taken back.
#[test]
fn operators_leave_the_ends_of_branches_alone() {
    check_code(
        add(int(1), conditional(constant(true), int(2), int(3))),
        "
function 0 top level
   0 constant 1
   1 constant true
   2 unless 5
   3 constant 2
   4 jump 6
   5 constant 3
   6 binary +
   7 result
   8 end
",
    );
}

#[test]
fn logic_jumps() {
    check_code(
        conditional(and(constant(true), constant(false)), int(1), int(2)),
        "
function 0 top level
   0 constant true
   1 short and 4
   2 constant false
   3 truth and
   4 unless 7
   5 constant 1
   6 jump 8
   7 constant 2
   8 result
   9 end
",
    );
}

#[test]
fn calls_evaluate_callee_arguments_and_piped_value_in_this_order() {
    check_code(
        piped(text("piped"), text("callee"), [("b", text("first")), ("a", text("second"))]),
        r#"
function 0 top level
   0 constant "callee"
   1 constant "first"
   2 constant "second"
   3 constant "piped"
   4 call f(b, a) piped
   5 result
   6 end
"#,
    );
}

#[test]
fn closures_take_values_from_the_functions_around_them() {
    let inner = function([], add(local(0), local(1)));
    let middle = block([], [(1, int(5))], inner);
    check_code(
        function([required(0, "x")], middle),
        "
function 0 top level
   0 closure 1
   1 result
   2 end
function 1 (x)
   0 closure 2
   1 return
function 2 () locals 1 takes local 0
   0 constant 5
   1 set local 0
   2 closure 3
   3 return
function 3 () takes capture 0 takes local 0
   0 capture 0
   1 capture 1
   2 binary +
   3 return
",
    );
}

#[test]
fn defaults_stand_before_the_body() {
    check_code(
        function([required(0, "a"), optional(1, "b", int(2)), pipe(2, "c")], local(1)),
        "
function 0 top level
   0 closure 1
   1 result
   2 end
function 1 (a, ?b, <-c)
   0 given 0 3
   1 constant 2
   2 set local 1
   3 local 1
   4 return
",
    );
}

#[test]
fn texts_records_and_dictionaries() {
    use fluxlet_semantic::ir::StringPart::Text;
    check_code(
        with(
            record([("a", interpolated([Text("n=".into()), part(int(1))]))]),
            [("d", dict([(int(1), int(2)), (int(3), int(4))]))],
        ),
        r#"
function 0 top level
   0 constant "n="
   1 constant 1
   2 text
   3 concat 2
   4 record a
   5 constant 1
   6 constant 2
   7 constant 3
   8 constant 4
   9 dict 2
  10 extend d
  11 result
  12 end
"#,
    );
}

#[test]
fn too_many_optional_parameters_are_refused() {
    let parameters = |count: u32| (0..count).map(|id| optional(id, &format!("p{id}"), int(0)));
    let compile = |count| {
        let module = program(function(parameters(count), int(1)));
        crate::compile(&module, &fluxlet_syntax::Source::new("main", ""), &Default::default())
    };
    assert!(compile(64).is_ok());
    let problem = compile(65).unwrap_err();
    assert_eq!(problem.code, "limit");
    assert_eq!(problem.message, "a function can have 64 optional parameters at most");
}

#[test]
fn a_variable_out_of_scope_is_refused() {
    let module = program(local(3));
    let problem = crate::compile(&module, &fluxlet_syntax::Source::new("main", ""), &Default::default()).unwrap_err();
    assert_eq!(problem.code, "internal");
}

#[test]
fn long_chains_need_no_stack() {
    let mut sum = int(0);
    for _ in 0..100_000 {
        sum = add(sum, int(1));
    }
    let module = program(sum);
    assert_eq!(outcome(run(&module)), "100000");
    // The tree itself is dropped recursively, which is not what this test is about.
    std::mem::forget(module);
}
