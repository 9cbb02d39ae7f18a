//! Names that are broken in one place in the overview and in another above the answers.

use crate::press::{ENDING, Set, asked, begun, names};

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

#[test]
fn a_name_is_spelt_as_some_place_prints_it_whole() {
    let spelt = |broken: &str, elsewhere: &str| {
        let mut press = begun(broken, ENDING);
        asked(&mut press, "Hva heter dere?", broken);
        asked(&mut press, "Hvor er dere?", broken);
        press.set(Set::Text, &[elsewhere]);
        asked(&mut press, "Hvem er dere?", broken);
        let report = press.read();
        for question in &report.questions {
            assert_eq!(names(question)[2], report.overview[0].respondents[2].value);
        }
        assert_eq!(report.respondents.len(), 4);
        report.overview[0].respondents[2].value.clone()
    };
    let whole = "Teisthamn kommune";
    let nothing = "Vi møttes ofte.";
    assert_eq!(
        spelt("Teist-|hamn kommune", "Vi i Teisthamn kommune"),
        whole
    );
    assert_eq!(spelt("Teist-|hamn kommune", nothing), "Teist- hamn kommune");
    let own = "Sør-Teist kommune";
    assert_eq!(spelt("Sør-|Teist kommune", "Vi i Sør-Teist kommune"), own);
    assert_eq!(
        spelt(
            "Sør-|Teist kommune",
            "Vi i SørTeist kommune, Sør-Teist kommune"
        ),
        "Sør- Teist kommune"
    );
}
