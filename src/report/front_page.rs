//! Which page is the front page of a report.

use super::exporter;
use super::folded::fold;
use crate::text::Page;

/// Whether a page is the front page of a report.
pub(super) fn is_front(page: &Page) -> bool {
    let has = |is: &dyn Fn(&str) -> bool| {
        page.lines
            .iter()
            .any(|line| is(&fold(page.slice(line.range))))
    };
    has(&|text| exporter::shown(text).is_some()) && has(&|text| exporter::is_subtitle(text))
}
