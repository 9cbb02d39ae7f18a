//! TOML → checked rules; evaluates them over the report. Knows no layout.
//!
//! [`load()`] checks rule files (the built-in ones are [`builtin_sources`]) and tells every mistake at
//! once; [`run`] evaluates the rules over a report. Nothing in here does I/O: rule files come as
//! texts.

mod authoring;
mod bases;
mod engine;
mod lang;
mod load;
mod mistake;
mod outcome;
#[cfg(feature = "cli")]
mod reference;
mod unchecked;
pub(crate) mod workbook;

#[cfg(test)]
mod tests;

pub use crate::i18n::{Lang, Severity, Text};
#[cfg(feature = "cli")]
pub use authoring::schema;
pub use authoring::{
    Amendment, CaseResult, Misfit, Verdict, misfits, plain_toml, rule_page, rules_table, test_cases,
};
pub use authoring::{
    Change, Mutant, Noticed, Reason, mutate, mutate_recomputed, starting_pack, suggestions,
};
pub use engine::{
    Came, Clause, Cost, Judgement, Options, PackChoice, Traced, Wanted, profile, run, trace,
};
pub use lang::fields::{Field, FieldType, describe, fields};
pub use lang::functions::{FUNCTIONS, Function, MACROS, MacroDoc, SEARCHES, SearchDoc};
pub use lang::node::NodeKind;
pub use load::{
    Case, Given, GivenFile, Pack, PackQuestion, Param, ParamKind, Rule, RuleError, RuleSet,
    RuleSource, files_named, load, load_with,
};
pub use outcome::{
    Bound, Datum, Hidden, Hit, Label, NotEvaluable, Outcome, QuestionNotFound, RuleStatus, Status,
};
#[cfg(feature = "cli")]
pub use reference::reference;
pub use unchecked::{Unchecked, UncheckedReason};

/// The rule files that are built in, general ones first.
pub fn builtin_sources() -> Vec<RuleSource> {
    let files = [
        ("general.toml", include_str!("../../rules/general.toml")),
        (
            "general-figures.toml",
            include_str!("../../rules/general-figures.toml"),
        ),
        (
            "general-charts.toml",
            include_str!("../../rules/general-charts.toml"),
        ),
        (
            "general-answers.toml",
            include_str!("../../rules/general-answers.toml"),
        ),
        (
            "general-reading.toml",
            include_str!("../../rules/general-reading.toml"),
        ),
        (
            "general-texts.toml",
            include_str!("../../rules/general-texts.toml"),
        ),
        ("dekom.toml", include_str!("../../rules/dekom.toml")),
        (
            "dekom-options.toml",
            include_str!("../../rules/dekom-options.toml"),
        ),
        (
            "dekom-amounts.toml",
            include_str!("../../rules/dekom-amounts.toml"),
        ),
        (
            "dekom-registers.toml",
            include_str!("../../rules/dekom-registers.toml"),
        ),
    ];
    let source = |(name, text): (&str, &str)| RuleSource {
        name: format!("rules/{name}"),
        text: text.to_owned(),
    };
    files.map(source).into()
}

/// The files that the built-in rule files name, by the path that they stand at: registers.
pub(crate) const BUILTIN_FILES: &[(&str, &[u8])] = &[
    (
        "rules/registers/municipalities.csv",
        include_bytes!("../../rules/registers/municipalities.csv"),
    ),
    (
        "rules/registers/institutions.csv",
        include_bytes!("../../rules/registers/institutions.csv"),
    ),
];
