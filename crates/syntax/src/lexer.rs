//! Cuts the text into tokens, one at a time, in the mode that the parser asks for.

mod number;

pub(crate) use number::duration_parts;

use std::sync::LazyLock;

use regex::Regex;

use crate::Span;
use crate::ast::Comment;
use crate::token::{Keyword, Token, TokenKind};

/// Reads tokens from a text; at the end it returns [`TokenKind::Eof`] for ever.
pub(crate) struct Lexer<'a> {
    text: &'a str,
    /// Offset of the next byte to read.
    position: usize,
    comments: Vec<Comment>,
    /// How many of the comments already know the token that follows them.
    placed: usize,
    /// Set once no later `/` can close a regular expression, so that the rest is not searched again and again.
    no_slash: bool,
}

/// Letters and digits of names, by the Unicode categories L and Nd.
static WORD: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"^[\p{L}\p{Nd}_]+").ok());
/// As [`WORD`], for the first character of a name.
static WORD_START: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"^\p{L}").ok());

impl<'a> Lexer<'a> {
    /// Makes a lexer at the start of `text`, whose length must fit `u32`.
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, position: 0, comments: Vec::new(), placed: 0, no_slash: false }
    }

    /// Returns the next token outside of strings; `/` is always the operator.
    pub(crate) fn token(&mut self) -> Token {
        self.skip_blanks();
        let start = self.position;
        self.place_comments(start);
        let kind = match self.byte(0) {
            None => TokenKind::Eof,
            Some(b'"') => self.string(),
            Some(b'@') => self.attribute(),
            Some(b'0'..=b'9') => self.number(),
            Some(b'.') if self.byte(1).is_some_and(|byte| byte.is_ascii_digit()) => self.number(),
            Some(byte) if byte.is_ascii_alphabetic() || byte == b'_' || byte >= 0x80 => self.word(),
            Some(byte) => self.symbol(byte),
        };
        self.token_from(start, kind)
    }

    /// Reads `slash`, a [`TokenKind::Div`], once more as the start of a regular expression; `None` if nothing closes it.
    pub(crate) fn regexp(&mut self, slash: Token) -> Option<Token> {
        if self.no_slash {
            return None;
        }
        let start = slash.span.start as usize;
        let mut bytes = self.text.as_bytes().iter().enumerate().skip(start + 1);
        while let Some((offset, byte)) = bytes.next() {
            match byte {
                b'\\' => {
                    bytes.next();
                }
                b'/' => {
                    self.reset(offset + 1);
                    return Some(self.token_from(start, TokenKind::Regexp));
                }
                _ => {}
            }
        }
        self.no_slash = true;
        None
    }

    /// Returns the next token inside of a string with interpolation: text, `${`, the closing quote or the end.
    pub(crate) fn string_part(&mut self, from: u32) -> Token {
        let start = from as usize;
        self.reset(start);
        match (self.byte(0), self.byte(1)) {
            (None, _) => return self.token_from(start, TokenKind::Eof),
            (Some(b'"'), _) => {
                self.position += 1;
                return self.token_from(start, TokenKind::Quote);
            }
            (Some(b'$'), Some(b'{')) => {
                self.position += 2;
                return self.token_from(start, TokenKind::Interpolation);
            }
            _ => self.position = self.text_end(start),
        }
        self.token_from(start, TokenKind::Text)
    }

    /// Goes to the end: nothing but [`TokenKind::Eof`] follows.
    pub(crate) fn stop(&mut self) {
        self.position = self.text.len();
    }

    /// Returns all comments read, each with the offset of the token that follows it.
    pub(crate) fn into_comments(mut self) -> Vec<Comment> {
        self.place_comments(self.text.len());
        self.comments
    }

    /// Goes on at `position`, and forgets comments found beyond it.
    fn reset(&mut self, position: usize) {
        while self.comments.last().is_some_and(|comment| comment.span.start as usize >= position) {
            self.comments.pop();
        }
        self.placed = self.placed.min(self.comments.len());
        self.position = position;
    }

    fn byte(&self, ahead: usize) -> Option<u8> {
        self.text.as_bytes().get(self.position + ahead).copied()
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.position..).unwrap_or_default()
    }

    fn token_from(&self, start: usize, kind: TokenKind) -> Token {
        Token { kind, span: Span::new(start as u32, self.position as u32) }
    }

    fn skip_blanks(&mut self) {
        loop {
            match (self.byte(0), self.byte(1)) {
                (Some(b' ' | b'\t' | b'\r' | b'\n' | 0x0b | 0x0c), _) => self.position += 1,
                (Some(b'/'), Some(b'/')) => self.comment(),
                _ => return,
            }
        }
    }

    fn comment(&mut self) {
        let start = self.position;
        let line = self.rest();
        let length = line.find('\n').unwrap_or(line.len());
        self.position += length;
        let length = line.get(..length).unwrap_or_default().trim_end_matches('\r').len();
        self.comments.push(Comment { span: Span::new(start as u32, (start + length) as u32), before: 0 });
    }

    fn place_comments(&mut self, before: usize) {
        for comment in self.comments.iter_mut().skip(self.placed) {
            comment.before = before as u32;
        }
        self.placed = self.comments.len();
    }

    /// Reads a whole string if it has no interpolation, else only its quote.
    fn string(&mut self) -> TokenKind {
        let end = self.text_end(self.position + 1);
        if self.text.as_bytes().get(end) == Some(&b'"') {
            self.position = end + 1;
            TokenKind::String
        } else {
            self.position += 1;
            TokenKind::Quote
        }
    }

    /// Returns where the text from `start` ends: at a quote, at `${` or at the end of everything.
    fn text_end(&self, start: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut position = start;
        while let Some(byte) = bytes.get(position) {
            match (byte, bytes.get(position + 1)) {
                (b'"', _) | (b'$', Some(b'{')) => return position,
                (b'\\', _) => position += 2,
                // A `$` takes the next character along, as in the real Flux: `$${` interpolates nothing.
                (b'$', Some(b'"')) | (b'$', None) => position += 1,
                (b'$', Some(_)) => position += 2,
                _ => position += 1,
            }
        }
        bytes.len()
    }

    fn attribute(&mut self) -> TokenKind {
        self.position += 1;
        match self.name_length() {
            0 => TokenKind::Illegal,
            length => {
                self.position += length;
                TokenKind::Attribute
            }
        }
    }

    fn word(&mut self) -> TokenKind {
        let length = self.name_length();
        if length == 0 {
            self.position += self.rest().chars().next().map_or(0, char::len_utf8);
            return TokenKind::Illegal;
        }
        let word = self.rest().get(..length).unwrap_or_default();
        self.position += length;
        Keyword::of(word).map_or(TokenKind::Ident, TokenKind::Keyword)
    }

    /// Returns how many bytes of a name stand here; 0 if none.
    fn name_length(&self) -> usize {
        let rest = self.rest();
        let begins = match rest.bytes().next() {
            Some(byte) if byte < 0x80 => byte.is_ascii_alphabetic() || byte == b'_',
            Some(_) => WORD_START.as_ref().is_some_and(|pattern| pattern.is_match(rest)),
            None => false,
        };
        if !begins {
            return 0;
        }
        let length = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
        if rest.as_bytes().get(length).is_some_and(|byte| *byte >= 0x80) {
            return WORD.as_ref().and_then(|pattern| pattern.find(rest)).map_or(length, |found| found.end());
        }
        length
    }

    fn symbol(&mut self, byte: u8) -> TokenKind {
        let next = self.byte(1);
        let two = match (byte, next) {
            (b'=', Some(b'=')) => Some(TokenKind::Eq),
            (b'=', Some(b'~')) => Some(TokenKind::Match),
            (b'=', Some(b'>')) => Some(TokenKind::Arrow),
            (b'!', Some(b'=')) => Some(TokenKind::Ne),
            (b'!', Some(b'~')) => Some(TokenKind::NotMatch),
            (b'<', Some(b'=')) => Some(TokenKind::Le),
            (b'<', Some(b'-')) => Some(TokenKind::PipeReceive),
            (b'>', Some(b'=')) => Some(TokenKind::Ge),
            (b'|', Some(b'>')) => Some(TokenKind::PipeForward),
            _ => None,
        };
        if let Some(kind) = two {
            self.position += 2;
            return kind;
        }
        self.position += 1;
        match byte {
            b'+' => TokenKind::Add,
            b'-' => TokenKind::Sub,
            b'*' => TokenKind::Mul,
            b'/' => TokenKind::Div,
            b'%' => TokenKind::Mod,
            b'^' => TokenKind::Pow,
            b'=' => TokenKind::Assign,
            b'<' => TokenKind::Lt,
            b'>' => TokenKind::Gt,
            b'(' => TokenKind::LeftParen,
            b')' => TokenKind::RightParen,
            b'[' => TokenKind::LeftBracket,
            b']' => TokenKind::RightBracket,
            b'{' => TokenKind::LeftBrace,
            b'}' => TokenKind::RightBrace,
            b',' => TokenKind::Comma,
            b':' => TokenKind::Colon,
            b'.' => TokenKind::Dot,
            b'?' => TokenKind::Question,
            _ => TokenKind::Illegal,
        }
    }
}

#[cfg(test)]
mod tests;
