//! From glyphs to words: spaced letters, justified text, characters that say nothing, letters that
//! the file does not tell, and words behind the page.

#![expect(
    clippy::unwrap_used,
    reason = "in a test a panic is the failure it reports"
)]

use dekom_lint::pdf::{
    Hayro, Limits, RawDocument, RawFont, RawGlyph, RawPage, RawRun, Reader as _,
};
use dekom_lint::report::Report;
use dekom_lint::text::{Page, assemble};
use unicode_normalization::UnicodeNormalization as _;

use crate::files;
use crate::press::{ENDING, asked, begun, names};

/// Every letter of these tests is half as wide as the type is high.
const WIDTH: f32 = 0.5;

/// Adds a run: each letter moves the pen by its width and `spacing`, in sizes.
fn run(page: &mut RawPage, text: &str, x: f32, y: f32, size: f32, spacing: f32) -> f32 {
    let first = u32::try_from(page.glyphs.len()).unwrap();
    let mut pen = x;
    for ch in text.chars() {
        page.glyphs.push(RawGlyph {
            ch,
            x0: pen,
            x1: pen + WIDTH * size,
        });
        pen += (WIDTH + spacing) * size;
    }
    page.runs.push(RawRun {
        first,
        count: u32::try_from(text.chars().count()).unwrap(),
        y,
        size,
        font: 0,
    });
    pen
}

/// Draws each letter by itself.
fn letter_by_letter(page: &mut RawPage, text: &str, x: f32, y: f32, spacing: f32) {
    let mut pen = x;
    for ch in text.chars() {
        pen = run(page, &ch.to_string(), pen, y, 10.0, spacing);
    }
}

fn blank_page() -> RawPage {
    RawPage {
        width: 595.0,
        height: 842.0,
        ..RawPage::default()
    }
}

fn pages(pages: Vec<RawPage>) -> Vec<Page> {
    let fonts = vec![RawFont::default()];
    assemble(RawDocument { pages, fonts }).pages
}

fn read(page: RawPage) -> Page {
    pages(vec![page]).remove(0)
}

#[test]
fn spaced_letters_are_words() {
    for spacing in [0.1, 0.2, 0.28] {
        let mut page = blank_page();
        letter_by_letter(&mut page, "Kommune (Offentlig)", 50.0, 100.0, spacing);
        letter_by_letter(&mut page, "(6 Svar)", 50.0, 140.0, spacing);
        run(&mut page, "Skole (Privat)", 50.0, 180.0, 10.0, spacing);
        assert_eq!(
            read(page).text,
            "Kommune (Offentlig)\n(6 Svar)\nSkole (Privat)\n",
            "{spacing}"
        );
    }
}

#[test]
fn letters_spaced_by_what_parts_words_are_words_however_it_is_rounded() {
    let mut page = blank_page();
    run(&mut page, "Kommune (Offentlig)", 50.0, 100.0, 10.0, 0.159);
    for glyph in page.glyphs.iter_mut().skip(1).step_by(4) {
        glyph.x0 += 0.04;
    }
    assert_eq!(read(page).text, "Kommune (Offentlig)\n");
}

#[test]
fn marks_over_letters_may_be_drawn_twice_with_them() {
    let mut page = blank_page();
    for aside in [0.0, 0.4] {
        for (letter, x) in [("ra", 50.0), ("\u{30a}", 60.0), ("det", 60.0)] {
            run(&mut page, letter, x + aside, 100.0, 10.0, 0.0);
            if letter == "\u{30a}" {
                page.glyphs.last_mut().unwrap().x1 = x + aside;
            }
        }
    }
    let text: String = read(page).text.nfc().collect();
    assert_eq!(text, "rådet\n");
}

#[test]
fn spaced_words_without_blanks_are_parted_by_their_gaps() {
    let mut page = blank_page();
    for (word, x) in [("Kommune", 50.0), ("og", 101.5), ("fylke", 118.0)] {
        letter_by_letter(&mut page, word, x, 100.0, 0.2);
    }
    assert_eq!(read(page).text, "Kommune og fylke\n");
}

#[test]
fn cells_of_one_letter_stay_apart() {
    let mut page = blank_page();
    for (index, x) in [50.0, 90.0, 130.0, 170.0, 210.0, 250.0].iter().enumerate() {
        run(&mut page, &index.to_string(), *x, 100.0, 10.0, 0.0);
    }
    assert_eq!(read(page).text, "0  1  2  3  4  5\n");
    // Words drawn whole, with no blank between them.
    let mut page = blank_page();
    let mut pen = 50.0;
    for word in ["det", "er", "et", "to", "av", "en", "tre", "fem"] {
        pen = run(&mut page, word, pen, 100.0, 10.0, 0.0) + 2.5;
    }
    assert_eq!(read(page).text, "det er et to av en tre fem\n");
}

#[test]
fn a_blank_that_is_stretched_parts_no_cells() {
    let line = |blanks: &str| {
        let mut page = blank_page();
        run(&mut page, &format!("ett{blanks}to"), 50.0, 100.0, 10.0, 0.0);
        for glyph in page.glyphs.iter_mut().rev().take(2) {
            glyph.x0 += 12.0;
            glyph.x1 += 12.0;
        }
        read(page).lines[0].cells.len()
    };
    assert_eq!(line(" "), 1);
    assert_eq!(line("  "), 2);
}

#[test]
fn what_is_no_letter_parts_nothing() {
    for nothing in ['\u{200b}', '\u{200d}', '\u{2060}', '\u{feff}', '\u{ad}'] {
        let mut page = blank_page();
        run(
            &mut page,
            &format!("Kom{nothing}mune"),
            50.0,
            100.0,
            10.0,
            0.0,
        );
        let page = read(page);
        assert_eq!(page.text, "Kommune\n", "{nothing:?}");
        assert!(page.lines[0].cells[0].words[0].certain);
    }
}

#[test]
fn hyphens_stay_as_printed() {
    let mut page = blank_page();
    run(
        &mut page,
        "Fauske\u{2010}Fuosko\u{2011}a",
        50.0,
        100.0,
        10.0,
        0.0,
    );
    assert_eq!(read(page).text, "Fauske\u{2010}Fuosko\u{2011}a\n");
}

#[test]
fn a_soft_hyphen_between_two_words_is_a_dash() {
    let mut page = blank_page();
    let text = "RKK Sør\u{ad}Lia \u{ad} Privat/Skole";
    run(&mut page, text, 50.0, 100.0, 10.0, 0.0);
    run(&mut page, "utdan\u{ad}", 50.0, 200.0, 10.0, 0.0);
    assert_eq!(read(page).text, "RKK SørLia - Privat/Skole\nutdan\n");
}

#[test]
fn letters_that_nothing_tells_are_counted_by_font() {
    for untold in [
        '\u{fffd}',
        '\u{e001}',
        '\u{f8ff}',
        '\0',
        '\u{85}',
        '\u{7f}',
        '\u{f0041}',
    ] {
        if untold.is_whitespace() {
            continue;
        }
        let mut page = blank_page();
        run(&mut page, &format!("4{untold}"), 50.0, 100.0, 10.0, 0.0);
        run(&mut page, "5", 50.0, 200.0, 10.0, 0.0);
        let page = read(page);
        assert_eq!(page.text, "4\u{fffd}\n5\n", "{untold:?}");
        assert!(!page.lines[0].cells[0].words[0].certain);
        assert!(page.lines[1].cells[0].words[0].certain);
        assert_eq!(page.unknown, [(String::new(), 1)]);
    }
}

#[test]
fn a_watermark_breaks_no_line() {
    let page = |mark: bool| {
        let mut page = blank_page();
        if mark {
            run(&mut page, "UTKAST 2025", 100.0, 418.0, 60.0, 0.0);
        }
        for line in 0..30_u8 {
            let y = 200.0 + 15.0 * f32::from(line);
            run(&mut page, "Summen av svarene er 43", 50.0, y, 10.0, 0.0);
        }
        page
    };
    let read = pages(vec![page(true), page(true), page(false), page(true)]);
    assert!(
        read.iter()
            .all(|page| page.text == "Summen av svarene er 43\n".repeat(30))
    );
    let furniture: Vec<u32> = read.iter().map(|page| page.furniture).collect();
    assert_eq!(furniture, [11, 11, 0, 11]);
    // A large title on one page is read.
    let read = pages(vec![page(true), page(false), page(false), page(false)]);
    assert!(read[0].text.contains("UTKAST 2025"));
}

/// Reads one page both ways.
fn both(bytes: &[u8]) -> String {
    let limits = Limits::default();
    let text = |draw_all| {
        let raw = Hayro { draw_all }.read(bytes, "", &limits).unwrap();
        assemble(raw).pages.remove(0).text
    };
    let quick = text(false);
    assert_eq!(quick, text(true));
    quick
}

/// A page in a font whose code A is told as `letters` (in hexadecimal), and B as U+FFFD.
fn page(letters: &str, content: &str) -> Vec<u8> {
    let map = format!(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange <00> <FF> endcodespacerange\n2 beginbfchar <41> <{letters}> <42> <FFFD> endbfchar\nendcmap end end"
    );
    let font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>";
    files::one_page(
        "/Font << /F 5 0 R >> /Properties << /P << /ActualText (ti) >> >>",
        files::stream("", content.as_bytes()),
        vec![font.as_bytes().to_vec(), files::stream("", map.as_bytes())],
    )
}

#[test]
fn ligatures_are_letters() {
    let word = "BT /F 12 Tf 50 700 Td (poliAkk) Tj ET";
    assert_eq!(both(&page("74006900", word)), "politikk\n");
    assert_eq!(both(&page("00740069", word)), "politikk\n");
    assert_eq!(both(&page("FB01", word)), "polifikk\n");
}

#[test]
fn the_actual_text_tells_of_letters_that_nothing_else_tells_of() {
    let spelled = |properties: &str, shown: &str| {
        let content =
            format!("BT /F 12 Tf 50 700 Td (a) Tj /Span {properties} BDC {shown} EMC (kk) Tj ET");
        both(&page("0041", &content))
    };
    assert_eq!(
        spelled("<< /ActualText (politi) >>", "(poliB) Tj"),
        "apolitikk\n"
    );
    assert_eq!(
        spelled("<< /ActualText <FEFF00740069> >>", "(B) Tj"),
        "atikk\n"
    );
    assert_eq!(spelled("/P", "(B) Tj"), "atikk\n");
    // Neither where it is not plain which letters it is, nor against what is printed.
    assert_eq!(spelled("<< /ActualText (x-) >>", "(B) Tj"), "a\u{fffd}kk\n");
    assert_eq!(
        spelled("<< /ActualText (xtixx) >>", "(pB) Tj"),
        "ap\u{fffd}kk\n"
    );
    assert_eq!(spelled("<< /ActualText (33) >>", "(43) Tj"), "a43kk\n");
    // A blank that is drawn for a zero-width space.
    assert_eq!(
        spelled("<< /ActualText <FEFF200B> >>", "( ) Tj 6.672 0 Td"),
        "akk\n"
    );
}

#[test]
fn a_name_that_is_blackened_leaves_its_question_open() {
    let read = |name: &str| {
        let mut press = begun("Vik kommune", ENDING);
        asked(&mut press, "Hva heter dere?", "Vik kommune");
        asked(&mut press, "Hva gjør dere?", name);
        asked(&mut press, "Hva vil dere?", "Vik kommune");
        press.read()
    };
    let whole = |report: Report| -> Vec<bool> {
        let questions = report.questions.iter();
        questions.map(|question| question.complete).collect()
    };
    assert_eq!(whole(read("Vik kommune")), [true, true, true]);
    let black = "\u{fffd}".repeat(11);
    assert_eq!(whole(read(&black)), [true, false, true]);
}

#[test]
fn a_name_with_letters_that_nothing_tells_is_the_one_that_it_can_be() {
    let mut press = begun("Vi\u{fffd} \u{fffd}ommune", ENDING);
    for title in ["Hva heter dere?", "Hva gjør dere?", "Hva vil dere?"] {
        asked(&mut press, title, "Vik kommune");
    }
    let report = press.read();
    let named: Vec<&str> = report
        .respondents
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(named.len(), 4, "{named:?}");
    assert!(
        report
            .questions
            .iter()
            .all(|question| names(question).len() == 4)
    );
}
