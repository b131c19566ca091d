//! What the library is made of: a table of its packages, and what each function says about itself.

use std::collections::BTreeSet;

use fluxlet::{Engine, runtime::Package};

/// Prints how much of each package is there: for those who want to know what works.
#[test]
fn packages_are_listed() {
    let engine = Engine::new().expect("the standard library is whole");
    let tested = tested();
    println!("| package | declared | implemented | tested | left |\n|---|---|---|---|---|");
    let mut sums = [0; 4];
    for package in engine.registry().packages() {
        let declared = package.builtins.len() + package.unimplemented.len();
        let implemented = || package.builtins.iter().filter(|(name, _)| package.implements(name));
        let in_tests = implemented().filter(|(name, _)| is_tested(package, name, &tested)).count();
        let row = [declared, implemented().count(), in_tests, declared - implemented().count()];
        sums.iter_mut().zip(row).for_each(|(sum, count)| *sum += count);
        println!("| {} | {} | {} | {} | {} |", package.path, row[0], row[1], row[2], row[3]);
    }
    let [declared, implemented, in_tests, left] = sums;
    println!("| all | {declared} | {implemented} | {in_tests} | {left} |");
    assert_eq!(declared, implemented + left);
    assert!(in_tests * 10 >= implemented * 9, "{in_tests} of {implemented} builtins are tested");
}

/// Builtins that need no tables and are declared only.
const LEFT_OUT: [(&str, &str); 4] = [
    // A context has no way to a broker.
    ("experimental/mqtt", "publish"),
    // There is no planner whose rules could be expected.
    ("testing/expect", "planner"),
    // Serve vectorised functions over tables.
    ("universe", "_vectorizedFloat"),
    // A stream of rows.
    ("array", "from"),
];

#[test]
fn builtins_without_tables_are_implemented() {
    let engine = Engine::new().expect("the standard library is whole");
    let mut missing = Vec::new();
    for package in engine.registry().packages() {
        let document = engine.document(package.path).expect("the package is there");
        for member in document.members.iter().filter(|member| !member.implemented) {
            if !member.ty.contains("stream[") && !LEFT_OUT.contains(&(package.path, member.name.as_str())) {
                missing.push(format!("{}.{}: {}", package.path, member.name, member.ty));
            }
        }
    }
    assert!(missing.is_empty(), "not implemented:\n{}", missing.join("\n"));
}

#[test]
fn every_member_says_what_it_does() {
    let engine = Engine::new().expect("the standard library is whole");
    let mut silent = Vec::new();
    for package in engine.registry().packages() {
        let document = engine.document(package.path).expect("the package is there");
        if document.text.is_empty() {
            silent.push(package.path.to_owned());
        }
        for member in document.members.iter().filter(|member| !member.text.starts_with(&member.name)) {
            silent.push(format!("{}.{}", package.path, member.name));
        }
    }
    assert!(silent.is_empty(), "without a sentence that starts with the name:\n{}", silent.join("\n"));
}

/// Packages some of whose functions do not name all their parameters yet.
const UNNAMED: [&str; 54] = [
    "contrib/RohanSreerama5/naiveBayesClassifier",
    "contrib/anaisdg/anomalydetection",
    "contrib/anaisdg/statsmodels",
    "contrib/bonitoo-io/alerta",
    "contrib/bonitoo-io/servicenow",
    "contrib/bonitoo-io/tickscript",
    "contrib/bonitoo-io/victorops",
    "contrib/bonitoo-io/zenoss",
    "contrib/chobbs/discord",
    "contrib/jsternberg/influxdb",
    "contrib/qxip/clickhouse",
    "contrib/rhajek/bigpanda",
    "contrib/sranka/opsgenie",
    "contrib/sranka/sensu",
    "contrib/sranka/teams",
    "contrib/sranka/telegram",
    "contrib/sranka/webexteams",
    "contrib/tomhollingworth/events",
    "csv",
    "date/boundaries",
    "experimental",
    "experimental/aggregate",
    "experimental/bigtable",
    "experimental/csv",
    "experimental/geo",
    "experimental/http/requests",
    "experimental/iox",
    "experimental/mqtt",
    "experimental/oee",
    "experimental/polyline",
    "experimental/prometheus",
    "experimental/query",
    "experimental/table",
    "generate",
    "influxdata/influxdb",
    "influxdata/influxdb/monitor",
    "influxdata/influxdb/sample",
    "influxdata/influxdb/schema",
    "influxdata/influxdb/v1",
    "internal/debug",
    "internal/gen",
    "internal/promql",
    "internal/testing",
    "internal/testutil",
    "interpolate",
    "join",
    "kafka",
    "pagerduty",
    "pushbullet",
    "socket",
    "sql",
    "testing",
    "testing/expect",
    "universe",
];

#[test]
fn functions_name_their_parameters() {
    let engine = Engine::new().expect("the standard library is whole");
    let mut silent = BTreeSet::new();
    let mut missing = Vec::new();
    for package in engine.registry().packages() {
        let document = engine.document(package.path).expect("the package is there");
        for member in &document.members {
            // What another package has under the same name is described there.
            let elsewhere = member.text.starts_with(&format!("{} is `", member.name));
            let named = |name: &String| {
                let mentions = [format!("`{name}`"), format!("- {name}: ")];
                mentions.iter().any(|mention| member.text.contains(mention))
            };
            for name in parameters(&member.ty).iter().filter(|name| !elsewhere && !named(name)) {
                silent.insert(package.path);
                missing.push(format!("{}.{}: {name}", package.path, member.name));
            }
        }
    }
    let expected = BTreeSet::from(UNNAMED);
    missing.retain(|missing| !expected.contains(missing.split_once('.').map_or("", |(path, _)| path)));
    assert!(missing.is_empty(), "not named in the comment:\n{}", missing.join("\n"));
    let done: Vec<_> = expected.difference(&silent).collect();
    assert!(done.is_empty(), "name all their parameters by now: {done:?}");
}

/// Returns the names of the parameters of a function's type, as it is written; none for other types.
fn parameters(ty: &str) -> Vec<String> {
    let mut names = Vec::new();
    let (mut depth, mut name) = (0, Some(String::new()));
    for character in ty.chars() {
        match character {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        match character {
            _ if depth == 0 => break,
            ',' if depth == 1 => name = Some(String::new()),
            ':' if depth == 1 => names.extend(name.take()),
            _ if character.is_alphanumeric() || character == '_' => {
                if let Some(name) = &mut name {
                    name.push(character);
                }
            }
            _ => {}
        }
    }
    if ty.starts_with('(') { names } else { Vec::new() }
}

#[test]
fn every_member_shows_an_example() {
    let engine = Engine::new().expect("the standard library is whole");
    let mut without = Vec::new();
    for package in engine.registry().packages() {
        let document = engine.document(package.path).expect("the package is there");
        let bare = document.members.iter().filter(|member| !member.text.contains("```"));
        without.extend(bare.map(|member| format!("{}.{}", package.path, member.name)));
    }
    assert!(without.is_empty(), "without an example: {}", without.join(", "));
}

/// The texts of all scripts of tests: the suite, the recorded answers and the examples.
fn tested() -> String {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut text = String::new();
    let mut folders = vec![root.join("suite"), root.join("conformance"), root.join("../stdlib")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("the folder is readable").flatten() {
            match entry.path() {
                path if path.is_dir() => folders.push(path),
                path => text.push_str(&std::fs::read_to_string(path).unwrap_or_default()),
            }
        }
    }
    text
}

/// Tells whether a script mentions a builtin by its package, or as it is in every script.
fn is_tested(package: &Package, name: &str, tested: &str) -> bool {
    let last = package.path.rsplit('/').next().unwrap_or_default();
    let prelude: BTreeSet<&str> = ["universe", "internal/boolean", "internal/location"].into();
    if prelude.contains(package.path) {
        return tested.contains(&format!("{name}(")) || tested.contains(name);
    }
    // What starts with `_` is called by the functions around it.
    tested.contains(&format!("{last}.{name}")) || name.starts_with('_')
}
