//! Types: declared, printed, and what they can do.

use std::sync::Arc;

use super::{Basic, FunctionType, Kind, Kinds, RecordType, Type, Variable, declare_text};

/// Declares a type and prints it.
#[track_caller]
fn prints(text: &str, expected: &str) {
    let scheme = declare_text(text).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(scheme.to_string(), expected, "{text}");
    let again = declare_text(expected).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(again.to_string(), expected, "{text}");
}

#[track_caller]
fn fails(text: &str, reason: &str) {
    let error = declare_text(text).expect_err(text);
    assert_eq!(error.message(), format!("`{text}` is no type: {reason}"));
}

#[test]
fn declared_types_are_printed() {
    for basic in Basic::ALL {
        prints(basic.as_str(), basic.as_str());
    }
    for (text, expected) in [
        ("A", "A"),
        ("X", "A"),
        ("a", "A"),
        ("[int]", "[int]"),
        ("[[A]]", "[[A]]"),
        ("stream[A]", "stream[A]"),
        ("vector[float]", "vector[float]"),
        ("[string:int]", "[string: int]"),
        ("[K: [V]]", "[A: [B]]"),
        ("{}", "{}"),
        ("{b: int, a: string}", "{a: string, b: int}"),
        ("{R with b: int, a: T}", "{B with a: A, b: int}"),
        ("{A with x: A}", "{A with x: A}"),
        ("() => int", "() => int"),
        ("(b: int, a: string) => bool", "(a: string, b: int) => bool"),
        ("(<-tables: stream[A], ?n: int) => stream[A]", "(?n: int, <-tables: stream[A]) => stream[A]"),
        ("(x: A, ?y: B, <-z: C) => A", "(x: A, ?y: B, <-z: C) => A"),
        ("(f: (x: B) => A, y: A) => [A]", "(f: (x: A) => B, y: B) => [B]"),
        ("(v: A) => string where A: Stringable", "(v: A) => string"),
        ("() => () => int", "() => () => int"),
    ] {
        prints(text, expected);
    }
}

#[test]
fn other_types_are_refused() {
    fails("Foo", "there is no type `Foo`");
    fails("[integer]", "there is no type `integer`");
    fails("null", "there is no type `null`");
    fails("(v: A) => string where A: Nope", "there is no kind `Nope`");
    fails("(v: A) => string where B: Addable", "`B` does not occur in the type");
    fails("(<-a: A, <-b: B) => A", "a function has at most one pipe parameter");
    for text in ["", "[", "[int", "{a: }", "(a: int)", "(a: int) =>", "int int", "(a) => int", "where", "[int]]"] {
        assert!(declare_text(text).is_err(), "{text}");
    }
}

#[test]
fn deep_types_do_not_use_up_the_stack() {
    for depth in [50_usize, 5000, 200_000] {
        for (open, close) in [("[", "]"), ("{a: ", "}"), ("() => ", ""), ("[int: ", "]"), ("stream[", "]")] {
            let text = format!("{}int{}", open.repeat(depth), close.repeat(depth));
            assert_eq!(declare_text(&text).is_ok(), depth == 50, "{open} {depth}");
        }
    }
}

/// The text of a type ends at 4 KiB, however large the type.
#[test]
fn long_types_are_cut() {
    let fields = (0..5000).map(|index| (format!("f{index:04}").into(), Type::Basic(Basic::Int))).collect();
    let wide = Type::Record(Arc::new(RecordType { fields, row: None }));
    let mut doubled = Type::Basic(Basic::Int);
    for _ in 0..60 {
        doubled = Type::Dict(Arc::new((doubled.clone(), doubled)));
    }
    for (ty, start) in [(wide, "{f0000: int, f0001: int, "), (doubled, "[[[[")] {
        let text = ty.to_string();
        assert!(text.starts_with(start) && text.ends_with('…'), "{text}");
        assert!(text.len() < 4200, "{}", text.len());
    }
}

#[test]
fn variables_beyond_the_tenth_have_numbers() {
    let parameter = |index: u32| super::Parameter {
        name: format!("p{index:02}").into(),
        mode: super::ParameterMode::Required,
        ty: Type::Variable(Variable(100 - index)),
    };
    let parameters = (0..12).map(parameter).collect();
    let function = Type::Function(Arc::new(FunctionType { parameters, result: Type::Variable(Variable(100)) }));
    let text = function.to_string();
    assert!(text.starts_with("(p00: A, p01: B, ") && text.ends_with(", p09: J, p10: t10, p11: t11) => A"), "{text}");
}

#[test]
fn basic_types_have_the_kinds_of_flux() {
    use Basic::{Bool, Bytes, Duration, Dynamic, Float, Int, Regexp, String, Time, UInt};
    let scalars: &[Basic] = &[Bool, Int, UInt, Float, String, Duration, Time];
    let table: [(Kind, &[Basic]); 13] = [
        (Kind::Addable, &[Int, UInt, Float, String]),
        (Kind::Subtractable, &[Int, UInt, Float]),
        (Kind::Divisible, &[Int, UInt, Float]),
        (Kind::Numeric, &[Int, UInt, Float]),
        (Kind::Comparable, &[Int, UInt, Float, String, Duration, Time]),
        (Kind::Equatable, &[Bool, Int, UInt, Float, String, Duration, Time, Bytes]),
        (Kind::Nullable, scalars),
        (Kind::Record, &[]),
        (Kind::Negatable, &[Int, UInt, Float, Duration]),
        (Kind::Timeable, &[Duration, Time]),
        (Kind::Stringable, scalars),
        (Kind::Basic, &Basic::ALL),
        (Kind::Label, &[]),
    ];
    assert!(Basic::ALL.contains(&Dynamic) && Basic::ALL.contains(&Regexp));
    for (index, (kind, basics)) in table.into_iter().enumerate() {
        assert_eq!(Kind::ALL[index], kind);
        for basic in Basic::ALL {
            assert_eq!(basic.has(kind), basics.contains(&basic), "{basic:?} {kind:?}");
        }
        let declared = declare_text(&format!("(v: A, w: B) => A where A: {}", kind.as_str())).unwrap();
        assert_eq!(declared.kinds, [Kinds::NONE.with(kind), Kinds::NONE]);
    }
}

#[test]
fn sets_of_kinds() {
    let both = declare_text("(v: A) => A where A: Addable + Comparable").unwrap().kinds[0];
    assert!(both.contains(Kind::Addable) && both.contains(Kind::Comparable) && !both.contains(Kind::Numeric));
    assert_eq!(both.iter().collect::<Vec<_>>(), [Kind::Addable, Kind::Comparable]);
    assert_eq!(both, Kinds::NONE.with(Kind::Comparable).union(Kinds::NONE.with(Kind::Addable)));
    assert!(Kinds::NONE.is_empty() && !both.is_empty());
    let all = Kind::ALL.into_iter().fold(Kinds::NONE, Kinds::with);
    assert_eq!(all.iter().count(), 13);
}
