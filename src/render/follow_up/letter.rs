//! A letter, without the marks of any format: mail draft and document say the same.

use super::case::{Case, cut};
use super::sender::{Deadline, FollowUp};
use crate::diagnostics::{Answered, Ask, Finding};
use crate::i18n::{date, whole};
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
    /// The pages, each once.
    #[serde(skip)]
    pages: Vec<u32>,
    /// What was answered, where the question does not say it already: options or names, or else the
    /// lines of a text in quotation marks.
    pub(super) answered: Vec<String>,
    /// Whether these are several options or names.
    pub(super) is_list: bool,
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
        let point = point(ask, lang);
        match matters.iter_mut().find(|(known, _)| *known == number) {
            Some((_, matter)) => {
                let alike =
                    |known: &&mut Point| known.ask == point.ask && known.answered == point.answered;
                match matter.points.iter_mut().find(alike) {
                    // It is about several of their answers, and names none of them.
                    Some(known) => {
                        known.pages.extend(point.pages);
                        known.pages.sort_unstable();
                        known.pages.dedup();
                        known.page = pages(&known.pages, lang);
                    }
                    None => matter.points.push(point),
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

fn point(ask: &Ask, lang: Lang) -> Point {
    let said = lang.letters();
    let question = plain::line(ask.question.get(lang));
    let entries: Vec<String> = match &ask.answered {
        Answered::Nothing => Vec::new(),
        Answered::Number(number) => vec![whole(*number, lang)],
        Answered::Text(text) => lines(text),
        Answered::List(list) => list.iter().map(|entry| plain::line(entry)).collect(),
    };
    let entries: Vec<String> = entries.iter().map(|entry| cut(entry)).collect();
    let is_list = matches!(ask.answered, Answered::List(_)) && entries.len() > 1;
    let is_number = matches!(ask.answered, Answered::Number(_));
    let in_question = |entry: &String| {
        question.contains(&said.quoted(entry)) || is_number && has_number(&question, entry)
    };
    let answered = if entries.iter().all(in_question) {
        Vec::new()
    } else if is_list || is_number {
        entries
    } else {
        lines(&said.quoted(&entries.join("\n")))
    };
    let on = vec![ask.place.page];
    let page = pages(&on, lang);
    Point {
        pages: on,
        page: match &ask.occurrence {
            Some(number) => format!("{page}, {}", said.answer_number(number)),
            None => page,
        },
        is_list: is_list && !answered.is_empty(),
        answered,
        ask: question,
    }
}

/// Whether a text has a number that is no part of a longer one.
fn has_number(text: &str, number: &str) -> bool {
    let mut found = text.match_indices(number);
    let digit = |c: char| c.is_ascii_digit() || c == '\u{A0}';
    found.any(|(at, _)| {
        let (before, behind) = (text.get(..at), text.get(at + number.len()..));
        !before.is_some_and(|text| text.ends_with(digit))
            && !behind.is_some_and(|text| text.starts_with(digit))
    })
}

/// Where something stands, on one page or several.
fn pages(numbers: &[u32], lang: Lang) -> String {
    let said = lang.letters();
    let told: Vec<String> = numbers.iter().map(u32::to_string).collect();
    match told.split_last() {
        Some((last, before)) if !before.is_empty() => said.pages(&format!(
            "{}{}{last}",
            before.join(", "),
            lang.words().and()
        )),
        _ => said.page(&told.concat()),
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
    use super::super::{cases, mail};
    use super::*;
    use crate::diagnostics::{Certainty, Run};
    use crate::render::Options;
    use crate::sample;

    /// The sample's letter, where what it asks about is this answer.
    fn about(answered: Answered, occurrences: &[u32]) -> String {
        let mut run: Run = sample::run();
        let findings = &mut run.files[0].findings;
        findings.retain(|finding| !finding.asks.is_empty());
        let mut asked = findings.pop().unwrap();
        asked.certainty = Certainty::Certain;
        asked.asks[0].answered = answered;
        *findings = occurrences
            .iter()
            .map(|number| {
                let mut finding = asked.clone();
                finding.asks[0].occurrence = Some(*number);
                finding
            })
            .collect();
        let cases = cases(&run, &Options::default());
        mail::text(&letter(&cases[0], &FollowUp::default(), Lang::Nb))
    }

    #[test]
    fn the_lines_of_a_text_are_one_answer() {
        let text = about(Answered::Text("Vi møttes\ntil våren.".to_owned()), &[1]);
        assert!(
            text.contains("Dere svarte:\n   «Vi møttes\n   til våren.»\n"),
            "{text}"
        );
        let list = vec!["Vega".to_owned(), "Bø".to_owned()];
        let text = about(Answered::List(list), &[1]);
        assert!(
            text.contains("Dere svarte:\n   - Vega\n   - Bø\n"),
            "{text}"
        );
    }

    #[test]
    fn one_of_several_answers_is_told_and_all_of_them_are_asked_about_once() {
        let answer = || Answered::Text("sa".to_owned());
        let one = about(answer(), &[2]);
        assert!(one.contains("side 2 i rapporten, svar nr. 2)"), "{one}");
        let both = about(answer(), &[1, 2]);
        assert!(both.contains("har et spørsmål til"), "{both}");
        assert!(both.contains("(side 2 i rapporten)"), "{both}");
    }

    #[test]
    fn a_number_is_answered_as_people_write_it_and_once() {
        let text = about(Answered::Number(33_000), &[1]);
        assert!(text.contains("Dere svarte: 33\u{A0}000\n"), "{text}");
        assert!(has_number("Er 33\u{A0}000 riktig?", "33\u{A0}000"));
        assert!(!has_number("Er 133\u{A0}000 riktig?", "33\u{A0}000"));
        assert!(!has_number("Er 3\u{A0}300 riktig?", "3"));
    }

    #[test]
    fn what_is_asked_alike_is_asked_once_with_all_its_pages() {
        let pages = |numbers: &[u32]| pages(numbers, Lang::Nb);
        assert_eq!(pages(&[4]), "side 4 i rapporten");
        assert_eq!(pages(&[4, 7, 9]), "sidene 4, 7 og 9 i rapporten");
        let mut run: Run = sample::run();
        let findings = &mut run.files[0].findings;
        findings.retain(|finding| !finding.asks.is_empty());
        findings[0].certainty = Certainty::Certain;
        let mut earlier = findings[0].clone();
        earlier.asks[0].place.page = 1;
        findings.push(earlier);
        let cases = cases(&run, &Options::default());
        let text = mail::text(&letter(&cases[0], &FollowUp::default(), Lang::En));
        assert!(text.contains("(pages 1 and 2 of the report)"), "{text}");
        assert_eq!(text.matches("Is the name to stand").count(), 1, "{text}");
    }

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
