//! Messages: texts with expressions in braces.

use super::error::Errors;
use super::fields::{Languages, Literal};
use crate::rules::lang::Problem;
use crate::rules::lang::check::Checker;
use crate::rules::lang::code::Code;
use crate::rules::lang::parser::parse;
use crate::rules::lang::types::{Base, Type};
use crate::rules::mistake::{Advice, Mistake};
use serde::{Deserialize, Serialize};

/// A text with expressions, in three languages.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Message {
    /// Bokmål.
    pub(crate) nb: Vec<Piece>,
    /// Nynorsk; empty where bokmål stands in.
    pub(crate) nn: Vec<Piece>,
    /// English; empty where bokmål stands in.
    pub(crate) en: Vec<Piece>,
}

/// A part of a message.
#[derive(Serialize, Deserialize)]
pub(crate) enum Piece {
    /// Printed as it is.
    Words(String),
    /// An expression's value.
    Value(Code),
}

/// Checks a message in all its languages.
pub(super) fn compile(
    languages: &Languages,
    checker: &mut Checker<'_>,
    errors: &mut Errors<'_>,
) -> Message {
    let mut one = |literal: &Option<Literal>| match literal {
        Some(literal) => pieces(literal, checker, errors),
        None => Vec::new(),
    };
    Message {
        nb: one(&languages.nb),
        nn: one(&languages.nn),
        en: one(&languages.en),
    }
}

fn pieces(literal: &Literal, checker: &mut Checker<'_>, errors: &mut Errors<'_>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut words = String::new();
    let text = literal.text.as_str();
    let mut at = 0;
    let rest = |at: usize| text.get(at..).unwrap_or("");
    while let Some(brace) = memchr::memchr2(b'{', b'}', rest(at).as_bytes()) {
        words.push_str(rest(at).get(..brace).unwrap_or(""));
        at += brace;
        let c = if rest(at).starts_with('{') { '{' } else { '}' };
        let doubled = rest(at).starts_with("{{") || rest(at).starts_with("}}");
        match c {
            _ if doubled => {
                words.push(c);
                at += 2;
            }
            '{' => {
                let start = at + 1;
                let Some(length) = closing(rest(start)) else {
                    let problem = Problem::new(at..text.len(), Mistake::BraceNotClosed)
                        .help(Advice::DoubleOpenBrace);
                    errors.expression(&literal.place, 0, problem);
                    return pieces;
                };
                pieces.push(Piece::Words(std::mem::take(&mut words)));
                let inner = text.get(start..start + length).unwrap_or("");
                if let Some(code) = value(inner, start, literal, checker, errors) {
                    pieces.push(Piece::Value(code));
                }
                at = start + length + 1;
            }
            _ => {
                let problem =
                    Problem::new(at..at + 1, Mistake::NoBraceOpen).help(Advice::DoubleCloseBrace);
                errors.expression(&literal.place, 0, problem);
                at += 1;
            }
        }
    }
    words.push_str(rest(at));
    pieces.push(Piece::Words(words));
    pieces
}

/// How long an expression is that ends with a brace outside its quoted texts.
fn closing(text: &str) -> Option<usize> {
    let mut quote = None;
    let mut escaped = false;
    for (i, c) in text.char_indices() {
        match (quote, c) {
            _ if escaped => escaped = false,
            (Some(_), '\\') => escaped = true,
            (Some(q), _) if c == q => quote = None,
            (None, '\'' | '"') => quote = Some(c),
            (None, '}') => return Some(i),
            _ => {}
        }
    }
    None
}

fn value(
    text: &str,
    start: usize,
    literal: &Literal,
    checker: &mut Checker<'_>,
    errors: &mut Errors<'_>,
) -> Option<Code> {
    let expr = match parse(text) {
        Ok(expr) => expr,
        Err(problem) => {
            errors.expression(&literal.place, start, problem);
            return None;
        }
    };
    let known = checker.problems.len();
    let (code, ty) = checker.expr(&expr);
    checker.want_not_null(&ty, &expr);
    if !is_printable(&ty) {
        checker.problem(
            Problem::new(
                expr.span.clone(),
                Mistake::NotInMessage { found: ty.clone() },
            )
            .help(Advice::TakeFieldOrMap),
        );
    }
    for problem in checker.problems.split_off(known) {
        errors.expression(&literal.place, start, problem);
    }
    Some(code)
}

fn is_printable(ty: &Type) -> bool {
    match &ty.base {
        Base::List(item) => {
            !item.nullable && matches!(item.base, Base::Text | Base::Int | Base::Unknown)
        }
        Base::Node(_) | Base::Bool => false,
        _ => true,
    }
}
