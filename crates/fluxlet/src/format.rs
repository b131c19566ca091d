//! Scripts in the standard layout.

use fluxlet_syntax::{Limits, Source};

use crate::CompileError;

/// Returns `text`, which diagnostics call `name`, in the standard layout.
///
/// The result means the same and has the same comments; formatting it again changes nothing.
///
/// ```
/// assert_eq!(fluxlet::format("pump.flux", "level=0.7")?, "level = 0.7\n");
/// assert!(fluxlet::format("pump.flux", "level = ").is_err());
/// # Ok::<(), fluxlet::CompileError>(())
/// ```
///
/// # Errors
/// What is wrong with the text if it is not Flux, with places. Names and types are not looked at.
pub fn format(name: &str, text: &str) -> Result<String, CompileError> {
    let source = Source::new(name, text);
    let formatted = fluxlet_syntax::format::format(&source, &Limits::default());
    formatted.map_err(|diagnostics| CompileError::new(source, diagnostics))
}
