//! `rules test --accept`: writes what was found into the cases that expect something else. What is to be
//! left alone, and what was not found at all, stays: that is for whoever wrote the rule.

use super::super::cli_error::{CliError, CliErrors};
use super::super::inputs::called;
use super::super::load;
use super::super::outbox::Outbox;
use super::super::source;
use crate::rules::{Amendment, Case, CaseResult, Lang};
use std::path::PathBuf;
use toml_edit::{DocumentMut, Item, Table, value};

/// A byte order mark, which some editors put before a text.
const MARK: char = '\u{feff}';

/// A file with cases that were rewritten.
pub(super) struct Amended {
    /// What the file is called.
    pub(super) file: String,
    /// Where each of the cases began.
    pub(super) cases: Vec<usize>,
}

impl Amended {
    /// Whether a case was rewritten.
    pub(super) fn has(&self, case: &Case) -> bool {
        case.file == self.file && self.cases.contains(&case.span.start)
    }
}

/// Rewrites the cases of the files that people named, and says which of each.
pub(super) fn amend(
    results: &[CaseResult<'_>],
    files: &[PathBuf],
    lang: Lang,
) -> Result<Vec<Amended>, CliErrors> {
    let mut amended: Vec<Amended> = Vec::new();
    let mut outbox = Outbox::new(lang);
    for named in files {
        let cannot = |why: std::io::Error| cannot(named, &source::Why::Io(why), lang);
        for path in load::rule_files(named).map_err(cannot)? {
            let name = called(&path);
            // A file may be named by itself and by its folder.
            if amended.iter().any(|known| known.file == name) {
                continue;
            }
            let own = results.iter().filter(|result| result.case.file == name);
            let changes: Vec<_> = own
                .filter_map(|result| Some((result.case.span.start, result.amendment(lang)?)))
                .collect();
            if changes.is_empty() {
                continue;
            }
            let read = source::text(&path, source::OWN);
            let text = read.map_err(|why| self::cannot(&path, &why, lang))?;
            let (written, cases) = rewritten(&text, &changes);
            if cases.is_empty() {
                continue;
            }
            outbox.put(&path, written.as_bytes())?;
            amended.push(Amended { file: name, cases });
        }
    }
    outbox.send()?;
    Ok(amended)
}

fn cannot(path: &std::path::Path, why: &source::Why, lang: Lang) -> CliError {
    CliError::new(
        lang.app()
            .cannot_read_rules(&called(path), &why.because(lang)),
    )
}

/// A rule file with its cases changed, each known by where it begins, and which were; all else stays as
/// it is written.
fn rewritten(text: &str, changes: &[(usize, Amendment)]) -> (String, Vec<usize>) {
    let bare = text.strip_prefix(MARK).unwrap_or(text);
    // A file that rules were loaded from is TOML.
    let (Ok(places), Ok(mut made)) = (
        toml_edit::Document::parse(bare),
        bare.parse::<DocumentMut>(),
    ) else {
        return (text.to_owned(), Vec::new());
    };
    let mut cases = Vec::new();
    for kind in ["rule", "check"] {
        let Some(rules) = places.get(kind).and_then(Item::as_array_of_tables) else {
            continue;
        };
        for (i, rule) in rules.iter().enumerate() {
            let bad = rule.get("bad").and_then(Item::as_array_of_tables);
            for (j, case) in bad.into_iter().flatten().enumerate() {
                let begins = case.span().map(|span| span.start);
                let change = changes.iter().find(|(start, _)| Some(*start) == begins);
                if let Some((start, change)) = change
                    && let Some(case) = case_of(&mut made, kind, i, j)
                {
                    set(case, change);
                    cases.push(*start);
                }
            }
        }
    }
    let mark = if bare.len() < text.len() {
        "\u{feff}"
    } else {
        ""
    };
    // Lines that are new end as the others do.
    let made = made.to_string();
    let made = if bare.contains("\r\n") {
        made.replace("\r\n", "\n").replace('\n', "\r\n")
    } else {
        made
    };
    (format!("{mark}{made}"), cases)
}

fn case_of<'d>(made: &'d mut DocumentMut, kind: &str, i: usize, j: usize) -> Option<&'d mut Table> {
    let rules = made.get_mut(kind)?.as_array_of_tables_mut()?;
    let bad = rules.get_mut(i)?.get_mut("bad")?;
    bad.as_array_of_tables_mut()?.get_mut(j)
}

fn set(case: &mut Table, change: &Amendment) {
    let mut put = |key: &str, text: &Option<String>| {
        if let Some(text) = text {
            case.insert(key, value(text.as_str()));
        }
    };
    put("message", &change.message);
    put("primary", &change.primary);
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# Mine.\n[[rule]]\nid = \"own\" # named\n\n[[rule.good]]\nname = \"a\"\nbase = \"survey\"\n\n\
                        [[rule.bad]]\nname = \"b\"\nbase = \"survey\"\nmessage = \"old\"\n\n\
                        # Last.\n[[rule.bad]]\nname = \"c\"\nbase = \"survey\"\n";

    fn change(message: &str, primary: &str) -> Amendment {
        let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Amendment {
            message: given(message),
            primary: given(primary),
        }
    }

    #[test]
    fn only_the_case_that_is_meant_is_changed() {
        let second = FILE.rfind("[[rule.bad]]").unwrap_or(0);
        let first = FILE.find("[[rule.bad]]").unwrap_or(0);
        let (written, cases) = rewritten(FILE, &[(second, change("new «x»", "12"))]);
        let expected = format!("{FILE}message = \"new «x»\"\nprimary = \"12\"\n");
        assert_eq!((written, cases), (expected, vec![second]));
        let (written, cases) = rewritten(FILE, &[(first, change("new", ""))]);
        assert_eq!(written, FILE.replace("\"old\"", "\"new\""));
        assert_eq!(cases, [first]);
        assert_eq!(rewritten(FILE, &[]), (FILE.to_owned(), Vec::new()));
    }

    #[test]
    fn what_is_not_written_is_not_counted() {
        let inline = "[[rule]]\nid = \"own\"\nbad = [{ name = \"b\", base = \"survey\" }]\n";
        let at = inline.find('{').unwrap_or(0);
        let (written, cases) = rewritten(inline, &[(at, change("new", ""))]);
        assert_eq!((written.as_str(), cases), (inline, Vec::new()));
    }

    #[test]
    fn marks_and_ends_of_lines_stay() {
        let text = format!("{MARK}{}", FILE.replace('\n', "\r\n"));
        let bare = text.strip_prefix(MARK).unwrap_or("");
        let at = bare.rfind("[[rule.bad]]").unwrap_or(0);
        let (written, _) = rewritten(&text, &[(at, change("new", ""))]);
        assert_eq!(written, format!("{text}message = \"new\"\r\n"));
    }
}
