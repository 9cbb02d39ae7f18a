//! The tables of the sheet, before anything that people wrote is put into them.

use super::case::{Case, digest, expected, id, printed};
use crate::diagnostics::{Ask, Certainty, Finding, Run};
use crate::i18n::Sheet;
use crate::render::workbook::fitted;
use crate::render::{Options, plain};
use crate::rules::Lang;

/// The name of the sheet in which the program keeps what it wrote, to know what people did.
pub(super) const GROUND: &str = "_dekom-lint";

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    /// A text; blank where nothing stands there.
    Text(String),
    /// A number, as spreadsheets know them.
    Number(f64),
    /// True or false.
    Bool(bool),
    /// A day and a time of day, in days as spreadsheets count them.
    Time(f64),
}

impl Cell {
    /// A text on one line, not longer than a cell takes.
    pub(super) fn text(text: &str) -> Self {
        Self::Text(fitted(&plain::line(text)).into_owned())
    }

    /// Nothing.
    pub(super) fn blank() -> Self {
        Self::Text(String::new())
    }

    /// How many there are.
    pub(super) fn count(count: usize) -> Self {
        Self::Number(f64::from(u32::try_from(count).unwrap_or(u32::MAX)))
    }

    /// The cell as a text, by which two are compared.
    pub(super) fn told(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) | Self::Time(number) => number.to_string(),
            Self::Bool(value) => value.to_string(),
        }
    }
}

/// Which sheet of the workbook it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// What respondents are asked.
    Asks,
    /// The respondents.
    People,
    /// All findings.
    All,
}

impl Kind {
    /// The sheets in their order.
    pub(super) const ALL: [Self; 3] = [Self::Asks, Self::People, Self::All];

    /// Its name where programs read it.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Asks => "asks",
            Self::People => "people",
            Self::All => "all",
        }
    }

    /// Its name in a language.
    pub(super) fn name(self, lang: Lang) -> &'static str {
        let said = lang.sheet();
        match self {
            Self::Asks => said.asks(),
            Self::People => said.people(),
            Self::All => said.all(),
        }
    }

    /// Its columns.
    pub(super) fn columns(self) -> &'static [Column] {
        match self {
            Self::Asks => &ASKS,
            Self::People => &PEOPLE,
            Self::All => &ALL,
        }
    }

    /// The statuses to choose from; none for a sheet without.
    pub(super) fn statuses(self, lang: Lang) -> Vec<&'static str> {
        let said = lang.sheet();
        match self {
            Self::Asks => vec![
                said.not_sent(),
                said.sent(),
                said.answered(),
                said.settled(),
                said.no_problem(),
            ],
            Self::People => Vec::new(),
            Self::All => vec![said.to_do(), said.settled(), said.no_problem()],
        }
    }

    /// The position of a column.
    pub(super) fn column(self, key: &str) -> Option<usize> {
        self.columns().iter().position(|column| column.key == key)
    }
}

/// A heading or another word of the sheet, in a language.
pub(super) type Heading = fn(&(dyn Sheet + 'static)) -> &'static str;

/// A column of a sheet.
pub(super) struct Column {
    /// Its name where programs read it.
    pub(super) key: &'static str,
    /// Its heading.
    pub(super) heading: Heading,
    /// How many characters wide it is.
    pub(super) width: u16,
    /// Who fills it, or whether it is shown at all.
    pub(super) filled: By,
}

/// Who fills a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// The program; people may correct it.
    Us,
    /// People.
    People,
    /// The program, for itself: it is hidden.
    Hidden,
}

const fn column(key: &'static str, heading: Heading, width: u16, filled: By) -> Column {
    Column {
        key,
        heading,
        width,
        filled,
    }
}

/// Together they are a little wider than a landscape page, on which they are printed smaller.
const ASKS: [Column; 11] = [
    column("respondent", Sheet::respondent, 20, By::Us),
    column("question", Sheet::question, 28, By::Us),
    column("page", Sheet::page, 6, By::Us),
    column("printed", Sheet::printed, 22, By::Us),
    column("ask", Sheet::ask, 40, By::Us),
    column("status", Sheet::status, 14, By::People),
    column("answer", Sheet::answer, 26, By::People),
    column("note", Sheet::note, 18, By::People),
    column("change", Sheet::change, 10, By::Us),
    column("file", Sheet::file, 18, By::Hidden),
    column("id", Sheet::id, 18, By::Hidden),
];

const PEOPLE: [Column; 11] = [
    column("respondent", Sheet::respondent, 26, By::Us),
    column("group", Sheet::group, 20, By::Us),
    column("contact", Sheet::contact, 22, By::Us),
    column("phone", Sheet::phone, 14, By::Us),
    column("email", Sheet::email, 22, By::Us),
    column("asked", Sheet::asked, 9, By::Us),
    column("open", Sheet::open, 9, By::Us),
    column("letter", Sheet::letter, 26, By::Us),
    column("note", Sheet::note, 26, By::People),
    column("file", Sheet::file, 18, By::Hidden),
    column("id", Sheet::id, 18, By::Hidden),
];

const ALL: [Column; 13] = [
    column("severity", Sheet::severity, 10, By::Us),
    column("file", Sheet::file, 16, By::Us),
    column("page", Sheet::page, 6, By::Us),
    column("question", Sheet::question, 26, By::Us),
    column("respondent", Sheet::respondent, 18, By::Us),
    column("printed", Sheet::printed, 18, By::Us),
    column("expected", Sheet::expected, 10, By::Us),
    column("finding", Sheet::finding, 40, By::Us),
    column("status", Sheet::status, 15, By::People),
    column("note", Sheet::note, 18, By::People),
    column("rule", Sheet::rule, 16, By::Us),
    column("change", Sheet::change, 10, By::Us),
    column("id", Sheet::id, 18, By::Hidden),
];

/// A row, with a cell for each column of its sheet.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    /// The file that it is about, as the user named it.
    pub(super) file: String,
    /// What it is about in that file: the same in each run.
    pub(super) id: String,
    /// The cells.
    pub(super) cells: Vec<Cell>,
}

/// A row for each question to a respondent.
pub(super) fn asks(cases: &[Case<'_>], lang: Lang) -> Vec<Row> {
    let asks = cases.iter().flat_map(|case| {
        let asks = case.asks.iter();
        asks.map(move |(finding, ask)| asked(case, finding, ask, lang))
    });
    asks.collect()
}

fn asked(case: &Case<'_>, finding: &Finding, ask: &Ask, lang: Lang) -> Row {
    let question = finding.question.as_deref().unwrap_or("");
    let id = id(finding, ask);
    let cells = vec![
        Cell::text(case.respondent),
        Cell::text(&match &ask.occurrence {
            // Two rows that ask the same of two answers are told apart.
            Some(number) => lang.words().numbered(&question, number),
            None => question.to_owned(),
        }),
        Cell::Number(f64::from(ask.place.page)),
        Cell::text(&printed(&ask.place, ask.points_at)),
        Cell::text(ask.question.get(lang)),
        Cell::text(lang.sheet().not_sent()),
        Cell::blank(),
        Cell::blank(),
        Cell::blank(),
        Cell::text(&case.file.path),
        Cell::text(&id),
    ];
    row(&case.file.path, id, cells)
}

/// A respondent with what is asked of it.
pub(super) struct Person<'c, 'a> {
    /// Who it is.
    pub(super) case: &'c Case<'a>,
    /// How many of the questions are not settled yet.
    pub(super) open: usize,
    /// The name of the letter; empty where there is nothing to ask any more.
    pub(super) letter: String,
}

/// A row for each respondent that something is asked of.
pub(super) fn people(people: &[Person<'_, '_>]) -> Vec<Row> {
    let row = |person: &Person<'_, '_>| {
        let case = person.case;
        let contact = |role| Cell::text(&case.contacts(role).join("; "));
        let id = case_id(case);
        let cells = vec![
            Cell::text(case.respondent),
            Cell::text(case.group.unwrap_or("")),
            contact("contact"),
            contact("phone"),
            contact("email"),
            Cell::count(case.asks.len()),
            Cell::count(person.open),
            Cell::text(&person.letter),
            Cell::blank(),
            Cell::text(&case.file.path),
            Cell::text(&id),
        ];
        row(&case.file.path, id, cells)
    };
    people.iter().map(row).collect()
}

/// What a respondent is known by in each run.
fn case_id(case: &Case<'_>) -> String {
    digest(&[case.respondent, case.group.unwrap_or("")])
}

/// A row for each finding.
pub(super) fn all(run: &Run, options: &Options) -> Vec<Row> {
    let lang = options.lang;
    let said = lang.sheet();
    let mut rows = Vec::new();
    for file in &run.files {
        for finding in file.findings.iter().filter(|f| options.shows(f)) {
            let is_asked = finding.certainty == Certainty::Certain && !finding.asks.is_empty();
            let status = if is_asked {
                said.see_asks()
            } else {
                said.to_do()
            };
            let cells = vec![
                Cell::text(finding.severity.word(lang)),
                Cell::text(&file.path),
                Cell::Number(f64::from(finding.primary.page)),
                Cell::text(finding.question.as_deref().unwrap_or("")),
                Cell::text(finding.respondent.as_deref().unwrap_or("")),
                Cell::text(&printed(&finding.primary, finding.points_at)),
                Cell::text(&expected(finding, lang).unwrap_or_default()),
                Cell::text(finding.message.get(lang)),
                Cell::text(status),
                Cell::blank(),
                Cell::text(&finding.rule),
                Cell::blank(),
                Cell::text(&finding.fingerprint),
            ];
            rows.push(row(&file.path, finding.fingerprint.clone(), cells));
        }
    }
    rows
}

fn row(file: &str, id: String, cells: Vec<Cell>) -> Row {
    let file = Cell::text(file).told();
    Row { file, id, cells }
}
