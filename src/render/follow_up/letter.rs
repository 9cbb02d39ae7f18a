//! A letter in Markdown, and the paragraphs that it shares with the mail draft.

use super::{Case, expected, printed};
use crate::diagnostics::Finding;
use crate::i18n::date;
use crate::render::plain;
use crate::rules::Lang;
use std::fmt::Write as _;

/// The paragraphs of a letter, without the marks of any format.
pub(super) struct Paragraphs {
    /// What it is about.
    pub(super) subject: String,
    /// To whom it speaks, and why.
    pub(super) opening: [String; 2],
    /// How it ends.
    pub(super) closing: [String; 2],
}

/// A line that says what something is: (name, value).
pub(super) type Fact = (&'static str, String);

/// The paragraphs of a case's letter.
pub(super) fn paragraphs(case: &Case<'_>, lang: Lang) -> Paragraphs {
    let said = lang.letters();
    let survey = case.survey();
    let respondent = plain::line(case.respondent);
    let greeting = match case.contacts("contact").as_slice() {
        [one] if is_name(one) => said.greeting(one),
        _ => said.greeting_all().to_owned(),
    };
    let exported = case
        .file
        .date
        .map_or(String::new(), |day| said.exported(&date(day, lang)));
    Paragraphs {
        subject: said.subject(&respondent, &survey),
        opening: [greeting, said.opening(&survey, &exported, &respondent)],
        closing: [said.thanks().to_owned(), said.regards().to_owned()],
    }
}

/// Whether an answer is a name and nothing besides, by which somebody can be addressed.
fn is_name(text: &str) -> bool {
    let letters = |c: char| c.is_alphabetic() || " -'’.".contains(c);
    text.chars().all(letters) && (1..=5).contains(&text.split(' ').count())
}

/// What a finding is about: the question's title, or that it is about the whole report.
pub(super) fn heading(finding: &Finding, lang: Lang) -> String {
    let whole = lang.words().whole_report();
    plain::line(finding.question.as_deref().unwrap_or(whole))
}

/// What is printed, where, and what was expected.
pub(super) fn facts(finding: &Finding, lang: Lang) -> Vec<Fact> {
    let said = lang.letters();
    let mut facts = vec![
        (said.fact_page(), finding.primary.page.to_string()),
        (said.fact_printed(), printed(finding)),
    ];
    if let Some(expected) = expected(finding, lang) {
        facts.push((said.fact_expected(), expected));
    }
    facts
}

/// The letter.
pub(super) fn markdown(case: &Case<'_>, lang: Lang) -> String {
    let text = paragraphs(case, lang);
    let mut out = format!("# {}\n\n", escape(&text.subject));
    let to = case.group.map_or(String::new(), |group| {
        format!(" ({})", escape(&plain::line(group)))
    });
    let said = lang.letters();
    let name = format!("{}{to}", escape(&plain::line(case.respondent)));
    let _ = writeln!(out, "{}  ", said.to(&name));
    let reached = [
        ("contact", said.contact()),
        ("phone", said.phone()),
        ("email", said.email()),
    ];
    for (role, what) in reached {
        let contacts = case.contacts(role);
        if !contacts.is_empty() {
            let _ = writeln!(out, "{what}: {}  ", escape(&contacts.join("; ")));
        }
    }
    for paragraph in &text.opening {
        let _ = write!(out, "\n{}\n", escape(paragraph));
    }
    for (index, finding) in case.findings.iter().enumerate() {
        let title = escape(&heading(finding, lang));
        let _ = write!(out, "\n## {}. {title}\n\n", index + 1);
        for (what, value) in facts(finding, lang) {
            let _ = writeln!(out, "- {what}: {}", escape(&value));
        }
        let message = plain::line(finding.message.get(lang));
        let _ = write!(out, "\n{}\n", escape(&message));
    }
    for paragraph in &text.closing {
        let _ = write!(out, "\n{}\n", escape(paragraph));
    }
    out
}

/// A text of which Markdown makes nothing but that text.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // What begins a line could begin a list or a heading.
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    for (index, c) in text.chars().enumerate() {
        let marks = "\\`*_[]<>&#|~!$".contains(c);
        let begins = (index == 0 && "-+=".contains(c))
            || (digits > 0 && index == digits && ".)".contains(c));
        if marks && c != '!' || begins || (c == '!' && text.contains("![")) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_name_is_a_name() {
        assert!(is_name("Kari A. Eksempel-Nes"));
        assert!(!is_name("Kari Eksempel, 22 22 22 22"));
        assert!(!is_name("Ta kontakt med rektor på den enkelte skole"));
    }

    #[test]
    fn nothing_of_a_report_is_markdown() {
        assert_eq!(escape("<b>*x*</b> [a](b)"), r"\<b\>\*x\*\</b\> \[a\](b)");
        assert_eq!(escape("- a - b"), r"\- a - b");
        assert_eq!(escape("12. mai"), r"12\. mai");
        assert_eq!(escape("a 12. mai!"), "a 12. mai!");
        assert_eq!(escape("![a](b)"), r"\!\[a\](b)");
    }
}
