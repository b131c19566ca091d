//! Reads files with lines `KEY=VALUE`.

use std::collections::BTreeMap;
use std::path::Path;

use crate::failure::Failure;
use crate::input;

/// Reads a file; of two lines with one key the later one counts.
///
/// # Errors
/// [`Failure::Usage`] for what cannot be read or has another form. Messages name lines and show nothing of them.
pub(crate) fn read(path: &Path) -> Result<BTreeMap<String, String>, Failure> {
    let text = input::read_text(path)?;
    parse(&text).map_err(|(line, problem)| {
        Failure::file(path, format!("`{}` has a mistake in line {line}: {problem}", path.display()))
    })
}

/// Reads the lines of a text; a mistake comes with the number of its line.
fn parse(text: &str) -> Result<BTreeMap<String, String>, (usize, &'static str)> {
    let mut entries = BTreeMap::new();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (key, value) = parse_line(line).map_err(|problem| (index + 1, problem))?;
        entries.insert(key.to_owned(), value);
    }
    Ok(entries)
}

fn parse_line(line: &str) -> Result<(&str, String), &'static str> {
    let line = match line.strip_prefix("export") {
        Some(rest) if rest.starts_with([' ', '\t']) => rest.trim_start(),
        _ => line,
    };
    let (key, value) = line.split_once('=').ok_or("expected KEY=VALUE, found no `=`")?;
    let key = key.trim_end();
    let first_fits = key.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    if !first_fits || !key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-')) {
        return Err("a key starts with a letter or `_`, and holds letters, digits, `_`, `.` and `-`");
    }
    let value = value.trim_start();
    let value = match value.chars().next() {
        Some('\'') => single_quoted(&value[1..])?,
        Some('"') => double_quoted(&value[1..])?,
        _ => unquoted(value).to_owned(),
    };
    Ok((key, value))
}

fn unquoted(value: &str) -> &str {
    if value.starts_with('#') {
        return "";
    }
    let comment = [" #", "\t#"].iter().filter_map(|start| value.find(start)).min();
    value[..comment.unwrap_or(value.len())].trim_end()
}

fn single_quoted(rest: &str) -> Result<String, &'static str> {
    let (value, after) = rest.split_once('\'').ok_or("the closing quote is missing")?;
    check_end(after)?;
    Ok(value.to_owned())
}

fn double_quoted(rest: &str) -> Result<String, &'static str> {
    let mut value = String::new();
    let mut characters = rest.chars();
    loop {
        match characters.next() {
            Some('"') => break,
            Some('\\') => value.push(match characters.next() {
                Some('n') => '\n',
                Some('r') => '\r',
                Some('t') => '\t',
                Some(sign @ ('"' | '\\' | '$')) => sign,
                _ => return Err("only `\\n`, `\\r`, `\\t`, `\\\"`, `\\$` and `\\\\` are known after a backslash"),
            }),
            Some(character) => value.push(character),
            None => return Err("the closing quote is missing"),
        }
    }
    check_end(characters.as_str())?;
    Ok(value)
}

fn check_end(after: &str) -> Result<(), &'static str> {
    let after = after.trim_start();
    if after.is_empty() || after.starts_with('#') { Ok(()) } else { Err("something follows the closing quote") }
}

#[cfg(test)]
mod tests;
