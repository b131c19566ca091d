//! The documents hold what they say: their files are written, their commands run, their outputs compared.
//!
//! A fenced block that names a file, such as ` ```flux hello.flux `, is written to it. In a `console` block the text
//! behind `$ ` is given to a shell, and what follows is what it prints; there, `…` stands for any text within a line, and
//! alone for any lines. The blocks of a document share a folder, in their order.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::process::Folder;

/// A fenced block of a document.
struct Block<'a> {
    language: &'a str,
    /// The file that the block is, if it names one.
    file: Option<&'a str>,
    text: String,
}

#[test]
fn the_commands_of_the_documents() {
    let documents = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    let mut commands = 0;
    for entry in fs::read_dir(documents).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "md") {
            commands += follow(path.file_name().unwrap().to_str().unwrap(), &fs::read_to_string(&path).unwrap());
        }
    }
    assert!(commands >= 15, "only {commands} commands were found");
}

/// Does what a document says, as its reader would; returns how many commands there were.
fn follow(document: &str, text: &str) -> usize {
    let folder = Folder::new();
    let mut commands = 0;
    for block in blocks(text) {
        if let Some(file) = block.file {
            folder.write(file, &block.text);
        } else if block.language == "console" {
            for (command, expected) in steps(&block.text) {
                let found = shell(&folder, &command);
                assert!(is_like(&found, &expected), "{document}: {command}\nexpected:\n{expected}\ngot:\n{found}");
                commands += 1;
            }
        }
    }
    commands
}

/// Runs a command as a reader does who has installed `fluxlet`; returns what the terminal shows.
fn shell(folder: &Folder, command: &str) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_fluxlet")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let together = format!("exec 2>&1\n{command}");
    let mut shell = Command::new("sh");
    shell.args(["-c", &together]).env_clear().env("PATH", path).env("HOME", folder.path()).current_dir(folder.path());
    String::from_utf8(shell.output().unwrap().stdout).unwrap()
}

/// Whether a text is as it was expected to be.
fn is_like(found: &str, expected: &str) -> bool {
    let (found, expected): (Vec<&str>, Vec<&str>) = (found.lines().collect(), expected.lines().collect());
    lines_are_like(&found, &expected)
}

fn lines_are_like(found: &[&str], expected: &[&str]) -> bool {
    match expected {
        [] => found.is_empty(),
        ["…", rest @ ..] => (0..=found.len()).any(|skipped| lines_are_like(&found[skipped..], rest)),
        [first, rest @ ..] => {
            found.split_first().is_some_and(|(line, others)| line_is_like(line, first) && lines_are_like(others, rest))
        }
    }
}

fn line_is_like(found: &str, expected: &str) -> bool {
    let Some((start, rest)) = expected.split_once('…') else { return found.trim_end() == expected.trim_end() };
    let Some(found) = found.strip_prefix(start) else { return false };
    let places = found.char_indices().map(|(at, _)| at).chain([found.len()]);
    places.into_iter().any(|at| line_is_like(&found[at..], rest))
}

/// Returns the commands of a block, each with what it prints.
fn steps(text: &str) -> Vec<(String, String)> {
    let mut steps: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        if let Some(command) = line.strip_prefix("$ ") {
            steps.push((command.to_owned(), String::new()));
        } else if let Some((command, output)) = steps.last_mut() {
            let continued = command.ends_with('\\') && output.is_empty();
            let (part, line) = if continued { (command, format!("\n{line}")) } else { (output, format!("{line}\n")) };
            part.push_str(&line);
        }
    }
    steps
}

fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let Some(info) = line.strip_prefix("```") else { continue };
        let mut words = info.split_whitespace();
        let (language, file) = (words.next().unwrap_or_default(), words.next());
        let text: String = lines.by_ref().take_while(|line| *line != "```").map(|line| format!("{line}\n")).collect();
        blocks.push(Block { language, file, text });
    }
    blocks
}

#[test]
fn expected_lines() {
    for (found, expected, like) in [
        ("a\nb\n", "a\nb\n", true),
        ("a\nb\n", "a\n", false),
        ("a\n", "a\nb\n", false),
        ("a\nx\ny\nb\n", "a\n…\nb\n", true),
        ("a\nb\n", "a\n…\nb\n", true),
        ("a\nx\n", "a\n…\nb\n", false),
        ("took 12 ms, 3 bytes\n", "took … ms, … bytes\n", true),
        ("took 12 s\n", "took … ms\n", false),
    ] {
        assert_eq!(is_like(found, expected), like, "{found:?} {expected:?}");
    }
    let text = "$ one \\\n    two\nout\n$ three\n";
    let expected = [("one \\\n    two", "out\n"), ("three", "")].map(|(a, b)| (a.to_owned(), b.to_owned()));
    assert_eq!(steps(text), expected);
}
