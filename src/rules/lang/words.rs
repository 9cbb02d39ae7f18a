//! Words and sentences of free text, and how alike two texts are.

use num_rational::Ratio;
use std::collections::HashMap;

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
pub(crate) fn words(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !c.is_alphanumeric());
    parts
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// The sentences, each as its words in lower case parted by single blanks.
pub(crate) fn sentences(text: &str) -> Vec<String> {
    let parts = text.split(['.', '!', '?', '\n']);
    parts
        .map(|s| words(s).join(" "))
        .filter(|s| !s.is_empty())
        .collect()
}

/// How alike two texts are, from 0 to 1: twice the words that they share, of all their words.
///
/// The order of the words does not count, so that a text is still like itself after a sentence was
/// moved; a word that stands three times counts three times.
pub(crate) fn similarity(a: &[String], b: &[String]) -> Ratio<i128> {
    let mut left: HashMap<&str, usize> = HashMap::new();
    for word in a {
        *left.entry(word).or_default() += 1;
    }
    let mut shared = 0;
    for word in b {
        if let Some(count) = left.get_mut(word.as_str())
            && *count > 0
        {
            *count -= 1;
            shared += 1;
        }
    }
    share(shared, a.len() + b.len())
}

/// `2 · shared / total`; two empty texts are the same.
pub(crate) fn share(shared: usize, total: usize) -> Ratio<i128> {
    let count = |n: usize| i128::try_from(n).unwrap_or(i128::MAX / 2);
    if total == 0 {
        return Ratio::from_integer(1);
    }
    Ratio::new(2 * count(shared), count(total))
}
