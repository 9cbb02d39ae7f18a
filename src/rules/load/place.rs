//! Places inside the texts of rule files.

use std::ops::Range;

/// Where the bytes `part` of a text stand in the file, given the place of the text's literal.
///
/// A literal may hold escapes (`\"` is one byte of the text and two of the file), and a multi-line
/// one loses its first line feed and what follows a backslash at the end of a line.
pub(super) fn inside(source: &str, literal: &Range<usize>, part: &Range<usize>) -> Range<usize> {
    let raw = source.get(literal.clone()).unwrap_or("");
    let offsets = offsets(raw);
    let at = |position: usize| {
        let last = offsets.last().copied().unwrap_or(0);
        literal.start + offsets.get(position).copied().unwrap_or(last)
    };
    let start = at(part.start);
    start..at(part.end).max(start)
}

/// For each byte of the text that a literal stands for, and for its end, the byte of the literal.
fn offsets(raw: &str) -> Vec<usize> {
    let (open, escapes) = match raw {
        _ if raw.starts_with("\"\"\"") => (3, true),
        _ if raw.starts_with("'''") => (3, false),
        _ if raw.starts_with('"') => (1, true),
        _ => (1, false),
    };
    let end = raw.len().saturating_sub(open);
    let mut offsets = Vec::new();
    let mut at = open;
    let rest = |at: usize| raw.get(at..end).unwrap_or("");
    if open == 3 {
        at += rest(at).len() - rest(at).trim_start_matches('\r').len();
        at += usize::from(rest(at).starts_with('\n'));
    }
    while let Some(c) = rest(at).chars().next() {
        let (taken, given) = if escapes && c == '\\' {
            escape(rest(at))
        } else {
            (c.len_utf8(), c.len_utf8())
        };
        for k in 0..given {
            offsets.push(if taken == given { at + k } else { at });
        }
        at += taken;
    }
    offsets.push(at);
    offsets
}

/// How many bytes an escape takes, and how many it stands for.
fn escape(text: &str) -> (usize, usize) {
    let mut chars = text.chars().skip(1);
    match chars.next() {
        Some(c @ ('u' | 'U' | 'x')) => {
            let digits = match c {
                'x' => 2,
                'u' => 4,
                _ => 8,
            };
            let code: String = chars.take(digits).collect();
            let value = u32::from_str_radix(&code, 16).ok().and_then(char::from_u32);
            (2 + code.len(), value.map_or(0, char::len_utf8))
        }
        Some(c) if c.is_whitespace() => {
            let after = text.get(1..).unwrap_or("");
            (1 + after.len() - after.trim_start().len(), 0)
        }
        Some(c) => (1 + c.len_utf8(), 1),
        None => (1, 0),
    }
}
