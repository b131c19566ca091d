//! Literals that are not simply printed as they are written.

use super::Formatter;
use super::document::Doc;
use crate::ast::{DurationPart, StringPart};
use crate::lexer::Lexer;
use crate::token::TokenKind;

impl<'a> Formatter<'a> {
    /// A string with interpolation; its text is printed as it is written.
    pub(super) fn interpolated(&mut self, parts: &'a [StringPart]) -> Doc {
        let quote = self.docs.text("\"");
        let mut docs = vec![quote];
        for part in parts {
            match part {
                StringPart::Text(text) => docs.push(self.docs.text(self.text_of(text.span))),
                StringPart::Expr(span, value) => {
                    let open = self.docs.text("${");
                    let value = self.expression(value);
                    let comments = self.comments(span.end.saturating_sub(1));
                    let inner = self.docs.concat([value, comments]);
                    let inner = self.docs.nest(inner);
                    let close = self.docs.text("}");
                    docs.extend([open, inner, close]);
                }
            }
        }
        docs.push(quote);
        self.docs.concat(docs)
    }

    /// A duration, part by part.
    pub(super) fn duration(&mut self, parts: &[DurationPart]) -> Doc {
        let parts: String = parts.iter().map(|part| format!("{}{}", part.magnitude, part.unit.as_str())).collect();
        self.docs.text(parts)
    }

    /// `.NAME`, in an expression or in a type.
    pub(super) fn label(&mut self, name: &str) -> Doc {
        let token = Lexer::new(name).token();
        let text = match token.kind {
            TokenKind::Ident if token.span.range() == (0..name.len()) => format!(".{name}"),
            _ => {
                let name = name.replace('\\', "\\\\").replace('"', "\\\"").replace("${", "\\${");
                format!(".\"{name}\"")
            }
        };
        self.docs.text(text)
    }
}
