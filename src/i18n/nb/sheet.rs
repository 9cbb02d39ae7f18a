//! In bokmål: the caseworker's sheet.

use super::Nb;
use crate::i18n::catalogue::Sheet;

impl Sheet for Nb {
    fn asks(&self) -> &'static str {
        "Oppfølging"
    }

    fn people(&self) -> &'static str {
        "Respondenter"
    }

    fn all(&self) -> &'static str {
        "Alle funn"
    }

    fn respondent(&self) -> &'static str {
        "Respondent"
    }

    fn group(&self) -> &'static str {
        "Gruppe"
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

    fn asked(&self) -> &'static str {
        "Spørsmål i alt"
    }

    fn open(&self) -> &'static str {
        "Ikke avklart"
    }

    fn letter(&self) -> &'static str {
        "Brev"
    }

    fn question(&self) -> &'static str {
        "Spørsmål"
    }

    fn page(&self) -> &'static str {
        "Side"
    }

    fn printed(&self) -> &'static str {
        "Det står"
    }

    fn expected(&self) -> &'static str {
        "Ventet"
    }

    fn finding(&self) -> &'static str {
        "Funn"
    }

    fn ask(&self) -> &'static str {
        "Vi spør"
    }

    fn status(&self) -> &'static str {
        "Status"
    }

    fn answer(&self) -> &'static str {
        "Svar"
    }

    fn note(&self) -> &'static str {
        "Merknad"
    }

    fn change(&self) -> &'static str {
        "Endring"
    }

    fn severity(&self) -> &'static str {
        "Alvor"
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

    fn not_sent(&self) -> &'static str {
        "Ikke sendt"
    }

    fn sent(&self) -> &'static str {
        "Sendt"
    }

    fn answered(&self) -> &'static str {
        "Besvart"
    }

    fn settled(&self) -> &'static str {
        "Avklart"
    }

    fn no_problem(&self) -> &'static str {
        "Ikke et problem"
    }

    fn to_do(&self) -> &'static str {
        "Ikke sett på"
    }

    fn see_asks(&self) -> &'static str {
        "Se Oppfølging"
    }

    fn came_in(&self) -> &'static str {
        "Ny"
    }

    fn mended(&self) -> &'static str {
        "Rettet"
    }

    fn unchecked(&self) -> &'static str {
        "Ikke kontrollert"
    }
}
