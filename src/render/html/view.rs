//! Where on the picture of a page its places are: boxes over the figure at fault and over what it
//! was computed from.

use super::pieces::{Mark, Places};
use crate::diagnostics::{Finding, Place};
use crate::pdf::Picture;
use crate::text::Bbox;
use serde::Serialize;

/// How far a box stands around its text, points.
const AROUND: f32 = 1.5;

/// How much of the page is seen above and below what a finding looks at, points.
const MARGIN: f32 = 42.0;

/// How much of a page a finding shows at most, points: half of one.
const TALLEST: f32 = 430.0;

/// The margin that is left out at most, points.
const LEFT: f32 = 40.0;

/// How wide a part of a page is at least, points.
const NARROWEST: f32 = 400.0;

/// How many pixels of the screen a point is.
const ENLARGED: f32 = 1.65;

/// A part of a page with boxes on it.
#[derive(Serialize)]
pub(super) struct View {
    /// The picture's name.
    picture: String,
    /// The page's number.
    number: u32,
    /// Left, top, width and height of what is seen, points.
    area: String,
    /// How wide it is shown where there is room.
    wide: String,
    width: String,
    height: String,
    boxes: Vec<Shape>,
}

/// A whole page with boxes on it.
#[derive(Serialize)]
pub(super) struct Whole {
    id: String,
    width: String,
    height: String,
    packed: String,
    boxes: Vec<Shape>,
}

/// A box.
#[derive(Clone, Serialize, PartialEq)]
pub(super) struct Shape {
    kind: &'static str,
    /// The mark of the same place in the text.
    at: String,
    /// The finding that it belongs to.
    finding: String,
    x: String,
    y: String,
    width: String,
    height: String,
}

/// The name of a page's picture.
fn name(file: usize, page: u32) -> String {
    format!("{file}-{page}")
}

fn points(number: f32) -> String {
    format!("{number:.1}")
}

fn shapes(place: &Place, mark: Mark, at: &str, finding: &str) -> Vec<Shape> {
    let boxes = place.lines.iter().map(|b| Shape {
        kind: mark.name(),
        at: at.to_owned(),
        finding: finding.to_owned(),
        x: points(b.x0 - AROUND),
        y: points(b.y0 - AROUND),
        width: points(b.x1 - b.x0 + 2.0 * AROUND),
        height: points(b.y1 - b.y0 + 2.0 * AROUND),
    });
    boxes.collect()
}

/// What a finding looks at on the page of its figure.
pub(super) fn of(
    finding: &Finding,
    id: &str,
    places: &Places<'_>,
    pictures: &[Picture],
) -> Option<View> {
    let page = finding.primary.page;
    let picture = pictures.iter().find(|picture| picture.page == page)?;
    let figure = around(&finding.primary.lines)?;
    let related = finding.related.iter().map(|related| &related.place);
    let related: Vec<&Place> = related.filter(|place| place.page == page).collect();
    // What stands furthest off is left out first, where not all has room.
    let mut seen = figure;
    let mut near: Vec<Bbox> = related.iter().filter_map(|p| around(&p.lines)).collect();
    let off = |b: &Bbox| (b.center_y() - figure.center_y()).abs();
    near.sort_by(|a, b| off(a).total_cmp(&off(b)));
    for other in near {
        let wider = seen.union(other);
        if wider.y1 - wider.y0 + 2.0 * MARGIN <= TALLEST {
            seen = wider;
        }
    }
    let top = (seen.y0 - MARGIN).max(0.0);
    let bottom = (seen.y1 + MARGIN).min(picture.height);
    let left = (seen.x0 - 24.0).clamp(0.0, LEFT);
    let right = (seen.x1 + MARGIN).max(left + NARROWEST).min(picture.width);
    let mut boxes = Vec::new();
    for place in related {
        boxes.extend(shapes(place, Mark::Related, &places.id(place), id));
    }
    let own = &finding.primary;
    boxes.extend(shapes(own, Mark::Primary, &places.id(own), id));
    Some(View {
        picture: name(places.file(), page),
        number: page,
        area: format!(
            "{} {} {} {}",
            points(left),
            points(top),
            points((right - left).max(1.0)),
            points((bottom - top).max(1.0))
        ),
        wide: points((right - left) * ENLARGED),
        width: points(picture.width),
        height: points(picture.height),
        boxes,
    })
}

/// A whole page with what all findings look at.
pub(super) fn whole(page: u32, places: &Places<'_>, pictures: &[Picture]) -> Option<Whole> {
    let picture = pictures.iter().find(|picture| picture.page == page)?;
    let mut boxes: Vec<Shape> = Vec::new();
    // The figures at fault come last, so that they lie on top.
    for wanted in [Mark::Related, Mark::Primary] {
        for (place, mark, finding) in places.on(page) {
            if *mark == wanted {
                for shape in shapes(place, *mark, &places.id(place), finding) {
                    let same = |other: &Shape| (&other.x, &other.y) == (&shape.x, &shape.y);
                    boxes.retain(|other| !same(other));
                    boxes.push(shape);
                }
            }
        }
    }
    Some(Whole {
        id: name(places.file(), page),
        width: points(picture.width),
        height: points(picture.height),
        packed: picture.packed.clone(),
        boxes,
    })
}

fn around(lines: &[Bbox]) -> Option<Bbox> {
    lines.iter().copied().reduce(Bbox::union)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn picture(page: u32) -> Picture {
        Picture {
            page,
            width: 595.0,
            height: 842.0,
            packed: "AA==".to_owned(),
        }
    }

    #[test]
    fn the_figure_and_its_addends_have_boxes_on_their_page() {
        let run = sample::run();
        let file = &run.files[0];
        let places = Places::of(file, 0, |number| Some(format!("f0-{number}")));
        let sum = &file.findings[0];
        let view = of(sum, "f0-0", &places, &[picture(1)]).unwrap();
        let kinds: Vec<&str> = view.boxes.iter().map(|shape| shape.kind).collect();
        assert_eq!(kinds, ["related", "related", "related", "primary"]);
        let last = view.boxes.last().unwrap();
        assert_eq!(last.at, places.id(&sum.primary));
        let area = view.area.split(' ').map(|n| n.parse().unwrap());
        let area: Vec<f32> = area.collect();
        let figure = sum.primary.bbox.unwrap();
        assert!(
            area[0] <= figure.x0 && figure.x1 <= area[0] + area[2],
            "{area:?}"
        );
        assert!(
            area[1] <= figure.y0 && figure.y1 <= area[1] + area[3],
            "{area:?}"
        );
        assert!(of(sum, "f0-0", &places, &[picture(2)]).is_none());

        let page = whole(2, &places, &[picture(1), picture(2)]).unwrap();
        assert_eq!(page.id, "0-2");
        assert!(page.boxes.iter().any(|shape| shape.finding == "f0-0"));
        assert!(whole(3, &places, &[picture(1)]).is_none());
    }
}
