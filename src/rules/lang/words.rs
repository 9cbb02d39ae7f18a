//! Words and sentences of free text, and how alike two texts are.

use num_rational::Ratio;
use std::borrow::Cow;

/// The text in lower case with every run of blanks as one blank.
pub(crate) fn normalize(text: &str) -> String {
    let lower = text.to_lowercase();
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Letters and digits alone, in lower case: breaks, blanks and signs do not matter.
pub(crate) fn squash(text: &str) -> String {
    let kept = text.chars().filter(|c| c.is_alphanumeric());
    kept.flat_map(char::to_lowercase).collect()
}

/// The words: runs of letters and digits, in lower case.
pub(crate) fn words(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let parts = text.split(|c: char| !c.is_alphanumeric());
    parts.filter(|w| !w.is_empty()).map(lowered)
}

/// A word in lower case, copied only where it is not: most words are.
fn lowered(word: &str) -> Cow<'_, str> {
    // The letters of ASCII and of the alphabets of Western Europe, small or without case.
    let small = |c: char| match c {
        '\0'..='\x7f' => !c.is_ascii_uppercase(),
        _ => ('ß'..='ÿ').contains(&c),
    };
    if word.chars().all(small) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase())
    }
}

/// The sentences, each as its words in lower case parted by single blanks.
pub(crate) fn sentences(text: &str) -> Vec<String> {
    let parts = text.split(SENTENCE_ENDS);
    parts
        .map(|s| words(s).collect::<Vec<_>>().join(" "))
        .filter(|s| !s.is_empty())
        .collect()
}

const SENTENCE_ENDS: [char; 4] = ['.', '!', '?', '\n'];

/// A mark for a run of bytes: the same for the same bytes, and another for others, but for one
/// chance in many billions.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark(u64);

impl Mark {
    /// Of no bytes.
    pub(crate) fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    /// Takes in a byte.
    pub(crate) fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }

    /// Takes in bytes.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.byte(byte);
        }
    }

    /// Takes in bytes eight at a time, for texts that are compared afterwards: another mark than
    /// that of the single bytes.
    pub(crate) fn run(&mut self, bytes: &[u8]) {
        let (eights, rest) = bytes.as_chunks::<8>();
        let mut last = [0; 8];
        for (place, byte) in last.iter_mut().zip(rest) {
            *place = *byte;
        }
        for eight in eights.iter().chain([&last]) {
            let mixed = self.0.rotate_left(5) ^ u64::from_le_bytes(*eight);
            self.0 = mixed.wrapping_mul(0x517c_c1b7_2722_0a95);
        }
    }

    /// The mark as a number of which every bit depends on every byte.
    pub(crate) fn finish(self) -> u64 {
        let mut bits = self.0;
        bits ^= bits >> 32;
        bits = bits.wrapping_mul(0xd6e8_feb8_6659_fd93);
        bits ^ (bits >> 32)
    }

    fn letter(&mut self, c: char) {
        if c.is_ascii() {
            self.byte(u8::try_from(c.to_ascii_lowercase()).unwrap_or(0));
        } else {
            let mut buffer = [0; 4];
            for lower in c.to_lowercase() {
                self.bytes(lower.encode_utf8(&mut buffer).as_bytes());
            }
        }
    }
}

/// Marks of a text's words, ascending; the second `og` has another mark than the first.
pub(crate) fn word_marks(text: &str) -> Vec<u64> {
    let mut marks = Vec::new();
    let mut word: Option<Mark> = None;
    for c in text.chars().chain([' ']) {
        if c.is_alphanumeric() {
            word.get_or_insert_with(Mark::new).letter(c);
        } else if let Some(word) = word.take() {
            marks.push(word.finish());
        }
    }
    marks.sort_unstable();
    let (mut before, mut times) = (None, 0_u64);
    for mark in &mut marks {
        times = if before == Some(*mark) { times + 1 } else { 0 };
        before = Some(*mark);
        *mark = mark.rotate_left(7) ^ times.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
    marks.sort_unstable();
    marks
}

/// Marks of a text's sentences, each with how many characters its words have.
pub(crate) fn sentence_marks(text: &str) -> Vec<(u64, usize)> {
    let sentences = text.split(SENTENCE_ENDS).map(|sentence| {
        let mut mark = Mark::new();
        let mut length = 0;
        let mut gap = false;
        for c in sentence.chars() {
            if c.is_alphanumeric() {
                if gap && length > 0 {
                    mark.byte(b' ');
                    length += 1;
                }
                gap = false;
                mark.letter(c);
                length += 1;
            } else {
                gap = true;
            }
        }
        (mark.finish(), length)
    });
    sentences.filter(|(_, length)| *length > 0).collect()
}

/// How alike two texts are, from 0 to 1: twice the words that they share, of all their words.
///
/// The order of the words does not count, so that a text is still like itself after a sentence was
/// moved; a word that stands three times counts three times.
pub(crate) fn similarity(a: &str, b: &str) -> Ratio<i128> {
    let (a, b) = (word_marks(a), word_marks(b));
    share(common(&a, &b), a.len() + b.len())
}

/// `2 · shared / total`; two empty texts are the same.
pub(crate) fn share(shared: usize, total: usize) -> Ratio<i128> {
    let count = |n: usize| i128::try_from(n).unwrap_or(i128::MAX / 2);
    if total == 0 {
        return Ratio::from_integer(1);
    }
    Ratio::new(2 * count(shared), count(total))
}

/// How many numbers two ascending lists have in common.
pub(crate) fn common<T: Ord>(a: &[T], b: &[T]) -> usize {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    let mut shared = 0;
    while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => _ = a.next(),
            std::cmp::Ordering::Greater => _ = b.next(),
            std::cmp::Ordering::Equal => {
                shared += 1;
                a.next();
                b.next();
            }
        }
    }
    shared
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_lent_where_it_is_in_lower_case_already() {
        let lent = |text: &str| {
            let word = words(text).next().unwrap();
            assert_eq!(word, text.to_lowercase());
            matches!(word, Cow::Borrowed(_))
        };
        assert!(
            ["ord", "2026", "æøå", "straße", "né"]
                .map(lent)
                .iter()
                .all(|lent| *lent)
        );
        let others = [
            "Ord", "ORD", "Ærlig", "blåBÆR", "İ", "ΟΔΟΣ", "ŁÓDŹ", "1ª", "ŸÉ",
        ];
        assert!(others.map(lent).iter().all(|lent| !lent));
    }
}
