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
        "Sider mangler. Det som kunne kontrolleres, er kontrollert."
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
}
