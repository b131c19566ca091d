//! The words of Flux: what a piece of text is, before it means anything.

use crate::Span;
use crate::terminal::misleads;

/// A piece of the text and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// What it is.
    pub(crate) kind: TokenKind,
    /// Where it stands.
    pub(crate) span: Span,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// The end of the text.
    Eof,
    /// A character that begins no token.
    Illegal,
    /// A name that is no keyword.
    Ident,
    /// `@name`
    Attribute,
    /// Digits.
    Int,
    /// Digits with a point.
    Float,
    /// Magnitudes with units.
    Duration,
    /// A date, with or without a time of day.
    Time,
    /// A closed string without interpolation, with its quotes.
    String,
    /// The quote that opens or closes a string with interpolation, or opens one that is never closed.
    Quote,
    /// Text between the quotes of a string with interpolation.
    Text,
    /// `${` in a string.
    Interpolation,
    /// A regular expression, with its slashes.
    Regexp,
    /// A keyword.
    Keyword(Keyword),
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `/`
    Div,
    /// `%`
    Mod,
    /// `^`
    Pow,
    /// `==`
    Eq,
    /// `!=`
    Ne,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
    /// `=~`
    Match,
    /// `!~`
    NotMatch,
    /// `=`
    Assign,
    /// `=>`
    Arrow,
    /// `<-`
    PipeReceive,
    /// `|>`
    PipeForward,
    /// `(`
    LeftParen,
    /// `)`
    RightParen,
    /// `[`
    LeftBracket,
    /// `]`
    RightBracket,
    /// `{`
    LeftBrace,
    /// `}`
    RightBrace,
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// `.`
    Dot,
    /// `?`
    Question,
}

/// A word that is never a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keyword {
    /// `and`
    And,
    /// `builtin`
    Builtin,
    /// `else`
    Else,
    /// `exists`
    Exists,
    /// `if`
    If,
    /// `import`
    Import,
    /// `not`
    Not,
    /// `option`
    Option,
    /// `or`
    Or,
    /// `package`
    Package,
    /// `return`
    Return,
    /// `testcase`
    Testcase,
    /// `then`
    Then,
}

impl Keyword {
    /// Returns the keyword that `word` is, if it is one.
    pub(crate) fn of(word: &str) -> Option<Keyword> {
        Some(match word {
            "and" => Keyword::And,
            "builtin" => Keyword::Builtin,
            "else" => Keyword::Else,
            "exists" => Keyword::Exists,
            "if" => Keyword::If,
            "import" => Keyword::Import,
            "not" => Keyword::Not,
            "option" => Keyword::Option,
            "or" => Keyword::Or,
            "package" => Keyword::Package,
            "return" => Keyword::Return,
            "testcase" => Keyword::Testcase,
            "then" => Keyword::Then,
            _ => return None,
        })
    }
}

impl Token {
    /// Returns the token in words, as in "found …"; what stands in a string is not shown.
    pub(crate) fn describe(self, text: &str) -> String {
        let slice = text.get(self.span.range()).unwrap_or_default();
        match self.kind {
            TokenKind::Eof => "the end of the text".to_owned(),
            TokenKind::Illegal => slice.chars().next().map(describe_character).unwrap_or_default(),
            TokenKind::Keyword(_) => format!("the keyword `{slice}`"),
            TokenKind::Int | TokenKind::Float => format!("the number `{}`", clip(slice)),
            TokenKind::Duration => format!("the duration `{}`", clip(slice)),
            TokenKind::Time => format!("the time `{}`", clip(slice)),
            TokenKind::String | TokenKind::Quote | TokenKind::Text | TokenKind::Interpolation => "a string".to_owned(),
            TokenKind::Regexp => "a regular expression".to_owned(),
            _ => format!("`{}`", clip(slice)),
        }
    }
}

/// Returns a character in words; one that does not show is named by its number.
fn describe_character(character: char) -> String {
    // Alone, a mark stands on the backquote before it.
    let is_mark = matches!(character, '\u{300}'..='\u{36f}');
    let shows = character == ' ' || !(misleads(character) || character.is_whitespace() || is_mark);
    match shows {
        true => format!("`{character}`"),
        false => format!("the invisible character U+{:04X}", u32::from(character)),
    }
}

/// Shortens a text that would crowd out the message around it.
fn clip(text: &str) -> String {
    const LONGEST: usize = 40;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
