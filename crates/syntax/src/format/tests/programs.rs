//! Makes programs: every kind of syntax, at random but always the same, with blanks and comments between the tokens.

/// Makes the program number `seed`; with `comments`, some stand between its tokens.
pub(super) fn program(seed: u64, comments: bool) -> String {
    let mut maker = Maker { state: seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1, tokens: Vec::new() };
    maker.file();
    maker.join(comments)
}

/// How tightly what is made must bind.
const OPEN: u32 = 0;
const PIPE: u32 = 8;
const POSTFIX: u32 = 10;

struct Maker {
    state: u64,
    tokens: Vec<String>,
}

impl Maker {
    fn number(&mut self, below: u64) -> u64 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        (self.state >> 20) % below
    }

    fn one_in(&mut self, times: u64) -> bool {
        self.number(times) == 0
    }

    fn pick(&mut self, words: &[&str]) -> String {
        words[self.number(words.len() as u64) as usize].to_owned()
    }

    fn put(&mut self, tokens: &str) {
        self.tokens.extend(tokens.split(' ').map(str::to_owned));
    }

    fn name(&mut self) {
        let name = self.pick(&[
            "a",
            "b",
            "r",
            "with",
            "where",
            "stream",
            "tables",
            "größe",
            "aQuiteLongNameOfAVariable",
            "aVeryMuchLongerNameThatFillsAConsiderablePartOfTheLine",
        ]);
        self.tokens.push(name);
    }

    fn string(&mut self) {
        let string = self.pick(&[
            "\"\"",
            "\"a\"",
            r#""b \"c\" \\ \t \x41 \${d} $ $$""#,
            "\"two  \n  lines // no comment\"",
            "\"a text that is long enough to matter for the question of what fits a line\"",
        ]);
        self.tokens.push(string);
    }

    fn file(&mut self) {
        if self.one_in(3) {
            self.attributes();
            self.put("package p");
        }
        for _ in 0..self.number(3) {
            self.attributes();
            self.put("import");
            if self.one_in(2) {
                self.name();
            }
            self.string();
        }
        for _ in 0..=self.number(4) {
            self.attributes();
            match self.number(8) {
                0 => {
                    self.put("option");
                    if self.one_in(2) {
                        self.put("task .");
                    }
                    self.name();
                    self.put("=");
                    self.expression(OPEN, 4);
                }
                1 => {
                    self.put("builtin f :");
                    self.type_expr();
                    // Some words would belong to the type.
                    self.put("x = 1");
                }
                2 => {
                    self.put("testcase t");
                    if self.one_in(2) {
                        self.put("extends");
                        self.string();
                    }
                    self.put("{");
                    for _ in 0..self.number(3) {
                        self.put("x =");
                        self.expression(OPEN, 3);
                    }
                    self.put("}");
                }
                3 => {
                    // A name would be called by a parenthesis, and an attribute would take it.
                    self.put("x = 1 y");
                    self.operators_after(4);
                }
                _ => {
                    self.name();
                    self.put("=");
                    self.expression(OPEN, 5);
                }
            }
        }
    }

    fn attributes(&mut self) {
        while self.one_in(8) {
            self.put("@edition (");
            self.items(|maker| maker.string());
            self.put(")");
        }
    }

    fn operators_after(&mut self, depth: u32) {
        let operator = self.pick(&["+", "-", "*", "/", "%", "^", "==", "<", "and", "or", "=~"]);
        self.tokens.push(operator);
        self.expression(POSTFIX, depth);
    }

    /// Up to six items with commas between them, sometimes with one after the last.
    fn items(&mut self, mut item: impl FnMut(&mut Self)) {
        let count = self.number(7).min(self.number(7));
        for index in 0..count {
            item(self);
            if index + 1 < count || self.one_in(3) {
                self.put(",");
            }
        }
    }

    fn expression(&mut self, least: u32, depth: u32) {
        if depth == 0 {
            return self.operand(0);
        }
        let depth = depth - 1;
        let level = self.number(13) as u32;
        if level < least || self.one_in(8) {
            self.put("(");
            self.expression(OPEN, depth);
            return self.put(")");
        }
        match level {
            0 if self.one_in(2) => {
                self.put("if");
                self.expression(OPEN, depth);
                self.put("then");
                self.expression(OPEN, depth);
                self.put("else");
                self.expression(OPEN, depth);
            }
            0 => self.function(depth),
            1 => self.binary(level, &["or"], depth),
            2 => self.binary(level, &["and"], depth),
            3 => {
                let operator = self.pick(&["not", "exists"]);
                self.tokens.push(operator);
                self.expression(level, depth);
            }
            4 => self.binary(level, &["==", "!=", "<", "<=", ">", ">=", "=~", "!~"], depth),
            5 => self.binary(level, &["+", "-"], depth),
            6 => self.binary(level, &["*", "/", "%"], depth),
            7 => self.binary(level, &["^"], depth),
            PIPE => {
                self.expression(PIPE, depth);
                for _ in 0..=self.number(3) {
                    self.put("|>");
                    self.call(depth);
                }
            }
            9 => {
                let operator = self.pick(&["-", "+"]);
                self.tokens.push(operator);
                self.expression(9, depth);
            }
            POSTFIX => match self.number(4) {
                0 => {
                    self.expression(POSTFIX, depth);
                    // The space keeps a number from taking the point.
                    self.put(". a");
                }
                1 => {
                    self.expression(POSTFIX, depth);
                    self.put("[");
                    if self.one_in(2) {
                        self.string();
                    } else {
                        self.expression(OPEN, depth);
                    }
                    self.put("]");
                }
                _ => self.call(depth),
            },
            _ => self.operand(depth),
        }
    }

    fn binary(&mut self, level: u32, operators: &[&str], depth: u32) {
        self.expression(level, depth);
        let operator = self.pick(operators);
        self.tokens.push(operator);
        self.expression(level + 1, depth);
    }

    fn call(&mut self, depth: u32) {
        self.expression(POSTFIX, depth.min(1));
        self.put("(");
        self.properties(depth);
        self.put(")");
    }

    fn properties(&mut self, depth: u32) {
        let values = !self.one_in(3);
        self.items(|maker| {
            if values && maker.one_in(4) {
                maker.string();
            } else {
                maker.name();
            }
            if values {
                maker.put(":");
                maker.expression(OPEN, depth);
            }
        });
    }

    fn function(&mut self, depth: u32) {
        self.put("(");
        self.items(|maker| {
            maker.name();
            match maker.number(4) {
                0 => maker.put("= <-"),
                1 => {
                    maker.put("=");
                    maker.expression(OPEN, depth.min(2));
                }
                _ => {}
            }
        });
        self.put(") =>");
        if self.one_in(2) {
            return self.body(depth);
        }
        self.put("{");
        for _ in 0..self.number(3) {
            self.put("x =");
            self.expression(OPEN, depth);
        }
        self.put("return");
        self.expression(OPEN, depth);
        self.put("}");
    }

    /// A body that is an expression: one that starts with a brace would be a block.
    fn body(&mut self, depth: u32) {
        let start = self.tokens.len();
        self.expression(OPEN, depth);
        if self.tokens[start] == "{" {
            self.tokens.insert(start, "(".to_owned());
            self.put(")");
        }
    }

    fn operand(&mut self, depth: u32) {
        if depth > 0 {
            match self.number(8) {
                0 => {
                    self.put("[");
                    self.items(|maker| maker.expression(OPEN, depth));
                    return self.put("]");
                }
                1 => {
                    self.put("[");
                    self.expression(OPEN, depth);
                    self.put(":");
                    self.expression(OPEN, depth);
                    self.put(",");
                    self.items(|maker| {
                        maker.expression(OPEN, depth);
                        maker.put(":");
                        maker.expression(OPEN, depth);
                    });
                    return self.put("]");
                }
                2 => {
                    self.put("{");
                    if self.one_in(2) {
                        self.name();
                        self.put("with");
                    }
                    self.properties(depth);
                    return self.put("}");
                }
                3 => {
                    self.tokens.push("\"a \\n ${".to_owned());
                    self.expression(OPEN, depth);
                    self.tokens.push("} \\\" \n ${".to_owned());
                    self.expression(OPEN, depth);
                    return self.tokens.push("}\"".to_owned());
                }
                _ => {}
            }
        }
        match self.number(8) {
            0 => self.string(),
            1 => {
                let literal = self.pick(&[
                    "1",
                    "9223372036854775807",
                    ".5",
                    "1.",
                    "00.50",
                    "1h30m",
                    "2µs",
                    "2020-01-01",
                    "2020-01-01T00:00:00.120+05:00",
                    r"/a\/b\x2e\d/",
                    ".label",
                    ".\"a ${b}\"",
                    "[:]",
                    "{}",
                    "[]",
                ]);
                self.tokens.push(literal.replace("${", "\\${"));
            }
            _ => self.name(),
        }
    }

    fn type_expr(&mut self) {
        self.mono_type(3);
        if self.one_in(2) {
            self.put("where A : Addable + Divisible , B : Record");
        }
    }

    fn mono_type(&mut self, depth: u32) {
        let kind = if depth == 0 { 0 } else { self.number(7) };
        let depth = depth.saturating_sub(1);
        match kind {
            1 => {
                let open = self.pick(&["[", "stream [", "vector ["]);
                self.put(&open);
                self.mono_type(depth);
                self.put("]");
            }
            2 => {
                self.put("[");
                self.mono_type(depth);
                self.put(":");
                self.mono_type(depth);
                self.put("]");
            }
            3 => {
                self.put("{");
                if self.one_in(2) {
                    self.put("A with");
                }
                self.put("a :");
                self.mono_type(depth);
                self.put(",");
                self.items(|maker| {
                    maker.string();
                    maker.put(":");
                    maker.mono_type(depth);
                });
                self.put("}");
            }
            4 | 5 => {
                self.put("(");
                self.items(|maker| {
                    match maker.number(4) {
                        0 => maker.put("?"),
                        1 => maker.put("<-"),
                        _ => {}
                    }
                    maker.put("a :");
                    maker.mono_type(depth);
                });
                self.put(") =>");
                self.mono_type(depth);
            }
            _ => {
                let name = self.pick(&["int", "A", "string", "dynamic", ".label"]);
                self.tokens.push(name);
            }
        }
    }

    /// Joins the tokens.
    fn join(mut self, comments: bool) -> String {
        let mut text = String::new();
        let mut count = 0;
        let tokens = std::mem::take(&mut self.tokens);
        for token in tokens {
            text.push_str(&token);
            match self.number(if comments { 24 } else { 20 }) {
                0 => text.push('\n'),
                1 => text.push_str("\n\n \n\t"),
                2 => text.push_str("  \r\n"),
                20 | 21 => {
                    count += 1;
                    text.push_str(&format!(" // line end {count} \n"));
                }
                22 => {
                    count += 1;
                    text.push_str(&format!("\n\t//own line {count}\r\n"));
                }
                23 => {
                    count += 2;
                    text.push_str(&format!(" // one {count}\n\n\n// two {count}\n\n"));
                }
                _ => text.push(' '),
            }
        }
        text
    }
}
