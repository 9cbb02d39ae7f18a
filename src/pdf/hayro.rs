//! The default reader: `hayro-interpret` draws each page on a device of ours that keeps glyphs and boxes.
//!
//! hayro gives for each glyph its transform, its advance, its Unicode and its font. Words, spaces and
//! lines are not its business.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "places on a page are points, which f32 holds closely enough; no figure passes through here"
)]

use super::fonts::{Fonts, characters};
use super::integrity::Integrity;
use super::{Limits, PdfError, RawBox, RawDocument, RawGlyph, RawPage, RawRun, Reader, screen};
use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use hayro_interpret::util::TransformExt;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, InterpreterWarning, Paint, RenderContent, SoftMask,
    interpret_page,
};
use kurbo::{Affine, BezPath, Point, Rect, Shape};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Glyph space units to the em: hayro scales every font to 1000.
const UNITS_PER_EM: f64 = 1000.0;

/// How far a baseline may tilt (as a slope) and still be read as a line of text.
const MAX_SLOPE: f64 = 0.02;

/// Unknown letters that a page may have beside a tenth of all: signs of a list, or of a picture.
const MAX_UNKNOWN: usize = 20;

/// Reads with `hayro-interpret`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hayro;

impl Reader for Hayro {
    fn read(&self, bytes: &[u8], password: &str, limits: &Limits) -> Result<RawDocument, PdfError> {
        screen::nesting(bytes)?;
        let pdf =
            Pdf::new_with_password(bytes.to_vec(), password).map_err(|error| match error {
                LoadPdfError::Decryption(_) => PdfError::Encrypted,
                LoadPdfError::Invalid => PdfError::Broken,
            })?;
        let pages = pdf.pages();
        if pages.len() > limits.pages {
            return Err(over("pages", pages.len(), limits.pages));
        }
        screen::widths(&pdf, limits)?;
        let cache = InterpreterCache::new();
        let mut fonts = Fonts::default();
        let mut document = RawDocument::default();
        let mut glyphs = 0;
        let mut integrity = Integrity::default();
        for (index, page) in pages.iter().enumerate() {
            // A page that makes the reader fail is a lost page, and the others are still read.
            let mut raw = RawPage::default();
            let read = catch_unwind(AssertUnwindSafe(|| {
                read_page(page, &pdf, &cache, &mut fonts, limits, &mut raw);
                if let Some(gone) = integrity.page(index, page) {
                    distrust(&mut raw, gone);
                }
            }));
            if read.is_err() && raw.lost.is_none() {
                raw.lost = Some("panic".to_owned());
            }
            glyphs += raw.glyphs.len();
            if glyphs > limits.glyphs {
                return Err(over("glyphs", glyphs, limits.glyphs));
            }
            document.pages.push(raw);
        }
        for index in integrity.damaged()? {
            if let Some(page) = document.pages.get_mut(index) {
                distrust(page, "checksum");
            }
        }
        for run in document.pages.iter_mut().flat_map(|page| &mut page.runs) {
            run.font = fonts.settled(run.font);
        }
        document.fonts = fonts.infos;
        Ok(document)
    }
}

fn over(what: &str, found: usize, limit: usize) -> PdfError {
    PdfError::Limit {
        what: what.to_owned(),
        found: found as u64,
        limit: limit as u64,
    }
}

/// Gives a page up whose letters and figures may be ones that nobody wrote.
fn distrust(page: &mut RawPage, why: &str) {
    (page.runs, page.glyphs, page.boxes) = Default::default();
    page.lost = Some(why.to_owned());
}

fn read_page<'a>(
    page: &'a Page<'a>,
    pdf: &'a Pdf,
    cache: &InterpreterCache<'a>,
    fonts: &mut Fonts,
    limits: &Limits,
    raw: &mut RawPage,
) {
    let unit = page
        .raw()
        .get::<f32>(b"UserUnit".as_slice())
        .filter(|u| u.is_finite() && *u > 0.0)
        .unwrap_or(1.0);
    let (width, height) = page.render_dimensions();
    let transform = Affine::scale(f64::from(unit)) * page.initial_transform(true).to_kurbo();
    let (width, height) = (width * unit, height * unit);
    let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    // In place of a font that can't be loaded hayro takes another one, with other letters.
    let strange = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&strange);
    let settings = InterpreterSettings {
        render_content: RenderContent::PAGE,
        warning_sink: Arc::new(move |warning| {
            let font = matches!(warning, InterpreterWarning::UnsupportedFont);
            seen.fetch_or(font, Ordering::Relaxed);
        }),
        ..InterpreterSettings::default()
    };
    let mut context = Context::new(transform, area, cache, pdf.xref(), settings);
    (raw.width, raw.height) = (width, height);
    let mut device = Collector {
        page: raw,
        fonts,
        limits,
        operations: 0,
        last_fill: None,
    };
    interpret_page(page, &mut context, &mut device);
    let unknown = raw.glyphs.iter();
    let unknown = unknown.filter(|glyph| glyph.ch == char::REPLACEMENT_CHARACTER);
    if strange.load(Ordering::Relaxed) {
        distrust(raw, "font");
    } else if unknown.count() > MAX_UNKNOWN.max(raw.glyphs.len() / 10) {
        distrust(raw, "letters");
    }
}

/// The device: keeps what is drawn.
struct Collector<'f> {
    page: &'f mut RawPage,
    fonts: &'f mut Fonts,
    limits: &'f Limits,
    operations: usize,
    /// Origin and length of the last filled run: "fill and stroke" draws each run twice.
    last_fill: Option<(Point, usize)>,
}

impl Collector<'_> {
    /// Ends the page for a limit that it met. The interpreter asks no device whether to go on, so
    /// that it is left the way a panic leaves it, though nothing is printed.
    fn lose(&mut self, what: &str, limit: usize) -> ! {
        self.page.lost = Some(format!("{what} > {limit}"));
        resume_unwind(Box::new(()))
    }

    fn count(&mut self) {
        self.operations += 1;
        if self.operations > self.limits.operations_per_page {
            self.lose("operations", self.limits.operations_per_page);
        }
    }

    /// Whether a run that begins at a place goes on a line of type of its own size.
    fn follows(&self, last: RawRun, x: f32, y: f32, size: f32) -> bool {
        let right = self
            .page
            .glyphs
            .get(((last.first + last.count) as usize).wrapping_sub(1))
            .map_or(f32::MAX, |glyph| glyph.x1);
        last.count > 0
            && (last.y - y).abs() < 0.1
            && (last.size - size).abs() < 0.1
            && (x - right).abs() < 0.6 * size
    }

    fn push_glyph(&mut self, text: &[char], x0: f32, x1: f32) {
        match text {
            [] => self.page.glyphs.push(RawGlyph {
                ch: char::REPLACEMENT_CHARACTER,
                x0,
                x1,
            }),
            [ch] => self.page.glyphs.push(RawGlyph { ch: *ch, x0, x1 }),
            letters => {
                // A ligature: its letters share its width.
                let step = (x1 - x0) / letters.len() as f32;
                for (index, ch) in letters.iter().enumerate() {
                    let left = x0 + step * index as f32;
                    self.page.glyphs.push(RawGlyph {
                        ch: *ch,
                        x0: left,
                        x1: left + step,
                    });
                }
            }
        }
    }

    fn box_of(&mut self, bounds: Rect, props: &DrawProps<'_>, mode: &DrawMode) {
        // A bar is a filled box, or a straight line as thick as a bar.
        let bounds = match mode {
            DrawMode::Fill(_) | DrawMode::FillAndStroke(..) => bounds,
            DrawMode::Stroke(stroke) if bounds.width() < 0.01 || bounds.height() < 0.01 => {
                let half = f64::from(stroke.line_width) / 2.0;
                let (dx, dy) = if bounds.width() < bounds.height() {
                    (half, 0.0)
                } else {
                    (0.0, half)
                };
                bounds.inflate(dx, dy)
            }
            DrawMode::Stroke(_) | DrawMode::Invisible => return,
        };
        let Paint::Color(color) = &props.paint else {
            return;
        };
        let [red, green, blue, alpha] = color.to_rgba().to_rgba8();
        let bounds = props.transform.transform_rect_bbox(bounds);
        let white = red > 250 && green > 250 && blue > 250;
        if alpha < 16 || white || bounds.width() < 1.0 || bounds.height() < 1.0 {
            return;
        }
        if self.page.boxes.len() >= self.limits.boxes_per_page {
            // Boxes only help to tell a chart's direction; further ones are not needed for that.
            return;
        }
        self.page.boxes.push(RawBox {
            x0: bounds.x0 as f32,
            y0: bounds.y0 as f32,
            x1: bounds.x1 as f32,
            y1: bounds.y1 as f32,
            color: u32::from(red) << 16 | u32::from(green) << 8 | u32::from(blue),
        });
    }
}

impl<'a> Device<'a> for Collector<'_> {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.count();
        // Bars are drawn with few elements; a pie or a letter drawn as a path has more.
        if path.elements().len() <= 12 {
            self.box_of(path.bounding_box(), &props, mode);
        }
    }

    fn draw_rect(&mut self, rect: &Rect, props: DrawProps<'a>, mode: &DrawMode) {
        self.count();
        self.box_of(*rect, &props, mode);
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        self.count();
        let glyphs = run.glyphs();
        let Some(first) = glyphs.first() else { return };
        if self.page.glyphs.len() + glyphs.len() > self.limits.glyphs_per_page {
            self.lose("glyphs", self.limits.glyphs_per_page);
        }
        let placed = props.transform * first.transform();
        let [ax, ay, cx, cy, x, y] = placed.as_coeffs();
        let origin = Point::new(x, y);
        if matches!(mode, DrawMode::Stroke(_)) && self.last_fill == Some((origin, glyphs.len())) {
            return;
        }
        self.last_fill = Some((origin, glyphs.len()));
        let level = ax > 0.0
            && (ay / ax).abs() < MAX_SLOPE
            && ax.is_finite()
            && y.is_finite()
            && x.is_finite();
        if !level {
            return;
        }
        let em = cx.hypot(cy) * UNITS_PER_EM;
        let start = self.page.glyphs.len();
        let table = self.fonts.of_run(run);
        let mut letters: Vec<char> = Vec::new();
        for (index, glyph) in glyphs.iter().enumerate() {
            let x0 = (props.transform * glyph.transform()).as_coeffs()[4];
            let next = glyphs
                .get(index + 1)
                .map(|next| (props.transform * next.transform()).as_coeffs()[4]);
            letters.clear();
            let advance = match &**glyph {
                Glyph::Outline(outline) => table
                    .and_then(|table| self.fonts.entry(table, outline))
                    .and_then(|entry| {
                        letters.extend_from_slice(&entry.text);
                        entry.advance
                    }),
                Glyph::Type3(type3) => {
                    letters.extend(characters(type3.as_unicode()));
                    type3.advance_width()
                }
            };
            let by_advance = advance.map(|width| x0 + f64::from(width) / UNITS_PER_EM * em);
            let x1 = match (by_advance, next) {
                (Some(right), Some(next)) if next >= x0 => right.min(next),
                (Some(right), _) => right,
                (None, Some(next)) if next > x0 => next.min(x0 + em),
                (None, _) => x0 + em / 2.0,
            };
            self.push_glyph(&letters, x0 as f32, x1 as f32);
        }
        let font = self.fonts.id(table).unwrap_or_else(|| self.fonts.type3());
        let font = match self.page.runs.last() {
            Some(last) if self.follows(*last, x as f32, y as f32, em as f32) => {
                let before = self.fonts.settled(last.font);
                self.fonts.join(before, font);
                self.fonts.settled(font)
            }
            _ => font,
        };
        self.page.runs.push(RawRun {
            first: u32::try_from(start).unwrap_or(u32::MAX),
            count: u32::try_from(self.page.glyphs.len() - start).unwrap_or(0),
            y: y as f32,
            size: em as f32,
            font,
        });
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.count();
        self.page.has_image = true;
    }

    // Every form is clipped to its box, also one that shows nothing but other forms.
    fn push_clip_path(&mut self, _: &ClipPath) {
        self.count();
    }

    fn push_clip_rect(&mut self, _: &Rect) {
        self.count();
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.count();
    }

    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
