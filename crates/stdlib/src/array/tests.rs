//! Calls of the package's functions, with what they show.

use fluxlet_runtime::{Nature, Value};

use super::PACKAGE;
use crate::testing::{array, call_with, check, failure, function, run, shown};

#[test]
fn concat() {
    let concat = |left: Value, right: Value, expected: &str| {
        check(&PACKAGE, "concat", &[("arr", left), ("v", right)], expected);
    };
    concat(array([1_i64, 2]), array([3_i64]), "[1, 2, 3]");
    concat(array::<i64>([]), array::<i64>([]), "[]");
    concat(array([1_i64]), array([Value::Null(Some(Nature::Int))]), "[1, <null>]");
    concat(Value::NULL, array([1_i64]), "error: argument `arr` is null, it must be an array");
}

/// Checks a walk whose function answers with a table: the argument, then the answer.
fn walk(name: &str, elements: &[i64], answers: &[(i64, Value)], expected: &str) {
    let mut asked = Vec::new();
    let named = [("arr", array(elements.iter().copied())), ("fn", function())];
    let found = call_with(&PACKAGE, name, &run(), &named, |named| {
        let [(label, Value::Int(x))] = named.as_slice() else { panic!("one argument") };
        assert_eq!(label, "x");
        asked.push(*x);
        let answer = answers.iter().find(|(element, _)| element == x);
        answer.map(|(_, value)| value.clone()).ok_or_else(|| failure("boom"))
    });
    assert_eq!(shown(&found), expected, "{name} {elements:?}");
    assert!(elements.starts_with(&asked), "in order, once each: {asked:?}");
}

#[test]
fn map() {
    walk("map", &[1, 2], &[(1, "a".into()), (2, "b".into())], "[a, b]");
    walk("map", &[], &[], "[]");
    walk("map", &[1], &[(1, Value::NULL)], "[<null>]");
    walk("map", &[1, 7, 2], &[(1, 1_i64.into()), (2, 2_i64.into())], "error: boom");
}

#[test]
fn filter() {
    walk("filter", &[1, 2, 3], &[(1, true.into()), (2, false.into()), (3, true.into())], "[1, 3]");
    walk("filter", &[], &[], "[]");
    let null = Value::Null(Some(Nature::Bool));
    let refused = "error: the answer of `fn` for element 1 must be a bool, found null";
    walk("filter", &[1, 2], &[(1, true.into()), (2, null)], refused);
}
