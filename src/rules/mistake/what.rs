//! A mistake in a rule file.

use super::flaw::Flaw;
use super::term::{Term, type_in};
use crate::i18n::{Lang, Text, whole};
use crate::rules::lang::types::Type;

/// A mistake in a rule file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Mistake {
    /// A name that stands for something else already.
    Taken { name: String },
    /// A name that stands for nothing.
    UnknownName { name: String },
    /// A key that a table does not have.
    UnknownKey { table: Term, key: String },
    /// A key that a table needs.
    Lacks { table: Term, key: String },
    /// A field that a part of the report does not have.
    UnknownField { node: String, field: String },
    /// A field of what has none.
    NoFields { found: Type },
    /// A parameter that the pack does not have.
    UnknownParameter { name: String },
    /// A function that does not exist.
    UnknownFunction { name: String },
    /// A method called as a function, or the other way round.
    NotCalledSo { name: String },
    /// A value of TOML that is of another type.
    WrongValue {
        key: String,
        wanted: Term,
        found: Term,
    },
    /// An expression of another type.
    WrongType { found: Type, wanted: Term },
    /// An item that does not go with those before it.
    MixedList { item: Type, list: Type },
    /// A place that is none.
    NotPrinted { found: Type },
    /// The branches of a condition don't agree.
    MixedBranches { first: Type, second: Type },
    /// An index into what is no list.
    NoItems { found: Type },
    /// A binding to what is no list.
    NotWalked { found: Type },
    /// Operands of types that an operator does not take.
    CannotJoin {
        sign: String,
        left: Type,
        right: Type,
    },
    /// A value that a field never has.
    Never { field: String, value: String },
    /// A field that is no text, where likeness is searched.
    NotAText { field: String },
    /// A value that can't be made a text.
    NoOwnText { found: Type },
    /// A value that can't be shown.
    NotInMessage { found: Type },
    /// Null where a value is needed.
    IsNull,
    /// Perhaps null where a value is needed.
    MayBeNull,
    /// A list of values of which some may be null.
    ItemMayBeNull,
    /// A macro called otherwise.
    TakesNameAndExpression { name: String },
    /// A search for a question called otherwise.
    TakesKey { name: String },
    /// A function called with more or fewer.
    TakesOne { name: String, given: usize },
    /// A function called with more or fewer.
    TakesNot {
        name: String,
        takes: usize,
        given: usize,
    },
    /// A search called with more or fewer.
    Takes { name: String, takes: usize },
    /// A macro on what is no list.
    NeedsList { name: String, found: Type },
    /// A search in something else.
    SearchesParts { name: String, found: Type },
    /// A macro whose first argument is no name.
    NeedsItemName,
    /// A search whose first argument is no field.
    NeedsFieldName,
    /// A question that no pack names.
    UnknownQuestion { key: String },
    /// A date that no calendar has.
    NotADay,
    /// A kind of deviation that does not exist.
    NoDeviation { name: String },
    /// A kind of deviation that is not known when the file is loaded.
    NeedsDeviation,
    /// A regular expression that does not parse; why is told by its crate.
    BrokenPattern { why: String },
    /// A sign that the language does not have.
    MeansNothing { sign: String },
    /// A word that CEL reserves.
    Reserved { name: String },
    /// A name with a letter that names don't have.
    ForeignLetter { name: String },
    /// A number that is not kept exactly.
    NumberTooLarge,
    /// Letters behind a number.
    NumberFollowedBy { rest: String },
    /// A text without its quote at the end.
    TextNotClosed,
    /// A backslash before a sign that needs none.
    NoEscape { sign: String },
    /// An escape whose digits stand for no character.
    EscapeNamesNothing,
    /// An expression that is too long.
    TooLong { most: usize },
    /// An expression that is nested too deeply.
    TooDeep { most: usize },
    /// An expression with too many operators.
    TooManyParts { most: usize },
    /// An expression that ends too early.
    Ends { wanted: Term },
    /// Something else than the grammar has there.
    Unexpected { found: Term, wanted: Term },
    /// A message with an open brace.
    BraceNotClosed,
    /// A message with a closing brace alone.
    NoBraceOpen,
    /// What TOML does not have; why is told by its crate.
    NotToml { flaw: Flaw },
    /// A severity that does not exist.
    UnknownSeverity { name: String },
    /// A question's role that does not exist.
    UnknownRole { name: String },
    /// A kind of question that does not exist.
    UnknownKind { name: String },
    /// A cause that is no rule.
    UnknownRule { id: String },
    /// Two rules of one id.
    WrittenTwice { id: String },
    /// A rule that an earlier file has.
    RuleTaken { id: String, file: String },
    /// A part that an earlier file's rule has.
    PartTaken {
        id: String,
        part: String,
        file: String,
    },
    /// A rule that is to replace one that is not there.
    NoRuleToReplace { id: String },
    /// A part that is to replace one that is not there.
    NoPartToReplace { id: String, part: String },
    /// An id with other signs.
    NoId { id: String },
    /// A template that does not exist.
    UnknownTemplate { name: String },
    /// An argument that a template does not take.
    TemplateTakesNot { template: String, param: String },
    /// An argument that a template needs.
    TemplateNeeds { template: String, param: String },
    /// A case made of a report that does not exist.
    UnknownBase { name: String },
    /// An edit of what is not there.
    NotInReport,
    /// Edits of another shape.
    EditNotPairs,
    /// An answer of a part of the report that nobody answers for.
    AnswersNothing { found: Type },
    /// An answer where nothing that is walked over has a respondent.
    NobodyAnswers { name: String },
    /// An answer to a question of no known kind.
    NoKind { key: String },
    /// A table that is not named.
    NeedsTableName,
    /// A table that the pack does not have.
    UnknownTable { name: String },
    /// A column that is not named.
    NeedsColumnName,
    /// A column that a table does not have.
    UnknownColumn { table: String, column: String },
    /// A type of column that does not exist.
    UnknownColumnType { name: String },
    /// A file that is not there.
    NoFile { file: String },
    /// A file that cannot be read.
    CannotRead { file: String, why: Text },
    /// A file that holds no table.
    NoTableFile { file: String },
    /// A TOML file of a table that is no TOML.
    TableNotToml { file: String, flaw: Flaw },
    /// A table that does not parse; why is told by its crate.
    BrokenTable { file: String, why: String },
    /// A table with too much in it.
    TableTooLarge {
        file: String,
        rows: usize,
        columns: usize,
    },
    /// A file in another encoding.
    NotUtf8 { file: String, line: usize },
    /// A sheet that a workbook does not have.
    NoSheet { file: String, sheet: String },
    /// A column that a file does not have.
    NoColumn { file: String, column: String },
    /// A cell that is not what its column holds.
    BadCell {
        file: String,
        row: usize,
        column: String,
        found: String,
        wanted: Type,
    },
    /// A row that goes beyond the headings.
    MoreCells {
        file: String,
        row: usize,
        columns: usize,
    },
    /// A case's file that is no report.
    NoReport { file: String },
    /// A key that stands twice.
    KeyTwice {
        file: String,
        row: usize,
        column: String,
    },
    /// A rule file for a later version of the language.
    LaterLanguage { version: usize, known: usize },
    /// A check that says nothing of what it checks.
    CheckOfNothing,
    /// A check of a kind that lacks something it needs.
    CheckIncomplete { kind: String },
    /// A check of two kinds.
    CheckOfTwo { first: String, second: String },
    /// A question of another kind than a check needs.
    OtherKind {
        key: String,
        kind: String,
        wanted: String,
    },
    /// A lower limit above the upper one.
    LimitsCross,
    /// A number that is too small or too large for its key.
    OutOfRange { key: String, least: i64, most: i64 },
    /// Two keys of which one would be ignored.
    NotTogether { first: String, second: String },
    /// An empty list where a question is needed.
    NeedsOne,
    /// A question that is held against itself.
    AgainstItself,
    /// A list of one where two are needed.
    NeedsTwo,
    /// A form of text that does not exist.
    UnknownFormat { name: String },
    /// What spreadsheets and other languages write, and this one does not.
    NotSo { found: String },
    /// A number with a decimal comma.
    DecimalComma { found: String },
    /// A number whose digits are parted.
    PartedDigits { found: String },
    /// A number with a point at the thousands.
    ThousandPoint { found: String, value: String },
    /// A number with a per cent sign.
    PercentSign { found: String },
    /// A pattern whose bound of a word became a backspace.
    Backspace,
    /// Edits of a report that is no text.
    EditsOfPdf,
}

impl Mistake {
    /// What is said of it.
    #[expect(clippy::too_many_lines, reason = "one line for each mistake")]
    pub(crate) fn message(&self, lang: Lang) -> String {
        let said = lang.mistakes();
        match self {
            Self::Taken { name } => said.taken(name),
            Self::UnknownName { name } => said.unknown_name(name),
            Self::UnknownKey { table, key } => said.unknown_key(&table.words(lang), key),
            Self::Lacks { table, key } => said.lacks(&table.words(lang), key),
            Self::UnknownField { node, field } => said.unknown_field(node, field),
            Self::NoFields { found } => said.no_fields(&type_in(found, lang)),
            Self::UnknownParameter { name } => said.unknown_parameter(name),
            Self::UnknownFunction { name } => said.unknown_function(name),
            Self::NotCalledSo { name } => said.not_called_so(name),
            Self::WrongValue { key, wanted, found } => {
                said.wrong_value(key, &wanted.words(lang), &found.words(lang))
            }
            Self::WrongType { found, wanted } => {
                said.wrong_type(&type_in(found, lang), &wanted.words(lang))
            }
            Self::MixedList { item, list } => {
                said.mixed_list(&type_in(item, lang), &type_in(list, lang))
            }
            Self::NotPrinted { found } => said.not_printed(&type_in(found, lang)),
            Self::MixedBranches { first, second } => {
                said.mixed_branches(&type_in(first, lang), &type_in(second, lang))
            }
            Self::NoItems { found } => said.no_items(&type_in(found, lang)),
            Self::NotWalked { found } => said.not_walked(&type_in(found, lang)),
            Self::CannotJoin { sign, left, right } => {
                said.cannot_join(sign, &type_in(left, lang), &type_in(right, lang))
            }
            Self::Never { field, value } => said.never(field, value),
            Self::NotAText { field } => said.not_a_text(field),
            Self::NoOwnText { found } => said.no_own_text(&type_in(found, lang)),
            Self::NotInMessage { found } => said.not_in_message(&type_in(found, lang)),
            Self::IsNull => said.is_null().to_owned(),
            Self::MayBeNull => said.may_be_null().to_owned(),
            Self::ItemMayBeNull => said.item_may_be_null().to_owned(),
            Self::TakesNameAndExpression { name } => said.takes_name_and_expression(name),
            Self::TakesKey { name } => said.takes_key(name),
            Self::TakesOne { name, given } => said.takes_one(name, given),
            Self::TakesNot { name, takes, given } => said.takes_not(name, takes, given),
            Self::Takes { name, takes } => said.takes(name, takes),
            Self::NeedsList { name, found } => said.needs_list(name, &type_in(found, lang)),
            Self::SearchesParts { name, found } => said.searches_parts(name, &type_in(found, lang)),
            Self::NeedsItemName => said.needs_item_name().to_owned(),
            Self::NeedsFieldName => said.needs_field_name().to_owned(),
            Self::UnknownQuestion { key } => said.unknown_question(key),
            Self::NotADay => said.not_a_day().to_owned(),
            Self::NoDeviation { name } => said.no_deviation(name),
            Self::NeedsDeviation => said.needs_deviation().to_owned(),
            Self::BrokenPattern { why } => said.broken_pattern(why),
            Self::MeansNothing { sign } => said.means_nothing(sign),
            Self::Reserved { name } => said.reserved(name),
            Self::ForeignLetter { name } => said.foreign_letter(name),
            Self::NumberTooLarge => said.number_too_large().to_owned(),
            Self::NumberFollowedBy { rest } => said.number_followed_by(rest),
            Self::TextNotClosed => said.text_not_closed().to_owned(),
            Self::NoEscape { sign } => said.no_escape(sign),
            Self::EscapeNamesNothing => said.escape_names_nothing().to_owned(),
            Self::TooLong { most } => said.too_long(most),
            Self::TooDeep { most } => said.too_deep(most),
            Self::TooManyParts { most } => said.too_many_parts(most),
            Self::Ends { wanted } => said.ends(&wanted.words(lang)),
            Self::Unexpected { found, wanted } => {
                said.unexpected(&found.words(lang), &wanted.words(lang))
            }
            Self::BraceNotClosed => said.brace_not_closed().to_owned(),
            Self::NoBraceOpen => said.no_brace_open().to_owned(),
            Self::NotToml { flaw } => said.not_toml(&flaw.words(lang)),
            Self::UnknownSeverity { name } => said.unknown_severity(name),
            Self::UnknownRole { name } => said.unknown_role(name),
            Self::UnknownKind { name } => said.unknown_kind(name),
            Self::UnknownRule { id } => said.unknown_rule(id),
            Self::WrittenTwice { id } => said.written_twice(id),
            Self::RuleTaken { id, file } => said.rule_taken(id, file),
            Self::PartTaken { id, part, file } => said.part_taken(id, part, file),
            Self::NoRuleToReplace { id } => said.no_rule_to_replace(id),
            Self::NoPartToReplace { id, part } => said.no_part_to_replace(id, part),
            Self::NoId { id } => said.no_id(id),
            Self::UnknownTemplate { name } => said.unknown_template(name),
            Self::TemplateTakesNot { template, param } => said.template_takes_not(template, param),
            Self::TemplateNeeds { template, param } => said.template_needs(template, param),
            Self::UnknownBase { name } => said.unknown_base(name),
            Self::NotInReport => said.not_in_report().to_owned(),
            Self::EditNotPairs => said.edit_not_pairs().to_owned(),
            Self::AnswersNothing { found } => said.answers_nothing(&type_in(found, lang)),
            Self::NobodyAnswers { name } => said.nobody_answers(name),
            Self::NoKind { key } => said.no_kind(key),
            Self::NeedsTableName => said.needs_table_name().to_owned(),
            Self::UnknownTable { name } => said.unknown_table(name),
            Self::NeedsColumnName => said.needs_column_name().to_owned(),
            Self::UnknownColumn { table, column } => said.unknown_column(table, column),
            Self::UnknownColumnType { name } => said.unknown_column_type(name),
            Self::NoFile { file } => said.no_file(file),
            Self::CannotRead { file, why } => said.cannot_read(file, &why.get(lang)),
            Self::NoTableFile { file } => said.no_table_file(file),
            Self::TableNotToml { file, flaw } => said.broken_table(file, &flaw.words(lang)),
            Self::BrokenTable { file, why } => said.broken_table(file, why),
            Self::TableTooLarge {
                file,
                rows,
                columns,
            } => said.table_too_large(file, rows, columns),
            Self::NotUtf8 { file, line } => said.not_utf8(file, line),
            Self::NoSheet { file, sheet } => said.no_sheet(file, sheet),
            Self::NoColumn { file, column } => said.no_column(file, column),
            Self::BadCell {
                file,
                row,
                column,
                found,
                wanted,
            } => said.bad_cell(file, row, column, found, &type_in(wanted, lang)),
            Self::MoreCells { file, row, columns } => said.more_cells(file, row, columns),
            Self::NoReport { file } => said.no_report(file),
            Self::KeyTwice { file, row, column } => said.key_twice(file, row, column),
            Self::LaterLanguage { version, known } => said.later_language(version, known),
            Self::CheckOfNothing => said.check_of_nothing().to_owned(),
            Self::CheckIncomplete { kind } => said.check_incomplete(kind),
            Self::CheckOfTwo { first, second } => said.check_of_two(first, second),
            Self::OtherKind { key, kind, wanted } => said.other_kind(key, kind, wanted),
            Self::LimitsCross => said.limits_cross().to_owned(),
            Self::OutOfRange { key, least, most } => {
                said.out_of_range(key, &whole(*least, lang), &whole(*most, lang))
            }
            Self::NotTogether { first, second } => said.not_together(first, second),
            Self::NeedsOne => said.needs_one().to_owned(),
            Self::AgainstItself => said.against_itself().to_owned(),
            Self::NeedsTwo => said.needs_two().to_owned(),
            Self::UnknownFormat { name } => said.unknown_format(name),
            Self::NotSo { found } => said.not_so(found),
            Self::DecimalComma { found } => said.decimal_comma(found),
            Self::PartedDigits { found } => said.parted_digits(found),
            Self::ThousandPoint { found, value } => said.thousand_point(found, value),
            Self::PercentSign { found } => said.percent_sign(found),
            Self::Backspace => said.backspace().to_owned(),
            Self::EditsOfPdf => said.edits_of_pdf().to_owned(),
        }
    }
}
