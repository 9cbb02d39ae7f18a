//! The page's own words, in the three languages.

use crate::i18n::pick;
use crate::rules::Lang;
use std::collections::BTreeMap;

/// Each word by the name under which the template knows it.
const LABELS: &[(&str, &str, &str, &str)] = &[
    (
        "title",
        "Rapportkontroll",
        "Rapportkontroll",
        "Report check",
    ),
    (
        "skip",
        "Hopp til funnene",
        "Hopp til funna",
        "Skip to the findings",
    ),
    ("filters", "Filtrer funn", "Filtrer funn", "Filter findings"),
    ("severity", "Alvor", "Alvor", "Severity"),
    ("rule", "Regel", "Regel", "Rule"),
    ("respondent", "Respondent", "Respondent", "Respondent"),
    ("text", "Søk i teksten", "Søk i teksten", "Search the text"),
    ("all", "Alle", "Alle", "All"),
    ("reset", "Nullstill", "Nullstill", "Reset"),
    (
        "shown",
        "{n} av {all} funn vises",
        "{n} av {all} funn er viste",
        "{n} of {all} findings shown",
    ),
    (
        "by_question",
        "Funn etter spørsmål",
        "Funn etter spørsmål",
        "Findings by question",
    ),
    (
        "by_respondent",
        "Funn etter respondent",
        "Funn etter respondent",
        "Findings by respondent",
    ),
    ("coverage", "Dekning", "Dekning", "Coverage"),
    ("pages", "Sidene", "Sidene", "Pages"),
    ("page", "Side", "Side", "Page"),
    ("marked", "funn merket", "funn merkte", "findings marked"),
    ("nothing", "Ingen funn.", "Ingen funn.", "No findings."),
    ("printed", "Det står", "Det står", "Printed"),
    ("expected", "Ventet", "Venta", "Expected"),
    ("group", "Gruppe", "Gruppe", "Group"),
    ("option", "Svaralternativ", "Svaralternativ", "Option"),
    (
        "uncertain",
        "usikkert lest",
        "usikkert lese",
        "read with doubt",
    ),
    ("rests_on", "Bygger på", "Byggjer på", "Rests on"),
    ("what", "Hva", "Kva", "What"),
    ("where", "Hvor", "Kvar", "Where"),
    ("why", "Hvorfor:", "Kvifor:", "Why:"),
    ("help", "Gjør dette:", "Gjer dette:", "Do this:"),
    ("rules", "Regler", "Reglar", "Rules"),
    ("result", "Resultat", "Resultat", "Result"),
    (
        "evaluated",
        "Steder prøvd",
        "Stader prøvde",
        "Places evaluated",
    ),
];

/// The words in a language.
pub(super) fn labels(lang: Lang) -> BTreeMap<&'static str, &'static str> {
    let one = |(name, nb, nn, en): &(&'static str, &'static str, &'static str, &'static str)| {
        (*name, pick(lang, nb, nn, en))
    };
    LABELS.iter().map(one).collect()
}
