//! The list under `Ikke angitt`: a name with its group on each line, or over several, or side by side.

use super::super::folded::fold;
use super::super::lines::{Line, join};
use super::{Group, LIST_LINES, Roster};
use crate::text::Printed;

/// Cells of one column begin within so many points, or characters, of each other.
const ALIGNED: f32 = 2.0;

/// A list has at most so many columns.
const COLUMNS: usize = 8;

/// An entry of the list.
#[derive(Debug)]
pub(in super::super) struct Entry<'l, 'a> {
    /// The respondent, as it is spelt elsewhere.
    pub(in super::super) name: String,
    /// Its group.
    pub(in super::super) group: Group,
    /// What it was printed as.
    pub(in super::super) parts: Vec<Printed<String>>,
    /// The line that it has to itself, where it has one.
    pub(in super::super) line: Option<&'l Line<'a>>,
}

/// What stands in the list.
#[derive(Debug, Default)]
pub(in super::super) struct Listed<'l, 'a> {
    /// The entries, as they are printed.
    pub(in super::super) entries: Vec<Entry<'l, 'a>>,
    /// What is no entry.
    pub(in super::super) unread: Vec<Printed<String>>,
}

impl Listed<'_, '_> {
    /// How much of it is nobody who is `known` from elsewhere.
    fn strange(&self, known: impl Fn(&Group, &str) -> bool) -> usize {
        let entries = self.entries.iter();
        let unknown = entries.filter(|entry| !known(&entry.group, &entry.name));
        self.unread.len() + unknown.count()
    }
}

impl Roster {
    /// What stands on these lines under `Ikke angitt`. Where an entry that is broken over lines stands beside
    /// another one, the lines make no sense, or another one than the columns do: whose names are `known`
    /// from elsewhere is right.
    pub(in super::super) fn listed<'l, 'a>(
        &self,
        lines: &'l [Line<'a>],
        known: impl Fn(&Group, &str) -> bool,
    ) -> Listed<'l, 'a> {
        let by_line = self.by_line(lines);
        let strange = by_line.strange(&known);
        if strange == 0 || lines.iter().all(|line| line.on_page.cells.len() < 2) {
            return by_line;
        }
        let by_column = self.by_column(lines);
        let by_column = by_column.filter(|listed| listed.strange(&known) < strange);
        by_column.unwrap_or(by_line)
    }

    fn by_line<'l, 'a>(&self, lines: &'l [Line<'a>]) -> Listed<'l, 'a> {
        let mut out = Listed::default();
        let mut pending = Vec::new();
        let parts = lines.iter().flat_map(|line| {
            let parts = self.entries(line);
            let alone = parts.len() == 1;
            parts.into_iter().map(move |part| (line, part, alone))
        });
        for (line, part, alone) in parts {
            pending.push(part);
            if let Some((name, group)) = self.joined(&pending) {
                out.entries.push(Entry {
                    name,
                    group,
                    line: (alone && pending.len() == 1).then_some(line),
                    parts: std::mem::take(&mut pending),
                });
            } else if pending.len() > LIST_LINES {
                // A long line may wrap once or twice; then it is something else.
                out.unread.append(&mut pending);
            }
        }
        out.unread.append(&mut pending);
        out
    }

    /// The same, each column by itself; `None` where that leaves something over.
    fn by_column<'l, 'a>(&self, lines: &'l [Line<'a>]) -> Option<Listed<'l, 'a>> {
        let mut out = Listed::default();
        let mut columns: Vec<(f32, Vec<Printed<String>>)> = Vec::new();
        for line in lines {
            for (begins, part) in line.columns() {
                let near = |(at, _): &(f32, _)| (at - begins).abs() <= ALIGNED;
                let at = columns.iter().position(near).unwrap_or(columns.len());
                if at == COLUMNS {
                    return None;
                }
                if at == columns.len() {
                    columns.push((begins, Vec::new()));
                }
                let (_, pending) = columns.get_mut(at)?;
                pending.push(part);
                if let Some((name, group)) = self.joined(pending) {
                    out.entries.push(Entry {
                        name,
                        group,
                        line: None,
                        parts: std::mem::take(pending),
                    });
                } else if pending.len() > LIST_LINES {
                    return None;
                }
            }
        }
        let whole = columns.iter().all(|(_, pending)| pending.is_empty());
        whole.then_some(out)
    }

    fn joined(&self, parts: &[Printed<String>]) -> Option<(String, Group)> {
        self.entry(&fold(&join(parts)?.value))
    }
}
