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

/// A question of a case with its answers: that of the respondent, and those of the others.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub(super) title: String,
    pub(super) kind: Kind,
    pub(super) options: Vec<String>,
    pub(super) said: Vec<Said>,
}

/// The respondent of a case.
#[derive(Clone, Debug)]
pub(super) struct Who {
    pub(super) name: String,
    pub(super) sector: String,
    pub(super) category: String,
}

/// The others of a case that needs some: a question for places is known by several answers.
pub(super) const OTHERS: [&str; 2] = ["Lunde kommune", "Storvik kommune"];

/// A report of one respondent, and of the others where they answer.
pub(super) fn report(who: &Who, questions: &[Asked]) -> String {
    let Who {
        name,
        sector,
        category,
    } = who;
    let count = questions.iter().map(|asked| asked.said.len()).max();
    let count = count.unwrap_or(1);
    let names: Vec<&str> = std::iter::once(name.as_str())
        .chain(OTHERS)
        .take(count)
        .collect();
    let title = "Eksempel - Rapportering 2025";
    let mut text = format!(
        "Dato: 1.10.2025\n{title}\nSvar - Intern rapport\nUtvalg:\nDu ser {count} av totalt {count} svar.\n\
         Filter\n{sector} ({count})\n   {category} ({count})\n\
         \u{c}Svar oversikt\n{category} - ({sector}) {count} svar\n{names}\n\n\
         Ingen merknader til undersøkelsen\n\nUbehandlede svar fra arkivet\nAlle svarene er behandlet.\n\
         \u{c}{title}\n",
        names = names.join("\n"),
    );
    for asked in questions {
        // Writing into a text cannot fail.
        let _ = writeln!(text, "{} ({count} Svar)", asked.title);
        head(&mut text, asked, &format!("{sector}/{category}"));
        let _ = writeln!(text, "{category} ({sector})");
        for (name, answer) in names.iter().zip(&asked.said) {
            let _ = writeln!(text, "{name}");
            said(&mut text, asked, answer);
        }
        text.push('\n');
    }
    text
}

/// What stands between a question's title and its answers.
fn head(text: &mut String, asked: &Asked, group: &str) {
    match asked.kind {
        Kind::Integer => statistics(text, asked),
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

/// The block of numbers of which all but the first are the same.
fn statistics(text: &mut String, asked: &Asked) {
    let number = |said: &Said| match said {
        Said::Number(number) => i128::from(*number),
        _ => 0,
    };
    let mut numbers: Vec<i128> = asked.said.iter().map(number).collect();
    numbers.sort_unstable();
    let count = numbers.len();
    let sum: i128 = numbers.iter().sum();
    let mean = (2 * sum + count as i128).div_euclid(2 * count as i128);
    let median = numbers.get(count / 2).copied().unwrap_or(0);
    let _ = writeln!(
        text,
        "Heltall\nSvar: {count}\nSum: {sum}\nSnitt: {mean}\nMedian: {median}"
    );
}

/// How often an option was chosen.
fn times(asked: &Asked, option: usize) -> usize {
    let chosen = |said: &&Said| matches!(said, Said::Chosen(chosen) if chosen.contains(&option));
    asked.said.iter().filter(chosen).count()
}

/// A percent, rounded half up; 0 of none.
fn percent(count: usize, of: usize) -> usize {
    (200 * count + of).checked_div(2 * of).unwrap_or(0)
}

/// The legend of a pie.
fn legend(text: &mut String, asked: &Asked) {
    for (index, option) in asked.options.iter().enumerate() {
        let count = times(asked, index);
        let percent = percent(count, asked.said.len());
        let _ = writeln!(text, "{option}: {count} ({percent}%)");
    }
}

/// A chart of bars: counts, percents, and the options below.
fn bars(text: &mut String, asked: &Asked, group: &str) {
    let widest = asked.options.iter().map(|o| o.chars().count()).max();
    let width = widest.unwrap_or(0) + 6;
    let all = 0..asked.options.len();
    let of = if group.is_empty() {
        asked.said.len()
    } else {
        all.map(|option| times(asked, option)).sum()
    };
    let mut rows = [String::new(), String::new(), String::new()];
    for (index, option) in asked.options.iter().enumerate() {
        let count = times(asked, index);
        let cells = [
            count.to_string(),
            format!("({}%)", percent(count, of)),
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

fn said(text: &mut String, asked: &Asked, answer: &Said) {
    match answer {
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
