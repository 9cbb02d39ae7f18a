//! Which texts of a list are like another one, without comparing every two of them.

use super::marks::MarkMap;
use super::words::word_marks;
use num_rational::Ratio;

/// Texts by their rarest words.
///
/// Of two texts of which at least the share `t` is the same, each has a word of the other among
/// its own rarest ones, `n − ⌈n · t/(2 − t)⌉ + 1` of `n`. So a text is kept under those words, and
/// looked for by them; few have to be compared in full, and none is missed.
///
/// Where all texts share their words, no word is rare. There the [signatures](Signature) tell most of
/// them apart.
#[derive(Debug)]
pub(crate) struct NearIndex {
    least: Share,
    /// How often each word occurs, and the number by which the texts know it. Rarer words have
    /// lower numbers.
    ranks: MarkMap<u32>,
    /// For each word the texts that are kept under it.
    kept: Vec<Vec<Kept>>,
    /// For each text its words, the rarest first.
    texts: Vec<Vec<u32>>,
    /// For each text its signature.
    signatures: Vec<Signature>,
}

/// A text that is kept under a word.
#[derive(Clone, Copy, Debug)]
struct Kept {
    text: u32,
    /// The word's place among the text's words.
    at: u32,
    /// How many words the text has.
    length: u32,
}

/// The words of a text, each as a bit. Two texts of whose bits many differ have as many words at least
/// that the other has not.
#[derive(Clone, Copy, Debug, Default)]
struct Signature([u64; 8]);

impl Signature {
    fn of(words: &[u32]) -> Self {
        let mut bits = Self::default();
        for word in words {
            // Ranks are dense, so that up to 512 words are told apart.
            if let Some(eight) = bits.0.get_mut((word / 64 % 8) as usize) {
                *eight |= 1 << (word % 64);
            }
        }
        bits
    }

    /// How many words are not shared, at least.
    fn apart(&self, other: &Self) -> usize {
        let pairs = self.0.iter().zip(&other.0);
        let differ: u32 = pairs.map(|(a, b)| (a ^ b).count_ones()).sum();
        differ as usize
    }
}

/// How many texts of a list are passed over in the time of a step.
const PASSED: u64 = 16;

/// How many signatures are compared in the time of a step.
const COMPARED: u64 = 4;

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
            signatures: Vec::with_capacity(marks.len()),
        };
        for (i, marks) in (0..).zip(&marks) {
            let words = index.rank(marks);
            let rarest = words.iter().take(least.prefix(words.len()));
            let length = u32::try_from(words.len()).unwrap_or(u32::MAX);
            for (at, &word) in (0..).zip(rarest) {
                if let Some(kept) = index.kept.get_mut(word as usize) {
                    kept.push(Kept {
                        text: i,
                        at,
                        length,
                    });
                }
            }
            index.signatures.push(Signature::of(&words));
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
        let probes = self.least.prefix(all).saturating_sub(unknown);
        let mut steps = all as u64;
        let mut passed = 0;
        let mut candidates: Vec<u32> = Vec::new();
        for (i, &word) in words.iter().take(probes).enumerate() {
            let kept = self.kept.get(word as usize).map_or(&[][..], Vec::as_slice);
            passed += kept.len() as u64;
            // The first word that two texts share leaves so many that they can share.
            let reach = kept.iter().filter(|other| {
                let length = other.length as usize;
                let left = (words.len() - i).min(length.saturating_sub(other.at as usize));
                left >= self.least.needed(all + length)
            });
            candidates.extend(reach.map(|other| other.text));
        }
        candidates.sort_unstable();
        candidates.dedup();
        steps += passed / PASSED + candidates.len() as u64 / COMPARED;
        let own = Signature::of(words);
        let mut found = Vec::new();
        for candidate in candidates {
            let at = candidate as usize;
            let other = self.texts.get(at).map_or(&[][..], Vec::as_slice);
            let needed = self.least.needed(all + other.len());
            let signature = self.signatures.get(at).copied().unwrap_or_default();
            let most = (words.len() + other.len()).saturating_sub(own.apart(&signature)) / 2;
            if most < needed {
                continue;
            }
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
