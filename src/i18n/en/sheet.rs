//! In English: the caseworker's sheet.

use super::En;
use crate::i18n::catalogue::Sheet;

impl Sheet for En {
    fn asks(&self) -> &'static str {
        "Follow-up"
    }

    fn people(&self) -> &'static str {
        "Respondents"
    }

    fn all(&self) -> &'static str {
        "All findings"
    }

    fn respondent(&self) -> &'static str {
        "Respondent"
    }

    fn group(&self) -> &'static str {
        "Group"
    }

    fn contact(&self) -> &'static str {
        "Contact"
    }

    fn phone(&self) -> &'static str {
        "Telephone"
    }

    fn email(&self) -> &'static str {
        "E-mail"
    }

    fn asked(&self) -> &'static str {
        "Questions"
    }

    fn open(&self) -> &'static str {
        "Not settled"
    }

    fn letter(&self) -> &'static str {
        "Letter"
    }

    fn question(&self) -> &'static str {
        "Question"
    }

    fn page(&self) -> &'static str {
        "Page"
    }

    fn printed(&self) -> &'static str {
        "Printed"
    }

    fn expected(&self) -> &'static str {
        "Expected"
    }

    fn finding(&self) -> &'static str {
        "Finding"
    }

    fn ask(&self) -> &'static str {
        "We ask"
    }

    fn status(&self) -> &'static str {
        "Status"
    }

    fn answer(&self) -> &'static str {
        "Answer"
    }

    fn note(&self) -> &'static str {
        "Note"
    }

    fn change(&self) -> &'static str {
        "Change"
    }

    fn severity(&self) -> &'static str {
        "Severity"
    }

    fn rule(&self) -> &'static str {
        "Rule"
    }

    fn file(&self) -> &'static str {
        "File"
    }

    fn id(&self) -> &'static str {
        "Id"
    }

    fn not_sent(&self) -> &'static str {
        "Not sent"
    }

    fn sent(&self) -> &'static str {
        "Sent"
    }

    fn answered(&self) -> &'static str {
        "Answered"
    }

    fn settled(&self) -> &'static str {
        "Settled"
    }

    fn no_problem(&self) -> &'static str {
        "Not a problem"
    }

    fn to_do(&self) -> &'static str {
        "To do"
    }

    fn see_asks(&self) -> &'static str {
        "See Follow-up"
    }

    fn came_in(&self) -> &'static str {
        "New"
    }

    fn mended(&self) -> &'static str {
        "Mended"
    }

    fn unchecked(&self) -> &'static str {
        "Not checked"
    }
}
