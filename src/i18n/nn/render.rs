//! In nynorsk: what the formats for people add to findings.

use super::Nn;
use crate::i18n::agree;
use crate::i18n::catalogue::Render;
use std::fmt::Display;

impl Render for Nn {
    fn held(&self) -> &'static str {
        "held"
    }

    fn failed(&self) -> &'static str {
        "held ikkje"
    }

    fn not_applicable(&self) -> &'static str {
        "gjeld ikkje"
    }

    fn not_evaluable(&self) -> &'static str {
        "kunne ikkje prøvast"
    }

    fn unfinished(&self) -> &'static str {
        "ikkje ferdig"
    }

    fn not_applicable_here(&self) -> &'static str {
        "gjeld ikkje denne rapporten"
    }

    fn not_evaluable_here(&self) -> &'static str {
        "kunne ikkje prøvast: noko er ulese eller manglar"
    }

    fn not_checked(&self, count: usize) -> &'static str {
        agree(count, "ikkje kontrollert", "ikkje kontrollerte")
    }

    fn expected(&self, value: &dyn Display) -> String {
        format!("venta {value}")
    }

    fn question(&self, text: &dyn Display) -> String {
        format!("spørsmål: {text}")
    }

    fn about(&self, text: &dyn Display) -> String {
        format!("gjeld: {text}")
    }

    fn why(&self, text: &dyn Display) -> String {
        format!("kvifor: {text}")
    }

    fn help(&self, text: &dyn Display) -> String {
        format!("hjelp: {text}")
    }

    fn confirmed(&self, count: &dyn Display) -> String {
        format!("{count} stadfesta")
    }

    fn doubted(&self, count: usize) -> &'static str {
        agree(count, "usikkert", "usikre")
    }

    fn unread_pages(&self, count: &dyn Display) -> String {
        format!("{count} på sider han ikkje kunne lese")
    }

    fn second_reading(&self, parts: &dyn Display) -> String {
        format!("andre lesing: {parts}")
    }

    fn figure_read(&self, count: usize) -> &'static str {
        agree(count, "tal lese", "tal lesne")
    }

    fn checked(&self, count: usize) -> &'static str {
        agree(count, "kontrollert", "kontrollerte")
    }

    fn unread(&self, count: usize) -> &'static str {
        agree(count, "ulese", "ulesne")
    }

    fn incomplete_question(&self, count: usize) -> &'static str {
        agree(count, "ufullstendig spørsmål", "ufullstendige spørsmål")
    }

    fn shown_with_notes(&self) -> &'static str {
        " (blir viste med --notes)"
    }

    fn suppressed(&self, count: &dyn Display) -> String {
        format!("{count} unntekne")
    }

    fn none_fails(&self) -> &'static str {
        "ingen av dei stansar kontrollen"
    }

    fn of_them_fail(&self, _count: usize) -> &'static str {
        "av dei stansar kontrollen"
    }

    fn known_and_fixed(&self, known: &dyn Display, fixed: &dyn Display) -> String {
        format!("{known} kjende frå før, {fixed} retta")
    }

    fn switched_off(&self, question: &dyn Display, rules: &dyn Display) -> String {
        format!("{question} (slår av {rules})")
    }

    fn questions_not_found(&self, pack: &dyn Display, keys: &dyn Display) -> String {
        format!("{pack} fann ikkje desse spørsmåla: {keys}")
    }

    fn many_unchecked(&self, left: &dyn Display, all: &dyn Display) -> String {
        format!("{left} av {all} tal er lesne, men ikkje kontrollerte")
    }

    fn many_unchecked_help(&self) -> &'static str {
        "Diagramma kan ikkje tolkast sikkert i denne teksten: kontroller sjølve PDF-en. --coverage viser tala."
    }

    fn count_read(&self, count: &dyn Display) -> String {
        format!("tal lesne: {count}")
    }

    fn count_checked(&self, count: &dyn Display) -> String {
        format!("tal kontrollerte: {count}")
    }

    fn count_unread(&self, count: &dyn Display) -> String {
        format!("ulesne: {count}")
    }

    fn count_explained(&self, count: &dyn Display) -> String {
        format!("siffer i datoar, namn og tekst: {count}")
    }

    fn unlisted(&self, _count: usize) -> &'static str {
        "funn blir ikkje viste"
    }

    fn question_not_found(&self, pack: &dyn Display, key: &dyn Display) -> String {
        format!("{pack}: fann ikkje spørsmålet {key}")
    }

    fn unread_place(&self) -> &'static str {
        "ulese"
    }

    fn unchecked_place(&self) -> &'static str {
        "ikkje kontrollert"
    }

    fn part_of(&self, part: &dyn Display, whole: &dyn Display) -> String {
        format!("{part} av {whole}")
    }

    fn rounding_hides_nothing(&self, of: &dyn Display) -> String {
        format!("avrundinga skjuler ingen feil i {of}")
    }

    fn rounding_hides(&self, most: &dyn Display, of: &dyn Display) -> String {
        format!("avrundinga kan skjule ein feil på inntil {most} i {of}")
    }

    fn new_findings(&self) -> &'static str {
        "Nye funn"
    }

    fn fixed_findings(&self) -> &'static str {
        "Retta funn"
    }

    fn unchanged_findings(&self) -> &'static str {
        "Uendra funn"
    }

    fn altered_findings(&self) -> &'static str {
        "Uendra funn der det som står, er eit anna"
    }

    fn before(&self, message: &dyn Display) -> String {
        format!("før: {message}")
    }

    fn changed_amounts(&self) -> &'static str {
        "Beløp og tal som har endra seg mykje"
    }

    fn new_respondents(&self) -> &'static str {
        "Nye respondentar"
    }

    fn gone_respondents(&self) -> &'static str {
        "Respondentar som er borte"
    }

    fn pages_missing(&self) -> &'static str {
        "Sider manglar i ein av rapportane. Det som er borte, kan stå på dei."
    }

    fn the_sum(&self) -> &'static str {
        "summen"
    }

    fn listed_in_outline(&self) -> &'static str {
        "Lista held fram i innhaldslista til fila (bokmerka)."
    }

    fn note_expected(&self, value: &dyn Display) -> String {
        format!("Venta: {value}")
    }

    fn to_settle(&self, errors: &dyn Display) -> String {
        format!("{errors} må avklarast før publisering.")
    }

    fn to_settle_and_look_at(&self, errors: &dyn Display, warnings: &dyn Display) -> String {
        format!("{errors} må avklarast før publisering, {warnings} bør sjekkast.")
    }

    fn to_look_at(&self, warnings: &dyn Display) -> String {
        format!("Ingen feil funne, men {warnings} bør sjekkast.")
    }

    fn no_errors(&self) -> &'static str {
        "Ingen feil funne."
    }

    fn no_new_errors(&self) -> &'static str {
        "Ingen nye feil funne."
    }

    fn no_new_errors_but(&self, warnings: &dyn Display) -> String {
        format!("Ingen nye feil funne, men {warnings} bør sjekkast.")
    }

    fn fail_the_run(&self, _count: usize) -> &'static str {
        "funn stansar kontrollen."
    }

    fn nothing_checked(&self) -> &'static str {
        "Ingenting er kontrollert."
    }

    fn figures_checked_of(&self, checked: &dyn Display, all: &dyn Display) -> String {
        format!("{checked} av {all} tal er kontrollerte.")
    }

    fn could_not_be_checked(&self, files: &dyn Display) -> String {
        format!("{files} kunne ikkje kontrollerast.")
    }

    fn partly_checked(&self, files: &dyn Display) -> String {
        format!("{files} kunne berre kontrollerast delvis.")
    }

    fn accepted_before(&self, count: usize) -> &'static str {
        agree(
            count,
            "funn er godtekne frå før.",
            "funn er godtekne frå før.",
        )
    }
}
