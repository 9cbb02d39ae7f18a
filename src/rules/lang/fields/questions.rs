//! Fields of questions, their statistics, charts and lists.

use super::field::{Field, FieldType as T};
use crate::report::Statistics;
use crate::rules::lang::known::prose_of;
use crate::rules::lang::node::NodeKind;
use crate::rules::lang::value::Value;
use crate::text::Printed;

/// A figure of a block that is rounded, with its number of decimals.
fn rounded<'r>(
    stats: Option<&'r Statistics>,
    figure: impl Fn(&'r Statistics) -> (Option<&'r Printed<i64>>, u8),
) -> Value<'r> {
    match stats.map(figure) {
        Some((Some(printed), decimals)) => Value::printed_decimal(printed, decimals),
        _ => Value::null(),
    }
}

pub(super) const QUESTION: &[Field] = &[
    Field::new(
        "number",
        T::Int,
        "Position in the report, from 1.",
        |w, n| Value::int(w.question(n).map_or(0, |q| q.number)),
    ),
    Field::new(
        "title",
        T::Text,
        "The title, without `(16 Svar)`; empty where its page is missing.",
        |w, n| Value::printed_text(w.question(n).map(|q| &q.title)),
    )
    .printed(),
    Field::new("kind", T::Text, "What kind it is.", |w, n| {
        Value::lent(w.question(n).map_or("", |q| q.kind.name()))
    })
    .one_of(&[
        "text",
        "integer",
        "multiple_choice",
        "single_choice",
        "places",
        "unknown",
    ]),
    Field::new("reported_count", T::Int, "`16` of `(16 Svar)`.", |w, n| {
        Value::printed_int(w.question(n).and_then(|q| q.reported_count.as_ref()))
    })
    .printed()
    .nullable(),
    Field::new(
        "stats",
        T::Node(NodeKind::Statistics),
        "The block `Heltall`.",
        |w, n| match w.statistics(n) {
            Some(_) => Value::node(
                n.outer(NodeKind::Question)
                    .child(NodeKind::Statistics, n.index()),
            ),
            None => Value::null(),
        },
    )
    .nullable(),
    Field::new(
        "charts",
        T::Nodes(NodeKind::Chart),
        "The overall chart, then one for each group.",
        |w, n| {
            Value::run(
                n.child(NodeKind::Chart, 0),
                w.question(n).map_or(0, |q| q.charts.len()),
            )
        },
    ),
    Field::new(
        "options",
        T::Texts,
        "The options in the exporter's order.",
        |w, n| {
            let options = w.question(n).map_or(&[][..], |q| q.options.as_slice());
            Value::list(options.iter().map(|o| Value::lent(o)).collect())
        },
    ),
    Field::new(
        "other_answers",
        T::Node(NodeKind::OtherAnswers),
        "The list `Andre svar`.",
        |w, n| match w.question(n).and_then(|q| q.other_answers.as_ref()) {
            Some(_) => Value::node(n.child(NodeKind::OtherAnswers, n.index())),
            None => Value::null(),
        },
    )
    .nullable(),
    Field::new(
        "answers",
        T::Nodes(NodeKind::Answer),
        "The answers in print order.",
        |w, n| {
            let answers = w.question(n).map_or(0, |q| q.answers.len());
            Value::run(n.child(NodeKind::Answer, 0), answers)
        },
    ),
    Field::new(
        "prose",
        T::Nodes(NodeKind::Prose),
        "All free texts of the answers, in print order.",
        |w, n| {
            let answers = w.question(n).map_or(&[][..], |q| q.answers.as_slice());
            let mut nodes = Vec::new();
            for (i, answer) in answers.iter().enumerate() {
                let parent = n.child(NodeKind::Answer, i);
                for (k, text) in prose_of(answer).iter().enumerate() {
                    if text.is_some() {
                        nodes.push(Value::node(parent.child(NodeKind::Prose, k)));
                    }
                }
            }
            Value::list(nodes)
        },
    ),
    Field::new(
        "not_stated",
        T::Node(NodeKind::NotStated),
        "The list `Ikke angitt (7 Svar)`.",
        |w, n| match w.question(n).and_then(|q| q.not_stated.as_ref()) {
            Some(_) => Value::node(n.child(NodeKind::NotStated, n.index())),
            None => Value::null(),
        },
    )
    .nullable(),
    Field::new(
        "complete",
        T::Bool,
        "Whether no page is missing in or beside the question.",
        |w, n| Value::bool(w.question(n).is_some_and(|q| q.complete)),
    ),
    Field::new(
        "first_page",
        T::Int,
        "The page of its first line.",
        |w, n| Value::int(w.question(n).map_or(0, |q| q.pages.0)),
    ),
    Field::new("last_page", T::Int, "The page of its last line.", |w, n| {
        Value::int(w.question(n).map_or(0, |q| q.pages.1))
    }),
    Field::new(
        "role",
        T::Text,
        "What a pack says that it holds; empty where none does.",
        |w, n| Value::lent(w.known(n).map_or("", |k| k.role.as_str())),
    )
    .one_of(&["", "contact", "phone", "email"]),
    Field::new(
        "required",
        T::Bool,
        "Whether a pack says that everyone has to answer it.",
        |w, n| Value::bool(w.known(n).is_some_and(|k| k.required)),
    ),
    Field::new("keys", T::Texts, "The packs' names for it.", |w, n| {
        let keys = w.known(n).map_or(&[][..], |k| k.keys.as_slice());
        Value::list(keys.iter().map(|k| Value::lent(k)).collect())
    }),
];

pub(super) const STATISTICS: &[Field] = &[
    Field::new("heading", T::Text, "`Heltall`.", |w, n| {
        w.statistics(n)
            .map_or_else(Value::null, |s| Value::heading(w.report, &s.heading))
    })
    .printed(),
    Field::new("responses", T::Int, "`Svar`.", |w, n| {
        Value::printed_int(w.statistics(n).and_then(|s| s.responses.as_ref()))
    })
    .printed()
    .nullable(),
    Field::new("sum", T::Int, "`Sum`.", |w, n| {
        Value::printed_int(w.statistics(n).and_then(|s| s.sum.as_ref()))
    })
    .printed()
    .nullable(),
    Field::new("mean", T::Int, "`Snitt`.", |w, n| {
        rounded(w.statistics(n), |s| (s.mean.as_ref(), s.decimals.mean))
    })
    .printed()
    .nullable(),
    Field::new("median", T::Int, "`Median`.", |w, n| {
        rounded(w.statistics(n), |s| (s.median.as_ref(), s.decimals.median))
    })
    .printed()
    .nullable(),
    Field::new("stddev", T::Int, "`Standardavvik`.", |w, n| {
        rounded(w.statistics(n), |s| (s.stddev.as_ref(), s.decimals.stddev))
    })
    .printed()
    .nullable(),
    Field::new(
        "mean_unit",
        T::Int,
        "The unit that the mean is rounded to: 1, or 1/10 where it is printed with a decimal.",
        |w, n| Value::unit(w.statistics(n).map_or(0, |s| s.decimals.mean)),
    ),
    Field::new(
        "median_unit",
        T::Int,
        "The unit that the median is rounded to: 1, or 1/10 where it is printed with a decimal.",
        |w, n| Value::unit(w.statistics(n).map_or(0, |s| s.decimals.median)),
    ),
    Field::new(
        "stddev_unit",
        T::Int,
        "The unit that the standard deviation is rounded to: 1, or 1/10 where it is printed with a decimal.",
        |w, n| Value::unit(w.statistics(n).map_or(0, |s| s.decimals.stddev)),
    ),
];

pub(super) const CHART: &[Field] = &[
    Field::new(
        "group",
        T::Text,
        "`Offentlig/Kommune`; empty for the overall chart.",
        |w, n| Value::lent(w.chart(n).map_or("", |c| c.group.as_str())),
    ),
    Field::new(
        "heading",
        T::Text,
        "The heading; null for the overall chart.",
        |w, n| Value::printed_text(w.chart(n).and_then(|c| c.heading.as_ref())),
    )
    .printed()
    .nullable(),
    Field::new("bars", T::Nodes(NodeKind::Bar), "The bars.", |w, n| {
        Value::run(
            n.child(NodeKind::Bar, 0),
            w.chart(n).map_or(0, |c| c.bars.len()),
        )
    }),
    Field::new(
        "complete",
        T::Bool,
        "Whether every bar was found and read.",
        |w, n| Value::bool(w.chart(n).is_some_and(|c| c.complete)),
    ),
    Field::new(
        "question",
        T::Node(NodeKind::Question),
        "The question that it belongs to.",
        |_, n| Value::node(n.outer(NodeKind::Question)),
    ),
];

pub(super) const BAR: &[Field] = &[
    Field::new("option", T::Text, "The option.", |w, n| {
        Value::lent(w.bar(n).map_or("", |b| b.option.as_str()))
    }),
    Field::new("label", T::Text, "The label as printed.", |w, n| {
        Value::printed_text(w.bar(n).map(|b| &b.label))
    })
    .printed(),
    Field::new("count", T::Int, "`4`.", |w, n| {
        Value::printed_int(w.bar(n).map(|b| &b.count))
    })
    .printed(),
    Field::new(
        "percent",
        T::Int,
        "`25` of `(25%)`, `62,5` of `(62,5%)`.",
        |w, n| match w.bar(n) {
            Some(bar) => Value::printed_decimal(&bar.percent, bar.decimals),
            None => Value::null(),
        },
    )
    .printed(),
    Field::new(
        "unit",
        T::Int,
        "The unit that percents are rounded to: 1, or 1/10 where they have a decimal.",
        |w, n| Value::unit(w.bar(n).map_or(0, |b| b.decimals)),
    ),
    Field::new("other", T::Bool, "Whether it is `Andre svar`.", |w, n| {
        Value::bool(w.bar(n).is_some_and(|b| b.other))
    }),
    Field::new(
        "chart",
        T::Node(NodeKind::Chart),
        "The chart that it belongs to.",
        |_, n| Value::node(n.outer(NodeKind::Chart)),
    ),
];

pub(super) const OTHER_ANSWERS: &[Field] = &[
    Field::new("heading", T::Text, "`Andre svar`.", |w, n| {
        let list = w.question(n).and_then(|q| q.other_answers.as_ref());
        list.map_or_else(Value::null, |o| Value::heading(w.report, &o.heading))
    })
    .printed(),
    Field::new("texts", T::PrintedTexts, "The own texts.", |w, n| {
        let list = w.question(n).and_then(|q| q.other_answers.as_ref());
        Value::printed_texts(list.map_or(&[], |o| o.texts.as_slice()))
    }),
    Field::new(
        "certain",
        T::Bool,
        "Whether the texts were told apart with certainty.",
        |w, n| {
            let list = w.question(n).and_then(|q| q.other_answers.as_ref());
            Value::bool(list.is_some_and(|o| o.certain))
        },
    ),
];

pub(super) const NOT_STATED: &[Field] = &[
    Field::new("count", T::Int, "`7`.", |w, n| {
        let list = w.question(n).and_then(|q| q.not_stated.as_ref());
        Value::printed_int(list.map(|l| &l.count))
    })
    .printed(),
    Field::new(
        "respondents",
        T::Nodes(NodeKind::NotStatedLine),
        "The lines under it.",
        |w, n| {
            let list = w.question(n).and_then(|q| q.not_stated.as_ref());
            let len = list.map_or(0, |l| l.respondents.len());
            Value::run(
                n.outer(NodeKind::Question)
                    .child(NodeKind::NotStatedLine, 0),
                len,
            )
        },
    ),
];

pub(super) const NOT_STATED_LINE: &[Field] = &[
    Field::new("name", T::Text, "The name.", |w, n| {
        Value::printed_text(w.not_stated_line(n).map(|l| &l.name))
    })
    .printed(),
    Field::new("group", T::Text, "`Offentlig/Kommune`.", |w, n| {
        Value::lent(w.not_stated_line(n).map_or("", |l| l.group.as_str()))
    }),
    Field::new(
        "question",
        T::Node(NodeKind::Question),
        "The question that it belongs to.",
        |_, n| Value::node(n.outer(NodeKind::Question)),
    ),
];
