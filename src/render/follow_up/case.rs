//! A respondent with what to ask.

use crate::diagnostics::{Ask, Contact, FileReport, Finding};
use crate::i18n::whole;
use crate::render::plain;
use crate::rules::{Datum, Lang};

/// The longest quotation of what a respondent wrote, in characters.
const QUOTED: usize = 300;

/// What there is to ask a respondent in one report.
pub(super) struct Case<'a> {
    pub(super) file: &'a FileReport,
    pub(super) respondent: &'a str,
    pub(super) group: Option<&'a str>,
    /// In report order.
    pub(super) asks: Vec<(&'a Finding, &'a Ask)>,
}

impl Case<'_> {
    /// The case without some of what is asked.
    pub(super) fn without(&self, leave: impl Fn(&Finding) -> bool) -> Self {
        let asks = self.asks.iter().filter(|(finding, _)| !leave(finding));
        Case {
            asks: asks.copied().collect(),
            ..*self
        }
    }

    /// What the respondent answered where the report asks for a contact of this role.
    pub(super) fn contacts(&self, role: &str) -> Vec<String> {
        let same = |contact: &&Contact| {
            contact.role == role
                && contact.respondent == self.respondent
                && self.group.is_none_or(|group| contact.group == group)
        };
        let mut out: Vec<String> = Vec::new();
        for contact in self.file.contacts.iter().filter(same) {
            let text = plain::line(&contact.text);
            if !out.contains(&text) {
                out.push(text);
            }
        }
        out
    }

    /// The survey, by its title or else by the file.
    pub(super) fn survey(&self) -> String {
        let name = self.file.title.as_deref();
        plain::line(name.unwrap_or(&self.file.path))
    }
}

/// What is printed, on one line and not too long; nothing where the finding points at a respondent's
/// own name, or at the title of its question, since nothing is printed that it is about.
pub(super) fn printed(finding: &Finding) -> String {
    if finding.is_about_nothing_printed() {
        return String::new();
    }
    cut(&plain::line(&finding.primary.text))
}

/// A text that is not too long.
pub(super) fn cut(text: &str) -> String {
    match text.char_indices().nth(QUOTED) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or("").trim_end()),
        None => text.to_owned(),
    }
}

/// What was expected, where the rule says so.
pub(super) fn expected(finding: &Finding, lang: Lang) -> Option<String> {
    match finding.expected.as_ref()? {
        Datum::Int(value) => Some(whole(*value, lang)),
        Datum::Text(text) => Some(plain::line(text)),
    }
}
