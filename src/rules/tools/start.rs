//! A pack of rules to begin with, for a survey that no pack knows.

use crate::report::{Kind, Question, Report};
use crate::rules::Lang;
use std::fmt::Write as _;

/// A text as TOML writes it.
pub(super) fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// A regular expression that is the text itself, as TOML.
fn pattern(text: &str) -> String {
    let mut pattern = String::from("^");
    for c in text.chars() {
        match c {
            // Easier to read, and to edit, than a backslash.
            '.' | '?' | '+' | '*' | '(' | ')' | '{' | '}' | '|' | '$' => {
                pattern.extend(['[', c, ']']);
            }
            '\\' | '^' | '[' | ']' => pattern.extend(['\\', c]),
            _ => pattern.push(c),
        }
    }
    pattern.push('$');
    quoted(&pattern)
}

/// The names of the questions: what rules call them.
pub(super) fn keys(report: &Report) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    for question in &report.questions {
        keys.push(format!("q{}", question.number));
    }
    keys
}

/// `[pack]` with the questions of a report.
pub(super) fn pack(report: &Report) -> String {
    let title = report
        .title
        .as_ref()
        .map_or("", |title| title.value.as_str());
    let mut text = String::new();
    // Writing into a text cannot fail.
    let _ = write!(
        text,
        "[pack]\nname = \"survey\"\ntitle.nb = {}\ndescription.nb = \"\"\napplies_to = [{}]\n",
        quoted(title),
        pattern(title),
    );
    for (question, key) in report.questions.iter().zip(keys(report)) {
        let _ = write!(
            text,
            "\n[[pack.question]]\nkey = \"{key}\"\npattern = {}\n",
            pattern(&question.title.value)
        );
        if question.kind != Kind::Unknown {
            let _ = writeln!(text, "kind = \"{}\"", question.kind.name());
        }
    }
    text
}

/// A pack to begin with: the survey's questions, and rules that wait to be filled in.
pub fn starting_pack(report: &Report, lang: Lang) -> String {
    let said = lang.authoring();
    let mut text = String::from(said.starting_pack());
    text.push_str(&pack(report));
    let key_of = |kind: Kind| {
        let asked = report.questions.iter().zip(keys(report));
        let found = asked.filter(|(question, _): &(&Question, String)| question.kind == kind);
        found.map(|(_, key)| key).collect::<Vec<_>>()
    };
    let integers = key_of(Kind::Integer);
    if let [first, rest @ ..] = integers.as_slice() {
        text.push_str(&commented(&format!(
            "{}\n\n\
             [[rule]]\nid = \"unlikely-number\"\nseverity = \"warning\"\n\
             summary.nb = \"Et usannsynlig tall\"\n\
             for = [\"q in questions('{first}')\", \"a in q.answers\"]\nwhere = \"a.value != null\"\n\
             assert = \"a.value <= 1000\"\nprimary = \"a.value\"\n\
             message.nb = \"{{a.respondent}} oppgir {{a.value}}.\"\n",
            said.unlikely_number(),
        )));
        if let Some(second) = rest.first() {
            text.push_str(&commented(&format!(
                "{}\n\n{}",
                said.part_of_another(),
                super::suggest::not_above("part-above-whole", first, second, "", "")
            )));
        }
    }
    for kind in [Kind::MultipleChoice, Kind::SingleChoice] {
        let Some(key) = key_of(kind).into_iter().next() else {
            continue;
        };
        let id = if kind == Kind::MultipleChoice {
            "clashing-options"
        } else {
            "odd-option"
        };
        text.push_str(&commented(&format!(
            "{}\n\n\
             [[rule]]\nid = \"{id}\"\nseverity = \"warning\"\n\
             summary.nb = \"Et svar å se nærmere på\"\n\
             for = [\"q in questions('{key}')\", \"a in q.answers\", \"c in a.choices\"]\n\
             assert = \"!c.option.matches('(?i)^annet')\"\nprimary = \"c.option\"\n\
             message.nb = \"{{a.respondent}} har valgt «{{c.option}}».\"\n",
            said.closer_look(),
        )));
    }
    text
}

/// A text of which each line is a comment.
fn commented(text: &str) -> String {
    let mut out = String::from("\n");
    for line in text.lines() {
        out.push_str(if line.is_empty() { "#" } else { "# " });
        out.push_str(line);
        out.push('\n');
    }
    out
}
