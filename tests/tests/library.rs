//! What the library is made of: a table of its packages, and what each function says about itself.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluxlet::Engine;

/// Builtins that need no tables and are declared only.
const LEFT_OUT: [(&str, &str); 2] = [
    // A context has no way to a broker.
    ("experimental/mqtt", "publish"),
    // There is no planner whose rules could be expected.
    ("testing/expect", "planner"),
];

/// Also prints how much of each package is there, for those who want to know what works.
#[test]
fn builtins_without_tables_are_implemented_and_tried() {
    let engine = Engine::new().expect("the standard library is whole");
    let tried = scripts();
    let (mut missing, mut untried) = (BTreeSet::new(), BTreeSet::new());
    let mut sums = [0; 4];
    println!("| package | declared | implemented | tested | left for tables |\n|---|---|---|---|---|");
    for package in engine.registry().packages() {
        let path = package.path;
        let names = package.builtins.iter().map(|(name, _)| *name);
        let (implemented, absent): (Vec<_>, Vec<_>) = names.partition(|name| package.implements(name));
        let (tested, untested): (Vec<_>, Vec<_>) =
            implemented.iter().copied().partition(|name| is_tried(&tried, path, name));
        untried.extend(untested.into_iter().map(|name| format!("{path}.{name}")));
        let document = engine.document(path).expect("the package is there");
        for member in document.members.iter().filter(|member| !member.implemented && !member.ty.contains("stream[")) {
            missing.insert((path, member.name.clone()));
        }
        let left = absent.len() + package.unimplemented.len() - missing.iter().filter(|(of, _)| *of == path).count();
        let declared = package.builtins.len() + package.unimplemented.len();
        let row = [declared, implemented.len(), tested.len(), left];
        println!("| {path} | {} |", row.map(|count| count.to_string()).join(" | "));
        sums = std::array::from_fn(|column| sums[column] + row[column]);
    }
    println!("| all | {} |", sums.map(|count| count.to_string()).join(" | "));
    let left_out = LEFT_OUT.map(|(path, name)| (path, name.to_owned()));
    assert_eq!(missing, BTreeSet::from(left_out));
    assert!(untried.is_empty(), "tried by no script of the suite: {untried:?}");
}

/// Returns the scripts of the suite, by their paths in it.
fn scripts() -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("suite");
    let (mut scripts, mut folders) = (BTreeMap::new(), vec![folder.clone()]);
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(inner).expect("the folder is readable").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(&folder).expect("it is in the folder").to_string_lossy().into_owned();
            scripts.insert(name, fs::read_to_string(&path).expect("a script is readable"));
        }
    }
    scripts
}

/// Tells whether a builtin has scripts of its own, or another script of its package names it; what starts with `_` is
/// called by the package's functions only.
fn is_tried(scripts: &BTreeMap<String, String>, path: &str, name: &str) -> bool {
    let package = path.rsplit('/').next().unwrap_or(path);
    let named = if path == "universe" { format!("{name}(") } else { format!("{package}.{name}") };
    let (own, only) = (format!("{path}/"), format!("{path}.flux"));
    let mut of_package = scripts.iter().filter(|(script, _)| script.starts_with(&own) || **script == only);
    scripts.contains_key(&format!("{path}/{name}.flux"))
        || of_package.any(|(_, text)| text.contains(&named) || name.starts_with('_'))
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

#[test]
fn functions_name_their_parameters() {
    let engine = Engine::new().expect("the standard library is whole");
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
                missing.push(format!("{}.{}: {name}", package.path, member.name));
            }
        }
    }
    assert!(missing.is_empty(), "not named in the comment:\n{}", missing.join("\n"));
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
