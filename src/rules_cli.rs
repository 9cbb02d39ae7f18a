//! The commands for those who write rules. What they do is decided elsewhere.

use crate::cli_values::{ListShape, Shape};
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// The order of a command's help.
pub(crate) const TEMPLATE: &str = "\
{about-with-newline}
Bruk: {usage}

{all-args}{after-help}";

/// What is done with rules.
#[derive(Debug, Subcommand)]
pub(crate) enum RulesCommand {
    /// Viser reglene i en tabell
    #[command(help_template = TEMPLATE, disable_help_flag = true, override_usage = "dekom-lint rules list [VALG]")]
    List {
        #[command(flatten)]
        extra: Extra,
        /// Form på standard ut: full (vanlig), json eller markdown
        #[arg(
            id = "list_form",
            long = "format",
            value_name = "FORM",
            hide_possible_values = true,
            help_heading = "Utskrift"
        )]
        form: Option<ListShape>,
    },
    /// Kontrollerer regelfiler og viser alle feil på én gang
    #[command(help_template = TEMPLATE, disable_help_flag = true, override_usage = "dekom-lint rules check [VALG] FIL...")]
    Check {
        /// Regelfiler, eller mapper med regelfiler
        #[arg(
            id = "rule_files",
            value_name = "FIL",
            required = true,
            help_heading = "Argumenter"
        )]
        files: Vec<PathBuf>,
        /// Viser også hva i reglene som ikke passer til denne rapporten (kan gjentas)
        #[arg(
            id = "fitted_reports",
            long = "report",
            value_name = "RAPPORT",
            help_heading = "Kontroll"
        )]
        reports: Vec<PathBuf>,
    },
    /// What the table is called stands in brackets, which the documentation would take for a link.
    #[command(about = "Viser de vanlige reglene som kontrollene ([[check]]) i regelfilene står for", long_about = None, help_template = TEMPLATE, disable_help_flag = true, override_usage = "dekom-lint rules expand FIL...")]
    Expand {
        /// Regelfiler, eller mapper med regelfiler
        #[arg(
            id = "expanded_files",
            value_name = "FIL",
            required = true,
            help_heading = "Argumenter"
        )]
        files: Vec<PathBuf>,
    },
    /// Prøver reglene mot eksemplene som står ved dem
    #[command(help_template = TEMPLATE, disable_help_flag = true, override_usage = "dekom-lint rules test [VALG] [FIL]...")]
    Test {
        /// Regelfiler, eller mapper med regelfiler; uten noen prøves de innebygde reglene
        #[arg(id = "tested_files", value_name = "FIL", help_heading = "Argumenter")]
        files: Vec<PathBuf>,
        /// Skriver det som ble funnet, inn i eksemplene som venter noe annet
        #[arg(
            id = "accepted",
            long = "accept",
            requires = "tested_files",
            help_heading = "Kontroll"
        )]
        accept: bool,
        #[command(flatten)]
        shape: Shaped,
    },
    /// Endrer ett tall eller svar i rapporten om gangen, og viser hva ingen regel merker
    #[command(help_template = TEMPLATE, disable_help_flag = true, override_usage = "dekom-lint rules mutate [VALG] FIL")]
    Mutate {
        #[command(flatten)]
        reading: Reading,
        /// Endrer bare svar, og regner tallene ut på nytt etterpå, slik portalen ville gjort
        #[arg(long, help_heading = "Kontroll")]
        recomputed: bool,
        #[command(flatten)]
        shape: Shaped,
    },
    /// Viser for hvert sted i rapporten hva en regel kom til, og hvorfor
    #[command(help_template = TEMPLATE, disable_help_flag = true, override_usage = "dekom-lint rules trace [VALG] REGEL FIL")]
    Trace {
        /// Regelen
        #[arg(
            id = "traced_rule",
            value_name = "REGEL",
            required = true,
            help_heading = "Argumenter"
        )]
        rule: String,
        /// Viser bare stedene til denne respondenten
        #[arg(
            id = "traced_respondent",
            long = "respondent",
            value_name = "NAVN",
            help_heading = "Kontroll"
        )]
        respondent: Option<String>,
        /// Viser bare stedene i spørsmål med denne teksten i tittelen
        #[arg(
            id = "traced_question",
            long = "question",
            value_name = "TEKST",
            help_heading = "Kontroll"
        )]
        question: Option<String>,
        #[command(flatten)]
        reading: Reading,
    },
    /// Viser hvor lang tid hver regel tar, og på hvor mange steder den dømmer
    #[command(help_template = TEMPLATE, disable_help_flag = true, override_usage = "dekom-lint rules profile [VALG] FIL")]
    Profile {
        #[command(flatten)]
        reading: Reading,
        #[command(flatten)]
        shape: Shaped,
    },
    /// Foreslår regler ut fra det som stemmer i rapporten
    #[command(help_template = TEMPLATE, disable_help_flag = true, override_usage = "dekom-lint rules suggest [VALG] FIL")]
    Suggest {
        #[command(flatten)]
        reading: Reading,
    },
    /// Skriver JSON Schema for regelfiler, til redigeringsprogrammer
    #[command(help_template = TEMPLATE, disable_help_flag = true, override_usage = "dekom-lint rules schema")]
    Schema,
    /// Skriver en regelpakke å begynne med, for undersøkelsen i rapporten
    #[command(help_template = TEMPLATE, disable_help_flag = true, override_usage = "dekom-lint rules new [VALG] FIL")]
    New {
        #[command(flatten)]
        reading: Reading,
    },
}

/// A report and the rules for it.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct Reading {
    /// Rapporten: en PDF- eller tekstfil
    #[arg(
        id = "report",
        value_name = "FIL",
        required = true,
        help_heading = "Argumenter"
    )]
    pub(crate) report: PathBuf,
    #[command(flatten)]
    pub(crate) extra: Extra,
    /// Bruker denne regelpakken uansett hva rapporten heter (kan gjentas)
    #[arg(long, value_name = "NAVN", help_heading = "Kontroll")]
    pub(crate) pack: Vec<String>,
    /// Gir fjorårets rapport til regler som sammenligner med den
    #[arg(long, value_name = "FIL", help_heading = "Kontroll")]
    pub(crate) previous: Option<PathBuf>,
    /// Gir en tabell som regler slår opp i, fra en CSV-, XLSX- eller TOML-fil (kan gjentas)
    #[arg(long, value_name = "NAVN=FIL", value_parser = crate::cli_values::table, help_heading = "Kontroll")]
    pub(crate) table: Vec<(String, PathBuf)>,
    /// Leser PDF i samme prosess, for feilsøking: en ondsinnet fil kan stoppe programmet
    #[arg(long, help_heading = "Kontroll")]
    pub(crate) no_isolation: bool,
}

/// Rule files beside the built-in ones.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct Extra {
    /// Legger til regler fra en fil eller mappe (kan gjentas)
    #[arg(long, value_name = "STI", help_heading = "Kontroll")]
    pub(crate) rules: Vec<PathBuf>,
}

/// The shape of what is printed.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct Shaped {
    /// Form på standard ut: full (vanlig) eller json
    #[arg(
        id = "form",
        long = "format",
        value_name = "FORM",
        hide_possible_values = true,
        help_heading = "Utskrift"
    )]
    form: Option<Shape>,
}

impl Shaped {
    /// Whether JSON is asked for.
    pub(crate) fn is_json(&self) -> bool {
        self.form == Some(Shape::Json)
    }
}
