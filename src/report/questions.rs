//! A title and the lines up to the next title → a question.

use super::against::{
    chosen_by_nobody, doubt, doubt_bars, doubt_cut, doubt_list, doubt_written, miss_bars,
};
use super::answers::{self, Block, Vocabulary};
use super::blackened;
use super::charts::{self, Direction, Region};
use super::endings::doubt_texts;
use super::exporter::{self, Key};
use super::folded::squash;
use super::foreign::{foreign, foreign_from, keyed_from, mixed_up};
use super::lines::{Line, passage};
use super::numbers::Marks;
use super::outline::{Outline, Role};
use super::roster::Roster;
use super::statistics;
use super::titles::Title;
use super::uncharted::{self, Uncharted};
use super::{Answer, Explanation, Group, Kind, Passage, Question, Unread};
use crate::text::{Layout, Printed, Span};
use std::collections::{BTreeMap, BTreeSet};

/// A question with what its wholeness is judged by.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) question: Question,
    pub(super) unread: Vec<Unread>,
    /// What is no figure to check.
    pub(super) passages: Vec<Passage>,
    /// For each answer the index of the page on which the name stands.
    pub(super) answer_pages: Vec<usize>,
    pub(super) extent: Extent,
    /// Page indices of the first and the last line.
    pub(super) first_page: usize,
    pub(super) last_page: usize,
    /// Whether lines stand before the first name that belong to nobody.
    pub(super) stray: bool,
    /// All that stands under the title, blanks taken out, in text without boxes: a name that was not
    /// known again stands in it.
    pub(super) words: String,
    /// Index of a page on which charts stand among its answers.
    pub(super) charts_among: Option<usize>,
    /// Index of the page on which answers begin that are no answers to such a question.
    pub(super) foreign_from: Option<usize>,
    /// Indices of the pages between which answers begin to have a key, or to have none.
    pub(super) keyed_from: Option<(usize, usize)>,
    /// Whether the reading can't be right, though no page is missing: someone who has to stand under
    /// the question was not found, or stands there too often, or its title has lost its beginning. Then
    /// it is not complete.
    pub(super) misread: bool,
    /// Whether it has no title, though no page break stands before it.
    pub(super) untitled: bool,
}

/// Where a question stands among the lines of the report.
#[derive(Clone, Copy, Debug)]
pub(super) struct Extent {
    pub(super) first: usize,
    pub(super) last: usize,
    /// The first line of its answers.
    pub(super) answers: Option<usize>,
}

impl Extent {
    fn of(title: Option<&Title>, body: &[Line<'_>], answers: &[Line<'_>]) -> Self {
        let first = title.map(|title| title.first);
        let first = first.or(body.first().map(|line| line.at));
        let last = body.last().map(|line| line.at);
        let last = last.or(title.map(|title| title.end.saturating_sub(1)));
        Self {
            first: first.unwrap_or_default(),
            last: last.unwrap_or_default(),
            answers: answers.first().map(|line| line.at),
        }
    }
}

/// Splits the body of a question into the lines of its charts or statistics, and its answers.
pub(super) fn split<'s, 'a>(
    body: &'s [Line<'a>],
    outline: &Outline,
) -> (&'s [Line<'a>], &'s [Line<'a>]) {
    let begins = |line: &Line<'_>| {
        matches!(
            outline.of(line),
            Role::Category { .. } | Role::NotStated { .. }
        )
    };
    let at = body.iter().position(begins).unwrap_or(body.len());
    (body.get(..at).unwrap_or(&[]), body.get(at..).unwrap_or(&[]))
}

/// What is common to all questions of a document.
pub(super) struct Context<'r> {
    /// All lines of the report.
    pub(super) all: &'r [Line<'r>],
    pub(super) roster: &'r Roster,
    pub(super) outline: &'r Outline,
    pub(super) layout: Layout,
    pub(super) direction: Direction,
    pub(super) marks: Marks,
}

/// Reads a question. `title` is `None` where the page with the title is missing.
pub(super) fn read(
    title: Option<&Title>,
    body: &[Line<'_>],
    number: u32,
    context: &Context<'_>,
) -> Draft {
    let (region, rest) = split(body, context.outline);
    let mut unread = Vec::new();
    let stats = statistics::read(region, context.marks, &mut unread);
    let charts = if stats.is_some() {
        Region::default()
    } else {
        charted(region, rest, context)
    };
    unread.extend(charts.unread.iter().map(|(printed, what)| Unread {
        printed: printed.clone(),
        what,
    }));
    let rest = if context.layout == Layout::Flow && !charts.charts.is_empty() {
        let bars = charts.charts.iter().flat_map(|chart| &chart.bars);
        let drawn: BTreeSet<&str> = bars.map(|bar| bar.option.as_str()).collect();
        charts::without_values(rest, |label| charts.single && drawn.contains(label))
    } else {
        rest.to_vec()
    };
    let mut passages = charts.passages.clone();
    let count = title.and_then(|title| title.unread.clone());
    unread.extend(count.map(|printed| Unread {
        printed,
        what: "count",
    }));
    let parted = answers::blocks(&rest, context.roster, context.outline);
    unread.extend(parted.unread);
    passages.extend(parted.passages);
    let bare = stats.is_none() && charts.charts.is_empty();
    let uncharted = if bare {
        let lines = (context.all, context.roster);
        uncharted::read(title, (region, &rest), &parted.all, lines)
    } else {
        Uncharted::default()
    };
    unread.extend(uncharted.unread);
    passages.extend(uncharted.passages);
    let kind = kind(stats.is_some(), &charts, &parted.all);
    let mut words = Vocabulary::new(&charts.options, charts.other_answers.as_ref());
    words.aliases.clone_from(&charts.aliases);
    let how = (context.layout, context.marks);
    let mut all: Vec<Answer> = parted
        .all
        .iter()
        .map(|block| answers::answer(block, kind, &mut words, how, &mut unread))
        .collect();
    let others = foreign(&parted.all, kind, &words);
    doubt_each(&mut all, &others);
    doubt_unset(&mut all, &parted.all, kind, context);
    count_occurrences(&mut all);
    if kind != Kind::Integer {
        let lines = parted.all.iter().flat_map(|block| &block.lines);
        passages.extend(lines.map(|line| line.passage(Explanation::Prose)));
        let chosen = all.iter().flat_map(|answer| &answer.choices);
        passages.extend(chosen.map(|choice| passage(&choice.option, Explanation::Option)));
    }
    doubt_mixed(&mut all, &parted.all, &charts);
    if uncharted.charts || uncharted.block {
        // Charts or a block that were not understood: what looks like a text may be what was chosen, and
        // what looks blank a nought.
        all.iter_mut().for_each(doubt);
    }
    let at = title
        .map(|title| title.printed.clone())
        .or_else(|| body.first().map(|line| place(line)))
        .unwrap_or_else(nowhere);
    let (first_page, last_page) = pages(title, body);
    let mut question = Question {
        number,
        title: at,
        reported_count: title.and_then(|title| title.count.clone()),
        kind,
        stats,
        uncharted: uncharted.charts,
        charts: charts.charts,
        options: charts.options,
        other_answers: charts.other_answers,
        answers: all,
        not_stated: parted.not_stated,
        complete: !parted.silent_unread,
        pages: (page_number(first_page), page_number(last_page)),
    };
    weigh(&mut question, &words, charts.twins, context.layout);
    Draft {
        unread,
        passages,
        answer_pages: parted.all.iter().map(|block| block.page_index).collect(),
        extent: Extent::of(title, body, &rest),
        first_page,
        last_page,
        stray: !parted.stray.is_empty(),
        charts_among: (context.layout == Layout::Boxes)
            .then(|| charts::stand_among(&rest, context.roster, context.outline))
            .flatten(),
        foreign_from: foreign_from(&parted.all, &others),
        keyed_from: keyed_from(&parted.all).filter(|_| bare),
        words: self::words(body, context.layout),
        misread: is_misread(&question, body, context.roster),
        untitled: false,
        question,
    }
}

/// All that stands in a question's body in text without boxes.
fn words(body: &[Line<'_>], layout: Layout) -> String {
    let lines = body.iter().filter(|_| layout != Layout::Boxes);
    lines.map(Line::squashed).collect()
}

/// Whether the reading of a question can't be right, or not of all of it.
fn is_misread(question: &Question, body: &[Line<'_>], roster: &Roster) -> bool {
    chosen_by_nobody(question) || blackened::hides_a_name(question, body, roster)
}

/// Doubts answers among which a name stands where names are set like them.
fn doubt_unset(all: &mut [Answer], blocks: &[Block<'_>], kind: Kind, context: &Context<'_>) {
    if context.roster.name_style.is_none() {
        let mixed = mixed_up(blocks, kind, context.roster, context.outline);
        doubt_each(all, &mixed);
    }
}

/// Doubts the answers of which something holds, one for each.
fn doubt_each(all: &mut [Answer], doubted: &[bool]) {
    let doubted = all.iter_mut().zip(doubted).filter(|(_, doubted)| **doubted);
    doubted.for_each(|(answer, _)| doubt(answer));
}

/// Names the options, and doubts what in a question does not agree with the rest of it.
fn weigh(question: &mut Question, words: &Vocabulary, twins: bool, layout: Layout) {
    // Until all questions are known, each tells by itself whether its percents are whole.
    charts::settle_decimals(std::iter::once(&mut *question));
    name_options(question, words);
    charts::doubt_left_out(question);
    doubt_answers(question, twins);
    miss_bars(question);
    doubt_cut(question);
    doubt_bars(question);
    doubt_list(question);
    charts::doubt_beside(question);
    if layout != Layout::Boxes {
        doubt_texts(question, layout);
    }
}

/// The charts of a question that has no block of figures.
fn charted(region: &[Line<'_>], rest: &[Line<'_>], context: &Context<'_>) -> Region {
    let Context {
        roster, outline, ..
    } = context;
    match context.layout {
        _ if region.is_empty() => Region::default(),
        Layout::Flow => charts::read_flow(region, rest, roster, outline),
        layout => {
            let read = charts::read(region, rest, roster, context.direction, layout);
            if layout == Layout::Columns {
                charts::settle_mixed(read, region, rest, roster, outline)
            } else {
                read
            }
        }
    }
}

/// On pages where labels and values may stand among the answers, nothing under a name is certain, but what
/// was chosen where the charts count just that.
fn doubt_mixed(answers: &mut [Answer], blocks: &[Block<'_>], charts: &Region) {
    let mixed = answers.iter_mut().zip(blocks);
    let mixed = mixed.filter(|(_, block)| charts.mixed_pages.contains(&block.page_index));
    for (answer, _) in mixed {
        if charts.counted {
            if let Some(comment) = &mut answer.comment {
                comment.certain = false;
            }
            continue;
        }
        answer.certain = false;
        for choice in &mut answer.choices {
            choice.option.certain = false;
        }
    }
}

fn page_number(index: usize) -> u32 {
    u32::try_from(index + 1).unwrap_or(u32::MAX)
}

fn pages(title: Option<&Title>, body: &[Line<'_>]) -> (usize, usize) {
    let of_title = title.map(|title| title.page_index);
    let first = of_title
        .or_else(|| body.first().map(|line| line.page_index))
        .unwrap_or(0);
    let last = body
        .last()
        .map(|line| line.page_index)
        .or(of_title)
        .unwrap_or(first);
    (first, last.max(first))
}

/// A place without a text: where a question begins whose title is missing.
fn place(line: &Line<'_>) -> Printed<String> {
    let mut printed = line.printed();
    printed.value.clear();
    printed.text.clear();
    printed
}

fn nowhere() -> Printed<String> {
    Printed {
        value: String::new(),
        text: String::new(),
        span: Span {
            page: 1,
            line: 1,
            start: 0,
            end: 0,
            bbox: None,
        },
        certain: false,
    }
}

fn kind(has_stats: bool, charts: &Region, blocks: &[Block<'_>]) -> Kind {
    if has_stats {
        return Kind::Integer;
    }
    if !charts.charts.is_empty() {
        return if charts.single {
            Kind::SingleChoice
        } else {
            Kind::MultipleChoice
        };
    }
    let starts = |key: Key| {
        blocks.iter().any(|block| {
            let first = block.lines.first();
            let found = first.and_then(|line| exporter::key(line.raw()));
            found.is_some_and(|(found, _)| found == key)
        })
    };
    if starts(Key::Text) {
        Kind::Text
    } else if starts(Key::Number) {
        Kind::Integer
    } else if are_places(blocks) {
        Kind::Places
    } else if blocks.is_empty() {
        Kind::Unknown
    } else {
        Kind::Text
    }
}

/// Places are printed one a line: short lines without the marks of a sentence, several to most
/// answers, and the first of them (the county) mostly the same.
fn are_places(blocks: &[Block<'_>]) -> bool {
    let answered: Vec<&Block<'_>> = blocks
        .iter()
        .filter(|block| !block.lines.is_empty())
        .collect();
    let short = |line: &Line<'_>| {
        let text = line.text();
        text.chars().count() <= 40
            && !text.ends_with(['.', '!', '?', ',', ':'])
            && text.chars().next().is_some_and(char::is_uppercase)
    };
    let mut firsts: BTreeMap<String, usize> = BTreeMap::new();
    for block in &answered {
        if let Some(line) = block.lines.first() {
            *firsts.entry(line.text().to_owned()).or_default() += 1;
        }
    }
    let commonest = firsts.values().max().copied().unwrap_or(0);
    let several = answered
        .iter()
        .filter(|block| block.lines.len() > 1)
        .count();
    answered.len() >= 2
        && commonest * 2 > answered.len()
        && several * 2 > answered.len()
        && answered.iter().all(|block| block.lines.iter().all(short))
}

fn count_occurrences(answers: &mut [Answer]) {
    let mut seen: BTreeMap<(Group, String), u32> = BTreeMap::new();
    for answer in answers {
        let times = seen
            .entry((answer.group.clone(), answer.respondent.value.clone()))
            .or_insert(0);
        *times += 1;
        answer.occurrence = *times;
    }
}

/// Where the labels of the charts were not understood, what was chosen and what was written cannot be
/// told apart: an option that several charts count, and that no answer has, or charts of which none
/// was read to its end, or two options of one name (`twins`). Then no answer is judged.
fn doubt_answers(question: &mut Question, twins: bool) {
    let counted = |option: &str| {
        let bars = question.charts.iter().flat_map(|chart| &chart.bars);
        bars.filter(|bar| !bar.other && bar.option == option && bar.count.value > 0)
            .count()
    };
    let chosen: BTreeSet<&str> = question
        .answers
        .iter()
        .flat_map(|answer| &answer.choices)
        .map(|choice| choice.option.value.as_str())
        .collect();
    let strange = question
        .options
        .iter()
        .any(|option| !chosen.contains(option.as_str()) && counted(option) >= 2);
    let has_bars = question.charts.iter().any(|chart| !chart.bars.is_empty());
    let unread = has_bars && question.charts.iter().all(|chart| !chart.complete);
    if strange || unread || twins {
        for answer in &mut question.answers {
            answer.certain = false;
            doubt_written(answer);
        }
    }
}

/// Gives options and bars the text that answers print; an option that nobody chose keeps its label.
fn name_options(question: &mut Question, words: &Vocabulary) {
    let mut labels: BTreeMap<String, String> = BTreeMap::new();
    for bar in question.charts.iter().flat_map(|chart| &chart.bars) {
        labels
            .entry(squash(&bar.label.value).into_owned())
            .or_insert_with(|| bar.label.value.trim_end_matches(':').to_owned());
    }
    let name = |squashed: &str| {
        words
            .options
            .get(squashed)
            .and_then(Clone::clone)
            .or_else(|| labels.get(squashed).cloned())
            .unwrap_or_else(|| squashed.to_owned())
    };
    for bar in question.charts.iter_mut().flat_map(|chart| &mut chart.bars) {
        bar.option = if bar.other {
            bar.label.value.clone()
        } else {
            name(&bar.option)
        };
    }
    for option in &mut question.options {
        *option = name(option);
    }
}
