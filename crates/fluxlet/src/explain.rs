//! The pages that explain the codes of diagnostics, with an example of each mistake and how to mend it.

/// Codes and their pages, by code.
const PAGES: [(&str, &str); 61] = [
    ("broken-package", include_str!("explain/broken-package.md")),
    ("dependent-option", include_str!("explain/dependent-option.md")),
    ("duplicate-testcase", include_str!("explain/duplicate-testcase.md")),
    ("early-return", include_str!("explain/early-return.md")),
    ("expected-name", include_str!("explain/expected-name.md")),
    ("expected-token", include_str!("explain/expected-token.md")),
    ("import-conflict", include_str!("explain/import-conflict.md")),
    ("import-cycle", include_str!("explain/import-cycle.md")),
    ("incomparable-types", include_str!("explain/incomparable-types.md")),
    ("internal", include_str!("explain/internal.md")),
    ("invalid-character", include_str!("explain/invalid-character.md")),
    ("invalid-escape", include_str!("explain/invalid-escape.md")),
    ("invalid-extends", include_str!("explain/invalid-extends.md")),
    ("invalid-literal", include_str!("explain/invalid-literal.md")),
    ("invalid-regexp", include_str!("explain/invalid-regexp.md")),
    ("invalid-tags", include_str!("explain/invalid-tags.md")),
    ("juxtaposed-expressions", include_str!("explain/juxtaposed-expressions.md")),
    ("kind-mismatch", include_str!("explain/kind-mismatch.md")),
    ("label-literal", include_str!("explain/label-literal.md")),
    ("limit", include_str!("explain/limit.md")),
    ("misplaced-pipe-receive", include_str!("explain/misplaced-pipe-receive.md")),
    ("misplaced-statement", include_str!("explain/misplaced-statement.md")),
    ("missing-argument", include_str!("explain/missing-argument.md")),
    ("missing-field", include_str!("explain/missing-field.md")),
    ("missing-index", include_str!("explain/missing-index.md")),
    ("missing-key", include_str!("explain/missing-key.md")),
    ("missing-package", include_str!("explain/missing-package.md")),
    ("missing-pipe-argument", include_str!("explain/missing-pipe-argument.md")),
    ("missing-property", include_str!("explain/missing-property.md")),
    ("missing-return", include_str!("explain/missing-return.md")),
    ("missing-value", include_str!("explain/missing-value.md")),
    ("mixed-properties", include_str!("explain/mixed-properties.md")),
    ("more-problems", include_str!("explain/more-problems.md")),
    ("nested-too-deep", include_str!("explain/nested-too-deep.md")),
    ("no-expression", include_str!("explain/no-expression.md")),
    ("not-a-function", include_str!("explain/not-a-function.md")),
    ("not-a-package", include_str!("explain/not-a-package.md")),
    ("not-a-record", include_str!("explain/not-a-record.md")),
    ("not-an-array", include_str!("explain/not-an-array.md")),
    ("outer-return", include_str!("explain/outer-return.md")),
    ("pipe-argument-name", include_str!("explain/pipe-argument-name.md")),
    ("pipe-target", include_str!("explain/pipe-target.md")),
    ("reassigned", include_str!("explain/reassigned.md")),
    ("recursive-type", include_str!("explain/recursive-type.md")),
    ("second-pipe-parameter", include_str!("explain/second-pipe-parameter.md")),
    ("testcase-outside-tests", include_str!("explain/testcase-outside-tests.md")),
    ("text-too-large", include_str!("explain/text-too-large.md")),
    ("too-many-regexps", include_str!("explain/too-many-regexps.md")),
    ("type-mismatch", include_str!("explain/type-mismatch.md")),
    ("type-too-large", include_str!("explain/type-too-large.md")),
    ("unclosed-bracket", include_str!("explain/unclosed-bracket.md")),
    ("undefined-name", include_str!("explain/undefined-name.md")),
    ("unexpected-argument", include_str!("explain/unexpected-argument.md")),
    ("unexpected-field", include_str!("explain/unexpected-field.md")),
    ("unexpected-token", include_str!("explain/unexpected-token.md")),
    ("unknown-kind", include_str!("explain/unknown-kind.md")),
    ("unknown-package", include_str!("explain/unknown-package.md")),
    ("unknown-testcase", include_str!("explain/unknown-testcase.md")),
    ("unknown-type", include_str!("explain/unknown-type.md")),
    ("unknown-type-variable", include_str!("explain/unknown-type-variable.md")),
    ("unterminated-string", include_str!("explain/unterminated-string.md")),
];

/// Returns the page, in Markdown, that explains a code of a diagnostic such as `type-mismatch`; `None` for other codes.
///
/// ```
/// use fluxlet::explain::explain;
///
/// assert!(explain("type-mismatch").is_some());
/// assert_eq!(explain("type-mismash"), None);
/// ```
pub fn explain(code: &str) -> Option<&'static str> {
    let at = PAGES.binary_search_by_key(&code, |(known, _)| known).ok()?;
    PAGES.get(at).map(|(_, page)| *page)
}

/// Returns the codes that have a page, in alphabetical order.
///
/// ```
/// use fluxlet::explain::{codes, explain};
///
/// assert!(codes().all(|code| explain(code).is_some()));
/// ```
pub fn codes() -> impl Iterator<Item = &'static str> {
    PAGES.iter().map(|(code, _)| *code)
}
