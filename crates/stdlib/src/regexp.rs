//! The package `regexp`.

use std::sync::Arc;

use fluxlet_runtime::{Arguments, Builtin, Code, Error, Package, Regexp, Result, Run, Value};

use regex::Captures;

use crate::charge;

/// Matches between two looks at the clock.
const ROUND: usize = 1024;

/// `regexp`: regular expressions.
pub const PACKAGE: Package = Package {
    path: "regexp",
    source: fluxlet_sources::REGEXP,
    builtins: &[
        ("compile", Builtin::Pure(compile)),
        ("quoteMeta", Builtin::Pure(quote_meta)),
        ("findString", Builtin::Pure(find_string)),
        ("findStringIndex", Builtin::Pure(find_string_index)),
        ("matchRegexpString", Builtin::Pure(match_string)),
        ("replaceAllString", Builtin::Pure(replace_all)),
        ("splitRegexp", Builtin::Pure(split)),
        ("getString", Builtin::Pure(get_string)),
    ],
    unimplemented: &[],
};

/// Characters that mean something in a pattern.
const META: &str = r"\.+*?()|[]{}^$";

fn read(args: &Arguments) -> Result<(&regex::Regex, &str)> {
    let (regexp, text) = (args.required::<&Regexp>("r")?, args.required("v")?);
    regexp.check_work(text)?;
    Ok((regexp.program(), text))
}

fn compile(_: &Run, args: &Arguments) -> Result<Value> {
    match Regexp::new(args.required("v")?) {
        Ok(regexp) => Ok(Value::Regexp(Arc::new(regexp))),
        // Flux gives the error no class of its own.
        Err(error) if error.code() == Code::Invalid => Err(Error::new(Code::Unknown, error.message())),
        Err(error) => Err(error),
    }
}

fn quote_meta(run: &Run, args: &Arguments) -> Result<Value> {
    let text: &str = args.required("v")?;
    charge::product(run, text.len(), 2, 0)?;
    let mut quoted = String::with_capacity(text.len());
    for character in text.chars() {
        if META.contains(character) {
            quoted.push('\\');
        }
        quoted.push(character);
    }
    Ok(quoted.into())
}

fn find_string(run: &Run, args: &Arguments) -> Result<Value> {
    let (regexp, text) = read(args)?;
    let found = regexp.find(text).map_or("", |found| found.as_str());
    charge::bytes(run, found.len())?;
    Ok(found.into())
}

fn find_string_index(_: &Run, args: &Arguments) -> Result<Value> {
    let (regexp, text) = read(args)?;
    let offsets = regexp.find(text).map(|found| [found.start(), found.end()]);
    Ok(offsets.into_iter().flatten().map(|offset| Value::Int(offset as i64)).collect())
}

fn match_string(_: &Run, args: &Arguments) -> Result<Value> {
    let (regexp, text) = read(args)?;
    Ok(regexp.is_match(text).into())
}

fn replace_all(run: &Run, args: &Arguments) -> Result<Value> {
    let (regexp, text) = read(args)?;
    let names: &Regexp = args.required("r")?;
    let template: &str = args.required("t")?;
    let groups = template.matches('$').count();
    charge::bytes(run, text.len())?;
    let round = round(text);
    let mut replaced = String::new();
    let mut copied = 0;
    for (index, captures) in regexp.captures_iter(text).enumerate() {
        if index % round == 0 {
            run.check_deadline()?;
        }
        let Some(whole) = captures.get(0) else { continue };
        // No group is longer than the whole match.
        charge::product(run, whole.len(), groups, template.len())?;
        replaced.push_str(&text[copied..whole.start()]);
        expand(template, names, &captures, &mut replaced);
        copied = whole.end();
    }
    replaced.push_str(&text[copied..]);
    Ok(replaced.into())
}

/// Adds a template to `text`, with the groups that `$1`, `${1}`, `$name` and `${name}` stand for; `$$` is a dollar sign.
fn expand(template: &str, names: &Regexp, captures: &Captures<'_>, text: &mut String) {
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('$') {
        text.push_str(before);
        if let Some(after) = after.strip_prefix('$') {
            text.push('$');
            rest = after;
            continue;
        }
        let Some((name, after)) = group_name(after) else {
            text.push('$');
            rest = after;
            continue;
        };
        let group = match name.parse() {
            Ok(number) if name.bytes().all(|byte| byte.is_ascii_digit()) => captures.get(number),
            _ => names.groups(name).find_map(|group| captures.get(group)),
        };
        text.push_str(group.map_or("", |group| group.as_str()));
        rest = after;
    }
    text.push_str(rest);
}

/// Splits the longest name, or the one in braces, off what follows a dollar sign.
fn group_name(text: &str) -> Option<(&str, &str)> {
    let (inside, braces) = text.strip_prefix('{').map_or((text, false), |inside| (inside, true));
    let end = inside.find(|character: char| !character.is_alphanumeric() && character != '_').unwrap_or(inside.len());
    let (name, rest) = inside.split_at(end);
    let rest = if braces { rest.strip_prefix('}')? } else { rest };
    (!name.is_empty()).then_some((name, rest))
}

fn split(run: &Run, args: &Arguments) -> Result<Value> {
    let (regexp, text) = read(args)?;
    // A negative number stands for all.
    let most = usize::try_from(args.required::<i64>("i")?).unwrap_or(usize::MAX);
    if most == 0 {
        return Ok(Vec::new().into());
    }
    let round = round(text);
    let mut parts: Vec<Value> = Vec::new();
    let add = |parts: &mut Vec<Value>, part: &str| {
        charge::texts(run, 1, part.len())?;
        parts.push(part.into());
        if parts.len().is_multiple_of(round) { run.check_deadline() } else { Ok(()) }
    };
    if text.is_empty() && !regexp.as_str().is_empty() {
        add(&mut parts, "")?;
        return Ok(parts.into());
    }
    let (mut start, mut end) = (0, 0);
    for found in regexp.find_iter(text) {
        if parts.len() + 1 >= most {
            break;
        }
        end = found.start();
        // An empty match at the start of the text cuts nothing off.
        if found.end() != 0 {
            add(&mut parts, &text[start..end])?;
        }
        start = found.end();
    }
    if end != text.len() {
        add(&mut parts, &text[start..])?;
    }
    Ok(parts.into())
}

/// Returns how many matches may pass between two looks at the clock: each may look at all of the text.
fn round(text: &str) -> usize {
    (ROUND / (text.len() / 1024 + 1)).max(1)
}

fn get_string(_: &Run, args: &Arguments) -> Result<Value> {
    Ok(args.required::<&Regexp>("r")?.pattern().clone().into())
}

#[cfg(test)]
mod tests;
