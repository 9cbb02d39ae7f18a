//! In bokmål: what the formats for people add to findings.

use super::Nb;
use crate::i18n::agree;
use crate::i18n::catalogue::Render;
use std::fmt::Display;

impl Render for Nb {
    fn held(&self) -> &'static str {
        "holder"
    }

    fn failed(&self) -> &'static str {
        "holder ikke"
    }

    fn not_applicable(&self) -> &'static str {
        "gjelder ikke"
    }

    fn not_evaluable(&self) -> &'static str {
        "kunne ikke prøves"
    }

    fn unfinished(&self) -> &'static str {
        "ikke ferdig"
    }

    fn not_applicable_here(&self) -> &'static str {
        "gjelder ikke denne rapporten"
    }

    fn not_evaluable_here(&self) -> &'static str {
        "kunne ikke prøves: noe er ulest eller mangler"
    }

    fn not_checked(&self, count: usize) -> &'static str {
        agree(count, "ikke kontrollert", "ikke kontrollert")
    }

    fn expected(&self, value: &dyn Display) -> String {
        format!("ventet {value}")
    }

    fn question(&self, text: &dyn Display) -> String {
        format!("spørsmål: {text}")
    }

    fn about(&self, text: &dyn Display) -> String {
        format!("gjelder: {text}")
    }

    fn why(&self, text: &dyn Display) -> String {
        format!("hvorfor: {text}")
    }

    fn help(&self, text: &dyn Display) -> String {
        format!("hjelp: {text}")
    }

    fn confirmed(&self, count: &dyn Display) -> String {
        format!("{count} bekreftet")
    }

    fn doubted(&self, count: usize) -> &'static str {
        agree(count, "usikkert", "usikre")
    }

    fn unread_pages(&self, count: &dyn Display) -> String {
        format!("{count} på sider den ikke kunne lese")
    }

    fn second_reading(&self, parts: &dyn Display) -> String {
        format!("andre lesing: {parts}")
    }

    fn figure_read(&self, count: usize) -> &'static str {
        agree(count, "tall lest", "tall lest")
    }

    fn checked(&self, count: usize) -> &'static str {
        agree(count, "kontrollert", "kontrollert")
    }

    fn unread(&self, count: usize) -> &'static str {
        agree(count, "ulest", "ulest")
    }

    fn incomplete_question(&self, count: usize) -> &'static str {
        agree(count, "ufullstendig spørsmål", "ufullstendige spørsmål")
    }

    fn shown_with_notes(&self) -> &'static str {
        " (vises med --notes)"
    }

    fn suppressed(&self, count: &dyn Display) -> String {
        format!("{count} unntatt")
    }

    fn none_fails(&self) -> &'static str {
        "ingen av dem stanser kontrollen"
    }

    fn of_them_fail(&self, _count: usize) -> &'static str {
        "av dem stanser kontrollen"
    }

    fn known_and_fixed(&self, known: &dyn Display, fixed: &dyn Display) -> String {
        format!("{known} kjent fra før, {fixed} rettet")
    }

    fn switched_off(&self, question: &dyn Display, rules: &dyn Display) -> String {
        format!("{question} (slår av {rules})")
    }

    fn questions_not_found(&self, pack: &dyn Display, keys: &dyn Display) -> String {
        format!("{pack} fant ikke disse spørsmålene: {keys}")
    }

    fn many_unchecked(&self, left: &dyn Display, all: &dyn Display) -> String {
        format!("{left} av {all} tall er lest, men ikke kontrollert")
    }

    fn many_unchecked_help(&self) -> &'static str {
        "Diagrammene kan ikke tolkes sikkert i denne teksten: kontroller PDF-en selv. --coverage viser tallene."
    }

    fn count_read(&self, count: &dyn Display) -> String {
        format!("tall lest: {count}")
    }

    fn count_checked(&self, count: &dyn Display) -> String {
        format!("tall kontrollert: {count}")
    }

    fn count_unread(&self, count: &dyn Display) -> String {
        format!("ulest: {count}")
    }

    fn count_explained(&self, count: &dyn Display) -> String {
        format!("siffer i datoer, navn og tekst: {count}")
    }

    fn unlisted(&self, _count: usize) -> &'static str {
        "funn vises ikke"
    }

    fn question_not_found(&self, pack: &dyn Display, key: &dyn Display) -> String {
        format!("{pack}: fant ikke spørsmålet {key}")
    }

    fn unread_place(&self) -> &'static str {
        "ulest"
    }

    fn unchecked_place(&self) -> &'static str {
        "ikke kontrollert"
    }

    fn part_of(&self, part: &dyn Display, whole: &dyn Display) -> String {
        format!("{part} av {whole}")
    }

    fn rounding_hides_nothing(&self, of: &dyn Display) -> String {
        format!("avrundingen skjuler ingen feil i {of}")
    }

    fn rounding_hides(&self, most: &dyn Display, of: &dyn Display) -> String {
        format!("avrundingen kan skjule en feil på inntil {most} i {of}")
    }

    fn new_findings(&self) -> &'static str {
        "Nye funn"
    }

    fn fixed_findings(&self) -> &'static str {
        "Rettede funn"
    }

    fn unchanged_findings(&self) -> &'static str {
        "Uendrede funn"
    }

    fn altered_findings(&self) -> &'static str {
        "Uendrede funn der det som står, er et annet"
    }

    fn before(&self, message: &dyn Display) -> String {
        format!("før: {message}")
    }

    fn changed_amounts(&self) -> &'static str {
        "Beløp og tall som har endret seg mye"
    }

    fn new_respondents(&self) -> &'static str {
        "Nye respondenter"
    }

    fn gone_respondents(&self) -> &'static str {
        "Respondenter som er borte"
    }

    fn pages_missing(&self) -> &'static str {
        "Sider mangler i en av rapportene. Det som er borte, kan stå på dem."
    }

    fn the_sum(&self) -> &'static str {
        "summen"
    }

    fn listed_in_outline(&self) -> &'static str {
        "Listen fortsetter i innholdsfortegnelsen til filen (bokmerkene)."
    }

    fn note_expected(&self, value: &dyn Display) -> String {
        format!("Ventet: {value}")
    }

    fn to_settle(&self, errors: &dyn Display) -> String {
        format!("{errors} må avklares før publisering.")
    }

    fn to_settle_and_look_at(&self, errors: &dyn Display, warnings: &dyn Display) -> String {
        format!("{errors} må avklares før publisering, {warnings} bør sjekkes.")
    }

    fn to_look_at(&self, warnings: &dyn Display) -> String {
        format!("Ingen feil funnet, men {warnings} bør sjekkes.")
    }

    fn no_errors(&self) -> &'static str {
        "Ingen feil funnet."
    }

    fn no_new_errors(&self) -> &'static str {
        "Ingen nye feil funnet."
    }

    fn no_new_errors_but(&self, warnings: &dyn Display) -> String {
        format!("Ingen nye feil funnet, men {warnings} bør sjekkes.")
    }

    fn fail_the_run(&self, _count: usize) -> &'static str {
        "funn stanser kontrollen."
    }

    fn nothing_checked(&self) -> &'static str {
        "Ingenting er kontrollert."
    }

    fn figures_checked_of(&self, checked: &dyn Display, all: &dyn Display) -> String {
        format!("{checked} av {all} tall er kontrollert.")
    }

    fn could_not_be_checked(&self, files: &dyn Display) -> String {
        format!("{files} kunne ikke kontrolleres.")
    }

    fn partly_checked(&self, files: &dyn Display) -> String {
        format!("{files} kunne bare kontrolleres delvis.")
    }

    fn accepted_before(&self, count: usize) -> &'static str {
        agree(
            count,
            "funn er godtatt fra før.",
            "funn er godtatt fra før.",
        )
    }
}
