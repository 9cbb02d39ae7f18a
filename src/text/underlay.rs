//! Large words that stand under or over the text of most pages in one place: a watermark. They are
//! taken out before lines are built, so that they are never taken for a part of a line.

use crate::pdf::{RawDocument, RawPage, RawRun};
use std::collections::{BTreeMap, BTreeSet};

/// A watermark is set at least so many times as large as most of the text.
const LARGE: f32 = 2.5;

/// In fewer pages, nothing shows what stands on most of them.
const PAGES: usize = 3;

/// Places are one where they fall into one square of so many points.
const GRID: f32 = 4.0;

type Key = (String, i32, i32);

/// Takes the watermark out of the pages of a document; how many letters of each page.
pub(super) fn take_out(raw: &mut RawDocument) -> Vec<u32> {
    let mut taken = vec![0; raw.pages.len()];
    let Some(usual) = usual_size(raw).filter(|_| raw.pages.len() >= PAGES) else {
        return taken;
    };
    let is_large = |run: &RawRun| run.size >= LARGE * usual;
    let mut seen: BTreeMap<Key, usize> = BTreeMap::new();
    for page in &raw.pages {
        let large = page.runs.iter().filter(|run| is_large(run));
        let keys: BTreeSet<Key> = large.filter_map(|run| key(page, run)).collect();
        for key in keys {
            *seen.entry(key).or_default() += 1;
        }
    }
    let pages = raw.pages.len();
    seen.retain(|_, count| *count * 2 > pages);
    if seen.is_empty() {
        return taken;
    }
    for (page, taken) in raw.pages.iter_mut().zip(&mut taken) {
        let runs = std::mem::take(&mut page.runs);
        let (out, kept) = runs.into_iter().partition(|run| {
            is_large(run) && key(page, run).is_some_and(|key| seen.contains_key(&key))
        });
        page.runs = kept;
        let out: Vec<RawRun> = out;
        *taken = out.iter().map(|run| run.count).sum();
    }
    taken
}

/// The size in which most letters of a document are set, points.
fn usual_size(raw: &RawDocument) -> Option<f32> {
    let runs = raw.pages.iter().flat_map(|page| &page.runs);
    let mut sizes: Vec<(f32, u32)> = runs.map(|run| (run.size, run.count)).collect();
    sizes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let all: u64 = sizes.iter().map(|(_, count)| u64::from(*count)).sum();
    let mut before = 0;
    sizes.into_iter().find_map(|(size, count)| {
        before += u64::from(count);
        (before * 2 >= all && count > 0).then_some(size)
    })
}

/// What a run says and where.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a place beyond any page has a square of its own all the same"
)]
fn key(page: &RawPage, run: &RawRun) -> Option<Key> {
    let glyphs = run.of(&page.glyphs);
    let square = |place: f32| (place / GRID).round() as i32;
    let text = glyphs.iter().map(|glyph| glyph.ch).collect();
    Some((text, square(glyphs.first()?.x0), square(run.y)))
}
