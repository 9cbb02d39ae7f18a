//! The tool's own errors and warnings, shown by miette on standard error.

use crate::cli::Cli;
use crate::meant::{Slips, begun_alike};
use crate::rules::Lang;
use clap::CommandFactory as _;
use clap::error::{ContextKind, ContextValue, ErrorKind as Misuse};
use miette::Diagnostic;
use std::io::ErrorKind;

/// An error of the tool: wrong usage, a broken configuration, a file that can't be written.
#[derive(Debug, thiserror::Error, Diagnostic)]
#[error("{message}")]
pub(crate) struct CliError {
    message: String,
    #[help]
    help: Option<String>,
}

impl CliError {
    /// An error with a message.
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            help: None,
        }
    }

    /// The same with what to do about it.
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same with the known name that is most like what was written, where any is near.
    pub(crate) fn near<'a>(
        self,
        written: &str,
        known: impl IntoIterator<Item = &'a str>,
        lang: Lang,
    ) -> Self {
        match begun_alike(written, known) {
            Some(near) => self.help(lang.words().did_you_mean(&format!("«{near}»"))),
            None => self,
        }
    }

    /// Wrong usage, told in the user's language.
    pub(crate) fn usage(error: &clap::Error, lang: Lang) -> Self {
        let context = |kind| error.get(kind).map(listed).unwrap_or_default();
        let argument = context(ContextKind::InvalidArg);
        let value = context(ContextKind::InvalidValue);
        let app = lang.app();
        let message = match error.kind() {
            Misuse::InvalidSubcommand => {
                app.unknown_command(&context(ContextKind::InvalidSubcommand))
            }
            Misuse::MissingSubcommand | Misuse::DisplayHelpOnMissingArgumentOrSubcommand => {
                app.missing_command().to_owned()
            }
            Misuse::UnknownArgument => app.unknown_option(&argument),
            Misuse::InvalidValue if value.is_empty() => app.lacks_value(&argument),
            Misuse::InvalidValue | Misuse::ValueValidation => {
                let why = std::error::Error::source(error).map(|why| {
                    // What is no number is told by the standard library in English.
                    if why.is::<std::num::ParseIntError>() {
                        format!(": {}", app.write_a_number())
                    } else {
                        format!(": {why}")
                    }
                });
                app.invalid_value(&value, &argument) + &why.unwrap_or_default()
            }
            Misuse::ArgumentConflict => {
                app.cannot_be_with(&argument, &context(ContextKind::PriorArg))
            }
            Misuse::MissingRequiredArgument => app.missing(&argument),
            _ => app.wrong_usage().to_owned(),
        };
        let near = match error.kind() {
            Misuse::InvalidSubcommand => {
                let command = context(ContextKind::InvalidSubcommand);
                begun_alike(&command, commands().iter().map(String::as_str)).map(str::to_owned)
            }
            Misuse::InvalidValue => {
                // What clap takes for near may have little in common.
                let near = error.get(ContextKind::SuggestedValue).map(listed);
                near.filter(|near| Slips::VALUE.allow(&value, near))
            }
            _ => error.get(ContextKind::SuggestedArg).map(listed),
        };
        let valid = match error.kind() {
            Misuse::InvalidSubcommand
            | Misuse::MissingSubcommand
            | Misuse::DisplayHelpOnMissingArgumentOrSubcommand => commands().join(", "),
            _ => context(ContextKind::ValidValue),
        };
        let help = match near {
            Some(near) => lang.words().did_you_mean(&near),
            None if !valid.is_empty() => app.choose(&valid),
            None => app.see_help().to_owned(),
        };
        Self::new(message).help(help)
    }
}

/// The commands below `rules`, the only ones that stand below another.
fn commands() -> Vec<String> {
    let whole = Cli::command();
    let rules = whole.find_subcommand("rules").into_iter();
    rules
        .flat_map(clap::Command::get_subcommands)
        .map(|command| command.get_name().to_owned())
        .collect()
}

fn listed(value: &ContextValue) -> String {
    match value {
        ContextValue::String(one) => one.clone(),
        ContextValue::Strings(many) => many.join(", "),
        other => other.to_string(),
    }
}

/// What stops the program: one error, or all the mistakes of the rule files.
#[derive(Debug)]
pub(crate) struct CliErrors(pub(crate) Vec<miette::Report>);

impl<E: Diagnostic + Send + Sync + 'static> From<E> for CliErrors {
    fn from(error: E) -> Self {
        Self(vec![miette::Report::new(error)])
    }
}

/// Why a file could not be read or written, in the user's language.
pub(crate) fn because(error: &std::io::Error, lang: Lang) -> String {
    let app = lang.app();
    let known = match error.kind() {
        ErrorKind::NotFound => app.not_found(),
        ErrorKind::PermissionDenied => app.no_permission(),
        ErrorKind::IsADirectory => app.is_a_folder(),
        ErrorKind::NotADirectory => app.is_no_folder(),
        ErrorKind::InvalidData => app.not_text(),
        _ => return error.to_string(),
    };
    known.to_owned()
}
