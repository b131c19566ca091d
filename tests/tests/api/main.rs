//! The public items of the crates that others build on are those of `api.txt` beside each manifest, so that none comes,
//! goes or changes unseen. `UPDATE_EXPECT=1` writes the lists anew.

mod list;
mod modules;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use list::public_items;
use modules::Modules;

/// The crates that have a list, by their folders. What they show of other crates of ours is in their lists.
const LISTED: [&str; 8] = [
    "crates/exchange",
    "crates/experimental-influxdb",
    "crates/fluxlet",
    "crates/lsp",
    "crates/runtime",
    "crates/standin",
    "crates/stdlib",
    "crates/transport",
];

/// Crates that are shown in parts by those above, and are free to change otherwise.
const INNER: [&str; 3] = ["crates/interpreter", "crates/semantic", "crates/syntax"];

#[test]
fn the_public_items_are_those_of_the_lists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut modules = Modules::default();
    for folder in LISTED.iter().chain(&INNER) {
        modules.read(&root.join(folder).join("src/lib.rs"), &name(folder));
    }
    let listed = LISTED.map(name);
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut differences = String::new();
    for (folder, name) in LISTED.iter().zip(&listed) {
        let path = root.join(folder).join("api.txt");
        let found = public_items(&modules, name, &listed).join("\n") + "\n";
        if update {
            fs::write(&path, &found).expect("the list can be written");
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        if found != kept {
            differences.push_str(&format!("\n{folder}/api.txt\n{}", difference(&kept, &found)));
        }
    }
    assert!(
        differences.is_empty(),
        "public items differ from the lists; if that is meant, UPDATE_EXPECT=1 writes them anew:\n{differences}"
    );
}

/// Returns the name of the crate in a folder, as code writes it.
fn name(folder: &str) -> String {
    match folder.rsplit('/').next() {
        Some("fluxlet") | None => "fluxlet".to_owned(),
        Some(part) => format!("fluxlet_{}", part.replace('-', "_")),
    }
}

/// Returns the lines that went and that came.
fn difference(kept: &str, found: &str) -> String {
    let (before, after): (BTreeSet<&str>, BTreeSet<&str>) = (kept.lines().collect(), found.lines().collect());
    let gone = before.difference(&after).map(|line| format!("- {line}\n"));
    let come = after.difference(&before).map(|line| format!("+ {line}\n"));
    let lines: String = gone.chain(come).collect();
    if lines.is_empty() { "the order differs\n".to_owned() } else { lines }
}
