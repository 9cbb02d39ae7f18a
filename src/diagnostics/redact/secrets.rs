//! What in a report must not be shown: names, telephone numbers and free text.
//!
//! Two sides are gathered: what respondents wrote themselves, and what the exporter and the survey
//! print (titles, options, respondents), which is no secret. What is on neither side counts as a
//! secret, as a report that is read wrongly must not leak.

use super::words::{joined, long_numbers, row, words};
use crate::report::{Kind, Question, Report};
use crate::text::{Printed, Span};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// The exporter's own words, which stand in every report.
const EXPORTER: &str = "dato side svar intern rapport utvalg du ser av totalt filter inaktiv oversikt \
    ingen merknader til undersøkelsen alle instansene som har sendt inn ubehandlede fra arkivet \
    svarene er behandlet heltall sum snitt median standardavvik tekst andre ikke angitt";

/// How many words in a row are a piece of free text wherever they stand.
pub(super) const PIECE: usize = 4;

/// What must not be shown, and what may.
#[derive(Clone, Debug, Default)]
pub(in crate::diagnostics) struct Secrets {
    /// Where respondents' own texts are printed.
    pub(super) spans: Vec<(Span, String)>,
    /// Where the exporter's own values are printed.
    pub(super) plain_spans: Vec<Span>,
    /// Whole texts of few words: their words → the text.
    pub(super) whole: FxHashMap<String, Arc<str>>,
    /// Every [`PIECE`] words in a row → the text that they are a piece of.
    pub(super) pieces: FxHashMap<String, Arc<str>>,
    /// The words with which [whole texts](Self::whole) and [pieces](Self::pieces) begin.
    pub(super) starts: FxHashSet<String>,
    /// A part of a name → the name.
    pub(super) names: FxHashMap<String, Arc<str>>,
    /// The digits of telephone numbers.
    pub(super) phones: FxHashSet<String>,
    /// Whole texts of respondents, their words alone.
    own: FxHashSet<String>,
    /// What [was allowed](Self::allow) as a whole: most of it stands under each answer again.
    allowed: FxHashSet<String>,
    /// Words that the exporter or the survey print.
    vocabulary: FxHashSet<String>,
    /// Texts that the exporter or the survey print, their words alone.
    public: FxHashSet<String>,
    /// Every [`PIECE`] words in a row of those texts.
    public_pieces: FxHashSet<String>,
}

impl Secrets {
    /// Gathers both sides of a report.
    pub(super) fn of(report: &Report) -> Self {
        let mut out = Self::default();
        out.vocabulary
            .extend(EXPORTER.split_whitespace().map(str::to_owned));
        out.public_side(report);
        let mut figures = FxHashSet::default();
        for question in &report.questions {
            let values = question.answers.iter().filter_map(|a| a.value.as_ref());
            figures.extend(values.map(|value| value.value.to_string()));
        }
        for question in &report.questions {
            out.secret_side(question, &figures);
        }
        out
    }

    /// Leaves what can be found in one of these texts, and nothing else.
    pub(super) fn keep_for(&mut self, texts: &[&str]) {
        let inside = texts.iter().flat_map(|text| words(text));
        let inside: FxHashSet<String> = inside.map(|word| word.lower.into_owned()).collect();
        let numbers = texts.iter().flat_map(|text| long_numbers(text));
        let numbers: FxHashSet<String> = numbers.map(|(_, digits)| digits).collect();
        let found = |key: &String| key.split(' ').all(|word| inside.contains(word));
        let kept = |all: &mut FxHashMap<String, Arc<str>>| {
            let all = std::mem::take(all).into_iter();
            all.filter(|(key, _)| found(key)).collect()
        };
        self.starts.retain(|word| inside.contains(word));
        *self = Self {
            whole: kept(&mut self.whole),
            pieces: kept(&mut self.pieces),
            starts: std::mem::take(&mut self.starts),
            names: kept(&mut self.names),
            phones: self.phones.intersection(&numbers).cloned().collect(),
            ..Self::default()
        };
    }

    /// Adds names that the program itself prints, such as rules.
    pub(super) fn allow(&mut self, text: &str) {
        if self.allowed.contains(text) {
            return;
        }
        self.allowed.insert(text.to_owned());
        let all = words(text);
        self.public.insert(row(&all));
        self.public_pieces.extend(all.windows(PIECE).map(row));
        let all = all.into_iter().map(|word| word.lower.into_owned());
        self.vocabulary.extend(all);
    }

    /// Whether a text is the exporter's or the survey's, or a short number, and not what some
    /// respondent wrote in the same words.
    pub(super) fn is_public(&self, text: &str) -> bool {
        let joined = joined(text);
        self.public.contains(&joined) || (self.is_plain(text) && !self.own.contains(&joined))
    }

    /// Whether every word of a text is the exporter's or the survey's, or a number that is too
    /// short for a telephone's.
    pub(super) fn is_plain(&self, text: &str) -> bool {
        let known = |word: &str| {
            self.vocabulary.contains(word) || word.bytes().all(|byte| byte.is_ascii_digit())
        };
        words(text).iter().all(|word| known(&word.lower)) && long_numbers(text).is_empty()
    }

    fn allow_printed(&mut self, printed: &Printed<String>) {
        self.allow(&printed.value);
        self.plain_spans.push(printed.span);
    }

    fn public_side(&mut self, report: &Report) {
        report
            .title
            .iter()
            .for_each(|title| self.allow_printed(title));
        let front = [&report.shown, &report.total].into_iter().flatten();
        self.plain_spans.extend(front.map(|figure| figure.span));
        self.plain_spans
            .extend(report.date.iter().map(|date| date.span));
        for filter in &report.filters {
            self.allow_printed(&filter.name);
            self.allow(&filter.path);
            self.plain_spans.push(filter.count.span);
        }
        for category in &report.overview {
            self.allow_printed(&category.name);
            self.allow(&category.sector);
            self.allow(category.group.as_str());
            self.plain_spans.push(category.count.span);
            category
                .respondents
                .iter()
                .for_each(|name| self.allow_printed(name));
        }
        for respondent in &report.respondents {
            self.allow(&respondent.name);
            self.allow(respondent.group.as_str());
            self.plain_spans.push(respondent.first.span);
        }
        for question in &report.questions {
            self.public_of(question);
        }
    }

    fn public_of(&mut self, question: &Question) {
        self.allow_printed(&question.title);
        self.allow(question.kind.name());
        self.plain_spans
            .extend(question.reported_count.iter().map(|c| c.span));
        if let Some(stats) = &question.stats {
            self.plain_spans.push(stats.heading);
            let all = stats.figures().into_iter().flatten();
            self.plain_spans.extend(all.map(|figure| figure.span));
        }
        question
            .options
            .iter()
            .for_each(|option| self.allow(option));
        for chart in &question.charts {
            self.allow(chart.group.as_str());
            chart
                .heading
                .iter()
                .for_each(|heading| self.allow_printed(heading));
            for bar in &chart.bars {
                self.allow(&bar.option);
                self.allow_printed(&bar.label);
                self.plain_spans.extend([bar.count.span, bar.percent.span]);
            }
        }
        self.plain_spans
            .extend(question.other_answers.iter().map(|o| o.heading));
        for answer in &question.answers {
            self.allow_printed(&answer.respondent);
            self.allow(answer.group.as_str());
            self.plain_spans
                .extend(answer.value.iter().map(|value| value.span));
            if question.kind == Kind::Places {
                answer
                    .places
                    .iter()
                    .for_each(|place| self.allow_printed(place));
            }
            for choice in &answer.choices {
                if question.options.contains(&choice.option.value) {
                    self.plain_spans.push(choice.option.span);
                }
            }
        }
        if let Some(list) = &question.not_stated {
            self.plain_spans.push(list.count.span);
            for line in &list.respondents {
                self.allow_printed(&line.name);
                self.allow(line.group.as_str());
            }
        }
    }

    fn secret_side(&mut self, question: &Question, figures: &FxHashSet<String>) {
        let mut texts: Vec<&Printed<String>> = Vec::new();
        texts.extend(question.other_answers.iter().flat_map(|list| &list.texts));
        for answer in &question.answers {
            texts.extend(answer.text.as_deref());
            texts.extend(answer.own_text.as_deref());
            texts.extend(answer.comment.as_deref());
            let known =
                |choice: &&crate::report::Choice| question.options.contains(&choice.option.value);
            let own = answer.choices.iter().filter(|choice| !known(choice));
            texts.extend(own.map(|choice| &choice.option));
            if question.kind != Kind::Places {
                texts.extend(&answer.places);
            }
        }
        // Where most answers are names, one word alone is a name too.
        let named = texts
            .iter()
            .filter(|text| !self.named(&text.value, 2).is_empty());
        let least = if named.count() * 2 >= texts.len() {
            1
        } else {
            2
        };
        for text in texts {
            self.spans.push((text.span, text.value.clone()));
            self.own.insert(joined(&text.value));
            self.secret(&text.value, least, figures);
        }
    }

    fn secret(&mut self, text: &str, least: usize, figures: &FxHashSet<String>) {
        for (_, digits) in long_numbers(text) {
            if !figures.contains(&digits) {
                self.phones.insert(digits);
            }
        }
        let shared: Arc<str> = Arc::from(text);
        for name in self.named(text, least) {
            let name: Arc<str> = Arc::from(name);
            for word in words(&name) {
                if word.lower.chars().count() >= 3 && !self.vocabulary.contains(&*word.lower) {
                    self.names
                        .entry(word.lower.into_owned())
                        .or_insert_with(|| Arc::clone(&name));
                }
            }
            self.begin(&joined(&name));
            self.whole.entry(joined(&name)).or_insert(name);
        }
        let all = words(text);
        let long = all.iter().map(|word| word.lower.len()).sum::<usize>() >= 12;
        if all.len() >= 2 && all.len() < PIECE && long && !self.is_plain(text) {
            self.begin(&row(&all));
            let whole = self.whole.entry(row(&all));
            whole.or_insert_with(|| Arc::clone(&shared));
        }
        for piece in all.windows(PIECE).map(row) {
            if !self.public_pieces.contains(&piece) {
                self.piece(piece, &shared);
            }
        }
    }

    /// Adds words in a row that are a piece of a text.
    pub(super) fn piece(&mut self, words: String, whole: &Arc<str>) {
        self.begin(&words);
        let text = self.pieces.entry(words);
        text.or_insert_with(|| Arc::clone(whole));
    }

    /// Notes with which word these begin.
    fn begin(&mut self, words: &str) {
        let first = words.split(' ').next().unwrap_or_default();
        if !self.starts.contains(first) {
            self.starts.insert(first.to_owned());
        }
    }

    /// The names in a text: stretches of `least` to four words that all begin with a capital.
    fn named(&self, text: &str, least: usize) -> Vec<String> {
        let parts = text.split([',', ';', '/', '\n', '(', ')', ':']);
        let parts = parts.flat_map(|part| part.split(" og "));
        let letters = |part: &str| -> String {
            let kept = part
                .chars()
                .filter(|c| c.is_alphabetic() || " -'’.".contains(*c));
            kept.collect::<String>().trim().to_owned()
        };
        let begins = |part: &&str| {
            let first = part.chars().find(|c| c.is_alphabetic());
            first.is_some_and(char::is_uppercase)
        };
        parts
            .filter(begins)
            .map(letters)
            .filter(|part| {
                let words = words(part);
                (least..=4).contains(&words.len())
                    && words.iter().all(|word| word.capital)
                    && !words
                        .iter()
                        .all(|word| self.vocabulary.contains(&*word.lower))
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::Redactor;
    use super::*;
    use crate::sample;

    /// What a respondent wrote as contact is found wherever it stands, and not only where it was
    /// printed: in the name of a file, or in a page that was read wrongly.
    #[test]
    fn a_short_number_and_a_name_of_one_word_are_secrets() {
        let said = |texts: &[&str]| {
            let mut report = sample::run().files.remove(0).report.unwrap();
            let contact = &mut report.questions[1];
            let first = contact.answers[0].clone();
            contact.answers = texts.iter().map(|_| first.clone()).collect();
            for (answer, text) in contact.answers.iter_mut().zip(texts) {
                answer.text.as_mut().unwrap().value = (*text).to_owned();
            }
            let secrets = Secrets::of(&report);
            Redactor::new(b"key").text("Vetle har 555 01 23 og +47 40 00 01 45.", &secrets)
        };
        let out = said(&["Vetle", "Kari Eksempel, 5550123", "Per Eksempel, 40000145"]);
        assert!(out.starts_with("[navn-"), "{out}");
        assert!(!out.contains("555") && !out.contains("01"), "{out}");
        // Where texts are no names, one word with a capital is none either.
        let out = said(&["Vetle", "se over", "vi er i gang", "kommer senere"]);
        assert!(out.starts_with("Vetle har 555 01 23"), "{out}");
    }
}
