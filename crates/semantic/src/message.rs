//! What goes wrong between types, in words.

use ecow::EcoString;
use fluxlet_syntax::{Diagnostic, Span, Stage};

use crate::advice::{conversion, fits, instead, lacks, list, similar};
use crate::origin::{Cause, Why};
use crate::shape::{clip, named, shape};
use crate::table::{Node, Table, TypeId};
use crate::unify::Mismatch;

/// Most steps into a type that are told.
const MOST_STEPS: usize = 4;

/// Turns a mismatch into a diagnostic at `span`.
pub(crate) fn diagnostic(table: &mut Table, mismatch: &Mismatch, span: Span) -> Diagnostic {
    let mut place = Vec::new();
    // Beyond the argument of a call, each argument turns around who asks and who gives.
    let mut turns = 0;
    let mut at = mismatch;
    loop {
        match at {
            Mismatch::Field(label, inner) => {
                place.push(format!("in field `{}`", clip(label)));
                at = inner;
            }
            Mismatch::Argument(name, inner) => {
                turns += u32::from(!place.is_empty());
                place.push(format!("in argument `{}`", clip(name)));
                at = inner;
            }
            Mismatch::Result(inner) => {
                place.push("in the result".to_owned());
                at = inner;
            }
            _ => break,
        }
    }
    // What a function asks of its arguments has to be there in what it is given.
    let turned;
    let at = match (turns % 2, at) {
        (1, Mismatch::ExtraLabel { label, known }) => {
            turned = Mismatch::MissingLabel { label: label.clone(), known: known.clone() };
            &turned
        }
        (1, Mismatch::MissingLabel { label, known }) => {
            turned = Mismatch::ExtraLabel { label: label.clone(), known: known.clone() };
            &turned
        }
        (_, at) => at,
    };
    let mut problem = bare(table, at, span);
    if let (1, Mismatch::Types { expected, found }) = (turns % 2, at) {
        let (given, taken) = (shape(table, *expected), shape(table, *found));
        problem = problem.note(format!("the function is given `{given}`, but takes `{taken}`"));
        problem.help = None;
    }
    if place.len() > MOST_STEPS {
        place.truncate(MOST_STEPS);
        place.push("…".to_owned());
    }
    if place.is_empty() {
        problem
    } else {
        Diagnostic { message: format!("{} {}", problem.message, place.join(" ")), ..problem }
    }
}

fn bare(table: &mut Table, mismatch: &Mismatch, span: Span) -> Diagnostic {
    let problem = |code, message: String| Diagnostic::new(Stage::Check, code, span, message);
    match mismatch {
        Mismatch::Types { expected, found } => {
            let message = format!("expected {}, found {}", named(table, *expected), named(table, *found));
            let mut problem = problem("type-mismatch", message);
            problem.help = conversion(table, *expected, *found);
            let problem = origin(table, problem, *expected, "expected ");
            origin(table, problem, *found, "")
        }
        Mismatch::Kind { ty, kind, cause } => {
            let message = format!("{} {}", named(table, *ty), lacks(*kind));
            let mut problem = problem("kind-mismatch", message).note(fits(*kind));
            problem.help = instead(table, *ty, *kind).map(str::to_owned);
            let problem = match cause {
                Some(Cause { span, why }) => beside(problem, *span, format!("required by {}", why.phrase())),
                None => problem,
            };
            origin(table, problem, *ty, "")
        }
        Mismatch::MissingLabel { label, known } => {
            let problem = problem("missing-field", format!("the record has no field `{}`", clip(label)));
            Diagnostic { help: meant(label, known), ..problem }
        }
        Mismatch::ExtraLabel { label, known } => {
            let message = format!("the record has a field `{}` that is not expected", clip(label));
            Diagnostic { help: meant(label, known), ..problem("unexpected-field", message) }
        }
        Mismatch::MissingArgument(name) => {
            let help = format!("give it by name: `{}: …`", clip(name));
            problem("missing-argument", format!("missing required argument `{}`", clip(name))).help(help)
        }
        Mismatch::ExtraArgument { name, known } => {
            let problem = problem("unexpected-argument", format!("unexpected argument `{}`", clip(name)));
            match (similar(name, known.iter()), known.as_slice()) {
                (Some(similar), _) => problem.help(format!("did you mean `{similar}`?")),
                (None, []) => problem.help("leave it out"),
                (None, known) => problem.help(format!("still to be given: {}", list(known))),
            }
        }
        Mismatch::MissingPipe => problem("missing-pipe-argument", "the function takes no piped value".to_owned())
            .note("a parameter that takes a piped value is declared as `name=<-`")
            .help("give the value by name"),
        Mismatch::PipeName { expected, found } => {
            let (expected, found) = (clip(expected), clip(found));
            problem("pipe-argument-name", format!("expected the piped argument `{expected}`, found `{found}`"))
        }
        Mismatch::Recursive => {
            problem("recursive-type", "the type would contain itself; recursion is not supported".to_owned())
                .note("nothing can be its own element, field, argument or result")
        }
        Mismatch::TooDeep => problem("type-too-large", "the types are nested too deep".to_owned()),
        Mismatch::Field(_, inner) | Mismatch::Argument(_, inner) | Mismatch::Result(inner) => bare(table, inner, span),
    }
}

fn meant(label: &str, known: &[EcoString]) -> Option<String> {
    similar(label, known.iter()).map(|similar| format!("did you mean `{}`?", clip(similar)))
}

/// Adds what gave the type `id` its shape, if that stands elsewhere.
fn origin(table: &mut Table, problem: Diagnostic, id: TypeId, before: &str) -> Diagnostic {
    let Some(cause) = table.origins.of(id).cloned() else { return problem };
    let shape = match table.node(id) {
        Node::Function(_) => "a function".to_owned(),
        Node::Record(_) => "a record".to_owned(),
        _ => format!("`{}`", shape(table, id)),
    };
    let text = match &cause.why {
        Why::Assigned(name) => format!("`{}` is {shape}", clip(name)),
        why => format!("{before}{shape} because of {}", why.phrase()),
    };
    beside(problem, cause.span, text)
}

/// Adds a label, unless it would stand on another one or around the place of the problem.
fn beside(problem: Diagnostic, span: Span, text: String) -> Diagnostic {
    let overlaps = |other: Span| other.start < span.end && span.start < other.end;
    let inside = problem.span.start < span.start && span.end <= problem.span.end;
    if overlaps(problem.span) && !inside || problem.labels.iter().any(|label| overlaps(label.span)) {
        return problem;
    }
    problem.label(span, text)
}
