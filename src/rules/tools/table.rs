//! The table of the rules for the documentation.

use crate::rules::RuleSet;
use std::fmt::Write as _;

/// All rules as a page of Markdown.
pub fn rules_table(rules: &RuleSet) -> String {
    let mut page = String::from(
        "# Rules\n\nWritten from the rule files; `dekom-lint explain RULE` tells more of each.\n",
    );
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
            let _ = writeln!(
                page,
                "| `{}` | {} | {} | {} | {good} good, {} bad |",
                rule.id,
                rule.severity.name(),
                cell(&rule.summary.en),
                cell(&rule.why.en),
                rule.cases.len() - good,
            );
        }
    }
    page
}
