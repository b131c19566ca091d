//! Flux's dialect of regular expressions, which is Go's, in the words of the `regex` crate.
//!
//! The two differ in small things: `\d`, `\w`, `\s` and `\b` are ASCII in Go; `\Q…\E` quotes; octal escapes exist; several
//! groups may have one name; and the set operations `&&`, `--` and `~~` and nested classes do not exist.

use ecow::EcoString;

/// A pattern as the `regex` crate has to read it; its groups have numbers only.
pub(super) struct Translated {
    pub(super) text: String,
    /// The names of groups, with their numbers.
    pub(super) names: Vec<(EcoString, usize)>,
}

/// Translates `pattern`, or returns what Go does not know in it.
pub(super) fn translate(pattern: &str) -> Result<Translated, String> {
    let text = String::with_capacity(pattern.len() + 16);
    let mut translator = Translator { rest: pattern, text, repeated: Repeated::No, groups: 0, names: Vec::new() };
    while let Some(next) = translator.take() {
        let repeated = translator.repeated;
        translator.repeated = Repeated::No;
        match next {
            '\\' => translator.escape(false)?,
            '[' => translator.class()?,
            '(' => translator.group()?,
            '*' | '+' | '?' => translator.repeat(repeated, next)?,
            '{' => match translator.count()? {
                Some(count) => {
                    translator.repeat(repeated, next)?;
                    translator.text.push_str(count);
                }
                // Braces that hold no count stand for themselves.
                None => translator.text.push_str("\\{"),
            },
            other => translator.text.push(other),
        }
    }
    Ok(Translated { text: translator.text, names: translator.names })
}

/// Largest count of a repetition.
const MOST_REPETITIONS: u32 = 1000;

/// Whether the last thing read was a repetition.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Repeated {
    No,
    /// `a*`, which a `?` may follow.
    Greedy,
    /// `a*?`
    Lazy,
}

struct Translator<'a> {
    rest: &'a str,
    text: String,
    repeated: Repeated,
    /// How many groups were opened.
    groups: usize,
    names: Vec<(EcoString, usize)>,
}

impl<'a> Translator<'a> {
    fn take(&mut self) -> Option<char> {
        let next = self.rest.chars().next()?;
        self.rest = &self.rest[next.len_utf8()..];
        Some(next)
    }

    fn skip(&mut self, prefix: &str) -> bool {
        match self.rest.strip_prefix(prefix) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// Adds an operator of repetition; a repetition cannot be repeated.
    fn repeat(&mut self, before: Repeated, operator: char) -> Result<(), String> {
        self.repeated = match (before, operator) {
            (Repeated::No, _) => Repeated::Greedy,
            (Repeated::Greedy, '?') => Repeated::Lazy,
            _ => return Err(format!("invalid nested repetition operator: `{operator}`")),
        };
        self.text.push(operator);
        Ok(())
    }

    /// Takes the rest of a count such as `{2,3}`, if one stands here.
    fn count(&mut self) -> Result<Option<&'a str>, String> {
        let Some(end) = self.rest.find('}') else { return Ok(None) };
        let (inside, _) = self.rest.split_at(end);
        let (least, most) = inside.split_once(',').unwrap_or((inside, ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if least.is_empty() || !digits(least) || !digits(most) {
            return Ok(None);
        }
        for number in [least, most].into_iter().filter(|number| !number.is_empty()) {
            if number.parse().is_ok_and(|count: u32| count <= MOST_REPETITIONS) {
                continue;
            }
            return Err(format!("invalid repeat count: `{{{inside}}}`"));
        }
        let (count, rest) = self.rest.split_at(end + 1);
        self.rest = rest;
        Ok(Some(count))
    }

    /// Translates what opens a group, after its parenthesis.
    fn group(&mut self) -> Result<(), String> {
        self.text.push('(');
        if self.skip("?P<") || !self.rest.starts_with("?<=") && !self.rest.starts_with("?<!") && self.skip("?<") {
            let (name, rest) = self.rest.split_once('>').unwrap_or_default();
            if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
                return Err("invalid named capture".to_owned());
            }
            self.rest = rest;
            self.groups += 1;
            self.names.push((name.into(), self.groups));
        } else if ["?=", "?!", "?<"].iter().any(|start| self.rest.starts_with(start)) {
            return Err("look-around, including look-ahead and look-behind, is not supported".to_owned());
        } else if let Some(flags) = self.rest.strip_prefix('?') {
            let length = flags.bytes().take_while(|byte| b"imsU-".contains(byte)).count();
            if !flags[length..].starts_with([':', ')']) {
                let shown: String = self.rest.chars().take(2).collect();
                return Err(format!("invalid or unsupported Perl syntax: `({shown}`"));
            }
            let (flags, rest) = self.rest.split_at(length + 1);
            self.text.push_str(flags);
            self.rest = rest;
        } else {
            self.groups += 1;
        }
        Ok(())
    }

    /// Translates what follows a backslash.
    fn escape(&mut self, in_class: bool) -> Result<(), String> {
        let Some(next) = self.take() else { return Err("trailing backslash at end of expression: ``".to_owned()) };
        let replacement = match (next, in_class) {
            ('d', false) => "[0-9]",
            ('D', false) => "[^0-9]",
            ('w', false) => "[0-9A-Za-z_]",
            ('W', false) => "[^0-9A-Za-z_]",
            ('s', false) => "[\\t\\n\\f\\r ]",
            ('S', false) => "[^\\t\\n\\f\\r ]",
            ('d', true) => "0-9",
            ('D', true) => "[^0-9]",
            ('w', true) => "0-9A-Za-z_",
            ('W', true) => "[^0-9A-Za-z_]",
            ('s', true) => "\\t\\n\\f\\r ",
            ('S', true) => "[^\\t\\n\\f\\r ]",
            ('b', false) => "(?-u:\\b)",
            ('B', false) => "(?-u:\\B)",
            ('Q', false) => return self.quoted(),
            ('E', false) => "",
            ('0'..='7', _) => return self.octal(next),
            ('a' | 'f' | 't' | 'n' | 'r' | 'v' | 'x' | 'p' | 'P', _) | ('A' | 'z', false) => {
                return self.kept(next);
            }
            (letter, _) if letter.is_ascii_alphanumeric() || letter == '_' || !letter.is_ascii() => {
                return Err(format!("invalid escape sequence: `\\{letter}`"));
            }
            (punctuation, _) => {
                self.text.push_str(&regex::escape(punctuation.encode_utf8(&mut [0; 4])));
                return Ok(());
            }
        };
        self.text.push_str(replacement);
        Ok(())
    }

    /// Keeps an escape and the braces that belong to it; a `^` in them inverts a class.
    fn kept(&mut self, letter: char) -> Result<(), String> {
        let braces = matches!(letter, 'x' | 'p' | 'P') && self.rest.starts_with('{');
        let end = if braces { self.rest.find('}').map(|end| end + 1) } else { Some(0) };
        let Some(end) = end else { return Err(format!("invalid escape sequence: `\\{letter}{{`")) };
        let (inside, rest) = self.rest.split_at(end);
        self.rest = rest;
        self.text.push('\\');
        match inside.strip_prefix("{^") {
            Some(name) => self.text.extend([if letter == 'p' { "P{" } else { "p{" }, name]),
            None => {
                self.text.push(letter);
                self.text.push_str(inside);
            }
        }
        Ok(())
    }

    fn quoted(&mut self) -> Result<(), String> {
        let (quoted, rest) = self.rest.split_once("\\E").unwrap_or((self.rest, ""));
        self.text.push_str(&regex::escape(quoted));
        self.rest = rest;
        Ok(())
    }

    /// Up to three octal digits; a single one but `0` would be a back-reference.
    fn octal(&mut self, first: char) -> Result<(), String> {
        let digits = self.rest.bytes().take(2).take_while(|byte| (b'0'..=b'7').contains(byte)).count();
        if first != '0' && digits == 0 {
            return Err(format!("invalid escape sequence: `\\{first}`"));
        }
        let (more, rest) = self.rest.split_at(digits);
        let code = u32::from_str_radix(&format!("{first}{more}"), 8).unwrap_or_default();
        self.text.push_str(&format!("\\x{{{code:x}}}"));
        self.rest = rest;
        Ok(())
    }

    /// Translates a class after its `[`: everything in it but escapes, ranges and POSIX names stands for itself.
    fn class(&mut self) -> Result<(), String> {
        self.text.push('[');
        if self.skip("^") {
            self.text.push('^');
        }
        if self.skip("]") {
            self.text.push_str("\\]");
        }
        loop {
            let Some(next) = self.take() else { return Err("missing closing ]".to_owned()) };
            match next {
                ']' => {
                    self.text.push(']');
                    return Ok(());
                }
                '[' if self.rest.starts_with(':') && self.rest.contains(":]") => {
                    let end = self.rest.find(":]").map_or(self.rest.len(), |at| at + 2);
                    let (name, rest) = self.rest.split_at(end);
                    self.text.push('[');
                    self.text.push_str(name);
                    self.rest = rest;
                }
                first => {
                    self.class_character(first)?;
                    if self.rest.starts_with('-') && !self.rest.starts_with("-]") && self.rest.len() > 1 {
                        self.take();
                        self.text.push('-');
                        if let Some(last) = self.take() {
                            self.class_character(last)?;
                        }
                    }
                }
            }
        }
    }

    /// Translates a character of a class; all but escapes stand for themselves.
    fn class_character(&mut self, character: char) -> Result<(), String> {
        match character {
            '\\' => return self.escape(true),
            '[' | '&' | '~' | '-' => self.text.push('\\'),
            _ => {}
        }
        self.text.push(character);
        Ok(())
    }
}
