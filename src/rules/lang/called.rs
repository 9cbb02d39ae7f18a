//! Keys, values and fields as people call them, who do not know yet what they are called here.

/// Names of keys, values and fields as people call them, with what they are called here.
const NAMES: [(&[&str], &str); 29] = [
    (&["feil"], "error"),
    (&["advarsel", "åtvaring", "warn"], "warning"),
    (&["merknad", "info", "notice"], "note"),
    (&["heltall", "heiltal", "tall", "tal", "number"], "integer"),
    (&["heltall", "heiltal", "tall", "tal", "integer"], "int"),
    (&["dato", "dag"], "date"),
    (&["tekst"], "text"),
    (&["flervalg", "fleirval"], "multiple_choice"),
    (&["enkeltvalg", "enkeltval"], "single_choice"),
    (&["steder", "stader", "kommuner", "kommunar"], "places"),
    (&["if", "hvis", "når", "when"], "where"),
    (&["test", "condition", "vilkår", "krav"], "assert"),
    (&["melding"], "message"),
    (&["level", "nivå", "alvorlighet", "alvor"], "severity"),
    (&["hvorfor", "kvifor"], "why"),
    (&["hjelp"], "help"),
    (&["navn", "namn", "name", "hvem", "kven"], "respondent"),
    (&["navn", "namn"], "name"),
    (&["verdi", "beløp", "amount"], "value"),
    (&["svar"], "answers"),
    (&["svar"], "value"),
    (&["gruppe", "kategori", "category"], "group"),
    (&["valg", "val", "alternativer", "alternativ"], "choices"),
    (&["alternativ", "valg", "val"], "option"),
    (&["kommentar"], "comment"),
    (&["tittel"], "title"),
    (&["spørsmål"], "questions"),
    (&["spørsmål"], "question"),
    (&["tom", "tomt", "empty"], "blank"),
];

/// The one of these names that goes by this one elsewhere.
pub(super) fn name<'n>(wanted: &str, names: &[&'n str]) -> Option<&'n str> {
    let wanted = wanted.to_lowercase();
    if names.contains(&wanted.as_str()) {
        return None;
    }
    let mut called = NAMES
        .iter()
        .filter(|(other, _)| other.contains(&wanted.as_str()));
    called.find_map(|(_, here)| names.iter().copied().find(|name| name == here))
}
