//! Letters that the file does not tell, learned from lines that every report has.
//!
//! Some browsers write a ligature (`tt`, `ti`) as a glyph without characters. The exporter's own lines
//! show what such a glyph is: `Ikke angi?` can only be `Ikke angitt`. In a font that sets none of them,
//! a glyph is what turns several of its words into words of the same report, or into common ones, and no
//! single letter does.

mod common;
mod garbled;
mod ornaments;
mod parts;
mod symbols;
mod words;

pub(super) use self::common::LIGATURES;
use self::common::{Known, LETTERS, Unknown};
use self::words::{
    AGREEING, LONG, Letter, STEM, TELLING, has_stem, place, spelt, vocabulary, words,
};
use super::exporter::PHRASES;
use crate::pdf::{RawDocument, RawGlyph, RawPage, is_untold};
use std::collections::{BTreeMap, BTreeSet};

/// Learns what it can, and puts letters in the place of the glyphs.
pub(super) fn learn(raw: &mut RawDocument) {
    symbols::fold(raw);
    ornaments::hide(raw);
    let mut known = Known::new();
    garbled::learn(raw, &mut known);
    let any = |page: &RawPage| page.glyphs.iter().any(|glyph| is_untold(glyph.ch));
    if !raw.pages.iter().any(any) {
        return;
    }
    let words: Vec<Vec<Letter>> = raw.pages.iter().flat_map(words).collect();
    from_phrases(&words, &mut known);
    from_words(&words, &mut known);
    parts::learn(raw, &mut known);
    if !known.is_empty() {
        for page in &mut raw.pages {
            spell_out(page, &known);
        }
    }
}

/// What the one glyph of a word that is not known must be for the word to be another.
fn solve(word: &[Letter], wanted: &str, known: &Known) -> Option<(Unknown, String)> {
    let mut unknown: Option<Unknown> = None;
    let (mut head, mut tail) = (String::new(), String::new());
    for (ch, font) in word {
        let part = if unknown.is_some() {
            &mut tail
        } else {
            &mut head
        };
        if !is_untold(*ch) {
            part.push(*ch);
        } else if let Some(letters) = known.get(&(*font, *ch)) {
            part.push_str(letters);
        } else if unknown.is_none() {
            unknown = Some((*font, *ch));
        } else {
            return None;
        }
    }
    let between = wanted
        .strip_prefix(head.as_str())?
        .strip_suffix(tail.as_str())?;
    LIGATURES
        .contains(&between)
        .then(|| Some((unknown?, between.to_owned())))?
}

/// What the glyphs of a word that are not known must be, one letter each, for the word to be another. Most
/// of it has to be told.
fn letter_by_letter(word: &[Letter], wanted: &str) -> Option<Vec<(Unknown, String)>> {
    let untold = word.iter().filter(|(ch, _)| is_untold(*ch)).count();
    if 2 * untold > word.len() || word.len() != wanted.chars().count() {
        return None;
    }
    let mut letters: BTreeMap<Unknown, char> = BTreeMap::new();
    for ((ch, font), wanted) in word.iter().zip(wanted.chars()) {
        let fits = if is_untold(*ch) {
            *letters.entry((*font, *ch)).or_insert(wanted) == wanted
        } else {
            *ch == wanted
        };
        if !fits {
            return None;
        }
    }
    let letters = letters.into_iter();
    Some(
        letters
            .map(|(glyph, letter)| (glyph, letter.to_string()))
            .collect(),
    )
}

fn is_whole(word: &[Letter]) -> bool {
    !word.iter().any(|(ch, _)| is_untold(*ch))
}

fn plain(word: &[Letter]) -> String {
    word.iter().map(|(ch, _)| *ch).collect()
}

fn from_phrases(words: &[Vec<Letter>], known: &mut Known) {
    let mut doubted: BTreeSet<Unknown> = BTreeSet::new();
    for phrase in PHRASES {
        let wanted: Vec<&str> = phrase.split(' ').collect();
        for window in words.windows(wanted.len()) {
            let mut solved = Vec::new();
            let fits = window.iter().zip(&wanted).all(|(word, wanted)| {
                if is_whole(word) {
                    return plain(word) == **wanted;
                }
                if let Some(letters) = letter_by_letter(word, wanted) {
                    solved.extend(letters);
                    return true;
                }
                let one = solve(word, wanted, &Known::new());
                let fits = one.is_some();
                solved.extend(one);
                fits
            });
            for (unknown, letters) in solved.into_iter().filter(|_| fits) {
                let before = known.insert(unknown, letters.clone());
                if before.is_some_and(|before| before != letters) {
                    doubted.insert(unknown);
                }
            }
        }
    }
    known.retain(|unknown, _| !doubted.contains(unknown));
}

fn from_words(words: &[Vec<Letter>], known: &mut Known) {
    let vocabulary = vocabulary(words.iter(), known);
    let unknown: BTreeSet<Unknown> = words
        .iter()
        .flatten()
        .filter(|(ch, font)| is_untold(*ch) && !known.contains_key(&(*font, *ch)))
        .map(|(ch, font)| (*font, *ch))
        .collect();
    for glyph in unknown {
        let of_it: Vec<&Vec<Letter>> = words
            .iter()
            .filter(|word| word.iter().any(|(ch, font)| (*font, *ch) == glyph))
            .collect();
        let votes_for = |letters: &str, least: usize| {
            let mut with = known.clone();
            with.insert(glyph, letters.to_owned());
            let of_it = of_it.iter().filter_map(|word| {
                let place = place(word, glyph, &with)?;
                let word = spelt(word, &with)?;
                let fits = vocabulary.contains(&word) || has_stem(&word, letters, place);
                (fits && word.chars().count() >= least).then_some(word)
            });
            let found: BTreeSet<String> = of_it.collect();
            let long = found.iter().filter(|word| word.chars().count() >= LONG);
            found.len() + long.count()
        };
        let mut votes: Vec<(usize, &str)> = LIGATURES
            .into_iter()
            .map(|letters| (votes_for(letters, TELLING), letters))
            .collect();
        votes.sort_by(|a, b| b.cmp(a));
        if let [(most, letters), (second, _), ..] = votes.as_slice()
            && *most >= AGREEING
            && most > &(4 * second)
            && !LETTERS.chars().any(|letter| {
                // It may be one letter of which the file says nothing. Short words have many like them.
                2 * votes_for(letter.encode_utf8(&mut [0; 4]), STEM) >= *most
            })
        {
            known.insert(glyph, (*letters).to_owned());
        }
    }
}

/// Puts letters in the place of known glyphs; they share their width.
#[expect(
    clippy::cast_precision_loss,
    reason = "a few letters share the width of a glyph"
)]
fn spell_out(page: &mut RawPage, known: &Known) {
    let glyphs = std::mem::take(&mut page.glyphs);
    for run in &mut page.runs {
        let old = run.of(&glyphs);
        run.first = u32::try_from(page.glyphs.len()).unwrap_or(u32::MAX);
        for glyph in old {
            let Some(letters) = known.get(&(run.font, glyph.ch)) else {
                page.glyphs.push(*glyph);
                continue;
            };
            let step = (glyph.x1 - glyph.x0) / letters.chars().count().max(1) as f32;
            for (index, ch) in letters.chars().enumerate() {
                let x0 = glyph.x0 + step * index as f32;
                page.glyphs.push(RawGlyph {
                    ch,
                    x0,
                    x1: x0 + step,
                });
            }
        }
        let end = u32::try_from(page.glyphs.len()).unwrap_or(u32::MAX);
        run.count = end.saturating_sub(run.first);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::untold;
    use crate::sample::draw;

    /// A page of words, one run each; `1` and `2` stand for untold glyphs.
    fn document(words: &[(&str, u16)]) -> RawDocument {
        let mut page = RawPage::default();
        let mut x0 = 0.0;
        for (word, font) in words {
            let letters = word.chars();
            let letters = letters.map(|ch| ch.to_digit(10).map_or(ch, untold));
            x0 = draw(&mut page, &letters.collect::<String>(), (x0, 100.0), *font) + 4.0;
        }
        RawDocument {
            pages: vec![page],
            ..RawDocument::default()
        }
    }

    #[test]
    fn a_font_whose_ligatures_are_other_letters_is_told_by_its_words() {
        let given = [
            ("Oûentlig", 1),
            ("Egenünansiering", 1),
            ("Müller", 2),
            ("Stoûag", 1),
        ];
        assert_eq!(told(&given), "OffentligEgenfinansieringMüllerStoffag");
    }

    #[test]
    fn one_word_does_not_make_a_font_garbled() {
        // `flere` is a common word, and one short one proves nothing.
        for given in [[("ýere", 1), ("Müller", 1)], [("Zürich", 1), ("Müller", 1)]] {
            assert_eq!(told(&given), given.map(|(word, _)| word).concat());
        }
    }

    #[test]
    fn what_the_words_of_a_garbled_font_do_not_tell_stays_untold() {
        // Nothing says whether it is `ffi`; and the name has its letter in another font.
        for word in ["Traþk", "Müller"] {
            let told = told(&[("Oûentlig", 1), ("ünne", 1), (word, 1), ("Müller", 2)]);
            assert!(told.chars().any(is_untold), "{told}");
            assert!(
                told.starts_with("Offentlig") && told.ends_with("Müller"),
                "{told}"
            );
        }
    }

    fn text(raw: &RawDocument) -> String {
        raw.pages[0].glyphs.iter().map(|glyph| glyph.ch).collect()
    }

    /// What words say when all is learned.
    fn told(words: &[(&str, u16)]) -> String {
        let mut raw = document(words);
        learn(&mut raw);
        text(&raw)
    }

    #[test]
    fn the_exporters_own_lines_teach_ligatures() {
        let mut raw = document(&[("Ikke", 0), ("angi1", 0), ("de1e", 0)]);
        learn(&mut raw);
        assert_eq!(text(&raw), "Ikkeangittdette");
    }

    #[test]
    fn the_exporters_own_lines_teach_letters() {
        let words = [("I11e", 0), ("angitt", 0), ("Ny1ir1e", 0)];
        assert_eq!(told(&words), "IkkeangittNykirke");
        // Another glyph may be another letter, and hardly anything told tells nothing.
        assert!(told(&[("I12e", 0), ("angitt", 0), ("1o1", 0)]).ends_with("kok"));
        assert!(told(&[("1234", 0), ("angitt", 0)]).starts_with(untold(1)));
        assert!(told(&[("I11e", 0), ("oppgitt", 0)]).contains(untold(1)));
    }

    #[test]
    fn words_of_the_report_teach_those_of_another_font() {
        let mut raw = document(&[
            ("Ikke", 0),
            ("angi1", 0),
            ("de1e", 0),
            ("sa1e", 0),
            ("de2e", 1),
            ("sa2e", 1),
            ("ski2en", 1),
        ]);
        learn(&mut raw);
        assert!(text(&raw).ends_with("dettesatteskitten"));
    }

    #[test]
    fn a_long_word_and_the_end_of_a_compound_teach_as_well() {
        assert_eq!(told(&[("re1gheter", 0)]), "rettigheter");
        assert_eq!(told(&[("kompetanse1ltak", 0)]), "kompetansetiltak");
        // `ufjordringer` is no word, though `fjord` stands in it.
        assert_eq!(
            told(&[("u1ordringer", 0), ("u1ordrer", 0)]),
            "utfordringerutfordrer"
        );
        let short = [("fjord", 0), ("u1ordrende", 0)];
        assert!(told(&short).contains(untold(1)), "nothing else says so");
    }

    #[test]
    fn one_letter_that_is_untold_is_no_ligature() {
        // `fjord` stands in the name, and not where the glyph is.
        let name = [("Fjordgl1tt", 0), ("Fjordgl1tts", 0), ("m1te", 0)];
        assert!(told(&name).contains(untold(1)));
        // It might be `tt`, but `k` makes words of the report of as many.
        let words = [
            ("si1er", 0),
            ("ne1er", 0),
            ("siker", 1),
            ("neker", 1),
            ("skole", 1),
            ("s1ole", 0),
            ("sitter", 1),
            ("netter", 1),
        ];
        assert!(told(&words).contains(untold(1)), "{}", told(&words));
    }

    #[test]
    fn another_part_of_a_font_has_the_same_glyphs() {
        let fonts = |names: [&str; 2]| {
            let mut raw = document(&[("Ikke", 0), ("angi1", 0), ("Be2", 1), ("x3x", 1)]);
            raw.fonts = names
                .map(|name| crate::pdf::RawFont {
                    name: Some(name.to_owned()),
                    bold: None,
                })
                .to_vec();
            let wide = raw.pages[0].glyphs.len() - 2;
            raw.pages[0].glyphs[wide].x1 += 1.0;
            learn(&mut raw);
            text(&raw)
        };
        let third = untold(3);
        let same = fonts(["AAAAAA+Lato", "BBBBBB+Lato"]);
        assert_eq!(same, format!("IkkeangittBettx{third}x"), "another is wider");
        let other = fonts(["AAAAAA+Lato", "BBBBBB+Lato-Bold"]);
        assert!(other.contains(untold(2)));
    }

    #[test]
    fn one_word_teaches_nothing() {
        let mut raw = document(&[("dette", 0), ("de2e", 1)]);
        let before = raw.clone();
        learn(&mut raw);
        assert_eq!(raw, before);
    }
}
