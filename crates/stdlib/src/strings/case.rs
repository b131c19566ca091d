//! Upper, lower and title case, one character to one character, as Unicode's simple mappings have it.

/// Maps each character to upper case.
pub(super) fn upper(text: &str) -> String {
    text.chars().map(to_upper).collect()
}

/// Maps each character to lower case.
pub(super) fn lower(text: &str) -> String {
    text.chars().map(to_lower).collect()
}

/// Maps each character to title case.
pub(super) fn all_title(text: &str) -> String {
    text.chars().map(to_title).collect()
}

/// Maps the first character of each word to title case.
pub(super) fn title(text: &str) -> String {
    let mut before = ' ';
    let convert = |character| {
        let at_start = separates(before);
        before = character;
        if at_start { to_title(character) } else { character }
    };
    text.chars().map(convert).collect()
}

/// Returns the character that stands for all that differ from it in case only.
pub(super) fn fold(character: char) -> char {
    match character {
        // The dotted and the dotless i of Turkish fold to nothing else.
        'İ' | 'ı' => character,
        _ => to_lower(to_upper(character)),
    }
}

/// Tells whether a word can start after the character.
fn separates(character: char) -> bool {
    if character.is_ascii() {
        !character.is_ascii_alphanumeric() && character != '_'
    } else {
        character.is_whitespace()
    }
}

fn to_upper(character: char) -> char {
    let mut mapped = character.to_uppercase();
    match (mapped.next(), mapped.next()) {
        (Some(single), None) => single,
        _ => with_iota(character),
    }
}

/// Greek letters with an iota below have one character that is their upper case; what else becomes several stays.
fn with_iota(character: char) -> char {
    let offset = match character {
        '\u{1f80}'..='\u{1f87}' | '\u{1f90}'..='\u{1f97}' | '\u{1fa0}'..='\u{1fa7}' => 8,
        '\u{1fb3}' | '\u{1fc3}' | '\u{1ff3}' => 9,
        _ => 0,
    };
    char::from_u32(u32::from(character) + offset).unwrap_or(character)
}

fn to_lower(character: char) -> char {
    match character {
        'İ' => 'i',
        _ => character.to_lowercase().next().unwrap_or(character),
    }
}

fn to_title(character: char) -> char {
    match character {
        '\u{1c4}'..='\u{1c6}' => '\u{1c5}',
        '\u{1c7}'..='\u{1c9}' => '\u{1c8}',
        '\u{1ca}'..='\u{1cc}' => '\u{1cb}',
        '\u{1f1}'..='\u{1f3}' => '\u{1f2}',
        // Georgian has capitals for texts all in capitals, not for titles.
        '\u{10d0}'..='\u{10ff}' => character,
        _ => to_upper(character),
    }
}
