//! Typed tree to bytecode, without recursion: what is still to be compiled waits on a list, the next on top.

mod expression;
mod function;
mod logic;
mod record;
mod string;

use std::collections::HashMap;
use std::sync::Arc;

use ecow::EcoString;
use fluxlet_runtime::Value;
use fluxlet_runtime::types::{Scheme, Type};
use fluxlet_semantic::ir::{Expr, Function, LocalId, Module, Statement};
use fluxlet_syntax::{Diagnostic, Source, Span};

use crate::chunk::{CaptureFrom, Code, Parameter, Prototype};
use crate::opcode::Op;

/// Compiles a module. `builtins` are the values of its `builtin` statements; one that is missing is null.
///
/// # Errors
/// `limit` for a function with more than 64 optional parameters, `internal` for a tree that names a local variable out of
/// its scope.
pub fn compile(
    module: &Module,
    source: &Source,
    builtins: &HashMap<EcoString, Value>,
) -> Result<Arc<Code>, Diagnostic> {
    let globals: Vec<EcoString> = module.globals.iter().map(|global| global.name.clone()).collect();
    let bound = module.statements.iter().filter_map(|statement| match statement {
        Statement::Builtin { slot } => {
            let name = globals.get(*slot as usize)?;
            Some((*slot, builtins.get(name).cloned().unwrap_or_default()))
        }
        _ => None,
    });
    let builtins = bound.collect();
    let code = Code {
        source: source.clone(),
        functions: Vec::new(),
        constants: Vec::new(),
        names: Vec::new(),
        sites: Vec::new(),
        shapes: Vec::new(),
        imported: Vec::new(),
        globals,
        builtins,
    };
    let mut compiler = Compiler {
        code,
        scopes: Vec::new(),
        places: HashMap::new(),
        labels: Vec::new(),
        tasks: Vec::new(),
        names: HashMap::new(),
        imported: HashMap::new(),
    };
    compiler.module(module)?;
    Ok(Arc::new(compiler.code))
}

/// What is known in the middle of a module.
struct Compiler<'a> {
    code: Code,
    /// The functions around this place, the top level first.
    scopes: Vec<Scope>,
    places: HashMap<LocalId, Place>,
    /// The jumps that wait for each label.
    labels: Vec<Vec<usize>>,
    /// What is to be done, the next last.
    tasks: Vec<Task<'a>>,
    names: HashMap<EcoString, u32>,
    imported: HashMap<(u32, u32), u32>,
}

/// A function that is being compiled.
struct Scope {
    /// Its place among the functions.
    index: usize,
    ops: Vec<Op>,
    spans: Vec<Span>,
    captures: Vec<CaptureFrom>,
    captured: HashMap<LocalId, u32>,
    /// Slots in use, parameters included.
    slots: u32,
    /// Where a jump lands, the last such place.
    landing: usize,
}

impl Scope {
    /// Takes the instructions back that push operands of `op`, as far as an instruction exists that reads them itself.
    fn join(&mut self, op: Op) -> Op {
        let free = self.ops.get(self.landing..).unwrap_or_default();
        let (joined, count) = match (free, op) {
            (&[.., Op::Local(left), Op::Local(right)], Op::Binary(op)) => match (left.try_into(), right.try_into()) {
                (Ok(left), Ok(right)) => (Op::LocalBinaryLocal(op, left, right), 2),
                _ => (Op::BinaryLocal(op, right), 1),
            },
            (&[.., Op::Local(left), Op::Constant(right)], Op::Binary(op)) => {
                match (left.try_into(), right.try_into()) {
                    (Ok(left), Ok(right)) => (Op::LocalBinaryConstant(op, left, right), 2),
                    _ => (Op::BinaryConstant(op, right), 1),
                }
            }
            (&[.., Op::Local(right)], Op::Binary(op)) => (Op::BinaryLocal(op, right), 1),
            (&[.., Op::Constant(right)], Op::Binary(op)) => (Op::BinaryConstant(op, right), 1),
            (&[.., Op::Local(slot)], Op::Member(name)) => match slot.try_into() {
                Ok(slot) => (Op::LocalMember(slot, name), 1),
                Err(_) => (op, 0),
            },
            _ => (op, 0),
        };
        let rest = self.ops.len() - count;
        self.ops.truncate(rest);
        self.spans.truncate(rest);
        joined
    }
}

/// Where a local variable lives.
#[derive(Clone, Copy)]
struct Place {
    /// How many functions are around its own.
    depth: usize,
    slot: u32,
}

/// The target of jumps, not known yet.
#[derive(Clone, Copy)]
struct Label(usize);

enum Task<'a> {
    /// Pushes the value of an expression.
    Expr(&'a Expr),
    Emit(Op, Span),
    /// Emits a jump; its target follows.
    Jump(Op, Label, Span),
    /// Lets the jumps to a label land here.
    Bind(Label),
    /// Pops the top into a new local variable.
    Declare(LocalId, Span),
    /// Ends a function and pushes it.
    Close(&'a Function, Span),
}

impl<'a> Compiler<'a> {
    fn module(&mut self, module: &'a Module) -> Result<(), Diagnostic> {
        self.open();
        for &package in &module.imports {
            self.emit(Op::Import(package), Span::default());
        }
        for statement in &module.statements {
            match statement {
                Statement::Expression(value) => self.then([Task::Expr(value), Task::Emit(Op::Result, value.span)]),
                Statement::Assign { slot, value } => {
                    self.then([Task::Expr(value), Task::Emit(Op::SetGlobal(*slot), value.span)]);
                }
                Statement::SetOption { package, slot, value } => {
                    let option = self.import(*package, *slot);
                    self.then([Task::Expr(value), Task::Emit(Op::SetImported(option), value.span)]);
                }
                Statement::SetNow(value) => self.then([Task::Expr(value), Task::Emit(Op::SetNow, value.span)]),
                Statement::Builtin { .. } => {}
            }
            self.work()?;
        }
        self.emit(Op::End, Span::default());
        self.close(Vec::new(), Scheme::of(Type::Null));
        Ok(())
    }

    fn work(&mut self) -> Result<(), Diagnostic> {
        while let Some(task) = self.tasks.pop() {
            match task {
                Task::Expr(expr) => self.expression(expr)?,
                Task::Emit(op, span) => self.emit(op, span),
                Task::Jump(op, label, span) => {
                    let at = self.scope().ops.len();
                    self.labels[label.0].push(at);
                    self.emit(op, span);
                }
                Task::Bind(label) => self.bind(label),
                Task::Declare(local, span) => {
                    let slot = self.declare(local);
                    self.emit(Op::SetLocal(slot), span);
                }
                Task::Close(function, span) => self.end_function(function, span),
            }
        }
        Ok(())
    }

    /// Puts tasks in front of all others, to be done in the order given.
    fn then(&mut self, tasks: impl IntoIterator<Item = Task<'a>, IntoIter: DoubleEndedIterator>) {
        self.tasks.extend(tasks.into_iter().rev());
    }

    fn open(&mut self) {
        let index = self.code.functions.len();
        // Keeps the place; `close` puts the function there.
        self.code.functions.push(Prototype {
            parameters: Vec::new(),
            locals: 0,
            captures: Vec::new(),
            ops: Vec::new(),
            spans: Vec::new(),
            scheme: Scheme::of(Type::Null),
        });
        self.scopes.push(Scope {
            index,
            ops: Vec::new(),
            spans: Vec::new(),
            captures: Vec::new(),
            captured: HashMap::new(),
            slots: 0,
            landing: 0,
        });
    }

    /// Ends the innermost function and returns its place among the functions.
    fn close(&mut self, parameters: Vec<Parameter>, scheme: Scheme) -> u32 {
        let scope = self.scopes.pop().expect("each close follows an open");
        let locals = scope.slots - parameters.len() as u32;
        let Scope { index, ops, spans, captures, .. } = scope;
        self.code.functions[index] = Prototype { parameters, locals, captures, ops, spans, scheme };
        index as u32
    }

    fn scope(&mut self) -> &mut Scope {
        self.scopes.last_mut().expect("the top level is open as long as there are tasks")
    }

    fn emit(&mut self, op: Op, span: Span) {
        let scope = self.scope();
        let op = scope.join(op);
        scope.ops.push(op);
        scope.spans.push(span);
    }

    fn label(&mut self) -> Label {
        self.labels.push(Vec::new());
        Label(self.labels.len() - 1)
    }

    fn bind(&mut self, label: Label) {
        let jumps = std::mem::take(&mut self.labels[label.0]);
        let scope = self.scope();
        scope.landing = scope.ops.len();
        let here = scope.landing as u32;
        for at in jumps {
            match &mut scope.ops[at] {
                Op::Short(_, target) | Op::Unless(target) | Op::Jump(target) | Op::Given(_, target) => *target = here,
                _ => {}
            }
        }
    }

    /// Gives a local variable a slot of the innermost function.
    fn declare(&mut self, local: LocalId) -> u32 {
        let depth = self.scopes.len();
        let scope = self.scope();
        let slot = scope.slots;
        scope.slots += 1;
        self.places.insert(local, Place { depth, slot });
        slot
    }

    fn constant(&mut self, value: Value) -> Op {
        self.code.constants.push(value);
        Op::Constant(self.code.constants.len() as u32 - 1)
    }

    fn name(&mut self, name: &EcoString) -> u32 {
        let names = &mut self.code.names;
        *self.names.entry(name.clone()).or_insert_with(|| {
            names.push(name.clone());
            names.len() as u32 - 1
        })
    }

    fn import(&mut self, package: u32, slot: u32) -> u32 {
        let imported = &mut self.code.imported;
        *self.imported.entry((package, slot)).or_insert_with(|| {
            imported.push((package, slot));
            imported.len() as u32 - 1
        })
    }
}
