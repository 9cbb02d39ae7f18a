//! Pictures of the pages that findings point at, for the page that people read.
//!
//! Names stand in them: a run that is redacted has none.

use super::check::Judged;
use dekom_lint::pdf::Picture;
use dekom_lint::render::Options;

/// For each file of a run, pictures of the pages that its findings point at. What can't be drawn is
/// left out: the text of the page stands beside its picture.
#[cfg(feature = "pictures")]
pub(super) fn of(judged: &Judged, options: &Options) -> Vec<Vec<Picture>> {
    let files = judged.run.files.iter().zip(&judged.inputs).enumerate();
    files
        .map(|(index, (file, input))| {
            let pages = options.pages(file);
            if pages.is_empty() || file.kind != dekom_lint::diagnostics::InputKind::Pdf {
                return Vec::new();
            }
            let group = judged.groups.iter().find(|g| g.members.contains(&index));
            let (Some(group), Some(bytes)) = (group, bytes(judged, file, input)) else {
                return Vec::new();
            };
            drawn(&bytes, pages, &group.settings)
        })
        .collect()
}

#[cfg(not(feature = "pictures"))]
pub(super) fn of(_: &Judged, _: &Options) -> Vec<Vec<Picture>> {
    Vec::new()
}

/// The bytes that were checked; none where the file is another one by now.
#[cfg(feature = "pictures")]
fn bytes(
    judged: &Judged,
    file: &dekom_lint::diagnostics::FileReport,
    input: &super::inputs::Input,
) -> Option<Vec<u8>> {
    use super::inputs::From;
    let limit = dekom_lint::pdf::Limits::default().file_bytes;
    let bytes = match &input.from {
        From::File(path) => super::source::read(path, limit).ok()?,
        From::Stdin => judged.stdin.clone(),
        From::Nowhere(_) => return None,
    };
    let same = dekom_lint::diagnostics::Source::new("", &bytes).sha256 == file.sha256;
    same.then_some(bytes)
}

#[cfg(feature = "pictures")]
fn drawn(bytes: &[u8], pages: Vec<u32>, settings: &super::settings::Settings) -> Vec<Picture> {
    let password = settings.reading.password.as_deref().unwrap_or("");
    if settings.in_process {
        dekom_lint::pdf::pictures(bytes, password, &pages).unwrap_or_default()
    } else {
        super::isolate::draw(bytes, pages, password, settings.deadline).unwrap_or_default()
    }
}
