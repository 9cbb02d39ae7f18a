//! What the exporter guarantees, held against what was read: where it breaks in many places by one cause,
//! the reading is at fault, and nobody is accused.

use dekom_lint::pdf::{self, Limits, RawDocument, RawPage, RawRun, ReaderKind};
use dekom_lint::report::{self, ReadFailure};

fn raw(name: &str) -> RawDocument {
    let bytes = std::fs::read(format!("fixtures/{name}")).expect("a fixture");
    pdf::read(ReaderKind::Hayro, &bytes, "", &Limits::default()).expect("a PDF")
}

fn text(page: &RawPage, run: &RawRun) -> String {
    let first = run.first as usize;
    let glyphs = page.glyphs.get(first..first + run.count as usize);
    glyphs
        .unwrap_or_default()
        .iter()
        .map(|glyph| glyph.ch)
        .collect()
}

#[test]
fn a_name_that_is_lost_under_every_question_is_a_misreading() {
    for fixture in ["clean.pdf", "faults.pdf", "kompetanse.pdf"] {
        let whole = report::from_raw(raw(fixture)).expect("a report");
        let front = whole.questions[0].pages.0 as usize - 1;
        let respondent = whole.respondents.iter().find(|one| one.submissions == 1);
        let name = &respondent.expect("a respondent").name;
        let mut damaged = raw(fixture);
        let mut taken = 0;
        for page in damaged.pages.iter_mut().skip(front) {
            let runs = std::mem::take(&mut page.runs);
            let all = runs.len();
            let kept = runs
                .into_iter()
                .filter(|run| !text(page, run).starts_with(name.as_str()));
            let kept: Vec<RawRun> = kept.collect();
            taken += all - kept.len();
            page.runs = kept;
        }
        assert!(taken > 3, "{fixture}: {taken}");
        let failure = report::from_raw(damaged).err();
        let Some(ReadFailure::Misread {
            misread, questions, ..
        }) = failure
        else {
            unreachable!("{fixture}: {failure:?}");
        };
        assert!(misread * 2 > questions && questions == whole.questions.len());
        let why = failure.expect("it is refused").text();
        assert!(
            why.nb.starts_with("Layouten er ikke forstått"),
            "{}",
            why.nb
        );
    }
}
