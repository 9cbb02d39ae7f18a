//! The fonts of a document, told apart by what hayro tells of their glyphs, and what each says of a
//! character code: looked up once.

use super::{RawFont, untold};
use hayro_interpret::font::{Glyph, GlyphIdentifier, GlyphRun, OutlineFontData, OutlineGlyph};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::object::ObjRef;
use std::collections::HashMap;

/// What a font says of a character code.
pub(super) struct Entry {
    /// The glyph it selects: tells the font apart from others with other glyphs for the code.
    key: GlyphIdentifier,
    /// The characters it stands for; empty where the file does not say.
    pub(super) text: Vec<char>,
    /// Its advance, in thousandths of the size.
    pub(super) advance: Option<f32>,
}

/// A font met so far, with the codes seen of it. Looking a code up in the PDF's own tables for every
/// glyph of a report costs more than all else.
struct Table {
    id: u16,
    /// The key of the font program, where hayro tells it.
    program: Option<u128>,
    codes: HashMap<u32, Entry>,
}

impl Table {
    /// Whether a glyph can be of this font: `None` where its code was not seen yet.
    fn has(&self, glyph: &OutlineGlyph) -> Option<bool> {
        self.codes
            .get(&glyph.char_code())
            .map(|entry| entry.key == glyph.identifier())
    }
}

/// What a font is known by on all pages of a document, where it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Key {
    /// The key of its program.
    Program(u128),
    /// The name and the descriptor of one that holds no program.
    Named(Vec<u8>, Option<ObjRef>),
}

/// The fonts met so far.
#[derive(Default)]
pub(super) struct Fonts {
    pub(super) infos: Vec<RawFont>,
    /// For each font what it is known by; `None` for one that its glyphs alone tell.
    keys: Vec<Option<Key>>,
    tables: Vec<Table>,
    /// Index of the table of the last run.
    last: usize,
    /// The font that stands for all Type 3 fonts.
    type3: Option<u16>,
    /// For a font that turned out to be another one, that other.
    same_as: HashMap<u16, u16>,
}

impl Fonts {
    /// Adds a font to the document's.
    pub(super) fn add(&mut self, font: RawFont, key: Option<Key>) -> u16 {
        let id = u16::try_from(self.infos.len()).unwrap_or(u16::MAX);
        if id < u16::MAX {
            self.infos.push(font);
            self.keys.push(key);
        }
        id
    }

    /// Adds the fonts of the pages that follow: for each, which of this document's it is. `None` where
    /// one of them is told by its glyphs alone.
    #[cfg(feature = "cli")]
    pub(super) fn follow(&mut self, next: &Self) -> Option<Vec<u16>> {
        let fonts = next.infos.iter().zip(&next.keys);
        let ids = fonts.map(|(info, key)| {
            let key = key.as_ref()?;
            let known = self
                .keys
                .iter()
                .position(|known| known.as_ref() == Some(key));
            Some(match known {
                Some(known) => u16::try_from(known).unwrap_or(u16::MAX),
                None => self.add(info.clone(), Some(key.clone())),
            })
        });
        ids.collect()
    }

    fn table_of(&mut self, program: u128, font: impl FnOnce() -> RawFont) -> usize {
        let known = self
            .tables
            .iter()
            .position(|table| table.program == Some(program));
        known.unwrap_or_else(|| {
            let id = self.add(font(), Some(Key::Program(program)));
            self.tables.push(Table {
                id,
                program: Some(program),
                codes: HashMap::new(),
            });
            self.tables.len() - 1
        })
    }

    /// The font that uses a program.
    pub(super) fn of_program(&mut self, program: u128, font: impl FnOnce() -> RawFont) -> u16 {
        let table = self.table_of(program, font);
        self.tables.get(table).map_or(0, |table| table.id)
    }

    /// The table of the font that a run is set in; `None` for Type 3.
    pub(super) fn of_run(&mut self, run: &GlyphRun<'_, '_>) -> Option<usize> {
        let outlines = || {
            run.glyphs().iter().filter_map(|glyph| match &**glyph {
                Glyph::Outline(outline) => Some(outline),
                Glyph::Type3(_) => None,
            })
        };
        let first = outlines().next()?;
        // Mostly the run goes on in the font of the run before.
        if self
            .tables
            .get(self.last)
            .and_then(|table| table.has(first))
            == Some(true)
        {
            return Some(self.last);
        }
        let index = if let Some(data) = first.font_data() {
            self.table_of(data.cache_key, || told_of(&data))
        } else {
            // Of Type 1 fonts hayro tells no program: a code that selects another glyph is another font.
            let fits = |table: &Table| {
                let mut shared = 0;
                let same = outlines().all(|outline| {
                    table.has(outline).is_none_or(|same| {
                        shared += 1;
                        same
                    })
                });
                table.program.is_none() && same && shared > 0
            };
            self.tables.iter().position(fits).unwrap_or_else(|| {
                let id = self.add(RawFont::default(), None);
                self.tables.push(Table {
                    id,
                    program: None,
                    codes: HashMap::new(),
                });
                self.tables.len() - 1
            })
        };
        self.last = index;
        Some(index)
    }

    /// What the font says of a glyph, looked up once for each code.
    pub(super) fn entry(&mut self, table: usize, glyph: &OutlineGlyph) -> Option<&Entry> {
        let codes = &mut self.tables.get_mut(table)?.codes;
        let fresh = || Entry {
            key: glyph.identifier(),
            text: letters(glyph.as_unicode(), glyph.char_code()),
            advance: glyph.advance_width(),
        };
        let entry = codes.entry(glyph.char_code()).or_insert_with(fresh);
        // One program may be used with two encodings: then the code selects another glyph.
        if entry.key != glyph.identifier() {
            *entry = fresh();
        }
        Some(entry)
    }

    pub(super) fn type3(&mut self) -> u16 {
        if let Some(id) = self.type3 {
            return id;
        }
        let id = self.add(RawFont::default(), None);
        *self.type3.insert(id)
    }

    pub(super) fn id(&self, table: Option<usize>) -> Option<u16> {
        self.tables.get(table?).map(|table| table.id)
    }

    /// Two runs that follow each other on one line are set in one font, where their glyphs allow it:
    /// text that is drawn glyph by glyph shows too few of them at a time to tell.
    pub(super) fn join(&mut self, first: u16, second: u16) {
        if first == second {
            return;
        }
        let find = |id: u16| {
            self.tables
                .iter()
                .position(|table| table.id == id && table.program.is_none())
        };
        let (Some(keep), Some(lose)) = (find(first), find(second)) else {
            return;
        };
        let (Some(first_table), Some(other)) = (self.tables.get(keep), self.tables.get(lose))
        else {
            return;
        };
        if other.codes.iter().any(|(code, entry)| {
            first_table
                .codes
                .get(code)
                .is_some_and(|known| known.key != entry.key)
        }) {
            return;
        }
        let removed = self.tables.remove(lose);
        self.last = 0;
        if let Some(kept) = self.tables.iter_mut().find(|table| table.id == first) {
            kept.codes.extend(removed.codes);
        }
        self.same_as.insert(second, first);
    }

    /// The font that an earlier one turned out to be.
    pub(super) fn settled(&self, id: u16) -> u16 {
        let mut id = id;
        while let Some(other) = self.same_as.get(&id) {
            id = *other;
        }
        id
    }
}

/// What a font's program says of it.
pub(super) fn told_of(data: &OutlineFontData) -> RawFont {
    RawFont {
        bold: is_bold(data.weight, data.postscript_name.as_deref()),
        name: data.postscript_name.clone(),
    }
}

/// What the name of a font says of it.
pub(super) fn named(name: &[u8]) -> RawFont {
    let name = std::str::from_utf8(name)
        .ok()
        .filter(|name| !name.is_empty());
    RawFont {
        bold: is_bold(None, name),
        name: name.map(str::to_owned),
    }
}

/// Whether a font is bold: by its weight, of which that of half bold is 600, or by its name.
fn is_bold(weight: Option<u32>, name: Option<&str>) -> Option<bool> {
    let named = name.map(|name| {
        let name = name.to_ascii_lowercase();
        name.contains("bold") || name.contains("black") || name.contains("heavy")
    });
    match (weight, named) {
        (Some(weight), named) => Some(weight >= 600 || named == Some(true)),
        (None, named) => named,
    }
}

/// The characters that the file gives for one code; where it gives none, a sign that stands for the
/// code, so that what one glyph says in several places is known to be the same.
pub(super) fn letters(text: Option<BfString>, code: u32) -> Vec<char> {
    let told = characters(text);
    if told.is_empty() || told.contains(&char::REPLACEMENT_CHARACTER) {
        return vec![untold(code)];
    }
    told
}

/// The characters that the file gives for one code; none where it gives none that can be.
pub(super) fn characters(text: Option<BfString>) -> Vec<char> {
    match text {
        Some(BfString::Char(ch)) => vec![ch],
        Some(BfString::String(text)) => unswapped(text.chars().collect()),
        None => Vec::new(),
    }
}

/// Ghostscript writes the letters of a ligature with their bytes swapped: U+7400 U+6900 for `ti`. No
/// font has one glyph for several such characters of Chinese, all with a letter's code in front.
fn unswapped(text: Vec<char>) -> Vec<char> {
    let letter = |ch: &char| {
        let [high, rest @ ..] = u16::try_from(u32::from(*ch)).ok()?.to_be_bytes();
        (rest == [0] && high.is_ascii_alphabetic()).then(|| char::from(high))
    };
    let letters: Option<Vec<char>> = text.iter().map(letter).collect();
    match letters {
        Some(letters) => letters,
        // One letter of it is none that can be told.
        None if text.iter().any(|ch| letter(ch).is_some()) => Vec::new(),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_bold, named, unswapped};

    #[test]
    fn bold_is_told_by_weight_or_by_name() {
        for (weight, name, bold) in [
            (Some(599), Some("Fjell"), Some(false)),
            (Some(600), Some("Fjell"), Some(true)),
            (Some(700), None, Some(true)),
            (Some(400), Some("Fjell-SemiBold"), Some(true)),
            (None, Some("FJELL-BLACK"), Some(true)),
            (None, Some("Fjell-Heavy"), Some(true)),
            (None, Some("Fjell"), Some(false)),
            (None, None, None),
        ] {
            assert_eq!(is_bold(weight, name), bold, "{weight:?} {name:?}");
        }
    }

    #[test]
    fn a_name_tells_of_a_font_without_a_program() {
        let told = named(b"XFVOPU+NimbusSanL-Bold");
        assert_eq!(told.bold, Some(true));
        assert_eq!(told.name.as_deref(), Some("XFVOPU+NimbusSanL-Bold"));
        assert_eq!(named(b"NimbusSanL-Regu").bold, Some(false));
        assert_eq!(named(b""), super::RawFont::default());
    }

    #[test]
    fn ligatures_with_swapped_bytes_are_letters() {
        let text = |text: &str| {
            unswapped(text.chars().collect())
                .into_iter()
                .collect::<String>()
        };
        assert_eq!(text("\u{7400}\u{6900}"), "ti");
        assert_eq!(text("\u{6600}\u{6600}\u{6900}"), "ffi");
        assert_eq!(text("\u{7400}\u{fffd}"), "");
        assert_eq!(text("ffi"), "ffi");
        assert_eq!(text("\u{4e2d}\u{6587}"), "\u{4e2d}\u{6587}");
    }
}
