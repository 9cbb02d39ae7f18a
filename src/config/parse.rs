//! The configuration's keys, and how each is read.

use super::table::Check;
use super::{
    Chosen, Config, ConfigError, FailOn, GivenParam, SEVERITIES, Suppression, Thresholds, severity,
};
use crate::rules::{Lang, Param};
use toml::de::{DeTable, DeValue};

/// The keys at the top.
const KEYS: [&str; 12] = [
    "fail-on",
    "lang",
    "notes",
    "reader",
    "packs",
    "rules",
    "tables",
    "params",
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
        tables: tables(&mut check, &table),
        params: params(&mut check, &table),
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

/// `[tables]`: the files of tables by their names.
fn tables(check: &mut Check, table: &DeTable<'_>) -> std::collections::BTreeMap<String, String> {
    let mut out = std::collections::BTreeMap::new();
    let Some(files) = check.table(table, "tables") else {
        return out;
    };
    for name in files.keys().map(|key| key.get_ref().as_ref()) {
        if let Some(file) = check.text(files, name) {
            out.insert(name.to_owned(), file.into_inner());
        }
    }
    out
}

/// `[params.PACK]`: values of parameters.
fn params(check: &mut Check, table: &DeTable<'_>) -> Vec<GivenParam> {
    let mut out = Vec::new();
    let Some(packs) = check.table(table, "params") else {
        return out;
    };
    for pack in packs.keys() {
        let Some(values) = check.table(packs, pack.get_ref()) else {
            continue;
        };
        for (name, value) in values {
            let Some(param) = param(value.get_ref()) else {
                let wanted = check.lang.config().a_param();
                check.problem(value.span(), check.lang.config().expected(&wanted));
                continue;
            };
            out.push(GivenParam {
                pack: pack.get_ref().to_string(),
                name: name.get_ref().to_string(),
                value: param,
                pack_span: pack.span(),
                span: name.span(),
            });
        }
    }
    out
}

fn param(value: &DeValue<'_>) -> Option<Param> {
    match value {
        DeValue::String(text) => Some(Param::Text(text.to_string())),
        DeValue::Boolean(value) => Some(Param::Bool(*value)),
        DeValue::Integer(number) => {
            let digits = number.as_str().replace('_', "");
            let number = i64::from_str_radix(&digits, number.radix()).ok()?;
            Some(Param::Int(number))
        }
        DeValue::Array(items) => {
            let items = items.iter().map(|item| param(item.get_ref()));
            Some(Param::List(items.collect::<Option<_>>()?))
        }
        DeValue::Float(_) | DeValue::Datetime(_) | DeValue::Table(_) => None,
    }
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
