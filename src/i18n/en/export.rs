//! In English: the workbook of an export.

use super::En;
use crate::i18n::catalogue::Export;

impl Export for En {
    fn name(&self, key: &'static str) -> &'static str {
        match key {
            "files" => "Files",
            "respondents" => "Respondents",
            "questions" => "Questions",
            "answers" => "Answers",
            "choices" => "Choices",
            "texts" => "Texts",
            "figures" => "Figures",
            "bars" => "Bars",
            "unread" => "Unread",
            "file" => "File",
            "respondent" => "Respondent",
            "group" => "Group",
            "submissions" => "Submissions",
            "submission" => "Submission no.",
            "page" => "Page",
            "line" => "Line",
            "certain" => "Read with certainty",
            "question" => "Question no.",
            "title" => "Question",
            "kind" => "Kind",
            "not_stated" => "Not stated",
            "complete" => "Complete",
            "state" => "State",
            "value" => "Value",
            "option" => "Option",
            "part" => "Part",
            "text" => "Text",
            "figure" => "Figure",
            "own_text" => "Own text",
            "count" => "Count",
            "percent" => "Percent",
            "what" => "What",
            "status" => "Status",
            "survey" => "Survey",
            "date" => "Date",
            "sha256" => "SHA-256",
            "questions_incomplete" => "Incomplete questions",
            "figures_read" => "Figures read",
            "figures_checked" => "Figures checked",
            "figures_unread" => "Figures unread",
            "error" => "Error",
            "multiple_choice" => "multiple choice",
            "single_choice" => "single choice",
            "shown" => "shown on the front page",
            "total" => "total on the front page",
            "stddev" => "standard deviation",
            _ => key,
        }
    }
}
