//! Tests of finding the options of a task.

use super::TaskOption;

/// Name, `every`, `cron` and `offset`.
type Found<'a> = (&'a str, Option<&'a str>, Option<&'a str>, Option<&'a str>);

#[track_caller]
fn check(script: &str, expected: Result<Found<'_>, &str>) {
    let found = TaskOption::find(script).map_err(|error| error.into_message());
    let expected = expected.map_err(|message| format!("invalid options: {message}"));
    let expected = expected.map(|(name, every, cron, offset)| TaskOption {
        name: name.to_owned(),
        every: every.map(str::to_owned),
        cron: cron.map(str::to_owned),
        offset: offset.map(str::to_owned),
    });
    assert_eq!(found, expected, "{script}");
}

#[test]
fn options() {
    check("option task = {name: \"t\", every: 1h}\nx = 1", Ok(("t", Some("1h"), None, None)));
    check(
        "// option\noption  task={\n  name:\"a \\\"b\\\", c\",\n  cron: \"0 * * * *\",\n  offset: -5m,\n}",
        Ok(("a \"b\", c", None, Some("0 * * * *"), Some("-5m"))),
    );
}

#[test]
fn errors() {
    check("x", Err("no task options defined"));
    check("option now = () => {}", Err("no task options defined"));
    check("option task = {every: 1h}", Err("missing required option: name"));
    check("option task = {name: \"z\"}", Err("missing required option: cron or every"));
    check("option task = {name: \"z", Err("missing required option: cron or every"));
    check("option task = {", Err("missing required option: name"));
}
