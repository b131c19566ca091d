//! Records, rows and kinds.

use super::{accepts, refuses};

#[test]
fn records_are_matched_by_label() {
    accepts("f = (r) => r.a\nx = f(r: {a: 1, b: 2})");
    accepts("x = {a: 1}\ny = {x with a: \"s\"}\nz = y.a + \"t\"");
    accepts("f = (r) => ({r with a: r.a + 1})\nz = f(r: {a: 1}).a + 1");
    accepts("f = (r, n) => ({r with n: n, r: r})\nx = f(r: {a: 1}, n: 2).r.a + 1");
    accepts("f = (p) => ({p with p: p})\ng = (p) => f(p: f(p: p)).p.p.p");
    accepts("f = (x) => ({a: x, b: x.c})\ny = f(x: {c: 1}).a.c + f(x: {c: 1}).b");
    accepts("f = (r) => r.a == 1 and r.b =~ /x/\nx = f(r: {a: 1, b: \"s\", c: 1})");
    accepts("x = {a: 1}[\"a\"] + 1");
    // These fail when they are run.
    accepts("y = {a: 1, a: \"x\"}\nz = y.a + 1");
    accepts("f = (r) => ({r with a: 1})\nx = f(r: 1)");
    refuses("x = [{a: 1}, {a: 1, b: 2}]", "1:14 unexpected-field");
    refuses("x = [{a: 1, b: 2}, {a: 1}]", "1:20 missing-field");
    refuses("x = {a: 1}[\"b\"]", "1:5 missing-field");
    refuses("f = (r) => r.a + r.b\nx = f(r: {a: 1})", "2:10 missing-field");
    refuses("x = \"a\".b", "1:5 not-a-record");
    refuses("x = [1][\"a\"]", "1:5 not-a-record");
    refuses("f = (x) => x.a\ny = f(x: 1)", "2:10 type-mismatch");
}

#[test]
fn types_do_not_contain_themselves() {
    refuses("f = (x) => [x, x.a]", "1:16 recursive-type");
    refuses("f = (x) => if x == 1 then x else x.a", "1:34 recursive-type");
    refuses("f = (r) => r.a(r: r)", "1:12 recursive-type");
}

#[test]
fn operators_ask_for_kinds() {
    for text in
        ["x = -1h", "x = 1h < 2h", "x = 1h == 2h", "x = [1h: 2]", "x = 1 == \"a\"", "x = exists 1", "x = {} == {}"]
    {
        accepts(text);
    }
    accepts("x = []\ny = x == [1]\nz = x == [\"a\"]");
    accepts("f = (r) => r == r\nx = f(r: {a: [1]})");
    refuses("x = [1: \"a\"] == [1: \"a\"]", "1:5 kind-mismatch");
    refuses("x = {a: () => 1} == {a: () => 1}", "1:5 kind-mismatch");
    refuses("f = (a, b) => a == b\nx = f(a: () => 1, b: 2)", "2:10 kind-mismatch");
    refuses("f = (r) => r == r\nx = f(r: {a: [() => 1]})", "2:10 kind-mismatch");
    refuses("x = -\"a\"", "1:6 kind-mismatch");
    refuses("x = 1h + 1h", "1:5 kind-mismatch");
    refuses("x = 1 + 1.0", "1:9 type-mismatch");
    refuses("x = not 1", "1:9 type-mismatch");
    refuses("x = 1 and true", "1:5 type-mismatch");
    refuses("x = \"a\" =~ \"b\"", "1:12 type-mismatch");
    refuses("x = /a/ =~ /b/", "1:5 type-mismatch");
    refuses("x = [1][0] + \"a\"", "1:14 type-mismatch");
    refuses("x = [[1], [\"a\"]]", "1:11 type-mismatch");
    refuses("x = [[], [1], [\"a\"]]", "1:15 type-mismatch");
}
