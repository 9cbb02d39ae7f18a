//! A part of a rule, as it is run.

use super::message::Message;
use crate::i18n::{Severity, Text};
use crate::rules::lang::code::Code;
use crate::rules::lang::eval::Let;
use crate::rules::lang::pattern::Pattern;
use crate::toml_file::Place;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// One check of a rule.
#[derive(Serialize, Deserialize)]
pub(crate) struct Part {
    /// Its name; empty where the rule has no other part.
    pub(crate) name: String,
    /// The pack whose surveys it is for.
    pub(crate) pack: String,
    /// Where its id stands.
    pub(super) at: Place,
    /// Whether it stands for the earlier part of its name, or, without one, for the earlier rule.
    pub(crate) replaces: bool,
    /// How many findings are kept.
    pub(crate) max_findings: usize,
    /// How grave its findings are.
    pub(crate) severity: Severity,
    /// How grave they are where a condition holds; the first that does decides.
    pub(crate) severity_when: Vec<(Code, Severity)>,
    /// What is walked over, from the outermost inwards.
    pub(crate) bindings: Vec<Binding>,
    /// Conditions, each at the level from which on it can be evaluated.
    pub(crate) steps: Vec<Step>,
    /// Names for values.
    pub(crate) lets: Vec<Let>,
    /// How many slots the names take.
    pub(crate) slots: usize,
    /// What has to hold.
    pub(crate) assert: Code,
    /// How that is written.
    pub(crate) assert_text: String,
    /// The printed value at fault.
    pub(crate) primary: Code,
    /// Secondary places.
    pub(crate) labels: Vec<LabelCode>,
    /// The printed value that is judged.
    pub(crate) reported: Option<Code>,
    /// What it should have been.
    pub(crate) expected: Option<Code>,
    /// The numbers that the expected one is the sum of.
    pub(crate) addends: Option<Code>,
    /// How much the rounding of the figure hides.
    pub(crate) hides: Option<Code>,
    /// In what it hides that.
    pub(crate) hides_in: Text,
    /// What a finding is about, where it does not follow from the bindings.
    pub(crate) about: About,
    /// What makes two findings one cause and its consequence.
    pub(crate) scope: Vec<Code>,
    /// Whether it needs a table that no file was given for.
    pub(crate) lacks_table: bool,
    /// Whether it needs the report of the year before.
    pub(crate) uses_previous: bool,
    /// What is wrong.
    pub(crate) message: Message,
    /// What is said of it as the consequence of another finding.
    pub(crate) consequence: Message,
    /// Why it matters.
    pub(crate) why: Message,
    /// What to do.
    pub(crate) help: Message,
    /// What is asked, in second person; `None` where nobody is.
    pub(crate) ask: Option<AskCode>,
}

impl Part {
    /// Calls `visit` with every pattern of its conditions, names and assertion.
    pub(crate) fn patterns<'p>(&'p self, visit: &mut dyn FnMut(&'p Pattern)) {
        let steps = self.steps.iter().map(|step| &step.code);
        let lets = self.lets.iter().map(|named| &named.code);
        let bindings = self.bindings.iter().map(|binding| &binding.list);
        let all = bindings.chain(steps).chain(lets).chain([&self.assert]);
        all.for_each(|code| code.patterns(visit));
    }

    /// The gravest that its findings are.
    pub(crate) fn gravest(&self) -> Severity {
        let others = self.severity_when.iter().map(|(_, severity)| *severity);
        others.fold(self.severity, Severity::max)
    }

    /// Whether it is about what the other rules left unchecked, and runs after them.
    pub(crate) fn runs_last(&self) -> bool {
        let first = self.bindings.first();
        first.is_some_and(|binding| {
            matches!(&binding.list, Code::Field(of, field)
                if matches!(**of, Code::Report) && field.name == "unchecked")
        })
    }
}

impl Part {
    /// The packs' names for the questions that it walks over.
    fn walked(&self) -> impl Iterator<Item = &str> {
        self.bindings
            .iter()
            .filter_map(|binding| match &binding.list {
                Code::Questions { key, .. } => Some(key.as_str()),
                _ => None,
            })
    }

    /// Whether it walks over a question.
    pub(crate) fn walks_over(&self, key: &str) -> bool {
        self.walked().any(|own| own == key)
    }

    /// Whether it walks over a question that is not there.
    pub(crate) fn asks_in_vain(&self, found: &HashMap<String, Vec<usize>>) -> bool {
        self.walked()
            .any(|key| found.get(key).is_none_or(Vec::is_empty))
    }
}

/// `name in list`
#[derive(Serialize, Deserialize)]
pub(crate) struct Binding {
    /// Where the item is kept.
    pub(crate) slot: usize,
    /// What is walked over.
    pub(crate) list: Code,
    /// What the item is called.
    pub(crate) name: String,
}

/// A condition of `where` or `needs`.
#[derive(Serialize, Deserialize)]
pub(crate) struct Step {
    /// On how many bindings it depends.
    pub(crate) level: usize,
    /// Whether the place cannot be judged without it, rather than not being meant.
    pub(crate) needed: bool,
    /// What has to hold.
    pub(crate) code: Code,
    /// How it is written.
    pub(crate) text: String,
}

/// A secondary place.
#[derive(Serialize, Deserialize)]
pub(crate) struct LabelCode {
    /// The list of which each item gives a label, and where the item is kept.
    pub(crate) each: Option<(usize, Code)>,
    /// Which items do.
    pub(crate) when: Option<Code>,
    /// The place; none where it is null.
    pub(crate) at: Code,
    /// What it is.
    pub(crate) text: Message,
}

/// Whom a finding asks, and what.
#[derive(Serialize, Deserialize)]
pub(crate) enum AskCode {
    /// The respondent that it is about, at the place at fault.
    Own(Message),
    /// The respondent of each item, at its place: the text is the question.
    Each(LabelCode),
}

/// What a finding is about; an entry that is not given follows from the bindings.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct About {
    /// The question.
    pub(crate) question: Option<Code>,
    /// The respondent's name.
    pub(crate) respondent: Option<Code>,
    /// The group.
    pub(crate) group: Option<Code>,
    /// The option.
    pub(crate) option: Option<Code>,
}
