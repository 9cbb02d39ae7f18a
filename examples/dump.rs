//! Prints the text of a PDF as dekom-lint reads it, page by page: a tool for its developers.
use dekom_lint::pdf::{Hayro, Limits, Reader};
fn main() {
    let path = std::env::args().nth(1).unwrap();
    let raw = Hayro.read(&std::fs::read(path).unwrap(), "", &Limits::default()).unwrap();
    let doc = dekom_lint::text::assemble(&raw);
    for page in &doc.pages {
        println!("=== {} {}x{} bars {}", page.number, page.width, page.height, page.bars.len());
        for line in &page.lines {
            let c = &line.cells[0];
            println!("{:3}{} f{}{} {:4.1} x{:5.1} y{:5.1} | {}", line.number, if line.blank_before {'+'} else {' '}, c.font, if c.bold {'b'} else {' '}, c.size, c.bbox.unwrap().x0, c.bbox.unwrap().y1, page.slice(&line.range));
        }
    }
}
