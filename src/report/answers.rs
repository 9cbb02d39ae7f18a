//! What stands under a question's title after its charts: the answers by category and respondent,
//! and the list of those that did not answer.

use super::lines::{L, fold, join, same_paragraph, squash};
use super::numbers::{after_key, figure, integer};
use super::roster::{INTEGER_KEY, Roster, TEXT_KEY};
use super::titles::NOT_STATED;
use super::{Answer, Choice, Kind, NotStated, NotStatedLine, OtherAnswers, Unread};
use crate::text::{Layout, Printed};
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

static COUNT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"\(([0-9][0-9 \x{a0}\x{202f}]{0,8}?)[ \t\x{a0}\x{202f}]*Svar\)[ \t\x{a0}\x{202f}]*$",
    )
    .ok()
});

/// A respondent's name with the lines under it.
#[derive(Debug)]
pub(super) struct Block<'a> {
    pub(super) name: Printed<String>,
    pub(super) group: String,
    /// Index of the page on which the name stands.
    pub(super) page_index: usize,
    pub(super) lines: Vec<L<'a>>,
}

/// The answers region, parted.
#[derive(Debug, Default)]
pub(super) struct Blocks<'a> {
    pub(super) all: Vec<Block<'a>>,
    pub(super) not_stated: Option<NotStated>,
    /// Lines before the first name that belong to nobody.
    pub(super) stray: Vec<L<'a>>,
    /// What was not understood.
    pub(super) unread: Vec<Unread>,
}

/// Whether a line is the heading of the list of those that did not answer.
pub(super) fn is_not_stated(line: &L<'_>) -> bool {
    line.text().starts_with(NOT_STATED)
}

/// Parts the lines of an answers region into respondents. `used` counts how often each name stands.
pub(super) fn blocks<'a>(lines: &[L<'a>], roster: &Roster) -> Blocks<'a> {
    let mut out = Blocks::default();
    let mut group: Option<String> = None;
    let mut used: BTreeMap<(String, String), u32> = BTreeMap::new();
    let mut index = 0;
    while let Some(line) = lines.get(index) {
        index += 1;
        let text = line.text();
        if is_not_stated(line) {
            not_stated(lines.get(index - 1..).unwrap_or(&[]), roster, &mut out);
            break;
        }
        if let Some(found) = roster.heading(text).filter(|_| heading_style(line, roster)) {
            group = Some(found.to_owned());
            continue;
        }
        let named = group
            .as_ref()
            .and_then(|group| name_at(lines, index - 1, group, roster, &used));
        if let (Some((name, taken)), Some(group)) = (named, &group) {
            *used.entry((group.clone(), name.value.clone())).or_default() += 1;
            index += taken - 1;
            out.all.push(Block {
                name,
                group: group.clone(),
                page_index: line.page_index,
                lines: Vec::new(),
            });
        } else if let Some(block) = out.all.last_mut() {
            block.lines.push(*line);
        } else {
            out.stray.push(*line);
        }
    }
    out
}

/// A category heading is not set as answers are: where names have a style of their own, a heading
/// has neither that of an answer.
fn heading_style(line: &L<'_>, roster: &Roster) -> bool {
    roster.name_style.is_none() || line.cell().is_some()
}

/// The name that begins at a line: one line, or two where it wraps.
fn name_at(
    lines: &[L<'_>],
    index: usize,
    group: &str,
    roster: &Roster,
    used: &BTreeMap<(String, String), u32>,
) -> Option<(Printed<String>, usize)> {
    let line = lines.get(index)?;
    let styled = roster.name_style;
    if styled.is_some_and(|style| line.style() != Some(style)) {
        return None;
    }
    let free = |name: &str| {
        let times = used
            .get(&(group.to_owned(), name.to_owned()))
            .copied()
            .unwrap_or(0);
        // With a style of its own a name is a name however often it stands; without one, a text
        // that happens to be a name is told apart by the name having been used up.
        styled.is_some() || times < roster.times(group, name)
    };
    let text = line.text();
    if let Some(next) = lines
        .get(index + 1)
        .filter(|next| next.style() == line.style())
    {
        let both = format!("{text} {}", next.text());
        if !roster.knows(group, text) && roster.knows(group, &both) && free(&both) {
            return join(&[line.printed(), next.printed()]).map(|name| (name, 2));
        }
    }
    (roster.knows(group, text) && free(text)).then(|| (line.printed(), 1))
}

fn not_stated(lines: &[L<'_>], roster: &Roster, out: &mut Blocks<'_>) {
    let Some(heading) = lines.first() else { return };
    let found = COUNT
        .as_ref()
        .and_then(|count| count.captures(heading.raw()))
        .and_then(|found| found.get(1).map(|g| g.range()));
    let count = found.and_then(|range| {
        let printed = heading.part(range.start, range.end);
        let value = integer(&printed.value)?;
        Some(printed.map(|_| value))
    });
    let mut respondents = Vec::new();
    let mut pending: Vec<Printed<String>> = Vec::new();
    for line in lines.iter().skip(1) {
        pending.push(line.printed());
        let Some(whole) = join(&pending) else {
            continue;
        };
        match roster.not_stated_line(&fold(&whole.value)) {
            Some((name, group)) => {
                let mut printed = whole;
                if pending.len() == 1 {
                    let start = line.raw().len() - line.raw().trim_start().len();
                    printed = line.part(start, start + name_bytes(line.raw(), &name));
                }
                printed.value.clone_from(&name);
                printed.text = name;
                respondents.push(NotStatedLine {
                    name: printed,
                    group,
                });
                pending.clear();
            }
            // A long line may wrap once or twice; then it is something else.
            None if pending.len() < 3 => {}
            None => {
                out.unread.extend(pending.drain(..).map(|printed| Unread {
                    printed,
                    what: "answer",
                }));
            }
        }
    }
    out.unread.extend(pending.into_iter().map(|printed| Unread {
        printed,
        what: "answer",
    }));
    match count {
        Some(count) => out.not_stated = Some(NotStated { count, respondents }),
        None => out.unread.push(Unread {
            printed: heading.printed(),
            what: "count",
        }),
    }
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
                    other
                        .texts
                        .iter()
                        .map(|text| squash(&text.value).into_owned())
                        .collect()
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
    layout: Layout,
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
        comment: None,
        places: Vec::new(),
        blank: block.lines.is_empty(),
        certain: block.name.certain && block.lines.iter().all(L::certain),
    };
    match kind {
        Kind::Integer => integer_answer(block, &mut answer, unread),
        Kind::MultipleChoice | Kind::SingleChoice => choices(block, words, layout, &mut answer),
        Kind::Places => answer.places = block.lines.iter().map(L::printed).collect(),
        Kind::Text | Kind::Unknown => text_answer(block, layout, &mut answer),
    }
    answer
}

fn integer_answer(block: &Block<'_>, answer: &mut Answer, unread: &mut Vec<Unread>) {
    let mut rest = block.lines.iter();
    if let Some(line) = rest.next() {
        match after_key(line, INTEGER_KEY).map(figure) {
            Some(Ok(value)) => answer.value = Some(value),
            // A key with nothing after it is a blank.
            Some(Err(printed)) if printed.value.is_empty() => answer.blank = true,
            Some(Err(printed)) => {
                answer.certain = false;
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
    for (index, line) in block.lines.iter().enumerate() {
        let printed = match after_key(line, TEXT_KEY).filter(|_| index == 0 || starts_key(line)) {
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
    answer.text = paragraphs_joined(&paragraphs, &block.lines, layout);
    answer.blank = answer.text.is_none();
}

fn starts_key(line: &L<'_>) -> bool {
    line.text().starts_with("Tekst: ")
}

fn paragraphs_joined(
    parts: &[Printed<String>],
    lines: &[L<'_>],
    layout: Layout,
) -> Option<Printed<String>> {
    let mut joined = join(parts)?;
    if parts.len() == lines.len() {
        let mut text = String::new();
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                let above = index.checked_sub(1).and_then(|above| lines.get(above));
                let goes_on = match (above, lines.get(index)) {
                    (Some(above), Some(line)) => same_paragraph(above, line, layout),
                    _ => true,
                };
                text.push(if goes_on { ' ' } else { '\n' });
            }
            text.push_str(&fold(&part.value));
        }
        joined.value.clone_from(&text);
        joined.text = text;
    }
    Some(joined)
}

fn choices(block: &Block<'_>, words: &mut Vocabulary, layout: Layout, answer: &mut Answer) {
    let mut index = 0;
    let mut comment: Vec<L<'_>> = Vec::new();
    while index < block.lines.len() {
        let rest = block.lines.get(index..).unwrap_or(&[]);
        let known =
            |text: &str| words.options.contains_key(text) || words.aliases.contains_key(text);
        if let Some((count, found)) = longest(rest, known) {
            let option = words.aliases.get(&found).cloned().unwrap_or(found);
            let parts: Vec<_> = rest.iter().take(count).map(L::printed).collect();
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
            let parts: Vec<_> = rest.iter().take(count).map(L::printed).collect();
            answer.own_text = join(&parts);
            index += count;
        } else {
            comment.extend(rest.first());
            index += 1;
        }
    }
    let parts: Vec<_> = comment.iter().map(L::printed).collect();
    answer.comment = paragraphs_joined(&parts, &comment, layout);
}

/// The longest run of lines from the first that, blanks taken out, is something known. A hyphen at
/// the end of a line may be the word's own or the break's.
fn longest(lines: &[L<'_>], known: impl Fn(&str) -> bool) -> Option<(usize, String)> {
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
