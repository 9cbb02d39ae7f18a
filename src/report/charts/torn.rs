//! Charts whose borders contradict the distances on the page.

use super::Labelled;

/// So many times the blank between two charts, and more than a line, points, is none between two bars of one.
const WIDER: f32 = 1.5;
const LINE: f32 = 10.0;

/// Whether a chart's borders are in doubt: it is torn, or one beside it is.
pub(super) fn has_torn_border(charts: &[&[Labelled]], number: usize) -> bool {
    (number.saturating_sub(1)..=number + 1).any(|number| is_torn(charts, number))
}

/// Whether a chart is wider open inside than towards one beside it: where the first bar of all was not
/// printed, each chart seems to begin with its second and to end with the first of the next.
fn is_torn(charts: &[&[Labelled]], number: usize) -> bool {
    let down = |above: &Labelled, below: &Labelled| {
        (above.page == below.page).then(|| below.area().y0 - above.area().y1)
    };
    let Some(own) = charts.get(number) else {
        return false;
    };
    let inside = own.windows(2).filter_map(|pair| match pair {
        [above, below] => down(above, below),
        _ => None,
    });
    // How far below each other the rows of upright bars stand says nothing, and their height changes it.
    let in_row =
        |pair: &[Labelled]| matches!(pair, [a, b] if a.page == b.page && (a.y - b.y).abs() < 1.0);
    if own.windows(2).any(in_row) || own.iter().any(is_upright) {
        return false;
    }
    let before = number.checked_sub(1).and_then(|before| charts.get(before));
    let before = before.and_then(|before| down(before.last()?, own.first()?));
    let after = charts.get(number + 1);
    let after = after.and_then(|after| down(own.last()?, after.first()?));
    let wide = inside.max_by(f32::total_cmp).unwrap_or(0.0);
    let mut beside = before.into_iter().chain(after);
    beside.any(|gap| wide > WIDER * gap.max(0.0) + LINE)
}

/// Whether a bar's label stands under its value.
fn is_upright(bar: &Labelled) -> bool {
    let label = bar.parts.first().map(|part| part.bbox.y0);
    let value = bar.value.as_ref().map(|value| value.bbox.y1);
    label
        .zip(value)
        .is_some_and(|(label, value)| label >= value)
}
