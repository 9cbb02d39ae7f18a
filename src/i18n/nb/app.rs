//! In bokmål: what the program says about itself: files, options, configuration.

use super::Nb;
use crate::i18n::agree;
use crate::i18n::catalogue::App;
use std::fmt::Display;

impl App for Nb {
    fn nothing_named(&self) -> &'static str {
        "ingen filer er nevnt"
    }

    fn nothing_named_help(&self) -> &'static str {
        "dekom-lint rapport.pdf kontrollerer en rapport; dekom-lint --help viser alle valg"
    }

    fn neither_file_nor_command(&self, name: &dyn Display) -> String {
        format!("«{name}» er verken en fil eller en kommando")
    }

    fn no_stdin(&self, why: &dyn Display) -> String {
        format!("kan ikke lese standard inn: {why}")
    }

    fn rule_not_ended(&self, rule: &dyn Display, why: &dyn Display) -> String {
        format!("{rule}: regelen kunne ikke kjøres ferdig: {why}")
    }

    fn no_rule(&self, rule: &dyn Display) -> String {
        format!("ingen regel heter «{rule}»")
    }

    fn no_pack(&self, pack: &dyn Display) -> String {
        format!("ingen regelpakke heter «{pack}»")
    }

    fn pack_not_used(&self, path: &dyn Display, pack: &dyn Display) -> String {
        format!(
            "{path}: pakken «{pack}» gjelder ikke denne rapporten, og ingen av reglene i den er prøvd"
        )
    }

    fn pack_not_used_help(&self) -> &'static str {
        "applies_to i pakken passer verken til tittelen på rapporten eller til et spørsmål. --pack bruker pakken likevel."
    }

    fn no_respondent(&self, name: &dyn Display) -> String {
        format!("ingen respondent heter «{name}»")
    }

    fn no_question_says(&self, text: &dyn Display) -> String {
        format!("ingen spørsmål har «{text}» i tittelen")
    }

    fn cannot_read(&self, path: &dyn Display, why: &dyn Display) -> String {
        format!("kan ikke lese {path}: {why}")
    }

    fn cannot_read_report(&self, path: &dyn Display) -> String {
        format!("kan ikke lese {path}")
    }

    fn cannot_read_rules(&self, path: &dyn Display, why: &dyn Display) -> String {
        format!("kan ikke lese reglene i {path}: {why}")
    }

    fn cannot_read_baseline(&self, path: &dyn Display, why: &dyn Display) -> String {
        format!("kan ikke lese grunnlinjen {path}: {why}")
    }

    fn figure_changed(&self, path: &dyn Display, rule: &dyn Display) -> String {
        format!("{path}: {rule} er kjent fra før, men tallet er et annet enn i grunnlinjen")
    }

    fn cannot_read_config(&self, path: &dyn Display, why: &dyn Display) -> String {
        format!("kan ikke lese oppsettet {path}: {why}")
    }

    fn cannot_write(&self, path: &dyn Display, why: &dyn Display) -> String {
        format!("kan ikke skrive {path}: {why}")
    }

    fn is_input(&self, path: &dyn Display) -> String {
        format!("{path} leses i denne kjøringen, og ville blitt overskrevet")
    }

    fn is_output(&self, path: &dyn Display) -> String {
        format!("{path} er allerede målet for en annen utskrift")
    }

    fn choose_another_file(&self) -> &'static str {
        "Velg et annet filnavn. Ingenting er skrevet."
    }

    fn wrote(&self, path: &dyn Display) -> String {
        format!("skrev {path}")
    }

    fn the_file(&self, why: &dyn Display) -> String {
        format!("filen {why}")
    }

    fn not_found(&self) -> &'static str {
        "finnes ikke"
    }

    fn no_permission(&self) -> &'static str {
        "du har ikke tilgang"
    }

    fn is_a_folder(&self) -> &'static str {
        "er en mappe"
    }

    fn is_no_folder(&self) -> &'static str {
        "er ikke en mappe"
    }

    fn folder_for_file(&self) -> &'static str {
        "er en mappe, ikke en fil. Nevn filen i den."
    }

    fn no_regular_file(&self) -> &'static str {
        "er ikke en vanlig fil, men en enhet eller et rør. Nevn filen selv, eller les den fra standard inn med -."
    }

    fn device_for_file(&self) -> &'static str {
        "er en enhet eller et rør, og ikke en fil"
    }

    fn not_text(&self) -> &'static str {
        "er ikke tekst i UTF-8; lagre filen med tegnkoding UTF-8"
    }

    fn no_pdfs(&self) -> &'static str {
        "Det er ingen PDF-filer i mappen. Tekstfiler må nevnes hver for seg."
    }

    fn left_out(&self, files: &dyn Display) -> String {
        format!(
            "Ikke kontrollert: {files}. I mapper kontrolleres bare PDF-filer; nevn tekstfiler hver for seg."
        )
    }

    fn closed_folder(&self, why: &dyn Display) -> String {
        format!("Mappen kan ikke åpnes: {why}.")
    }

    fn no_match(&self) -> &'static str {
        "Ingen filer passer til mønsteret."
    }

    fn one_on_stdout(&self) -> &'static str {
        "flere former kan ikke skrives til standard ut samtidig"
    }

    fn sarif_needs_file(&self) -> &'static str {
        "SARIF for GitHub trenger en fil, så tekstfilen kan ligge ved siden av"
    }

    fn annotated_shows_all(&self) -> &'static str {
        "den merkede PDF-en ville inneholdt alle navn og numre i rapporten"
    }

    fn annotated_on_stdout(&self) -> &'static str {
        "den merkede PDF-en kan ikke skrives til standard ut"
    }

    fn annotated_encrypted(&self, path: &dyn Display) -> String {
        format!("{path} er kryptert og kan ikke merkes")
    }

    fn annotated_broken(&self, path: &dyn Display) -> String {
        format!("{path} er bygd slik at den ikke kan merkes")
    }

    fn annotated_no_pdf(&self, path: &dyn Display) -> String {
        format!("{path} er en tekst og kan ikke merkes")
    }

    fn annotated_no_pdf_help(&self) -> &'static str {
        "--output pdf= merker bare PDF-er."
    }

    fn changed_meanwhile(&self, path: &dyn Display) -> String {
        format!("{path} ble endret mens den ble kontrollert")
    }

    fn saved_meanwhile(&self, path: &dyn Display) -> String {
        format!("{path} ble endret mens filene ble skrevet. Ingenting er endret i mappen.")
    }

    fn run_again(&self) -> &'static str {
        "Kjør kommandoen på nytt, så kommer det nye med."
    }

    fn two_reports(&self) -> &'static str {
        "nevn to rapporter, den gamle først"
    }

    fn too_many_rows(&self, table: &dyn Display) -> String {
        format!("tabellen {table} har flere rader enn et regneark tar; velg csv, json eller jsonl")
    }

    fn export_where(&self) -> &'static str {
        "det går ikke fram hvilken form eksporten skal ha"
    }

    fn no_sender(&self) -> &'static str {
        "Brevene har ingen avsender og frist: skriv sender og deadline under [follow-up] i dekom-lint.toml."
    }

    fn no_workbook(&self, why: &dyn Display) -> String {
        format!("det er ikke et helt regneark ({why})")
    }

    fn file_too_large(&self) -> &'static str {
        "filen er for stor"
    }

    fn no_headings(&self, sheet: &dyn Display) -> String {
        format!("arket «{sheet}» har ikke overskriftene sine lenger")
    }

    fn sheet_help(&self, name: &dyn Display) -> String {
        format!(
            "Rett den eller flytt den; --force legger den til side som {name}, med alt som står i den, og begynner på nytt."
        )
    }

    fn to_ask(&self, count: usize) -> &'static str {
        agree(count, "respondent å spørre", "respondenter å spørre")
    }

    fn letters_moved(&self, names: &dyn Display, folder: &dyn Display) -> String {
        format!("Det er ikke noe å spørre om lenger i disse, som er flyttet til {folder}: {names}.")
    }

    fn letter_not_moved(&self, file: &dyn Display, why: &dyn Display) -> String {
        format!("{file} er ikke i bruk lenger, men kunne ikke flyttes: {why}.")
    }

    fn misplaced(&self, option: &dyn Display) -> String {
        format!("{option} står foran kommandoen, og gjelder ikke for den")
    }

    fn misplaced_help(&self) -> &'static str {
        "Sett valget etter kommandoen."
    }

    fn no_config(&self) -> &'static str {
        "ikke noe oppsett"
    }

    fn advice(&self) -> &'static str {
        "hjelp:"
    }

    fn unknown_command(&self, name: &dyn Display) -> String {
        format!("ukjent kommando «{name}»")
    }

    fn missing_command(&self) -> &'static str {
        "kommandoen etter rules mangler"
    }

    fn unknown_option(&self, name: &dyn Display) -> String {
        format!("ukjent valg {name}")
    }

    fn lacks_value(&self, option: &dyn Display) -> String {
        format!("{option} mangler verdi")
    }

    fn invalid_value(&self, value: &dyn Display, option: &dyn Display) -> String {
        format!("ugyldig verdi «{value}» for {option}")
    }

    fn write_a_number(&self) -> &'static str {
        "skriv et helt tall, for eksempel 3"
    }

    fn cannot_be_with(&self, option: &dyn Display, other: &dyn Display) -> String {
        format!("{option} kan ikke brukes sammen med {other}")
    }

    fn missing(&self, argument: &dyn Display) -> String {
        format!("mangler {argument}")
    }

    fn wrong_usage(&self) -> &'static str {
        "feil bruk"
    }

    fn choose(&self, valid: &dyn Display) -> String {
        format!("velg {valid}")
    }

    fn see_help(&self) -> &'static str {
        "dekom-lint --help viser alle valg"
    }

    fn no_table(&self, name: &dyn Display) -> String {
        format!("ingen pakke har en tabell som heter «{name}»")
    }

    fn other_encoding(&self, file: &dyn Display, line: &dyn Display) -> String {
        format!(
            "{file} er ikke lagret som UTF-8: på linje {line} står et tegn fra et annet tegnsett, trolig Windows-1252"
        )
    }

    fn save_as_utf8(&self) -> &'static str {
        "lagre filen på nytt med tegnsettet UTF-8 (i Notisblokk: Lagre som, Koding: UTF-8)"
    }

    fn no_such_file(&self, path: &dyn Display) -> String {
        format!("{path} finnes ikke")
    }

    fn give_it_too(&self) -> &'static str {
        "Slipp den på siden sammen med oppsettet."
    }

    fn only_hayro(&self, reader: &dyn Display) -> String {
        format!("denne siden leser med hayro, og ikke med {reader} som oppsettet sier")
    }

    fn meant_file(&self, near: &dyn Display) -> String {
        format!("Mente du {near}?")
    }

    fn watching(&self) -> &'static str {
        "Venter på endringer. Ctrl-C avslutter."
    }

    fn cannot_watch(&self, why: &dyn Display) -> String {
        format!("kan ikke følge med på filene: {why}")
    }

    fn no_watch_of_stdin(&self) -> &'static str {
        "standard inn kan ikke kontrolleres på nytt"
    }

    fn at_the_desk(&self) -> &'static str {
        "Dra en PDF fra portalen over på programmets ikon, så åpnes funnene i nettleseren. Du kan også skrive «.\\dekom-lint.exe rapport.pdf» i PowerShell."
    }

    fn press_enter(&self) -> &'static str {
        "Trykk Enter for å lukke vinduet."
    }
}
