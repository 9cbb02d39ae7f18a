//! In English: what is said of mistakes in rule files.

use super::En;
use crate::i18n::catalogue::Mistakes;
use std::fmt::Display;

impl Mistakes for En {
    fn taken(&self, name: &dyn Display) -> String {
        format!("`{name}` is taken")
    }

    fn unknown_name(&self, name: &dyn Display) -> String {
        format!("nothing is called `{name}`")
    }

    fn unknown_key(&self, table: &dyn Display, key: &dyn Display) -> String {
        format!("{table} has no key `{key}`")
    }

    fn lacks(&self, table: &dyn Display, key: &dyn Display) -> String {
        format!("{table} lacks `{key}`")
    }

    fn unknown_field(&self, node: &dyn Display, field: &dyn Display) -> String {
        format!("{node} has no field `{field}`")
    }

    fn no_fields(&self, found: &dyn Display) -> String {
        format!("{found} has no fields")
    }

    fn unknown_parameter(&self, name: &dyn Display) -> String {
        format!("the pack has no parameter `{name}`")
    }

    fn unknown_function(&self, name: &dyn Display) -> String {
        format!("there is no function `{name}`")
    }

    fn not_called_so(&self, name: &dyn Display) -> String {
        format!("`{name}` is not called this way")
    }

    fn wrong_value(&self, key: &dyn Display, wanted: &dyn Display, found: &dyn Display) -> String {
        format!("`{key}` has to be {wanted}, not {found}")
    }

    fn wrong_type(&self, found: &dyn Display, wanted: &dyn Display) -> String {
        format!("this is {found}, but {wanted} is needed")
    }

    fn mixed_list(&self, item: &dyn Display, list: &dyn Display) -> String {
        format!("this is {item} in a list of {list}")
    }

    fn not_printed(&self, found: &dyn Display) -> String {
        format!("this is {found}, which is not printed anywhere")
    }

    fn mixed_branches(&self, first: &dyn Display, second: &dyn Display) -> String {
        format!("one branch is {first}, the other {second}")
    }

    fn no_items(&self, found: &dyn Display) -> String {
        format!("only a list has items, this is {found}")
    }

    fn not_walked(&self, found: &dyn Display) -> String {
        format!("only lists are walked over, this is {found}")
    }

    fn cannot_join(&self, sign: &dyn Display, left: &dyn Display, right: &dyn Display) -> String {
        format!("`{sign}` cannot join {left} and {right}")
    }

    fn never(&self, field: &dyn Display, value: &dyn Display) -> String {
        format!("`{field}` is never '{value}'")
    }

    fn not_a_text(&self, field: &dyn Display) -> String {
        format!("`{field}` is not a text")
    }

    fn no_own_text(&self, found: &dyn Display) -> String {
        format!("{found} has no text of its own")
    }

    fn not_in_message(&self, found: &dyn Display) -> String {
        format!("{found} cannot stand in a message")
    }

    fn is_null(&self) -> &'static str {
        "this is null"
    }

    fn may_be_null(&self) -> &'static str {
        "this may be null here"
    }

    fn item_may_be_null(&self) -> &'static str {
        "an item of this list may be null"
    }

    fn takes_name_and_expression(&self, name: &dyn Display) -> String {
        format!("`{name}` takes a name and an expression")
    }

    fn takes_key(&self, name: &dyn Display) -> String {
        format!("`{name}` takes the key of a question")
    }

    fn takes_one(&self, name: &dyn Display, given: &dyn Display) -> String {
        format!("`{name}` takes 1 argument, not {given}")
    }

    fn takes_not(&self, name: &dyn Display, takes: &dyn Display, given: &dyn Display) -> String {
        format!("`{name}` takes {takes} arguments, not {given}")
    }

    fn takes(&self, name: &dyn Display, takes: &dyn Display) -> String {
        format!("`{name}` takes {takes} arguments")
    }

    fn needs_list(&self, name: &dyn Display, found: &dyn Display) -> String {
        format!("`{name}` needs a list, this is {found}")
    }

    fn searches_parts(&self, name: &dyn Display, found: &dyn Display) -> String {
        format!("`{name}` searches parts of the report, this is {found}")
    }

    fn needs_item_name(&self) -> &'static str {
        "a name for the item is needed here"
    }

    fn needs_field_name(&self) -> &'static str {
        "the name of a field is needed here"
    }

    fn unknown_question(&self, key: &dyn Display) -> String {
        format!("no pack knows a question '{key}'")
    }

    fn not_a_day(&self) -> &'static str {
        "this is not a day"
    }

    fn no_deviation(&self, name: &dyn Display) -> String {
        format!("'{name}' is no deviation")
    }

    fn needs_deviation(&self) -> &'static str {
        "'sample' or 'population' is needed here, or a parameter that is one"
    }

    fn broken_pattern(&self, why: &dyn Display) -> String {
        format!("the regular expression is broken: {why}")
    }

    fn means_nothing(&self, sign: &dyn Display) -> String {
        format!("`{sign}` means nothing here")
    }

    fn reserved(&self, name: &dyn Display) -> String {
        format!("`{name}` is a reserved word of the language")
    }

    fn foreign_letter(&self, name: &dyn Display) -> String {
        format!("the name `{name}` holds a letter outside a to z")
    }

    fn number_too_large(&self) -> &'static str {
        "the number is too large"
    }

    fn number_followed_by(&self, rest: &dyn Display) -> String {
        format!("a number cannot be followed by `{rest}`")
    }

    fn text_not_closed(&self) -> &'static str {
        "the text is not closed"
    }

    fn no_escape(&self, sign: &dyn Display) -> String {
        format!("`\\{sign}` is not an escape")
    }

    fn escape_names_nothing(&self) -> &'static str {
        "the escape names no character"
    }

    fn too_long(&self, most: &dyn Display) -> String {
        format!("the expression is longer than {most} bytes")
    }

    fn too_deep(&self, most: &dyn Display) -> String {
        format!("the expression is nested deeper than {most}")
    }

    fn too_many_parts(&self, most: &dyn Display) -> String {
        format!("the expression has more than {most} operators")
    }

    fn ends(&self, wanted: &dyn Display) -> String {
        format!("the expression ends where {wanted} should be")
    }

    fn unexpected(&self, found: &dyn Display, wanted: &dyn Display) -> String {
        format!("{found} stands where {wanted} should be")
    }

    fn brace_not_closed(&self) -> &'static str {
        "the brace is not closed"
    }

    fn no_brace_open(&self) -> &'static str {
        "no brace is open here"
    }

    fn not_toml(&self, why: &dyn Display) -> String {
        format!("this is no TOML: {why}")
    }

    fn unknown_severity(&self, name: &dyn Display) -> String {
        format!("there is no severity '{name}'")
    }

    fn unknown_role(&self, name: &dyn Display) -> String {
        format!("there is no role '{name}'")
    }

    fn unknown_kind(&self, name: &dyn Display) -> String {
        format!("there is no kind of question '{name}'")
    }

    fn unknown_rule(&self, id: &dyn Display) -> String {
        format!("there is no rule `{id}`")
    }

    fn written_twice(&self, id: &dyn Display) -> String {
        format!("the rule `{id}` is written twice")
    }

    fn rule_taken(&self, id: &dyn Display, file: &dyn Display) -> String {
        format!("there is a rule `{id}` already, in {file}")
    }

    fn part_taken(&self, id: &dyn Display, part: &dyn Display, file: &dyn Display) -> String {
        format!("the rule `{id}` has a part `{part}` already, in {file}")
    }

    fn no_rule_to_replace(&self, id: &dyn Display) -> String {
        format!("there is no earlier rule `{id}` that it could replace")
    }

    fn no_part_to_replace(&self, id: &dyn Display, part: &dyn Display) -> String {
        format!("the rule `{id}` has no part `{part}` that it could replace")
    }

    fn no_id(&self, id: &dyn Display) -> String {
        format!("`{id}` cannot be used as an id")
    }

    fn unknown_template(&self, name: &dyn Display) -> String {
        format!("there is no template '{name}'")
    }

    fn template_takes_not(&self, template: &dyn Display, param: &dyn Display) -> String {
        format!("the template '{template}' takes no `{param}`")
    }

    fn template_needs(&self, template: &dyn Display, param: &dyn Display) -> String {
        format!("the template '{template}' needs `{param}`")
    }

    fn unknown_base(&self, name: &dyn Display) -> String {
        format!("there is no built-in report `{name}`")
    }

    fn not_in_report(&self) -> &'static str {
        "this text does not stand in the case's report"
    }

    fn edit_not_pairs(&self) -> &'static str {
        "`edit` has to be a list of pairs: [[\"what stands there\", \"what stands there instead\"]]"
    }

    fn answers_nothing(&self, found: &dyn Display) -> String {
        format!("{found} has no respondent that could have answered")
    }

    fn nobody_answers(&self, name: &dyn Display) -> String {
        format!("`{name}` needs a respondent, and nothing that the rule walks over (for) has one")
    }

    fn no_kind(&self, key: &dyn Display) -> String {
        format!("the pack does not say of what kind the question '{key}' is")
    }

    fn needs_table_name(&self) -> &'static str {
        "the name of a table is needed here, as a text"
    }

    fn unknown_table(&self, name: &dyn Display) -> String {
        format!("the pack has no table '{name}'")
    }

    fn needs_column_name(&self) -> &'static str {
        "the name of a column is needed here, as a text"
    }

    fn unknown_column(&self, table: &dyn Display, column: &dyn Display) -> String {
        format!("the table '{table}' has no column '{column}'")
    }

    fn unknown_column_type(&self, name: &dyn Display) -> String {
        format!("there is no type of column '{name}'")
    }

    fn no_file(&self, file: &dyn Display) -> String {
        format!("there is no file {file}")
    }

    fn cannot_read(&self, file: &dyn Display, why: &dyn Display) -> String {
        format!("{file} cannot be read: {why}")
    }

    fn no_table_file(&self, file: &dyn Display) -> String {
        format!("{file} is no table that can be read")
    }

    fn broken_table(&self, file: &dyn Display, why: &dyn Display) -> String {
        format!("{file} cannot be parsed: {why}")
    }

    fn table_too_large(
        &self,
        file: &dyn Display,
        rows: &dyn Display,
        columns: &dyn Display,
    ) -> String {
        format!("{file} is too large: a table can have {rows} rows and {columns} columns")
    }

    fn not_utf8(&self, file: &dyn Display, line: &dyn Display) -> String {
        format!(
            "{file} is not saved as UTF-8: line {line} has a character of another encoding, probably Windows-1252"
        )
    }

    fn no_sheet(&self, file: &dyn Display, sheet: &dyn Display) -> String {
        format!("{file} has no sheet '{sheet}'")
    }

    fn no_column(&self, file: &dyn Display, column: &dyn Display) -> String {
        format!("{file} has no column '{column}'")
    }

    fn bad_cell(
        &self,
        file: &dyn Display,
        row: &dyn Display,
        column: &dyn Display,
        found: &dyn Display,
        wanted: &dyn Display,
    ) -> String {
        format!(
            "{file} has “{found}” in column {column}, row {row}, where there has to be {wanted}"
        )
    }

    fn more_cells(&self, file: &dyn Display, row: &dyn Display, columns: &dyn Display) -> String {
        format!("{file} has more cells in row {row} than the {columns} headings")
    }

    fn no_report(&self, file: &dyn Display) -> String {
        format!("{file} is neither a PDF nor a text")
    }

    fn key_twice(&self, file: &dyn Display, row: &dyn Display, column: &dyn Display) -> String {
        format!("{file} has a value twice in the key column {column}: row {row} is the second")
    }

    fn later_language(&self, version: &dyn Display, known: &dyn Display) -> String {
        format!(
            "the file is written for version {version} of the rule language, and this program knows version {known}"
        )
    }

    fn check_of_nothing(&self) -> &'static str {
        "the check does not say what it checks"
    }

    fn check_incomplete(&self, kind: &dyn Display) -> String {
        format!("the check `{kind}` lacks something that it needs")
    }

    fn check_of_two(&self, first: &dyn Display, second: &dyn Display) -> String {
        format!("a check is of one kind: `{first}` and `{second}` cannot stand in the same")
    }

    fn other_kind(&self, key: &dyn Display, kind: &dyn Display, wanted: &dyn Display) -> String {
        format!("the question '{key}' is {kind}, but {wanted} is needed here")
    }

    fn limits_cross(&self) -> &'static str {
        "the upper limit is below the lower one"
    }

    fn out_of_range(&self, key: &dyn Display, least: &dyn Display, most: &dyn Display) -> String {
        format!("`{key}` has to be a whole number from {least} to {most}")
    }

    fn not_together(&self, first: &dyn Display, second: &dyn Display) -> String {
        format!("`{first}` and `{second}` cannot stand together")
    }

    fn needs_one(&self) -> &'static str {
        "one question at the least is needed here"
    }

    fn against_itself(&self) -> &'static str {
        "another question is needed here: this is the same one"
    }

    fn needs_two(&self) -> &'static str {
        "two at the least are needed here"
    }

    fn unknown_format(&self, name: &dyn Display) -> String {
        format!("there is no format '{name}'")
    }

    fn not_so(&self, found: &dyn Display) -> String {
        format!("`{found}` is written in another way here")
    }

    fn decimal_comma(&self, found: &dyn Display) -> String {
        format!("{found} is two numbers with a comma between: decimals are written with a point")
    }

    fn parted_digits(&self, found: &dyn Display) -> String {
        format!("{found} is several numbers: the digits of a number are written without blanks")
    }

    fn thousand_point(&self, found: &dyn Display, value: &dyn Display) -> String {
        format!("{found} is {value} here: a point stands before decimals")
    }

    fn percent_sign(&self, found: &dyn Display) -> String {
        format!("{found}: the per cent sign is the remainder of a division here")
    }

    fn backspace(&self) -> &'static str {
        "the pattern has a backspace where \\b should be"
    }

    fn edits_of_pdf(&self) -> &'static str {
        "a case that is a PDF cannot be edited"
    }
}
