//! The TextMate grammar of the extension for VS Code: it can be read, and colours a script as the tree does.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::ops::Range;

use fancy_regex::{Captures, Regex};
use serde_json::Value as Json;
use tree_sitter::Node;

use super::scripts::{problems, scripts, tokens};
use super::{parse, parser, path};

/// A rule of the grammar.
enum Rule {
    Match {
        pattern: Regex,
        name: String,
        captures: BTreeMap<usize, String>,
    },
    /// From one pattern to another, over several lines.
    Range {
        begin: Regex,
        end: Regex,
        name: String,
        captures: [BTreeMap<usize, String>; 2],
        inside: Vec<Rule>,
    },
    Include(String),
}

struct Grammar {
    named: HashMap<String, Vec<Rule>>,
}

/// A part of a line and its innermost scope.
type Scope = (Range<usize>, String);

impl Grammar {
    fn read() -> Self {
        let text =
            fs::read_to_string(path("../vscode/syntaxes/flux.tmLanguage.json")).expect("the grammar is readable");
        let json: Json = serde_json::from_str(&text).expect("the grammar is JSON");
        let repository = json["repository"].as_object().expect("there are rules");
        let rules = |json: &Json| match json.get("match").or(json.get("begin")) {
            Some(_) => vec![rule(json)],
            None => inside(json),
        };
        Self { named: repository.iter().map(|(name, json)| (name.clone(), rules(json))).collect() }
    }

    /// Returns the rules without those that only stand for others.
    fn flat<'a>(&'a self, rules: &'a [Rule]) -> Vec<&'a Rule> {
        let of = |rule: &'a Rule| match rule {
            Rule::Include(name) => self.flat(self.named.get(name).unwrap_or_else(|| panic!("there is no rule {name}"))),
            rule => vec![rule],
        };
        rules.iter().flat_map(of).collect()
    }

    /// Returns the scope of each byte, the innermost.
    fn scopes(&self, text: &str) -> Vec<String> {
        let mut scopes = Vec::new();
        let mut open: Vec<&Rule> = Vec::new();
        for line in text.split_inclusive('\n') {
            let mut of_line = vec![String::new(); line.len()];
            for (range, scope) in self.line(line, &mut open) {
                of_line[range].fill(scope);
            }
            scopes.extend(of_line);
        }
        scopes
    }

    /// Goes once over a line, from the first thing that matches to the next; `open` are the ranges the line begins in.
    fn line<'a>(&'a self, line: &str, open: &mut Vec<&'a Rule>) -> Vec<Scope> {
        let mut scopes: Vec<Scope> = Vec::new();
        let mut position = 0;
        loop {
            let (rules, end, name) = match open.last() {
                Some(Rule::Range { inside, end, name, .. }) => (self.flat(inside), Some(end), name.as_str()),
                _ => (self.flat(&self.named["all"]), None, ""),
            };
            let end = end.and_then(|end| find(end, line, position)).map(|found| (found, None));
            let starts = rules.into_iter().filter_map(|rule| {
                let (Rule::Match { pattern, .. } | Rule::Range { begin: pattern, .. }) = rule else { return None };
                Some((find(pattern, line, position)?, Some(rule)))
            });
            // The first of those that begin at the same place.
            let first = end.into_iter().chain(starts).min_by_key(|(found, _)| whole(found).start);
            let Some((found, rule)) = first else {
                scopes.push((position..line.len(), name.to_owned()));
                return scopes;
            };
            let range = whole(&found);
            scopes.push((position..range.start, name.to_owned()));
            let (name, captures) = match rule {
                Some(Rule::Match { name, captures, .. }) => (name, captures),
                Some(range @ Rule::Range { name, captures, .. }) => {
                    open.push(range);
                    (name, &captures[0])
                }
                _ => match open.pop() {
                    Some(Rule::Range { name, captures, .. }) => (name, &captures[1]),
                    _ => return scopes,
                },
            };
            scopes.push((range.clone(), name.clone()));
            for (group, name) in captures {
                scopes.extend(found.get(*group).map(|part| (part.range(), name.clone())));
            }
            position = range.end;
            // What matches nothing at the end of the line would match there again.
            if position >= line.len() {
                return scopes;
            }
        }
    }
}

fn find<'t>(pattern: &Regex, line: &'t str, from: usize) -> Option<Captures<'t>> {
    pattern.captures_from_pos(line, from).expect("a search ends")
}

fn whole(found: &Captures<'_>) -> Range<usize> {
    found.get(0).map(|whole| whole.range()).unwrap_or_default()
}

fn rule(json: &Json) -> Rule {
    let text = |key: &str| json[key].as_str().unwrap_or_default().to_owned();
    // A line ends before its line break.
    let pattern = |key: &str| {
        let pattern = text(key);
        Regex::new(&format!("(?m){pattern}")).unwrap_or_else(|error| panic!("{pattern}: {error}"))
    };
    let captures = |key: &str| {
        let captures = json[key].as_object().into_iter().flatten();
        let named = |(group, named): (&String, &Json)| Some((group.parse().ok()?, named["name"].as_str()?.to_owned()));
        captures.filter_map(named).collect()
    };
    if let Some(name) = json["include"].as_str() {
        return Rule::Include(name.trim_start_matches('#').to_owned());
    }
    if json.get("match").is_some() {
        return Rule::Match { pattern: pattern("match"), name: text("name"), captures: captures("captures") };
    }
    let captures = [captures("beginCaptures"), captures("endCaptures")];
    Rule::Range { begin: pattern("begin"), end: pattern("end"), name: text("name"), captures, inside: inside(json) }
}

fn inside(json: &Json) -> Vec<Rule> {
    json["patterns"].as_array().into_iter().flatten().map(rule).collect()
}

/// Returns the scope that a token must have, or the start of it; `None` where it does not matter.
fn expected(token: Node<'_>, text: &str) -> Option<&'static str> {
    Some(match token.kind() {
        "comment" => "comment.line",
        "string_content" => "string.quoted",
        "escape_sequence" => "constant.character.escape",
        "regexp_pattern" => "string.regexp",
        "integer" | "float" => "constant.numeric.flux",
        "duration" => "constant.numeric.duration",
        "time" => "constant.numeric.time",
        "attribute_name" => "storage.modifier.attribute",
        "import" => "keyword.control.import",
        "package" => "keyword.other.package",
        "option" | "builtin" => "storage.modifier",
        "testcase" => "storage.type",
        "if" | "then" | "else" | "return" => "keyword.control.flux",
        "and" | "or" | "not" | "exists" => "keyword.operator.word",
        "with" | "where" | "extends" => "keyword.other",
        "|>" => "keyword.operator.pipe",
        "=>" => "storage.type.function.arrow",
        "==" | "!=" | "<" | "<=" | ">" | ">=" | "=~" | "!~" => "keyword.operator.comparison",
        "*" | "%" | "^" => "keyword.operator.arithmetic",
        "identifier" if is_constant(token, text) => "constant.language",
        _ => return None,
    })
}

/// Whether it is `true` or `false` and not the name of something else.
fn is_constant(name: Node<'_>, text: &str) -> bool {
    let defines = name.parent().and_then(|parent| parent.child_by_field_name("name")) == Some(name);
    ["true", "false"].contains(&&text[name.byte_range()]) && !defines
}

#[test]
fn lines_have_the_colours_of_the_tree() {
    let grammar = Grammar::read();
    let mut parser = parser();
    let mut count = 0;
    let mut wrong = Vec::new();
    // The cases of the conformance tests are odd on purpose: `1.2.3` are two numbers.
    let scripts = scripts().into_iter().filter(|script| !script.name.contains(".jsonl"));
    for script in scripts.filter(|script| problems(&script.text).is_empty()) {
        let text = &script.text;
        let scopes = grammar.scopes(text);
        let tree = parse(&mut parser, text);
        for token in tokens(tree.root_node()) {
            let Some(expected) = expected(token, text) else { continue };
            count += 1;
            let found = &scopes[token.start_byte()];
            if !found.starts_with(expected) {
                let line = text.lines().nth(token.start_position().row).unwrap_or_default();
                wrong.push(format!(
                    "{}: {expected}, not {found}, at {} of `{line}`",
                    script.name,
                    &text[token.byte_range()]
                ));
            }
        }
    }
    assert!(count > 5000, "{count} tokens were compared");
    assert!(wrong.is_empty(), "{} of {count} tokens differ:\n{}", wrong.len(), wrong.join("\n"));
}
