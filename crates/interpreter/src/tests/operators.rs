//! What operators give, as a table.

use std::sync::Arc;

use fluxlet_runtime::{Builtin, Calls, Duration, Function, Nature, Result, Step, Value};
use fluxlet_semantic::ir::Expr;
use fluxlet_syntax::ast::{BinaryOp, UnaryOp};

use super::build::*;

const TYPED: Value = Value::Null(Some(Nature::Int));

fn values() -> Vec<(&'static str, Value)> {
    vec![
        ("7", Value::Int(7)),
        ("-1", Value::Int(-1)),
        ("min", i64::MIN.into()),
        ("0", Value::Int(0)),
        ("3u", 3u64.into()),
        ("0u", 0u64.into()),
        ("maxu", u64::MAX.into()),
        ("2.5", 2.5.into()),
        ("0.0", 0.0.into()),
        ("nan", f64::NAN.into()),
        ("'ab'", "ab".into()),
        ("true", true.into()),
        ("null", Value::NULL),
        ("null:int", TYPED),
        ("90m", Duration::from_nanoseconds(5_400_000_000_000).into()),
        ("1mo", Duration::new(1, 0).unwrap().into()),
        ("t", time("2021-03-04")),
        ("t+", time("2021-03-05")),
        ("/b$/", regexp("b$")),
        ("[7]", vec![Value::Int(7)].into()),
        ("[null]", vec![Value::NULL].into()),
        ("{a: 7}", fluxlet_runtime::Record::from([("a", Value::Int(7))]).into()),
        ("0x6869", bytes::Bytes::from_static(b"hi").into()),
    ]
}

fn find(name: &str) -> Expr {
    constant(values().into_iter().find(|(known, _)| *known == name).unwrap().1)
}

/// `LEFT OP RIGHT => EXPECTED` a line; `!` stands for the unsupported pair.
const TABLE: &str = "
7 + 7 => 14
min + -1 => 9223372036854775807
7 - 7 => 0
min * -1 => -9223372036854775808
min / -1 => -9223372036854775808
min % -1 => 0
-1 / 7 => 0
-1 % 7 => -1
7 / 0 => failed precondition: cannot divide by zero
7 % 0 => failed precondition: cannot mod zero
3u / 0u => failed precondition: cannot divide by zero
3u % 0u => failed precondition: cannot mod zero
0u - 3u => 18446744073709551613
maxu + 3u => 2
7 ^ 7 => 823543
3u ^ 3u => 27
2.5 ^ 2.5 => 9.882117688026186
2.5 / 0.0 => +Inf
0.0 / 0.0 => NaN
2.5 % 0.0 => NaN
'ab' + 'ab' => abab
'ab' - 'ab' => !
7 + 2.5 => !
7 + 3u => !
7 + 'ab' => !
t + 90m => !
90m + 90m => 3h
1mo - 1mo => 0ns
1mo - 90m => invalid: 1mo and -1h30m make months and nanoseconds of different signs
90m == 90m => !
90m < 90m => !
7 == 7 => true
7 == 2.5 => false
3u == 2.5 => false
-1 == maxu => false
-1 != maxu => true
-1 < 0u => true
maxu > -1 => true
7 >= 3u => true
2.5 < 7 => true
2.5 <= 3u => true
nan == nan => false
nan != nan => true
nan <= 2.5 => false
'ab' < 'ab' => false
'ab' >= 'ab' => true
t < t+ => true
t != t+ => true
true == true => true
true != true => false
true < true => !
7 == 'ab' => !
t == 7 => !
[7] == [7] => true
[7] != [7] => !
[null] == [null] => false
{a: 7} == {a: 7} => true
{a: 7} != {a: 7} => !
{a: 7} == [7] => !
0x6869 == 0x6869 => true
0x6869 != 0x6869 => !
[7] < [7] => !
'ab' =~ /b$/ => true
'ab' !~ /b$/ => false
/b$/ =~ 'ab' => !
7 =~ /b$/ => !
null + 7 => !
null == null => !
7 + null:int => <null>
null:int == 7 => <null>
null:int + 'ab' => !
";

fn operator(text: &str) -> BinaryOp {
    use BinaryOp::*;
    let all = [Add, Sub, Mul, Div, Mod, Pow, Eq, Ne, Lt, Le, Gt, Ge, Match, NotMatch];
    all.into_iter().find(|op| op.as_str() == text).unwrap()
}

#[test]
fn binary_operators_take_the_pairs_of_the_table() {
    for line in TABLE.lines().filter(|line| !line.is_empty()) {
        let (question, expected) = line.split_once(" => ").unwrap();
        let (left, op, right) = split(question);
        let expected = match expected {
            "!" => {
                let (left, right) = (value(left), value(right));
                format!("invalid: unsupported binary expression {} {op} {}", left.nature_name(), right.nature_name())
            }
            expected => expected.to_owned(),
        };
        assert_eq!(evaluate(binary(find(left), operator(op), find(right))), expected, "{line}");
    }
}

fn value(name: &str) -> Value {
    values().into_iter().find(|(known, _)| *known == name).unwrap().1
}

/// Operands may hold spaces, operators are always between two.
fn split(question: &str) -> (&str, &str, &str) {
    let ops = ["+", "-", "*", "/", "%", "^", "==", "!=", "<", "<=", ">", ">=", "=~", "!~"];
    for op in ops {
        if let Some((left, right)) = question.split_once(&format!(" {op} ")) {
            return (left, op, right);
        }
    }
    panic!("no operator in {question}")
}

#[test]
fn unary_operators() {
    let number = "operand to unary expression is not a number value, got";
    let truth = "operand to unary expression is not a boolean value, got";
    check(unary(UnaryOp::Minus, find("7")), "-7");
    check(unary(UnaryOp::Minus, find("min")), "-9223372036854775808");
    check(unary(UnaryOp::Minus, find("90m")), "-1h30m");
    check(unary(UnaryOp::Minus, find("3u")), &format!("invalid: {number} uint"));
    check(unary(UnaryOp::Minus, find("null:int")), &format!("invalid: {number} null"));
    check(unary(UnaryOp::Plus, find("7")), "invalid: unsupported operator \"+\" to unary expression");
    check(unary(UnaryOp::Not, find("true")), "false");
    check(unary(UnaryOp::Not, find("7")), &format!("invalid: {truth} int"));
    check(unary(UnaryOp::Not, null()), &format!("invalid: {truth} null"));
    check(unary(UnaryOp::Exists, find("null:int")), "false");
    check(unary(UnaryOp::Exists, find("7")), "true");
    check(unary(UnaryOp::Exists, constant(Value::Dynamic(Arc::new(Value::NULL)))), "false");
}

#[test]
fn logic_leaves_the_right_side_alone() {
    let boom = || call_as("die", die(), [("msg", text("boom"))], None);
    check(and(constant(false), boom()), "false");
    check(or(constant(true), boom()), "true");
    check(and(constant(true), constant(false)), "false");
    check(or(constant(false), constant(true)), "true");
    check(or(constant(false), boom()), "invalid: die > boom");
    check(and(null(), boom()), "invalid: left operand to logical expression is not a boolean value, got null");
    check(and(constant(true), int(1)), "invalid: right operand to logical expression is not a boolean value, got int");
    check(conditional(constant(true), int(1), boom()), "1");
    check(conditional(constant(false), boom(), int(2)), "2");
    check(conditional(null(), int(1), int(2)), "invalid: conditional test expression is not a boolean value, got null");
}

/// Calls `f` without arguments and gives what it answers.
struct Once(Function);

impl Calls for Once {
    fn callee(&self) -> (Function, &'static [&'static str]) {
        (self.0.clone(), &[])
    }

    fn step(&mut self, answer: Option<Result<Value>>, _: &mut Vec<Value>) -> Result<Step> {
        match answer {
            Some(answer) => answer.map(Step::Done),
            None => Ok(Step::Call),
        }
    }
}

/// Evaluates an expression inside a function that a builtin calls.
fn inside(value: Expr) -> Expr {
    let once = Builtin::Calls(|_, arguments| Ok(Box::new(Once(arguments.required::<&Function>("fn")?.clone()))));
    call_as("once", builtin("once", &["fn"], once), [("fn", function([], value))], None)
}

#[test]
fn functions_that_builtins_call_take_nulls() {
    check(inside(unary(UnaryOp::Minus, null())), "<null>");
    check(inside(unary(UnaryOp::Not, null())), "<null>");
    check(inside(unary(UnaryOp::Plus, int(1))), "1");
    check(inside(add(null(), int(1))), "<null>");
    check(inside(conditional(null(), int(1), int(2))), "2");
    check(inside(and(null(), constant(true))), "false");
    check(inside(or(null(), constant(true))), "true");
    check(inside(and(constant(true), null())), "<null>");
    check(inside(record([("a", int(1)), ("a", int(2))])), "{a: 2}");
    // What such a function calls is treated alike, what is called after it is not.
    check(inside(call(function([], add(null(), int(1))), [])), "<null>");
    check(array([inside(int(1)), add(null(), int(1))]), "invalid: unsupported binary expression invalid + int");
}

#[test]
fn looking_into_values() {
    let numbers = || array([int(1), int(2)]);
    check(index(numbers(), int(1)), "2");
    check(index(numbers(), int(5)), "invalid: cannot access element 5 of array of length 2");
    check(index(numbers(), int(-1)), "invalid: cannot access element -1 of array of length 2");
    check(
        index(numbers(), int(i64::MIN)),
        &format!("invalid: cannot access element {} of array of length 2", i64::MIN),
    );
    check(
        index(numbers(), constant(1.0)),
        "invalid: cannot access an element by a value of type float; expected an int",
    );
    check(index(null(), int(1)), "invalid: cannot index into a null value; expected an array");
    check(member(record([("a", int(1))]), "a"), "1");
    check(member(record([("a", int(1))]), "b"), "<null>");
    check(member(constant(5.0), "b"), "invalid: cannot access property \"b\" on value of type float");
    let dynamic = || {
        let inner = fluxlet_runtime::Record::from([("a", Value::Int(7))]);
        constant(Value::Record(inner).into_dynamic())
    };
    check(member(dynamic(), "a"), "dynamic(7)");
    check(member(dynamic(), "b"), "dynamic(<null>)");
    check(member(member(dynamic(), "b"), "c"), "invalid: cannot access property \"c\" on value of type invalid");
}

#[test]
fn making_values() {
    check(record([("b", int(1)), ("a", int(2))]), "{a: 2, b: 1}");
    check(record([("a", int(1)), ("a", int(2))]), "invalid: duplicate key in object: \"a\"");
    check(with(record([("a", int(1)), ("b", int(2))]), [("b", int(3)), ("c", int(4))]), "{a: 1, b: 3, c: 4}");
    check(with(constant(2.5), [("a", int(1))]), "invalid: cannot extend a value of type float; expected a record");
    check(with(null(), [("a", int(1))]), "invalid: null value on left hand side of \"with\" in record literal");
    check(dict([(int(2), text("b")), (int(1), text("a")), (int(2), text("z"))]), "[1: a, 2: z]");
    check(dict([(null(), int(1))]), "invalid: null value cannot be used as a dictionary key");
    check(array([int(1), int(2)]), "[1, 2]");
}

#[test]
fn interpolation() {
    use fluxlet_semantic::ir::StringPart::Text;
    let values = [find("7"), find("3u"), constant(1e24), find("'ab'"), find("true"), find("t"), find("90m")];
    let parts = values.into_iter().flat_map(|value| [part(value), Text(" ".into())]);
    check(interpolated(parts), "7 3 1000000000000000000000000 ab true 2021-03-04T00:00:00.000000000Z 1h30m ");
    check(interpolated([part(null())]), "invalid: interpolated expression produced a null value");
    check(
        interpolated([part(array([]))]),
        "invalid: expected interpolated expression to have type string, but it had type array",
    );
    check(interpolated([]), "");
}
