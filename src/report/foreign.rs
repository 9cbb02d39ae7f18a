//! What stands under a name and is no answer to the question, or not that one's.

use super::Kind;
use super::answers::{Block, Vocabulary};
use super::exporter::{self, Key};
use super::group::Group;
use super::lines::Line;
use super::outline::Outline;
use super::roster::Roster;
use super::squashed::Squashed;
use std::collections::BTreeSet;

/// Somebody may write what reads like the key of a text or of a number; so many do not.
const FOREIGN: usize = 2;

/// Which blocks are no answers to a question of this kind: they begin with a key that none has, unless an
/// option does, or without the key that the others have.
pub(super) fn foreign(blocks: &[Block<'_>], kind: Kind, words: &Vocabulary) -> Vec<bool> {
    let foreign = |key: Key| match kind {
        Kind::SingleChoice | Kind::MultipleChoice => true,
        Kind::Text => key == Key::Number,
        // What is no number there is unread.
        Kind::Integer | Kind::Places | Kind::Unknown => false,
    };
    let is_option = |line: &Line<'_>| {
        let mut options = words.options.keys().chain(words.aliases.keys());
        options.any(|option| option.starts_with(line.squashed()))
    };
    let bare = without_key(blocks, kind);
    let found = blocks.iter().zip(bare).map(|(block, bare)| {
        let first = block.lines.first();
        let keyed = first.and_then(|line| Some((line, exporter::key(line.raw())?.0)));
        bare || keyed.is_some_and(|(line, key)| foreign(key) && !is_option(line))
    });
    found.collect()
}

/// Which blocks have no key though the exporter prints one: there where a number is asked for, and behind
/// texts of which each has it.
fn without_key(blocks: &[Block<'_>], kind: Kind) -> Vec<bool> {
    let key = |block: &Block<'_>| Some(exporter::key(block.lines.first()?.raw())?.0);
    let bare = |block: &Block<'_>| !block.lines.is_empty() && key(block).is_none();
    let first = blocks.iter().position(bare).unwrap_or(blocks.len());
    let (before, behind) = blocks.split_at(first);
    let keyed = |blocks: &[Block<'_>]| blocks.iter().filter_map(key).count();
    let expected = match kind {
        Kind::Integer => keyed(blocks) > 0,
        Kind::Text => keyed(before) >= FOREIGN && keyed(behind) == 0,
        _ => false,
    };
    blocks.iter().map(|block| expected && bare(block)).collect()
}

/// Which blocks a name that somebody typed may have mixed up: it stands under one of them, where nothing but
/// order tells it from the respondent's own, or where somebody stands twice. They are that one, and those of
/// the name and above it.
///
/// Lists of places name respondents: there only one's own name counts, below another place.
pub(super) fn mixed_up(
    blocks: &[Block<'_>],
    kind: Kind,
    roster: &Roster,
    outline: &Outline,
) -> Vec<bool> {
    let named = |block: &Block<'_>| {
        let places = kind == Kind::Places;
        let lines = block.lines.iter().skip(usize::from(places));
        let lines = lines.filter(|line| !outline.is_typed(line));
        let typed = lines.filter_map(|line| {
            let name = roster.spelling(&block.group, &Squashed::of_line(line))?;
            let meant = !places || name == block.name.value;
            meant.then(|| (block.group.clone(), name.to_owned()))
        });
        typed.collect::<Vec<_>>()
    };
    let typed: BTreeSet<(Group, String)> = blocks.iter().flat_map(named).collect();
    let is_own = |block: &Block<'_>| {
        !typed.is_empty() && typed.contains(&(block.group.clone(), block.name.value.clone()))
    };
    let below = blocks.iter().skip(1).map(is_own).chain([false]);
    let mixed = blocks.iter().zip(below);
    mixed
        .map(|(block, below)| below || is_own(block) || !named(block).is_empty())
        .collect()
}

/// Index of the page on which the answers to another question begin: all that stand there from one on.
pub(super) fn foreign_from(blocks: &[Block<'_>], foreign: &[bool]) -> Option<usize> {
    let others = |(block, foreign): &(&Block<'_>, &bool)| **foreign || block.lines.is_empty();
    let last = blocks.iter().zip(foreign).rev().take_while(others);
    let mut last: Vec<usize> = last
        .filter(|(_, foreign)| **foreign)
        .filter_map(|(block, _)| Some(block.lines.first()?.page_index))
        .collect();
    let many = last.len() >= FOREIGN;
    last.pop().filter(|_| many)
}

/// Indices of the pages between which answers begin to have a key, or to have none: all of a question have
/// one, or none has.
pub(super) fn keyed_from(blocks: &[Block<'_>]) -> Option<(usize, usize)> {
    let mut answered: Vec<(&Line<'_>, &Line<'_>, bool)> = Vec::new();
    for block in blocks {
        if let (Some(first), Some(last)) = (block.lines.first(), block.lines.last()) {
            answered.push((first, last, exporter::key(first.raw()).is_some()));
        }
    }
    let (.., keyed) = *answered.first()?;
    let from = answered.iter().position(|(.., other)| *other != keyed)?;
    let (above, below) = answered.split_at_checked(from)?;
    let others = below.iter().filter(|(.., other)| *other != keyed).count();
    let (above, below) = (above.last()?.1.page_index, below.first()?.0.page_index);
    (others >= FOREIGN && from + others == answered.len() && above < below)
        .then_some((above, below))
}
