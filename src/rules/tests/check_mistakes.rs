//! `[[check]]` and the questions that it names: what is refused, where, and with what advice.

use super::check::PACK;
use super::files::{among_mistakes, one_mistake};

#[test]
fn a_kind_that_is_none_is_told_once() {
    let pack = PACK.replacen("kind = \"multiple_choice\"", "kind = \"options\"", 1);
    let pack = pack.replace("file = \"paid.csv\"\n", "");
    let checks = "[[check]]\nid = \"own\"\ngiven = \"uses\"\nrequires = \"books\"\n\
                  [[check]]\nid = \"sum\"\nsum = [\"uses\"]\nequals = \"books\"\n";
    one_mistake(&format!("{pack}{checks}"), "\"options\"", "'options'", "");
}

#[test]
fn questions_that_stand_outside_the_pack_are_told_once() {
    let pack = PACK.replace("[[pack.question]]", "[[question]]");
    let pack = pack.replace("file = \"paid.csv\"\n", "");
    let checks = "[[check]]\nid = \"own\"\ngiven = \"uses\"\nrequires = \"books\"\n";
    let text = format!("{pack}{checks}");
    one_mistake(
        &text,
        "question",
        "no key `question`",
        "write [[pack.question]]",
    );
}

/// A check with mistakes; the table's file is of no importance to them.
pub(super) fn refused(check: &str, about: &str, message: &str, help: &str) {
    let pack = PACK.replace("file = \"paid.csv\"\n", "");
    let text = format!("{pack}[[check]]\nid = \"own\"\n{check}\n");
    one_mistake(&text, about, message, help);
}

#[test]
fn mistakes_are_told_where_they_stand() {
    let sum = "sum = [\"children\", \"yuth\"]\nequals = \"books\"";
    refused(
        sum,
        "\"yuth\"",
        "a question 'yuth'",
        "did you mean `youth`?",
    );
    let text = "sum = [\"children\", \"story\"]\nequals = \"books\"";
    refused(
        text,
        "\"story\"",
        "the question 'story' is text, but integer is needed here",
        "",
    );
    let lacks = "sum = [\"children\", \"youth\"]";
    refused(lacks, "[[check]]", "`equals`", "the key of a question");
    let other = "same = \"children\"\nas = \"story\"";
    refused(
        other,
        "\"story\"",
        "the question 'story' is text, but integer is needed here",
        "",
    );
    for itself in [
        "same = \"story\"\nas = \"story\"",
        "given = \"story\"\nrequires = \"story\"",
        "at_least = 3\nshare = \"books\"\nof = \"books\"",
    ] {
        let at = itself.rsplit(' ').next().unwrap_or_default();
        refused(itself, at, "another question is needed here", "");
    }
    let alone = "same = \"children\"";
    refused(alone, "[[check]]", "`as`", "the key of a question");
    let limits = "value = \"books\"\nat_least = 20\nat_most = 10";
    refused(limits, "10", "the upper limit is below the lower one", "");
    refused(
        "value = \"books\"",
        "[[check]]",
        "`at_least`",
        "give a limit",
    );
    let date = "date = \"start\"\nfrom = \"31.2.2025\"";
    refused(date, "\"31.2.2025\"", "day", "");
    let broken = "text = \"story\"\npattern = '('";
    refused(broken, "'('", "", "");
    let format = "text = \"story\"\nformat = \"epost\"";
    refused(format, "\"epost\"", "there is no format 'epost'", "email");
    let one = "question = \"uses\"\nexclusive = ['^ingen']";
    refused(one, "['^ingen']", "two at the least", "");
    let two = "sum = [\"children\"]\nequals = \"books\"\nvalue = \"books\"";
    refused(
        two,
        "[[check]]",
        "`sum` and `value` cannot stand in the same",
        "",
    );
    let misspelt = "given = \"uses\"\nforbid = \"youth\"";
    refused(
        misspelt,
        "forbid",
        "no key `forbid`",
        "did you mean `forbids`?",
    );
    let within = "sum = [\"children\"]\nequals = \"books\"\nwithin = \"900 000\"";
    refused(within, "\"900 000\"", "`within`", "write 900000");
    let backspace = "given = \"uses\"\noption = \"\\bkurs\"\nforbids = \"youth\"";
    refused(backspace, "\"\\bkurs\"", "backspace", "'\\b'");
    refused(
        "summ = [\"children\"]",
        "[[check]]",
        "does not say what it checks",
        "did you mean `sum`?",
    );
    let strange = "value = \"books\"\nat_most = 3\nat_mst = 4";
    let pack = PACK.replace("file = \"paid.csv\"\n", "");
    among_mistakes(
        &format!("{pack}[[check]]\nid = \"own\"\n{strange}\n"),
        "at_mst",
        "a check has no key `at_mst`",
        "did you mean `at_most`?",
    );
    let text = PACK.replace(
        "columns = { \"Beløp\" = \"int\" }",
        "columns = { \"Beløp\" = \"tall\" }",
    );
    among_mistakes(&text, "\"tall\"", "'tall'", "did you mean `int`?");
    let table = "value = \"books\"\ntable = \"payd\"\ncolumn = \"Beløp\"";
    refused(table, "\"payd\"", "no table 'payd'", "did you mean `paid`?");
}
