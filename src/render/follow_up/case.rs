//! A respondent with what to ask.

use crate::diagnostics::fingerprint::hex;
use crate::diagnostics::{Ask, Contact, FileReport, Finding, Place, PointsAt};
use crate::i18n::whole;
use crate::render::plain;
use crate::rules::{Datum, Lang};
use sha2::{Digest as _, Sha256};

/// Stands behind a finding's fingerprint where it asks several.
const BEHIND: char = '/';
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
    pub(super) fn without(&self, leave: impl Fn(&Finding, &Ask) -> bool) -> Self {
        let asks = self.asks.iter();
        let asks = asks.filter(|(finding, ask)| !leave(finding, ask));
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

/// What a question to a respondent is known by in each run: as the finding is, and where the finding
/// asks several, also by whom, and by which of its answers.
pub(super) fn id(finding: &Finding, ask: &Ask) -> String {
    if finding.respondent.as_ref() == Some(&ask.respondent) {
        return finding.fingerprint.clone();
    }
    let occurrence = ask.occurrence.unwrap_or(0).to_string();
    let group = ask.group.as_deref().unwrap_or("");
    let whose = digest(&[&ask.respondent, group, &occurrence]);
    format!("{}{BEHIND}{whose}", finding.fingerprint)
}

/// The finding that a question is about, by what the question is known by.
pub(super) fn finding_of(id: &str) -> &str {
    id.split_once(BEHIND).map_or(id, |(finding, _)| finding)
}

/// Names → a few signs that tell them from others.
pub(super) fn digest(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    hex(&hash.finalize(), 8)
}

/// What is printed, on one line and not too long; nothing where a name or a title is pointed at, since
/// nothing is printed that it is about.
pub(super) fn printed(place: &Place, points_at: PointsAt) -> String {
    match points_at {
        PointsAt::Heading => String::new(),
        PointsAt::Itself => cut(&plain::line(&place.text)),
    }
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
