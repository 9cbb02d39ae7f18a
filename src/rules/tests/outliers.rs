//! Amounts that are unlike the others.

use super::build::Builder;
use super::{hit, hits};
use crate::report::{Kind, Report};

const K: &str = "Offentlig/Kommune";

fn integers(title: &str, values: &[i64]) -> Report {
    let mut builder = Builder::new();
    let mut question = builder.question(Kind::Integer, title);
    for (i, value) in values.iter().enumerate() {
        question = question.integer(&format!("Respondent {i}"), K, *value);
    }
    question.end();
    builder.done()
}

#[test]
fn two_and_a_half_deviations_are_not_above_them() {
    let exactly = integers("Hvor mange?", &[4, 4, 4, 5, 7, 4, 3, 7, 16]);
    assert_eq!(hits(&exactly, "outlier").len(), 0);
    let above = integers("Hvor mange?", &[4, 4, 4, 5, 7, 4, 3, 7, 17]);
    assert_eq!(hit(&above, "outlier").primary.text, "17");
}

#[test]
fn only_money_is_stated_in_thousands() {
    let values = [12_000, 15_000, 14_000, 13];
    let money = integers("Tilskudd som eier har mottatt (oppgi kronebeløp)", &values);
    assert_eq!(hit(&money, "outlier").primary.text, "13");
    let pupils = integers("Hvor mange elever har deltatt?", &values);
    assert_eq!(hits(&pupils, "outlier").len(), 0);
}
