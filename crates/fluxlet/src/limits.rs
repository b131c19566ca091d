//! How large and how deep what is compiled may be.

use fluxlet_semantic::Limits as CheckLimits;
use fluxlet_syntax::Limits as SourceLimits;

/// How large and how deep a source and its types may be, and how much is told about it. The default is for sources that
/// nobody vouches for.
///
/// Compiling takes stack for each level of nesting: the default fits a thread with 2 MiB, more levels need more.
///
/// ```
/// use fluxlet::{CompileLimits, Engine};
///
/// let engine = Engine::builder().limits(CompileLimits { bytes: 10, ..CompileLimits::default() }).build()?;
/// let error = engine.compile("x = 1000000000").expect_err("it is longer");
/// assert_eq!(error.diagnostics()[0].code, "text-too-large");
/// # Ok::<(), fluxlet::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CompileLimits {
    /// The longest text, in bytes; a longer one is refused as `text-too-large`. By default 1 MiB.
    pub bytes: usize,
    /// How many statements and expressions may stand inside of each other; more are refused as `nested-too-deep`. By
    /// default 80.
    pub nesting: u32,
    /// How many levels the tree of the text may have; more are refused as `nested-too-deep`. A chain of operators is one
    /// level, however long it is. By default 180.
    pub depth: u32,
    /// How many types checking may make; at more the text is refused as `type-too-large`. By default 4 million.
    pub types: usize,
    /// How deep types may be nested; deeper ones are refused as `type-too-large`. By default 200.
    pub type_depth: u32,
    /// How many problems are told; one more tells how many there are besides. By default 100.
    pub problems: usize,
}

impl Default for CompileLimits {
    fn default() -> Self {
        let SourceLimits { bytes, nesting, depth, diagnostics: problems } = SourceLimits::default();
        let CheckLimits { types, type_depth, .. } = CheckLimits::default();
        Self { bytes, nesting, depth, types, type_depth, problems }
    }
}

impl CompileLimits {
    /// Returns what parsing keeps to.
    pub(crate) fn source(&self) -> SourceLimits {
        SourceLimits { bytes: self.bytes, nesting: self.nesting, depth: self.depth, diagnostics: self.problems }
    }

    /// Returns what checking keeps to.
    pub(crate) fn check(&self) -> CheckLimits {
        CheckLimits { types: self.types, type_depth: self.type_depth, problems: self.problems }
    }
}
