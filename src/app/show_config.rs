//! `--show-config`: all that is in force, as TOML that could stand in the configuration; what only the
//! command line sets stands below it as comments.

use super::environment::World;
use super::redaction::redacts;
use super::settings::{Loaded, Settings};
use crate::cli::Cli;
use crate::config::{FailOn, Suppression, Thresholds};
use crate::render::{Deadline, FollowUp};
use crate::rules::{Lang, PackChoice, Param, RuleSet, Severity};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use toml_writer::{ToTomlKey as _, ToTomlValue as _, TomlKeyBuilder, TomlStringBuilder};

/// What holds for the files under one configuration.
pub(super) fn show(
    settings: &Settings,
    rules: &RuleSet,
    cli: &Cli,
    world: &World<'_>,
    lang: Lang,
) -> String {
    let none = || lang.app().no_config().to_owned();
    let name = settings.loaded.as_ref().map_or_else(none, Loaded::name);
    let mut out = format!("# {}\n", name.replace(char::is_control, "?"));
    let config = settings.loaded.as_ref().map(|loaded| &loaded.config);
    let _ = writeln!(out, "fail-on = {}", threshold(&settings.fail_on));
    let _ = writeln!(out, "lang = {}", quoted(lang.words().code()));
    let _ = writeln!(out, "notes = {}", settings.notes);
    if let Some(order) = settings.order {
        let _ = writeln!(out, "order = {}", quoted(order.name()));
    }
    let _ = writeln!(out, "reader = {}", quoted(settings.reading.reader.name()));
    if let PackChoice::Forced(packs) = &settings.rules.packs {
        let _ = writeln!(out, "packs = {}", texts(packs.iter().map(String::as_str)));
    }
    let paths: Vec<String> = settings
        .rule_paths
        .iter()
        .map(|path| path.to_string_lossy().into_owned())
        .collect();
    if !paths.is_empty() {
        let _ = writeln!(out, "rules = {}", texts(paths.iter().map(String::as_str)));
    }
    if let Some(baseline) = &settings.baseline {
        let _ = writeln!(out, "baseline = {}", quoted(&baseline.to_string_lossy()));
    }
    if !settings.tables.is_empty() {
        out.push_str("\n[tables]\n");
    }
    for (name, path) in &settings.tables {
        let (name, path) = (key(name), quoted(&path.to_string_lossy()));
        let _ = writeln!(out, "{name} = {path}");
    }
    let mut pack = "";
    for ((of, name), value) in &settings.params {
        if of != pack {
            let _ = writeln!(out, "\n[params.{}]", key(of));
            pack = of;
        }
        let _ = writeln!(out, "{} = {}", key(name), written(value));
    }
    out.push_str("\n[severity]\n");
    let mut told = BTreeSet::new();
    let chosen = &settings.rules.severities;
    let mut graded: Vec<(&str, Severity)> = Vec::new();
    for rule in rules.rules() {
        if told.insert(&rule.id) {
            let all = rules.rules().filter(|other| other.id == rule.id);
            let gravest = all.map(|other| other.severity).max();
            graded.push((&rule.id, gravest.unwrap_or(rule.severity)));
        }
    }
    graded.sort_unstable();
    for (rule, severity) in graded {
        let own = chosen.get(rule).copied();
        let level = own.unwrap_or(Some(severity)).map_or("off", Severity::name);
        // What nobody chose is a comment: a rule may have parts of several severities.
        let mark = if own.is_some() { "" } else { "# " };
        let _ = writeln!(out, "{mark}{} = {}", key(rule), quoted(level));
    }
    let limits = config.map(|config| config.thresholds).unwrap_or_default();
    let limits = if cli.lint.checks.fail_on.is_empty() {
        limits
    } else {
        Thresholds::default()
    };
    let limits = [
        ("errors", limits.errors),
        ("warnings", cli.lint.checks.max_warnings.or(limits.warnings)),
        ("notes", limits.notes),
    ];
    if limits.iter().any(|(_, limit)| limit.is_some()) {
        out.push_str("\n[thresholds]\n");
    }
    for (name, limit) in limits {
        if let Some(limit) = limit {
            let _ = writeln!(out, "{name} = {limit}");
        }
    }
    if let Some(config) = config {
        follow_up(&mut out, &config.follow_up);
    }
    for entry in config.map_or(&[][..], |config| &config.suppressions) {
        suppression(&mut out, entry);
    }
    let checks = &cli.lint.checks;
    let _ = writeln!(out, "\n# --redact = {}", redacts(cli, world));
    let _ = writeln!(out, "# --second-reading = {}", settings.second_reading);
    let _ = writeln!(out, "# --no-isolation = {}", settings.in_process);
    if let Some(seconds) = settings.deadline {
        let _ = writeln!(out, "# --deadline = {seconds}");
    }
    if let Some(previous) = &settings.previous {
        let previous = quoted(&previous.to_string_lossy());
        let _ = writeln!(out, "# --previous = {previous}");
    }
    if let Some(respondent) = &checks.respondent {
        let _ = writeln!(out, "# --respondent = {}", quoted(respondent));
    }
    out
}

fn follow_up(out: &mut String, said: &FollowUp) {
    if *said == FollowUp::default() {
        return;
    }
    out.push_str("\n[follow-up]\n");
    if let Some(sender) = &said.sender {
        let _ = writeln!(out, "sender = {}", quoted(sender));
    }
    match &said.deadline {
        Some(Deadline::Day(year, month, day)) => {
            let _ = writeln!(out, "deadline = {year:04}-{month:02}-{day:02}");
        }
        Some(Deadline::Words(words)) => {
            let _ = writeln!(out, "deadline = {}", quoted(words));
        }
        None => {}
    }
    if let Some(greeting) = &said.greeting {
        let _ = writeln!(out, "greeting = {}", quoted(greeting));
    }
}

fn suppression(out: &mut String, entry: &Suppression) {
    let _ = writeln!(out, "\n[[suppress]]\nrule = {}", quoted(&entry.rule));
    for (key, value) in [
        ("question", &entry.question),
        ("respondent", &entry.respondent),
        ("fingerprint", &entry.fingerprint),
    ] {
        if let Some(value) = value {
            let _ = writeln!(out, "{key} = {}", quoted(value));
        }
    }
    let _ = writeln!(out, "reason = {}", quoted(&entry.reason));
    if let Some((year, month, day)) = entry.expires {
        let _ = writeln!(out, "expires = {year:04}-{month:02}-{day:02}");
    }
}

/// A parameter's value as TOML.
fn written(value: &Param) -> String {
    match value {
        Param::Text(text) => quoted(text),
        Param::Int(number) => number.to_string(),
        Param::Bool(value) => value.to_string(),
        Param::List(items) => {
            let items: Vec<String> = items.iter().map(written).collect();
            format!("[{}]", items.join(", "))
        }
    }
}

/// A key as TOML, bare where it may be.
fn key(name: &str) -> String {
    TomlKeyBuilder::new(name).as_default().to_toml_key()
}

/// A TOML string on one line, as a comment needs it.
fn quoted(text: &str) -> String {
    TomlStringBuilder::new(text).as_basic().to_toml_value()
}

/// A severity or `never`, or else a list with the rules too.
fn threshold(fail_on: &FailOn) -> String {
    match fail_on.names().as_slice() {
        [one] if FailOn::NAMES.contains(one) => quoted(one),
        names => texts(names.iter().copied()),
    }
}

/// A list of TOML strings.
fn texts<'t>(all: impl IntoIterator<Item = &'t str>) -> String {
    let all: Vec<String> = all.into_iter().map(quoted).collect();
    format!("[{}]", all.join(", "))
}

#[cfg(test)]
mod tests {
    use super::super::environment::Env;
    use super::super::load;
    use super::*;
    use crate::config::Config;
    use clap::Parser as _;

    #[test]
    fn what_is_shown_is_a_configuration_that_says_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("dekom-lint.toml");
        let text = r#"
reader = "pdf-extract"
[tables]
"dekom.liste" = "/a \"b\"\tc.csv"
bare = "/b.csv"
[params."to ord"]
"x.y" = ["a\nb", 3, true]
[[suppress]]
rule = "sum-mismatch"
reason = """
Avklart:
'ja'."""
"#;
        std::fs::write(&file, text).unwrap();
        let more = ["r.pdf", "--previous", "i\nfjor.pdf", "--rules", "note"];
        let cli = Cli::parse_from(["dekom-lint"].iter().chain(&more));
        let settings = Settings::new(Some(&file), &cli, Lang::Nb).unwrap();
        let rules = load::load_rules(&[], Lang::Nb).unwrap();
        let world = World {
            env: Env::default(),
            stdin: &mut std::io::empty(),
            stdout: &mut std::io::sink(),
            stderr: &mut std::io::sink(),
            open: &mut |_| {},
        };
        let shown = show(&settings, &rules, &cli, &world, Lang::Nb);
        let again = Config::parse(&shown, "", Lang::Nb).unwrap();
        let first = Config::parse(text, "", Lang::Nb).unwrap();
        assert_eq!(again.tables, first.tables);
        assert_eq!(again.reader, first.reader);
        assert_eq!(again.rules, ["note"]);
        let params = |config: &Config| {
            let params = config.params.iter();
            let params = params.map(|p| (p.pack.clone(), p.name.clone(), p.value.clone()));
            params.collect::<Vec<_>>()
        };
        assert_eq!(params(&again), params(&first));
        assert_eq!(again.suppressions[0].reason, first.suppressions[0].reason);
        assert!(
            shown.contains("# --previous = \"i\\nfjor.pdf\"\n"),
            "{shown}"
        );
    }
}
