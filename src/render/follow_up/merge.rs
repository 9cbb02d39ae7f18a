//! What people wrote in a sheet and what is found now → one sheet.
//!
//! A cell has three values: what the program wrote the last time, what stands there, and what the
//! program would write now. Where what stands there is not what the program wrote, a person wrote it,
//! and it stays.

use super::case::{finding_of, id};
use super::folder::Folder;
use super::kept::{Ground, Kept, KeptRow};
use super::table::{By, Cell, Kind, Row};
use crate::diagnostics::{FileReport, FileStatus, Run};
use crate::rules::{Lang, Status};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// A sheet as it is written.
pub(super) struct Merged {
    /// Which.
    pub(super) kind: Kind,
    /// The headings that people added.
    pub(super) extra: Vec<String>,
    /// The rows: a cell for each column, then for each heading that people added.
    pub(super) rows: Vec<Vec<Cell>>,
    /// What the program itself would have written, for the next time.
    pub(super) ground: Vec<Row>,
}

/// Which of the run's reports the files of an older sheet are.
pub(super) struct Files<'r> {
    /// The reports of this run by their paths, with what is found in them and asked about it.
    reports: BTreeMap<String, (&'r FileReport, BTreeSet<String>)>,
    /// The path in this run by the path in the sheet.
    pub(super) now: BTreeMap<String, String>,
    /// The files that are the same byte for byte.
    same: BTreeSet<String>,
    /// The rule of each finding of the older sheet, by its file and id there.
    rules: BTreeMap<(&'r str, &'r str), String>,
    /// Whether the run was narrowed to one respondent.
    pub(super) narrowed: bool,
}

impl<'r> Files<'r> {
    /// A report keeps its name or is known by findings that it has in common with an older one: it was
    /// exported anew under another name.
    pub(super) fn of(run: &'r Run, folder: &'r Folder) -> Self {
        let kept = folder.sheet.as_ref();
        let mut files = Self {
            reports: BTreeMap::new(),
            now: BTreeMap::new(),
            same: BTreeSet::new(),
            rules: kept.map(rules).unwrap_or_default(),
            narrowed: folder.narrowed,
        };
        let Some(kept) = kept else {
            return files;
        };
        let mut old: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for row in kept.tables.iter().flat_map(|table| &table.rows) {
            if !row.id.is_empty() {
                old.entry(&row.file).or_default().insert(&row.id);
            }
        }
        for path in kept.ground.files.keys() {
            old.entry(path).or_default();
        }
        let paths: Vec<String> = run.files.iter().map(path_of).collect();
        for (file, path) in run.files.iter().zip(&paths) {
            let report = files.reports.entry(path.clone());
            report.or_insert_with(|| (file, known_by(file)));
        }
        let alone = old.len() == 1 && run.files.len() == 1;
        for (path, ids) in &old {
            let new = if files.reports.contains_key(*path) {
                Some((*path).to_owned())
            } else {
                let free = run.files.iter().zip(&paths);
                let free = free.filter(|(_, known)| !old.contains_key(known.as_str()));
                let shared = free.map(|(file, known)| {
                    let prints = file.findings.iter().map(|f| f.fingerprint.as_str());
                    (prints.filter(|print| ids.contains(print)).count(), known)
                });
                let best = shared.max_by_key(|(count, _)| *count);
                best.filter(|(count, _)| *count > 0 || alone)
                    .map(|(_, known)| known.clone())
            };
            if let Some(new) = new {
                files.now.insert((*path).to_owned(), new);
            }
        }
        for (file, path) in run.files.iter().zip(&paths) {
            if kept.ground.files.get(path) == Some(&file.sha256) {
                files.same.insert(path.clone());
            }
        }
        files
    }
}

/// What the findings of a report, and the questions to respondents about them, are known by.
fn known_by(file: &FileReport) -> BTreeSet<String> {
    let all = file.findings.iter().flat_map(|finding| {
        let asks = finding.asks.iter().map(|ask| id(finding, ask));
        [finding.fingerprint.clone()].into_iter().chain(asks)
    });
    all.collect()
}

/// The rule of each finding of a sheet, by its file and id.
fn rules(kept: &Kept) -> BTreeMap<(&str, &str), String> {
    let Some((table, index)) = kept.table(Kind::All).zip(Kind::All.column("rule")) else {
        return BTreeMap::new();
    };
    let rows = table.rows.iter().filter_map(|row| {
        let rule = row.cells.get(index)?.as_ref()?;
        Some(((row.file.as_str(), row.id.as_str()), rule.told()))
    });
    rows.collect()
}

/// Whether a rule that found something once would find it again: it judged, it is not switched off,
/// and all that it found is here.
fn looked(file: &FileReport, rule: &str) -> bool {
    let mut statuses = file.statuses.iter();
    let Some(status) = statuses.find(|status| status.rule == rule) else {
        return false;
    };
    let shown = || file.findings.iter().any(|finding| finding.rule == rule);
    match status.status {
        Status::Passed => true,
        Status::Failed => status.unlisted == 0 && shown(),
        _ => false,
    }
}

/// A file's path as it stands in a cell.
fn path_of(file: &FileReport) -> String {
    Cell::text(&file.path).told()
}

/// Puts what people wrote into the rows of a sheet.
pub(super) fn merge(
    kind: Kind,
    ours: Vec<Row>,
    kept: Option<&Kept>,
    files: &Files<'_>,
    lang: Lang,
) -> Merged {
    let nothing = Ground::default();
    let ground = kept.map_or(&nothing, |kept| &kept.ground);
    let table = kept.and_then(|kept| kept.table(kind));
    let extra = table.map_or(Vec::new(), |table| table.extra.clone());
    let mut old: Vec<Option<&KeptRow>> =
        table.map_or(Vec::new(), |table| table.rows.iter().map(Some).collect());
    // Of rows that people copied the first one holds.
    let mut known: BTreeMap<(&str, &str), VecDeque<usize>> = BTreeMap::new();
    for (index, row) in old.iter().flatten().enumerate() {
        if let Some(file) = files.now.get(&row.file) {
            let same = known.entry((file, &row.id)).or_default();
            same.push_back(index);
        }
    }
    let mut rows = Vec::new();
    for row in &ours {
        let same = known.get_mut(&(row.file.as_str(), row.id.as_str()));
        let known = same.and_then(VecDeque::pop_front);
        let known = known.and_then(|index| old.get_mut(index));
        let mut cells = row.cells.clone();
        let mut added = vec![Cell::blank(); extra.len()];
        if let Some(old) = known.and_then(Option::take) {
            stay(kind, &mut cells, old, ground);
            let change = kind.column("change");
            if let Some(index) = change.filter(|_| files.same.contains(&row.file)) {
                let was = old.cells.get(index).and_then(Option::as_ref);
                put(&mut cells, index, was.cloned());
            }
            added.clone_from(&old.extra);
        } else if table.is_some() {
            set_change(kind, &mut cells, lang.sheet().came_in());
        }
        cells.extend(added);
        rows.push(cells);
    }
    let mut written = ours;
    for old in old.into_iter().flatten() {
        let cells = old
            .cells
            .iter()
            .map(|cell| cell.clone().unwrap_or_else(Cell::blank));
        let mut cells: Vec<Cell> = cells.collect();
        if let Some(change) = change(old, files, lang) {
            set_change(kind, &mut cells, change);
        }
        cells.extend(old.extra.iter().cloned());
        rows.push(cells);
        written.extend(as_written(kind, old, ground));
    }
    Merged {
        kind,
        extra,
        rows,
        ground: written,
    }
}

/// Lets what a person wrote in a row stay.
fn stay(kind: Kind, cells: &mut [Cell], old: &KeptRow, ground: &Ground) {
    let written = ground.row(kind, old);
    for (index, column) in kind.columns().iter().enumerate() {
        let Some(there) = old.cells.get(index).and_then(Option::as_ref) else {
            continue;
        };
        let is_theirs = match written.and_then(|row| row.get(column.key)) {
            _ if column.key == "change" || column.filled == By::Hidden => false,
            Some(written) => there.told() != *written,
            None => column.filled == By::People && !there.told().is_empty(),
        };
        if is_theirs {
            put(cells, index, Some(there.clone()));
        }
    }
}

fn put(cells: &mut [Cell], index: usize, cell: Option<Cell>) {
    if let (Some(place), Some(cell)) = (cells.get_mut(index), cell) {
        *place = cell;
    }
}

fn set_change(kind: Kind, cells: &mut [Cell], text: &str) {
    if let Some(index) = kind.column("change") {
        put(cells, index, Some(Cell::text(text)));
    }
}

/// What became of a row that is found no more; `None` where nothing is known of it.
pub(super) fn change(old: &KeptRow, files: &Files<'_>, lang: Lang) -> Option<&'static str> {
    if old.id.is_empty() || files.narrowed {
        return None;
    }
    let (file, prints) = files.reports.get(files.now.get(&old.file)?)?;
    let said = lang.sheet();
    if prints.contains(old.id.as_str()) {
        // It is there, and accepted or not shown.
        return Some("");
    }
    let finding = finding_of(&old.id);
    let rule = files.rules.get(&(old.file.as_str(), finding));
    let looked = rule.is_some_and(|rule| looked(file, rule));
    Some(match file.status {
        FileStatus::Checked if looked => said.mended(),
        _ => said.unchecked(),
    })
}

/// What the program wrote in a row, as far as that is known.
fn as_written(kind: Kind, old: &KeptRow, ground: &Ground) -> Option<Row> {
    let written = ground.row(kind, old)?;
    let cells = kind.columns().iter().map(|column| {
        let text = written.get(column.key).cloned();
        Cell::Text(text.unwrap_or_default())
    });
    Some(Row {
        file: old.file.clone(),
        id: old.id.clone(),
        cells: cells.collect(),
    })
}
