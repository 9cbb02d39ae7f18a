//! `json`: one object, whose names are a contract that other programs read.

use super::Options;
use crate::diagnostics::{self, FileReport, Finding, Place, Run, SuppressedBy};
use crate::report::{Explanation, Fate};
use crate::rules::{Datum, Lang, RuleStatus};
use serde::Serialize;
use std::collections::BTreeMap;

/// The version of the shape; it grows when a field is removed or changes its meaning.
pub(super) const SCHEMA: u32 = 1;

pub(super) fn render(run: &Run, options: &Options) -> String {
    let root = Root {
        schema: SCHEMA,
        tool: Tool::THIS,
        files: run
            .files
            .iter()
            .map(|file| File::of(file, options.lang))
            .collect(),
        summary: Summary::of(run),
    };
    // Only a map whose keys aren't strings fails to serialize, and there is none.
    let mut out = serde_json::to_string_pretty(&root).unwrap_or_default();
    out.push('\n');
    out
}

#[derive(Serialize)]
struct Root<'a> {
    schema: u32,
    tool: Tool,
    files: Vec<File<'a>>,
    summary: Summary,
}

/// Which program wrote the output.
#[derive(Serialize)]
pub(super) struct Tool {
    pub(super) name: &'static str,
    pub(super) version: &'static str,
}

impl Tool {
    pub(super) const THIS: Self = Self {
        name: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
    };
}

#[derive(Serialize)]
struct File<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    findings: Vec<Item<'a>>,
    suppressed: Vec<Item<'a>>,
}

impl<'a> File<'a> {
    fn of(file: &'a FileReport, lang: Lang) -> Self {
        let (live, suppressed) = file
            .findings
            .iter()
            .map(|finding| (finding.suppressed.is_none(), Item::of(finding, lang)))
            .partition::<Vec<_>, _>(|(live, _)| *live);
        Self {
            head: Head::of(file, lang),
            findings: live.into_iter().map(|(_, item)| item).collect(),
            suppressed: suppressed.into_iter().map(|(_, item)| item).collect(),
        }
    }
}

/// What is said about a file apart from its findings.
#[derive(Serialize)]
pub(super) struct Head<'a> {
    path: &'a str,
    sha256: &'a str,
    status: &'static str,
    error: Option<&'a str>,
    title: Option<&'a str>,
    pages: usize,
    respondents: usize,
    questions: usize,
    questions_incomplete: usize,
    coverage: Coverage<'a>,
    rules: Rules,
    unfinished_rules: Vec<Unfinished<'a>>,
    unlisted: Vec<Unlisted<'a>>,
    packs: &'a [String],
    questions_not_found: Vec<NotFound<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    second_reading: Option<Second>,
}

#[derive(Serialize)]
struct Second {
    confirmed: usize,
    doubted: usize,
    unread: usize,
}

#[derive(Serialize)]
struct Coverage<'a> {
    figures_read: usize,
    figures_checked: usize,
    unread: usize,
    explained: usize,
    /// Runs of digits on the pages by what became of them; together all that there are.
    digit_runs: DigitRuns,
    /// The words with digits that are no figure to check.
    explained_places: Vec<Explained<'a>>,
    /// Places that rules could not judge, by reason.
    not_evaluable: BTreeMap<&'static str, usize>,
    /// The same, rule by rule.
    not_judged: Vec<NotJudged<'a>>,
    rounding: Vec<Rounding<'a>>,
}

#[derive(Serialize)]
struct DigitRuns {
    all: usize,
    checked: usize,
    /// Judged by rules alone that are switched off.
    switched_off: usize,
    read: usize,
    unread: usize,
    explained: BTreeMap<&'static str, usize>,
}

impl DigitRuns {
    fn of(file: &FileReport) -> Self {
        let count = |fate| file.fates.get(&fate).copied().unwrap_or(0);
        let explained = Explanation::ALL.into_iter().filter_map(|what| {
            let runs = count(Fate::Explained(what));
            (runs > 0).then(|| (what.name(), runs))
        });
        Self {
            all: file.fates.values().sum(),
            checked: count(Fate::Checked),
            switched_off: count(Fate::SwitchedOff),
            read: count(Fate::Read),
            unread: count(Fate::Unread),
            explained: explained.collect(),
        }
    }
}

fn held_back(file: &FileReport) -> BTreeMap<&'static str, usize> {
    let mut places = BTreeMap::new();
    for (reason, count) in file.statuses.iter().flat_map(|rule| &rule.reasons) {
        *places.entry(reason.name()).or_default() += count;
    }
    places
}

/// A word with digits that are no figure to check.
#[derive(Serialize)]
struct Explained<'a> {
    what: &'static str,
    page: u32,
    line: u32,
    text: &'a str,
}

impl<'a> Explained<'a> {
    fn of(one: &'a diagnostics::Explained) -> Self {
        Self {
            what: one.what.name(),
            page: one.place.page,
            line: one.place.line,
            text: &one.place.text,
        }
    }
}

/// The places that a rule could not judge, by reason.
#[derive(Serialize)]
struct NotJudged<'a> {
    rule: &'a str,
    reasons: BTreeMap<&'static str, usize>,
}

impl<'a> NotJudged<'a> {
    fn of(rule: &'a RuleStatus) -> Option<Self> {
        let reasons = rule.reasons.iter();
        let reasons = reasons.map(|(why, places)| (why.name(), *places));
        (rule.not_evaluable > 0).then(|| Self {
            rule: &rule.rule,
            reasons: reasons.collect(),
        })
    }
}

/// What the rounding of figures can hide from a rule.
#[derive(Serialize)]
struct Rounding<'a> {
    rule: &'a str,
    most: i64,
    of: &'a str,
    page: u32,
    line: u32,
}

#[derive(Serialize)]
struct Rules {
    passed: usize,
    failed: usize,
    not_applicable: usize,
    not_evaluable: usize,
}

/// A rule that was not run to its end.
#[derive(Serialize)]
struct Unfinished<'a> {
    rule: &'a str,
    reason: &'static str,
}

/// Findings of a rule beyond the most that are kept.
#[derive(Serialize)]
struct Unlisted<'a> {
    rule: &'a str,
    findings: usize,
}

#[derive(Serialize)]
struct NotFound<'a> {
    pack: &'a str,
    question: &'a str,
    name: &'a str,
    rules: &'a [String],
}

impl<'a> Head<'a> {
    pub(super) fn of(file: &'a FileReport, lang: Lang) -> Self {
        Self {
            path: &file.path,
            sha256: &file.sha256,
            status: file.status.name(),
            error: file.error.as_ref().map(|text| text.get(lang)),
            title: file.title.as_deref(),
            pages: file.pages.len(),
            respondents: file.respondents,
            questions: file.questions,
            questions_incomplete: file.questions_incomplete,
            coverage: Coverage {
                figures_read: file.coverage.figures_read,
                figures_checked: file.coverage.figures_checked,
                unread: file.coverage.unread,
                explained: file.coverage.explained,
                digit_runs: DigitRuns::of(file),
                explained_places: file.explained.iter().map(Explained::of).collect(),
                not_evaluable: held_back(file),
                not_judged: file.statuses.iter().filter_map(NotJudged::of).collect(),
                rounding: file
                    .statuses
                    .iter()
                    .filter_map(|rule| {
                        let hidden = rule.hidden.as_ref()?;
                        Some(Rounding {
                            rule: &rule.rule,
                            most: hidden.most,
                            of: hidden.of.get(lang),
                            page: hidden.page,
                            line: hidden.line,
                        })
                    })
                    .collect(),
            },
            rules: Rules {
                passed: file.rules.passed,
                failed: file.rules.failed,
                not_applicable: file.rules.not_applicable,
                not_evaluable: file.rules.not_evaluable + file.rules.unfinished,
            },
            unfinished_rules: file
                .unfinished()
                .map(|(rule, bound)| Unfinished {
                    rule,
                    reason: bound.name(),
                })
                .collect(),
            unlisted: file
                .statuses
                .iter()
                .filter(|rule| rule.unlisted > 0)
                .map(|rule| Unlisted {
                    rule: &rule.rule,
                    findings: rule.unlisted,
                })
                .collect(),
            packs: &file.packs,
            questions_not_found: file
                .questions_not_found
                .iter()
                .map(|lost| NotFound {
                    pack: &lost.pack,
                    question: &lost.key,
                    name: lost.name.get(lang),
                    rules: &lost.rules,
                })
                .collect(),
            second_reading: file.second.map(|second| Second {
                confirmed: second.confirmed,
                doubted: second.doubted,
                unread: second.unread,
            }),
        }
    }
}

/// A finding as the JSON writes it.
#[derive(Serialize)]
pub(super) struct Item<'a> {
    rule: &'a str,
    severity: &'static str,
    certainty: &'static str,
    message: &'a str,
    why: &'a str,
    help: &'a str,
    question: Option<&'a str>,
    question_number: Option<u32>,
    respondent: Option<&'a str>,
    group: Option<&'a str>,
    option: Option<&'a str>,
    reported: Option<Value<'a>>,
    expected: Option<Value<'a>>,
    primary: Spot<'a>,
    related: Vec<Spot<'a>>,
    fingerprint: &'a str,
    fails: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    suppressed: Option<Suppressed<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Value<'a> {
    Int(i64),
    Text(&'a str),
}

impl<'a> From<&'a Datum> for Value<'a> {
    fn from(datum: &'a Datum) -> Self {
        match datum {
            Datum::Int(value) => Self::Int(*value),
            Datum::Text(value) => Self::Text(value),
        }
    }
}

#[derive(Serialize)]
struct Suppressed<'a> {
    by: &'static str,
    reason: &'a str,
}

#[derive(Serialize)]
struct Spot<'a> {
    page: u32,
    line: u32,
    column: u32,
    length: u32,
    text: &'a str,
    bbox: Option<[f32; 4]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'a str>,
}

impl<'a> Item<'a> {
    pub(super) fn of(finding: &'a Finding, lang: Lang) -> Self {
        Self {
            rule: &finding.rule,
            severity: finding.severity.name(),
            certainty: finding.certainty.name(),
            message: finding.message.get(lang),
            why: finding.why.get(lang),
            help: finding.help.get(lang),
            question: finding.question.as_deref(),
            question_number: finding.question_number,
            respondent: finding.respondent.as_deref(),
            group: finding.group.as_deref(),
            option: finding.option.as_deref(),
            reported: finding.reported.as_ref().map(Value::from),
            expected: finding.expected.as_ref().map(Value::from),
            primary: Spot::of(&finding.primary, None),
            related: finding
                .related
                .iter()
                .map(|related| Spot::of(&related.place, Some(related.label.get(lang))))
                .collect(),
            fingerprint: &finding.fingerprint,
            fails: finding.fails(),
            suppressed: finding.suppressed.as_ref().map(|s| Suppressed {
                by: match s.by {
                    SuppressedBy::Config => "config",
                    SuppressedBy::Baseline => "baseline",
                },
                reason: &s.reason,
            }),
        }
    }
}

impl<'a> Spot<'a> {
    fn of(place: &'a Place, label: Option<&'a str>) -> Self {
        Self {
            page: place.page,
            line: place.line,
            column: place.column,
            length: place.length,
            text: &place.text,
            bbox: super::options::corners(place),
            label,
        }
    }
}

/// The counts at the end.
#[derive(Serialize)]
pub(super) struct Summary {
    errors: usize,
    warnings: usize,
    notes: usize,
    suppressed: usize,
    known: usize,
    fixed: usize,
}

impl Summary {
    pub(super) fn of(run: &Run) -> Self {
        let summary = run.summary();
        Self {
            errors: summary.errors,
            warnings: summary.warnings,
            notes: summary.notes,
            suppressed: summary.suppressed,
            known: summary.known,
            fixed: run.fixed.unwrap_or(0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Format, Options, render};
    use crate::sample;

    #[test]
    fn the_whole_shape() {
        insta::assert_snapshot!(render(Format::Json, &sample::run(), &Options::default()));
    }

    #[test]
    fn an_empty_run_is_an_object() {
        let out = render(
            Format::Json,
            &crate::diagnostics::Run::default(),
            &Options::default(),
        );
        let value: serde_json::Value = serde_json::from_str(&out).unwrap();
        assert_eq!(value["schema"], 1);
        assert_eq!(value["files"], serde_json::json!([]));
    }
}
