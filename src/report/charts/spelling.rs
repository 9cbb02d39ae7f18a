//! How the labels of bars are spelt: a hyphen at a break may be the word's own or the break's.

use super::super::folded::squash;
use super::{Labelled, Part};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// What may stand at a break.
const HYPHENS: [char; 2] = ['-', '\u{2010}'];

/// What a label says, blanks taken out.
pub(super) fn label_squashed(bar: &Labelled) -> String {
    let mut label = String::with_capacity(length(bar));
    for part in &bar.parts {
        label.push_str(&squash(&part.text));
    }
    label
}

/// How long a label is, blanks and all.
fn length(bar: &Labelled) -> usize {
    bar.parts.iter().map(|part| part.text.len()).sum()
}

/// A label of more breaks at hyphens is not tried in each spelling.
const MOST: usize = 4;

/// Its lines, blanks taken out, each with whether a hyphen ends it at a break.
fn lines(bar: &Labelled) -> impl Iterator<Item = (Cow<'_, str>, bool)> {
    bar.parts.iter().enumerate().map(|(index, part)| {
        let word = squash(&part.text);
        let next = bar.parts.get(index + 1);
        let breaks = next.is_some_and(|next| {
            next.bbox.y0 - part.bbox.y0 > 0.5 * (part.bbox.y1 - part.bbox.y0)
                || next.printed.span.page != part.printed.span.page
        });
        let hyphenated = breaks && word.ends_with(HYPHENS);
        (word, hyphenated)
    })
}

/// The label without the hyphens at its breaks, where it has some: a hyphen there may be the word's
/// own (`barnehage-` / `og skolemiljø`) or the break's.
pub(super) fn unhyphenated(bar: &Labelled) -> Option<String> {
    let ends = |part: &Part| squash(&part.text).ends_with(HYPHENS);
    if !bar.parts.iter().any(ends) {
        return None;
    }
    let mut text = String::with_capacity(length(bar));
    let mut changed = false;
    for (word, hyphenated) in lines(bar) {
        let head = word.strip_suffix(HYPHENS).filter(|_| hyphenated);
        changed |= head.is_some();
        text.push_str(head.unwrap_or(&word));
    }
    changed.then_some(text)
}

/// How a label may be spelt: with each of the hyphens at its breaks, and without.
pub(super) fn spellings(bar: &Labelled) -> Vec<String> {
    let mut all = vec![String::with_capacity(length(bar))];
    let mut tried = 0;
    for (word, hyphenated) in lines(bar) {
        let head = word.strip_suffix(HYPHENS).filter(|_| hyphenated);
        let without = head.filter(|_| tried < MOST).map(|head| {
            tried += 1;
            let all = all.iter();
            all.map(|text| format!("{text}{head}")).collect::<Vec<_>>()
        });
        for text in &mut all {
            text.push_str(&word);
        }
        all.extend(without.into_iter().flatten());
    }
    all
}

/// How a label that breaks at hyphens is spelt in the charts.
#[derive(Default)]
struct Spellings<'l> {
    /// How often each stands there.
    times: BTreeMap<&'l String, usize>,
    /// Those that break at no hyphen.
    unbroken: BTreeSet<&'l String>,
    /// Whether some label breaks at one.
    breaks: bool,
}

/// The labels, those that differ by the hyphens at their breaks alone as one: where charts have more or
/// fewer columns, a label breaks elsewhere. The one that is met most often stands for the others.
///
/// Two that break at no hyphen are two options, though they may differ by a hyphen: `1-2 år`, `12 år`.
pub(super) fn one_spelling(bars: &[Labelled], labels: &[String]) -> Vec<String> {
    let plain: Vec<Option<String>> = bars.iter().map(unhyphenated).collect();
    if plain.iter().all(Option::is_none) {
        return labels.to_vec();
    }
    let mut prints: BTreeMap<String, Spellings<'_>> = BTreeMap::new();
    let key =
        |label: &String, plain: &Option<String>| plain.as_ref().unwrap_or(label).replace('-', "");
    for (label, plain) in labels.iter().zip(&plain) {
        let print = prints.entry(key(label, plain)).or_default();
        *print.times.entry(label).or_default() += 1;
        if plain.is_some() {
            print.breaks = true;
        } else {
            print.unbroken.insert(label);
        }
    }
    let one = |label: &String, plain: &Option<String>| {
        let print = prints.get(&key(label, plain))?;
        if !print.breaks || print.unbroken.len() > 1 {
            return None;
        }
        let (label, _) = print.times.iter().max_by_key(|(_, count)| **count)?;
        Some((*label).clone())
    };
    let all = labels.iter().zip(&plain);
    all.map(|(label, plain)| one(label, plain).unwrap_or_else(|| label.clone()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Bbox, Printed, Span};

    /// A bar whose label has these lines.
    fn bar(lines: &[&str]) -> Labelled {
        let part = |(line, y0): (&&str, f32)| {
            let bbox = Bbox {
                x0: 50.0,
                y0,
                x1: 90.0,
                y1: y0 + 10.0,
            };
            let span = Span {
                page: 1,
                line: 1,
                start: 0,
                end: 1,
                bbox: Some(bbox),
            };
            Part {
                printed: Printed {
                    value: (*line).to_owned(),
                    text: (*line).to_owned(),
                    span,
                    certain: true,
                },
                text: (*line).to_owned(),
                bbox,
            }
        };
        Labelled {
            value: None,
            parts: lines.iter().zip([0.0, 12.0, 24.0]).map(part).collect(),
            page: 0,
            y: 0.0,
            column: (50.0, 90.0),
        }
    }

    fn spelt(labels: &[&[&str]]) -> Vec<String> {
        let bars: Vec<Labelled> = labels.iter().map(|lines| bar(lines)).collect();
        let labels: Vec<String> = bars.iter().map(label_squashed).collect();
        one_spelling(&bars, &labels)
    }

    #[test]
    fn a_label_that_breaks_at_a_hyphen_is_spelt_as_where_it_does_not() {
        let whole: &[&str] = &["barnehage- og skolemiljø"];
        assert_eq!(
            spelt(&[&["barnehage-", "og skolemiljø"], whole, whole]),
            ["barnehage-ogskolemiljø"; 3]
        );
        let whole: &[&str] = &["skolemiljø"];
        assert_eq!(
            spelt(&[&["skole-", "miljø"], whole, whole]),
            ["skolemiljø"; 3]
        );
    }

    #[test]
    fn one_hyphen_of_a_label_may_be_its_own_and_another_the_break_s() {
        let broken = spellings(&bar(&["forsknings-", "og utviklings-", "prosjekter"]));
        assert_eq!(broken.len(), 4);
        assert!(broken.contains(&"forsknings-ogutviklingsprosjekter".to_owned()));
        assert_eq!(
            spellings(&bar(&["forsknings- og", "mer"])),
            ["forsknings-ogmer"]
        );
    }

    #[test]
    fn options_that_differ_by_a_hyphen_of_their_own_are_two() {
        let broken: &[&str] = &["skole-", "miljø"];
        assert_eq!(
            spelt(&[&["1-2 år"], &["12 år"], &["12 år"], broken]),
            ["1-2år", "12år", "12år", "skole-miljø"]
        );
        // One of them breaks in another chart.
        assert_eq!(
            spelt(&[&["1-2 år"], &["12 år"], &["12 år"], &["1-", "2 år"]]),
            ["1-2år", "12år", "12år", "1-2år"]
        );
    }
}
