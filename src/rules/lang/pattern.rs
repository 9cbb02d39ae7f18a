//! Regular expressions that cost little until they are needed.
//!
//! Most of a lint's start would go into compiling the patterns of all rules, most of which see a few
//! short texts or none. So a pattern is only parsed when it is loaded, and one that is built in not even
//! that; at its first text it becomes a [small automaton](super::machine) that is quick to make and slow
//! to run, and a fast one after many texts. The small one knows the letters of European text alone, so
//! that `\w` has a dozen ranges and not seven hundred ([`super::narrow`]); a text with any other
//! character is given to the fast one. Both agree on what matches.

use super::landmark::Landmark;
use super::machine::{Machine, SIZE};
use super::narrow::{self, Parsed};
use regex::{Regex, RegexBuilder};
use rustc_hash::FxHashMap;
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

/// Bytes of text after which the fast automaton has paid for itself.
const MANY: usize = 64 << 10;

/// How many bytes of text are remembered for each pattern: options, titles and answers are asked for
/// again and again.
const REMEMBERED: usize = 100 << 10;

/// A regular expression.
#[derive(Debug)]
pub(crate) struct Pattern {
    text: String,
    source: Source,
    glance: OnceLock<Glance>,
    seen: AtomicUsize,
    small: Mutex<Small>,
    fast: OnceLock<Option<Regex>>,
}

/// What the small machine is made of.
#[derive(Debug)]
enum Source {
    Parsed(Parsed),
    /// What the machine was [made of](Machine::kept) when the pattern was checked.
    Kept(Vec<u8>),
}

/// What is known of a pattern before it is made into a machine.
#[derive(Debug, Serialize, Deserialize)]
struct Glance {
    /// Whether it is for texts that were [made small](narrow::small).
    blind_to_case: bool,
    /// What a text has that it is found in.
    landmark: Option<Landmark>,
}

/// A pattern for common texts.
#[derive(Debug, Default)]
struct Small {
    machine: Made,
    /// Which texts matched.
    known: FxHashMap<Box<str>, bool>,
    /// How many bytes these have.
    held: usize,
}

/// A machine that is made when it is first needed.
#[derive(Debug, Default)]
enum Made {
    #[default]
    Not,
    Ready(Box<Machine>),
    TooLarge,
}

impl Glance {
    fn of(parsed: &Parsed) -> Self {
        Self {
            blind_to_case: parsed.blind_to_case,
            landmark: Landmark::of(&parsed.hir),
        }
    }

    /// A text as it is searched, and where in it.
    fn to_search<'t>(&self, text: &'t str) -> (Cow<'t, str>, Vec<Range<usize>>) {
        let searched = if self.blind_to_case {
            narrow::small(text)
        } else {
            Cow::Borrowed(text)
        };
        let stretches = match &self.landmark {
            Some(landmark) => landmark.stretches(searched.as_bytes()),
            None => vec![Range {
                start: 0,
                end: searched.len(),
            }],
        };
        (searched, stretches)
    }
}

impl Pattern {
    /// How it is written.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Checks a pattern.
    pub(crate) fn new(text: &str) -> Result<Self, String> {
        let told = |error: String| {
            let last = error.lines().last().unwrap_or_default();
            last.trim_start_matches("error: ").to_owned()
        };
        let parsed = narrow::parsed(text).map_err(told)?;
        let size = parsed.size;
        let pattern = Self::of(text.to_owned(), Source::Parsed(parsed), OnceLock::new());
        // What is far from the limit need not be compiled to know that it is. Most of what is compiled
        // takes less than three times what is thought.
        if size > SIZE / 3 {
            let built = pattern.build().map_err(|error| told(error.to_string()))?;
            let _ = pattern.fast.set(Some(built));
        }
        Ok(pattern)
    }

    fn of(text: String, source: Source, glance: OnceLock<Glance>) -> Self {
        Self {
            text,
            source,
            glance,
            seen: AtomicUsize::new(0),
            small: Mutex::default(),
            fast: OnceLock::new(),
        }
    }

    fn machine(&self) -> Option<Machine> {
        match &self.source {
            Source::Parsed(parsed) => Machine::of(&parsed.hir),
            Source::Kept(kept) => Machine::from_kept(kept),
        }
    }

    /// `None` where it was not kept with what the machine is made of.
    fn glance(&self) -> Option<&Glance> {
        match &self.source {
            Source::Parsed(parsed) => Some(self.glance.get_or_init(|| Glance::of(parsed))),
            Source::Kept(_) => self.glance.get(),
        }
    }

    fn build(&self) -> Result<Regex, regex::Error> {
        RegexBuilder::new(&self.text).size_limit(SIZE).build()
    }

    /// Whether the pattern is found in a text; `None` where it is too large to be compiled.
    pub(crate) fn is_match(&self, text: &str) -> Option<bool> {
        if self.fast.get().is_none()
            && self.seen.load(Ordering::Relaxed) <= MANY
            && let Some(found) = self.is_small_match(text)
        {
            return Some(found);
        }
        let fast = self.fast.get_or_init(|| self.build().ok());
        Some(fast.as_ref()?.is_match(text))
    }

    /// `None` for a text that is too long for so large a pattern, or has a letter that the small
    /// machine does not know.
    fn is_small_match(&self, text: &str) -> Option<bool> {
        let mut small = self.small.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = small.known.get(text) {
            return Some(*found);
        }
        if !narrow::is_common(text) {
            return None;
        }
        let (searched, stretches) = self.glance()?.to_search(text);
        let mut found = false;
        for stretch in stretches {
            if matches!(small.machine, Made::Not) {
                let machine = self.machine().map(Box::new);
                small.machine = machine.map_or(Made::TooLarge, Made::Ready);
            }
            let Made::Ready(machine) = &mut small.machine else {
                return None;
            };
            self.seen.fetch_add(stretch.len(), Ordering::Relaxed);
            found = machine.is_match(&searched, stretch).ok()?;
            if found {
                break;
            }
        }
        if small.held + text.len() <= REMEMBERED {
            small.held += text.len();
            small.known.insert(text.into(), found);
        }
        Some(found)
    }
}

impl Serialize for Pattern {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let kept = self.machine().and_then(|machine| machine.kept());
        let known = self.glance().zip(kept);
        let (glance, kept) =
            known.ok_or_else(|| S::Error::custom("a pattern without a machine"))?;
        (&self.text, glance, kept).serialize(to)
    }
}

/// Of a pattern that was checked before it was written.
impl<'de> Deserialize<'de> for Pattern {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let (text, glance, kept) = <(String, Glance, &[u8])>::deserialize(from)?;
        Ok(Self::of(text, Source::Kept(kept.to_vec()), glance.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_automata_find_the_same() {
        let texts = [
            "",
            "Ås",
            "ås 12",
            "BØ\n",
            "e-post: x",
            "ja",
            "Første år",
            "Ваня",
            "ja, \u{212a}",
            "–ja–",
            "nanana1",
            "ss",
            "\u{b5}",
            "ß",
            "å",
        ];
        for text in [
            r"^\w+$",
            r"(?i)k$|^[^–]*–",
            r"(\W|\pL){2,}|\bja\b",
            r"(?i)^\W*(ja|bø|ås|ål)\W*$",
            r"(?i)e-?post|\btlf",
            r"\d+\s*$",
            r"(?xi) ^ første \s år",
            r"(?i)^[\w.-]+$",
            r"[^\w\s]",
            r"nana\d",
            r"^[[^\W\d]--[Åå]]+$",
            r"\S\s\D",
            r"(?i)^[a-zÅ-Ý]+$",
            r"(?i)^[^a-zÅ]+$",
            r"(?i)FØRSTE|BØ$|^ÅS",
            r"(?i)^[^Å]s",
            r"(?i)Zz|BØ|FØR",
            r"(?i)\x{17f}",
            r"(?i)μ$",
            r"(?i)[α-ω]$",
            r"(?i)[Ḁ-ỿ]$",
            r"(?i)[À-ɏ]$",
            r"(?-u:\w)",
        ] {
            let (pattern, regex) = (Pattern::new(text).unwrap(), Regex::new(text).unwrap());
            let packed = postcard::to_allocvec(&pattern).unwrap();
            let unpacked: Pattern = postcard::from_bytes(&packed).unwrap();
            for sample in texts {
                assert_eq!(pattern.is_match(sample), Some(regex.is_match(sample)));
                assert_eq!(unpacked.is_match(sample), Some(regex.is_match(sample)));
            }
            let _ = pattern.fast.set(pattern.build().ok());
            for sample in texts {
                assert_eq!(pattern.is_match(sample), Some(regex.is_match(sample)));
            }
            assert!(pattern.fast.get().is_some());
        }
    }

    #[test]
    fn a_text_is_searched_once() {
        let pattern = Pattern::new(r"^\w+ \w+$").unwrap();
        let searched = || pattern.seen.load(Ordering::Relaxed);
        let long = "ord ".repeat(1_000);
        for _ in 0..=MANY / long.len() {
            assert_eq!(pattern.is_match(&long), Some(false));
        }
        assert_eq!(
            (searched(), pattern.fast.get().is_some()),
            (long.len(), false)
        );
        // A text that has no piece of all matches is not searched at all.
        assert_eq!(pattern.is_match("ord"), Some(false));
        assert_eq!(searched(), long.len());
        // No more is remembered than is worth it.
        let longer = "ord ".repeat(REMEMBERED / 4 + 1);
        let before = searched();
        pattern.is_match(&longer);
        assert_eq!(searched(), before + longer.len());
        assert!(pattern.small.lock().unwrap().held <= REMEMBERED);
    }

    #[test]
    fn mistakes_and_monsters_are_told() {
        assert_eq!(Pattern::new("(a").unwrap_err(), "unclosed group");
        assert!(Pattern::new(r"\w{1000}{1000}").is_err());
        assert!(Pattern::new(&r"\w".repeat(500)).is_err());
        assert!(Pattern::new(r"^\d{250}|c").is_err());
    }

    #[test]
    fn the_patterns_of_the_built_in_packs_are_small_enough_to_be_compiled() {
        for source in crate::rules::builtin_sources() {
            let file: toml::Table = source.text.parse().unwrap();
            let params = file["pack"].get("params").and_then(toml::Value::as_table);
            for (name, value) in params.into_iter().flatten() {
                if let Some(text) = value.as_str() {
                    let built = Pattern::new(text).unwrap().build();
                    assert!(built.is_ok(), "{name}: {built:?}");
                }
            }
        }
    }
}
