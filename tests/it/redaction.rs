//! No output holds a name, a number or a free text of a report that is redacted.
#![expect(
    clippy::unwrap_used,
    reason = "in a test a panic is the failure it reports"
)]

use dekom_lint::report::{Kind, ReadOptions, Report};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A rule that finds every text that a respondent wrote, and says it in all ways that a rule can.
const TELLTALE: &str = r#"
[pack]
name = "general"

[[rule]]
id = "every-text"
severity = "error"
for = ["q in report.questions", "a in q.answers"]
where = "a.text != null"
assert = "a.text == ''"
primary = "a.text"
reported = "a.text"
message.nb = "Svaret «{a.text}» står her, og {a.text} der."
why.nb = "{a.respondent} skrev {a.text}"
help.nb = "Spør om {a.text}."
"#;

fn files(extension: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let entries = std::fs::read_dir(folder).unwrap().flatten();
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect();
    files.sort();
    files
}

/// Letters and digits alone, in lower case.
fn squash(text: &str) -> String {
    let kept = text.chars().filter(|c| c.is_alphanumeric());
    kept.flat_map(char::to_lowercase).collect()
}

/// What respondents wrote themselves, as far as it is not what the survey prints too.
fn secrets(report: &Report) -> BTreeSet<String> {
    let mut public = String::new();
    for question in &report.questions {
        public += &squash(&question.title.value);
        public += "|";
        public += &question
            .options
            .iter()
            .map(|o| squash(o))
            .collect::<String>();
    }
    for respondent in &report.respondents {
        public += &squash(&respondent.name);
        public += "|";
    }
    let mut texts = BTreeSet::new();
    for question in report.questions.iter().filter(|q| q.kind != Kind::Places) {
        for answer in &question.answers {
            let own = [&answer.text, &answer.own_text, &answer.comment];
            texts.extend(own.into_iter().flatten().map(|text| text.value.clone()));
        }
        let lists = question.other_answers.iter();
        texts.extend(
            lists
                .flat_map(|list| &list.texts)
                .map(|text| text.value.clone()),
        );
    }
    let lines = texts.iter().flat_map(|text| text.lines()).map(squash);
    lines
        // Shorter ones stand in any text.
        .filter(|line| line.chars().count() >= 5 && !public.contains(line))
        .collect()
}

/// What a command prints.
fn said(command: &mut Command) -> String {
    let done = command.output().unwrap();
    String::from_utf8(done.stdout).unwrap() + &String::from_utf8(done.stderr).unwrap()
}

fn outputs(file: &Path, folder: &Path) -> String {
    let rule = folder.join("telltale.toml");
    std::fs::write(&rule, TELLTALE).unwrap();
    let formats = [
        "full", "concise", "json", "jsonl", "sarif", "junit", "github", "gitlab", "html",
    ];
    let mut command = Command::new(env!("CARGO_BIN_EXE_dekom-lint"));
    command
        .env_clear()
        .env("CI", "true")
        .arg(file)
        .args([
            "--notes",
            "--coverage",
            "--sarif-profile",
            "github",
            "--rules",
        ])
        .arg(rule)
        .arg("--write-baseline")
        .arg(folder.join("baseline.toml"));
    for format in formats {
        let path = folder.join(format!("out.{format}"));
        command
            .arg("--output")
            .arg(format!("{format}={}", path.display()));
    }
    let mut all = said(&mut command);
    let other = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/lost-page.pdf");
    let mut compare = Command::new(env!("CARGO_BIN_EXE_dekom-lint"));
    compare.env_clear().env("CI", "true").arg("compare");
    if other != *file {
        all += &said(compare.arg(&other).arg(file).args(["--format", "json"]));
    }
    let export = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dekom-lint"));
        command
            .env_clear()
            .env("CI", "true")
            .arg("export")
            .arg(file);
        said(command.args(arguments))
    };
    let tables = folder.join("svar.csv");
    all += &export(&["--output", tables.to_str().unwrap()]);
    let lines = export(&["--format", "jsonl"]);
    assert!(lines.lines().count() > 100, "{lines}");
    all += &lines;
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        if entry.file_name() != "telltale.toml" {
            all += &std::fs::read_to_string(entry.path()).unwrap();
        }
    }
    all
}

#[test]
fn nothing_that_a_respondent_wrote_is_printed() {
    let mut count = 0;
    for file in files("pdf").into_iter().chain(files("txt")) {
        let name = file.file_name().unwrap().to_str().unwrap();
        let bytes = std::fs::read(&file).unwrap();
        let report = dekom_lint::report::read(&bytes, &ReadOptions::default()).unwrap();
        let secrets = secrets(&report);
        assert!(secrets.len() > 20, "{name} has few texts");
        let folder = crate::scratch::folder(&format!("redaction-{name}"));
        let all = outputs(&file, &folder);
        assert!(
            all.contains("every-text") && all.contains("[navn-"),
            "{name}"
        );
        let all = squash(&all);
        for secret in &secrets {
            assert!(!all.contains(secret), "{secret} of {name}");
        }
        count += 1;
    }
    assert!(count >= 4);
}

/// What was changed in a report is a value of it.
#[test]
fn a_list_of_what_nothing_noticed_shows_no_value_where_the_output_may_be_public() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/authoring.in");
    for (form, value) in [("full", "«4» → «5»"), ("json", "Storholm kommune")] {
        let mutate = |ci: &str| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_dekom-lint"));
            command
                .current_dir(&folder)
                .env_clear()
                .env("CI", ci)
                .args(["rules", "mutate", "rapport.txt", "--format", form]);
            said(&mut command)
        };
        let (open, hidden) = (mutate(""), mutate("true"));
        assert!(open.contains(value), "{open}");
        assert!(!hidden.contains(value), "{hidden}");
    }
}

#[test]
fn a_trace_shows_no_value_where_the_output_may_be_public() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/authoring.in");
    let trace = |ci: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dekom-lint"));
        command
            .current_dir(&folder)
            .env_clear()
            .env("CI", ci)
            .args([
                "rules",
                "trace",
                "books-do-not-add-up",
                "rapport.txt",
                "--rules",
                "sjekk.toml",
            ]);
        said(&mut command)
    };
    for value in ["Storholm kommune", "[80, 30]"] {
        assert!(trace("").contains(value), "{value}");
        assert!(!trace("true").contains(value), "{value}");
    }
    assert!(trace("true").contains("→ sann"), "{}", trace("true"));
}
