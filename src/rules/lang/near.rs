//! Which texts of a list are like another one, without comparing every two of them.

use super::lookup::MarkMap;
use super::numbers::Number;
use super::words::{share, word_marks};
use num_rational::Ratio;

/// Texts by their rarest words.
///
/// Of two texts of which at least the share `t` is the same, each has a word of the other among
/// its own rarest ones, `n − ⌈n · t/(2 − t)⌉ + 1` of `n`. So a text is kept under those words, and
/// looked for by them; few have to be compared in full, and none is missed.
#[derive(Debug)]
pub(crate) struct NearIndex {
    least: Ratio<i128>,
    /// How often each word occurs, and the number by which the texts know it. Rarer words have
    /// lower numbers.
    ranks: MarkMap<u32>,
    /// For each word the texts that are kept under it.
    kept: Vec<Vec<u32>>,
    /// For each text its words, the rarest first.
    texts: Vec<Vec<u32>>,
}

/// What a search found, and how many steps it took.
pub(crate) struct Nearest {
    /// The texts, ascending.
    pub(crate) found: Vec<usize>,
    /// The steps.
    pub(crate) steps: u64,
}

impl NearIndex {
    /// Builds the index for searches with this share.
    pub(crate) fn build<'t>(texts: impl Iterator<Item = &'t str>, least: Ratio<i128>) -> Self {
        let marks: Vec<Vec<u64>> = texts.map(word_marks).collect();
        let mut counts: MarkMap<u32> = MarkMap::default();
        for mark in marks.iter().flatten() {
            *counts.entry(*mark).or_default() += 1;
        }
        let mut by_rarity: Vec<(u32, u64)> = Vec::with_capacity(counts.len());
        for mark in marks.iter().flatten() {
            // Each word once: its count is taken out.
            if let Some(count) = counts.remove(mark) {
                by_rarity.push((count, *mark));
            }
        }
        by_rarity.sort_unstable();
        let mut ranks = MarkMap::default();
        for (rank, (_, mark)) in (0..).zip(&by_rarity) {
            ranks.insert(*mark, rank);
        }
        let mut index = Self {
            least,
            ranks,
            kept: vec![Vec::new(); by_rarity.len()],
            texts: Vec::with_capacity(marks.len()),
        };
        for (i, marks) in (0..).zip(&marks) {
            let words = index.rank(marks);
            for &word in words.iter().take(prefix(words.len(), least)) {
                if let Some(kept) = usize::try_from(word)
                    .ok()
                    .and_then(|w| index.kept.get_mut(w))
                {
                    kept.push(i);
                }
            }
            index.texts.push(words);
        }
        index
    }

    /// The known words among these, the rarest first.
    fn rank(&self, marks: &[u64]) -> Vec<u32> {
        let known = marks.iter().filter_map(|mark| self.ranks.get(mark));
        let mut words: Vec<u32> = known.copied().collect();
        words.sort_unstable();
        words
    }

    /// The texts that are like one of the index's own.
    pub(crate) fn like_own(&self, text: usize) -> Nearest {
        let words = self.texts.get(text).map_or(&[][..], Vec::as_slice);
        self.search(words, words.len())
    }

    /// The texts that are like any text.
    pub(crate) fn like(&self, text: &str) -> Nearest {
        let marks = word_marks(text);
        self.search(&self.rank(&marks), marks.len())
    }

    /// `all` counts also the words that the index does not know, which are the rarest.
    fn search(&self, words: &[u32], all: usize) -> Nearest {
        let unknown = all.saturating_sub(words.len());
        let probes = prefix(all, self.least).saturating_sub(unknown);
        let mut steps = all as u64;
        let mut candidates: Vec<u32> = Vec::new();
        for &word in words.iter().take(probes) {
            let kept = usize::try_from(word).ok().and_then(|w| self.kept.get(w));
            candidates.extend(kept.into_iter().flatten());
        }
        steps += candidates.len() as u64;
        candidates.sort_unstable();
        candidates.dedup();
        let mut found = Vec::new();
        for candidate in candidates {
            let at = usize::try_from(candidate).unwrap_or(usize::MAX);
            let other = self.texts.get(at).map_or(&[][..], Vec::as_slice);
            let total = all + other.len();
            let needed = needed(total, self.least);
            let (shared, taken) = shared(words, other, needed);
            steps += taken;
            if shared >= needed {
                found.push(at);
            }
        }
        Nearest { found, steps }
    }
}

/// How many of the rarest words have to be tried.
fn prefix(n: usize, least: Ratio<i128>) -> usize {
    let two = Ratio::from_integer(2);
    if least <= Ratio::from_integer(0) || least >= two {
        return n;
    }
    let count = i128::try_from(n).unwrap_or(i128::MAX);
    let needed = Number::Ratio(least)
        .div(Number::Ratio(two - least))
        .and_then(|share| share.mul(Number::Int(count)))
        .map_or(0, |needed| needed.ratio().ceil().to_integer());
    usize::try_from(count - needed + 1).unwrap_or(n).min(n)
}

/// How many words have to be shared of a total for the share to be reached.
fn needed(total: usize, least: Ratio<i128>) -> usize {
    let count = i128::try_from(total).unwrap_or(i128::MAX);
    let half = Number::Ratio(least)
        .mul(Number::Int(count))
        .and_then(|words| words.div(Number::Int(2)));
    let needed = half.map_or(count, |half| half.ratio().ceil().to_integer());
    let needed = usize::try_from(needed.max(0)).unwrap_or(usize::MAX);
    debug_assert!(needed == 0 || share(needed, total) >= least);
    needed
}

/// How many words two texts share, or less once `needed` is out of reach, and the steps it took.
fn shared(a: &[u32], b: &[u32], needed: usize) -> (usize, u64) {
    let (mut i, mut j, mut shared, mut steps) = (0, 0, 0, 1);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        steps += 1;
        let left = (a.len() - i).min(b.len() - j);
        if shared + left < needed {
            break;
        }
        match x.cmp(y) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                shared += 1;
                i += 1;
                j += 1;
            }
        }
    }
    (shared, steps)
}
