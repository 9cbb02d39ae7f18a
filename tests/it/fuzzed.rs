//! What the fuzz targets hold, tried on files that are no nonsense, so that the targets keep up with
//! the library.

#[path = "../../fuzz/properties/language.rs"]
mod language;
#[path = "../../fuzz/properties/pdf.rs"]
mod pdf;
#[path = "../../fuzz/properties/report.rs"]
mod report;
#[path = "../../fuzz/properties/rules.rs"]
mod rules;
#[path = "../../fuzz/properties/text.rs"]
mod text;

const TEXT: &str = include_str!("../../rules/bases/survey.txt");

#[test]
fn texts() {
    text::holds(TEXT.as_bytes());
    text::holds(include_bytes!("columns.txt"));
    text::holds(b"Sum:\xff 3\x0c");
    report::holds(TEXT.as_bytes());
}

#[test]
fn rule_files() {
    rules::holds(include_str!("../../rules/dekom.toml"));
    rules::holds("[[rule]]");
    language::holds("q.answers.size() > 1 && q.title != '\"'");
    language::holds("q.answers.size( > 1");
}

#[test]
fn pdfs() {
    pdf::holds(include_bytes!("../hostile/open.pdf"));
    pdf::holds(include_bytes!("../../fixtures/kompetanse.pdf"));
    pdf::holds(b"%PDF-1.7");
}
