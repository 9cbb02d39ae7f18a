//! The options of a chart in text without boxes: what the answers chose, found again in the labels.

use super::super::super::answers::{self, Blocks, Vocabulary};
use super::super::super::exporter::OTHER;
use super::super::super::folded::{fold, squash};
use super::super::super::lines::Line;
use super::super::super::numbers::Marks;
use super::super::super::{Group, Kind, OtherAnswers};
use crate::text::Layout;
use std::collections::{BTreeMap, BTreeSet};

/// So many lines an option takes under a name at the most.
pub(super) const MAX_LINES: usize = 6;

/// What a group's answers chose.
#[derive(Default)]
pub(super) struct Tally {
    /// Option → by how many.
    pub(super) options: BTreeMap<String, i64>,
    /// How many wrote an own text.
    pub(super) own: i64,
    /// How many answered.
    pub(super) people: i64,
}

/// What the answers of a question chose.
pub(super) struct Chosen {
    /// Whether someone wrote an own text that the list has.
    pub(super) any_own: bool,
    /// The options that someone chose, in the order of the labels.
    pub(super) options: Vec<String>,
    pub(super) tallies: BTreeMap<Group, Tally>,
}

impl Chosen {
    /// How often each of these options was chosen.
    pub(super) fn of(
        blocks: &Blocks<'_>,
        options: Vec<String>,
        list: Option<&OtherAnswers>,
    ) -> Self {
        let mut words = Vocabulary::new(&options, list);
        let mut unread = Vec::new();
        let mut tallies: BTreeMap<Group, Tally> = BTreeMap::new();
        for block in &blocks.all {
            let how = (Layout::Flow, Marks::default());
            let kind = Kind::MultipleChoice;
            let answer = answers::answer(block, kind, &mut words, how, &mut unread);
            let tally = tallies.entry(block.group.clone()).or_default();
            tally.people += 1;
            tally.own += i64::from(answer.own_text.is_some());
            for choice in &answer.choices {
                let named = squash(&choice.option.value);
                let spelt = |name: &Option<String>| name.as_ref() == Some(&choice.option.value);
                let option = if words.options.contains_key(&*named) {
                    named.into_owned()
                } else {
                    let known = words.options.iter().find(|(_, name)| spelt(name));
                    known.map(|(option, _)| option.clone()).unwrap_or_default()
                };
                *tally.options.entry(option).or_default() += 1;
            }
        }
        Self {
            any_own: !words.own.is_empty(),
            options,
            tallies,
        }
    }

    /// The groups in which someone wrote an own text.
    pub(super) fn own_groups(&self) -> BTreeSet<Group> {
        let own = self.tallies.iter().filter(|(_, tally)| tally.own > 0);
        own.map(|(group, _)| group.clone()).collect()
    }
}

/// What the answers chose: every run of lines under a name that stands in the labels. Ordered by
/// where the labels first have it.
pub(super) fn chosen(
    labels: &[Line<'_>],
    blocks: &Blocks<'_>,
    list: Option<&OtherAnswers>,
) -> Chosen {
    let haystack = Haystack::new(labels);
    let words = Vocabulary::new(&[], list);
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    for block in &blocks.all {
        let mut index = 0;
        while index < block.lines.len() {
            let mut text = String::new();
            let mut best: Option<(usize, String, usize)> = None;
            for (count, line) in block.lines.iter().skip(index).take(MAX_LINES).enumerate() {
                // An option begins with a capital; what does not may go on the line above.
                let begins = line
                    .raw()
                    .trim_start()
                    .chars()
                    .next()
                    .is_some_and(char::is_uppercase);
                if best.is_some() && begins {
                    break;
                }
                text.push_str(line.squashed());
                if let Some(at) = haystack.find(&text) {
                    best = Some((count + 1, text.clone(), at));
                }
            }
            match best {
                Some((count, text, at)) if !words.own.contains(&text) => {
                    found.entry(text).or_insert(at);
                    index += count;
                }
                _ => index += 1,
            }
        }
    }
    // A text found inside another option is part of it, not an option.
    let all: Vec<String> = found.keys().cloned().collect();
    found.retain(|text, at| {
        !all.iter().any(|other| {
            other.len() > text.len()
                && other.contains(text.as_str())
                && haystack
                    .find(other)
                    .is_some_and(|start| (start..start + other.len()).contains(at))
        })
    });
    let mut ordered: Vec<(usize, String)> =
        found.into_iter().map(|(text, at)| (at, text)).collect();
    ordered.sort();
    let options: Vec<String> = ordered.into_iter().map(|(_, text)| text).collect();
    Chosen::of(blocks, options, list)
}

/// The labels without blanks, with the places where words begin and end.
struct Haystack {
    text: String,
    edges: BTreeSet<usize>,
}

impl Haystack {
    fn new(labels: &[Line<'_>]) -> Self {
        let mut text = String::new();
        let mut edges = BTreeSet::from([0]);
        for word in labels
            .iter()
            .flat_map(|line| line.raw().split_whitespace().map(fold).collect::<Vec<_>>())
        {
            text.push_str(&word);
            edges.insert(text.len());
        }
        Self { text, edges }
    }

    /// Where a text first stands as whole words.
    fn find(&self, needle: &str) -> Option<usize> {
        if needle.len() < 2 {
            return None;
        }
        self.text
            .match_indices(needle)
            .map(|(at, _)| at)
            .find(|at| self.edges.contains(at) && self.edges.contains(&(at + needle.len())))
    }
}

/// All options of a chart with `bars` bars: those that were chosen, and between them what nobody
/// chose. `None` where it is not clear what stands where.
pub(super) fn all_options(
    labels: &[Line<'_>],
    chosen: &[String],
    bars: usize,
) -> Option<Vec<String>> {
    let haystack = Haystack::new(labels);
    let missing = bars.checked_sub(chosen.len())?;
    if missing == 0 {
        return Some(chosen.to_vec());
    }
    // What stands between two chosen options, in the first chart, is not chosen by anybody.
    let mut gaps: Vec<(usize, String)> = Vec::new();
    let mut at = 0;
    for (position, option) in chosen.iter().enumerate() {
        let start = haystack.text.get(at..)?.find(option.as_str())? + at;
        if start > at {
            gaps.push((position, haystack.text.get(at..start)?.to_owned()));
        }
        at = start + option.len();
    }
    // After the last option comes `Andre svar`, or the first option again, or the end.
    let tail = haystack.text.get(at..)?;
    let first = gaps
        .first()
        .filter(|(position, _)| *position == 0)
        .map(|(_, text)| text.as_str())
        .or(chosen.first().map(String::as_str))?;
    let end = [tail.find(OTHER), tail.find(first)]
        .into_iter()
        .flatten()
        .min()
        .unwrap_or(tail.len());
    if end > 0 {
        gaps.push((chosen.len(), tail.get(..end)?.to_owned()));
    }
    let mut options: Vec<String> = chosen.to_vec();
    match gaps.as_slice() {
        // One place: whatever stands there was chosen by nobody, in whatever order.
        [(position, text)] => {
            let mut texts = vec![String::new(); missing];
            texts.first_mut()?.clone_from(text);
            options.splice(*position..*position, texts);
        }
        gaps if gaps.len() == missing => {
            for (shift, (position, text)) in gaps.iter().enumerate() {
                options.insert(position + shift, text.clone());
            }
        }
        _ => return None,
    }
    Some(options)
}

/// Whether every chart has its labels in the order of these options, as far as they stand there whole: one
/// whose bars are sorted by what they count has not.
pub(super) fn in_one_order(labels: &[Line<'_>], options: &[String]) -> bool {
    let haystack = Haystack::new(labels);
    let known = options.iter().enumerate();
    let known = known.filter(|(_, option)| !option.is_empty());
    let first = known.clone().map(|(rank, _)| rank).next();
    let mut ranks: Vec<usize> = Vec::new();
    let mut at = 0;
    while let Some(rest) = haystack.text.get(at..).filter(|rest| !rest.is_empty()) {
        let whole = |option: &String| {
            rest.starts_with(option.as_str()) && haystack.edges.contains(&(at + option.len()))
        };
        let begins = haystack.edges.contains(&at);
        let here = known.clone().filter(|(_, option)| begins && whole(option));
        if let Some((rank, option)) = here.max_by_key(|(_, option)| option.len()) {
            ranks.push(rank);
            at += option.len();
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    let follows =
        |pair: &[usize]| matches!(pair, [above, below] if below > above || Some(*below) == first);
    ranks.windows(2).all(follows)
}
