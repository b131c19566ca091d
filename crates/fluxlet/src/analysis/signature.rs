//! The call around a place of a text that may not be complete.

use std::sync::Arc;

use fluxlet_runtime::types::FunctionType;
use fluxlet_syntax::Span;

use super::fragment::Fragment;
use crate::Compiler;

/// A call whose arguments are being written.
///
/// ```
/// use fluxlet::Engine;
///
/// let text = "import \"strings\"\nstrings.repeat(v: \"ho\", ";
/// let call = Engine::new()?.compiler().call_around(text, text.len()).expect("a call is open");
/// assert_eq!(call.given, ["v"]);
/// assert_eq!(call.function.parameters.len(), 2);
/// # Ok::<(), fluxlet::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OpenCall {
    /// Where the function that is called stands.
    pub callee: Span,
    /// The type of the function.
    pub function: Arc<FunctionType>,
    /// The names of the arguments that it is given already.
    pub given: Vec<String>,
    /// The name of the argument at the place, if it has one already.
    pub argument: Option<String>,
}

impl Compiler<'_> {
    /// Returns the innermost call of a known function whose arguments `offset` of `text` is among.
    pub fn call_around(&self, text: &str, offset: usize) -> Option<OpenCall> {
        let before = text.get(..offset)?;
        let fragment = Fragment::new(before);
        let analysis = self.analyze_closed(before, &fragment);
        fragment.calls().into_iter().find_map(|call| {
            let callee = Span::new(call.callee.start as u32, call.callee.end as u32);
            let scheme = analysis.facts.type_at(callee)?;
            let function = Arc::clone(scheme.as_function()?);
            let given = call.given.iter().map(|&name| name.to_owned()).collect();
            Some(OpenCall { callee, function, given, argument: call.current.map(str::to_owned) })
        })
    }
}
