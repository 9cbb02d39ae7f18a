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
        "Pages are missing. What could be checked was."
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
}
