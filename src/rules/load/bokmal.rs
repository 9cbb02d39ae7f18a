//! What is said of mistakes in rule files, in bokmål.
//!
//! Mistakes are worded in English where they are found. Here each wording has its like, `{}` standing
//! for what is filled in; a test holds every mistake that the tests know to this list.

use super::wordings::{LIST, TYPES, WORDS};

/// A wording in bokmål; as it is where the list lacks it (TOML's own mistakes).
pub(super) fn bokmal(said: &str) -> String {
    translated(said).unwrap_or_else(|| said.to_owned())
}

/// A wording in bokmål, where the list has it.
pub(crate) fn translated(said: &str) -> Option<String> {
    LIST.iter().find_map(|(english, norwegian)| {
        let filled = filled(english, said)?;
        let mut parts = norwegian.split("{}");
        let mut text = parts.next().unwrap_or_default().to_owned();
        for (value, part) in filled.into_iter().zip(parts) {
            // In quotes stands what the rule file has.
            let quoted = text.ends_with(['`', '\'']);
            let said = Some(value).filter(|_| !quoted).and_then(of_type);
            text.push_str(&said.unwrap_or_else(|| of_value(value)));
            text.push_str(part);
        }
        Some(text)
    })
}

/// What is filled in may be words too: `a text`, or several types.
fn of_value(value: &str) -> String {
    if let Some((_, norwegian)) = WORDS.iter().find(|(english, _)| *english == value) {
        return (*norwegian).to_owned();
    }
    if let Some(first) = value.strip_suffix(" stands") {
        return format!("{} står", of_value(first));
    }
    match value.rsplit_once(" and ") {
        Some((listed, more)) if more.ends_with(" more") => {
            format!("{listed} og {} til", more.trim_end_matches(" more"))
        }
        _ if value.split(" or ").all(is_one) => value.replace(" or ", " eller "),
        _ => value.to_owned(),
    }
}

/// A type, or several: `text?`, `list<int>`, `int or text`. A part of the report keeps its name.
fn of_type(value: &str) -> Option<String> {
    if let Some((one, other)) = value.split_once(" or ") {
        return Some(format!("{} eller {}", of_type(one)?, of_type(other)?));
    }
    if let Some(rest) = value.strip_suffix('?') {
        return Some(format!("{} eller null", of_type(rest)?));
    }
    let inner = value.strip_prefix("list<");
    if let Some(item) = inner.and_then(|rest| rest.strip_suffix('>')) {
        let item = of_type(item).unwrap_or_else(|| item.to_owned());
        return Some(format!("liste av {item}"));
    }
    let (_, norwegian) = TYPES.iter().find(|(english, _)| *english == value)?;
    Some((*norwegian).to_owned())
}

/// A type, or a sign in backquotes, rather than words of the rule file.
fn is_one(value: &str) -> bool {
    value.starts_with('`')
        || value
            .chars()
            .all(|c| c.is_alphanumeric() || "<>?".contains(c))
}

/// What stands for each `{}` of a wording; `None` where the text is another one.
fn filled<'t>(wording: &str, text: &'t str) -> Option<Vec<&'t str>> {
    let mut parts = wording.split("{}");
    let mut rest = text.strip_prefix(parts.next()?)?;
    let parts: Vec<&str> = parts.collect();
    let mut values = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        let last = index + 1 == parts.len();
        let (value, after) = if last {
            (rest.strip_suffix(part)?, "")
        } else {
            rest.split_once(part)?
        };
        values.push(value);
        rest = after;
    }
    rest.is_empty().then_some(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_filled_in_is_kept() {
        for (english, norwegian) in [
            (
                "a rule has no key `asert`",
                "en regel har ikke nøkkelen `asert`",
            ),
            ("did you mean `assert`?", "mente du `assert`?"),
            (
                "there is `error`, `note` and 3 more",
                "det finnes `error`, `note` og 3 til",
            ),
            ("there is `error`, `note`", "det finnes `error`, `note`"),
            (
                "`sum` stands where an operator or the end should be",
                "`sum` står der en operator eller slutten skulle stå",
            ),
            (
                "this is text?, but int or text is needed",
                "dette er tekst eller null, men her trengs heltall eller tekst",
            ),
            (
                "this is list<Answer>?, but bool is needed",
                "dette er liste av Answer eller null, men her trengs sann/usann",
            ),
            ("nothing is called `text`", "ingenting heter `text`"),
            (
                "`halfUp` takes 1 argument, not 3",
                "`halfUp` tar 1 argument, ikke 3",
            ),
        ] {
            assert_eq!(translated(english).as_deref(), Some(norwegian));
        }
        assert_eq!(translated("something that nobody says"), None);
    }

    /// The sources in which mistakes are worded.
    fn sources() -> String {
        let mut all = String::new();
        for folder in ["src/rules/lang", "src/rules/load"] {
            for entry in std::fs::read_dir(folder).unwrap().flatten() {
                let path = entry.path();
                if path.is_file() && !path.ends_with("wordings.rs") && !path.ends_with("bokmal.rs")
                {
                    all.push_str(&std::fs::read_to_string(path).unwrap());
                }
            }
        }
        all
    }

    #[test]
    fn no_wording_is_listed_that_nobody_says_any_more() {
        let sources = sources();
        for (english, _) in LIST {
            let mut parts: Vec<&str> = english.split("{}").collect();
            parts.sort_by_key(|part| part.len());
            let longest = parts.pop().unwrap();
            // As Rust writes a quote in a text.
            let written = longest.trim_end_matches('`').replace('"', "\\\"");
            assert!(sources.contains(&written), "{english}");
        }
    }

    #[test]
    fn every_wording_fills_in_as_much_and_is_listed_once() {
        for (i, (english, norwegian)) in LIST.iter().enumerate() {
            let count = |text: &str| text.matches("{}").count();
            assert_eq!(count(english), count(norwegian), "{english}");
            let again = LIST.iter().skip(i + 1).any(|(other, _)| other == english);
            assert!(!again, "{english}");
        }
    }
}
