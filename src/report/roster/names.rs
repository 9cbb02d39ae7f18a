//! The names, gathered from the overview, the lists and the answers, and put together where they are
//! broken over lines.

use super::super::charts::without_values;
use super::super::exporter;
use super::super::front::Front;
use super::super::group::Group;
use super::super::lines::{Line, Style, join, same_paragraph};
use super::super::outline::{Outline, Role};
use super::super::squashed::{Broken, Squashed};
use super::super::titles::Title;
use super::figures::heads_block;
use super::listed::Entry;
use super::rejoined::rejoin;
use super::respelt::respell;
use super::worn::{Setting, Worn, worn};
use super::{MAX_LINES, Roster};
use crate::text::{Layout, Printed};
use std::collections::{BTreeMap, BTreeSet};

/// What is known of names before they are told apart, by group.
#[derive(Default)]
struct Known {
    /// Names that are whole for certain.
    whole: BTreeMap<Group, BTreeSet<Squashed>>,
    /// In text, the names of the overview, put together again where they are broken.
    names: BTreeMap<Group, BTreeSet<Squashed>>,
    /// Lines of the overview, and what several of them, one after the other, spell together.
    listed: BTreeMap<Group, BTreeSet<Squashed>>,
    /// What stands between a category heading or a figure and the next figure.
    keyed: BTreeMap<Group, BTreeSet<Squashed>>,
}

impl Known {
    fn is_whole(&self, group: &Group, name: &Broken) -> bool {
        let names = self.whole.get(group);
        names.is_some_and(|names| name.is_in(names))
    }

    fn is_keyed(&self, group: &Group, name: &Broken) -> bool {
        let names = self.keyed.get(group);
        names.is_some_and(|names| name.is_in(names))
    }

    /// A name as it is spelt without the hyphens of its breaks, where the overview has it so.
    fn unbroken(&self, group: &Group, name: String) -> String {
        let whole = name.replace("- ", "");
        let listed = self.listed.get(group);
        let listed = |name: &str| listed.is_some_and(|all| all.contains(&Squashed::of(name)));
        let told = !listed(&name) && listed(&whole);
        if told { whole } else { name }
    }

    /// The name of an entry that stands with a mark where the overview has it without.
    fn unmarked(&self, group: &Group, name: String) -> String {
        let listed = |name: &&str| self.is_listed(group, &Broken::of(name));
        match super::unmarked(&name).filter(listed) {
            Some(told) if !listed(&name.as_str()) => told.to_owned(),
            _ => name,
        }
    }

    /// Makes known how names are set under the questions, and which they are.
    fn wear(&mut self, roster: &mut Roster, names: Worn) {
        for ((group, line), name) in names {
            let listed = self.listed.entry(group.clone()).or_default();
            listed.insert(line.clone());
            roster.worn.insert(line.clone(), Squashed::of(&name));
            roster
                .spellings
                .entry(group)
                .or_default()
                .insert(line, name);
        }
    }

    fn is_listed(&self, group: &Group, name: &Broken) -> bool {
        let names = self.listed.get(group);
        names.is_some_and(|names| name.is_in(names))
    }
}

/// Fills in the names, once the questions are known, and tells the overview's names apart.
pub(in super::super) fn names(
    roster: &mut Roster,
    all: &[Line<'_>],
    front: &mut Front,
    titles: &[Title],
    outline: &Outline,
    layout: Layout,
) {
    let mut known = Known::default();
    for category in &front.overview {
        let listed = known.listed.entry(category.group.clone()).or_default();
        for at in 0..category.respondents.len() {
            let mut text = Broken::default();
            for line in category.respondents.iter().skip(at).take(MAX_LINES) {
                text.push(&line.value);
                listed.extend(text.clone().both());
            }
        }
    }
    if layout == Layout::Boxes {
        roster.name_style = name_style(all, titles, outline);
    }
    let setting = Setting::new(layout, roster.name_style);
    known.wear(roster, worn(bodies(all, titles), outline, front, setting));
    let mut seen = Seen::new();
    let mut silent = Seen::new();
    for body in bodies(all, titles) {
        from_not_stated(roster, body, outline, &known, &mut silent);
    }
    for (group, name) in silent.keys() {
        let whole = known.whole.entry(group.clone()).or_default();
        whole.extend(Broken::of(name).both());
    }
    known.keyed.clone_from(&known.whole);
    for body in bodies(all, titles) {
        before_keys(body, outline, &mut known.keyed);
    }
    if layout != Layout::Boxes {
        for category in &mut front.overview {
            rejoin(category, known.keyed.get(&category.group));
            let names = category.respondents.iter();
            let names = names.map(|name| Squashed::of(&name.value));
            known
                .names
                .entry(category.group.clone())
                .or_default()
                .extend(names);
        }
        // It counts the lines as they stood before they were joined, and text has no height to tell by.
        for close in &mut front.close {
            close.clear();
        }
    }
    for body in bodies(all, titles) {
        if layout == Layout::Flow {
            // Values of charts may stand among the answers, drawn last on their page.
            let kept = without_values(body, |_| true);
            from_answers(roster, &kept, outline, &known, layout, &mut seen);
        } else {
            from_answers(roster, body, outline, &known, layout, &mut seen);
        }
    }
    tell_apart(front, &known, &seen);
    for category in &front.overview {
        let mut times: BTreeMap<&str, u32> = BTreeMap::new();
        for name in &category.respondents {
            *times.entry(&name.value).or_default() += 1;
        }
        for (name, times) in times {
            roster.add(&category.group, name, times);
        }
    }
    roster.join_names(all, seen.iter().chain(&silent), titles.len());
    for (key, counts) in silent {
        let counted = seen.entry(key).or_default();
        for (times, questions) in counts {
            *counted.entry(times).or_default() += questions;
        }
    }
    for ((group, name), counts) in seen {
        // How often a name stands is settled by the overview, or by most of the questions, where
        // the overview has it less often.
        let questions: u32 = counts.values().sum();
        // Where it counts more than it lists, a name that several questions have more often was left out:
        // where nothing but names' order tells them, the others have it once.
        let short = front.overview.iter().any(|category| {
            let listed = i64::try_from(category.respondents.len()).unwrap_or(i64::MAX);
            category.group == group && category.count.value > listed
        });
        let often = counts.iter().rev().find(|(_, questions)| **questions >= 3);
        let often = often.map(|(times, _)| *times).filter(|_| short);
        let usual = counts.into_iter().max_by_key(|(_, questions)| *questions);
        let usual = often.or(usual.map(|(times, _)| times)).unwrap_or(1);
        // One line that is taken for a name proves nothing where the overview has everyone.
        let listed = front.overview_complete
            && front
                .overview
                .iter()
                .any(|category| category.group == group);
        let spelt = roster.spelt(&group, &name).map(str::to_owned);
        let is_known = spelt.is_some();
        let name = spelt.unwrap_or(name);
        if questions >= 3 || (!is_known && (!listed || questions >= 2 || titles.len() <= 3)) {
            roster.add(&group, &name, usual);
        }
    }
    roster.merge_unread(&front.overview);
    respell(roster, all);
    // What the overview prints is told by the roster's spelling from here on.
    for category in &mut front.overview {
        for name in &mut category.respondents {
            if let Some(spelt) = roster.spelt(&category.group, &name.value) {
                spelt.clone_into(&mut name.value);
            }
        }
    }
}

/// The lines under each title.
fn bodies<'s, 'a>(
    all: &'s [Line<'a>],
    titles: &'s [Title],
) -> impl Iterator<Item = &'s [Line<'a>]> {
    titles.iter().enumerate().map(|(index, title)| {
        let end = titles.get(index + 1).map_or(all.len(), |next| next.first);
        all.get(title.end..end).unwrap_or(&[])
    })
}

/// Joins lines of the overview that are one name: the rest of the report has it whole, or they
/// stand closer to each other than names do.
fn tell_apart(front: &mut Front, known: &Known, seen: &Seen) {
    let mut answered: BTreeMap<&Group, BTreeSet<Squashed>> = BTreeMap::new();
    for (group, name) in seen.keys() {
        let names = answered.entry(group).or_default();
        names.extend(Broken::of(name).both());
    }
    for (category, close) in front.overview.iter_mut().zip(&front.close) {
        let lines = std::mem::take(&mut category.respondents);
        let group = &category.group;
        let answered = answered.get(group);
        let is_name = |text: &Broken| {
            known.is_whole(group, text) || answered.is_some_and(|names| text.is_in(names))
        };
        let mut at = 0;
        while let Some(line) = lines.get(at) {
            let mut text = Broken::default();
            text.push(&line.value);
            let mut taken = 1;
            let alone = is_name(&text);
            for count in 2..=MAX_LINES {
                let Some(next) = lines.get(at + count - 1) else {
                    break;
                };
                text.push(&next.value);
                if is_name(&text) {
                    taken = count;
                }
            }
            if taken == 1 && !alone {
                // Nothing knows it: the lines that stand close are its rest.
                while let (true, Some(next)) = (taken < MAX_LINES, lines.get(at + taken))
                    && close.contains(&(at + taken))
                    && !is_name(&Broken::of(&next.value))
                {
                    taken += 1;
                }
            }
            let parts = lines.iter().skip(at).take(taken);
            category.respondents.extend(join(parts));
            at += taken;
        }
    }
}

/// (Group, name) → how often it stands under a question → under how many questions.
type Seen = BTreeMap<(Group, String), BTreeMap<u32, u32>>;

/// Whether a line begins an answer with a key.
fn keyed(line: Option<&Line<'_>>) -> bool {
    line.is_some_and(|line| exporter::key(line.raw()).is_some())
}

/// How names are set: as the first line after a category heading is, where answers are set otherwise.
fn name_style(all: &[Line<'_>], titles: &[Title], outline: &Outline) -> Option<Style> {
    let mut names: BTreeMap<Style, u32> = BTreeMap::new();
    let mut answers: BTreeMap<Style, u32> = BTreeMap::new();
    let start = titles.first()?.end;
    let lines = all.get(start..)?;
    for pair in lines.windows(2) {
        let [above, line] = pair else { continue };
        let Some(style) = line.style() else {
            continue;
        };
        if outline.category(above).is_some() && outline.of(line) == &Role::Plain {
            *names.entry(style).or_default() += 1;
        } else if keyed(Some(line)) {
            *answers.entry(style).or_default() += 1;
        }
    }
    let (style, count) = names.iter().max_by_key(|(_, count)| **count)?;
    let all_names: u32 = names.values().sum();
    let clear = count * 10 >= all_names * 9 && !answers.contains_key(style) && !answers.is_empty();
    clear.then_some(*style)
}

fn from_answers(
    roster: &Roster,
    body: &[Line<'_>],
    outline: &Outline,
    known: &Known,
    layout: Layout,
    seen_all: &mut Seen,
) {
    let mut group: Option<Group> = None;
    let mut first = false;
    let mut seen: BTreeMap<(Group, String), u32> = BTreeMap::new();
    let mut at = 0;
    while let Some(line) = body.get(at) {
        at += 1;
        match outline.of(line) {
            Role::NotStated { .. } => break,
            Role::Category { group: found, .. } => {
                group = Some(found.clone());
                first = true;
                continue;
            }
            Role::Rest => continue,
            _ => {}
        }
        let Some(group) = &group else { continue };
        let set_as_name = roster
            .name_style
            .is_none_or(|style| line.style() == Some(style));
        if exporter::key(line.raw()).is_some() || !set_as_name || heads_block(body, at - 1) {
            continue;
        }
        let count = name_lines(roster, body, at - 1, group, outline, known, layout);
        let by_style = roster.name_style.is_some();
        let begins = std::mem::take(&mut first) || by_style || keyed(body.get(at - 1 + count));
        if begins {
            let lines: Vec<Printed<String>> = body
                .iter()
                .skip(at - 1)
                .take(count)
                .map(Line::printed)
                .collect();
            if let Some(name) = join(&lines) {
                let spelt = roster.spelt(group, &name.value);
                let name = spelt.map_or(name.value, str::to_owned);
                *seen.entry((group.clone(), name)).or_default() += 1;
            }
            at += count - 1;
        }
    }
    for (key, times) in seen {
        *seen_all.entry(key).or_default().entry(times).or_default() += 1;
    }
}

/// What stands between a category heading or a figure and the next figure: a name, whole, unless
/// someone answered nothing.
fn before_keys(
    body: &[Line<'_>],
    outline: &Outline,
    found: &mut BTreeMap<Group, BTreeSet<Squashed>>,
) {
    let mut group: Option<&Group> = None;
    let mut text = Broken::default();
    for line in body {
        match outline.of(line) {
            Role::NotStated { .. } => break,
            Role::Category { group: heading, .. } => {
                group = Some(heading);
                text = Broken::default();
            }
            Role::Plain => match (exporter::key(line.raw()), group) {
                (Some(_), Some(group)) => {
                    let names = found.entry(group.clone()).or_default();
                    names.extend(std::mem::take(&mut text).both());
                }
                _ => text.push_line(line),
            },
            _ => {}
        }
    }
}

/// Over how many lines text breaks a name that the overview has on one line; a blank line may stand
/// between them.
fn whole_line(
    body: &[Line<'_>],
    at: usize,
    outline: &Outline,
    lines: Option<&BTreeSet<Squashed>>,
) -> Option<usize> {
    let mut text = Squashed::default();
    for (count, line) in body.iter().skip(at).take(MAX_LINES).enumerate() {
        if keyed(Some(line)) || outline.of(line) != &Role::Plain {
            return None;
        }
        text.push_line(line);
        if lines?.contains(&text) {
            return Some(count + 1);
        }
    }
    None
}

/// Over how many lines the name that begins at a line runs.
fn name_lines(
    roster: &Roster,
    body: &[Line<'_>],
    at: usize,
    group: &Group,
    outline: &Outline,
    known: &Known,
    layout: Layout,
) -> usize {
    let Some(line) = body.get(at) else { return 1 };
    if layout != Layout::Boxes
        && let Some(count) = whole_line(body, at, outline, known.names.get(group))
    {
        return count;
    }
    let mut text = Broken::default();
    let mut texts = Vec::new();
    for (count, next) in body.iter().skip(at).take(MAX_LINES).enumerate() {
        let above = body.get((at + count).saturating_sub(1));
        let goes_on = count == 0
            || (next.style() == line.style()
                && !keyed(Some(next))
                && outline.of(next) == &Role::Plain
                && above.is_some_and(|above| same_paragraph(above, next, layout)));
        if !goes_on {
            break;
        }
        text.push_line(next);
        texts.push(text.clone());
    }
    let longest = |is: &dyn Fn(&Broken) -> bool| texts.iter().rposition(is);
    if let Some(index) = longest(&|text| known.is_whole(group, text)) {
        return index + 1;
    }
    // Some answer stands right under it; where someone answered nothing, the next name stands there.
    let told = |text: &Broken| known.is_keyed(group, text) && known.is_listed(group, text);
    if let Some(index) = texts.iter().position(told) {
        return index + 1;
    }
    if texts.first().is_some_and(|one| known.is_listed(group, one)) && !known.parts(group, &texts) {
        return 1;
    }
    if let Some(index) = longest(&|text| known.is_listed(group, text)) {
        return index + 1;
    }
    // Nothing knows it: where names have a style of their own, what is set so and stands close is it.
    if roster.name_style.is_some() {
        texts.len().max(1)
    } else {
        1
    }
}

impl Known {
    /// Whether lines that each stand in the overview stand there as the parts of one name: the
    /// second comes right after the first, and neither stands alone anywhere.
    fn parts(&self, group: &Group, texts: &[Broken]) -> bool {
        let [first, .., all] = texts else {
            return false;
        };
        self.is_listed(group, all) && !self.is_whole(group, first)
    }
}

fn from_not_stated(
    roster: &Roster,
    body: &[Line<'_>],
    outline: &Outline,
    known: &Known,
    seen_all: &mut Seen,
) {
    let Some(start) = body.iter().position(|line| outline.is_not_stated(line)) else {
        return;
    };
    let mut seen: BTreeMap<(Group, String), u32> = BTreeMap::new();
    let lines = body.get(start + 1..).unwrap_or(&[]).iter();
    let lines = lines.filter(|line| outline.of(line) != &Role::Rest);
    let lines: Vec<Line<'_>> = lines.copied().collect();
    let listed = |group: &Group, name: &str| known.is_listed(group, &Broken::of(name));
    for Entry { name, group, .. } in roster.listed(&lines, listed).entries {
        let name = known.unbroken(&group, name);
        let name = known.unmarked(&group, name);
        *seen.entry((group, name)).or_default() += 1;
    }
    for (key, times) in seen {
        *seen_all.entry(key).or_default().entry(times).or_default() += 1;
    }
}
