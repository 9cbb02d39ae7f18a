//! In nynorsk: what is said to those who write rules.

use super::Nn;
use crate::i18n::agree;
use crate::i18n::catalogue::Authoring;
use std::fmt::Display;

impl Authoring for Nn {
    fn one_rule_checked(&self) -> &'static str {
        "1 regel er kontrollert, og han har ingen feil."
    }

    fn rules_checked(&self, count: &dyn Display) -> String {
        format!("{count} reglar er kontrollerte, og ingen har feil.")
    }

    fn no_rules(&self, path: &dyn Display) -> String {
        format!("det er ingen reglar i {path}")
    }

    fn no_rules_in_folder(&self) -> &'static str {
        "reglar blir lesne frå filene i mappa som sluttar på .toml"
    }

    fn no_rules_in_file(&self) -> &'static str {
        "ein regel byrjar med [[rule]]; dekom-lint rules new RAPPORT skriv ei pakke å byrje med"
    }

    fn validated(&self, count: usize) -> &'static str {
        agree(count, "stemmer", "stemmer")
    }

    fn reported(&self, count: usize) -> &'static str {
        agree(count, "meldt", "melde")
    }

    fn noisy(&self, count: usize) -> &'static str {
        agree(count, "falsk alarm", "falske alarmar")
    }

    fn not_found(&self, count: usize) -> &'static str {
        agree(count, "ikkje meldt", "ikkje melde")
    }

    fn vacuous(&self, count: usize) -> &'static str {
        agree(count, "innhaldslaus", "innhaldslause")
    }

    fn vacuous_needs(&self) -> &'static str {
        "innhaldslaus: det regelen treng (needs), finst ikkje i dømet"
    }

    fn vacuous_where(&self) -> &'static str {
        "innhaldslaus: ingenting i dømet er slikt som regelen ser på (for, where)"
    }

    fn no_cases(&self, rules: &dyn Display) -> String {
        format!("Ingen døme å prøve: skriv [[rule.good]] og [[rule.bad]] under reglane ({rules}).")
    }

    fn case_expected(&self, primary: &dyn Display, message: &dyn Display) -> String {
        format!("venta: «{primary}» {message}")
    }

    fn case_found(&self, what: &dyn Display) -> String {
        format!("funne: {what}")
    }

    fn cases_amended(&self, count: usize, file: &dyn Display) -> String {
        let cases = if count == 1 {
            "døme er skrive"
        } else {
            "døme er skrivne"
        };
        format!("{count} {cases} om i {file}. Les endringane før du tek vare på dei.")
    }

    fn without_cases(&self, rules: &dyn Display) -> String {
        format!("Utan døme: {rules}")
    }

    fn what(&self) -> &'static str {
        "Kva"
    }

    fn why(&self) -> &'static str {
        "Kvifor"
    }

    fn what_to_do(&self) -> &'static str {
        "Dette gjer du"
    }

    fn may_follow_from(&self) -> &'static str {
        "Kan vere ei følgje av"
    }

    fn example(&self) -> &'static str {
        "Døme"
    }

    fn how_written(&self) -> &'static str {
        "Slik er han skriven"
    }

    fn rounding(&self) -> &'static str {
        "Avrunding"
    }

    fn rounded(&self, of: &dyn Display) -> String {
        format!(
            "Talet er avrunda, så ein liten feil i {of} viser ikkje. --coverage viser kor stor han kan vere i ein rapport."
        )
    }

    fn rounding_hides_nothing(&self) -> &'static str {
        "I dømet skjuler avrundinga ingenting."
    }

    fn rounding_hides(&self, most: &dyn Display) -> String {
        format!("I dømet: inntil {most}.")
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
        "finn"
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
        format!("{explained} kan ikkje merkast, {blind} {spots}")
    }

    fn blind_spot(&self, count: usize) -> &'static str {
        agree(count, "blindsone", "blindsoner")
    }

    fn front_and_overview(&self) -> &'static str {
        "Framside og oversikt"
    }

    fn noticed(&self) -> &'static str {
        "merka"
    }

    fn change(&self) -> &'static str {
        "endring"
    }

    fn has_noticed(&self) -> &'static str {
        "har merka"
    }

    fn cannot_be_noticed(&self) -> &'static str {
        "kan ikkje merkast"
    }

    fn how_many(&self) -> &'static str {
        "tal"
    }

    fn figures(&self) -> &'static str {
        "Tal"
    }

    fn everything(&self) -> &'static str {
        "Alt"
    }

    fn printed_once(&self) -> &'static str {
        "står éin stad, utan noko å samanlikne med"
    }

    fn mends_fault(&self) -> &'static str {
        "rettar ein feil som rapporten har frå før"
    }

    fn not_whole(&self) -> &'static str {
        "det som høyrer til, er ikkje lese i sin heilskap"
    }

    fn looks_unread(&self) -> &'static str {
        "ser ut som noko som ikkje er lese, og som difor ikkje blir dømt"
    }

    fn shown(&self) -> &'static str {
        "viste svar"
    }

    fn total(&self) -> &'static str {
        "svar i alt"
    }

    fn filter_count(&self) -> &'static str {
        "tal i filteret"
    }

    fn overview_count(&self) -> &'static str {
        "tal i oversikta"
    }

    fn respondent_dropped(&self) -> &'static str {
        "namn teke ut av oversikta"
    }

    fn svar(&self) -> &'static str {
        "Svar i talblokka"
    }

    fn mean(&self) -> &'static str {
        "Snitt"
    }

    fn deviation(&self) -> &'static str {
        "Standardavvik"
    }

    fn bar_count(&self) -> &'static str {
        "tal ved søyle"
    }

    fn bar_percent(&self) -> &'static str {
        "prosent ved søyle"
    }

    fn not_stated_removed(&self) -> &'static str {
        "namn teke ut av «Ikke angitt»"
    }

    fn value(&self) -> &'static str {
        "talsvar"
    }

    fn choice_removed(&self) -> &'static str {
        "val fjerna"
    }

    fn choice_added(&self) -> &'static str {
        "val lagt til"
    }

    fn text_blanked(&self) -> &'static str {
        "tekst fjerna"
    }

    fn own_text_blanked(&self) -> &'static str {
        "eige svar fjerna"
    }

    fn comment_blanked(&self) -> &'static str {
        "kommentar fjerna"
    }

    fn place_removed(&self) -> &'static str {
        "stad fjerna"
    }

    fn starting_pack(&self) -> &'static str {
        "# Ei pakke å byrje med. Gje henne og spørsmåla namn som seier kva dei er, merk spørsmåla\n# som alle skal svare på (required = true), og ta i bruk dei reglane som høver.\n# `dekom-lint rules check FIL` viser feil, `dekom-lint rules test FIL` prøver døma.\n\n"
    }

    fn unlikely_number(&self) -> &'static str {
        "Eit tal som neppe stemmer."
    }

    fn part_of_another(&self) -> &'static str {
        "Eit tal som er ein del av eit anna."
    }

    fn closer_look(&self) -> &'static str {
        "Eit svar å sjå nærare på."
    }

    fn no_checks(&self) -> &'static str {
        "# Ingen kontrollar ([[check]]) i filene."
    }

    fn holds_here(&self) -> &'static str {
        "held"
    }

    fn found_here(&self) -> &'static str {
        "funn"
    }

    fn not_meant(&self) -> &'static str {
        "gjeld ikkje her (where)"
    }

    fn not_judged(&self, why: &dyn Display) -> String {
        format!("kan ikkje avgjerast: {why}")
    }

    fn nothing_traced(&self, rule: &dyn Display) -> String {
        format!("{rule} ser ikkje på nokon slik stad i rapporten.")
    }

    fn other_survey(&self, rule: &dyn Display) -> String {
        format!("{rule} er i ei pakke for ei anna undersøking; --pack NAMN brukar ho likevel.")
    }

    fn places_more(&self, count: &dyn Display) -> String {
        format!("… og {count} stader til; vel med --respondent og --question.")
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
        "eit tal eller ein tekst er ikkje lesen med tryggleik"
    }

    fn why_uncertain_answer(&self) -> &'static str {
        "svaret er ikkje lese med tryggleik"
    }

    fn why_needs(&self) -> &'static str {
        "det regelen treng (needs), er ikkje der"
    }

    fn why_no_question(&self) -> &'static str {
        "rapporten har ikkje spørsmålet"
    }

    fn why_no_answer(&self) -> &'static str {
        "respondenten har ikkje svara på spørsmålet"
    }

    fn why_ambiguous(&self) -> &'static str {
        "fleire svar kan vere meinte: to innsendingar under eitt namn, eller to spørsmål med same nøkkel"
    }

    fn why_no_previous(&self) -> &'static str {
        "rapporten frå i fjor er ikkje gjeven (--previous)"
    }

    fn why_no_table(&self) -> &'static str {
        "tabellen er ikkje gjeven (--table)"
    }

    fn why_no_item(&self) -> &'static str {
        "lista har ikkje så mange ledd"
    }

    fn why_undefined(&self) -> &'static str {
        "deling på null, eller eit tal utan grense"
    }

    fn why_not_printed(&self) -> &'static str {
        "staden som skulle visast, er ikkje skriven ut i rapporten"
    }

    fn deprecated(&self) -> &'static str {
        "Skal bort"
    }

    fn tags(&self) -> &'static str {
        "Merkt"
    }

    fn more(&self) -> &'static str {
        "Meir"
    }

    fn fits(&self) -> &'static str {
        "Alle nøklar, mønster og reglar høver til rapporten."
    }

    fn other_pack(&self, pack: &dyn Display) -> String {
        format!("pakken {pack} er for ei anna undersøking (applies_to høver ikkje)")
    }

    fn key_of_none(&self, key: &dyn Display) -> String {
        format!("ingen spørsmål har nøkkelen {key}")
    }

    fn nearest_title(&self, title: &dyn Display) -> String {
        format!("; nærmast er «{title}»")
    }

    fn key_of_several(&self, key: &dyn Display, titles: &dyn Display) -> String {
        format!("fleire spørsmål har nøkkelen {key}: {titles}")
    }

    fn no_option(&self, key: &dyn Display, pattern: &dyn Display, options: &dyn Display) -> String {
        format!("mønsteret «{pattern}» høver ikkje til noko svaralternativ i {key}: {options}")
    }

    fn no_text(&self, rule: &dyn Display, pattern: &dyn Display) -> String {
        format!("{rule}: mønsteret «{pattern}» høver ikkje til noko i rapporten")
    }

    fn never_applies(&self, rule: &dyn Display) -> String {
        format!("{rule}: regelen ser ikkje på noko i rapporten (rules trace viser kvifor)")
    }

    fn never_judges(&self, rule: &dyn Display, why: &dyn Display) -> String {
        format!("{rule}: regelen kan ikkje avgjere nokon stad: {why}")
    }

    fn finds_most(&self, rule: &dyn Display, found: &dyn Display, places: &dyn Display) -> String {
        format!("{rule}: {found} funn på {places} stader: treffer mønsteret for mykje?")
    }

    fn short_text(&self) -> &'static str {
        "Ein tekst som er for kort til å seie noko."
    }

    fn noticed_nothing(&self, rules: &dyn Display) -> String {
        format!("Reglar som ikkje merka noko: {rules}")
    }

    fn column_time(&self) -> &'static str {
        "tid"
    }

    fn column_places(&self) -> &'static str {
        "stader"
    }

    fn column_unjudged(&self) -> &'static str {
        "ikkje avgjort"
    }

    fn column_found(&self) -> &'static str {
        "funn"
    }
}
