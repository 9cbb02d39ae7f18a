//! What answers say, to ask whether one of them says, or begins with, what stands under a bar.

use super::super::lines::Line;
use std::ops::Range;

/// What answers say: all their lines, blanks taken out, and where each of them begins.
pub(super) struct Answered {
    text: String,
    begins: Vec<usize>,
    /// The beginnings of lines, in the order of what follows.
    sorted: Vec<usize>,
}

impl Answered {
    pub(super) fn of(answers: &[Line<'_>]) -> Self {
        Self::of_lines(answers.iter().map(Line::squashed))
    }

    /// The same of lines without blanks.
    pub(super) fn of_lines<'l>(lines: impl Iterator<Item = &'l str>) -> Self {
        let mut text = String::new();
        let mut begins = Vec::new();
        for line in lines {
            begins.push(text.len());
            text.push_str(line);
        }
        let mut sorted = begins.clone();
        sorted.sort_by_key(|at| text.get(*at..));
        begins.push(text.len());
        Self {
            text,
            begins,
            sorted,
        }
    }

    /// Whether one or more whole lines say that.
    pub(super) fn says(&self, label: &str) -> bool {
        !label.is_empty() && self.ended(&self.begun(label), label.len())
    }

    /// The lines that begin with that, by their places in the order of what follows.
    pub(super) fn begun(&self, label: &str) -> Range<usize> {
        self.going_on(0..self.sorted.len(), 0, label)
    }

    /// Of lines that begin with the same so many bytes those that go on with that.
    pub(super) fn going_on(&self, begun: Range<usize>, len: usize, more: &str) -> Range<usize> {
        let rest = |at: &usize| self.text.as_bytes().get(at + len..).unwrap_or_default();
        let more = more.as_bytes();
        let among = self.sorted.get(begun.clone()).unwrap_or(&[]);
        let from = among.partition_point(|at| rest(at) < more);
        let after = among.get(from..).unwrap_or(&[]);
        let many = after.partition_point(|at| rest(at).starts_with(more));
        begun.start + from..begun.start + from + many
    }

    /// Whether of lines that begin with the same so many bytes one ends there, or one after it.
    pub(super) fn ended(&self, begun: &Range<usize>, len: usize) -> bool {
        let mut begun = self.sorted.get(begun.clone()).unwrap_or(&[]).iter();
        begun.any(|at| self.begins.binary_search(&(at + len)).is_ok())
    }
}
