//! In nynorsk: why a file is no report that can be checked, and what to do.

use super::Nn;
use crate::i18n::catalogue::Reading;
use std::fmt::Display;

impl Reading for Nn {
    fn empty(&self) -> &'static str {
        "Fila er tom. Eksporter rapporten på nytt, eller last han ned ein gong til."
    }

    fn unknown_format(&self) -> &'static str {
        "Fila er korkje ein PDF eller ei tekstfil. Oppgje PDF-en som portalen eksporterte."
    }

    fn truncated(&self) -> &'static str {
        "PDF-en sluttar før han er ferdig; nedlastinga vart truleg avbroten. Last han ned på nytt."
    }

    fn broken(&self) -> &'static str {
        "PDF-en er skadd og kan ikkje lesast. Eksporter rapporten på nytt."
    }

    fn encrypted(&self) -> &'static str {
        "PDF-en er kryptert. Oppgje passordet med --password eller DEKOM_LINT_PASSWORD, eller lagre han utan passord."
    }

    fn wrong_password(&self) -> &'static str {
        "PDF-en er kryptert, og passordet stemmer ikkje. Kontroller passordet, eller lagre PDF-en utan passord."
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
            "PDF-en har ingen tekst ({pages} med bilete); han er truleg skanna. Bruk PDF-en som portalen eksporterte."
        )
    }

    fn recognised(&self, pages: &dyn Display) -> String {
        format!(
            "PDF-en er skanna ({pages}): teksten er gjetta ut frå bilete (OCR) og kan ikkje kontrollerast. Bruk PDF-en som portalen eksporterte."
        )
    }

    fn sheets(&self, pages: usize) -> String {
        let pages = if pages == 4 { "fire" } else { "to" };
        format!(
            "Fila har {pages} sider på kvart ark, og då kan ikkje tekst som står ved sida av kvarandre, haldast frå kvarandre. Skriv ut eller lagre med éi side per ark, eller bruk PDF-en som portalen eksporterte."
        )
    }

    fn columns(&self, page: &dyn Display) -> String {
        format!(
            "Teksten står i to spalter ved sida av kvarandre frå side {page}, og då kan ikkje linjene haldast frå kvarandre. Skriv ut eller lagre utan spalter og med éi side per ark, eller bruk PDF-en som portalen eksporterte."
        )
    }

    fn unparted(&self) -> &'static str {
        "Teksten kan ikkje delast i spørsmål og svar: linjer som skil dei, manglar, eller sidene står i kvarandre. Bruk PDF-en som portalen eksporterte."
    }

    fn several_reports(&self, pages: &dyn Display) -> String {
        format!(
            "Fila er fleire rapportar etter kvarandre: ein ny begynner på side {pages}. Dei kan ikkje kontrollerast saman. Del fila, og kontroller éin rapport om gongen."
        )
    }

    fn layout_unknown(
        &self,
        misread: &dyn Display,
        questions: &dyn Display,
        first: &dyn Display,
    ) -> String {
        format!(
            "Layouten er ikkje forstått: under {misread} av {questions} spørsmål blir ikkje svara og «Ikke angitt» til saman alle innsendingane, først under «{first}». Ingenting er kontrollert. Bruk PDF-en som portalen eksporterte, eller meld frå til den som held programmet ved like."
        )
    }

    fn lost_letters(&self) -> &'static str {
        "Teksten har mista æ, ø og å: eit program har skrive «?» i staden, og då kan ikkje namn og svar kjennast att. Lagre teksten som UTF-8, eller bruk PDF-en som portalen eksporterte."
    }

    fn web_page(&self) -> &'static str {
        "Fila er ei nettside (HTML), ikkje ein PDF. Kanskje er det innlogginga som vart lagra: logg inn i portalen, eksporter «Intern rapport» som PDF, og kontroller den fila."
    }

    fn not_a_report(&self, pages: &dyn Display) -> String {
        format!(
            "Fila ({pages}) ser ikkje ut som ein rapport frå portalen: ingen spørsmål med «(N Svar)» vart funne. Eksporter «Intern rapport» frå portalen som PDF, og kontroller den fila."
        )
    }

    fn limit(&self, what: &dyn Display, found: &dyn Display, limit: &dyn Display) -> String {
        format!(
            "Fila er større enn dekom-lint les: {what} {found}, grensa er {limit}. Del rapporten, eller kontroller at det er rett fil."
        )
    }

    fn limited(&self, what: &str) -> String {
        match what {
            "bytes" => "byte",
            "pages" => "sider",
            "glyphs" => "teikn",
            "boxes" => "fylte flater",
            "unpacked bytes" => "utpakka byte",
            "unpacked bytes of a stream" => "utpakka byte i éin straum",
            other => other,
        }
        .to_owned()
    }

    fn widths(&self, page: &dyn Display, limit: &dyn Display) -> String {
        format!(
            "Skriftene på side {page} oppgjev breidda av meir enn {limit} teikn, og så mange har inga skrift. Fila er truleg skadd: eksporter rapporten på nytt."
        )
    }

    fn failed(&self, what: &dyn Display) -> String {
        format!(
            "Fila kunne ikkje lesast: {what}. Eksporter rapporten på nytt; hender det igjen, er fila truleg skadd."
        )
    }

    fn deadline(&self, seconds: &dyn Display) -> String {
        format!("lesinga tok meir enn {seconds} sekund og vart avbroten")
    }

    fn memory(&self, megabytes: &dyn Display) -> String {
        format!("lesinga kravde meir enn {megabytes} MB minne og vart avbroten")
    }

    fn depth(&self) -> &'static str {
        "innhaldet er nøsta djupare enn det kan følgjast"
    }

    fn pages_lost(&self, lost: &dyn Display, pages: &dyn Display, why: &dyn Display) -> String {
        format!("{lost} av {pages} sider kunne ikkje lesast ut ({why})")
    }

    fn panic(&self) -> &'static str {
        "lesaren møtte noko han ikkje er laga for"
    }

    fn ended(&self, how: &dyn Display) -> String {
        format!("leseprosessen slutta uventa ({how})")
    }

    fn not_started(&self, why: &dyn Display) -> String {
        format!("leseprosessen kunne ikkje startast ({why}); --no-isolation les utan han")
    }

    fn content_damaged(&self) -> &'static str {
        "innhaldet er skadd"
    }

    fn content_missing(&self) -> &'static str {
        "innhaldet manglar"
    }

    fn font_damaged(&self) -> &'static str {
        "ei skrift manglar eller er skadd"
    }

    fn no_letters(&self) -> &'static str {
        "fila seier ikkje kva bokstavar teksten er sett saman av"
    }

    fn cropped(&self) -> &'static str {
        "dei er beskorne midt i teksten"
    }

    fn picture_only(&self) -> &'static str {
        "dei er bilete utan tekst"
    }

    fn page_unknown(&self) -> &'static str {
        "dei er bygde på ein måte som lesaren ikkje kjenner"
    }

    fn too_many_glyphs(&self, limit: &dyn Display) -> String {
        format!("glyphs > {limit}")
    }

    fn too_many_operations(&self, limit: &dyn Display) -> String {
        format!("operations > {limit}")
    }
}
