//! All that was read of a report, as tidy tables: a row for each thing, with its place and whether it
//! was read with certainty.

use crate::report::{Answer, Question, Report};
use crate::text::{Printed, Span};

/// A value in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing was read, or there is nothing of the kind.
    None,
    /// A whole number.
    Int(i64),
    /// A number in units of its last decimal: 625 with one decimal is 62.5.
    Decimal(i64, u8),
    /// Yes or no.
    Bool(bool),
    /// A word of the program's own.
    Word(&'static str),
    /// A text of the report.
    Text(String),
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name where programs read it.
    pub name: &'static str,
    /// The names of its columns.
    pub columns: &'static [&'static str],
    /// The rows, in report order, with a value for each column.
    pub rows: Vec<Vec<Value>>,
}

/// The tables of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tables {
    /// All of them, in the order in which they are written; each report has the same ones.
    pub tables: Vec<Table>,
}

const RESPONDENTS: [&str; 6] = [
    "respondent",
    "group",
    "submissions",
    "page",
    "line",
    "certain",
];
const QUESTIONS: [&str; 9] = [
    "question",
    "title",
    "kind",
    "answers",
    "not_stated",
    "complete",
    "page",
    "line",
    "certain",
];
const ANSWERS: [&str; 11] = [
    "question",
    "title",
    "kind",
    "respondent",
    "group",
    "submission",
    "state",
    "value",
    "page",
    "line",
    "certain",
];
const CHOICES: [&str; 9] = [
    "question",
    "title",
    "respondent",
    "group",
    "submission",
    "option",
    "page",
    "line",
    "certain",
];
const TEXTS: [&str; 10] = [
    "question",
    "title",
    "respondent",
    "group",
    "submission",
    "part",
    "text",
    "page",
    "line",
    "certain",
];
const FIGURES: [&str; 8] = [
    "question", "title", "figure", "group", "value", "page", "line", "certain",
];
const BARS: [&str; 10] = [
    "question", "title", "group", "option", "own_text", "count", "percent", "page", "line",
    "certain",
];
const UNREAD: [&str; 4] = ["what", "text", "page", "line"];

impl Tables {
    /// The tables of a report.
    pub fn of(report: &Report) -> Self {
        let each = |rows: fn(&Question) -> Vec<Vec<Value>>| {
            let rows = report.questions.iter().map(move |question| {
                let head = [number(question.number), text(&question.title)];
                let with_head = move |row: Vec<Value>| head.iter().cloned().chain(row).collect();
                rows(question)
                    .into_iter()
                    .map(with_head)
                    .collect::<Vec<_>>()
            });
            rows.flatten().collect::<Vec<Vec<Value>>>()
        };
        let mut figures = front(report);
        figures.extend(each(figures_of));
        Self {
            tables: vec![
                table("respondents", &RESPONDENTS, respondents(report)),
                table("questions", &QUESTIONS, questions(report)),
                table("answers", &ANSWERS, each(answers)),
                table("choices", &CHOICES, each(choices)),
                table("texts", &TEXTS, each(texts)),
                table("figures", &FIGURES, figures),
                table("bars", &BARS, each(bars)),
                table("unread", &UNREAD, unread(report)),
            ],
        }
    }

    /// Leaves the rows about one respondent, in the tables that have respondents.
    pub fn narrow(&mut self, is_it: impl Fn(&str) -> bool) {
        for table in &mut self.tables {
            let column = table.columns.iter().position(|name| *name == "respondent");
            if let Some(column) = column {
                table.rows.retain(|row| match row.get(column) {
                    Some(Value::Text(name)) => is_it(name),
                    _ => false,
                });
            }
        }
    }
}

fn table(name: &'static str, columns: &'static [&'static str], rows: Vec<Vec<Value>>) -> Table {
    Table {
        name,
        columns,
        rows,
    }
}

fn number(number: u32) -> Value {
    Value::Int(i64::from(number))
}

fn own(text: &str) -> Value {
    if text.is_empty() {
        Value::None
    } else {
        Value::Text(text.to_owned())
    }
}

fn text(printed: &Printed<String>) -> Value {
    own(&printed.value)
}

/// Page, line and whether it is certain.
fn at(span: &Span, certain: bool) -> [Value; 3] {
    [number(span.page), number(span.line), Value::Bool(certain)]
}

fn row(values: impl IntoIterator<Item = Value>, place: [Value; 3]) -> Vec<Value> {
    values.into_iter().chain(place).collect()
}

fn respondents(report: &Report) -> Vec<Vec<Value>> {
    let rows = report.respondents.iter().map(|respondent| {
        let submissions = number(respondent.submissions);
        let values = [
            own(&respondent.name),
            own(respondent.group.as_str()),
            submissions,
        ];
        row(values, at(&respondent.first.span, respondent.first.certain))
    });
    rows.collect()
}

fn questions(report: &Report) -> Vec<Vec<Value>> {
    let rows = report.questions.iter().map(|question| {
        let not_stated = question.not_stated.as_ref().map(|list| &list.count);
        let values = [
            number(question.number),
            text(&question.title),
            Value::Word(question.kind.name()),
            count(question.reported_count.as_ref()),
            count(not_stated),
            Value::Bool(question.complete),
        ];
        let counts = [question.reported_count.as_ref(), not_stated];
        let certain = counts.into_iter().flatten().all(|count| count.certain);
        let certain = certain && question.title.certain;
        row(values, at(&question.title.span, certain))
    });
    rows.collect()
}

fn count(printed: Option<&Printed<i64>>) -> Value {
    printed.map_or(Value::None, |printed| Value::Int(printed.value))
}

/// Who it is, in the rows of an answer.
fn who(answer: &Answer) -> [Value; 3] {
    [
        text(&answer.respondent),
        own(answer.group.as_str()),
        number(answer.occurrence),
    ]
}

fn answers(question: &Question) -> Vec<Vec<Value>> {
    let kind = Value::Word(question.kind.name());
    let given = question.answers.iter().map(|answer| {
        let state = match (answer.certain, answer.blank) {
            (false, _) => "uncertain",
            (true, true) => "blank",
            (true, false) => "answered",
        };
        let value = answer.value.as_ref();
        let certain = answer.certain && value.is_none_or(|value| value.certain);
        let span = value.map_or(&answer.respondent.span, |value| &value.span);
        let values = [kind.clone()].into_iter().chain(who(answer));
        let values = values.chain([Value::Word(state), count(value)]);
        row(values, at(span, certain))
    });
    let left = question
        .not_stated
        .iter()
        .flat_map(|list| &list.respondents);
    let left = left.map(|line| {
        let values = [
            kind.clone(),
            text(&line.name),
            own(line.group.as_str()),
            Value::None,
            Value::Word("not_stated"),
            Value::None,
        ];
        row(values, at(&line.name.span, line.name.certain))
    });
    given.chain(left).collect()
}

fn choices(question: &Question) -> Vec<Vec<Value>> {
    let rows = question.answers.iter().flat_map(|answer| {
        answer.choices.iter().map(move |choice| {
            let certain = answer.certain && choice.option.certain;
            let values = who(answer).into_iter().chain([text(&choice.option)]);
            row(values, at(&choice.option.span, certain))
        })
    });
    rows.collect()
}

fn texts(question: &Question) -> Vec<Vec<Value>> {
    let rows = question.answers.iter().flat_map(|answer| {
        let parts = [
            ("text", answer.text.as_deref()),
            ("own_text", answer.own_text.as_deref()),
            ("comment", answer.comment.as_deref()),
        ];
        let parts = parts
            .into_iter()
            .filter_map(|(part, text)| Some((part, text?)));
        let places = answer.places.iter().map(|place| ("place", place));
        parts.chain(places).map(move |(part, printed)| {
            let values = who(answer).into_iter();
            let values = values.chain([Value::Word(part), text(printed)]);
            row(values, at(&printed.span, answer.certain && printed.certain))
        })
    });
    rows.collect()
}

/// The figures of the front page and the overview.
fn front(report: &Report) -> Vec<Vec<Value>> {
    let figure = |what, group: &str, printed: &Printed<i64>| {
        let values = [Value::None, Value::None, Value::Word(what), own(group)];
        let values = values.into_iter().chain([Value::Int(printed.value)]);
        row(values, at(&printed.span, printed.certain))
    };
    let mut rows = Vec::new();
    rows.extend(report.shown.iter().map(|n| figure("shown", "", n)));
    rows.extend(report.total.iter().map(|n| figure("total", "", n)));
    let filters = report.filters.iter();
    rows.extend(filters.map(|filter| figure("filter", &filter.path, &filter.count)));
    let overview = report.overview.iter();
    rows.extend(
        overview.map(|category| figure("overview", category.group.as_str(), &category.count)),
    );
    rows
}

fn figures_of(question: &Question) -> Vec<Vec<Value>> {
    let not_stated = question.not_stated.as_ref().map(|list| &list.count);
    let mut figures = vec![
        ("answers", question.reported_count.as_ref(), 0),
        ("not_stated", not_stated, 0),
    ];
    if let Some(stats) = &question.stats {
        let decimals = stats.decimals;
        figures.extend([
            ("responses", stats.responses.as_ref(), 0),
            ("sum", stats.sum.as_ref(), 0),
            ("mean", stats.mean.as_ref(), decimals.mean),
            ("median", stats.median.as_ref(), decimals.median),
            ("stddev", stats.stddev.as_ref(), decimals.stddev),
        ]);
    }
    let rows = figures.into_iter().filter_map(|(what, printed, decimals)| {
        let printed = printed?;
        let value = match decimals {
            0 => Value::Int(printed.value),
            decimals => Value::Decimal(printed.value, decimals),
        };
        let values = [Value::Word(what), Value::None, value];
        Some(row(values, at(&printed.span, printed.certain)))
    });
    rows.collect()
}

fn bars(question: &Question) -> Vec<Vec<Value>> {
    let rows = question.charts.iter().flat_map(|chart| {
        chart.bars.iter().map(move |bar| {
            let values = [
                own(chart.group.as_str()),
                own(&bar.option),
                Value::Bool(bar.other),
                Value::Int(bar.count.value),
                Value::Decimal(bar.percent.value, bar.decimals),
            ];
            let certain = bar.label.certain && bar.count.certain && bar.percent.certain;
            row(values, at(&bar.count.span, certain && chart.complete))
        })
    });
    rows.collect()
}

fn unread(report: &Report) -> Vec<Vec<Value>> {
    let rows = report.unread.iter().map(|unread| {
        let span = &unread.printed.span;
        let text = own(&unread.printed.text);
        vec![
            Value::Word(unread.what),
            text,
            number(span.page),
            number(span.line),
        ]
    });
    rows.collect()
}
