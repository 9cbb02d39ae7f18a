//! A page on its way: its operators, one after the other.

use super::faces::Faces;
use super::line::Line;
use super::path::Path;
use super::state::{Color, Paint, Space, State};
use super::stop::Stop;
use crate::pdf::canvas::Canvas;
use crate::pdf::fonts::Fonts;
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::dict::keys::{
    BBOX, BM, FONT, FORM, GROUP, IMAGE, LW, MATRIX, OC, RESOURCES, SMASK, SUBTYPE, TR, TR2,
};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro_syntax::page::Resources;
use kurbo::{Affine, Rect};

/// Forms within forms: as deep as `hayro-interpret` goes.
const MAX_DEPTH: usize = 50;
/// States that are saved at a time.
const MAX_STATES: usize = 4096;

/// What the names of one content stream were found to mean.
#[derive(Default)]
struct Names<'a> {
    faces: Vec<(Name<'a>, usize)>,
    spaces: Vec<(Name<'a>, Space)>,
}

/// A page on its way.
pub(super) struct Run<'r, 'p, 'a> {
    pub(super) faces: &'r mut Faces<'a>,
    pub(super) fonts: &'r mut Fonts,
    pub(super) canvas: &'r mut Canvas<'p>,
    pub(super) state: State,
    saved: Vec<State>,
    pub(super) path: Path,
    pub(super) line: Line,
}

impl<'r, 'p, 'a> Run<'r, 'p, 'a> {
    pub(super) fn new(
        transform: Affine,
        faces: &'r mut Faces<'a>,
        fonts: &'r mut Fonts,
        canvas: &'r mut Canvas<'p>,
    ) -> Self {
        Self {
            state: State::new(transform, canvas.window),
            faces,
            fonts,
            canvas,
            saved: Vec::new(),
            path: Path::default(),
            line: Line::default(),
        }
    }

    pub(super) fn content(
        &mut self,
        mut operations: TypedIter<'_>,
        resources: &Resources<'a>,
        depth: usize,
    ) -> Result<(), Stop> {
        let floor = self.saved.len();
        self.save()?;
        let mut names = Names::default();
        while let Some(operation) = operations.next() {
            self.operation(&operation, resources, &mut names, floor, depth)?;
        }
        self.path.clear();
        // A stream leaves the state as it found it, also where it forgot to.
        self.saved.truncate(floor + 1);
        self.restore(floor);
        Ok(())
    }

    fn save(&mut self) -> Result<(), Stop> {
        if self.saved.len() >= MAX_STATES {
            return Err(Stop::Unusual);
        }
        self.saved.push(self.state);
        Ok(())
    }

    /// Takes the last saved state back, but none from before `floor`.
    fn restore(&mut self, floor: usize) {
        if self.saved.len() > floor
            && let Some(state) = self.saved.pop()
        {
            self.state = state;
            self.canvas.window = state.window;
        }
    }

    fn operation(
        &mut self,
        operation: &TypedInstruction<'_, '_>,
        resources: &Resources<'a>,
        names: &mut Names<'a>,
        floor: usize,
        depth: usize,
    ) -> Result<(), Stop> {
        use TypedInstruction as Op;
        let state = &mut self.state;
        match operation {
            Op::SaveState(_) => self.save()?,
            Op::RestoreState(_) => self.restore(floor),
            Op::Transform(t) => {
                let parts = [t.0, t.1, t.2, t.3, t.4, t.5].map(|part| part.as_f64());
                state.ctm *= Affine::new(parts);
            }
            Op::LineWidth(width) => state.line_width = width.0.as_f32(),
            Op::SetGraphicsState(name) => {
                if let Some(dict) = resources.get_ext_g_state(name.0) {
                    self.graphics_state(&dict)?;
                }
            }
            Op::NonStrokeColorDeviceGray(c) => state.fill.set(Space::Gray, &[c.0]),
            Op::NonStrokeColorDeviceRgb(c) => state.fill.set(Space::Rgb, &[c.0, c.1, c.2]),
            Op::NonStrokeColorCmyk(_) => state.fill.set_space(Space::Other),
            Op::ColorSpaceNonStroke(name) => {
                state.fill.set_space(space(name.0, resources, names));
            }
            Op::NonStrokeColor(c) => state.fill.set(state.fill.space, &c.0),
            Op::NonStrokeColorNamed(c) => set_named(&mut state.fill, &c.0, c.1.is_some()),
            Op::StrokeColorDeviceGray(c) => state.stroke.set(Space::Gray, &[c.0]),
            Op::StrokeColorDeviceRgb(c) => state.stroke.set(Space::Rgb, &[c.0, c.1, c.2]),
            Op::StrokeColorCmyk(_) => state.stroke.set_space(Space::Other),
            Op::ColorSpaceStroke(name) => {
                state.stroke.set_space(space(name.0, resources, names));
            }
            Op::StrokeColor(c) => state.stroke.set(state.stroke.space, &c.0),
            Op::StrokeColorNamed(c) => set_named(&mut state.stroke, &c.0, c.1.is_some()),
            Op::BeginMarkedContentWithProperties(content) => {
                let properties = match content.1 {
                    Object::Name(name) => resources.properties.get::<Dict<'_>>(name),
                    Object::Dict(dict) => Some(dict.clone()),
                    _ => None,
                };
                self.canvas.begin_marked(properties.as_ref());
            }
            Op::BeginMarkedContent(_) => self.canvas.begin_marked(None),
            Op::EndMarkedContent(_) => self.canvas.end_marked(),
            Op::XObject(name) => self.object(name.0, resources, depth)?,
            Op::InlineImage(picture) => {
                self.canvas.count()?;
                self.picture(picture.0.dict());
            }
            Op::Shading(_) => {
                self.canvas.count()?;
                self.shading();
            }
            Op::TextFont(font) => {
                self.state.text.size = font.1.as_f32();
                self.state.text.face = Some(self.face(font.0, resources, names)?);
            }
            _ if self.text(operation)? => {}
            _ => self.path(operation)?,
        }
        Ok(())
    }

    fn graphics_state(&mut self, dict: &Dict<'a>) -> Result<(), Stop> {
        if let Some(width) = dict.get::<f32>(LW) {
            self.state.line_width = width;
        }
        if let Some(alpha) = dict.get::<f32>(b"CA") {
            self.state.stroke.alpha = alpha;
        }
        if let Some(alpha) = dict.get::<f32>(b"ca") {
            self.state.fill.alpha = alpha;
        }
        let sheer = &mut self.state.window.sheer;
        if let Some(mode) = dict.get::<Object<'_>>(BM) {
            let normal = |name: &Name<'_>| matches!(&**name, b"Normal" | b"Compatible");
            sheer.mixed = !matches!(mode, Object::Name(name) if normal(&name));
        }
        if let Some(mask) = dict.get::<Object<'_>>(SMASK) {
            sheer.masked = !matches!(mask, Object::Name(_));
        }
        self.canvas.window.sheer = *sheer;
        // Functions that change every colour.
        let transfer = dict
            .get::<Object<'_>>(TR2)
            .or_else(|| dict.get::<Object<'_>>(TR));
        if transfer.is_some_and(|object| !matches!(object, Object::Name(_))) {
            return Err(Stop::Unusual);
        }
        if let Some(array) = dict.get::<Array<'_>>(FONT) {
            let mut items = array.iter::<Object<'_>>();
            if let (Some(Object::Dict(font)), Some(Object::Number(size))) =
                (items.next(), items.next())
            {
                self.state.text.size = size.as_f32();
                self.state.text.face = Some(self.faces.of(&font, self.fonts)?);
            }
        }
        Ok(())
    }

    fn object(
        &mut self,
        name: &Name<'_>,
        resources: &Resources<'a>,
        depth: usize,
    ) -> Result<(), Stop> {
        let Some(stream) = resources.get_x_object(name) else {
            return Ok(());
        };
        let dict = stream.dict();
        match dict.get::<Name<'_>>(SUBTYPE).as_deref() {
            Some(IMAGE) => {
                self.canvas.count()?;
                self.picture(dict);
                Ok(())
            }
            Some(FORM) => self.form(&stream, resources, depth),
            _ => Ok(()),
        }
    }

    fn form(
        &mut self,
        stream: &Stream<'a>,
        resources: &Resources<'a>,
        depth: usize,
    ) -> Result<(), Stop> {
        self.canvas.count()?;
        let dict = stream.dict();
        if dict.contains_key(OC) {
            return Err(Stop::Unusual);
        }
        let Ok(decoded) = stream.decoded_data() else {
            return Ok(());
        };
        let bounds = dict.get::<[f32; 4]>(BBOX);
        if depth >= MAX_DEPTH || bounds.is_none() {
            return Ok(());
        }
        let own = dict.get(RESOURCES).map(Resources::new);
        let floor = self.saved.len();
        self.save()?;
        self.path.clear();
        if let Some(matrix) = dict.get::<[f64; 6]>(MATRIX) {
            self.state.ctm *= Affine::new(matrix);
        }
        if dict.contains_key(GROUP) {
            // What the group says of its own parts does not say how it is painted.
            self.state.window.sheer.within |= !self.state.window.sheer.is_none();
            self.state.window.opacity *= self.state.fill.alpha;
            self.state.fill.alpha = 1.0;
            self.state.stroke.alpha = 1.0;
        }
        if let Some([x0, y0, x1, y1]) = bounds {
            let area = Rect::new(x0.into(), y0.into(), x1.into(), y1.into());
            self.clip(area);
        }
        let operations = TypedIter::new(&decoded);
        self.content(operations, own.as_ref().unwrap_or(resources), depth + 1)?;
        self.restore(floor);
        Ok(())
    }

    fn face(
        &mut self,
        name: &Name<'_>,
        resources: &Resources<'a>,
        names: &mut Names<'a>,
    ) -> Result<usize, Stop> {
        if let Some((_, face)) = names.faces.iter().find(|(known, _)| known == name) {
            return Ok(*face);
        }
        // What stands for a font that is missing, is not decided here.
        let dict = resources.get_font(name).ok_or(Stop::Unusual)?;
        let face = self.faces.of(&dict, self.fonts)?;
        let known = resources.fonts.keys().find(|known| known == name);
        names.faces.extend(known.map(|known| (known, face)));
        Ok(face)
    }
}

/// The colour space of a name, looked up once for each content stream.
fn space<'a>(name: &Name<'_>, resources: &Resources<'a>, names: &mut Names<'a>) -> Space {
    if let Some((_, space)) = names.spaces.iter().find(|(known, _)| known == name) {
        return *space;
    }
    let space = Space::named(name, resources);
    let known = resources.color_spaces.keys().find(|known| known == name);
    names.spaces.extend(known.map(|known| (known, space)));
    space
}

/// A colour that may name a pattern.
fn set_named(paint: &mut Paint, components: &[hayro_syntax::object::Number], pattern: bool) {
    if pattern {
        paint.color = Color::Pattern;
    } else {
        paint.set(paint.space, components);
    }
}
