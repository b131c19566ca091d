//! Makes programs by chance: a few names, each bound to an expression of a type that was chosen before.

mod expression;
mod types;

use std::collections::BTreeSet;

use expression::Maker;
use fluxlet_tests::random::Random;
use types::random_type;
pub(crate) use types::{Type, fits};

/// A program, and what its names should hold.
pub(crate) struct Program {
    pub(crate) text: String,
    pub(crate) names: Vec<(String, Type)>,
}

/// Makes the program of a seed. With `slips`, one in so many expressions has a type of its own instead of the right one.
pub(crate) fn program(seed: u64, slips: Option<usize>) -> Program {
    let mut maker = Maker { random: Random(seed), slips, names: Vec::new(), imports: BTreeSet::new(), count: 0 };
    let mut lines = Vec::new();
    for _ in 0..1 + maker.random.below(5) {
        let mut ty = random_type(&mut maker.random, 2);
        if let Type::Function(function) = &mut ty {
            function.shape = maker.shape();
        }
        let depth = 1 + maker.random.below(4);
        let value = maker.expression(&ty, depth);
        let name = format!("v{}", lines.len());
        lines.push(format!("{name} = {value}"));
        maker.names.push((name, ty));
    }
    let imports = maker.imports.iter().map(|path| format!("import \"{path}\"\n"));
    let text = imports.chain(lines.into_iter().map(|line| line + "\n")).collect();
    Program { text, names: maker.names }
}
