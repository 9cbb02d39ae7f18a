//! Names of files that every system takes.

use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization as _;

/// The longest name, in characters, without what tells it apart and the extension.
const LONGEST: usize = 60;

/// Names that Windows keeps for devices, with any extension.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// What a name is known by: some systems tell neither cases apart nor the ways to write a letter with
/// its mark.
pub(super) fn key(name: &str) -> String {
    name.nfc().flat_map(char::to_lowercase).collect()
}

/// The keys of names given so far.
#[derive(Default)]
pub(super) struct Names {
    taken: BTreeSet<String>,
}

impl Names {
    /// Whether a name was given.
    pub(super) fn has(&self, name: &str) -> bool {
        self.taken.contains(&key(name))
    }

    /// A name of its own for what is called `text`.
    pub(super) fn next(&mut self, text: &str) -> String {
        let base = safe(text);
        let mut name = base.clone();
        let mut number = 2_u32;
        while !self.taken.insert(key(&name)) {
            name = format!("{base}-{number}");
            number += 1;
        }
        name
    }
}

/// Letters, digits, blanks, `-` and `_`: no separator, dot, control character or device.
fn safe(text: &str) -> String {
    let mut out = String::new();
    for c in text.nfc() {
        let kept = c.is_alphanumeric() || c == '_' || c == '-';
        let c = if kept { c } else { ' ' };
        // A name that begins with a dash is taken for an option.
        let first = out.is_empty() && (c == ' ' || c == '-');
        let again = c == ' ' && out.ends_with(' ');
        if !first && !again {
            out.push(c);
        }
    }
    let short: String = out.chars().take(LONGEST).collect();
    let name = short.trim();
    let lower = name.to_lowercase();
    let port = lower.strip_prefix("com").or(lower.strip_prefix("lpt"));
    let is_port = port.is_some_and(|rest| rest.chars().count() == 1);
    if name.is_empty() {
        "respondent".to_owned()
    } else if DEVICES.contains(&lower.as_str()) || is_port {
        format!("_{name}")
    } else {
        name.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe() {
        assert_eq!(safe("Øyvær kommune"), "Øyvær kommune");
        assert_eq!(safe("../../etc/passwd"), "etc passwd");
        assert_eq!(safe("a:b*c?\"<>|\u{202e}\n."), "a b c");
        assert_eq!(safe("CON"), "_CON");
        assert_eq!(safe("lpt1"), "_lpt1");
        assert_eq!(safe("com1.txt"), "com1 txt");
        assert_eq!(safe("..."), "respondent");
        assert_eq!(safe(&"å".repeat(300)).chars().count(), LONGEST);
    }

    #[test]
    fn a_name_is_known_however_its_letters_are_written() {
        assert_eq!(key("A\u{30a}SEN.DOCX"), key("åsen.docx"));
        assert_ne!(key("åsen.docx"), key("asen.docx"));
    }

    #[test]
    fn names_are_told_apart_whatever_their_case() {
        let mut names = Names::default();
        assert_eq!(names.next("Skole"), "Skole");
        assert_eq!(names.next("SKOLE"), "SKOLE-2");
        assert_eq!(names.next("skole."), "skole-3");
    }
}
