//! The fonts that pages are set in, and what each says of a character code: looked up once.

use super::super::fonts::{Fonts, Key, letters, named, told_of};
use super::stop::Stop;
use hayro_font::{CMapResolverFn, Font, FontCache, FontGlyph, FontResolverFn, StandardFont};
use hayro_syntax::object::dict::keys::{BASE_FONT, FONT_DESC, SUBTYPE, TYPE0};
use hayro_syntax::object::{Dict, Name, ObjectIdentifier};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// What a font says of a character code.
pub(super) struct Entry {
    /// The characters it stands for; empty where the file does not say.
    pub(super) text: Vec<char>,
    /// How far the pen moves, thousandths of the size.
    pub(super) moves: f32,
    /// The glyph's own advance, thousandths of the size.
    pub(super) advance: Option<f32>,
    /// Whether it is the blank that word spacing widens.
    pub(super) is_blank: bool,
}

/// A font, with the codes that were met.
pub(super) struct Face<'a> {
    font: Font<'a>,
    /// Index into the document's fonts.
    pub(super) id: u16,
    /// Whether a code can be longer than a byte.
    composite: bool,
    /// For a code of one byte (of two, in a composite font), its entry, counted from one.
    slots: Vec<u32>,
    /// Codes of other lengths.
    others: BTreeMap<(u32, usize), u32>,
    entries: Vec<Entry>,
}

impl Face<'_> {
    /// The index of the entry of the code that begins at a place, and the code's length in bytes.
    pub(super) fn next(&mut self, bytes: &[u8], at: usize) -> Option<(usize, usize)> {
        let first = *bytes.get(at)?;
        let (key, usual) = match bytes.get(at + 1) {
            Some(second) if self.composite => (u16::from_be_bytes([first, *second]), 2),
            _ if self.composite => (0, 0),
            _ => (u16::from(first), 1),
        };
        let key = usize::from(key);
        // How long a code is, its own bytes tell: what was met once is met again.
        if usual > 0
            && let Some(slot) = self.slots.get(key).filter(|slot| **slot > 0)
        {
            return Some((*slot as usize - 1, usual));
        }
        let (code, length) = self.font.read_code(bytes, at);
        let length = length.max(1);
        if length != usual
            && let Some(slot) = self.others.get(&(code, length))
        {
            return Some((*slot as usize - 1, length));
        }
        let entry = self.look_up(code, length);
        self.entries.push(entry);
        let slot = u32::try_from(self.entries.len()).ok()?;
        if length == usual {
            if self.slots.len() <= key {
                self.slots.resize(key + 1, 0);
            }
            *self.slots.get_mut(key)? = slot;
        } else {
            self.others.insert((code, length), slot);
        }
        Some((self.entries.len() - 1, length))
    }

    pub(super) fn entry(&self, index: usize) -> Option<&Entry> {
        self.entries.get(index)
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "the interpreter that this agrees with keeps advances as f32"
    )]
    fn look_up(&self, code: u32, length: usize) -> Entry {
        let glyph = self.font.glyph(self.font.map_code(code), code);
        let (text, advance) = match glyph {
            FontGlyph::Outline(outline) => {
                (letters(outline.as_unicode(), code), outline.advance_width())
            }
            FontGlyph::Type3(_) => (Vec::new(), None),
        };
        Entry {
            text,
            moves: self.font.code_advance(code).x as f32,
            advance,
            is_blank: code == 32 && length == 1,
        }
    }
}

/// The faces of a document.
pub(super) struct Faces<'a> {
    pub(super) all: Vec<Face<'a>>,
    cache: FontCache<'a>,
    fonts: FontResolverFn,
    cmaps: CMapResolverFn,
    by_object: HashMap<ObjectIdentifier, Option<usize>>,
    named: HashMap<Key, u16>,
}

impl<'a> Faces<'a> {
    pub(super) fn new() -> Self {
        Self {
            all: Vec::new(),
            cache: FontCache::new(),
            fonts: Arc::new(|query| match query {
                hayro_font::FontQuery::Standard(font) => Some(StandardFont::get_font_data(font)),
                hayro_font::FontQuery::Fallback(query) => {
                    Some(query.pick_standard_font().get_font_data())
                }
            }),
            cmaps: Arc::new(hayro_font::hayro_cmap::load_embedded),
            by_object: HashMap::new(),
            named: HashMap::new(),
        }
    }

    /// The face of a font dictionary.
    ///
    /// # Errors
    /// For a font that can't be read here: one drawn with operators, one that is set downwards, one
    /// that is broken.
    pub(super) fn of(&mut self, dict: &Dict<'a>, ids: &mut Fonts) -> Result<usize, Stop> {
        let object = dict.obj_id();
        if let Some(known) = object.and_then(|object| self.by_object.get(&object)) {
            return known.ok_or(Stop::Unusual);
        }
        let face = self.load(dict, ids);
        if let Some(object) = object {
            self.by_object.insert(object, face);
        }
        face.ok_or(Stop::Unusual)
    }

    fn load(&mut self, dict: &Dict<'a>, ids: &mut Fonts) -> Option<usize> {
        let font = self.cache.font(dict, &self.fonts, &self.cmaps)?;
        if !font.is_horizontal() {
            return None;
        }
        let FontGlyph::Outline(outline) = font.glyph(font.map_code(0), 0) else {
            return None;
        };
        let id = if let Some(data) = outline.font_data() {
            ids.of_program(data.cache_key, || told_of(&data))
        } else {
            let name = dict.get::<Name<'_>>(BASE_FONT);
            let name = name.map(|name| name.to_vec()).unwrap_or_default();
            // Of a program of Type 1 nothing but the name tells.
            let told = named(&name);
            let key = Key::Named(name, dict.get_ref(FONT_DESC));
            let add = || ids.add(told, Some(key.clone()));
            *self.named.entry(key.clone()).or_insert_with(add)
        };
        let subtype = dict.get::<Name<'_>>(SUBTYPE);
        self.all.push(Face {
            font,
            id,
            composite: subtype.is_some_and(|name| &*name == TYPE0),
            slots: Vec::new(),
            others: BTreeMap::new(),
            entries: Vec::new(),
        });
        Some(self.all.len() - 1)
    }
}
