//! The user's own PDF with the findings as highlights and notes.

use super::verdict::Verdict;
use super::{Options, Order, plain};
use crate::diagnostics::{FileReport, Finding, Place};
use crate::i18n::whole;
use crate::pdf::{self, Appendix, Entry, Mark, PdfError};
use crate::rules::{Datum, Lang, Severity};

/// What a finding rests on: yellow.
const RELATED: [f32; 3] = [1.0, 0.93, 0.55];

/// The bytes of a file with its findings marked; they begin with the bytes that were given.
///
/// # Errors
/// Where the PDF is encrypted, or its structure is too broken to add to.
pub fn annotated(bytes: &[u8], file: &FileReport, options: &Options) -> Result<Vec<u8>, PdfError> {
    pdf::annotate(bytes, &marks(file, options), &appendix(file, options))
}

/// For each finding a mark on its figure, then one on each place that it rests on.
pub fn marks(file: &FileReport, options: &Options) -> Vec<Mark> {
    let lang = options.lang;
    let mut marks = Vec::new();
    for finding in file.findings.iter().filter(|f| options.shows(f)) {
        let mut add = |place: &Place, color, note, number: usize| {
            if place.lines.is_empty() {
                return;
            }
            let areas = place.lines.iter().map(|b| [b.x0, b.y0, b.x1, b.y1]);
            marks.push(Mark {
                page: place.page,
                areas: areas.collect(),
                color,
                note,
                name: format!("dekom-lint-{}-{number}", finding.fingerprint),
            });
        };
        let color = match finding.severity {
            Severity::Error => [1.0, 0.66, 0.63],
            Severity::Warning => [1.0, 0.8, 0.5],
            Severity::Note => [0.72, 0.85, 1.0],
        };
        add(&finding.primary, color, note(finding, lang), 0);
        for (number, related) in (1..).zip(&finding.related) {
            let label = plain::line(related.label.get(lang));
            let message = plain::line(finding.message.get(lang));
            add(
                &related.place,
                RELATED,
                format!("{label}: {message}"),
                number,
            );
        }
    }
    marks
}

/// The findings as the outline and the pages at the end list them.
pub fn appendix(file: &FileReport, options: &Options) -> Appendix {
    let lang = options.lang;
    let verdict = Verdict::of(&[file], options);
    let mut shown: Vec<&Finding> = file.findings.iter().filter(|f| options.shows(f)).collect();
    let order = options.order.unwrap_or(Order::Severity);
    order.sort(&mut shown, |finding| finding.severity);
    let entry = |finding: &&Finding| Entry {
        page: finding.primary.page,
        top: finding.primary.bbox.map_or(0.0, |bbox| bbox.y0),
        place: format!(
            "{} {} · {}",
            lang.words().page(1),
            finding.primary.page,
            finding.severity.word(lang)
        ),
        text: plain::line(finding.message.get(lang)),
    };
    Appendix {
        title: verdict.headline,
        subtitle: verdict.details.join(" "),
        rest: lang.render().listed_in_outline().to_owned(),
        entries: shown.iter().map(entry).collect(),
    }
}

fn note(finding: &Finding, lang: Lang) -> String {
    let severity = finding.severity.word(lang);
    let message = plain::line(finding.message.get(lang));
    let mut lines = vec![format!(
        "{severity} [{}]: {message}",
        plain::line(&finding.rule)
    )];
    let expected = |value: String| lang.render().note_expected(&value);
    match &finding.expected {
        Some(Datum::Int(value)) => {
            lines.push(expected(whole(*value, lang)));
        }
        Some(Datum::Text(text)) => lines.push(expected(plain::line(text))),
        None => {}
    }
    for text in [&finding.why, &finding.help] {
        let text = plain::line(text.get(lang));
        if !text.is_empty() {
            lines.push(text);
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn the_figure_has_the_whole_note_and_its_addends_have_the_message() {
        let run = sample::run();
        let marks = marks(&run.files[0], &Options::default());
        let sum: Vec<_> = marks.iter().take(7).collect();
        assert!(
            sum[0]
                .note
                .starts_with("feil [sum-mismatch]: Summen av svarene er")
        );
        assert!(sum[0].note.contains("\nVentet: 1\u{A0}043\n"));
        assert!(
            sum.iter()
                .skip(1)
                .all(|mark| mark.note.starts_with("ledd: Summen"))
        );
        assert_eq!(
            sum.iter().map(|mark| mark.page).collect::<Vec<_>>(),
            [1, 1, 1, 1, 2, 2, 2]
        );
        let mut names: Vec<_> = marks.iter().map(|mark| &mark.name).collect();
        names.dedup();
        assert_eq!(names.len(), marks.len());
    }

    #[test]
    fn accepted_findings_and_hidden_notes_are_not_marked() {
        let run = sample::run();
        let marks = marks(&run.files[0], &Options::default());
        assert!(!marks.iter().any(|mark| mark.note.contains("invalid-phone")));
        assert!(
            !marks
                .iter()
                .any(|mark| mark.note.contains("missing-answer"))
        );
    }
}
