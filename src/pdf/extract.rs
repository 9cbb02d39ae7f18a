//! The second reader: `pdf-extract`. For comparison only (`--reader pdf-extract`).
//!
//! It reads some widths and encodings wrongly and panics on some files, so a page that panics is a
//! lost page, and its text is never taken to be better than hayro's.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "places on a page are points, which f32 holds closely enough; no figure passes through here"
)]

use super::{
    Limits, Lost, PdfError, RawBox, RawDocument, RawFont, RawGlyph, RawPage, RawRun, Reader,
};
use pdf_extract::{ColorSpace, Document, MediaBox, OutputDev, OutputError, Path, Transform};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Reads with `pdf-extract`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Extract;

impl Reader for Extract {
    fn read(&self, bytes: &[u8], password: &str, limits: &Limits) -> Result<RawDocument, PdfError> {
        let loaded = catch_unwind(AssertUnwindSafe(|| Document::load_mem(bytes)));
        let Ok(Ok(mut document)) = loaded else {
            return Err(PdfError::Broken);
        };
        if document.is_encrypted() && document.decrypt(password).is_err() {
            return Err(PdfError::Encrypted);
        }
        let numbers: Vec<u32> = document.get_pages().into_keys().collect();
        if numbers.len() > limits.pages {
            return Err(PdfError::Limit {
                what: "pages".to_owned(),
                found: numbers.len() as u64,
                limit: limits.pages as u64,
            });
        }
        let mut raw = RawDocument {
            pages: Vec::new(),
            fonts: vec![RawFont::default()],
        };
        let limits = limits.of_file(bytes.len());
        let mut glyphs = 0;
        for number in numbers {
            let mut collector = Collector {
                page: RawPage::default(),
                limit: limits.glyphs_per_page,
                height: 0.0,
                origin: (0.0, 0.0),
            };
            let drawn = catch_unwind(AssertUnwindSafe(|| {
                pdf_extract::output_doc_page(&document, &mut collector, number)
            }));
            let mut page = collector.page;
            page.lost = match drawn {
                Ok(Ok(())) => page.lost,
                Ok(Err(error)) => Some(Lost::Told(error.to_string())),
                Err(_) => Some(Lost::Panic),
            };
            glyphs += page.glyphs.len();
            raw.pages.push(page);
            if glyphs > limits.glyphs {
                return Err(PdfError::Limit {
                    what: "glyphs".to_owned(),
                    found: glyphs as u64,
                    limit: limits.glyphs as u64,
                });
            }
        }
        Ok(raw)
    }
}

/// Keeps the characters of a page. Rotation, crop box and user unit are not applied by this reader.
struct Collector {
    page: RawPage,
    limit: usize,
    height: f64,
    origin: (f64, f64),
}

impl OutputDev for Collector {
    fn begin_page(
        &mut self,
        _: u32,
        media: &MediaBox,
        _: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.height = media.ury - media.lly;
        self.origin = (media.llx, media.lly);
        self.page.width = (media.urx - media.llx) as f32;
        self.page.height = self.height as f32;
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        placed: &Transform,
        width: f64,
        _: f64,
        font_size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        let count = text.chars().count();
        if self.page.glyphs.len() + count > self.limit {
            self.page.lost = Some(Lost::Glyphs { limit: self.limit });
            return Ok(());
        }
        let (x, y) = (
            placed.m31 - self.origin.0,
            self.height - (placed.m32 - self.origin.1),
        );
        let size = placed.m21.hypot(placed.m22) * font_size;
        let step = width * size / count.max(1) as f64;
        let fresh = self.page.runs.last().is_none_or(|run| {
            let right = self.page.glyphs.last().map_or(f32::MIN, |glyph| glyph.x1);
            (run.y - y as f32).abs() > 0.01
                || (run.size - size as f32).abs() > 0.01
                || (right - x as f32).abs() > 0.01
        });
        if fresh {
            let first = u32::try_from(self.page.glyphs.len()).unwrap_or(u32::MAX);
            self.page.runs.push(RawRun {
                first,
                count: 0,
                y: y as f32,
                size: size as f32,
                font: 0,
            });
        }
        for (index, ch) in text.chars().enumerate() {
            let x0 = x + step * index as f64;
            self.page.glyphs.push(RawGlyph {
                ch,
                x0: x0 as f32,
                x1: (x0 + step) as f32,
            });
        }
        if let Some(run) = self.page.runs.last_mut() {
            run.count += u32::try_from(count).unwrap_or(0);
        }
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn fill(
        &mut self,
        ctm: &Transform,
        _: &ColorSpace,
        _: &[f64],
        path: &Path,
    ) -> Result<(), OutputError> {
        use pdf_extract::PathOp;
        let mut corners = path.ops.iter().flat_map(|op| match *op {
            PathOp::MoveTo(x, y) | PathOp::LineTo(x, y) => vec![(x, y)],
            PathOp::Rect(x, y, width, height) => vec![(x, y), (x + width, y + height)],
            PathOp::CurveTo(..) | PathOp::Close => Vec::new(),
        });
        let place = |(x, y): (f64, f64)| {
            let (x, y) = (
                x * ctm.m11 + y * ctm.m21 + ctm.m31,
                x * ctm.m12 + y * ctm.m22 + ctm.m32,
            );
            (
                (x - self.origin.0) as f32,
                (self.height - (y - self.origin.1)) as f32,
            )
        };
        let Some(first) = corners.next().map(place) else {
            return Ok(());
        };
        let mut filled = RawBox {
            x0: first.0,
            y0: first.1,
            x1: first.0,
            y1: first.1,
            color: 0,
        };
        for (x, y) in corners.map(place) {
            filled = RawBox {
                x0: filled.x0.min(x),
                y0: filled.y0.min(y),
                x1: filled.x1.max(x),
                y1: filled.y1.max(y),
                color: 0,
            };
        }
        if filled.x1 - filled.x0 >= 1.0
            && filled.y1 - filled.y0 >= 1.0
            && self.page.boxes.len() < 5_000
        {
            self.page.boxes.push(filled);
        }
        Ok(())
    }
}
