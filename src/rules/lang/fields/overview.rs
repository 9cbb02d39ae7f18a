//! Fields of the report itself, its front page and its overview.

use super::field::{Field, FieldType as T};
use crate::rules::lang::node::{Node, NodeKind};
use crate::rules::lang::value::Value;

pub(super) const REPORT: &[Field] = &[
    Field::new(
        "title",
        T::Text,
        "The survey's title on the front page.",
        |w, _| Value::printed_text(w.report.title.as_ref()),
    )
    .printed()
    .nullable(),
    Field::new("date", T::Date, "The day of the export.", |w, _| {
        Value::printed_date(w.report.date.as_ref())
    })
    .printed()
    .nullable(),
    Field::new(
        "shown",
        T::Int,
        "The first number of `Du ser 16 av totalt 16 svar.`.",
        |w, _| Value::printed_int(w.report.shown.as_ref()),
    )
    .printed()
    .nullable(),
    Field::new(
        "total",
        T::Int,
        "The second number of `Du ser 16 av totalt 16 svar.`.",
        |w, _| Value::printed_int(w.report.total.as_ref()),
    )
    .printed()
    .nullable(),
    Field::new(
        "filters",
        T::Nodes(NodeKind::Filter),
        "The filter tree of the front page, in print order.",
        |w, _| Value::run(Node::top(NodeKind::Filter, 0), w.report.filters.len()),
    ),
    Field::new(
        "filters_complete",
        T::Bool,
        "Whether the whole filter tree was read.",
        |w, _| Value::bool(w.report.filters_complete),
    ),
    Field::new(
        "overview",
        T::Nodes(NodeKind::Category),
        "The categories of `Svar oversikt`.",
        |w, _| Value::run(Node::top(NodeKind::Category, 0), w.report.overview.len()),
    ),
    Field::new(
        "overview_complete",
        T::Bool,
        "Whether the whole overview was read.",
        |w, _| Value::bool(w.report.overview_complete),
    ),
    Field::new(
        "respondents",
        T::Nodes(NodeKind::Respondent),
        "Everyone who appears anywhere in the report.",
        |w, _| {
            Value::run(
                Node::top(NodeKind::Respondent, 0),
                w.report.respondents.len(),
            )
        },
    ),
    Field::new(
        "questions",
        T::Nodes(NodeKind::Question),
        "The questions, in print order.",
        |w, _| Value::run(Node::top(NodeKind::Question, 0), w.report.questions.len()),
    ),
    Field::new(
        "gaps",
        T::Nodes(NodeKind::Gap),
        "Where pages are missing or out of order.",
        |w, _| Value::run(Node::top(NodeKind::Gap, 0), w.report.gaps.len()),
    ),
    Field::new(
        "unread",
        T::Nodes(NodeKind::Unread),
        "What could not be read with certainty.",
        |w, _| Value::run(Node::top(NodeKind::Unread, 0), w.report.unread.len()),
    ),
    Field::new(
        "unchecked",
        T::Nodes(NodeKind::Unchecked),
        "What the rules left unchecked; a rule that asks for it runs after all others.",
        |w, _| Value::run(Node::top(NodeKind::Unchecked, 0), w.unchecked.len()),
    ),
];

pub(super) const FILTER: &[Field] = &[
    Field::new("name", T::Text, "`Kommune`.", |w, n| {
        Value::printed_text(w.filter(n).map(|f| &f.name))
    })
    .printed(),
    Field::new("count", T::Int, "`8`.", |w, n| {
        Value::printed_int(w.filter(n).map(|f| &f.count))
    })
    .printed(),
    Field::new(
        "depth",
        T::Int,
        "Depth in the tree; 0 at the top.",
        |w, n| Value::int(w.filter(n).map_or(0, |f| f.depth)),
    ),
    Field::new(
        "path",
        T::Text,
        "The path from the top: `Offentlig/Kommune`.",
        |w, n| Value::lent(w.filter(n).map_or("", |f| f.path.as_str())),
    ),
    Field::new(
        "parent",
        T::Node(NodeKind::Filter),
        "The line that this one lies under.",
        |w, n| {
            let parent = w.filter(n).and_then(|f| f.parent);
            parent.map_or_else(Value::null, |p| Value::node(Node::top(NodeKind::Filter, p)))
        },
    )
    .nullable(),
    Field::new(
        "below",
        T::Nodes(NodeKind::Filter),
        "All lines that lie under this one, at any depth.",
        |w, n| {
            let depth = w.filter(n).map_or(0, |f| f.depth);
            let after = w.report.filters.iter().skip(n.index() + 1);
            let len = after.take_while(|f| f.depth > depth).count();
            Value::run(n.forward(1), len)
        },
    ),
    Field::new(
        "inactive",
        T::Bool,
        "Whether `(Inaktiv)` follows.",
        |w, n| Value::bool(w.filter(n).is_some_and(|f| f.inactive)),
    ),
];

pub(super) const CATEGORY: &[Field] = &[
    Field::new("name", T::Text, "`Kommune`.", |w, n| {
        Value::printed_text(w.category(n).map(|c| &c.name))
    })
    .printed(),
    Field::new("sector", T::Text, "`Offentlig`.", |w, n| {
        Value::lent(w.category(n).map_or("", |c| c.sector.as_str()))
    }),
    Field::new(
        "group",
        T::Text,
        "As charts name it: `Offentlig/Kommune`.",
        |w, n| Value::lent(w.category(n).map_or("", |c| c.group.as_str())),
    ),
    Field::new("count", T::Int, "`8`.", |w, n| {
        Value::printed_int(w.category(n).map(|c| &c.count))
    })
    .printed(),
    Field::new(
        "respondents",
        T::PrintedTexts,
        "The names under the heading; a name may stand twice.",
        |w, n| Value::printed_texts(w.category(n).map_or(&[], |c| c.respondents.as_slice())),
    ),
];

pub(super) const RESPONDENT: &[Field] = &[
    Field::new("name", T::Text, "The name.", |w, n| {
        Value::lent(w.respondent(n).map_or("", |r| r.name.as_str()))
    }),
    Field::new("group", T::Text, "`Offentlig/Kommune`.", |w, n| {
        Value::lent(w.respondent(n).map_or("", |r| r.group.as_str()))
    }),
    Field::new(
        "submissions",
        T::Int,
        "How many submissions stand under the name.",
        |w, n| Value::int(w.respondent(n).map_or(0, |r| r.submissions)),
    ),
    Field::new(
        "overview",
        T::PrintedTexts,
        "The names in the overview; empty where it lacks the respondent.",
        |w, n| Value::printed_texts(w.respondent(n).map_or(&[], |r| r.overview.as_slice())),
    ),
    Field::new(
        "first",
        T::Text,
        "Where the name is first printed.",
        |w, n| Value::printed_text(w.respondent(n).map(|r| &r.first)),
    )
    .printed(),
    Field::new(
        "answers",
        T::Nodes(NodeKind::Answer),
        "Its answers to all questions, in their order.",
        |w, n| Value::list(w.answers_of(n).iter().map(|&a| Value::node(a)).collect()),
    ),
    Field::new(
        "not_stated",
        T::Nodes(NodeKind::NotStatedLine),
        "Its lines under `Ikke angitt` of all questions.",
        |w, n| Value::list(w.not_stated_of(n).iter().map(|&a| Value::node(a)).collect()),
    ),
];

pub(super) const GAP: &[Field] = &[
    Field::new("kind", T::Text, "What is wrong.", |w, n| {
        Value::lent(w.gap(n).map_or("", |g| g.kind.name()))
    })
    .one_of(&[
        "missing_pages",
        "broken_text",
        "out_of_order",
        "rearranged",
        "reversed",
        "repeated_page",
        "unread_page",
        "picture",
        "untitled",
        "misread",
        "hidden_text",
        "untold_letters",
    ]),
    Field::new(
        "at",
        T::Text,
        "Something printed beside the gap.",
        |w, n| Value::place_of(w.gap(n).map(|g| &g.at)),
    )
    .printed(),
    Field::new(
        "after_page",
        T::Int,
        "The page before the gap; 0 at the start.",
        |w, n| Value::int(w.gap(n).map_or(0, |g| g.after_page)),
    ),
    Field::new(
        "missing",
        T::Int,
        "How many pages are missing, where it can be told.",
        |w, n| {
            let missing = w.gap(n).and_then(|g| g.missing);
            missing.map_or_else(Value::null, Value::int)
        },
    )
    .nullable(),
    Field::new(
        "pages",
        T::Text,
        "The missing pages: `15–17`; empty where unknown.",
        |w, n| Value::lent(w.gap(n).map_or("", |g| g.pages.as_str())),
    ),
    Field::new(
        "questions",
        T::Nodes(NodeKind::Question),
        "The questions that are incomplete because of it.",
        |w, n| {
            let questions = w.gap(n).map_or(&[][..], |g| g.questions.as_slice());
            let nodes = questions.iter().map(|&q| Node::top(NodeKind::Question, q));
            Value::list(nodes.map(Value::node).collect())
        },
    ),
];

pub(super) const UNREAD: &[Field] = &[
    Field::new("printed", T::Text, "What was printed there.", |w, n| {
        Value::printed_text(w.unread(n).map(|u| &u.printed))
    })
    .printed(),
    Field::new("what", T::Text, "What it should have been.", |w, n| {
        Value::lent(w.unread(n).map_or("", |u| u.what))
    })
    .one_of(&[
        "count",
        "percent",
        "statistic",
        "answer",
        "label",
        "heading",
        "glyph",
    ]),
];

pub(super) const UNCHECKED: &[Field] = &[
    Field::new(
        "at",
        T::Text,
        "Something printed at the place: the first of the figures, or the title.",
        |w, n| Value::place_of(w.unchecked(n).map(|u| &u.at)),
    )
    .printed(),
    Field::new(
        "figures",
        T::PrintedTexts,
        "The figures, or the names above answers that were not read with certainty.",
        |w, n| {
            let figures = w.unchecked(n).map_or(&[][..], |u| u.figures.as_slice());
            let values = figures.iter().map(|figure| Value::place_of(Some(figure)));
            Value::list(values.collect())
        },
    ),
    Field::new("reason", T::Text, "Why they were not checked.", |w, n| {
        Value::lent(w.unchecked(n).map_or("", |u| u.reason.name()))
    })
    .one_of(&[
        "misread",
        "unread",
        "missing",
        "missing_chart",
        "uncertain",
        "untied",
    ]),
    Field::new(
        "question",
        T::Node(NodeKind::Question),
        "The question; null where they belong to none.",
        |w, n| {
            let question = w.unchecked(n).and_then(|u| u.question);
            question.map_or_else(Value::null, |index| {
                Value::node(Node::top(NodeKind::Question, index))
            })
        },
    )
    .nullable(),
    Field::new("page", T::Int, "The page, by its position.", |w, n| {
        Value::int(w.unchecked(n).map_or(0, |u| u.at.span.page))
    }),
];
