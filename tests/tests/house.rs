//! The tidiness of the house: who imports whom, how files begin, how long they are, and that builtins are documented.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use fluxlet::Engine;

/// Who may import whom; the tests and the benches may import everything.
const EDGES: [(&str, &[&str]); 16] = [
    ("stdlib", &[]),
    ("crates/syntax", &[]),
    ("crates/runtime", &["fluxlet-syntax"]),
    ("crates/semantic", &["fluxlet-syntax", "fluxlet-runtime"]),
    ("crates/interpreter", &["fluxlet-syntax", "fluxlet-semantic", "fluxlet-runtime"]),
    ("crates/experimental-influxdb", &["fluxlet-runtime", "fluxlet-sources"]),
    ("crates/stdlib", &["fluxlet-runtime", "fluxlet-sources"]),
    ("crates/transport", &["fluxlet-runtime"]),
    ("crates/exchange", &["fluxlet-runtime"]),
    (
        "crates/fluxlet",
        &[
            "fluxlet-syntax",
            "fluxlet-runtime",
            "fluxlet-semantic",
            "fluxlet-interpreter",
            "fluxlet-experimental-influxdb",
            "fluxlet-stdlib",
            "fluxlet-transport",
            "fluxlet-exchange",
        ],
    ),
    ("crates/lsp", &["fluxlet", "fluxlet-syntax", "fluxlet-semantic"]),
    ("crates/standin", &[]),
    ("crates/cli", &["fluxlet", "fluxlet-lsp", "fluxlet-transport", "fluxlet-standin"]),
    ("crates/capi", &["fluxlet"]),
    ("crates/python", &["fluxlet"]),
    ("editors/tree-sitter-flux", &[]),
];

/// Crates that a crate must not see at all, to keep it free of what its room does not hold.
const STRANGERS: [(&str, &[&str]); 8] = [
    ("crates/syntax", &["tokio", "hyper", "http", "bytes"]),
    ("crates/runtime", &["tokio", "hyper"]),
    ("crates/semantic", &["tokio", "hyper", "http"]),
    ("crates/interpreter", &["tokio", "hyper", "http"]),
    ("crates/experimental-influxdb", &["tokio", "hyper", "hyper-util"]),
    ("crates/stdlib", &["tokio", "hyper", "hyper-util"]),
    ("crates/exchange", &["tokio", "hyper", "hyper-util"]),
    ("crates/lsp", &["tokio", "hyper", "fluxlet-transport"]),
];

/// Most lines of a file.
const MOST_LINES: usize = 600;

fn root() -> PathBuf {
    // Without a `tests/..` in it, by which every path would look like one of a test.
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests are in a folder").to_owned()
}

fn manifest(folder: &str) -> toml::Table {
    let path = root().join(folder).join("Cargo.toml");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.parse().unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn dependencies(folder: &str) -> BTreeSet<String> {
    let manifest = manifest(folder);
    let table = manifest.get("dependencies").and_then(toml::Value::as_table);
    table.map(|table| table.keys().cloned().collect()).unwrap_or_default()
}

/// Returns every Rust file of ours.
fn sources() -> Vec<PathBuf> {
    let mut files = Vec::new();
    for folder in ["crates", "stdlib", "tests", "benches", "editors"] {
        collect(&root().join(folder), "rs", &mut files);
    }
    assert!(files.len() > 100, "the sources were not found");
    files
}

fn collect(folder: &Path, extension: &str, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of ours is readable").flatten() {
        let path = entry.path();
        if path.is_dir() {
            // What is built by itself may be built in place.
            if !path.ends_with("target") {
                collect(&path, extension, files);
            }
        } else if path.extension().is_some_and(|found| found == extension) {
            files.push(path);
        }
    }
}

#[test]
fn crates_import_only_whom_they_may() {
    for (folder, allowed) in EDGES {
        for dependency in dependencies(folder).iter().filter(|name| name.starts_with("fluxlet")) {
            assert!(allowed.contains(&dependency.as_str()), "{folder} may not import {dependency}");
        }
    }
    let rooms = EDGES.iter().map(|(folder, _)| (*folder).to_owned());
    let rooms: BTreeSet<String> = rooms.filter(|folder| folder.starts_with("crates/")).collect();
    let found: BTreeSet<String> = fs::read_dir(root().join("crates"))
        .expect("the crates are readable")
        .flatten()
        .map(|entry| format!("crates/{}", entry.file_name().to_string_lossy()))
        .collect();
    assert_eq!(found, rooms, "each crate has its line in the table");
}

#[test]
fn crates_do_not_see_what_is_not_theirs() {
    for (folder, strangers) in STRANGERS {
        let dependencies = dependencies(folder);
        for stranger in strangers {
            assert!(!dependencies.contains(*stranger), "{folder} may not know {stranger}");
        }
    }
}

#[test]
fn crates_can_be_published() {
    let name = |folder: &str| manifest(folder)["package"]["name"].as_str().map(str::to_owned);
    for (folder, _) in EDGES {
        let manifest = manifest(folder);
        let package = manifest["package"].as_table().expect("a package has a table");
        if package.get("publish").and_then(toml::Value::as_bool) == Some(false) {
            continue;
        }
        for key in ["description", "license", "readme", "keywords", "categories", "rust-version"] {
            assert!(package.contains_key(key), "{folder} has no {key}");
        }
        // A crate that needs this one is published after it, and cannot be asked for by its version.
        let tests = manifest.get("dev-dependencies").and_then(toml::Value::as_table);
        for (other, dependency) in tests.into_iter().flatten() {
            let other_folder =
                EDGES.iter().map(|(folder, _)| *folder).find(|folder| name(folder).as_ref() == Some(other));
            let later =
                other_folder.is_some_and(|other| dependencies(other).contains(&name(folder).unwrap_or_default()));
            let by_path_alone = dependency.get("path").is_some() && dependency.get("version").is_none();
            assert!(!later || by_path_alone, "{folder}: {other} is published later, ask for it by its path alone");
        }
    }
}

/// All is released at once; within the workspace, Cargo compares the versions.
#[test]
fn the_python_package_has_the_version_of_the_workspace() {
    let version = manifest(".")["workspace"]["package"]["version"].clone();
    assert_eq!(manifest("crates/python")["package"]["version"], version);
}

#[test]
fn crates_share_the_lints() {
    for folder in EDGES.iter().map(|(folder, _)| *folder).chain(["tests", "benches"]) {
        let manifest = manifest(folder);
        let shared = manifest.get("lints").and_then(|lints| lints.get("workspace")).and_then(toml::Value::as_bool);
        assert_eq!(shared, Some(true), "{folder} does not take the lints of the workspace");
    }
    let lints = |folder: &str| manifest(folder)["workspace"]["lints"].clone();
    assert_eq!(lints("crates/python"), lints("."), "a workspace of its own has the same lints");
}

#[test]
fn only_the_borders_to_c_are_unsafe() {
    // Put together, so that this file does not hold it.
    let word = ["un", "safe"].concat();
    for path in sources() {
        let text = fs::read_to_string(&path).expect("a source is readable");
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        let found = code
            .flat_map(|line| line.split(|part: char| !part.is_alphanumeric() && part != '_'))
            .any(|part| part == word);
        let border = ["crates/capi", "editors/tree-sitter-flux/bindings"].map(|folder| root().join(folder));
        let at_border = border.iter().any(|folder| path.starts_with(folder));
        assert!(!found || at_border, "{} is {word}", path.display());
    }
}

#[test]
fn files_open_with_a_sentence_and_are_short() {
    for path in sources() {
        let text = fs::read_to_string(&path).expect("a source is readable");
        let name = path.display();
        let first = text.lines().next().unwrap_or_default();
        assert!(first.starts_with("//! "), "{name} does not open with a sentence");
        let lines = text.lines().count();
        assert!(lines <= MOST_LINES, "{name} has {lines} lines");
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        assert!(
            !["util", "utils", "common", "helpers", "misc", "mod"].contains(&stem),
            "{name} has a name that says nothing"
        );
    }
}

/// The README shows the examples as they are.
#[test]
fn the_readme_shows_the_examples() {
    let readme = fs::read_to_string(root().join("README.md")).expect("the README is readable");
    for name in ["health.flux", "create-bucket.flux"] {
        let example =
            fs::read_to_string(root().join("crates/cli/examples").join(name)).expect("an example is readable");
        assert!(readme.contains(&format!("```flux\n{example}```")), "{name} reads differently in the README");
    }
}

/// Embedders find an example at each type and function; those at types show their methods.
#[test]
fn what_embedders_use_has_examples() {
    let mut missing = Vec::new();
    for path in sources() {
        let part_of = |name: &str| path.starts_with(root().join("crates").join(name).join("src"));
        if !part_of("fluxlet") && !part_of("runtime") || path.iter().any(|part| part == "tests" || part == "tests.rs") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a source is readable");
        let mut example = false;
        for line in text.lines() {
            if line.starts_with("/// ```") {
                example = true;
            } else if !line.starts_with("///") && !line.starts_with("#[") {
                let item = ["struct", "enum", "trait", "fn", "async fn"].map(|kind| format!("pub {kind} "));
                if !example && item.iter().any(|start| line.starts_with(start)) {
                    missing.push(format!("{}: `{line}` has no example", path.display()));
                }
                example = false;
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn only_the_command_line_reads_the_environment() {
    for path in sources() {
        let inside = |folder: &str| path.starts_with(root().join(folder));
        if inside("crates/cli") || inside("tests") || inside("benches") || path.ends_with("tests.rs") {
            continue;
        }
        if path.components().any(|part| part.as_os_str() == "tests") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a source is readable");
        assert!(!text.contains("std::env::") && !text.contains("env::var"), "{} reads the environment", path.display());
    }
}

#[test]
fn declarations_and_functions_agree() {
    let engine = Engine::new().expect("the standard library is whole");
    engine.registry().verify().expect("each declaration has its function");
}

/// Every package can be imported, and so is well typed.
#[test]
fn every_package_can_be_imported() {
    let engine = Engine::new().expect("the standard library is whole");
    for package in engine.registry().packages() {
        let script = format!("import p \"{}\"\n", package.path);
        if let Err(error) = engine.compile(&script) {
            panic!("{}: {error}", package.path);
        }
    }
}

/// A builtin is found by its suite file, and its declaration tells what it does.
#[test]
fn builtins_are_documented_and_tried() {
    let engine = Engine::new().expect("the standard library is whole");
    let suite = Path::new(env!("CARGO_MANIFEST_DIR")).join("suite");
    let mut missing = Vec::new();
    for package in engine.registry().packages() {
        for (name, _) in package.builtins {
            if !documented(package.source, name) {
                missing.push(format!("{}.{name} has no documentation", package.path));
            }
            let file = suite.join(package.path).join(format!("{name}.flux"));
            let shared = suite.join(format!("{}.flux", package.path));
            let tried = file.exists() || fs::read_to_string(shared).is_ok_and(|text| text.contains(name));
            if !tried {
                missing.push(format!("{}.{name} has no suite file", package.path));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

fn documented(source: &str, name: &str) -> bool {
    let declaration = format!("builtin {name} :");
    let lines: Vec<&str> = source.lines().collect();
    let at = lines.iter().position(|line| line.starts_with(&declaration));
    at.is_some_and(|at| at > 0 && lines[at - 1].starts_with("//"))
}

/// The library's sources have the layout that `fluxlet fmt` gives.
#[test]
fn sources_in_flux_are_formatted() {
    let mut files = Vec::new();
    collect(&root().join("stdlib"), "flux", &mut files);
    assert!(files.len() > 80, "the sources were not found");
    for path in files {
        let name = path.display().to_string();
        let text = fs::read_to_string(&path).expect("a source is readable");
        let formatted = fluxlet::format(&name, &text).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(text, formatted, "{name}: `fluxlet fmt -w stdlib` mends it");
    }
}
