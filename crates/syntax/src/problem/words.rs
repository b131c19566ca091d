//! The words for each problem: what was expected, what was found, and what to do.

use super::{EscapeProblem, Found, Problem};
use crate::token::{Keyword, TokenKind};
use crate::{Diagnostic, Source, Span, Stage};

/// Returns the diagnostic of a problem.
pub(super) fn diagnostic(found: &Found, source: &Source) -> Diagnostic {
    let words = Words { found, source };
    let (code, message) = words.message();
    let (place, label) = words.places();
    let mut diagnostic = Diagnostic::new(Stage::Parse, code, place, message);
    if let Problem::Unclosed { open, .. } = found.problem
        && open.start != place.start
    {
        diagnostic = diagnostic.label(open, "opened here");
    }
    if let Some((span, text)) = label {
        diagnostic = diagnostic.label(span, text);
    }
    if let Some(note) = words.note() {
        diagnostic = diagnostic.note(note);
    }
    if let Some(help) = words.help() {
        diagnostic = diagnostic.help(help);
    }
    diagnostic.fix = super::mend::edits(found, source);
    diagnostic
}

/// A problem and the text that it is told with.
struct Words<'a> {
    found: &'a Found,
    source: &'a Source,
}

impl Words<'_> {
    /// Returns the code and the message.
    fn message(&self) -> (&'static str, String) {
        let at = self.found.at.describe(self.source.text());
        let (code, message) = match &self.found.problem {
            Problem::Expected(what) => ("expected-token", format!("expected {what}, found {at}")),
            Problem::Unclosed { open, closer } => {
                let open = self.source.slice(*open);
                ("unclosed-bracket", format!("`{open}` is not closed: expected `{closer}`, found {at}"))
            }
            Problem::Statement => ("unexpected-token", self.statement(&at)),
            Problem::Expression => ("unexpected-token", self.expression(&at)),
            Problem::Extra => ("unexpected-token", format!("expected an operator or a closing bracket, found {at}")),
            Problem::Name(what) => ("expected-name", format!("expected {what}, found {at}")),
            Problem::PropertyKey { call: true } => {
                ("unexpected-token", format!("expected the name of an argument, found {at}"))
            }
            Problem::PropertyKey { call: false } => {
                ("unexpected-token", format!("expected the key of a property, found {at}"))
            }
            Problem::MissingKey if self.name_before().is_some() => ("expected-token", self.comma_before()),
            Problem::MissingKey => ("missing-key", "expected the key of a property before `:`".to_owned()),
            Problem::MissingProperty => ("missing-property", "expected a property before `,`".to_owned()),
            Problem::MissingValue => ("missing-value", format!("expected a value after `:`, found {at}")),
            Problem::MissingComma { .. } if at == "`:`" && self.name_before().is_some() => {
                ("expected-token", self.comma_before())
            }
            Problem::MissingComma { call } => {
                let what = if *call { "arguments" } else { "properties" };
                ("expected-token", format!("expected `,` between {what}, found {at}"))
            }
            Problem::MissingWith => {
                ("expected-token", format!("expected `:`, `,` or `with` after the first name, found {at}"))
            }
            Problem::MixedProperties { call } => {
                let what = if *call { "arguments" } else { "properties" };
                ("mixed-properties", format!("{what} with and without values stand side by side"))
            }
            Problem::KeyAlone { .. } => ("missing-value", "a key in quotes needs a value".to_owned()),
            Problem::EmptyIndex => ("missing-index", "expected an index or a name between `[` and `]`".to_owned()),
            Problem::PipeTarget => ("pipe-target", "the right side of `|>` must be a call".to_owned()),
            Problem::OptionTarget => ("expected-token", format!("expected `option name = value`, found {at}")),
            Problem::Attributes => ("unexpected-token", "expected a statement after the attribute".to_owned()),
            Problem::UnclosedString => ("unterminated-string", "the string is not closed by `\"`".to_owned()),
            Problem::Escape(EscapeProblem::Unknown(span)) => {
                ("invalid-escape", format!("unknown escape `{}` in a string", self.source.slice(*span)))
            }
            Problem::Escape(EscapeProblem::Hex(_)) => {
                ("invalid-escape", "expected two hexadecimal digits after `\\x`".to_owned())
            }
            Problem::Escape(EscapeProblem::Utf8) => {
                ("invalid-escape", "the bytes written as `\\x…` are not UTF-8".to_owned())
            }
            Problem::Interpolation => ("unexpected-token", "expected a plain string, found one with `${…}`".to_owned()),
            Problem::LeadingZero => ("invalid-literal", format!("{at} starts with `0`")),
            Problem::IntegerRange => ("invalid-literal", format!("{at} does not fit 64 bits")),
            Problem::Time => ("invalid-literal", format!("{at} does not exist")),
            Problem::TimeOffset => ("invalid-literal", format!("{at} has no offset from UTC")),
            Problem::Regexp(reason) => ("invalid-regexp", format!("the regular expression is not valid: {reason}")),
            Problem::TooManyRegexps => ("too-many-regexps", "the text holds too many regular expressions".to_owned()),
            Problem::TooDeep => ("nested-too-deep", "program is nested too deep".to_owned()),
            Problem::Juxtaposed => {
                ("juxtaposed-expressions", "expected an operator between two expressions".to_owned())
            }
            Problem::MissingReturn { .. } => {
                ("missing-return", "expected `return` at the end of the function".to_owned())
            }
            Problem::EarlyReturn => ("early-return", "`return` is not the last statement of the function".to_owned()),
            Problem::OuterReturn => ("outer-return", "`return` stands outside of a function".to_owned()),
            Problem::Misplaced(what) => ("misplaced-statement", format!("`{what}` cannot stand in a function")),
        };
        let code = match self.found.at.kind {
            TokenKind::Illegal if matches!(code, "unexpected-token" | "expected-token") => "invalid-character",
            _ => code,
        };
        (code, message)
    }

    fn statement(&self, at: &str) -> String {
        match self.found.at.kind {
            TokenKind::RightParen | TokenKind::RightBracket | TokenKind::RightBrace => {
                format!("{at} closes no bracket")
            }
            TokenKind::Assign => "unexpected `=`: only a single name can be bound".to_owned(),
            TokenKind::Illegal => format!("unexpected {at}, which has no meaning in Flux"),
            _ => format!("expected a statement, found {at}"),
        }
    }

    fn expression(&self, at: &str) -> String {
        match self.found.at.kind {
            TokenKind::Illegal => format!("expected an expression, found {at}, which has no meaning in Flux"),
            _ => format!("expected an expression, found {at}"),
        }
    }

    /// Returns where the problem is reported, and a label for the exact place if that is another one.
    fn places(&self) -> (Span, Option<(Span, String)>) {
        let Found { problem, at, node, .. } = self.found;
        let exact = match problem {
            Problem::UnclosedString => return (self.first_line(*node), None),
            Problem::MissingComma { .. } | Problem::MissingKey if at.kind == TokenKind::Colon => {
                self.name_before().unwrap_or(at.span)
            }
            Problem::Escape(EscapeProblem::Unknown(span) | EscapeProblem::Hex(span)) => *span,
            _ => at.span,
        };
        if exact.start == node.start {
            return (exact, None);
        }
        let text = match problem {
            Problem::Escape(_) => "here".to_owned(),
            Problem::Expected(what) | Problem::Name(what) => format!("expected {what} here"),
            Problem::MissingComma { .. } | Problem::MissingKey => "expected `,` before this".to_owned(),
            Problem::MixedProperties { .. } => "this one differs from the first".to_owned(),
            Problem::KeyAlone { .. } => "this has no value".to_owned(),
            Problem::Unclosed { closer, .. } => format!("expected `{closer}` here"),
            _ => format!("found {} here", at.describe(self.source.text())),
        };
        (self.first_line(*node), Some((exact, text)))
    }

    /// Cuts a span at the end of its first line.
    fn first_line(&self, span: Span) -> Span {
        let length = self.source.slice(span).find(['\n', '\r']).unwrap_or((span.end - span.start) as usize);
        Span::new(span.start, span.start + length as u32)
    }

    fn note(&self) -> Option<String> {
        let note = match (&self.found.problem, self.found.at.kind) {
            (Problem::Expression | Problem::Extra, TokenKind::Div) => {
                "a regular expression stands between two `/`, and needs the second one"
            }
            (Problem::Statement | Problem::Expression | Problem::Name(_), TokenKind::Keyword(_)) => {
                "keywords are never names"
            }
            (Problem::TooDeep, _) => {
                "a value that is called or looked into again and again, and signs in a row, count as nesting, too"
            }
            (Problem::IntegerRange, TokenKind::Int) => "the largest integer is `9223372036854775807`",
            _ => return None,
        };
        Some(note.to_owned())
    }

    fn help(&self) -> Option<String> {
        let help = match &self.found.problem {
            Problem::Statement => self.statement_help()?,
            Problem::Expression | Problem::Extra => self.expression_help()?,
            Problem::Name("the name of a member") => return self.member_help(),
            Problem::PropertyKey { call: true } => self.argument_help(),
            Problem::PropertyKey { call: false } | Problem::MissingComma { call: false } => self.property_help()?,
            Problem::MissingComma { call: true } if self.found.at.kind == TokenKind::Colon => return None,
            Problem::MissingComma { call: true } => self.argument_help(),
            Problem::MissingKey => return None,
            Problem::KeyAlone { call: true } => "arguments are given by name: `f(x: 1)`",
            Problem::MixedProperties { call: true } => "write all of them as `name: value`",
            Problem::MixedProperties { call: false } => "write all of them as `key: value`",
            Problem::PipeTarget => "call the function: `x |> f()`",
            Problem::Escape(EscapeProblem::Unknown(_)) => {
                "the escapes are `\\n`, `\\r`, `\\t`, `\\\\`, `\\\"`, `\\${` and `\\xHH`; write other characters as they are"
            }
            Problem::Interpolation => "write the text without `${…}`",
            Problem::LeadingZero => "write it without the zeros in front",
            Problem::Time => "a time is written `2021-06-07` or `2021-06-07T08:09:10Z`",
            Problem::TimeOffset => "end it in `Z` or in an offset such as `+02:00`",
            Problem::TooDeep => "bind parts of it to names of their own",
            Problem::Juxtaposed => "separate the elements with `,`, or join them with an operator",
            Problem::MissingReturn { .. } => "end the block in `return value`, or write the body without braces",
            Problem::EarlyReturn => "remove what follows, or the `return`",
            Problem::Misplaced(_) => "move it out of the function",
            Problem::Expected("`=>` and the body of a function") => self.arrow_help()?,
            Problem::Unclosed { .. } => self.bracket_help()?,
            Problem::UnclosedString => "a string ends at the next `\"`; a quote inside of it is written `\\\"`",
            _ => self.character_help()?,
        };
        Some(help.to_owned())
    }

    fn statement_help(&self) -> Option<&'static str> {
        Some(match self.found.at.kind {
            TokenKind::Arrow => "parameters stand in parentheses, as bare names: `(a, b) => a + b`",
            TokenKind::Assign if self.before("+-*/%") => "a name is bound once; bind the new value to another name",
            TokenKind::Assign => "`==` compares; the members of a record are set with `{r with a: 1}`",
            TokenKind::Colon if self.follows(Span::at(self.found.at.span.end), '=') => "a name is bound by `=`",
            TokenKind::Colon => "a function that returns a record has it in parentheses: `(x) => ({a: x})`",
            TokenKind::Question => "a choice is written `if test then a else b`",
            TokenKind::Keyword(Keyword::Import) => "imports stand at the top of the file",
            TokenKind::Keyword(Keyword::Package) => "the package clause is the first line of the file",
            TokenKind::Keyword(Keyword::Then | Keyword::Else) => "a choice is written `if test then a else b`",
            TokenKind::PipeForward => "a pipe starts with a value: `x |> f()`",
            TokenKind::Dot => "a label cannot start a statement",
            _ => return self.character_help(),
        })
    }

    fn expression_help(&self) -> Option<&'static str> {
        Some(match self.found.at.kind {
            TokenKind::Keyword(Keyword::If) => "put the choice in parentheses: `1 + (if test then a else b)`",
            TokenKind::Keyword(Keyword::Not | Keyword::Exists) => "put it in parentheses: `a == (not b)`",
            TokenKind::Gt if self.before("-") => "a function is written `(a) => a`",
            TokenKind::Gt if self.before("<") => "`!=` compares for difference",
            TokenKind::Arrow => "parameters stand in parentheses, as bare names: `(a, b) => a + b`",
            TokenKind::Colon if self.found.problem == Problem::Extra => "parameters are bare names, and have no types",
            TokenKind::Colon => "separate the elements with `,`",
            TokenKind::Assign if self.before("+-*/%") => "a name is bound once; bind the new value to another name",
            TokenKind::Assign => "`==` compares; a name can only be bound in a statement of its own",
            TokenKind::Add | TokenKind::Sub if self.before("+-") => "there is no such operator; write `a + 1`",
            _ => return self.character_help(),
        })
    }

    /// Returns help for characters that mean something elsewhere.
    fn character_help(&self) -> Option<&'static str> {
        if self.found.at.kind != TokenKind::Illegal {
            return None;
        }
        Some(match self.source.slice(self.found.at.span).chars().next()? {
            ';' => "statements need no separator, and lists take `,`",
            '\'' | '`' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' => {
                "strings stand in double quotes: `\"text\"`"
            }
            '!' => "write `not`",
            '&' => "write `and`",
            '|' => "write `or`, or `|>` to pipe",
            '#' => "comments start with `//`",
            '$' => "`${…}` stands in strings only",
            '@' => "the name of an attribute follows `@` at once",
            '~' => "`=~` and `!~` match a regular expression",
            '\u{feff}' => "save the file without a byte order mark",
            '\0' => "the file may not be text; save it as UTF-8",
            '\u{300}'..='\u{36f}' => "write the letter and its accent as one character",
            character if character.is_whitespace() || character.is_control() => "replace it with a space",
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => "remove it",
            _ => return None,
        })
    }

    fn member_help(&self) -> Option<String> {
        let at = self.found.at;
        let word = self.source.slice(at.span);
        match at.kind {
            TokenKind::Keyword(_) => Some(format!("write `[\"{word}\"]` instead of `.{word}`")),
            TokenKind::String => Some("write the name in brackets: `r[\"name\"]`".to_owned()),
            _ => None,
        }
    }

    fn argument_help(&self) -> &'static str {
        match self.found.at.kind {
            TokenKind::Assign => "arguments are written with `:`: `f(x: 1)`",
            TokenKind::Keyword(Keyword::Return) => "a function is written `f = (x) => { return x }`",
            TokenKind::Arrow => "a function as an argument is written `f(fn: (r) => r)`",
            _ => "arguments are given by name: `f(x: 1)`",
        }
    }

    fn property_help(&self) -> Option<&'static str> {
        Some(match self.found.at.kind {
            TokenKind::Assign => "properties are written with `:`: `{a: 1}`",
            TokenKind::Keyword(Keyword::Return) => "a function is written `f = (x) => { return x }`",
            TokenKind::Keyword(_) => "a keyword as a key stands in quotes: `{\"if\": 1}`",
            TokenKind::Quote => "keys have no `${…}`",
            TokenKind::Colon => return None,
            TokenKind::Int | TokenKind::Float => "keys are names or strings; `[1: \"a\"]` is a dictionary",
            _ => return self.character_help(),
        })
    }

    fn arrow_help(&self) -> Option<&'static str> {
        Some(match self.found.at.kind {
            TokenKind::LeftBrace | TokenKind::Assign => "a function is written `(a, b) => { return a + b }`",
            TokenKind::Colon => "parameters are bare names, and have no types",
            _ => return self.character_help(),
        })
    }

    fn bracket_help(&self) -> Option<&'static str> {
        Some(match self.found.at.kind {
            TokenKind::Colon => "keys and values stand in all elements or in none; parameters have no types",
            TokenKind::Assign => "`==` compares; a name can only be bound in a statement of its own",
            _ => return self.character_help(),
        })
    }

    /// Returns the place of the name or string before the problem, which looks like the key of another property.
    fn name_before(&self) -> Option<Span> {
        let before = self.source.slice(self.found.after);
        let name = before.starts_with(|first: char| first == '"' || first == '_' || first.is_alphabetic());
        name.then_some(self.found.after)
    }

    fn comma_before(&self) -> String {
        match self.source.slice(self.found.after) {
            name if name.starts_with('"') => "expected `,` before the next key".to_owned(),
            name => format!("expected `,` before `{name}`"),
        }
    }

    /// Whether the token before the problem is one of `symbols`, right before it.
    fn before(&self, symbols: &str) -> bool {
        let Found { at, after, .. } = self.found;
        let before = self.source.slice(*after);
        after.end == at.span.start && !before.is_empty() && symbols.contains(before)
    }

    /// Whether `symbol` stands at the end of `span`.
    fn follows(&self, span: Span, symbol: char) -> bool {
        self.source.text().get(span.end as usize..).is_some_and(|rest| rest.starts_with(symbol))
    }
}

/// Returns why a pattern does not compile, on one line.
pub(crate) fn regexp_reason(error: &regex::Error) -> Box<str> {
    let text = match error {
        regex::Error::CompiledTooBig(_) => "it is too large".to_owned(),
        regex::Error::Syntax(text) => text.rsplit("error: ").next().unwrap_or_default().trim().replace('\n', " "),
        _ => "it cannot be compiled".to_owned(),
    };
    text.into_boxed_str()
}
