//! The sample of findings that tests print, suppress and redact: an invented report of a county
//! that doesn't exist, with findings of each severity, with and without places.

use crate::diagnostics::{self, RuleInfo, Run, Source, Suppressed, SuppressedBy};
use crate::pdf::{RawGlyph, RawPage, RawRun};
use crate::report::{
    Answer, Decimals, Judged, Kind, Ledger, Question, Report, Respondent, Statistics,
};
use crate::rules::{
    Bound, Datum, Enquiry, Hidden, Hit, Label, NotEvaluable, Outcome, QuestionNotFound, RuleStatus,
    Severity, Status, Text,
};
use crate::text::{Bbox, ByteRange, Cell, Line, Page, Printed, Span, Word};
use std::collections::{BTreeMap, BTreeSet};

/// The pages of the report, as a PDF's text comes out.
const PAGES: [&str; 2] = [
    "Hvor mange skoler deltok i tiltakene? (6 Svar)\nHeltall\nSvar: 6\nSum: 1\u{A0}033\nSnitt: 174\n\
     Kommune (Offentlig)\nØyvær kommune\nHeltall: 500\nBergvik kommune\nHeltall: 300\n\
     Aspdal kommune\nHeltall: 200\n",
    "Privat\nFuruly skole\nHeltall: 20\nElvebakk skole\nHeltall: 12\nBjørkheim skole\nHeltall: 11\n\
     Kontaktperson (6 Svar)\nØyvær kommune\nTekst: Kari Eksempel, 22 22 22 22\n",
];

/// The sample, with a file that could not be read beside it.
pub(crate) fn run() -> Run {
    let pdf = Source::new("rapporter/vårfjell 2025.pdf", b"%PDF-1.7 sample");
    let scan = Source::new("rapporter/skannet.pdf", b"%PDF-1.4 scan");
    let mut file = diagnostics::checked(pdf, report(), outcome(), &BTreeMap::new());
    if let Some(last) = file.findings.last_mut() {
        last.suppressed = Some(Suppressed {
            by: SuppressedBy::Baseline,
            reason: "Avklart på telefon 3. mars.".to_owned(),
        });
    }
    let error = same("Filen har ikke noe tekstlag: den er en skanning.");
    Run {
        rules: rules(),
        files: vec![file, diagnostics::unreadable(scan, error)],
        fixed: Some(1),
        redaction_tokens: Vec::new(),
    }
}

fn same(text: &str) -> Text {
    Text {
        nb: text.to_owned(),
        nn: text.to_owned(),
        en: text.to_owned(),
    }
}

/// The nth print of a text on a page, with a box where `boxed`.
fn printed(page: u32, text: &str, nth: usize, boxed: bool) -> Printed<String> {
    let whole = PAGES[page as usize - 1];
    let (start, _) = whole.match_indices(text).nth(nth).unwrap();
    let line = whole.get(..start).unwrap().matches('\n').count() + 1;
    let top = 60.0 + 14.5 * f32::from(u16::try_from(line).unwrap());
    Printed {
        value: text.to_owned(),
        text: text.to_owned(),
        span: Span {
            page,
            line: u32::try_from(line).unwrap(),
            start: u32::try_from(start).unwrap(),
            end: u32::try_from(start + text.len()).unwrap(),
            bbox: boxed.then_some(Bbox {
                x0: 72.0,
                y0: top,
                x1: 96.125,
                y1: top + 11.0,
            }),
        },
        certain: true,
    }
}

fn number(page: u32, text: &str, nth: usize) -> Printed<i64> {
    printed(page, text, nth, true).map(|text| text.replace('\u{A0}', "").parse().unwrap())
}

fn question(number_: u32, title: &str, page: u32) -> Question {
    Question {
        number: number_,
        title: printed(page, title, 0, true),
        reported_count: None,
        kind: Kind::Integer,
        stats: None,
        uncharted: false,
        charts: Vec::new(),
        options: Vec::new(),
        other_answers: None,
        answers: Vec::new(),
        not_stated: None,
        complete: true,
        pages: (page, page),
    }
}

/// A question with an answer.
pub(crate) fn question_with_answers() -> Question {
    report().questions.remove(1)
}

/// Draws a text in type of 10 points, each letter 5 points wide, from (x, y) on; gives where it ends.
pub(crate) fn draw(page: &mut RawPage, text: &str, (x, y): (f32, f32), font: u16) -> f32 {
    let first = page.glyphs.len();
    let mut x0 = x;
    for ch in text.chars() {
        let x1 = x0 + 5.0;
        page.glyphs.push(RawGlyph { ch, x0, x1 });
        x0 = x1;
    }
    page.runs.push(RawRun {
        first: u32::try_from(first).unwrap_or(0),
        count: u32::try_from(page.glyphs.len() - first).unwrap_or(0),
        y,
        size: 10.0,
        font,
    });
    x0
}

/// A value that is printed somewhere, beyond doubt.
pub(crate) fn certain<T>(value: T) -> Printed<T> {
    Printed {
        value,
        text: String::new(),
        span: Span {
            page: 1,
            line: 1,
            start: 0,
            end: 1,
            bbox: None,
        },
        certain: true,
    }
}

pub(crate) fn report() -> Report {
    let mut schools = question(1, "Hvor mange skoler deltok i tiltakene?", 1);
    schools.reported_count = Some(number(1, "6", 0));
    schools.stats = Some(Statistics {
        heading: printed(1, "Heltall", 0, true).span,
        responses: Some(number(1, "6", 1)),
        sum: Some(number(1, "1\u{A0}033", 0)),
        mean: Some(number(1, "174", 0)),
        median: None,
        stddev: None,
        decimals: Decimals::default(),
    });
    let mut contact = question(2, "Kontaktperson", 2);
    contact.kind = Kind::Text;
    contact.complete = false;
    contact.answers = vec![Answer {
        respondent: printed(2, "Øyvær kommune", 0, true),
        group: "Offentlig/Kommune".into(),
        occurrence: 1,
        value: None,
        text: Some(Box::new(printed(2, "Kari Eksempel, 22 22 22 22", 0, true))),
        choices: Vec::new(),
        own_text: None,
        glyphs: None,
        comment: None,
        places: Vec::new(),
        blank: false,
        certain: true,
    }];
    Report {
        pages: (1..)
            .zip(PAGES)
            .map(|(number, text)| Page {
                number,
                text: text.to_owned(),
                lines: lines(text),
                ..Page::default()
            })
            .collect(),
        title: Some(printed(1, "Hvor mange skoler", 0, true)),
        respondents: vec![Respondent {
            name: "Øyvær kommune".to_owned(),
            group: "Offentlig/Kommune".into(),
            submissions: 6,
            overview: Vec::new(),
            first: printed(1, "Øyvær kommune", 0, true),
        }],
        questions: vec![schools, contact],
        ..Report::default()
    }
}

fn lines(text: &str) -> Vec<Line> {
    let at = |part: &str| {
        let start = part.as_ptr() as usize - text.as_ptr() as usize;
        ByteRange::from(start..start + part.len())
    };
    let word = |part| Word {
        range: at(part),
        bbox: None,
        certain: true,
    };
    (1..)
        .zip(text.lines())
        .map(|(number, line)| Line {
            number,
            range: at(line),
            cells: vec![Cell {
                range: at(line),
                bbox: None,
                words: line.split(' ').map(word).collect(),
                size: 0.0,
                bold: false,
                font: 0,
            }],
            ..Line::default()
        })
        .collect()
}

fn hit(rule: &str, severity: Severity, message: &str, primary: Printed<String>) -> Hit {
    let rule_info = rules().into_iter().find(|info| info.id == rule).unwrap();
    Hit {
        rule: rule.to_owned(),
        severity,
        message: same(message),
        why: rule_info.why,
        help: rule_info.help,
        asks: Vec::new(),
        question: None,
        respondent: None,
        group: None,
        option: None,
        aspect: String::new(),
        reported: None,
        expected: None,
        primary,
        labels: Vec::new(),
        certain: true,
    }
}

/// What the contact of the sample is asked.
fn enquiry() -> Enquiry {
    Enquiry {
        respondent: "Øyvær kommune".to_owned(),
        group: Some("Offentlig/Kommune".to_owned()),
        at: printed(2, "Kari Eksempel, 22 22 22 22", 0, true),
        question: Text {
            nb: "Skal navnet stå i rapporten?".to_owned(),
            nn: "Skal namnet stå i rapporten?".to_owned(),
            en: "Is the name to stand in the report?".to_owned(),
        },
    }
}

/// What the rules found in the sample.
pub(crate) fn outcome() -> Outcome {
    let addends = [
        (1, "500"),
        (1, "300"),
        (1, "200"),
        (2, "20"),
        (2, "12"),
        (2, "11"),
    ];
    let sum = Hit {
        question: Some(0),
        reported: Some(Datum::Int(1033)),
        expected: Some(Datum::Int(1043)),
        labels: addends
            .into_iter()
            .map(|(page, text)| Label {
                at: printed(page, text, 0, true),
                text: Text {
                    nb: "ledd".to_owned(),
                    nn: "ledd".to_owned(),
                    en: "addend".to_owned(),
                },
            })
            .collect(),
        ..hit(
            "sum-mismatch",
            Severity::Error,
            "Summen av svarene er 1\u{A0}043, men rapporten oppgir 1\u{A0}033.",
            printed(1, "1\u{A0}033", 0, true),
        )
    };
    let contact = Hit {
        question: Some(1),
        respondent: Some("Øyvær kommune".to_owned()),
        group: Some("Offentlig/Kommune".to_owned()),
        certain: false,
        asks: vec![enquiry()],
        ..hit(
            "personal-data",
            Severity::Warning,
            "Svaret inneholder «Kari Eksempel»: navn,\nog 100 % <telefon> & mer.",
            printed(2, "Kari Eksempel, 22 22 22 22", 0, true),
        )
    };
    let note = Hit {
        question: Some(0),
        ..hit(
            "missing-answer",
            Severity::Note,
            "Furuly skole har svart blankt.",
            printed(2, "Furuly skole", 0, false),
        )
    };
    let known = Hit {
        question: Some(1),
        respondent: Some("Øyvær kommune".to_owned()),
        ..hit(
            "invalid-phone",
            Severity::Warning,
            "22 22 22 22 er ikke et telefonnummer.",
            printed(2, "22 22 22 22", 0, true),
        )
    };
    let touched: BTreeSet<(u32, u32)> = [(1, number(1, "1\u{A0}033", 0).span.start)].into();
    let judged = Judged {
        checked: touched.clone(),
        telephones: [1].into(),
        ..Judged::default()
    };
    Outcome {
        ledger: Ledger::of(&report(), &judged),
        hits: vec![known, note, contact, sum],
        statuses: [
            ("sum-mismatch", Status::Failed),
            ("personal-data", Status::Failed),
            ("missing-answer", Status::Failed),
            ("invalid-phone", Status::Failed),
            ("mean-mismatch", Status::Passed),
            ("percent-mismatch", Status::NotApplicable),
            ("median-mismatch", Status::NotEvaluable),
            ("slow-rule", Status::Unfinished(Bound::Steps)),
        ]
        .map(status)
        .into(),
        packs: vec!["general".to_owned()],
        questions_not_found: vec![QuestionNotFound {
            pack: "dekom".to_owned(),
            key: "duration".to_owned(),
            name: Text::each(|_| "varighet".to_owned()),
            rules: vec!["duration-year-conflict".to_owned()],
        }],
        roles: vec![(1, "contact".to_owned())],
        unchecked: Vec::new(),
        touched,
    }
}

fn status((rule, status): (&str, Status)) -> RuleStatus {
    let held_back = match (&status, rule) {
        (Status::NotEvaluable, _) => vec![(NotEvaluable::UncertainAnswer, 2)],
        (_, "sum-mismatch") => vec![(NotEvaluable::Needs, 1)],
        _ => Vec::new(),
    };
    let held_back: BTreeMap<NotEvaluable, usize> = held_back.into_iter().collect();
    RuleStatus {
        rule: rule.to_owned(),
        status,
        evaluated: 1,
        not_evaluable: held_back.values().sum(),
        reasons: held_back,
        unlisted: 0,
        hidden: (rule == "mean-mismatch").then(|| Hidden {
            most: 7,
            of: Text {
                nb: "summen".to_owned(),
                nn: "summen".to_owned(),
                en: "the sum".to_owned(),
            },
            page: 1,
            line: 5,
        }),
    }
}

fn rules() -> Vec<RuleInfo> {
    let rule = |(id, severity, why, help): (&str, Severity, &str, &str)| RuleInfo {
        id: id.to_owned(),
        severity: Some(severity),
        summary: Text::default(),
        why: same(why),
        help: same(help),
        pack: "general".to_owned(),
        page: Some(format!("rules/pages/{id}.md")),
    };
    [
        (
            "sum-mismatch",
            Severity::Error,
            "Den som leser summen, får et annet beløp enn den som leser svarene, og rapporten kan ikke \
             brukes som grunnlag for tilskuddet.",
            "Legg sammen svarene på nytt.",
        ),
        ("personal-data", Severity::Warning, "Rapporten skal publiseres.", "Fjern navnet."),
        ("missing-answer", Severity::Note, "", "Spør om det er null."),
        ("invalid-phone", Severity::Warning, "Nummeret når ingen.", "Spør om nummeret."),
        ("mean-mismatch", Severity::Error, "", ""),
    ]
    .map(rule)
    .into()
}
