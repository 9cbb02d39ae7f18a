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
    /// What proposed rules begin with.
    fn proposed(&self) -> &'static str;
    /// How well a proposal is supported.
    fn holds(&self, all: &dyn Display, support: &dyn Display) -> String;
    /// A proposal: two questions add up to a third.
    fn add_up(&self, first: &dyn Display, second: &dyn Display, sum: &dyn Display) -> String;
    /// A proposal: a number is part of another one.
    fn never_above(&self, low: &dyn Display, high: &dyn Display) -> String;
    /// A proposal: options exclude each other.
    fn never_together(&self, one: &dyn Display, other: &dyn Display) -> String;
}
