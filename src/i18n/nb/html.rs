//! In bokmål: the words of the page for the browser.

use super::Nb;
use crate::i18n::agree;
use crate::i18n::catalogue::Html;
use std::fmt::Display;

impl Html for Nb {
    fn suppressed(&self, count: &dyn Display) -> String {
        format!("{count} undertrykt")
    }

    fn known(&self, count: &dyn Display) -> String {
        format!("{count} kjent")
    }

    fn fixed(&self, count: &dyn Display) -> String {
        format!("{count} rettet")
    }

    fn finding(&self) -> &'static str {
        "funn"
    }

    fn rests_on_mark(&self) -> &'static str {
        "det funnet bygger på"
    }

    fn unread_mark(&self) -> &'static str {
        "ulest"
    }

    fn unchecked_mark(&self) -> &'static str {
        "ikke kontrollert"
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
        "Noe av rapporten er ikke kontrollert. Resten er det."
    }

    fn unreadable(&self) -> &'static str {
        "Kunne ikke kontrolleres"
    }

    fn unread_places(&self) -> &'static str {
        "Ulest"
    }

    fn unchecked_places(&self) -> &'static str {
        "Lest, men ikke kontrollert"
    }

    fn figures_read(&self) -> &'static str {
        "Tall lest"
    }

    fn figures_checked(&self) -> &'static str {
        "Tall kontrollert"
    }

    fn figures_unchecked(&self) -> &'static str {
        "Ikke kontrollert"
    }

    fn figures_unread(&self) -> &'static str {
        "Ulest"
    }

    fn figures_explained(&self) -> &'static str {
        "Siffer i datoer, navn og tekst"
    }

    fn digits_in(&self, what: &dyn Display) -> String {
        format!("Siffer: {what}")
    }

    fn label_title(&self) -> &'static str {
        "Rapportkontroll"
    }

    fn label_skip(&self) -> &'static str {
        "Hopp til funnene"
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
        "{n} av {all} funn vises"
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
        "funn merket"
    }

    fn label_nothing(&self) -> &'static str {
        "Ingen funn."
    }

    fn label_printed(&self) -> &'static str {
        "Det står"
    }

    fn label_expected(&self) -> &'static str {
        "Ventet"
    }

    fn label_group(&self) -> &'static str {
        "Gruppe"
    }

    fn label_option(&self) -> &'static str {
        "Svaralternativ"
    }

    fn label_uncertain(&self) -> &'static str {
        "usikkert lest"
    }

    fn label_rests_on(&self) -> &'static str {
        "Bygger på"
    }

    fn label_what(&self) -> &'static str {
        "Hva"
    }

    fn label_where(&self) -> &'static str {
        "Hvor"
    }

    fn label_why(&self) -> &'static str {
        "Hvorfor:"
    }

    fn label_help(&self) -> &'static str {
        "Gjør dette:"
    }

    fn label_rules(&self) -> &'static str {
        "Regler"
    }

    fn label_result(&self) -> &'static str {
        "Resultat"
    }

    fn label_evaluated(&self) -> &'static str {
        "Steder prøvd"
    }

    fn label_contents(&self) -> &'static str {
        "Innhold"
    }

    fn label_grade_error(&self) -> &'static str {
        "Feil som må avklares"
    }

    fn label_grade_warning(&self) -> &'static str {
        "Advarsler som bør sjekkes"
    }

    fn label_grade_note(&self) -> &'static str {
        "Merknader"
    }

    fn label_as_printed(&self) -> &'static str {
        "slik den er trykt"
    }

    fn label_text_there(&self) -> &'static str {
        "Teksten på stedet"
    }

    fn label_text_of_page(&self) -> &'static str {
        "Teksten på siden"
    }

    fn label_state(&self) -> &'static str {
        "Behandling"
    }

    fn label_open(&self) -> &'static str {
        "Åpen"
    }

    fn label_settled(&self) -> &'static str {
        "Avklart"
    }

    fn label_no_problem(&self) -> &'static str {
        "Ikke et problem"
    }

    fn label_reason(&self) -> &'static str {
        "Begrunnelse"
    }

    fn label_reason_needed(&self) -> &'static str {
        "Skriv hvorfor, så kommer unntaket med når du lagrer."
    }

    fn label_open_ones(&self) -> &'static str {
        "Åpne"
    }

    fn label_handled_ones(&self) -> &'static str {
        "Behandlede"
    }

    fn label_progress(&self) -> &'static str {
        "{n} av {all} funn er behandlet"
    }

    fn label_save(&self) -> &'static str {
        "Lagre unntakene"
    }

    fn label_save_help(&self) -> &'static str {
        "Lagrer en fil med de funnene du har begrunnet. Legg den ved siden av rapporten som dekom-lint.toml, så regnes de ikke med neste gang. Ingenting sendes fra maskinen."
    }

    fn label_kept(&self) -> &'static str {
        "Merkene blir husket i denne nettleseren."
    }

    fn label_not_kept(&self) -> &'static str {
        "Denne nettleseren husker ikke merkene. Lagre unntakene før du lukker siden."
    }

    fn label_saved_head(&self) -> &'static str {
        "Unntak fra rapportkontrollen. Linjene hører hjemme i dekom-lint.toml ved siden av rapporten."
    }
}
