//! What stands in place of a secret.

use super::Redactor;
use super::words::{addresses, joined, long_numbers, words};
use hmac::{Hmac, Mac as _};
use sha2::Sha256;

impl Redactor {
    /// `[telefon-1a2b3c4d]`: what kind of secret it is, and a keyed hash.
    pub(super) fn pseudonym(&mut self, secret: &str) -> String {
        // A text is asked for again on each of its lines.
        if let Some(known) = self.known.get(secret) {
            return known.clone();
        }
        let token = self.hashed(secret);
        self.known.insert(secret.to_owned(), token.clone());
        token
    }

    fn hashed(&mut self, secret: &str) -> String {
        let trimmed = secret.trim_end_matches('…');
        let numbers = long_numbers(trimmed);
        let letters = trimmed.chars().filter(|c| c.is_alphabetic()).count();
        let (kind, meant) = match numbers.first() {
            Some((_, digits)) if letters == 0 => ("telefon", digits.clone()),
            _ if !addresses(trimmed).is_empty() && words(trimmed).len() < 8 => {
                ("epost", trimmed.to_lowercase())
            }
            _ if is_name(trimmed) => ("navn", joined(trimmed)),
            _ => ("tekst", joined(trimmed)),
        };
        // A key of any length is allowed, so that this does not fail.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.key) else {
            return format!("[{kind}]");
        };
        mac.update(meant.as_bytes());
        let hash = crate::diagnostics::fingerprint::hex(&mac.finalize().into_bytes(), 4);
        let token = format!("[{kind}-{hash}]");
        self.used.insert(token.clone());
        token
    }
}

fn is_name(text: &str) -> bool {
    let words = words(text);
    let letters = text
        .chars()
        .all(|c| c.is_alphabetic() || " -'’.".contains(c));
    letters && (1..=4).contains(&words.len()) && words.iter().all(|word| word.capital)
}
