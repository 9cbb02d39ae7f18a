//! Rules as they are loaded.

use super::compiled::Part;
use super::given::ParamKind;
use super::pack::Pack;
use crate::i18n::{Severity, Text};
use crate::rules::lang::constant::Const;
use serde::{Deserialize, Serialize};

/// Checked rules of all packs.
#[derive(Serialize, Deserialize)]
pub struct RuleSet {
    pub(super) packs: Vec<Pack>,
    pub(super) rules: Vec<Rule>,
}

/// A checked rule: one check or several that belong together.
#[derive(Serialize, Deserialize)]
pub struct Rule {
    /// Its name.
    pub id: String,
    /// The name of its pack.
    pub pack: String,
    /// The gravest that its findings are.
    pub severity: Severity,
    /// The version of its pack, or of the program, that first had it; empty where it does not say.
    pub since: String,
    /// Words by which rules are found and grouped.
    pub tags: Vec<String>,
    /// Where more is to be read; empty where nothing is.
    pub url: String,
    /// What stands in its stead; empty where it is in use.
    pub deprecated: Text,
    /// What it finds, in a few words.
    pub summary: Text,
    /// Why it matters, as written: expressions stand in braces.
    pub why: Text,
    /// What to do, as written: expressions stand in braces.
    pub help: Text,
    /// The rules of which its findings can be a consequence.
    pub consequence_of: Vec<String>,
    /// Reports in which it is found, and in which it is not; none where it was loaded
    /// [without](crate::rules::builtin()).
    #[serde(skip)]
    pub cases: Vec<Case>,
    /// The name of its file.
    pub file: String,
    /// How it is written; empty where it was loaded without.
    #[serde(skip)]
    pub toml: String,
    /// The rule that its checks stand for, as TOML; empty where none is written as a check.
    #[serde(skip)]
    pub expanded: String,
    pub(crate) parts: Vec<Part>,
}

/// A small report that shows what a rule finds or leaves alone.
#[derive(Clone, Debug)]
pub struct Case {
    /// Whether the rule has to leave it alone.
    pub good: bool,
    /// What it shows.
    pub name: String,
    /// The report, as text.
    pub report: String,
    /// The report where it is a PDF; empty where it is text.
    pub pdf: Vec<u8>,
    /// The report of the year before, as text; empty where there is none.
    pub previous: String,
    /// The message that is expected; empty where any will do.
    pub message: String,
    /// The text that the finding has to point at; empty where any will do.
    pub primary: String,
    /// What was changed in a built-in report to make it: what stood there, and what does instead.
    pub edits: Vec<(String, String)>,
    /// The pack in whose file it stands.
    pub pack: String,
    /// The name of the rule file where it stands.
    pub file: String,
    /// The bytes of it.
    pub span: std::ops::Range<usize>,
}

impl RuleSet {
    /// The rules, to be taken apart.
    #[cfg(test)]
    pub(crate) fn rules_mut(&mut self) -> &mut [Rule] {
        &mut self.rules
    }

    /// The rules, in the order of their files.
    #[doc(hidden)]
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.rules.iter()
    }

    /// The packs, in the order of their files.
    pub(crate) fn packs(&self) -> impl Iterator<Item = &Pack> {
        self.packs.iter()
    }

    /// A whole number among the parameters of the general packs and of those named; the last holds.
    pub(crate) fn param(&self, name: &str, packs: &[String]) -> Option<i64> {
        let chosen = |pack: &&Pack| pack.is_general() || packs.contains(&pack.name);
        let params = self.packs.iter().filter(chosen).flat_map(|p| &p.params);
        let values = params.filter(|(known, _)| known == name);
        match values.map(|(_, value)| value).next_back()? {
            Const::Number(number) => {
                let ratio = number.ratio();
                i64::try_from(*ratio.numer())
                    .ok()
                    .filter(|_| ratio.is_integer())
            }
            _ => None,
        }
    }

    /// The tables that packs know, as (pack, table).
    pub fn tables(&self) -> impl Iterator<Item = (&str, &str)> {
        self.packs.iter().flat_map(|pack| {
            let tables = pack.tables.iter();
            tables.map(|(name, _)| (pack.name.as_str(), name.as_str()))
        })
    }

    /// The parameters that packs have.
    pub fn params(&self) -> Vec<ParamKind> {
        let of = |pack: &Pack| -> Vec<ParamKind> {
            let params = pack.params.iter();
            let kind = |(name, value): &(String, Const)| ParamKind::new(&pack.name, name, value);
            params.map(kind).collect()
        };
        self.packs.iter().flat_map(of).collect()
    }

    /// The rule of this name.
    pub(crate) fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|r| r.id == id)
    }
}

impl Rule {
    /// In what its checks can miss an error because the figures that they compare are rounded.
    pub(crate) fn hides_in(&self) -> Vec<&Text> {
        let rounded = self.parts.iter().filter(|part| part.hides.is_some());
        rounded.map(|part| &part.hides_in).collect()
    }

    /// Takes over what is told of it; the first part that says something holds.
    pub(super) fn describe(&mut self, tags: Vec<String>, url: String, deprecated: Text) {
        for tag in tags {
            if !self.tags.contains(&tag) {
                self.tags.push(tag);
            }
        }
        if self.url.is_empty() {
            self.url = url;
        }
        if self.deprecated.nb.is_empty() {
            self.deprecated = deprecated;
        }
    }

    /// Adds rules of which findings can be a consequence.
    pub(super) fn add_causes(&mut self, causes: impl Iterator<Item = String>) {
        for cause in causes {
            if !self.consequence_of.contains(&cause) {
                self.consequence_of.push(cause);
            }
        }
    }

    /// The checks of the rule where these packs are used: without those that others stand for.
    pub(crate) fn parts_for(&self, used: impl Fn(&str) -> bool) -> Vec<&Part> {
        let mut chosen: Vec<&Part> = Vec::new();
        for part in self.parts.iter().filter(|part| used(&part.pack)) {
            if part.replaces {
                chosen.retain(|earlier| !part.stands_for(earlier));
            }
            chosen.push(part);
        }
        chosen
    }

    /// Whether the rule stands for an earlier one wherever that is used.
    pub(super) fn covers(&self, earlier: &Self, packs: &[Pack]) -> bool {
        let general = |name: &str| packs.iter().any(|p| p.name == name && p.is_general());
        let whole = |part: &Part| {
            let everywhere = general(&part.pack);
            let covered = |other: &Part| everywhere || other.pack == part.pack;
            part.replaces && part.name.is_empty() && earlier.parts.iter().all(covered)
        };
        self.parts.iter().any(whole)
    }

    /// Adds the parts of a later file's rule of the same id.
    pub(super) fn extend(&mut self, later: Self) {
        self.parts.extend(later.parts);
        let severities = self.parts.iter().map(Part::gravest);
        self.severity = severities.max().unwrap_or(self.severity);
        self.cases.extend(later.cases);
        self.describe(later.tags, later.url, later.deprecated);
        self.add_causes(later.consequence_of.into_iter());
        self.toml.push_str("\n\n");
        self.toml.push_str(&later.toml);
        self.expanded.push_str(&later.expanded);
    }
}

impl Part {
    /// Whether this part, which replaces, replaces that earlier one.
    fn stands_for(&self, earlier: &Self) -> bool {
        let same = self.name.is_empty() || self.name == earlier.name;
        same && self.at.file != earlier.at.file
    }
}
