//! Trees of `test/corpus`, in the format of `tree-sitter test`.

use std::fs;

use super::{parse, parser, path};

/// A case of a corpus file.
struct Case {
    /// The lines above the text, with the name.
    header: String,
    text: String,
    tree: String,
}

impl Case {
    /// Whether the tree must have an error, and is not compared.
    fn is_error(&self) -> bool {
        self.header.lines().any(|line| line == ":error")
    }
}

#[test]
fn texts_have_the_trees_of_the_corpus() {
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut parser = parser();
    let mut wrong = Vec::new();
    let mut count = 0;
    for entry in fs::read_dir(path("test/corpus")).expect("the corpus is readable").flatten() {
        let mut cases = cases(&fs::read_to_string(entry.path()).expect("a corpus file is readable"));
        for case in &mut cases {
            count += 1;
            let tree = parse(&mut parser, &case.text);
            let has_error = tree.root_node().has_error();
            let found = if case.is_error() { String::new() } else { indented(&tree.root_node().to_sexp()) };
            if has_error != case.is_error() || (!update && words(&found) != words(&case.tree)) {
                wrong.push(format!("{}\n{}\n{}", case.header, case.text, tree.root_node()));
            }
            case.tree = found;
        }
        if update {
            fs::write(entry.path(), written(&cases)).expect("a corpus file can be written");
        }
    }
    assert!(count > 40, "there are {count} cases");
    assert!(
        wrong.is_empty(),
        "{} trees differ; UPDATE_EXPECT=1 writes them anew:\n\n{}",
        wrong.len(),
        wrong.join("\n\n")
    );
}

/// Reads cases: two lines of `=` around the name, the text, a line of `-`, the tree.
fn cases(file: &str) -> Vec<Case> {
    let is_rule = |line: &str, of: char| line.len() >= 3 && line.chars().all(|character| character == of);
    let mut cases: Vec<Case> = Vec::new();
    // Which part the line is of: 0 for the header, 1 for the text, 2 for the tree.
    let mut part = 2;
    for line in file.lines() {
        if is_rule(line, '=') {
            part = (part + 1) % 3;
            if part == 0 {
                cases.push(Case { header: String::new(), text: String::new(), tree: String::new() });
            }
            continue;
        }
        if is_rule(line, '-') && part == 1 {
            part = 2;
            continue;
        }
        let case = cases.last_mut().expect("a file begins with a line of `=`");
        let to = [&mut case.header, &mut case.text, &mut case.tree];
        let to = to.into_iter().nth(part).expect("there are three parts");
        to.push_str(line);
        to.push('\n');
    }
    for case in &mut cases {
        for part in [&mut case.header, &mut case.text, &mut case.tree] {
            *part = part.trim_matches('\n').to_owned();
        }
    }
    cases
}

fn written(cases: &[Case]) -> String {
    let rule = "=".repeat(40);
    let cases = cases.iter().map(|Case { header, text, tree }| {
        let tree = if tree.is_empty() { String::new() } else { format!("\n{tree}\n") };
        format!("{rule}\n{header}\n{rule}\n\n{text}\n\n---\n{tree}")
    });
    cases.collect::<Vec<_>>().join("\n")
}

/// Returns the tree with a line for each node.
fn indented(tree: &str) -> String {
    let mut lines = String::new();
    let mut depth = 0;
    for (index, word) in tree.split(' ').enumerate() {
        let after_field = lines.ends_with(':');
        match word.starts_with('(') || word.ends_with(':') {
            true if index > 0 && !after_field => {
                lines.push('\n');
                lines.push_str(&"  ".repeat(depth));
            }
            _ if index > 0 => lines.push(' '),
            _ => {}
        }
        lines.push_str(word);
        depth += word.matches('(').count();
        depth = depth.saturating_sub(word.matches(')').count());
    }
    lines
}

fn words(tree: &str) -> String {
    tree.split_whitespace().collect::<Vec<_>>().join(" ")
}
