//! In English: what became of the digits of a report, and why places could not be judged.

use super::En;
use crate::i18n::catalogue::Coverage;
use std::fmt::Display;

impl Coverage for En {
    fn page_number(&self) -> &'static str {
        "page number"
    }

    fn running_line(&self) -> &'static str {
        "line on every page"
    }

    fn line_number(&self) -> &'static str {
        "line number"
    }

    fn date(&self) -> &'static str {
        "date"
    }

    fn title(&self) -> &'static str {
        "title"
    }

    fn name(&self) -> &'static str {
        "name"
    }

    fn option(&self) -> &'static str {
        "option"
    }

    fn telephone(&self) -> &'static str {
        "telephone number"
    }

    fn prose(&self) -> &'static str {
        "free text"
    }

    fn repeated_page(&self) -> &'static str {
        "page that stands there twice"
    }

    fn switched_off(&self) -> &'static str {
        "only for rules that are switched off"
    }

    fn not_judged(&self, count: usize) -> &'static str {
        if count == 1 {
            "place could not be judged"
        } else {
            "places could not be judged"
        }
    }

    fn because(&self, places: &dyn Display, why: &dyn Display) -> String {
        format!("{places}: {why}")
    }

    fn unread_value(&self) -> &'static str {
        "a figure was not read for certain"
    }

    fn uncertain_answer(&self) -> &'static str {
        "an answer was not read for certain"
    }

    fn needs(&self) -> &'static str {
        "what the rule needs is not whole"
    }

    fn no_such_question(&self) -> &'static str {
        "the report does not have the question"
    }

    fn no_answer(&self) -> &'static str {
        "the respondent did not answer the other question"
    }

    fn ambiguous(&self) -> &'static str {
        "several answers may be meant"
    }

    fn no_previous(&self) -> &'static str {
        "no report of the year before was given"
    }

    fn no_table(&self) -> &'static str {
        "no file was given for the table"
    }

    fn no_such_item(&self) -> &'static str {
        "a list is too short"
    }

    fn undefined(&self) -> &'static str {
        "division by zero or a number too large"
    }

    fn not_printed(&self) -> &'static str {
        "what is at fault is not printed"
    }

    fn reasons(&self) -> &'static str {
        "Why a place is not judged"
    }
}
