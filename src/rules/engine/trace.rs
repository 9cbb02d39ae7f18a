//! What a rule came to at each place: the answer to "why was that not found".

use super::prepare::{Options, prepare};
use super::print;
use crate::i18n::Lang;
use crate::report::Report;
use crate::rules::lang::eval::{Machine, Shared, Slot};
use crate::rules::lang::node::{Node, NodeKind};
use crate::rules::lang::stop::Stop;
use crate::rules::lang::value::{Data, List, Value};
use crate::rules::lang::world::World;
use crate::rules::load::{Pack, Part, Rule, RuleSet};
use crate::rules::outcome::NotEvaluable;
use crate::text::name_key;

/// Which places are told.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Those of this respondent alone.
    pub respondent: Option<String>,
    /// Those of questions whose title has this text alone.
    pub question: Option<String>,
}

/// What a condition or an assertion came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Came {
    /// It holds, or does not.
    Truth(bool),
    /// A name has this value, as people read it.
    Value(String),
    /// It has no value.
    Nothing(NotEvaluable),
}

/// What of a rule is evaluated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clause {
    /// What a name of `for` stands for.
    For,
    /// A condition on what is meant.
    Where,
    /// A condition without which the place is not judged.
    Needs,
    /// A name for an expression.
    Let,
    /// What has to hold.
    Assert,
}

impl Clause {
    /// The key of the rule that it stands under.
    pub fn name(self) -> &'static str {
        match self {
            Self::For => "for",
            Self::Where => "where",
            Self::Needs => "needs",
            Self::Let => "let",
            Self::Assert => "assert",
        }
    }
}

/// What became of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judgement {
    /// The assertion holds.
    Holds,
    /// It does not: there is a finding.
    Found,
    /// The place is not meant.
    NotMeant,
    /// The place cannot be judged.
    NotJudged(NotEvaluable),
}

/// A place of a rule, with all that was evaluated there, in order.
#[derive(Clone, Debug)]
pub struct Traced {
    /// The name of the rule's part; empty where it has one only.
    pub part: String,
    /// The clauses: what stands in the rule, and what it came to.
    pub clauses: Vec<(Clause, String, Came)>,
    /// What became of it.
    pub judgement: Judgement,
}

/// Every wanted place of a rule; `None` where no pack of this report has it.
pub fn trace(
    rules: &RuleSet,
    report: &Report,
    options: &Options,
    id: &str,
    wanted: &Wanted,
    lang: Lang,
) -> Option<Vec<Traced>> {
    let prepared = prepare(rules, report, options);
    let rule: &Rule = rules.rule(id)?;
    let used = |name: &str| prepared.packs.iter().any(|pack: &&Pack| pack.name == name);
    let parts = rule.parts_for(used);
    if parts.is_empty() {
        return None;
    }
    let world = prepared.world(report);
    let mut shared = Shared::default();
    let mut traced = Vec::new();
    for part in parts {
        let machine = Machine::new(
            &world,
            &mut shared,
            &prepared.keys,
            part.slots,
            &part.lets,
            part.bindings.len(),
        );
        let mut walk = Walk {
            part,
            world: &world,
            machine,
            wanted,
            lang,
            bound: Vec::new(),
            clauses: Vec::new(),
            traced: &mut traced,
        };
        // Where a rule goes beyond its bounds, what came before is told.
        _ = walk.level(0);
    }
    Some(traced)
}

struct Walk<'r, 's, 't> {
    part: &'r Part,
    world: &'r World<'r>,
    machine: Machine<'r, 's>,
    wanted: &'t Wanted,
    lang: Lang,
    bound: Vec<Node>,
    clauses: Vec<(Clause, String, Came)>,
    traced: &'t mut Vec<Traced>,
}

impl<'r> Walk<'r, '_, '_> {
    fn level(&mut self, depth: usize) -> Result<(), Stop> {
        self.machine.enter(depth);
        let part = self.part;
        let known = self.clauses.len();
        for named in part.lets.iter().filter(|l| l.level == depth) {
            let came = self.machine.slot_of(named.slot);
            let came = self.came(came)?;
            let text = format!("{} = {}", named.name, named.text);
            self.clauses.push((Clause::Let, text, came));
        }
        let mut stopped = None;
        for step in part.steps.iter().filter(|s| s.level == depth) {
            let came = match self.machine.truth(&step.code) {
                Ok(truth) => Came::Truth(truth),
                Err(Stop::NotEvaluable(why)) => Came::Nothing(why),
                Err(stop) => return Err(stop),
            };
            let clause = if step.needed {
                Clause::Needs
            } else {
                Clause::Where
            };
            stopped = match (&came, step.needed, stopped) {
                (Came::Truth(false), false, _) => Some(Judgement::NotMeant),
                (Came::Truth(false), true, None) => Some(Judgement::NotJudged(NotEvaluable::Needs)),
                (Came::Nothing(why), _, None) => Some(Judgement::NotJudged(*why)),
                (_, _, stopped) => stopped,
            };
            self.clauses.push((clause, step.text.clone(), came));
            if stopped == Some(Judgement::NotMeant) {
                break;
            }
        }
        let done = match stopped {
            Some(judgement) => {
                self.tell(judgement);
                Ok(())
            }
            None => self.inner(depth),
        };
        self.clauses.truncate(known);
        done
    }

    fn inner(&mut self, depth: usize) -> Result<(), Stop> {
        let part = self.part;
        let Some(binding) = part.bindings.get(depth) else {
            return self.assertion();
        };
        let list = match self.machine.list(&binding.list) {
            Ok(list) => list,
            Err(Stop::NotEvaluable(why)) => {
                self.tell(Judgement::NotJudged(why));
                return Ok(());
            }
            Err(stop) => return Err(stop),
        };
        for item in list.iter() {
            let node = match item.data {
                Data::Node(node) => Some(node),
                _ => None,
            };
            if node.is_some_and(|node| !self.is_wanted(node)) {
                continue;
            }
            let shown = Came::Value(self.shown(&item));
            self.machine.set(binding.slot, Slot::Full(item));
            self.bound.extend(node);
            self.clauses
                .push((Clause::For, binding.name.clone(), shown));
            let done = self.level(depth + 1);
            self.clauses.pop();
            if node.is_some() {
                self.bound.pop();
            }
            done?;
        }
        Ok(())
    }

    fn assertion(&mut self) -> Result<(), Stop> {
        let (came, judgement) = match self.machine.truth(&self.part.assert) {
            Ok(true) => (Came::Truth(true), Judgement::Holds),
            Ok(false) => (Came::Truth(false), Judgement::Found),
            Err(Stop::NotEvaluable(why)) => (Came::Nothing(why), Judgement::NotJudged(why)),
            Err(stop) => return Err(stop),
        };
        let text = self.part.assert_text.clone();
        self.clauses.push((Clause::Assert, text, came));
        self.tell(judgement);
        self.clauses.pop();
        Ok(())
    }

    fn tell(&mut self, judgement: Judgement) {
        self.traced.push(Traced {
            part: self.part.name.clone(),
            clauses: self.clauses.clone(),
            judgement,
        });
    }

    fn came(&self, value: Result<Value<'r>, Stop>) -> Result<Came, Stop> {
        match value {
            Ok(value) => Ok(Came::Value(self.shown(&value))),
            Err(Stop::NotEvaluable(why)) => Ok(Came::Nothing(why)),
            Err(stop) => Err(stop),
        }
    }

    /// Whether a part of the report may be one that is wanted.
    fn is_wanted(&self, node: Node) -> bool {
        let world = self.world;
        let name = match node.kind {
            NodeKind::Respondent => world.respondent(node).map(|r| r.name.as_str()),
            NodeKind::Answer | NodeKind::Choice | NodeKind::Prose => {
                world.answer(node).map(|a| a.respondent.value.as_str())
            }
            NodeKind::NotStatedLine => world.not_stated_line(node).map(|l| l.name.value.as_str()),
            _ => None,
        };
        let respondent = match (&self.wanted.respondent, name) {
            (Some(wanted), Some(name)) => name_key(name) == name_key(wanted),
            _ => true,
        };
        let title = match node.kind {
            NodeKind::Question => world.question(node).map(|q| q.title.value.as_str()),
            _ => None,
        };
        let question = match (&self.wanted.question, title) {
            (Some(wanted), Some(title)) => name_key(title).contains(&name_key(wanted)),
            _ => true,
        };
        respondent && question
    }

    /// A value as people read it; parts of the report by their names.
    fn shown(&self, value: &Value<'r>) -> String {
        match &value.data {
            Data::Node(node) => self.named(*node),
            Data::List(list) => self.listed(list),
            Data::Text(text) => format!("«{}»", text.as_str()),
            _ => {
                let mut text = String::new();
                print::value(&mut text, value, self.lang);
                text
            }
        }
    }

    fn listed(&self, list: &List<'r>) -> String {
        const SHOWN: usize = 8;
        let items: Vec<String> = list
            .iter()
            .take(SHOWN)
            .map(|item| self.shown(&item))
            .collect();
        let more = if list.len() > SHOWN { ", …" } else { "" };
        format!("[{}{more}]", items.join(", "))
    }

    fn named(&self, node: Node) -> String {
        let world = self.world;
        let text = |text: Option<&str>| text.map_or_else(String::new, |text| format!(" «{text}»"));
        let name = match node.kind {
            NodeKind::Question => world.question(node).map(|q| q.title.value.as_str()),
            NodeKind::Respondent => world.respondent(node).map(|r| r.name.as_str()),
            NodeKind::Choice => world.choice(node).map(|c| c.option.value.as_str()),
            NodeKind::Answer | NodeKind::Prose => {
                world.answer(node).map(|a| a.respondent.value.as_str())
            }
            NodeKind::NotStatedLine => world.not_stated_line(node).map(|l| l.name.value.as_str()),
            NodeKind::Bar => world.bar(node).map(|b| b.option.as_str()),
            NodeKind::Category => world.category(node).map(|c| c.name.value.as_str()),
            NodeKind::Filter => world.filter(node).map(|f| f.name.value.as_str()),
            _ => None,
        };
        format!("{}{}", node.kind.name(), text(name))
    }
}
