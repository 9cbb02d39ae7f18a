//! `sarif`: SARIF 2.1.0.
//!
//! A PDF is a binary artifact, against which section 3.30.1 forbids regions of text. So a location
//! has no region; page and box stand in its property bag. With sidecars, locations point at those.

mod model;
mod sidecar;

pub use sidecar::sidecar;

use super::json::Tool as This;
use super::options::corners;
use super::{Options, plain};
use crate::diagnostics::{
    FileReport, FileStatus, Finding, InputKind, Place, RuleInfo, Run, SuppressedBy,
};
use crate::rules::{Datum, Lang, Severity, Text};
use model::{
    Artifact, ArtifactLocation, Configuration, Driver, Invocation, Location, Log, LogicalLocation,
    Message, Notification, Outcome, PagePlace, PhysicalLocation, Region, Rule, Suppression, Tags,
    Tool,
};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Where the program and its pages are.
const HOME: &str = env!("CARGO_PKG_REPOSITORY");

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

pub(super) fn render(run: &Run, options: &Options) -> String {
    let rules = rules(run);
    let files = run.files.iter().enumerate();
    let files: Vec<File<'_>> = files
        .map(|(index, report)| File {
            report,
            index,
            sidecar: options.sidecars.get(index).filter(|uri| !uri.is_empty()),
            lang: options.lang,
        })
        .collect();
    let results = files.iter().flat_map(|file| {
        let findings = file.report.findings.iter();
        findings.map(|finding| file.result(finding, &rules, run.fixed.is_some()))
    });
    let log = Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [model::Run {
            tool: Tool {
                driver: Driver {
                    name: This::THIS.name,
                    version: This::THIS.version,
                    information_uri: HOME,
                    rules: rules.iter().map(|info| rule(info, options.lang)).collect(),
                },
            },
            language: options.lang.words().code(),
            column_kind: "unicodeCodePoints",
            invocations: [invocation(&files)],
            artifacts: artifacts(&files),
            redaction_tokens: &run.redaction_tokens,
            results: results.collect(),
        }],
    };
    // Only a map whose keys aren't strings fails to serialize, and there is none.
    let mut out = serde_json::to_string_pretty(&log).unwrap_or_default();
    out.push('\n');
    out
}

/// The rules that were loaded, and those that only findings name.
fn rules(run: &Run) -> Vec<RuleInfo> {
    let mut rules = run.rules.clone();
    for finding in run.files.iter().flat_map(|file| &file.findings) {
        if rules.iter().all(|info| info.id != finding.rule) {
            rules.push(RuleInfo {
                id: finding.rule.clone(),
                severity: Some(finding.severity),
                summary: Text::default(),
                why: finding.why.clone(),
                help: finding.help.clone(),
                ..RuleInfo::default()
            });
        }
    }
    rules
}

fn rule(info: &RuleInfo, lang: Lang) -> Rule<'_> {
    // GitHub wants all three texts of every rule.
    let first = |texts: &[&Text]| Message {
        text: texts
            .iter()
            .map(|text| text.get(lang))
            .find(|text| !text.is_empty())
            .unwrap_or(&info.id)
            .to_owned(),
    };
    Rule {
        id: &info.id,
        short_description: first(&[&info.summary]),
        full_description: first(&[&info.why, &info.summary]),
        help: first(&[&info.help, &info.why, &info.summary]),
        help_uri: info
            .page
            .as_ref()
            .map(|page| format!("{HOME}/blob/v{}/{page}", This::THIS.version)),
        properties: (!info.pack.is_empty()).then(|| Tags { tags: [&info.pack] }),
        default_configuration: info.severity.map(|severity| Configuration {
            level: level(severity),
        }),
    }
}

/// A text as a message that has no links: `[text](place)` would be one.
fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for ch in text.chars() {
        if matches!(ch, '[' | ']' | '\\') {
            out.push('\\');
        }
        out.push(ch);
    }
    out
}

fn level(severity: Severity) -> &'static str {
    severity.name()
}

/// A result is an error where the run fails on it, as a gate that reads the file has to see the same.
/// What is suppressed keeps its own severity, which says how grave it would be.
fn graded(finding: &Finding) -> &'static str {
    match finding.severity {
        _ if finding.fails() => level(Severity::Error),
        Severity::Error if finding.suppressed.is_none() => level(Severity::Warning),
        severity => level(severity),
    }
}

/// What could not be checked is told as the tool's own notification, as it is no result.
fn invocation<'a>(files: &[File<'a>]) -> Invocation<'a> {
    let unreadable = files
        .iter()
        .filter(|file| file.report.status == FileStatus::Unreadable);
    let unreadable = unreadable.map(|file| {
        let error = file.report.error.as_ref();
        (file, error.map_or("", |e| e.get(file.lang)).to_owned())
    });
    let unfinished = files.iter().flat_map(|file| {
        let rules = file.report.unfinished();
        rules.map(move |(rule, bound)| (file, format!("{rule}: {}", bound.words(file.lang))))
    });
    let notifications: Vec<_> = unreadable
        .chain(unfinished)
        .map(|(file, text)| Notification {
            level: "error",
            message: Message {
                text: literal(&text),
            },
            locations: vec![Location {
                id: None,
                physical_location: PhysicalLocation {
                    artifact_location: file.artifact(),
                    region: None,
                },
                logical_locations: Vec::new(),
                message: None,
                properties: None,
            }],
        })
        .collect();
    Invocation {
        execution_successful: notifications.is_empty(),
        tool_execution_notifications: notifications,
    }
}

/// The files, and after them their sidecars.
fn artifacts(files: &[File<'_>]) -> Vec<Artifact> {
    let originals = files.iter().map(|file| Artifact {
        location: ArtifactLocation {
            uri: uri(&file.report.path),
            index: None,
        },
        mime_type: file.report.kind.mime(),
        hashes: BTreeMap::from([("sha-256", file.report.sha256.clone())]),
    });
    let sidecars = files.iter().filter_map(|file| {
        Some(Artifact {
            location: ArtifactLocation {
                uri: uri(file.sidecar?),
                index: None,
            },
            mime_type: "text/plain",
            hashes: BTreeMap::new(),
        })
    });
    originals.chain(sidecars).collect()
}

struct File<'a> {
    report: &'a FileReport,
    index: usize,
    sidecar: Option<&'a String>,
    lang: Lang,
}

impl<'a> File<'a> {
    fn artifact(&self) -> ArtifactLocation {
        ArtifactLocation {
            uri: uri(&self.report.path),
            index: Some(self.index),
        }
    }

    fn result(&self, finding: &'a Finding, rules: &[RuleInfo], baseline: bool) -> Outcome<'a> {
        let by = finding.suppressed.as_ref().map(|suppressed| suppressed.by);
        let mut primary = self.location(&finding.primary, None);
        primary.logical_locations = logical(finding);
        Outcome {
            rule_id: &finding.rule,
            rule_index: rules.iter().position(|info| info.id == finding.rule),
            level: graded(finding),
            message: Message {
                text: literal(finding.message.get(self.lang)),
            },
            locations: [primary],
            related_locations: (1..)
                .zip(&finding.related)
                .map(|(id, related)| Location {
                    id: Some(id),
                    ..self.location(&related.place, Some(related.label.get(self.lang)))
                })
                .collect(),
            partial_fingerprints: BTreeMap::from([("dekomLint/v1", finding.fingerprint.as_str())]),
            suppressions: finding
                .suppressed
                .iter()
                .map(|suppressed| Suppression {
                    kind: "external",
                    status: "accepted",
                    justification: &suppressed.reason,
                })
                .collect(),
            baseline_state: baseline.then_some(if by == Some(SuppressedBy::Baseline) {
                "unchanged"
            } else {
                "new"
            }),
            properties: properties(finding),
        }
    }

    fn location(&self, place: &Place, label: Option<&str>) -> Location<'a> {
        let physical_location = match self.sidecar {
            Some(sidecar) => PhysicalLocation {
                artifact_location: ArtifactLocation {
                    uri: uri(sidecar),
                    index: None,
                },
                region: Some(sidecar::region(self.report, place)),
            },
            None => PhysicalLocation {
                artifact_location: self.artifact(),
                region: line_region(self.report, place),
            },
        };
        let bbox = corners(place);
        Location {
            id: None,
            physical_location,
            logical_locations: Vec::new(),
            message: label.filter(|text| !text.is_empty()).map(|text| Message {
                text: literal(text),
            }),
            properties: Some(PagePlace {
                page: place.page,
                line: place.line,
                bbox,
                unit: bbox.map(|_| "pt"),
                origin: bbox.map(|_| "top-left"),
            }),
        }
    }
}

/// Where a place stands in a text file; a PDF is binary and has no lines.
fn line_region(report: &FileReport, place: &Place) -> Option<Region> {
    (report.kind == InputKind::Text).then(|| {
        let line = place.line.max(1) as usize;
        let end_line = place.end_line as usize;
        Region {
            start_line: line,
            start_column: place.column.max(1) as usize,
            end_line: end_line.max(line),
            end_column: place.end_column.max(1) as usize,
        }
    })
}

fn logical(finding: &Finding) -> Vec<LogicalLocation<'_>> {
    let parts = [
        ("question", &finding.question),
        ("group", &finding.group),
        ("respondent", &finding.respondent),
        ("option", &finding.option),
    ];
    parts
        .into_iter()
        .filter_map(|(kind, name)| Some((kind, name.as_deref()?)))
        .filter(|(_, name)| !name.is_empty())
        .map(|(kind, name)| LogicalLocation { name, kind })
        .collect()
}

fn properties(finding: &Finding) -> BTreeMap<&'static str, String> {
    let value = |datum: &Datum| match datum {
        Datum::Int(value) => value.to_string(),
        Datum::Text(text) => text.clone(),
    };
    let mut out = BTreeMap::from([
        ("certainty", finding.certainty.name().to_owned()),
        ("severity", finding.severity.name().to_owned()),
        ("text", finding.primary.text.clone()),
    ]);
    if let Some(reported) = &finding.reported {
        out.insert("reported", value(reported));
    }
    if let Some(expected) = &finding.expected {
        out.insert("expected", value(expected));
    }
    out
}

/// A path as a relative reference: `/` between folders, everything that isn't unreserved escaped.
fn uri(path: &str) -> String {
    let mut out = String::new();
    let path = path.replace('\\', "/");
    let drive = path.chars().nth(1) == Some(':');
    if path.starts_with('/') {
        out.push_str("file://");
    } else if drive {
        out.push_str("file:///");
    }
    let path = plain::page(&path);
    for (index, byte) in path.bytes().enumerate() {
        let colon = drive && index == 1;
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) || colon {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::{Format, Options, render};
    use super::*;
    use crate::sample;
    use serde_json::Value;

    /// The schema as OASIS publishes it.
    const OFFICIAL: &str = include_str!("../../../tests/schemas/sarif-2.1.0.json");

    fn validator() -> jsonschema::Validator {
        // One pattern of the schema has a bracket too many, which only a lenient reader of regular
        // expressions takes for itself.
        let mended = OFFICIAL.replace("[a-zA-Z]{2}]?$", "[a-zA-Z]{2}$");
        assert_ne!(mended, OFFICIAL);
        let schema: Value = serde_json::from_str(&mended).unwrap();
        jsonschema::validator_for(&schema).unwrap()
    }

    #[test]
    fn what_looks_like_a_link_is_text() {
        let mut run = sample::run();
        run.files[0].findings[0].message.nb = "Se [her](1) og C:\\rapport".to_owned();
        let out = render(Format::Sarif, &run, &Options::default());
        let text = valid(&out)["runs"][0]["results"][0]["message"]["text"].clone();
        assert_eq!(text, "Se \\[her\\](1) og C:\\\\rapport");
    }

    fn valid(out: &str) -> Value {
        let value: Value = serde_json::from_str(out).unwrap();
        let validator = validator();
        let errors: Vec<String> = validator
            .iter_errors(&value)
            .map(|e| e.to_string())
            .collect();
        assert_eq!(errors, Vec::<String>::new());
        value
    }

    fn with_sidecars() -> Options {
        Options {
            sidecars: vec!["ut/vårfjell 2025.txt".to_owned(), String::new()],
            ..Options::default()
        }
    }

    #[test]
    fn a_pdf_has_no_regions() {
        let out = render(Format::Sarif, &sample::run(), &Options::default());
        valid(&out);
        assert!(!out.contains("\"region\""));
        insta::assert_snapshot!(out);
    }

    #[test]
    fn with_sidecars_every_location_has_lines_from_one() {
        let run = sample::run();
        let value = valid(&render(Format::Sarif, &run, &with_sidecars()));
        let text = sidecar(&run.files[0], Lang::Nb);
        let lines: Vec<&str> = text.lines().collect();
        for result in value["runs"][0]["results"].as_array().unwrap() {
            let place = &result["locations"][0]["physicalLocation"];
            assert_eq!(
                place["artifactLocation"]["uri"],
                "ut/v%C3%A5rfjell%202025.txt"
            );
            let number =
                |name: &str| usize::try_from(place["region"][name].as_u64().unwrap()).unwrap();
            let line = lines[number("startLine") - 1];
            let (start, end) = (number("startColumn") - 1, number("endColumn") - 1);
            let covered: String = line.chars().take(end).skip(start).collect();
            assert_eq!(result["properties"]["text"], covered.as_str());
        }
    }

    #[test]
    fn the_schema_is_really_applied() {
        let validator = validator();
        let out = render(Format::Sarif, &sample::run(), &with_sidecars());
        let broken = out.replacen("\"startLine\": 5", "\"startLine\": 0", 1);
        assert_ne!(out, broken);
        assert!(!validator.is_valid(&serde_json::from_str(&broken).unwrap()));
    }

    #[test]
    fn an_error_is_what_the_run_fails_on() {
        let mut run = sample::run();
        for finding in &mut run.files[0].findings {
            finding.failing = !finding.failing;
        }
        let value = valid(&render(Format::Sarif, &run, &Options::default()));
        let results = value["runs"][0]["results"].as_array().unwrap().iter();
        let levels = results.map(|r| (r["ruleId"].as_str().unwrap(), r["level"].as_str().unwrap()));
        let levels: BTreeMap<_, _> = levels.collect();
        assert_eq!(levels["sum-mismatch"], "warning");
        assert_eq!(levels["missing-answer"], "error");
        // It is suppressed.
        assert_eq!(levels["invalid-phone"], "warning");
    }

    #[test]
    fn an_empty_run_is_valid() {
        valid(&render(Format::Sarif, &Run::default(), &Options::default()));
    }

    #[test]
    fn paths_become_relative_references() {
        assert_eq!(uri("a b/ø.pdf"), "a%20b/%C3%B8.pdf");
        assert_eq!(uri("a\\b.pdf"), "a/b.pdf");
        assert_eq!(uri("/tmp/a.pdf"), "file:///tmp/a.pdf");
        assert_eq!(uri("C:\\a.pdf"), "file:///C:/a.pdf");
        assert_eq!(uri("a:b.pdf"), "file:///a:b.pdf");
    }
}
