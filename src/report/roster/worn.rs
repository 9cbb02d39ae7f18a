//! What names wear under the questions and not in the overview: a colon, an arrow, a number, their group.
//! Both may run over several lines.

use super::super::exporter;
use super::super::folded::fold;
use super::super::front::Front;
use super::super::group::Group;
use super::super::lines::{Line, Style, same_paragraph};
use super::super::outline::{Outline, Role};
use super::super::squashed::{Broken, Squashed};
use super::{MAX_LINES, unmarked};
use crate::text::{Layout, is_dash};
use std::collections::{BTreeMap, BTreeSet};

/// A name that wears something does so under several questions.
const SEVERAL: usize = 2;

/// It wears it so many times as often as not.
const OFTEN: usize = 3;

/// Marks that stand behind a name before what it says.
const BEHIND: [char; 8] = [':', '›', '»', '>', '→', '▸', '–', '-'];

/// What stands under the questions, on a line or on several, by group, and the name that it is.
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

/// What a line, or several say, in which group.
type Said = (Group, Squashed);

/// The names of the overview, by what they are looked up by.
#[derive(Default)]
struct Listed {
    names: BTreeMap<Said, String>,
    /// How long they are, so that most lines need not be looked at.
    lengths: BTreeSet<usize>,
}

impl Listed {
    /// The lines of the overview, and what several of them, one after the other, spell together: which of
    /// them are one name is not known yet.
    fn of(front: &Front) -> Self {
        let mut listed = Self::default();
        for category in &front.overview {
            for at in 0..category.respondents.len() {
                let mut text = Broken::default();
                let mut name = String::new();
                for line in category.respondents.iter().skip(at).take(MAX_LINES) {
                    text.push(&line.value);
                    if !name.is_empty() {
                        name.push(' ');
                    }
                    name.push_str(&fold(&line.value));
                    for said in text.clone().both() {
                        listed.lengths.insert(said.as_str().len());
                        let key = (category.group.clone(), said);
                        listed.names.entry(key).or_insert_with(|| name.clone());
                    }
                }
            }
        }
        listed
    }

    /// Whether some lines are a name, with or without what it wears.
    fn knows(&self, group: &Group, lines: Option<&[Line<'_>]>) -> bool {
        let said = lines.and_then(|lines| said(lines, group, &self.lengths));
        said.is_some_and(|(text, worn)| {
            let mut texts = worn.iter().chain([&text]);
            texts.any(|text| self.name(group, text).is_some())
        })
    }

    /// The name that a text is.
    fn name(&self, group: &Group, text: &str) -> Option<&str> {
        let name = |said: &Squashed| self.names.get(&(group.clone(), said.clone()));
        Broken::of(text).known(name).map(String::as_str)
    }
}

/// The lines that may be names, by what they say.
#[derive(Default)]
struct Lines {
    /// What stands there as it does in the overview, by how it is set: under which questions.
    bare: BTreeMap<(Said, Option<Style>), BTreeSet<usize>>,
    /// What else stands there → how it is set, and what it says.
    others: BTreeMap<Said, (Option<Style>, String)>,
    /// Under which questions.
    under: BTreeMap<Said, BTreeSet<usize>>,
    /// How many questions there are.
    questions: usize,
}

/// How a report is set.
#[derive(Clone, Copy)]
pub(super) struct Setting {
    layout: Layout,
    /// How names are set above answers, where that differs from how answers are set.
    names: Option<Style>,
}

impl Setting {
    pub(super) fn new(layout: Layout, names: Option<Style>) -> Self {
        Self { layout, names }
    }
}

impl Lines {
    fn read<'s, 'a: 's>(
        bodies: impl Iterator<Item = &'s [Line<'a>]>,
        outline: &Outline,
        listed: &Listed,
        setting: Setting,
    ) -> Self {
        let mut lines = Self::default();
        for (number, body) in bodies.enumerate() {
            lines.questions = number + 1;
            let mut group: Option<&Group> = None;
            let mut at = 0;
            while let Some(line) = body.get(at) {
                at += 1;
                match outline.of(line) {
                    Role::NotStated { .. } => break,
                    Role::Category { group: heading, .. } => group = Some(heading),
                    Role::Plain => {
                        let set_so = setting
                            .names
                            .is_none_or(|style| line.style() == Some(style));
                        let Some(group) = group.filter(|_| set_so) else {
                            continue;
                        };
                        let run = run(body.get(at - 1..).unwrap_or(&[]), outline, setting.layout);
                        at += lines.push(number, group, run, listed, setting) - 1;
                    }
                    _ => {}
                }
            }
        }
        lines
    }

    /// Notes what stands under a question, in a group, on the first of these lines, or on several of them; how
    /// many.
    fn push(
        &mut self,
        question: usize,
        group: &Group,
        run: &[Line<'_>],
        listed: &Listed,
        setting: Setting,
    ) -> usize {
        let Some(first) = run.first() else { return 1 };
        let style = first.style();
        // On the next page may stand another one.
        let on_page = run
            .iter()
            .take_while(|line| line.page_index == first.page_index);
        let on_page = on_page.count();
        for count in (1..=run.len()).rev() {
            // What is set as names are is one from its first line to its last.
            let whole = count == run.len() || count == on_page;
            if setting.names.is_some() && !whole {
                continue;
            }
            let lines = run.get(..count).unwrap_or(run);
            let Some((text, worn)) = said(lines, group, &listed.lengths) else {
                continue;
            };
            let key = (group.clone(), Squashed::of(&text));
            if listed.names.contains_key(&key) {
                self.bare.entry((key, style)).or_default().insert(question);
            } else if worn.iter().any(|name| listed.name(group, name).is_some()) {
                self.note(question, key, style, text);
            } else {
                continue;
            }
            return count;
        }
        let lines = run.get(..on_page).unwrap_or(run);
        let strange = said(lines, group, &listed.lengths).filter(|(_, worn)| !worn.is_empty());
        // What ends with a name that is known began with something else: with what another one answered.
        let ends_known = || (1..lines.len()).any(|from| listed.knows(group, lines.get(from..)));
        if let Some((text, _)) = strange
            && !ends_known()
        {
            let key = (group.clone(), Squashed::of(&text));
            self.note(question, key, style, text);
            return on_page;
        }
        1
    }

    fn note(&mut self, question: usize, key: Said, style: Option<Style>, text: String) {
        self.under.entry(key.clone()).or_default().insert(question);
        self.others.entry(key).or_insert((style, text));
    }
}

/// What lines say together, and without each thing that they wear; `None` where they wear nothing and are as
/// long as no name: most lines are so.
fn said(
    lines: &[Line<'_>],
    group: &Group,
    lengths: &BTreeSet<usize>,
) -> Option<(String, Vec<String>)> {
    let text = lines.iter().map(Line::text).collect::<Vec<_>>().join(" ");
    let worn = Wear::ALL.iter();
    let worn = worn.filter_map(|wear| wear.taken_off(&text, group));
    let worn: Vec<String> = worn.map(str::to_owned).collect();
    let length: usize = lines.iter().map(|line| line.squashed().len()).sum();
    (!worn.is_empty() || lengths.contains(&length)).then_some((text, worn))
}

/// Whether a line begins with a number, as an entry of a list does.
fn is_numbered(line: &Line<'_>) -> bool {
    let text = line.text();
    text.starts_with(|ch: char| ch.is_ascii_digit()) && unmarked(&format!("{text} ")).is_some()
}

/// Whether a line ends with a mark that stands inside of no name.
fn is_marked(line: &Line<'_>) -> bool {
    let is_mark = |ch: char| BEHIND.contains(&ch) && ch != '-' && !is_dash(ch);
    line.text().trim_end().ends_with(is_mark)
}

/// The lines from the first on that are set alike and stand together, as those of one name do.
fn run<'s, 'a>(lines: &'s [Line<'a>], outline: &Outline, layout: Layout) -> &'s [Line<'a>] {
    let pairs = lines.windows(2).take(MAX_LINES - 1);
    let numbered = lines.first().is_some_and(is_numbered);
    let goes_on = |pair: &&[Line<'_>]| {
        matches!(pair, [above, below] if above.style() == below.style()
            && outline.of(below) == &Role::Plain
            && !is_marked(above)
            && !(numbered && is_numbered(below))
            && exporter::key(below.raw()).is_none()
            && same_paragraph(above, below, layout))
    };
    let count = 1 + pairs.take_while(goes_on).count();
    lines.get(..count.min(lines.len())).unwrap_or(lines)
}

/// A line under a group, what it wears, how it is set, and whose name it is.
type Found<'f> = (&'f Said, Wear, Option<Style>, &'f str);

/// Finds names of the overview in the lines under the titles, where each stands with something more; and
/// whoever is set so and wears the same.
pub(super) fn worn<'s, 'a: 's>(
    bodies: impl Iterator<Item = &'s [Line<'a>]>,
    outline: &Outline,
    front: &Front,
    setting: Setting,
) -> Worn {
    let listed = Listed::of(front);
    let lines = Lines::read(bodies, outline, &listed, setting);
    // Under which questions a name stands, whatever its number is there.
    let mut under: BTreeMap<Said, BTreeSet<usize>> = BTreeMap::new();
    let mut known: Vec<Found<'_>> = Vec::new();
    let mut strange: Vec<Found<'_>> = Vec::new();
    for (key, (style, text)) in &lines.others {
        for wear in Wear::ALL {
            let Some(name) = wear.taken_off(text, &key.0) else {
                continue;
            };
            let known_as = listed.name(&key.0, name);
            let plain = (key.0.clone(), Squashed::of(known_as.unwrap_or(name)));
            let questions = lines.under.get(key).into_iter().flatten();
            if let Some(name) = known_as {
                known.push((key, wear, *style, name));
            } else {
                strange.push((key, wear, *style, name));
            }
            under.entry(plain).or_default().extend(questions);
        }
    }
    // Who stands there as in the overview as well, and is set alike, was named by somebody else; but an option
    // of one question may be called so.
    let often = |group: &Group, name: &str| {
        let plain = (group.clone(), Squashed::of(name));
        under.get(&plain).map_or(0, BTreeSet::len)
    };
    let several = |group: &Group, name: &str, style: Option<Style>| {
        let plain = (group.clone(), Squashed::of(name));
        let questions = often(group, name);
        let bare = lines.bare.get(&(plain, style)).map_or(0, BTreeSet::len);
        questions >= SEVERAL && questions > bare * OFTEN
    };
    known.retain(|((group, _), _, style, name)| several(group, name, *style));
    let ways: BTreeSet<(Wear, Option<Style>)> = known
        .iter()
        .map(|(_, wear, style, _)| (*wear, *style))
        .collect();
    // Where nothing is set in a style, whoever answers stands under most of the questions.
    let set_so = |group: &Group, name: &str, style: Option<Style>| {
        style.is_some() || often(group, name) * 2 > lines.questions
    };
    strange.retain(|((group, _), wear, style, name)| {
        let in_way = ways.contains(&(*wear, *style)) && set_so(group, name, *style);
        in_way && several(group, name, *style)
    });
    let all = strange.into_iter().chain(known);
    all.map(|(key, .., name)| (key.clone(), name.to_owned()))
        .collect()
}
