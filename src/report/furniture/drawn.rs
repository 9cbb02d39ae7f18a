//! Pages of a report as they are drawn, for the tests of this room.

use crate::pdf::{RawDocument, RawFont, RawPage};
use crate::sample::draw;
use crate::text::{Document, assemble};

/// A text at (x, y), in type of 10 points.
pub(super) type Drawn<'t> = (&'t str, f32, f32);

/// A document of pages on which these texts are drawn.
pub(super) fn document(pages: &[Vec<Drawn<'_>>]) -> Document {
    assemble(RawDocument {
        pages: pages.iter().map(|page| self::page(page)).collect(),
        fonts: vec![RawFont::default()],
    })
}

fn page(texts: &[Drawn<'_>]) -> RawPage {
    let mut page = RawPage {
        width: 595.0,
        height: 842.0,
        ..RawPage::default()
    };
    for (text, x, y) in texts {
        draw(&mut page, text, (*x, *y), 0);
    }
    page
}

/// A report without furniture: its front page, its overview, and a page for each of `questions`, whose
/// heading and first category and name stand in one place on all of them.
pub(super) fn report<'t>(questions: &[&'t str]) -> Vec<Vec<Drawn<'t>>> {
    let mut pages = vec![
        vec![
            ("Dato: 3.9.2025", 60.0, 80.0),
            ("Rapportering", 60.0, 100.0),
            ("Svar - Intern rapport", 60.0, 140.0),
            ("Du ser 2 av totalt 2 svar.", 60.0, 180.0),
        ],
        vec![
            ("Svar oversikt", 60.0, 80.0),
            ("Kommune - (Offentlig) 2 svar", 60.0, 100.0),
            ("Heivik kommune", 60.0, 140.0),
            ("Sundneset kommune", 60.0, 160.0),
            ("Ingen merknader til undersøkelsen", 60.0, 200.0),
        ],
    ];
    pages.extend(questions.iter().map(|question| {
        vec![
            (*question, 60.0, 80.0),
            ("Kommune (Offentlig)", 60.0, 120.0),
            ("Heivik kommune", 60.0, 150.0),
            ("Tekst: Ja", 60.0, 170.0),
        ]
    }));
    pages
}

/// Headings of questions.
pub(super) const QUESTIONS: [&str; 8] = [
    "Hva heter tiltaket? (2 Svar)",
    "Hvem deltok? (2 Svar)",
    "Hvor lenge varte det? (2 Svar)",
    "Hva var målet? (2 Svar)",
    "Ble målet nådd? (2 Svar)",
    "Hva gikk bra? (2 Svar)",
    "Hva gikk mindre bra? (2 Svar)",
    "Hva gjøres videre? (2 Svar)",
];
