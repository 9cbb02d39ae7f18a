//! What names wear under the questions and not in the overview: a colon, an arrow, a number, their group.

use super::super::front::Front;
use super::super::group::Group;
use super::super::lines::{Line, Style};
use super::super::outline::{Outline, Role};
use super::super::squashed::Squashed;
use super::unmarked;
use std::collections::{BTreeMap, BTreeSet};

/// A name that wears something does so under several questions.
const SEVERAL: usize = 2;

/// It wears it so many times as often as not.
const OFTEN: usize = 3;

/// Marks that stand behind a name before what it says.
const BEHIND: [char; 8] = [':', '›', '»', '>', '→', '▸', '–', '-'];

/// A line as it stands under the questions, by group, and the name that it is.
pub(super) type Worn = BTreeMap<(Group, Squashed), String>;

/// What a name wears.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Wear {
    Mark,
    Number,
    Group,
}

impl Wear {
    const ALL: [Self; 3] = [Self::Mark, Self::Number, Self::Group];

    /// What a line says without it; `None` where it does not wear it.
    fn taken_off<'t>(self, text: &'t str, group: &Group) -> Option<&'t str> {
        let text = text.trim();
        let bare = match self {
            Self::Mark => text.trim_end_matches(BEHIND),
            Self::Number => unmarked(text)?,
            Self::Group => {
                let named = text.trim_end_matches(')').strip_suffix(group.as_str())?;
                named.trim_end_matches(['(', ' ', ',', '-', '–', '·'])
            }
        };
        let bare = bare.trim();
        (bare != text && !bare.is_empty()).then_some(bare)
    }
}

/// What a line says, in which group.
type Said = (Group, Squashed);

/// The lines that may be names, by what they say.
#[derive(Default)]
struct Lines {
    /// What stands there as it does in the overview, by how it is set: under which questions.
    bare: BTreeMap<(Said, Option<Style>), BTreeSet<usize>>,
    /// A line → how it is set, and what it says.
    others: BTreeMap<(Group, Squashed), (Option<Style>, String)>,
    /// Under which questions.
    under: BTreeMap<(Group, Squashed), BTreeSet<usize>>,
}

impl Lines {
    fn read<'s, 'a: 's>(
        bodies: impl Iterator<Item = &'s [Line<'a>]>,
        outline: &Outline,
        listed: &BTreeMap<(Group, Squashed), String>,
    ) -> Self {
        let mut lines = Self::default();
        let lengths: BTreeSet<usize> = listed.keys().map(|(_, name)| name.as_str().len()).collect();
        for (number, body) in bodies.enumerate() {
            let mut group: Option<&Group> = None;
            for line in body {
                match outline.of(line) {
                    Role::NotStated { .. } => break,
                    Role::Category { group: heading, .. } => group = Some(heading),
                    Role::Plain => {
                        let Some(group) = group else { continue };
                        let text = line.text();
                        let wears = |wear: &Wear| wear.taken_off(text, group).is_some();
                        let wears = Wear::ALL.iter().any(wears);
                        // Most lines are neither a name nor wear anything.
                        if !wears && !lengths.contains(&line.squashed().len()) {
                            continue;
                        }
                        let key = (group.clone(), Squashed::of_line(line));
                        if listed.contains_key(&key) {
                            let key = (key, line.style());
                            lines.bare.entry(key).or_default().insert(number);
                        } else if wears {
                            lines.under.entry(key.clone()).or_default().insert(number);
                            let said = (line.style(), text.to_owned());
                            lines.others.entry(key).or_insert(said);
                        }
                    }
                    _ => {}
                }
            }
        }
        lines
    }
}

/// A line under a group, what it wears, how it is set, and whose name it is.
type Found<'f> = (&'f (Group, Squashed), Wear, Option<Style>, &'f str);

/// Finds names of the overview in the lines under the titles, where each stands with something more; and
/// whoever is set so and wears the same.
pub(super) fn worn<'s, 'a: 's>(
    bodies: impl Iterator<Item = &'s [Line<'a>]>,
    outline: &Outline,
    front: &Front,
) -> Worn {
    let listed = overview(front);
    let lines = Lines::read(bodies, outline, &listed);
    // Under which questions a name stands, whatever its number is there.
    let mut under: BTreeMap<(Group, Squashed), BTreeSet<usize>> = BTreeMap::new();
    let mut known: Vec<Found<'_>> = Vec::new();
    let mut strange: Vec<Found<'_>> = Vec::new();
    for (key, (style, text)) in &lines.others {
        for wear in Wear::ALL {
            let Some(name) = wear.taken_off(text, &key.0) else {
                continue;
            };
            let plain = (key.0.clone(), Squashed::of(name));
            let questions = lines.under.get(key).into_iter().flatten();
            if let Some(name) = listed.get(&plain) {
                known.push((key, wear, *style, name));
            } else if style.is_some() {
                strange.push((key, wear, *style, name));
            }
            under.entry(plain).or_default().extend(questions);
        }
    }
    // Who stands there as in the overview as well, and is set alike, was named by somebody else; but an option
    // of one question may be called so.
    let several = |group: &Group, name: &str, style: Option<Style>| {
        let plain = (group.clone(), Squashed::of(name));
        let questions = under.get(&plain).map_or(0, BTreeSet::len);
        let bare = lines.bare.get(&(plain, style)).map_or(0, BTreeSet::len);
        questions >= SEVERAL && questions > bare * OFTEN
    };
    known.retain(|((group, _), _, style, name)| several(group, name, *style));
    let ways: BTreeSet<(Wear, Option<Style>)> = known
        .iter()
        .map(|(_, wear, style, _)| (*wear, *style))
        .collect();
    strange.retain(|((group, _), wear, style, name)| {
        ways.contains(&(*wear, *style)) && several(group, name, *style)
    });
    let all = strange.into_iter().chain(known);
    all.map(|(key, .., name)| (key.clone(), name.to_owned()))
        .collect()
}

/// The names of the overview, each on a line, by group.
fn overview(front: &Front) -> BTreeMap<(Group, Squashed), String> {
    let names = front.overview.iter().flat_map(|category| {
        let names = category.respondents.iter();
        names.map(|name| {
            let key = (category.group.clone(), Squashed::of(&name.value));
            (key, name.value.clone())
        })
    });
    names.collect()
}
