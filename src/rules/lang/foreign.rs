//! What people who write spreadsheets or other languages write, and how it is written here.

use super::Problem;
use super::ast::{Expr, ExprKind};
use crate::rules::mistake::{Advice, Mistake};
use std::ops::Range;

/// Words that stand between two conditions or before one, with what is written here.
const WORDS: [(&[&str], &str); 8] = [
    (&["and", "og"], "&&"),
    (&["or", "eller"], "||"),
    (&["not", "ikke", "ikkje"], "!"),
    (&["is", "er"], "=="),
    (&["like"], "x.matches('…')"),
    (
        &["contains", "inneholder", "inneheld", "includes"],
        "x.contains('…')",
    ),
    (&["startswith", "begynner", "byrjar"], "x.startsWith('…')"),
    (&["between", "mellom"], "between(x, 1, 5)"),
];

/// Values.
const VALUES: [(&[&str], &str); 3] = [
    (&["true", "sann", "ja"], "true"),
    (&["false", "usann", "nei"], "false"),
    (&["null", "none", "nil", "blank", "tom"], "null"),
];

/// Functions of spreadsheets, in English and Norwegian.
const FUNCTIONS: [(&[&str], &str); 20] = [
    (&["and", "og"], "a && b"),
    (&["or", "eller"], "a || b"),
    (&["not", "ikke"], "!a"),
    (&["if", "hvis"], "c ? a : b"),
    (&["sum", "summer"], "[a, b].sum()"),
    (
        &["sumif", "sumifs", "summerhvis", "summer.hvis.sett"],
        "list.filter(x, x > 0).sum()",
    ),
    (
        &["count", "counta", "antall", "antalla", "tell"],
        "[a, b].size()",
    ),
    (
        &[
            "countif",
            "countifs",
            "antallhvis",
            "antall.hvis",
            "antall.hvis.sett",
        ],
        "list.filter(x, x > 0).size()",
    ),
    (
        &["average", "avg", "mean", "gjennomsnitt", "snitt"],
        "list.sum() / list.size()",
    ),
    (&["max", "maks", "størst"], "[a, b].max()"),
    (&["min", "minst"], "[a, b].min()"),
    (&["round", "avrund"], "halfUp(x)"),
    (&["abs"], "abs(x)"),
    (&["len", "length", "lengde"], "size(x)"),
    (&["lower", "små"], "x.lower()"),
    (&["trim"], "x.trim()"),
    (
        &["isblank", "erblank", "ertom", "isnull", "isempty"],
        "x == null",
    ),
    (&["iferror", "hvisfeil"], "orElse(x, 0)"),
    (&["concat", "concatenate", "kjed", "kjede.sammen"], "a + b"),
    (
        &["vlookup", "xlookup", "finn", "finn.rad", "xoppslag"],
        "lookup('table', key, 'column')",
    ),
];

fn find(table: &[(&[&str], &'static str)], name: &str) -> Option<&'static str> {
    let name = name.to_lowercase();
    let found = table
        .iter()
        .find(|(names, _)| names.contains(&name.as_str()));
    found.map(|(_, here)| *here)
}

fn instead(span: Range<usize>, found: &str, here: &str) -> Problem {
    let mistake = Mistake::NotSo {
        found: found.to_owned(),
    };
    Problem::new(span, mistake).help(Advice::WriteInstead {
        write: format!("`{here}`"),
    })
}

/// A word where an operator should stand, or after which a value should.
pub(super) fn word(name: &str, span: Range<usize>) -> Option<Problem> {
    Some(instead(span, name, find(&WORDS, name)?))
}

/// A name that stands for a value elsewhere.
pub(super) fn value(name: &str, span: Range<usize>) -> Option<Problem> {
    Some(instead(span, name, find(&VALUES, name)?))
}

/// A function that is written otherwise here.
pub(super) fn function(name: &str, span: Range<usize>) -> Option<Problem> {
    Some(instead(span, name, find(&FUNCTIONS, name)?))
}

/// A function of spreadsheets whose name has no form that a name has here (`ANTALL.HVIS(`, `STØRST(`).
pub(super) fn named_otherwise(text: &str, start: usize) -> Option<Problem> {
    let rest = text.get(start..)?;
    let own = rest.find(|c: char| !c.is_ascii_alphanumeric())?;
    // Most names are of the letters that names have here, and end with them.
    if matches!(rest.as_bytes().get(own), Some(sign) if sign.is_ascii() && *sign != b'.') {
        return None;
    }
    let (name, after) = rest.split_at(rest.find(|c: char| !(c.is_alphanumeric() || c == '.'))?);
    let span = start..start + name.len();
    after
        .starts_with('(')
        .then(|| function(name, span))
        .flatten()
}

/// The function of spreadsheets whose arguments the sign at `at` parts: it is told, and its signs with it.
pub(super) fn around(text: &str, at: usize) -> Option<Problem> {
    let before = text.get(..at)?;
    let mut open = Vec::new();
    for (bracket, c) in before.char_indices() {
        match c {
            '(' => open.push(bracket),
            ')' => _ = open.pop(),
            _ => {}
        }
    }
    let called = before.get(..open.pop()?)?;
    let name = |c: char| c.is_alphanumeric() || c == '.';
    let start = called.trim_end_matches(name).len();
    function(called.get(start..)?, start..called.len())
}

/// How a reserved word's meaning is written here.
pub(super) fn reserved(name: &str) -> Option<Advice> {
    (name == "if").then(|| Advice::WriteInstead {
        write: "`c ? a : b`".to_owned(),
    })
}

/// A sign that is written otherwise here, with how.
pub(super) fn sign(rest: &str) -> Option<(&'static str, &'static str)> {
    const SIGNS: [(&str, &str); 9] = [
        ("<>", "!="),
        ("=<", "<="),
        ("=>", ">="),
        ("≠", "!="),
        ("≤", "<="),
        ("≥", ">="),
        ("×", "*"),
        ("÷", "/"),
        (";", ","),
    ];
    SIGNS.into_iter().find(|(sign, _)| rest.starts_with(sign))
}

/// The problem with such a sign.
pub(super) fn sign_problem(span: Range<usize>, found: &str, here: &str) -> Problem {
    instead(span, found, here)
}

/// A number with a decimal comma among arguments that are too many: `0,3` without a blank.
pub(super) fn decimal_comma(args: &[Expr]) -> Option<Problem> {
    args.iter().zip(args.iter().skip(1)).find_map(|(a, b)| {
        let (whole, at) = last_number(a)?;
        let ExprKind::Int(decimals) = &b.kind else {
            return None;
        };
        if at.end + 1 != b.span.start {
            return None;
        }
        let decimals = digits(*decimals, &b.span);
        Some(comma(at.start..b.span.end, &digits(whole, &at), &decimals))
    })
}

/// A number's digits as they are written: zeros before it count among decimals.
fn digits(number: i128, span: &Range<usize>) -> String {
    format!("{number:0>width$}", width = span.len())
}

/// The problem with a decimal comma.
pub(super) fn comma(span: Range<usize>, whole: &str, decimals: &str) -> Problem {
    let mistake = Mistake::DecimalComma {
        found: format!("{whole},{decimals}"),
    };
    Problem::new(span, mistake).help(Advice::WriteInstead {
        write: format!("{whole}.{decimals}"),
    })
}

/// The whole number that an expression ends with.
fn last_number(expr: &Expr) -> Option<(i128, Range<usize>)> {
    match &expr.kind {
        ExprKind::Int(number) => Some((*number, expr.span.clone())),
        ExprKind::Binary(_, _, b) | ExprKind::And(_, b) | ExprKind::Or(_, b) => last_number(b),
        ExprKind::Cond(_, _, c) => last_number(c),
        ExprKind::Minus(a) | ExprKind::Not(a) => last_number(a),
        _ => None,
    }
}
