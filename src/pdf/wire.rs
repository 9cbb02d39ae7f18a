//! A document as bytes, for the pipe between the process that reads and the one that asked.
//!
//! Written and read page by page, so that neither end holds the bytes beside the document. All
//! numbers are little-endian; places are kept to the bit, so that isolation changes no result.

use super::{
    Lost, PageContent, RawBox, RawDocument, RawFont, RawGlyph, RawPage, RawPicture, RawRun,
};
use std::io::{self, Read, Write};

/// First byte of the stream: the form it has.
const FORM: u8 = 4;
/// Last byte of the stream: what lacks it was cut short.
const END: u8 = 0x7e;
/// Bytes of one page at most: what the limits of a page allow, and some.
const MAX_BLOCK: usize = 64 << 20;
/// Letters of a font's name at most; the rest is left out.
const MAX_NAME: usize = 120;
/// Fonts and pages are counted in the head; more are not believed.
const MAX_COUNT: usize = 1 << 20;

/// Writes a document.
///
/// # Errors
/// Where the stream can't be written to, or a page is larger than any limit allows.
pub fn write(document: &RawDocument, to: &mut dyn Write) -> io::Result<()> {
    let mut block = vec![FORM];
    put_count(&mut block, document.fonts.len())?;
    for font in &document.fonts {
        block.push(match font.bold {
            None => 0,
            Some(false) => 1,
            Some(true) => 2,
        });
        let name = font.name.as_deref().unwrap_or("");
        let name: String = name.chars().take(MAX_NAME).collect();
        put_count(&mut block, name.len())?;
        block.extend_from_slice(name.as_bytes());
    }
    put_count(&mut block, document.pages.len())?;
    to.write_all(&block)?;
    for page in &document.pages {
        block.clear();
        put_page(&mut block, page)?;
        if block.len() > MAX_BLOCK {
            return Err(bad("page"));
        }
        let mut length = Vec::with_capacity(4);
        put_count(&mut length, block.len())?;
        to.write_all(&length)?;
        to.write_all(&block)?;
    }
    to.write_all(&[END])?;
    to.flush()
}

/// Reads a document that [`write()`] wrote; nothing else is taken for one.
///
/// # Errors
/// Where the stream ends too early or holds something else.
pub fn read(from: &mut dyn Read) -> io::Result<RawDocument> {
    let mut byte = [0];
    from.read_exact(&mut byte)?;
    if byte != [FORM] {
        return Err(bad("form"));
    }
    let mut document = RawDocument::default();
    for _ in 0..take_count(from)? {
        from.read_exact(&mut byte)?;
        let bold = match byte {
            [0] => None,
            [1] => Some(false),
            [2] => Some(true),
            _ => return Err(bad("font")),
        };
        let length = take_count(from)?;
        if length > MAX_NAME * 4 {
            return Err(bad("font"));
        }
        let mut name = vec![0; length];
        from.read_exact(&mut name)?;
        let name = String::from_utf8(name).map_err(|_| bad("font"))?;
        let name = (!name.is_empty()).then_some(name);
        document.fonts.push(RawFont { bold, name });
    }
    let mut block = Vec::new();
    for _ in 0..take_count(from)? {
        let mut length = [0; 4];
        from.read_exact(&mut length)?;
        let length = u32::from_le_bytes(length) as usize;
        if length > MAX_BLOCK {
            return Err(bad("page"));
        }
        block.resize(length, 0);
        from.read_exact(&mut block)?;
        let mut cursor = Cursor(&block);
        let page = cursor.page().ok_or_else(|| bad("page"))?;
        if !cursor.0.is_empty() {
            return Err(bad("page"));
        }
        document.pages.push(page);
    }
    from.read_exact(&mut byte)?;
    if byte != [END] {
        return Err(bad("end"));
    }
    Ok(document)
}

fn bad(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what.to_owned())
}

fn put_count(block: &mut Vec<u8>, count: usize) -> io::Result<()> {
    let count = u32::try_from(count).map_err(|_| bad("count"))?;
    block.extend_from_slice(&count.to_le_bytes());
    Ok(())
}

fn take_count(from: &mut dyn Read) -> io::Result<usize> {
    let mut count = [0; 4];
    from.read_exact(&mut count)?;
    let count = u32::from_le_bytes(count) as usize;
    (count <= MAX_COUNT)
        .then_some(count)
        .ok_or_else(|| bad("count"))
}

fn put_floats(block: &mut Vec<u8>, floats: &[f32]) {
    for float in floats {
        block.extend_from_slice(&float.to_le_bytes());
    }
}

/// A byte for the reason, then the limit or the words that some have.
fn put_lost(block: &mut Vec<u8>, lost: Option<&Lost>) -> io::Result<()> {
    let kind = match lost {
        None => 0,
        Some(Lost::Checksum) => 1,
        Some(Lost::Content) => 2,
        Some(Lost::Font) => 3,
        Some(Lost::Letters) => 4,
        Some(Lost::Panic) => 5,
        Some(Lost::Glyphs { .. }) => 6,
        Some(Lost::Operations { .. }) => 7,
        Some(Lost::Told(_)) => 8,
        Some(Lost::Picture) => 9,
        Some(Lost::Cut) => 10,
    };
    block.push(kind);
    match lost {
        Some(Lost::Glyphs { limit } | Lost::Operations { limit }) => {
            block.extend_from_slice(&(*limit as u64).to_le_bytes());
        }
        Some(Lost::Told(words)) => {
            put_count(block, words.len())?;
            block.extend_from_slice(words.as_bytes());
        }
        _ => {}
    }
    Ok(())
}

fn put_page(block: &mut Vec<u8>, page: &RawPage) -> io::Result<()> {
    put_floats(block, &[page.width, page.height, page.pictured]);
    block.extend_from_slice(&page.hidden.to_le_bytes());
    block.push(u8::from(page.has_image));
    block.push(page.turned);
    block.push(match page.content {
        PageContent::Text => 0,
        PageContent::Picture => 1,
        PageContent::Emptied => 2,
        PageContent::Blank => 3,
    });
    put_lost(block, page.lost.as_ref())?;
    put_count(block, page.runs.len())?;
    for run in &page.runs {
        block.extend_from_slice(&run.first.to_le_bytes());
        block.extend_from_slice(&run.count.to_le_bytes());
        put_floats(block, &[run.y, run.size]);
        block.extend_from_slice(&run.font.to_le_bytes());
    }
    put_count(block, page.glyphs.len())?;
    let text: String = page.glyphs.iter().map(|glyph| glyph.ch).collect();
    put_count(block, text.len())?;
    block.extend_from_slice(text.as_bytes());
    block.reserve(page.glyphs.len() * 8);
    for glyph in &page.glyphs {
        let ends = u64::from(glyph.x1.to_bits()) << 32 | u64::from(glyph.x0.to_bits());
        block.extend_from_slice(&ends.to_le_bytes());
    }
    put_count(block, page.boxes.len())?;
    for filled in &page.boxes {
        put_floats(block, &[filled.x0, filled.y0, filled.x1, filled.y1]);
        block.extend_from_slice(&filled.color.to_le_bytes());
    }
    put_count(block, page.pictures.len())?;
    for picture in &page.pictures {
        put_floats(block, &[picture.x0, picture.y0, picture.x1, picture.y1]);
    }
    Ok(())
}

/// What is left of a page's bytes.
struct Cursor<'a>(&'a [u8]);

impl Cursor<'_> {
    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (first, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*first)
    }

    fn u8(&mut self) -> Option<u8> {
        self.array::<1>().map(|[byte]| byte)
    }

    fn u32(&mut self) -> Option<u32> {
        self.array().map(u32::from_le_bytes)
    }

    fn f32(&mut self) -> Option<f32> {
        self.array().map(f32::from_le_bytes)
    }

    /// A count of things of at least `size` bytes, so that no count is believed that can't be true.
    fn count(&mut self, size: usize) -> Option<usize> {
        let count = self.u32()? as usize;
        (count <= self.0.len() / size).then_some(count)
    }

    /// Why a page was lost; `None` for what [`put_lost`] does not write.
    fn lost(&mut self, kind: u8) -> Option<Lost> {
        Some(match kind {
            1 => Lost::Checksum,
            2 => Lost::Content,
            3 => Lost::Font,
            4 => Lost::Letters,
            5 => Lost::Panic,
            6 => Lost::Glyphs {
                limit: self.limit()?,
            },
            7 => Lost::Operations {
                limit: self.limit()?,
            },
            8 => {
                let length = self.count(1)?;
                let (words, rest) = self.0.split_at_checked(length)?;
                self.0 = rest;
                Lost::Told(String::from_utf8_lossy(words).into_owned())
            }
            9 => Lost::Picture,
            10 => Lost::Cut,
            _ => return None,
        })
    }

    fn limit(&mut self) -> Option<usize> {
        let limit = self.array().map(u64::from_le_bytes)?;
        usize::try_from(limit).ok()
    }

    fn sides(&mut self) -> Option<[f32; 4]> {
        Some([self.f32()?, self.f32()?, self.f32()?, self.f32()?])
    }

    fn page(&mut self) -> Option<RawPage> {
        let (width, height, pictured) = (self.f32()?, self.f32()?, self.f32()?);
        let hidden = self.u32()?;
        let has_image = self.u8()? != 0;
        let turned = self.u8()? % 4;
        let content = match self.u8()? {
            0 => PageContent::Text,
            1 => PageContent::Picture,
            2 => PageContent::Emptied,
            3 => PageContent::Blank,
            _ => return None,
        };
        let lost = match self.u8()? {
            0 => None,
            kind => Some(self.lost(kind)?),
        };
        let mut page = RawPage {
            width,
            height,
            has_image,
            lost,
            hidden,
            pictured,
            turned,
            content,
            ..RawPage::default()
        };
        let runs = self.count(18)?;
        page.runs.reserve_exact(runs);
        for _ in 0..runs {
            page.runs.push(RawRun {
                first: self.u32()?,
                count: self.u32()?,
                y: self.f32()?,
                size: self.f32()?,
                font: self.array().map(u16::from_le_bytes)?,
            });
        }
        let glyphs = self.count(9)?;
        let length = self.count(1)?;
        let (text, rest) = self.0.split_at_checked(length)?;
        let (places, rest) = rest.split_at_checked(glyphs.checked_mul(8)?)?;
        self.0 = rest;
        page.glyphs.reserve_exact(glyphs);
        let (places, _) = places.as_chunks::<8>();
        let letters = std::str::from_utf8(text).ok()?.chars();
        page.glyphs.extend(letters.zip(places).map(|(ch, place)| {
            let ends = u64::from_le_bytes(*place);
            let half = |bits: u64| f32::from_bits(u32::try_from(bits & 0xffff_ffff).unwrap_or(0));
            RawGlyph {
                ch,
                x0: half(ends),
                x1: half(ends >> 32),
            }
        }));
        if page.glyphs.len() != glyphs {
            return None;
        }
        let boxes = self.count(20)?;
        page.boxes.reserve_exact(boxes);
        for _ in 0..boxes {
            let [x0, y0, x1, y1] = self.sides()?;
            let color = self.u32()?;
            page.boxes.push(RawBox {
                x0,
                y0,
                x1,
                y1,
                color,
            });
        }
        let places = self.count(16)?;
        page.pictures.reserve_exact(places);
        for _ in 0..places {
            let [x0, y0, x1, y1] = self.sides()?;
            page.pictures.push(RawPicture { x0, y0, x1, y1 });
        }
        Some(page)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> RawDocument {
        let glyph = |ch, x0, x1| RawGlyph { ch, x0, x1 };
        RawDocument {
            fonts: [None, Some(true), Some(false)]
                .map(|bold| RawFont {
                    bold,
                    name: bold.map(|_| "Fjell-Bok".to_owned()),
                })
                .to_vec(),
            pages: vec![
                RawPage {
                    width: 595.0,
                    height: 842.0,
                    runs: vec![RawRun {
                        first: 0,
                        count: 3,
                        y: 0.1,
                        size: 10.5,
                        font: 2,
                    }],
                    glyphs: vec![
                        glyph('a', 0.1, 0.2),
                        glyph('ø', -1.0, f32::MAX),
                        glyph('\u{10ffff}', 0.0, f32::INFINITY),
                    ],
                    boxes: vec![RawBox {
                        x0: 1.0,
                        y0: 2.0,
                        x1: 3.0,
                        y1: 4.0,
                        color: 0x12_34_56,
                    }],
                    has_image: true,
                    pictures: vec![RawPicture {
                        x0: -1.0,
                        y0: 0.5,
                        x1: 600.0,
                        y1: 9.0,
                    }],
                    lost: Some(Lost::Glyphs { limit: 3 }),
                    hidden: 7,
                    pictured: 0.25,
                    turned: 3,
                    content: PageContent::Picture,
                },
                RawPage::default(),
            ],
        }
    }

    fn bytes() -> Vec<u8> {
        let mut bytes = Vec::new();
        write(&sample(), &mut bytes).unwrap();
        bytes
    }

    #[test]
    fn comes_back_to_the_bit() {
        assert_eq!(read(&mut bytes().as_slice()).unwrap(), sample());
    }

    #[test]
    fn every_reason_comes_back() {
        let reasons = [
            Lost::Checksum,
            Lost::Content,
            Lost::Font,
            Lost::Letters,
            Lost::Picture,
            Lost::Cut,
            Lost::Panic,
            Lost::Operations { limit: 9 },
            Lost::Told("øde".to_owned()),
        ];
        for lost in reasons {
            let mut document = sample();
            document.pages[0].lost = Some(lost);
            let mut bytes = Vec::new();
            write(&document, &mut bytes).unwrap();
            assert_eq!(read(&mut bytes.as_slice()).unwrap(), document);
        }
    }

    #[test]
    fn what_was_cut_short_or_changed_is_no_panic() {
        let whole = bytes();
        for end in 0..whole.len() {
            assert!(read(&mut &whole[..end]).is_err(), "{end}");
        }
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] = 0xff;
            let _ = read(&mut changed.as_slice());
        }
    }
}
