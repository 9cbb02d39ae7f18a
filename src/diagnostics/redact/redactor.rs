//! Replaces secrets by pseudonyms.

use super::moved::{Edit, Moved};
use super::secrets::{PIECE, Secrets};
use super::words::{Word, addresses, long_numbers, quotes, row, words};
use crate::diagnostics::{Answered, FileReport, Finding, Place, Redacted, RuleInfo, Run, Value};
use crate::report::Report;
use crate::rules::{Datum, Text};
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

/// Replaces secrets by pseudonyms.
#[derive(Clone, Debug)]
pub struct Redactor {
    pub(super) key: Vec<u8>,
    pub(super) used: BTreeSet<String>,
    /// The pseudonyms that were made.
    pub(super) known: HashMap<String, String>,
}

/// What stands in place of the further lines of a text.
pub(super) const MORE: &str = "[…]";

impl Redactor {
    /// A redactor whose pseudonyms hang on a key: another key gives others.
    pub fn new(key: &[u8]) -> Self {
        Self {
            key: key.to_owned(),
            used: BTreeSet::from([MORE.to_owned()]),
            known: HashMap::new(),
        }
    }

    /// Redacts a file before the others are there, so that its report need not wait for them. What is
    /// done to the findings until the run is redacted has to leave their number as it is. `paths` are
    /// those of all files.
    pub(crate) fn prepare(&self, file: &mut FileReport, rules: &[RuleInfo], paths: &[&str]) {
        let Some(report) = file.report.take() else {
            return;
        };
        let mut secrets = secrets(file, Some(&report), rules);
        drop(report);
        let mut own = Self::new(&self.key);
        let mut copy = file.clone();
        own.file(&mut copy, &secrets);
        secrets.keep_for(paths);
        file.hush();
        file.redacted = Some(Box::new(Redacted {
            file: copy,
            used: own.used,
            secrets,
        }));
    }

    /// Redacts all that a run prints, and takes the reports themselves out of it.
    pub fn redact(mut self, run: &mut Run) {
        let mut all: Vec<Secrets> = Vec::new();
        for file in &mut run.files {
            if let Some(done) = file.redacted.take() {
                self.used.extend(done.used);
                all.push(done.secrets);
                let judged = std::mem::replace(file, done.file);
                for (finding, judged) in file.findings.iter_mut().zip(judged.findings) {
                    finding.suppressed = judged.suppressed;
                    finding.failing = judged.failing;
                }
                continue;
            }
            let report = file.report.take();
            let secrets = secrets(file, report.as_deref(), &run.rules);
            self.file(file, &secrets);
            all.push(secrets);
        }
        // A file may be named after somebody who stands in another one.
        for file in &mut run.files {
            for secrets in &all {
                file.path = self.text(&file.path, secrets);
            }
        }
        run.redaction_tokens = self.used.into_iter().collect();
    }

    fn file(&mut self, file: &mut FileReport, secrets: &Secrets) {
        let moved = self.pages(file, secrets);
        for finding in &mut file.findings {
            self.finding(finding, secrets);
            let related = finding.related.iter_mut().map(|related| &mut related.place);
            let asked = finding.asks.iter_mut().map(|ask| &mut ask.place);
            for place in related.chain(asked).chain([&mut finding.primary]) {
                self.place(place, &moved, secrets);
            }
        }
        for contact in &mut file.contacts {
            // Whatever stands here names or reaches somebody.
            contact.text = self.pseudonym(&contact.text);
        }
        for amount in &mut file.amounts {
            self.datum(&mut amount.value, secrets);
            amount.question = self.unless_public(&amount.question, secrets);
            let names = [&mut amount.group]
                .into_iter()
                .chain(&mut amount.respondent);
            names.for_each(|name| *name = self.unless_public(name, secrets));
        }
        let tables = file.tables.iter_mut().flat_map(|tables| &mut tables.tables);
        for value in tables.flat_map(|table| &mut table.rows).flatten() {
            self.value(value, secrets);
        }
        for person in &mut file.people {
            person.name = self.unless_public(&person.name, secrets);
            person.group = self.unless_public(&person.group, secrets);
        }
        let explained = file.explained.iter_mut().map(|one| &mut one.place);
        for place in file
            .unread
            .iter_mut()
            .chain(&mut file.unchecked)
            .chain(explained)
        {
            self.place(place, &moved, secrets);
        }
        if let Some(error) = &mut file.error {
            self.texts(error, secrets, &[]);
        }
    }

    fn finding(&mut self, finding: &mut Finding, secrets: &Secrets) {
        let own = values(finding, secrets);
        for text in [&mut finding.message, &mut finding.why, &mut finding.help] {
            self.texts(text, secrets, &own);
        }
        for ask in &mut finding.asks {
            ask.respondent = self.unless_public(&ask.respondent, secrets);
            if let Some(group) = &mut ask.group {
                *group = self.unless_public(group, secrets);
            }
            self.texts(&mut ask.question, secrets, &own);
            if let Answered::Number(number) = ask.answered
                && secrets.phones.contains(&number.to_string())
            {
                ask.answered = Answered::Text(number.to_string());
            }
            for answer in ask.answered.entries() {
                *answer = self.unless_public(answer, secrets);
            }
        }
        for related in &mut finding.related {
            self.texts(&mut related.label, secrets, &own);
        }
        let named = [
            &mut finding.question,
            &mut finding.respondent,
            &mut finding.group,
            &mut finding.option,
        ];
        for text in named.into_iter().flatten() {
            *text = self.unless_public(text, secrets);
        }
        let data = [&mut finding.reported, &mut finding.expected];
        for datum in data.into_iter().flatten() {
            self.datum(datum, secrets);
        }
    }

    fn datum(&mut self, datum: &mut Datum, secrets: &Secrets) {
        match datum {
            Datum::Text(text) => *text = self.unless_public(text, secrets),
            Datum::Int(value) if secrets.phones.contains(&value.to_string()) => {
                *datum = Datum::Text(self.pseudonym(&value.to_string()));
            }
            Datum::Int(_) => {}
        }
    }

    fn value(&mut self, value: &mut Value, secrets: &Secrets) {
        match value {
            Value::Text(text) => *text = self.unless_public(text, secrets),
            Value::Int(number) if secrets.phones.contains(&number.to_string()) => {
                *value = Value::Text(self.pseudonym(&number.to_string()));
            }
            _ => {}
        }
    }

    fn texts(&mut self, text: &mut Text, secrets: &Secrets, own: &[String]) {
        for text in [&mut text.nb, &mut text.nn, &mut text.en] {
            *text = self.sentence(text, secrets, own);
        }
    }

    /// A value that is either the survey's own or a secret as a whole.
    fn unless_public(&mut self, text: &str, secrets: &Secrets) -> String {
        if secrets.is_public(text) {
            text.to_owned()
        } else {
            self.pseudonym(text)
        }
    }

    /// A sentence with its secrets replaced: what is quoted and not public, the values that the
    /// sentence is about, and what is a secret wherever it stands.
    fn sentence(&mut self, text: &str, secrets: &Secrets, own: &[String]) -> String {
        let mut edits = Vec::new();
        for range in quotes(text) {
            let inside = text.get(range.clone()).unwrap_or("");
            if !secrets.is_public(inside.trim_end_matches('…')) {
                add(&mut edits, range, || self.pseudonym(inside));
            }
        }
        for value in own.iter().filter(|value| value.len() <= text.len()) {
            for (at, _) in text.match_indices(value.as_str()) {
                let range = at..at + value.len();
                if stands_alone(text, &range) {
                    add(&mut edits, range, || self.pseudonym(value));
                }
            }
        }
        self.find(text, secrets, &mut edits);
        apply(text, &edits)
    }

    /// A text with what is a secret wherever it stands replaced.
    pub(super) fn text(&mut self, text: &str, secrets: &Secrets) -> String {
        let mut edits = Vec::new();
        self.find(text, secrets, &mut edits);
        apply(text, &edits)
    }

    /// Finds secrets in a text, apart from where it is edited already.
    pub(super) fn find(&mut self, text: &str, secrets: &Secrets, edits: &mut Vec<Edit>) {
        for range in addresses(text) {
            let address = text.get(range.clone()).unwrap_or("");
            add(edits, range, || self.pseudonym(address));
        }
        for (range, digits) in long_numbers(text) {
            if secrets.phones.contains(&digits) {
                add(edits, range, || self.pseudonym(&digits));
            }
        }
        let words = words(text);
        let mut at = 0;
        while let Some(word) = words.get(at) {
            let Some((end, secret)) = stretch(&words, at, secrets) else {
                at += 1;
                continue;
            };
            let to = words
                .get(end - 1)
                .map_or(word.range.end, |last| last.range.end);
            add(edits, word.range.start..with_cut_word(text, to), || {
                self.pseudonym(secret)
            });
            at = end;
        }
    }

    /// A place after its page was redacted.
    fn place(&mut self, place: &mut Place, moved: &Moved, secrets: &Secrets) {
        match moved.place(place) {
            Some(text) => place.text = text,
            None => place.text = self.unless_public(&place.text, secrets),
        }
    }
}

/// What must not be shown of a file; what the program itself prints may be.
fn secrets(file: &FileReport, report: Option<&Report>, rules: &[RuleInfo]) -> Secrets {
    let mut secrets = report.map(Secrets::of).unwrap_or_default();
    let ran = file.statuses.iter().map(|status| &status.rule);
    ran.chain(rules.iter().map(|rule| &rule.id))
        .for_each(|rule| secrets.allow(rule));
    secrets
}

/// The values that a finding is about and that are secrets, the longest first.
fn values(finding: &Finding, secrets: &Secrets) -> Vec<String> {
    let places = finding.related.iter().map(|related| &related.place);
    let asked = finding.asks.iter().map(|ask| &ask.place);
    let mut out: Vec<String> = places
        .chain(asked)
        .chain([&finding.primary])
        .map(|place| place.text.clone())
        .collect();
    for datum in [&finding.reported, &finding.expected] {
        if let Some(Datum::Text(text)) = datum {
            out.push(text.clone());
        }
    }
    out.extend(finding.option.clone());
    out.retain(|text| !secrets.is_public(text) && text.chars().any(char::is_alphanumeric));
    out.sort_by_key(|text| std::cmp::Reverse(text.len()));
    out
}

/// Whether a stretch of a text is no part of a longer word.
fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let before = text.get(..range.start).and_then(|t| t.chars().next_back());
    let after = text.get(range.end..).and_then(|t| t.chars().next());
    let inside = text.get(range.clone()).unwrap_or("");
    let joins = |outer: Option<char>, inner: Option<char>| {
        outer.is_some_and(char::is_alphanumeric) && inner.is_some_and(char::is_alphanumeric)
    };
    !joins(before, inside.chars().next()) && !joins(after, inside.chars().next_back())
}

/// The stretch of secret words that begins at `at`: where it ends, and the secret.
fn stretch<'s>(words: &[Word<'_>], at: usize, secrets: &'s Secrets) -> Option<(usize, &'s str)> {
    let first = words.get(at)?;
    let name = || {
        let name = secrets.names.get(&*first.lower).filter(|_| first.capital)?;
        Some((at + 1, &**name))
    };
    if !secrets.starts.contains(&*first.lower) {
        return name();
    }
    let piece = |from: usize| secrets.pieces.get(&row(words.get(from..from + PIECE)?));
    if let Some(secret) = piece(at) {
        let mut end = at + PIECE;
        while piece(end + 1 - PIECE).is_some() {
            end += 1;
        }
        return Some((end, &**secret));
    }
    // From the longest on: a shorter one is the same without its last word.
    let most = words.len().min(at + PIECE);
    let mut joined = row(words.get(at..most).unwrap_or(&[]));
    for end in (at + 1..=most).rev() {
        if let Some(secret) = secrets.whole.get(&joined) {
            return Some((end, &**secret));
        }
        joined.truncate(joined.rfind(' ').unwrap_or(0));
    }
    name()
}

/// The end of a stretch, moved over a word that was cut off by an ellipsis behind it.
fn with_cut_word(text: &str, end: usize) -> usize {
    let rest = text.get(end..).unwrap_or("").trim_start();
    let cut = rest.find('…').filter(|cut| {
        let tail = rest.get(..*cut).unwrap_or("");
        !tail.is_empty() && tail.chars().all(char::is_alphanumeric)
    });
    cut.map_or(end, |cut| text.len() - rest.len() + cut)
}

/// Adds an edit where there is none yet.
pub(super) fn add(edits: &mut Vec<Edit>, range: Range<usize>, text: impl FnOnce() -> String) {
    let overlaps = |(other, _): &Edit| range.start < other.end && other.start < range.end;
    if !range.is_empty() && !edits.iter().any(overlaps) {
        let text = text();
        edits.push((range, text));
    }
}

/// A text with its edits made.
pub(super) fn apply(text: &str, edits: &[Edit]) -> String {
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|(range, _)| range.start);
    let mut out = String::new();
    let mut from = 0;
    for (range, new) in edits {
        out.push_str(text.get(from..range.start).unwrap_or(""));
        out.push_str(new);
        from = range.end;
    }
    out.push_str(text.get(from..).unwrap_or(""));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::{self, Format, Options};
    use crate::sample;

    fn redacted(key: &[u8]) -> Run {
        let mut run = sample::run();
        run.files[1].path = "skannet av Kari_Eksempel.pdf".to_owned();
        Redactor::new(key).redact(&mut run);
        run
    }

    fn everything(run: &Run) -> String {
        let options = Options {
            notes: true,
            ..Options::default()
        };
        let formats = Format::ALL.map(|format| render::render(format, run, &options));
        let sidecars: Vec<_> = run
            .files
            .iter()
            .map(|f| render::sidecar(f, options.lang))
            .collect();
        formats.join("\n") + &sidecars.join("\n") + &render::coverage(run, &options)
    }

    #[test]
    fn no_output_holds_a_secret() {
        let run = redacted(b"key");
        let out = everything(&run).to_lowercase();
        for secret in ["kari", "eksempel", "22 22 22 22", "22222222"] {
            assert!(!out.contains(secret), "{secret} in {out}");
        }
        assert!(run.files.iter().all(|file| file.report.is_none()));
        assert!(!run.redaction_tokens.is_empty());
    }

    #[test]
    fn a_file_that_is_redacted_before_the_others_comes_to_the_same() {
        let mut run = sample::run();
        run.files[1].path = "skannet av Kari_Eksempel.pdf".to_owned();
        let redactor = Redactor::new(b"key");
        let paths: Vec<String> = run.files.iter().map(|file| file.path.clone()).collect();
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        for file in &mut run.files {
            redactor.prepare(file, &run.rules, &paths);
            assert!(file.report.is_none());
        }
        redactor.redact(&mut run);
        assert_eq!(everything(&run), everything(&redacted(b"key")));
    }

    #[test]
    fn what_is_no_secret_stays() {
        let out = everything(&redacted(b"key"));
        for kept in [
            "Summen av svarene er 1\u{A0}043, men rapporten oppgir 1\u{A0}033.",
            "Hvor mange skoler deltok i tiltakene?",
            "Øyvær kommune",
            "Heltall: 500",
            "Legg sammen svarene på nytt.",
            "rapporter/vårfjell 2025.pdf",
        ] {
            assert!(out.contains(kept), "{kept} not in {out}");
        }
    }

    #[test]
    fn pseudonyms_hang_on_the_key_and_on_nothing_else() {
        assert_eq!(everything(&redacted(b"a")), everything(&redacted(b"a")));
        assert_ne!(everything(&redacted(b"a")), everything(&redacted(b"b")));
    }

    #[test]
    fn places_still_cover_their_text() {
        insta::assert_snapshot!(render::render(
            Format::Full,
            &redacted(b"key"),
            &Options::default()
        ));
        let run = redacted(b"key");
        for finding in &run.files[0].findings {
            let place = &finding.primary;
            let page = run.files[0].page(place.page).unwrap();
            assert_eq!(page.text.get(place.start..place.end).unwrap(), place.text);
        }
    }

    #[test]
    fn pieces_of_free_text_are_found_in_sentences() {
        let mut secrets = Secrets::default();
        let text = "Vi har brukt midlene på veiledning av nyutdannede lærere i kommunen.";
        for piece in words(text).windows(PIECE) {
            secrets.piece(row(piece), &text.into());
        }
        let mut redactor = Redactor::new(b"key");
        let out = redactor.sentence(
            "Svaret «Vi har brukt…» og svaret vi har brukt midlene på veil… er like.",
            &secrets,
            &[],
        );
        assert!(!out.contains("brukt") && !out.contains("veil"), "{out}");
        assert!(
            out.starts_with("Svaret «[tekst-") && out.ends_with("… er like."),
            "{out}"
        );
    }
}
