//! Tries rules on the small reports that stand beside them.

use crate::report::{self, Report};
use crate::rules::{Case, Hidden, Hit, Options, PackChoice, Rule, RuleSet, Status, run};
use crate::text;

/// How a rule fared on a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// A good case is left alone.
    Validated,
    /// A bad case is found, as it is expected.
    Reported,
    /// A good case is found.
    Noisy,
    /// A bad case is not found, or not as expected.
    Missing,
}

impl Verdict {
    /// `validated`, `reported`, `noisy` or `missing`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Validated => "validated",
            Self::Reported => "reported",
            Self::Noisy => "noisy",
            Self::Missing => "missing",
        }
    }

    /// Whether the rule did as the case says.
    pub fn is_right(self) -> bool {
        matches!(self, Self::Validated | Self::Reported)
    }
}

/// What a case gave.
#[derive(Clone)]
pub struct CaseResult<'r> {
    /// The rule.
    pub rule: &'r Rule,
    /// The case.
    pub case: &'r Case,
    /// How it went.
    pub verdict: Verdict,
    /// What the rule found there.
    pub hits: Vec<Hit>,
    /// How the rule fared.
    pub status: Status,
    /// The most that rounding hides there.
    pub hidden: Option<Hidden>,
    /// The report of the case.
    pub report: Report,
}

/// Tries every case of the rules that are `chosen`; each rule runs alone.
pub fn test_cases<'r>(rules: &'r RuleSet, chosen: &dyn Fn(&Rule) -> bool) -> Vec<CaseResult<'r>> {
    let chosen = rules.rules().filter(|rule| chosen(rule));
    let cases = chosen.flat_map(|rule| rule.cases.iter().map(move |case| (rule, case)));
    cases
        .map(|(rule, case)| try_case(rules, rule, case))
        .collect()
}

fn try_case<'r>(rules: &'r RuleSet, rule: &'r Rule, case: &'r Case) -> CaseResult<'r> {
    let report = report::parse(text::from_text(&case.report));
    let others = rules.rules().filter(|other| other.id != rule.id);
    let options = Options {
        packs: PackChoice::Forced(rule.parts.iter().map(|part| part.pack.clone()).collect()),
        severities: others.map(|other| (other.id.clone(), None)).collect(),
    };
    let outcome = run(rules, &report, &options);
    let status = outcome.statuses.into_iter().find(|s| s.rule == rule.id);
    let (status, hidden) = status.map_or((Status::NotApplicable, None), |s| (s.status, s.hidden));
    let broken = matches!(status, Status::Broken(_));
    let verdict = match (case.good, broken) {
        (true, false) if outcome.hits.is_empty() => Verdict::Validated,
        (true, _) => Verdict::Noisy,
        (false, false) if outcome.hits.iter().any(|hit| is_expected(case, hit)) => {
            Verdict::Reported
        }
        (false, _) => Verdict::Missing,
    };
    CaseResult {
        rule,
        case,
        verdict,
        hits: outcome.hits,
        status,
        hidden,
        report,
    }
}

/// Whether a hit says, in one of the languages, and points at what the case expects.
fn is_expected(case: &Case, hit: &Hit) -> bool {
    let message = &hit.message;
    // Numbers are printed with hard blanks, which nobody types.
    let soft = |text: &str| text.replace('\u{a0}', " ");
    let said = [&message.nb, &message.nn, &message.en]
        .iter()
        .any(|text| soft(text).contains(&soft(&case.message)));
    said && (case.primary.is_empty()
        || soft(&hit.primary.text).trim() == soft(&case.primary).trim())
}
