//! What the formats for people add to findings.

use std::fmt::Display;

/// What the formats for people add to findings.
pub trait Render {
    /// A rule that held everywhere.
    fn held(&self) -> &'static str;
    /// A rule that did not hold.
    fn failed(&self) -> &'static str;
    /// A rule with nothing to check.
    fn not_applicable(&self) -> &'static str;
    /// A rule whose figures were not read.
    fn not_evaluable(&self) -> &'static str;
    /// A rule that was not run to its end.
    fn unfinished(&self) -> &'static str;
    /// Why a rule was skipped.
    fn not_applicable_here(&self) -> &'static str;
    /// Why a rule could not be evaluated.
    fn not_evaluable_here(&self) -> &'static str;
    /// Files that could not be read, after their count.
    fn not_checked(&self, count: usize) -> &'static str;
    /// What should have stood there, under the figure.
    fn expected(&self, value: &dyn Display) -> String;
    /// The question that a finding is about.
    fn question(&self, text: &dyn Display) -> String;
    /// The respondent and the group that a finding is about.
    fn about(&self, text: &dyn Display) -> String;
    /// Why a finding matters.
    fn why(&self, text: &dyn Display) -> String;
    /// What to do about a finding.
    fn help(&self, text: &dyn Display) -> String;
    /// Findings that the second reading sees as well.
    fn confirmed(&self, count: &dyn Display) -> String;
    /// Findings that the second reading does not see, after their count.
    fn doubted(&self, count: usize) -> &'static str;
    /// Findings on which the second reading says nothing.
    fn unread_pages(&self, count: &dyn Display) -> String;
    /// What the second reading came to.
    fn second_reading(&self, parts: &dyn Display) -> String;
    /// Figures that were read, after their count.
    fn figure_read(&self, count: usize) -> &'static str;
    /// Figures that were checked, after their count.
    fn checked(&self, count: usize) -> &'static str;
    /// Figures that could not be read, after their count.
    fn unread(&self, count: usize) -> &'static str;
    /// Questions of which something is missing, after their count.
    fn incomplete_question(&self, count: usize) -> &'static str;
    /// After notes that are hidden.
    fn shown_with_notes(&self) -> &'static str;
    /// Findings that a suppression accepts.
    fn suppressed(&self, count: &dyn Display) -> String;
    /// Where the run fails on no finding, though there are errors.
    fn none_fails(&self) -> &'static str;
    /// Findings that the run fails on, after their count.
    fn of_them_fail(&self, count: usize) -> &'static str;
    /// What a baseline knows, and what of it is gone.
    fn known_and_fixed(&self, known: &dyn Display, fixed: &dyn Display) -> String;
    /// A question that is not there, with the rules that judged nothing for that reason.
    fn switched_off(&self, question: &dyn Display, rules: &dyn Display) -> String;
    /// Questions that a pack looks for in vain.
    fn questions_not_found(&self, pack: &dyn Display, keys: &dyn Display) -> String;
    /// A text of which many figures could only be read.
    fn many_unchecked(&self, left: &dyn Display, all: &dyn Display) -> String;
    /// What to do then.
    fn many_unchecked_help(&self) -> &'static str;
    /// In the coverage: figures that were read.
    fn count_read(&self, count: &dyn Display) -> String;
    /// In the coverage: figures that were checked.
    fn count_checked(&self, count: &dyn Display) -> String;
    /// In the coverage: figures that could not be read.
    fn count_unread(&self, count: &dyn Display) -> String;
    /// In the coverage: digits that are no figures.
    fn count_explained(&self, count: &dyn Display) -> String;
    /// In the coverage: findings that a rule made beyond those that are kept, after their count.
    fn unlisted(&self, count: usize) -> &'static str;
    /// In the coverage: a question that a pack looks for in vain.
    fn question_not_found(&self, pack: &dyn Display, key: &dyn Display) -> String;
    /// In the coverage: what could not be read.
    fn unread_place(&self) -> &'static str;
    /// In the coverage: what was read and no rule looked at.
    fn unchecked_place(&self) -> &'static str;
    /// A part of a whole.
    fn part_of(&self, part: &dyn Display, whole: &dyn Display) -> String;
    /// A rounded figure that hides nothing.
    fn rounding_hides_nothing(&self, of: &dyn Display) -> String;
    /// What a rounded figure can hide.
    fn rounding_hides(&self, most: &dyn Display, of: &dyn Display) -> String;
    /// Heading of a comparison.
    fn new_findings(&self) -> &'static str;
    /// Heading of a comparison.
    fn fixed_findings(&self) -> &'static str;
    /// Heading of a comparison.
    fn unchanged_findings(&self) -> &'static str;
    /// Heading of a comparison.
    fn altered_findings(&self) -> &'static str;
    /// What an unchanged finding said before.
    fn before(&self, message: &dyn Display) -> String;
    /// Heading of a comparison.
    fn changed_amounts(&self) -> &'static str;
    /// Heading of a comparison.
    fn new_respondents(&self) -> &'static str;
    /// Heading of a comparison.
    fn gone_respondents(&self) -> &'static str;
    /// Below a comparison of what was not read whole.
    fn pages_missing(&self) -> &'static str;
    /// In place of a respondent, where the sum changed.
    fn the_sum(&self) -> &'static str;
    /// Under the list of an annotated PDF that has no room for all findings.
    fn listed_in_outline(&self) -> &'static str;
    /// In the note of an annotated PDF.
    fn note_expected(&self, value: &dyn Display) -> String;
    /// The verdict where there are errors.
    fn to_settle(&self, errors: &dyn Display) -> String;
    /// The verdict where there are errors and warnings.
    fn to_settle_and_look_at(&self, errors: &dyn Display, warnings: &dyn Display) -> String;
    /// The verdict where there are warnings alone.
    fn to_look_at(&self, warnings: &dyn Display) -> String;
    /// The verdict where there is nothing to do.
    fn no_errors(&self) -> &'static str;
    /// The same where errors were accepted.
    fn no_new_errors(&self) -> &'static str;
    /// The same where warnings are left.
    fn no_new_errors_but(&self, warnings: &dyn Display) -> String;
    /// In the verdict, behind how many: findings that are no errors and on which the run fails all the
    /// same.
    fn fail_the_run(&self, count: usize) -> &'static str;
    /// The verdict where no file could be read.
    fn nothing_checked(&self) -> &'static str;
    /// In the verdict: how much was checked.
    fn figures_checked_of(&self, checked: &dyn Display, all: &dyn Display) -> String;
    /// In the verdict: files that could not be read, with their count.
    fn could_not_be_checked(&self, files: &dyn Display) -> String;
    /// In the verdict: files of which not all could be checked, with their count.
    fn partly_checked(&self, files: &dyn Display) -> String;
    /// In the verdict: findings that suppressions or a baseline accept.
    fn accepted_before(&self, count: usize) -> &'static str;
}
