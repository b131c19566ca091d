//! Documents, which are text with places where lines may break, and the printer that chooses the breaks.

use std::borrow::Cow;

/// The columns that a line may have.
const WIDTH: u32 = 100;

/// The columns of one step of indentation.
const INDENT: u32 = 4;

/// A document, kept in [`Documents`]; it may stand in several others, of which one is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Doc(u32);

impl Doc {
    /// The document without text.
    pub(super) const NIL: Doc = Doc(0);
}

/// All documents of one text, and the ways to make them.
pub(super) struct Documents<'a> {
    nodes: Vec<Entry<'a>>,
    /// The parts of each [`Node::Concat`].
    parts: Vec<Doc>,
}

struct Entry<'a> {
    node: Node<'a>,
    /// Whether a line must break in it.
    forced: bool,
}

enum Node<'a> {
    /// Text with its width; it may have line breaks of its own, which are kept.
    Text(Cow<'a, str>, u32),
    /// Text that shows only where the group around it is broken.
    IfBroken(&'static str),
    /// A line break, or the text if the group around it is not broken.
    Line(&'static str),
    /// A line break in any case.
    HardLine,
    /// Nothing, but the groups around it are broken.
    Break,
    /// A comment; the next text goes on a new line.
    Comment { text: &'a str, own_line: bool },
    /// Parts one after the other: a range of [`Documents::parts`].
    Concat(u32, u32),
    /// A document whose line breaks are indented one step more.
    Nest(Doc),
    /// A document without line breaks if it fits the line, and with all of its own if not.
    Group(Doc),
    /// One of two layouts of the same text.
    Either { test: Test, first: Doc, second: Doc },
}

/// When the first of two layouts is right.
#[derive(Clone, Copy)]
pub(super) enum Test {
    /// If this document fits the line without a break.
    Flat(Doc),
    /// If the first layout fits the line up to the first break that it offers.
    Start,
}

impl<'a> Documents<'a> {
    pub(super) fn new() -> Self {
        let nil = Entry { node: Node::Concat(0, 0), forced: false };
        Self { nodes: vec![nil], parts: Vec::new() }
    }

    /// Text that is printed as it is.
    pub(super) fn text(&mut self, text: impl Into<Cow<'a, str>>) -> Doc {
        let text = text.into();
        let width = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        self.add(Node::Text(text, width), false)
    }

    pub(super) fn if_broken(&mut self, text: &'static str) -> Doc {
        self.add(Node::IfBroken(text), false)
    }

    /// A line break, or a space.
    pub(super) fn line(&mut self) -> Doc {
        self.add(Node::Line(" "), false)
    }

    /// A line break, or nothing.
    pub(super) fn soft_line(&mut self) -> Doc {
        self.add(Node::Line(""), false)
    }

    pub(super) fn hard_line(&mut self) -> Doc {
        self.add(Node::HardLine, true)
    }

    /// A line break and an empty line.
    pub(super) fn empty_line(&mut self) -> Doc {
        let line = self.hard_line();
        self.concat([line, line])
    }

    /// Breaks the groups around it.
    pub(super) fn force(&mut self) -> Doc {
        self.add(Node::Break, true)
    }

    /// A comment on its own line, or at the end of the line that is printed.
    pub(super) fn comment(&mut self, text: &'a str, own_line: bool) -> Doc {
        self.add(Node::Comment { text, own_line }, true)
    }

    pub(super) fn concat(&mut self, parts: impl IntoIterator<Item = Doc>) -> Doc {
        let start = self.parts.len();
        self.parts.extend(parts.into_iter().filter(|part| *part != Doc::NIL));
        match self.parts.get(start..).unwrap_or_default() {
            [] => Doc::NIL,
            &[only] => {
                self.parts.truncate(start);
                only
            }
            parts => {
                let forced = parts.iter().any(|part| self.forced(*part));
                let end = self.parts.len();
                self.add(Node::Concat(start as u32, end as u32), forced)
            }
        }
    }

    pub(super) fn nest(&mut self, inner: Doc) -> Doc {
        self.add(Node::Nest(inner), self.forced(inner))
    }

    pub(super) fn group(&mut self, inner: Doc) -> Doc {
        self.add(Node::Group(inner), self.forced(inner))
    }

    pub(super) fn either(&mut self, test: Test, first: Doc, second: Doc) -> Doc {
        self.add(Node::Either { test, first, second }, self.forced(first))
    }

    /// Whether a line must break in the document.
    pub(super) fn forced(&self, doc: Doc) -> bool {
        self.nodes.get(doc.0 as usize).is_some_and(|entry| entry.forced)
    }

    /// Returns the text of a document; its last line is ended.
    pub(super) fn print(&self, doc: Doc) -> String {
        let mut printer = Printer {
            documents: self,
            text: String::new(),
            column: 0,
            line_start: true,
            commented: false,
            closed: true,
            stack: vec![Item { mode: Mode::Broken, indent: 0, doc }],
            measured: Vec::new(),
        };
        printer.run();
        printer.new_line();
        printer.text
    }

    fn add(&mut self, node: Node<'a>, forced: bool) -> Doc {
        self.nodes.push(Entry { node, forced });
        Doc(self.nodes.len() as u32 - 1)
    }

    fn node(&self, doc: Doc) -> &Node<'a> {
        self.nodes.get(doc.0 as usize).map_or(&Node::Break, |entry| &entry.node)
    }
}

/// Whether the lines of a group break.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Flat,
    Broken,
}

/// A document that is still to be printed.
#[derive(Clone, Copy)]
struct Item {
    mode: Mode,
    indent: u32,
    doc: Doc,
}

struct Printer<'d, 'a> {
    documents: &'d Documents<'a>,
    text: String,
    /// How many columns of the line are taken.
    column: u32,
    /// Whether nothing stands on the line yet, not even its indentation.
    line_start: bool,
    /// Whether a comment ends the line.
    commented: bool,
    /// Whether a comment, or nothing, ends the line before.
    closed: bool,
    stack: Vec<Item>,
    /// Ranges of parts that [`Printer::fits`] has not looked at.
    measured: Vec<(Mode, u32, u32)>,
}

impl Printer<'_, '_> {
    fn run(&mut self) {
        let documents = self.documents;
        while let Some(Item { mode, indent, doc }) = self.stack.pop() {
            match documents.node(doc) {
                Node::Text(text, width) => self.write(text, *width, indent),
                Node::IfBroken(text) => {
                    if mode == Mode::Broken {
                        self.write(text, text.len() as u32, indent);
                    }
                }
                Node::Line(flat) => match mode {
                    Mode::Broken => self.new_line(),
                    Mode::Flat if self.line_start || self.commented => {}
                    Mode::Flat => self.write(flat, flat.len() as u32, indent),
                },
                Node::HardLine => self.new_line(),
                Node::Break => {}
                Node::Comment { text, own_line } => self.comment(text, *own_line, indent),
                Node::Concat(start, end) => {
                    let parts = documents.parts.get(*start as usize..*end as usize).unwrap_or_default();
                    self.stack.extend(parts.iter().rev().map(|doc| Item { mode, indent, doc: *doc }));
                }
                Node::Nest(inner) => self.stack.push(Item { mode, indent: indent + INDENT, doc: *inner }),
                Node::Group(inner) => {
                    let flat = mode == Mode::Flat || self.fits(Mode::Flat, *inner, indent);
                    let mode = if flat { Mode::Flat } else { Mode::Broken };
                    self.stack.push(Item { mode, indent, doc: *inner });
                }
                Node::Either { test, first, second } => {
                    let first_fits = mode == Mode::Flat
                        || match test {
                            Test::Flat(test) => self.fits(Mode::Flat, *test, indent),
                            Test::Start => self.fits(Mode::Broken, *first, indent),
                        };
                    self.stack.push(Item { mode, indent, doc: if first_fits { *first } else { *second } });
                }
            }
        }
    }

    /// Whether `doc` and what follows it, up to the next line break, fit the line. Looks at no more than a line's text.
    fn fits(&mut self, mode: Mode, doc: Doc, indent: u32) -> bool {
        let documents = self.documents;
        if mode == Mode::Flat && documents.forced(doc) {
            return false;
        }
        let column = if self.line_start { indent } else { self.column };
        let Some(mut room) = WIDTH.checked_sub(column) else { return false };
        self.measured.clear();
        let mut rest = self.stack.iter().rev();
        let mut next = Some((mode, doc));
        loop {
            let (mode, doc) = match next.take() {
                Some(next) => next,
                None => match self.measured.pop() {
                    Some((_, start, end)) if start == end => continue,
                    Some((mode, start, end)) => {
                        self.measured.push((mode, start + 1, end));
                        (mode, documents.parts.get(start as usize).copied().unwrap_or(Doc::NIL))
                    }
                    None => match rest.next() {
                        Some(item) => (item.mode, item.doc),
                        None => return true,
                    },
                },
            };
            let width = match documents.node(doc) {
                Node::Text(_, width) => *width,
                Node::IfBroken(text) if mode == Mode::Broken => text.len() as u32,
                Node::IfBroken(_) => 0,
                Node::Line(flat) if mode == Mode::Flat => flat.len() as u32,
                Node::Line(_) | Node::HardLine | Node::Comment { .. } => return true,
                Node::Break => 0,
                Node::Concat(start, end) => {
                    self.measured.push((mode, *start, *end));
                    0
                }
                Node::Nest(inner) | Node::Group(inner) | Node::Either { first: inner, .. } => {
                    next = Some((mode, *inner));
                    0
                }
            };
            match room.checked_sub(width) {
                Some(left) => room = left,
                None => return false,
            }
        }
    }

    fn write(&mut self, text: &str, width: u32, indent: u32) {
        if text.is_empty() {
            return;
        }
        if self.commented {
            self.new_line();
        }
        let mut text = text;
        if self.line_start {
            // A comment has taken the place before the space.
            text = text.trim_start_matches(' ');
            self.text.extend(std::iter::repeat_n(' ', indent as usize));
            self.column = indent;
            self.line_start = false;
        }
        self.text.push_str(text);
        self.column = self.column.saturating_add(width);
    }

    fn comment(&mut self, text: &str, own_line: bool, indent: u32) {
        if !own_line && self.line_start && !self.closed {
            // The line has broken between the code and its comment.
            self.text.pop();
            self.line_start = false;
            self.comment(text, own_line, indent);
            return self.new_line();
        }
        if !self.line_start && (own_line || self.commented) {
            self.new_line();
        }
        if !self.line_start {
            self.trim_line();
            self.text.push(' ');
        }
        self.write(text, 0, indent);
        self.commented = true;
    }

    fn new_line(&mut self) {
        self.trim_line();
        self.text.push('\n');
        self.column = 0;
        self.closed = self.commented || self.line_start;
        self.line_start = true;
        self.commented = false;
    }

    /// Removes the spaces that stand between the last token and the end of the line.
    fn trim_line(&mut self) {
        self.text.truncate(self.text.trim_end_matches(' ').len());
    }
}
