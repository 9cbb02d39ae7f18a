//! Which texts of a list are like another one, without comparing every two of them.

use super::lookup::MarkMap;
use super::words::word_marks;
use num_rational::Ratio;

/// Texts by their rarest words.
///
/// Of two texts of which at least the share `t` is the same, each has a word of the other among
/// its own rarest ones, `n − ⌈n · t/(2 − t)⌉ + 1` of `n`. So a text is kept under those words, and
/// looked for by them; few have to be compared in full, and none is missed.
#[derive(Debug)]
pub(crate) struct NearIndex {
    least: Share,
    /// How often each word occurs, and the number by which the texts know it. Rarer words have
    /// lower numbers.
    ranks: MarkMap<u32>,
    /// For each word the texts that are kept under it, and its place among the text's words.
    kept: Vec<Vec<(u32, u32)>>,
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
        let least = Share::new(least);
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
            let rarest = words.iter().take(least.prefix(words.len()));
            for (at, &word) in (0..).zip(rarest) {
                if let Some(kept) = usize::try_from(word)
                    .ok()
                    .and_then(|w| index.kept.get_mut(w))
                {
                    kept.push((i, at));
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

    fn length(&self, text: u32) -> usize {
        let text = usize::try_from(text).ok().and_then(|t| self.texts.get(t));
        text.map_or(0, Vec::len)
    }

    /// `all` counts also the words that the index does not know, which are the rarest.
    fn search(&self, words: &[u32], all: usize) -> Nearest {
        let unknown = all.saturating_sub(words.len());
        let probes = self.least.prefix(all).saturating_sub(unknown);
        let mut steps = all as u64;
        let mut candidates: Vec<u32> = Vec::new();
        for (i, &word) in words.iter().take(probes).enumerate() {
            let kept = usize::try_from(word).ok().and_then(|w| self.kept.get(w));
            let kept = kept.map_or(&[][..], Vec::as_slice);
            steps += kept.len() as u64;
            // The first word that two texts share leaves so many that they can share.
            let reach = kept.iter().filter(|(other, at)| {
                let length = self.length(*other);
                let at = usize::try_from(*at).unwrap_or(usize::MAX);
                let left = (words.len() - i).min(length.saturating_sub(at));
                left >= self.least.needed(all + length)
            });
            candidates.extend(reach.map(|(other, _)| other));
        }
        candidates.sort_unstable();
        candidates.dedup();
        let mut found = Vec::new();
        for candidate in candidates {
            let at = usize::try_from(candidate).unwrap_or(usize::MAX);
            let other = self.texts.get(at).map_or(&[][..], Vec::as_slice);
            let total = all + other.len();
            let needed = self.least.needed(total);
            let (shared, taken) = shared(words, other, needed);
            steps += taken;
            if shared >= needed {
                found.push(at);
            }
        }
        Nearest { found, steps }
    }
}

/// How much of two texts has to be the same, as `over / under` in small numbers.
#[derive(Clone, Copy, Debug)]
struct Share {
    over: u64,
    under: u64,
}

impl Share {
    /// A share that does not fit is rounded up to 1: only the same words will do.
    fn new(share: Ratio<i128>) -> Self {
        let narrow = |n: &i128| u32::try_from(*n).ok().map(u64::from);
        match (narrow(share.numer()), narrow(share.denom())) {
            (Some(over), Some(under)) => Self { over, under },
            _ => Self { over: 1, under: 1 },
        }
    }

    /// How many of the rarest of `n` words have to be tried.
    fn prefix(self, n: usize) -> usize {
        let Some(rest) = (2 * self.under).checked_sub(self.over).filter(|r| *r > 0) else {
            return n;
        };
        let needed = (n as u64 * self.over).div_ceil(rest);
        let tried = (n as u64 + 1).saturating_sub(needed);
        usize::try_from(tried).unwrap_or(n).min(n)
    }

    /// How many words have to be shared of the words of both texts together.
    fn needed(self, total: usize) -> usize {
        let needed = (total as u64 * self.over).div_ceil(2 * self.under.max(1));
        usize::try_from(needed).unwrap_or(usize::MAX)
    }
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
