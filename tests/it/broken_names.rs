//! Names that are broken in one place in the overview and in another above the answers.

use crate::press::{ENDING, asked, begun, names};

#[test]
fn a_name_may_be_hyphenated_elsewhere_above_the_answers_than_in_the_overview() {
    for (listed, answering) in [
        ("Teist-|hamn kommune", "Teisthamn kom-|mune"),
        ("Teisthamn kom-|mune", "Teist-|hamn kom-|mune"),
        ("Teisthamn kom-|mune", "Teisthamn kommune"),
        ("Teisthamn kommune", "Teisthamn kom-|mune"),
    ] {
        let mut press = begun(listed, ENDING);
        for title in ["Hva heter dere?", "Hvor er dere?", "Hvem er dere?"] {
            asked(&mut press, title, answering);
        }
        let report = press.read();
        let category = &report.overview[0];
        assert_eq!(category.respondents.len(), 3, "{listed} {answering}");
        let third = category.respondents[2].value.as_str();
        for question in &report.questions {
            assert_eq!(names(question)[2], third, "{listed} {answering}");
            assert_eq!(names(question).len(), 4, "{listed} {answering}");
        }
    }
}
