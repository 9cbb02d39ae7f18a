//! What the rounding of figures hides from rules, and that rules can say it.

use super::RULES;
use super::build::Builder;
use super::files::{one_mistake, whole};
use crate::report::{Kind, Report};
use crate::rules::{Options, Outcome, run};

const K: &str = "Offentlig/Kommune";

/// Four answers of which the mean is 7.5, and so printed as 8.
fn report() -> Report {
    let mut builder = Builder::new();
    let question = builder.question(Kind::Integer, "Hvor mange?");
    let question = question.stats([4, 30, 8, 6, 5]);
    let question = question.integer("Aa", K, 15).integer("Bb", K, 4);
    question.integer("Cc", K, 4).integer("Dd", K, 7).end();
    builder.done()
}

fn most(outcome: &Outcome, rule: &str) -> Option<(i64, String)> {
    let status = outcome.statuses.iter().find(|s| s.rule == rule)?;
    let hidden = status.hidden.as_ref()?;
    Some((hidden.most, hidden.of.nb.clone()))
}

#[test]
fn a_rule_that_compares_rounded_figures_says_what_they_hide() {
    let outcome = run(&RULES, &report(), &Options::default());
    // 30 to 33 have a mean that is printed as 8; 5.5 of 4 and 7 is printed as 6, and so is 6.
    assert_eq!(most(&outcome, "mean-mismatch"), Some((3, "summen".into())));
    let middle = "summen av de to midterste".to_owned();
    assert_eq!(most(&outcome, "median-mismatch"), Some((1, middle)));
    assert_eq!(most(&outcome, "sum-mismatch"), None);
}

const RULE: &str = r#"
[[rule]]
id = "own"
severity = "note"
for = ["q in report.questions"]
where = "q.stats != null && q.stats.mean != null"
let.sum = "q.answers.map(a, orZero(a.value)).sum()"
assert = "q.stats.mean == 0"
primary = "q.stats.mean"
hides = "hidden(sum, q.answers.size())"
hides_in.nb = "summen"
message.nb = "Summen kan være inntil {hidden(sum, q.answers.size())} feil."
"#;

#[test]
fn a_message_can_say_it_too() {
    let outcome = run(&whole(&[RULE]), &report(), &Options::default());
    let said: Vec<&str> = outcome.hits.iter().map(|h| h.message.nb.as_str()).collect();
    assert_eq!(said, ["Summen kan være inntil 3 feil."]);
    assert_eq!(most(&outcome, "own"), Some((3, "summen".into())));
    let place = outcome.statuses.first().and_then(|s| s.hidden.clone());
    let primary = outcome.hits.first().map(|hit| hit.primary.span);
    assert_eq!(
        place.map(|p| (p.page, p.line)),
        primary.map(|p| (p.page, p.line))
    );
}

#[test]
fn what_is_hidden_is_a_number_and_in_something() {
    let text = RULE.replace("hides_in.nb = \"summen\"\n", "");
    one_mistake(&text, "[[rule]]", "hides_in", "summen");
    let text = RULE.replace("\"hidden(sum, q.answers.size())\"", "\"q.title\"");
    one_mistake(&text, "q.title", "is needed", "");
}
