//! What people who write spreadsheets write: one message for one mistake, with what to write here.

use super::lang::refused;
use crate::i18n::Lang;
use crate::rules::lang::parser::parse;

#[test]
fn signs_and_words_of_other_languages_are_answered() {
    for (text, about, help) in [
        ("1 <> 2", "<>", "write `!=`"),
        ("1 =< 2", "=<", "write `<=`"),
        ("1 => 2", "=>", "write `>=`"),
        ("1 ≤ 2", "≤", "write `<=`"),
        ("orElse(null; 1)", ";", "write `,`"),
        ("1 == 1 AND 2 == 2", "AND", "write `&&`"),
        ("1 == 1 og 2 == 2 og 3 == 3", "og", "write `&&`"),
        ("1 == 1 or 2 == 2", "or", "write `||`"),
        ("not true", "not", "write `!`"),
        ("1 is 1", "is", "write `==`"),
        ("AND(true, false)", "AND", "write `a && b`"),
        ("NOT(true)", "NOT", "write `!a`"),
        ("IF(true, 1, 2)", "IF", "write `c ? a : b`"),
        ("if(true, 1, 2)", "if", "write `c ? a : b`"),
        ("HVIS(true, 1, 2)", "HVIS", "write `c ? a : b`"),
        ("SUM(1, 2)", "SUM", "write `[a, b].sum()`"),
        ("SUMMER(1; 2)", "SUMMER", "write `[a, b].sum()`"),
        ("SUM((1); abs(2))", "SUM", "write `[a, b].sum()`"),
        (
            "ANTALL.HVIS([1], 1)",
            "ANTALL.HVIS",
            "write `list.filter(x, x > 0).size()`",
        ),
        ("STØRST(1, 2)", "STØRST", "write `[a, b].max()`"),
        ("HVISFEIL(1; 0)", "HVISFEIL", "write `orElse(x, 0)`"),
        ("2 ^ 2", "^", "write `x * x`"),
        (
            "report.title == null ? 1 : report.title.trim() * 2",
            "report.title.trim() * 2",
            "write `int(x)`",
        ),
        (
            "dato('1.1.2025') < 'a'.trim()",
            "dato('1.1.2025') < 'a'.trim()",
            "write `date(x)`",
        ),
        (
            "dato('1.1.2025') < '3.9.2025'",
            "dato('1.1.2025') < '3.9.2025'",
            "write `dato('3.9.2025')`",
        ),
        ("'a' in 'ab'.trim()", "'a' in 'ab'.trim()", "write `a == b`"),
        ("ROUND(1.5)", "ROUND", "write `halfUp(x)`"),
        ("TRUE", "TRUE", "write `true`"),
        (
            "'ab' inneholder 'a'",
            "inneholder",
            "write `x.contains('…')`",
        ),
        ("1 <= 2 <= 3", "1 <= 2 <= 3", "write `between(x, 1, 5)`"),
        ("1 > '900 000'", "1 > '900 000'", "write `900000`"),
        ("'a' in ('a', 'b')", ",", "write `[a, b]`"),
        ("true ? 1", "", "write `c ? a : b`"),
        ("true ? true and true : false", "and", "write `&&`"),
        ("'ab'.length > 1", "length", "write `size(x)`"),
        ("1 == SANN", "SANN", "write `true`"),
    ] {
        refused(text, about, "", help);
    }
}

#[test]
fn numbers_as_they_are_written_in_norwegian_are_answered() {
    refused("1 > 0,3", "0,3", "two numbers with a comma", "write 0.3");
    let filter = "[1, 2].filter(x, x > 0,5)";
    refused(filter, "0,5", "two numbers with a comma", "write 0.5");
    refused("1 > 0,05", "0,05", "0,05 is", "write 0.05");
    refused("1 > 10,50", "10,50", "10,50 is", "write 10.50");
    let filter = "[1, 2].filter(x, x > 0,05)";
    refused(filter, "0,05", "0,05 is", "write 0.05");
    // One argument more is not a condition and an expression.
    let map = "[1, 2].map(x, x > 0,5)";
    refused(map, "0,5", "two numbers with a comma", "write 0.5");
    refused("1 > 900 000", "900 000", "several numbers", "write 900000");
    refused(
        "1 > 1 000 000",
        "1 000 000",
        "several numbers",
        "write 1000000",
    );
    refused(
        "1 > 900.000",
        "900.000",
        "900.000 is 900 here",
        "write 900000",
    );
    refused(
        "1 > 30%",
        "30%",
        "the remainder of a division",
        "write 30 / 100",
    );
    refused(
        "1 > 30 % && true",
        "30 %",
        "remainder",
        "100 * part / whole >= 30",
    );
    // What is meant as it stands.
    for text in [
        "7 % 2 == 1",
        "within(3,1,5 / 2)",
        "[1, 2].map(x, x > 0, 5)",
        "0.30 == 0.3",
        "-7 % -2 == 0",
    ] {
        assert!(parse(text).is_ok(), "{text}");
    }
}

#[test]
fn a_field_of_a_list_is_that_of_each_item() {
    let help = ".map(x, x.value)";
    refused(
        "report.questions[0].answers.value",
        "value",
        "no fields",
        help,
    );
}

#[test]
fn each_language_is_told_in_its_own_words() {
    let problem = parse("1 > 0,3").unwrap_err();
    let said = |lang| problem.mistake.message(lang);
    assert!(said(Lang::Nb).contains("desimaler skrives med punktum"));
    assert!(said(Lang::Nn).contains("desimalar blir skrivne med punktum"));
}

#[test]
fn names_as_people_call_them_are_answered() {
    use super::files::{GOOD, one_mistake, with};
    let text = with("\"warning\"", "\"advarsel\"");
    one_mistake(&text, "\"advarsel\"", "advarsel", "did you mean `warning`?");
    let text = with("orZero(a.value)", "orZero(a.verdi)");
    one_mistake(&text, "verdi", "verdi", "did you mean `value`?");
    let text = GOOD
        .replace("where =", "if =")
        .replace("top == null || ", "");
    let all = super::files::mistakes(&text);
    let meant = |(_, _, advice): &(String, String, String)| advice == "did you mean `where`?";
    assert!(all.iter().any(meant), "{all:#?}");
}

#[test]
fn what_toml_says_has_advice() {
    use super::files::{GOOD, among_mistakes, one_mistake, with};
    let text = with("severity = \"warning\"", "severity = warning");
    among_mistakes(&text, "warning", "TOML", "put the text in quotes");
    let text = with("severity = \"warning\"", "severity = ”warning”");
    one_mistake(&text, "”warning”", "TOML", "quote texts with");
    let text = with("id = \"own\"", "id = \"own\"\nmax_findings = 10 %");
    one_mistake(&text, "10 %", "TOML", "write 10");
    let text = with("id = \"own\"", "id = \"own\"\nwhy = \"\\d+\"");
    one_mistake(&text, "", "TOML", "in single quotes ('\\d')");
    let text = with("id = \"own\"", "id = \"own\"\nmax_findings = 1 000");
    one_mistake(&text, "1 000", "TOML", "write 1000");
    let text = with("assert = ", "assert: ");
    one_mistake(&text, ":", "TOML", "write `=`");
    let text = with("id = ", "// own\nid = ");
    one_mistake(&text, "//", "TOML", "write `#`");
    let text = with("[\"q in report.questions\"]", "[\"q in report.questions\"");
    let all = super::files::mistakes(&text);
    let toml = all.iter().filter(|(_, said, _)| said.contains("TOML"));
    assert_eq!(toml.count(), 1, "{all:#?}");
    let text = format!("{GOOD}[rule]\nid = \"one\"\n{GOOD}");
    let all = super::files::mistakes(&text);
    let twice = all
        .iter()
        .filter(|(_, _, advice)| advice == "write [[rule]]");
    assert_eq!(twice.count(), 1, "{all:#?}");
    let text = with(
        "assert = \"top == null || top <= 100\"",
        "assert = \"top == null || top in \"1\"\"",
    );
    among_mistakes(&text, "", "TOML", "inside \"…\" texts are written with '");
}

#[test]
fn a_condition_that_cannot_be_read_is_the_one_mistake() {
    use super::files::{one_mistake, with};
    let text = with(
        "where = \"q.stats != null && ",
        "where = \"q.stats != null & ",
    );
    one_mistake(&text, "&", "means nothing", "&&");
}
