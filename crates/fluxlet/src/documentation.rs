//! What packages say about themselves: the comments above their declarations, with the declared types.

use fluxlet_semantic::{ImportError, Importer};
use fluxlet_syntax::ast::{Attribute, File, Ident, Node, Statement, StatementKind};
use fluxlet_syntax::{Limits, Source, Span};

use crate::Engine;

/// What a package says about itself.
///
/// ```
/// let package = fluxlet::Engine::new()?.document("strings").expect("it is in the library");
/// assert_eq!(package.path, "strings");
/// assert!(package.members.iter().any(|member| member.name == "toUpper"));
/// # Ok::<(), fluxlet::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct PackageDoc {
    /// The import path.
    pub path: String,
    /// The comment above its package clause, without `//`; empty if there is none.
    pub text: String,
    /// The source.
    pub source: Source,
    /// Its top-level names, in order, without those that start with `_`.
    pub members: Vec<MemberDoc>,
}

/// What a declaration says about itself.
///
/// ```
/// let package = fluxlet::Engine::new()?.document("strings").expect("it is in the library");
/// let member = package.members.iter().find(|member| member.name == "toUpper").expect("it is in the package");
/// assert_eq!(member.ty, "(v: string) => string");
/// assert!(member.implemented && !member.option);
/// # Ok::<(), fluxlet::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct MemberDoc {
    /// The name.
    pub name: String,
    /// Where the name is declared in the source of the package.
    pub place: Span,
    /// Its type.
    pub ty: String,
    /// The comment above it, without `//`; empty if there is none.
    pub text: String,
    /// Whether importers may set it.
    pub option: bool,
    /// Whether it works: what takes or returns tables does not, neither does what fails with code `unimplemented`.
    pub implemented: bool,
}

impl PackageDoc {
    /// Returns the first sentence about it, on one line.
    pub fn summary(&self) -> String {
        first_sentence(&self.text)
    }
}

impl MemberDoc {
    /// Returns the first sentence about it, on one line.
    pub fn summary(&self) -> String {
        first_sentence(&self.text)
    }
}

impl Engine {
    /// Returns the documentation of the package at `path`.
    ///
    /// # Errors
    /// If there is no such package, or if it is wrong itself.
    pub fn document(&self, path: &str) -> Result<PackageDoc, ImportError> {
        let exports = self.library.importing().import(path)?;
        let source = self.library.source(path).ok_or(ImportError::Unknown { similar: Vec::new() })?;
        let file = fluxlet_syntax::parse(&source, &Limits::default()).file;
        let package = self.registry().packages().find(|package| package.path == path);
        let shown = exports.members.iter().filter(|(name, _)| !name.starts_with('_'));
        let members = shown.map(|(name, export)| {
            let ty = export.scheme.to_string();
            MemberDoc {
                name: name.to_string(),
                place: declaration(&file, name).map_or(Span::default(), |(place, _)| place),
                text: of_member(&source, &file, name).unwrap_or_default(),
                option: export.option,
                implemented: !ty.contains("stream[") && package.is_none_or(|package| package.implements(name)),
                ty,
            }
        });
        let members = members.collect();
        let text = of_package(&source, &file).unwrap_or_default();
        Ok(PackageDoc { path: path.to_owned(), text, source, members })
    }
}

/// Returns the comment above the declaration of `member`, or above the package clause.
pub(crate) fn comment_above(source: &Source, member: Option<&str>) -> Option<String> {
    let file = fluxlet_syntax::parse(source, &Limits::default()).file;
    match member {
        Some(member) => of_member(source, &file, member),
        None => of_package(source, &file),
    }
}

fn of_package(source: &Source, file: &File) -> Option<String> {
    let clause = file.package.as_ref()?;
    comment(source, file, start(clause.span, &clause.attributes))
}

fn of_member(source: &Source, file: &File, name: &str) -> Option<String> {
    comment(source, file, declaration(file, name)?.1)
}

/// Returns the comment above the top-level or local statement that binds the name at `name`.
pub(crate) fn comment_at(source: &Source, file: &File, name: Span) -> Option<String> {
    let mut found = None;
    file.walk(&mut |node| {
        if let Node::Statement(statement) = node
            && bound(statement).is_some_and(|bound| bound.span == name)
        {
            found = Some(start(statement.span, &statement.attributes));
        }
    });
    comment(source, file, found?)
}

/// Returns where the name of a top-level declaration stands, and where the declaration starts; of two, the later.
fn declaration(file: &File, name: &str) -> Option<(Span, u32)> {
    file.statements.iter().rev().find_map(|statement| {
        let bound = bound(statement).filter(|bound| bound.name == name)?;
        Some((bound.span, start(statement.span, &statement.attributes)))
    })
}

/// Returns the name that a statement binds.
fn bound(statement: &Statement) -> Option<&Ident> {
    match &statement.kind {
        StatementKind::Assignment(assignment) => Some(&assignment.name),
        StatementKind::Option(option) if option.package.is_none() => Some(&option.name),
        StatementKind::Builtin(builtin) => Some(&builtin.name),
        _ => None,
    }
}

fn start(span: Span, attributes: &[Attribute]) -> u32 {
    attributes.iter().map(|attribute| attribute.span.start).fold(span.start, u32::min)
}

/// Returns the comment whose last line is the line before the one of `start`.
fn comment(source: &Source, file: &File, start: u32) -> Option<String> {
    let mut line = source.line(start);
    let mut lines = Vec::new();
    for comment in file.comments.iter().rev().filter(|comment| comment.before == start) {
        let before = source.slice(Span::new(0, comment.span.start)).rsplit('\n').next().unwrap_or_default();
        if source.line(comment.span.start) + 1 != line || !before.trim().is_empty() {
            break;
        }
        line -= 1;
        let text = source.slice(comment.span).trim_start_matches('/').trim_end();
        lines.push(text.strip_prefix(' ').unwrap_or(text));
    }
    lines.reverse();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

fn first_sentence(text: &str) -> String {
    let paragraph: Vec<&str> = text.lines().map(str::trim).take_while(|line| !line.is_empty()).collect();
    let paragraph = paragraph.join(" ");
    let end = paragraph.find(". ").map_or(paragraph.len(), |at| at + 1);
    paragraph[..end].to_owned()
}
