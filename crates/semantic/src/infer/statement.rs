//! Statements at the top of a file.

use fluxlet_runtime::types::declare;
use fluxlet_syntax::ast::{
    Assignment, BuiltinDeclaration, Ident, OptionAssignment, Statement, StatementKind, Testcase,
};
use fluxlet_syntax::{Diagnostic, Span, Stage};

use super::expression::place;
use super::undefined::assigned;
use super::{Infer, OpenGlobal, Typed};
use crate::facts::DefinitionKind;
use crate::ir;
use crate::origin::{Cause, Why};
use crate::scope::Binding;
use crate::shape::{clip, shape};
use crate::table::TypeId;

impl Infer<'_> {
    pub(super) fn statement(&mut self, statement: &Statement) -> Vec<ir::Statement> {
        if self.exhausted {
            // The program is refused; what follows would only cost more.
            return Vec::new();
        }
        let mut typed = match &statement.kind {
            StatementKind::Expression(expr) => Some(ir::Statement::Expression(self.definition(expr).0)),
            StatementKind::Assignment(assignment) => Some(self.assignment(assignment, false)),
            StatementKind::Option(option) => self.option(option),
            StatementKind::Builtin(declaration) => self.builtin(declaration),
            StatementKind::Testcase(testcase) => {
                let message = format!("test case `{}` can be run by a test runner only", clip(&testcase.name.name));
                let problem = Diagnostic::new(Stage::Check, "testcase-outside-tests", statement.span, message);
                self.conversion.push(problem.help("run it with `fluxlet test`"));
                None
            }
            StatementKind::Return(expr) => {
                let message = "`return` stands outside a function".to_owned();
                self.problem("outer-return", expr.span, message);
                None
            }
            StatementKind::Bad => None,
        };
        self.refuse_cut_types(statement.span);
        // Nothing that follows can change the types of this statement.
        if let Some(
            ir::Statement::Expression(value)
            | ir::Statement::Assign { value, .. }
            | ir::Statement::SetOption { value, .. },
        ) = &mut typed
        {
            self.settle(value);
        }
        let now = match &statement.kind {
            StatementKind::Option(option) => typed.as_ref().and_then(|typed| set_now(option, typed)),
            _ => None,
        };
        typed.into_iter().chain(now).collect()
    }

    /// Makes the name that a statement has bound fit everything.
    pub(super) fn forget_type(&mut self, statement: &Statement) {
        let name = match &statement.kind {
            StatementKind::Assignment(assignment) => &assignment.name.name,
            StatementKind::Option(option) if option.package.is_none() => &option.name.name,
            _ => return,
        };
        let any = self.table.error();
        let binding = match self.scopes.get(name) {
            Some(&Binding::Global(slot, _)) => Binding::Global(slot, any),
            Some(&Binding::PreludeOption { package, slot, .. }) => Binding::PreludeOption { package, slot, ty: any },
            _ => return,
        };
        self.scopes.bind(name.clone(), binding);
    }

    /// Infers the body of a test case, whose names are known in it alone. What is wrong with the body of one that extends
    /// another is not told: it may use names of the other.
    pub(super) fn testcase(&mut self, testcase: &Testcase, span: Span) {
        let (conversion, inference) = (self.conversion.len(), self.inference.len());
        self.scopes.enter();
        self.later.push(assigned(&testcase.body.statements));
        if let Some(facts) = &mut self.facts {
            facts.enter(span);
        }
        for statement in &testcase.body.statements {
            self.statement(statement);
        }
        if let Some(facts) = &mut self.facts {
            facts.leave();
        }
        self.later.pop();
        self.scopes.leave();
        if testcase.extends.is_some() {
            self.conversion.truncate(conversion);
            self.inference.truncate(inference);
        }
    }

    /// Infers a value whose type may be taken anew at each use.
    pub(super) fn definition(&mut self, value: &fluxlet_syntax::ast::Expr) -> Typed {
        self.table.enter();
        let (value, ty) = self.expr(value);
        self.table.leave();
        self.table.generalize(ty);
        (value, ty)
    }

    fn assignment(&mut self, assignment: &Assignment, option: bool) -> ir::Statement {
        self.defining.push(assignment.name.name.clone());
        let (value, ty) = self.definition(&assignment.value);
        self.defining.pop();
        let ty = self.table.assigned(ty, assignment.name.span, &assignment.name.name);
        let kind = if option { DefinitionKind::Option } else { DefinitionKind::Variable };
        let slot = self.global(&assignment.name, assignment.value.span.end, ty, kind);
        ir::Statement::Assign { slot, value }
    }

    /// Binds a top-level name, which is known from the offset `from` on.
    fn global(&mut self, name: &Ident, from: u32, ty: TypeId, kind: DefinitionKind) -> u32 {
        let slot = self.globals.len() as u32;
        self.globals.push(OpenGlobal { name: name.name.clone(), ty, option: kind == DefinitionKind::Option });
        self.scopes.bind(name.name.clone(), Binding::Global(slot, ty));
        if let Some(facts) = &mut self.facts {
            facts.global(slot, name, from, kind, ty);
        }
        slot
    }

    /// In the main program, an option of the prelude is set; any other is a new one.
    fn option(&mut self, option: &OptionAssignment) -> Option<ir::Statement> {
        let name = &option.name.name;
        let Some(package) = &option.package else {
            let prelude = self.prelude().iter().rev().find_map(|exports| {
                let export = exports.members.get(name).filter(|export| export.option)?;
                Some((exports.id, export.slot))
            });
            return Some(match prelude {
                Some((package, slot)) => {
                    self.used.insert(package);
                    let (value, ty) = self.definition(&option.value);
                    self.scopes.bind(name.clone(), Binding::PreludeOption { package, slot, ty });
                    if let Some(facts) = &mut self.facts {
                        facts.named(&option.name, option.value.span.end, DefinitionKind::Option, ty);
                    }
                    ir::Statement::SetOption { package, slot, value }
                }
                None => {
                    let assignment = Assignment { name: option.name.clone(), value: option.value.clone() };
                    self.assignment(&assignment, true)
                }
            });
        };
        let exports = match self.scopes.get(&package.name) {
            Some(Binding::Package(exports)) => exports.clone(),
            Some(Binding::Broken) => return None,
            Some(_) => {
                let message = format!("`{}` is not an imported package", clip(&package.name));
                self.problem("not-a-package", package.span, message);
                return None;
            }
            None => {
                self.undefined(&package.name, Some(&option.name.name), package.span);
                return None;
            }
        };
        if let Some(facts) = &mut self.facts {
            facts.uses_named(&package.name, package.span);
            if exports.members.contains_key(name) {
                facts.uses_member(&exports.path, name, option.name.span);
            }
        }
        let (value, ty) = self.definition(&option.value);
        let Some(export) = exports.members.get(name) else {
            let problem = self.missing_member(&exports, name, package.span, option.name.span);
            self.inference.push(problem);
            return None;
        };
        let declared = self.table.import(&export.scheme);
        let found = self.table.instantiate(ty);
        let before = self.inference.len();
        if !self.unify(declared, found, place(&option.value), Cause { span: package.span, why: Why::Option }) {
            let shape = shape(&mut self.table, declared);
            self.note(before, &format!("the option `{name}` of package `{}` is `{shape}`", clip(&exports.path)));
        }
        if export.option {
            Some(ir::Statement::SetOption { package: exports.id, slot: export.slot, value })
        } else {
            // Flux accepts this and changes nothing.
            None
        }
    }

    fn builtin(&mut self, declaration: &BuiltinDeclaration) -> Option<ir::Statement> {
        let ty = match declare(&declaration.ty) {
            Ok(scheme) => {
                self.table.enter();
                let ty = self.table.import(&scheme);
                self.table.leave();
                self.table.generalize(ty);
                ty
            }
            Err(problem) => {
                self.conversion.push(problem);
                self.table.error()
            }
        };
        let slot = self.global(&declaration.name, declaration.ty.span.end, ty, DefinitionKind::Builtin);
        Some(ir::Statement::Builtin { slot })
    }
}

/// Setting the option `now` of the prelude also sets the time of the run: to what the new function returns at once.
fn set_now(option: &OptionAssignment, typed: &ir::Statement) -> Option<ir::Statement> {
    let ir::Statement::SetOption { package, slot, value } = typed else { return None };
    if option.package.is_some() || option.name.name != "now" {
        return None;
    }
    let span = value.span;
    let callee = ir::Expr { span, kind: ir::ExprKind::Imported { package: *package, slot: *slot } };
    let call = ir::Call { callee, arguments: Vec::new(), name: "now".into() };
    Some(ir::Statement::SetNow(ir::Expr { span, kind: ir::ExprKind::Call(Box::new(call)) }))
}
