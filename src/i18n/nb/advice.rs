//! In bokmål: what to do about mistakes in rule files.

use super::Nb;
use crate::i18n::catalogue::Advice;
use std::fmt::Display;

impl Advice for Nb {
    fn did_you_mean(&self, name: &dyn Display) -> String {
        format!("mente du `{name}`?")
    }

    fn there_is(&self, names: &dyn Display) -> String {
        format!("det finnes {names}")
    }

    fn there_is_and_more(&self, names: &dyn Display, more: &dyn Display) -> String {
        format!("det finnes {names} og {more} til")
    }

    fn for_example(&self, example: &dyn Display) -> String {
        format!("for eksempel: {example}")
    }

    fn choose_another_name(&self) -> &'static str {
        "velg et annet navn"
    }

    fn call_with_brackets(&self, name: &dyn Display) -> String {
        format!("funksjoner kalles med parenteser: `{name}()`")
    }

    fn compare_it(&self) -> &'static str {
        "sammenlign det med noe, for eksempel med `==` eller `!= null`"
    }

    fn point_at_printed(&self) -> &'static str {
        "pek på en trykt verdi, slik som `q.title` eller `q.stats.sum`"
    }

    fn take_field_or_join(&self) -> &'static str {
        "ta et felt av det, eller sett sammen en liste med `join`"
    }

    fn take_field_or_map(&self) -> &'static str {
        "ta et felt av det, eller gjør en liste om til tekster eller tall med `map`"
    }

    fn test_for_null(&self, path: &dyn Display) -> String {
        format!("sett `{path} != null` foran, i `where` eller med `&&`")
    }

    fn name_and_test(&self) -> &'static str {
        "gi det et navn med `let` og prøv det mot null, eller bruk `orZero` eller `orElse`"
    }

    fn leave_nulls_out(&self) -> &'static str {
        "bruk `map` med `orZero(…)`, eller utelat dem som er null: `list.map(x, x.value != null, x.value)`"
    }

    fn add_question(&self) -> &'static str {
        "legg til et [[pack.question]] med denne nøkkelen"
    }

    fn write_day(&self) -> &'static str {
        "skriv dag, måned og år: dato('3.9.2025')"
    }

    fn escape_pattern(&self) -> &'static str {
        "en parentes eller et punktum som er ment som seg selv, har en omvendt skråstrek foran: r'\\('"
    }

    fn end_text(&self, quote: &dyn Display) -> String {
        format!("avslutt den med {quote}; en {quote} inni den skrives \\{quote}")
    }

    fn double_backslash(&self, sign: &dyn Display) -> String {
        format!("en omvendt skråstrek skrives \\\\, så et mønster har \\\\{sign}; eller skriv r'…'")
    }

    fn compare_with(&self) -> &'static str {
        "sammenlign med `==`"
    }

    fn join_conditions(&self) -> &'static str {
        "forén vilkår med `&&`"
    }

    fn join_alternatives(&self) -> &'static str {
        "forén alternativer med `||`"
    }

    fn quote_value(&self) -> &'static str {
        "sett teksten mellom anførselstegn: severity = \"warning\""
    }

    fn other_quotes(&self) -> &'static str {
        "inni \"…\" skrives tekster med ': assert = \"a.group == 'Kommune'\"; hver nøkkel står på sin egen linje"
    }

    fn quote_texts(&self) -> &'static str {
        "skriv tekster mellom ' eller \""
    }

    fn write_binding(&self) -> &'static str {
        "skriv `navn in liste`, f.eks. `q in report.questions`"
    }

    fn double_open_brace(&self) -> &'static str {
        "en klamme som er ment som seg selv, skrives to ganger: {{"
    }

    fn double_close_brace(&self) -> &'static str {
        "en klamme som er ment som seg selv, skrives to ganger: }}"
    }

    fn bokmal_stands_in(&self) -> &'static str {
        "bokmål brukes for språkene som er utelatt"
    }

    fn what_holds(&self) -> &'static str {
        "det som skal stemme; ellers er det et funn"
    }

    fn printed_at_fault(&self) -> &'static str {
        "den trykte verdien som er gal: \"q.stats.sum\""
    }

    fn printed_value(&self) -> &'static str {
        "den trykte verdien: \"a.value\""
    }

    fn what_is_wrong(&self) -> &'static str {
        "hva som er galt: message.nb = \"…\""
    }

    fn what_is_asked(&self) -> &'static str {
        "spørsmålet til respondenten: ask.nb = \"…\""
    }

    fn who_is_asked(&self) -> &'static str {
        "hvem som blir spurt: each = \"a in hits\""
    }

    fn hidden_in(&self) -> &'static str {
        "hva en feil kan skjules i: hides_in.nb = \"summen\""
    }

    fn how_much_hidden(&self) -> &'static str {
        "hvor mye avrundingen skjuler: hides = \"hidden(values.sum(), values.size())\""
    }

    fn severities(&self) -> &'static str {
        "error (feil), warning (advarsel) eller note (merknad)"
    }

    fn common_scope(&self) -> &'static str {
        "det et funn og årsaken har felles: \"b\""
    }

    fn name_after_defect(&self) -> &'static str {
        "gi den navn etter feilen: id = \"sum-mismatch\""
    }

    fn give_part(&self) -> &'static str {
        "gi den en annen id, eller, hvis den er en annen del av regelen, en egen `part`"
    }

    fn rename_or_replace(&self) -> &'static str {
        "gi den et annet navn, eller si at den står for den andre der pakken gjelder: replaces = true"
    }

    fn use_hyphens(&self) -> &'static str {
        "bruk små bokstaver, sifre og bindestreker: sum-mismatch"
    }

    fn short_name(&self) -> &'static str {
        "gi den et kort navn med små bokstaver: name = \"dekom\""
    }

    fn title_or_options(&self) -> &'static str {
        "et regulært uttrykk for tittelen, eller `options`: flere for svaralternativene"
    }

    fn called_by_key(&self) -> &'static str {
        "regler bruker dette navnet: key = \"duration\""
    }

    fn used_by_name(&self) -> &'static str {
        "regler bruker den ved navn"
    }

    fn with_gives_arguments(&self) -> &'static str {
        "`with` gir argumentene til en mal"
    }

    fn give_in_with(&self) -> &'static str {
        "gi den i `with`"
    }

    fn give_report(&self) -> &'static str {
        "gi rapportens tekst, eller den innebygde som den er en endring av: base = \"survey\""
    }

    fn answer_of(&self) -> &'static str {
        "gå gjennom svar (a in q.answers) eller respondenter (r in report.respondents)"
    }

    fn give_kind(&self) -> &'static str {
        "skriv kind under [[pack.question]]: text, integer, single_choice, multiple_choice eller places"
    }

    fn add_table(&self) -> &'static str {
        "beskriv tabellen under [pack.tables.NAVN]"
    }

    fn beside_pack(&self) -> &'static str {
        "filen skal ligge ved siden av regelfilen"
    }

    fn table_files(&self) -> &'static str {
        "en tabell er en fil som slutter på .csv, .xlsx eller .toml"
    }

    fn toml_rows(&self) -> &'static str {
        "skriv hver rad som [[row]]"
    }

    fn save_as_utf8(&self) -> &'static str {
        "lagre filen på nytt som UTF-8 (i Excel: «CSV UTF-8»; i Notisblokk: Koding: UTF-8)"
    }

    fn update_program(&self) -> &'static str {
        "bruk en nyere utgave av dekom-lint"
    }

    fn when_and_severity(&self) -> &'static str {
        "for eksempel { when = \"a.value > 1000\", severity = \"error\" }"
    }

    fn key_of_question(&self) -> &'static str {
        "skriv nøkkelen til et spørsmål under [[pack.question]]"
    }

    fn give_limit(&self) -> &'static str {
        "gi en grense med at_least eller at_most"
    }

    fn give_period(&self) -> &'static str {
        "gi perioden med from og to: from = \"1.8.2024\""
    }

    fn heading_of_column(&self) -> &'static str {
        "skriv overskriften på kolonnen i tabellen"
    }

    fn pattern_or_format(&self) -> &'static str {
        "gi et mønster (pattern) eller en form (format)"
    }

    fn write_instead(&self, write: &dyn Display) -> String {
        format!("skriv {write}")
    }

    fn percent_as(&self, number: &dyn Display) -> String {
        format!("skriv {number} / 100, eller regn i prosent: 100 * del / hele >= {number}")
    }

    fn of_each(&self, field: &dyn Display) -> String {
        format!("en liste har ingen felt; feltet til hvert ledd er .map(x, x.{field})")
    }

    fn literal_text(&self, sign: &dyn Display) -> String {
        format!(
            "skriv mønsteret i enkle anførselstegn ('\\{sign}'), eller doble skråstreken: i et uttrykk \\\\\\\\{sign}"
        )
    }

    fn thousands_or_decimals(&self) -> &'static str {
        "tegnet kan dele tusener eller desimaler: skriv 300000 eller 300 000 for tre hundre tusen, og 300,0 for tre hundre"
    }
}
