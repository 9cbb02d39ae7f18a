//! The operators that place and show text.

#![expect(
    clippy::cast_possible_truncation,
    reason = "places on a page are points, which f32 holds closely enough; no figure passes through here"
)]

use super::super::canvas::right_edge;
use super::super::seen::Look;
use super::run::Run;
use super::state::{Color, Paint, State};
use super::stop::Stop;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::Object;
use kurbo::{Affine, Point};

impl Run<'_, '_, '_> {
    /// Does what an operator says of text; `false` for an operator that says nothing of it.
    pub(super) fn text(&mut self, operation: &TypedInstruction<'_, '_>) -> Result<bool, Stop> {
        use TypedInstruction as Op;
        let text = &mut self.state.text;
        match operation {
            Op::BeginText(_) => (text.matrix, text.line) = (Affine::IDENTITY, Affine::IDENTITY),
            Op::EndText(_) => {}
            Op::SetTextMatrix(m) => {
                let parts = [m.0, m.1, m.2, m.3, m.4, m.5].map(|part| part.as_f64());
                text.line = Affine::new(parts);
                text.matrix = text.line;
            }
            Op::ShowText(shown) => self.show(shown.0.as_bytes())?,
            Op::ShowTexts(shown) => {
                for item in shown.0.iter::<Object<'_>>() {
                    match item {
                        Object::Number(number) => self.adjust(number.as_f32()),
                        Object::String(bytes) => self.append(bytes.as_bytes())?,
                        _ => {}
                    }
                }
                self.end()?;
            }
            Op::NextLine(to) => text.next_line(to.0.as_f64(), to.1.as_f64()),
            Op::NextLineAndSetLeading(to) => {
                text.leading = -to.1.as_f32();
                text.next_line(to.0.as_f64(), to.1.as_f64());
            }
            Op::NextLineUsingLeading(_) => text.next_line(0.0, f64::from(-text.leading)),
            Op::NextLineAndShowText(shown) => {
                text.next_line(0.0, f64::from(-text.leading));
                self.show(shown.0.as_bytes())?;
            }
            Op::ShowTextWithParameters(shown) => {
                text.word_space = shown.0.as_f32();
                text.char_space = shown.1.as_f32();
                text.next_line(0.0, f64::from(-text.leading));
                self.show(shown.2.as_bytes())?;
            }
            Op::HorizontalScaling(scaling) => text.scaling = scaling.0.as_f32() / 100.0,
            Op::TextLeading(leading) => text.leading = leading.0.as_f32(),
            Op::CharacterSpacing(space) => text.char_space = space.0.as_f32(),
            Op::WordSpacing(space) => text.word_space = space.0.as_f32(),
            Op::TextRise(rise) => text.rise = rise.0.as_f32(),
            Op::TextRenderingMode(mode) => {
                let mode = u8::try_from(mode.0.as_i64());
                text.mode = mode.ok().filter(|mode| *mode <= 7).unwrap_or(0);
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn show(&mut self, bytes: &[u8]) -> Result<(), Stop> {
        self.append(bytes)?;
        self.end()
    }

    fn adjust(&mut self, by: f32) {
        let text = &mut self.state.text;
        text.advance(-by / 1000.0 * text.size * text.scaling);
    }

    /// Adds the glyphs of a string to the run.
    fn append(&mut self, bytes: &[u8]) -> Result<(), Stop> {
        let text = &mut self.state.text;
        let face = text.face.and_then(|face| self.faces.all.get_mut(face));
        // What stands for a font that none chose, is not decided here.
        let face = face.ok_or(Stop::Unusual)?;
        self.canvas.room(self.line.glyphs.len() + bytes.len())?;
        let rise = Point::new(0.0, f64::from(text.rise));
        let mut at = 0;
        while let Some((index, length)) = face.next(bytes, at) {
            at += length;
            if self.line.glyphs.is_empty() {
                self.line.placed = self.state.ctm * text.placed() * Affine::scale(0.001);
            }
            let place = self.state.ctm * (text.matrix * rise);
            self.line.glyphs.push((place.x, index));
            let Some(entry) = face.entry(index) else {
                continue;
            };
            let widened = if entry.is_blank { text.word_space } else { 0.0 };
            let moves = entry.moves / 1000.0 * text.size + text.char_space + widened;
            text.advance(moves * text.scaling);
        }
        Ok(())
    }

    /// Ends the run: its glyphs go on the page.
    fn end(&mut self) -> Result<(), Stop> {
        let glyphs = std::mem::take(&mut self.line.glyphs);
        let result = self.put(&glyphs);
        self.line.glyphs = glyphs;
        self.line.glyphs.clear();
        result
    }

    fn put(&mut self, glyphs: &[(f64, usize)]) -> Result<(), Stop> {
        let text = &self.state.text;
        let Some(face) = text.face.and_then(|face| self.faces.all.get(face)) else {
            return Ok(());
        };
        if glyphs.is_empty() {
            return Ok(());
        }
        self.canvas.count()?;
        let look = self.look()?;
        let start = self
            .canvas
            .begin_run(self.line.placed, glyphs.len(), look)?;
        let Some(start) = start else { return Ok(()) };
        for (position, (x0, index)) in glyphs.iter().enumerate() {
            let next = glyphs.get(position + 1).map(|(next, _)| *next);
            if let Some(entry) = face.entry(*index) {
                let x1 = right_edge(*x0, entry.advance, start.em, next);
                self.canvas
                    .push_glyph(start, &entry.text, *x0 as f32, x1 as f32);
            }
        }
        self.canvas.end_run(start, face.id);
        Ok(())
    }

    /// How the run is drawn.
    fn look(&self) -> Result<Look, Stop> {
        let State { fill, stroke, .. } = &self.state;
        let (paints, only_stroked) = match self.state.text.mode {
            0 => ([Some(fill), None], false),
            1 => ([Some(stroke), None], true),
            2 => ([Some(fill), Some(stroke)], false),
            3 => ([None, None], false),
            // What comes after it is clipped to its letters.
            _ => return Err(Stop::Unusual),
        };
        let mut known = paints.iter().flatten();
        // Whether such a colour is that of the paper, is not decided here.
        if known.any(|paint| paint.color == Color::Unknown) {
            return Err(Stop::Unusual);
        }
        Ok(Look {
            inks: paints.map(|paint| paint.map(Paint::ink)),
            only_stroked,
            own: false,
        })
    }
}
