//! Flags and help. What they mean is decided elsewhere.

use crate::cli_values::{Form, SarifProfile, Shape, output, severity, table};
use crate::pdf::ReaderKind;
use crate::render::{ExportForm, Format, Order};
use crate::rules::{Lang, Severity};
use crate::rules_cli::{Extra, RulesCommand, TEMPLATE};
use clap::{ArgAction, Args, ColorChoice, Parser, Subcommand};
use std::path::PathBuf;

/// Heading of the options that say what is checked.
const CHECKS: &str = "Kontroll";
/// Heading of the options that say what is printed.
const OUTPUT: &str = "Utskrift";
/// Heading of the options that concern accepted findings.
const ACCEPTED: &str = "Kjente funn";
/// Heading of the other options.
const GENERAL: &str = "Generelt";

const AFTER: &str = "\
Sluttkoder:
  0  ingen funn fra og med terskelen (--fail-on)
  1  funn fra og med terskelen
  2  feil bruk, ødelagt oppsett eller ødelagt regel
  3  en fil kunne ikke kontrolleres

Eksempler:
  dekom-lint rapport.pdf
  dekom-lint rapporter/ --fail-on warning
  dekom-lint rapport.pdf --output sarif=funn.sarif --output junit=funn.xml
  pdftotext -layout rapport.pdf - | dekom-lint -";

/// The command line.
#[derive(Debug, Parser)]
#[command(
    name = "dekom-lint",
    version = env!("DEKOM_LINT_VERSION"),
    about = "Kontrollerer tilskuddsrapporter: at summer, antall og prosenter stemmer med svarene",
    help_template = TEMPLATE,
    after_help = AFTER,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    override_usage = "dekom-lint [VALG] FIL...\n      dekom-lint KOMMANDO",
    subcommand_help_heading = "Kommandoer",
    subcommand_value_name = "KOMMANDO",
    max_term_width = 100
)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) lint: Lint,
    #[command(flatten)]
    pub(crate) general: General,
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

impl Cli {
    /// The command line as if a command's checks had been asked for without the command.
    pub(crate) fn with(&self, checks: &Checks) -> Self {
        Self {
            lint: Lint {
                checks: checks.clone(),
                ..Lint::default()
            },
            general: self.general.clone(),
            command: None,
        }
    }
}

/// What is done instead of checking files.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Skriver hva hver respondent skal spørres om: et regneark, og et brev og et e-postutkast til hver
    #[command(
        help_template = TEMPLATE,
        disable_help_flag = true,
        override_usage = "dekom-lint follow-up [VALG] FIL... --output MAPPE"
    )]
    FollowUp {
        #[command(flatten)]
        checks: Box<Checks>,

        /// Mappen som filene skrives til
        #[arg(
            id = "folder",
            long = "output",
            value_name = "MAPPE",
            required = true,
            display_order = 0,
            help_heading = OUTPUT
        )]
        output: PathBuf,

        /// Legger til side et regneark i mappen som ikke kan leses
        #[arg(long, display_order = 0, help_heading = OUTPUT)]
        force: bool,
    },
    /// Skriver alt som er lest, som tabeller for andre programmer: respondenter, spørsmål, svar, tall og søyler
    #[command(
        help_template = TEMPLATE,
        disable_help_flag = true,
        override_usage = "dekom-lint export [VALG] FIL... --output FIL"
    )]
    Export {
        #[command(flatten)]
        checks: Box<Checks>,

        /// Filen som tabellene skrives til: .xlsx, .csv (en fil for hver tabell), .json eller .jsonl
        #[arg(
            id = "tables",
            long = "output",
            value_name = "FIL",
            display_order = 0,
            help_heading = OUTPUT
        )]
        output: Option<PathBuf>,

        /// Form, der filens ending ikke sier den: xlsx, csv, json eller jsonl
        #[arg(
            id = "export-form",
            long = "format",
            value_name = "FORM",
            hide_possible_values = true,
            display_order = 0,
            help_heading = OUTPUT
        )]
        form: Option<ExportForm>,
    },
    /// Sammenligner to rapporter: funn som er nye, rettet og uendret, og hva som ellers har endret seg
    #[command(
        help_template = TEMPLATE,
        disable_help_flag = true,
        override_usage = "dekom-lint compare [VALG] GAMMEL NY"
    )]
    Compare {
        #[command(flatten)]
        checks: Box<Checks>,

        /// Form på standard ut: full (vanlig) eller json
        #[arg(
            id = "form",
            long = "format",
            value_name = "FORM",
            hide_possible_values = true,
            display_order = 0,
            help_heading = OUTPUT
        )]
        form: Option<Shape>,
    },
    /// Forklarer en regel: hva den finner, hvorfor, hva du gjør, og hvordan den er skrevet
    #[command(
        help_template = TEMPLATE,
        disable_help_flag = true,
        override_usage = "dekom-lint explain [VALG] REGEL"
    )]
    Explain {
        /// Regelen
        #[arg(id = "rule", value_name = "REGEL", help_heading = "Argumenter")]
        rule: String,
        #[command(flatten)]
        extra: Extra,
    },
    /// For den som skriver regler: vis, kontroller og prøv dem
    #[command(
        help_template = TEMPLATE,
        disable_help_flag = true,
        disable_help_subcommand = true,
        subcommand_help_heading = "Kommandoer",
        subcommand_value_name = "KOMMANDO",
        override_usage = "dekom-lint rules KOMMANDO"
    )]
    Rules {
        #[command(subcommand)]
        action: RulesCommand,
    },
    /// Skriver fullføring for et skall (bash, zsh, fish, powershell, elvish)
    #[command(
        help_template = TEMPLATE,
        disable_help_flag = true,
        override_usage = "dekom-lint completions SKALL"
    )]
    Completions {
        /// Skallet
        #[arg(
            value_name = "SKALL",
            help_heading = "Argumenter",
            hide_possible_values = true
        )]
        shell: clap_complete::Shell,
    },
    /// Skriver JSON-skjemaet for dekom-lint.toml, for redigeringsprogrammer
    #[command(
        help_template = TEMPLATE,
        disable_help_flag = true,
        override_usage = "dekom-lint config-schema"
    )]
    ConfigSchema,
    /// Skriver håndboksiden (roff, for man)
    #[command(
        help_template = TEMPLATE,
        disable_help_flag = true,
        override_usage = "dekom-lint man"
    )]
    Man,
}

/// What is checked and how; every command that checks takes these.
#[derive(Args, Clone, Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag of the command line"
)]
pub(crate) struct Checks {
    /// PDF-filer, tekstfiler, mapper eller mønstre (*.pdf); - leser standard inn
    #[arg(value_name = "FIL", help_heading = "Argumenter")]
    pub(crate) files: Vec<PathBuf>,

    /// Legger til regler fra en fil eller mappe (kan gjentas)
    #[arg(long, value_name = "STI", help_heading = CHECKS)]
    pub(crate) rules: Vec<PathBuf>,

    /// Bruker denne regelpakken uansett hva rapporten heter (kan gjentas)
    #[arg(long, value_name = "NAVN", help_heading = CHECKS)]
    pub(crate) pack: Vec<String>,

    /// Gir en tabell som regler slår opp i, fra en CSV-, XLSX- eller TOML-fil (kan gjentas)
    #[arg(long, value_name = "NAVN=FIL", value_parser = table, help_heading = CHECKS)]
    pub(crate) table: Vec<(String, PathBuf)>,

    /// Gir fjorårets rapport til regler som sammenligner med den
    #[arg(long, value_name = "FIL", help_heading = CHECKS)]
    pub(crate) previous: Option<PathBuf>,

    /// Setter alvorlighet for en regel: error, warning, note eller off (kan gjentas)
    #[arg(long, value_name = "REGEL=NIVÅ", value_parser = severity, help_heading = CHECKS)]
    pub(crate) severity: Vec<(String, Option<Severity>)>,

    /// Leser PDF med denne leseren: hayro (vanlig) eller pdf-extract
    #[arg(
        long,
        value_name = "NAVN",
        hide_possible_values = true,
        help_heading = CHECKS
    )]
    pub(crate) reader: Option<ReaderKind>,

    /// Passord for krypterte PDF-er; `DEKOM_LINT_PASSWORD` gjør det samme
    #[arg(
        long,
        value_name = "PASSORD",
        env = "DEKOM_LINT_PASSWORD",
        hide_env = true,
        hide_env_values = true,
        help_heading = CHECKS
    )]
    pub(crate) password: Option<String>,

    /// Viser bare det som gjelder denne respondenten
    #[arg(long, value_name = "NAVN", help_heading = CHECKS)]
    pub(crate) respondent: Option<String>,

    /// Hvor mange filer som leses samtidig [vanlig: antall kjerner]
    #[arg(long, value_name = "ANTALL", help_heading = CHECKS)]
    pub(crate) jobs: Option<usize>,

    /// Leser PDF-en også med den andre leseren: et funn om et tall som den ikke ser, blir en merknad
    #[arg(long, help_heading = CHECKS)]
    pub(crate) second_reading: bool,

    /// Hvor mange sekunder prosessortid en fil får [vanlig: etter størrelsen]
    #[arg(long, value_name = "SEKUNDER", help_heading = CHECKS)]
    pub(crate) deadline: Option<u64>,

    /// Leser filene i samme prosess, for feilsøking: en ondsinnet fil kan stoppe programmet
    #[arg(long, help_heading = CHECKS)]
    pub(crate) no_isolation: bool,

    /// Viser også merknader
    #[arg(long, help_heading = OUTPUT)]
    pub(crate) notes: bool,

    /// Rekkefølgen av funnene: severity (de alvorligste først) eller report (som i rapporten) [vanlig: severity, men report for concise]
    #[arg(
        long,
        value_name = "REKKEFØLGE",
        hide_possible_values = true,
        help_heading = OUTPUT
    )]
    pub(crate) order: Option<Order>,

    /// Bytter ut navn, telefonnumre og fritekst med dekknavn (slått på når CI er satt)
    #[arg(long, overrides_with = "no_redact", help_heading = OUTPUT)]
    pub(crate) redact: bool,

    /// Viser navn, telefonnumre og fritekst som de står
    #[arg(long, overrides_with = "redact", help_heading = OUTPUT)]
    pub(crate) no_redact: bool,

    /// Nøkkel som gir de samme dekknavnene i flere kjøringer [vanlig: fra filene selv]
    #[arg(long, value_name = "NØKKEL", env = "DEKOM_LINT_REDACT_KEY", hide_env = true, hide_env_values = true, help_heading = OUTPUT)]
    pub(crate) redact_key: Option<String>,

    /// Viser ikke oppsummeringen
    #[arg(long, short, help_heading = OUTPUT)]
    pub(crate) quiet: bool,

    /// Hvilke funn som gir sluttkode 1: fra og med error (vanlig), warning eller note, never, eller navnet på en regel (kan gjentas)
    #[arg(long, value_name = "NIVÅ|REGEL", value_delimiter = ',', help_heading = ACCEPTED)]
    pub(crate) fail_on: Vec<String>,

    /// Sluttkode 1 når det er flere advarsler enn dette
    #[arg(long, value_name = "ANTALL", help_heading = ACCEPTED)]
    pub(crate) max_warnings: Option<usize>,

    /// Ser bort fra funn som denne grunnlinjen kjenner
    #[arg(long, value_name = "FIL", help_heading = ACCEPTED)]
    pub(crate) baseline: Option<PathBuf>,

    /// Bruker dette oppsettet i stedet for dekom-lint.toml
    #[arg(long, value_name = "FIL", conflicts_with = "isolated", help_heading = GENERAL)]
    pub(crate) config: Option<PathBuf>,

    /// Leter ikke etter noe oppsett
    #[arg(long, help_heading = GENERAL)]
    pub(crate) isolated: bool,
}

/// How files are checked, and what is printed.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct Lint {
    #[command(flatten)]
    pub(crate) checks: Checks,

    /// Form på standard ut: full (vanlig), concise, json, jsonl, sarif, junit, github, gitlab eller html
    #[arg(
        long,
        value_name = "FORM",
        hide_possible_values = true,
        display_order = 0,
        help_heading = OUTPUT
    )]
    pub(crate) format: Option<Format>,

    /// Skriver også en annen form, eller pdf (rapporten med funnene merket), til en fil (kan gjentas; - er standard ut)
    #[arg(long, value_name = "FORM=FIL", value_parser = output, display_order = 0, help_heading = OUTPUT)]
    pub(crate) output: Vec<(Form, PathBuf)>,

    /// Tilpasser SARIF til mottakeren: standard (vanlig) eller github, som får en tekstfil ved siden av
    #[arg(
        long,
        value_name = "PROFIL",
        hide_possible_values = true,
        display_order = 0,
        help_heading = OUTPUT
    )]
    pub(crate) sarif_profile: Option<SarifProfile>,

    /// Viser hvilke tall som er lest og kontrollert, og hvordan det gikk med hver regel
    #[arg(long, display_order = 9, help_heading = OUTPUT)]
    pub(crate) coverage: bool,

    /// Kontrollerer på nytt hver gang en fil endres, til du trykker Ctrl-C
    #[arg(long, display_order = 9, help_heading = OUTPUT)]
    pub(crate) watch: bool,

    /// Skriver alle funn til en grunnlinje og går ut med 0
    #[arg(long, value_name = "FIL", conflicts_with = "baseline", help_heading = ACCEPTED)]
    pub(crate) write_baseline: Option<PathBuf>,
}

/// Options of every command.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct General {
    /// Viser hvilket oppsett som gjelder, og går ut
    #[arg(long, help_heading = GENERAL)]
    pub(crate) show_config: bool,

    /// Språk: nb (vanlig), nn eller en
    #[arg(
        long,
        value_name = "SPRÅK",
        hide_possible_values = true,
        global = true,
        help_heading = GENERAL
    )]
    pub(crate) lang: Option<Lang>,

    /// Farger: auto (vanlig), always eller never
    #[arg(
        long,
        value_name = "NÅR",
        hide_possible_values = true,
        global = true,
        help_heading = GENERAL
    )]
    pub(crate) color: Option<ColorChoice>,

    /// Viser denne hjelpen
    #[arg(long, short, action = ArgAction::Help, global = true, help_heading = GENERAL)]
    help: Option<bool>,

    /// Viser versjonen
    #[arg(long, short = 'V', action = ArgAction::Version, help_heading = GENERAL)]
    version: Option<bool>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }
}
