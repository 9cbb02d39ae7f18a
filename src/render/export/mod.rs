//! Everything that was read of the reports of a run, as tables for other programs.
//!
//! Each table has the file as its first column, so that the reports of many files stand in one. What
//! is not certain says so; what was read of no report is in `files` with its reason.

mod book;
mod comma;
mod joined;
mod object;

use crate::diagnostics::{FileReport, Run, Value};
use crate::rules::Lang;
pub use joined::Exported;
use joined::Joined;

/// In what form tables are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ExportForm {
    /// A workbook with a sheet for each table.
    Xlsx,
    /// A file for each table, as RFC 4180 has it.
    Csv,
    /// One object with a list for each table.
    Json,
    /// One object a line, each with the name of its table.
    Jsonl,
}

impl ExportForm {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Xlsx, Self::Csv, Self::Json, Self::Jsonl];

    /// The name on the command line, and the ending of files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
        }
    }
}

/// The tables of a run in a form.
///
/// # Errors
/// Where they are more than the form takes.
pub fn export(run: &Run, form: ExportForm, lang: Lang) -> Result<Vec<Exported>, String> {
    let files: Vec<Vec<Value>> = run.files.iter().map(|file| described(file, lang)).collect();
    let tables = join(run, &files);
    let whole = |bytes| Exported { table: "", bytes };
    match form {
        ExportForm::Xlsx => Ok(vec![whole(book::workbook(&tables, lang)?)]),
        ExportForm::Csv => comma::files(&tables),
        ExportForm::Json => Ok(vec![whole(object::json(&tables)?)]),
        ExportForm::Jsonl => Ok(vec![whole(object::lines(&tables)?)]),
    }
}

const FILES: [&str; 11] = [
    "status",
    "survey",
    "date",
    "sha256",
    "submissions",
    "questions",
    "questions_incomplete",
    "figures_read",
    "figures_checked",
    "figures_unread",
    "error",
];

fn described(file: &FileReport, lang: Lang) -> Vec<Value> {
    let count = |count: usize| Value::Int(i64::try_from(count).unwrap_or(i64::MAX));
    let date = file
        .date
        .map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}"));
    let text = |text: Option<String>| text.map_or(Value::None, Value::Text);
    vec![
        Value::Word(file.status.name()),
        text(file.title.clone()),
        text(date),
        Value::Text(file.sha256.clone()),
        count(file.respondents),
        count(file.questions),
        count(file.questions_incomplete),
        count(file.coverage.figures_read),
        count(file.coverage.figures_checked),
        count(file.coverage.unread),
        text(file.error.as_ref().map(|error| error.get(lang).to_owned())),
    ]
}

fn join<'r>(run: &'r Run, files: &'r [Vec<Value>]) -> Vec<Joined<'r>> {
    let described = run.files.iter().zip(files);
    let mut joined = vec![Joined {
        name: "files",
        columns: &FILES,
        rows: described
            .map(|(file, row)| (file.path.as_str(), row.iter().collect()))
            .collect(),
    }];
    for file in &run.files {
        for table in file.tables.iter().flat_map(|tables| &tables.tables) {
            let rows = table.rows.iter();
            let rows = rows.map(|row| (file.path.as_str(), row.iter().collect()));
            match joined.iter_mut().find(|known| known.name == table.name) {
                Some(known) => known.rows.extend(rows),
                None => joined.push(Joined {
                    name: table.name,
                    columns: table.columns,
                    rows: rows.collect(),
                }),
            }
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::joined::decimal;
    use super::*;
    use crate::diagnostics::Tables;
    use crate::sample;
    use calamine::{Reader as _, Xlsx};
    use std::io::Cursor;

    /// The sample's run with the tables of its report, twice.
    fn run() -> Run {
        let mut run = sample::run();
        let mut first = run.files.remove(0);
        first.tables = Some(Box::new(Tables::of(&sample::report())));
        let mut second = first.clone();
        second.path = "=annen.pdf".to_owned();
        run.files = vec![first, second];
        run
    }

    fn text(form: ExportForm) -> String {
        let files = export(&run(), form, Lang::Nb).unwrap();
        let files = files.into_iter().map(|file| {
            let text = String::from_utf8(file.bytes).unwrap();
            format!("[{}]\n{text}", file.table)
        });
        files.collect()
    }

    #[test]
    fn every_table_is_a_file_of_comma_separated_values() {
        insta::assert_snapshot!(text(ExportForm::Csv));
    }

    #[test]
    fn lines_and_object_say_the_same() {
        let object: serde_json::Value =
            serde_json::from_slice(&export(&run(), ExportForm::Json, Lang::Nb).unwrap()[0].bytes)
                .unwrap();
        let lines = export(&run(), ExportForm::Jsonl, Lang::Nb)
            .unwrap()
            .remove(0);
        let lines = String::from_utf8(lines.bytes).unwrap();
        let mut count = 0;
        for line in lines.lines() {
            let mut row: serde_json::Value = serde_json::from_str(line).unwrap();
            let table = row.as_object_mut().unwrap().remove("table").unwrap();
            let rows = object[table.as_str().unwrap()].as_array().unwrap();
            assert!(rows.contains(&row), "{line}");
            count += 1;
        }
        let tables = object.as_object().unwrap().values();
        let rows = tables.filter_map(|table| table.as_array()).map(Vec::len);
        assert_eq!(rows.sum::<usize>(), count);
        assert!(count > 10);
    }

    #[test]
    fn the_workbook_has_each_table_and_no_formula() {
        let file = export(&run(), ExportForm::Xlsx, Lang::Nb)
            .unwrap()
            .remove(0);
        assert_eq!(export(&run(), ExportForm::Xlsx, Lang::Nb).unwrap()[0], file);
        let mut book = Xlsx::new(Cursor::new(file.bytes)).unwrap();
        let names = book.sheet_names();
        assert_eq!(names[..3], ["Filer", "Respondenter", "Spørsmål"]);
        for name in names {
            assert!(book.worksheet_formula(&name).unwrap().is_empty(), "{name}");
            let sheet = book.worksheet_range(&name).unwrap();
            assert!(
                sheet
                    .rows()
                    .next()
                    .unwrap()
                    .iter()
                    .all(|head| !head.to_string().contains('_'))
            );
        }
        let files = book.worksheet_range("Filer").unwrap();
        assert_eq!(files.rows().nth(2).unwrap()[0].to_string(), "=annen.pdf");
    }

    #[test]
    fn every_word_of_the_workbook_is_one_of_its_language() {
        // In Norwegian they are the same.
        const SAME: [&str; 3] = ["filter", "median", "sum"];
        let tables = Tables::of(&sample::report()).tables;
        let words = tables.iter().flat_map(|table| {
            let told = table.rows.iter().flatten().filter_map(|value| match value {
                Value::Word(word) => Some(*word),
                _ => None,
            });
            told.chain(table.columns.iter().copied())
                .chain([table.name])
        });
        let statuses = ["checked", "incomplete", "unreadable"];
        let words = words.chain(FILES).chain(["files", "file"]).chain(statuses);
        let words: std::collections::BTreeSet<&str> = words.collect();
        assert!(words.len() > 40, "{words:?}");
        for word in words {
            for lang in [Lang::Nb, Lang::Nn] {
                let said = lang.export().name(word);
                assert!(said != word || SAME.contains(&word), "{lang:?}: {word}");
            }
            let said = Lang::En.export().name(word);
            assert!(!said.contains('_'), "{word}");
        }
    }

    #[test]
    fn decimals() {
        assert_eq!(decimal(625, 1), "62.5");
        assert_eq!(decimal(5, 2), "0.05");
        assert_eq!(decimal(-5, 1), "-0.5");
        assert_eq!(decimal(62, 0), "62");
    }
}
