//! Operators.

use fluxlet_runtime::types::{Basic, Kind};
use fluxlet_syntax::ast::{BinaryOp, Chain, Expr, LogicalOp, UnaryOp};
use fluxlet_syntax::{Diagnostic, Span, Stage};

use super::expression::place;
use super::{Infer, Typed};
use crate::advice::{comparable, join};
use crate::ir;
use crate::origin::{Cause, Why};
use crate::shape::shape;
use crate::table::{Node, TypeId};

/// Most warnings of a file.
const MOST_WARNINGS: usize = 100;

impl Infer<'_> {
    pub(super) fn unary(&mut self, op: UnaryOp, operand: &Expr, span: Span) -> Typed {
        let (value, ty) = self.expr(operand);
        let bool = self.table.basic(Basic::Bool);
        let cause = |text: &'static str| {
            let end = (span.start + text.len() as u32).min(operand.span.start);
            Cause { span: Span::new(span.start, end), why: Why::Operator(text) }
        };
        let result = match op {
            UnaryOp::Minus | UnaryOp::Plus => {
                let text = if op == UnaryOp::Minus { "-" } else { "+" };
                self.constrain(ty, Kind::Negatable, place(operand), cause(text));
                ty
            }
            UnaryOp::Not => {
                self.unify(bool, ty, place(operand), cause("not"));
                bool
            }
            UnaryOp::Exists => bool,
        };
        (ir::Expr { span, kind: ir::ExprKind::Unary(op, Box::new(value)) }, result)
    }

    pub(super) fn binary(&mut self, chain: &Chain<BinaryOp>, span: Span) -> Typed {
        let (first, mut ty) = self.expr(&chain.first);
        let mut left = Left { place: place(&chain.first), end: chain.first.span.end };
        let mut rest = Vec::with_capacity(chain.rest.len());
        // The type before the first mistake: what follows takes the chain to be that.
        let mut meant = None;
        let mut mistake = None;
        for (operator, right) in &chain.rest {
            let span = Span::new(span.start, right.span.end);
            let (operand, right_type) = self.expr(right);
            let cause = left.cause(operator.as_str(), right);
            let sides = [(ty, left.place), (right_type, place(right))];
            let result = self.operation(*operator, sides, span, cause);
            match (result, mistake) {
                // Either side may have been the wrong one; the next operand tells.
                (Ok(_), Some(Mistake::Sides)) => (ty, mistake) = (right_type, None),
                (Ok(result), _) => ty = result,
                (Err(found), _) => {
                    meant.get_or_insert(ty);
                    (ty, mistake) = (self.table.error(), Some(found));
                }
            }
            left = Left { place: span, end: span.end };
            rest.push(ir::Operation { span, operator: *operator, operand });
        }
        (ir::Expr { span, kind: ir::ExprKind::Binary(Box::new(ir::Chain { first, rest })) }, meant.unwrap_or(ty))
    }

    /// Returns the type of an operation at `span`, whose sides have types and places.
    ///
    /// # Errors
    /// What was told, where the type would tell it again with every operator that follows.
    fn operation(
        &mut self,
        op: BinaryOp,
        sides: [(TypeId, Span); 2],
        span: Span,
        cause: Cause,
    ) -> Result<TypeId, Mistake> {
        Ok(match op {
            BinaryOp::Add => self.arithmetic(Kind::Addable, sides, span, cause)?,
            BinaryOp::Sub => self.arithmetic(Kind::Subtractable, sides, span, cause)?,
            BinaryOp::Mul | BinaryOp::Div | BinaryOp::Mod | BinaryOp::Pow => {
                self.arithmetic(Kind::Divisible, sides, span, cause)?
            }
            BinaryOp::Eq | BinaryOp::Ne => self.comparison(&[Kind::Equatable], sides, &cause),
            BinaryOp::Lt | BinaryOp::Gt => self.comparison(&[Kind::Comparable], sides, &cause),
            BinaryOp::Le | BinaryOp::Ge => self.comparison(&[Kind::Equatable, Kind::Comparable], sides, &cause),
            BinaryOp::Match | BinaryOp::NotMatch => {
                let string = self.table.basic(Basic::String);
                let regexp = self.table.basic(Basic::Regexp);
                for (expected, (ty, place)) in [string, regexp].into_iter().zip(sides) {
                    let before = self.inference.len();
                    if !self.unify(expected, ty, place, cause.clone()) {
                        let text = format!(
                            "`{}` takes a string on the left and a regular expression on the right",
                            op.as_str()
                        );
                        self.note(before, &text);
                    }
                }
                self.table.basic(Basic::Bool)
            }
            BinaryOp::Invalid => {
                self.problem("juxtaposed-expressions", span, "two expressions stand side by side".to_owned());
                self.table.error()
            }
        })
    }

    fn arithmetic(
        &mut self,
        kind: Kind,
        sides: [(TypeId, Span); 2],
        span: Span,
        cause: Cause,
    ) -> Result<TypeId, Mistake> {
        let [(left, left_span), (right, right_span)] = sides;
        let before = self.inference.len();
        let fits = self.unify(left, right, right_span, cause.clone());
        if !fits {
            let text = self.this_is(left);
            self.label(before, left_span, &text);
            let text = self.this_is(right);
            self.label(before, right_span, &text);
            if let Why::Operator(operator) = cause.why {
                self.note(before, &format!("both sides of `{operator}` must have one type"));
            }
            if let Some(help) = join(&mut self.table, left, right, kind) {
                for problem in &mut self.inference[before..] {
                    problem.help = Some(help.clone());
                }
            }
        }
        let before = self.inference.len();
        let has_kind = self.constrain(left, kind, span, cause);
        if !fits {
            // One mistake is told once.
            self.inference.truncate(before);
            return Err(Mistake::Sides);
        }
        if !has_kind {
            let text = self.this_is(left);
            self.label(before, left_span, &text);
            return Err(Mistake::Kind);
        }
        Ok(left)
    }

    /// Gives each side the kinds; the first that is lacking is told.
    fn comparison(&mut self, kinds: &[Kind], sides: [(TypeId, Span); 2], cause: &Cause) -> TypeId {
        let before = self.inference.len();
        for (ty, place) in sides {
            for &kind in kinds {
                self.constrain(ty, kind, place, cause.clone());
            }
        }
        self.inference.truncate(self.inference.len().min(before + 1));
        if self.inference.len() == before {
            self.warn_of_comparison(sides, cause);
        }
        self.table.basic(Basic::Bool)
    }

    /// Warns of sides that no run can compare: Flux lets them pass, and fails at the comparison.
    fn warn_of_comparison(&mut self, sides: [(TypeId, Span); 2], cause: &Cause) {
        let [(left, left_span), (right, right_span)] = sides;
        let Why::Operator(operator) = cause.why else { return };
        if self.warnings.len() == MOST_WARNINGS || !are_apart(&self.table.node(left), &self.table.node(right)) {
            return;
        }
        let (this, that) = (shape(&mut self.table, left), shape(&mut self.table, right));
        let message = format!("`{operator}` cannot compare `{this}` with `{that}`");
        let span = Span::new(left_span.start, right_span.end);
        let warning = Diagnostic::new(Stage::Check, "incomparable-types", span, message).warning();
        let warning =
            warning.label(left_span, format!("this is `{this}`")).label(right_span, format!("this is `{that}`"));
        let warning = warning.note("the type checker of Flux lets it pass, and the script fails when it comes here");
        let help = comparable(&self.table.node(left), &self.table.node(right));
        self.warnings.push(Diagnostic { help, ..warning });
    }

    /// Returns the label that tells the type of what stands there.
    pub(super) fn this_is(&mut self, ty: TypeId) -> String {
        format!("this is `{}`", shape(&mut self.table, ty))
    }

    pub(super) fn logical(&mut self, chain: &Chain<LogicalOp>, span: Span) -> Typed {
        let bool = self.table.basic(Basic::Bool);
        let (first, mut ty) = self.expr(&chain.first);
        let mut left = Left { place: place(&chain.first), end: chain.first.span.end };
        let mut rest = Vec::with_capacity(chain.rest.len());
        for (operator, right) in &chain.rest {
            let span = Span::new(span.start, right.span.end);
            let (operand, right_type) = self.expr(right);
            let cause = left.cause(operator.as_str(), right);
            self.unify(bool, ty, left.place, cause.clone());
            self.unify(bool, right_type, place(right), cause);
            ty = bool;
            left = Left { place: span, end: span.end };
            rest.push(ir::Operation { span, operator: *operator, operand });
        }
        (ir::Expr { span, kind: ir::ExprKind::Logical(Box::new(ir::Chain { first, rest })) }, bool)
    }
}

/// What is wrong with an operation.
#[derive(Clone, Copy)]
enum Mistake {
    /// Its sides have different types.
    Sides,
    /// The type of both sides lacks what the operator needs.
    Kind,
}

/// What stands on the left of an operator.
struct Left {
    /// Where, without the parentheses around it.
    place: Span,
    /// Its end, with them.
    end: u32,
}

impl Left {
    /// Returns the operator before `right` as a cause; its place is exact if there is one space on either side.
    fn cause(&self, operator: &'static str, right: &Expr) -> Cause {
        let (start, end) = (self.end, right.span.start.max(self.end));
        let spaced = end - start == operator.len() as u32 + 2;
        let span = if spaced { Span::new(start + 1, end - 1) } else { Span::new(start, end) };
        Cause { span, why: Why::Operator(operator) }
    }
}

/// Tells whether values of two types have no order and no equality between them.
fn are_apart(left: &Node, right: &Node) -> bool {
    let is_number = |basic: &Basic| matches!(basic, Basic::Int | Basic::UInt | Basic::Float);
    match (left, right) {
        (Node::Basic(left), Node::Basic(right)) => left != right && !(is_number(left) && is_number(right)),
        (Node::Basic(_), Node::Array(_) | Node::Record(_)) | (Node::Array(_) | Node::Record(_), Node::Basic(_)) => true,
        (Node::Array(_), Node::Record(_)) | (Node::Record(_), Node::Array(_)) => true,
        _ => false,
    }
}
