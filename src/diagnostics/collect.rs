//! From a report and what the rules found in it to a [`FileReport`].

use super::answered::{answered, occurrence};
use super::coverage::Figures;
use super::fingerprint::{Fingerprints, sha256};
use super::headings::Headings;
use super::{
    Amount, Ask, Certainty, Contact, Coverage, Explained, FileReport, FileStatus, Finding,
    InputKind, PageText, Person, Place, Related, RuleCounts,
};
use crate::report::{GapKind, Report};
use crate::rules::{Datum, Hit, Outcome, RuleStatus, Severity, Status, Text};
use crate::text::{Bbox, ByteRange, Page, Printed};
use std::collections::BTreeMap;

/// Which file it is.
#[derive(Clone, Debug)]
pub struct Source {
    /// The file as the user named it.
    pub path: String,
    /// What kind of file it is.
    pub kind: InputKind,
    /// The hash of its bytes, sha-256 in hexadecimal.
    pub sha256: String,
}

impl Source {
    /// Describes the bytes that were read under a name.
    pub fn new(path: &str, bytes: &[u8]) -> Self {
        Self {
            path: path.to_owned(),
            kind: InputKind::of(bytes),
            sha256: sha256(bytes),
        }
    }
}

/// The report of a file that was read and checked.
///
/// `severities` are the user's own: `None` takes a rule's findings out.
pub fn checked(
    source: Source,
    report: Report,
    outcome: Outcome,
    severities: &BTreeMap<String, Option<Severity>>,
) -> FileReport {
    let rules = RuleCounts::of(&outcome);
    let ran = rules.passed + rules.failed + rules.unfinished > 0;
    let figures = Figures::of(&report, &outcome);
    let places = |printed: &[Printed<String>]| {
        let places = printed.iter().map(|p| Place::of(p, &report));
        places.collect()
    };
    let submissions = report.respondents.iter().map(|r| r.submissions as usize);
    FileReport {
        status: status(&report, &outcome, ran),
        error: (!ran).then(no_rule_ran),
        title: report.title.as_ref().map(|title| title.value.clone()),
        date: report.date.as_ref().map(|date| date.value),
        contacts: contacts(&report, &outcome.roles),
        people: people(&report),
        amounts: amounts(&report),
        respondents: submissions.sum(),
        questions: report.questions.len(),
        questions_incomplete: report.questions.iter().filter(|q| !q.complete).count(),
        coverage: figures.coverage,
        fates: figures.fates,
        unread: places(&figures.unread),
        unchecked: places(&figures.unchecked),
        explained: figures
            .explained
            .iter()
            .map(|(what, printed)| Explained {
                what: *what,
                place: Place::of(printed, &report),
            })
            .collect(),
        rules,
        findings: findings(&report, outcome.hits, severities),
        statuses: outcome.statuses,
        packs: outcome.packs,
        questions_not_found: outcome.questions_not_found,
        pages: report.pages.iter().map(PageText::from).collect(),
        report: Some(Box::new(report)),
        redacted: None,
        ..empty(source)
    }
}

/// The report of a file that could not be checked.
pub fn unreadable(source: Source, error: Text) -> FileReport {
    FileReport {
        error: Some(error),
        ..empty(source)
    }
}

fn empty(source: Source) -> FileReport {
    FileReport {
        path: source.path,
        kind: source.kind,
        sha256: source.sha256,
        status: FileStatus::Unreadable,
        error: None,
        title: None,
        date: None,
        contacts: Vec::new(),
        people: Vec::new(),
        amounts: Vec::new(),
        respondents: 0,
        questions: 0,
        questions_incomplete: 0,
        coverage: Coverage::default(),
        fates: BTreeMap::new(),
        unread: Vec::new(),
        unchecked: Vec::new(),
        explained: Vec::new(),
        rules: RuleCounts::default(),
        statuses: Vec::new(),
        packs: Vec::new(),
        questions_not_found: Vec::new(),
        tables: None,
        findings: Vec::new(),
        second: None,
        pages: Vec::new(),
        report: None,
        redacted: None,
    }
}

/// What respondents answered to the questions that ask how they can be reached.
fn contacts(report: &Report, roles: &[(usize, String)]) -> Vec<Contact> {
    let mut out = Vec::new();
    for (index, role) in roles {
        let question = report.questions.get(*index);
        for answer in question.map_or(&[][..], |q| q.answers.as_slice()) {
            let number = answer.value.as_ref().map(|value| value.text.as_str());
            let text = answer.text.as_ref().map(|text| text.value.as_str());
            let words: Vec<&str> = text.or(number).unwrap_or("").split_whitespace().collect();
            if !words.is_empty() {
                out.push(Contact {
                    respondent: answer.respondent.value.clone(),
                    group: answer.group.as_str().to_owned(),
                    role: role.clone(),
                    text: words.join(" "),
                });
            }
        }
    }
    out
}

fn people(report: &Report) -> Vec<Person> {
    let people = report.respondents.iter().map(|respondent| Person {
        name: respondent.name.clone(),
        group: respondent.group.as_str().to_owned(),
    });
    people.collect()
}

/// The sums and the answers of the questions that ask for a number.
fn amounts(report: &Report) -> Vec<Amount> {
    let mut out = Vec::new();
    for question in report.questions.iter().filter(|q| q.title.certain) {
        let amount = |printed: &Printed<i64>| Amount {
            question: question.title.value.clone(),
            question_number: question.number,
            respondent: None,
            group: String::new(),
            occurrence: 1,
            value: Datum::Int(printed.value),
            page: printed.span.page,
            line: printed.span.line,
        };
        let sum = question.stats.as_ref().and_then(|stats| stats.sum.as_ref());
        out.extend(sum.filter(|sum| sum.certain).map(amount));
        for answer in &question.answers {
            let value = answer.value.as_ref().filter(|value| value.certain);
            out.extend(value.map(|value| Amount {
                respondent: Some(answer.respondent.value.clone()),
                group: answer.group.as_str().to_owned(),
                occurrence: answer.occurrence,
                ..amount(value)
            }));
        }
    }
    out
}

fn status(report: &Report, outcome: &Outcome, ran: bool) -> FileStatus {
    // Pages that are turned round as a whole were all read and checked: a note, no loss.
    let lost = |kind| !matches!(kind, GapKind::Reversed | GapKind::UntoldLetters);
    let unfinished = |rule: &RuleStatus| matches!(rule.status, Status::Unfinished(_));
    if !ran {
        FileStatus::Unreadable
    } else if outcome.statuses.iter().any(unfinished)
        || report.gaps.iter().any(|gap| lost(gap.kind))
        || !outcome.unchecked.is_empty()
    {
        FileStatus::Incomplete
    } else {
        FileStatus::Checked
    }
}

fn no_rule_ran() -> Text {
    Text::each(|lang| lang.judging().no_rule_ran().to_owned())
}

impl RuleCounts {
    fn of(outcome: &Outcome) -> Self {
        let mut counts = Self::default();
        for rule in &outcome.statuses {
            let count = match rule.status {
                Status::Passed => &mut counts.passed,
                Status::Failed => &mut counts.failed,
                Status::NotApplicable => &mut counts.not_applicable,
                Status::NotEvaluable => &mut counts.not_evaluable,
                Status::Unfinished(_) => &mut counts.unfinished,
            };
            *count += 1;
        }
        counts
    }
}

impl From<&Page> for PageText {
    fn from(page: &Page) -> Self {
        Self {
            number: page.number,
            text: page.text.clone(),
            line_numbers: page.lines.iter().map(|line| line.number).collect(),
        }
    }
}

/// The findings in report order, with fingerprints given in that order.
fn findings(
    report: &Report,
    mut hits: Vec<Hit>,
    severities: &BTreeMap<String, Option<Severity>>,
) -> Vec<Finding> {
    hits.sort_by(|a, b| {
        (a.primary.span.order(), &a.rule, &a.group, &a.respondent).cmp(&(
            b.primary.span.order(),
            &b.rule,
            &b.group,
            &b.respondent,
        ))
    });
    let titles = report.questions.iter().map(|q| q.title.value.as_str());
    let mut fingerprints = Fingerprints::new(titles);
    let headings = Headings::of(report);
    let mut out = Vec::with_capacity(hits.len());
    for hit in hits {
        let question = hit.question.and_then(|index| report.questions.get(index));
        let title = question
            .map(|q| q.title.value.as_str())
            .filter(|title| !title.is_empty());
        let fingerprint = fingerprints.next(&hit, title);
        let severity = match severities.get(&hit.rule) {
            Some(None) => continue,
            Some(Some(chosen)) => *chosen,
            None => hit.severity,
        };
        // What rests on a doubtful reading accuses nobody: it is shown, and fails no gate.
        let severity = if hit.certain {
            severity
        } else {
            severity.min(Severity::Warning)
        };
        let asks = hit.asks.iter().map(|asked| Ask {
            respondent: asked.respondent.clone(),
            group: asked.group.clone(),
            question: asked.question.clone(),
            answered: answered(report, hit.question, asked),
            occurrence: occurrence(report, hit.question, asked),
            place: Place::of(&asked.at, report),
            points_at: headings.points_at(&asked.at.span),
        });
        let asks = asks.collect();
        out.push(Finding {
            severity,
            certainty: if hit.certain {
                Certainty::Certain
            } else {
                Certainty::Uncertain
            },
            question: title.map(str::to_owned),
            question_number: question.map(|q| q.number),
            primary: Place::of(&hit.primary, report),
            points_at: headings.points_at(&hit.primary.span),
            related: hit
                .labels
                .into_iter()
                .map(|label| Related {
                    place: Place::of(&label.at, report),
                    label: label.text,
                })
                .collect(),
            rule: hit.rule,
            message: hit.message,
            why: hit.why,
            help: hit.help,
            asks,
            respondent: hit.respondent,
            group: hit.group,
            option: hit.option,
            reported: hit.reported,
            expected: hit.expected,
            fingerprint,
            suppressed: None,
            failing: hit.certain && severity == Severity::Error,
        });
    }
    out
}

/// The boxes of a printed value, one for each line that it stands on.
fn lines(page: &Page, printed: &Printed<String>) -> Vec<Bbox> {
    let span = printed.span;
    let Some(whole) = span.bbox else {
        return Vec::new();
    };
    let covers = |range: ByteRange| range.start < span.end && span.start < range.end;
    let on = page.lines.iter().filter(|line| covers(line.range));
    let each = on.filter_map(|line| {
        let words = line.cells.iter().flat_map(|cell| &cell.words);
        let own = words.filter(|word| covers(word.range));
        own.filter_map(|word| word.bbox).reduce(Bbox::union)
    });
    let each: Vec<Bbox> = each.collect();
    // What stands on one line may be a part of a word, and its own box is the narrower one.
    let each = if each.len() > 1 { each } else { vec![whole] };
    each.into_iter().map(|bbox| page.shown(bbox)).collect()
}

impl Place {
    /// Counts out a printed value's place in characters.
    fn of(printed: &Printed<String>, report: &Report) -> Self {
        let span = printed.span;
        // Pages are numbered by their position.
        let index = (span.page as usize).checked_sub(1);
        let page = index.and_then(|index| report.pages.get(index));
        let text = page.map_or("", |page| page.text.as_str());
        let (start, end) = (span.start as usize, span.end as usize);
        let covered = text.get(start..end).unwrap_or(&printed.text);
        let before = text.get(..start).unwrap_or("");
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let column = before.get(line_start..).unwrap_or("").chars().count() + 1;
        let ends = text.get(..end).unwrap_or("");
        let last_start = ends.rfind('\n').map_or(0, |at| at + 1);
        let end_column = ends.get(last_start..).unwrap_or("").chars().count() + 1;
        let mut lines_of = page.into_iter().flat_map(|page| &page.lines);
        let last = lines_of.find(|line| line.range.start < span.end && span.end <= line.range.end);
        Self {
            page: span.page,
            line: span.line,
            end_line: last.map_or(span.line, |line| line.number),
            end_column: u32::try_from(end_column).unwrap_or(u32::MAX),
            column: u32::try_from(column).unwrap_or(u32::MAX),
            length: u32::try_from(covered.chars().count()).unwrap_or(u32::MAX),
            start,
            end,
            text: printed.text.clone(),
            lines: page.map_or(Vec::new(), |page| lines(page, printed)),
            // Whoever looks for it sees the page as it is shown.
            bbox: span
                .bbox
                .map(|bbox| page.map_or(bbox, |page| page.shown(bbox))),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::report::ReadOptions;
    use crate::rules;

    /// How many questions of a text are counted, and how many of them as not read whole.
    #[test]
    fn questions_that_are_not_whole_are_counted() {
        let rules = rules::load(&rules::builtin_sources()).unwrap();
        let counted = |text: &str| {
            let (reading, options) = (ReadOptions::default(), rules::Options::default());
            let file = crate::lint(text.as_bytes(), "r.txt", &rules, &reading, &options);
            (file.questions, file.questions_incomplete)
        };
        let whole = include_str!("../../fixtures/report.txt");
        let (questions, incomplete) = counted(whole);
        assert!(questions > 1);
        assert_eq!(incomplete, 0);
        let lost = include_str!("../../fixtures/lost-page-text.txt");
        let (questions, incomplete) = counted(lost);
        assert!(0 < incomplete && incomplete < questions, "{incomplete}");
    }
}
