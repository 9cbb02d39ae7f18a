//! Any bytes as a text file → pages: every range must lie in its page's text.

use dekom_lint::text;

/// Panics where it does not hold.
pub(crate) fn holds(bytes: &[u8]) {
    let Some(decoded) = text::decode(bytes) else {
        return;
    };
    for page in text::from_text(&decoded).pages {
        for line in &page.lines {
            assert!(page.text.get(line.range.bytes()).is_some());
            for cell in &line.cells {
                assert!(page.text.get(cell.range.bytes()).is_some());
                for word in &cell.words {
                    assert!(page.text.get(word.range.bytes()).is_some());
                }
            }
        }
    }
}
