//! The words and types in what is said of rule files.

use std::fmt::Display;

/// The words and types in what is said of rule files.
pub trait Terms {
    /// A `[[rule]]`.
    fn rule(&self) -> &'static str;
    /// The whole file.
    fn rule_file(&self) -> &'static str;
    /// A `[[template]]`.
    fn template(&self) -> &'static str;
    /// `[pack]`.
    fn pack(&self) -> &'static str;
    /// A `[[pack.question]]`.
    fn pack_question(&self) -> &'static str;
    /// A `[[rule.good]]` or `[[rule.bad]]`.
    fn case(&self) -> &'static str;
    /// An item of `labels`.
    fn label(&self) -> &'static str;
    /// `asked`.
    fn asked(&self) -> &'static str;
    /// The table of names.
    fn lets(&self) -> &'static str;
    /// A table of texts.
    fn languages(&self) -> &'static str;
    /// A text of TOML or of an expression.
    fn text(&self) -> &'static str;
    /// A number.
    fn number(&self) -> &'static str;
    /// What a count has to be.
    fn count(&self) -> &'static str;
    /// A truth value of TOML.
    fn boolean(&self) -> &'static str;
    /// A list.
    fn list(&self) -> &'static str;
    /// A table of TOML.
    fn table(&self) -> &'static str;
    /// A number that TOML can write and rules can't.
    fn large_number(&self) -> &'static str;
    /// A number that is not exact.
    fn decimal_number(&self) -> &'static str;
    /// A date of TOML.
    fn toml_day(&self) -> &'static str;
    /// A list of texts.
    fn texts(&self) -> &'static str;
    /// `[[…]]`.
    fn tables(&self) -> &'static str;
    /// A text in languages.
    fn text_or_table(&self) -> &'static str;
    /// What a parameter may be.
    fn constant(&self) -> &'static str;
    /// Any value.
    fn anything(&self) -> &'static str;
    /// What has a size.
    fn text_or_list(&self) -> &'static str;
    /// What is added up.
    fn numbers(&self) -> &'static str;
    /// What can be ordered.
    fn ordered(&self) -> &'static str;
    /// What can be flattened.
    fn lists(&self) -> &'static str;
    /// What can be searched.
    fn parts(&self) -> &'static str;
    /// What a list holds.
    fn item(&self) -> &'static str;
    /// What the argument before it is.
    fn same_type(&self) -> &'static str;
    /// A kind of deviation.
    fn deviation(&self) -> &'static str;
    /// Of the grammar: a name.
    fn name(&self) -> &'static str;
    /// Of the grammar: a value.
    fn value(&self) -> &'static str;
    /// Of the grammar: what follows a value.
    fn operator_or_end(&self) -> &'static str;
    /// Of the grammar: what follows a dot.
    fn field_or_function(&self) -> &'static str;
    /// What a rule file has there.
    fn quoted(&self, sign: &dyn Display) -> String;
    /// One of two signs.
    fn either(&self, first: &dyn Display, second: &dyn Display) -> String;
    /// A type: a truth value.
    fn bool(&self) -> &'static str;
    /// A type: a whole number.
    fn int(&self) -> &'static str;
    /// A type: a fraction.
    fn ratio(&self) -> &'static str;
    /// A type: a text.
    fn string(&self) -> &'static str;
    /// A type: a day.
    fn date(&self) -> &'static str;
    /// A type whose values may be null.
    fn or_null(&self, ty: &dyn Display) -> String;
    /// A list of a type.
    fn list_of(&self, ty: &dyn Display) -> String;
    /// One of two types.
    fn or(&self, first: &dyn Display, second: &dyn Display) -> String;
    /// At the place of a mistake.
    fn here(&self) -> &'static str;
    /// A `[pack.tables.NAME]`.
    fn pack_table(&self) -> &'static str;
    /// The columns of a table.
    fn columns(&self) -> &'static str;
    /// What has an order.
    fn ordered_one(&self) -> &'static str;
    /// An item of `severity_when`.
    fn severity_when(&self) -> &'static str;
    /// A `[[check]]`.
    fn check(&self) -> &'static str;
    /// A whole number of TOML.
    fn whole_number(&self) -> &'static str;
}
