//! What differs between two texts.
//!
//! The texts of `similar` would bring all of its algorithms, a twentieth of the whole program.

use std::fmt::Write as _;
use std::hash::Hash;

use similar::algorithms::{Capture, Compact, Replace, myers};
use similar::udiff::UnifiedHunkHeader;
use similar::{DiffOp, diff_ratio, group_diff_ops};

/// Lines shown around each change.
const CONTEXT: usize = 3;

/// A text and what it is called.
#[derive(Clone, Copy)]
pub(crate) struct Named<'a> {
    pub(crate) name: &'a str,
    pub(crate) text: &'a str,
}

/// Returns how two texts differ, as `diff -u` shows it; nothing if they do not.
pub(crate) fn unified(old: Named<'_>, new: Named<'_>) -> String {
    let (old_lines, new_lines) = (lines(old.text), lines(new.text));
    let mut shown = String::new();
    for hunk in group_diff_ops(operations(&old_lines, &new_lines), CONTEXT) {
        if shown.is_empty() {
            shown = format!("--- {}\n+++ {}\n", old.name, new.name);
        }
        // A text takes all that is written.
        let _ = writeln!(shown, "{}", UnifiedHunkHeader::new(&hunk));
        for operation in hunk {
            let removed = old_lines.get(operation.old_range()).unwrap_or_default();
            let added = new_lines.get(operation.new_range()).unwrap_or_default();
            if let DiffOp::Equal { .. } = operation {
                show(&mut shown, ' ', removed);
            } else {
                show(&mut shown, '-', removed);
                show(&mut shown, '+', added);
            }
        }
    }
    shown
}

/// Tells how like two words are, from 0 to 1.
pub(crate) fn likeness(one: &str, other: &str) -> f32 {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    diff_ratio(&operations(&one, &other), one.len(), other.len())
}

fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

fn show(shown: &mut String, sign: char, lines: &[&str]) {
    for line in lines {
        shown.push(sign);
        shown.push_str(line);
        if !line.ends_with('\n') {
            shown.push_str("\n\\ No newline at end of file\n");
        }
    }
}

fn operations<T: Hash + Eq>(old: &[T], new: &[T]) -> Vec<DiffOp> {
    let mut operations = Compact::new(Replace::new(Capture::new()), old, new);
    let Ok(()) = myers::diff(&mut operations, old, 0..old.len(), new, 0..new.len());
    operations.into_inner().into_inner().into_ops()
}
