//! Packages as records, options, and imports that fail.

use fluxlet_runtime::types::declare_text;
use indexmap::IndexMap;

use super::*;
use crate::Export;

/// A few packages; members whose names start with `option ` are options.
struct Packages;

fn exports(id: u32, path: &str, members: &[(&str, &str)]) -> Arc<Exports> {
    let members: IndexMap<_, _> = members
        .iter()
        .zip(0..)
        .map(|((name, ty), slot)| {
            let (name, option) = name.strip_prefix("option ").map_or((*name, false), |name| (name, true));
            (name.into(), Export { slot, scheme: declare_text(ty).unwrap(), option })
        })
        .collect();
    Arc::new(Exports { id, path: path.into(), members })
}

impl Importer for Packages {
    fn import(&self, path: &str) -> Result<Arc<Exports>, ImportError> {
        match path {
            "math" => {
                let pow = "(x: float, y: float) => float";
                Ok(exports(7, path, &[("pi", "float"), ("pow", pow), ("_hidden", "int")]))
            }
            "plain" => Ok(exports(8, path, &[("a", "int"), ("b", "string")])),
            "task/settings" => Ok(exports(9, path, &[("option name", "string"), ("option every", "(v: A) => A")])),
            "loop" => Err(ImportError::Cycle(vec!["loop".into(), "other".into(), "loop".into()])),
            "broken" => Err(ImportError::Broken("1:2 undefined name `x`".into())),
            "mth" => Err(ImportError::Unknown { similar: vec!["math".into()] }),
            "maths" => Err(ImportError::Unknown { similar: vec!["math".into(), "a/math".into(), "b/math".into()] }),
            _ => Err(ImportError::Unknown { similar: Vec::new() }),
        }
    }

    fn prelude(&self) -> Result<Vec<Arc<Exports>>, ImportError> {
        let universe = exports(1, "universe", &[("option now", "() => time"), ("die", "(msg: string) => A")]);
        Ok(vec![exports(0, "internal/boolean", &[("true", "bool")]), universe])
    }
}

#[track_caller]
fn imports(text: &str, expected: &[&str]) -> Checked {
    let (source, checked) = checked_with(text, &Packages);
    assert_eq!(codes(&source, &checked), expected, "{text}");
    checked
}

#[test]
fn packages_are_records() {
    for text in [
        "x = math\ny = x.pi + 1.0",
        "x = [math, math]\ny = x[0].pi + 1.0",
        "f = (m) => m.pow(x: m.pi, y: m.pi)\ny = f(m: math) + 1.0",
        "f = (math) => math + 1\ny = f(math: 2)",
        "x = {math with pi: 1}\ny = x.pi + 1",
        "x = math._hidden + 1",
        "math = 1\nx = math + 1",
    ] {
        imports(&format!("import \"math\"\n{text}"), &[]);
    }
    let plain = "import \"plain\"\nx = plain == {a: 1, b: \"x\"}\nf = (r) => r.a + 1\ny = f(r: plain)\nz = plain[\"b\"] + \"t\"";
    imports(plain, &[]);
    imports("import \"math\"\nx = math.Pi", &["2:5 missing-field"]);
    imports("import m \"math\"\nx = m.pi + 1.0\ny = math.pi", &["3:5 undefined-name"]);
}

#[test]
fn imports_are_listed_once_behind_what_is_used_of_the_prelude() {
    let math = "import \"math\"\nimport m \"math\"\nimport \"plain\"";
    for (text, expected) in [
        ("x = m.pi", &[7, 8][..]),
        ("x = die(msg: \"a\")", &[1, 7, 8]),
        ("x = now()", &[1, 7, 8]),
        ("option now = () => 1", &[1, 7, 8]),
        ("now = () => 1\nx = now()", &[7, 8]),
    ] {
        assert_eq!(imports(&format!("{math}\n{text}"), &[]).module.imports, expected, "{text}");
    }
}

#[test]
fn imports_that_fail_are_told_once() {
    for (path, code, message) in [
        ("nope", "unknown-package", "there is no such package"),
        ("loop", "import-cycle", "the package imports itself: loop → other → loop"),
        ("broken", "broken-package", "the package is wrong: 1:2 undefined name `x`"),
    ] {
        let text = format!("import p \"{path}\"\nx = p.a + 1\ny = p(z: 1)\noption p.a = 1");
        let checked = imports(&text, &[&format!("1:1 {code}")]);
        assert_eq!(checked.diagnostics[0].message, format!("cannot import `{path}`: {message}"));
    }
    for (path, help) in [
        ("mth", Some("did you mean `math`?")),
        ("maths", Some("did you mean `math`, `a/math` or `b/math`?")),
        ("nope", None),
    ] {
        let (_, checked) = checked_with(&format!("import \"{path}\""), &Packages);
        assert_eq!(checked.diagnostics[0].help.as_deref(), help);
    }
}

#[test]
fn options_of_packages_keep_their_types() {
    for (text, expected) in [
        ("option settings.name = \"a\"\noption settings.every = (v) => v", None),
        ("option settings.every = (v) => v + 1", None),
        ("option settings.name = 1", Some("2:24 type-mismatch")),
        ("option settings.nam = \"a\"", Some("2:8 missing-field")),
    ] {
        imports(&format!("import \"task/settings\"\n{text}"), expected.as_slice());
    }
    // What is no option may be set, which changes nothing.
    imports("import \"math\"\noption math.pi = 3.0", &[]);
    imports("import \"math\"\noption math.pi = \"a\"", &["2:18 type-mismatch"]);
    imports("import \"math\"\noption math.pow = (x) => x", &["2:19 missing-argument"]);
    imports("option nope.name = \"a\"", &["1:8 undefined-name"]);
    imports("a = 1\noption a.name = \"a\"", &["2:8 not-a-package"]);
}

#[test]
fn options_of_the_prelude_may_change_their_types() {
    imports("option now = 1\nx = now + 1", &[]);
    imports("option now = () => 1\nx = now() + 1", &[]);
    imports("x = die(msg: 1)", &["1:14 type-mismatch"]);
    let shadowed = imports("now = 2\nx = now + 1", &[]);
    assert_eq!(shadowed.module.globals.len(), 2);
}

#[test]
fn names_are_bound_once() {
    imports("option a = 1\noption a = 2", &["2:1 reassigned"]);
    imports("a = 1\noption a = 2", &["1:1 reassigned"]);
    imports("option a = 1\na = 2", &["2:1 reassigned"]);
}
