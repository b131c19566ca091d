//! The queries: all of them fit the grammar, and `highlights.scm` and `locals.scm` find what they should in a sample.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;
use std::{fs, iter};

use tree_sitter::{Node, Point, Query, QueryCursor, StreamingIterator as _};

use super::scripts::scripts;
use super::{language, parse, parser, path};

#[test]
fn queries_fit_the_grammar() {
    let mut count = 0;
    for entry in fs::read_dir(path("queries")).expect("the queries are readable").flatten() {
        let text = fs::read_to_string(entry.path()).expect("a query is readable");
        let name = entry.file_name();
        let query = Query::new(&language(), &text).unwrap_or_else(|error| panic!("{}: {error}", name.display()));
        assert!(query.pattern_count() > 0, "{} asks nothing", name.display());
        count += 1;
    }
    assert_eq!(count, 5);
}

#[test]
fn a_sample_is_coloured() {
    check(tree_sitter_flux::HIGHLIGHTS_QUERY, "highlights");
}

#[test]
fn names_of_a_sample_have_definitions() {
    check(tree_sitter_flux::LOCALS_QUERY, "locals");
}

#[test]
fn the_insides_of_regular_expressions_are_injected() {
    let text = r#"x = "a" =~ /b\/c/"#;
    assert_eq!(captures(tree_sitter_flux::INJECTIONS_QUERY, text), "1:13 b\\/c  injection.content\n");
}

/// Compares what a query captures in `sample.flux` with a file beside it.
fn check(query: &str, name: &str) {
    let sample = fs::read_to_string(path("tests/grammar/sample.flux")).expect("the sample is readable");
    let expected = path("tests/grammar").join(format!("sample.{name}.txt"));
    let found = captures(query, &sample);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&expected, &found).expect("the captures can be written");
    }
    let expected = fs::read_to_string(&expected).expect("the captures are readable");
    assert_eq!(found, expected, "UPDATE_EXPECT=1 writes them anew");
}

/// Returns a line for each part of the text that is captured: its place, its first line, and the captures, of which an
/// editor takes the last.
fn captures(query: &str, text: &str) -> String {
    let query = Query::new(&language(), query).expect("the query fits the grammar");
    let tree = parse(&mut parser(), text);
    assert!(!tree.root_node().has_error(), "the sample is Flux");
    let mut found = Vec::new();
    let mut cursor = QueryCursor::new();
    let mut matches = cursor.matches(&query, tree.root_node(), text.as_bytes());
    while let Some(matched) = matches.next() {
        for capture in matched.captures() {
            let name = query.capture_names()[capture.index as usize];
            found.push((capture.node, matched.pattern_index, name));
        }
    }
    found.sort_by_key(|(node, pattern, _)| (node.start_byte(), std::cmp::Reverse(node.end_byte()), *pattern));
    let mut lines = String::new();
    let mut last = None;
    for (node, _, name) in found {
        if last != Some(node) {
            let end = if last.is_some() { "\n" } else { "" };
            let place = node.start_position();
            let first = text[node.byte_range()].lines().next().unwrap_or_default();
            write!(lines, "{end}{}:{} {first} ", place.row + 1, place.column + 1).expect("a string takes all");
        }
        last = Some(node);
        write!(lines, " {name}").expect("a string takes all");
    }
    lines + "\n"
}

/// `fluxlet fmt` and the query agree on how far a line stands to the right: as far as the nodes that began on lines above
/// tell, each line once, and less if it begins with a branch.
#[test]
fn formatted_lines_are_indented_as_the_query_tells() {
    let text = fs::read_to_string(path("queries/indents.scm")).expect("the query is readable");
    let query = Query::new(&language(), &text).expect("the query fits the grammar");
    let mut parser = parser();
    let (mut same, mut wrong) = (0, Vec::new());
    for script in scripts().iter().filter(|script| script.name.contains("/stdlib/")) {
        let tree = parse(&mut parser, &script.text);
        let mut named: HashMap<usize, &str> = HashMap::new();
        let mut cursor = QueryCursor::new();
        let mut matches = cursor.matches(&query, tree.root_node(), script.text.as_bytes());
        while let Some(matched) = matches.next() {
            for capture in matched.captures() {
                named.insert(capture.node.id(), query.capture_names()[capture.index as usize]);
            }
        }
        for (row, line) in script.text.lines().enumerate() {
            let column = line.len() - line.trim_start().len();
            let at = Point { row, column };
            let first = tree.root_node().descendant_for_point_range(at, at).expect("a line is in the tree");
            let around = || iter::successors(Some(first), |node| node.parent());
            // Those stand two levels to the right, which a query cannot tell.
            let in_parameters = |node: Node<'_>| matches!(node.kind(), "parameters" | "parameter_types");
            let fixed = around().any(|node| named.get(&node.id()) == Some(&"indent.auto") || in_parameters(node));
            if fixed || line.trim().is_empty() {
                continue;
            }
            let begun = around().filter(|node| named.get(&node.id()) == Some(&"indent.begin"));
            let rows: BTreeSet<usize> =
                begun.map(|node| node.start_position().row).filter(|begun| *begun < row).collect();
            let branch = usize::from(named.get(&first.id()) == Some(&"indent.branch"));
            let expected = 4 * rows.len().saturating_sub(branch);
            if expected == column {
                same += 1;
            } else {
                wrong.push(format!("{}: {expected} before `{line}`", script.name));
            }
        }
    }
    assert!(same > 2000, "{same} lines agree");
    assert!(wrong.len() * 50 < same, "{} lines differ, {same} agree:\n{}", wrong.len(), wrong.join("\n"));
}
