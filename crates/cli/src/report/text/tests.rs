//! How much text is shown, and what is escaped in it.

use fluxlet::{Span, Stage};

use super::*;

#[test]
fn what_a_terminal_obeys_is_escaped() {
    let told = of_message(Severity::Note, "`näher`\n\x1b[31mred\r\u{9b}\u{202e}");
    assert!(
        told.ends_with(
            r" `näher`
\u{1b}[31mred\r\u{9b}\u{202e}"
        ),
        "{told}"
    );
}

#[test]
fn long_texts_are_clipped() {
    let long = "é".repeat(LONGEST);
    let clipped = clipped(&long);
    assert!(clipped.len() <= LONGEST + '…'.len_utf8() && clipped.ends_with("é…"), "{}", clipped.len());
    assert_eq!(super::clipped("short"), "short");
}

#[test]
fn diagnostics_have_a_bound() {
    let long = "x".repeat(1 << 20);
    let mut diagnostic = Diagnostic::new(Stage::Check, "long", Span::default(), long.clone()).help(long.clone());
    for _ in 0..100 {
        diagnostic = diagnostic.note(long.clone()).label(Span::default(), long.clone());
    }
    let bounded = bounded(&diagnostic);
    let parts = bounded.notes.iter().chain(bounded.labels.iter().map(|label| &label.message));
    let total: usize = parts.chain(&bounded.help).chain([&bounded.message]).map(String::len).sum();
    assert!(total < MOST / 2, "{total}");
}

#[test]
fn the_message_of_a_run_time_error_is_whole() {
    let message = "m".repeat(3 * MOST);
    assert!(of_run_error(&Error::invalid(message.clone()), Style::Plain).contains(&message));
    let misleading = of_run_error(&Error::invalid("\x1b[2Jgone"), Style::Plain);
    assert_eq!(misleading, "error[invalid]: \\u{1b}[2Jgone");
    let bold = of_run_error(&Error::invalid("\x1b[1m"), Style::Colored);
    assert_eq!(bold, "\x1b[1m\x1b[91merror[invalid]\x1b[0m\x1b[1m: \\u{1b}[1m\x1b[0m");
    let escaped = of_run_error(&Error::invalid("\x01".repeat(MOST) + "the end"), Style::Plain);
    assert!(escaped.ends_with("the end"));
}
