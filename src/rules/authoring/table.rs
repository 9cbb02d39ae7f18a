//! The table of the rules for the documentation.

use crate::rules::RuleSet;
use std::fmt::Write as _;

/// All rules as a page of Markdown; `pages` is the folder of the rules' own pages, where there is one.
pub fn rules_table(rules: &RuleSet, pages: Option<&str>) -> String {
    let mut page = String::from(
        "# Rules\n\nWritten from the rule files; `dekom-lint explain RULE` tells more of each.\n",
    );
    if pages.is_some() {
        page.push_str(
            "How a rule is written: [a pack for a new survey](../docs/new-survey.md) and \
             [the language](../docs/rule-language.md).\n",
        );
    }
    for pack in rules.packs() {
        // Writing into a text cannot fail.
        let _ = write!(
            page,
            "\n## {} (`{}`)\n\n{}\n\n| rule | severity | finds | why | cases |\n|---|---|---|---|---|\n",
            pack.title.en, pack.name, pack.description.en
        );
        for rule in rules.rules().filter(|rule| rule.pack == pack.name) {
            let cell = |text: &str| text.replace('|', "\\|");
            let good = rule.cases.iter().filter(|case| case.good).count();
            let name = match pages {
                Some(folder) => format!("[`{0}`]({folder}/{0}.md)", rule.id),
                None => format!("`{}`", rule.id),
            };
            let _ = writeln!(
                page,
                "| {name} | {} | {} | {} | {good} good, {} bad |",
                rule.severity.name(),
                cell(&rule.summary.en),
                cell(&rule.why.en),
                rule.cases.len() - good,
            );
        }
    }
    page
}
