//! A letter as a document that a word processor opens.

use super::letter::{Letter, Matter};
use docx_rs::{
    Docx, LineSpacing, PageMargin, Paragraph, Run, RunFonts, SpecialIndentType, Style, StyleType,
};
use std::io::Cursor;

/// The style of a matter's heading.
const MATTER: &str = "Heading2";
/// The style of the subject.
const SUBJECT: &str = "Heading1";
/// How far what belongs to a matter is set in, in twentieths of a point.
const INDENT: i32 = 360;
/// Sizes, in half points.
const BODY: usize = 22;
const SMALL: usize = 18;
/// A grey that is read on white.
const GREY: &str = "595959";

/// The document as the bytes of a `.docx` file.
pub(super) fn document(letter: &Letter) -> Result<Vec<u8>, String> {
    let mut pages = Pages::default();
    pages.add(text(&letter.subject).style(SUBJECT));
    for line in &letter.address {
        pages.add(text(line).line_spacing(after(0)));
    }
    pages.add(text(&letter.greeting).line_spacing(LineSpacing::new().before(240).after(120)));
    for paragraph in &letter.opening {
        pages.add(text(paragraph));
    }
    for (index, matter) in letter.matters.iter().enumerate() {
        pages.matter(index + 1, matter, letter.you_answered);
    }
    pages.add(text(letter.thanks).line_spacing(LineSpacing::new().before(240).after(120)));
    pages.add(text(letter.regards).keep_next(true).line_spacing(after(0)));
    for line in &letter.sender {
        pages.add(text(line).keep_next(true).line_spacing(after(0)));
    }
    let mut bytes = Cursor::new(Vec::new());
    let packed = pages.docx.build().pack(&mut bytes);
    packed.map_err(|error| error.to_string())?;
    Ok(bytes.into_inner())
}

/// A document that is being written.
struct Pages {
    docx: Docx,
    paragraphs: u32,
}

impl Default for Pages {
    fn default() -> Self {
        // A4, in twentieths of a point, with margins of 2.5 cm.
        let margin = PageMargin::new()
            .top(1417)
            .bottom(1417)
            .left(1417)
            .right(1417);
        let fonts = RunFonts::new().ascii("Calibri").hi_ansi("Calibri");
        let heading = |id: &str, name: &str, size: usize, level: usize| {
            Style::new(id, StyleType::Paragraph)
                .name(name)
                .based_on("Normal")
                .next("Normal")
                .q_format(true)
                .size(size)
                .bold()
                .outline_lvl(level)
        };
        let docx = Docx::new()
            .page_size(11906, 16838)
            .page_margin(margin)
            .default_fonts(fonts)
            .default_size(BODY)
            .add_style(heading(SUBJECT, "heading 1", 28, 0).line_spacing(after(240)))
            .add_style(heading(MATTER, "heading 2", 24, 1));
        Self {
            docx,
            paragraphs: 0,
        }
    }
}

impl Pages {
    /// Adds a paragraph. Its number is given here: the crate would count on over all documents.
    fn add(&mut self, paragraph: Paragraph) {
        self.paragraphs += 1;
        let paragraph = paragraph.id(format!("{:08x}", self.paragraphs));
        let docx = std::mem::take(&mut self.docx);
        self.docx = docx.add_paragraph(paragraph);
    }

    fn matter(&mut self, number: usize, matter: &Matter, you_answered: &str) {
        let heading = text(&format!("{number}. {}", matter.heading)).style(MATTER);
        let spacing = LineSpacing::new().before(240).after(60);
        self.add(heading.keep_next(true).line_spacing(spacing));
        for point in &matter.points {
            let page = Run::new().add_text(&point.page).size(SMALL).color(GREY);
            let page = set_in(Paragraph::new().add_run(page));
            self.add(page.keep_next(true).line_spacing(after(60)));
            if let [only] = point.answered.as_slice() {
                let answer = format!("{you_answered} {only}");
                self.add(set_in(text(&answer)).keep_next(true));
            } else if !point.answered.is_empty() {
                self.add(
                    set_in(text(you_answered))
                        .keep_next(true)
                        .line_spacing(after(0)),
                );
                let dash = if point.is_list { "– " } else { "" };
                for line in &point.answered {
                    let line = text(&format!("{dash}{line}"));
                    let line = line.indent(Some(2 * INDENT), None, None, None);
                    self.add(line.keep_next(true).line_spacing(after(0)));
                }
            }
            let ask = Run::new().add_text(&point.ask).bold();
            let ask = set_in(Paragraph::new().add_run(ask));
            self.add(ask.line_spacing(LineSpacing::new().before(60).after(120)));
        }
    }
}

fn text(text: &str) -> Paragraph {
    let paragraph = Paragraph::new().add_run(Run::new().add_text(text));
    paragraph.line_spacing(after(120))
}

fn after(twentieths: u32) -> LineSpacing {
    LineSpacing::new().after(twentieths)
}

fn set_in(paragraph: Paragraph) -> Paragraph {
    paragraph.indent(Some(INDENT), None::<SpecialIndentType>, None, None)
}
