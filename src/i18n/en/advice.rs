//! In English: what to do about mistakes in rule files.

use super::En;
use crate::i18n::catalogue::Advice;
use std::fmt::Display;

impl Advice for En {
    fn did_you_mean(&self, name: &dyn Display) -> String {
        format!("did you mean `{name}`?")
    }

    fn there_is(&self, names: &dyn Display) -> String {
        format!("there is {names}")
    }

    fn there_is_and_more(&self, names: &dyn Display, more: &dyn Display) -> String {
        format!("there is {names} and {more} more")
    }

    fn for_example(&self, example: &dyn Display) -> String {
        format!("for example: {example}")
    }

    fn choose_another_name(&self) -> &'static str {
        "choose another name"
    }

    fn call_with_brackets(&self, name: &dyn Display) -> String {
        format!("functions are called with brackets: `{name}()`")
    }

    fn compare_it(&self) -> &'static str {
        "compare it with something, for example with `==` or `!= null`"
    }

    fn point_at_printed(&self) -> &'static str {
        "point at a printed value, such as `q.title` or `q.stats.sum`"
    }

    fn take_field_or_join(&self) -> &'static str {
        "take a field of it, or `join` a list"
    }

    fn take_field_or_map(&self) -> &'static str {
        "take a field of it, or map a list to texts or numbers"
    }

    fn test_for_null(&self, path: &dyn Display) -> String {
        format!("put `{path} != null` before it, in `where` or with `&&`")
    }

    fn name_and_test(&self) -> &'static str {
        "name it with a `let` and test that for null, or use `orZero` or `orElse`"
    }

    fn leave_nulls_out(&self) -> &'static str {
        "map with `orZero(…)`, or leave the nulls out: `list.map(x, x.value != null, x.value)`"
    }

    fn add_question(&self) -> &'static str {
        "add a [[pack.question]] with this key"
    }

    fn write_day(&self) -> &'static str {
        "write day, month and year: dato('3.9.2025')"
    }

    fn escape_pattern(&self) -> &'static str {
        "a bracket or a dot that is meant as itself has a backslash before it: r'\\('"
    }

    fn end_text(&self, quote: &dyn Display) -> String {
        format!("end it with {quote}; a {quote} inside it is written \\{quote}")
    }

    fn double_backslash(&self, sign: &dyn Display) -> String {
        format!("a backslash itself is written \\\\, so a pattern has \\\\{sign}; or write r'…'")
    }

    fn compare_with(&self) -> &'static str {
        "compare with `==`"
    }

    fn join_conditions(&self) -> &'static str {
        "join conditions with `&&`"
    }

    fn join_alternatives(&self) -> &'static str {
        "join alternatives with `||`"
    }

    fn quote_value(&self) -> &'static str {
        "put the text in quotes: severity = \"warning\""
    }

    fn other_quotes(&self) -> &'static str {
        "inside \"…\" texts are written with ': assert = \"a.group == 'Kommune'\"; each key has a line of its own"
    }

    fn quote_texts(&self) -> &'static str {
        "quote texts with ' or \""
    }

    fn write_binding(&self) -> &'static str {
        "write `name in list`, e.g. `q in report.questions`"
    }

    fn double_open_brace(&self) -> &'static str {
        "a brace that is meant as itself is written twice: {{"
    }

    fn double_close_brace(&self) -> &'static str {
        "a brace that is meant as itself is written twice: }}"
    }

    fn bokmal_stands_in(&self) -> &'static str {
        "bokmål stands in for the languages that are left out"
    }

    fn what_holds(&self) -> &'static str {
        "what has to hold, else it is found"
    }

    fn printed_at_fault(&self) -> &'static str {
        "the printed value at fault: \"q.stats.sum\""
    }

    fn printed_value(&self) -> &'static str {
        "the printed value: \"a.value\""
    }

    fn what_is_wrong(&self) -> &'static str {
        "what is wrong: message.nb = \"…\""
    }

    fn what_is_asked(&self) -> &'static str {
        "the question to the respondent: ask.nb = \"…\""
    }

    fn who_is_asked(&self) -> &'static str {
        "who is asked: each = \"a in hits\""
    }

    fn hidden_in(&self) -> &'static str {
        "in what an error can be hidden: hides_in.nb = \"summen\""
    }

    fn how_much_hidden(&self) -> &'static str {
        "how much the rounding hides: hides = \"hidden(values.sum(), values.size())\""
    }

    fn severities(&self) -> &'static str {
        "error, warning or note"
    }

    fn common_scope(&self) -> &'static str {
        "what a finding and its cause have in common: \"b\""
    }

    fn name_after_defect(&self) -> &'static str {
        "name it after the defect: id = \"sum-mismatch\""
    }

    fn give_part(&self) -> &'static str {
        "give it another id, or, if it is another part of the rule, a `part` of its own"
    }

    fn rename_or_replace(&self) -> &'static str {
        "give it another name, or say that it stands for the other one where its pack applies: replaces = true"
    }

    fn use_hyphens(&self) -> &'static str {
        "use small letters, digits and hyphens: sum-mismatch"
    }

    fn short_name(&self) -> &'static str {
        "give it a short name in lower case: name = \"dekom\""
    }

    fn title_or_options(&self) -> &'static str {
        "a regular expression on the title, or `options`: several on the options"
    }

    fn called_by_key(&self) -> &'static str {
        "rules call it by this name: key = \"duration\""
    }

    fn used_by_name(&self) -> &'static str {
        "rules use it by its name"
    }

    fn with_gives_arguments(&self) -> &'static str {
        "`with` gives the arguments of a template"
    }

    fn give_in_with(&self) -> &'static str {
        "give it in `with`"
    }

    fn give_report(&self) -> &'static str {
        "give the report's text, or the built-in one that it is an edit of: base = \"survey\""
    }

    fn answer_of(&self) -> &'static str {
        "walk over answers (a in q.answers) or respondents (r in report.respondents)"
    }

    fn give_kind(&self) -> &'static str {
        "write kind under [[pack.question]]: text, integer, single_choice, multiple_choice or places"
    }

    fn add_table(&self) -> &'static str {
        "describe the table under [pack.tables.NAME]"
    }

    fn beside_pack(&self) -> &'static str {
        "the file has to lie beside the rule file"
    }

    fn table_files(&self) -> &'static str {
        "a table is a file that ends in .csv, .xlsx or .toml"
    }

    fn toml_rows(&self) -> &'static str {
        "write each row as [[row]]"
    }

    fn save_as_utf8(&self) -> &'static str {
        "save the file again as UTF-8 (in Excel: “CSV UTF-8”; in Notepad: Encoding: UTF-8)"
    }

    fn update_program(&self) -> &'static str {
        "use a later release of dekom-lint"
    }

    fn when_and_severity(&self) -> &'static str {
        "for example { when = \"a.value > 1000\", severity = \"error\" }"
    }

    fn key_of_question(&self) -> &'static str {
        "write the key of a question under [[pack.question]]"
    }

    fn give_limit(&self) -> &'static str {
        "give a limit by at_least or at_most"
    }

    fn give_period(&self) -> &'static str {
        "give the period by from and to: from = \"1.8.2024\""
    }

    fn heading_of_column(&self) -> &'static str {
        "write the heading of the table's column"
    }

    fn pattern_or_format(&self) -> &'static str {
        "give a pattern or a format"
    }

    fn write_instead(&self, write: &dyn Display) -> String {
        format!("write {write}")
    }

    fn percent_as(&self, number: &dyn Display) -> String {
        format!("write {number} / 100, or reckon in per cent: 100 * part / whole >= {number}")
    }

    fn of_each(&self, field: &dyn Display) -> String {
        format!("a list has no fields; the field of each item is .map(x, x.{field})")
    }

    fn literal_text(&self, sign: &dyn Display) -> String {
        format!(
            "write the pattern in single quotes ('\\{sign}'), or double the backslash: in an expression \\\\\\\\{sign}"
        )
    }

    fn thousands_or_decimals(&self) -> &'static str {
        "the sign may part thousands or decimals: write 300000 or 300 000 for three hundred thousand, and 300.0 for three hundred"
    }
}
