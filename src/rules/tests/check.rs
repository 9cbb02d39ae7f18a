//! `[[check]]`: each kind with the cases that are made from it, what it finds, and what is refused.

use super::check_mistakes::refused;
use super::files::source;
use crate::report::Kind;
use crate::rules::{
    Given, Options, PackChoice, RuleError, RuleSet, Text, Verdict, load, load_with, run, test_cases,
};

pub(super) const PACK: &str = r#"
[pack]
name = "own"
applies_to = ["^eksempel"]
[pack.tables.paid]
file = "paid.csv"
columns = { "Beløp" = "int" }
[[pack.question]]
key = "children"
pattern = 'bøker for barn'
kind = "integer"
[[pack.question]]
key = "youth"
pattern = 'bøker for (ungdom|ungdommar)'
kind = "integer"
[[pack.question]]
key = "books"
pattern = '^bøker .*i alt'
kind = "integer"
[[pack.question]]
key = "uses"
pattern = 'brukt til'
options = ['^kurs', '^vikar']
kind = "multiple_choice"
[[pack.question]]
key = "needs"
pattern = 'trenger dere'
kind = "multiple_choice"
[[pack.question]]
key = "wants"
pattern = 'ønsker dere'
kind = "multiple_choice"
[[pack.question]]
key = "partners"
pattern = 'samarbeider'
kind = "places"
[[pack.question]]
key = "visited"
pattern = 'besøkt'
kind = "places"
[[pack.question]]
key = "again"
pattern = 'avsluttet'
kind = "single_choice"
[[pack.question]]
key = "done"
pattern = 'ferdig'
kind = "single_choice"
[[pack.question]]
key = "story"
pattern = 'hva har dere lært'
kind = "text"
[[pack.question]]
key = "start"
pattern = '\bstartdato\b'
kind = "text"
"#;

const ROWS: &str = "Navn;Beløp\nBergvik kommune;100\n";

fn given() -> Given {
    let mut given = Given::default();
    let key = ("own.toml".to_owned(), "paid.csv".to_owned());
    given.files.insert(key, Ok(ROWS.as_bytes().to_vec()));
    given
}

fn loaded(checks: &str) -> RuleSet {
    let text = format!("{PACK}{checks}");
    load_with(&[source("own.toml", &text)], &given()).unwrap_or_else(|e| panic!("{e:#?}"))
}

/// One check of each kind, and how many cases are made of it.
const CHECKS: [(&str, usize); 32] = [
    ("sum = [\"children\", \"youth\"]\nequals = \"books\"", 2),
    (
        "sum = [\"children\", \"youth\", \"books\"]\nequals = 100\nwithin = 2",
        2,
    ),
    ("same = \"youth\"\nas = \"children\"", 2),
    ("same = \"start\"\nas = \"story\"", 2),
    ("same = \"wants\"\nas = \"needs\"", 2),
    ("same = \"done\"\nas = \"again\"", 2),
    ("same = \"partners\"\nas = \"visited\"", 2),
    ("share = \"youth\"\nof = \"books\"\nat_least = 30", 2),
    (
        "share = \"youth\"\nof = [\"youth\", \"children\"]\nat_least = 30\nat_most = 70",
        3,
    ),
    ("given = \"books\"\nrequires = \"story\"", 2),
    (
        "given = \"uses\"\noption = '^vikar'\nrequires = \"books\"",
        2,
    ),
    ("given = \"uses\"\noption = '^kurs'\nforbids = \"youth\"", 2),
    ("given = \"done\"\noption = '^ja'\nforbids = \"youth\"", 2),
    ("given = \"books\"\nrequires = \"done\"", 2),
    ("question = \"uses\"\nexclusive = ['^ingen', '^kurs']", 2),
    ("names = \"story\"\ncount = \"books\"", 2),
    (
        "date = \"start\"\nfrom = \"1.8.2024\"\nto = \"31.7.2025\"",
        3,
    ),
    ("value = \"books\"\nat_least = 10\nat_most = 20", 3),
    (
        "value = \"books\"\nat_most = 20\ngroups = [\"Skole\", \"Privat/Barnehage\"]",
        2,
    ),
    ("value = \"books\"\ntable = \"paid\"\ncolumn = \"Beløp\"", 2),
    ("change = \"books\"\nat_most = 50", 2),
    ("text = \"story\"\npattern = '^\\d{9}$'", 2),
    ("text = \"story\"\nformat = \"email\"", 2),
    ("text = \"story\"\nformat = \"mod11\"", 2),
    ("length = \"story\"\nat_least = 100\nat_most = 500", 3),
    ("words = \"story\"\nat_least = 20", 2),
    ("listed = \"story\"\ntable = \"paid\"", 2),
    ("listed = \"partners\"\ntable = \"paid\"", 2),
    ("names = \"partners\"\ncount = \"books\"", 2),
    ("given = \"partners\"\nrequires = \"visited\"", 2),
    (
        "given = \"done\"\noption = '^ja'\nforbids = \"partners\"",
        2,
    ),
    ("given = \"partners\"\nforbids = \"needs\"", 2),
];

#[test]
fn each_kind_does_as_the_cases_that_are_made_from_it_say() {
    for (check, cases) in CHECKS {
        let rules = loaded(&format!("[[check]]\nid = \"own\"\n{check}\n"));
        let results = test_cases(&rules, &|_| true);
        let told: Vec<String> = results
            .iter()
            .map(|r| {
                let found: Vec<_> = r
                    .hits
                    .iter()
                    .map(|h| (&h.primary.text, &h.message.nb))
                    .collect();
                format!(
                    "{}: {:?} {found:?} {}",
                    r.case.name, r.verdict, r.case.report
                )
            })
            .collect();
        let right = results.iter().all(|r| r.verdict.is_right());
        assert!(right, "{check}\n{}", told.join("\n"));
        assert_eq!(results.len(), cases, "{check}\n{}", told.join("\n"));
        let reported = results.iter().filter(|r| r.verdict == Verdict::Reported);
        assert!(reported.count() > 0, "{check}");
    }
}

#[test]
fn no_case_is_made_of_what_no_report_has() {
    // Of a pie two are chosen, and two questions with the same options are told apart by them.
    for check in [
        "question = \"done\"\nexclusive = ['^ja', '^nei']",
        "same = \"uses\"\nas = \"needs\"",
    ] {
        let rules = loaded(&format!("[[check]]\nid = \"own\"\n{check}\n"));
        assert!(test_cases(&rules, &|_| true).is_empty(), "{check}");
    }
}

#[test]
fn what_is_expanded_is_the_same_rule() {
    for (check, cases) in CHECKS {
        let rules = loaded(&format!("[[check]]\nid = \"own\"\n{check}\n"));
        let expanded = &rules.rule("own").unwrap().expanded;
        let text = format!("{PACK}{expanded}");
        let again = load_with(&[source("own.toml", &text)], &given());
        let again = again.unwrap_or_else(|e| panic!("{expanded}\n{e:#?}"));
        let results = test_cases(&again, &|_| true);
        assert_eq!(results.len(), cases);
        assert!(results.iter().all(|r| r.verdict.is_right()), "{expanded}");
    }
}

#[test]
fn a_check_may_have_words_of_its_own() {
    let rules = loaded(
        "[[check]]\nid = \"own\"\nsum = [\"children\", \"youth\"]\nequals = \"books\"\n\
         severity = \"error\"\nmessage = \"{a.respondent}: {sum} er ikke {total}\"\ntags = \"bøker\"\n",
    );
    let rule = rules.rule("own").unwrap();
    assert_eq!(rule.severity.name(), "error");
    assert_eq!(rule.tags, ["bøker"]);
    let results = test_cases(&rules, &|_| true);
    let bad = results.iter().find(|r| !r.case.good).unwrap();
    assert_eq!(bad.hits[0].message.nb, "Granvik kommune: 30 er ikke 31");
}

#[test]
fn the_other_question_is_called_by_its_title() {
    let rules = loaded("[[check]]\nid = \"own\"\ngiven = \"books\"\nrequires = \"story\"\n");
    let results = test_cases(&rules, &|_| true);
    let bad = results.iter().find(|r| !r.case.good).unwrap();
    let said =
        "Granvik kommune har svart her, men ikke på «Hva har dere lært?», som da skal besvares.";
    assert_eq!(bad.hits[0].message.nb, said);
}

#[test]
fn a_part_of_a_check_joins_its_rule() {
    let text = format!(
        "{PACK}[[check]]\nid = \"own\"\npart = \"one\"\nvalue = \"books\"\nat_most = 20\n\
         [[check]]\nid = \"own\"\npart = \"two\"\nvalue = \"youth\"\nat_most = 10\n"
    )
    .replace("file = \"paid.csv\"\n", "");
    let rules = load(&[source("own.toml", &text)]).unwrap_or_else(|e| panic!("{e:#?}"));
    assert_eq!(rules.rules().count(), 1);
    let results = test_cases(&rules, &|_| true);
    assert_eq!(results.len(), 4);
    assert!(results.iter().all(|r| r.verdict.is_right()));
}

#[test]
fn no_key_is_ignored() {
    let empty = "sum = []\nequals = 100";
    refused(empty, "[]", "one question at the least", "");
    let of = "share = \"youth\"\nof = []\nat_least = 30";
    refused(of, "[]", "one question at the least", "");
    let several = "text = \"story\"\npattern = ['a', 'b']";
    refused(several, "['a', 'b']", "`pattern` has to be a text", "");
    for (check, at, keys) in [
        (
            "text = \"story\"\npattern = 'a'\nformat = \"email\"",
            "\"email\"",
            ["pattern", "format"],
        ),
        (
            "value = \"books\"\ntable = \"paid\"\ncolumn = \"Beløp\"\nat_most = 3",
            "3",
            ["table", "at_most"],
        ),
        (
            "value = \"books\"\ntable = \"paid\"\ncolumn = \"Beløp\"\ngroups = \"Skole\"",
            "\"Skole\"",
            ["table", "groups"],
        ),
        (
            "given = \"books\"\nrequires = \"story\"\nforbids = \"youth\"",
            "\"youth\"",
            ["requires", "forbids"],
        ),
    ] {
        let [first, second] = keys;
        refused(
            check,
            at,
            &format!("`{first}` and `{second}` cannot stand together"),
            "",
        );
    }
    let column = "value = \"books\"\nat_most = 3\ncolumn = \"Beløp\"";
    refused(column, "[[check]]", "lacks `table`", "");
    let option = "given = \"books\"\noption = '^kurs'\nrequires = \"story\"";
    refused(
        option,
        "'^kurs'",
        "the question 'books' is integer, but multiple_choice, single_choice is needed",
        "",
    );
    let two = "value = \"books\"\nat_most = 3\n[[check.good]]\nreport = \"x\"\nbase = \"survey\"";
    refused(
        two,
        "\"survey\"",
        "`report` and `base` cannot stand together",
        "",
    );
}

#[test]
fn a_limit_accuses_not_everyone_and_is_no_astronomical_number() {
    let huge = i64::MAX;
    for check in [
        format!("sum = \"children\"\nequals = \"books\"\nwithin = {huge}"),
        format!("sum = \"children\"\nequals = {huge}"),
        format!("share = \"youth\"\nof = \"books\"\nat_most = {huge}"),
        format!("value = \"books\"\nat_least = {}", i64::MIN + 1),
        format!("change = \"books\"\nat_most = {huge}"),
        format!("change = \"books\"\nat_most = 3\nfrom = {huge}"),
        format!("length = \"story\"\nat_most = {huge}"),
        "sum = \"children\"\nequals = \"books\"\nwithin = -1".to_owned(),
        "change = \"books\"\nat_most = -5".to_owned(),
        "share = \"youth\"\nof = \"books\"\nat_most = -5".to_owned(),
    ] {
        let at = check.rsplit(' ').next().unwrap_or_default();
        refused(&check, at, "has to be a whole number from", "");
    }
    // No case is made of what no report comes near.
    let largest = "change = \"books\"\nat_most = 1_000_000_000_000\nfrom = 1_000_000_000_000";
    let rules = loaded(&format!("[[check]]\nid = \"own\"\n{largest}\n"));
    assert!(test_cases(&rules, &|_| true).is_empty());
}

#[test]
fn a_single_table_is_a_case() {
    let check = "[[check]]\nid = \"own\"\nvalue = \"books\"\nat_most = 20\n";
    let pack = format!("{PACK}{check}[check.good]\nname = \"mitt\"\nreport = \"mine.txt\"\n");
    assert_eq!(crate::rules::files_named(&pack), ["mine.txt", "paid.csv"]);
    let mut given = given();
    let key = ("own.toml".to_owned(), "mine.txt".to_owned());
    given
        .files
        .insert(key.clone(), Ok(b"Dato: 1.10.2025\n".to_vec()));
    let rules =
        load_with(&[source("own.toml", &pack)], &given).unwrap_or_else(|e| panic!("{e:#?}"));
    let results = test_cases(&rules, &|_| true);
    assert_eq!(results.len(), 3);
    assert!(results.iter().any(|r| r.case.name == "mitt"));
    // What is no text is no report.
    given.files.insert(key, Ok(vec![0, 1, 2, 3, 0xff, 0, 7, 9]));
    let errors = load_with(&[source("own.toml", &pack)], &given)
        .err()
        .unwrap_or_default();
    let said: Vec<_> = errors.iter().map(RuleError::message).collect();
    assert_eq!(said, ["mine.txt is neither a PDF nor a text"]);
}

/// What a check finds, in bokmål, where one answer is given to the question of a text.
fn found(check: &str, rows: &str, text: &str, count: i64) -> Vec<String> {
    let messages = messages(check, rows, text, count).into_iter();
    messages.map(|message| message.nb).collect()
}

fn messages(check: &str, rows: &str, text: &str, count: i64) -> Vec<Text> {
    let own = format!("{PACK}[[check]]\nid = \"own\"\n{check}\n");
    let mut given = Given::default();
    let key = ("own.toml".to_owned(), "paid.csv".to_owned());
    given.files.insert(key, Ok(rows.as_bytes().to_vec()));
    let rules = load_with(&[source("own.toml", &own)], &given).unwrap_or_else(|e| panic!("{e:#?}"));
    let mut builder = super::build::Builder::new();
    builder
        .question(Kind::Text, "Hva har dere lært?")
        .text("Nes", "Offentlig/Kommune", text)
        .end();
    builder
        .question(Kind::Integer, "Bøker i alt?")
        .integer("Nes", "Offentlig/Kommune", count)
        .end();
    let options = Options {
        packs: PackChoice::Forced(vec!["own".to_owned()]),
        ..Options::default()
    };
    let hits = run(&rules, &builder.done(), &options).hits.into_iter();
    hits.map(|hit| hit.message).collect()
}

#[test]
fn a_name_may_hold_what_parts_names() {
    let rows =
        "Navn;Beløp\nNore og Uvdal;1\nFlesberg;2\nVestfold og Telemark;3\nVestfold;4\nTelemark;5\n";
    let listed = |text| found("listed = \"story\"\ntable = \"paid\"", rows, text, 1);
    for text in [
        "Nore og Uvdal",
        "Flesberg, Nore og Uvdal",
        "Nore og Uvdal og Flesberg",
        "Flesberg og Nore og Uvdal",
        "Vestfold og Telemark",
        "Telemark samt Vestfold; Flesberg",
    ] {
        assert_eq!(listed(text), [""; 0], "{text}");
    }
    assert_eq!(
        listed("Nore og Uvdal og Flesbreg"),
        ["Nes nevner navn som ikke står i registeret: Flesbreg. Mest lik: «Flesberg»."]
    );
    assert_eq!(listed("Uvdal og Flesberg").len(), 1);
    for apart in [
        "Nore, Uvdal",
        "Nore; Uvdal",
        "Uvdal og Nore",
        "Nore og Flesberg og Uvdal",
    ] {
        assert_eq!(listed(apart).len(), 1, "{apart}");
    }
    let names = |text, count| {
        let check = "names = \"story\"\ncount = \"books\"\ntable = \"paid\"";
        found(check, rows, text, count)
    };
    assert_eq!(names("Nore og Uvdal", 1), [""; 0]);
    assert_eq!(names("Flesberg og Nore og Uvdal", 2), [""; 0]);
    assert_eq!(names("Vestfold, Telemark", 2), [""; 0]);
    assert_eq!(
        names("Flesberg og Nore og Uvdal", 3),
        ["Nes oppgir 3, men nevner 2: Flesberg og Nore og Uvdal."]
    );
}

#[test]
fn a_telephone_number_is_what_the_general_pack_takes_for_one() {
    let told = |text| found("text = \"story\"\nformat = \"phone\"", ROWS, text, 1).len();
    for text in [
        "40000123",
        "40 00 01 23",
        "+47 400 00 123",
        "004740000123",
        "(+47) 40 00 01 23",
        "400.00.123",
        "+46 8 123 456 78",
        "02800",
        "Tlf. 40 00 01 23",
    ] {
        assert_eq!(told(text), 0, "{text}");
    }
    for text in ["40 00 01 2", "12 34 56 78", "i høst"] {
        assert_eq!(told(text), 1, "{text}");
    }
}

#[test]
fn a_period_with_an_end_alone_is_told_as_one() {
    let check = "date = \"story\"\nto = \"31.7.2025\"";
    assert_eq!(
        found(check, ROWS, "1.8.2025", 1),
        ["Nes oppgir «1.8.2025», som ikke er en dato til og med 31.7.2025."]
    );
    let english = |period: &str| {
        let check = format!("date = \"story\"\n{period}");
        messages(&check, ROWS, "1.8.2020", 1).remove(0).en
    };
    assert_eq!(
        english("from = \"1.8.2024\""),
        "Nes states “1.8.2020”, which is no date from 2024-08-01 on."
    );
    assert_eq!(
        english("from = \"1.8.2024\"\nto = \"31.7.2025\""),
        "Nes states “1.8.2020”, which is no date from 2024-08-01 to 2025-07-31."
    );
}
