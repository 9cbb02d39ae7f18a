//! In bokmål: what is said of mistakes in rule files.

use super::Nb;
use crate::i18n::catalogue::Mistakes;
use std::fmt::Display;

impl Mistakes for Nb {
    fn taken(&self, name: &dyn Display) -> String {
        format!("navnet `{name}` er opptatt")
    }

    fn unknown_name(&self, name: &dyn Display) -> String {
        format!("ingenting heter `{name}`")
    }

    fn unknown_key(&self, table: &dyn Display, key: &dyn Display) -> String {
        format!("{table} har ikke nøkkelen `{key}`")
    }

    fn lacks(&self, table: &dyn Display, key: &dyn Display) -> String {
        format!("{table} mangler `{key}`")
    }

    fn unknown_field(&self, node: &dyn Display, field: &dyn Display) -> String {
        format!("{node} har ikke feltet `{field}`")
    }

    fn no_fields(&self, found: &dyn Display) -> String {
        format!("{found} har ingen felt")
    }

    fn unknown_parameter(&self, name: &dyn Display) -> String {
        format!("pakken har ikke parameteren `{name}`")
    }

    fn unknown_function(&self, name: &dyn Display) -> String {
        format!("det finnes ingen funksjon `{name}`")
    }

    fn not_called_so(&self, name: &dyn Display) -> String {
        format!("`{name}` kalles ikke slik")
    }

    fn wrong_value(&self, key: &dyn Display, wanted: &dyn Display, found: &dyn Display) -> String {
        format!("`{key}` må være {wanted}, ikke {found}")
    }

    fn wrong_type(&self, found: &dyn Display, wanted: &dyn Display) -> String {
        format!("dette er {found}, men her trengs {wanted}")
    }

    fn mixed_list(&self, item: &dyn Display, list: &dyn Display) -> String {
        format!("dette er {item} i en liste av {list}")
    }

    fn not_printed(&self, found: &dyn Display) -> String {
        format!("dette er {found}, som ikke er trykt noe sted")
    }

    fn mixed_branches(&self, first: &dyn Display, second: &dyn Display) -> String {
        format!("den ene grenen er {first}, den andre {second}")
    }

    fn no_items(&self, found: &dyn Display) -> String {
        format!("bare en liste har elementer, dette er {found}")
    }

    fn not_walked(&self, found: &dyn Display) -> String {
        format!("bare lister gås gjennom, dette er {found}")
    }

    fn cannot_join(&self, sign: &dyn Display, left: &dyn Display, right: &dyn Display) -> String {
        format!("`{sign}` kan ikke forene {left} og {right}")
    }

    fn never(&self, field: &dyn Display, value: &dyn Display) -> String {
        format!("`{field}` er aldri '{value}'")
    }

    fn not_a_text(&self, field: &dyn Display) -> String {
        format!("`{field}` er ikke en tekst")
    }

    fn no_own_text(&self, found: &dyn Display) -> String {
        format!("{found} har ingen egen tekst")
    }

    fn not_in_message(&self, found: &dyn Display) -> String {
        format!("{found} kan ikke stå i en melding")
    }

    fn is_null(&self) -> &'static str {
        "dette er null"
    }

    fn may_be_null(&self) -> &'static str {
        "dette kan være null her"
    }

    fn item_may_be_null(&self) -> &'static str {
        "et element i denne listen kan være null"
    }

    fn takes_name_and_expression(&self, name: &dyn Display) -> String {
        format!("`{name}` tar et navn og et uttrykk")
    }

    fn takes_key(&self, name: &dyn Display) -> String {
        format!("`{name}` tar nøkkelen til et spørsmål")
    }

    fn takes_one(&self, name: &dyn Display, given: &dyn Display) -> String {
        format!("`{name}` tar 1 argument, ikke {given}")
    }

    fn takes_not(&self, name: &dyn Display, takes: &dyn Display, given: &dyn Display) -> String {
        format!("`{name}` tar {takes} argumenter, ikke {given}")
    }

    fn takes(&self, name: &dyn Display, takes: &dyn Display) -> String {
        format!("`{name}` tar {takes} argumenter")
    }

    fn needs_list(&self, name: &dyn Display, found: &dyn Display) -> String {
        format!("`{name}` trenger en liste, dette er {found}")
    }

    fn searches_parts(&self, name: &dyn Display, found: &dyn Display) -> String {
        format!("`{name}` leter i deler av rapporten, dette er {found}")
    }

    fn needs_item_name(&self) -> &'static str {
        "her trengs et navn på elementet"
    }

    fn needs_field_name(&self) -> &'static str {
        "her trengs navnet på et felt"
    }

    fn unknown_question(&self, key: &dyn Display) -> String {
        format!("ingen pakke kjenner et spørsmål '{key}'")
    }

    fn not_a_day(&self) -> &'static str {
        "dette er ikke en dag"
    }

    fn no_deviation(&self, name: &dyn Display) -> String {
        format!("'{name}' er ikke et standardavvik")
    }

    fn needs_deviation(&self) -> &'static str {
        "her trengs 'sample' eller 'population', eller en parameter som er en av dem"
    }

    fn broken_pattern(&self, why: &dyn Display) -> String {
        format!("det regulære uttrykket har en feil: {why}")
    }

    fn means_nothing(&self, sign: &dyn Display) -> String {
        format!("`{sign}` betyr ingenting her")
    }

    fn reserved(&self, name: &dyn Display) -> String {
        format!("`{name}` er et reservert ord i språket")
    }

    fn foreign_letter(&self, name: &dyn Display) -> String {
        format!("navnet `{name}` har en bokstav utenom a til z")
    }

    fn number_too_large(&self) -> &'static str {
        "tallet er for stort"
    }

    fn number_followed_by(&self, rest: &dyn Display) -> String {
        format!("et tall kan ikke følges av `{rest}`")
    }

    fn text_not_closed(&self) -> &'static str {
        "teksten er ikke avsluttet"
    }

    fn no_escape(&self, sign: &dyn Display) -> String {
        format!("`\\{sign}` er ikke en skrivemåte for et tegn")
    }

    fn escape_names_nothing(&self) -> &'static str {
        "skrivemåten står ikke for noe tegn"
    }

    fn too_long(&self, most: &dyn Display) -> String {
        format!("uttrykket er lengre enn {most} byte")
    }

    fn too_deep(&self, most: &dyn Display) -> String {
        format!("uttrykket er nøstet dypere enn {most}")
    }

    fn too_many_parts(&self, most: &dyn Display) -> String {
        format!("uttrykket har mer enn {most} operatorer")
    }

    fn ends(&self, wanted: &dyn Display) -> String {
        format!("uttrykket slutter der {wanted} skulle stå")
    }

    fn unexpected(&self, found: &dyn Display, wanted: &dyn Display) -> String {
        format!("{found} står der {wanted} skulle stå")
    }

    fn brace_not_closed(&self) -> &'static str {
        "klammen er ikke lukket"
    }

    fn no_brace_open(&self) -> &'static str {
        "ingen klamme er åpen her"
    }

    fn not_toml(&self, why: &dyn Display) -> String {
        format!("dette er ikke TOML: {why}")
    }

    fn unknown_severity(&self, name: &dyn Display) -> String {
        format!("det finnes ingen alvorlighet '{name}'")
    }

    fn unknown_role(&self, name: &dyn Display) -> String {
        format!("det finnes ingen rolle '{name}'")
    }

    fn unknown_kind(&self, name: &dyn Display) -> String {
        format!("det finnes ingen spørsmålstype '{name}'")
    }

    fn unknown_rule(&self, id: &dyn Display) -> String {
        format!("det finnes ingen regel `{id}`")
    }

    fn written_twice(&self, id: &dyn Display) -> String {
        format!("regelen `{id}` er skrevet to ganger")
    }

    fn rule_taken(&self, id: &dyn Display, file: &dyn Display) -> String {
        format!("det er allerede en regel `{id}`, i {file}")
    }

    fn part_taken(&self, id: &dyn Display, part: &dyn Display, file: &dyn Display) -> String {
        format!("regelen `{id}` har allerede en del `{part}`, i {file}")
    }

    fn no_rule_to_replace(&self, id: &dyn Display) -> String {
        format!("det er ingen tidligere regel `{id}` som den kan erstatte")
    }

    fn no_part_to_replace(&self, id: &dyn Display, part: &dyn Display) -> String {
        format!("regelen `{id}` har ingen del `{part}` som den kan erstatte")
    }

    fn no_id(&self, id: &dyn Display) -> String {
        format!("`{id}` kan ikke brukes som id")
    }

    fn unknown_template(&self, name: &dyn Display) -> String {
        format!("det finnes ingen mal '{name}'")
    }

    fn template_takes_not(&self, template: &dyn Display, param: &dyn Display) -> String {
        format!("malen '{template}' tar ingen `{param}`")
    }

    fn template_needs(&self, template: &dyn Display, param: &dyn Display) -> String {
        format!("malen '{template}' trenger `{param}`")
    }

    fn unknown_base(&self, name: &dyn Display) -> String {
        format!("det finnes ingen innebygd rapport `{name}`")
    }

    fn not_in_report(&self) -> &'static str {
        "denne teksten står ikke i rapporten til eksempelet"
    }

    fn edit_not_pairs(&self) -> &'static str {
        "`edit` må være en liste av par: [[\"what stands there\", \"what stands there instead\"]]"
    }

    fn answers_nothing(&self, found: &dyn Display) -> String {
        format!("{found} har ingen respondent som kan ha svart")
    }

    fn nobody_answers(&self, name: &dyn Display) -> String {
        format!("`{name}` trenger en respondent, og det regelen går gjennom (for), har ingen")
    }

    fn no_kind(&self, key: &dyn Display) -> String {
        format!("pakken sier ikke hva slags svar spørsmålet '{key}' har")
    }

    fn needs_table_name(&self) -> &'static str {
        "her trengs navnet på en tabell, som tekst"
    }

    fn unknown_table(&self, name: &dyn Display) -> String {
        format!("pakken har ingen tabell '{name}'")
    }

    fn needs_column_name(&self) -> &'static str {
        "her trengs navnet på en kolonne, som tekst"
    }

    fn unknown_column(&self, table: &dyn Display, column: &dyn Display) -> String {
        format!("tabellen '{table}' har ingen kolonne '{column}'")
    }

    fn unknown_column_type(&self, name: &dyn Display) -> String {
        format!("det finnes ingen kolonnetype '{name}'")
    }

    fn no_file(&self, file: &dyn Display) -> String {
        format!("filen {file} finnes ikke")
    }

    fn cannot_read(&self, file: &dyn Display, why: &dyn Display) -> String {
        format!("{file} kan ikke leses: {why}")
    }

    fn no_table_file(&self, file: &dyn Display) -> String {
        format!("{file} er ingen tabell som kan leses")
    }

    fn broken_table(&self, file: &dyn Display, why: &dyn Display) -> String {
        format!("{file} kan ikke tolkes: {why}")
    }

    fn table_too_large(
        &self,
        file: &dyn Display,
        rows: &dyn Display,
        columns: &dyn Display,
    ) -> String {
        format!("{file} er for stor: en tabell kan ha {rows} rader og {columns} kolonner")
    }

    fn not_utf8(&self, file: &dyn Display, line: &dyn Display) -> String {
        format!(
            "{file} er ikke lagret som UTF-8: på linje {line} står et tegn fra et annet tegnsett, trolig Windows-1252"
        )
    }

    fn no_sheet(&self, file: &dyn Display, sheet: &dyn Display) -> String {
        format!("{file} har ikke arket '{sheet}'")
    }

    fn no_column(&self, file: &dyn Display, column: &dyn Display) -> String {
        format!("{file} har ingen kolonne '{column}'")
    }

    fn bad_cell(
        &self,
        file: &dyn Display,
        row: &dyn Display,
        column: &dyn Display,
        found: &dyn Display,
        wanted: &dyn Display,
    ) -> String {
        format!("{file} har «{found}» i kolonnen {column}, rad {row}, der det skal stå {wanted}")
    }

    fn more_cells(&self, file: &dyn Display, row: &dyn Display, columns: &dyn Display) -> String {
        format!("{file} har flere celler i rad {row} enn de {columns} overskriftene")
    }

    fn no_report(&self, file: &dyn Display) -> String {
        format!("{file} er verken en PDF eller en tekst")
    }

    fn key_twice(&self, file: &dyn Display, row: &dyn Display, column: &dyn Display) -> String {
        format!(
            "{file} har den samme verdien to ganger i nøkkelkolonnen {column}: rad {row} er den andre"
        )
    }

    fn later_language(&self, version: &dyn Display, known: &dyn Display) -> String {
        format!(
            "filen er skrevet for versjon {version} av regelspråket, og dette programmet kjenner versjon {known}"
        )
    }

    fn check_of_nothing(&self) -> &'static str {
        "kontrollen sier ikke hva den kontrollerer"
    }

    fn check_incomplete(&self, kind: &dyn Display) -> String {
        format!("kontrollen `{kind}` mangler noe den trenger")
    }

    fn check_of_two(&self, first: &dyn Display, second: &dyn Display) -> String {
        format!("en kontroll er av ett slag: `{first}` og `{second}` kan ikke stå i den samme")
    }

    fn other_kind(&self, key: &dyn Display, kind: &dyn Display, wanted: &dyn Display) -> String {
        format!("spørsmålet '{key}' er {kind}, men her trengs {wanted}")
    }

    fn limits_cross(&self) -> &'static str {
        "den øvre grensen er lavere enn den nedre"
    }

    fn out_of_range(&self, key: &dyn Display, least: &dyn Display, most: &dyn Display) -> String {
        format!("`{key}` må være et heltall fra {least} til {most}")
    }

    fn not_together(&self, first: &dyn Display, second: &dyn Display) -> String {
        format!("`{first}` og `{second}` kan ikke stå sammen")
    }

    fn needs_one(&self) -> &'static str {
        "her trengs minst ett spørsmål"
    }

    fn against_itself(&self) -> &'static str {
        "her trengs et annet spørsmål: dette er det samme"
    }

    fn needs_two(&self) -> &'static str {
        "her trengs minst to"
    }

    fn unknown_format(&self, name: &dyn Display) -> String {
        format!("det finnes ingen form '{name}'")
    }

    fn not_so(&self, found: &dyn Display) -> String {
        format!("`{found}` skrives på en annen måte her")
    }

    fn decimal_comma(&self, found: &dyn Display) -> String {
        format!("{found} er to tall med komma mellom: desimaler skrives med punktum")
    }

    fn parted_digits(&self, found: &dyn Display) -> String {
        format!("{found} er flere tall: sifrene i et tall skrives uten mellomrom")
    }

    fn thousand_point(&self, found: &dyn Display, value: &dyn Display) -> String {
        format!("{found} er {value} her: et punktum står foran desimaler")
    }

    fn percent_sign(&self, found: &dyn Display) -> String {
        format!("{found}: prosenttegnet er rest av en divisjon her")
    }

    fn backspace(&self) -> &'static str {
        "mønsteret har et slettetegn der det skulle stått \\b"
    }

    fn edits_of_pdf(&self) -> &'static str {
        "et eksempel fra en PDF kan ikke endres"
    }
}
