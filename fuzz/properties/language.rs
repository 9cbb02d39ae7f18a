//! Any text as the condition of a rule: loaded or refused, and what is loaded says the same twice.

use dekom_lint::report::{self, ReadOptions, Report};
use dekom_lint::rules::{self, Options, RuleSource};
use std::fmt::Write as _;
use std::sync::LazyLock;

/// A small report: a condition is evaluated often, and a large one finds nothing more.
static REPORT: LazyLock<Report> = LazyLock::new(|| {
    let text = include_bytes!("../../rules/bases/survey.txt");
    report::read(text, &ReadOptions::default()).expect("the fixture can be read")
});

/// The text as TOML writes it.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => write!(out, "\\u{:04X}", c as u32).expect("a string grows"),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Panics where it does not hold.
pub(crate) fn holds(expression: &str) {
    let expression = quoted(expression);
    let source = RuleSource {
        name: "fuzz.toml".to_owned(),
        text: format!(
            "[[rule]]\nid = \"fuzzed\"\nseverity = \"note\"\nfor = [\"q in report.questions\"]\n\
             where = {expression}\nassert = \"false\"\nprimary = \"q.title\"\nmessage = \"m\"\n\
             labels = [{{ each = \"a in q.answers\", when = {expression}, at = \"a.respondent\", text = \"t\" }}]\n"
        ),
    };
    let sources = [source];
    let Ok(rules) = rules::load(&sources) else {
        return;
    };
    let said = || format!("{:?}", rules::run(&rules, &REPORT, &Options::default()));
    assert_eq!(said(), said());
}
