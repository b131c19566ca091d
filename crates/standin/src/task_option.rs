//! Reads `option task = {…}` of a Flux script, as far as the name and the times of a task need it.

use crate::error::ApiError;

/// The options of a task.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct TaskOption {
    pub(crate) name: String,
    pub(crate) every: Option<String>,
    pub(crate) cron: Option<String>,
    pub(crate) offset: Option<String>,
}

impl TaskOption {
    /// Finds the options in a script; the rest of the script is not looked at.
    ///
    /// Text values are plain text literals and others are taken as they stand, as this is no Flux parser.
    pub(crate) fn find(script: &str) -> Result<TaskOption, ApiError> {
        let record = script
            .match_indices("option")
            .find_map(|(position, word)| record_after(script.get(position + word.len()..)?))
            .ok_or_else(|| invalid("no task options defined"))?;
        let mut found = TaskOption::default();
        for (name, value) in members(record) {
            match name {
                "name" => found.name = value,
                "every" => found.every = Some(value),
                "cron" => found.cron = Some(value),
                "offset" => found.offset = Some(value),
                _ => {}
            }
        }
        if found.name.is_empty() {
            return Err(invalid("missing required option: name"));
        }
        if found.every.is_none() && found.cron.is_none() {
            return Err(invalid("missing required option: cron or every"));
        }
        Ok(found)
    }
}

fn record_after(text: &str) -> Option<&str> {
    let text = text.strip_prefix(char::is_whitespace)?.trim_start().strip_prefix("task")?;
    text.trim_start().strip_prefix('=')?.trim_start().strip_prefix('{')
}

/// Splits the start of `record` into names and values, up to its closing brace.
fn members(record: &str) -> Vec<(&str, String)> {
    let mut members = Vec::new();
    let mut rest = record;
    loop {
        rest = rest.trim_start_matches(|character: char| character == ',' || character.is_whitespace());
        if rest.starts_with('}') {
            return members;
        }
        let Some((name, after)) = rest.split_once(':') else { return members };
        let after = after.trim_start();
        let (value, after) = match after.strip_prefix('"') {
            Some(text) => text_value(text),
            None => {
                let (value, after) = after.split_at(after.find([',', '}', '\n']).unwrap_or(after.len()));
                (value.trim().to_owned(), after)
            }
        };
        members.push((name.trim(), value));
        rest = after;
    }
}

fn text_value(text: &str) -> (String, &str) {
    let mut value = String::new();
    let mut characters = text.char_indices();
    while let Some((position, character)) = characters.next() {
        match character {
            '"' => return (value, text.get(position + 1..).unwrap_or_default()),
            '\\' => match characters.next() {
                Some((_, 'n')) => value.push('\n'),
                Some((_, 't')) => value.push('\t'),
                Some((_, 'r')) => value.push('\r'),
                Some((_, other)) => value.push(other),
                None => {}
            },
            other => value.push(other),
        }
    }
    (value, "")
}

fn invalid(message: &str) -> ApiError {
    ApiError::invalid(format!("invalid options: {message}"))
}

#[cfg(test)]
mod tests;
