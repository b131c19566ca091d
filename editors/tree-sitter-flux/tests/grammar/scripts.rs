//! All Flux of this repository: what Fluxlet's own parser accepts has a tree without errors, what it refuses has none.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::ops::Range;
use std::path::Path;

use fluxlet_syntax::ast::{self, ExprKind, StatementKind};
use fluxlet_syntax::{Diagnostic, Limits, Source, Span};
use tree_sitter::Node;

use super::{parse, parser, path};

/// What the grammar takes although the parser refuses it, by the code of the problem: an editor is more useful if it
/// shows these as what they look like.
const LENIENT: [&str; 6] = [
    // The values of literals, and what is inside of regular expressions.
    "invalid-escape",
    "invalid-literal",
    "invalid-regexp",
    // Where statements stand in the block of a function.
    "early-return",
    "misplaced-statement",
    "missing-return",
];

/// A text and where it is from.
pub(super) struct Script {
    pub(super) name: String,
    pub(super) text: String,
}

#[test]
fn the_grammar_agrees_with_the_parser() {
    let mut parser = parser();
    let mut unused: BTreeSet<&str> = LENIENT.into();
    let (mut accepted, mut refused) = (0, 0);
    let mut wrong = Vec::new();
    for script in scripts() {
        let problems = problems(&script.text);
        let has_error = parse(&mut parser, &script.text).root_node().has_error();
        let lenient = problems.iter().all(|problem| LENIENT.contains(&problem.code));
        match (problems.is_empty(), has_error) {
            (true, false) => accepted += 1,
            (false, true) => refused += 1,
            (false, false) if lenient => unused.retain(|code| problems.iter().all(|problem| problem.code != *code)),
            _ => wrong.push(format!("{}: error {has_error}, {problems:?}\n{}", script.name, script.text)),
        }
    }
    assert!(wrong.is_empty(), "{} scripts differ:\n\n{}", wrong.len(), wrong.join("\n\n"));
    assert!(accepted > 2000 && refused > 100, "{accepted} scripts are accepted, {refused} are refused");
    assert!(unused.is_empty(), "the grammar takes none of these any more: {unused:?}");
}

/// Each node of the parser's tree is one of this tree: operators bind alike, and all ends where it should.
#[test]
fn both_trees_have_the_same_nodes() {
    let mut parser = parser();
    let mut count = 0;
    let mut wrong = Vec::new();
    for script in scripts() {
        let parsed = fluxlet_syntax::parse(&Source::new("", script.text.as_str()), &Limits::default());
        if !parsed.diagnostics.is_empty() {
            continue;
        }
        let tree = parse(&mut parser, &script.text);
        let mut nodes = HashSet::new();
        spans(tree.root_node(), &mut nodes);
        parsed.file.walk(&mut |node| {
            count += 1;
            let (kind, span) = named(node);
            if !nodes.contains(&(kind, span.range())) {
                let text = script.text.get(span.range()).unwrap_or_default();
                wrong.push(format!("{}: no {kind} is `{text}`", script.name));
            }
        });
    }
    assert!(count > 20_000, "{count} nodes were compared");
    assert!(wrong.is_empty(), "{} of {count} nodes are missing:\n{}", wrong.len(), wrong.join("\n"));
}

/// Collects the kinds and places of all nodes.
fn spans<'a>(node: Node<'a>, found: &mut HashSet<(&'a str, Range<usize>)>) {
    found.insert((node.kind(), node.byte_range()));
    let mut cursor = node.walk();
    node.children(&mut cursor).for_each(|child| spans(child, found));
}

/// Returns what a node of the parser's tree is called here.
fn named(node: ast::Node<'_>) -> (&'static str, Span) {
    match node {
        ast::Node::Statement(statement) => {
            let kind = match &statement.kind {
                StatementKind::Expression(_) => "expression_statement",
                StatementKind::Assignment(_) => "assignment",
                StatementKind::Option(_) => "option_statement",
                StatementKind::Return(_) => "return_statement",
                StatementKind::Builtin(_) => "builtin_statement",
                StatementKind::Testcase(_) => "testcase_statement",
                StatementKind::Bad => "ERROR",
            };
            (kind, statement.span)
        }
        ast::Node::Block(block) => ("block", block.span),
        ast::Node::Property(property) | ast::Node::Argument(property) => {
            (if property.value.is_some() { "property" } else { "shorthand_property" }, property.span)
        }
        ast::Node::Parameter(parameter) => ("parameter", parameter.span),
        ast::Node::Expr(expr) => {
            let kind = match &expr.kind {
                ExprKind::Ident(_) => "identifier",
                ExprKind::Int(_) => "integer",
                ExprKind::Float(_) => "float",
                ExprKind::String(_) => "string",
                ExprKind::Interpolated(_) => "interpolated_string",
                ExprKind::Regexp(_) => "regexp",
                ExprKind::Time(_) => "time",
                ExprKind::Duration(_) => "duration",
                ExprKind::PipeReceive => "pipe_receive",
                ExprKind::Label(_) => "label",
                ExprKind::Array(_) => "array",
                ExprKind::Dict(_) => "dictionary",
                ExprKind::Record(_) => "record",
                ExprKind::Paren(_) => "parenthesized_expression",
                ExprKind::Function(_) => "function",
                ExprKind::Call(_) => "call_expression",
                ExprKind::Member(_) => "member_expression",
                ExprKind::Index(_) => "index_expression",
                ExprKind::Pipe(_) => "pipe_expression",
                ExprKind::Unary(..) => "unary_expression",
                ExprKind::Binary(_) => "binary_expression",
                ExprKind::Logical(_) => "logical_expression",
                ExprKind::Conditional(_) => "conditional_expression",
                ExprKind::Bad => "ERROR",
            };
            (kind, expr.span)
        }
    }
}

/// Scripts that lack one token: what is still Flux has a tree, and what is not has an error as a rule.
#[test]
fn what_is_left_of_a_script_is_taken_or_refused_alike() {
    let mut parser = parser();
    let (mut accepted, mut refused, mut missed) = (0, 0, 0);
    let mut wrong = Vec::new();
    for script in scripts() {
        if script.text.len() > 300 {
            continue;
        }
        let tree = parse(&mut parser, &script.text);
        for token in tokens(tree.root_node()).into_iter().step_by(4) {
            let mut text = script.text.clone();
            text.replace_range(token.byte_range(), " ");
            let has_error = parse(&mut parser, &text).root_node().has_error();
            match (problems(&text).is_empty(), has_error) {
                (true, false) => accepted += 1,
                (true, true) => wrong.push(format!("{}:\n{text}", script.name)),
                (false, true) => refused += 1,
                (false, false) => missed += 1,
            }
        }
    }
    assert!(wrong.is_empty(), "{} scripts differ:\n\n{}", wrong.len(), wrong.join("\n\n"));
    assert!(accepted > 300 && refused > 10_000, "{accepted} are still accepted, {refused} are refused");
    // Most are labels where a file begins to have statements.
    assert!(missed * 20 < refused, "{missed} have no error, {refused} have one");
}

/// A tree of a script that was edited is the tree of the new text.
#[test]
fn an_edit_gives_the_tree_of_the_new_text() {
    let mut parser = parser();
    for script in scripts().into_iter().filter(|script| script.text.len() < 2000).step_by(20) {
        let mut tree = parse(&mut parser, &script.text);
        let Some(token) = tokens(tree.root_node()).into_iter().nth(3) else { continue };
        let mut text = script.text.clone();
        text.replace_range(token.byte_range(), "");
        let edit = tree_sitter::InputEdit {
            start_byte: token.start_byte(),
            old_end_byte: token.end_byte(),
            new_end_byte: token.start_byte(),
            start_position: token.start_position(),
            old_end_position: token.end_position(),
            new_end_position: token.start_position(),
        };
        tree.edit(&edit);
        let edited = parser.parse(&text, Some(&tree)).expect("nothing ends it early");
        let fresh = parse(&mut parser, &text);
        // What is wrong may be laid out otherwise.
        if !fresh.root_node().has_error() {
            assert_eq!(edited.root_node().to_sexp(), fresh.root_node().to_sexp(), "{}: {text}", script.name);
        }
    }
}

pub(super) fn problems(text: &str) -> Vec<Diagnostic> {
    fluxlet_syntax::parse(&Source::new("", text), &Limits::default()).diagnostics
}

pub(super) fn tokens(node: Node<'_>) -> Vec<Node<'_>> {
    if node.child_count() == 0 {
        return vec![node];
    }
    let mut cursor = node.walk();
    let children: Vec<Node<'_>> = node.children(&mut cursor).collect();
    children.into_iter().flat_map(tokens).collect()
}

/// Returns the Flux files of the repository, the scripts of the conformance tests, and the Flux blocks of documents.
pub(super) fn scripts() -> Vec<Script> {
    let mut scripts = Vec::new();
    for below in ["crates", "docs", "editors", "stdlib", "tests", "README.md"] {
        collect(&path("../..").join(below), &mut scripts);
    }
    scripts
}

fn collect(path: &Path, scripts: &mut Vec<Script>) {
    if path.is_dir() {
        if path.file_name().is_some_and(|name| name == "target") {
            return;
        }
        for entry in fs::read_dir(path).expect("a folder of ours is readable").flatten() {
            collect(&entry.path(), scripts);
        }
        return;
    }
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    if !["flux", "jsonl", "md"].contains(&extension) {
        return;
    }
    let text = fs::read_to_string(path).expect("a file of ours is readable");
    let texts: Vec<String> = match extension {
        // A file of the suite holds several scripts.
        "flux" => text.split("// --- ").map(str::to_owned).collect(),
        "jsonl" => text.lines().filter_map(script_of_case).collect(),
        _ => text.split("```flux\n").skip(1).filter_map(|rest| rest.split("```").next()).map(str::to_owned).collect(),
    };
    let name = path.display();
    let named = texts.into_iter().enumerate();
    scripts.extend(named.map(|(index, text)| Script { name: format!("{name} {}", index + 1), text }));
}

fn script_of_case(line: &str) -> Option<String> {
    let case: serde_json::Value = serde_json::from_str(line).ok()?;
    Some(case["script"].as_str()?.to_owned())
}
