//! Diagnostics and run-time errors as people read them: with an excerpt of the source.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use fluxlet_runtime::Error;
use fluxlet_syntax::terminal::{misleads, printable, printable_line};
use fluxlet_syntax::{Diagnostic, Label, Severity, Source, Span};

/// Most bytes of a line that an excerpt shows.
const LINE_BYTES: usize = 160;

/// Most lines of one span that an excerpt shows.
const LINES: usize = 6;

/// Farthest lines that share an excerpt.
const NEAR: u32 = 8;

/// Most calls of a trace that are shown.
const CALLS: usize = 20;

/// Whether to use colours.
///
/// ```
/// use fluxlet::{Engine, Style, render_diagnostic};
///
/// let error = Engine::new()?.compile("1 + true").expect_err("the types differ");
/// let diagnostic = &error.diagnostics()[0];
/// assert!(render_diagnostic(error.source_text(), diagnostic, Style::Colored).contains('\u{1b}'));
/// assert!(!render_diagnostic(error.source_text(), diagnostic, Style::Plain).contains('\u{1b}'));
/// # Ok::<(), fluxlet::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Style {
    /// Text alone.
    Plain,
    /// With ANSI escapes for a terminal.
    Colored,
}

/// Returns a diagnostic with the lines it is about. Long lines are windowed; control characters are shown as escapes.
///
/// ```
/// use fluxlet::{Engine, Style, render_diagnostic};
///
/// let error = Engine::new()?.compile("1 + true").expect_err("the types differ");
/// let text = render_diagnostic(error.source_text(), &error.diagnostics()[0], Style::Plain);
/// assert!(text.starts_with("error[type-mismatch]: "));
/// # Ok::<(), fluxlet::Error>(())
/// ```
pub fn render_diagnostic(source: &Source, diagnostic: &Diagnostic, style: Style) -> String {
    let mut text = header(style, diagnostic.severity, diagnostic.code, &printable_line(&diagnostic.message));
    let line = |span: Span| source.line(span.start);
    let primary = line(diagnostic.span);
    let close = |label: &&Label| line(label.span).abs_diff(primary) <= NEAR;
    let spans = diagnostic.labels.iter().filter(close).map(|label| label.span);
    let spans: Vec<Span> = std::iter::once(diagnostic.span).chain(spans).collect();
    let excerpt = Excerpt::new(source, &spans);
    let (near, far): (Vec<&Label>, Vec<&Label>) =
        diagnostic.labels.iter().partition(|label| close(label) && excerpt.holds(label.span));
    let mut annotation = AnnotationKind::Primary.span(excerpt.map(diagnostic.span));
    if let Some(label) = near.iter().find(|label| label.span == diagnostic.span) {
        annotation = annotation.label(printable_line(&label.message));
    }
    let mut snippet = Snippet::source(&excerpt.text).line_start(excerpt.line as usize).annotation(annotation);
    for label in near.iter().filter(|label| label.span != diagnostic.span) {
        let annotation = AnnotationKind::Context.span(excerpt.map(label.span));
        snippet = snippet.annotation(annotation.label(printable_line(&label.message)));
    }
    let far: Vec<(Excerpt, &Label)> =
        far.into_iter().map(|label| (Excerpt::new(source, &[label.span]), label)).collect();
    let name = printable_line(source.name());
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = Group::with_level(level).element(snippet);
    for (excerpt, label) in &far {
        let annotation = AnnotationKind::Context.span(excerpt.map(label.span)).label(printable_line(&label.message));
        let snippet = Snippet::source(&excerpt.text).line_start(excerpt.line as usize).path(&name);
        group = group.element(snippet.annotation(annotation));
    }
    for note in &diagnostic.notes {
        group = group.element(Level::NOTE.message(printable_line(note)));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(printable_line(help)));
    }
    place(&mut text, source, diagnostic.span);
    body(&mut text, style, group);
    text
}

/// Returns a run-time error with its place and the calls it went through. Control characters of the message are shown as
/// escapes, but for line breaks and tabs.
///
/// ```
/// use fluxlet::{Context, Engine, Style, render_error};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let program = Engine::new()?.compile("check = () => die(msg: \"the pump is off\")\ncheck()")?;
/// let error = program.run_blocking(&Context::new()).expect_err("it dies");
/// assert!(render_error(&error, Style::Plain).contains("the pump is off"));
/// # Ok(())
/// # }
/// ```
pub fn render_error(error: &Error, style: Style) -> String {
    let mut text = header(style, Severity::Error, error.code().as_str(), &printable(error.message()));
    let Some(frame) = error.trace().first() else { return text };
    let excerpt = Excerpt::new(&frame.source, &[frame.span]);
    let snippet = Snippet::source(&excerpt.text)
        .line_start(excerpt.line as usize)
        .annotation(AnnotationKind::Primary.span(excerpt.map(frame.span)));
    let group = Group::with_level(Level::ERROR).element(snippet);
    place(&mut text, &frame.source, frame.span);
    body(&mut text, style, group);
    let calls = error.trace().iter().filter(|frame| !frame.function.is_empty());
    let count = calls.clone().count();
    for frame in calls.take(CALLS) {
        let position = frame.source.position(frame.span.start);
        let (function, name) = (printable_line(&frame.function), printable_line(frame.source.name()));
        text.push_str(&format!("\n   = in `{function}` called at {name}:{position}"));
    }
    if count > CALLS {
        text.push_str(&format!("\n   = and {} more calls", count - CALLS));
    }
    text
}

fn header(style: Style, severity: Severity, code: &str, message: &str) -> String {
    let word = severity.as_str();
    let color = match severity {
        Severity::Error => 91,
        Severity::Warning => 93,
    };
    match style {
        Style::Plain => format!("{word}[{code}]: {message}"),
        Style::Colored => format!("\x1b[1m\x1b[{color}m{word}[{code}]\x1b[0m\x1b[1m: {message}\x1b[0m"),
    }
}

fn place(text: &mut String, source: &Source, span: Span) {
    text.push_str(&format!("\n  --> {}:{}", printable_line(source.name()), source.position(span.start)));
}

fn body(text: &mut String, style: Style, group: Group<'_>) {
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Colored => Renderer::styled(),
    };
    text.push('\n');
    text.push_str(&renderer.render(&[group]));
}

/// Returns what stands for a character in an excerpt: one that can be seen and takes as many bytes.
fn visible(c: char) -> char {
    match c {
        // The renderer has signs for the control characters of ASCII.
        c if c.is_ascii() || !misleads(c) => c,
        c => match c.len_utf8() {
            2 => '¿',
            3 => '\u{fffd}',
            _ => '\u{1f7e5}',
        },
    }
}

/// Some lines of a source, with long lines cut to a window.
struct Excerpt {
    text: String,
    /// Number of the first line.
    line: u32,
    pieces: Vec<Piece>,
}

/// A part of the source that stands in an excerpt.
struct Piece {
    source: Range<usize>,
    /// Where it starts in the excerpt.
    at: usize,
}

impl Excerpt {
    /// Cuts out the lines from the first to the last of `spans`; of a span with many lines, the first few. A long line
    /// is cut to a window around the first of the spans in it.
    fn new(source: &Source, spans: &[Span]) -> Self {
        let whole = source.text();
        let starts: Vec<usize> = spans.iter().map(|span| floor(whole, span.start as usize)).collect();
        let first = starts.iter().copied().min().unwrap_or_default();
        let end = spans.iter().map(|span| shown_end(whole, *span)).max().unwrap_or(first).max(first);
        let mut line_start = whole[..first].rfind('\n').map_or(0, |at| at + 1);
        let mut excerpt = Self { text: String::new(), line: source.line(first as u32), pieces: Vec::new() };
        loop {
            let line_end = whole[line_start..].find('\n').map_or(whole.len(), |at| line_start + at);
            let focus = starts.iter().copied().find(|start| (line_start..=line_end).contains(start));
            excerpt.line(whole, line_start..line_end, focus.unwrap_or(line_start));
            line_start = line_end + 1;
            if line_start > whole.len() || line_start >= end {
                break;
            }
            excerpt.text.push('\n');
        }
        excerpt
    }

    fn line(&mut self, whole: &str, line: Range<usize>, focus: usize) {
        let mut window = line.clone();
        if line.len() > LINE_BYTES {
            window.start = floor(whole, focus.saturating_sub(LINE_BYTES / 2).max(line.start));
            window.end = floor(whole, (window.start + LINE_BYTES).min(line.end));
        }
        if window.start > line.start {
            self.text.push('…');
        }
        self.pieces.push(Piece { source: window.clone(), at: self.text.len() });
        self.text.extend(whole[window.clone()].trim_end_matches('\r').chars().map(visible));
        if window.end < line.end {
            self.text.push('…');
        }
    }

    /// Tells whether the start of a span is shown.
    fn holds(&self, span: Span) -> bool {
        let start = span.start as usize;
        self.pieces.iter().any(|piece| piece.source.start <= start && start <= piece.source.end)
    }

    fn map(&self, span: Span) -> Range<usize> {
        let start = self.offset(span.start as usize);
        start..self.offset(span.end as usize).max(start)
    }

    fn offset(&self, offset: usize) -> usize {
        let piece = self.pieces.iter().rev().find(|piece| piece.source.start <= offset).or(self.pieces.first());
        let Some(piece) = piece else { return 0 };
        let inside = offset.clamp(piece.source.start, piece.source.end) - piece.source.start;
        floor(&self.text, piece.at + inside)
    }
}

/// Returns the end of a span, or of the last of its lines that are shown.
fn shown_end(text: &str, span: Span) -> usize {
    let (start, end) = (floor(text, span.start as usize), floor(text, span.end as usize));
    let inside = text.get(start..end).unwrap_or_default();
    inside.match_indices('\n').nth(LINES - 1).map_or(end, |(at, _)| start + at)
}

/// Returns the nearest character boundary at or before `offset`.
fn floor(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}
