//! The standard layout.

use fluxlet_syntax::Span;
use lsp_types::TextEdit;

use crate::view::View;

/// Returns the edit that gives a script the standard layout: one for the lines that differ, so that the cursor stays where
/// nothing changes. A script with syntax errors has no layout.
pub(crate) fn format(view: &View<'_>) -> Option<Vec<TextEdit>> {
    let old = view.text();
    let new = fluxlet::format(view.source().name(), old).ok()?;
    if new == old {
        return Some(Vec::new());
    }
    let same = |pairs: &mut dyn Iterator<Item = (&str, &str)>| -> usize {
        pairs.take_while(|(old, new)| old == new).map(|(line, _)| line.len()).sum()
    };
    let start = same(&mut old.split_inclusive('\n').zip(new.split_inclusive('\n')));
    let end = same(&mut old[start..].split_inclusive('\n').rev().zip(new[start..].split_inclusive('\n').rev()));
    let span = Span::new(start as u32, (old.len() - end) as u32);
    Some(vec![TextEdit { range: view.range(span), new_text: new[start..new.len() - end].to_owned() }])
}
