//! Pictures of the pages that findings point at, for the page that people read.
//!
//! Names stand in them: a run that is redacted has none.

use super::judged::Judged;
use crate::pdf::Picture;
use crate::render::Options;

/// For each file of a run, pictures of the pages that its findings point at. What can't be drawn is
/// left out: the text of the page stands beside its picture.
#[cfg(feature = "pictures")]
pub(super) fn of(judged: &Judged, options: &Options) -> Vec<Vec<Picture>> {
    let files = judged.run.files.iter().enumerate();
    files
        .map(|(index, file)| {
            let pages = options.pages(file);
            if pages.is_empty() || file.kind != crate::diagnostics::InputKind::Pdf {
                return Vec::new();
            }
            match (judged.settings(index), judged.bytes(index)) {
                (Some(settings), Ok(Some(bytes))) => drawn(&bytes, pages, settings),
                _ => Vec::new(),
            }
        })
        .collect()
}

#[cfg(not(feature = "pictures"))]
pub(super) fn of(_: &Judged, _: &Options) -> Vec<Vec<Picture>> {
    Vec::new()
}

#[cfg(feature = "pictures")]
fn drawn(bytes: &[u8], pages: Vec<u32>, settings: &super::settings::Settings) -> Vec<Picture> {
    let password = settings.reading.password.as_deref().unwrap_or("");
    if settings.in_process {
        crate::pdf::pictures(bytes, password, &pages).unwrap_or_default()
    } else {
        super::isolate::draw(bytes, pages, password, settings.deadline).unwrap_or_default()
    }
}
