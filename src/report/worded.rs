//! Every word of the exporter is one that a report is read by: taken for another, it makes a difference.

use super::exporter::{
    FILTER_HEADING, NOT_STATED, NUMBER_KEYS, OVERVIEW_ENDS, OVERVIEW_HEADINGS, SUBTITLE, Statistic,
    TEXT_KEYS,
};
use super::{ReadOptions, read};

/// What of a report hangs on the exporter's words.
fn understood(text: &str) -> Vec<usize> {
    let report = read(text.as_bytes(), &ReadOptions::default());
    let Ok(report) = report else {
        return Vec::new();
    };
    let questions = || report.questions.iter();
    let figures = questions().filter_map(|question| question.stats.as_ref());
    let figures = figures.map(|stats| stats.figures().into_iter().flatten().count());
    let answers = || questions().flat_map(|question| &question.answers);
    let texts = answers().filter_map(|answer| answer.text.as_ref());
    let lists = questions().filter_map(|question| question.not_stated.as_ref());
    let others = questions().filter_map(|question| question.other_answers.as_ref());
    vec![
        questions().count(),
        figures.sum(),
        answers().filter(|answer| answer.value.is_some()).count(),
        texts.map(|text| text.value.len()).sum(),
        lists.map(|list| list.respondents.len()).sum(),
        others.map(|list| list.texts.len()).sum(),
        report.overview.iter().map(|c| c.respondents.len()).sum(),
        usize::from(report.overview_complete),
        report.filters.len(),
        report.title.map_or(0, |title| title.value.len()),
    ]
}

#[test]
fn every_word_is_one_that_a_report_is_read_by() {
    let report = include_str!("../../fixtures/report.txt").replace("\r\n", "\n");
    // Without what ends the overview a second time.
    let mut once = String::new();
    for line in report.lines() {
        if !line.starts_with("Ubehandlede") && !line.starts_with("Alle svarene") {
            once.push_str(line);
            once.push('\n');
        }
    }
    let statistics = Statistic::ALL.map(|which| (which.keys(), "\n", ":"));
    let words = [
        (&TEXT_KEYS[..], "\n", ":"),
        (&NUMBER_KEYS[..], "\n", ""),
        (&NOT_STATED[..], "\n", " ("),
        (&[SUBTITLE][..], "\n", "Intern"),
        (&[FILTER_HEADING][..], "\n", "\n"),
        (&OVERVIEW_HEADINGS[..], "", "\n"),
        (&OVERVIEW_ENDS[..], "\n", " til"),
        (&["Andre svar"][..], "\n", "\n"),
    ];
    for (words, before, after) in words.into_iter().chain(statistics) {
        let text = if words == &OVERVIEW_ENDS[..] {
            &once
        } else {
            &report
        };
        let usual = understood(text);
        let with = |word: &str| {
            let usual = format!("{before}{}{after}", words[0]);
            assert!(text.contains(&usual), "{usual:?} stands in the report");
            understood(&text.replace(&usual, &format!("{before}{word}{after}")))
        };
        for word in words {
            assert_eq!(with(word), usual, "{word}");
        }
        assert_ne!(with("Noe annet"), usual, "{words:?}");
    }
}
