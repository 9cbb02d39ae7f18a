//! The parts of a report that rules walk over, named by their positions.

use super::lookup::MarkMap;
use super::previous::Previous;
use super::spelling::Spelling;
use super::value::Print;
use super::words::Mark;
use crate::report::{
    Answer, Bar, Chart, Choice, Filter, Gap, NotStatedLine, OverviewCategory, Question, Report,
    Respondent, Statistics, Unread,
};
use crate::rules::unchecked::Unchecked;
use std::cell::OnceCell;

/// The kinds of parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NodeKind {
    /// The whole report.
    Report,
    /// A line of the front page's filter tree.
    Filter,
    /// A heading of the overview with its names.
    Category,
    /// Someone who answers.
    Respondent,
    /// A question.
    Question,
    /// The block `Heltall`.
    Statistics,
    /// A chart.
    Chart,
    /// A bar of a chart.
    Bar,
    /// The list `Andre svar`.
    OtherAnswers,
    /// What one submission answers to one question.
    Answer,
    /// An option that was chosen.
    Choice,
    /// A free text that someone wrote.
    Prose,
    /// The list `Ikke angitt`.
    NotStated,
    /// A line of it.
    NotStatedLine,
    /// A place where something is missing.
    Gap,
    /// Something that could not be read.
    Unread,
    /// Something that was not checked.
    Unchecked,
}

impl NodeKind {
    /// The kinds in the order of the documentation.
    pub const ALL: [Self; 17] = [
        Self::Report,
        Self::Filter,
        Self::Category,
        Self::Respondent,
        Self::Question,
        Self::Statistics,
        Self::Chart,
        Self::Bar,
        Self::OtherAnswers,
        Self::Answer,
        Self::Choice,
        Self::Prose,
        Self::NotStated,
        Self::NotStatedLine,
        Self::Gap,
        Self::Unread,
        Self::Unchecked,
    ];

    /// The name in messages and documentation.
    pub fn name(self) -> &'static str {
        match self {
            Self::Report => "Report",
            Self::Filter => "Filter",
            Self::Category => "Category",
            Self::Respondent => "Respondent",
            Self::Question => "Question",
            Self::Statistics => "Statistics",
            Self::Chart => "Chart",
            Self::Bar => "Bar",
            Self::OtherAnswers => "OtherAnswers",
            Self::Answer => "Answer",
            Self::Choice => "Choice",
            Self::Prose => "Prose",
            Self::NotStated => "NotStated",
            Self::NotStatedLine => "NotStatedLine",
            Self::Gap => "Gap",
            Self::Unread => "Unread",
            Self::Unchecked => "Unchecked",
        }
    }

    /// How many positions name a part of this kind.
    fn depth(self) -> usize {
        match self {
            Self::Report => 0,
            Self::Bar | Self::Choice | Self::Prose => 3,
            Self::Chart | Self::Answer | Self::NotStatedLine => 2,
            _ => 1,
        }
    }
}

/// A part of the report: its kind and its positions from the outermost list inwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Node {
    /// What it is.
    pub(crate) kind: NodeKind,
    /// Its positions; those that its kind does not use are 0.
    pub(crate) at: [u32; 3],
}

impl Node {
    /// The whole report.
    pub(crate) const REPORT: Self = Self {
        kind: NodeKind::Report,
        at: [0; 3],
    };

    /// A part of the report's own lists.
    pub(crate) fn top(kind: NodeKind, index: usize) -> Self {
        Self {
            kind,
            at: [narrow(index), 0, 0],
        }
    }

    /// A part of this part.
    pub(crate) fn child(self, kind: NodeKind, index: usize) -> Self {
        let mut at = self.at;
        let last = kind.depth().saturating_sub(1);
        if let Some(position) = at.get_mut(last) {
            *position = narrow(index);
        }
        Self { kind, at }
    }

    /// The part that this lies in, seen as another kind.
    pub(crate) fn outer(self, kind: NodeKind) -> Self {
        let mut at = self.at;
        at.iter_mut().skip(kind.depth()).for_each(|p| *p = 0);
        Self { kind, at }
    }

    /// The part that stands `steps` after this one in the same list.
    pub(crate) fn forward(self, steps: u32) -> Self {
        let mut at = self.at;
        let last = self.kind.depth().saturating_sub(1);
        if let Some(position) = at.get_mut(last) {
            *position = position.saturating_add(steps);
        }
        Self { at, ..self }
    }

    /// Its position in its list.
    pub(crate) fn index(self) -> usize {
        self.part(self.kind.depth().saturating_sub(1))
    }

    fn part(self, depth: usize) -> usize {
        self.at
            .get(depth)
            .and_then(|&p| usize::try_from(p).ok())
            .unwrap_or(usize::MAX)
    }
}

fn narrow(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// What the packs say about one question.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    /// The packs' names for it.
    pub(crate) keys: Vec<String>,
    /// `contact`, `phone` or empty.
    pub(crate) role: String,
    /// Whether everyone has to answer it.
    pub(crate) required: bool,
}

/// The report together with what can be looked up in it.
pub(crate) struct World<'r> {
    /// The report.
    pub(crate) report: &'r Report,
    /// What the packs say about each question, by its position.
    pub(crate) known: &'r [Known],
    /// What the other rules left unchecked; empty before they ran.
    pub(crate) unchecked: &'r [Unchecked],
    /// The report of the year before.
    pub(crate) previous: Option<Previous<'r>>,
    /// The respondents by the marks of their names and groups.
    people: MarkMap<Vec<usize>>,
    answers_of: Vec<Vec<Node>>,
    not_stated_of: Vec<Vec<Node>>,
    /// Gathered when a rule first asks.
    spelling: OnceCell<Spelling>,
}

impl<'r> World<'r> {
    /// Prepares the lookups.
    pub(crate) fn new(report: &'r Report, known: &'r [Known], unchecked: &'r [Unchecked]) -> Self {
        let mut people: MarkMap<Vec<usize>> = MarkMap::default();
        for (index, person) in report.respondents.iter().enumerate() {
            let mark = person_mark(&person.name, &person.group);
            people.entry(mark).or_default().push(index);
        }
        let mut world = Self {
            report,
            known,
            unchecked,
            previous: None,
            people,
            answers_of: vec![Vec::new(); report.respondents.len()],
            not_stated_of: vec![Vec::new(); report.respondents.len()],
            spelling: OnceCell::new(),
        };
        for (q, question) in report.questions.iter().enumerate() {
            let parent = Node::top(NodeKind::Question, q);
            for (i, answer) in question.answers.iter().enumerate() {
                let person = world.person(&answer.respondent.value, &answer.group);
                if let Some(list) = person.and_then(|p| world.answers_of.get_mut(p)) {
                    list.push(parent.child(NodeKind::Answer, i));
                }
            }
            let lines = question.not_stated.iter().flat_map(|n| &n.respondents);
            for (i, line) in lines.enumerate() {
                let person = world.person(&line.name.value, &line.group);
                if let Some(list) = person.and_then(|p| world.not_stated_of.get_mut(p)) {
                    list.push(parent.child(NodeKind::NotStatedLine, i));
                }
            }
        }
        world
    }

    /// The words of the report's texts.
    pub(crate) fn spelling(&self) -> &Spelling {
        self.spelling
            .get_or_init(|| Spelling::of(self.report, self.known))
    }

    /// Whether a part belongs to a question that asks for a person.
    pub(crate) fn names_persons(&self, node: Node) -> bool {
        let known = self.known.get(node.part(0));
        known.is_some_and(|known| !known.role.is_empty())
    }

    /// How many answers the report has.
    pub(crate) fn answers(&self) -> usize {
        let answers = self.report.questions.iter().map(|q| q.answers.len());
        answers.fold(0, usize::saturating_add)
    }

    /// The position of the respondent of this name and group.
    pub(crate) fn person(&self, name: &str, group: &str) -> Option<usize> {
        let found = self.people.get(&person_mark(name, group))?;
        let is = |&index: &usize| {
            let person = self.report.respondents.get(index);
            person.is_some_and(|p| p.name == name && p.group == group)
        };
        found.iter().copied().find(|index| is(index))
    }

    /// The answers of a respondent, in the order of the questions.
    pub(crate) fn answers_of(&self, node: Node) -> &[Node] {
        self.answers_of.get(node.part(0)).map_or(&[], Vec::as_slice)
    }

    /// The lines under `Ikke angitt` of a respondent, in the order of the questions.
    pub(crate) fn not_stated_of(&self, node: Node) -> &[Node] {
        self.not_stated_of
            .get(node.part(0))
            .map_or(&[], Vec::as_slice)
    }

    /// What the packs say about the question in which a node lies.
    pub(crate) fn known(&self, node: Node) -> Option<&'r Known> {
        self.known.get(node.part(0))
    }

    pub(crate) fn filter(&self, node: Node) -> Option<&'r Filter> {
        self.report.filters.get(node.part(0))
    }

    pub(crate) fn category(&self, node: Node) -> Option<&'r OverviewCategory> {
        self.report.overview.get(node.part(0))
    }

    pub(crate) fn respondent(&self, node: Node) -> Option<&'r Respondent> {
        self.report.respondents.get(node.part(0))
    }

    pub(crate) fn question(&self, node: Node) -> Option<&'r Question> {
        self.report.questions.get(node.part(0))
    }

    pub(crate) fn statistics(&self, node: Node) -> Option<&'r Statistics> {
        self.question(node)?.stats.as_ref()
    }

    pub(crate) fn chart(&self, node: Node) -> Option<&'r Chart> {
        self.question(node)?.charts.get(node.part(1))
    }

    pub(crate) fn bar(&self, node: Node) -> Option<&'r Bar> {
        self.chart(node)?.bars.get(node.part(2))
    }

    pub(crate) fn answer(&self, node: Node) -> Option<&'r Answer> {
        self.question(node)?.answers.get(node.part(1))
    }

    /// Whether the answer that a part is, or lies in, was read with certainty.
    pub(crate) fn is_certain(&self, node: Node) -> bool {
        self.answer(node).is_none_or(|answer| answer.certain)
    }

    pub(crate) fn choice(&self, node: Node) -> Option<&'r Choice> {
        self.answer(node)?.choices.get(node.part(2))
    }

    pub(crate) fn not_stated_line(&self, node: Node) -> Option<&'r NotStatedLine> {
        let list = self.question(node)?.not_stated.as_ref()?;
        list.respondents.get(node.part(1))
    }

    pub(crate) fn gap(&self, node: Node) -> Option<&'r Gap> {
        self.report.gaps.get(node.part(0))
    }

    pub(crate) fn unread(&self, node: Node) -> Option<&'r Unread> {
        self.report.unread.get(node.part(0))
    }

    pub(crate) fn unchecked(&self, node: Node) -> Option<&'r Unchecked> {
        self.unchecked.get(node.part(0))
    }

    /// The free text that a [`NodeKind::Prose`] node names.
    pub(crate) fn prose(&self, node: Node) -> Option<Print<'r>> {
        let answer = self.answer(node)?;
        let texts = prose_of(answer);
        let place = texts.get(node.part(2))?;
        place.map(Print::Text)
    }
}

fn person_mark(name: &str, group: &str) -> u64 {
    let mut mark = Mark::new();
    mark.bytes(name.as_bytes());
    mark.byte(0);
    mark.bytes(group.as_bytes());
    mark.finish()
}

/// What rules call the places for free text in an answer, in the order of [`prose_of`].
pub(crate) const PROSE_NAMES: [&str; 3] = ["text", "own_text", "comment"];

/// The places for free text in an answer: the whole text, the own text, the comment.
pub(crate) fn prose_of(answer: &Answer) -> [Option<&crate::text::Printed<String>>; 3] {
    [
        answer.text.as_ref(),
        answer.own_text.as_ref(),
        answer.comment.as_ref(),
    ]
}
