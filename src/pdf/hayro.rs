//! The default reader, on hayro's crates. Most pages are read the quick way; one that has something
//! rare is drawn by `hayro-interpret` on a device of ours that keeps glyphs and boxes.
//!
//! hayro gives for each glyph its transform, its advance, its Unicode and its font. Words, spaces and
//! lines are not its business.

#![expect(
    clippy::cast_possible_truncation,
    reason = "places on a page are points, which f32 holds closely enough; no figure passes through here"
)]

use super::appendix::without_lists;
use super::canvas::{self, BAR_ELEMENTS, Canvas, Full, Tally, right_edge};
use super::content_stream::{Quick, Stop};
use super::crop::{Cut, cut};
use super::doubt::doubt;
use super::fonts::{Fonts, characters};
use super::integrity::Integrity;
use super::painted::{ink, stroked};
use super::seen::{Look, Sheer, Window};
use super::sums::{Sums, over};
use super::view::{self, View};
use super::{
    Limits, Lost, PageContent, PdfError, RawDocument, RawPage, Reader, content, screen, specks,
    upright,
};
use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_syntax::object::Dict;
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, InterpreterWarning, RenderContent, SoftMask,
    interpret_page,
};
use kurbo::{Affine, BezPath, Rect, Shape};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Pages that one thread reads at a time; a report of no more is read on one.
#[cfg(feature = "cli")]
const STRETCH: usize = 256;

/// Stack of a thread that reads, bytes. What is not used takes no memory.
pub const STACK: usize = 64 << 20;

/// Reads with hayro's crates.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hayro {
    /// Draws every page, as only rare ones are otherwise: slower, and to the same result.
    pub draw_all: bool,
}

impl Reader for Hayro {
    fn read(&self, bytes: &[u8], password: &str, limits: &Limits) -> Result<RawDocument, PdfError> {
        let limits = &limits.of_file(bytes.len());
        screen::nesting(bytes)?;
        let pdf = open(bytes, password)?;
        let pages = without_lists(pdf.pages());
        if pages.len() > limits.pages {
            return Err(over("pages", pages.len(), limits.pages));
        }
        screen::widths(&pdf, limits)?;
        // Which layers are seen, only the drawing tells.
        let draw_all = self.draw_all || pdf.xref().has_optional_content_groups();
        let sums = Sums::default();
        let whole = Stretch {
            pdf: &pdf,
            limits,
            draw_all,
            first: 0,
            sums: &sums,
        };
        let mut part = if let Some(part) = whole.spread(pages) {
            part?
        } else {
            let sums = Sums::default();
            Stretch {
                sums: &sums,
                ..whole
            }
            .read(pages)?
        };
        let damaged = part.integrity.damaged()?.into_iter();
        let damaged = damaged.map(|index| (index, Lost::Checksum));
        let cut = cut(&part.cuts).into_iter().map(|index| (index, Lost::Cut));
        for (index, why) in cut.chain(damaged) {
            if let Some(page) = part.pages.get_mut(index) {
                distrust(page, why);
            }
        }
        for run in part.pages.iter_mut().flat_map(|page| &mut page.runs) {
            run.font = part.fonts.settled(run.font);
        }
        content::settle(&mut part.pages);
        Ok(RawDocument {
            pages: part.pages,
            fonts: part.fonts.infos,
        })
    }
}

/// Opens a file for the family of crates that reads and draws it.
pub(super) fn open(bytes: &[u8], password: &str) -> Result<Pdf, PdfError> {
    Pdf::new_with_password(bytes.to_vec(), password).map_err(|error| match error {
        LoadPdfError::Decryption(_) => PdfError::Encrypted,
        LoadPdfError::Invalid => PdfError::Broken,
    })
}

/// Pages that are read one after the other.
struct Stretch<'r, 'a> {
    pdf: &'a Pdf,
    limits: &'r Limits,
    draw_all: bool,
    /// The first of them, from 0.
    first: usize,
    /// What all pages came to so far.
    sums: &'r Sums,
}

/// What was read of some pages.
#[derive(Default)]
struct Part {
    pages: Vec<RawPage>,
    /// Of each page, what its crop box leaves.
    cuts: Vec<Cut>,
    fonts: Fonts,
    integrity: Integrity,
}

impl<'a> Stretch<'_, 'a> {
    fn read(&self, pages: &'a [Page<'a>]) -> Result<Part, PdfError> {
        let mut reading = Reading {
            pdf: self.pdf,
            limits: self.limits,
            draw_all: self.draw_all,
            quick: Quick::new(),
            cache: InterpreterCache::new(),
            fonts: Fonts::default(),
        };
        let mut part = Part::default();
        for (index, page) in (self.first..).zip(pages) {
            // A page that makes the reader fail is a lost page, and the others are still read.
            let mut raw = RawPage::default();
            let mut unpacked = 0;
            let mut cut = Cut::default();
            let read = catch_unwind(AssertUnwindSafe(|| {
                let stream = content::unpacked(page);
                let known = stream.as_deref().unwrap_or_default();
                unpacked = known.len();
                cut = reading.page(page, known, &mut raw);
                if let Some(gone) = part.integrity.page(index, page, stream.as_deref()) {
                    distrust(&mut raw, gone);
                }
            }));
            if read.is_err() && raw.lost.is_none() {
                raw.lost = Some(Lost::Panic);
            }
            self.sums.add(unpacked, &raw, self.limits)?;
            raw.shrink();
            part.pages.push(raw);
            part.cuts.push(cut);
        }
        part.fonts = reading.fonts;
        Ok(part)
    }

    /// Reads the pages of a long file on several threads, to the same result. `None` for a file that
    /// is to be read on one: it is short, or some of its fonts are told apart only by reading on.
    #[cfg(feature = "cli")]
    fn spread(&self, pages: &'a [Page<'a>]) -> Option<Result<Part, PdfError>> {
        use rayon::prelude::*;
        if self.limits.threads < 2 || pages.len() <= STRETCH {
            return None;
        }
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(self.limits.threads)
            .stack_size(STACK)
            .build()
            .ok()?;
        let read = |(number, pages): (usize, &'a [Page<'a>])| {
            let first = self.first + number * STRETCH;
            Stretch { first, ..*self }.read(pages)
        };
        let parts: Vec<Result<Part, PdfError>> = pool.install(|| {
            let stretches = pages.par_chunks(STRETCH).enumerate();
            stretches.map(read).collect()
        });
        let mut whole = Part::default();
        for part in parts {
            let mut part = match part {
                Ok(part) => part,
                Err(error) => return Some(Err(error)),
            };
            let ids = whole.fonts.follow(&part.fonts)?;
            for run in part.pages.iter_mut().flat_map(|page| &mut page.runs) {
                run.font = ids.get(usize::from(run.font)).copied().unwrap_or(run.font);
            }
            whole.pages.append(&mut part.pages);
            whole.cuts.append(&mut part.cuts);
            whole.integrity.follow(part.integrity);
        }
        Some(Ok(whole))
    }

    /// Without the program's features there are no threads to read on.
    #[cfg(not(feature = "cli"))]
    #[expect(clippy::unused_self, reason = "as with threads")]
    fn spread(&self, _: &'a [Page<'a>]) -> Option<Result<Part, PdfError>> {
        None
    }
}

/// Gives a page up whose letters and figures may be ones that nobody wrote.
fn distrust(page: &mut RawPage, why: Lost) {
    (page.runs, page.glyphs, page.boxes, page.pictures) = Default::default();
    page.content = PageContent::Text;
    page.lost = Some(why);
}

/// What the pages of a document are read with.
struct Reading<'r, 'a> {
    pdf: &'a Pdf,
    limits: &'r Limits,
    draw_all: bool,
    quick: Quick<'a>,
    cache: InterpreterCache<'a>,
    fonts: Fonts,
}

impl<'a> Reading<'_, 'a> {
    fn page(&mut self, page: &'a Page<'a>, stream: &[u8], raw: &mut RawPage) -> Cut {
        let shown = View::shown(page);
        let mut tally = self.view(page, stream, shown, raw);
        if raw.lost.is_none()
            && let Some(quarters) = view::turn(tally.directions)
        {
            tally = self.view(page, stream, shown.turned(quarters), raw);
        } else if raw.lost.is_none()
            && let Some(quarters) = upright::across(raw, tally.directions)
        {
            let mut turned = RawPage::default();
            self.view(page, stream, shown.turned(quarters), &mut turned);
            let glyphs = raw.glyphs.len() + turned.glyphs.len();
            if turned.lost.is_none() && glyphs <= self.limits.glyphs_per_page {
                upright::lay_down(raw, &turned, quarters);
            }
        }
        if let Some(why) = doubt(raw) {
            distrust(raw, why);
        }
        if raw.lost.is_none() {
            raw.content = content::of(page, raw, tally.shapes);
        }
        tally.cut
    }

    /// Reads a page in a view of it.
    fn view(&mut self, page: &'a Page<'a>, stream: &[u8], view: View, raw: &mut RawPage) -> Tally {
        *raw = view.empty();
        if !self.draw_all {
            let mut canvas = Canvas::new(raw, self.limits, view.sheet());
            let place = (view.transform, &mut canvas);
            let quick = self.quick.read(page, stream, place, &mut self.fonts);
            let tally = canvas.finish();
            match quick {
                Ok(()) => return tally,
                Err(Stop::Full(full)) => {
                    raw.lost = Some(full.0);
                    return tally;
                }
                Err(Stop::Unusual) => *raw = view.empty(),
            }
        }
        self.draw(page, view, raw)
    }

    fn draw(&mut self, page: &'a Page<'a>, view: View, raw: &mut RawPage) -> Tally {
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
        let xref = self.pdf.xref();
        let mut context = Context::new(view.transform, view.area(), &self.cache, xref, settings);
        let mut device = Collector {
            canvas: Canvas::new(raw, self.limits, view.sheet()),
            fonts: &mut self.fonts,
            windows: Vec::new(),
        };
        interpret_page(page, &mut context, &mut device);
        let tally = device.canvas.finish();
        specks::take_out(raw);
        if strange.load(Ordering::Relaxed) {
            distrust(raw, Lost::Font);
        }
        tally
    }
}

/// The device: keeps what is drawn.
struct Collector<'f> {
    canvas: Canvas<'f>,
    fonts: &'f mut Fonts,
    /// What the page was seen through before each clip and each group that is open.
    windows: Vec<Window>,
}

impl Collector<'_> {
    /// Ends the page for a limit that it met. The interpreter asks no device whether to go on, so
    /// that it is left the way a panic leaves it, though nothing is printed.
    fn lose(&mut self, full: Full) -> ! {
        self.canvas.page.lost = Some(full.0);
        resume_unwind(Box::new(()))
    }

    /// Ends a clip or a group: they are open one inside the other.
    fn pop(&mut self) {
        if let Some(window) = self.windows.pop() {
            self.canvas.window = window;
        }
    }

    /// What is drawn next may be seen through; gives how it was before.
    fn mix(&mut self, mode: BlendMode, masked: bool) -> Sheer {
        let sheer = &mut self.canvas.window.sheer;
        let before = *sheer;
        sheer.mixed |= mode != BlendMode::Normal;
        sheer.masked |= masked;
        before
    }

    fn count(&mut self) {
        if let Err(full) = self.canvas.count() {
            self.lose(full);
        }
    }
}

impl<'a> Device<'a> for Collector<'_> {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.count();
        if !matches!(mode, DrawMode::Invisible) {
            let before = self.mix(props.blend_mode, props.soft_mask.is_some());
            let paint = || Some(ink(&props.paint));
            self.canvas
                .push_path(path, stroked(mode), props.transform, paint);
            self.canvas.window.sheer = before;
        }
    }

    fn draw_rect(&mut self, rect: &Rect, props: DrawProps<'a>, mode: &DrawMode) {
        self.count();
        if !matches!(mode, DrawMode::Invisible) {
            let before = self.mix(props.blend_mode, props.soft_mask.is_some());
            let ink = Some(ink(&props.paint));
            self.canvas
                .push_rect(*rect, stroked(mode), props.transform, ink);
            self.canvas.window.sheer = before;
        }
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        self.count();
        let glyphs = run.glyphs();
        let Some(first) = glyphs.first() else { return };
        let placed = props.transform * first.transform();
        let drawn = !matches!(mode, DrawMode::Invisible);
        let look = Look {
            inks: [drawn.then(|| ink(&props.paint)), None],
            only_stroked: matches!(mode, DrawMode::Stroke(_)),
            own: matches!(&**first, Glyph::Type3(_)),
        };
        let start = match self.canvas.begin_run(placed, glyphs.len(), look) {
            Ok(Some(start)) => start,
            Ok(None) => return,
            Err(full) => self.lose(full),
        };
        let table = self.fonts.of_run(run);
        let before = self.canvas.before(start);
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
            let x1 = right_edge(x0, advance, start.em, next);
            self.canvas
                .push_glyph(start, &letters, x0 as f32, x1 as f32);
        }
        let font = self.fonts.id(table).unwrap_or_else(|| self.fonts.type3());
        let font = match before {
            Some(last) => {
                let before = self.fonts.settled(last.font);
                self.fonts.join(before, font);
                self.fonts.settled(font)
            }
            None => font,
        };
        self.canvas.end_run(start, font);
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.count();
        // Its own units are its dots, the first row on top.
        let (width, height) = (f64::from(image.width()), f64::from(image.height()));
        let dots = Affine::scale_non_uniform(width, height);
        let (stream, stencil) = match &image {
            Image::Stencil(image) => (image.stream(), true),
            Image::Raster(image) => (image.stream(), false),
        };
        let before = self.mix(props.blend_mode, stencil || props.soft_mask.is_some());
        self.canvas
            .push_picture(stream.dict(), props.transform * dots);
        self.canvas.window.sheer = before;
    }

    // Every form is clipped to its box, also one that shows nothing but other forms.
    fn push_clip_path(&mut self, clip: &ClipPath) {
        let bounds = if clip.path.elements().len() <= BAR_ELEMENTS {
            clip.path.bounding_box()
        } else {
            clip.path.control_box()
        };
        self.push_clip_rect(&bounds);
        self.canvas.window.sheer.within |= !canvas::is_box(&clip.path);
    }

    fn push_clip_rect(&mut self, bounds: &Rect) {
        self.count();
        self.windows.push(self.canvas.window);
        self.canvas.window.clip_to(*bounds);
    }

    fn push_transparency_group(
        &mut self,
        opacity: f32,
        mask: Option<SoftMask<'a>>,
        mode: BlendMode,
    ) {
        self.count();
        self.windows.push(self.canvas.window);
        self.canvas.window.opacity *= opacity;
        self.mix(mode, mask.is_some());
    }

    fn begin_marked_content(&mut self, _: &[u8], properties: Option<&Dict<'_>>) {
        self.canvas.begin_marked(properties);
    }

    fn end_marked_content(&mut self) {
        self.canvas.end_marked();
    }

    fn pop_clip(&mut self) {
        self.pop();
    }

    fn pop_transparency_group(&mut self) {
        self.pop();
    }
}
