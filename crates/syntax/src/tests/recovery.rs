//! What is read of a text around its broken parts.

use crate::{Limits, Source, parse, recover};

/// Checks what is told, as `line:column message`, which parts are broken, and that what is around them is read as if it were
/// alone.
#[track_caller]
fn check(text: &str, problems: &[&str], broken: &[&str]) {
    let source = Source::new("main", text);
    let found = recover(&source, &Limits::default());
    let told = found.diagnostics.iter().map(|it| format!("{} {}", source.position(it.span.start), it.message));
    assert_eq!(told.collect::<Vec<_>>(), problems, "{text}");
    let parts: Vec<&str> = found.broken.iter().map(|part| source.slice(*part)).collect();
    assert_eq!(parts, broken, "{text}");
    let mut sound = text.to_owned();
    for part in &found.broken {
        sound.replace_range(part.range(), &" ".repeat(part.range().len()));
    }
    let sound = parse(&Source::new("main", sound.clone()), &Limits::default());
    assert_eq!(sound.diagnostics, [], "{text}");
    let is_around = |start: u32| !found.broken.iter().any(|part| part.start <= start && start < part.end);
    let around: Vec<_> = found.file.statements.into_iter().filter(|it| is_around(it.span.start)).collect();
    assert_eq!(around, sound.file.statements, "{text}");
    let imports: Vec<_> = found.file.imports.into_iter().filter(|it| is_around(it.span.start)).collect();
    assert_eq!((found.file.package, imports), (sound.file.package, sound.file.imports), "{text}");
}

#[test]
fn a_sound_text_is_one() {
    check("package a\nimport \"b\"\n\n// c\nx = (\na = 1,\nb = 2) => {\ny = a\nreturn y\n}\nx()\n", &[], &[]);
    check("", &[], &[]);
}

#[test]
fn what_is_not_closed_swallows_nothing() {
    let around = |broken: &str| format!("import \"a\"\nw = 1\n{broken}\n\n// z is last.\nz = {{a: f(b: \"c\")}}\nz\n");
    for (broken, problem) in [
        ("x = f(a: 1, ", "3:5 `(` is not closed: expected `)`, found the end of the statement"),
        ("x = [1, 2", "3:5 `[` is not closed: expected `]`, found the end of the statement"),
        ("option x = {a: 1", "3:12 `{` is not closed: expected `}`, found the end of the statement"),
        ("x = \"abc", "3:5 the string is not closed by `\"`"),
        ("x =", "3:4 expected an expression, found the end of the statement"),
        ("x = strings.", "3:13 expected the name of a member, found the end of the statement"),
        ("if x", "3:1 expected `then`, found the end of the statement"),
        ("x =\n    |> f(", "4:5 expected an expression, found `|>`"),
        ("f = (a) => {\n    return a +\n", "3:12 `{` is not closed: expected `}`, found the end of the statement"),
    ] {
        check(&around(broken), &[problem], &[broken.trim_end()]);
    }
}

#[test]
fn each_broken_part_is_told() {
    check(
        "import \"a\n\nimport \"b\"\nx = (\n\"a\"\ny = 1\nz = [1,\n",
        &[
            "1:8 the string is not closed by `\"`",
            "4:5 `(` is not closed: expected `)`, found the end of the statement",
            "7:5 `[` is not closed: expected `]`, found the end of the text",
        ],
        &["import \"a", "x = (\n\"a\"", "z = [1,\n"],
    );
    let string = "x = f(a: \"\ny = 1\nz = ${f(c: \"\")}\nw\n\", b = 2)";
    check(&format!("{string}\ny = 1\n"), &["1:5 expected `,` between arguments, found `=`"], &[string]);
    check(
        "f = () => {\n    x = 1\n}\ny = 1\n",
        &["2:5 expected `return` at the end of the function"],
        &["f = () => {\n    x = 1\n}"],
    );
}

/// A text in which nothing is as usual is broken as a whole, or in its rest.
#[test]
fn what_is_laid_out_in_other_ways() {
    let many = "x = (\n".repeat(12);
    let found = recover(&Source::new("main", many.clone()), &Limits::default());
    assert_eq!(found.broken.len(), 9);
    assert_eq!(found.broken.last().map(|part| part.end as usize), Some(many.len()));
    for text in
        [")", "(\n)\n)", "  x = (\n  y = 1\n", "f = () => {\nx = (\nreturn x\n}\ny = 1", "(".repeat(200).as_str()]
    {
        let found = recover(&Source::new("main", text), &Limits::default());
        assert!(!found.diagnostics.is_empty() && !found.broken.is_empty(), "{text}");
    }
}

/// Wherever a text ends, nothing is lost or told twice.
#[test]
fn texts_that_end_anywhere() {
    let text = "import \"a\"\n// é\nx = f(a: \"b${c}\", d: [1, 2])\n\ng = (a=1) => {\n    return {a: a}\n}\nx |> g()\n";
    for (end, _) in text.char_indices() {
        let rest = format!("{}\nlast = 1\n", &text[..end]);
        let source = Source::new("main", rest.as_str());
        let found = recover(&source, &Limits::default());
        let wrong = !parse(&source, &Limits::default()).diagnostics.is_empty();
        assert_eq!(wrong, !found.broken.is_empty(), "{rest}");
        let last = found.file.statements.last().map(|it| source.slice(it.span));
        assert_eq!(last, Some("last = 1"), "{rest}");
        let places: Vec<u32> = found.file.statements.iter().map(|it| it.span.start).collect();
        assert!(places.is_sorted(), "{rest}");
    }
}
