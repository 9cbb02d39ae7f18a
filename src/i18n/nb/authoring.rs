//! In bokmål: what is said to those who write rules.

use super::Nb;
use crate::i18n::agree;
use crate::i18n::catalogue::Authoring;
use std::fmt::Display;

impl Authoring for Nb {
    fn one_rule_checked(&self) -> &'static str {
        "1 regel er kontrollert, og den har ingen feil."
    }

    fn rules_checked(&self, count: &dyn Display) -> String {
        format!("{count} regler er kontrollert, og ingen har feil.")
    }

    fn no_rules(&self, path: &dyn Display) -> String {
        format!("det er ingen regler i {path}")
    }

    fn no_rules_in_folder(&self) -> &'static str {
        "regler leses fra filene i mappen som slutter på .toml"
    }

    fn no_rules_in_file(&self) -> &'static str {
        "en regel begynner med [[rule]]; dekom-lint rules new RAPPORT skriver en pakke å begynne med"
    }

    fn validated(&self, count: usize) -> &'static str {
        agree(count, "stemmer", "stemmer")
    }

    fn reported(&self, count: usize) -> &'static str {
        agree(count, "meldt", "meldt")
    }

    fn noisy(&self, count: usize) -> &'static str {
        agree(count, "falsk alarm", "falske alarmer")
    }

    fn not_found(&self, count: usize) -> &'static str {
        agree(count, "ikke meldt", "ikke meldt")
    }

    fn vacuous(&self, count: usize) -> &'static str {
        agree(count, "innholdsløs", "innholdsløse")
    }

    fn vacuous_needs(&self) -> &'static str {
        "innholdsløs: det regelen trenger (needs), finnes ikke i eksempelet"
    }

    fn vacuous_where(&self) -> &'static str {
        "innholdsløs: ingenting i eksempelet er slikt som regelen ser på (for, where)"
    }

    fn no_cases(&self, rules: &dyn Display) -> String {
        format!(
            "Ingen eksempler å prøve: skriv [[rule.good]] og [[rule.bad]] under reglene ({rules})."
        )
    }

    fn case_expected(&self, primary: &dyn Display, message: &dyn Display) -> String {
        format!("ventet: «{primary}» {message}")
    }

    fn case_found(&self, what: &dyn Display) -> String {
        format!("funnet: {what}")
    }

    fn cases_amended(&self, count: usize, file: &dyn Display) -> String {
        let cases = if count == 1 {
            "eksempel er"
        } else {
            "eksempler er"
        };
        format!("{count} {cases} skrevet om i {file}. Les endringene før du tar vare på dem.")
    }

    fn without_cases(&self, rules: &dyn Display) -> String {
        format!("Uten eksempler: {rules}")
    }

    fn what(&self) -> &'static str {
        "Hva"
    }

    fn why(&self) -> &'static str {
        "Hvorfor"
    }

    fn what_to_do(&self) -> &'static str {
        "Dette gjør du"
    }

    fn may_follow_from(&self) -> &'static str {
        "Kan være en følge av"
    }

    fn example(&self) -> &'static str {
        "Eksempel"
    }

    fn how_written(&self) -> &'static str {
        "Slik er den skrevet"
    }

    fn rounding(&self) -> &'static str {
        "Avrunding"
    }

    fn rounded(&self, of: &dyn Display) -> String {
        format!(
            "Tallet er avrundet, så en liten feil i {of} vises ikke. --coverage viser hvor stor den kan være i en rapport."
        )
    }

    fn rounding_hides_nothing(&self) -> &'static str {
        "I eksempelet skjuler avrundingen ingenting."
    }

    fn rounding_hides(&self, most: &dyn Display) -> String {
        format!("I eksempelet: inntil {most}.")
    }

    fn column_rule(&self) -> &'static str {
        "regel"
    }

    fn column_severity(&self) -> &'static str {
        "alvor"
    }

    fn column_pack(&self) -> &'static str {
        "pakke"
    }

    fn column_finds(&self) -> &'static str {
        "finner"
    }

    fn share(&self, part: &dyn Display, whole: &dyn Display, percent: &dyn Display) -> String {
        format!("{part} av {whole} ({percent} %)")
    }

    fn unnoticed(
        &self,
        explained: &dyn Display,
        blind: &dyn Display,
        spots: &dyn Display,
    ) -> String {
        format!("{explained} kan ikke merkes, {blind} {spots}")
    }

    fn blind_spot(&self, count: usize) -> &'static str {
        agree(count, "blindsone", "blindsoner")
    }

    fn front_and_overview(&self) -> &'static str {
        "Forside og oversikt"
    }

    fn noticed(&self) -> &'static str {
        "merket"
    }

    fn change(&self) -> &'static str {
        "endring"
    }

    fn has_noticed(&self) -> &'static str {
        "har merket"
    }

    fn cannot_be_noticed(&self) -> &'static str {
        "kan ikke merkes"
    }

    fn how_many(&self) -> &'static str {
        "antall"
    }

    fn figures(&self) -> &'static str {
        "Tall"
    }

    fn everything(&self) -> &'static str {
        "Alt"
    }

    fn printed_once(&self) -> &'static str {
        "står ett sted, uten noe å sammenligne med"
    }

    fn mends_fault(&self) -> &'static str {
        "retter en feil som rapporten har fra før"
    }

    fn not_whole(&self) -> &'static str {
        "det som hører til, er ikke lest i sin helhet"
    }

    fn looks_unread(&self) -> &'static str {
        "ser ut som noe som ikke er lest, og som derfor ikke dømmes"
    }

    fn shown(&self) -> &'static str {
        "viste svar"
    }

    fn total(&self) -> &'static str {
        "svar i alt"
    }

    fn filter_count(&self) -> &'static str {
        "antall i filteret"
    }

    fn overview_count(&self) -> &'static str {
        "antall i oversikten"
    }

    fn respondent_dropped(&self) -> &'static str {
        "navn tatt ut av oversikten"
    }

    fn svar(&self) -> &'static str {
        "Svar i tallblokken"
    }

    fn mean(&self) -> &'static str {
        "Snitt"
    }

    fn deviation(&self) -> &'static str {
        "Standardavvik"
    }

    fn bar_count(&self) -> &'static str {
        "antall ved søyle"
    }

    fn bar_percent(&self) -> &'static str {
        "prosent ved søyle"
    }

    fn not_stated_removed(&self) -> &'static str {
        "navn tatt ut av «Ikke angitt»"
    }

    fn value(&self) -> &'static str {
        "tallsvar"
    }

    fn choice_removed(&self) -> &'static str {
        "valg fjernet"
    }

    fn choice_added(&self) -> &'static str {
        "valg lagt til"
    }

    fn text_blanked(&self) -> &'static str {
        "tekst fjernet"
    }

    fn own_text_blanked(&self) -> &'static str {
        "eget svar fjernet"
    }

    fn comment_blanked(&self) -> &'static str {
        "kommentar fjernet"
    }

    fn place_removed(&self) -> &'static str {
        "sted fjernet"
    }

    fn starting_pack(&self) -> &'static str {
        "# En pakke å begynne med. Gi den og spørsmålene navn som sier hva de er, merk spørsmålene\n# som alle skal svare på (required = true), og ta i bruk de reglene som passer.\n# `dekom-lint rules check FIL` viser feil, `dekom-lint rules test FIL` prøver eksemplene.\n\n"
    }

    fn unlikely_number(&self) -> &'static str {
        "Et tall som neppe stemmer."
    }

    fn part_of_another(&self) -> &'static str {
        "Et tall som er en del av et annet."
    }

    fn closer_look(&self) -> &'static str {
        "Et svar å se nærmere på."
    }

    fn no_checks(&self) -> &'static str {
        "# Ingen kontroller ([[check]]) i filene."
    }

    fn holds_here(&self) -> &'static str {
        "holder"
    }

    fn found_here(&self) -> &'static str {
        "funn"
    }

    fn not_meant(&self) -> &'static str {
        "gjelder ikke her (where)"
    }

    fn not_judged(&self, why: &dyn Display) -> String {
        format!("kan ikke avgjøres: {why}")
    }

    fn nothing_traced(&self, rule: &dyn Display) -> String {
        format!("{rule} ser ikke på noe slikt sted i rapporten.")
    }

    fn other_survey(&self, rule: &dyn Display) -> String {
        format!("{rule} er i en pakke for en annen undersøkelse; --pack NAVN bruker den likevel.")
    }

    fn places_more(&self, count: &dyn Display) -> String {
        format!("… og {count} steder til; velg med --respondent og --question.")
    }

    fn truth(&self) -> &'static str {
        "sann"
    }

    fn untruth(&self) -> &'static str {
        "usann"
    }

    fn no_value(&self, why: &dyn Display) -> String {
        format!("har ingen verdi: {why}")
    }

    fn why_unread(&self) -> &'static str {
        "et tall eller en tekst er ikke lest med sikkerhet"
    }

    fn why_uncertain_answer(&self) -> &'static str {
        "svaret er ikke lest med sikkerhet"
    }

    fn why_needs(&self) -> &'static str {
        "det regelen trenger (needs), er ikke der"
    }

    fn why_no_question(&self) -> &'static str {
        "rapporten har ikke spørsmålet"
    }

    fn why_no_answer(&self) -> &'static str {
        "respondenten har ikke svart på spørsmålet"
    }

    fn why_ambiguous(&self) -> &'static str {
        "flere svar kan være ment: to innsendinger under ett navn, eller to spørsmål med samme nøkkel"
    }

    fn why_no_previous(&self) -> &'static str {
        "fjorårets rapport er ikke gitt (--previous)"
    }

    fn why_no_table(&self) -> &'static str {
        "tabellen er ikke gitt (--table)"
    }

    fn why_no_item(&self) -> &'static str {
        "listen har ikke så mange ledd"
    }

    fn why_undefined(&self) -> &'static str {
        "deling på null, eller et tall uten grense"
    }

    fn why_not_printed(&self) -> &'static str {
        "stedet som skulle vises, er ikke skrevet ut i rapporten"
    }

    fn deprecated(&self) -> &'static str {
        "Skal bort"
    }

    fn tags(&self) -> &'static str {
        "Merket"
    }

    fn more(&self) -> &'static str {
        "Mer"
    }

    fn fits(&self) -> &'static str {
        "Alle nøkler, mønstre og regler passer til rapporten."
    }

    fn other_pack(&self, pack: &dyn Display) -> String {
        format!("pakken {pack} er for en annen undersøkelse (applies_to passer ikke)")
    }

    fn key_of_none(&self, key: &dyn Display) -> String {
        format!("ingen spørsmål har nøkkelen {key}")
    }

    fn nearest_title(&self, title: &dyn Display) -> String {
        format!("; nærmest er «{title}»")
    }

    fn key_of_several(&self, key: &dyn Display, titles: &dyn Display) -> String {
        format!("flere spørsmål har nøkkelen {key}: {titles}")
    }

    fn no_option(&self, key: &dyn Display, pattern: &dyn Display, options: &dyn Display) -> String {
        format!("mønsteret «{pattern}» passer ikke til noe svaralternativ i {key}: {options}")
    }

    fn no_text(&self, rule: &dyn Display, pattern: &dyn Display) -> String {
        format!("{rule}: mønsteret «{pattern}» passer ikke til noe i rapporten")
    }

    fn never_applies(&self, rule: &dyn Display) -> String {
        format!("{rule}: regelen ser ikke på noe i rapporten (rules trace viser hvorfor)")
    }

    fn never_judges(&self, rule: &dyn Display, why: &dyn Display) -> String {
        format!("{rule}: regelen kan ikke avgjøre noe sted: {why}")
    }

    fn finds_most(&self, rule: &dyn Display, found: &dyn Display, places: &dyn Display) -> String {
        format!("{rule}: {found} funn på {places} steder: treffer mønsteret for mye?")
    }

    fn short_text(&self) -> &'static str {
        "En tekst som er for kort til å si noe."
    }

    fn noticed_nothing(&self, rules: &dyn Display) -> String {
        format!("Regler som ikke merket noe: {rules}")
    }

    fn column_time(&self) -> &'static str {
        "tid"
    }

    fn column_places(&self) -> &'static str {
        "steder"
    }

    fn column_unjudged(&self) -> &'static str {
        "ikke avgjort"
    }

    fn column_found(&self) -> &'static str {
        "funn"
    }
}
