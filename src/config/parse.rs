//! A configuration's text → what it says, checked.

use super::file::{self, File};
use super::model::Level;
use super::read::read;
use super::table::Check;
use super::{Chosen, Config, ConfigError, FailOn, GivenParam, Suppression, Thresholds};
use crate::render::{Deadline, FollowUp, Order};
use crate::rules::{Lang, Param};
use crate::toml_file::{RawTable, RawValue};

pub(super) fn config(text: &str, name: &str, lang: Lang) -> Result<Config, ConfigError> {
    let (file, table) = read::<File>(text, name, lang)?;
    let mut check = Check::new(lang);
    let config = Config {
        fail_on_span: table
            .get("fail-on")
            .map_or(0..0, |raw| raw.place.span.clone()),
        params: params(&mut check, &table),
        ..meant(file)
    };
    check.finish(config, text, name)
}

fn meant(file: File) -> Config {
    let severity = |(rule, level): (toml::Spanned<String>, Level)| {
        let severity = level.severity();
        let span = rule.span();
        (rule.into_inner(), Chosen { severity, span })
    };
    Config {
        fail_on: file.fail_on.map(|named| match named {
            file::OneOrMore::One(name) => FailOn::named([name]),
            file::OneOrMore::More(names) => FailOn::named(names),
        }),
        lang: file.lang.map(super::schema::lang),
        notes: file.notes,
        order: file.order.map(|order| match order {
            file::Order::Severity => Order::Severity,
            file::Order::Report => Order::Report,
        }),
        reader: file.reader.map(|reader| match reader {
            file::Reader::Hayro => "hayro".to_owned(),
            file::Reader::PdfExtract => "pdf-extract".to_owned(),
        }),
        packs: file.packs,
        rules: file.rules,
        tables: file.tables,
        baseline: file.baseline,
        severity: file.severity.into_iter().map(severity).collect(),
        thresholds: Thresholds {
            errors: file.thresholds.errors,
            warnings: file.thresholds.warnings,
            notes: file.thresholds.notes,
        },
        follow_up: FollowUp {
            sender: file.follow_up.sender,
            greeting: file.follow_up.greeting,
            deadline: file.follow_up.deadline.map(deadline),
        },
        suppressions: file.suppress.into_iter().map(suppression).collect(),
        ..Config::default()
    }
}

fn deadline(said: file::Deadline) -> Deadline {
    match said {
        file::Deadline::Words(words) => Deadline::Words(words),
        file::Deadline::Day(day) => match day.date {
            Some(date) => Deadline::Day(i32::from(date.year), date.month, date.day),
            None => Deadline::Words(day.to_string()),
        },
    }
}

fn suppression(entry: file::Suppress) -> Suppression {
    let day = entry.expires.as_ref().and_then(|day| day.get_ref().date);
    Suppression {
        rule_span: entry.rule.span(),
        rule: entry.rule.into_inner(),
        question: entry.question,
        respondent: entry.respondent,
        fingerprint: entry.fingerprint,
        reason: entry.reason,
        expires: day.map(|day| (i32::from(day.year), day.month, day.day)),
        expires_span: entry.expires.map(|day| day.span()).unwrap_or_default(),
    }
}

/// `[params.PACK]`: values of parameters.
fn params(check: &mut Check, table: &RawTable) -> Vec<GivenParam> {
    let mut out = Vec::new();
    let packs = table.table("params").into_iter();
    for pack in packs.flat_map(|packs| &packs.entries) {
        let RawValue::Table(values) = &pack.raw.value else {
            continue;
        };
        for entry in &values.entries {
            let Some(value) = param(&entry.raw.value) else {
                check.wrong_type(&entry.raw, check.lang.config().a_param());
                continue;
            };
            out.push(GivenParam {
                pack: pack.key.clone(),
                name: entry.key.clone(),
                value,
                pack_span: pack.place.span.clone(),
                span: entry.place.span.clone(),
            });
        }
    }
    out
}

fn param(value: &RawValue) -> Option<Param> {
    match value {
        RawValue::Text(text) => Some(Param::Text(text.clone())),
        RawValue::Bool(value) => Some(Param::Bool(*value)),
        RawValue::Int(number) => Some(Param::Int(*number)),
        RawValue::List(items) => {
            let items = items.iter().map(|item| param(&item.value));
            Some(Param::List(items.collect::<Option<_>>()?))
        }
        RawValue::Large | RawValue::Float | RawValue::Day(_) | RawValue::Table(_) => None,
    }
}
