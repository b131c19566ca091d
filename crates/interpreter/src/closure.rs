//! A function of a script as a value.

use std::cell::RefCell;
use std::mem;
use std::sync::Arc;

use fluxlet_runtime::types::Scheme;
use fluxlet_runtime::{ScriptFunction, Value};

use crate::chunk::{Code, Prototype};
use crate::frame::ModuleId;

/// A function with the values it took from the functions around it.
pub(crate) struct Closure {
    pub(crate) code: Arc<Code>,
    pub(crate) function: u32,
    /// The module whose top-level names it reads.
    pub(crate) module: ModuleId,
    /// The modules that it is one of.
    pub(crate) home: Arc<Home>,
    pub(crate) captures: Vec<Value>,
}

/// Tells the modules of one run or session from those of another, by its address.
pub(crate) struct Home;

impl Closure {
    pub(crate) fn prototype(&self) -> &Prototype {
        &self.code.functions[self.function as usize]
    }
}

impl ScriptFunction for Closure {
    fn scheme(&self) -> &Scheme {
        &self.prototype().scheme
    }

    fn captures(&self) -> &[Value] {
        &self.captures
    }
}

thread_local! {
    /// What dropped closures held, while one further out is being dropped on this thread.
    static DROPPED: RefCell<Option<Vec<Value>>> = const { RefCell::new(None) };
}

impl Drop for Closure {
    /// Drops what it held one after the other: types do not bound how deep closures hold closures, the stack would.
    fn drop(&mut self) {
        if self.captures.is_empty() {
            return;
        }
        let captures = mem::take(&mut self.captures);
        let outermost = DROPPED.try_with(|dropped| match &mut *dropped.borrow_mut() {
            Some(waiting) => {
                waiting.extend(captures);
                false
            }
            none => {
                *none = Some(captures);
                true
            }
        });
        if outermost != Ok(true) {
            return;
        }
        let next = || DROPPED.with(|dropped| dropped.borrow_mut().as_mut().and_then(Vec::pop));
        while let Some(value) = next() {
            drop(value);
        }
        DROPPED.with(|dropped| *dropped.borrow_mut() = None);
    }
}
