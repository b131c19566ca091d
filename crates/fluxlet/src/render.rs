//! Diagnostics and run-time errors as people read them: with an excerpt of the source.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use fluxlet_runtime::Error;
use fluxlet_syntax::{Diagnostic, Source, Span};

/// Most bytes of a line that an excerpt shows.
const LINE_BYTES: usize = 160;

/// Most lines of one excerpt.
const LINES: u32 = 6;

/// Most calls of a trace that are shown.
const CALLS: usize = 20;

/// Whether to use colours.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Style {
    /// Text alone.
    Plain,
    /// With ANSI escapes for a terminal.
    Colored,
}

/// Returns a diagnostic with the lines it is about. Long lines are windowed.
pub fn render_diagnostic(source: &Source, diagnostic: &Diagnostic, style: Style) -> String {
    let mut text = header(style, diagnostic.code, &diagnostic.message);
    let excerpt = Excerpt::new(source, diagnostic.span);
    let mut snippet = Snippet::source(&excerpt.text)
        .line_start(excerpt.line as usize)
        .annotation(AnnotationKind::Primary.span(excerpt.map(diagnostic.span)));
    let mut elsewhere = Vec::new();
    for label in &diagnostic.labels {
        if excerpt.holds(label.span) {
            let span = excerpt.map(label.span);
            snippet = snippet.annotation(AnnotationKind::Context.span(span).label(label.message.as_str()));
        } else {
            elsewhere.push((Excerpt::new(source, label.span), label));
        }
    }
    let mut group = Group::with_level(Level::ERROR).element(snippet);
    for (excerpt, label) in &elsewhere {
        let annotation = AnnotationKind::Context.span(excerpt.map(label.span)).label(label.message.as_str());
        group = group.element(Snippet::source(&excerpt.text).line_start(excerpt.line as usize).annotation(annotation));
    }
    for note in &diagnostic.notes {
        group = group.element(Level::NOTE.message(note.as_str()));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    place(&mut text, source, diagnostic.span);
    body(&mut text, style, group);
    text
}

/// Returns a run-time error with its place and the calls it went through.
pub fn render_error(error: &Error, style: Style) -> String {
    let mut text = header(style, error.code().as_str(), error.message());
    let Some(frame) = error.trace().first() else { return text };
    let excerpt = Excerpt::new(&frame.source, frame.span);
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
        text.push_str(&format!("\n   = in `{}` called at {}:{position}", frame.function, frame.source.name()));
    }
    if count > CALLS {
        text.push_str(&format!("\n   = and {} more calls", count - CALLS));
    }
    text
}

fn header(style: Style, code: &str, message: &str) -> String {
    match style {
        Style::Plain => format!("error[{code}]: {message}"),
        Style::Colored => format!("\x1b[1m\x1b[91merror[{code}]\x1b[0m\x1b[1m: {message}\x1b[0m"),
    }
}

fn place(text: &mut String, source: &Source, span: Span) {
    text.push_str(&format!("\n  --> {}:{}", source.name(), source.position(span.start)));
}

fn body(text: &mut String, style: Style, group: Group<'_>) {
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Colored => Renderer::styled(),
    };
    text.push('\n');
    text.push_str(&renderer.render(&[group]));
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
    /// Cuts out the lines of `span`, the first few if there are many.
    fn new(source: &Source, span: Span) -> Self {
        let whole = source.text();
        let start = floor(whole, span.start as usize);
        let end = floor(whole, span.end as usize).max(start);
        let mut line_start = whole[..start].rfind('\n').map_or(0, |at| at + 1);
        let mut excerpt = Self { text: String::new(), line: source.position(start as u32).line, pieces: Vec::new() };
        for index in 0..LINES {
            let line_end = whole[line_start..].find('\n').map_or(whole.len(), |at| line_start + at);
            let focus = if index == 0 { start } else { line_start };
            excerpt.line(whole, line_start..line_end, focus);
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
        self.text.push_str(whole[window.clone()].trim_end_matches('\r'));
        if window.end < line.end {
            self.text.push('…');
        }
    }

    fn holds(&self, span: Span) -> bool {
        self.pieces
            .iter()
            .any(|piece| piece.source.start <= span.start as usize && (span.end as usize) <= piece.source.end)
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

/// Returns the nearest character boundary at or before `offset`.
fn floor(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}
