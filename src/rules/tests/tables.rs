//! Tables: their files, the types of their columns, and what rules ask of them.

use super::files::source;
use crate::report::{Kind, Report};
use crate::rules::{Given, Options, RuleError, RuleSet, load_with, run};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

const K: &str = "Offentlig/Kommune";

const PACK: &str = r#"
[pack]
name = "own"
[pack.tables.paid]
file = "paid.csv"
columns = { "Beløp" = "int", "Dato" = "date?" }
[[rule]]
id = "own"
severity = "note"
for = ["q in report.questions", "a in q.answers"]
where = "a.value != null && paid != null"
let.paid = "lookup('paid', a.respondent, 'Beløp')"
assert = "a.value == paid"
primary = "a.value"
message = "{a.respondent} {paid}"
"#;

const ROWS: &str = "Navn;Beløp;Dato\nBergvik;10 000;3.9.2025\nØyvær;-12;\n";

fn given(file: &str, bytes: &[u8]) -> Given {
    let mut given = Given::default();
    let key = ("own.toml".to_owned(), file.to_owned());
    given.files.insert(key, Ok(bytes.to_vec()));
    given
}

fn loaded(pack: &str, given: &Given) -> Result<RuleSet, Vec<RuleError>> {
    load_with(&[source("own.toml", pack)], given)
}

fn report() -> Report {
    let mut builder = super::build::Builder::new();
    builder
        .question(Kind::Integer, "Tilskudd?")
        .integer("BERGVIK", K, 10_000)
        .integer("Øyvær", K, 12)
        .integer("Nes", K, 7)
        .end();
    builder.done()
}

fn found(rules: &RuleSet) -> Vec<String> {
    let hits = run(rules, &report(), &Options::default()).hits.into_iter();
    hits.map(|hit| hit.message.nb).collect()
}

/// What is said of a pack, and of which part of it.
fn mistake(pack: &str, file: &str, bytes: &[u8]) -> (String, String) {
    let errors = loaded(pack, &given(file, bytes)).err().unwrap_or_default();
    let [error] = errors.as_slice() else {
        panic!("{errors:#?}");
    };
    let at = pack.get(error.span()).unwrap_or("?").to_owned();
    (at, error.message())
}

#[test]
fn a_row_is_looked_up_by_its_key() {
    let rules = loaded(PACK, &given("paid.csv", ROWS.as_bytes())).unwrap();
    assert_eq!(found(&rules), ["Øyvær −12"]);
    let commas = ROWS.replace(';', ",");
    let bom = ["\u{feff}", &commas].concat();
    let rules = loaded(PACK, &given("paid.csv", bom.as_bytes())).unwrap();
    assert_eq!(found(&rules).len(), 1);
}

#[test]
fn toml_and_workbooks_hold_tables_too() {
    let toml = "[[row]]\n\"Beløp\" = 10000\nNavn = \"Bergvik\"\n[[row]]\nNavn = \"Øyvær\"\n\
                \"Beløp\" = -12\nDato = 2025-09-03\n";
    let pack = PACK.replace("paid.csv\"", "paid.toml\"\nkey = \"Navn\"");
    let rules = loaded(&pack, &given("paid.toml", toml.as_bytes())).unwrap();
    assert_eq!(found(&rules), ["Øyvær −12"]);

    let mut book = Workbook::new();
    book.add_worksheet().set_name("Annet").unwrap();
    let sheet = book.add_worksheet().set_name("Utbetalt").unwrap();
    for (column, heading) in (0..).zip(["Navn", "Beløp", "Dato"]) {
        sheet.write(0, column, heading).unwrap();
    }
    let day = ExcelDateTime::from_ymd(2025, 9, 3).unwrap();
    let format = Format::new().set_num_format("dd.mm.yyyy");
    sheet.write(1, 0, "Bergvik").unwrap();
    sheet.write(1, 1, 10_000).unwrap();
    sheet.write_with_format(1, 2, &day, &format).unwrap();
    sheet.write(2, 0, "Øyvær").unwrap();
    sheet.write(2, 1, -12).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let pack = PACK.replace("paid.csv\"", "paid.xlsx\"\nsheet = \"Utbetalt\"");
    let rules = loaded(&pack, &given("paid.xlsx", &bytes)).unwrap();
    assert_eq!(found(&rules), ["Øyvær −12"]);
    let other = pack.replace("Utbetalt", "Utbetalte");
    let (_, said) = mistake(&other, "paid.xlsx", &bytes);
    assert_eq!(said, "paid.xlsx has no sheet 'Utbetalte'");
}

#[test]
fn the_users_own_table_stands_for_the_packs() {
    let mut given = given("paid.csv", ROWS.as_bytes());
    let own = "Navn,Beløp,Dato\nNes,8,\n".as_bytes().to_vec();
    given
        .tables
        .insert("own.paid".to_owned(), ("2025.csv".to_owned(), Ok(own)));
    assert_eq!(found(&loaded(PACK, &given).unwrap()), ["Nes 8"]);
}

#[test]
fn without_its_table_a_rule_does_not_apply() {
    let pack = PACK.replace("file = \"paid.csv\"\n", "");
    let rules = loaded(&pack, &Given::default()).unwrap();
    let outcome = run(&rules, &report(), &Options::default());
    let status = &outcome.statuses[0];
    assert_eq!((status.evaluated, status.not_evaluable), (0, 0));
}

#[test]
fn what_is_wrong_with_a_table_is_told_where_its_file_is_named() {
    for (from, to, at, said) in [
        (
            "10 000",
            "ti tusen",
            "\"paid.csv\"",
            "paid.csv has “ti tusen” in column Beløp, row 2, where there has to be int",
        ),
        (
            "10 000",
            "10,5",
            "\"paid.csv\"",
            "paid.csv has “10,5” in column Beløp, row 2, where there has to be int",
        ),
        (
            "-12",
            "",
            "\"paid.csv\"",
            "paid.csv has “” in column Beløp, row 3, where there has to be int",
        ),
        (
            "3.9.2025",
            "i fjor",
            "\"paid.csv\"",
            "paid.csv has “i fjor” in column Dato, row 2, where there has to be date?",
        ),
        (
            "Øyvær",
            "bergvik ",
            "\"paid.csv\"",
            "paid.csv has a value twice in the key column Navn: row 3 is the second",
        ),
        (
            "Beløp",
            "Sum",
            "\"Beløp\"",
            "paid.csv has no column 'Beløp'",
        ),
        (
            "10 000",
            "300.000",
            "\"paid.csv\"",
            "paid.csv has “300.000” in column Beløp, row 2, where there has to be int",
        ),
        (
            "10 000",
            "-120,000",
            "\"paid.csv\"",
            "paid.csv has “-120,000” in column Beløp, row 2, where there has to be int",
        ),
        (
            "-12;",
            "-12;;;x",
            "\"paid.csv\"",
            "paid.csv has more cells in row 3 than the 3 headings",
        ),
    ] {
        let rows = ROWS.replace(from, to);
        let pack = PACK.split("[[rule]]").next().unwrap_or_default();
        let (about, message) = mistake(pack, "paid.csv", rows.as_bytes());
        assert_eq!((about.as_str(), message.as_str()), (at, said));
    }
    let declared = PACK.split("[[rule]]").next().unwrap_or_default();
    let latin: Vec<u8> = ROWS
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?'))
        .collect();
    let (_, said) = mistake(declared, "paid.csv", &latin);
    assert!(said.contains("not saved as UTF-8: line 1"), "{said}");
    let errors = loaded(declared, &Given::default())
        .err()
        .unwrap_or_default();
    assert_eq!(errors[0].message(), "there is no file paid.csv");
    let (at, said) = mistake(
        &declared.replace("\"int\"", "\"integer\""),
        "paid.csv",
        ROWS.as_bytes(),
    );
    assert_eq!(
        (at.as_str(), said.as_str()),
        ("\"integer\"", "there is no type of column 'integer'")
    );
}

#[test]
fn what_a_rule_asks_of_a_table_is_checked() {
    let rows = ROWS.as_bytes();
    let with = |from: &str, to: &str| mistake(&PACK.replace(from, to), "paid.csv", rows);
    let (at, said) = with("'Beløp')", "'Belop')");
    assert_eq!(
        (at.as_str(), said.as_str()),
        ("'Belop'", "the table 'paid' has no column 'Belop'")
    );
    let (at, said) = with("lookup('paid'", "lookup('payd'");
    assert_eq!(
        (at.as_str(), said.as_str()),
        ("'payd'", "the pack has no table 'payd'")
    );
    let (at, _) = with("'paid', a.respondent", "'paid', a.value");
    assert_eq!(at, "a.value");
    // The row may be missing.
    let (_, said) = with(" && paid != null", "");
    assert!(said.contains("null"), "{said}");
}

#[test]
fn a_case_may_be_a_file_beside_the_pack() {
    let pack = "[[rule]]\nid = \"own\"\nseverity = \"note\"\nfor = [\"q in report.questions\"]\n\
                assert = \"q.number < 2\"\nprimary = \"q.title\"\nmessage = \"x\"\n\
                [[rule.bad]]\nbase = \"mine.txt\"\nedit = [[\"Hvor mange\", \"Kor mange\"]]\n\
                primary = \"Kor mange skoler har deltatt?\"\n";
    let base = crate::rules::bases::base("survey").unwrap_or_default();
    let rules = loaded(pack, &given("mine.txt", base.as_bytes())).unwrap();
    let results = crate::rules::test_cases(&rules, &|_| true);
    assert_eq!(results[0].verdict, crate::rules::Verdict::Reported);
    let (at, said) = mistake(pack, "yours.txt", base.as_bytes());
    assert_eq!(at, "\"mine.txt\"");
    assert_eq!(said, "there is no file mine.txt");
}

#[test]
fn a_number_that_can_be_read_in_two_ways_is_refused_with_what_to_write() {
    let pack = PACK.split("[[rule]]").next().unwrap_or_default();
    let said = |cell: &str, ty: &str| {
        let pack = pack.replace("\"int\"", &format!("\"{ty}\""));
        let rows = ROWS.replace("10 000", cell);
        let errors = loaded(&pack, &given("paid.csv", rows.as_bytes())).err();
        let errors = errors.unwrap_or_default();
        errors.iter().find_map(RuleError::advice)
    };
    for (cell, ty) in [
        ("300.000", "int"),
        ("1,250", "number"),
        (" 12.345 ", "number"),
    ] {
        let advice = said(cell, ty).unwrap_or_default();
        assert!(advice.contains("thousands or decimals"), "{cell}: {advice}");
    }
    for cell in ["0,125", "1234,500", "300,00", "300,0000", "300"] {
        assert_eq!(said(cell, "number"), None, "{cell}");
    }
    // A row may end in more separators than there are headings.
    let rows = ROWS.replace("-12;", "-12;;;;");
    assert!(loaded(pack, &given("paid.csv", rows.as_bytes())).is_ok());
}

#[test]
fn an_entry_that_is_no_row_is_no_table() {
    let pack = PACK.split("[[rule]]").next().unwrap_or_default();
    let pack = pack.replace("paid.csv\"", "paid.toml\"\nkey = \"Navn\"");
    let toml = "row = [{ Navn = \"Bergvik\", \"Beløp\" = 1, Dato = 2025-09-03 }, \"Øyvær\"]\n";
    let (_, said) = mistake(&pack, "paid.toml", toml.as_bytes());
    assert_eq!(said, "paid.toml is no table that can be read");
}

/// A workbook of texts and numbers.
fn workbook(headings: &[&str], cells: &[f64]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(headings) {
        sheet.write(0, column, *heading).unwrap();
    }
    sheet.write(1, 0, "Bergvik").unwrap();
    for (column, cell) in (1..).zip(cells) {
        sheet.write(1, column, *cell).unwrap();
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn a_workbook_is_read_as_it_shows() {
    let long = "Beløp som er utbetalt til respondenten i rapporteringsåret";
    let declared = |ty: &str| {
        format!(
            "[pack]\nname = \"own\"\n[pack.tables.paid]\nfile = \"paid.xlsx\"\n\
             columns = {{ \"{long}\" = \"{ty}\" }}\n"
        )
    };
    // The sum of 0.1 and 0.2, and a heading of more than 40 characters.
    let bytes = workbook(&["Navn", long], &[30_000.010_000_000_003]);
    assert!(loaded(&declared("number"), &given("paid.xlsx", &bytes)).is_ok());
    let (_, said) = mistake(&declared("int"), "paid.xlsx", &bytes);
    assert_eq!(
        said,
        format!("paid.xlsx has “30000.01” in column {long}, row 2, where there has to be int")
    );
    let whole = workbook(&["Navn", long], &[0.1 + 0.2 + 9_999.7]);
    assert!(loaded(&declared("int"), &given("paid.xlsx", &whole)).is_ok());
}
