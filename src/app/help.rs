//! The help in nynorsk and English; in bokmål it stands beside the flags.

use super::help_commands::COMMANDS;
use crate::rules::Lang;
use clap::{Arg, Command};

/// The help of each option, by its name in the program: nynorsk and English.
const OPTIONS: &[(&str, &str, &str)] = &[
    (
        "files",
        "PDF-filer, tekstfiler, mapper eller mønster (*.pdf); - les standard inn",
        "PDF files, text files, folders or patterns (*.pdf); - reads standard input",
    ),
    (
        "rules",
        "Legg til reglar frå ei fil eller mappe (kan takast opp att)",
        "Adds rules from a file or a folder (may be repeated)",
    ),
    (
        "pack",
        "Bruk denne regelpakka uansett kva rapporten heiter (kan takast opp att)",
        "Uses this pack of rules whatever the report's title (may be repeated)",
    ),
    (
        "previous",
        "Gje rapporten frå i fjor til reglar som samanliknar med han",
        "Gives last year's report to rules that compare with it",
    ),
    (
        "table",
        "Gje ein tabell som reglar slår opp i, frå ei CSV-, XLSX- eller TOML-fil (kan takast opp att)",
        "Gives a table that rules look up in, from a CSV, XLSX or TOML file (may be repeated)",
    ),
    (
        "severity",
        "Set alvor for ein regel: error, warning, note eller off (kan takast opp att)",
        "Sets the severity of a rule: error, warning, note or off (may be repeated)",
    ),
    (
        "reader",
        "Les PDF med denne lesaren: hayro (vanleg) eller pdf-extract",
        "Reads PDF with this reader: hayro (default) or pdf-extract",
    ),
    (
        "password",
        "Passord for krypterte PDF-ar; DEKOM_LINT_PASSWORD gjer det same",
        "Password of encrypted PDFs; DEKOM_LINT_PASSWORD does the same",
    ),
    (
        "respondent",
        "Vis berre det som gjeld denne respondenten",
        "Shows only what is about this respondent",
    ),
    (
        "jobs",
        "Kor mange filer som blir lesne samtidig [vanleg: talet på kjernar]",
        "How many files are read at a time [default: the number of cores]",
    ),
    (
        "second_reading",
        "Les PDF-en òg med den andre lesaren: eit funn om eit tal som han ikkje ser, blir ein merknad",
        "Reads the PDF with the other reader too: a finding about a figure that it does not see is a note",
    ),
    (
        "deadline",
        "Kor mange sekund prosessortid ei fil får [vanleg: etter storleiken]",
        "How many seconds of processor time a file gets [default: by its size]",
    ),
    (
        "no_isolation",
        "Les filene i same prosess, for feilsøking: ei vondsinna fil kan stoppe programmet",
        "Reads files in the same process, for debugging: a hostile file can stop the program",
    ),
    (
        "format",
        "Form på standard ut: full (vanleg), concise, json, jsonl, sarif, junit, github, gitlab eller html",
        "Format on standard output: full (default), concise, json, jsonl, sarif, junit, github, gitlab or html",
    ),
    (
        "output",
        "Skriv òg ei anna form, eller pdf (rapporten med funna merkte), til ei fil (kan takast opp att; - er standard ut)",
        "Also writes another format, or pdf (the report with its findings marked), to a file (may be repeated; - is standard output)",
    ),
    (
        "sarif_profile",
        "Tilpass SARIF til mottakaren: standard (vanleg) eller github, som får ei tekstfil ved sida av",
        "Fits SARIF to its reader: standard (default) or github, which gets a text file beside it",
    ),
    ("notes", "Vis òg merknader", "Shows notes too"),
    (
        "coverage",
        "Vis kva tal som er lesne og kontrollerte, og korleis det gjekk med kvar regel",
        "Shows which figures were read and checked, and how each rule fared",
    ),
    (
        "order",
        "Rekkjefølgja av funna: severity (dei alvorlegaste først) eller report (som i rapporten) [vanleg: severity, men report for concise]",
        "Order of the findings: severity (the gravest first) or report (as the report has them) [default: severity, but report for concise]",
    ),
    (
        "watch",
        "Kontroller på nytt kvar gong ei fil blir endra, til du trykkjer Ctrl-C",
        "Checks again each time a file changes, until you press Ctrl-C",
    ),
    (
        "redact",
        "Byt ut namn, telefonnummer og fritekst med dekknamn (slått på når CI er sett)",
        "Replaces names, telephone numbers and free text by pseudonyms (on where CI is set)",
    ),
    (
        "no_redact",
        "Vis namn, telefonnummer og fritekst som dei står",
        "Shows names, telephone numbers and free text as they stand",
    ),
    (
        "redact_key",
        "Nøkkel som gir dei same dekknamna i fleire køyringar [vanleg: frå filene sjølve]",
        "Key that gives the same pseudonyms in several runs [default: from the files themselves]",
    ),
    ("quiet", "Vis ikkje oppsummeringa", "Leaves the summary out"),
    (
        "fail_on",
        "Kva funn som gir sluttkode 1: frå og med error (vanleg), warning eller note, never, eller namnet på ein regel (kan takast opp att)",
        "Which findings give exit code 1: from error (default), warning or note on, never, or the name of a rule (may be repeated)",
    ),
    (
        "max_warnings",
        "Sluttkode 1 når det er fleire åtvaringar enn dette",
        "Exit code 1 where there are more warnings than this",
    ),
    (
        "baseline",
        "Sjå bort frå funn som denne grunnlinja kjenner",
        "Leaves out findings that this baseline knows",
    ),
    (
        "write_baseline",
        "Skriv alle funn til ei grunnlinje og gå ut med 0",
        "Writes all findings to a baseline and exits with 0",
    ),
    (
        "config",
        "Bruk dette oppsettet i staden for dekom-lint.toml",
        "Uses this configuration instead of dekom-lint.toml",
    ),
    (
        "isolated",
        "Leit ikkje etter noko oppsett",
        "Looks for no configuration",
    ),
    (
        "show_config",
        "Vis kva oppsett som gjeld, og gå ut",
        "Shows the configuration in force, and exits",
    ),
    (
        "lang",
        "Språk: nb (vanleg), nn eller en",
        "Language: nb (default), nn or en",
    ),
    (
        "color",
        "Fargar: auto (vanleg), always eller never",
        "Colours: auto (default), always or never",
    ),
    ("help", "Vis denne hjelpa", "Shows this help"),
    ("version", "Vis versjonen", "Shows the version"),
    ("shell", "Skalet", "The shell"),
    (
        "folder",
        "Mappa som filene blir skrivne til",
        "The folder that the files are written to",
    ),
    (
        "form",
        "Form på standard ut: full (vanleg) eller json",
        "Format on standard output: full (default) or json",
    ),
    (
        "force",
        "Legg til side eit rekneark i mappa som ikkje kan lesast",
        "Sets aside a sheet of the folder that can't be read",
    ),
    (
        "tables",
        "Fila som tabellane blir skrivne til: .xlsx, .csv (ei fil for kvar tabell), .json eller .jsonl",
        "The file that the tables are written to: .xlsx, .csv (a file for each table), .json or .jsonl",
    ),
    (
        "export-form",
        "Form, der endinga til fila ikkje seier det: xlsx, csv, json eller jsonl",
        "Format, where the file's ending does not say it: xlsx, csv, json or jsonl",
    ),
    ("rule", "Regelen", "The rule"),
    (
        "report",
        "Rapporten: ei PDF- eller tekstfil",
        "The report: a PDF or a text file",
    ),
    (
        "list_form",
        "Form på standard ut: full (vanleg), json eller markdown",
        "Format on standard output: full (default), json or markdown",
    ),
    (
        "accepted",
        "Skriv det som vart funne, inn i døma som ventar noko anna",
        "Writes what was found into the cases that expect something else",
    ),
    (
        "recomputed",
        "Endrar berre svar, og reknar tala ut på nytt etterpå, slik portalen ville gjort",
        "Changes answers alone, and reckons the figures anew after it, as the portal would",
    ),
    ("traced_rule", "Regelen", "The rule"),
    (
        "traced_respondent",
        "Vis berre stadene til denne respondenten",
        "Shows only the places of this respondent",
    ),
    (
        "traced_question",
        "Vis berre stadene i spørsmål med denne teksten i tittelen",
        "Shows only the places in questions with this text in their title",
    ),
    (
        "expanded_files",
        "Regelfiler, eller mapper med regelfiler",
        "Rule files, or folders with rule files",
    ),
    (
        "fitted_reports",
        "Vis òg kva i reglane som ikkje høver til denne rapporten (kan takast opp att)",
        "Also shows what of the rules does not fit this report (may be repeated)",
    ),
    (
        "rule_files",
        "Regelfiler, eller mapper med regelfiler",
        "Rule files, or folders of them",
    ),
    (
        "tested_files",
        "Regelfiler, eller mapper med regelfiler; utan nokon blir dei innebygde reglane prøvde",
        "Rule files, or folders of them; without any, the built-in rules are tried",
    ),
];

/// Headings, names of values and usage: bokmål, nynorsk and English.
const WORDS: &[(&str, &str, &str)] = &[
    ("Kontroll", "Kontroll", "Checking"),
    ("Utskrift", "Utskrift", "Output"),
    ("Kjente funn", "Kjende funn", "Known findings"),
    ("Generelt", "Generelt", "General"),
    ("Argumenter", "Argument", "Arguments"),
    ("FIL", "FIL", "FILE"),
    ("STI", "STI", "PATH"),
    ("NAVN", "NAMN", "NAME"),
    ("NAVN=FIL", "NAMN=FIL", "NAME=FILE"),
    ("RAPPORT", "RAPPORT", "REPORT"),
    ("TEKST", "TEKST", "TEXT"),
    ("REGEL=NIVÅ", "REGEL=NIVÅ", "RULE=LEVEL"),
    ("ANTALL", "TAL", "NUMBER"),
    ("FORM", "FORM", "FORMAT"),
    ("REKKEFØLGE", "REKKJEFØLGJE", "ORDER"),
    ("FORM=FIL", "FORM=FIL", "FORMAT=FILE"),
    ("PROFIL", "PROFIL", "PROFILE"),
    ("NØKKEL", "NØKKEL", "KEY"),
    ("NIVÅ", "NIVÅ", "LEVEL"),
    ("NIVÅ|REGEL", "NIVÅ|REGEL", "LEVEL|RULE"),
    ("SPRÅK", "SPRÅK", "LANGUAGE"),
    ("NÅR", "NÅR", "WHEN"),
    ("SKALL", "SKAL", "SHELL"),
    ("MAPPE", "MAPPE", "FOLDER"),
    ("PASSORD", "PASSORD", "PASSWORD"),
    ("SEKUNDER", "SEKUND", "SECONDS"),
    ("REGEL", "REGEL", "RULE"),
];

const AFTER_NN: &str = "\
Sluttkodar:
  0  ingen funn frå og med terskelen (--fail-on)
  1  funn frå og med terskelen
  2  feil bruk, øydelagt oppsett eller øydelagd regel
  3  ei fil kunne ikkje kontrollerast

Døme:
  dekom-lint rapport.pdf
  dekom-lint rapportar/ --fail-on warning
  dekom-lint rapport.pdf --output sarif=funn.sarif --output junit=funn.xml
  pdftotext -layout rapport.pdf - | dekom-lint -";

const AFTER_EN: &str = "\
Exit codes:
  0  no findings at or above the threshold (--fail-on)
  1  findings at or above the threshold
  2  wrong usage, broken configuration or broken rule
  3  a file could not be checked

Examples:
  dekom-lint report.pdf
  dekom-lint reports/ --fail-on warning
  dekom-lint report.pdf --output sarif=findings.sarif --output junit=findings.xml
  pdftotext -layout report.pdf - | dekom-lint -";

/// The command line with its help in a language.
pub(super) fn localized(command: Command, lang: Lang) -> Command {
    let (usage, commands, value, after, label) = match lang {
        Lang::Nb => return command,
        Lang::Nn => (
            "dekom-lint [VAL] FIL...\n      dekom-lint KOMMANDO",
            "Kommandoar",
            "KOMMANDO",
            AFTER_NN,
            "Bruk",
        ),
        Lang::En => (
            "dekom-lint [OPTIONS] FILE...\n       dekom-lint COMMAND",
            "Commands",
            "COMMAND",
            AFTER_EN,
            "Usage",
        ),
    };
    let template =
        format!("{{about-with-newline}}\n{label}: {{usage}}\n\n{{all-args}}{{after-help}}");
    let name = command.get_name().to_owned();
    let about = find(COMMANDS, &name, lang).unwrap_or_default();
    let subcommands: Vec<String> = command
        .get_subcommands()
        .map(|sub| sub.get_name().to_owned())
        .collect();
    let mut command = arguments(command, lang)
        .about(about)
        .help_template(template.clone())
        .override_usage(usage)
        .after_help(after)
        .subcommand_help_heading(commands)
        .subcommand_value_name(value);
    for sub in subcommands {
        let template = template.clone();
        command = command.mut_subcommand(sub, |sub| {
            let shown = match (sub.get_name(), lang) {
                ("completions", Lang::Nn) => "dekom-lint completions SKAL".to_owned(),
                ("completions", _) => "dekom-lint completions SHELL".to_owned(),
                ("follow-up", Lang::Nn) => {
                    "dekom-lint follow-up [VAL] FIL... --output MAPPE".to_owned()
                }
                ("follow-up", _) => {
                    "dekom-lint follow-up [OPTIONS] FILE... --output FOLDER".to_owned()
                }
                ("export", Lang::Nn) => "dekom-lint export [VAL] FIL... --output FIL".to_owned(),
                ("export", _) => "dekom-lint export [OPTIONS] FILE... --output FILE".to_owned(),
                ("compare", Lang::Nn) => "dekom-lint compare [VAL] GAMMAL NY".to_owned(),
                ("compare", _) => "dekom-lint compare [OPTIONS] OLD NEW".to_owned(),
                ("explain", Lang::Nn) => "dekom-lint explain [VAL] REGEL".to_owned(),
                ("explain", _) => "dekom-lint explain [OPTIONS] RULE".to_owned(),
                ("rules", _) => format!("dekom-lint rules {value}"),
                _ => "dekom-lint man".to_owned(),
            };
            let below: Vec<String> = sub
                .get_subcommands()
                .map(|s| s.get_name().to_owned())
                .collect();
            let mut sub = translated(sub, &template, shown, lang)
                .subcommand_help_heading(commands)
                .subcommand_value_name(value);
            for name in below {
                let shown = below_usage(&name, lang);
                sub = sub.mut_subcommand(name, |sub| translated(sub, &template, shown, lang));
            }
            sub
        });
    }
    command
}

/// A command with its help in a language.
fn translated(command: Command, template: &str, usage: String, lang: Lang) -> Command {
    let about = find(COMMANDS, command.get_name(), lang).unwrap_or_default();
    arguments(command, lang)
        .about(about)
        .help_template(template.to_owned())
        .override_usage(usage)
}

/// How a command below `rules` is used.
fn below_usage(name: &str, lang: Lang) -> String {
    let (options, file) = match lang {
        Lang::En => ("[OPTIONS]", "FILE"),
        _ => ("[VAL]", "FIL"),
    };
    match name {
        "check" => format!("dekom-lint rules check {options} {file}..."),
        "expand" => format!("dekom-lint rules expand {file}..."),
        "trace" => {
            let rule = if lang == Lang::En { "RULE" } else { "REGEL" };
            format!("dekom-lint rules trace {options} {rule} {file}")
        }
        "test" => format!("dekom-lint rules test {options} [{file}]..."),
        "mutate" | "profile" | "suggest" | "new" => {
            format!("dekom-lint rules {name} {options} {file}")
        }
        _ => format!("dekom-lint rules {name} {options}"),
    }
}

fn arguments(command: Command, lang: Lang) -> Command {
    command.mut_args(|argument: Arg| {
        let help = find(OPTIONS, argument.get_id().as_str(), lang);
        let heading = argument.get_help_heading().map(str::to_owned);
        let value = argument
            .get_value_names()
            .and_then(|names| names.first())
            .map(ToString::to_string);
        let mut argument = argument;
        if let Some(help) = help {
            argument = argument.help(help);
        }
        if let Some(heading) = heading.and_then(|heading| find(WORDS, &heading, lang)) {
            argument = argument.help_heading(heading);
        }
        if let Some(value) = value.and_then(|value| find(WORDS, &value, lang)) {
            argument = argument.value_name(value);
        }
        argument
    })
}

fn find(
    table: &[(&str, &'static str, &'static str)],
    key: &str,
    lang: Lang,
) -> Option<&'static str> {
    let (_, nn, en) = table.iter().find(|(name, _, _)| *name == key)?;
    match lang {
        Lang::Nb => None,
        Lang::Nn => Some(nn),
        Lang::En => Some(en),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::Cli;
    use clap::CommandFactory as _;

    #[test]
    fn everything_is_translated() {
        let whole = Cli::command();
        let below = whole.get_subcommands().flat_map(Command::get_subcommands);
        let all = std::iter::once(&whole).chain(whole.get_subcommands());
        for command in all.chain(below) {
            assert!(find(COMMANDS, command.get_name(), Lang::En).is_some());
            for argument in command.get_arguments() {
                let id = argument.get_id().as_str();
                assert!(find(OPTIONS, id, Lang::En).is_some(), "{id}");
                let heading = argument.get_help_heading().unwrap();
                assert!(find(WORDS, heading, Lang::En).is_some(), "{heading}");
                for value in argument.get_value_names().unwrap_or_default() {
                    let takes_value = argument.get_action().takes_values();
                    assert!(
                        !takes_value || find(WORDS, value, Lang::En).is_some(),
                        "{value}"
                    );
                }
            }
        }
    }

    /// What a command below `rules` takes is written twice, for bokmål and for the others.
    #[test]
    fn commands_below_rules_are_used_alike_in_each_language() {
        let whole = Cli::command();
        let rules = whole.find_subcommand("rules").unwrap();
        for command in rules.get_subcommands() {
            let usage = command.clone().render_usage().to_string();
            let usage = usage.replace("Usage: ", "").replace("[VALG]", "[VAL]");
            // One that takes nothing is said to take options.
            let nynorsk = below_usage(command.get_name(), Lang::Nn);
            assert!(nynorsk.starts_with(&usage), "{usage} {nynorsk}");
        }
    }

    #[test]
    fn translated_command_lines_are_consistent() {
        localized(Cli::command(), Lang::Nn).debug_assert();
        localized(Cli::command(), Lang::En).debug_assert();
    }
}
