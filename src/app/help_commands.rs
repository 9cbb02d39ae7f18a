//! What each command does, in nynorsk and English; in bokmål it stands beside the command.

/// What commands do: nynorsk and English.
pub(super) const COMMANDS: &[(&str, &str, &str)] = &[
    (
        "profile",
        "Viser kor lang tid kvar regel tek, og på kor mange stader han dømmer",
        "Shows how long each rule takes, and in how many places it judges",
    ),
    (
        "trace",
        "Viser for kvar stad i rapporten kva ein regel kom til, og kvifor",
        "Shows for each place of the report what a rule came to, and why",
    ),
    (
        "expand",
        "Viser dei vanlege reglane som kontrollane ([[check]]) i regelfilene står for",
        "Shows the ordinary rules that the checks ([[check]]) of rule files stand for",
    ),
    (
        "dekom-lint",
        "Kontrollerer tilskotsrapportar: at summar, tal og prosentar stemmer med svara",
        "Checks grant reports: that sums, counts and percentages agree with the answers",
    ),
    (
        "follow-up",
        "Skriv kva kvar respondent skal spørjast om: eit rekneark, og eit brev og eit e-postutkast til kvar",
        "Writes what to ask each respondent: a sheet, and a letter and a mail draft for each",
    ),
    (
        "export",
        "Skriv alt som er lese, som tabellar for andre program: respondentar, spørsmål, svar, tal og søyler",
        "Writes all that was read, as tables for other programs: respondents, questions, answers, figures and bars",
    ),
    (
        "compare",
        "Samanliknar to rapportar: funn som er nye, retta og uendra, og kva som elles har endra seg",
        "Compares two reports: findings that are new, fixed and unchanged, and what else changed",
    ),
    (
        "explain",
        "Forklarer ein regel: kva han finn, kvifor, kva du gjer, og korleis han er skriven",
        "Explains a rule: what it finds, why, what to do, and how it is written",
    ),
    (
        "rules",
        "For den som skriv reglar: vis, kontroller og prøv dei",
        "For those who write rules: show, check and try them",
    ),
    (
        "list",
        "Viser reglane i ein tabell",
        "Shows the rules in a table",
    ),
    (
        "check",
        "Kontrollerer regelfiler og viser alle feil på éin gong",
        "Checks rule files and shows all mistakes at once",
    ),
    (
        "mutate",
        "Endrar eitt tal eller svar i rapporten om gongen, og viser kva ingen regel merkar",
        "Changes one figure or answer of the report at a time, and shows what no rule notices",
    ),
    (
        "suggest",
        "Foreslår reglar ut frå det som stemmer i rapporten",
        "Proposes rules from what holds in the report",
    ),
    (
        "schema",
        "Skriv JSON Schema for regelfiler, til redigeringsprogram",
        "Writes the JSON Schema of rule files, for editors",
    ),
    (
        "new",
        "Skriv ei regelpakke å byrje med, for undersøkinga i rapporten",
        "Writes a pack of rules to begin with, for the survey of the report",
    ),
    (
        "test",
        "Prøver reglane mot døma som står ved dei",
        "Tries the rules on the cases that stand beside them",
    ),
    (
        "completions",
        "Skriv fullføring for eit skal (bash, zsh, fish, powershell, elvish)",
        "Writes completions for a shell (bash, zsh, fish, powershell, elvish)",
    ),
    (
        "config-schema",
        "Skriv JSON-skjemaet for dekom-lint.toml, for redigeringsprogram",
        "Writes the JSON Schema of dekom-lint.toml, for editors",
    ),
    (
        "man",
        "Skriv handboksida (roff, for man)",
        "Writes the manual page (roff, for man)",
    ),
];
