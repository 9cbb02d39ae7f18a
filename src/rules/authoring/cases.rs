//! Tries rules on the small reports that stand beside them.

use crate::report::{self, ReadOptions, Report};
use crate::rules::engine::run_alone;
use crate::rules::load::Part;
use crate::rules::{Case, Hidden, Hit, Lang, Options, PackChoice, Rule, RuleSet, Status};
use crate::text;
use std::sync::Arc;

/// How a rule fared on a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// A good case is left alone.
    Validated,
    /// A bad case is found, as it is expected.
    Reported,
    /// A good case is found.
    Noisy,
    /// A good case holds nothing that the rule looks at, and so shows nothing.
    Vacuous,
    /// A bad case is not found, or not as expected.
    Missing,
}

impl Verdict {
    /// All of them, in the order in which they are counted.
    pub const ALL: [Self; 5] = [
        Self::Validated,
        Self::Reported,
        Self::Noisy,
        Self::Missing,
        Self::Vacuous,
    ];

    /// `validated`, `reported`, `noisy`, `missing` or `vacuous`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Validated => "validated",
            Self::Reported => "reported",
            Self::Noisy => "noisy",
            Self::Missing => "missing",
            Self::Vacuous => "vacuous",
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
        .map(|(rule, case)| try_case(rules, rule, case, read_case(case)))
        .collect()
}

fn read_case(case: &Case) -> Report {
    if case.pdf.is_empty() {
        report::parse(text::from_text(&case.report))
    } else {
        // One that cannot be read has nothing to judge, which is what the verdict then says.
        report::read(&case.pdf, &ReadOptions::default()).unwrap_or_default()
    }
}

fn try_case<'r>(
    rules: &'r RuleSet,
    rule: &'r Rule,
    case: &'r Case,
    report: Report,
) -> CaseResult<'r> {
    // What stands for the rule in another survey says nothing about its own cases.
    let packs = rule
        .parts
        .iter()
        .filter(|part| !part.replaces || part.pack == case.pack);
    let options = Options {
        packs: PackChoice::Forced(
            packs
                .map(|part| part.pack.clone())
                .chain([case.pack.clone()])
                .collect(),
        ),
        previous: match case.previous.as_str() {
            "" => None,
            previous => Some(Arc::new(report::parse(text::from_text(previous)))),
        },
        ..Options::default()
    };
    let outcome = run_alone(rules, rule, &report, &options);
    let status = outcome.statuses.into_iter().find(|s| s.rule == rule.id);
    let (status, hidden) = status.map_or((Status::NotApplicable, None), |s| (s.status, s.hidden));
    let unfinished = matches!(status, Status::Unfinished(_));
    // What other rules leave unchecked is nothing in a good case.
    let judged = rule.parts.iter().any(Part::runs_last)
        || !matches!(status, Status::NotApplicable | Status::NotEvaluable);
    let verdict = match (case.good, unfinished) {
        (true, false) if outcome.hits.is_empty() && judged => Verdict::Validated,
        (true, false) if outcome.hits.is_empty() => Verdict::Vacuous,
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
    says(case, hit) && points(case, hit)
}

/// Whether a hit says what the case expects.
fn says(case: &Case, hit: &Hit) -> bool {
    let message = &hit.message;
    let mut texts = [&message.nb, &message.nn, &message.en].into_iter();
    texts.any(|text| typed(text).contains(&typed(&case.message)))
}

/// Whether a hit points at what the case expects.
fn points(case: &Case, hit: &Hit) -> bool {
    case.primary.is_empty() || typed(&hit.primary.text) == typed(&case.primary)
}

/// A text as people type it: numbers are printed with hard blanks.
fn typed(text: &str) -> String {
    text.replace('\u{a0}', " ").trim().to_owned()
}

/// What a case has to say instead, to expect what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amendment {
    /// The message; `None` where it is right as it stands.
    pub message: Option<String>,
    /// What the finding points at; `None` where it is right as it stands.
    pub primary: Option<String>,
}

impl CaseResult<'_> {
    /// What the case has to say to expect what was found: nothing where it does already, where nothing
    /// was found, and where it says that nothing should be.
    pub fn amendment(&self, lang: Lang) -> Option<Amendment> {
        let case = self.case;
        let silent = case.message.is_empty() && case.primary.is_empty();
        let is_right = self.verdict == Verdict::Reported && !silent;
        if case.good || is_right {
            return None;
        }
        // The one that was probably meant: of which one of the two is right.
        let mut hits = self.hits.iter();
        let meant = hits.find(|hit| !silent && (says(case, hit) || points(case, hit)));
        let hit = meant.or_else(|| self.hits.first())?;
        let keeps = !case.message.is_empty() && says(case, hit);
        Some(Amendment {
            message: (!keeps).then(|| typed(hit.message.get(lang))),
            primary: (silent || !points(case, hit)).then(|| typed(&hit.primary.text)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{RuleSource, load};

    /// The verdict on one good case, made of the built-in survey.
    fn verdict(walks: &str) -> Verdict {
        let text = format!(
            "[[rule]]\nid = \"own\"\nseverity = \"note\"\n{walks}\nassert = \"q.number > 0\"\n\
             primary = \"q.title\"\nmessage = \"x\"\n[[rule.good]]\nname = \"x\"\nbase = \"survey\"\n"
        );
        let name = "own.toml".to_owned();
        let rules = load(&[RuleSource { name, text }]).unwrap_or_else(|_| unreachable!());
        let results = test_cases(&rules, &|_| true);
        results.first().map(|result| result.verdict).unwrap()
    }

    /// Parts about what a text without pages, fonts and places of its own cannot show.
    const OF_FILES: [&str; 12] = [
        "respondent-mismatch (too seldom in the overview)",
        "incomplete-report (unread page)",
        "incomplete-report (picture)",
        "incomplete-report (untitled)",
        "incomplete-report (out of order)",
        "incomplete-report (repeated)",
        "incomplete-report (rearranged)",
        "incomplete-report (reversed)",
        "incomplete-report (hidden text)",
        "incomplete-report (question)",
        "other-answers-mismatch (in an answer alone)",
        "unchecked-figures (letters)",
    ];

    #[test]
    fn each_part_of_a_rule_is_found_in_a_case_by_itself() {
        let mut rules = load(&crate::rules::builtin_sources()).unwrap_or_else(|_| unreachable!());
        let mut untried = Vec::new();
        for i in 0..rules.rules().count() {
            let rule = &mut rules.rules_mut()[i];
            let parts = std::mem::take(&mut rule.parts);
            let bad = rule.cases.iter().filter(|case| !case.good);
            let bad: Vec<(Case, Report)> =
                bad.map(|case| (case.clone(), read_case(case))).collect();
            for part in parts {
                let name = part.name.clone();
                rules.rules_mut()[i].parts = vec![part];
                let rule = rules.rules().nth(i).unwrap();
                let finds = |(case, report): &(Case, Report)| {
                    let result = try_case(&rules, rule, case, report.clone());
                    !result.hits.is_empty()
                };
                if !bad.iter().any(finds) {
                    untried.push(format!("{} ({name})", rule.id));
                }
            }
        }
        assert_eq!(untried, OF_FILES);
    }

    #[test]
    fn a_good_case_has_to_hold_something_to_judge() {
        let all = "for = [\"q in report.questions\"]";
        assert_eq!(verdict(all), Verdict::Validated);
        for nothing in ["where = \"q.kind == 'places'\"", "needs = \"!q.complete\""] {
            let walks = format!("{all}\n{nothing}");
            assert_eq!(verdict(&walks), Verdict::Vacuous, "{nothing}");
        }
        assert!(!Verdict::Vacuous.is_right());
    }
}
