//! A finished file without what nothing more is made of, so that a run over many files holds only their
//! findings and what is shown with them.

use super::{FileReport, Tables};
use crate::i18n::{Lang, Text};
use crate::rules::Severity;
use std::collections::BTreeSet;

/// The pages whose text the formats of a run show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Excerpts {
    /// None; everything that was read is kept as tables.
    Tables,
    /// None.
    None,
    /// Those that findings are drawn on.
    Found,
    /// All.
    All,
}

impl FileReport {
    /// Makes tables of all that was read, before the report is taken out or redacted.
    pub fn tabulate(&mut self) {
        let report = self.report.as_deref();
        self.tables = report.map(|report| Box::new(Tables::of(report)));
    }

    /// Takes out what findings say in other languages than one.
    pub(crate) fn speak_only(&mut self, lang: Lang) {
        for finding in &mut self.findings {
            finding.texts().for_each(|text| text.keep_only(lang));
        }
    }

    /// Takes out what is shown only where more is told of a file than its findings.
    pub(crate) fn keep_findings(&mut self) {
        self.amounts = Vec::new();
        self.contacts = Vec::new();
        self.explained = Vec::new();
        for finding in &mut self.findings {
            finding.asks = Vec::new();
        }
    }

    /// Takes out what is said by notes that are only counted.
    pub(crate) fn leave_notes(&mut self, may_show: impl Fn(&str) -> bool) {
        let notes = self.findings.iter_mut();
        let notes = notes.filter(|finding| finding.severity == Severity::Note);
        for finding in notes.filter(|finding| !may_show(&finding.rule)) {
            finding.texts().for_each(|text| *text = Text::default());
            finding.related = Vec::new();
        }
    }

    /// Takes out what of a file is said again by its redacted copy.
    pub(super) fn hush(&mut self) {
        for finding in &mut self.findings {
            finding.texts().for_each(|text| *text = Text::default());
            finding.related = Vec::new();
        }
        self.pages = Vec::new();
        self.explained = Vec::new();
    }

    /// Takes out the text of pages that is not shown, and that nothing points at: there is nothing in it
    /// to be redacted.
    pub(crate) fn leave_pages(&mut self, shown: Excerpts) {
        if shown == Excerpts::All {
            return;
        }
        let places = self.findings.iter().flat_map(|finding| {
            let related = finding.related.iter().map(|related| &related.place);
            let asked = finding.asks.iter().map(|ask| &ask.place);
            related.chain(asked).chain([&finding.primary])
        });
        let places = places.chain(&self.unread).chain(&self.unchecked);
        let places = places.chain(self.explained.iter().map(|one| &one.place));
        let told: BTreeSet<u32> = places.map(|place| place.page).collect();
        self.keep_pages(|page| told.contains(&page));
    }

    /// Takes out the report, and the text of pages that is not shown. The number of pages stays.
    pub(crate) fn slim(&mut self, shown: Excerpts) {
        self.report = None;
        if let Some(redacted) = &mut self.redacted {
            redacted.file.slim(shown);
        }
        if shown == Excerpts::All {
            return;
        }
        // What says nothing is not drawn.
        let told = self.findings.iter();
        let told = told.filter(|finding| finding.message != Text::default());
        let places = told.flat_map(|finding| {
            let drawn = finding.drawn().iter().map(|related| &related.place);
            drawn.chain([&finding.primary])
        });
        let found: BTreeSet<u32> = places.map(|place| place.page).collect();
        self.keep_pages(|page| shown > Excerpts::None && found.contains(&page));
        self.findings.shrink_to_fit();
    }

    /// Takes out the text of pages but these.
    fn keep_pages(&mut self, kept: impl Fn(u32) -> bool) {
        for page in self.pages.iter_mut().filter(|page| !kept(page.number)) {
            page.text = String::new();
            page.line_numbers = Vec::new();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::{self, Format, Options};
    use crate::sample;

    #[test]
    fn pages_that_something_points_at_are_left_to_be_redacted() {
        let mut file = sample::run().files.remove(0);
        let told = file.findings[0].primary.page;
        let text = |file: &FileReport| file.page(told).unwrap().text.clone();
        let before = text(&file);
        file.leave_pages(Excerpts::Found);
        assert_eq!(text(&file), before);
        file.findings.clear();
        (file.unread, file.unchecked, file.explained) = Default::default();
        let mut all = file.clone();
        file.leave_pages(Excerpts::Found);
        assert!(file.pages.iter().all(|page| page.text.is_empty()));
        all.leave_pages(Excerpts::All);
        assert_eq!(text(&all), before);
    }

    #[test]
    fn a_note_that_is_only_counted_keeps_its_place_and_no_page() {
        let mut file = sample::run().files.remove(0);
        let finding = file.findings.first_mut().expect("a finding");
        finding.severity = Severity::Note;
        let (rule, place) = (finding.rule.clone(), finding.primary.clone());
        file.findings.truncate(1);
        let mut shown = file.clone();
        shown.leave_notes(|asked| asked == rule);
        shown.slim(Excerpts::Found);
        assert_eq!(shown.findings[0].message, file.findings[0].message);
        assert!(!shown.page(place.page).unwrap().text.is_empty());
        file.leave_notes(|_| false);
        file.slim(Excerpts::Found);
        assert_eq!(file.findings[0].message, Text::default());
        assert_eq!(file.findings[0].primary, place);
        assert!(file.page(place.page).unwrap().text.is_empty());
    }

    #[test]
    fn people_see_the_same_of_a_file_without_its_other_pages() {
        let mut run = sample::run();
        let shown = |run: &crate::diagnostics::Run| {
            let text = [Format::Full, Format::Json, Format::Concise];
            text.map(|format| render::render(format, run, &Options::default()))
        };
        let before = shown(&run);
        let pages = run.files.iter().map(|file| file.pages.len()).sum::<usize>();
        for file in &mut run.files {
            file.slim(Excerpts::Found);
            assert!(file.report.is_none());
        }
        assert_eq!(shown(&run), before);
        let left = run.files.iter().flat_map(|file| &file.pages);
        assert_eq!(left.clone().count(), pages);
        run.files
            .iter_mut()
            .for_each(|file| file.slim(Excerpts::None));
        let mut left = run.files.iter().flat_map(|file| &file.pages);
        assert!(left.all(|page| page.text.is_empty()));
    }
}
