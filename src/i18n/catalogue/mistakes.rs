//! What is said of mistakes in rule files.

use std::fmt::Display;

/// What is said of mistakes in rule files.
pub trait Mistakes {
    /// A name that stands for something else already.
    fn taken(&self, name: &dyn Display) -> String;
    /// A name that stands for nothing.
    fn unknown_name(&self, name: &dyn Display) -> String;
    /// A key that a table does not have.
    fn unknown_key(&self, table: &dyn Display, key: &dyn Display) -> String;
    /// A key that a table needs.
    fn lacks(&self, table: &dyn Display, key: &dyn Display) -> String;
    /// A field that a part of the report does not have.
    fn unknown_field(&self, node: &dyn Display, field: &dyn Display) -> String;
    /// A field of what has none.
    fn no_fields(&self, found: &dyn Display) -> String;
    /// A parameter that the pack does not have.
    fn unknown_parameter(&self, name: &dyn Display) -> String;
    /// A function that does not exist.
    fn unknown_function(&self, name: &dyn Display) -> String;
    /// A method called as a function, or the other way round.
    fn not_called_so(&self, name: &dyn Display) -> String;
    /// A value of TOML that is of another type.
    fn wrong_value(&self, key: &dyn Display, wanted: &dyn Display, found: &dyn Display) -> String;
    /// An expression of another type.
    fn wrong_type(&self, found: &dyn Display, wanted: &dyn Display) -> String;
    /// An item that does not go with those before it.
    fn mixed_list(&self, item: &dyn Display, list: &dyn Display) -> String;
    /// A place that is none.
    fn not_printed(&self, found: &dyn Display) -> String;
    /// The branches of a condition don't agree.
    fn mixed_branches(&self, first: &dyn Display, second: &dyn Display) -> String;
    /// An index into what is no list.
    fn no_items(&self, found: &dyn Display) -> String;
    /// A binding to what is no list.
    fn not_walked(&self, found: &dyn Display) -> String;
    /// Operands of types that an operator does not take.
    fn cannot_join(&self, sign: &dyn Display, left: &dyn Display, right: &dyn Display) -> String;
    /// A value that a field never has.
    fn never(&self, field: &dyn Display, value: &dyn Display) -> String;
    /// A field that is no text, where likeness is searched.
    fn not_a_text(&self, field: &dyn Display) -> String;
    /// A value that can't be made a text.
    fn no_own_text(&self, found: &dyn Display) -> String;
    /// A value that can't be shown.
    fn not_in_message(&self, found: &dyn Display) -> String;
    /// Null where a value is needed.
    fn is_null(&self) -> &'static str;
    /// Perhaps null where a value is needed.
    fn may_be_null(&self) -> &'static str;
    /// A list of values of which some may be null.
    fn item_may_be_null(&self) -> &'static str;
    /// A macro called otherwise.
    fn takes_name_and_expression(&self, name: &dyn Display) -> String;
    /// A search for a question called otherwise.
    fn takes_key(&self, name: &dyn Display) -> String;
    /// A function called with more or fewer.
    fn takes_one(&self, name: &dyn Display, given: &dyn Display) -> String;
    /// A function called with more or fewer.
    fn takes_not(&self, name: &dyn Display, takes: &dyn Display, given: &dyn Display) -> String;
    /// A search called with more or fewer.
    fn takes(&self, name: &dyn Display, takes: &dyn Display) -> String;
    /// A macro on what is no list.
    fn needs_list(&self, name: &dyn Display, found: &dyn Display) -> String;
    /// A search in something else.
    fn searches_parts(&self, name: &dyn Display, found: &dyn Display) -> String;
    /// A macro whose first argument is no name.
    fn needs_item_name(&self) -> &'static str;
    /// A search whose first argument is no field.
    fn needs_field_name(&self) -> &'static str;
    /// A question that no pack names.
    fn unknown_question(&self, key: &dyn Display) -> String;
    /// A date that no calendar has.
    fn not_a_day(&self) -> &'static str;
    /// A kind of deviation that does not exist.
    fn no_deviation(&self, name: &dyn Display) -> String;
    /// A kind of deviation that is not known when the file is loaded.
    fn needs_deviation(&self) -> &'static str;
    /// A regular expression that does not parse; why is told by its crate.
    fn broken_pattern(&self, why: &dyn Display) -> String;
    /// A sign that the language does not have.
    fn means_nothing(&self, sign: &dyn Display) -> String;
    /// A word that CEL reserves.
    fn reserved(&self, name: &dyn Display) -> String;
    /// A name with a letter that names don't have.
    fn foreign_letter(&self, name: &dyn Display) -> String;
    /// A number that is not kept exactly.
    fn number_too_large(&self) -> &'static str;
    /// Letters behind a number.
    fn number_followed_by(&self, rest: &dyn Display) -> String;
    /// A text without its quote at the end.
    fn text_not_closed(&self) -> &'static str;
    /// A backslash before a sign that needs none.
    fn no_escape(&self, sign: &dyn Display) -> String;
    /// An escape whose digits stand for no character.
    fn escape_names_nothing(&self) -> &'static str;
    /// An expression that is too long.
    fn too_long(&self, most: &dyn Display) -> String;
    /// An expression that is nested too deeply.
    fn too_deep(&self, most: &dyn Display) -> String;
    /// An expression with too many operators.
    fn too_many_parts(&self, most: &dyn Display) -> String;
    /// An expression that ends too early.
    fn ends(&self, wanted: &dyn Display) -> String;
    /// Something else than the grammar has there.
    fn unexpected(&self, found: &dyn Display, wanted: &dyn Display) -> String;
    /// A message with an open brace.
    fn brace_not_closed(&self) -> &'static str;
    /// A message with a closing brace alone.
    fn no_brace_open(&self) -> &'static str;
    /// What TOML does not have; why is told by its crate.
    fn not_toml(&self, why: &dyn Display) -> String;
    /// A severity that does not exist.
    fn unknown_severity(&self, name: &dyn Display) -> String;
    /// A question's role that does not exist.
    fn unknown_role(&self, name: &dyn Display) -> String;
    /// A kind of question that does not exist.
    fn unknown_kind(&self, name: &dyn Display) -> String;
    /// A cause that is no rule.
    fn unknown_rule(&self, id: &dyn Display) -> String;
    /// Two rules of one id.
    fn written_twice(&self, id: &dyn Display) -> String;
    /// A later file has a rule of the id.
    fn rule_taken(&self, id: &dyn Display, file: &dyn Display) -> String;
    /// A later file has a part of the name.
    fn part_taken(&self, id: &dyn Display, part: &dyn Display, file: &dyn Display) -> String;
    /// What is said to replace stands for nothing.
    fn no_rule_to_replace(&self, id: &dyn Display) -> String;
    /// What is said to replace stands for nothing.
    fn no_part_to_replace(&self, id: &dyn Display, part: &dyn Display) -> String;
    /// An id with other signs.
    fn no_id(&self, id: &dyn Display) -> String;
    /// A template that does not exist.
    fn unknown_template(&self, name: &dyn Display) -> String;
    /// An argument that a template does not take.
    fn template_takes_not(&self, template: &dyn Display, param: &dyn Display) -> String;
    /// An argument that a template needs.
    fn template_needs(&self, template: &dyn Display, param: &dyn Display) -> String;
    /// A case made of a report that does not exist.
    fn unknown_base(&self, name: &dyn Display) -> String;
    /// An edit of what is not there.
    fn not_in_report(&self) -> &'static str;
    /// Edits of another shape.
    fn edit_not_pairs(&self) -> &'static str;
    /// An answer of a part of the report that nobody answers for.
    fn answers_nothing(&self, found: &dyn Display) -> String;
    /// An answer where nothing that is walked over has a respondent.
    fn nobody_answers(&self, name: &dyn Display) -> String;
    /// An answer to a question of no known kind.
    fn no_kind(&self, key: &dyn Display) -> String;
    /// A table that is not named.
    fn needs_table_name(&self) -> &'static str;
    /// A table that the pack does not have.
    fn unknown_table(&self, name: &dyn Display) -> String;
    /// A column that is not named.
    fn needs_column_name(&self) -> &'static str;
    /// A column that a table does not have.
    fn unknown_column(&self, table: &dyn Display, column: &dyn Display) -> String;
    /// A type of column that does not exist.
    fn unknown_column_type(&self, name: &dyn Display) -> String;
    /// A file that is not there.
    fn no_file(&self, file: &dyn Display) -> String;
    /// A file that cannot be read.
    fn cannot_read(&self, file: &dyn Display, why: &dyn Display) -> String;
    /// A file that holds no table.
    fn no_table_file(&self, file: &dyn Display) -> String;
    /// A table that does not parse; why is told by its crate.
    fn broken_table(&self, file: &dyn Display, why: &dyn Display) -> String;
    /// A table with too much in it.
    fn table_too_large(
        &self,
        file: &dyn Display,
        rows: &dyn Display,
        columns: &dyn Display,
    ) -> String;
    /// A file in another encoding.
    fn not_utf8(&self, file: &dyn Display, line: &dyn Display) -> String;
    /// A sheet that a workbook does not have.
    fn no_sheet(&self, file: &dyn Display, sheet: &dyn Display) -> String;
    /// A column that a file does not have.
    fn no_column(&self, file: &dyn Display, column: &dyn Display) -> String;
    /// A cell that is not what its column holds.
    fn bad_cell(
        &self,
        file: &dyn Display,
        row: &dyn Display,
        column: &dyn Display,
        found: &dyn Display,
        wanted: &dyn Display,
    ) -> String;
    /// A row that goes beyond the headings.
    fn more_cells(&self, file: &dyn Display, row: &dyn Display, columns: &dyn Display) -> String;
    /// A case's file that is no report.
    fn no_report(&self, file: &dyn Display) -> String;
    /// A key that stands twice.
    fn key_twice(&self, file: &dyn Display, row: &dyn Display, column: &dyn Display) -> String;
    /// A rule file for a later version of the language.
    fn later_language(&self, version: &dyn Display, known: &dyn Display) -> String;
    /// A check that says nothing of what it checks.
    fn check_of_nothing(&self) -> &'static str;
    /// A check that lacks something.
    fn check_incomplete(&self, kind: &dyn Display) -> String;
    /// A check of two kinds.
    fn check_of_two(&self, first: &dyn Display, second: &dyn Display) -> String;
    /// A question of another kind than a check needs.
    fn other_kind(&self, key: &dyn Display, kind: &dyn Display, wanted: &dyn Display) -> String;
    /// A lower limit above the upper one.
    fn limits_cross(&self) -> &'static str;
    /// A number that is too small or too large for its key.
    fn out_of_range(&self, key: &dyn Display, least: &dyn Display, most: &dyn Display) -> String;
    /// Two keys of which one would be ignored.
    fn not_together(&self, first: &dyn Display, second: &dyn Display) -> String;
    /// An empty list where a question is needed.
    fn needs_one(&self) -> &'static str;
    /// A question that is held against itself.
    fn against_itself(&self) -> &'static str;
    /// A list of one where two are needed.
    fn needs_two(&self) -> &'static str;
    /// A form of text that does not exist.
    fn unknown_format(&self, name: &dyn Display) -> String;
    /// What spreadsheets and other languages write, and this one does not.
    fn not_so(&self, found: &dyn Display) -> String;
    /// A number with a decimal comma.
    fn decimal_comma(&self, found: &dyn Display) -> String;
    /// A number whose digits are parted.
    fn parted_digits(&self, found: &dyn Display) -> String;
    /// A number with a point at the thousands.
    fn thousand_point(&self, found: &dyn Display, value: &dyn Display) -> String;
    /// A number with a per cent sign.
    fn percent_sign(&self, found: &dyn Display) -> String;
    /// A pattern whose bound of a word became a backspace.
    fn backspace(&self) -> &'static str;
    /// Edits of a report that is no text.
    fn edits_of_pdf(&self) -> &'static str;
}
