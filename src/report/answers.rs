//! What stands under a question's title after its charts: the answers by category and respondent,
//! and the list of those that did not answer.

use super::counts::count_at;
use super::exporter::{self, Key};
use super::folded::{fold, squash};
use super::lines::{Line, is_wrapped, join, joined_as, passage, same_paragraph};
use super::numbers::{Marks, after, figure, integer};
use super::outline::{Outline, Role};
use super::roster::{Entry, Roster};
use super::{
    Answer, Choice, Explanation, Group, Kind, NotStated, NotStatedLine, OtherAnswers, Passage,
    Unread,
};
use crate::text::{Layout, Printed};
use std::collections::{BTreeMap, BTreeSet};

/// A respondent's name with the lines under it.
#[derive(Debug)]
pub(super) struct Block<'a> {
    pub(super) name: Printed<String>,
    pub(super) group: Group,
    /// Index of the page on which the name stands.
    pub(super) page_index: usize,
    pub(super) lines: Vec<Line<'a>>,
}

/// The answers region, parted.
#[derive(Debug, Default)]
pub(super) struct Blocks<'a> {
    pub(super) all: Vec<Block<'a>>,
    pub(super) not_stated: Option<NotStated>,
    /// Whether something in the list under `Ikke angitt` is nobody that is known: it may be somebody.
    pub(super) silent_unread: bool,
    /// Lines before the first name that belong to nobody.
    pub(super) stray: Vec<Line<'a>>,
    /// What was not understood.
    pub(super) unread: Vec<Unread>,
    /// The lines that name those who did not answer.
    pub(super) passages: Vec<Passage>,
}

/// Parts the lines of an answers region into respondents.
pub(super) fn blocks<'a>(lines: &[Line<'a>], roster: &Roster, outline: &Outline) -> Blocks<'a> {
    let mut out = Blocks::default();
    let mut group = Group::default();
    let mut index = 0;
    while let Some(line) = lines.get(index) {
        index += 1;
        match outline.of(line) {
            Role::NotStated { .. } => {
                not_stated(
                    lines.get(index - 1..).unwrap_or(&[]),
                    roster,
                    outline,
                    &mut out,
                );
                break;
            }
            Role::Category { group: found, rest } => {
                group.clone_from(found);
                index += rest;
            }
            Role::Name { name, rest } => {
                let parts: Vec<_> = lines
                    .iter()
                    .skip(index - 1)
                    .take(rest + 1)
                    .map(Line::printed)
                    .collect();
                index += rest;
                let Some(mut printed) = join(&parts) else {
                    continue;
                };
                printed.value.clone_from(name);
                // Which name it is the roster tells, even where a letter of it was not read.
                printed.certain = true;
                out.all.push(Block {
                    name: printed,
                    group: group.clone(),
                    page_index: line.page_index,
                    lines: Vec::new(),
                });
            }
            _ => match out.all.last_mut() {
                Some(block) => block.lines.push(*line),
                None => out.stray.push(*line),
            },
        }
    }
    out
}

fn not_stated(lines: &[Line<'_>], roster: &Roster, outline: &Outline, out: &mut Blocks<'_>) {
    let Some(heading) = lines.first() else { return };
    let taken = match outline.of(heading) {
        Role::NotStated { rest } => rest + 1,
        _ => 1,
    };
    let count = count_at(lines, taken - 1).and_then(|at| {
        let printed = lines.get(at.line)?.part(at.number.start, at.number.end);
        let value = integer(&printed.value)?;
        Some(printed.map(|_| value))
    });
    let known = |group: &Group, name: &str| roster.times(group, name) > 0;
    let listed = roster.listed(lines.get(taken..).unwrap_or_default(), known);
    let mut respondents = Vec::new();
    for Entry {
        name,
        group,
        parts,
        line,
    } in listed.entries
    {
        let whole = match line {
            Some(line) => {
                let start = line.raw().len() - line.raw().trim_start().len();
                Some(line.part(start, start + name_bytes(line.raw(), &name)))
            }
            None => join(&parts),
        };
        if let Some(mut printed) = whole {
            printed.value.clone_from(&name);
            printed.text = name;
            respondents.push(NotStatedLine {
                name: printed,
                group,
            });
        }
        out.passages
            .extend(parts.iter().map(|part| passage(part, Explanation::Name)));
    }
    out.silent_unread = !listed.unread.is_empty();
    out.unread
        .extend(listed.unread.into_iter().map(|printed| Unread {
            printed,
            what: "answer",
        }));
    // A count that can't be read leaves the names under it as they are.
    let count = count.unwrap_or_else(|| {
        let mut printed = heading.printed();
        printed.certain = false;
        printed.map(|_| 0)
    });
    out.not_stated = Some(NotStated { count, respondents });
}

/// How many bytes of a raw line its folded name takes.
fn name_bytes(raw: &str, name: &str) -> usize {
    let raw = raw.trim_start();
    let wanted = name.chars().filter(|ch| !ch.is_whitespace()).count();
    let mut seen = 0;
    for (at, ch) in raw.char_indices() {
        if seen == wanted {
            return raw.get(..at).map_or(at, |head| head.trim_end().len());
        }
        seen += usize::from(!ch.is_whitespace());
    }
    raw.len()
}

/// What the options of a question are called, blanks taken out, and the own texts of its list.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    /// Blanks taken out → how answers print it, once one did.
    pub(super) options: BTreeMap<String, Option<String>>,
    /// Other spellings of an option, blanks taken out → the option.
    pub(super) aliases: BTreeMap<String, String>,
    /// The own texts, blanks taken out.
    pub(super) own: Vec<String>,
}

impl Vocabulary {
    pub(super) fn new(options: &[String], other: Option<&OtherAnswers>) -> Self {
        Self {
            aliases: BTreeMap::new(),
            options: options
                .iter()
                .map(|option| (option.clone(), None))
                .collect(),
            own: other
                .map(|other| {
                    // A hyphen at the end of a line may be the word's own or the break's.
                    let spellings = other.texts.iter().flat_map(|text| {
                        let unbroken = text.value.replace("- ", "");
                        [
                            squash(&text.value).into_owned(),
                            squash(&unbroken).into_owned(),
                        ]
                    });
                    spellings.collect()
                })
                .unwrap_or_default(),
        }
    }
}

/// An option or own text over more lines than this is not looked for.
const MAX_OPTION_LINES: usize = 24;

/// Turns a block into an answer of a kind of question.
pub(super) fn answer(
    block: &Block<'_>,
    kind: Kind,
    words: &mut Vocabulary,
    (layout, marks): (Layout, Marks),
    unread: &mut Vec<Unread>,
) -> Answer {
    let mut answer = Answer {
        respondent: block.name.clone(),
        group: block.group.clone(),
        occurrence: 1,
        value: None,
        text: None,
        choices: Vec::new(),
        own_text: None,
        glyphs: None,
        comment: None,
        places: Vec::new(),
        blank: block.lines.is_empty(),
        // A letter of the name that the file does not tell leaves what stands under it as it is.
        certain: block.lines.iter().all(Line::certain),
    };
    match kind {
        Kind::Integer => integer_answer(block, marks, &mut answer, unread),
        Kind::MultipleChoice | Kind::SingleChoice => choices(block, words, layout, &mut answer),
        Kind::Places => answer.places = block.lines.iter().map(Line::printed).collect(),
        Kind::Text | Kind::Unknown => text_answer(block, layout, &mut answer),
    }
    answer
}

fn integer_answer(block: &Block<'_>, marks: Marks, answer: &mut Answer, unread: &mut Vec<Unread>) {
    let mut rest = block.lines.iter();
    if let Some(line) = rest.next() {
        match after(line, Key::Number).map(|printed| figure(printed, marks)) {
            Some(Ok(value)) => answer.value = Some(value),
            // A key with nothing after it is a blank.
            Some(Err(printed)) if printed.value.is_empty() => answer.blank = true,
            Some(Err(printed)) => {
                answer.certain = false;
                answer.glyphs = (block.lines.len() == 1).then(|| printed.text.clone());
                unread.push(Unread {
                    printed,
                    what: "answer",
                });
            }
            None => {
                answer.certain = false;
                unread.push(Unread {
                    printed: line.printed(),
                    what: "answer",
                });
            }
        }
    }
    for line in rest {
        answer.certain = false;
        unread.push(Unread {
            printed: line.printed(),
            what: "answer",
        });
    }
}

fn text_answer(block: &Block<'_>, layout: Layout, answer: &mut Answer) {
    let mut paragraphs: Vec<Printed<String>> = Vec::new();
    let mut keys = 0;
    for line in &block.lines {
        let printed = match after(line, Key::Text) {
            Some(after) => {
                keys += 1;
                if after.value.is_empty() {
                    continue;
                }
                after
            }
            None => line.printed(),
        };
        paragraphs.push(printed);
    }
    // Two answers under one name: something is missing between them.
    answer.certain &= keys <= 1;
    answer.text = paragraphs_joined(&paragraphs, &block.lines, layout).map(Box::new);
    // In text nothing but words tells what was printed over the page, or drawn beside it, from what was
    // typed.
    if layout != Layout::Boxes && (has_layout(&block.lines) || is_scattered(&block.lines)) {
        answer.certain = false;
        if let Some(text) = &mut answer.text {
            text.certain = false;
        }
    }
    answer.blank = answer.text.is_none();
}

/// Whether a line of an answer reads like a heading with its count, or, beside others, like a figure of a
/// chart or a block.
fn has_layout(lines: &[Line<'_>]) -> bool {
    let is_figure = |line: &Line<'_>| {
        let raw = line.raw();
        line.is_value() && raw.contains('%') || exporter::is_labelled_figure(raw)
    };
    let counts = |line: &Line<'_>| exporter::count(line.raw()).is_some();
    lines.iter().any(counts) || lines.len() > 1 && lines.iter().any(is_figure)
}

/// Whether a blank line stands inside a sentence: lines whose words were set far apart are taken for
/// columns, and come in any order. Where a blank line stands between all lines, it tells nothing.
fn is_scattered(lines: &[Line<'_>]) -> bool {
    let pairs = || {
        lines.windows(2).filter_map(|pair| match pair {
            [above, below] if above.page_index == below.page_index => Some((above, below)),
            _ => None,
        })
    };
    let parts = |(above, below): &(&Line<'_>, &Line<'_>)| {
        below.on_page.blank_before
            && (above.text().ends_with(',') || below.text().starts_with(char::is_lowercase))
    };
    let together = |(_, below): (&Line<'_>, &Line<'_>)| !below.on_page.blank_before;
    pairs().any(|pair| parts(&pair)) && pairs().any(together)
}

fn paragraphs_joined(
    parts: &[Printed<String>],
    lines: &[Line<'_>],
    layout: Layout,
) -> Option<Printed<String>> {
    if parts.len() != lines.len() {
        return join(parts);
    }
    let mut text = String::new();
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            let above = index.checked_sub(1).and_then(|above| lines.get(above));
            let goes_on = match (above, lines.get(index)) {
                (Some(above), Some(line)) => {
                    same_paragraph(above, line, layout) || is_wrapped(above, line)
                }
                _ => true,
            };
            text.push(if goes_on { ' ' } else { '\n' });
        }
        text.push_str(&fold(&part.value));
    }
    joined_as(text, parts)
}

fn choices(block: &Block<'_>, words: &mut Vocabulary, layout: Layout, answer: &mut Answer) {
    let mut index = 0;
    let mut comment: Vec<Line<'_>> = Vec::new();
    let mut chosen: BTreeSet<String> = BTreeSet::new();
    while index < block.lines.len() {
        let rest = block.lines.get(index..).unwrap_or(&[]);
        let known =
            |text: &str| words.options.contains_key(text) || words.aliases.contains_key(text);
        if let Some((count, found)) = longest(rest, known) {
            let option = words.aliases.get(&found).cloned().unwrap_or(found);
            // Nothing is chosen twice: whoever has it again wrote it.
            if !chosen.insert(option.clone()) {
                comment.extend(rest.iter().take(count));
                index += count;
                continue;
            }
            let parts: Vec<_> = rest.iter().take(count).map(Line::printed).collect();
            if let Some(mut printed) = join(&parts) {
                // Lines may be broken in several places; the option is one.
                let name = words.options.entry(option).or_default();
                printed
                    .value
                    .clone_from(name.get_or_insert_with(|| printed.text.clone()));
                answer.choices.push(Choice { option: printed });
            }
            index += count;
        } else if let Some((count, _)) = answer
            .own_text
            .is_none()
            .then(|| longest(rest, |text| words.own.iter().any(|own| own == text)))
            .flatten()
        {
            let parts: Vec<_> = rest.iter().take(count).map(Line::printed).collect();
            answer.own_text = join(&parts).map(Box::new);
            index += count;
        } else {
            comment.extend(rest.first());
            index += 1;
        }
    }
    let parts: Vec<_> = comment.iter().map(Line::printed).collect();
    answer.comment = paragraphs_joined(&parts, &comment, layout).map(Box::new);
    if layout != Layout::Boxes
        && is_scattered(&comment)
        && let Some(comment) = &mut answer.comment
    {
        comment.certain = false;
    }
}

/// The longest run of lines from the first that, blanks taken out, is something known. A hyphen at
/// the end of a line may be the word's own or the break's.
fn longest(lines: &[Line<'_>], known: impl Fn(&str) -> bool) -> Option<(usize, String)> {
    let mut texts = vec![String::new()];
    let mut found = None;
    for (index, line) in lines.iter().take(MAX_OPTION_LINES).enumerate() {
        for text in &mut texts {
            text.push_str(line.squashed());
        }
        if let Some(text) = texts.iter().find(|text| known(text)) {
            found = Some((index + 1, text.clone()));
        }
        if line.squashed().ends_with('-') && texts.len() <= 4 {
            let unbroken: Vec<String> = texts
                .iter()
                .filter_map(|text| text.strip_suffix('-').map(str::to_owned))
                .collect();
            texts.extend(unbroken);
        }
    }
    found
}
