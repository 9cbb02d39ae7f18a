//! Patterns without the letters that no common text has: on a common text they match the same.
//!
//! A class such as `\w` has seven hundred ranges, nearly all for letters that no report has ever had.
//! They are left out before the pattern is translated, since folding case and joining classes takes
//! time for each range, and once more after it, where classes were turned into what they lack.

use regex_syntax::ast::{
    Ast, ClassBracketed, ClassPerl, ClassPerlKind, ClassSet, ClassSetBinaryOp, ClassSetItem,
    ClassSetRange, ClassSetUnion, Literal, LiteralKind, Span, parse,
};
use regex_syntax::hir::translate::Translator;
use regex_syntax::hir::{
    Capture, Class, ClassBytes, ClassBytesRange, ClassUnicode, ClassUnicodeRange, Hir, HirKind,
    Repetition,
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

/// Whether a text has no other characters than the common ones.
pub(super) fn is_common(text: &str) -> bool {
    let common = |ch: char| {
        COMMON
            .iter()
            .any(|(first, last)| (*first..=*last).contains(&ch))
    };
    text.is_ascii() || text.chars().all(common)
}

/// Parses a pattern, for [common](is_common) texts alone.
///
/// # Errors
///
/// What is wrong with it, as the crate tells it.
pub(super) fn parsed(text: &str) -> Result<Hir, regex_syntax::Error> {
    let mut ast = parse::Parser::new().parse(text)?;
    narrow(&mut ast);
    Ok(Translator::new().translate(text, &ast)?)
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
        Ast::Repetition(repetition) => narrow(&mut repetition.ast),
        Ast::Group(group) => narrow(&mut group.ast),
        Ast::Alternation(parts) => parts.asts.iter_mut().for_each(narrow),
        Ast::Concat(parts) => parts.asts.iter_mut().for_each(narrow),
        _ => {}
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

/// Whether a pattern has a class that [`narrowed`] makes smaller.
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
pub(super) fn narrowed(parsed: &Hir) -> Cow<'_, Hir> {
    if is_wide(parsed) {
        Cow::Owned(as_bytes(parsed))
    } else {
        Cow::Borrowed(parsed)
    }
}

fn as_bytes(parsed: &Hir) -> Hir {
    let all = |parts: &[Hir]| parts.iter().map(as_bytes).collect();
    match parsed.kind() {
        HirKind::Class(Class::Unicode(class)) if !class.is_ascii() => {
            let class = common(class);
            if class.is_ascii() {
                return Hir::class(Class::Unicode(class));
            }
            // As bytes, for which the compiler needs no cache of half a megabyte.
            bytes_of(&class)
        }
        HirKind::Repetition(repetition) => Hir::repetition(Repetition {
            sub: Box::new(as_bytes(&repetition.sub)),
            ..repetition.clone()
        }),
        HirKind::Capture(capture) => Hir::capture(Capture {
            sub: Box::new(as_bytes(&capture.sub)),
            ..capture.clone()
        }),
        HirKind::Concat(parts) => Hir::concat(all(parts)),
        HirKind::Alternation(parts) => Hir::alternation(all(parts)),
        _ => parsed.clone(),
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
pub(super) fn size(parsed: &Hir) -> usize {
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
            let times = repetition.max.unwrap_or(repetition.min).max(1);
            size(&repetition.sub).saturating_mul(times as usize)
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
            assert!(size(&parsed) >= RANGE * WIDE, "{text}");
            let ranges = format!("{parsed:?}").matches("..=").count();
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
}
