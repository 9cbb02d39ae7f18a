//! Fingerprints: what makes a finding the same one after the report is exported anew.

use super::name_key;
use crate::rules::Hit;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// How many bytes of the hash are kept: 64 bits tell millions of findings apart.
const BYTES: usize = 8;

/// Gives fingerprints to the hits of one file, in report order.
///
/// A fingerprint is a hash of rule, question, respondent, group, option and the hit's aspect, never
/// of page or value. Of questions with one title it takes in which of them it is. A key that comes
/// again all the same is told apart by how many times it came before.
pub(crate) struct Fingerprints {
    /// For each question, how many before it have its title.
    repeats: Vec<u32>,
    seen: BTreeMap<[String; 7], u32>,
}

impl Fingerprints {
    /// For the hits of a report whose questions have these titles.
    pub(crate) fn new<'t>(titles: impl Iterator<Item = &'t str>) -> Self {
        let mut known: BTreeMap<String, u32> = BTreeMap::new();
        let repeats = titles.map(|title| {
            let count = known.entry(squash(Some(title))).or_insert(0);
            *count += 1;
            *count - 1
        });
        Self {
            repeats: repeats.collect(),
            seen: BTreeMap::new(),
        }
    }

    /// The fingerprint of the next hit.
    pub(crate) fn next(&mut self, hit: &Hit, question: Option<&str>) -> String {
        let repeat = hit.question.and_then(|index| self.repeats.get(index));
        let repeat = repeat.filter(|repeat| **repeat > 0);
        let key = [
            hit.rule.clone(),
            squash(question),
            squash(hit.respondent.as_deref()),
            squash(hit.group.as_deref()),
            squash(hit.option.as_deref()),
            repeat.map_or_else(String::new, u32::to_string),
            hit.aspect.clone(),
        ];
        let ordinal = self.seen.entry(key.clone()).or_insert(0);
        let mut hash = Sha256::new();
        let (always, others) = key.split_at(4);
        for part in always {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        // What a finding does not have is left out, so that it keeps the fingerprint that it had
        // before these were taken in.
        for (name, part) in ["option", "repeat", "aspect"].iter().zip(others) {
            if !part.is_empty() {
                hash.update(name.as_bytes());
                hash.update([1]);
                hash.update(part.as_bytes());
                hash.update([0]);
            }
        }
        hash.update(ordinal.to_le_bytes());
        *ordinal += 1;
        hex(&hash.finalize(), BYTES)
    }
}

/// The first bytes as lower case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8], count: usize) -> String {
    bytes.iter().take(count).fold(String::new(), |mut out, b| {
        let _ = write!(out, "{b:02x}");
        out
    })
}

/// The hash of a file's bytes, sha-256 in hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes), 32)
}

/// A name's key without blanks: the producers of a PDF break lines and set blanks differently.
fn squash(text: Option<&str>) -> String {
    let mut key = name_key(text.unwrap_or(""));
    key.retain(|c| c != ' ');
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn hit() -> Hit {
        sample::outcome().hits.remove(3)
    }

    fn printed(hits: &[Hit]) -> Vec<String> {
        let mut prints = Fingerprints::new(["Sum av skoler", "sum  av skoler"].into_iter());
        let prints = hits
            .iter()
            .map(|hit| prints.next(hit, Some("Sum av skoler")));
        prints.collect()
    }

    #[test]
    fn what_tells_two_findings_apart_does_not_hang_on_the_other() {
        let changes: [fn(&mut Hit); 5] = [
            |hit| hit.option = Some("Reise".to_owned()),
            |hit| hit.option = Some("Lønn".to_owned()),
            |hit| hit.question = Some(1),
            |hit| hit.aspect = "comment".to_owned(),
            |hit| hit.group = Some("Privat/Skole".to_owned()),
        ];
        let mut hits = vec![hit()];
        for change in changes {
            let mut other = hit();
            change(&mut other);
            hits.push(other);
        }
        let all = printed(&hits);
        let mut different = all.clone();
        different.sort();
        different.dedup();
        assert_eq!(different.len(), all.len());
        for (one, print) in hits.iter().zip(&all) {
            assert_eq!(printed(std::slice::from_ref(one)), [print.as_str()]);
        }
    }

    #[test]
    fn how_a_name_was_exported_does_not_matter() {
        let named = |name: &str| {
            let mut hit = hit();
            hit.respondent = Some(name.to_owned());
            printed(&[hit])
        };
        assert_eq!(named("Øst-Å"), named("øst\u{2011}A\u{30a} "));
    }

    #[test]
    fn a_finding_without_option_keeps_its_fingerprint() {
        assert_eq!(printed(&[hit()]), ["4c4a7b342dd11291"]);
    }
}
