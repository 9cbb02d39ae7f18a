//! The tool's own errors and warnings, shown by miette on standard error.

use crate::cli::Cli;
use clap::CommandFactory as _;
use clap::error::{ContextKind, ContextValue, ErrorKind as Misuse};
use dekom_lint::config::nearest;
use dekom_lint::i18n::pick;
use dekom_lint::rules::Lang;
use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme};
use std::io::ErrorKind;

/// An error of the tool: wrong usage, a broken configuration, a file that can't be written.
#[derive(Debug, thiserror::Error, Diagnostic)]
#[error("{message}")]
pub(crate) struct Trouble {
    message: String,
    #[help]
    help: Option<String>,
}

impl Trouble {
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

    /// Wrong usage, told in the user's language.
    pub(crate) fn usage(error: &clap::Error, lang: Lang) -> Self {
        let context = |kind| error.get(kind).map(listed).unwrap_or_default();
        let argument = context(ContextKind::InvalidArg);
        let value = context(ContextKind::InvalidValue);
        let say = |nb: &str, nn: &str, en: &str| pick(lang, nb, nn, en).to_owned();
        let unknown = say("ukjent valg", "ukjent val", "unknown option");
        let command = context(ContextKind::InvalidSubcommand);
        let message = match error.kind() {
            Misuse::InvalidSubcommand => {
                let what = say("ukjent kommando", "ukjend kommando", "unknown command");
                format!("{what} «{command}»")
            }
            Misuse::MissingSubcommand | Misuse::DisplayHelpOnMissingArgumentOrSubcommand => say(
                "kommandoen etter rules mangler",
                "kommandoen etter rules manglar",
                "the command after rules is missing",
            ),
            Misuse::UnknownArgument => format!("{unknown} {argument}"),
            Misuse::InvalidValue if value.is_empty() => format!(
                "{argument} {}",
                say("mangler verdi", "manglar verdi", "lacks a value")
            ),
            Misuse::InvalidValue | Misuse::ValueValidation => {
                let what = say("ugyldig verdi", "ugyldig verdi", "invalid value");
                let for_ = say("for", "for", "for");
                let why = std::error::Error::source(error).map(|why| format!(": {why}"));
                format!(
                    "{what} «{value}» {for_} {argument}{}",
                    why.unwrap_or_default()
                )
            }
            Misuse::ArgumentConflict => {
                let prior = context(ContextKind::PriorArg);
                let with = say(
                    "kan ikke brukes sammen med",
                    "kan ikkje brukast saman med",
                    "cannot be used with",
                );
                format!("{argument} {with} {prior}")
            }
            Misuse::MissingRequiredArgument => {
                format!("{} {argument}", say("mangler", "manglar", "missing"))
            }
            _ => say("feil bruk", "feil bruk", "wrong usage"),
        };
        let near = match error.kind() {
            Misuse::InvalidSubcommand => {
                nearest(&command, commands().iter().map(String::as_str)).map(str::to_owned)
            }
            _ => [ContextKind::SuggestedArg, ContextKind::SuggestedValue]
                .into_iter()
                .find_map(|kind| error.get(kind))
                .map(listed),
        };
        let valid = match error.kind() {
            Misuse::InvalidSubcommand
            | Misuse::MissingSubcommand
            | Misuse::DisplayHelpOnMissingArgumentOrSubcommand => commands().join(", "),
            _ => context(ContextKind::ValidValue),
        };
        let help = match near {
            Some(near) => {
                let asked = say("mente du", "meinte du", "did you mean");
                format!("{asked} {near}?")
            }
            None if !valid.is_empty() => format!("{} {valid}", say("velg", "vel", "choose")),
            None => say(
                "dekom-lint --help viser alle valg",
                "dekom-lint --help viser alle val",
                "dekom-lint --help lists the options",
            ),
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
pub(crate) struct Failure(pub(crate) Vec<miette::Report>);

impl<E: Diagnostic + Send + Sync + 'static> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(vec![miette::Report::new(error)])
    }
}

/// Why a file could not be read or written, in the user's language.
pub(crate) fn because(error: &std::io::Error, lang: Lang) -> String {
    let say = |nb: &str, nn: &str, en: &str| pick(lang, nb, nn, en).to_owned();
    match error.kind() {
        ErrorKind::NotFound => say("finnes ikke", "finst ikkje", "does not exist"),
        ErrorKind::PermissionDenied => say("ingen tilgang", "ingen tilgang", "no permission"),
        ErrorKind::IsADirectory => say("er en mappe", "er ei mappe", "is a folder"),
        ErrorKind::InvalidData => say("er ikke tekst", "er ikkje tekst", "is not text"),
        _ => error.to_string(),
    }
}

/// How miette introduces what to do; it knows no other language.
const HELP: &str = "  help: ";

/// An error or a warning as text.
pub(crate) fn show(diagnostic: &dyn Diagnostic, color: bool, lang: Lang) -> String {
    let theme = if color {
        GraphicalTheme::unicode()
    } else {
        GraphicalTheme::unicode_nocolor()
    };
    let handler = GraphicalReportHandler::new_themed(theme)
        .with_links(false)
        .with_width(100);
    let mut out = String::new();
    // Writing to memory doesn't fail.
    let _ = handler.render_report(&mut out, diagnostic);
    if lang == Lang::En {
        return out;
    }
    let lines = out.split_inclusive('\n').map(|line| {
        // With colours, their code stands before the label.
        match line.split_once(HELP) {
            Some((code, help)) if code.is_empty() || code.starts_with('\u{1b}') => {
                format!("{code}  hjelp: {help}")
            }
            _ => line.to_owned(),
        }
    });
    lines.collect()
}
