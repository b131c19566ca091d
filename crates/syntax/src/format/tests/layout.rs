//! Lines, blanks and indentation.

use super::check;

#[test]
fn a_file_has_clauses_imports_and_statements() {
    check("package p x = 1", "package p\n\n\nx = 1");
    check("import \"a\" import b \"c\"\n\nimport \"d\" x = 1", "import \"a\"\nimport b \"c\"\nimport \"d\"\n\nx = 1");
    check("package p import \"a\"", "package p\n\n\nimport \"a\"");
    check("@a @b package p @c(\"d\") import \"e\"", "@a\n@b\npackage p\n\n\n@c(\"d\")\nimport \"e\"");
}

#[test]
fn statements_of_one_kind_stand_together() {
    check("x = 1 y = 2", "x = 1\ny = 2");
    check("x = 1\n\n\n\ny = 2", "x = 1\n\ny = 2");
    check("x = 1 x 2", "x = 1\n\nx\n2");
    check("x = 1 option a = 1 option b.c = 2", "x = 1\n\noption a = 1\noption b.c = 2");
    check("x = 1 @a y = 2", "x = 1\n\n@a\ny = 2");
    check("builtin a : int builtin b : int", "builtin a : int\nbuiltin b : int");
    check(
        "testcase a {} testcase b extends \"c\" { x = 1 x |> f() }",
        "testcase a {\n\n}\ntestcase b extends \"c\" {\n    x = 1\n\n    x |> f()\n}",
    );
}

#[test]
fn blanks_stand_around_signs() {
    check("x=1+2*( 3+4 )", "x = 1 + 2 * (3 + 4)");
    check("x = a[ 0 ] [ \"b\" ] . c", "x = a[0][\"b\"].c");
    check("x = - a", "x = -a");
    check("x = {a:1,\"b\":2}", "x = {a: 1, \"b\": 2}");
    check("x = {r with a:1,}", "x = {r with a: 1}");
    check("x = {r with}", "x = {r with}");
    check("x = [\"a\":1]", "x = [\"a\": 1]");
    check("f = (a,b=1,c=<-)=>a", "f = (a, b=1, c=<-) => a");
    check("x = f( a , b )", "x = f(a, b)");
    check(
        "builtin f:(a:int,?b:string,<-c:[A],?d:L=.e,<-:{})=>[string :int]",
        "builtin f : (\n        a: int,\n        ?b: string,\n        <-c: [A],\n        ?d: L = .e,\n        <-: {},\n    ) => [string:int]",
    );
    check(
        "builtin f : stream [ A ] where A:Addable+Divisible,B:Record",
        "builtin f : stream[A] where A: Addable + Divisible, B: Record",
    );
}

#[test]
fn more_than_four_items_stand_one_per_line() {
    check("x = [1,2,3,4]", "x = [1, 2, 3, 4]");
    check("x = [\n1,\n2]", "x = [1, 2]");
    check("x = [1,2,3,4,5]", "x = [\n    1,\n    2,\n    3,\n    4,\n    5,\n]");
    check("x = {a,b,c,d,e}", "x = {\n    a,\n    b,\n    c,\n    d,\n    e,\n}");
    check("x = {r with a:1,b:2,c:3,d:4,e:5}", "x = {r with\n    a: 1,\n    b: 2,\n    c: 3,\n    d: 4,\n    e: 5,\n}");
    check(
        "x = f(a:1,b:2,c:3,d:4,e:5)",
        "x =\n    f(\n        a: 1,\n        b: 2,\n        c: 3,\n        d: 4,\n        e: 5,\n    )",
    );
    check(
        "builtin f : {a:A,b:A,c:A,d:A,e:A}",
        "builtin f : {\n        a: A,\n        b: A,\n        c: A,\n        d: A,\n        e: A,\n    }",
    );
    check("x = [\"a\":1,\"b\":2,\"c\":3,\"d\":4,\"e\":5]", "x = [\"a\": 1, \"b\": 2, \"c\": 3, \"d\": 4, \"e\": 5]");
    check(
        "x = [[1,2,3,4,5],[1]]",
        "x = [\n    [\n        1,\n        2,\n        3,\n        4,\n        5,\n    ],\n    [1],\n]",
    );
}

#[test]
fn what_does_not_fit_a_line_is_broken() {
    let a = "a".repeat(45);
    let b = "b".repeat(45);
    check(&format!("x = [{a},{b},c]"), &format!("x = [\n    {a},\n    {b},\n    c,\n]"));
    check(&format!("x = [{a},{b}]"), &format!("x = [{a}, {b}]"));
    check(&format!("x = {a}{b}+c{a}"), &format!("x =\n    {a}{b}\n        +\n        c{a}"));
    check(&format!("x = {a} + {b}"), &format!("x = {a} + {b}"));
    check(&format!("x = {a} and {b} and c"), &format!("x =\n    {a} and {b}\n        and\n        c"));
    check(&format!("x = f({a}: {b}{b})"), &format!("x =\n    f(\n        {a}:\n            {b}{b},\n    )"));
    check(&format!("x = \"{a}{b}{a}\""), &format!("x =\n    \"{a}{b}{a}\""));
    check(
        &format!("x = \"{a}${{f({a}: c{a})}}\""),
        &format!("x = \"{a}${{f(\n        {a}:\n            c{a},\n    )}}\""),
    );
    check(&format!("f = ({a}) => {b} + c"), &format!("f = ({a}) =>\n    {b} + c"));
    check(&format!("f = ({a}, {b}) => c"), &format!("f = (\n    {a},\n    {b},\n) =>\n    c"));
    check(
        &format!("f = ({a}, {b}) => {{return c}}"),
        &format!("f = (\n        {a},\n        {b},\n    ) =>\n    {{\n        return c\n    }}"),
    );
    check(&format!("x = {a} |> {b}() |> c()"), &format!("x =\n    {a}\n        |> {b}()\n        |> c()"));
    check(&format!("x = if {a} then {b} else c"), &format!("x =\n    if {a} then\n        {b}\n    else\n        c"));
    check(
        &format!("builtin f : ({a}: int, b: int) => stream[{{{b}: int}}]"),
        &format!("builtin f : (\n        {a}: int,\n        b: int,\n    ) => stream[{{{b}: int}}]"),
    );
    check(
        &format!("builtin f : (a: int) => {a} where A: {b}"),
        &format!("builtin f : (a: int) => {a}\n    where\n    A: {b}"),
    );
    check(&format!("x = \"{}\"", "é".repeat(94)), &format!("x = \"{}\"", "é".repeat(94)));
}

#[test]
fn pipes_and_conditionals_keep_their_lines() {
    check("x = a |> b() |> c()", "x = a |> b() |> c()");
    check("x = a\n|> b() |> c()", "x =\n    a\n        |> b()\n        |> c()");
    check("a |> b(c: 1,\nd: 2)", "a\n    |> b(c: 1, d: 2)");
    check("f(a: b |> c()\n|> d())", "f(\n    a:\n        b\n            |> c()\n            |> d(),\n)");
    check("x = if a then b else if c then d else e", "x = if a then b else if c then d else e");
    check(
        "x = if a then b\nelse if c then d else e",
        "x =\n    if a then\n        b\n    else if c then\n        d\n    else\n        e",
    );
    check("x = [\"a\": 1,\n\"b\": 2]", "x =\n    [\n        \"a\": 1,\n        \"b\": 2,\n    ]");
    check("x = [\"a\":\n1]", "x = [\"a\": 1]");
}

#[test]
fn blocks_have_one_statement_per_line() {
    check("f = (a) => {return a}", "f = (a) => {\n    return a\n}");
    check("f = (a) => { x = a return {b: x} }", "f = (a) => {\n    x = a\n\n    return {b: x}\n}");
    check(
        "f = () => {return a |> b()\n|> c()}",
        "f = () => {\n    return\n        a\n            |> b()\n            |> c()\n}",
    );
    check(
        "x |> map(fn: (r) => {return r})",
        "x\n    |> map(\n        fn: (r) => {\n            return r\n        },\n    )",
    );
    check("f = (a,b,c,d,e) => a", "f = (\n    a,\n    b,\n    c,\n    d,\n    e,\n) =>\n    a");
    check(
        "f = (a=[1,2,3,4,5]) => a",
        "f = (\n    a=[\n        1,\n        2,\n        3,\n        4,\n        5,\n    ],\n) =>\n    a",
    );
    check("f = () => () => {return 1}", "f = () =>\n    () => {\n        return 1\n    }");
}

#[test]
fn literals_stay_as_they_are_written() {
    check(r#"x = "a\tb\x41 ${1+2} \"q\" \\ \n \${ z""#, r#"x = "a\tb\x41 ${1 + 2} \"q\" \\ \n \${ z""#);
    check("x = \"a  \n  b\"", "x = \"a  \n  b\"");
    check("x = \"${a}  \n  ${b}\"", "x = \"${a}  \n  ${b}\"");
    check(r#"x = "${"${"a"}"} $$""#, r#"x = "${"${"a"}"} $$""#);
    check(r"x = /a\/b\x2e\d/", r"x = /a\/b\x2e\d/");
    check("x = [.5, 1., 00.50, 1.50]", "x = [.5, 1., 00.50, 1.50]");
    check("x = [2020-01-01, 2020-01-01T00:00:00.120+05:00]", "x = [2020-01-01, 2020-01-01T00:00:00.120+05:00]");
    check("x = [01h, 1h1h, 2µs, 90m]", "x = [1h, 1h1h, 2us, 90m]");
    check(
        r#"f(a: .b, c: ."d e", d: ."\"", e: ."f", g: ."or")"#,
        "f(\n    a: .b,\n    c: .\"d e\",\n    d: .\"\\\"\",\n    e: .f,\n    g: .\"or\",\n)",
    );
}
