//! What is said to those who write rules.

use std::fmt::Display;

/// What is said to those who write rules.
pub trait Authoring {
    /// After a rule file with one rule was loaded.
    fn one_rule_checked(&self) -> &'static str;
    /// After rule files were loaded.
    fn rules_checked(&self, count: &dyn Display) -> String;
    /// A rule file without a rule.
    fn no_rules(&self, path: &dyn Display) -> String;
    /// What to do, for a folder.
    fn no_rules_in_folder(&self) -> &'static str;
    /// What to do, for a file.
    fn no_rules_in_file(&self) -> &'static str;
    /// A case in which a rule finds nothing, as it should.
    fn validated(&self, count: usize) -> &'static str;
    /// A case in which a rule finds what it should.
    fn reported(&self, count: usize) -> &'static str;
    /// A case in which a rule finds what it should not.
    fn noisy(&self, count: usize) -> &'static str;
    /// A case in which a rule does not find what it should.
    fn not_found(&self, count: usize) -> &'static str;
    /// A case in which a rule judges nothing.
    fn vacuous(&self, count: usize) -> &'static str;
    /// Why a rule judges nothing: what it needs is missing.
    fn vacuous_needs(&self) -> &'static str;
    /// Why a rule judges nothing: it looks at something else.
    fn vacuous_where(&self) -> &'static str;
    /// Rules without a case.
    fn no_cases(&self, rules: &dyn Display) -> String;
    /// What a case says should be found.
    fn case_expected(&self, primary: &dyn Display, message: &dyn Display) -> String;
    /// What was found in a case.
    fn case_found(&self, what: &dyn Display) -> String;
    /// Cases of a file that now expect what was found.
    fn cases_amended(&self, count: usize, file: &dyn Display) -> String;
    /// Rules that nothing was tried on.
    fn without_cases(&self, rules: &dyn Display) -> String;
    /// Heading in what explains a rule.
    fn what(&self) -> &'static str;
    /// Heading in what explains a rule.
    fn why(&self) -> &'static str;
    /// Heading in what explains a rule.
    fn what_to_do(&self) -> &'static str;
    /// Heading in what explains a rule.
    fn may_follow_from(&self) -> &'static str;
    /// Heading in what explains a rule.
    fn example(&self) -> &'static str;
    /// Heading in what explains a rule.
    fn how_written(&self) -> &'static str;
    /// Heading in what explains a rule.
    fn rounding(&self) -> &'static str;
    /// What a rule does not see.
    fn rounded(&self, of: &dyn Display) -> String;
    /// What the rounding hides in a rule's example.
    fn rounding_hides_nothing(&self) -> &'static str;
    /// What the rounding hides in a rule's example.
    fn rounding_hides(&self, most: &dyn Display) -> String;
    /// A column of the list of rules.
    fn column_rule(&self) -> &'static str;
    /// A column of the list of rules.
    fn column_severity(&self) -> &'static str;
    /// A column of the list of rules.
    fn column_pack(&self) -> &'static str;
    /// A column of the list of rules.
    fn column_finds(&self) -> &'static str;
    /// How many changes were noticed.
    fn share(&self, part: &dyn Display, whole: &dyn Display, percent: &dyn Display) -> String;
    /// How many changes were not noticed.
    fn unnoticed(
        &self,
        explained: &dyn Display,
        blind: &dyn Display,
        spots: &dyn Display,
    ) -> String;
    /// Changes that a rule should notice, after their count.
    fn blind_spot(&self, count: usize) -> &'static str;
    /// In place of a question.
    fn front_and_overview(&self) -> &'static str;
    /// Before how many changes were noticed.
    fn noticed(&self) -> &'static str;
    /// A column of what was changed.
    fn change(&self) -> &'static str;
    /// A column: how many changes a rule noticed.
    fn has_noticed(&self) -> &'static str;
    /// A column: why changes are not noticed.
    fn cannot_be_noticed(&self) -> &'static str;
    /// A column of counts.
    fn how_many(&self) -> &'static str;
    /// Before how many changes of figures were noticed.
    fn figures(&self) -> &'static str;
    /// Before how many of all changes were noticed.
    fn everything(&self) -> &'static str;
    /// Why a change is not noticed.
    fn printed_once(&self) -> &'static str;
    /// Why a change is not noticed.
    fn mends_fault(&self) -> &'static str;
    /// Why a change is not noticed.
    fn not_whole(&self) -> &'static str;
    /// Why a change is not noticed.
    fn looks_unread(&self) -> &'static str;
    /// A kind of change.
    fn shown(&self) -> &'static str;
    /// A kind of change.
    fn total(&self) -> &'static str;
    /// A kind of change.
    fn filter_count(&self) -> &'static str;
    /// A kind of change.
    fn overview_count(&self) -> &'static str;
    /// A kind of change.
    fn respondent_dropped(&self) -> &'static str;
    /// A kind of change.
    fn svar(&self) -> &'static str;
    /// A kind of change.
    fn mean(&self) -> &'static str;
    /// A kind of change.
    fn deviation(&self) -> &'static str;
    /// A kind of change.
    fn bar_count(&self) -> &'static str;
    /// A kind of change.
    fn bar_percent(&self) -> &'static str;
    /// A kind of change.
    fn not_stated_removed(&self) -> &'static str;
    /// A kind of change.
    fn value(&self) -> &'static str;
    /// A kind of change.
    fn choice_removed(&self) -> &'static str;
    /// A kind of change.
    fn choice_added(&self) -> &'static str;
    /// A kind of change.
    fn text_blanked(&self) -> &'static str;
    /// A kind of change.
    fn own_text_blanked(&self) -> &'static str;
    /// A kind of change.
    fn comment_blanked(&self) -> &'static str;
    /// A kind of change.
    fn place_removed(&self) -> &'static str;
    /// What a new pack begins with.
    fn starting_pack(&self) -> &'static str;
    /// Above a rule of a new pack.
    fn unlikely_number(&self) -> &'static str;
    /// Above a rule of a new pack.
    fn part_of_another(&self) -> &'static str;
    /// Above a rule of a new pack.
    fn closer_look(&self) -> &'static str;
    /// Rule files without a check.
    fn no_checks(&self) -> &'static str;
    /// What became of a place.
    fn holds_here(&self) -> &'static str;
    /// What became of a place.
    fn found_here(&self) -> &'static str;
    /// What became of a place.
    fn not_meant(&self) -> &'static str;
    /// What became of a place.
    fn not_judged(&self, why: &dyn Display) -> String;
    /// A rule that looks at no wanted place.
    fn nothing_traced(&self, rule: &dyn Display) -> String;
    /// A rule of a pack that is for another survey.
    fn other_survey(&self, rule: &dyn Display) -> String;
    /// Places beyond those that are shown.
    fn places_more(&self, count: &dyn Display) -> String;
    /// True.
    fn truth(&self) -> &'static str;
    /// False.
    fn untruth(&self) -> &'static str;
    /// An expression without a value.
    fn no_value(&self, why: &dyn Display) -> String;
    /// Why a place cannot be judged.
    fn why_unread(&self) -> &'static str;
    /// Why a place cannot be judged.
    fn why_uncertain_answer(&self) -> &'static str;
    /// Why a place cannot be judged.
    fn why_needs(&self) -> &'static str;
    /// Why a place cannot be judged.
    fn why_no_question(&self) -> &'static str;
    /// Why a place cannot be judged.
    fn why_no_answer(&self) -> &'static str;
    /// Why a place cannot be judged.
    fn why_ambiguous(&self) -> &'static str;
    /// Why a place cannot be judged.
    fn why_no_previous(&self) -> &'static str;
    /// Why a place cannot be judged.
    fn why_no_table(&self) -> &'static str;
    /// Why a place cannot be judged.
    fn why_no_item(&self) -> &'static str;
    /// Why a place cannot be judged.
    fn why_undefined(&self) -> &'static str;
    /// Why a place cannot be judged.
    fn why_not_printed(&self) -> &'static str;
    /// Heading in what explains a rule.
    fn deprecated(&self) -> &'static str;
    /// Heading in what explains a rule.
    fn tags(&self) -> &'static str;
    /// Heading in what explains a rule.
    fn more(&self) -> &'static str;
    /// Rules that fit a report.
    fn fits(&self) -> &'static str;
    /// A pack for another survey.
    fn other_pack(&self, pack: &dyn Display) -> String;
    /// A key that no question has.
    fn key_of_none(&self, key: &dyn Display) -> String;
    /// The title that is most like a key.
    fn nearest_title(&self, title: &dyn Display) -> String;
    /// A key that several questions have.
    fn key_of_several(&self, key: &dyn Display, titles: &dyn Display) -> String;
    /// A pattern that fits no option.
    fn no_option(&self, key: &dyn Display, pattern: &dyn Display, options: &dyn Display) -> String;
    /// A pattern that fits nothing.
    fn no_text(&self, rule: &dyn Display, pattern: &dyn Display) -> String;
    /// A rule that looked at nothing.
    fn never_applies(&self, rule: &dyn Display) -> String;
    /// A rule that could not judge.
    fn never_judges(&self, rule: &dyn Display, why: &dyn Display) -> String;
    /// A rule that finds too much.
    fn finds_most(&self, rule: &dyn Display, found: &dyn Display, places: &dyn Display) -> String;
    /// Above a check of a new pack.
    fn short_text(&self) -> &'static str;
    /// Rules that noticed no change.
    fn noticed_nothing(&self, rules: &dyn Display) -> String;
    /// A column: how long a rule takes.
    fn column_time(&self) -> &'static str;
    /// A column: in how many places a rule judged.
    fn column_places(&self) -> &'static str;
    /// A column: in how many places a rule could not judge.
    fn column_unjudged(&self) -> &'static str;
    /// A column: how many findings a rule has.
    fn column_found(&self) -> &'static str;
}
