//! All packages together: declarations and rows, names and order.

use fluxlet_runtime::Registry;

#[test]
fn declarations_and_rows_agree() {
    let registry = Registry::new(crate::packages()).expect("no path twice");
    for index in 0..registry.len() {
        if let Err(error) = registry.load(index) {
            panic!("{error}");
        }
    }
}

#[test]
fn packages_are_sorted_by_path() {
    assert!(crate::PACKAGES.is_sorted_by_key(|package| package.path));
}
