//! Modules: each package is evaluated once a run, and keeps its top-level names to the end.

use std::sync::Arc;

use ecow::EcoString;
use fluxlet_runtime::{Error, Record, Result, Value};
use fluxlet_semantic::ir::PackageId;

use super::{Machine, Next, broken};
use crate::census::record_bytes;
use crate::chunk::{Code, Packages};
use crate::frame::{Body, Frame, ModuleId, ScriptFrame};

/// The modules of a run.
pub(super) struct Modules {
    source: Arc<dyn Packages>,
    main: Module,
    /// By package; none if the run has not met it yet.
    packages: Vec<Option<Module>>,
}

/// A module in a run.
struct Module {
    code: Arc<Code>,
    /// The values of the top-level names, by slot; null until they are bound.
    globals: Vec<Value>,
}

impl Modules {
    pub(super) fn new(main: &Arc<Code>, source: Arc<dyn Packages>) -> Self {
        Self { source, main: Module::new(main), packages: Vec::new() }
    }

    /// Returns the main program's names and values, and leaves nulls behind.
    pub(super) fn take_main(&mut self) -> Vec<(EcoString, Value)> {
        let values = std::mem::take(&mut self.main.globals);
        self.main.code.globals.iter().cloned().zip(values).collect()
    }

    /// Walks over the values of all top-level names.
    pub(super) fn values(&self) -> impl Iterator<Item = &Value> {
        let packages = self.packages.iter().flatten().flat_map(|module| &module.globals);
        self.main.globals.iter().chain(packages)
    }

    fn package(&self, id: PackageId) -> Result<&Module> {
        self.packages.get(id as usize).and_then(Option::as_ref).ok_or_else(missing)
    }

    fn globals(&mut self, id: ModuleId) -> Result<&mut Vec<Value>> {
        match id {
            ModuleId::Main => Ok(&mut self.main.globals),
            ModuleId::Package(id) => {
                let module = self.packages.get_mut(id as usize).and_then(Option::as_mut);
                module.map(|module| &mut module.globals).ok_or_else(missing)
            }
        }
    }

    fn get(&self, id: ModuleId, slot: u32) -> Result<&Value> {
        let module = match id {
            ModuleId::Main => &self.main,
            ModuleId::Package(id) => self.package(id)?,
        };
        module.globals.get(slot as usize).ok_or_else(broken)
    }

    fn set(&mut self, id: ModuleId, slot: u32, value: Value) -> Result<()> {
        *self.globals(id)?.get_mut(slot as usize).ok_or_else(broken)? = value;
        Ok(())
    }
}

impl Module {
    fn new(code: &Arc<Code>) -> Self {
        let mut globals = vec![Value::NULL; code.globals.len()];
        for (slot, value) in &code.builtins {
            if let Some(global) = globals.get_mut(*slot as usize) {
                global.clone_from(value);
            }
        }
        Self { code: Arc::clone(code), globals }
    }
}

impl Machine {
    /// Opens the frame of a module's top level.
    pub(super) fn open_module(&mut self, code: Arc<Code>, id: ModuleId) {
        let floor = self.stack.len();
        let body = Body::TopLevel(code, id);
        let locals = body.prototype().locals as usize;
        self.stack.resize(floor + locals, Value::NULL);
        self.open(Frame::Script(ScriptFrame { body, next: 0, base: floor, floor, given: 0, lenient: false }));
    }

    /// Begins to evaluate a package; tells whether there was anything to begin.
    pub(super) fn import(&mut self, id: PackageId) -> Result<bool> {
        let index = id as usize;
        if self.modules.packages.get(index).is_some_and(Option::is_some) {
            return Ok(false);
        }
        let code = self.modules.source.code(id)?;
        if self.modules.packages.len() <= index {
            self.modules.packages.resize_with(index + 1, || None);
        }
        self.modules.packages[index] = Some(Module::new(&code));
        self.open_module(code, ModuleId::Package(id));
        Ok(true)
    }

    /// Ends the top level of a module; with the main program's, the run.
    pub(super) fn end_module(&mut self) -> Next {
        self.pop_frame();
        if self.frames.is_empty() { Next::End(Ok(())) } else { Next::Run }
    }

    /// Keeps the value of an expression statement, if the main program made it.
    pub(super) fn result(&mut self, body: &Body, at: usize) -> Result<()> {
        let value = self.pop();
        if body.module() == ModuleId::Main {
            let span = body.prototype().spans.get(at).copied().unwrap_or_default();
            self.results.push((span, value));
        }
        Ok(())
    }

    pub(super) fn push_global(&mut self, module: ModuleId, slot: u32) -> Result<()> {
        let value = self.modules.get(module, slot)?.clone();
        self.push(value)
    }

    pub(super) fn set_global(&mut self, module: ModuleId, slot: u32) -> Result<()> {
        let value = self.pop();
        self.modules.set(module, slot, value)
    }

    pub(super) fn push_imported(&mut self, code: &Code, index: u32) -> Result<()> {
        let (package, slot) = *code.imported.get(index as usize).ok_or_else(broken)?;
        self.push_global(ModuleId::Package(package), slot)
    }

    pub(super) fn set_imported(&mut self, code: &Code, index: u32) -> Result<()> {
        let (package, slot) = *code.imported.get(index as usize).ok_or_else(broken)?;
        self.set_global(ModuleId::Package(package), slot)
    }

    /// Sets the time of the run to what the option `now` returned.
    pub(super) fn set_now(&mut self) -> Result<()> {
        match self.pop() {
            Value::Time(now) => {
                self.run.set_now(now);
                Ok(())
            }
            other => Err(Error::mismatch("the result of option `now`", "a time", other.nature_name())),
        }
    }

    /// Pushes a package as a record of its top-level names.
    pub(super) fn package(&mut self, id: PackageId) -> Result<()> {
        let count = self.modules.package(id)?.globals.len();
        self.meter.work(count as u64 / 4)?;
        self.charge(record_bytes(count))?;
        let module = self.modules.package(id)?;
        let fields = module.code.globals.iter().cloned().zip(module.globals.iter().cloned());
        let record: Record = fields.collect();
        self.push(record.into())
    }
}

/// Returns the error of a package that is used without being imported: a fault of the checker.
fn missing() -> Error {
    Error::internal("a package is used that was not imported")
}
