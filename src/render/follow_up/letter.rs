//! A letter, without the marks of any format: mail draft and document say the same.

use super::case::{Case, cut};
use super::sender::{Deadline, FollowUp};
use crate::diagnostics::{Ask, Finding};
use crate::i18n::date;
use crate::render::plain;
use crate::rules::Lang;
use serde::Serialize;

/// What a letter says.
#[derive(Serialize)]
pub(super) struct Letter {
    /// What it is about.
    pub(super) subject: String,
    /// Whom it is for, and how they can be reached, a line each.
    pub(super) address: Vec<String>,
    /// To whom it speaks.
    pub(super) greeting: String,
    /// Why it is written, and until when an answer is asked for.
    pub(super) opening: Vec<String>,
    /// What is asked, in the order of the report.
    pub(super) matters: Vec<Matter>,
    /// Before what is answered.
    pub(super) you_answered: &'static str,
    /// How it ends.
    pub(super) thanks: &'static str,
    /// Before the sender.
    pub(super) regards: &'static str,
    /// Who asks, a line each.
    pub(super) sender: Vec<String>,
}

/// A question of the survey, and what is asked about it.
#[derive(Serialize)]
pub(super) struct Matter {
    /// The survey's question, or that it is about the whole report.
    pub(super) heading: String,
    /// What is asked, each once.
    pub(super) points: Vec<Point>,
}

/// What is asked about one answer.
#[derive(Serialize)]
pub(super) struct Point {
    /// Where it stands.
    pub(super) page: String,
    /// What was answered, where the question does not say it already; an entry for each option, line
    /// or paragraph.
    pub(super) answered: Vec<String>,
    /// The question to the respondent.
    pub(super) ask: String,
}

/// The letter of a case.
pub(super) fn letter(case: &Case<'_>, from: &FollowUp, lang: Lang) -> Letter {
    let said = lang.letters();
    let survey = case.survey();
    let respondent = plain::line(case.respondent);
    let matters = matters(case, lang);
    let exported = case.file.date;
    let exported = exported.map_or(String::new(), |day| said.exported(&date(day, lang)));
    let asked = matters.iter().map(|matter| matter.points.len()).sum();
    let opening = said.opening(&survey, &exported, &respondent, asked);
    let deadline = from.deadline.as_ref().map(|deadline| match deadline {
        Deadline::Day(year, month, day) => said.until(&date((*year, *month, *day), lang)),
        Deadline::Words(words) => said.deadline(&plain::line(words)),
    });
    Letter {
        subject: said.subject(&respondent, &survey),
        address: address(case, &respondent, lang),
        greeting: greeting(case, from, lang),
        opening: [opening].into_iter().chain(deadline).collect(),
        matters,
        you_answered: said.you_answered(),
        thanks: said.thanks(),
        regards: said.regards(),
        sender: lines(from.sender.as_deref().unwrap_or("")),
    }
}

fn address(case: &Case<'_>, respondent: &str, lang: Lang) -> Vec<String> {
    let said = lang.letters();
    let group = case.group.map(plain::line);
    let group = group.map_or(String::new(), |group| format!(" ({group})"));
    let mut lines = vec![said.to(&format!("{respondent}{group}"))];
    let reached = [
        ("contact", said.contact()),
        ("phone", said.phone()),
        ("email", said.email()),
    ];
    for (role, what) in reached {
        let contacts = case.contacts(role);
        if !contacts.is_empty() {
            lines.push(format!("{what}: {}", contacts.join("; ")));
        }
    }
    lines
}

fn greeting(case: &Case<'_>, from: &FollowUp, lang: Lang) -> String {
    let said = lang.letters();
    if let Some(greeting) = &from.greeting {
        return plain::line(greeting);
    }
    match case.contacts("contact").as_slice() {
        [one] if is_name(one) => said.greeting(one),
        _ => said.greeting_all().to_owned(),
    }
}

/// What is asked, by the questions of the survey. What two findings ask alike is asked once.
fn matters(case: &Case<'_>, lang: Lang) -> Vec<Matter> {
    let mut matters: Vec<(Option<u32>, Matter)> = Vec::new();
    for (finding, ask) in &case.asks {
        let number = finding.question_number;
        let point = point(finding, ask, lang);
        match matters.iter_mut().find(|(known, _)| *known == number) {
            Some((_, matter)) => {
                let alike =
                    |known: &Point| known.ask == point.ask && known.answered == point.answered;
                if !matter.points.iter().any(alike) {
                    matter.points.push(point);
                }
            }
            None => matters.push((
                number,
                Matter {
                    heading: heading(finding, lang),
                    points: vec![point],
                },
            )),
        }
    }
    matters.into_iter().map(|(_, matter)| matter).collect()
}

fn point(finding: &Finding, ask: &Ask, lang: Lang) -> Point {
    let question = plain::line(ask.question.get(lang));
    let paragraphs = ask.answered.iter().flat_map(|text| lines(text));
    let answered: Vec<String> = paragraphs.map(|text| cut(&text)).collect();
    let quoted = |text: &String| [format!("«{text}»"), format!("“{text}”")];
    let mut said = answered.iter().map(quoted);
    let is_said = said.all(|quoted| quoted.iter().any(|quoted| question.contains(quoted)));
    Point {
        page: lang.letters().page(&finding.primary.page),
        answered: if is_said { Vec::new() } else { answered },
        ask: question,
    }
}

/// What a finding is about: the question's title, or that it is about the whole report.
fn heading(finding: &Finding, lang: Lang) -> String {
    let whole = lang.words().whole_report();
    plain::line(finding.question.as_deref().unwrap_or(whole))
}

/// The lines of a text that are not blank.
fn lines(text: &str) -> Vec<String> {
    let lines = text.lines().map(plain::line);
    lines.filter(|line| !line.is_empty()).collect()
}

/// Whether an answer is a name and nothing besides, by which somebody can be addressed. One word alone
/// may be anything («Ingen»), and so may words that don't all begin as names do («Ikke aktuelt»).
fn is_name(text: &str) -> bool {
    let letters = |c: char| c.is_alphabetic() || " -'’.".contains(c);
    let words = || text.split_whitespace();
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    text.chars().all(letters) && (2..=5).contains(&words().count()) && words().all(capital)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_name_is_a_name() {
        assert!(is_name("Kari A. Eksempel-Nes"));
        assert!(!is_name("Kari Eksempel, 22 22 22 22"));
        assert!(!is_name("Ta kontakt med rektor på den enkelte skole"));
        for none in [
            "",
            " ",
            "Ingen",
            "Ikke aktuelt",
            "vet ikke",
            "Rektor ved skolen",
        ] {
            assert!(!is_name(none), "{none}");
        }
    }
}
