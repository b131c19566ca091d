//! What a session forgets: values of earlier inputs that nothing leads to any more.

use std::any::Any;
use std::collections::HashSet;
use std::mem;

use fluxlet_semantic::ir::PackageId;

use super::module::Modules;
use crate::census::Census;
use crate::closure::Closure;
use crate::frame::{FIRST_INPUT, ModuleId};

impl Modules {
    /// Forgets what inputs have bound, but for the names in `known` (the place of an input and a slot of it) and those that
    /// a function reads which a known value or an option of a package leads to.
    pub fn forget_all_but(&mut self, known: impl IntoIterator<Item = (PackageId, u32)>) {
        let mut kept = HashSet::new();
        let mut read = HashSet::new();
        let mut census = Census::default();
        census.count(self.package_values());
        let mut waiting: Vec<(PackageId, u32)> = known.into_iter().collect();
        loop {
            for function in mem::take(&mut census.functions) {
                let function: &dyn Any = function;
                let Some(closure) = function.downcast_ref::<Closure>() else { continue };
                if read.insert(&raw const *closure.code) {
                    waiting.extend(&closure.code.imported);
                    if let ModuleId::Input(input) = closure.module {
                        waiting.extend(self.input_slots(input).map(|slot| (FIRST_INPUT + input, slot)));
                    }
                }
            }
            let Some((id, slot)) = waiting.pop() else { break };
            if let ModuleId::Input(input) = id.into()
                && kept.insert((input, slot))
            {
                census.count(self.input_value(input, slot));
            }
        }
        self.retain_inputs(|input, slot| kept.contains(&(input, slot)));
    }
}
