//! A text that ends at a cursor, cut into words: enough to see what stands before it.

use std::ops::Range;

/// What a fragment consists of, up to its end.
pub(super) struct Fragment<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    /// What is open at the end, the innermost last.
    around: Vec<Around>,
    end: End,
}

/// A call whose closing parenthesis is missing.
pub(super) struct FragmentCall<'a> {
    /// Where the function that is called stands.
    pub(super) callee: Range<usize>,
    /// The names of the arguments that it is given already.
    pub(super) given: Vec<&'a str>,
    /// The name of the argument at the end, if it has one.
    pub(super) current: Option<&'a str>,
    /// Whether the name of an argument may stand at the end.
    pub(super) expects_name: bool,
}

/// What the end of a fragment is in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum End {
    Code,
    /// A string, whose text begins there.
    String(usize),
    Comment,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Token {
    kind: Kind,
    start: usize,
    end: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Word,
    /// A string, with all that is inside of it, a number, or a regular expression.
    Literal,
    Open,
    Close,
    Sign,
}

/// What is open before the end of a string, the innermost last.
enum Around {
    Bracket(char),
    /// The string with interpolation whose first token is at this index.
    String(usize),
}

/// Words after which an operand follows.
const BEFORE_OPERANDS: [&str; 9] = ["and", "or", "not", "exists", "if", "then", "else", "return", "with"];

impl<'a> Fragment<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut fragment = Self { text, tokens: Vec::new(), around: Vec::new(), end: End::Code };
        let mut around = Vec::new();
        fragment.end = fragment.scan(&mut around);
        fragment.around = around;
        fragment
    }

    fn scan(&mut self, around: &mut Vec<Around>) -> End {
        let text = self.text;
        let mut at = 0;
        while let Some(first) = text[at..].chars().next() {
            let start = at;
            at += first.len_utf8();
            let kind = match first {
                c if c.is_whitespace() => continue,
                '/' if text[at..].starts_with('/') => match text[at..].find('\n') {
                    Some(length) => {
                        at += length;
                        continue;
                    }
                    None => return End::Comment,
                },
                '/' if !self.ends_operand() => {
                    at += text[at..].find(['/', '\n']).map_or(text.len() - at, |length| length + 1);
                    Kind::Literal
                }
                c if is_word(c) => {
                    at += text[at..].find(|c| !is_word(c)).unwrap_or(text.len() - at);
                    if c.is_ascii_digit() { Kind::Literal } else { Kind::Word }
                }
                '(' | '[' | '{' => {
                    around.push(Around::Bracket(first));
                    Kind::Open
                }
                '}' if matches!(around.last(), Some(Around::String(_))) => {
                    let Some(Around::String(first)) = around.pop() else { continue };
                    // Goes on in the string, which becomes one token at its end.
                    match self.string(at, first, around) {
                        Ok(end) => at = end,
                        Err(end) => return end,
                    }
                    continue;
                }
                ')' | ']' | '}' => {
                    around.pop();
                    Kind::Close
                }
                '"' => {
                    let first = self.tokens.len();
                    self.tokens.push(Token { kind: Kind::Literal, start, end: at });
                    match self.string(at, first, around) {
                        Ok(end) => at = end,
                        Err(end) => return end,
                    }
                    continue;
                }
                _ => Kind::Sign,
            };
            self.tokens.push(Token { kind, start, end: at });
        }
        End::Code
    }

    /// Reads on in the string whose token is at index `first`: to its end, or to the start of an interpolation.
    fn string(&mut self, from: usize, first: usize, around: &mut Vec<Around>) -> Result<usize, End> {
        let mut characters = self.text[from..].char_indices();
        while let Some((offset, character)) = characters.next() {
            let end = from + offset + character.len_utf8();
            match character {
                '\\' => {
                    characters.next();
                }
                '"' => {
                    self.tokens.truncate(first + 1);
                    if let Some(token) = self.tokens.last_mut() {
                        token.end = end;
                    }
                    return Ok(end);
                }
                '$' if self.text[end..].starts_with('{') => {
                    around.push(Around::String(first));
                    self.tokens.push(Token { kind: Kind::Open, start: end, end: end + 1 });
                    return Ok(end + 1);
                }
                _ => {}
            }
        }
        Err(End::String(self.tokens.get(first).map_or(from, |token| token.end)))
    }

    /// Returns what the end is in.
    pub(super) fn end(&self) -> End {
        self.end
    }

    /// Returns what closes all that is open at the end.
    pub(super) fn closers(&self) -> String {
        let closer = |around: &Around| match around {
            Around::Bracket('(') => ")",
            Around::Bracket('[') => "]",
            Around::Bracket(_) => "}",
            Around::String(_) => "}\"",
        };
        self.around.iter().rev().map(closer).collect()
    }

    fn ends_operand(&self) -> bool {
        self.tokens.last().is_some_and(|token| match token.kind {
            Kind::Word => !BEFORE_OPERANDS.contains(&self.word(token)),
            Kind::Literal | Kind::Close => true,
            Kind::Open | Kind::Sign => false,
        })
    }

    fn word(&self, token: &Token) -> &'a str {
        &self.text[token.start..token.end]
    }

    /// Returns the word that ends at the end, empty if none does.
    pub(super) fn prefix(&self) -> &'a str {
        match self.tokens.last() {
            Some(token) if token.kind != Kind::Sign && token.end == self.text.len() => match token.kind {
                Kind::Word => self.word(token),
                _ => "",
            },
            _ => "",
        }
    }

    /// Tells whether the end is in or right behind a number or another literal.
    pub(super) fn is_in_literal(&self) -> bool {
        self.tokens.last().is_some_and(|token| token.kind == Kind::Literal && token.end == self.text.len())
    }

    /// Returns the tokens before the word at the end.
    fn before(&self) -> &[Token] {
        let count = self.tokens.len() - usize::from(!self.prefix().is_empty());
        &self.tokens[..count]
    }

    /// Tells whether the string at the end is the path of an import.
    pub(super) fn is_import(&self) -> bool {
        let words = self.tokens.iter().rev().skip(1).take(2);
        words.take_while(|token| token.kind == Kind::Word).any(|token| self.word(token) == "import")
    }

    /// Returns where the expression stands whose member is named at the end.
    pub(super) fn object(&self) -> Option<Range<usize>> {
        let (dot, before) = self.before().split_last()?;
        if self.word(dot) != "." {
            return None;
        }
        self.operand(before)
    }

    /// Tells whether the operand that starts at `start` is piped into.
    pub(super) fn is_piped(&self, start: usize) -> bool {
        self.text[..start].trim_end().ends_with("|>")
    }

    /// Returns the call whose arguments the end is among, unless it is inside other brackets.
    pub(super) fn call(&self) -> Option<FragmentCall<'a>> {
        self.call_before(self.before().len()).and_then(|(_, call)| call)
    }

    /// Returns the calls around the end, the innermost first.
    pub(super) fn calls(&self) -> Vec<FragmentCall<'a>> {
        let mut calls = Vec::new();
        let mut count = self.before().len();
        while let Some((open, call)) = self.call_before(count) {
            calls.extend(call);
            count = open;
        }
        calls
    }

    /// Returns the index of the innermost bracket that is open after `count` tokens, and the call that it opens.
    fn call_before(&self, count: usize) -> Option<(usize, Option<FragmentCall<'a>>)> {
        let before = self.tokens.get(..count)?;
        let mut depth = 0;
        let mut given = Vec::new();
        // Whether a comma stands between the token and the end.
        let mut is_past = false;
        let mut current = None;
        for (index, token) in before.iter().enumerate().rev() {
            match token.kind {
                Kind::Close => depth += 1,
                Kind::Open if depth > 0 => depth -= 1,
                Kind::Open => {
                    let callee = if self.word(token) == "(" { self.operand(&before[..index]) } else { None };
                    let last = before.last().map(|last| self.word(last));
                    let expects_name = matches!(last, Some("(" | ","));
                    return Some((index, callee.map(|callee| FragmentCall { callee, given, current, expects_name })));
                }
                Kind::Sign if depth == 0 && self.word(token) == "," => is_past = true,
                Kind::Sign if depth == 0 && self.word(token) == ":" => {
                    let name = index.checked_sub(1).and_then(|index| before.get(index)).map(|name| self.word(name));
                    if !is_past {
                        current = name;
                    }
                    given.extend(name);
                }
                _ => {}
            }
        }
        None
    }

    /// Returns where the operand stands that ends with the last of `tokens`: a name or a bracket with what belongs to it.
    fn operand(&self, tokens: &[Token]) -> Option<Range<usize>> {
        let end = tokens.last()?.end;
        let mut index = tokens.len();
        loop {
            index = index.checked_sub(1)?;
            let token = tokens.get(index)?;
            match token.kind {
                Kind::Word if BEFORE_OPERANDS.contains(&self.word(token)) => return None,
                Kind::Word => match index.checked_sub(1).and_then(|index| tokens.get(index)) {
                    Some(dot) if self.word(dot) == "." => {
                        index -= 1;
                        continue;
                    }
                    _ => return Some(token.start..end),
                },
                Kind::Literal => return Some(token.start..end),
                Kind::Close => {
                    let mut depth = 1;
                    while depth > 0 {
                        index = index.checked_sub(1)?;
                        match tokens.get(index)?.kind {
                            Kind::Close => depth += 1,
                            Kind::Open => depth -= 1,
                            _ => {}
                        }
                    }
                    let open = tokens.get(index)?;
                    // What stands right before the bracket is called or looked into.
                    let belongs = index.checked_sub(1).and_then(|index| tokens.get(index)).is_some_and(|token| {
                        let operand = match token.kind {
                            Kind::Word => !BEFORE_OPERANDS.contains(&self.word(token)),
                            Kind::Close => true,
                            _ => false,
                        };
                        operand && token.end == open.start
                    });
                    if !belongs {
                        return Some(open.start..end);
                    }
                }
                Kind::Open | Kind::Sign => return None,
            }
        }
    }
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}
