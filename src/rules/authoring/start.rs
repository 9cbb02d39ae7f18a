//! A pack of rules to begin with, for a survey that no pack knows.

use crate::report::{Kind, Question, Report};
use crate::rules::Lang;
use std::fmt::Write as _;

/// A text as TOML writes it.
pub(super) fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// What titles say that is another thing in the next export, or in another county's.
struct Passing {
    /// Names of the county: those whose county authority answers.
    counties: Vec<String>,
}

/// What stands for a year, or for a span of years.
const YEARS: &str = "[0-9/–-]+";

impl Passing {
    fn of(report: &Report) -> Self {
        let names = report.respondents.iter().filter_map(|respondent| {
            let words = respondent.name.strip_suffix("kommune")?.trim_end();
            let county = words.strip_suffix("fylkes").unwrap_or("").trim_end();
            (!county.is_empty()).then(|| county.to_owned())
        });
        Self {
            counties: names.collect(),
        }
    }

    /// A regular expression on a title, without its beginning and end.
    fn pattern(&self, title: &str) -> String {
        let mut pattern = String::new();
        let mut rest = title;
        let mut before = ' ';
        while let Some(c) = rest.chars().next() {
            let apart = !before.is_alphanumeric();
            let county = self.counties.iter().find(|name| {
                let after = rest.strip_prefix(name.as_str());
                apart && after.is_some_and(|after| !after.starts_with(char::is_alphanumeric))
            });
            let skip = if let Some(county) = county {
                pattern.push_str(".+");
                county.len()
            } else if let Some(length) = years(rest).filter(|_| apart) {
                pattern.push_str(YEARS);
                length
            } else {
                literal(c, &mut pattern);
                c.len_utf8()
            };
            before = rest
                .get(..skip)
                .and_then(|s| s.chars().next_back())
                .unwrap_or(' ');
            rest = rest.get(skip..).unwrap_or("");
        }
        pattern
    }

    /// The same for the title of a report. Of three parts or more, the first is the county.
    fn title(&self, title: &str) -> String {
        let parts: Vec<&str> = title.splitn(3, " - ").collect();
        match parts.as_slice() {
            [_, scheme, rest] => format!(" - {}$", self.pattern(&format!("{scheme} - {rest}"))),
            _ => format!("^{}$", self.pattern(title)),
        }
    }
}

/// How long a year, or a span of years (`2024/2025`, `2024–25`), is that a text begins with.
fn years(text: &str) -> Option<usize> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let century = text.starts_with("19") || text.starts_with("20");
    if !century || digits(text) != 4 {
        return None;
    }
    let rest = text.get(4..)?;
    let sign = rest.chars().next().filter(|c| matches!(c, '/' | '-' | '–'));
    let length = sign.map_or(0, char::len_utf8);
    let second = rest.get(length..).map_or(0, digits);
    Some(if length > 0 && matches!(second, 2 | 4) {
        4 + length + second
    } else {
        4
    })
}

/// A character as a regular expression.
pub(super) fn literal(c: char, pattern: &mut String) {
    match c {
        // Easier to read, and to edit, than a backslash.
        '.' | '?' | '+' | '*' | '(' | ')' | '{' | '}' | '|' | '$' => pattern.extend(['[', c, ']']),
        '\\' | '^' | '[' | ']' => pattern.extend(['\\', c]),
        _ => pattern.push(c),
    }
}

/// Regular expressions on the titles of the questions, as TOML. Where two would be the same without
/// year and county, these stay.
fn patterns(report: &Report, passing: &Passing) -> Vec<String> {
    let titles = || report.questions.iter().map(|q| q.title.value.as_str());
    let general: Vec<String> = titles().map(|title| passing.pattern(title)).collect();
    let patterns = titles().zip(&general).map(|(title, pattern)| {
        let alone = general.iter().filter(|other| *other == pattern).count() == 1;
        let mut own = String::new();
        title.chars().for_each(|c| literal(c, &mut own));
        let pattern = if alone { pattern } else { &own };
        quoted(&format!("^{pattern}$"))
    });
    patterns.collect()
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
    let passing = Passing::of(report);
    let patterns = patterns(report, &passing);
    // A report whose title was not read is known by its first question.
    let applies = match title {
        "" => patterns.first().cloned().unwrap_or_default(),
        title => quoted(&passing.title(title)),
    };
    let mut text = String::new();
    // Writing into a text cannot fail.
    let _ = write!(
        text,
        "[pack]\nname = \"survey\"\ntitle.nb = {}\ndescription.nb = \"\"\napplies_to = [{applies}]\n",
        quoted(title),
    );
    let asked = report.questions.iter().zip(keys(report)).zip(patterns);
    for ((question, key), pattern) in asked {
        let _ = write!(
            text,
            "\n[[pack.question]]\nkey = \"{key}\"\npattern = {pattern}\n",
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
    let mut offer = |said: &str, check: &str| {
        text.push_str(&commented(&format!("{said}\n\n[[check]]\n{check}\n")));
    };
    if let [first, rest @ ..] = integers.as_slice() {
        offer(
            said.unlikely_number(),
            &format!("id = \"unlikely-number\"\nvalue = \"{first}\"\nat_most = 1000"),
        );
        if let Some(second) = rest.first() {
            offer(
                said.part_of_another(),
                &format!(
                    "id = \"part-above-whole\"\nshare = \"{first}\"\nof = \"{second}\"\nat_most = 100"
                ),
            );
        }
    }
    let chosen = key_of(Kind::MultipleChoice).into_iter();
    let texts = key_of(Kind::Text).into_iter();
    if let Some(key) = chosen.chain(key_of(Kind::SingleChoice)).next()
        && let Some(other) = integers.iter().cloned().chain(texts).next()
    {
        offer(
            said.closer_look(),
            &format!(
                "id = \"option-without-answer\"\ngiven = \"{key}\"\noption = '^annet'\nrequires = \"{other}\""
            ),
        );
    }
    if let Some(key) = key_of(Kind::Text).into_iter().next() {
        offer(
            said.short_text(),
            &format!("id = \"short-text\"\nwords = \"{key}\"\nat_least = 5"),
        );
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn county_and_year_pass() {
        let passing = Passing {
            counties: vec!["Fjordheim".to_owned()],
        };
        let title = |title| passing.title(title);
        assert_eq!(
            title("Nordland - Desentralisert ordning - Rapportering 2024/2025"),
            " - Desentralisert ordning - Rapportering [0-9/–-]+$"
        );
        assert_eq!(
            title("Skoleutvikling i Fjordheim - Rapportering 2025"),
            "^Skoleutvikling i .+ - Rapportering [0-9/–-]+$"
        );
        assert_eq!(
            passing.pattern("skoleåret 2024–25?"),
            "skoleåret [0-9/–-]+[?]"
        );
        // No years: an amount, a part of a word.
        assert_eq!(
            passing.pattern("20250 kr, A2024, 2024-5"),
            "20250 kr, A2024, [0-9/–-]+-5"
        );
        assert_eq!(passing.pattern("Fjordheimen"), "Fjordheimen");
    }

    #[test]
    fn questions_that_differ_by_the_year_keep_it() {
        let text = crate::rules::bases::base("survey").unwrap_or_default();
        let mut report = crate::report::parse(crate::text::from_text(text));
        for (question, title) in
            report
                .questions
                .iter_mut()
                .zip(["I 2024?", "I 2025?", "I år 2025?"])
        {
            question.title.value = title.to_owned();
        }
        let found = patterns(&report, &Passing::of(&report));
        assert_eq!(
            found.get(..3).unwrap_or_default(),
            [
                "\"^I 2024[?]$\"",
                "\"^I 2025[?]$\"",
                "\"^I år [0-9/–-]+[?]$\""
            ]
        );
    }
}
