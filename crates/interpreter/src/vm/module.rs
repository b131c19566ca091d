//! Modules: each package is evaluated once a run or session, and keeps its top-level names to the end.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use ecow::EcoString;
use fluxlet_runtime::{Error, Record, Result, Value};
use fluxlet_semantic::ir::PackageId;

use super::execute::Here;
use super::{Machine, Next, State, broken};
use crate::census::record_bytes;
use crate::chunk::{Code, Packages, TOP_LEVEL};
use crate::closure::Home;
use crate::frame::{Body, FIRST_INPUT, Frame, ModuleId, Place, ScriptFrame, Work};

/// What stays of a run: the packages it has evaluated, and its main program.
///
/// In a session it is what one input leaves to the next, see [`Vm::next`](crate::Vm::next).
pub struct Modules {
    pub(super) home: Arc<Home>,
    source: Arc<dyn Packages>,
    /// The main programs, the one that runs last; `None` where nothing of one is known any more.
    inputs: Vec<Option<Module>>,
    /// The packages that the run has met, in the order of their places: of many that there are, most runs meet a few.
    packages: Vec<(PackageId, Module)>,
}

/// A module in a run.
struct Module {
    code: Arc<Code>,
    /// The values of the top-level names, by slot; null until they are bound.
    globals: Vec<Value>,
    /// How many of the names are bound: the first ones.
    bound: usize,
    /// Whether its top level has come to its end.
    complete: bool,
    /// The slots whose values were forgotten.
    forgotten: HashSet<u32>,
}

impl Modules {
    /// Starts without any.
    pub fn new(source: Arc<dyn Packages>) -> Self {
        Self { home: Arc::new(Home), source, inputs: Vec::new(), packages: Vec::new() }
    }

    /// Returns the place at which later inputs find the next one; `None` after 2³¹ inputs.
    pub fn next_input(&self) -> Option<PackageId> {
        u32::try_from(self.inputs.len()).ok()?.checked_add(FIRST_INPUT)
    }

    /// Adds the module of a main program.
    pub(super) fn add_input(&mut self, code: &Arc<Code>) -> ModuleId {
        self.inputs.push(Some(Module::new(code)));
        ModuleId::Input(self.inputs.len() as u32 - 1)
    }

    /// Returns the names of the newest main program that are bound, and their values.
    pub(super) fn bindings(&self) -> Vec<(EcoString, Value)> {
        let Some(Some(input)) = self.inputs.last() else { return Vec::new() };
        input.code.globals.iter().cloned().zip(input.globals.iter().cloned()).take(input.bound).collect()
    }

    /// Forgets the packages whose top level was left before its end: the next import evaluates them again.
    pub(super) fn forget_incomplete(&mut self) {
        self.packages.retain(|(_, module)| module.complete);
    }

    /// Walks over the values of all top-level names.
    pub(super) fn values(&self) -> impl Iterator<Item = &Value> {
        self.inputs.iter().flatten().flat_map(|module| &module.globals).chain(self.package_values())
    }

    /// Walks over the values of the top-level names of packages.
    pub(super) fn package_values(&self) -> impl Iterator<Item = &Value> {
        self.packages.iter().flat_map(|(_, module)| &module.globals)
    }

    /// Returns the value of a name of a main program.
    pub(super) fn input_value(&self, input: u32, slot: u32) -> Option<&Value> {
        self.inputs.get(input as usize)?.as_ref()?.globals.get(slot as usize)
    }

    /// Returns the slots of the names of a main program.
    pub(super) fn input_slots(&self, input: u32) -> Range<u32> {
        let module = self.inputs.get(input as usize).and_then(Option::as_ref);
        0..module.map_or(0, |module| module.globals.len() as u32)
    }

    /// Keeps the values of main programs that `stays` names by program and slot.
    pub(super) fn retain_inputs(&mut self, stays: impl Fn(u32, u32) -> bool) {
        for (input, place) in (0..).zip(&mut self.inputs) {
            let Some(module) = place else { continue };
            let mut any = false;
            for (slot, value) in (0..).zip(&mut module.globals) {
                if stays(input, slot) {
                    any = true;
                } else {
                    *value = Value::NULL;
                    module.forgotten.insert(slot);
                }
            }
            if !any {
                *place = None;
            }
        }
    }

    /// Returns the value of a top-level name of a package that was evaluated.
    pub(super) fn exported(&self, path: &str, name: &str) -> Option<&Value> {
        let is_wanted = |(_, module): &&(PackageId, Module)| {
            let (folder, _) = module.code.source.name().rsplit_once('/').unwrap_or_default();
            folder == path
        };
        let (_, module) = self.packages.iter().find(is_wanted)?;
        let slot = module.code.globals.iter().take(module.bound).position(|known| known == name)?;
        module.globals.get(slot)
    }

    fn package(&self, id: PackageId) -> Result<&Module> {
        let index = self.find(id).map_err(|_| missing())?;
        self.packages.get(index).map(|(_, module)| module).ok_or_else(missing)
    }

    /// Returns where the package is, or where it would stand.
    fn find(&self, id: PackageId) -> std::result::Result<usize, usize> {
        self.packages.binary_search_by_key(&id, |(id, _)| *id)
    }

    fn module(&mut self, id: ModuleId) -> Result<&mut Module> {
        let module = match id {
            ModuleId::Input(index) => self.inputs.get_mut(index as usize).and_then(Option::as_mut),
            ModuleId::Package(id) => {
                let index = self.find(id).map_err(|_| missing())?;
                self.packages.get_mut(index).map(|(_, module)| module)
            }
        };
        module.ok_or_else(missing)
    }

    #[inline]
    fn get(&self, id: ModuleId, slot: u32) -> Result<&Value> {
        let module = match id {
            ModuleId::Input(index) => self.inputs.get(index as usize).and_then(Option::as_ref).ok_or_else(forgotten)?,
            ModuleId::Package(id) => self.package(id)?,
        };
        match module.globals.get(slot as usize) {
            Some(Value::Null(_)) if module.forgotten.contains(&slot) => Err(forgotten()),
            value => value.ok_or_else(broken),
        }
    }

    fn set(&mut self, id: ModuleId, slot: u32, value: Value) -> Result<()> {
        let module = self.module(id)?;
        *module.globals.get_mut(slot as usize).ok_or_else(broken)? = value;
        module.bound = module.bound.max(slot as usize + 1);
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
        Self { code: Arc::clone(code), globals, bound: 0, complete: false, forgotten: HashSet::new() }
    }
}

impl Machine {
    /// Opens the frame of a module's top level.
    pub(super) fn open_module(&mut self, code: Arc<Code>, id: ModuleId) {
        let floor = self.state.stack.len();
        let locals = code.functions[TOP_LEVEL as usize].locals as usize;
        let body = Body::TopLevel(code, id);
        self.state.stack.resize(floor + locals, Value::NULL);
        self.frames.push(Frame::Script(ScriptFrame {
            body,
            place: Place::default(),
            base: floor,
            floor,
            given: 0,
            lenient: false,
        }));
    }

    /// Begins to evaluate a package, if there is anything to begin.
    pub(super) fn import(&mut self, id: PackageId) -> Result<()> {
        let modules = &mut self.state.modules;
        let Err(place) = modules.find(id) else { return Ok(()) };
        let code = modules.source.code(id)?;
        modules.packages.insert(place, (id, Module::new(&code)));
        self.open_module(code, ModuleId::Package(id));
        Ok(())
    }

    /// Ends the top level of a module; with the main program's, the run.
    pub(super) fn end_module(&mut self) -> Next {
        if let Some((_, work)) = Work::innermost(&self.frames)
            && let Ok(module) = self.state.modules.module(work.module)
        {
            module.complete = true;
        }
        self.pop_frame();
        if self.frames.is_empty() { Next::End(Ok(())) } else { Next::Run }
    }
}

impl State {
    /// Keeps the value of an expression statement, if the main program made it.
    pub(super) fn result(&mut self, work: Work, at: usize) -> Result<()> {
        let value = self.pop();
        if let ModuleId::Input(_) = work.module {
            let span = work.prototype.spans.get(at).copied().unwrap_or_default();
            self.results.push((span, value));
        }
        Ok(())
    }

    #[inline]
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
        self.push_global(package.into(), slot)
    }

    pub(super) fn set_imported(&mut self, code: &Code, index: u32) -> Result<()> {
        let (package, slot) = *code.imported.get(index as usize).ok_or_else(broken)?;
        self.set_global(package.into(), slot)
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
    pub(super) fn package(&mut self, here: &Here, id: PackageId) -> Result<()> {
        let count = self.modules.package(id)?.globals.len();
        self.meter.work(count as u64 / 4)?;
        self.charge(here, record_bytes(count))?;
        let module = self.modules.package(id)?;
        let fields = module.code.globals.iter().cloned().zip(module.globals.iter().cloned());
        let record: Record = fields.collect();
        self.push(record.into())
    }
}

/// Returns the error of a function that has outlived the input it is from.
fn forgotten() -> Error {
    Error::invalid("the function reads names of an earlier input, which were forgotten when they were bound anew")
}

/// Returns the error of a package that is used without being imported: a fault of the checker.
fn missing() -> Error {
    Error::internal("a package is used that was not imported")
}
