//! Packages of the user's own.

use crate::process::{Folder, check, check_failure};

fn packages() -> Folder {
    let folder = Folder::new();
    for (name, text) in [
        ("lib/own/pump.flux", "// Package pump knows pumps.\npackage pump\n\nspeed = (v) => v * 2"),
        ("lib/own/tank/tank.flux", "import \"own/pump\"\nfill = (v) => pump.speed(v: v) + 1"),
        ("lib/own/wrong.flux", "speed = 1 + \"a\""),
        ("lib/ring/a.flux", "import \"ring/b\"\nx = b.x"),
        ("lib/ring/b.flux", "import \"ring/a\"\nx = a.x"),
        ("outside.flux", "x = 1"),
    ] {
        folder.write(name, text);
    }
    folder
}

#[test]
fn packages_are_found() {
    let folder = packages();
    let path = &format!("{}/lib", folder.path());
    let script = "import \"own/tank\"\nimport \"own/pump\"\ntank.fill(v: pump.speed(v: 1))";
    check(["run", "--package-path", path, "-e", script], "5\n");
    check(["check", "--package-path", path, "-e", script], "");
    let other = Folder::new();
    check(["run", "--package-path", other.path(), "--package-path", path, "-e", script], "5\n");
    check_failure(["run", "-e", "import \"own/tank\"\ntank.fill"], 3, "there is no such package");
    check_failure(
        ["run", "--package-path", "/no/such/packages", "-e", "1"],
        2,
        "`/no/such/packages` is not a directory",
    );
}

#[test]
fn packages_that_are_wrong() {
    let folder = packages();
    let path = &format!("{}/lib", folder.path());
    for (script, message) in [
        ("import \"own/wrong\"\nwrong.speed", "lib/own/wrong.flux:1:13: expected `int`, found `string`"),
        ("import \"ring/a\"\na.x", "ring/a → ring/b → ring/a"),
        ("import \"../outside\"\noutside.x", "cannot import `../outside`: there is no such package"),
        ("import \"own/../../outside\"\noutside.x", "there is no such package"),
        ("import \"own\"\nown.x", "there is no such package"),
    ] {
        for command in ["run", "check"] {
            check_failure([command, "--package-path", path, "-e", script], 3, message);
        }
    }
}
