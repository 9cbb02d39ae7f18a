//! In English: the words and types in what is said of rule files.

use super::En;
use crate::i18n::catalogue::Terms;
use std::fmt::Display;

impl Terms for En {
    fn rule(&self) -> &'static str {
        "a rule"
    }

    fn rule_file(&self) -> &'static str {
        "a rule file"
    }

    fn template(&self) -> &'static str {
        "a template"
    }

    fn pack(&self) -> &'static str {
        "a pack"
    }

    fn pack_question(&self) -> &'static str {
        "a pack's question"
    }

    fn case(&self) -> &'static str {
        "a case"
    }

    fn label(&self) -> &'static str {
        "a label"
    }

    fn asked(&self) -> &'static str {
        "a table `asked`"
    }

    fn lets(&self) -> &'static str {
        "`let`"
    }

    fn languages(&self) -> &'static str {
        "a text in languages"
    }

    fn text(&self) -> &'static str {
        "a text"
    }

    fn number(&self) -> &'static str {
        "a number"
    }

    fn count(&self) -> &'static str {
        "a whole number from 1 on"
    }

    fn boolean(&self) -> &'static str {
        "true or false"
    }

    fn list(&self) -> &'static str {
        "a list"
    }

    fn table(&self) -> &'static str {
        "a table"
    }

    fn large_number(&self) -> &'static str {
        "a number that is too large"
    }

    fn decimal_number(&self) -> &'static str {
        "a number with decimals"
    }

    fn toml_day(&self) -> &'static str {
        "a day of TOML"
    }

    fn texts(&self) -> &'static str {
        "a list of texts"
    }

    fn tables(&self) -> &'static str {
        "a list of tables"
    }

    fn text_or_table(&self) -> &'static str {
        "a text, or a table of texts with nb, nn and en"
    }

    fn constant(&self) -> &'static str {
        "a text, a whole number, true or false, or a list of one of them"
    }

    fn anything(&self) -> &'static str {
        "anything"
    }

    fn text_or_list(&self) -> &'static str {
        "a text or a list"
    }

    fn numbers(&self) -> &'static str {
        "a list of numbers"
    }

    fn ordered(&self) -> &'static str {
        "a list of numbers, texts or days"
    }

    fn lists(&self) -> &'static str {
        "a list of lists"
    }

    fn parts(&self) -> &'static str {
        "a list of parts of the report"
    }

    fn item(&self) -> &'static str {
        "an item of the list"
    }

    fn same_type(&self) -> &'static str {
        "the same type"
    }

    fn deviation(&self) -> &'static str {
        "'sample' or 'population'"
    }

    fn name(&self) -> &'static str {
        "a name"
    }

    fn value(&self) -> &'static str {
        "a value"
    }

    fn operator_or_end(&self) -> &'static str {
        "an operator or the end"
    }

    fn field_or_function(&self) -> &'static str {
        "a field or a function"
    }

    fn quoted(&self, sign: &dyn Display) -> String {
        format!("`{sign}`")
    }

    fn either(&self, first: &dyn Display, second: &dyn Display) -> String {
        format!("`{first}` or `{second}`")
    }

    fn bool(&self) -> &'static str {
        "bool"
    }

    fn int(&self) -> &'static str {
        "int"
    }

    fn ratio(&self) -> &'static str {
        "ratio"
    }

    fn string(&self) -> &'static str {
        "text"
    }

    fn date(&self) -> &'static str {
        "date"
    }

    fn or_null(&self, ty: &dyn Display) -> String {
        format!("{ty}?")
    }

    fn list_of(&self, ty: &dyn Display) -> String {
        format!("list<{ty}>")
    }

    fn or(&self, first: &dyn Display, second: &dyn Display) -> String {
        format!("{first} or {second}")
    }

    fn here(&self) -> &'static str {
        "here"
    }

    fn pack_table(&self) -> &'static str {
        "a table of the pack"
    }

    fn columns(&self) -> &'static str {
        "the columns"
    }

    fn ordered_one(&self) -> &'static str {
        "a number, a text or a day"
    }

    fn severity_when(&self) -> &'static str {
        "a severity_when"
    }

    fn check(&self) -> &'static str {
        "a check"
    }

    fn whole_number(&self) -> &'static str {
        "a whole number"
    }
}
