//! Patterns without the letters that no common text has: on a common text they match the same.
//!
//! A class such as `\w` has seven hundred ranges, nearly all for letters that no report has ever had.
//! They are left out before the pattern is translated, since folding case and joining classes takes
//! time for each range, and once more after it, where classes were turned into what they lack. And a
//! pattern that is blind to case is one of small letters, for a text that is [made small](small):
//! each letter a byte, and not a class of two.

use regex_syntax::ast::{
    Ast, ClassBracketed, ClassPerl, ClassPerlKind, ClassSet, ClassSetBinaryOp, ClassSetItem,
    ClassSetRange, ClassSetUnion, Flag, FlagsItemKind, Literal, LiteralKind, Span, parse,
};
use regex_syntax::hir::translate::Translator;
use regex_syntax::hir::{
    Class, ClassBytes, ClassBytesRange, ClassUnicode, ClassUnicodeRange, Hir, HirKind,
};
use regex_syntax::utf8::Utf8Sequences;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The characters that are common: Latin letters with their marks, and the dashes, quotes and signs
/// of typography. Without the long s and the sign of kelvin, which are another case of `s` and `k`,
/// these are bytes as all other letters of the alphabet.
const COMMON: [(char, char); 2] = [('\0', '\u{17e}'), ('\u{2000}', '\u{20cf}')];

/// How many ranges `\w` has in all of Unicode, about.
const WIDE: usize = 740;

/// A class of so many ranges was `\w` before it was narrowed, or has it in it.
const LEAST_OF_WIDE: usize = 12;

/// Bytes that a range of a class takes when compiled, about.
const RANGE: usize = 24;

/// What is repeated more often than that is compiled to know how large it is.
const FEW: usize = 20;

/// So many times as large as thought may a class be that was narrowed or made small.
const LARGEST: usize = 200;

/// Whether a text has no other characters than the common ones.
pub(super) fn is_common(text: &str) -> bool {
    let common = |ch: char| {
        COMMON
            .iter()
            .any(|(first, last)| (*first..=*last).contains(&ch))
    };
    text.is_ascii() || text.chars().all(common)
}

/// A pattern for [common](is_common) texts alone.
#[derive(Debug)]
pub(super) struct Parsed {
    /// What it matches, its classes as bytes where they are not ASCII.
    pub(super) hir: Hir,
    /// Whether it is for texts that were [made small](small).
    pub(super) blind_to_case: bool,
    /// About how many bytes it takes when it is compiled for all letters.
    pub(super) size: usize,
}

/// Parses a pattern.
///
/// # Errors
///
/// What is wrong with it, as the crate tells it.
pub(super) fn parsed(text: &str) -> Result<Parsed, String> {
    let parsed = parse::Parser::new().parse(text);
    let mut ast = parsed.map_err(|error| error.to_string())?;
    let blind_to_case = is_blind_to_case(&ast);
    if blind_to_case {
        make_small(&mut ast);
    }
    narrow(&mut ast);
    let (hir, blind_to_case) = if let Ok(hir) = Translator::new().translate(text, &ast) {
        (hir, blind_to_case)
    } else {
        // Where letters are switched off, a class of them is a mistake that nobody wrote.
        let hir = regex_syntax::parse(text).map_err(|error| error.to_string())?;
        (hir, false)
    };
    Ok(Parsed {
        size: size(&hir),
        hir: as_bytes(hir),
        blind_to_case,
    })
}

/// A common text with its capitals as small letters: two are the same where they are another case
/// of each other.
pub(super) fn small(text: &str) -> Cow<'_, str> {
    let is_small = |ch: char| ch.is_ascii() || small_letter(ch) == ch;
    if !text.is_ascii() && !text.chars().all(is_small) {
        Cow::Owned(text.chars().map(small_letter).collect())
    } else if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(text.to_ascii_lowercase())
    } else {
        Cow::Borrowed(text)
    }
}

/// The small letter of a capital, where it is one letter.
fn small_letter(ch: char) -> char {
    if ch.is_ascii() {
        return ch.to_ascii_lowercase();
    }
    let mut small = ch.to_lowercase();
    match (small.next(), small.next()) {
        (Some(one), None) => one,
        _ => ch,
    }
}

/// Whether all letters from one to another are common: the other case of one that is not may be.
fn stays_common(first: char, last: char) -> bool {
    let holds =
        |(from, to): &(char, char)| (from..=to).contains(&&first) && (from..=to).contains(&&last);
    COMMON.iter().any(holds)
}

/// Whether all of a pattern is blind to case, and has nothing that is hard to make small. Flags hold
/// to the end of their group, behind a bar as well.
fn is_blind_to_case(ast: &Ast) -> bool {
    match ast {
        Ast::Concat(all) => match all.asts.split_first() {
            Some((Ast::Flags(set), rest)) => {
                set.flags.flag_state(Flag::CaseInsensitive) == Some(true)
                    && set.flags.flag_state(Flag::Unicode) != Some(false)
                    && rest.iter().all(is_easily_small)
            }
            _ => false,
        },
        Ast::Alternation(parts) => match parts.asts.split_first() {
            Some((first, rest)) => is_blind_to_case(first) && rest.iter().all(is_easily_small),
            None => false,
        },
        _ => false,
    }
}

fn is_easily_small(ast: &Ast) -> bool {
    match ast {
        Ast::Literal(letter) => stays_common(letter.c, letter.c),
        Ast::Flags(_) | Ast::ClassUnicode(_) => false,
        Ast::Group(group) => {
            let plain = group.flags().is_none_or(|flags| flags.items.is_empty());
            plain && is_easily_small(&group.ast)
        }
        Ast::Repetition(repetition) => is_easily_small(&repetition.ast),
        Ast::Alternation(parts) => parts.asts.iter().all(is_easily_small),
        Ast::Concat(parts) => parts.asts.iter().all(is_easily_small),
        Ast::ClassBracketed(class) => match &class.kind {
            ClassSet::Item(item) => is_easily_small_item(item),
            ClassSet::BinaryOp(_) => false,
        },
        _ => true,
    }
}

fn is_easily_small_item(item: &ClassSetItem) -> bool {
    match item {
        ClassSetItem::Ascii(_) | ClassSetItem::Unicode(_) | ClassSetItem::Bracketed(_) => false,
        ClassSetItem::Union(union) => union.items.iter().all(is_easily_small_item),
        ClassSetItem::Literal(letter) => stays_common(letter.c, letter.c),
        ClassSetItem::Range(range) => stays_common(range.start.c, range.end.c),
        _ => true,
    }
}

/// What a part of a pattern is made of.
fn inner(ast: &mut Ast) -> &mut [Ast] {
    match ast {
        Ast::Repetition(repetition) => std::slice::from_mut(&mut repetition.ast),
        Ast::Group(group) => std::slice::from_mut(&mut group.ast),
        Ast::Alternation(parts) => &mut parts.asts,
        Ast::Concat(parts) => &mut parts.asts,
        _ => &mut [],
    }
}

/// Takes the blindness to case out of a pattern: its letters are small instead.
fn make_small(ast: &mut Ast) {
    match ast {
        Ast::Flags(set) => {
            let blind = FlagsItemKind::Flag(Flag::CaseInsensitive);
            set.flags.items.retain(|item| item.kind != blind);
        }
        Ast::Literal(letter) => letter.c = small_letter(letter.c),
        Ast::ClassBracketed(class) => {
            if let ClassSet::Item(item) = &mut class.kind {
                add_small(item);
            }
        }
        _ => inner(ast).iter_mut().for_each(make_small),
    }
}

/// Adds to a part of a class the small letters of its capitals.
fn add_small(item: &mut ClassSetItem) {
    match item {
        ClassSetItem::Literal(letter) => letter.c = small_letter(letter.c),
        ClassSetItem::Range(range) => {
            let span = range.span;
            let of_common = |(first, last): (char, char)| {
                let (first, last) = (first.max(range.start.c), last.min(range.end.c));
                (first..=last).map(small_letter)
            };
            let small = COMMON.into_iter().flat_map(of_common);
            let small = small.filter(|ch| !(range.start.c..=range.end.c).contains(ch));
            let small = small.map(|ch| ClassSetItem::Literal(literal(span, ch)));
            let items = [ClassSetItem::Range(range.clone())]
                .into_iter()
                .chain(small);
            let items = items.collect();
            *item = ClassSetItem::Union(ClassSetUnion { span, items });
        }
        ClassSetItem::Union(union) => union.items.iter_mut().for_each(add_small),
        _ => {}
    }
}

/// Leaves out of each `\w`, `\d` and `\s` of a pattern what is not common. Their opposites stay: what
/// they lack in the end is common as well.
fn narrow(ast: &mut Ast) {
    match ast {
        Ast::ClassPerl(class) if !class.negated => {
            let kind = ClassSet::Item(narrow_class(class));
            *ast = Ast::class_bracketed(ClassBracketed {
                span: class.span,
                negated: false,
                kind,
            });
        }
        Ast::ClassBracketed(class) => narrow_set(&mut class.kind),
        _ => inner(ast).iter_mut().for_each(narrow),
    }
}

fn narrow_set(set: &mut ClassSet) {
    match set {
        ClassSet::Item(item) => narrow_item(item),
        ClassSet::BinaryOp(ClassSetBinaryOp { lhs, rhs, .. }) => {
            narrow_set(lhs);
            narrow_set(rhs);
        }
    }
}

fn narrow_item(item: &mut ClassSetItem) {
    match item {
        ClassSetItem::Perl(class) if !class.negated => *item = narrow_class(class),
        ClassSetItem::Bracketed(class) => narrow_set(&mut class.kind),
        ClassSetItem::Union(union) => union.items.iter_mut().for_each(narrow_item),
        _ => {}
    }
}

/// What of `\w`, `\d` or `\s` is common.
fn narrow_class(class: &ClassPerl) -> ClassSetItem {
    static WORD: OnceLock<Vec<(char, char)>> = OnceLock::new();
    static DIGIT: OnceLock<Vec<(char, char)>> = OnceLock::new();
    static SPACE: OnceLock<Vec<(char, char)>> = OnceLock::new();
    let (known, text) = match class.kind {
        ClassPerlKind::Word => (&WORD, r"\w"),
        ClassPerlKind::Digit => (&DIGIT, r"\d"),
        ClassPerlKind::Space => (&SPACE, r"\s"),
    };
    let ranges = known.get_or_init(|| match regex_syntax::parse(text).map(Hir::into_kind) {
        Ok(HirKind::Class(Class::Unicode(all))) => {
            let own = common(&all);
            own.iter()
                .map(|range| (range.start(), range.end()))
                .collect()
        }
        _ => Vec::new(),
    });
    let span = class.span;
    let items = ranges.iter().map(|(start, end)| {
        ClassSetItem::Range(ClassSetRange {
            span,
            start: literal(span, *start),
            end: literal(span, *end),
        })
    });
    ClassSetItem::Union(ClassSetUnion {
        span,
        items: items.collect(),
    })
}

fn literal(span: Span, c: char) -> Literal {
    Literal {
        span,
        kind: LiteralKind::Verbatim,
        c,
    }
}

/// Whether a pattern has a class that [`as_bytes`] changes.
fn is_wide(parsed: &Hir) -> bool {
    match parsed.kind() {
        HirKind::Class(Class::Unicode(class)) => !class.is_ascii(),
        HirKind::Repetition(repetition) => is_wide(&repetition.sub),
        HirKind::Capture(capture) => is_wide(&capture.sub),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => parts.iter().any(is_wide),
        _ => false,
    }
}

/// A pattern with no class that is not common, each as bytes where it is not ASCII.
fn as_bytes(parsed: Hir) -> Hir {
    if !is_wide(&parsed) {
        return parsed;
    }
    let all = |parts: Vec<Hir>| parts.into_iter().map(as_bytes).collect();
    match parsed.into_kind() {
        HirKind::Class(Class::Unicode(class)) => {
            let class = common(&class);
            if class.is_ascii() {
                return Hir::class(Class::Unicode(class));
            }
            // As bytes, for which the compiler needs no cache of half a megabyte.
            bytes_of(&class)
        }
        HirKind::Repetition(mut repetition) => {
            *repetition.sub = as_bytes(*repetition.sub);
            Hir::repetition(repetition)
        }
        HirKind::Capture(mut capture) => {
            *capture.sub = as_bytes(*capture.sub);
            Hir::capture(capture)
        }
        HirKind::Concat(parts) => Hir::concat(all(parts)),
        HirKind::Alternation(parts) => Hir::alternation(all(parts)),
        HirKind::Empty => Hir::empty(),
        HirKind::Look(look) => Hir::look(look),
        HirKind::Literal(literal) => Hir::literal(literal.0),
        HirKind::Class(class) => Hir::class(class),
    }
}

/// What of a class is [common](is_common). Most of its ranges come after, and are not looked at.
fn common(class: &ClassUnicode) -> ClassUnicode {
    let clipped = COMMON.into_iter().flat_map(|(first, last)| {
        let ranges = class.iter().skip_while(move |range| range.end() < first);
        let ranges = ranges.take_while(move |range| range.start() <= last);
        ranges.map(move |r| ClassUnicodeRange::new(r.start().max(first), r.end().min(last)))
    });
    ClassUnicode::new(clipped)
}

/// A class of characters as byte sequences, those with the same first bytes as one.
fn bytes_of(class: &ClassUnicode) -> Hir {
    let mut lasts: BTreeMap<Vec<(u8, u8)>, Vec<ClassBytesRange>> = BTreeMap::new();
    let sequences = class
        .iter()
        .flat_map(|range| Utf8Sequences::new(range.start(), range.end()));
    for sequence in sequences {
        let ranges = sequence.as_slice().iter();
        let mut firsts: Vec<_> = ranges.map(|range| (range.start, range.end)).collect();
        if let Some((start, end)) = firsts.pop() {
            let last = ClassBytesRange::new(start, end);
            lasts.entry(firsts).or_default().push(last);
        }
    }
    let alternatives = lasts.into_iter().map(|(firsts, lasts)| {
        let firsts = firsts.into_iter().map(|(start, end)| {
            let range = ClassBytesRange::new(start, end);
            Hir::class(Class::Bytes(ClassBytes::new([range])))
        });
        let last = Hir::class(Class::Bytes(ClassBytes::new(lasts)));
        Hir::concat(firsts.chain([last]).collect())
    });
    Hir::alternation(alternatives.collect())
}

/// About how many bytes the pattern takes when it is compiled for all letters.
fn size(parsed: &Hir) -> usize {
    let all = |parts: &[Hir]| parts.iter().map(size).fold(RANGE, usize::saturating_add);
    match parsed.kind() {
        HirKind::Empty | HirKind::Look(_) => RANGE,
        HirKind::Literal(literal) => RANGE * literal.0.len(),
        HirKind::Class(Class::Unicode(class)) => match class.ranges().len() {
            few @ ..LEAST_OF_WIDE => RANGE * few,
            many => RANGE * many.max(WIDE),
        },
        HirKind::Class(Class::Bytes(class)) => RANGE * class.ranges().len(),
        HirKind::Capture(capture) => size(&capture.sub),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => all(parts),
        HirKind::Repetition(repetition) => {
            let times = repetition.max.unwrap_or(repetition.min).max(1) as usize;
            // A class that was left out of this one is there again so often.
            let all = if times > FEW { LARGEST } else { 1 };
            size(&repetition.sub).saturating_mul(times * all)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_has_the_letters_that_are_common() {
        for text in [r"\w", r"[\w-]", r"(?i)[\s\w]", r"(a|\w)+?"] {
            let parsed = parsed(text).unwrap();
            assert!(parsed.size >= RANGE * WIDE, "{text}");
            let ranges = format!("{:?}", parsed.hir).matches("..=").count();
            assert!(ranges < 40, "{text}: {ranges}");
        }
    }

    #[test]
    fn what_is_not_common_is_told() {
        assert!(is_common("Ås – 12 €"));
        for text in ["\u{17f}", "\u{212a}", "→", "Ваня"] {
            assert!(!is_common(text), "{text}");
        }
    }

    #[test]
    fn letters_are_the_same_when_made_small_where_they_are_another_case_of_each_other() {
        let all = || COMMON.into_iter().flat_map(|(first, last)| first..=last);
        for ch in all() {
            let text = format!("(?i){}", regex_syntax::escape(&ch.to_string()));
            let pattern = regex::Regex::new(&text).unwrap();
            let letter = small_letter(ch);
            for other in all().filter(|other| small_letter(*other) == letter) {
                assert!(pattern.is_match(&other.to_string()), "{ch:?} {other:?}");
            }
            let others = all().filter(|other| small_letter(*other) != letter);
            assert!(!pattern.is_match(&others.collect::<String>()), "{ch:?}");
        }
    }

    #[test]
    fn a_pattern_that_is_blind_to_case_has_small_letters() {
        for text in [r"(?i)Ås\b|[A-ZÆ]x", r"(?xi) ( ås | \d{2} Kr )", "(?i)[^Å]"] {
            assert!(parsed(text).unwrap().blind_to_case, "{text}");
        }
        for text in [
            "ås",
            "x(?i)a",
            "(?i)a(?-i)b",
            r"(?i)\p{Lu}",
            "(?i)[A--B]",
            "(?i)(?-i:A)",
        ] {
            assert!(!parsed(text).unwrap().blind_to_case, "{text}");
        }
    }
}
