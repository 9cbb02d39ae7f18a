//! Tables `[[rule.good]]` and `[[rule.bad]]`: small reports, whole or as edits of one that is built in.

use super::fields::{Literal, Reader};
use super::file::File;
use super::given::is_file;
use super::model::Case;
use crate::rules::bases::{BASES, base};
use crate::rules::lang::suggest;
use crate::rules::mistake::{Advice, Mistake, Term};
use crate::text::decode;
use crate::toml_file::RawValue;

/// The keys of a case.
pub(crate) const CASE_KEYS: [&str; 7] = [
    "name", "report", "base", "edit", "previous", "message", "primary",
];

/// The cases of a rule in a file of this pack.
pub(super) fn cases(rule: &mut Reader<'_, '_, '_>, file: &File<'_>) -> Vec<Case> {
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
            let (report, pdf, edits) = report(&mut own, file);
            let mut text = |key: &str| own.text(key).map_or_else(String::new, |l| l.text);
            cases.push(Case {
                good,
                name: text("name"),
                report,
                pdf,
                previous: text("previous"),
                message: text("message"),
                primary: text("primary"),
                edits,
                pack: file.pack.name.clone(),
                file: file.source.name.clone(),
                span,
            });
        }
    }
    cases
}

/// The report of a case with its edits made, and the edits.
fn report(
    case: &mut Reader<'_, '_, '_>,
    file: &File<'_>,
) -> (String, Vec<u8>, Vec<(String, String)>) {
    let mut made = Vec::new();
    let (own, other) = (case.text("report"), case.text("base"));
    if let (Some(_), Some(other)) = (&own, &other) {
        let mistake = Mistake::NotTogether {
            first: "report".to_owned(),
            second: "base".to_owned(),
        };
        case.errors.add(&other.place, mistake, None);
    }
    let mut report = match (own, other) {
        (Some(named), _) | (None, Some(named)) if is_file(&named.text) => {
            let Some(bytes) = bytes(case, &named, file) else {
                return (String::new(), Vec::new(), made);
            };
            if crate::report::is_pdf(&bytes) {
                if let Some(edit) = case.table.get("edit") {
                    case.errors.add(&edit.place, Mistake::EditsOfPdf, None);
                }
                return (String::new(), bytes, made);
            }
            let Some(text) = decode(&bytes) else {
                let mistake = Mistake::NoReport {
                    file: named.text.clone(),
                };
                case.errors.add(&named.place, mistake, None);
                return (String::new(), Vec::new(), made);
            };
            text.into_owned()
        }
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
        None => return (report, Vec::new(), made),
        Some((RawValue::List(edits), _)) => edits,
        Some((_, place)) => {
            case.errors.add(place, Mistake::EditNotPairs, None);
            return (report, Vec::new(), made);
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
    (report, Vec::new(), made)
}

/// The bytes of a report that lies beside the rule file; a mistake where it cannot be read.
fn bytes(case: &mut Reader<'_, '_, '_>, named: &Literal, file: &File<'_>) -> Option<Vec<u8>> {
    let name = named.text.clone();
    let (mistake, help) = match file.given.file(&file.source.name, &name) {
        Some(Ok(bytes)) => return Some(bytes.to_vec()),
        Some(Err(why)) => {
            let why = why.clone();
            (Mistake::CannotRead { file: name, why }, None)
        }
        None => (Mistake::NoFile { file: name }, Some(Advice::BesidePack)),
    };
    case.errors.add(&named.place, mistake, help);
    None
}
