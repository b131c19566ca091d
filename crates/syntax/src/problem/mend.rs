//! The edits that are likely to mend a problem.

use super::{EscapeProblem, Found, Problem};
use crate::token::{Keyword, TokenKind};
use crate::{Edit, Source, Span};

/// Quotes that people write, and word processors put in their place.
const QUOTES: [char; 9] = ['\'', '`', '“', '”', '„', '«', '»', '‘', '’'];

/// Returns the edits; none if there is no single way.
pub(super) fn edits(found: &Found, source: &Source) -> Vec<Edit> {
    Mend { found, source }.edits().unwrap_or_default()
}

struct Mend<'a> {
    found: &'a Found,
    source: &'a Source,
}

impl Mend<'_> {
    fn edits(&self) -> Option<Vec<Edit>> {
        let Found { problem, at, after, node } = self.found;
        let word = self.source.slice(at.span);
        let glued = |before: &str| self.source.slice(*after) == before && after.end == at.span.start;
        let with_before = Span::new(after.start, at.span.end);
        let edit = match (problem, at.kind) {
            (Problem::MissingComma { .. } | Problem::MissingKey, TokenKind::Colon) => self.comma_before(*after),
            (Problem::MissingComma { .. } | Problem::PropertyKey { .. }, TokenKind::Assign) => edit(at.span, ":"),
            (Problem::MissingComma { .. }, _) => edit(Span::at(after.end), ","),
            (Problem::Name("the name of a member"), TokenKind::Keyword(_)) => {
                edit(with_before, &format!("[\"{word}\"]"))
            }
            (Problem::PropertyKey { call: false }, TokenKind::Keyword(keyword)) if keyword != Keyword::Return => {
                edit(at.span, &format!("\"{word}\""))
            }
            (Problem::LeadingZero, _) => edit(at.span, word.trim_start_matches('0')),
            (Problem::TimeOffset, _) => edit(Span::at(at.span.end), "Z"),
            (Problem::Statement, TokenKind::Colon) if self.follows(at.span.end, "=") => {
                edit(Span::new(at.span.start, at.span.end + 1), "=")
            }
            (Problem::Expression, TokenKind::Gt) if glued("-") => edit(with_before, "=>"),
            (Problem::Expression, TokenKind::Gt) if glued("<") => edit(with_before, "!="),
            (Problem::MissingReturn { expression: true }, _) => edit(Span::at(node.start), "return "),
            (Problem::PipeTarget, _) => edit(Span::at(after.end), "()"),
            (Problem::UnclosedString, _) => {
                let rest = self.source.text().get(node.start as usize..)?;
                let line = rest.lines().next().unwrap_or_default();
                edit(Span::at(node.start + line.trim_end().len() as u32), "\"")
            }
            (Problem::Unclosed { closer, .. }, _) => edit(Span::at(after.end), closer),
            (Problem::Escape(EscapeProblem::Unknown(span)), _) => edit(Span::new(span.start, span.start + 1), ""),
            (_, TokenKind::Illegal) => return self.character(),
            _ => return None,
        };
        Some(vec![edit])
    }

    /// Returns the edits for a character that means something elsewhere.
    fn character(&self) -> Option<Vec<Edit>> {
        let span = self.found.at.span;
        let character = self.source.slice(span).chars().next()?;
        let twice = |sign: &str| match self.follows(span.end, sign) {
            true => Span::new(span.start, span.end + sign.len() as u32),
            false => span,
        };
        let edit = match character {
            ';' | '\u{feff}' | '\u{ad}' => edit(span, ""),
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => edit(span, ""),
            '!' => edit(span, "not "),
            '&' => edit(twice("&"), "and"),
            '|' => edit(twice("|"), "or"),
            '#' => edit(span, "//"),
            character if character.is_whitespace() || character.is_control() => edit(span, " "),
            character if QUOTES.contains(&character) => {
                let rest = self.source.text().get(span.end as usize..)?.lines().next()?;
                let (length, closer) = rest.char_indices().find(|(_, other)| QUOTES.contains(other))?;
                let end = span.end + length as u32;
                let closer = Span::new(end, end + closer.len_utf8() as u32);
                return Some(vec![edit(span, "\""), edit(closer, "\"")]);
            }
            _ => return None,
        };
        Some(vec![edit])
    }

    /// Puts a comma behind what stands before a key.
    fn comma_before(&self, key: Span) -> Edit {
        let before = self.source.text().get(..key.start as usize).unwrap_or_default();
        edit(Span::at(before.trim_end().len() as u32), ",")
    }

    fn follows(&self, offset: u32, text: &str) -> bool {
        self.source.text().get(offset as usize..).is_some_and(|rest| rest.starts_with(text))
    }
}

fn edit(span: Span, text: &str) -> Edit {
    Edit { span, text: text.to_owned() }
}
