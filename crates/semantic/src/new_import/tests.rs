//! Imports that are added to texts.

use fluxlet_syntax::{Limits, Source, parse};

use super::new_import;

#[track_caller]
fn check(text: &str, expected: &str) {
    let file = parse(&Source::new("main", text), &Limits::default()).file;
    let edit = new_import(&file, text, "m/x");
    let mut changed = text.to_owned();
    changed.replace_range(edit.span.range(), &edit.text);
    assert_eq!(changed, expected);
}

#[test]
fn among_others() {
    check("import \"a\"\nimport \"z\"\n", "import \"a\"\nimport \"m/x\"\nimport \"z\"\n");
    check("import \"a\" // é\r\nx\r\n", "import \"a\" // é\nimport \"m/x\"\r\nx\r\n");
    check("// top\nimport \"z\"\n", "// top\nimport \"m/x\"\nimport \"z\"\n");
    check("import \"z\"\nimport b \"a\"\nx", "import \"z\"\nimport b \"a\"\nimport \"m/x\"\nx");
    check("import \"a\" import \"z\"", "import \"a\"\nimport \"m/x\" import \"z\"");
}

#[test]
fn the_first() {
    check("", "import \"m/x\"\n\n");
    check("x = 1", "import \"m/x\"\n\nx = 1");
    check("// x is 1.\nx = 1", "import \"m/x\"\n\n// x is 1.\nx = 1");
    check("// top\n\n// x\n// is 1.\nx = 1", "// top\n\nimport \"m/x\"\n\n// x\n// is 1.\nx = 1");
    check("// top\n\n@a\nx = 1", "// top\n\nimport \"m/x\"\n\n@a\nx = 1");
    check("// top\npackage a // b\n\nx = 1", "// top\npackage a // b\n\nimport \"m/x\"\n\nx = 1");
    check("package a\nx = 1", "package a\n\nimport \"m/x\"\n\nx = 1");
    check("package a", "package a\n\nimport \"m/x\"");
}
