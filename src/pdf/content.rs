//! What a page says: text, or why there is none of it.

use super::model::PageContent;
use super::{Lost, RawPage};
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Stream};
use hayro_interpret::hayro_syntax::page::{Page, Resources};
use std::borrow::Cow;

/// A picture that covers this share of a page without text is what the page shows; a smaller one is
/// a logo.
const LARGE: f32 = 1.0 / 3.0;

/// A picture that covers this share of a page may be the page itself, scanned.
const MOST: f32 = 0.6;

/// This share of a page's height, at its top and its bottom, and of its width at its sides, is margin:
/// a running line or a stamp stands there.
const MARGIN: f32 = 0.1;

/// A layer of recognised text has at least so many letters that nobody sees, and at most a tenth as
/// many that are seen.
const LAYER: u32 = 20;

/// Shapes with more corners than a bar that a page without text may have for its looks; letters that
/// were drawn as outlines are more.
const SHAPES: usize = 40;

/// A page's content, unpacked, its streams one after the other; `None` where it has none or it can't be
/// unpacked. Asked for it, hayro keeps that of each page until the file is read.
pub(super) fn unpacked(page: &Page<'_>) -> Option<Vec<u8>> {
    let dict = page.raw();
    if let Some(stream) = dict.get::<Stream<'_>>("Contents") {
        return stream.decoded_data().ok().map(Cow::into_owned);
    }
    let mut whole = Vec::new();
    for part in dict.get::<Array<'_>>("Contents")?.iter::<Stream<'_>>() {
        if let Ok(data) = part.decoded_data() {
            whole.extend_from_slice(&data);
            // What ends in one stream does not go on in the next.
            whole.push(b' ');
        }
    }
    Some(whole)
}

/// What a page says that was read.
pub(super) fn of(page: &Page<'_>, raw: &RawPage, shapes: usize) -> PageContent {
    let mut visible: u32 = 0;
    let mut inside = false;
    for run in &raw.runs {
        for glyph in run.of(&raw.glyphs) {
            if !glyph.ch.is_whitespace() {
                visible = visible.saturating_add(1);
                inside |= !in_margin(raw, f32::midpoint(glyph.x0, glyph.x1), run.y);
            }
        }
    }
    let layer = raw.hidden >= LAYER && visible <= raw.hidden / 10;
    if raw.pictured >= MOST && (layer || !inside) {
        PageContent::Picture
    } else if visible > 0 {
        PageContent::Text
    } else if raw.pictured >= LARGE || shapes > SHAPES {
        PageContent::Picture
    } else if names_fonts(page.resources()) {
        PageContent::Emptied
    } else {
        PageContent::Blank
    }
}

fn in_margin(page: &RawPage, x: f32, y: f32) -> bool {
    let near = |place: f32, side: f32| place < MARGIN * side || place > (1.0 - MARGIN) * side;
    near(y, page.height) || near(x, page.width)
}

/// Whether resources name a font, or a form that does.
fn names_fonts(resources: &Resources<'_>) -> bool {
    let forms = &resources.x_objects;
    !resources.fonts.is_empty()
        || forms.keys().any(|name| {
            let Some(form) = forms.get::<Stream<'_>>(&*name) else {
                return false;
            };
            let dict = form.dict();
            dict.get::<Name<'_>>("Subtype")
                .is_some_and(|name| &*name == b"Form")
                && dict
                    .get::<Dict<'_>>("Resources")
                    .and_then(|own| own.get::<Dict<'_>>("Font"))
                    .is_some_and(|fonts| !fonts.is_empty())
        })
}

/// Judges the pages of a file together: a picture behind the text of most pages is their paper, and a
/// page with little text on it is no picture for that. The others are lost.
pub(super) fn settle(pages: &mut [RawPage]) {
    let on_paper = |page: &&RawPage| page.content == PageContent::Text && page.pictured >= MOST;
    let paper = pages.iter().filter(on_paper).count() * 2 > pages.len();
    for page in pages {
        if page.content != PageContent::Picture || page.lost.is_some() {
            continue;
        }
        if paper && page.hidden < LAYER && !page.glyphs.is_empty() {
            page.content = PageContent::Text;
        } else {
            page.lost = Some(Lost::Picture);
        }
    }
}

impl RawPage {
    /// The places of so many pictures are kept: a page that is made of more is no text with a picture
    /// in it.
    pub const PICTURES: usize = 50;

    /// Gives back the room that no more glyphs will need: it waits until the last page is read.
    pub(super) fn shrink(&mut self) {
        self.runs.shrink_to_fit();
        self.glyphs.shrink_to_fit();
        self.boxes.shrink_to_fit();
        self.pictures.shrink_to_fit();
    }

    /// Whether the page is a scan with a layer of recognised text that nobody sees.
    pub fn is_recognised(&self) -> bool {
        self.content == PageContent::Picture && self.hidden >= LAYER
    }
}
