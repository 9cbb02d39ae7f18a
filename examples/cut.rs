//! Takes each page out of a report in turn and counts the reports that then seem whole.
use dekom_lint::{pdf, report, text};
fn main() {
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path).unwrap();
        let document = if report::is_pdf(&bytes) {
            text::assemble(
                pdf::read(pdf::ReaderKind::Hayro, &bytes, "", &pdf::Limits::default()).unwrap(),
            )
        } else {
            text::from_text(&text::decode(&bytes).unwrap())
        };
        let mut silent = Vec::new();
        let mut held = 0;
        for index in 0..document.pages.len() {
            let mut cut = document.clone();
            cut.pages.remove(index);
            for (number, page) in cut.pages.iter_mut().enumerate() {
                page.number = number as u32 + 1;
            }
            let r = report::parse(cut);
            held += r.questions.iter().filter(|q| !q.complete).count();
            if r.gaps.is_empty() {
                silent.push(index + 1);
            }
        }
        println!(
            "{path}: {} pages, silent {silent:?}, held {:.2}",
            document.pages.len(),
            held as f64 / document.pages.len() as f64
        );
    }
}
