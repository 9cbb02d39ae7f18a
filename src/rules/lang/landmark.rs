//! What every match of a pattern has in it, and how far a match goes around it.
//!
//! Free texts are long, and what patterns look for in them is rare: a full stop without a blank
//! behind it, one of some words. So only what lies around these is searched.

use memchr::memmem::Finder;
use regex_syntax::hir::{Class, Hir, HirKind};
use serde::{Deserialize, Serialize};
use std::ops::Range;
use std::sync::OnceLock;

/// More pieces are not looked for: what takes their place is searched as a whole.
const MOST: usize = 16;

/// How long a text is thought to be where a match may be as long.
const LONG: usize = 400;

/// How many bytes of a text are searched for what it costs to look for a piece in a hundred.
const LOOKING: f64 = 2.0;

/// Pieces of text of which every match of a pattern has one, and how far a match goes around it.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Landmark {
    mark: Mark,
    /// What looks for the pieces, once there is a text to look in.
    #[serde(skip)]
    finders: OnceLock<Vec<Finder<'static>>>,
}

impl Landmark {
    /// The one of a pattern by which least is searched; `None` where its matches have nothing in
    /// common.
    pub(super) fn of(pattern: &Hir) -> Option<Self> {
        Some(Self {
            mark: Mark::of(pattern)?,
            finders: OnceLock::new(),
        })
    }

    /// The stretches of a text in which its matches are, none of which touches another.
    pub(super) fn stretches(&self, text: &[u8]) -> Vec<Range<usize>> {
        let mark = &self.mark;
        let finders = self.finders.get_or_init(|| {
            let finders = mark.pieces.iter().map(Finder::new);
            finders.map(Finder::into_owned).collect()
        });
        let mut all = Vec::new();
        for piece in finders {
            let around = |hit: usize| {
                let start = mark.before.map_or(0, |before| hit.saturating_sub(before));
                let end = hit + piece.needle().len();
                let end = mark.behind.map(|behind| end.saturating_add(behind));
                start..end.unwrap_or(text.len()).min(text.len())
            };
            all.extend(hits(piece, text).map(around));
        }
        all.sort_unstable_by_key(|stretch: &Range<usize>| stretch.start);
        all.dedup_by(|next, open| {
            let touches = next.start <= open.end;
            if touches {
                open.end = open.end.max(next.end);
            }
            touches
        });
        all
    }
}

/// Where a piece stands in a text, also where it stands over itself: `aa` twice in `aaa`.
fn hits(piece: &Finder<'_>, text: &[u8]) -> impl Iterator<Item = usize> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let hit = from + piece.find(text.get(from..)?)?;
        from = hit + 1;
        Some(hit)
    })
}

/// What becomes a [`Landmark`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Mark {
    /// 1 to [`MOST`], none empty, ascending.
    pieces: Vec<Vec<u8>>,
    /// How many bytes of the match stand before it at most; `None` where there is no most.
    before: Option<usize>,
    /// How many stand behind it at most.
    behind: Option<usize>,
}

impl Mark {
    fn of(pattern: &Hir) -> Option<Self> {
        let most = |part: &Hir| part.properties().maximum_len();
        match pattern.kind() {
            HirKind::Literal(literal) => Some(Self::at(vec![literal.0.to_vec()])),
            HirKind::Class(class) => Some(Self::at(bytes_of(class)?)),
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
                each.min_by(|a, b| a.searched().total_cmp(&b.searched()))
            }
            HirKind::Alternation(parts) => {
                let mut each = parts.iter().map(Self::of);
                let first = each.next()??;
                each.try_fold(first, |all, one| all.or(one?))
            }
            HirKind::Empty | HirKind::Look(_) | HirKind::Repetition(_) => None,
        }
    }

    /// One that is all of a match.
    fn at(pieces: Vec<Vec<u8>>) -> Self {
        Self {
            pieces,
            before: Some(0),
            behind: Some(0),
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
        self.pieces.extend(other.pieces);
        self.pieces.sort_unstable();
        self.pieces.dedup();
        (self.pieces.len() <= MOST).then(|| Self {
            pieces: self.pieces,
            before: self.before.zip(other.before).map(|(a, b)| a.max(b)),
            behind: self.behind.zip(other.behind).map(|(a, b)| a.max(b)),
        })
    }

    /// About how many of a hundred bytes of a text are searched, and what looking costs.
    fn searched(&self) -> f64 {
        let often = |piece: &Vec<u8>| piece.iter().map(|byte| frequency(*byte)).product::<f64>();
        let often: f64 = self.pieces.iter().map(often).sum();
        let around = self.before.unwrap_or(LONG) + self.behind.unwrap_or(LONG) + 1;
        let number = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
        100.0 * often * number(around) + LOOKING * number(self.pieces.len())
    }
}

/// How many characters of a class are looked for each by itself.
const FEW: usize = 3;

/// The characters of a class of so few ASCII ones that they can be looked for.
fn bytes_of(class: &Class) -> Option<Vec<Vec<u8>>> {
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
    if ranges.is_empty() || ranges.iter().map(many).sum::<usize>() > FEW {
        return None;
    }
    let all = ranges.into_iter().flat_map(|(start, end)| start..=end);
    let bytes = all.map(|one| Some(vec![u8::try_from(one).ok().filter(u8::is_ascii)?]));
    bytes.collect()
}

/// About which part of the bytes of free text is this one.
fn frequency(byte: u8) -> f64 {
    match byte {
        b' ' => 0.15,
        b'a'..=b'z' => 0.04,
        b'.' | b',' | b'\n' => 0.012,
        b'A'..=b'Z' | b'0'..=b'9' => 0.004,
        0x80.. => 0.03,
        _ => 0.002,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pattern: &str) -> Option<Mark> {
        Mark::of(&regex_syntax::parse(pattern).unwrap())
    }

    fn pieces(mark: &Mark) -> Vec<&str> {
        let texts = mark.pieces.iter().map(|piece| std::str::from_utf8(piece));
        texts.collect::<Result<_, _>>().unwrap()
    }

    #[test]
    fn the_rarest_piece_and_what_may_stand_around_it() {
        let mark = of("[a-z]{5}[.] [a-z]{2}").unwrap();
        assert_eq!(pieces(&mark), [". "]);
        assert_eq!((mark.before, mark.behind), (Some(5), Some(2)));
        let mark = of("x[!?]y|[0-9]{1,2}[.]zz").unwrap();
        assert_eq!(pieces(&mark), ["!", ".zz", "?"]);
        assert_eq!((mark.before, mark.behind), (Some(2), Some(1)));
        let mark = of("(ab)+%.*").unwrap();
        assert_eq!(pieces(&mark), ["ab"]);
        assert_eq!((mark.before, mark.behind), (Some(0), None));
        let mark = of("[a-z]*(ikkje|ingen) [a-z]").unwrap();
        assert_eq!(pieces(&mark), ["ikkje", "ingen"]);
        assert_eq!((mark.before, mark.behind), (None, Some(2)));
        assert_eq!(of("a|b*"), None);
        assert_eq!(of(r"\w+"), None);
        let many: Vec<String> = (10..=10 + MOST).map(|n| n.to_string()).collect();
        assert!(of(&many[1..].join("x|")).is_some());
        assert_eq!(of(&format!("{}x", many.join("x|"))), None);
    }

    #[test]
    fn stretches_cover_each_match_and_do_not_touch() {
        let stretches = |pattern: &str, text: &str| {
            let parsed = regex_syntax::parse(pattern).unwrap();
            Landmark::of(&parsed).unwrap().stretches(text.as_bytes())
        };
        let dot = "[a-z]{2}[.][a-z]";
        assert_eq!(stretches(dot, "ab.c   d   ef.g"), [0..4, 11..15]);
        assert_eq!(stretches(dot, "a.b.c  ef.g"), [0..5, 7..11]);
        assert_eq!(stretches(dot, "ingen"), <[Range<usize>; 0]>::default());
        let two = "[a-z](ja|nei)";
        assert_eq!(stretches(two, " nei  ja nei"), [0..4, 5..12]);
        // A match may begin where the one before it would have gone on.
        assert_eq!(stretches("aa[0-9]", "xaaa1"), [Range { start: 1, end: 5 }]);
        assert_eq!(
            stretches("(nei|ei).*", "nei, ja"),
            [Range { start: 0, end: 7 }]
        );
    }
}
