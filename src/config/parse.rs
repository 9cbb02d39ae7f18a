//! The configuration's keys, and how each is read.

use super::table::Check;
use super::{Chosen, Config, ConfigError, FailOn, SEVERITIES, Suppression, Thresholds, severity};
use crate::rules::Lang;
use toml::de::DeTable;

/// The keys at the top.
const KEYS: [&str; 10] = [
    "fail-on",
    "lang",
    "notes",
    "reader",
    "packs",
    "rules",
    "baseline",
    "severity",
    "thresholds",
    "suppress",
];

/// The names of the PDF readers.
pub(super) const READERS: [&str; 2] = ["hayro", "pdf-extract"];

pub(super) fn config(text: &str, name: &str, lang: Lang) -> Result<Config, ConfigError> {
    let mut check = Check::new(lang);
    let table = check.document(text, name)?;
    check.keys(&table, &KEYS);
    let mut choice = |key: &str, known: &[&str]| {
        let value = table.get(key)?;
        check.one_of(value, known)
    };
    let fail_on = choice("fail-on", &FailOn::NAMES);
    let language = choice("lang", &["nb", "nn", "en"]);
    let reader = choice("reader", &READERS);
    let config = Config {
        fail_on: fail_on.as_deref().and_then(FailOn::named),
        lang: language.as_deref().and_then(Lang::named),
        reader,
        notes: check.bool(&table, "notes"),
        packs: check.texts(&table, "packs"),
        rules: check.texts(&table, "rules"),
        baseline: check
            .text(&table, "baseline")
            .map(toml::Spanned::into_inner),
        severity: severities(&mut check, &table),
        thresholds: thresholds(&mut check, &table),
        suppressions: suppressions(&mut check, &table),
    };
    check.finish(config, text, name)
}

fn severities(
    check: &mut Check,
    table: &DeTable<'_>,
) -> std::collections::BTreeMap<String, Chosen> {
    let mut out = std::collections::BTreeMap::new();
    for (rule, value) in check.table(table, "severity").into_iter().flatten() {
        let name = check.one_of(value, &SEVERITIES);
        if let Some(severity) = name.as_deref().and_then(severity) {
            let span = rule.span();
            out.insert(rule.get_ref().to_string(), Chosen { severity, span });
        }
    }
    out
}

fn thresholds(check: &mut Check, table: &DeTable<'_>) -> Thresholds {
    let Some(table) = check.table(table, "thresholds") else {
        return Thresholds::default();
    };
    check.keys(table, &["errors", "warnings", "notes"]);
    Thresholds {
        errors: check.count(table, "errors"),
        warnings: check.count(table, "warnings"),
        notes: check.count(table, "notes"),
    }
}

fn suppressions(check: &mut Check, table: &DeTable<'_>) -> Vec<Suppression> {
    let mut out = Vec::new();
    for (span, entry) in check.tables(table, "suppress") {
        check.keys(entry, &["rule", "question", "respondent", "reason"]);
        let rule = check.required(entry, "rule", &span);
        let reason = check.required(entry, "reason", &span);
        let question = check.text(entry, "question").map(toml::Spanned::into_inner);
        let respondent = check
            .text(entry, "respondent")
            .map(toml::Spanned::into_inner);
        if let (Some(rule), Some(reason)) = (rule, reason) {
            out.push(Suppression {
                rule_span: rule.span(),
                rule: rule.into_inner(),
                question,
                respondent,
                reason: reason.into_inner(),
            });
        }
    }
    out
}
