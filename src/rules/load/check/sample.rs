//! A small report in the exporter's layout, and texts that patterns match: what cases are made of.

use crate::report::Kind;
use crate::rules::lang::pattern::Pattern;
use crate::rules::load::pack::PackQuestion;
use regex_syntax::hir::{Class, Hir, HirKind};
use std::fmt::Write as _;

/// What the respondent of a case says.
#[derive(Clone, Debug)]
pub(super) enum Said {
    /// Nothing.
    Blank,
    /// A number; the portal prints no 0.
    Number(i64),
    /// A text.
    Text(String),
    /// The options at these positions.
    Chosen(Vec<usize>),
    /// The lines of a places question.
    Places(Vec<String>),
}

/// A question of a case with its answer.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub(super) title: String,
    pub(super) kind: Kind,
    pub(super) options: Vec<String>,
    pub(super) said: Said,
}

/// The respondent of a case.
#[derive(Clone, Debug)]
pub(super) struct Who {
    pub(super) name: String,
    pub(super) sector: String,
    pub(super) category: String,
}

/// A report of one respondent.
pub(super) fn report(who: &Who, questions: &[Asked]) -> String {
    let Who {
        name,
        sector,
        category,
    } = who;
    let title = "Eksempel - Rapportering 2025";
    let mut text = format!(
        "Dato: 1.10.2025\n{title}\nSvar - Intern rapport\nUtvalg:\nDu ser 1 av totalt 1 svar.\nFilter\n\
         {sector} (1)\n   {category} (1)\n\u{c}Svar oversikt\n{category} - ({sector}) 1 svar\n{name}\n\n\
         Ingen merknader til undersøkelsen\n\nUbehandlede svar fra arkivet\nAlle svarene er behandlet.\n\
         \u{c}{title}\n"
    );
    for asked in questions {
        // Writing into a text cannot fail.
        let _ = writeln!(text, "{} (1 Svar)", asked.title);
        head(&mut text, asked, &format!("{sector}/{category}"));
        let _ = writeln!(text, "{category} ({sector})\n{name}");
        said(&mut text, asked);
        text.push('\n');
    }
    text
}

/// What stands between a question's title and its answers.
fn head(text: &mut String, asked: &Asked, group: &str) {
    let number = match asked.said {
        Said::Number(number) => number,
        _ => 0,
    };
    match asked.kind {
        Kind::Integer => {
            let _ = writeln!(
                text,
                "Heltall\nSvar: 1\nSum: {number}\nSnitt: {number}\nMedian: {number}"
            );
        }
        Kind::MultipleChoice => {
            text.push('\n');
            bars(text, asked, "");
            bars(text, asked, group);
        }
        Kind::SingleChoice => {
            legend(text, asked);
            let _ = writeln!(text, "{group}");
            legend(text, asked);
            text.push('\n');
        }
        _ => {}
    }
}

fn is_chosen(asked: &Asked, option: usize) -> bool {
    matches!(&asked.said, Said::Chosen(chosen) if chosen.contains(&option))
}

/// The legend of a pie of one respondent.
fn legend(text: &mut String, asked: &Asked) {
    for (index, option) in asked.options.iter().enumerate() {
        let count = usize::from(is_chosen(asked, index));
        let _ = writeln!(text, "{option}: {count} ({}%)", 100 * count);
    }
}

/// A chart of bars: counts, percents, and the options below.
fn bars(text: &mut String, asked: &Asked, group: &str) {
    let widest = asked.options.iter().map(|o| o.chars().count()).max();
    let width = widest.unwrap_or(0) + 6;
    let chosen = (0..asked.options.len())
        .filter(|o| is_chosen(asked, *o))
        .count();
    let share = 100_usize.checked_div(if group.is_empty() { 1 } else { chosen });
    let mut rows = [String::new(), String::new(), String::new()];
    for (index, option) in asked.options.iter().enumerate() {
        let is = is_chosen(asked, index);
        let percent = if is { share.unwrap_or(0) } else { 0 };
        let cells = [
            usize::from(is).to_string(),
            format!("({percent}%)"),
            option.clone(),
        ];
        for (row, cell) in rows.iter_mut().zip(cells) {
            let _ = write!(row, "{cell:^width$}");
        }
    }
    let indent = 30;
    let [counts, percents, options] = rows;
    let _ = writeln!(
        text,
        "{:indent$}{}\n{:indent$}{}\n\n\n\n{group:indent$}{}\n",
        "",
        counts.trim_end(),
        "",
        percents.trim_end(),
        options.trim_end()
    );
}

fn said(text: &mut String, asked: &Asked) {
    match &asked.said {
        Said::Blank | Said::Number(0) => {}
        Said::Number(number) => _ = writeln!(text, "Heltall: {number}"),
        Said::Text(said) => _ = writeln!(text, "Tekst: {said}"),
        Said::Chosen(chosen) => {
            let options = chosen
                .iter()
                .filter_map(|option| asked.options.get(*option));
            options.for_each(|option| _ = writeln!(text, "{option}"));
        }
        Said::Places(places) => places
            .iter()
            .for_each(|place| _ = writeln!(text, "{place}")),
    }
}

/// The title of a question that its pack knows by it, and knows no other by; `None` where none is found.
pub(super) fn title(
    question: &PackQuestion,
    others: &[PackQuestion],
    position: usize,
) -> Option<String> {
    let mut candidates = vec![format!("Spørsmål nummer {position}?")];
    for pattern in question.title_patterns() {
        let Some(sample) = matching(pattern) else {
            continue;
        };
        let capital = capital(&sample);
        candidates.push(format!("{capital}?"));
        candidates.push(capital);
        candidates.push(sample);
    }
    let known = |title: &String| question.is_titled(title) || question.title_patterns().is_empty();
    let clear = |title: &&String| {
        let mut others = others.iter().filter(|other| other.key != question.key);
        known(title) && title.chars().count() > 3 && !others.any(|other| other.is_titled(title))
    };
    candidates.iter().find(clear).cloned()
}

/// A text with a capital letter first.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|c| c.to_uppercase().collect::<String>());
    format!("{}{}", first.unwrap_or_default(), letters.as_str())
}

/// A text that a pattern matches, where one is found.
pub(super) fn matching(pattern: &str) -> Option<String> {
    let hir = regex_syntax::parse(pattern).ok()?;
    let mut text = String::new();
    walk(&hir, &mut text)?;
    let compiled = Pattern::new(&format!("(?i){pattern}")).ok()?;
    // A word's bound wants a word beside it, which one that is left out may have been.
    let plain = text.trim().to_owned();
    [plain.clone(), format!("{plain} a"), text]
        .into_iter()
        .find(|text| compiled.is_match(text) == Some(true))
}

fn walk(hir: &Hir, text: &mut String) -> Option<()> {
    match hir.kind() {
        HirKind::Empty => {}
        // Beside a word, the bound of another is a blank.
        HirKind::Look(_) => {
            if text.ends_with(char::is_alphanumeric) {
                text.push(' ');
            }
        }
        HirKind::Literal(literal) => text.push_str(std::str::from_utf8(&literal.0).ok()?),
        HirKind::Class(Class::Unicode(class)) => {
            let has = |c: &char| {
                class
                    .ranges()
                    .iter()
                    .any(|r| r.start() <= *c && *c <= r.end())
            };
            let usual = ['a', '1', ' ', 'A', '-'].into_iter().find(has);
            text.push(usual.or_else(|| Some(class.ranges().first()?.start()))?);
        }
        HirKind::Class(Class::Bytes(class)) => {
            text.push(char::from(class.ranges().first()?.start()));
        }
        HirKind::Repetition(repeated) => {
            for _ in 0..repeated.min.min(200) {
                walk(&repeated.sub, text)?;
            }
        }
        HirKind::Capture(capture) => walk(&capture.sub, text)?,
        HirKind::Concat(parts) => {
            for part in parts {
                walk(part, text)?;
            }
        }
        HirKind::Alternation(parts) => walk(parts.first()?, text)?,
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_has_a_text() {
        for (pattern, text) in [
            ("bøker for barn", "bøker for barn"),
            (r"bøker .*i alt", "bøker i alt"),
            (r"^\d{3} [a-z]+$", "111 a"),
            (r"(tilskudd|tilskot).*\be(ie|iga)r", "tilskudd eier"),
            (r"^annet[?]$", "annet?"),
        ] {
            let found = matching(pattern).unwrap_or_default();
            assert!(
                found == text || pattern.contains(r"\b"),
                "{pattern}: {found}"
            );
            let compiled = Pattern::new(pattern).unwrap();
            assert_eq!(compiled.is_match(&found), Some(true), "{pattern}: {found}");
        }
    }
}
