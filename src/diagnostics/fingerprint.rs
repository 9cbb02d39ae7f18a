//! Fingerprints: what makes a finding the same one after the report is exported anew.

use crate::rules::Hit;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// How many bytes of the hash are kept: 64 bits tell millions of findings apart.
const BYTES: usize = 8;

/// Gives fingerprints to the hits of one file, in report order.
///
/// A fingerprint is a hash of rule, question, respondent and group, never of page or value. A key
/// that comes again (two bars of one chart) is told apart by how many times it came before.
#[derive(Default)]
pub(crate) struct Fingerprints {
    seen: BTreeMap<[String; 4], u32>,
}

impl Fingerprints {
    /// The fingerprint of the next hit.
    pub(crate) fn next(&mut self, hit: &Hit, question: Option<&str>) -> String {
        let key = [
            hit.rule.clone(),
            squash(question),
            squash(hit.respondent.as_deref()),
            squash(hit.group.as_deref()),
        ];
        let ordinal = self.seen.entry(key.clone()).or_insert(0);
        let mut hash = Sha256::new();
        for part in &key {
            hash.update(part.as_bytes());
            hash.update([0]);
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

/// Lower case without blanks: the producers of a PDF break lines and set blanks differently.
fn squash(text: Option<&str>) -> String {
    text.unwrap_or("")
        .chars()
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect()
}
