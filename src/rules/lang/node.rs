//! The parts of a report that rules walk over, named by their positions.

use serde::{Deserialize, Serialize};

/// The kinds of parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
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

    pub(super) fn part(self, depth: usize) -> usize {
        self.at
            .get(depth)
            .and_then(|&p| usize::try_from(p).ok())
            .unwrap_or(usize::MAX)
    }
}

fn narrow(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
