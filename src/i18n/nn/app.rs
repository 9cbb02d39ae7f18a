//! In nynorsk: what the program says about itself: files, options, configuration.

use super::Nn;
use crate::i18n::agree;
use crate::i18n::catalogue::App;
use std::fmt::Display;

impl App for Nn {
    fn nothing_named(&self) -> &'static str {
        "ingen filer er nemnde"
    }

    fn nothing_named_help(&self) -> &'static str {
        "dekom-lint rapport.pdf kontrollerer ein rapport; dekom-lint --help viser alle val"
    }

    fn neither_file_nor_command(&self, name: &dyn Display) -> String {
        format!("«{name}» er verken ei fil eller ein kommando")
    }

    fn no_stdin(&self, why: &dyn Display) -> String {
        format!("kan ikkje lese standard inn: {why}")
    }

    fn rule_not_ended(&self, rule: &dyn Display, why: &dyn Display) -> String {
        format!("{rule}: regelen kunne ikkje køyrast ferdig: {why}")
    }

    fn no_rule(&self, rule: &dyn Display) -> String {
        format!("ingen regel heiter «{rule}»")
    }

    fn no_pack(&self, pack: &dyn Display) -> String {
        format!("inga regelpakke heiter «{pack}»")
    }

    fn pack_not_used(&self, path: &dyn Display, pack: &dyn Display) -> String {
        format!(
            "{path}: pakka «{pack}» gjeld ikkje denne rapporten, og ingen av reglane i henne er prøvde"
        )
    }

    fn pack_not_used_help(&self) -> &'static str {
        "applies_to i pakka høver korkje til tittelen på rapporten eller til eit spørsmål. --pack bruker pakka likevel."
    }

    fn no_respondent(&self, name: &dyn Display) -> String {
        format!("ingen respondent heiter «{name}»")
    }

    fn no_question_says(&self, text: &dyn Display) -> String {
        format!("ingen spørsmål har «{text}» i tittelen")
    }

    fn cannot_read(&self, path: &dyn Display, why: &dyn Display) -> String {
        format!("kan ikkje lese {path}: {why}")
    }

    fn cannot_read_report(&self, path: &dyn Display) -> String {
        format!("kan ikkje lese {path}")
    }

    fn cannot_read_rules(&self, path: &dyn Display, why: &dyn Display) -> String {
        format!("kan ikkje lese reglane i {path}: {why}")
    }

    fn cannot_read_baseline(&self, path: &dyn Display, why: &dyn Display) -> String {
        format!("kan ikkje lese grunnlinja {path}: {why}")
    }

    fn figure_changed(&self, path: &dyn Display, rule: &dyn Display) -> String {
        format!("{path}: {rule} er kjend frå før, men talet er eit anna enn i grunnlinja")
    }

    fn cannot_read_config(&self, path: &dyn Display, why: &dyn Display) -> String {
        format!("kan ikkje lese oppsettet {path}: {why}")
    }

    fn cannot_write(&self, path: &dyn Display, why: &dyn Display) -> String {
        format!("kan ikkje skrive {path}: {why}")
    }

    fn is_input(&self, path: &dyn Display) -> String {
        format!("{path} blir lesen i denne køyringa, og ville ha vorte overskriven")
    }

    fn is_output(&self, path: &dyn Display) -> String {
        format!("{path} er alt målet for ei anna utskrift")
    }

    fn choose_another_file(&self) -> &'static str {
        "Vel eit anna filnamn. Ingenting er skrive."
    }

    fn wrote(&self, path: &dyn Display) -> String {
        format!("skreiv {path}")
    }

    fn the_file(&self, why: &dyn Display) -> String {
        format!("fila {why}")
    }

    fn not_found(&self) -> &'static str {
        "finst ikkje"
    }

    fn no_permission(&self) -> &'static str {
        "du har ikkje tilgang"
    }

    fn is_a_folder(&self) -> &'static str {
        "er ei mappe"
    }

    fn is_no_folder(&self) -> &'static str {
        "er inga mappe"
    }

    fn folder_for_file(&self) -> &'static str {
        "er ei mappe, ikkje ei fil. Nemn fila i henne."
    }

    fn no_regular_file(&self) -> &'static str {
        "er ikkje ei vanleg fil, men ei eining eller eit røyr. Nemn fila sjølv, eller les henne frå standard inn med -."
    }

    fn device_for_file(&self) -> &'static str {
        "er ei eining eller eit røyr, og ikkje ei fil"
    }

    fn not_text(&self) -> &'static str {
        "er ikkje tekst i UTF-8; lagre fila med teiknkoding UTF-8"
    }

    fn no_pdfs(&self) -> &'static str {
        "Det er ingen PDF-filer i mappa. Tekstfiler må nemnast kvar for seg."
    }

    fn left_out(&self, files: &dyn Display) -> String {
        format!(
            "Ikkje kontrollert: {files}. I mapper blir berre PDF-filer kontrollerte; nemn tekstfiler kvar for seg."
        )
    }

    fn closed_folder(&self, why: &dyn Display) -> String {
        format!("Mappa kan ikkje opnast: {why}.")
    }

    fn no_match(&self) -> &'static str {
        "Ingen filer passar til mønsteret."
    }

    fn one_on_stdout(&self) -> &'static str {
        "fleire former kan ikkje skrivast til standard ut samtidig"
    }

    fn sarif_needs_file(&self) -> &'static str {
        "SARIF for GitHub treng ei fil, så tekstfila kan liggje ved sida av"
    }

    fn annotated_shows_all(&self) -> &'static str {
        "den merkte PDF-en ville innehalde alle namn og nummer i rapporten"
    }

    fn annotated_on_stdout(&self) -> &'static str {
        "den merkte PDF-en kan ikkje skrivast til standard ut"
    }

    fn annotated_encrypted(&self, path: &dyn Display) -> String {
        format!("{path} er kryptert og kan ikkje merkjast")
    }

    fn annotated_broken(&self, path: &dyn Display) -> String {
        format!("{path} er bygd slik at ho ikkje kan merkjast")
    }

    fn annotated_no_pdf(&self, path: &dyn Display) -> String {
        format!("{path} er ein tekst og kan ikkje merkjast")
    }

    fn annotated_no_pdf_help(&self) -> &'static str {
        "--output pdf= merkjer berre PDF-ar."
    }

    fn changed_meanwhile(&self, path: &dyn Display) -> String {
        format!("{path} vart endra medan ho vart kontrollert")
    }

    fn saved_meanwhile(&self, path: &dyn Display) -> String {
        format!("{path} vart endra medan filene vart skrivne. Ingenting er endra i mappa.")
    }

    fn run_again(&self) -> &'static str {
        "Køyr kommandoen på nytt, så kjem det nye med."
    }

    fn two_reports(&self) -> &'static str {
        "nemn to rapportar, den gamle først"
    }

    fn too_many_rows(&self, table: &dyn Display) -> String {
        format!("tabellen {table} har fleire rader enn eit rekneark tek; vel csv, json eller jsonl")
    }

    fn export_where(&self) -> &'static str {
        "det går ikkje fram kva form eksporten skal ha"
    }

    fn no_sender(&self) -> &'static str {
        "Breva har ingen avsendar og frist: skriv sender og deadline under [follow-up] i dekom-lint.toml."
    }

    fn no_workbook(&self, why: &dyn Display) -> String {
        format!("det er ikkje eit heilt rekneark ({why})")
    }

    fn file_too_large(&self) -> &'static str {
        "fila er for stor"
    }

    fn no_headings(&self, sheet: &dyn Display) -> String {
        format!("arket «{sheet}» har ikkje overskriftene sine lenger")
    }

    fn sheet_help(&self, name: &dyn Display) -> String {
        format!(
            "Rett han eller flytt han; --force legg han til side som {name}, med alt som står i han, og byrjar på nytt."
        )
    }

    fn to_ask(&self, count: usize) -> &'static str {
        agree(count, "respondent å spørje", "respondentar å spørje")
    }

    fn letters_moved(&self, names: &dyn Display, folder: &dyn Display) -> String {
        format!(
            "Det er ikkje noko å spørje om lenger i desse, som er flytte til {folder}: {names}."
        )
    }

    fn letter_not_moved(&self, file: &dyn Display, why: &dyn Display) -> String {
        format!("{file} er ikkje i bruk lenger, men kunne ikkje flyttast: {why}.")
    }

    fn misplaced(&self, option: &dyn Display) -> String {
        format!("{option} står framfor kommandoen, og gjeld ikkje for han")
    }

    fn misplaced_help(&self) -> &'static str {
        "Set valet etter kommandoen."
    }

    fn no_config(&self) -> &'static str {
        "ikkje noko oppsett"
    }

    fn advice(&self) -> &'static str {
        "hjelp:"
    }

    fn unknown_command(&self, name: &dyn Display) -> String {
        format!("ukjend kommando «{name}»")
    }

    fn missing_command(&self) -> &'static str {
        "kommandoen etter rules manglar"
    }

    fn unknown_option(&self, name: &dyn Display) -> String {
        format!("ukjent val {name}")
    }

    fn lacks_value(&self, option: &dyn Display) -> String {
        format!("{option} manglar verdi")
    }

    fn invalid_value(&self, value: &dyn Display, option: &dyn Display) -> String {
        format!("ugyldig verdi «{value}» for {option}")
    }

    fn write_a_number(&self) -> &'static str {
        "skriv eit heilt tal, til dømes 3"
    }

    fn cannot_be_with(&self, option: &dyn Display, other: &dyn Display) -> String {
        format!("{option} kan ikkje brukast saman med {other}")
    }

    fn missing(&self, argument: &dyn Display) -> String {
        format!("manglar {argument}")
    }

    fn wrong_usage(&self) -> &'static str {
        "feil bruk"
    }

    fn choose(&self, valid: &dyn Display) -> String {
        format!("vel {valid}")
    }

    fn see_help(&self) -> &'static str {
        "dekom-lint --help viser alle val"
    }

    fn no_table(&self, name: &dyn Display) -> String {
        format!("ingen pakke har ein tabell som heiter «{name}»")
    }

    fn other_encoding(&self, file: &dyn Display, line: &dyn Display) -> String {
        format!(
            "{file} er ikkje lagra som UTF-8: på linje {line} står eit teikn frå eit anna teiknsett, truleg Windows-1252"
        )
    }

    fn save_as_utf8(&self) -> &'static str {
        "lagre fila på nytt med teiknsettet UTF-8 (i Notisblokk: Lagre som, Koding: UTF-8)"
    }

    fn no_such_file(&self, path: &dyn Display) -> String {
        format!("{path} finst ikkje")
    }

    fn give_it_too(&self) -> &'static str {
        "Slepp ho på sida saman med oppsettet."
    }

    fn only_hayro(&self, reader: &dyn Display) -> String {
        format!("denne sida les med hayro, og ikkje med {reader} som oppsettet seier")
    }

    fn meant_file(&self, near: &dyn Display) -> String {
        format!("Meinte du {near}?")
    }

    fn watching(&self) -> &'static str {
        "Ventar på endringar. Ctrl-C avsluttar."
    }

    fn cannot_watch(&self, why: &dyn Display) -> String {
        format!("kan ikkje følgje med på filene: {why}")
    }

    fn no_watch_of_stdin(&self) -> &'static str {
        "standard inn kan ikkje kontrollerast på nytt"
    }

    fn at_the_desk(&self) -> &'static str {
        "Dra ein PDF frå portalen over på ikonet til programmet, så blir funna opna i nettlesaren. Du kan òg skrive «.\\dekom-lint.exe rapport.pdf» i PowerShell."
    }

    fn press_enter(&self) -> &'static str {
        "Trykk Enter for å lukke vindauget."
    }
}
