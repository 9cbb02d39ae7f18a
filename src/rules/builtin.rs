//! The rule files that are built in, and the files that they name.

use super::load::RuleSource;

/// The names and texts of the rule files that are built in, general ones first.
const BUILTIN: [(&str, &str); 10] = [
    ("general.toml", include_str!("../../rules/general.toml")),
    (
        "general-figures.toml",
        include_str!("../../rules/general-figures.toml"),
    ),
    (
        "general-charts.toml",
        include_str!("../../rules/general-charts.toml"),
    ),
    (
        "general-answers.toml",
        include_str!("../../rules/general-answers.toml"),
    ),
    (
        "general-reading.toml",
        include_str!("../../rules/general-reading.toml"),
    ),
    (
        "general-texts.toml",
        include_str!("../../rules/general-texts.toml"),
    ),
    ("dekom.toml", include_str!("../../rules/dekom.toml")),
    (
        "dekom-options.toml",
        include_str!("../../rules/dekom-options.toml"),
    ),
    (
        "dekom-amounts.toml",
        include_str!("../../rules/dekom-amounts.toml"),
    ),
    (
        "dekom-registers.toml",
        include_str!("../../rules/dekom-registers.toml"),
    ),
];

/// The rule files that are built in, general ones first.
pub fn builtin_sources() -> Vec<RuleSource> {
    let source = |(name, text): (&str, &str)| RuleSource {
        name: format!("rules/{name}"),
        text: text.to_owned(),
    };
    BUILTIN.map(source).into()
}

/// Whether a rule file of this name is built in.
pub(crate) fn is_builtin(file: &str) -> bool {
    let name = file.strip_prefix("rules/");
    name.is_some_and(|name| BUILTIN.iter().any(|(own, _)| *own == name))
}

/// The same without their cases, which the tests know to be right: what a report is checked with.
pub fn builtin_sources_without_cases() -> Vec<RuleSource> {
    let mut sources = builtin_sources();
    for source in &mut sources {
        source.text = without_cases(&source.text);
    }
    sources
}

/// A rule file without its tables of cases.
fn without_cases(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut in_case = false;
    for line in text.split_inclusive('\n') {
        if line.starts_with('[') {
            in_case = line.starts_with("[[rule.good]]") || line.starts_with("[[rule.bad]]");
        }
        if !in_case {
            kept.push_str(line);
        }
    }
    kept
}

/// The files that the built-in rule files name, by the path that they stand at: registers.
pub(crate) const BUILTIN_FILES: &[(&str, &[u8])] = &[
    (
        "rules/registers/municipalities.csv",
        include_bytes!("../../rules/registers/municipalities.csv"),
    ),
    (
        "rules/registers/institutions.csv",
        include_bytes!("../../rules/registers/institutions.csv"),
    ),
];
