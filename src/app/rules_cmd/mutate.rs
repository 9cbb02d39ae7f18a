//! `rules mutate`: what no rule notices.

use super::super::cli_error::CliErrors;
use super::super::code::OK;
use super::super::environment::World;
use super::super::output;
use super::reading::Opened;
use crate::i18n::tenths;
use crate::rules::{self, Lang, Noticed, Reason};
use serde_json::json;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Prints the changes that no rule notices, and which rule noticed how many.
pub(super) fn mutate(
    opened: &Opened,
    recomputed: bool,
    as_json: bool,
    world: &mut World<'_>,
    lang: Lang,
) -> Result<u8, CliErrors> {
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let settings = &opened.group.settings;
    let make = if recomputed {
        rules::mutate_recomputed
    } else {
        rules::mutate
    };
    let all = make(
        &opened.group.rules,
        &opened.report,
        &settings.rules,
        threads,
    );
    let hidden = super::shown::hides_values(world);
    let text = if as_json {
        as_value(opened, &all, hidden)
    } else {
        as_lines(opened, &all, hidden, lang)
    };
    output::to_stdout(&text, world, lang)?;
    Ok(OK)
}

/// How many changes of some kind there are, how many were noticed, and how many no rule can notice.
#[derive(Clone, Copy, Default)]
struct Share {
    all: usize,
    noticed: usize,
    explained: usize,
}

impl Share {
    fn of<'n>(changes: impl Iterator<Item = &'n Noticed>) -> Self {
        let mut share = Self::default();
        for change in changes {
            share.all += 1;
            share.noticed += usize::from(!change.rules.is_empty());
            share.explained += usize::from(change.reason.is_some());
        }
        share
    }

    /// In tenths of a percent, half rounded up; but 100 % is all of them, and 0 % none.
    fn tenths(self) -> usize {
        let half_up = (2000 * self.noticed + self.all).checked_div(2 * self.all);
        match half_up {
            None => 1000,
            Some(_) if self.noticed == self.all => 1000,
            Some(_) if self.noticed == 0 => 0,
            Some(tenths) => tenths.clamp(1, 999),
        }
    }

    fn text(self, lang: Lang) -> String {
        let percent = tenths(self.tenths(), lang);
        lang.authoring().share(&self.noticed, &self.all, &percent)
    }

    /// The same, with what was not noticed parted into what can't be and what should be.
    fn whole_text(self, lang: Lang) -> String {
        let blind = self.blind_spots();
        let spots = lang.authoring().blind_spot(blind);
        let unnoticed = lang.authoring().unnoticed(&self.explained, &blind, &spots);
        format!("{}; {unnoticed}", self.text(lang))
    }

    fn blind_spots(self) -> usize {
        self.all - self.noticed - self.explained
    }

    fn value(self) -> serde_json::Value {
        json!({
            "all": self.all,
            "noticed": self.noticed,
            "cannot_be_noticed": self.explained,
            "blind_spots": self.blind_spots(),
            "tenths_of_percent": self.tenths(),
        })
    }
}

fn by_rule(all: &[Noticed]) -> BTreeMap<&str, usize> {
    let mut rules = BTreeMap::new();
    for rule in all.iter().flat_map(|change| &change.rules) {
        *rules.entry(rule.as_str()).or_default() += 1;
    }
    rules
}

/// The rules that ran and noticed no change.
fn silent(opened: &Opened, all: &[Noticed]) -> Vec<String> {
    let noticed = by_rule(all);
    let options = &opened.group.settings.rules;
    let ran = rules::run(&opened.group.rules, &opened.report, options).statuses;
    let ran = ran.into_iter().map(|status| status.rule);
    ran.filter(|rule| !noticed.contains_key(rule.as_str()))
        .collect()
}

/// The kinds of change, with what they are called and their shares.
fn kinds(all: &[Noticed]) -> Vec<(&'static str, rules::Text, Share)> {
    let mut names: Vec<(&'static str, rules::Text)> = Vec::new();
    for change in all {
        if names.iter().all(|(name, _)| *name != change.mutant.what) {
            names.push((change.mutant.what, change.mutant.words()));
        }
    }
    let share = |name| Share::of(all.iter().filter(|change| change.mutant.what == name));
    names
        .into_iter()
        .map(|(name, words)| (name, words, share(name)))
        .collect()
}

/// Why changes cannot be noticed, and how many are so.
fn reasons(all: &[Noticed]) -> Vec<(Reason, usize)> {
    let count = |reason| all.iter().filter(|c| c.reason == Some(reason)).count();
    Reason::ALL
        .into_iter()
        .map(|reason| (reason, count(reason)))
        .filter(|(_, count)| *count > 0)
        .collect()
}

fn figures(all: &[Noticed]) -> Share {
    Share::of(all.iter().filter(|change| change.mutant.change.is_figure()))
}

fn as_value(opened: &Opened, all: &[Noticed], hidden: bool) -> String {
    let seen = |text: &str| {
        if hidden {
            String::new()
        } else {
            text.to_owned()
        }
    };
    let changes = all.iter().map(|change| {
        let mutant = &change.mutant;
        let question = mutant
            .question
            .and_then(|index| opened.report.questions.get(index));
        json!({
            "question": question.map(|question| question.number),
            "what": mutant.what,
            "of": seen(&mutant.of),
            "from": seen(&mutant.from),
            "to": seen(&mutant.to),
            "noticed_by": change.rules,
            "reason": change.reason.map(Reason::name),
        })
    });
    let kinds = kinds(all)
        .into_iter()
        .map(|(kind, _, share)| (kind.to_owned(), share.value()));
    let reasons = reasons(all)
        .into_iter()
        .map(|(reason, count)| (reason.name().to_owned(), json!(count)));
    super::shown::json(&json!({
        "schema": 1,
        "all": Share::of(all.iter()).value(),
        "figures": figures(all).value(),
        "kinds": kinds.collect::<serde_json::Map<_, _>>(),
        "noticed_by": by_rule(all),
        "noticed_nothing": silent(opened, all),
        "reasons": reasons.collect::<serde_json::Map<_, _>>(),
        "changes": changes.collect::<Vec<_>>(),
    }))
}

fn as_lines(opened: &Opened, all: &[Noticed], hidden: bool, lang: Lang) -> String {
    let said = lang.authoring();
    let mut text = String::new();
    let mut places: Vec<Option<usize>> = vec![None];
    places.extend((0..opened.report.questions.len()).map(Some));
    // Writing into a text cannot fail.
    for place in places {
        let here: Vec<&Noticed> = all.iter().filter(|c| c.mutant.question == place).collect();
        let missed: Vec<_> = here
            .iter()
            .filter(|change| change.rules.is_empty())
            .collect();
        if missed.is_empty() {
            continue;
        }
        let front = said.front_and_overview();
        let title = match place.and_then(|index| opened.report.questions.get(index)) {
            Some(question) => format!("{}. {}", question.number, question.title.value),
            None => front.to_owned(),
        };
        let noticed = said.noticed();
        let share = Share::of(here.iter().copied());
        let _ = writeln!(text, "{title}\n  {noticed}: {}", share.text(lang));
        for change in missed {
            let mutant = &change.mutant;
            let _ = write!(text, "  {}", mutant.words().get(lang));
            if !hidden {
                let short =
                    |text: &str| text.chars().take(40).collect::<String>().replace('\n', " ");
                let (of, from, to) = (short(&mutant.of), short(&mutant.from), short(&mutant.to));
                let of = if of.is_empty() { of } else { format!("{of} ") };
                let _ = write!(text, ": {of}«{from}» → «{to}»");
            }
            if let Some(reason) = change.reason {
                let _ = write!(text, " ({})", reason.text().get(lang));
            }
            text.push('\n');
        }
        text.push('\n');
    }
    let head = [said.change().to_owned(), said.noticed().to_owned()];
    let rows = kinds(all)
        .into_iter()
        .map(|(_, words, share)| [words.get(lang).to_owned(), share.text(lang)]);
    text.push_str(&super::list::columns(
        &std::iter::once(head).chain(rows).collect::<Vec<_>>(),
    ));
    let head = [said.column_rule().to_owned(), said.has_noticed().to_owned()];
    let rows = by_rule(all)
        .into_iter()
        .map(|(rule, count)| [rule.to_owned(), count.to_string()]);
    text.push('\n');
    text.push_str(&super::list::columns(
        &std::iter::once(head).chain(rows).collect::<Vec<_>>(),
    ));
    let head = [
        said.cannot_be_noticed().to_owned(),
        said.how_many().to_owned(),
    ];
    let rows: Vec<_> = reasons(all)
        .into_iter()
        .map(|(reason, count)| [reason.text().get(lang).to_owned(), count.to_string()])
        .collect();
    if !rows.is_empty() {
        text.push('\n');
        text.push_str(&super::list::columns(
            &std::iter::once(head).chain(rows).collect::<Vec<_>>(),
        ));
    }
    let silent = silent(opened, all);
    if !silent.is_empty() {
        let _ = writeln!(text, "\n{}", said.noticed_nothing(&silent.join(", ")));
    }
    let _ = writeln!(
        text,
        "\n{}: {}\n{}: {}",
        said.figures(),
        figures(all).whole_text(lang),
        said.everything(),
        Share::of(all.iter()).whole_text(lang),
    );
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_all_is_a_hundred_percent_and_only_none_is_zero() {
        for (noticed, all, tenths) in [
            (747, 754, 991),
            (1, 2, 500),
            (1, 1, 1000),
            (0, 5, 0),
            (0, 0, 1000),
            (4999, 5000, 999),
            (1, 5000, 1),
        ] {
            let share = Share {
                all,
                noticed,
                explained: 0,
            };
            assert_eq!(share.tenths(), tenths, "{noticed} of {all}");
        }
    }
}
