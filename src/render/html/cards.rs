//! The findings of a file as cards: by severity and question, and by respondent.

use super::pieces::{At, at};
use super::pieces::{Piece, Places};
use super::view::{self, View};
use crate::diagnostics::{Certainty, FileReport, Finding, Place};
use crate::i18n::whole;
use crate::pdf::Picture;
use crate::render::{Order, plain};
use crate::rules::{Datum, Lang, Severity};
use serde::Serialize;

/// The findings of one severity; all of them, where they stand in the order of the report.
#[derive(Serialize)]
pub(super) struct Grade {
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    pub(super) count: usize,
    pub(super) questions: Vec<Question>,
}

#[derive(Serialize)]
pub(super) struct Question {
    pub(super) id: String,
    pub(super) number: Option<u32>,
    pub(super) title: String,
    pub(super) findings: Vec<Shown>,
}

#[derive(Serialize)]
pub(super) struct Person {
    pub(super) name: String,
    pub(super) findings: Vec<Link>,
}

#[derive(Serialize)]
pub(super) struct Link {
    pub(super) id: String,
    pub(super) severity: &'static str,
    pub(super) severity_name: &'static str,
    pub(super) message: String,
}

#[derive(Serialize)]
pub(super) struct Shown {
    pub(super) id: String,
    pub(super) severity: &'static str,
    pub(super) severity_name: &'static str,
    pub(super) rule: String,
    pub(super) uncertain: bool,
    pub(super) message: String,
    pub(super) why: String,
    pub(super) help: String,
    pub(super) respondent: String,
    pub(super) group: String,
    pub(super) option: String,
    pub(super) expected: String,
    pub(super) at: At,
    /// Whether that is only where it stands, and not what is at fault.
    pub(super) is_place: bool,
    pub(super) related: Vec<Beside>,
    pub(super) excerpt: Vec<Piece>,
    /// What a suppression of it names: nothing that was redacted.
    pub(super) question: String,
    pub(super) named: String,
    pub(super) fingerprint: String,
    pub(super) view: Option<View>,
}

#[derive(Serialize)]
pub(super) struct Beside {
    pub(super) label: String,
    pub(super) who: String,
    pub(super) is_number: bool,
    pub(super) at: At,
}

/// What holds for all that is shown of a file.
pub(super) struct Shows<'o> {
    pub(super) order: Order,
    pub(super) pictures: &'o [Picture],
    pub(super) redacted: bool,
    pub(super) lang: Lang,
}

/// The findings that count, by severity and question, and by respondent; in report order.
pub(super) fn findings(
    file: &FileReport,
    places: &Places<'_>,
    shown: impl Fn(usize) -> Option<String>,
    how: &Shows<'_>,
) -> (Vec<Grade>, Vec<Person>) {
    let lang = how.lang;
    let all = lang.words().whole_report();
    let mut grades: Vec<Grade> = Vec::new();
    let mut people: Vec<Person> = Vec::new();
    let mut findings: Vec<_> = file.findings.iter().enumerate().collect();
    how.order
        .sort(&mut findings, |(_, finding)| finding.severity);
    for (number, finding) in findings {
        let Some(id) = shown(number) else { continue };
        if let Some(name) = finding.respondent.as_deref().map(plain::line) {
            let link = Link {
                id: id.clone(),
                severity: finding.severity.name(),
                severity_name: finding.severity.word(lang),
                message: plain::line(finding.message.get(lang)),
            };
            match people.iter_mut().find(|person| person.name == name) {
                Some(person) => person.findings.push(link),
                None => people.push(Person {
                    name,
                    findings: vec![link],
                }),
            }
        }
        let own = card(file, finding, places, id, how);
        let title = plain::line(finding.question.as_deref().unwrap_or(all));
        let asked = finding.question_number;
        let (grade, name) = grade(finding.severity, how);
        if grades.last().is_none_or(|last| last.id != grade) {
            grades.push(Grade {
                id: grade,
                name,
                count: 0,
                questions: Vec::new(),
            });
        }
        let Some(last) = grades.last_mut() else {
            continue;
        };
        last.count += 1;
        let known = last.questions.iter_mut();
        let mut known = known.filter(|q| q.number == asked && q.title == title);
        match known.next() {
            Some(question) => question.findings.push(own),
            None => last.questions.push(Question {
                id: String::new(),
                number: asked,
                title,
                findings: vec![own],
            }),
        }
    }
    for grade in &mut grades {
        grade
            .questions
            .sort_by_key(|question| question.number.unwrap_or(0));
        for (index, question) in grade.questions.iter_mut().enumerate() {
            question.id = format!("q-{}-{}-{index}", places.file(), grade.id);
        }
    }
    people.sort_by(|a, b| a.name.cmp(&b.name));
    (grades, people)
}

/// Under which heading a finding stands.
fn grade(severity: Severity, how: &Shows<'_>) -> (&'static str, &'static str) {
    let said = how.lang.html();
    match (how.order, severity) {
        (Order::Report, _) => ("all", said.label_by_question()),
        (_, Severity::Error) => (severity.name(), said.label_grade_error()),
        (_, Severity::Warning) => (severity.name(), said.label_grade_warning()),
        (_, Severity::Note) => (severity.name(), said.label_grade_note()),
    }
}

fn card(
    file: &FileReport,
    finding: &Finding,
    places: &Places<'_>,
    id: String,
    how: &Shows<'_>,
) -> Shown {
    let lang = how.lang;
    let line = |text: &Option<String>| text.as_deref().map(plain::line).unwrap_or_default();
    let page = file.page(finding.primary.page);
    Shown {
        severity: finding.severity.name(),
        severity_name: finding.severity.word(lang),
        rule: plain::line(&finding.rule),
        uncertain: finding.certainty == Certainty::Uncertain,
        message: plain::line(finding.message.get(lang)),
        why: plain::line(finding.why.get(lang)),
        help: plain::line(finding.help.get(lang)),
        respondent: line(&finding.respondent),
        group: line(&finding.group),
        option: line(&finding.option),
        expected: match &finding.expected {
            Some(Datum::Int(value)) => whole(*value, lang),
            Some(Datum::Text(text)) => plain::line(text),
            None => String::new(),
        },
        at: at(&finding.primary, places, lang),
        is_place: finding.points_at == crate::diagnostics::PointsAt::Heading,
        related: finding
            .related
            .iter()
            .map(|related| Beside {
                label: plain::line(related.label.get(lang)),
                who: who(file, &related.place),
                is_number: related.place.text.chars().all(|c| !c.is_alphabetic()),
                at: at(&related.place, places, lang),
            })
            .collect(),
        excerpt: page.map_or(Vec::new(), |page| {
            places.excerpt(page, &finding.primary, &id)
        }),
        question: if how.redacted {
            String::new()
        } else {
            line(&finding.question)
        },
        named: if how.redacted {
            String::new()
        } else {
            line(&finding.respondent)
        },
        fingerprint: finding.fingerprint.clone(),
        view: view::of(finding, &id, places, how.pictures),
        id,
    }
}

/// Whose answer stands at a place, where it is a number that somebody answered.
fn who(file: &FileReport, place: &Place) -> String {
    let mut amounts = file.amounts.iter();
    let amount = amounts.find(|a| (a.page, a.line) == (place.page, place.line));
    let name = amount.and_then(|amount| amount.respondent.as_deref());
    name.map(plain::line).unwrap_or_default()
}
