//! In English: what the formats for people add to findings.

use super::En;
use crate::i18n::agree;
use crate::i18n::catalogue::Render;
use std::fmt::Display;

impl Render for En {
    fn held(&self) -> &'static str {
        "passed"
    }

    fn failed(&self) -> &'static str {
        "failed"
    }

    fn not_applicable(&self) -> &'static str {
        "not applicable"
    }

    fn not_evaluable(&self) -> &'static str {
        "not evaluable"
    }

    fn unfinished(&self) -> &'static str {
        "unfinished"
    }

    fn not_applicable_here(&self) -> &'static str {
        "does not apply to this report"
    }

    fn not_evaluable_here(&self) -> &'static str {
        "could not be evaluated: something is unread or missing"
    }

    fn not_checked(&self, count: usize) -> &'static str {
        agree(count, "not checked", "not checked")
    }

    fn expected(&self, value: &dyn Display) -> String {
        format!("expected {value}")
    }

    fn question(&self, text: &dyn Display) -> String {
        format!("question: {text}")
    }

    fn about(&self, text: &dyn Display) -> String {
        format!("about: {text}")
    }

    fn why(&self, text: &dyn Display) -> String {
        format!("why: {text}")
    }

    fn help(&self, text: &dyn Display) -> String {
        format!("help: {text}")
    }

    fn confirmed(&self, count: &dyn Display) -> String {
        format!("{count} confirmed")
    }

    fn doubted(&self, count: usize) -> &'static str {
        agree(count, "doubted", "doubted")
    }

    fn unread_pages(&self, count: &dyn Display) -> String {
        format!("{count} on pages that it could not read")
    }

    fn second_reading(&self, parts: &dyn Display) -> String {
        format!("second reading: {parts}")
    }

    fn figure_read(&self, count: usize) -> &'static str {
        agree(count, "figure read", "figures read")
    }

    fn checked(&self, count: usize) -> &'static str {
        agree(count, "checked", "checked")
    }

    fn unread(&self, count: usize) -> &'static str {
        agree(count, "unread", "unread")
    }

    fn incomplete_question(&self, count: usize) -> &'static str {
        agree(count, "incomplete question", "incomplete questions")
    }

    fn shown_with_notes(&self) -> &'static str {
        " (shown with --notes)"
    }

    fn suppressed(&self, count: &dyn Display) -> String {
        format!("{count} suppressed")
    }

    fn none_fails(&self) -> &'static str {
        "none of them fails the run"
    }

    fn of_them_fail(&self, count: usize) -> &'static str {
        agree(count, "of them fails the run", "of them fail the run")
    }

    fn known_and_fixed(&self, known: &dyn Display, fixed: &dyn Display) -> String {
        format!("{known} known, {fixed} fixed")
    }

    fn switched_off(&self, question: &dyn Display, rules: &dyn Display) -> String {
        format!("{question} (switches off {rules})")
    }

    fn questions_not_found(&self, pack: &dyn Display, keys: &dyn Display) -> String {
        format!("{pack} did not find these questions: {keys}")
    }

    fn many_unchecked(&self, left: &dyn Display, all: &dyn Display) -> String {
        format!("{left} of {all} figures were read, but not checked")
    }

    fn many_unchecked_help(&self) -> &'static str {
        "The charts can't be resolved for sure in this text: check the PDF itself. --coverage lists the figures."
    }

    fn count_read(&self, count: &dyn Display) -> String {
        format!("figures read: {count}")
    }

    fn count_checked(&self, count: &dyn Display) -> String {
        format!("figures checked: {count}")
    }

    fn count_unread(&self, count: &dyn Display) -> String {
        format!("unread: {count}")
    }

    fn count_explained(&self, count: &dyn Display) -> String {
        format!("digits in dates, names and texts: {count}")
    }

    fn unlisted(&self, count: usize) -> &'static str {
        agree(count, "finding is not shown", "findings are not shown")
    }

    fn question_not_found(&self, pack: &dyn Display, key: &dyn Display) -> String {
        format!("{pack}: question not found {key}")
    }

    fn unread_place(&self) -> &'static str {
        "unread"
    }

    fn unchecked_place(&self) -> &'static str {
        "not checked"
    }

    fn part_of(&self, part: &dyn Display, whole: &dyn Display) -> String {
        format!("{part} of {whole}")
    }

    fn rounding_hides_nothing(&self, of: &dyn Display) -> String {
        format!("rounding hides no error in {of}")
    }

    fn rounding_hides(&self, most: &dyn Display, of: &dyn Display) -> String {
        format!("rounding can hide an error of up to {most} in {of}")
    }

    fn new_findings(&self) -> &'static str {
        "New findings"
    }

    fn fixed_findings(&self) -> &'static str {
        "Fixed findings"
    }

    fn unchanged_findings(&self) -> &'static str {
        "Unchanged findings"
    }

    fn altered_findings(&self) -> &'static str {
        "Unchanged findings of which the figure changed"
    }

    fn before(&self, message: &dyn Display) -> String {
        format!("before: {message}")
    }

    fn changed_amounts(&self) -> &'static str {
        "Amounts that changed a lot"
    }

    fn new_respondents(&self) -> &'static str {
        "New respondents"
    }

    fn gone_respondents(&self) -> &'static str {
        "Respondents that are gone"
    }

    fn pages_missing(&self) -> &'static str {
        "Pages are missing in one of the reports. What is gone may stand on them."
    }

    fn the_sum(&self) -> &'static str {
        "the sum"
    }

    fn listed_in_outline(&self) -> &'static str {
        "The list goes on in the outline of the file (the bookmarks)."
    }

    fn note_expected(&self, value: &dyn Display) -> String {
        format!("Expected: {value}")
    }

    fn to_settle(&self, errors: &dyn Display) -> String {
        format!("{errors} must be settled before publishing.")
    }

    fn to_settle_and_look_at(&self, errors: &dyn Display, warnings: &dyn Display) -> String {
        format!("{errors} must be settled before publishing, {warnings} should be looked at.")
    }

    fn to_look_at(&self, warnings: &dyn Display) -> String {
        format!("No errors found, but {warnings} should be looked at.")
    }

    fn no_errors(&self) -> &'static str {
        "No errors found."
    }

    fn no_new_errors(&self) -> &'static str {
        "No new errors found."
    }

    fn no_new_errors_but(&self, warnings: &dyn Display) -> String {
        format!("No new errors found, but {warnings} should be looked at.")
    }

    fn fail_the_run(&self, count: usize) -> &'static str {
        agree(count, "finding fails the run.", "findings fail the run.")
    }

    fn nothing_checked(&self) -> &'static str {
        "Nothing was checked."
    }

    fn figures_checked_of(&self, checked: &dyn Display, all: &dyn Display) -> String {
        format!("{checked} of {all} figures were checked.")
    }

    fn could_not_be_checked(&self, files: &dyn Display) -> String {
        format!("{files} could not be checked.")
    }

    fn partly_checked(&self, files: &dyn Display) -> String {
        format!("{files} could be checked in part only.")
    }

    fn accepted_before(&self, count: usize) -> &'static str {
        agree(
            count,
            "finding was accepted before.",
            "findings were accepted before.",
        )
    }
}
