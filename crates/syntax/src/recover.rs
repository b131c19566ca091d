//! Reads on behind statements that cannot be read, for those who look at a text while it is written.
//!
//! A bracket or a quote that is not closed swallows what follows it. But what follows is most often laid out as usual: a
//! line that begins in the first column, with a word that may begin a statement, begins one. So the text is cut there.

use crate::ast::{Expr, ExprKind, File, Node};
use crate::{Diagnostic, Limits, Parsed, Source, Span, parse};

/// What [`recover`] makes of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Recovered {
    /// The tree; within the broken parts it is incomplete.
    pub file: File,
    /// What is wrong, each part told by itself.
    pub diagnostics: Vec<Diagnostic>,
    /// The parts of the text that cannot be read, in order: whole statements of the file. Around them all is well.
    pub broken: Vec<Span>,
}

/// How many parts are taken out of a text one after the other; behind the last, all the rest counts as broken.
const MOST: usize = 8;

/// Words that go on with a statement, also in the first column.
const CONTINUE: [&str; 6] = ["and", "else", "or", "return", "then", "with"];

/// Parses a text as [`parse`] does; if it is wrong, the parts that are wrong and those around them are read apart, so that
/// a mistake says nothing about what is written below it.
pub fn recover(source: &Source, limits: &Limits) -> Recovered {
    let mut rest = parse(source, limits);
    if rest.diagnostics.is_empty() {
        return Recovered { file: rest.file, diagnostics: Vec::new(), broken: Vec::new() };
    }
    let mut found = Recovered { file: File::default(), diagnostics: Vec::new(), broken: Vec::new() };
    let lines = Starts::of(source.text(), &rest);
    let mut from = 0;
    while let Some(first) = rest.diagnostics.first() {
        if found.broken.len() == MOST || matches!(first.code, "text-too-large" | "nested-too-deep") {
            found.broken.push(Span::new(from, source.text().len() as u32));
            found.diagnostics.append(&mut rest.diagnostics);
            break;
        }
        let part = lines.culprit(&rest, from, limits);
        let inside = |span: Span| part.start <= span.start && span.start < part.end;
        let Parsed { mut file, mut diagnostics, .. } = parse(&within(source, part), limits);
        if diagnostics.is_empty() {
            diagnostics = vec![first.clone()];
            diagnostics.extend(rest.diagnostics.iter().skip(1).filter(|problem| inside(problem.span)).cloned());
        } else if (part.end as usize) < source.text().len() {
            diagnostics.iter_mut().for_each(not_the_end);
        }
        truncate(&mut rest.file, part.start);
        append(&mut found.file, rest.file);
        append(&mut found.file, std::mem::take(&mut file));
        found.diagnostics.append(&mut diagnostics);
        found.broken.push(part);
        from = part.end;
        rest = parse(&within(source, Span::new(from, source.text().len() as u32)), limits);
    }
    append(&mut found.file, rest.file);
    found.file.span = Span::new(0, source.text().len() as u32);
    found
}

/// The places where lines begin that may begin statements.
struct Starts<'a> {
    text: &'a str,
    /// In order; the first is 0.
    at: Vec<u32>,
}

impl<'a> Starts<'a> {
    /// Finds them in a text; `parsed` knows which lines begin in a string.
    fn of(text: &'a str, parsed: &Parsed) -> Self {
        let mut strings: Vec<Span> = Vec::new();
        if !has_open_string(parsed) {
            parsed.file.walk(&mut |node| {
                if let Node::Expr(Expr { span, kind: ExprKind::String(_) | ExprKind::Interpolated(_) }) = node
                    && strings.last().is_none_or(|outer| outer.end <= span.start)
                {
                    strings.push(*span);
                }
            });
        }
        let is_in_string = |offset: u32| {
            let before = strings.partition_point(|string| string.start < offset).checked_sub(1);
            before.and_then(|index| strings.get(index)).is_some_and(|string| offset < string.end)
        };
        let mut at = vec![0];
        let mut start = 0;
        let mut is_attribute = false;
        for line in text.split_inclusive('\n') {
            if begins_statement(line) && !is_attribute && start > 0 && !is_in_string(start) {
                at.push(start);
            }
            is_attribute = line.starts_with('@');
            start += line.len() as u32;
        }
        Self { text, at }
    }

    /// Returns the index of the part that `offset` is in.
    fn around(&self, offset: u32) -> usize {
        self.at.partition_point(|&start| start <= offset).saturating_sub(1)
    }

    /// Returns the part with this index, without the blank lines and comments at its end: they belong to what follows.
    fn part(&self, index: usize) -> Span {
        let start = self.at.get(index).copied().unwrap_or_default();
        let end = self.at.get(index + 1).copied().unwrap_or(self.text.len() as u32);
        let mut text = self.slice(Span::new(start, end));
        loop {
            let (before, last) = text.trim_end().rsplit_once('\n').unwrap_or(("", text));
            if before.is_empty() || !last.starts_with("//") {
                break;
            }
            text = before;
        }
        let length = text.trim_end().len() as u32;
        // Where the text ends, it ends behind the last line.
        let is_last = self.slice(Span::new(start + length, self.text.len() as u32)).trim().is_empty();
        Span::new(start, if is_last { self.text.len() as u32 } else { start + length })
    }

    fn slice(&self, span: Span) -> &'a str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// Returns the part, not before `from`, that is to blame for the first problem of `rest`, which is the text behind
    /// `from`: the first that is wrong by itself. A mistake is noticed where it is, or in the next statement; a missing
    /// quote anywhere below.
    fn culprit(&self, rest: &Parsed, from: u32, limits: &Limits) -> Span {
        let problem = rest.diagnostics.first().map_or(from, |problem| problem.span.start);
        let statements = &rest.file.statements;
        let next = statements.partition_point(|statement| statement.span.start <= problem);
        let before = match statements.get(next.saturating_sub(2)) {
            Some(statement) if next > 0 && !has_open_string(rest) => statement.span.start,
            _ => from,
        };
        let last = self.around(problem);
        let is_wrong = |index: &usize| {
            let part = self.part(*index);
            let part = Span::new(part.start.max(from), part.end);
            !parse(&Source::new("", self.slice(part)), limits).diagnostics.is_empty()
        };
        let index = (self.around(before)..=last).find(is_wrong).unwrap_or(last);
        let part = self.part(index);
        // What is not laid out as usual may reach into the part.
        let straddles = |span: Span| span.start < part.start && part.start < span.end;
        let start = statements.iter().find(|statement| straddles(statement.span)).map(|statement| statement.span.start);
        let start = self.at.get(self.around(start.unwrap_or(part.start))).copied().unwrap_or_default().max(from);
        // It is not empty, so that each part is behind the one before.
        let end = if part.end > start { part.end } else { self.text.len() as u32 };
        Span::new(start, end)
    }
}

/// Tells whether a quote is missing somewhere; then what is a string from there on should be none.
fn has_open_string(parsed: &Parsed) -> bool {
    parsed.diagnostics.iter().any(|problem| problem.code == "unterminated-string")
}

/// Tells whether a statement may begin with this line.
fn begins_statement(line: &str) -> bool {
    if line.starts_with('@') {
        return true;
    }
    // Signs that no name may hold are a mistake in one.
    let is_word = |character: char| character.is_alphanumeric() || character == '_' || !character.is_ascii();
    let rest = line.trim_start_matches(is_word);
    let word = &line[..line.len() - rest.len()];
    let begins = word.starts_with(|first: char| !first.is_ascii_digit());
    // An argument or a property has a colon or a comma behind it.
    begins && !CONTINUE.contains(&word) && !rest.trim_start().starts_with([':', ',', ')', ']', '}'])
}

/// Returns the text with nothing but `part`, where it stands.
fn within(source: &Source, part: Span) -> Source {
    let mut text = " ".repeat(part.start as usize);
    text.push_str(source.slice(part));
    Source::new(source.name(), text)
}

/// Says of a problem that was found at the end of a part what the end is.
fn not_the_end(problem: &mut Diagnostic) {
    if let Some(before) = problem.message.strip_suffix("the end of the text") {
        problem.message = format!("{before}the end of the statement");
    }
}

/// Leaves what ends before `end`.
fn truncate(file: &mut File, end: u32) {
    file.package = file.package.take().filter(|clause| clause.span.end <= end);
    file.imports.retain(|import| import.span.end <= end);
    file.statements.retain(|statement| statement.span.end <= end);
    file.comments.retain(|comment| comment.span.end <= end);
}

fn append(file: &mut File, mut next: File) {
    file.package = file.package.take().or(next.package);
    file.imports.append(&mut next.imports);
    file.statements.append(&mut next.statements);
    file.comments.append(&mut next.comments);
}
