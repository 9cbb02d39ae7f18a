//! Regular expressions that cost little until they are needed.
//!
//! Most of a lint's start would go into compiling the patterns of all rules, most of which see a few
//! short texts or none. So a pattern is only parsed when it is loaded; at its first text it becomes a
//! small automaton that is quick to make and slow to run, and a fast one after many texts. The small
//! one knows the letters of European text alone, so that `\w` has a dozen ranges and not seven
//! hundred; a text with any other character is given to the fast one. Both agree on what matches.

use super::landmark::Landmark;
use regex::{Regex, RegexBuilder};
use regex_automata::Input;
use regex_automata::nfa::thompson::backtrack::{self, BoundedBacktracker};
use regex_automata::nfa::thompson::{self, WhichCaptures};
use regex_syntax::hir::{
    Capture, Class, ClassBytes, ClassBytesRange, ClassUnicode, ClassUnicodeRange, Hir, HirKind,
    Repetition,
};
use regex_syntax::utf8::Utf8Sequences;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// Bytes that a compiled pattern may take.
const SIZE: usize = 1 << 20;

/// Bytes of text after which the fast automaton has paid for itself.
const MANY: usize = 64 << 10;

/// The characters that the small automaton knows: Latin letters with their marks, and the dashes,
/// quotes and signs of typography. Without the long s and the sign of kelvin, which are another case
/// of `s` and `k`, these are bytes as all other letters of the alphabet.
const COMMON: [(char, char); 2] = [('\0', '\u{17e}'), ('\u{2000}', '\u{20cf}')];

/// Bytes that a range of a class takes when compiled, about.
const RANGE: usize = 24;

/// Texts up to this many bytes are remembered: options and titles are asked for again and again.
const SHORT: usize = 400;

/// How many texts are remembered for each pattern.
const REMEMBERED: usize = 256;

/// A regular expression.
#[derive(Debug)]
pub(crate) struct Pattern {
    text: String,
    parsed: Hir,
    seen: AtomicUsize,
    small: OnceLock<Option<Small>>,
    fast: OnceLock<Option<Regex>>,
}

#[derive(Debug)]
struct Small {
    machine: BoundedBacktracker,
    landmark: Option<Landmark>,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    cache: backtrack::Cache,
    /// Which short texts matched.
    known: FxHashMap<Box<str>, bool>,
}

impl Small {
    /// `None` for a text that is too long for so large a pattern, or has a letter that it does not know.
    fn is_match(&self, text: &str) -> Option<bool> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let short = text.len() <= SHORT;
        if short && let Some(found) = state.known.get(text) {
            return Some(*found);
        }
        if !text.is_ascii() && !text.chars().all(is_common) {
            return None;
        }
        let cache = &mut state.cache;
        let mut search = |range| {
            let input = Input::new(text).range(range);
            self.machine.try_is_match(cache, input).ok()
        };
        let found = match &self.landmark {
            Some(landmark) => {
                let mut found = false;
                for range in landmark.stretches(text.as_bytes()) {
                    found = search(range)?;
                    if found {
                        break;
                    }
                }
                found
            }
            None => search(0..text.len())?,
        };
        if short && state.known.len() < REMEMBERED {
            state.known.insert(text.into(), found);
        }
        Some(found)
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
        let parsed = regex_syntax::parse(text).map_err(|error| told(error.to_string()))?;
        let pattern = Self {
            text: text.to_owned(),
            parsed,
            seen: AtomicUsize::new(0),
            small: OnceLock::new(),
            fast: OnceLock::new(),
        };
        // What is far from the limit need not be compiled to know that it is.
        if size(&pattern.parsed) > SIZE / 4 {
            let built = pattern.build().map_err(|error| told(error.to_string()))?;
            let _ = pattern.fast.set(Some(built));
        }
        Ok(pattern)
    }

    fn build(&self) -> Result<Regex, regex::Error> {
        RegexBuilder::new(&self.text).size_limit(SIZE).build()
    }

    fn build_small(&self) -> Option<Small> {
        let config = thompson::Config::new()
            .nfa_size_limit(Some(SIZE))
            .which_captures(WhichCaptures::None);
        let narrowed = if is_wide(&self.parsed) {
            Cow::Owned(narrowed(&self.parsed))
        } else {
            Cow::Borrowed(&self.parsed)
        };
        let nfa = thompson::Compiler::new()
            .configure(config)
            .build_from_hir(&narrowed)
            .ok()?;
        let machine = BoundedBacktracker::new_from_nfa(nfa).ok()?;
        let state = Mutex::new(State {
            cache: machine.create_cache(),
            known: FxHashMap::default(),
        });
        Some(Small {
            machine,
            landmark: Landmark::of(&narrowed),
            state,
        })
    }

    /// Whether the pattern is found in a text; `None` where it is too large to be compiled.
    pub(crate) fn is_match(&self, text: &str) -> Option<bool> {
        let seen = self.seen.fetch_add(text.len(), Ordering::Relaxed);
        if self.fast.get().is_none()
            && seen <= MANY
            && let Some(small) = self.small.get_or_init(|| self.build_small())
            && let Some(found) = small.is_match(text)
        {
            return Some(found);
        }
        let fast = self.fast.get_or_init(|| self.build().ok());
        Some(fast.as_ref()?.is_match(text))
    }
}

fn is_common(ch: char) -> bool {
    COMMON
        .iter()
        .any(|(first, last)| (*first..=*last).contains(&ch))
}

/// Whether a pattern has a class that [`narrowed`] makes smaller.
fn is_wide(parsed: &Hir) -> bool {
    match parsed.kind() {
        HirKind::Class(Class::Unicode(class)) => !class.is_ascii(),
        HirKind::Repetition(repetition) => is_wide(&repetition.sub),
        HirKind::Capture(capture) => is_wide(&capture.sub),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => parts.iter().any(is_wide),
        _ => false,
    }
}

/// The pattern without what no [common](is_common) text has: on such a text it matches the same.
fn narrowed(parsed: &Hir) -> Hir {
    let all = |parts: &[Hir]| parts.iter().map(narrowed).collect();
    match parsed.kind() {
        _ if !is_wide(parsed) => parsed.clone(),
        HirKind::Class(Class::Unicode(class)) => {
            let class = common(class);
            if class.is_ascii() {
                return Hir::class(Class::Unicode(class));
            }
            // As bytes, for which the compiler needs no cache of half a megabyte.
            bytes_of(&class)
        }
        HirKind::Repetition(repetition) => Hir::repetition(Repetition {
            sub: Box::new(narrowed(&repetition.sub)),
            ..repetition.clone()
        }),
        HirKind::Capture(capture) => Hir::capture(Capture {
            sub: Box::new(narrowed(&capture.sub)),
            ..capture.clone()
        }),
        HirKind::Concat(parts) => Hir::concat(all(parts)),
        HirKind::Alternation(parts) => Hir::alternation(all(parts)),
        _ => parsed.clone(),
    }
}

/// What of a class is [common](is_common). Most of its ranges come after, and are not looked at.
fn common(class: &ClassUnicode) -> ClassUnicode {
    let clipped = COMMON.into_iter().flat_map(|(first, last)| {
        let ranges = class.iter().skip_while(move |range| range.end() < first);
        let ranges = ranges.take_while(move |range| range.start() <= last);
        ranges.map(move |r| ClassUnicodeRange::new(r.start().max(first), r.end().min(last)))
    });
    ClassUnicode::new(clipped)
}

/// A class of characters as byte sequences, those with the same first bytes as one.
fn bytes_of(class: &ClassUnicode) -> Hir {
    let mut lasts: BTreeMap<Vec<(u8, u8)>, Vec<ClassBytesRange>> = BTreeMap::new();
    let sequences = class
        .iter()
        .flat_map(|range| Utf8Sequences::new(range.start(), range.end()));
    for sequence in sequences {
        let ranges = sequence.as_slice().iter();
        let mut firsts: Vec<_> = ranges.map(|range| (range.start, range.end)).collect();
        if let Some((start, end)) = firsts.pop() {
            let last = ClassBytesRange::new(start, end);
            lasts.entry(firsts).or_default().push(last);
        }
    }
    let alternatives = lasts.into_iter().map(|(firsts, lasts)| {
        let firsts = firsts.into_iter().map(|(start, end)| {
            let range = ClassBytesRange::new(start, end);
            Hir::class(Class::Bytes(ClassBytes::new([range])))
        });
        let last = Hir::class(Class::Bytes(ClassBytes::new(lasts)));
        Hir::concat(firsts.chain([last]).collect())
    });
    Hir::alternation(alternatives.collect())
}

/// About how many bytes a pattern takes when compiled.
fn size(parsed: &Hir) -> usize {
    let all = |parts: &[Hir]| parts.iter().map(size).fold(RANGE, usize::saturating_add);
    match parsed.kind() {
        HirKind::Empty | HirKind::Look(_) => RANGE,
        HirKind::Literal(literal) => RANGE * literal.0.len(),
        HirKind::Class(Class::Unicode(class)) => RANGE * class.ranges().len(),
        HirKind::Class(Class::Bytes(class)) => RANGE * class.ranges().len(),
        HirKind::Capture(capture) => size(&capture.sub),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => all(parts),
        HirKind::Repetition(repetition) => {
            let times = repetition.max.unwrap_or(repetition.min).max(1);
            size(&repetition.sub).saturating_mul(times as usize)
        }
    }
}

/// Patterns by their text, so that each is there once however many rules use it. Clones share them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Patterns(Rc<RefCell<HashMap<String, Arc<Pattern>>>>);

impl Patterns {
    /// Checks a pattern, or finds it again.
    pub(crate) fn get(&self, text: &str) -> Result<Arc<Pattern>, String> {
        if let Some(known) = self.0.borrow().get(text) {
            return Ok(Arc::clone(known));
        }
        let pattern = Arc::new(Pattern::new(text)?);
        let kept = Arc::clone(&pattern);
        self.0.borrow_mut().insert(text.to_owned(), kept);
        Ok(pattern)
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
        ];
        for text in [
            r"^\w+$",
            r"(?i)k$|^[^–]*–",
            r"(\W|\pL){2,}|\bja\b",
            r"(?i)^\W*(ja|bø|ås|ål)\W*$",
            r"(?i)e-?post|\btlf",
            r"\d+\s*$",
            r"(?xi) ^ første \s år",
        ] {
            let (pattern, regex) = (Pattern::new(text).unwrap(), Regex::new(text).unwrap());
            for sample in texts {
                assert_eq!(pattern.is_match(sample), Some(regex.is_match(sample)));
            }
            pattern.is_match(&" ".repeat(MANY + 1));
            for sample in texts {
                assert_eq!(pattern.is_match(sample), Some(regex.is_match(sample)));
            }
            assert!(pattern.fast.get().is_some());
        }
    }

    #[test]
    fn mistakes_and_monsters_are_told() {
        assert_eq!(Pattern::new("(a").unwrap_err(), "unclosed group");
        assert!(Pattern::new(r"\w{1000}{1000}").is_err());
        assert!(Pattern::new(&r"\w".repeat(500)).is_err());
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
