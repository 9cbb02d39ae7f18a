//! Tables `[[rule.good]]` and `[[rule.bad]]`: small reports, whole or as edits of one that is built in.

use super::fields::{Literal, Reader};
use super::raw::RawValue;
use super::set::Case;
use crate::rules::lang::suggest;
use crate::rules::mistake::{Advice, Mistake, Term};
use crate::rules::tools::{BASES, base};

/// The keys of a case.
pub(crate) const CASE_KEYS: [&str; 6] = ["name", "report", "base", "edit", "message", "primary"];

/// The cases of a rule in a file of this pack.
pub(super) fn cases(rule: &mut Reader<'_, '_, '_>, pack: &str) -> Vec<Case> {
    let mut cases = Vec::new();
    for (key, good) in [("good", true), ("bad", false)] {
        for (table, place) in rule.tables(key) {
            let span = place.span.clone();
            let mut own = Reader {
                table,
                place,
                what: Term::Case,
                errors: rule.errors,
            };
            own.allow(&CASE_KEYS);
            let (report, edits) = report(&mut own);
            let mut text = |key: &str| own.text(key).map_or_else(String::new, |l| l.text);
            cases.push(Case {
                good,
                name: text("name"),
                report,
                message: text("message"),
                primary: text("primary"),
                edits,
                pack: pack.to_owned(),
                span,
            });
        }
    }
    cases
}

/// The report of a case with its edits made, and the edits.
fn report(case: &mut Reader<'_, '_, '_>) -> (String, Vec<(String, String)>) {
    let mut made = Vec::new();
    let mut report = match (case.text("report"), case.text("base")) {
        (Some(report), _) => report.text,
        (None, Some(Literal { text, place })) => {
            let known = base(&text);
            if known.is_none() {
                let help = suggest(&text, BASES.iter().map(|(name, _)| *name));
                let mistake = Mistake::UnknownBase { name: text };
                case.errors.add(&place, mistake, help);
            }
            known.unwrap_or_default().to_owned()
        }
        (None, None) => {
            case.missing("report", Advice::GiveReport);
            String::new()
        }
    };
    let edits = match case.table.get("edit").map(|raw| (&raw.value, &raw.place)) {
        None => return (report, made),
        Some((RawValue::List(edits), _)) => edits,
        Some((_, place)) => {
            case.errors.add(place, Mistake::EditNotPairs, None);
            return (report, made);
        }
    };
    for edit in edits {
        let pair = match &edit.value {
            RawValue::List(pair) => pair.as_slice(),
            _ => &[],
        };
        let texts: Vec<&str> = pair
            .iter()
            .filter_map(|raw| match &raw.value {
                RawValue::Text(text) => Some(text.as_str()),
                _ => None,
            })
            .collect();
        let [from, to] = texts.as_slice() else {
            case.errors.add(&edit.place, Mistake::EditNotPairs, None);
            continue;
        };
        match report.find(from) {
            Some(at) if !from.is_empty() => {
                report.replace_range(at..at + from.len(), to);
                made.push(((*from).to_owned(), (*to).to_owned()));
            }
            _ if report.is_empty() => {}
            _ => {
                case.errors.add(&edit.place, Mistake::NotInReport, None);
            }
        }
    }
    (report, made)
}
