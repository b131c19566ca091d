//! Operators.

use fluxlet_runtime::types::{Basic, Kind};
use fluxlet_syntax::Span;
use fluxlet_syntax::ast::{BinaryOp, Expr, LogicalOp, UnaryOp};

use super::{Infer, Typed};
use crate::ir;
use crate::table::TypeId;

impl Infer<'_> {
    pub(super) fn unary(&mut self, op: UnaryOp, operand: &Expr, span: Span) -> Typed {
        let (value, ty) = self.expr(operand);
        let bool = self.table.basic(Basic::Bool);
        let result = match op {
            UnaryOp::Minus | UnaryOp::Plus => {
                self.constrain(ty, Kind::Negatable, operand.span);
                ty
            }
            UnaryOp::Not => {
                self.unify(bool, ty, operand.span);
                bool
            }
            UnaryOp::Exists => bool,
        };
        (ir::Expr { span, kind: ir::ExprKind::Unary(op, Box::new(value)) }, result)
    }

    pub(super) fn binary(&mut self, op: BinaryOp, left: &Expr, right: &Expr, span: Span) -> Typed {
        let (typed_left, left_type) = self.expr(left);
        let (typed_right, right_type) = self.expr(right);
        let bool = self.table.basic(Basic::Bool);
        let result = match op {
            BinaryOp::Add => self.arithmetic(Kind::Addable, left_type, right_type, (left.span, right.span), span),
            BinaryOp::Sub => self.arithmetic(Kind::Subtractable, left_type, right_type, (left.span, right.span), span),
            BinaryOp::Mul | BinaryOp::Div | BinaryOp::Mod | BinaryOp::Pow => {
                self.arithmetic(Kind::Divisible, left_type, right_type, (left.span, right.span), span)
            }
            BinaryOp::Eq | BinaryOp::Ne => {
                self.constrain(left_type, Kind::Equatable, left.span);
                self.constrain(right_type, Kind::Equatable, right.span);
                bool
            }
            BinaryOp::Lt | BinaryOp::Gt => {
                self.constrain(left_type, Kind::Comparable, left.span);
                self.constrain(right_type, Kind::Comparable, right.span);
                bool
            }
            BinaryOp::Le | BinaryOp::Ge => {
                for (ty, place) in [(left_type, left.span), (right_type, right.span)] {
                    self.constrain(ty, Kind::Equatable, place);
                    self.constrain(ty, Kind::Comparable, place);
                }
                bool
            }
            BinaryOp::Match | BinaryOp::NotMatch => {
                let string = self.table.basic(Basic::String);
                let regexp = self.table.basic(Basic::Regexp);
                self.unify(string, left_type, left.span);
                self.unify(regexp, right_type, right.span);
                bool
            }
            BinaryOp::Invalid => {
                self.problem("invalid-operator", span, "two expressions stand side by side".to_owned());
                self.table.error()
            }
        };
        (ir::Expr { span, kind: ir::ExprKind::Binary(op, Box::new((typed_left, typed_right))) }, result)
    }

    fn arithmetic(&mut self, kind: Kind, left: TypeId, right: TypeId, places: (Span, Span), span: Span) -> TypeId {
        let before = self.inference.len();
        if !self.unify(left, right, places.1) {
            for problem in &mut self.inference[before..] {
                *problem = problem.clone().label(places.0, "the type is expected because of this operand");
            }
        }
        self.constrain(left, kind, span);
        left
    }

    pub(super) fn logical(&mut self, op: LogicalOp, left: &Expr, right: &Expr, span: Span) -> Typed {
        let bool = self.table.basic(Basic::Bool);
        let (typed_left, ty) = self.expr(left);
        self.unify(bool, ty, left.span);
        let (typed_right, ty) = self.expr(right);
        self.unify(bool, ty, right.span);
        (ir::Expr { span, kind: ir::ExprKind::Logical(op, Box::new((typed_left, typed_right))) }, bool)
    }
}
