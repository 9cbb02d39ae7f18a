//! In English: the words of the page for the browser.

use super::En;
use crate::i18n::agree;
use crate::i18n::catalogue::Html;
use std::fmt::Display;

impl Html for En {
    fn suppressed(&self, count: &dyn Display) -> String {
        format!("{count} suppressed")
    }

    fn known(&self, count: &dyn Display) -> String {
        format!("{count} known")
    }

    fn fixed(&self, count: &dyn Display) -> String {
        format!("{count} fixed")
    }

    fn finding(&self) -> &'static str {
        "finding"
    }

    fn rests_on_mark(&self) -> &'static str {
        "what it rests on"
    }

    fn unread_mark(&self) -> &'static str {
        "unread"
    }

    fn unchecked_mark(&self) -> &'static str {
        "not checked"
    }

    fn response(&self, count: usize) -> &'static str {
        agree(count, "response", "responses")
    }

    fn question(&self, count: usize) -> &'static str {
        agree(count, "question", "questions")
    }

    fn checked(&self) -> &'static str {
        "Checked"
    }

    fn incomplete(&self) -> &'static str {
        "Some of the report was not checked. The rest was."
    }

    fn unreadable(&self) -> &'static str {
        "Could not be checked"
    }

    fn unread_places(&self) -> &'static str {
        "Unread"
    }

    fn unchecked_places(&self) -> &'static str {
        "Read but not checked"
    }

    fn figures_read(&self) -> &'static str {
        "Figures read"
    }

    fn figures_checked(&self) -> &'static str {
        "Figures checked"
    }

    fn figures_unchecked(&self) -> &'static str {
        "Not checked"
    }

    fn figures_unread(&self) -> &'static str {
        "Unread"
    }

    fn figures_explained(&self) -> &'static str {
        "Digits in dates, names and texts"
    }

    fn digits_in(&self, what: &dyn Display) -> String {
        format!("Digits: {what}")
    }

    fn label_title(&self) -> &'static str {
        "Report check"
    }

    fn label_skip(&self) -> &'static str {
        "Skip to the findings"
    }

    fn label_filters(&self) -> &'static str {
        "Filter findings"
    }

    fn label_severity(&self) -> &'static str {
        "Severity"
    }

    fn label_rule(&self) -> &'static str {
        "Rule"
    }

    fn label_respondent(&self) -> &'static str {
        "Respondent"
    }

    fn label_text(&self) -> &'static str {
        "Search the text"
    }

    fn label_all(&self) -> &'static str {
        "All"
    }

    fn label_reset(&self) -> &'static str {
        "Reset"
    }

    fn label_shown(&self) -> &'static str {
        "{n} of {all} findings shown"
    }

    fn label_by_question(&self) -> &'static str {
        "Findings by question"
    }

    fn label_by_respondent(&self) -> &'static str {
        "Findings by respondent"
    }

    fn label_coverage(&self) -> &'static str {
        "Coverage"
    }

    fn label_pages(&self) -> &'static str {
        "Pages"
    }

    fn label_page(&self) -> &'static str {
        "Page"
    }

    fn label_marked(&self) -> &'static str {
        "findings marked"
    }

    fn label_nothing(&self) -> &'static str {
        "No findings."
    }

    fn label_printed(&self) -> &'static str {
        "Printed"
    }

    fn label_expected(&self) -> &'static str {
        "Expected"
    }

    fn label_group(&self) -> &'static str {
        "Group"
    }

    fn label_option(&self) -> &'static str {
        "Option"
    }

    fn label_uncertain(&self) -> &'static str {
        "read with doubt"
    }

    fn label_rests_on(&self) -> &'static str {
        "Rests on"
    }

    fn label_what(&self) -> &'static str {
        "What"
    }

    fn label_where(&self) -> &'static str {
        "Where"
    }

    fn label_why(&self) -> &'static str {
        "Why:"
    }

    fn label_help(&self) -> &'static str {
        "Do this:"
    }

    fn label_rules(&self) -> &'static str {
        "Rules"
    }

    fn label_result(&self) -> &'static str {
        "Result"
    }

    fn label_evaluated(&self) -> &'static str {
        "Places evaluated"
    }

    fn label_contents(&self) -> &'static str {
        "Contents"
    }

    fn label_grade_error(&self) -> &'static str {
        "Errors to settle"
    }

    fn label_grade_warning(&self) -> &'static str {
        "Warnings to look at"
    }

    fn label_grade_note(&self) -> &'static str {
        "Notes"
    }

    fn label_as_printed(&self) -> &'static str {
        "as it is printed"
    }

    fn label_text_there(&self) -> &'static str {
        "The text there"
    }

    fn label_text_of_page(&self) -> &'static str {
        "The text of the page"
    }

    fn label_state(&self) -> &'static str {
        "Handling"
    }

    fn label_open(&self) -> &'static str {
        "Open"
    }

    fn label_settled(&self) -> &'static str {
        "Settled"
    }

    fn label_no_problem(&self) -> &'static str {
        "Not a problem"
    }

    fn label_reason(&self) -> &'static str {
        "Reason"
    }

    fn label_reason_needed(&self) -> &'static str {
        "Write why, so that the exception is saved too."
    }

    fn label_open_ones(&self) -> &'static str {
        "Open ones"
    }

    fn label_handled_ones(&self) -> &'static str {
        "Handled ones"
    }

    fn label_progress(&self) -> &'static str {
        "{n} of {all} findings are handled"
    }

    fn label_save(&self) -> &'static str {
        "Save the exceptions"
    }

    fn label_save_help(&self) -> &'static str {
        "Saves a file with the findings for which you gave a reason. Put it beside the report as dekom-lint.toml, and they are not counted the next time. Nothing is sent from this machine."
    }

    fn label_kept(&self) -> &'static str {
        "The marks are kept in this browser."
    }

    fn label_not_kept(&self) -> &'static str {
        "This browser does not keep the marks. Save the exceptions before you close the page."
    }

    fn label_saved_head(&self) -> &'static str {
        "Exceptions from the check of a report. The lines belong in dekom-lint.toml beside the report."
    }
}
