//! Bytes of which every match of a pattern has one, and how far a match goes around it.
//!
//! Free texts are long, and what patterns look for in them is rare: a full stop without a blank
//! behind it, a year. So only what lies around these bytes is searched.

use memchr::{memchr_iter, memchr2_iter, memchr3_iter};
use regex_syntax::hir::{Class, Hir, HirKind};
use std::ops::Range;

/// More bytes are not looked for at once.
const MOST: usize = 3;

/// How long a text is thought to be where a match may be as long.
const LONG: usize = 400;

/// What every match has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Landmark {
    /// One of these bytes; 1 to [`MOST`], ascending.
    bytes: Vec<u8>,
    /// How many bytes of the match stand before it at most; `None` where there is no most.
    before: Option<usize>,
    /// How many stand behind it at most.
    behind: Option<usize>,
}

impl Landmark {
    /// The one of a pattern by which least is searched; `None` where its matches have nothing in
    /// common.
    pub(super) fn of(pattern: &Hir) -> Option<Self> {
        let most = |part: &Hir| part.properties().maximum_len();
        match pattern.kind() {
            HirKind::Literal(literal) => {
                let length = literal.0.len();
                let each = literal.0.iter().enumerate().map(|(place, byte)| Self {
                    bytes: vec![*byte],
                    before: Some(place),
                    behind: Some(length - place - 1),
                });
                each.min_by_key(Self::searched)
            }
            HirKind::Class(class) => {
                let bytes = bytes_of(class)?;
                Some(Self {
                    bytes,
                    before: Some(0),
                    behind: Some(0),
                })
            }
            HirKind::Capture(capture) => Self::of(&capture.sub),
            HirKind::Repetition(again) if again.min > 0 => {
                let first = Self::of(&again.sub)?;
                let rest = again.max.zip(most(&again.sub));
                let rest = rest.map(|(max, one)| one.saturating_mul(max as usize));
                Some(first.within(Some(0), rest))
            }
            HirKind::Concat(parts) => {
                let sum = |parts: &[Hir]| {
                    let mut lengths = parts.iter().map(most);
                    lengths.try_fold(0, |sum: usize, one| Some(sum.saturating_add(one?)))
                };
                let each = parts.iter().enumerate().filter_map(|(place, part)| {
                    let before = sum(parts.get(..place)?);
                    let behind = sum(parts.get(place + 1..)?);
                    Some(Self::of(part)?.within(before, behind))
                });
                each.min_by_key(Self::searched)
            }
            HirKind::Alternation(parts) => {
                let mut each = parts.iter().map(Self::of);
                let first = each.next()??;
                each.try_fold(first, |all, one| all.or(one?))
            }
            HirKind::Empty | HirKind::Look(_) | HirKind::Repetition(_) => None,
        }
    }

    /// The same where as much more of a match may stand around.
    fn within(self, before: Option<usize>, behind: Option<usize>) -> Self {
        let add = |own: Option<usize>, more: Option<usize>| Some(own?.saturating_add(more?));
        Self {
            before: add(self.before, before),
            behind: add(self.behind, behind),
            ..self
        }
    }

    /// Of matches that have this one or that one.
    fn or(mut self, other: Self) -> Option<Self> {
        self.bytes.extend(other.bytes);
        self.bytes.sort_unstable();
        self.bytes.dedup();
        (self.bytes.len() <= MOST).then(|| Self {
            bytes: self.bytes,
            before: self.before.zip(other.before).map(|(a, b)| a.max(b)),
            behind: self.behind.zip(other.behind).map(|(a, b)| a.max(b)),
        })
    }

    /// About how much of a text is searched.
    fn searched(&self) -> usize {
        let often: usize = self.bytes.iter().map(|byte| frequency(*byte)).sum();
        let around = self.before.unwrap_or(LONG) + self.behind.unwrap_or(LONG) + 1;
        often.saturating_mul(around)
    }

    /// The stretches of a text in which its matches are, none of which touches another.
    pub(super) fn stretches(&self, text: &[u8]) -> impl Iterator<Item = Range<usize>> {
        let mut hits: Box<dyn Iterator<Item = usize>> = match *self.bytes.as_slice() {
            [a] => Box::new(memchr_iter(a, text)),
            [a, b] => Box::new(memchr2_iter(a, b, text)),
            [a, b, c] => Box::new(memchr3_iter(a, b, c, text)),
            _ => Box::new(0..text.len()),
        };
        let around = move |hit: usize| {
            let start = self.before.map_or(0, |before| hit.saturating_sub(before));
            let end = self.behind.map(|behind| (hit + 1).saturating_add(behind));
            start..end.unwrap_or(text.len()).min(text.len())
        };
        let mut open: Option<Range<usize>> = None;
        std::iter::from_fn(move || {
            loop {
                let Some(next) = hits.next().map(around) else {
                    return open.take();
                };
                match &mut open {
                    Some(open) if next.start <= open.end => open.end = next.end,
                    _ => {
                        if let Some(done) = open.replace(next) {
                            return Some(done);
                        }
                    }
                }
            }
        })
    }
}

/// The bytes of a class of so few ASCII characters that they can be looked for.
fn bytes_of(class: &Class) -> Option<Vec<u8>> {
    let ranges: Vec<(u32, u32)> = match class {
        Class::Unicode(class) => {
            let ranges = class.iter();
            ranges.map(|r| (r.start().into(), r.end().into())).collect()
        }
        Class::Bytes(class) => {
            let ranges = class.iter();
            ranges.map(|r| (r.start().into(), r.end().into())).collect()
        }
    };
    let many = |(start, end): &(u32, u32)| (end - start) as usize + 1;
    if ranges.is_empty() || ranges.iter().map(many).sum::<usize>() > MOST {
        return None;
    }
    let all = ranges.into_iter().flat_map(|(start, end)| start..=end);
    let bytes = all.map(|one| u8::try_from(one).ok().filter(u8::is_ascii));
    bytes.collect()
}

/// About how many of a thousand bytes of free text are this one.
fn frequency(byte: u8) -> usize {
    match byte {
        b' ' => 150,
        b'a'..=b'z' => 40,
        b'.' | b',' | b'\n' => 12,
        b'A'..=b'Z' | b'0'..=b'9' => 4,
        0x80.. => 30,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pattern: &str) -> Option<Landmark> {
        Landmark::of(&regex_syntax::parse(pattern).unwrap())
    }

    #[test]
    fn the_rarest_byte_and_what_may_stand_around_it() {
        let landmark = of("[a-z]{5}[.] [a-z]{2}").unwrap();
        assert_eq!(landmark.bytes, b".");
        assert_eq!((landmark.before, landmark.behind), (Some(5), Some(3)));
        let landmark = of("x[.!?]y|[0-9]{1,2}[.]z").unwrap();
        assert_eq!(landmark.bytes, b"!.?");
        assert_eq!((landmark.before, landmark.behind), (Some(2), Some(1)));
        let landmark = of("(ab)+%.*").unwrap();
        assert_eq!(landmark.bytes, b"%");
        assert_eq!((landmark.before, landmark.behind), (None, None));
        assert_eq!(of("a|b*"), None);
        assert_eq!(of(r"\w+"), None);
    }

    #[test]
    fn stretches_cover_each_match_and_do_not_touch() {
        let landmark = of("[a-z]{2}[.][a-z]").unwrap();
        let stretches = |text: &str| landmark.stretches(text.as_bytes()).collect::<Vec<_>>();
        assert_eq!(stretches("ab.c   d   ef.g"), [0..4, 11..15]);
        assert_eq!(stretches("a.b.c  ef.g"), [0..5, 7..11]);
        assert_eq!(stretches("ingen"), <[Range<usize>; 0]>::default());
    }
}
