//! What to do about a mistake in a rule file.

use crate::i18n::Lang;

/// What to do about a mistake in a rule file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Advice {
    /// A name that is near.
    DidYouMean { name: String },
    /// All names that there are.
    ThereIs { names: String },
    /// Some of many names that there are.
    ThereIsAndMore { names: String, more: usize },
    /// How something is written.
    ForExample { example: String },
    /// For a name that is taken.
    ChooseAnotherName,
    /// For a function written as a field.
    CallWithBrackets { name: String },
    /// For a condition that is no condition.
    CompareIt,
    /// For a place that is none.
    PointAtPrinted,
    /// For what has no text of its own.
    TakeFieldOrJoin,
    /// For what can't stand in a message.
    TakeFieldOrMap,
    /// For a path that may be null.
    TestForNull { path: String },
    /// For an expression that may be null.
    NameAndTest,
    /// For a list with nulls.
    LeaveNullsOut,
    /// For a question that no pack names, where no name is near.
    AddQuestion,
    /// For a date that is none.
    WriteDay,
    /// For a broken regular expression.
    EscapePattern,
    /// For a text that is not closed.
    EndText { quote: String },
    /// For a backslash that is meant as itself.
    DoubleBackslash { sign: String },
    /// For a single equals sign.
    CompareWith,
    /// For a single ampersand.
    JoinConditions,
    /// For a single bar.
    JoinAlternatives,
    /// For quotes that the language does not have.
    QuoteTexts,
    /// For a binding of another shape.
    WriteBinding,
    /// For a brace that is not closed.
    DoubleOpenBrace,
    /// For a brace that is not open.
    DoubleCloseBrace,
    /// For a text without bokmål.
    BokmalStandsIn,
    /// For a rule without `assert`.
    WhatHolds,
    /// For a rule without `primary`.
    PrintedAtFault,
    /// For a label without `at`.
    PrintedValue,
    /// For a rule without `message`.
    WhatIsWrong,
    /// For `asked` without `ask`.
    WhatIsAsked,
    /// For `asked` without `each`.
    WhoIsAsked,
    /// For `hides` without `hides_in`.
    HiddenIn,
    /// For `hides_in` without `hides`.
    HowMuchHidden,
    /// For a rule without `severity`.
    Severities,
    /// For a cause without `scope`.
    CommonScope,
    /// For a rule without `id`.
    NameAfterDefect,
    /// For two rules of one id.
    GivePart,
    /// For a rule or a part that an earlier file has.
    RenameOrReplace,
    /// For an id with other signs.
    UseHyphens,
    /// For a pack without `name`.
    ShortName,
    /// For a question without `pattern`.
    TitleOrOptions,
    /// For a question without `key`.
    CalledByKey,
    /// For a template without `name`.
    UsedByName,
    /// For `with` without `use`.
    WithGivesArguments,
    /// For an argument that a template needs.
    GiveInWith,
    /// For a case without a report.
    GiveReport,
    /// For an answer of nobody.
    AnswerOf,
    /// For a question of no known kind.
    GiveKind,
    /// For a table that the pack does not have.
    AddTable,
    /// For a file that is not there.
    BesidePack,
    /// For a file of another kind.
    TableFiles,
    /// For a TOML file without rows.
    TomlRows,
    /// For a file in another encoding.
    SaveAsUtf8,
    /// For a later version of the language.
    UpdateProgram,
    /// For `severity_when` without one of its keys.
    WhenAndSeverity,
    /// For a check without a question.
    KeyOfQuestion,
    /// For a check without limits.
    GiveLimit,
    /// For a check without a period.
    GivePeriod,
    /// For a check without a column.
    HeadingOfColumn,
    /// For a check of a text without its form.
    PatternOrFormat,
    /// What is written here instead.
    WriteInstead { write: String },
    /// For a per cent sign.
    PercentAs { number: String },
    /// For a field of a list.
    OfEach { field: String },
    /// For a backslash that TOML reads.
    LiteralText { sign: char },
    /// For a number that can be read in two ways.
    ThousandsOrDecimals,
    /// For a text of TOML without quotes.
    QuoteValue,
    /// For quotes inside the same quotes.
    OtherQuotes,
}

impl Advice {
    /// What is said.
    pub(crate) fn text(&self, lang: Lang) -> String {
        let said = lang.advice();
        match self {
            Self::DidYouMean { name } => said.did_you_mean(name),
            Self::ThereIs { names } => said.there_is(names),
            Self::ThereIsAndMore { names, more } => said.there_is_and_more(names, more),
            Self::ForExample { example } => said.for_example(example),
            Self::ChooseAnotherName => said.choose_another_name().to_owned(),
            Self::CallWithBrackets { name } => said.call_with_brackets(name),
            Self::CompareIt => said.compare_it().to_owned(),
            Self::PointAtPrinted => said.point_at_printed().to_owned(),
            Self::TakeFieldOrJoin => said.take_field_or_join().to_owned(),
            Self::TakeFieldOrMap => said.take_field_or_map().to_owned(),
            Self::TestForNull { path } => said.test_for_null(path),
            Self::NameAndTest => said.name_and_test().to_owned(),
            Self::LeaveNullsOut => said.leave_nulls_out().to_owned(),
            Self::AddQuestion => said.add_question().to_owned(),
            Self::WriteDay => said.write_day().to_owned(),
            Self::EscapePattern => said.escape_pattern().to_owned(),
            Self::EndText { quote } => said.end_text(quote),
            Self::DoubleBackslash { sign } => said.double_backslash(sign),
            Self::CompareWith => said.compare_with().to_owned(),
            Self::JoinConditions => said.join_conditions().to_owned(),
            Self::JoinAlternatives => said.join_alternatives().to_owned(),
            Self::QuoteTexts => said.quote_texts().to_owned(),
            Self::WriteBinding => said.write_binding().to_owned(),
            Self::DoubleOpenBrace => said.double_open_brace().to_owned(),
            Self::DoubleCloseBrace => said.double_close_brace().to_owned(),
            Self::BokmalStandsIn => said.bokmal_stands_in().to_owned(),
            Self::WhatHolds => said.what_holds().to_owned(),
            Self::PrintedAtFault => said.printed_at_fault().to_owned(),
            Self::PrintedValue => said.printed_value().to_owned(),
            Self::WhatIsWrong => said.what_is_wrong().to_owned(),
            Self::WhatIsAsked => said.what_is_asked().to_owned(),
            Self::WhoIsAsked => said.who_is_asked().to_owned(),
            Self::HiddenIn => said.hidden_in().to_owned(),
            Self::HowMuchHidden => said.how_much_hidden().to_owned(),
            Self::Severities => said.severities().to_owned(),
            Self::CommonScope => said.common_scope().to_owned(),
            Self::NameAfterDefect => said.name_after_defect().to_owned(),
            Self::GivePart => said.give_part().to_owned(),
            Self::RenameOrReplace => said.rename_or_replace().to_owned(),
            Self::UseHyphens => said.use_hyphens().to_owned(),
            Self::ShortName => said.short_name().to_owned(),
            Self::TitleOrOptions => said.title_or_options().to_owned(),
            Self::CalledByKey => said.called_by_key().to_owned(),
            Self::UsedByName => said.used_by_name().to_owned(),
            Self::WithGivesArguments => said.with_gives_arguments().to_owned(),
            Self::GiveInWith => said.give_in_with().to_owned(),
            Self::GiveReport => said.give_report().to_owned(),
            Self::AnswerOf => said.answer_of().to_owned(),
            Self::GiveKind => said.give_kind().to_owned(),
            Self::AddTable => said.add_table().to_owned(),
            Self::BesidePack => said.beside_pack().to_owned(),
            Self::TableFiles => said.table_files().to_owned(),
            Self::TomlRows => said.toml_rows().to_owned(),
            Self::SaveAsUtf8 => said.save_as_utf8().to_owned(),
            Self::UpdateProgram => said.update_program().to_owned(),
            Self::WhenAndSeverity => said.when_and_severity().to_owned(),
            Self::KeyOfQuestion => said.key_of_question().to_owned(),
            Self::GiveLimit => said.give_limit().to_owned(),
            Self::GivePeriod => said.give_period().to_owned(),
            Self::HeadingOfColumn => said.heading_of_column().to_owned(),
            Self::PatternOrFormat => said.pattern_or_format().to_owned(),
            Self::WriteInstead { write } => said.write_instead(write),
            Self::PercentAs { number } => said.percent_as(number),
            Self::OfEach { field } => said.of_each(field),
            Self::LiteralText { sign } => said.literal_text(sign),
            Self::ThousandsOrDecimals => said.thousands_or_decimals().to_owned(),
            Self::QuoteValue => said.quote_value().to_owned(),
            Self::OtherQuotes => said.other_quotes().to_owned(),
        }
    }
}
