//! The pages' text with its secrets replaced, line by line, and where places move by it.

use super::super::{FileReport, PageText};
use super::moved::{Edit, Moved};
use super::redactor::{MORE, Redactor, add, apply};
use super::secrets::Secrets;
use std::collections::BTreeMap;
use std::ops::Range;

impl Redactor {
    /// Redacts the pages of a file. The number of lines stays.
    pub(super) fn pages(&mut self, file: &mut FileReport, secrets: &Secrets) -> Moved {
        let mut spans: BTreeMap<u32, Vec<(Range<usize>, &str)>> = BTreeMap::new();
        for (span, text) in &secrets.spans {
            let range = span.start as usize..span.end as usize;
            spans.entry(span.page).or_default().push((range, text));
        }
        let mut plain: BTreeMap<u32, Vec<Range<usize>>> = BTreeMap::new();
        for span in &secrets.plain_spans {
            let range = span.start as usize..span.end as usize;
            plain.entry(span.page).or_default().push(range);
        }
        let none = Vec::new();
        let mut pages = BTreeMap::new();
        for page in &mut file.pages {
            let mut own = spans.remove(&page.number).unwrap_or_default();
            own.sort_by_key(|(range, _)| (range.start, range.end));
            let plain = plain.get(&page.number).unwrap_or(&none);
            let mut edits = self.page(page, &own, plain, secrets);
            edits.sort_by_key(|(range, _)| range.start);
            page.text = apply(&page.text, &edits);
            pages.insert(page.number, (edits, page.text.clone()));
        }
        Moved { pages }
    }

    fn page(
        &mut self,
        page: &PageText,
        own: &[(Range<usize>, &str)],
        plain: &[Range<usize>],
        secrets: &Secrets,
    ) -> Vec<Edit> {
        let mut edits: Vec<Edit> = Vec::new();
        let mut start = 0;
        for line in page.text.split_inclusive('\n') {
            let text = line.trim_end_matches('\n');
            let range = start..start + text.len();
            start += line.len();
            let mut on_line = Vec::new();
            for (secret, whole) in own {
                let from = secret.start.max(range.start);
                let to = secret.end.min(range.end);
                let piece = page.text.get(from..to).unwrap_or("");
                let trimmed = piece.trim_start();
                let from = from + (piece.len() - trimmed.len());
                let to = from + trimmed.trim_end().len();
                if from < to {
                    let first = secret.start >= range.start;
                    add(&mut on_line, from..to, || {
                        let token = self.pseudonym(whole);
                        if first { token } else { MORE.to_owned() }
                    });
                }
            }
            let known = plain
                .iter()
                .any(|p| p.start < range.end && range.start < p.end);
            if on_line.is_empty() && !known && !secrets.is_plain(text) {
                add(&mut on_line, range, || self.pseudonym(text));
            } else if !is_covered(&range, text, &on_line) {
                let mut found = on_line
                    .iter()
                    .map(|(r, new)| (r.start - range.start..r.end - range.start, new.clone()))
                    .collect();
                self.find(text, secrets, &mut found);
                let found = found.into_iter();
                on_line = found
                    .map(|(r, new)| (r.start + range.start..r.end + range.start, new))
                    .collect();
            }
            edits.append(&mut on_line);
        }
        edits
    }
}

/// Whether one edit stands in place of all that a line says.
fn is_covered(line: &Range<usize>, text: &str, edits: &[Edit]) -> bool {
    edits.iter().any(|(range, _)| {
        let before = text.get(..range.start - line.start);
        let behind = text.get(range.end - line.start..);
        let mut rest = before.into_iter().chain(behind);
        rest.all(|part| part.trim().is_empty())
    })
}
