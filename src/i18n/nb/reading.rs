//! In bokmål: why a file is no report that can be checked, and what to do.

use super::Nb;
use crate::i18n::catalogue::Reading;
use std::fmt::Display;

impl Reading for Nb {
    fn empty(&self) -> &'static str {
        "Filen er tom. Eksporter rapporten på nytt, eller last den ned en gang til."
    }

    fn unknown_format(&self) -> &'static str {
        "Filen er verken en PDF eller en tekstfil. Oppgi PDF-en som portalen eksporterte."
    }

    fn truncated(&self) -> &'static str {
        "PDF-en slutter før den er ferdig; nedlastingen ble trolig avbrutt. Last den ned på nytt."
    }

    fn broken(&self) -> &'static str {
        "PDF-en er skadet og kan ikke leses. Eksporter rapporten på nytt."
    }

    fn encrypted(&self) -> &'static str {
        "PDF-en er kryptert. Oppgi passordet med --password eller DEKOM_LINT_PASSWORD, eller lagre den uten passord."
    }

    fn wrong_password(&self) -> &'static str {
        "PDF-en er kryptert, og passordet stemmer ikke. Kontroller passordet, eller lagre PDF-en uten passord."
    }

    fn of_pages(&self, count: usize) -> String {
        if count == 1 {
            format!("{count} side")
        } else {
            format!("{count} sider")
        }
    }

    fn no_text_layer(&self, pages: &dyn Display) -> String {
        format!(
            "PDF-en har ingen tekst ({pages} med bilder); den er trolig skannet. Bruk PDF-en som portalen eksporterte."
        )
    }

    fn recognised(&self, pages: &dyn Display) -> String {
        format!(
            "PDF-en er skannet ({pages}): teksten er gjettet fra bilder (OCR) og kan ikke kontrolleres. Bruk PDF-en som portalen eksporterte."
        )
    }

    fn sheets(&self, pages: usize) -> String {
        let pages = if pages == 4 { "fire" } else { "to" };
        format!(
            "Filen har {pages} sider på hvert ark, og da kan ikke tekst som står ved siden av hverandre, holdes fra hverandre. Skriv ut eller lagre med én side per ark, eller bruk PDF-en som portalen eksporterte."
        )
    }

    fn columns(&self, page: &dyn Display) -> String {
        format!(
            "Teksten står i to spalter ved siden av hverandre fra side {page}, og da kan ikke linjene holdes fra hverandre. Skriv ut eller lagre uten spalter og med én side per ark, eller bruk PDF-en som portalen eksporterte."
        )
    }

    fn unparted(&self) -> &'static str {
        "Teksten kan ikke deles i spørsmål og svar: linjer som skiller dem, mangler, eller sidene står i hverandre. Bruk PDF-en som portalen eksporterte."
    }

    fn several_reports(&self, pages: &dyn Display) -> String {
        format!(
            "Filen er flere rapporter etter hverandre: en ny begynner på side {pages}. De kan ikke kontrolleres sammen. Del filen, og kontroller én rapport om gangen."
        )
    }

    fn layout_unknown(
        &self,
        misread: &dyn Display,
        questions: &dyn Display,
        first: &dyn Display,
    ) -> String {
        format!(
            "Layouten er ikke forstått: under {misread} av {questions} spørsmål blir ikke svarene og «Ikke angitt» til sammen alle innsendingene, først under «{first}». Ingenting er kontrollert. Bruk PDF-en som portalen eksporterte, eller meld fra til den som vedlikeholder programmet."
        )
    }

    fn lost_letters(&self) -> &'static str {
        "Teksten har mistet æ, ø og å: et program har skrevet «?» i stedet, og da kan ikke navn og svar kjennes igjen. Lagre teksten som UTF-8, eller bruk PDF-en som portalen eksporterte."
    }

    fn web_page(&self) -> &'static str {
        "Filen er en nettside (HTML), ikke en PDF. Kanskje er det innloggingen som ble lagret: logg inn i portalen, eksporter «Intern rapport» som PDF, og kontroller den filen."
    }

    fn not_a_report(&self, pages: &dyn Display) -> String {
        format!(
            "Filen ({pages}) ser ikke ut som en rapport fra portalen: ingen spørsmål med «(N Svar)» ble funnet. Eksporter «Intern rapport» fra portalen som PDF, og kontroller den filen."
        )
    }

    fn limit(&self, what: &dyn Display, found: &dyn Display, limit: &dyn Display) -> String {
        format!(
            "Filen er større enn dekom-lint leser: {what} {found}, grensen er {limit}. Del rapporten, eller kontroller at det er riktig fil."
        )
    }

    fn limited(&self, what: &str) -> String {
        match what {
            "bytes" => "byte",
            "pages" => "sider",
            "glyphs" => "tegn",
            "boxes" => "fylte flater",
            "unpacked bytes" => "utpakkede byte",
            "unpacked bytes of a stream" => "utpakkede byte i én strøm",
            other => other,
        }
        .to_owned()
    }

    fn widths(&self, page: &dyn Display, limit: &dyn Display) -> String {
        format!(
            "Skriftene på side {page} oppgir bredden av mer enn {limit} tegn, og så mange har ingen skrift. Filen er trolig skadet: eksporter rapporten på nytt."
        )
    }

    fn failed(&self, what: &dyn Display) -> String {
        format!(
            "Filen kunne ikke leses: {what}. Eksporter rapporten på nytt; gjentar det seg, er filen trolig skadet."
        )
    }

    fn deadline(&self, seconds: &dyn Display) -> String {
        format!("lesingen tok mer enn {seconds} sekunder og ble avbrutt")
    }

    fn memory(&self, megabytes: &dyn Display) -> String {
        format!("lesingen krevde mer enn {megabytes} MB minne og ble avbrutt")
    }

    fn depth(&self) -> &'static str {
        "innholdet er nøstet dypere enn det kan følges"
    }

    fn pages_lost(&self, lost: &dyn Display, pages: &dyn Display, why: &dyn Display) -> String {
        format!("{lost} av {pages} sider kunne ikke leses ut ({why})")
    }

    fn panic(&self) -> &'static str {
        "leseren møtte noe den ikke er laget for"
    }

    fn ended(&self, how: &dyn Display) -> String {
        format!("leseprosessen sluttet uventet ({how})")
    }

    fn not_started(&self, why: &dyn Display) -> String {
        format!("leseprosessen kunne ikke startes ({why}); --no-isolation leser uten den")
    }

    fn content_damaged(&self) -> &'static str {
        "innholdet er skadet"
    }

    fn content_missing(&self) -> &'static str {
        "innholdet mangler"
    }

    fn font_damaged(&self) -> &'static str {
        "en skrift mangler eller er skadet"
    }

    fn no_letters(&self) -> &'static str {
        "filen sier ikke hvilke bokstaver teksten består av"
    }

    fn cropped(&self) -> &'static str {
        "de er beskåret midt i teksten"
    }

    fn picture_only(&self) -> &'static str {
        "de er bilder uten tekst"
    }

    fn page_unknown(&self) -> &'static str {
        "de er bygd på en måte som leseren ikke kjenner"
    }

    fn too_many_glyphs(&self, limit: &dyn Display) -> String {
        format!("glyphs > {limit}")
    }

    fn too_many_operations(&self, limit: &dyn Display) -> String {
        format!("operations > {limit}")
    }
}
