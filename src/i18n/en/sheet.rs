//! In English: the caseworker's sheet.

use super::En;
use crate::i18n::catalogue::Sheet;

impl Sheet for En {
    fn page(&self) -> &'static str {
        "Page"
    }

    fn printed(&self) -> &'static str {
        "Printed"
    }

    fn contact(&self) -> &'static str {
        "Contact"
    }

    fn phone(&self) -> &'static str {
        "Telephone"
    }

    fn email(&self) -> &'static str {
        "Email"
    }

    fn respondent(&self) -> &'static str {
        "Respondent"
    }

    fn group(&self) -> &'static str {
        "Group"
    }

    fn severity(&self) -> &'static str {
        "Severity"
    }

    fn number(&self) -> &'static str {
        "No."
    }

    fn question(&self) -> &'static str {
        "Question"
    }

    fn expected(&self) -> &'static str {
        "Expected"
    }

    fn finding(&self) -> &'static str {
        "Finding"
    }

    fn ask(&self) -> &'static str {
        "What to ask (Norwegian)"
    }

    fn answer(&self) -> &'static str {
        "Answer"
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
}
