//! The words of the page for the browser.

use std::fmt::Display;

/// The words of the page for the browser.
pub trait Html {
    /// Findings that a suppression accepts.
    fn suppressed(&self, count: &dyn Display) -> String;
    /// Findings that a baseline knows.
    fn known(&self, count: &dyn Display) -> String;
    /// Findings that a baseline knows and that are gone.
    fn fixed(&self, count: &dyn Display) -> String;
    /// A mark: the figure at fault.
    fn finding(&self) -> &'static str;
    /// A mark: what a finding was computed from.
    fn rests_on_mark(&self) -> &'static str;
    /// A mark: what could not be read.
    fn unread_mark(&self) -> &'static str;
    /// A mark: what no rule looked at.
    fn unchecked_mark(&self) -> &'static str;
    /// Submissions, after their count.
    fn response(&self, count: usize) -> &'static str;
    /// Questions, after their count.
    fn question(&self, count: usize) -> &'static str;
    /// The status of a file.
    fn checked(&self) -> &'static str;
    /// The status of a file with pages missing.
    fn incomplete(&self) -> &'static str;
    /// The status of a file that could not be read.
    fn unreadable(&self) -> &'static str;
    /// Heading of the places that could not be read.
    fn unread_places(&self) -> &'static str;
    /// Heading of the places that no rule looked at.
    fn unchecked_places(&self) -> &'static str;
    /// In the table of coverage.
    fn figures_read(&self) -> &'static str;
    /// In the table of coverage.
    fn figures_checked(&self) -> &'static str;
    /// In the table of coverage.
    fn figures_unchecked(&self) -> &'static str;
    /// In the table of coverage.
    fn figures_unread(&self) -> &'static str;
    /// In the coverage: digits that are no figures.
    fn figures_explained(&self) -> &'static str;
    /// Heading of the places of digits that are no figures.
    fn digits_in(&self, what: &dyn Display) -> String;
    /// `title` of the template.
    fn label_title(&self) -> &'static str;
    /// `skip` of the template.
    fn label_skip(&self) -> &'static str;
    /// `filters` of the template.
    fn label_filters(&self) -> &'static str;
    /// `severity` of the template.
    fn label_severity(&self) -> &'static str;
    /// `rule` of the template.
    fn label_rule(&self) -> &'static str;
    /// `respondent` of the template.
    fn label_respondent(&self) -> &'static str;
    /// `text` of the template.
    fn label_text(&self) -> &'static str;
    /// `all` of the template.
    fn label_all(&self) -> &'static str;
    /// `reset` of the template.
    fn label_reset(&self) -> &'static str;
    /// `shown` of the template, whose script fills in the numbers.
    fn label_shown(&self) -> &'static str;
    /// `by_question` of the template.
    fn label_by_question(&self) -> &'static str;
    /// `by_respondent` of the template.
    fn label_by_respondent(&self) -> &'static str;
    /// `coverage` of the template.
    fn label_coverage(&self) -> &'static str;
    /// `pages` of the template.
    fn label_pages(&self) -> &'static str;
    /// `page` of the template.
    fn label_page(&self) -> &'static str;
    /// `marked` of the template.
    fn label_marked(&self) -> &'static str;
    /// `nothing` of the template.
    fn label_nothing(&self) -> &'static str;
    /// `printed` of the template.
    fn label_printed(&self) -> &'static str;
    /// `expected` of the template.
    fn label_expected(&self) -> &'static str;
    /// `group` of the template.
    fn label_group(&self) -> &'static str;
    /// `option` of the template.
    fn label_option(&self) -> &'static str;
    /// `uncertain` of the template.
    fn label_uncertain(&self) -> &'static str;
    /// `rests_on` of the template.
    fn label_rests_on(&self) -> &'static str;
    /// `what` of the template.
    fn label_what(&self) -> &'static str;
    /// `where` of the template.
    fn label_where(&self) -> &'static str;
    /// `why` of the template.
    fn label_why(&self) -> &'static str;
    /// `help` of the template.
    fn label_help(&self) -> &'static str;
    /// `rules` of the template.
    fn label_rules(&self) -> &'static str;
    /// `result` of the template.
    fn label_result(&self) -> &'static str;
    /// `evaluated` of the template.
    fn label_evaluated(&self) -> &'static str;
    /// `contents` of the template.
    fn label_contents(&self) -> &'static str;
    /// `grade_error` of the template.
    fn label_grade_error(&self) -> &'static str;
    /// `grade_warning` of the template.
    fn label_grade_warning(&self) -> &'static str;
    /// `grade_note` of the template.
    fn label_grade_note(&self) -> &'static str;
    /// `as_printed` of the template.
    fn label_as_printed(&self) -> &'static str;
    /// `text_there` of the template.
    fn label_text_there(&self) -> &'static str;
    /// `text_of_page` of the template.
    fn label_text_of_page(&self) -> &'static str;
    /// `state` of the template.
    fn label_state(&self) -> &'static str;
    /// `open` of the template.
    fn label_open(&self) -> &'static str;
    /// `settled` of the template.
    fn label_settled(&self) -> &'static str;
    /// `no_problem` of the template.
    fn label_no_problem(&self) -> &'static str;
    /// `reason` of the template.
    fn label_reason(&self) -> &'static str;
    /// `reason_needed` of the template.
    fn label_reason_needed(&self) -> &'static str;
    /// `open_ones` of the template.
    fn label_open_ones(&self) -> &'static str;
    /// `handled_ones` of the template.
    fn label_handled_ones(&self) -> &'static str;
    /// `progress` of the template.
    fn label_progress(&self) -> &'static str;
    /// `save` of the template.
    fn label_save(&self) -> &'static str;
    /// `save_help` of the template.
    fn label_save_help(&self) -> &'static str;
    /// `kept` of the template.
    fn label_kept(&self) -> &'static str;
    /// `not_kept` of the template.
    fn label_not_kept(&self) -> &'static str;
    /// `saved_head` of the template.
    fn label_saved_head(&self) -> &'static str;
}
