//! Finds the first syntax error of a JSON text and words it as the real server does.

/// How deep arrays and objects may be nested; the real server allows more, but no request of its API needs it.
const MAX_DEPTH: usize = 120;

/// What may come next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Expect {
    Value,
    /// A value or the end of the array that has just begun.
    FirstElement,
    Key,
    /// A key or the end of the object that has just begun.
    FirstKey,
    Colon,
    CommaOrEnd,
}

struct Scanner<'a> {
    bytes: &'a [u8],
    position: usize,
}

/// Returns the part of `bytes` that is the first JSON value; what follows the value is not looked at.
///
/// # Errors
///
/// Returns the words for the first thing that is wrong.
pub(crate) fn first_value(bytes: &[u8]) -> Result<&[u8], String> {
    let mut scanner = Scanner { bytes, position: 0 };
    scanner.skip_blanks();
    if scanner.peek().is_none() {
        return Err("EOF".to_owned());
    }
    scanner.value()?;
    Ok(bytes.get(..scanner.position).unwrap_or_default())
}

impl Scanner<'_> {
    fn value(&mut self) -> Result<(), String> {
        // The brackets that are open; a list instead of recursion, as the depth is up to the client.
        let mut open: Vec<u8> = Vec::new();
        let mut expect = Expect::Value;
        loop {
            self.skip_blanks();
            let byte = self.peek().ok_or_else(unexpected_end)?;
            let ended = match (expect, byte) {
                (Expect::Value | Expect::FirstElement, b'{' | b'[') => {
                    if open.len() >= MAX_DEPTH {
                        return Err(unexpected(byte, "exceeded max depth"));
                    }
                    open.push(byte);
                    self.position += 1;
                    expect = if byte == b'{' { Expect::FirstKey } else { Expect::FirstElement };
                    continue;
                }
                (Expect::FirstElement, b']') | (Expect::FirstKey, b'}') => {
                    self.position += 1;
                    open.pop();
                    true
                }
                (Expect::Value | Expect::FirstElement, _) => {
                    self.scalar(byte)?;
                    true
                }
                (Expect::Key | Expect::FirstKey, b'"') => {
                    self.string()?;
                    expect = Expect::Colon;
                    false
                }
                (Expect::Key | Expect::FirstKey, _) => {
                    return Err(unexpected(byte, "looking for beginning of object key string"));
                }
                (Expect::Colon, b':') => {
                    self.position += 1;
                    expect = Expect::Value;
                    false
                }
                (Expect::Colon, _) => return Err(unexpected(byte, "after object key")),
                (Expect::CommaOrEnd, _) => self.after_value(byte, &mut open, &mut expect)?,
            };
            if ended {
                if open.is_empty() {
                    return Ok(());
                }
                expect = Expect::CommaOrEnd;
            }
        }
    }

    /// Reads what follows a member or an element; tells whether it ended the enclosing value.
    fn after_value(&mut self, byte: u8, open: &mut Vec<u8>, expect: &mut Expect) -> Result<bool, String> {
        let in_object = open.last() == Some(&b'{');
        match byte {
            b',' => *expect = if in_object { Expect::Key } else { Expect::Value },
            b'}' if in_object => *expect = Expect::CommaOrEnd,
            b']' if !in_object => *expect = Expect::CommaOrEnd,
            _ if in_object => return Err(unexpected(byte, "after object key:value pair")),
            _ => return Err(unexpected(byte, "after array element")),
        }
        self.position += 1;
        if byte == b',' {
            return Ok(false);
        }
        open.pop();
        Ok(true)
    }

    fn scalar(&mut self, first: u8) -> Result<(), String> {
        match first {
            b'"' => self.string(),
            b't' => self.literal("true"),
            b'f' => self.literal("false"),
            b'n' => self.literal("null"),
            b'-' | b'0'..=b'9' => self.number(),
            _ => Err(unexpected(first, "looking for beginning of value")),
        }
    }

    fn literal(&mut self, word: &str) -> Result<(), String> {
        for expected in word.bytes() {
            let byte = self.take()?;
            if byte != expected {
                let note = format!("in literal {word} (expecting '{}')", char::from(expected));
                return Err(unexpected(byte, &note));
            }
        }
        Ok(())
    }

    fn string(&mut self) -> Result<(), String> {
        self.position += 1;
        loop {
            match self.take()? {
                b'"' => return Ok(()),
                b'\\' => match self.take()? {
                    b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => {}
                    b'u' => {
                        for _ in 0..4 {
                            let byte = self.take()?;
                            if !byte.is_ascii_hexdigit() {
                                return Err(unexpected(byte, "in \\u hexadecimal character escape"));
                            }
                        }
                    }
                    other => return Err(unexpected(other, "in string escape code")),
                },
                byte if byte < b' ' => return Err(unexpected(byte, "in string literal")),
                _ => {}
            }
        }
    }

    fn number(&mut self) -> Result<(), String> {
        if self.peek() == Some(b'-') {
            self.position += 1;
        }
        if self.peek() == Some(b'0') {
            self.position += 1;
        } else {
            self.digits("in numeric literal")?;
        }
        if self.peek() == Some(b'.') {
            self.position += 1;
            self.digits("after decimal point in numeric literal")?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.position += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.position += 1;
            }
            self.digits("in exponent of numeric literal")?;
        }
        Ok(())
    }

    fn digits(&mut self, place: &str) -> Result<(), String> {
        let first = self.take()?;
        if !first.is_ascii_digit() {
            return Err(unexpected(first, place));
        }
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.position += 1;
        }
        Ok(())
    }

    fn skip_blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.position += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.position).copied()
    }

    fn take(&mut self) -> Result<u8, String> {
        let byte = self.peek().ok_or_else(unexpected_end)?;
        self.position += 1;
        Ok(byte)
    }
}

fn unexpected_end() -> String {
    "unexpected EOF".to_owned()
}

fn unexpected(byte: u8, place: &str) -> String {
    let quoted = match byte {
        b'\'' => "\\'".to_owned(),
        b'"' => "\"".to_owned(),
        b'\\' => "\\\\".to_owned(),
        b'\n' => "\\n".to_owned(),
        b'\r' => "\\r".to_owned(),
        b'\t' => "\\t".to_owned(),
        0..=0x1f | 0x7f => format!("\\x{byte:02x}"),
        other => char::from(other).to_string(),
    };
    format!("invalid character '{quoted}' {place}")
}

#[cfg(test)]
mod tests;
