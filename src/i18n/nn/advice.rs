//! In nynorsk: what to do about mistakes in rule files.

use super::Nn;
use crate::i18n::catalogue::Advice;
use std::fmt::Display;

impl Advice for Nn {
    fn did_you_mean(&self, name: &dyn Display) -> String {
        format!("meinte du `{name}`?")
    }

    fn there_is(&self, names: &dyn Display) -> String {
        format!("det finst {names}")
    }

    fn there_is_and_more(&self, names: &dyn Display, more: &dyn Display) -> String {
        format!("det finst {names} og {more} til")
    }

    fn for_example(&self, example: &dyn Display) -> String {
        format!("til dømes: {example}")
    }

    fn choose_another_name(&self) -> &'static str {
        "vel eit anna namn"
    }

    fn call_with_brackets(&self, name: &dyn Display) -> String {
        format!("funksjonar blir kalla med parentesar: `{name}()`")
    }

    fn compare_it(&self) -> &'static str {
        "samanlikn det med noko, til dømes med `==` eller `!= null`"
    }

    fn point_at_printed(&self) -> &'static str {
        "peik på ein trykt verdi, slik som `q.title` eller `q.stats.sum`"
    }

    fn take_field_or_join(&self) -> &'static str {
        "ta eit felt av det, eller set saman ei liste med `join`"
    }

    fn take_field_or_map(&self) -> &'static str {
        "ta eit felt av det, eller gjer ei liste om til tekstar eller tal med `map`"
    }

    fn test_for_null(&self, path: &dyn Display) -> String {
        format!("set `{path} != null` framfor, i `where` eller med `&&`")
    }

    fn name_and_test(&self) -> &'static str {
        "gje det eit namn med `let` og prøv det mot null, eller bruk `orZero` eller `orElse`"
    }

    fn leave_nulls_out(&self) -> &'static str {
        "bruk `map` med `orZero(…)`, eller utelat dei som er null: `list.map(x, x.value != null, x.value)`"
    }

    fn add_question(&self) -> &'static str {
        "legg til eit [[pack.question]] med denne nøkkelen"
    }

    fn write_day(&self) -> &'static str {
        "skriv dag, månad og år: dato('3.9.2025')"
    }

    fn escape_pattern(&self) -> &'static str {
        "ein parentes eller eit punktum som er meint som seg sjølv, har ein omvend skråstrek framfor: r'\\('"
    }

    fn end_text(&self, quote: &dyn Display) -> String {
        format!("avslutt han med {quote}; ein {quote} inni han blir skriven \\{quote}")
    }

    fn double_backslash(&self, sign: &dyn Display) -> String {
        format!(
            "ein omvend skråstrek blir skriven \\\\, så eit mønster har \\\\{sign}; eller skriv r'…'"
        )
    }

    fn compare_with(&self) -> &'static str {
        "samanlikn med `==`"
    }

    fn join_conditions(&self) -> &'static str {
        "samein vilkår med `&&`"
    }

    fn join_alternatives(&self) -> &'static str {
        "samein alternativ med `||`"
    }

    fn quote_value(&self) -> &'static str {
        "set teksten mellom hermeteikn: severity = \"warning\""
    }

    fn other_quotes(&self) -> &'static str {
        "inni \"…\" blir tekstar skrivne med ': assert = \"a.group == 'Kommune'\"; kvar nøkkel står på si eiga linje"
    }

    fn quote_texts(&self) -> &'static str {
        "skriv tekstar mellom ' eller \""
    }

    fn write_binding(&self) -> &'static str {
        "skriv `namn in liste`, t.d. `q in report.questions`"
    }

    fn double_open_brace(&self) -> &'static str {
        "ein klamme som er meint som seg sjølv, blir skriven to gonger: {{"
    }

    fn double_close_brace(&self) -> &'static str {
        "ein klamme som er meint som seg sjølv, blir skriven to gonger: }}"
    }

    fn bokmal_stands_in(&self) -> &'static str {
        "bokmål blir brukt for språka som er utelatne"
    }

    fn what_holds(&self) -> &'static str {
        "det som skal stemme; elles er det eit funn"
    }

    fn printed_at_fault(&self) -> &'static str {
        "den trykte verdien som er gal: \"q.stats.sum\""
    }

    fn printed_value(&self) -> &'static str {
        "den trykte verdien: \"a.value\""
    }

    fn what_is_wrong(&self) -> &'static str {
        "kva som er gale: message.nb = \"…\""
    }

    fn what_is_asked(&self) -> &'static str {
        "spørsmålet til respondenten: ask.nb = \"…\""
    }

    fn who_is_asked(&self) -> &'static str {
        "kven som blir spurd: each = \"a in hits\""
    }

    fn hidden_in(&self) -> &'static str {
        "kva ein feil kan skjulast i: hides_in.nb = \"summen\""
    }

    fn how_much_hidden(&self) -> &'static str {
        "kor mykje avrundinga skjuler: hides = \"hidden(values.sum(), values.size())\""
    }

    fn severities(&self) -> &'static str {
        "error (feil), warning (åtvaring) eller note (merknad)"
    }

    fn common_scope(&self) -> &'static str {
        "det eit funn og årsaka har felles: \"b\""
    }

    fn name_after_defect(&self) -> &'static str {
        "gje han namn etter feilen: id = \"sum-mismatch\""
    }

    fn give_part(&self) -> &'static str {
        "gje han ein annan id, eller, dersom han er ein annan del av regelen, ein eigen `part`"
    }

    fn rename_or_replace(&self) -> &'static str {
        "gje han eit anna namn, eller sei at han står for den andre der pakka gjeld: replaces = true"
    }

    fn use_hyphens(&self) -> &'static str {
        "bruk små bokstavar, siffer og bindestrekar: sum-mismatch"
    }

    fn short_name(&self) -> &'static str {
        "gje henne eit kort namn med små bokstavar: name = \"dekom\""
    }

    fn title_or_options(&self) -> &'static str {
        "eit regulært uttrykk for tittelen, eller `options`: fleire for svaralternativa"
    }

    fn called_by_key(&self) -> &'static str {
        "reglar bruker dette namnet: key = \"duration\""
    }

    fn used_by_name(&self) -> &'static str {
        "reglar bruker han ved namn"
    }

    fn with_gives_arguments(&self) -> &'static str {
        "`with` gjev argumenta til ein mal"
    }

    fn give_in_with(&self) -> &'static str {
        "gje han i `with`"
    }

    fn give_report(&self) -> &'static str {
        "gje teksten til rapporten, eller den innebygde som han er ei endring av: base = \"survey\""
    }

    fn answer_of(&self) -> &'static str {
        "gå gjennom svar (a in q.answers) eller respondentar (r in report.respondents)"
    }

    fn give_kind(&self) -> &'static str {
        "skriv kind under [[pack.question]]: text, integer, single_choice, multiple_choice eller places"
    }

    fn add_table(&self) -> &'static str {
        "beskriv tabellen under [pack.tables.NAMN]"
    }

    fn beside_pack(&self) -> &'static str {
        "fila skal liggje ved sida av regelfila"
    }

    fn table_files(&self) -> &'static str {
        "ein tabell er ei fil som sluttar på .csv, .xlsx eller .toml"
    }

    fn toml_rows(&self) -> &'static str {
        "skriv kvar rad som [[row]]"
    }

    fn save_as_utf8(&self) -> &'static str {
        "lagre fila på nytt som UTF-8 (i Excel: «CSV UTF-8»; i Notisblokk: Koding: UTF-8)"
    }

    fn update_program(&self) -> &'static str {
        "bruk ei nyare utgåve av dekom-lint"
    }

    fn when_and_severity(&self) -> &'static str {
        "til dømes { when = \"a.value > 1000\", severity = \"error\" }"
    }

    fn key_of_question(&self) -> &'static str {
        "skriv nøkkelen til eit spørsmål under [[pack.question]]"
    }

    fn give_limit(&self) -> &'static str {
        "gje ei grense med at_least eller at_most"
    }

    fn give_period(&self) -> &'static str {
        "gje perioden med from og to: from = \"1.8.2024\""
    }

    fn heading_of_column(&self) -> &'static str {
        "skriv overskrifta på kolonnen i tabellen"
    }

    fn pattern_or_format(&self) -> &'static str {
        "gje eit mønster (pattern) eller ei form (format)"
    }

    fn write_instead(&self, write: &dyn Display) -> String {
        format!("skriv {write}")
    }

    fn percent_as(&self, number: &dyn Display) -> String {
        format!("skriv {number} / 100, eller rekn i prosent: 100 * del / heile >= {number}")
    }

    fn of_each(&self, field: &dyn Display) -> String {
        format!("ei liste har ingen felt; feltet til kvart ledd er .map(x, x.{field})")
    }

    fn literal_text(&self, sign: &dyn Display) -> String {
        format!(
            "skriv mønsteret i enkle hermeteikn ('\\{sign}'), eller doble skråstreken: i eit uttrykk \\\\\\\\{sign}"
        )
    }

    fn thousands_or_decimals(&self) -> &'static str {
        "teiknet kan dele tusen eller desimalar: skriv 300000 eller 300 000 for tre hundre tusen, og 300,0 for tre hundre"
    }
}
