//! The pages of `docs/library` are those of the declarations, and what they say of each member holds.
//! `UPDATE_EXPECT=1` writes the pages anew.

mod page;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluxlet::{Code, Engine, PackageDoc, Value};
use fluxlet_tests::{Ending, run};

/// Returns the documentation of each package, by path.
fn packages(engine: &Engine) -> Vec<PackageDoc> {
    let paths: BTreeSet<&str> = engine.registry().packages().map(|package| package.path).collect();
    paths.into_iter().map(|path| engine.document(path).expect("the package is there")).collect()
}

#[test]
fn the_pages_are_those_of_the_declarations() {
    let engine = Engine::new().expect("the standard library is whole");
    let packages = packages(&engine);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/library");
    let mut pages = BTreeMap::from([(folder.join("README.md"), page::index(&packages))]);
    pages.extend(packages.iter().map(|package| (folder.join(format!("{}.md", package.path)), page::of(package))));
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::remove_dir_all(&folder).ok();
        for (path, text) in &pages {
            fs::create_dir_all(path.parent().expect("a page is in a folder")).expect("the folder can be made");
            fs::write(path, text).expect("the page can be written");
        }
    }
    let mut found = BTreeSet::new();
    collect(&folder, &mut found);
    let wrong = |path: &&PathBuf| fs::read_to_string(path).ok().as_ref() != pages.get(*path);
    let names: BTreeSet<&PathBuf> = found.iter().chain(pages.keys()).collect();
    let wrong: Vec<String> = names.iter().filter(|path| wrong(path)).map(|path| path.display().to_string()).collect();
    assert!(wrong.is_empty(), "UPDATE_EXPECT=1 writes anew what is not as the declarations say:\n{}", wrong.join("\n"));
}

fn collect(folder: &Path, files: &mut BTreeSet<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.insert(path);
        }
    }
}

/// What works, with an example that needs more.
const BORROWS_TABLES: (&str, &str) = ("testing", "load");

/// Examples of what is said to work do not end for want of it, and those of what is only checked make nothing; of these,
/// some return functions that take tables, and some fail before for want of a network.
#[test]
fn what_is_only_checked_does_not_work_and_all_else_does() {
    let engine = Engine::new().expect("the standard library is whole");
    let mut wrong = Vec::new();
    for package in packages(&engine) {
        for member in package.members.iter().filter(|member| (&*package.path, &*member.name) != BORROWS_TABLES) {
            let is_wrong = |example: &String| match run(&engine, example) {
                Ending::Failed(error) => member.implemented && error.code() == Code::Unimplemented,
                Ending::Done(results) => {
                    !member.implemented && !results.last().is_some_and(|value| matches!(value, Value::Function(_)))
                }
                Ending::Refused(..) => true,
            };
            let examples = page::examples(&member.text);
            if examples.is_empty() || examples.iter().any(is_wrong) {
                wrong.push(format!("{}.{}: implemented {}", package.path, member.name, member.implemented));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Headings become anchors in lower case; of two that are alike, the later has another one than its link.
#[test]
fn links_within_a_page_lead_to_their_member() {
    let engine = Engine::new().expect("the standard library is whole");
    for package in packages(&engine) {
        let page = page::of(&package);
        let headings =
            page.lines().filter(|line| line.starts_with('#')).map(|line| line.trim_start_matches(['#', ' ']));
        let anchors: Vec<String> = headings.map(str::to_lowercase).collect();
        for member in &package.members {
            let name = member.name.to_lowercase();
            let alike = anchors.iter().filter(|anchor| **anchor == name).count();
            assert_eq!(alike, 1, "{}: headings `{name}`", package.path);
        }
    }
}
