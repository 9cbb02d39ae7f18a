//! What was chosen where text has mixed the lines of labels that stand beside each other, and run own texts
//! together: read by the words alone. What is found so holds only where it counts what the charts print.

use super::options::MAX_LINES;
use crate::report::OtherAnswers;
use crate::report::answers::{Block, Blocks};
use crate::report::folded::squash;
use crate::report::lines::Line;
use crate::report::roster::Roster;
use crate::report::squashed::Squashed;
use crate::text::Printed;
use std::collections::{BTreeMap, BTreeSet};

/// An own text takes at most so many lines.
const LONGEST: usize = 24;

/// No word of an option has more bytes.
const LONGEST_WORD: usize = 128;

/// Nobody reads longer lists of own texts.
const MOST_TEXTS: usize = 500;

/// What stands under names and has no word that labels have not.
pub(super) fn options(labels: &[Line<'_>], blocks: &Blocks<'_>) -> Vec<String> {
    let words = labels.iter().flat_map(|line| line.raw().split_whitespace());
    let words: BTreeSet<String> = words.map(|word| squash(word).into_owned()).collect();
    // A label may break a word anywhere.
    let is_label = |word: &str| {
        let word = squash(word);
        if word.len() > LONGEST_WORD {
            return false;
        }
        let broken = |(at, _): (usize, char)| {
            let halves = word.split_at_checked(at);
            halves.is_some_and(|(head, tail)| words.contains(head) && words.contains(tail))
        };
        words.contains(&*word) || word.char_indices().skip(1).any(broken)
    };
    let mut found: BTreeSet<String> = BTreeSet::new();
    for block in &blocks.all {
        let mut lines = block.lines.as_slice();
        while let Some((first, rest)) = lines.split_first() {
            lines = rest;
            if !first.raw().split_whitespace().all(is_label) {
                continue;
            }
            let mut option = first.squashed().to_owned();
            // An option begins with a capital; what does not goes on the line above.
            let goes_on = |line: &&Line<'_>| {
                let first = line.raw().trim_start().chars().next();
                !first.is_some_and(char::is_uppercase)
                    && line.raw().split_whitespace().all(is_label)
            };
            let more = rest.iter().take(MAX_LINES).take_while(goes_on);
            let (more, after) = rest.split_at(more.count());
            for line in more {
                option.push_str(line.squashed());
            }
            lines = after;
            found.insert(option);
        }
    }
    found.into_iter().collect()
}

/// What was chosen comes before what is written beside it: lines between options, or above one, are the
/// beginning of the option below. None where not all who chose it have them.
pub(super) fn grown(
    options: Vec<String>,
    blocks: &Blocks<'_>,
    list: Option<&OtherAnswers>,
) -> Option<Vec<String>> {
    let own = list.iter().flat_map(|list| &list.texts);
    let own: BTreeSet<String> = own.map(|text| squash(&text.value).into_owned()).collect();
    let known: BTreeSet<&str> = options.iter().map(String::as_str).collect();
    let mut above: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for block in &blocks.all {
        let mut lines = block.lines.as_slice();
        let mut head = String::new();
        while let Some((first, rest)) = lines.split_first() {
            let of_option = run(lines, |text| known.contains(text));
            let of_own = || run(lines, |text| own.contains(text));
            if let Some((count, option)) = of_option {
                above
                    .entry(option)
                    .or_default()
                    .insert(std::mem::take(&mut head));
                lines = lines.get(count..)?;
            } else if let Some((count, _)) = of_own() {
                head.clear();
                lines = lines.get(count..)?;
            } else {
                head.push_str(first.squashed());
                lines = rest;
            }
        }
    }
    let whole = options.into_iter().map(|option| {
        let Some(heads) = above.get(&option) else {
            return Some(option);
        };
        let head = heads.first().filter(|_| heads.len() == 1)?;
        Some([head.as_str(), option.as_str()].concat())
    });
    whole.collect()
}

/// The longest run of the first lines that is something known.
fn run(lines: &[Line<'_>], known: impl Fn(&str) -> bool) -> Option<(usize, String)> {
    let mut text = String::new();
    let mut found = None;
    for (index, line) in lines.iter().take(LONGEST).enumerate() {
        text.push_str(line.squashed());
        if known(&text) {
            found = Some((index + 1, text.clone()));
        }
    }
    found
}

/// The list of own texts, parted as respondents have them; none where they do not have all of it.
pub(super) fn list(
    blocks: &Blocks<'_>,
    roster: &Roster,
    list: Option<&OtherAnswers>,
) -> Option<OtherAnswers> {
    let list = list?;
    let texts = list
        .texts
        .iter()
        .map(|text| squash(&text.value).into_owned());
    let all: String = texts.collect();
    let mut left: Vec<&Block<'_>> = blocks.all.iter().collect();
    let mut rest = all.as_str();
    let mut parted: Vec<Printed<String>> = Vec::new();
    while !rest.is_empty() {
        if parted.len() == MOST_TEXTS {
            return None;
        }
        let longest = |block: &&Block<'_>| begun(block, rest);
        let found = left.iter().enumerate();
        let found = found.filter_map(|(at, block)| Some((at, longest(block)?)));
        let Some((at, text)) = found.max_by_key(|(_, text)| text.len()) else {
            // The heading of a group may begin right under it, and be broken.
            roster.group_begins(&Squashed::of(rest)).then_some(())?;
            break;
        };
        left.remove(at);
        rest = rest.get(text.len()..)?;
        let printed = list.texts.first()?;
        parted.push(Printed {
            text: text.clone(),
            certain: false,
            ..printed.clone().map(|_| text)
        });
    }
    Some(OtherAnswers {
        heading: list.heading,
        texts: parted,
        certain: false,
    })
}

/// The longest run of whole lines of a block that a text begins with.
fn begun(block: &Block<'_>, text: &str) -> Option<String> {
    let runs = (0..block.lines.len()).filter_map(|from| {
        let mut run = String::new();
        let mut found = None;
        for line in block.lines.iter().skip(from).take(LONGEST) {
            run.push_str(line.squashed());
            if !text.starts_with(&run) {
                break;
            }
            found = Some(run.len());
        }
        run.truncate(found?);
        Some(run)
    });
    runs.max_by_key(String::len)
}
