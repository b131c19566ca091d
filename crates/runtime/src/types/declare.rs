//! Written types to [`Scheme`]s: what a `builtin` statement declares.

use std::collections::HashMap;
use std::sync::Arc;

use ecow::EcoString;
use fluxlet_syntax::ast::{self, MonoType, MonoTypeKind, TypeExpr};
use fluxlet_syntax::{Diagnostic, Span, Stage};

use super::{Basic, FunctionType, Kind, Kinds, Parameter, ParameterMode, RecordType, Scheme, Type, Variable};
use crate::{Error, Result};

/// Turns a written type into a scheme.
///
/// ```
/// use fluxlet_runtime::types::declare;
/// use fluxlet_syntax::ast::StatementKind;
/// use fluxlet_syntax::{Limits, Source, parse};
///
/// let parsed = parse(&Source::new("pump.flux", "builtin level : (name: string) => float"), &Limits::default());
/// let StatementKind::Builtin(builtin) = &parsed.file.statements[0].kind else { panic!("it is a builtin") };
/// assert_eq!(declare(&builtin.ty).map(|scheme| scheme.to_string()).ok().as_deref(), Some("(name: string) => float"));
/// ```
///
/// # Errors
/// A diagnostic at the unknown type, the unknown kind, the constraint on a variable that does not occur, or the second
/// pipe parameter.
pub fn declare(expression: &TypeExpr) -> Result<Scheme, Diagnostic> {
    let mut declarer = Declarer { variables: HashMap::new(), kinds: Vec::new() };
    let ty = declarer.ty(&expression.ty)?;
    for constraint in &expression.constraints {
        let name = &constraint.variable.name;
        let Some(&variable) = declarer.variables.get(name) else {
            let message = format!("`{name}` does not occur in the type");
            return Err(problem("unknown-type-variable", constraint.variable.span, message));
        };
        for kind in &constraint.kinds {
            let Some(found) = Kind::ALL.into_iter().find(|known| known.as_str() == kind.name) else {
                return Err(problem("unknown-kind", kind.span, format!("there is no kind `{}`", kind.name)));
            };
            let kinds = &mut declarer.kinds[variable.0 as usize];
            *kinds = kinds.with(found);
        }
    }
    Ok(Scheme { kinds: declarer.kinds, ty })
}

/// Turns the text of a type, such as `(v: A) => string where A: Stringable`, into a scheme.
///
/// ```
/// use fluxlet_runtime::types::{Kind, declare_text};
///
/// let scheme = declare_text("(v: A, ?times: int) => [A] where A: Stringable")?;
/// assert!(scheme.kinds[0].contains(Kind::Stringable));
/// assert_eq!(scheme.ty.to_string(), "(?times: int, v: A) => [A]");
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
///
/// # Errors
/// `invalid` with what is wrong with the text.
pub fn declare_text(text: &str) -> Result<Scheme> {
    fluxlet_syntax::parse_type(text)
        .and_then(|expression| declare(&expression))
        .map_err(|problem| Error::invalid(format!("`{text}` is no type: {}", problem.message)))
}

struct Declarer {
    variables: HashMap<EcoString, Variable>,
    kinds: Vec<Kinds>,
}

impl Declarer {
    fn ty(&mut self, ty: &MonoType) -> Result<Type, Diagnostic> {
        Ok(match &ty.kind {
            MonoTypeKind::Named(name) => match Basic::ALL.into_iter().find(|basic| basic.as_str() == name) {
                Some(basic) => Type::Basic(basic),
                None => return Err(problem("unknown-type", ty.span, format!("there is no type `{name}`"))),
            },
            MonoTypeKind::Variable(name) => Type::Variable(self.variable(name)),
            MonoTypeKind::Array(element) => Type::Array(Arc::new(self.ty(element)?)),
            MonoTypeKind::Stream(element) => Type::Stream(Arc::new(self.ty(element)?)),
            MonoTypeKind::Vector(element) => Type::Vector(Arc::new(self.ty(element)?)),
            MonoTypeKind::Dict(parts) => Type::Dict(Arc::new((self.ty(&parts.0)?, self.ty(&parts.1)?))),
            MonoTypeKind::Record(record) => Type::Record(Arc::new(self.record(record)?)),
            MonoTypeKind::Function(function) => Type::Function(Arc::new(self.function(function)?)),
            MonoTypeKind::Label(name) => Type::Label(name.clone()),
            MonoTypeKind::Bad => return Err(problem("unknown-type", ty.span, "no type stands here".to_owned())),
        })
    }

    fn record(&mut self, record: &ast::RecordType) -> Result<RecordType, Diagnostic> {
        let mut fields = Vec::with_capacity(record.properties.len());
        for (key, ty) in &record.properties {
            fields.push((key.name().clone(), self.ty(ty)?));
        }
        let row = record.base.as_ref().map(|base| self.variable(&base.name));
        Ok(RecordType { fields, row })
    }

    fn function(&mut self, function: &ast::FunctionType) -> Result<FunctionType, Diagnostic> {
        let mut parameters: Vec<Parameter> = Vec::with_capacity(function.parameters.len());
        for parameter in &function.parameters {
            if parameter.mode == ParameterMode::Pipe && parameters.iter().any(|p| p.mode == ParameterMode::Pipe) {
                let message = "a function has at most one pipe parameter".to_owned();
                return Err(problem("second-pipe-parameter", parameter.span, message));
            }
            let name = parameter.name.as_ref().map_or("<-".into(), |name| name.name.clone());
            parameters.push(Parameter { name, mode: parameter.mode, ty: self.ty(&parameter.ty)? });
        }
        Ok(FunctionType { parameters, result: self.ty(&function.result)? })
    }

    fn variable(&mut self, name: &EcoString) -> Variable {
        let kinds = &mut self.kinds;
        *self.variables.entry(name.clone()).or_insert_with(|| {
            kinds.push(Kinds::NONE);
            Variable(kinds.len() as u32 - 1)
        })
    }
}

fn problem(code: &'static str, span: Span, message: String) -> Diagnostic {
    Diagnostic::new(Stage::Check, code, span, message)
}
