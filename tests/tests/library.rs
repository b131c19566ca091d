//! What the library is made of: a table of its packages, and what each function says about itself.

use std::collections::BTreeSet;

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
fn builtins_without_tables_are_implemented() {
    let engine = Engine::new().expect("the standard library is whole");
    let mut missing = BTreeSet::new();
    let mut sums = [0; 2];
    println!("| package | declared | implemented |\n|---|---|---|");
    for package in engine.registry().packages() {
        let declared = package.builtins.len() + package.unimplemented.len();
        let implemented = package.builtins.iter().filter(|(name, _)| package.implements(name)).count();
        println!("| {} | {declared} | {implemented} |", package.path);
        sums = [sums[0] + declared, sums[1] + implemented];
        let document = engine.document(package.path).expect("the package is there");
        for member in document.members.iter().filter(|member| !member.implemented && !member.ty.contains("stream[")) {
            missing.insert((package.path, member.name.clone()));
        }
    }
    println!("| all | {} | {} |", sums[0], sums[1]);
    let left_out = LEFT_OUT.map(|(path, name)| (path, name.to_owned()));
    assert_eq!(missing, BTreeSet::from(left_out));
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
