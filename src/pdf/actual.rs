//! Text that the file gives for a stretch of glyphs beside their own characters (`/ActualText`).
//!
//! It is taken for glyphs of which the file says nothing else, where no doubt is left which of its
//! letters they are, and for glyphs that it says to be none (a blank drawn for a zero-width space).

use super::{RawGlyph, RawPage, is_private, is_untold};
use hayro_interpret::hayro_syntax::object::{self, Dict};

/// Stretches within stretches that are followed.
const MAX_DEPTH: usize = 256;

/// Letters that one glyph can stand for: `ffi` is the longest that fonts have, and some.
const MAX_LETTERS: usize = 4;

/// The stretches that are open.
#[derive(Debug, Default)]
pub(super) struct Actual {
    open: Vec<Option<Stretch>>,
}

#[derive(Debug)]
struct Stretch {
    /// How many glyphs the page had where it began.
    glyphs: usize,
    text: Vec<char>,
}

impl Actual {
    /// Marked content begins, with these properties.
    pub(super) fn begin(&mut self, properties: Option<&Dict<'_>>, page: &RawPage) {
        if self.open.len() < MAX_DEPTH {
            let text = properties.and_then(|dict| dict.get::<object::String<'_>>("ActualText"));
            self.open.push(text.and_then(|text| {
                Some(Stretch {
                    glyphs: page.glyphs.len(),
                    text: decoded(text.as_bytes())?,
                })
            }));
        }
    }

    /// The last marked content that began ends.
    pub(super) fn end(&mut self, page: &mut RawPage) {
        if let Some(Some(stretch)) = self.open.pop() {
            stretch.apply(page);
        }
    }
}

impl Stretch {
    fn apply(&self, page: &mut RawPage) {
        let Some(glyphs) = page.glyphs.get_mut(self.glyphs..) else {
            return;
        };
        if self.text.iter().all(|ch| is_nothing(*ch)) {
            let blanks = glyphs.iter().all(|glyph| glyph.ch.is_whitespace());
            if let Some(ch) = self.text.first()
                && blanks
            {
                for glyph in glyphs {
                    (glyph.ch, glyph.x1) = (*ch, glyph.x0);
                }
            }
            return;
        }
        let shown: Vec<char> = glyphs.iter().map(|glyph| glyph.ch).collect();
        // As many characters as glyphs, and all that are told are the same: each stands for its own.
        let is_own = |(shown, text): (&char, &char)| {
            let says_nothing = is_untold(*shown) || is_private(*shown);
            shown == text || says_nothing && !text.is_control()
        };
        let says = self.text.iter().any(|ch| ch.is_alphanumeric());
        let pairs = || shown.iter().zip(&self.text);
        if says && shown.len() == self.text.len() && pairs().all(is_own) {
            for (glyph, ch) in glyphs.iter_mut().zip(&self.text) {
                glyph.ch = *ch;
            }
            return;
        }
        let same = |pair: &(&char, &char)| pair.0 == pair.1;
        let head = shown.iter().zip(&self.text).take_while(same).count();
        let tail = shown.iter().rev().zip(self.text.iter().rev());
        let tail = tail.take_while(same).count();
        let end = (shown.len().max(tail) - tail).max(head);
        let text_end = (self.text.len().max(tail) - tail).max(head);
        let unknown = shown.get(head..end).unwrap_or_default();
        let letters = self.text.get(head..text_end).unwrap_or_default();
        let fits = match unknown {
            [ch] if is_untold(*ch) => (1..=MAX_LETTERS).contains(&letters.len()),
            more => more.iter().all(|ch| is_untold(*ch)) && more.len() == letters.len(),
        };
        if fits && letters.iter().all(|ch| ch.is_alphanumeric()) && !letters.is_empty() {
            replace(page, self.glyphs + head, unknown.len(), letters);
        }
    }
}

/// Puts letters in the place of `count` glyphs; they share their width.
#[expect(
    clippy::cast_precision_loss,
    reason = "a few letters share the width of a glyph"
)]
fn replace(page: &mut RawPage, at: usize, count: usize, letters: &[char]) {
    let place = page.glyphs.get(at..at + count).map(<[_]>::to_vec);
    let Some(place) = place else { return };
    let more = u32::try_from(letters.len() - count).unwrap_or(0);
    let new: Vec<RawGlyph> = if let [whole] = place.as_slice() {
        let step = (whole.x1 - whole.x0) / letters.len() as f32;
        let letters = letters.iter().enumerate();
        let letters = letters.map(|(index, ch)| RawGlyph {
            ch: *ch,
            x0: whole.x0 + step * index as f32,
            x1: whole.x0 + step * (index + 1) as f32,
        });
        letters.collect()
    } else {
        let pairs = place.iter().zip(letters);
        pairs
            .map(|(glyph, ch)| RawGlyph { ch: *ch, ..*glyph })
            .collect()
    };
    page.glyphs.splice(at..at + count, new);
    for run in page.runs.iter_mut().rev() {
        let (first, end) = (run.first as usize, (run.first + run.count) as usize);
        if first > at {
            run.first += more;
        } else {
            if at < end {
                run.count += more;
            }
            break;
        }
    }
}

/// Whether a character is there for how lines break or run, and is never seen.
pub(crate) fn is_nothing(ch: char) -> bool {
    matches!(
        ch,
        '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
    )
}

/// The characters of a text string of the file; `None` for one that is not plain.
fn decoded(bytes: &[u8]) -> Option<Vec<char>> {
    match bytes {
        [0xfe, 0xff, units @ ..] => {
            let (units, _) = units.as_chunks::<2>();
            let units = units.iter().map(|unit| u16::from_be_bytes(*unit));
            char::decode_utf16(units).collect::<Result<_, _>>().ok()
        }
        [0xef, 0xbb, 0xbf, text @ ..] => Some(std::str::from_utf8(text).ok()?.chars().collect()),
        text => {
            let plain = |byte: &u8| matches!(byte, b' '..=b'~' | 0xa1..=0xff);
            let all = text.iter().all(plain);
            all.then(|| text.iter().map(|byte| char::from(*byte)).collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{RawRun, model::untold};
    use super::*;

    /// What a page says on which these letters stand in one run, where the file gives a text for all of
    /// them from the second on; and where each ends, in widths of a letter.
    fn said(shown: &[char], text: &str) -> (String, Vec<f32>, u32) {
        let glyph = |(at, ch): (u8, &char)| RawGlyph {
            ch: *ch,
            x0: f32::from(at),
            x1: f32::from(at) + 1.0,
        };
        let mut page = RawPage {
            glyphs: (0..).zip(shown).map(glyph).collect(),
            runs: vec![RawRun {
                first: 0,
                count: u32::try_from(shown.len()).expect("few"),
                y: 0.0,
                size: 10.0,
                font: 0,
            }],
            ..RawPage::default()
        };
        let text = text.chars().collect();
        Stretch { glyphs: 1, text }.apply(&mut page);
        let ends = page.glyphs.iter().map(|glyph| glyph.x1);
        let said = page.glyphs.iter().map(|glyph| glyph.ch);
        (said.collect(), ends.collect(), page.runs[0].count)
    }

    #[test]
    fn a_glyph_of_which_the_file_says_nothing_else_is_what_its_text_says() {
        let lost = untold(7);
        let read = said(&['S', 'k', lost, 'l', 'e'], "kole");
        assert_eq!((read.0.as_str(), read.2), ("Skole", 5));
        let (text, ends, count) = said(&['S', lost, 'k'], "ffik");
        assert_eq!((text.as_str(), count), ("Sffik", 5), "a ligature");
        assert!((ends[1] - 4.0 / 3.0).abs() < 0.01 && (ends[3] - 2.0).abs() < 0.01);
        assert_eq!(said(&['S', lost, lost], "um").0, "Sum");
        // Letters are never said to be others, and a doubt stays.
        assert_eq!(said(&['S', 'u', 'm'], "al").0, "Sum");
        assert_eq!(
            said(&['S', lost, 'u', lost], "amtale").0.chars().nth(1),
            Some(lost)
        );
        assert_eq!(said(&['4', lost], "…").0.chars().nth(1), Some(lost));
        // As many letters as glyphs are those of the glyphs, one by one, and private ones are none.
        let private = '\u{e001}';
        assert_eq!(said(&['S', lost, 'm', ':', private], "um: ").0, "Sum: ");
    }

    #[test]
    fn a_blank_that_is_said_to_be_nothing_has_no_width() {
        let (text, ends, _) = said(&['a', ' '], "\u{200b}");
        assert_eq!(text, "a\u{200b}");
        assert!((ends[1] - 1.0).abs() < 0.01);
        assert_eq!(said(&['a', 'b'], "\u{200b}").0, "ab");
    }
}
