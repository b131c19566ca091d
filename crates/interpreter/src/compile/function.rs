//! Functions, the values they take from around them, and calls.

use fluxlet_semantic::ir::{Call, Function, LocalId, Pipe};
use fluxlet_syntax::ast::ParameterMode;
use fluxlet_syntax::{Diagnostic, Span, Stage};

use super::{Compiler, Task};
use crate::chunk::{CaptureFrom, Parameter, Site};
use crate::opcode::Op;

/// Most optional parameters of a function: a frame has one bit for each.
const OPTIONAL_PARAMETERS: usize = 64;

impl<'a> Compiler<'a> {
    pub(super) fn function(&mut self, function: &'a Function, span: Span) -> Result<(), Diagnostic> {
        let optional = function.parameters.iter().filter(|parameter| parameter.mode == ParameterMode::Optional);
        if optional.count() > OPTIONAL_PARAMETERS {
            let message = format!("a function can have {OPTIONAL_PARAMETERS} optional parameters at most");
            return Err(Diagnostic::new(Stage::Check, "limit", span, message));
        }
        self.open();
        for parameter in &function.parameters {
            self.declare(parameter.local);
        }
        self.then([
            Task::Expr(&function.result),
            Task::Emit(Op::Return, function.result.span),
            Task::Close(function, span),
        ]);
        for statement in function.body.iter().rev() {
            let span = statement.value.span;
            let end = match statement.local {
                Some(local) => Task::Declare(local, span),
                None => Task::Emit(Op::Pop, span),
            };
            self.then([Task::Expr(&statement.value), end]);
        }
        self.defaults(function);
        Ok(())
    }

    /// Fills in the parameters that were not given.
    fn defaults(&mut self, function: &'a Function) {
        let parameters = function.parameters.iter().enumerate();
        let optional = parameters.filter(|(_, parameter)| parameter.mode == ParameterMode::Optional);
        let mut tasks = Vec::new();
        for (bit, (slot, parameter)) in optional.enumerate() {
            let Some(default) = &parameter.default else { continue };
            let given = self.label();
            let span = default.span;
            tasks.push(Task::Jump(Op::Given(bit as u16, 0), given, span));
            tasks.push(Task::Expr(default));
            tasks.push(Task::Emit(Op::SetLocal(slot as u32), span));
            tasks.push(Task::Bind(given));
        }
        self.then(tasks);
    }

    pub(super) fn end_function(&mut self, function: &Function, span: Span) {
        let parameters = function.parameters.iter();
        let parameters = parameters.map(|parameter| Parameter { name: parameter.name.clone(), mode: parameter.mode });
        let index = self.close(parameters.collect(), function.scheme.clone());
        self.emit(Op::Closure(index), span);
    }

    pub(super) fn call(&mut self, call: &'a Call, span: Span) {
        let op = self.site(call, false);
        self.then([Task::Emit(op, span)]);
        self.operands(call);
    }

    pub(super) fn pipe(&mut self, pipe: &'a Pipe) {
        for (span, call) in pipe.calls.iter().rev() {
            let op = self.site(call, true);
            self.then([Task::Emit(op, *span)]);
        }
        self.then([Task::Expr(&pipe.first)]);
        for (_, call) in &pipe.calls {
            self.operands(call);
        }
    }

    /// Pushes what is called and the arguments.
    fn operands(&mut self, call: &'a Call) {
        self.then(call.arguments.iter().map(|(_, value)| Task::Expr(value)));
        self.then([Task::Expr(&call.callee)]);
    }

    fn site(&mut self, call: &Call, piped: bool) -> Op {
        self.code.sites.push(Site {
            arguments: call.arguments.iter().map(|(name, _)| name.clone()).collect(),
            piped,
            callee: call.callee.span,
            name: call.name.clone(),
        });
        Op::Call(self.code.sites.len() as u32 - 1)
    }

    /// Returns the instruction that pushes a local variable of this function or one around it.
    pub(super) fn local(&mut self, local: LocalId, span: Span) -> Result<Op, Diagnostic> {
        let place = self.places.get(&local).filter(|place| place.depth <= self.scopes.len());
        let Some(place) = place.copied() else {
            let message = "the tree names a local variable that is not in scope";
            return Err(Diagnostic::new(Stage::Check, "internal", span, message));
        };
        let mut from = CaptureFrom::Local(place.slot);
        // Each function in between takes the value from the one around it.
        for scope in &mut self.scopes[place.depth..] {
            let captures = &mut scope.captures;
            let index = *scope.captured.entry(local).or_insert_with(|| {
                captures.push(from);
                captures.len() as u32 - 1
            });
            from = CaptureFrom::Capture(index);
        }
        Ok(match from {
            CaptureFrom::Local(slot) => Op::Local(slot),
            CaptureFrom::Capture(index) => Op::Capture(index),
        })
    }
}
