//! Records and their members.

use std::sync::Arc;

use ecow::EcoString;
use fluxlet_runtime::types::Basic;
use fluxlet_syntax::ast::{ExprKind, Member, Property, PropertyKey, Record};
use fluxlet_syntax::{Edit, Span};

use super::expression::place;
use super::{Infer, Typed};
use crate::advice::{list, similar};
use crate::importer::Exports;
use crate::ir;
use crate::origin::{Cause, Why};
use crate::scope::Binding;
use crate::shape::{clip, named};
use crate::table::{Node, TypeId};

/// Something for each label, in order.
type Labelled<T> = Vec<(EcoString, T)>;

impl Infer<'_> {
    pub(super) fn record(&mut self, record: &Record, span: Span) -> Typed {
        let base = record.base.as_ref().map(|base| self.name(&base.name, base.span));
        let (base, rest) = match base {
            Some((base, ty)) => (Some(Box::new(base)), Some(ty)),
            None => (None, None),
        };
        let (properties, fields) = self.properties(&record.properties);
        let ty = match rest {
            Some(rest) if fields.is_empty() => rest,
            rest => self.table.record(fields, rest),
        };
        (ir::Expr { span, kind: ir::ExprKind::Record { base, properties } }, ty)
    }

    /// Infers properties from the last to the first, as Flux does, and returns them in order.
    fn properties(&mut self, properties: &[Property]) -> (Labelled<ir::Expr>, Labelled<TypeId>) {
        let mut typed = Vec::with_capacity(properties.len());
        let mut fields = Vec::with_capacity(properties.len());
        for property in properties.iter().rev() {
            let (value, ty) = self.property(property);
            typed.push((property.key.name().clone(), value));
            // What stands in the place of a property and is none has an empty key, and was told by the parser.
            if property.key.span().start < property.key.span().end {
                fields.push((property.key.name().clone(), ty));
            }
        }
        typed.reverse();
        fields.reverse();
        (typed, fields)
    }

    /// Infers a property; in the short form, the key is the variable.
    pub(super) fn property(&mut self, property: &Property) -> Typed {
        match &property.value {
            Some(value) => self.expr(value),
            None => self.name(property.key.name(), property.key.span()),
        }
    }

    pub(super) fn member(&mut self, member: &Member, span: Span) -> Typed {
        let property = member.property.name();
        if let Some(exports) = self.package_of(member) {
            if let (Some(facts), ExprKind::Ident(object)) = (&mut self.facts, &member.object.kind) {
                facts.uses_named(object, member.object.span);
                if exports.members.contains_key(property) {
                    facts.uses_member(&exports.path, property, member.property.span());
                }
            }
            return self.package_member(&exports, member, span);
        }
        if let ExprKind::Ident(name) = &member.object.kind
            && !self.is_defined(name)
        {
            self.undefined(name, Some(property), member.object.span);
            return self.broken(span);
        }
        let (object, object_type) = self.expr(&member.object);
        let ty = match self.table.field(object_type, property) {
            Some(ty) => ty,
            None if matches!(self.table.node(object_type), Node::Basic(Basic::Dynamic)) => object_type,
            None => {
                let ty = self.table.variable();
                let rest = self.table.variable();
                let expected = self.table.record(vec![(property.clone(), ty)], Some(rest));
                let before = self.inference.len();
                let cause = Cause { span: member.property.span(), why: Why::Member };
                if !self.unify(expected, object_type, place(&member.object), cause) {
                    self.tell_no_field(before, object_type, &member.property);
                }
                ty
            }
        };
        let kind = ir::ExprKind::Member { object: Box::new(object), property: property.clone() };
        (ir::Expr { span, kind }, ty)
    }

    /// Says more about the field that was just told to be missing.
    fn tell_no_field(&mut self, before: usize, object: TypeId, key: &PropertyKey) {
        let property = key.name();
        let Node::Record(record) = self.table.node(object) else {
            let shown = named(&mut self.table, object);
            let dict = matches!(self.table.node(object), Node::Dict(..));
            for problem in &mut self.inference[before..] {
                problem.code = "not-a-record";
                problem.message = format!("{shown} has no field `{}`: it is no record", clip(property));
                problem.help = dict.then(|| "use `dict.get(dict: …, key: …, default: …)`".to_owned());
            }
            return;
        };
        let row = self.table.row(&record);
        let similar = similar(property, row.fields.iter().map(|(label, _)| label)).cloned();
        let help = match &similar {
            Some(similar) => Some(format!("did you mean `{}`?", clip(similar))),
            None if row.fields.is_empty() => None,
            None => {
                let mut labels: Vec<EcoString> = row.fields.into_iter().map(|(label, _)| label).collect();
                labels.dedup();
                Some(format!("the fields are {}", list(&labels)))
            }
        };
        for problem in &mut self.inference[before..] {
            problem.help = problem.help.take().or_else(|| help.clone());
            if let (Some(similar), PropertyKey::Ident(name)) = (&similar, key) {
                problem.fix = vec![Edit { span: name.span, text: similar.to_string() }];
            }
        }
    }

    /// Returns the package whose member is taken, if the object is the name of an import.
    fn package_of(&self, member: &Member) -> Option<Arc<Exports>> {
        let ExprKind::Ident(name) = &member.object.kind else { return None };
        match self.scopes.get(name) {
            Some(Binding::Package(exports)) => Some(Arc::clone(exports)),
            _ => None,
        }
    }

    fn package_member(&mut self, exports: &Exports, member: &Member, span: Span) -> Typed {
        let name = member.property.name();
        let Some(export) = exports.members.get(name) else {
            let mut problem = self.missing_member(exports, name, member.object.span, member.property.span());
            if let PropertyKey::String(_) = member.property {
                problem.fix.clear();
            }
            self.inference.push(problem);
            return self.broken(span);
        };
        let kind = ir::ExprKind::Imported { package: exports.id, slot: export.slot };
        (ir::Expr { span, kind }, self.table.import(&export.scheme))
    }
}
