//! In nynorsk: the words of the page for the browser.

use super::Nn;
use crate::i18n::agree;
use crate::i18n::catalogue::Html;
use std::fmt::Display;

impl Html for Nn {
    fn suppressed(&self, count: &dyn Display) -> String {
        format!("{count} undertrykte")
    }

    fn known(&self, count: &dyn Display) -> String {
        format!("{count} kjende")
    }

    fn fixed(&self, count: &dyn Display) -> String {
        format!("{count} retta")
    }

    fn finding(&self) -> &'static str {
        "funn"
    }

    fn rests_on_mark(&self) -> &'static str {
        "det funnet byggjer på"
    }

    fn unread_mark(&self) -> &'static str {
        "ulese"
    }

    fn unchecked_mark(&self) -> &'static str {
        "ikkje kontrollert"
    }

    fn response(&self, count: usize) -> &'static str {
        agree(count, "svar", "svar")
    }

    fn question(&self, count: usize) -> &'static str {
        agree(count, "spørsmål", "spørsmål")
    }

    fn checked(&self) -> &'static str {
        "Kontrollert"
    }

    fn incomplete(&self) -> &'static str {
        "Noko av rapporten er ikkje kontrollert. Resten er det."
    }

    fn unreadable(&self) -> &'static str {
        "Kunne ikkje kontrollerast"
    }

    fn unread_places(&self) -> &'static str {
        "Ulese"
    }

    fn unchecked_places(&self) -> &'static str {
        "Lese, men ikkje kontrollert"
    }

    fn figures_read(&self) -> &'static str {
        "Tal lesne"
    }

    fn figures_checked(&self) -> &'static str {
        "Tal kontrollerte"
    }

    fn figures_unchecked(&self) -> &'static str {
        "Ikkje kontrollerte"
    }

    fn figures_unread(&self) -> &'static str {
        "Ulesne"
    }

    fn figures_explained(&self) -> &'static str {
        "Siffer i datoar, namn og tekst"
    }

    fn digits_in(&self, what: &dyn Display) -> String {
        format!("Siffer: {what}")
    }

    fn label_title(&self) -> &'static str {
        "Rapportkontroll"
    }

    fn label_skip(&self) -> &'static str {
        "Hopp til funna"
    }

    fn label_filters(&self) -> &'static str {
        "Filtrer funn"
    }

    fn label_severity(&self) -> &'static str {
        "Alvor"
    }

    fn label_rule(&self) -> &'static str {
        "Regel"
    }

    fn label_respondent(&self) -> &'static str {
        "Respondent"
    }

    fn label_text(&self) -> &'static str {
        "Søk i teksten"
    }

    fn label_all(&self) -> &'static str {
        "Alle"
    }

    fn label_reset(&self) -> &'static str {
        "Nullstill"
    }

    fn label_shown(&self) -> &'static str {
        "{n} av {all} funn er viste"
    }

    fn label_by_question(&self) -> &'static str {
        "Funn etter spørsmål"
    }

    fn label_by_respondent(&self) -> &'static str {
        "Funn etter respondent"
    }

    fn label_coverage(&self) -> &'static str {
        "Dekning"
    }

    fn label_pages(&self) -> &'static str {
        "Sidene"
    }

    fn label_page(&self) -> &'static str {
        "Side"
    }

    fn label_marked(&self) -> &'static str {
        "funn merkte"
    }

    fn label_nothing(&self) -> &'static str {
        "Ingen funn."
    }

    fn label_printed(&self) -> &'static str {
        "Det står"
    }

    fn label_expected(&self) -> &'static str {
        "Venta"
    }

    fn label_group(&self) -> &'static str {
        "Gruppe"
    }

    fn label_option(&self) -> &'static str {
        "Svaralternativ"
    }

    fn label_uncertain(&self) -> &'static str {
        "usikkert lese"
    }

    fn label_rests_on(&self) -> &'static str {
        "Byggjer på"
    }

    fn label_what(&self) -> &'static str {
        "Kva"
    }

    fn label_where(&self) -> &'static str {
        "Kvar"
    }

    fn label_why(&self) -> &'static str {
        "Kvifor:"
    }

    fn label_help(&self) -> &'static str {
        "Gjer dette:"
    }

    fn label_rules(&self) -> &'static str {
        "Reglar"
    }

    fn label_result(&self) -> &'static str {
        "Resultat"
    }

    fn label_evaluated(&self) -> &'static str {
        "Stader prøvde"
    }

    fn label_contents(&self) -> &'static str {
        "Innhald"
    }

    fn label_grade_error(&self) -> &'static str {
        "Feil som må avklarast"
    }

    fn label_grade_warning(&self) -> &'static str {
        "Åtvaringar som bør sjekkast"
    }

    fn label_grade_note(&self) -> &'static str {
        "Merknader"
    }

    fn label_as_printed(&self) -> &'static str {
        "slik ho er trykt"
    }

    fn label_text_there(&self) -> &'static str {
        "Teksten på staden"
    }

    fn label_text_of_page(&self) -> &'static str {
        "Teksten på sida"
    }

    fn label_state(&self) -> &'static str {
        "Handsaming"
    }

    fn label_open(&self) -> &'static str {
        "Open"
    }

    fn label_settled(&self) -> &'static str {
        "Avklart"
    }

    fn label_no_problem(&self) -> &'static str {
        "Ikkje eit problem"
    }

    fn label_reason(&self) -> &'static str {
        "Grunngiving"
    }

    fn label_reason_needed(&self) -> &'static str {
        "Skriv kvifor, så kjem unntaket med når du lagrar."
    }

    fn label_open_ones(&self) -> &'static str {
        "Opne"
    }

    fn label_handled_ones(&self) -> &'static str {
        "Handsama"
    }

    fn label_progress(&self) -> &'static str {
        "{n} av {all} funn er handsama"
    }

    fn label_save(&self) -> &'static str {
        "Lagre unntaka"
    }

    fn label_save_help(&self) -> &'static str {
        "Lagrar ei fil med dei funna du har grunngitt. Legg ho ved sida av rapporten som dekom-lint.toml, så blir dei ikkje rekna med neste gong. Ingenting blir sendt frå maskina."
    }

    fn label_kept(&self) -> &'static str {
        "Merka blir hugsa i denne nettlesaren."
    }

    fn label_not_kept(&self) -> &'static str {
        "Denne nettlesaren hugsar ikkje merka. Lagre unntaka før du lukkar sida."
    }

    fn label_saved_head(&self) -> &'static str {
        "Unntak frå rapportkontrollen. Linjene høyrer heime i dekom-lint.toml ved sida av rapporten."
    }
}
