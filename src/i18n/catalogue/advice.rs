//! What to do about mistakes in rule files.

use std::fmt::Display;

/// What to do about mistakes in rule files.
pub trait Advice {
    /// A name that is near.
    fn did_you_mean(&self, name: &dyn Display) -> String;
    /// All names that there are.
    fn there_is(&self, names: &dyn Display) -> String;
    /// Some of many names that there are.
    fn there_is_and_more(&self, names: &dyn Display, more: &dyn Display) -> String;
    /// How something is written.
    fn for_example(&self, example: &dyn Display) -> String;
    /// For a name that is taken.
    fn choose_another_name(&self) -> &'static str;
    /// For a function written as a field.
    fn call_with_brackets(&self, name: &dyn Display) -> String;
    /// For a condition that is no condition.
    fn compare_it(&self) -> &'static str;
    /// For a place that is none.
    fn point_at_printed(&self) -> &'static str;
    /// For what has no text of its own.
    fn take_field_or_join(&self) -> &'static str;
    /// For what can't stand in a message.
    fn take_field_or_map(&self) -> &'static str;
    /// For a path that may be null.
    fn test_for_null(&self, path: &dyn Display) -> String;
    /// For an expression that may be null.
    fn name_and_test(&self) -> &'static str;
    /// For a list with nulls.
    fn leave_nulls_out(&self) -> &'static str;
    /// For a question that no pack names, where no name is near.
    fn add_question(&self) -> &'static str;
    /// For a date that is none.
    fn write_day(&self) -> &'static str;
    /// For a broken regular expression.
    fn escape_pattern(&self) -> &'static str;
    /// For a text that is not closed.
    fn end_text(&self, quote: &dyn Display) -> String;
    /// For a backslash that is meant as itself.
    fn double_backslash(&self, sign: &dyn Display) -> String;
    /// For a single equals sign.
    fn compare_with(&self) -> &'static str;
    /// For a single ampersand.
    fn join_conditions(&self) -> &'static str;
    /// For a single bar.
    fn join_alternatives(&self) -> &'static str;
    /// For quotes that the language does not have.
    fn quote_texts(&self) -> &'static str;
    /// For a text of TOML without quotes.
    fn quote_value(&self) -> &'static str;
    /// For quotes inside the same quotes.
    fn other_quotes(&self) -> &'static str;
    /// For a binding of another shape.
    fn write_binding(&self) -> &'static str;
    /// For a brace that is not closed.
    fn double_open_brace(&self) -> &'static str;
    /// For a brace that is not open.
    fn double_close_brace(&self) -> &'static str;
    /// For a text without bokmål.
    fn bokmal_stands_in(&self) -> &'static str;
    /// For a rule without `assert`.
    fn what_holds(&self) -> &'static str;
    /// For a rule without `primary`.
    fn printed_at_fault(&self) -> &'static str;
    /// For a label without `at`.
    fn printed_value(&self) -> &'static str;
    /// For a rule without `message`.
    fn what_is_wrong(&self) -> &'static str;
    /// For `asked` without `ask`.
    fn what_is_asked(&self) -> &'static str;
    /// For `asked` without `each`.
    fn who_is_asked(&self) -> &'static str;
    /// For `hides` without `hides_in`.
    fn hidden_in(&self) -> &'static str;
    /// For `hides_in` without `hides`.
    fn how_much_hidden(&self) -> &'static str;
    /// For a rule without `severity`.
    fn severities(&self) -> &'static str;
    /// For a cause without `scope`.
    fn common_scope(&self) -> &'static str;
    /// For a rule without `id`.
    fn name_after_defect(&self) -> &'static str;
    /// For two rules of one id.
    fn give_part(&self) -> &'static str;
    /// For a rule or a part that an earlier file has.
    fn rename_or_replace(&self) -> &'static str;
    /// For an id with other signs.
    fn use_hyphens(&self) -> &'static str;
    /// For a pack without `name`.
    fn short_name(&self) -> &'static str;
    /// For a question without `pattern`.
    fn title_or_options(&self) -> &'static str;
    /// For a question without `key`.
    fn called_by_key(&self) -> &'static str;
    /// For a template without `name`.
    fn used_by_name(&self) -> &'static str;
    /// For `with` without `use`.
    fn with_gives_arguments(&self) -> &'static str;
    /// For an argument that a template needs.
    fn give_in_with(&self) -> &'static str;
    /// For a case without a report.
    fn give_report(&self) -> &'static str;
    /// For an answer of nobody.
    fn answer_of(&self) -> &'static str;
    /// For a question of no known kind.
    fn give_kind(&self) -> &'static str;
    /// For a table that the pack does not have.
    fn add_table(&self) -> &'static str;
    /// For a file that is not there.
    fn beside_pack(&self) -> &'static str;
    /// For a file of another kind.
    fn table_files(&self) -> &'static str;
    /// For a TOML file without rows.
    fn toml_rows(&self) -> &'static str;
    /// For a file in another encoding.
    fn save_as_utf8(&self) -> &'static str;
    /// For a later version of the language.
    fn update_program(&self) -> &'static str;
    /// For `severity_when` without one of its keys.
    fn when_and_severity(&self) -> &'static str;
    /// For a check without a question.
    fn key_of_question(&self) -> &'static str;
    /// For a check without limits.
    fn give_limit(&self) -> &'static str;
    /// For a check without a period.
    fn give_period(&self) -> &'static str;
    /// For a check without a column.
    fn heading_of_column(&self) -> &'static str;
    /// For a check of a text without its form.
    fn pattern_or_format(&self) -> &'static str;
    /// What is written here instead.
    fn write_instead(&self, write: &dyn Display) -> String;
    /// For a per cent sign.
    fn percent_as(&self, number: &dyn Display) -> String;
    /// For a field of a list.
    fn of_each(&self, field: &dyn Display) -> String;
    /// For a backslash that TOML reads.
    fn literal_text(&self, sign: &dyn Display) -> String;
    /// For a number that can be read in two ways.
    fn thousands_or_decimals(&self) -> &'static str;
}
