//! Fields of answers and what they consist of.

use super::field::{Field, FieldType as T};
use crate::i18n::Text;
use crate::report::Answer;
use crate::rules::lang::known::{PROSE_NAMES, prose_of};
use crate::rules::lang::node::{Node, NodeKind};
use crate::rules::lang::spelling::Spelling;
use crate::rules::lang::value::{self, Data, Print, Value};
use crate::rules::lang::world::World;
use std::rc::Rc;

pub(super) const ANSWER: &[Field] = &[
    Field::new(
        "respondent",
        T::Text,
        "The name above the answer.",
        |w, n| Value::printed_text(w.answer(n).map(|a| &a.respondent)),
    )
    .printed(),
    Field::new(
        "who",
        T::Text,
        "The name for a message: with which of its answers to the question it is, where it has several: `Bergvik kommune (nr. 2)`, in English `(no. 2)`.",
        who,
    ),
    Field::new("group", T::Text, "`Offentlig/Kommune`.", |w, n| {
        Value::lent(w.answer(n).map_or("", |a| a.group.as_str()))
    }),
    Field::new(
        "occurrence",
        T::Int,
        "1, or 2 and more where the name stands again under the question.",
        |w, n| Value::int(w.answer(n).map_or(0, |a| a.occurrence)),
    ),
    Field::new(
        "number",
        T::Int,
        "Position among the answers, from 1.",
        |_, n| Value::count(n.index().saturating_add(1)),
    ),
    Field::new(
        "value",
        T::Int,
        "The number; null where nothing is printed.",
        |w, n| Value::printed_int(w.answer(n).and_then(|a| a.value.as_ref())),
    )
    .printed()
    .nullable()
    .content(),
    Field::new(
        "glyphs",
        T::Text,
        "What stands where the number should, where it could not be read; null where it was, and where nothing is known of it. See least, most and fits.",
        |w, n| {
            let glyphs = w.answer(n).and_then(|a| a.glyphs.as_deref());
            glyphs.map_or_else(Value::null, Value::lent)
        },
    )
    .nullable(),
    Field::new(
        "text",
        T::Text,
        "The whole text of a text question.",
        |w, n| Value::printed_text(w.answer(n).and_then(|a| a.text.as_deref())),
    )
    .printed()
    .nullable()
    .content(),
    Field::new(
        "choices",
        T::Nodes(NodeKind::Choice),
        "The options chosen.",
        |w, n| {
            Value::run(
                n.child(NodeKind::Choice, 0),
                w.answer(n).map_or(0, |a| a.choices.len()),
            )
        },
    )
    .content(),
    Field::new(
        "own_text",
        T::Text,
        "The own text, which `Andre svar` repeats.",
        |w, n| Value::printed_text(w.answer(n).and_then(|a| a.own_text.as_deref())),
    )
    .printed()
    .nullable()
    .content(),
    Field::new(
        "comment",
        T::Text,
        "The comment after the choices.",
        |w, n| Value::printed_text(w.answer(n).and_then(|a| a.comment.as_deref())),
    )
    .printed()
    .nullable()
    .content(),
    Field::new(
        "places",
        T::PrintedTexts,
        "The lines of a places question.",
        |w, n| Value::printed_texts(w.answer(n).map_or(&[], |a| a.places.as_slice())),
    )
    .content(),
    Field::new(
        "prose",
        T::Nodes(NodeKind::Prose),
        "Its free texts: text, own text, comment.",
        |w, n| Value::list(prose_nodes(w, n)),
    )
    .content(),
    Field::new(
        "content",
        T::Text,
        "All that was answered as one text, choices in order of the alphabet; for comparing.",
        |w, n| {
            let content = w.answer(n).map_or_else(String::new, content);
            Value::new(Data::Text(value::Text::Made(Rc::from(content))))
        },
    )
    .content(),
    Field::new(
        "blank",
        T::Bool,
        "Whether nothing is printed under the name.",
        |w, n| Value::bool(w.answer(n).is_some_and(|a| a.blank)),
    )
    .content(),
    Field::new(
        "certain",
        T::Bool,
        "Whether all under the name is at hand and understood.",
        |w, n| Value::bool(w.answer(n).is_some_and(|a| a.certain)),
    ),
    Field::new(
        "question",
        T::Node(NodeKind::Question),
        "The question that it answers.",
        |_, n| Value::node(n.outer(NodeKind::Question)),
    ),
    Field::new(
        "person",
        T::Node(NodeKind::Respondent),
        "The respondent of its name and group.",
        |w, n| {
            let person = w
                .answer(n)
                .and_then(|a| w.person(a.id()));
            person.map_or_else(Value::null, Value::node)
        },
    )
    .nullable(),
];

pub(super) const CHOICE: &[Field] = &[
    Field::new("option", T::Text, "The option's text.", |w, n| {
        Value::printed_text(w.choice(n).map(|c| &c.option))
    })
    .printed(),
    Field::new(
        "answer",
        T::Node(NodeKind::Answer),
        "The answer that it belongs to.",
        |_, n| Value::node(n.outer(NodeKind::Answer)),
    ),
];

pub(super) const PROSE: &[Field] = &[
    Field::new("text", T::Text, "The text.", |w, n| match w.prose(n) {
        Some(Print::Text(printed)) => Value::printed_text(Some(printed)),
        _ => Value::null(),
    })
    .printed()
    .content(),
    Field::new("what", T::Text, "What it is.", |_, n| {
        Value::lent(PROSE_NAMES.get(n.index()).copied().unwrap_or(""))
    })
    .one_of(&PROSE_NAMES),
    Field::new("respondent", T::Text, "Who wrote it.", |w, n| {
        Value::printed_text(w.answer(n).map(|a| &a.respondent))
    })
    .printed(),
    Field::new(
        "who",
        T::Text,
        "The name for a message: with which of its answers to the question it is, where it has several: `Bergvik kommune (nr. 2)`, in English `(no. 2)`.",
        who,
    ),
    Field::new("group", T::Text, "`Offentlig/Kommune`.", |w, n| {
        Value::lent(w.answer(n).map_or("", |a| a.group.as_str()))
    }),
    Field::new(
        "answer",
        T::Node(NodeKind::Answer),
        "The answer that it belongs to.",
        |_, n| Value::node(n.outer(NodeKind::Answer)),
    ),
    Field::new(
        "slips",
        T::TextPairs,
        "Words in it that look mistyped beside the report's other words (a letter doubled, two swapped), each with the word that is probably meant.",
        |w, n| pairs(w, n, Spelling::slips),
    )
    .content(),
    Field::new(
        "cut",
        T::TextPairs,
        "Words in it that lack their beginning, each with a word of the report that shows it.",
        |w, n| pairs(w, n, Spelling::cut),
    )
    .content(),
];

/// The name above an answer, with a number where it stands there more than once.
fn who<'r>(world: &World<'r>, node: Node) -> Value<'r> {
    let Some(answer) = world.answer(node) else {
        return Value::lent("");
    };
    let name = &answer.respondent.value;
    let is_again = |other: &Answer| other.occurrence > 1 && other.id() == answer.id();
    let question = world.question(node.outer(NodeKind::Question));
    if question.is_some_and(|question| question.answers.iter().any(is_again)) {
        let said = Text::each(|lang| lang.words().numbered(name, &answer.occurrence));
        return Value::worded(said);
    }
    Value::lent(name)
}

/// What is noticed of the words of a free text; nothing where the question asks for a person. One that
/// was not read with certainty is not asked: the field is [`Field::content`].
fn pairs<'r>(
    world: &World<'r>,
    node: Node,
    look: impl Fn(&Spelling, &str) -> Vec<[String; 2]>,
) -> Value<'r> {
    let Some(Print::Text(text)) = world.prose(node).filter(|_| !world.names_persons(node)) else {
        return Value::list(Vec::new());
    };
    let pairs = look(world.spelling(), &text.value).into_iter();
    let pairs = pairs.map(|pair| Value::list(pair.iter().map(|word| Value::made(word)).collect()));
    Value::list(pairs.collect())
}

fn prose_nodes<'r>(world: &World<'r>, node: Node) -> Vec<Value<'r>> {
    let Some(answer) = world.answer(node) else {
        return Vec::new();
    };
    let texts = prose_of(answer);
    let present = texts.iter().enumerate().filter(|(_, text)| text.is_some());
    present
        .map(|(k, _)| Value::node(node.child(NodeKind::Prose, k)))
        .collect()
}

/// How many bytes [`content`] has, about.
pub(in crate::rules::lang) fn content_bytes(answer: &Answer) -> usize {
    let choices = answer
        .choices
        .iter()
        .map(|choice| choice.option.value.len());
    let texts = prose_of(answer);
    let texts = texts.iter().flatten().map(|text| text.value.len());
    let places = answer.places.iter().map(|place| place.value.len());
    choices.chain(texts).chain(places).sum()
}

/// All that was answered as one text, choices in order of the alphabet.
pub(in crate::rules::lang) fn content(answer: &Answer) -> String {
    let mut choices: Vec<&str> = answer
        .choices
        .iter()
        .map(|c| c.option.value.as_str())
        .collect();
    choices.sort_unstable();
    let value = answer.value.as_ref().map(|v| v.value.to_string());
    let texts = prose_of(answer);
    let parts = value
        .into_iter()
        .chain(choices.into_iter().map(str::to_owned))
        .chain(texts.iter().flatten().map(|t| t.value.clone()))
        .chain(answer.places.iter().map(|p| p.value.clone()));
    parts.collect::<Vec<_>>().join("\n")
}
