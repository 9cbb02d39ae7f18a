//! In nynorsk: what is said of mistakes in rule files.

use super::Nn;
use crate::i18n::catalogue::Mistakes;
use std::fmt::Display;

impl Mistakes for Nn {
    fn taken(&self, name: &dyn Display) -> String {
        format!("namnet `{name}` er oppteke")
    }

    fn unknown_name(&self, name: &dyn Display) -> String {
        format!("ingenting heiter `{name}`")
    }

    fn unknown_key(&self, table: &dyn Display, key: &dyn Display) -> String {
        format!("{table} har ikkje nøkkelen `{key}`")
    }

    fn lacks(&self, table: &dyn Display, key: &dyn Display) -> String {
        format!("{table} manglar `{key}`")
    }

    fn unknown_field(&self, node: &dyn Display, field: &dyn Display) -> String {
        format!("{node} har ikkje feltet `{field}`")
    }

    fn no_fields(&self, found: &dyn Display) -> String {
        format!("{found} har ingen felt")
    }

    fn unknown_parameter(&self, name: &dyn Display) -> String {
        format!("pakka har ikkje parameteren `{name}`")
    }

    fn unknown_function(&self, name: &dyn Display) -> String {
        format!("det finst ingen funksjon `{name}`")
    }

    fn not_called_so(&self, name: &dyn Display) -> String {
        format!("`{name}` blir ikkje kalla slik")
    }

    fn wrong_value(&self, key: &dyn Display, wanted: &dyn Display, found: &dyn Display) -> String {
        format!("`{key}` må vere {wanted}, ikkje {found}")
    }

    fn wrong_type(&self, found: &dyn Display, wanted: &dyn Display) -> String {
        format!("dette er {found}, men her trengst {wanted}")
    }

    fn mixed_list(&self, item: &dyn Display, list: &dyn Display) -> String {
        format!("dette er {item} i ei liste av {list}")
    }

    fn not_printed(&self, found: &dyn Display) -> String {
        format!("dette er {found}, som ikkje er trykt nokon stad")
    }

    fn mixed_branches(&self, first: &dyn Display, second: &dyn Display) -> String {
        format!("den eine greina er {first}, den andre {second}")
    }

    fn no_items(&self, found: &dyn Display) -> String {
        format!("berre ei liste har element, dette er {found}")
    }

    fn not_walked(&self, found: &dyn Display) -> String {
        format!("berre lister blir gått gjennom, dette er {found}")
    }

    fn cannot_join(&self, sign: &dyn Display, left: &dyn Display, right: &dyn Display) -> String {
        format!("`{sign}` kan ikkje sameine {left} og {right}")
    }

    fn never(&self, field: &dyn Display, value: &dyn Display) -> String {
        format!("`{field}` er aldri '{value}'")
    }

    fn not_a_text(&self, field: &dyn Display) -> String {
        format!("`{field}` er ikkje ein tekst")
    }

    fn no_own_text(&self, found: &dyn Display) -> String {
        format!("{found} har ingen eigen tekst")
    }

    fn not_in_message(&self, found: &dyn Display) -> String {
        format!("{found} kan ikkje stå i ei melding")
    }

    fn is_null(&self) -> &'static str {
        "dette er null"
    }

    fn may_be_null(&self) -> &'static str {
        "dette kan vere null her"
    }

    fn item_may_be_null(&self) -> &'static str {
        "eit element i denne lista kan vere null"
    }

    fn takes_name_and_expression(&self, name: &dyn Display) -> String {
        format!("`{name}` tek eit namn og eit uttrykk")
    }

    fn takes_key(&self, name: &dyn Display) -> String {
        format!("`{name}` tek nøkkelen til eit spørsmål")
    }

    fn takes_one(&self, name: &dyn Display, given: &dyn Display) -> String {
        format!("`{name}` tek 1 argument, ikkje {given}")
    }

    fn takes_not(&self, name: &dyn Display, takes: &dyn Display, given: &dyn Display) -> String {
        format!("`{name}` tek {takes} argument, ikkje {given}")
    }

    fn takes(&self, name: &dyn Display, takes: &dyn Display) -> String {
        format!("`{name}` tek {takes} argument")
    }

    fn needs_list(&self, name: &dyn Display, found: &dyn Display) -> String {
        format!("`{name}` treng ei liste, dette er {found}")
    }

    fn searches_parts(&self, name: &dyn Display, found: &dyn Display) -> String {
        format!("`{name}` leitar i delar av rapporten, dette er {found}")
    }

    fn needs_item_name(&self) -> &'static str {
        "her trengst eit namn på elementet"
    }

    fn needs_field_name(&self) -> &'static str {
        "her trengst namnet på eit felt"
    }

    fn unknown_question(&self, key: &dyn Display) -> String {
        format!("inga pakke kjenner eit spørsmål '{key}'")
    }

    fn not_a_day(&self) -> &'static str {
        "dette er ikkje ein dag"
    }

    fn no_deviation(&self, name: &dyn Display) -> String {
        format!("'{name}' er ikkje eit standardavvik")
    }

    fn needs_deviation(&self) -> &'static str {
        "her trengst 'sample' eller 'population', eller ein parameter som er ein av dei"
    }

    fn broken_pattern(&self, why: &dyn Display) -> String {
        format!("det regulære uttrykket har ein feil: {why}")
    }

    fn means_nothing(&self, sign: &dyn Display) -> String {
        format!("`{sign}` betyr ingenting her")
    }

    fn reserved(&self, name: &dyn Display) -> String {
        format!("`{name}` er eit reservert ord i språket")
    }

    fn foreign_letter(&self, name: &dyn Display) -> String {
        format!("namnet `{name}` har ein bokstav utanom a til z")
    }

    fn number_too_large(&self) -> &'static str {
        "talet er for stort"
    }

    fn number_followed_by(&self, rest: &dyn Display) -> String {
        format!("eit tal kan ikkje følgjast av `{rest}`")
    }

    fn text_not_closed(&self) -> &'static str {
        "teksten er ikkje avslutta"
    }

    fn no_escape(&self, sign: &dyn Display) -> String {
        format!("`\\{sign}` er ikkje ein skrivemåte for eit teikn")
    }

    fn escape_names_nothing(&self) -> &'static str {
        "skrivemåten står ikkje for noko teikn"
    }

    fn too_long(&self, most: &dyn Display) -> String {
        format!("uttrykket er lengre enn {most} byte")
    }

    fn too_deep(&self, most: &dyn Display) -> String {
        format!("uttrykket er nøsta djupare enn {most}")
    }

    fn too_many_parts(&self, most: &dyn Display) -> String {
        format!("uttrykket har meir enn {most} operatorar")
    }

    fn ends(&self, wanted: &dyn Display) -> String {
        format!("uttrykket sluttar der {wanted} skulle stå")
    }

    fn unexpected(&self, found: &dyn Display, wanted: &dyn Display) -> String {
        format!("{found} står der {wanted} skulle stå")
    }

    fn brace_not_closed(&self) -> &'static str {
        "klammen er ikkje lukka"
    }

    fn no_brace_open(&self) -> &'static str {
        "ingen klamme er open her"
    }

    fn not_toml(&self, why: &dyn Display) -> String {
        format!("dette er ikkje TOML: {why}")
    }

    fn unknown_severity(&self, name: &dyn Display) -> String {
        format!("det finst inga alvorsgrad '{name}'")
    }

    fn unknown_role(&self, name: &dyn Display) -> String {
        format!("det finst inga rolle '{name}'")
    }

    fn unknown_kind(&self, name: &dyn Display) -> String {
        format!("det finst ingen spørsmålstype '{name}'")
    }

    fn unknown_rule(&self, id: &dyn Display) -> String {
        format!("det finst ingen regel `{id}`")
    }

    fn written_twice(&self, id: &dyn Display) -> String {
        format!("regelen `{id}` er skriven to gonger")
    }

    fn rule_taken(&self, id: &dyn Display, file: &dyn Display) -> String {
        format!("det er alt ein regel `{id}`, i {file}")
    }

    fn part_taken(&self, id: &dyn Display, part: &dyn Display, file: &dyn Display) -> String {
        format!("regelen `{id}` har alt ein del `{part}`, i {file}")
    }

    fn no_rule_to_replace(&self, id: &dyn Display) -> String {
        format!("det er ingen tidlegare regel `{id}` som han kan erstatte")
    }

    fn no_part_to_replace(&self, id: &dyn Display, part: &dyn Display) -> String {
        format!("regelen `{id}` har ingen del `{part}` som han kan erstatte")
    }

    fn no_id(&self, id: &dyn Display) -> String {
        format!("`{id}` kan ikkje brukast som id")
    }

    fn unknown_template(&self, name: &dyn Display) -> String {
        format!("det finst ingen mal '{name}'")
    }

    fn template_takes_not(&self, template: &dyn Display, param: &dyn Display) -> String {
        format!("malen '{template}' tek ingen `{param}`")
    }

    fn template_needs(&self, template: &dyn Display, param: &dyn Display) -> String {
        format!("malen '{template}' treng `{param}`")
    }

    fn unknown_base(&self, name: &dyn Display) -> String {
        format!("det finst ingen innebygd rapport `{name}`")
    }

    fn not_in_report(&self) -> &'static str {
        "denne teksten står ikkje i rapporten til dømet"
    }

    fn edit_not_pairs(&self) -> &'static str {
        "`edit` må vere ei liste av par: [[\"what stands there\", \"what stands there instead\"]]"
    }

    fn answers_nothing(&self, found: &dyn Display) -> String {
        format!("{found} har ingen respondent som kan ha svara")
    }

    fn nobody_answers(&self, name: &dyn Display) -> String {
        format!("`{name}` treng ein respondent, og det regelen går gjennom (for), har ingen")
    }

    fn no_kind(&self, key: &dyn Display) -> String {
        format!("pakken seier ikkje kva slags svar spørsmålet '{key}' har")
    }

    fn needs_table_name(&self) -> &'static str {
        "her trengst namnet på ein tabell, som tekst"
    }

    fn unknown_table(&self, name: &dyn Display) -> String {
        format!("pakken har ingen tabell '{name}'")
    }

    fn needs_column_name(&self) -> &'static str {
        "her trengst namnet på ein kolonne, som tekst"
    }

    fn unknown_column(&self, table: &dyn Display, column: &dyn Display) -> String {
        format!("tabellen '{table}' har ingen kolonne '{column}'")
    }

    fn unknown_column_type(&self, name: &dyn Display) -> String {
        format!("det finst ingen kolonnetype '{name}'")
    }

    fn no_file(&self, file: &dyn Display) -> String {
        format!("fila {file} finst ikkje")
    }

    fn cannot_read(&self, file: &dyn Display, why: &dyn Display) -> String {
        format!("{file} kan ikkje lesast: {why}")
    }

    fn no_table_file(&self, file: &dyn Display) -> String {
        format!("{file} er ingen tabell som kan lesast")
    }

    fn broken_table(&self, file: &dyn Display, why: &dyn Display) -> String {
        format!("{file} kan ikkje tolkast: {why}")
    }

    fn table_too_large(
        &self,
        file: &dyn Display,
        rows: &dyn Display,
        columns: &dyn Display,
    ) -> String {
        format!("{file} er for stor: ein tabell kan ha {rows} rader og {columns} kolonnar")
    }

    fn not_utf8(&self, file: &dyn Display, line: &dyn Display) -> String {
        format!(
            "{file} er ikkje lagra som UTF-8: på linje {line} står eit teikn frå eit anna teiknsett, truleg Windows-1252"
        )
    }

    fn no_sheet(&self, file: &dyn Display, sheet: &dyn Display) -> String {
        format!("{file} har ikkje arket '{sheet}'")
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
        format!("{file} har fleire celler i rad {row} enn dei {columns} overskriftene")
    }

    fn no_report(&self, file: &dyn Display) -> String {
        format!("{file} er korkje ein PDF eller ein tekst")
    }

    fn key_twice(&self, file: &dyn Display, row: &dyn Display, column: &dyn Display) -> String {
        format!(
            "{file} har den same verdien to gonger i nøkkelkolonnen {column}: rad {row} er den andre"
        )
    }

    fn later_language(&self, version: &dyn Display, known: &dyn Display) -> String {
        format!(
            "fila er skriven for versjon {version} av regelspråket, og dette programmet kjenner versjon {known}"
        )
    }

    fn check_of_nothing(&self) -> &'static str {
        "kontrollen seier ikkje kva han kontrollerer"
    }

    fn check_incomplete(&self, kind: &dyn Display) -> String {
        format!("kontrollen `{kind}` manglar noko han treng")
    }

    fn check_of_two(&self, first: &dyn Display, second: &dyn Display) -> String {
        format!("ein kontroll er av eitt slag: `{first}` og `{second}` kan ikkje stå i den same")
    }

    fn other_kind(&self, key: &dyn Display, kind: &dyn Display, wanted: &dyn Display) -> String {
        format!("spørsmålet '{key}' er {kind}, men her trengst {wanted}")
    }

    fn limits_cross(&self) -> &'static str {
        "den øvre grensa er lågare enn den nedre"
    }

    fn out_of_range(&self, key: &dyn Display, least: &dyn Display, most: &dyn Display) -> String {
        format!("`{key}` må vere eit heiltal frå {least} til {most}")
    }

    fn not_together(&self, first: &dyn Display, second: &dyn Display) -> String {
        format!("`{first}` og `{second}` kan ikkje stå saman")
    }

    fn needs_one(&self) -> &'static str {
        "her trengst minst eitt spørsmål"
    }

    fn against_itself(&self) -> &'static str {
        "her trengst eit anna spørsmål: dette er det same"
    }

    fn needs_two(&self) -> &'static str {
        "her trengst minst to"
    }

    fn unknown_format(&self, name: &dyn Display) -> String {
        format!("det finst inga form '{name}'")
    }

    fn not_so(&self, found: &dyn Display) -> String {
        format!("`{found}` blir skrive på ein annan måte her")
    }

    fn decimal_comma(&self, found: &dyn Display) -> String {
        format!("{found} er to tal med komma mellom: desimalar blir skrivne med punktum")
    }

    fn parted_digits(&self, found: &dyn Display) -> String {
        format!("{found} er fleire tal: siffera i eit tal blir skrivne utan mellomrom")
    }

    fn thousand_point(&self, found: &dyn Display, value: &dyn Display) -> String {
        format!("{found} er {value} her: eit punktum står framfor desimalar")
    }

    fn percent_sign(&self, found: &dyn Display) -> String {
        format!("{found}: prosentteiknet er rest av ein divisjon her")
    }

    fn backspace(&self) -> &'static str {
        "mønsteret har eit sletteteikn der det skulle stått \\b"
    }

    fn edits_of_pdf(&self) -> &'static str {
        "eit døme frå ein PDF kan ikkje endrast"
    }
}
