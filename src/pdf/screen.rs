//! What is refused before anything is drawn: a few bytes that would keep the interpreter busy for
//! seconds. What slips through meets the limits of the process that reads.

use super::{Limits, PdfError};
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, ObjRef, Object, Stream};
use hayro_interpret::hayro_syntax::page::Resources;
use std::collections::HashSet;

/// Dictionaries opened one within the other, after which hayro gives an object up. It begins anew
/// with the next dictionary inside, so that many of them take it long.
const MAX_NESTING: usize = 512;

/// Bytes looked at together, and the brackets among them that nothing but nesting makes likely.
const BLOCK: usize = 4096;
const SUSPICIOUS: usize = 256;

/// Refuses a file of dictionaries within dictionaries within dictionaries.
pub(super) fn nesting(bytes: &[u8]) -> Result<(), PdfError> {
    // This look costs a real report some microseconds.
    let open =
        |block: &[u8]| -> usize { block.iter().map(|&byte| usize::from(byte == b'<')).sum() };
    if bytes.chunks(BLOCK).all(|block| open(block) < SUSPICIOUS) {
        return Ok(());
    }
    // Only what is opened and not closed by anything counts: no stream of a real file holds that.
    let deepest = bytes.split(|&byte| byte == b'>').map(|piece| {
        let pairs = piece.windows(3);
        pairs
            .filter(|three| matches!(three, [b'<', b'<', after] if *after != b'<'))
            .count()
    });
    if deepest.max().unwrap_or(0) > MAX_NESTING {
        return Err(PdfError::Depth);
    }
    Ok(())
}

/// Refuses a file whose fonts give widths to more characters than the limit: hayro keeps each by
/// itself, and a range of all numbers is written in ten bytes. A list of widths that is damaged, which
/// hayro leaves where it is, tears words apart.
pub(super) fn widths(pdf: &Pdf, limits: &Limits) -> Result<(), PdfError> {
    let mut screen = Screen {
        left: limits.widths,
        refs: HashSet::new(),
        fonts: HashSet::new(),
        waiting: Vec::new(),
        damaged: false,
    };
    for (index, page) in pdf.pages().iter().enumerate() {
        if screen.page(page.resources()).is_none() {
            return Err(PdfError::Widths {
                page: index + 1,
                limit: limits.widths,
            });
        }
    }
    if screen.damaged {
        return Err(PdfError::Broken);
    }
    Ok(())
}

/// What was met so far. Each method gives `None` where the limit is passed.
struct Screen<'a> {
    left: usize,
    /// Fonts, forms and patterns seen, by their reference.
    refs: HashSet<ObjRef>,
    /// Lists of fonts seen, by their place in memory: pages share them.
    fonts: HashSet<*const u8>,
    /// Resources of forms and patterns to be looked into.
    waiting: Vec<Dict<'a>>,
    /// Whether a list of widths does not hold what it should.
    damaged: bool,
}

impl<'a> Screen<'a> {
    fn page(&mut self, resources: &Resources<'a>) -> Option<()> {
        self.within(resources)?;
        while let Some(dict) = self.waiting.pop() {
            self.within(&Resources::new(dict))?;
        }
        Some(())
    }

    fn within(&mut self, resources: &Resources<'a>) -> Option<()> {
        for name in self.new_keys(&resources.fonts) {
            if let Some(font) = resources.get_font(&name) {
                self.font(&font)?;
            }
        }
        for name in self.new_keys(&resources.x_objects) {
            if let Some(form) = resources.get_x_object(&name) {
                self.waiting
                    .extend(form.dict().get::<Dict<'_>>("Resources"));
            }
        }
        for name in self.new_keys(&resources.patterns) {
            if let Some(tile) = resources.patterns.get::<Stream<'_>>(&*name) {
                self.waiting
                    .extend(tile.dict().get::<Dict<'_>>("Resources"));
            }
        }
        Some(())
    }

    /// The names in a dictionary whose object was not met before.
    fn new_keys(&mut self, dict: &Dict<'a>) -> Vec<Name<'a>> {
        if dict.is_empty() || !self.fonts.insert(dict.data().as_ptr()) {
            return Vec::new();
        }
        let keys = dict.keys();
        keys.filter(|name| {
            dict.get_ref(&**name)
                .is_none_or(|object| self.refs.insert(object))
        })
        .collect()
    }

    fn font(&mut self, font: &Dict<'a>) -> Option<()> {
        // A simple font has a place for each code below its first one.
        let first = font.get::<usize>("FirstChar").unwrap_or(0);
        self.left = self.left.checked_sub(first)?;
        let Some(fonts) = font.get::<Array<'_>>("DescendantFonts") else {
            // The fonts that a Type 3 font's glyphs are drawn with.
            self.waiting.extend(font.get::<Dict<'_>>("Resources"));
            return Some(());
        };
        let Some(font) = fonts.iter::<Dict<'_>>().next() else {
            return Some(());
        };
        for (key, upright) in [("W", true), ("W2", false)] {
            if let Some(widths) = font.get::<Array<'_>>(key) {
                self.ranges(&widths, upright)?;
            }
        }
        Some(())
    }

    /// Takes the characters of a `/W` or `/W2` from what is left.
    fn ranges(&mut self, widths: &Array<'a>, upright: bool) -> Option<()> {
        let mut items = widths.flex_iter();
        loop {
            let count = if let Some((_, list)) = items.next::<(u32, Array<'_>)>() {
                // At most one number in two bytes; to count them would be to read them twice.
                list.data().len() / 2
            } else {
                let range = if upright {
                    items.next().map(|(a, b, _): (u32, u32, f32)| (a, b))
                } else {
                    items
                        .next()
                        .map(|(a, b, ..): (u32, u32, f32, f32, f32)| (a, b))
                };
                let Some((first, last)) = range else {
                    self.damaged |= items.next::<Object<'_>>().is_some();
                    return Some(());
                };
                last.saturating_sub(first) as usize + 1
            };
            self.left = self.left.checked_sub(count)?;
        }
    }
}
