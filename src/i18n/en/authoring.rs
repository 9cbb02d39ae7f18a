//! In English: what is said to those who write rules.

use super::En;
use crate::i18n::agree;
use crate::i18n::catalogue::Authoring;
use std::fmt::Display;

impl Authoring for En {
    fn one_rule_checked(&self) -> &'static str {
        "1 rule was checked, and it has no mistake."
    }

    fn rules_checked(&self, count: &dyn Display) -> String {
        format!("{count} rules were checked, and none has a mistake.")
    }

    fn no_rules(&self, path: &dyn Display) -> String {
        format!("there are no rules in {path}")
    }

    fn no_rules_in_folder(&self) -> &'static str {
        "rules are read from the files in the folder that end in .toml"
    }

    fn no_rules_in_file(&self) -> &'static str {
        "a rule begins with [[rule]]; dekom-lint rules new REPORT writes a pack to begin with"
    }

    fn validated(&self, count: usize) -> &'static str {
        agree(count, "validated", "validated")
    }

    fn reported(&self, count: usize) -> &'static str {
        agree(count, "reported", "reported")
    }

    fn noisy(&self, count: usize) -> &'static str {
        agree(count, "noisy", "noisy")
    }

    fn not_found(&self, count: usize) -> &'static str {
        agree(count, "missing", "missing")
    }

    fn vacuous(&self, count: usize) -> &'static str {
        agree(count, "vacuous", "vacuous")
    }

    fn vacuous_needs(&self) -> &'static str {
        "vacuous: what the rule needs (needs) is not in the case"
    }

    fn vacuous_where(&self) -> &'static str {
        "vacuous: nothing in the case is of what the rule looks at (for, where)"
    }

    fn no_cases(&self, rules: &dyn Display) -> String {
        format!("No cases to try: write [[rule.good]] and [[rule.bad]] below the rules ({rules}).")
    }

    fn case_expected(&self, primary: &dyn Display, message: &dyn Display) -> String {
        format!("expected: «{primary}» {message}")
    }

    fn case_found(&self, what: &dyn Display) -> String {
        format!("found: {what}")
    }

    fn cases_amended(&self, count: usize, file: &dyn Display) -> String {
        let cases = if count == 1 { "case was" } else { "cases were" };
        format!("{count} {cases} rewritten in {file}. Read what changed before you keep it.")
    }

    fn without_cases(&self, rules: &dyn Display) -> String {
        format!("Without cases: {rules}")
    }

    fn what(&self) -> &'static str {
        "What"
    }

    fn why(&self) -> &'static str {
        "Why"
    }

    fn what_to_do(&self) -> &'static str {
        "What to do"
    }

    fn may_follow_from(&self) -> &'static str {
        "May follow from"
    }

    fn example(&self) -> &'static str {
        "Example"
    }

    fn how_written(&self) -> &'static str {
        "How it is written"
    }

    fn rounding(&self) -> &'static str {
        "Rounding"
    }

    fn rounded(&self, of: &dyn Display) -> String {
        format!(
            "The figure is rounded, so a small error in {of} does not show. --coverage shows how large it can be in a report."
        )
    }

    fn rounding_hides_nothing(&self) -> &'static str {
        "In the example the rounding hides nothing."
    }

    fn rounding_hides(&self, most: &dyn Display) -> String {
        format!("In the example: up to {most}.")
    }

    fn column_rule(&self) -> &'static str {
        "rule"
    }

    fn column_severity(&self) -> &'static str {
        "severity"
    }

    fn column_pack(&self) -> &'static str {
        "pack"
    }

    fn column_finds(&self) -> &'static str {
        "finds"
    }

    fn share(&self, part: &dyn Display, whole: &dyn Display, percent: &dyn Display) -> String {
        format!("{part} of {whole} ({percent} %)")
    }

    fn unnoticed(
        &self,
        explained: &dyn Display,
        blind: &dyn Display,
        spots: &dyn Display,
    ) -> String {
        format!("{explained} cannot be noticed, {blind} {spots}")
    }

    fn blind_spot(&self, count: usize) -> &'static str {
        agree(count, "blind spot", "blind spots")
    }

    fn front_and_overview(&self) -> &'static str {
        "Front page and overview"
    }

    fn noticed(&self) -> &'static str {
        "noticed"
    }

    fn change(&self) -> &'static str {
        "change"
    }

    fn has_noticed(&self) -> &'static str {
        "has noticed"
    }

    fn cannot_be_noticed(&self) -> &'static str {
        "cannot be noticed"
    }

    fn how_many(&self) -> &'static str {
        "how many"
    }

    fn figures(&self) -> &'static str {
        "Figures"
    }

    fn everything(&self) -> &'static str {
        "All"
    }

    fn printed_once(&self) -> &'static str {
        "printed once, with nothing to compare it with"
    }

    fn mends_fault(&self) -> &'static str {
        "mends an error that the report has already"
    }

    fn not_whole(&self) -> &'static str {
        "what belongs to it was not read whole"
    }

    fn looks_unread(&self) -> &'static str {
        "looks like something that was not read, and so is not judged"
    }

    fn shown(&self) -> &'static str {
        "submissions shown"
    }

    fn total(&self) -> &'static str {
        "submissions in all"
    }

    fn filter_count(&self) -> &'static str {
        "filter count"
    }

    fn overview_count(&self) -> &'static str {
        "overview count"
    }

    fn respondent_dropped(&self) -> &'static str {
        "name dropped from the overview"
    }

    fn svar(&self) -> &'static str {
        "Svar of the block"
    }

    fn mean(&self) -> &'static str {
        "Snitt (mean)"
    }

    fn deviation(&self) -> &'static str {
        "Standardavvik (deviation)"
    }

    fn bar_count(&self) -> &'static str {
        "count of a bar"
    }

    fn bar_percent(&self) -> &'static str {
        "percent of a bar"
    }

    fn not_stated_removed(&self) -> &'static str {
        "name dropped from “Ikke angitt”"
    }

    fn value(&self) -> &'static str {
        "number answered"
    }

    fn choice_removed(&self) -> &'static str {
        "choice removed"
    }

    fn choice_added(&self) -> &'static str {
        "choice added"
    }

    fn text_blanked(&self) -> &'static str {
        "text removed"
    }

    fn own_text_blanked(&self) -> &'static str {
        "own text removed"
    }

    fn comment_blanked(&self) -> &'static str {
        "comment removed"
    }

    fn place_removed(&self) -> &'static str {
        "place removed"
    }

    fn starting_pack(&self) -> &'static str {
        "# A pack to begin with. Give it and its questions names that say what they are, mark the\n# questions that everyone has to answer (required = true), and take the rules into use\n# that fit. `dekom-lint rules check FILE` tells mistakes, `dekom-lint rules test FILE` tries\n# the cases.\n\n"
    }

    fn unlikely_number(&self) -> &'static str {
        "A number that is hardly true."
    }

    fn part_of_another(&self) -> &'static str {
        "A number that is part of another one."
    }

    fn closer_look(&self) -> &'static str {
        "An option that asks for a closer look."
    }

    fn no_checks(&self) -> &'static str {
        "# No checks ([[check]]) in the files."
    }

    fn holds_here(&self) -> &'static str {
        "holds"
    }

    fn found_here(&self) -> &'static str {
        "found"
    }

    fn not_meant(&self) -> &'static str {
        "does not apply here (where)"
    }

    fn not_judged(&self, why: &dyn Display) -> String {
        format!("cannot be judged: {why}")
    }

    fn nothing_traced(&self, rule: &dyn Display) -> String {
        format!("{rule} looks at no such place of the report.")
    }

    fn other_survey(&self, rule: &dyn Display) -> String {
        format!("{rule} is in a pack for another survey; --pack NAME uses it all the same.")
    }

    fn places_more(&self, count: &dyn Display) -> String {
        format!("… and {count} places more; choose by --respondent and --question.")
    }

    fn truth(&self) -> &'static str {
        "true"
    }

    fn untruth(&self) -> &'static str {
        "false"
    }

    fn no_value(&self, why: &dyn Display) -> String {
        format!("has no value: {why}")
    }

    fn why_unread(&self) -> &'static str {
        "a figure or a text was not read with certainty"
    }

    fn why_uncertain_answer(&self) -> &'static str {
        "the answer was not read with certainty"
    }

    fn why_needs(&self) -> &'static str {
        "what the rule needs is not there"
    }

    fn why_no_question(&self) -> &'static str {
        "the report does not have the question"
    }

    fn why_no_answer(&self) -> &'static str {
        "the respondent did not answer the question"
    }

    fn why_ambiguous(&self) -> &'static str {
        "several answers could be meant: two submissions under one name, or two questions of one key"
    }

    fn why_no_previous(&self) -> &'static str {
        "last year’s report is not given (--previous)"
    }

    fn why_no_table(&self) -> &'static str {
        "the table is not given (--table)"
    }

    fn why_no_item(&self) -> &'static str {
        "the list has not so many items"
    }

    fn why_undefined(&self) -> &'static str {
        "a division by zero, or a number beyond all bounds"
    }

    fn why_not_printed(&self) -> &'static str {
        "the place to point at is not printed in the report"
    }

    fn deprecated(&self) -> &'static str {
        "To be left out"
    }

    fn tags(&self) -> &'static str {
        "Tags"
    }

    fn more(&self) -> &'static str {
        "More"
    }

    fn fits(&self) -> &'static str {
        "All keys, patterns and rules fit the report."
    }

    fn other_pack(&self, pack: &dyn Display) -> String {
        format!("the pack {pack} is for another survey (applies_to does not match)")
    }

    fn key_of_none(&self, key: &dyn Display) -> String {
        format!("no question has the key {key}")
    }

    fn nearest_title(&self, title: &dyn Display) -> String {
        format!("; the nearest is “{title}”")
    }

    fn key_of_several(&self, key: &dyn Display, titles: &dyn Display) -> String {
        format!("several questions have the key {key}: {titles}")
    }

    fn no_option(&self, key: &dyn Display, pattern: &dyn Display, options: &dyn Display) -> String {
        format!("the pattern “{pattern}” fits no option of {key}: {options}")
    }

    fn no_text(&self, rule: &dyn Display, pattern: &dyn Display) -> String {
        format!("{rule}: the pattern “{pattern}” fits nothing in the report")
    }

    fn never_applies(&self, rule: &dyn Display) -> String {
        format!("{rule}: the rule looks at nothing in the report (rules trace shows why)")
    }

    fn never_judges(&self, rule: &dyn Display, why: &dyn Display) -> String {
        format!("{rule}: the rule can judge no place: {why}")
    }

    fn finds_most(&self, rule: &dyn Display, found: &dyn Display, places: &dyn Display) -> String {
        format!("{rule}: {found} findings in {places} places: does the pattern match too much?")
    }

    fn short_text(&self) -> &'static str {
        "A text that is too short to say anything."
    }

    fn noticed_nothing(&self, rules: &dyn Display) -> String {
        format!("Rules that noticed nothing: {rules}")
    }

    fn column_time(&self) -> &'static str {
        "time"
    }

    fn column_places(&self) -> &'static str {
        "places"
    }

    fn column_unjudged(&self) -> &'static str {
        "not judged"
    }

    fn column_found(&self) -> &'static str {
        "found"
    }
}
