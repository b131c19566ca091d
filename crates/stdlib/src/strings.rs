//! The package `strings`.

use ecow::EcoString;
use fluxlet_runtime::{Arguments, Builtin, Code, Error, Package, Result, Run, Value};

use crate::charge;
use crate::message::found;

mod case;
mod characters;
mod replace;
mod split;

use characters::CharacterSet;

/// `strings`: what one does with texts.
pub const PACKAGE: Package = Package {
    path: "strings",
    source: fluxlet_sources::STRINGS,
    builtins: &[
        ("title", Builtin::Pure(|run, args| mapped(run, args, case::title))),
        ("toUpper", Builtin::Pure(|run, args| mapped(run, args, case::upper))),
        ("toLower", Builtin::Pure(|run, args| mapped(run, args, case::lower))),
        ("toTitle", Builtin::Pure(|run, args| mapped(run, args, case::all_title))),
        ("trim", Builtin::Pure(|run, args| trimmed(run, args, true, true))),
        ("trimLeft", Builtin::Pure(|run, args| trimmed(run, args, true, false))),
        ("trimRight", Builtin::Pure(|run, args| trimmed(run, args, false, true))),
        ("trimPrefix", Builtin::Pure(trim_prefix)),
        ("trimSuffix", Builtin::Pure(trim_suffix)),
        ("trimSpace", Builtin::Pure(trim_space)),
        ("hasPrefix", Builtin::Pure(has_prefix)),
        ("hasSuffix", Builtin::Pure(has_suffix)),
        ("containsStr", Builtin::Pure(contains_str)),
        ("containsAny", Builtin::Pure(contains_any)),
        ("equalFold", Builtin::Pure(equal_fold)),
        ("compare", Builtin::Pure(compare)),
        ("countStr", Builtin::Pure(count_str)),
        ("index", Builtin::Pure(index)),
        ("indexAny", Builtin::Pure(index_any)),
        ("lastIndex", Builtin::Pure(last_index)),
        ("lastIndexAny", Builtin::Pure(last_index_any)),
        ("isDigit", Builtin::Pure(|_, args| single(args, |byte| byte.is_ascii_digit()))),
        ("isLetter", Builtin::Pure(|_, args| single(args, |byte| byte.is_ascii_alphabetic()))),
        ("isLower", Builtin::Pure(|_, args| single(args, |byte| byte.is_ascii_lowercase()))),
        ("isUpper", Builtin::Pure(|_, args| single(args, |byte| byte.is_ascii_uppercase()))),
        ("repeat", Builtin::Pure(repeat)),
        ("replace", Builtin::Pure(replace::some)),
        ("replaceAll", Builtin::Pure(replace::all)),
        ("split", Builtin::Pure(|run, args| split::split(run, args, split::Separator::Dropped, None))),
        ("splitAfter", Builtin::Pure(|run, args| split::split(run, args, split::Separator::Kept, None))),
        ("splitN", Builtin::Pure(|run, args| split::split(run, args, split::Separator::Dropped, Some("i")))),
        ("splitAfterN", Builtin::Pure(|run, args| split::split(run, args, split::Separator::Kept, Some("i")))),
        ("joinStr", Builtin::Pure(join_str)),
        ("strlen", Builtin::Pure(strlen)),
        ("substring", Builtin::Pure(substring)),
    ],
    unimplemented: &[],
};

/// Reads two texts, so that a null in either is found before anything is done.
fn two<'a>(args: &'a Arguments, first: &str, second: &str) -> Result<(&'a str, &'a str)> {
    Ok((args.required(first)?, args.required(second)?))
}

/// Charges and makes a part of a text.
fn part(run: &Run, text: &str) -> Result<Value> {
    charge::bytes(run, text.len())?;
    Ok(text.into())
}

/// Converts a text with a function that maps characters to characters.
fn mapped(run: &Run, args: &Arguments, convert: fn(&str) -> String) -> Result<Value> {
    let text: &str = args.required("v")?;
    // A character of two bytes may become one of three.
    charge::product(run, text.len(), 2, 0)?;
    Ok(convert(text).into())
}

fn trimmed(run: &Run, args: &Arguments, start: bool, end: bool) -> Result<Value> {
    let (mut text, cutset) = two(args, "v", "cutset")?;
    let cutset = CharacterSet::new(run, cutset)?;
    if start {
        text = text.trim_start_matches(|character| cutset.contains(character));
    }
    if end {
        text = text.trim_end_matches(|character| cutset.contains(character));
    }
    part(run, text)
}

fn trim_prefix(run: &Run, args: &Arguments) -> Result<Value> {
    let (text, prefix) = two(args, "v", "prefix")?;
    part(run, text.strip_prefix(prefix).unwrap_or(text))
}

fn trim_suffix(run: &Run, args: &Arguments) -> Result<Value> {
    let (text, suffix) = two(args, "v", "suffix")?;
    part(run, text.strip_suffix(suffix).unwrap_or(text))
}

fn trim_space(run: &Run, args: &Arguments) -> Result<Value> {
    part(run, args.required::<&str>("v")?.trim())
}

fn has_prefix(_: &Run, args: &Arguments) -> Result<Value> {
    let (text, prefix) = two(args, "v", "prefix")?;
    Ok(text.starts_with(prefix).into())
}

fn has_suffix(_: &Run, args: &Arguments) -> Result<Value> {
    let (text, suffix) = two(args, "v", "suffix")?;
    Ok(text.ends_with(suffix).into())
}

fn contains_str(_: &Run, args: &Arguments) -> Result<Value> {
    let (text, part) = two(args, "v", "substr")?;
    Ok(text.contains(part).into())
}

fn contains_any(run: &Run, args: &Arguments) -> Result<Value> {
    let (text, characters) = two(args, "v", "chars")?;
    let set = CharacterSet::new(run, characters)?;
    Ok(text.contains(|character| set.contains(character)).into())
}

fn equal_fold(_: &Run, args: &Arguments) -> Result<Value> {
    let (left, right) = two(args, "v", "t")?;
    Ok(left.chars().map(case::fold).eq(right.chars().map(case::fold)).into())
}

fn compare(_: &Run, args: &Arguments) -> Result<Value> {
    let (left, right) = two(args, "v", "t")?;
    Ok((left.cmp(right) as i64).into())
}

fn count_str(_: &Run, args: &Arguments) -> Result<Value> {
    let (text, part) = two(args, "v", "substr")?;
    Ok((replace::count(text, part) as i64).into())
}

fn index(_: &Run, args: &Arguments) -> Result<Value> {
    let (text, part) = two(args, "v", "substr")?;
    Ok(offset(text.find(part)))
}

fn index_any(run: &Run, args: &Arguments) -> Result<Value> {
    let (text, characters) = two(args, "v", "chars")?;
    let set = CharacterSet::new(run, characters)?;
    Ok(offset(text.find(|character| set.contains(character))))
}

fn last_index(_: &Run, args: &Arguments) -> Result<Value> {
    let (text, part) = two(args, "v", "substr")?;
    Ok(offset(text.rfind(part)))
}

fn last_index_any(run: &Run, args: &Arguments) -> Result<Value> {
    let (text, characters) = two(args, "v", "chars")?;
    let set = CharacterSet::new(run, characters)?;
    Ok(offset(text.rfind(|character| set.contains(character))))
}

fn offset(found: Option<usize>) -> Value {
    Value::Int(found.map_or(-1, |offset| offset as i64))
}

/// Tests the only byte of `v`; Flux gives the error no class of its own.
fn single(args: &Arguments, test: fn(u8) -> bool) -> Result<Value> {
    match args.required::<&str>("v")?.as_bytes() {
        [byte] => Ok(test(*byte).into()),
        _ => Err(Error::new(Code::Unknown, "\"v\" is not a valid argument: argument length is not equal to 1")),
    }
}

fn repeat(run: &Run, args: &Arguments) -> Result<Value> {
    let text: &str = args.required("v")?;
    let count = charge::count("i", args.required("i")?)?;
    charge::product(run, text.len(), count, 0)?;
    // An empty text would be repeated to no end.
    Ok(if text.is_empty() { Value::from("") } else { text.repeat(count).into() })
}

fn join_str(run: &Run, args: &Arguments) -> Result<Value> {
    let elements: &[Value] = args.required("arr")?;
    let separator: &str = args.required("v")?;
    let mut texts = Vec::with_capacity(elements.len());
    let mut size = 0_usize;
    for (index, element) in elements.iter().enumerate() {
        let Value::String(text) = element else {
            let found = found(element);
            return Err(Error::mismatch(format!("element {index} of argument `arr`"), "a string", &found));
        };
        size = size.saturating_add(text.len());
        texts.push(text.as_str());
    }
    charge::product(run, separator.len(), texts.len().saturating_sub(1), size)?;
    Ok(texts.join(separator).into())
}

fn strlen(_: &Run, args: &Arguments) -> Result<Value> {
    Ok((args.required::<&str>("v")?.chars().count() as i64).into())
}

fn substring(run: &Run, args: &Arguments) -> Result<Value> {
    let text: &EcoString = args.required("v")?;
    let (start, end): (i64, i64) = (args.required("start")?, args.required("end")?);
    let place = |position: i64| usize::try_from(position.max(0)).unwrap_or(usize::MAX);
    let at = |position: i64| text.char_indices().nth(place(position)).map_or(text.len(), |(at, _)| at);
    let (start, end) = (at(start), at(end));
    part(run, text.get(start..end.max(start)).unwrap_or_default())
}

#[cfg(test)]
mod tests;
