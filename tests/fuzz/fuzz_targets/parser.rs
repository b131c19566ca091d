//! Any bytes are parsed, as a file and as a type: each place of the tree and of the problems is a part of the text; FUZ-02.
#![no_main]

use fluxlet_fuzz::{check_diagnostics, check_span, check_tree, source};
use fluxlet_syntax::{Limits, parse, parse_type};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let source = source(data);
    let parsed = parse(&source, &Limits::default());
    check_tree(&source, &parsed.file);
    check_diagnostics(&source, &parsed.diagnostics);
    if let Err(problem) = parse_type(source.text()) {
        check_span(&source, problem.span);
    }
});
