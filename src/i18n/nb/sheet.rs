//! In bokmål: the caseworker's sheet.

use super::Nb;
use crate::i18n::catalogue::Sheet;

impl Sheet for Nb {
    fn page(&self) -> &'static str {
        "Side"
    }

    fn printed(&self) -> &'static str {
        "Det står"
    }

    fn contact(&self) -> &'static str {
        "Kontaktperson"
    }

    fn phone(&self) -> &'static str {
        "Telefon"
    }

    fn email(&self) -> &'static str {
        "E-post"
    }

    fn respondent(&self) -> &'static str {
        "Respondent"
    }

    fn group(&self) -> &'static str {
        "Gruppe"
    }

    fn severity(&self) -> &'static str {
        "Alvor"
    }

    fn number(&self) -> &'static str {
        "Nr."
    }

    fn question(&self) -> &'static str {
        "Spørsmål"
    }

    fn expected(&self) -> &'static str {
        "Ventet"
    }

    fn finding(&self) -> &'static str {
        "Hva som er funnet"
    }

    fn ask(&self) -> &'static str {
        "Hva vi spør om"
    }

    fn answer(&self) -> &'static str {
        "Svar"
    }

    fn rule(&self) -> &'static str {
        "Regel"
    }

    fn file(&self) -> &'static str {
        "Fil"
    }

    fn id(&self) -> &'static str {
        "Id"
    }
}
