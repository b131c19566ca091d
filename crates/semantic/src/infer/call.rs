//! Calls and pipes.

use ecow::EcoString;
use fluxlet_runtime::types::ParameterMode;
use fluxlet_syntax::ast::{Call, Expr, ExprKind, Ident, Pipe, Property};
use fluxlet_syntax::{Edit, Span};

use super::expression::place;
use super::{Infer, Typed};
use crate::advice::{list, similar, some_value};
use crate::ir;
use crate::origin::Why;
use crate::shape::{clip, named, shape};
use crate::table::{Node, Parameter, TypeId};
use crate::unify::Mismatch;

/// A call whose piped value is not known yet.
struct OpenCall {
    typed: ir::Call,
    callee: TypeId,
    /// The arguments.
    parameters: Vec<Parameter>,
}

/// Longest signature that is shown whole, in characters.
const LONGEST_SIGNATURE: usize = 120;

impl Infer<'_> {
    /// Infers `FIRST |> CALL |> CALL`; what is called stands before what is piped into it, so the last call begins.
    pub(super) fn pipe(&mut self, pipe: &Pipe, span: Span) -> Typed {
        let mut open = Vec::with_capacity(pipe.calls.len());
        for call in pipe.calls.iter().rev() {
            open.push(match &call.kind {
                ExprKind::Call(inner) => Some((call.span, &**inner, self.open_call(inner))),
                // The parser tells of what is no call.
                _ => None,
            });
        }
        let (first, mut ty) = self.expr(&pipe.first);
        let mut piped_at = place(&pipe.first);
        let mut end = piped_at;
        let mut calls = Vec::with_capacity(open.len());
        while let Some(next) = open.pop() {
            let Some((call_span, call, OpenCall { typed, callee, mut parameters })) = next else {
                ty = self.table.error();
                continue;
            };
            parameters.push(Parameter { name: "<-".into(), mode: ParameterMode::Pipe, ty });
            ty = self.finish_call(call, callee, parameters, Some(piped_at), call_span);
            if let Some(facts) = &mut self.facts {
                facts.ty(call_span, ty);
            }
            piped_at = Span::new(span.start, call_span.end);
            end = call_span;
            calls.push((call_span, typed));
        }
        (ir::Expr { span: end, kind: ir::ExprKind::Pipe(Box::new(ir::Pipe { first, calls })) }, ty)
    }

    pub(super) fn call(&mut self, call: &Call, span: Span) -> Typed {
        let OpenCall { typed, callee, parameters } = self.open_call(call);
        let result = self.finish_call(call, callee, parameters, None, span);
        (ir::Expr { span, kind: ir::ExprKind::Call(Box::new(typed)) }, result)
    }

    /// Infers what is called, and its arguments.
    fn open_call(&mut self, call: &Call) -> OpenCall {
        let (callee, callee_type) = self.expr(&call.callee);
        let mut arguments = Vec::with_capacity(call.arguments.len());
        let mut parameters = Vec::with_capacity(call.arguments.len() + 1);
        for argument in &call.arguments {
            let (value, ty) = self.property(argument);
            let name = argument.key.name().clone();
            // A name that is given twice fails when the call is made; its last type counts until then.
            match parameters.iter_mut().find(|known: &&mut Parameter| known.name == name) {
                Some(known) => known.ty = ty,
                None => parameters.push(Parameter { name: name.clone(), mode: ParameterMode::Required, ty }),
            }
            arguments.push((name, value));
        }
        let typed = ir::Call { callee, arguments, name: name(&call.callee) };
        OpenCall { typed, callee: callee_type, parameters }
    }

    /// Returns the result of calling `callee` with `parameters` at `span`, which leaves the piped value out.
    fn finish_call(
        &mut self,
        call: &Call,
        callee: TypeId,
        parameters: Vec<Parameter>,
        piped_at: Option<Span>,
        span: Span,
    ) -> TypeId {
        let result = self.table.variable();
        let found = self.table.function(parameters, result);
        self.table.origins.because(call.callee.span, Why::Call(clip(&full_name(&call.callee)).into()));
        let mismatches = self.table.unify(callee, found);
        if !mismatches.is_empty() {
            if let (Node::Function(_), Node::Function(given)) = (self.table.node(callee), self.table.node(found)) {
                self.tell_call(call, piped_at, callee, &given.parameters, &mismatches, span);
            } else {
                self.tell_no_function(call, callee, &mismatches, span);
                // The result of what is no function fits everything.
                let error = self.table.error();
                self.table.unify(error, result);
            }
        }
        result
    }

    fn tell_call(
        &mut self,
        call: &Call,
        piped: Option<Span>,
        callee: TypeId,
        types: &[Parameter],
        mismatches: &[Mismatch],
        span: Span,
    ) {
        let start = self.inference.len();
        for mismatch in without_consequences(mismatches) {
            let before = self.inference.len();
            let argument = argument(mismatch, &call.arguments);
            self.tell(std::slice::from_ref(mismatch), argument.unwrap_or(span));
            if let Mismatch::Argument(..) = mismatch
                && let (None, Some(piped)) = (argument, piped)
            {
                self.label(before, piped, "the piped value");
            }
            if let (Mismatch::Argument(name, inner), Some(_)) = (mismatch, argument)
                && let Mismatch::MissingArgument(_) | Mismatch::ExtraArgument { .. } = **inner
            {
                self.name_parameters(before, callee, name, call);
            }
            self.tell_partner(before, mismatch, call, types);
            self.fix_argument(before, mismatch, call, callee, span);
            let concerned = match mismatch {
                Mismatch::Argument(name, _) => Some(name.as_str()),
                _ => None,
            };
            let note = self.signature(call, callee, concerned);
            self.note(before, &note);
        }
        // The call itself is no reason for what it asks.
        for problem in &mut self.inference[start..] {
            problem.labels.retain(|label| label.span != call.callee.span);
        }
    }

    /// Says how an argument that is missing, misspelt or too many is mended.
    fn fix_argument(&mut self, before: usize, mismatch: &Mismatch, call: &Call, callee: TypeId, span: Span) {
        let edit = match mismatch {
            Mismatch::MissingArgument(name) => {
                let Node::Function(function) = self.table.node(callee) else { return };
                let Some(parameter) = function.parameters.iter().find(|known| known.name == *name) else { return };
                let Some(value) = some_value(&self.table.node(parameter.ty)) else { return };
                match call.arguments.last() {
                    Some(last) => Edit { span: Span::at(last.span.end), text: format!(", {name}: {value}") },
                    None => Edit { span: Span::at(span.end.saturating_sub(1)), text: format!("{name}: {value}") },
                }
            }
            Mismatch::ExtraArgument { name, known } => {
                let Some(at) = call.arguments.iter().position(|argument| argument.key.name() == name) else { return };
                let Some(argument) = call.arguments.get(at) else { return };
                // What alone is left to be given is meant, whatever it was called.
                let only = known.first().filter(|_| known.len() == 1);
                match similar(name, known.iter()).or(only) {
                    Some(meant) => Edit { span: argument.key.span(), text: meant.to_string() },
                    None => Edit { span: with_comma(&call.arguments, at), text: String::new() },
                }
            }
            _ => return,
        };
        for problem in &mut self.inference[before..] {
            problem.fix = vec![edit.clone()];
        }
    }

    /// Labels the other argument that gave the type which this one lacks.
    fn tell_partner(&mut self, before: usize, mismatch: &Mismatch, call: &Call, types: &[Parameter]) {
        let Mismatch::Argument(name, inner) = mismatch else { return };
        let Mismatch::Types { expected, .. } = **inner else { return };
        let because_of_call = self.table.origins.of(expected).is_some_and(|cause| cause.span == call.callee.span);
        if !because_of_call {
            return;
        }
        let wanted = shape(&mut self.table, expected);
        let partner = types.iter().filter(|other| other.name != *name).find_map(|other| {
            let argument = call.arguments.iter().find(|argument| *argument.key.name() == other.name)?;
            let span = argument.value.as_ref().map_or(argument.key.span(), place);
            (shape(&mut self.table, other.ty) == wanted).then_some(span)
        });
        if let Some(span) = partner {
            self.label(before, span, &format!("this is `{wanted}`"));
            self.note(before, "both arguments must have one type");
        }
    }

    /// Tells what a function takes; if that is long, what the argument in question has to be.
    fn signature(&mut self, call: &Call, callee: TypeId, argument: Option<&str>) -> String {
        // What has been found out with this call would confuse, so the function is looked up anew where it has a name.
        let callee = match &call.callee.kind {
            ExprKind::Ident(_) => self.expr(&call.callee).1,
            ExprKind::Member(member) if matches!(member.object.kind, ExprKind::Ident(_)) => self.expr(&call.callee).1,
            _ => callee,
        };
        let name = match full_name(&call.callee) {
            name if name.is_empty() => "the function".to_owned(),
            name => format!("`{}`", clip(&name)),
        };
        let text = shape(&mut self.table, callee);
        let Node::Function(function) = self.table.node(callee) else { return format!("{name} is `{text}`") };
        if text.chars().count() <= LONGEST_SIGNATURE {
            return format!("{name} is `{text}`");
        }
        let concerned = argument.and_then(|name| function.parameters.iter().find(|known| known.name == name));
        if let Some(parameter) = concerned {
            return format!(
                "argument `{}` of {name} is `{}`",
                clip(&parameter.name),
                shape(&mut self.table, parameter.ty)
            );
        }
        let names = |optional: bool| {
            let wanted = move |parameter: &&Parameter| (parameter.mode == ParameterMode::Optional) == optional;
            list(&function.parameters.iter().filter(wanted).map(|known| known.name.clone()).collect::<Vec<_>>())
        };
        match (names(false), names(true)) {
            (required, optional) if optional.is_empty() => format!("{name} takes {required}"),
            (required, optional) if required.is_empty() => format!("{name} takes, if you like, {optional}"),
            (required, optional) => format!("{name} takes {required}, and if you like {optional}"),
        }
    }

    /// Tells with which arguments the function given as `argument` is called.
    fn name_parameters(&mut self, before: usize, callee: TypeId, argument: &str, call: &Call) {
        let Node::Function(function) = self.table.node(callee) else { return };
        let Some(parameter) = function.parameters.iter().find(|parameter| parameter.name == argument) else { return };
        let Node::Function(wanted) = self.table.node(parameter.ty) else { return };
        let names: Vec<String> = wanted.parameters.iter().take(8).map(|parameter| clip(&parameter.name)).collect();
        for problem in &mut self.inference[before..] {
            problem.help = Some(format!("name its parameters as they are called: `({}) => …`", names.join(", ")));
        }
        let value = call.arguments.iter().find(|given| given.key.name() == argument).and_then(|it| it.value.as_ref());
        if let ([wanted], Some(Expr { kind: ExprKind::Function(function), .. })) = (&*wanted.parameters, value)
            && let [given] = function.parameters.as_slice()
        {
            let fix = self.renamed(&given.name, &wanted.name);
            self.inference[before..].iter_mut().for_each(|problem| problem.fix.clone_from(&fix));
        }
    }

    /// Returns the edits that give a parameter another name; none if its places are not known, or one of them may be the key
    /// of a property as well.
    fn renamed(&self, parameter: &Ident, name: &str) -> Vec<Edit> {
        let Some(facts) = &self.facts else { return Vec::new() };
        let mut places = facts.places(parameter.span);
        places.sort();
        let text = self.options.text;
        let is_key = |span: &Span| {
            let before = text.get(..span.start as usize).unwrap_or_default().trim_end();
            let after = text.get(span.end as usize..).unwrap_or_default().trim_start();
            before.ends_with(['{', '(', ',']) && after.starts_with(['}', ')', ','])
        };
        if places.iter().filter(|span| **span != parameter.span).any(is_key) {
            return Vec::new();
        }
        places.into_iter().map(|span| Edit { span, text: name.to_owned() }).collect()
    }

    fn tell_no_function(&mut self, call: &Call, callee: TypeId, mismatches: &[Mismatch], span: Span) {
        if !matches!(mismatches, [Mismatch::Types { .. }]) {
            self.tell(mismatches, span);
            return;
        }
        let shown = named(&mut self.table, callee);
        let before = self.inference.len();
        self.tell(mismatches, span);
        for problem in &mut self.inference[before..] {
            problem.code = "not-a-function";
            problem.message = format!("{shown} cannot be called");
            problem.help = None;
            problem.labels.retain(|label| label.span != call.callee.span);
        }
        self.label(before, call.callee.span, "this is no function");
    }
}

/// Leaves out what follows from another mistake: a missing argument that was misspelt or piped, and all but the first
/// mismatch of one argument.
fn without_consequences(mismatches: &[Mismatch]) -> impl Iterator<Item = &Mismatch> {
    let mut meant: Vec<&EcoString> = Vec::new();
    let mut missing: Vec<&EcoString> = Vec::new();
    for mismatch in mismatches {
        match mismatch {
            Mismatch::ExtraArgument { name, known } => meant.extend(similar(name, known.iter())),
            Mismatch::MissingArgument(name) => missing.push(name),
            _ => {}
        }
    }
    if mismatches.iter().any(|mismatch| matches!(mismatch, Mismatch::MissingPipe)) && missing.len() == 1 {
        meant.append(&mut missing);
    }
    let mut told: Vec<&EcoString> = Vec::new();
    mismatches.iter().filter(move |mismatch| match mismatch {
        Mismatch::MissingArgument(name) => !meant.contains(&name),
        Mismatch::Argument(name, _) => {
            let first = !told.contains(&name);
            told.push(name);
            first
        }
        _ => true,
    })
}

/// Returns the place of an argument with the comma that parts it from the others.
fn with_comma(arguments: &[Property], at: usize) -> Span {
    let span = |at: Option<usize>| at.and_then(|at| arguments.get(at)).map(|argument| argument.span);
    let own = span(Some(at)).unwrap_or_default();
    match (span(at.checked_sub(1)), span(Some(at + 1))) {
        (Some(before), _) => Span::new(before.end, own.end),
        (None, Some(after)) => Span::new(own.start, after.start),
        (None, None) => own,
    }
}

/// Returns the argument that a mismatch concerns.
fn argument(mismatch: &Mismatch, arguments: &[Property]) -> Option<Span> {
    let (Mismatch::Argument(name, _) | Mismatch::ExtraArgument { name, .. }) = mismatch else { return None };
    let argument = arguments.iter().find(|argument| argument.key.name() == name)?;
    Some(argument.value.as_ref().map_or(argument.key.span(), place))
}

fn name(callee: &Expr) -> EcoString {
    match &callee.kind {
        ExprKind::Ident(name) => name.clone(),
        ExprKind::Member(member) => member.property.name().clone(),
        ExprKind::Paren(inner) => name(inner),
        _ => "<anonymous function>".into(),
    }
}

/// Returns the name with what it is a member of; empty if there is none.
fn full_name(callee: &Expr) -> String {
    match &callee.kind {
        ExprKind::Ident(name) => name.to_string(),
        ExprKind::Member(member) => match &member.object.kind {
            ExprKind::Ident(object) => format!("{object}.{}", member.property.name()),
            _ => member.property.name().to_string(),
        },
        ExprKind::Paren(inner) => full_name(inner),
        _ => String::new(),
    }
}
