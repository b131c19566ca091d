//! What parses is formatted: the same tree, the same comments, and formatting again changes nothing; FUZ-03.
#![no_main]

use fluxlet_fuzz::source;
use fluxlet_syntax::{Limits, Parsed, Source, format, parse, print};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let before = source(data);
    let parsed = parse(&before, &Limits::default());
    if !parsed.diagnostics.is_empty() {
        return;
    }
    let after = match format::format(&before, &Limits::default()) {
        Ok(text) => Source::new("main", text),
        Err(problems) => return assert_eq!(problems[0].code, "nested-too-deep"),
    };
    let parsed_again = parse(&after, &Limits::default());
    assert_eq!(parsed_again.diagnostics, [], "the formatted text does not parse:\n{}", after.text());
    assert_eq!(tree(&parsed_again), tree(&parsed), "another tree:\n{}", after.text());
    assert_eq!(comments(&after, &parsed_again), comments(&before, &parsed), "other comments:\n{}", after.text());
    let again = format::format(&after, &Limits::default());
    assert_eq!(again.as_deref(), Ok(after.text()), "not stable");
});

fn tree(parsed: &Parsed) -> String {
    print::without_parens(&print::file(&parsed.file))
}

fn comments<'a>(source: &'a Source, parsed: &Parsed) -> Vec<&'a str> {
    parsed.file.comments.iter().map(|comment| source.slice(comment.span).trim_end()).collect()
}
