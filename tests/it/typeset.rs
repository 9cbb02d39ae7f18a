//! Small reports, set line by line: what decides where style, place and words tell different things.
//! Each holds one thing that a reading was once misled by.

use crate::press::{
    ENDING, LEFT, Press, Set, asked, begun, begun_with, chosen, municipal, names, ten_pages, titles,
};
use dekom_lint::report::GapKind;

#[test]
fn a_name_goes_on_over_four_lines() {
    let name = "Kommunene i|Isbergan v/|Regionkontore|t";
    let mut press = begun(name, ENDING);
    asked(&mut press, "Hva heter dere?", name);
    asked(&mut press, "Hvor mange er dere?", name);
    let report = press.read();
    assert_eq!(report.respondents.len(), 4);
    for question in &report.questions {
        assert_eq!(question.answers.len(), 4, "{:?}", names(question));
        assert!(question.complete);
    }
}

#[test]
fn what_ends_the_overview_may_break_after_its_first_word() {
    let mut press = begun("Vik kommune", "Ingen|merknader til|undersøkelsen");
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    let report = press.read();
    assert!(report.overview_complete);
    assert_eq!(report.respondents.len(), 4);
}

#[test]
fn the_list_of_those_who_did_not_answer_may_have_its_count_on_the_next_line() {
    for heading in [
        "Ikke angitt (1 Svar)",
        "Ikke angitt|(1 Svar)",
        "Ikke|angitt|(1 Svar)",
        "Ikke angitt (1|Svar)",
    ] {
        let mut press = begun("Vik kommune", ENDING);
        asked(&mut press, "Hva heter dere?", "Vik kommune");
        press.set(Set::Title, &["Hvor er dere? (3 Svar)"]);
        municipal(&mut press, "Tekst: her");
        press.set(Set::Heading, &[heading]);
        press.set(Set::Text, &["Elvebakk friskole - Privat/Skole"]);
        let report = press.read();
        let listed = report.questions[1].not_stated.as_ref().expect(heading);
        assert_eq!(
            (listed.count.value, listed.respondents.len()),
            (1, 1),
            "{heading}"
        );
        // What is pointed at is the name alone.
        let span = listed.respondents[0].name.span;
        assert_eq!(span.end - span.start, 17, "{heading}");
        assert_eq!(
            titles(&report),
            ["Hva heter dere?", "Hvor er dere?"],
            "{heading}"
        );
    }
}

#[test]
fn an_option_that_reads_like_a_title_is_an_option() {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.page();
    press.set(Set::Title, &["Hva gjør dere? (4 Svar)"]);
    press.chart(
        110.0,
        &[("Kurs", 3, 75), ("Hva heter dere?|(4 Svar)", 2, 50)],
    );
    press.group("Offentlig/Kommune");
    press.chart(
        110.0,
        &[("Kurs", 2, 50), ("Hva heter dere?|(4 Svar)", 2, 50)],
    );
    press.group("Privat/Skole");
    press.chart(
        110.0,
        &[("Kurs", 1, 100), ("Hva heter dere?|(4 Svar)", 0, 0)],
    );
    let both: &[&str] = &["Kurs", "Hva heter dere? (4 Svar)"];
    chosen(&mut press, [both, both, &[], &["Kurs"]]);
    let report = press.read();
    assert_eq!(titles(&report), ["Hva heter dere?", "Hva gjør dere?"]);
    let question = &report.questions[1];
    assert!(
        question.charts.iter().all(|chart| chart.complete),
        "{:?}",
        question.charts
    );
    assert_eq!(question.answers[0].choices.len(), 2);
}

#[test]
fn an_own_text_that_reads_like_a_group_heads_no_chart() {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.page();
    press.set(Set::Title, &["Hva gjør dere? (4 Svar)"]);
    press.chart(
        80.0,
        &[("Kurs", 3, 75), ("Reiser", 1, 25), ("Andre svar", 2, 50)],
    );
    press.own(&["Privat/Skole", "Møter"]);
    press.group("Offentlig/Kommune");
    press.chart(
        80.0,
        &[("Kurs", 2, 40), ("Reiser", 1, 20), ("Andre svar", 2, 40)],
    );
    press.group("Privat/Skole");
    press.chart(80.0, &[("Kurs", 1, 100), ("Reiser", 0, 0)]);
    chosen(
        &mut press,
        [
            &["Kurs", "Reiser", "Privat/Skole"],
            &["Kurs"],
            &["Møter"],
            &["Kurs"],
        ],
    );
    let question = &press.read().questions[1];
    let groups: Vec<&str> = question
        .charts
        .iter()
        .map(|chart| chart.group.as_str())
        .collect();
    assert_eq!(groups, ["", "Offentlig/Kommune", "Privat/Skole"]);
    assert!(
        question.charts.iter().all(|chart| chart.complete),
        "{:?}",
        question.charts
    );
    let list = question.other_answers.as_ref().expect("own texts");
    let texts: Vec<&str> = list.texts.iter().map(|text| text.value.as_str()).collect();
    assert_eq!(texts, ["Privat/Skole", "Møter"]);
}

#[test]
fn own_texts_that_begin_alike_are_no_labels() {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.page();
    press.set(Set::Title, &["Hva gjør dere? (4 Svar)"]);
    press.chart(
        80.0,
        &[("Kurs", 3, 75), ("Reiser", 1, 25), ("Andre svar", 2, 50)],
    );
    press.own(&["Innkjøp av stoler", "Innkjøp av bord"]);
    press.group("Offentlig/Kommune");
    press.chart(
        80.0,
        &[("Kurs", 2, 40), ("Reiser", 1, 20), ("Andre svar", 2, 40)],
    );
    press.group("Privat/Skole");
    press.chart(80.0, &[("Kurs", 1, 100), ("Reiser", 0, 0)]);
    chosen(
        &mut press,
        [
            &["Kurs", "Reiser", "Innkjøp av bord"],
            &["Kurs"],
            &["Innkjøp av stoler"],
            &["Kurs"],
        ],
    );
    let question = &press.read().questions[1];
    assert_eq!(question.options, ["Kurs", "Reiser"]);
    let own = question
        .answers
        .iter()
        .filter(|answer| answer.own_text.is_some());
    assert_eq!(own.count(), 2);
}

#[test]
fn a_label_may_be_hyphenated_otherwise_in_each_chart() {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.page();
    press.set(Set::Title, &["Hva gjør dere? (4 Svar)"]);
    press.chart(
        60.0,
        &[
            ("Ressurs-|person", 3, 75),
            ("Vikar-|og reiseut-|gifter", 1, 25),
            ("Andre|svar", 1, 25),
        ],
    );
    press.own(&["Møter"]);
    press.group("Offentlig/Kommune");
    press.chart(
        60.0,
        &[
            ("Ressurs-|person", 2, 50),
            ("Vikar-|og reiseut-|gifter", 1, 25),
            ("Andre|svar", 1, 25),
        ],
    );
    press.group("Privat/Skole");
    press.chart(
        90.0,
        &[
            ("Ressursp-|erson", 1, 100),
            ("Vikar-|og reiseutg-|ifter", 0, 0),
        ],
    );
    chosen(
        &mut press,
        [
            &["Ressursperson", "Vikar- og reiseutgifter"],
            &["Ressursperson"],
            &["Møter"],
            &["Ressursperson"],
        ],
    );
    let question = &press.read().questions[1];
    assert!(
        question.charts.iter().all(|chart| chart.complete),
        "{:?}",
        question.charts
    );
    assert_eq!(question.charts[2].bars[0].option, "Ressursperson");
    assert_eq!(question.answers[0].choices.len(), 2);
    assert_eq!(question.answers[3].choices.len(), 1);
}

#[test]
fn words_of_one_label_may_stand_as_far_apart_as_half_a_column() {
    let mut press = begun("Vik kommune", ENDING);
    press.blank = 0.6;
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.page();
    press.set(Set::Title, &["Hva gjør dere? (4 Svar)"]);
    // Every second word begins where a column half as wide would.
    let labels = ["Tiltakene har|styrket det", "Tiltakene gir|arbeid i alt"];
    let apart = 2.0 * (9.0 * 4.0 + 0.6 * 8.0);
    press.chart(apart, &[(labels[0], 3, 75), (labels[1], 2, 50)]);
    press.group("Offentlig/Kommune");
    press.chart(apart, &[(labels[0], 2, 50), (labels[1], 2, 50)]);
    press.group("Privat/Skole");
    press.chart(apart, &[(labels[0], 1, 100), (labels[1], 0, 0)]);
    let (one, two) = ("Tiltakene har styrket det", "Tiltakene gir arbeid i alt");
    chosen(&mut press, [&[one, two], &[one, two], &[], &[one]]);
    let question = &press.read().questions[1];
    assert_eq!(question.options, [one, two]);
}

/// Prints each page's number at its foot.
fn number_pages(press: &mut Press) {
    for (number, page) in (1..).zip(std::mem::take(&mut press.pages)) {
        press.pages.push(page);
        press.put(290.0, 810.0, Set::Text, &format!("{number}"));
    }
}

#[test]
fn numbers_printed_over_each_other_glyph_by_glyph_are_two() {
    let mut press = ten_pages();
    let pages = press.pages.len();
    for (number, page) in (1..).zip(std::mem::take(&mut press.pages)) {
        press.pages.push(page);
        for text in [format!("{number}"), format!("{number}/{pages}")] {
            let mut x = 295.0 - 2.5 * f32::from(u8::try_from(text.len()).expect("short"));
            for glyph in text.chars() {
                press.put(x, 810.0, Set::Text, &glyph.to_string());
                x += 5.0;
            }
        }
    }
    let report = press.read();
    assert!(report.gaps.is_empty(), "{:?}", report.gaps);
    assert!(report.questions.iter().all(|question| question.complete));
}

#[test]
fn a_file_that_is_turned_round_has_its_letter_at_the_end() {
    let mut press = begun("Vik kommune", ENDING);
    for title in ["Hva heter dere?", "Hvor er dere?", "Hva gjør dere?"] {
        asked(&mut press, title, "Vik kommune");
        press.page();
    }
    press.set(Set::Text, &["Slutt"]);
    number_pages(&mut press);
    press.pages.reverse();
    press.page();
    press.set(
        Set::Text,
        &["Til Statsforvalteren", "Vedlagt følger rapporten."],
    );
    press.put(290.0, 810.0, Set::Text, "1");
    let report = press.read();
    let kinds: Vec<GapKind> = report.gaps.iter().map(|gap| gap.kind).collect();
    assert_eq!(kinds, [GapKind::Reversed]);
    assert_eq!(
        titles(&report),
        ["Hva heter dere?", "Hvor er dere?", "Hva gjør dere?"]
    );
    assert!(report.questions.iter().all(|question| question.complete));
}

#[test]
fn hidden_letters_are_told_with_their_pages() {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.pages[0].hidden = 5;
    press.pages[1].hidden = 4;
    let report = press.read();
    assert_eq!(report.gaps.len(), 1, "{:?}", report.gaps);
    let gap = &report.gaps[0];
    assert_eq!(gap.kind, GapKind::HiddenText);
    assert_eq!((gap.missing, gap.pages.as_str()), (Some(9), "1–2"));
    assert!(!gap.kind.loses() && report.questions[0].complete);
}

/// A report of four whose filter tree and overview break early, and whose names are set as answers are.
fn narrow(filter: &str, heading: &str, name: &str) -> dekom_lint::report::Report {
    let mut press = begun_with(&[filter], heading, name, ENDING);
    for (title, key) in [("Hva?", "Tekst: "), ("Hvem?", ""), ("Hvor?", "")] {
        press.set(Set::Title, &[&format!("{title} (4 Svar)")]);
        press.set(Set::Heading, &["Kommune (Offentlig)"]);
        // The answer stands right under the name.
        for respondent in [name, "Nes kommune", "Lia kommune"] {
            press.set(Set::Text, &[&format!("{respondent}|{key}Vi har lært mye.")]);
        }
        press.set(Set::Heading, &["Skole (Privat)"]);
        press.set(
            Set::Text,
            &[&format!("Elvebakk friskole|{key}Vi har lært lite.")],
        );
    }
    press.read()
}

#[test]
fn a_line_of_the_filter_tree_may_wrap() {
    let wrapped = "Samarbeidsorgan for|lærebedrifter|(opplæringskontor) (0)";
    let report = narrow(wrapped, "Skole - (Privat) 1 svar", "Vik kommune");
    let names: Vec<&str> = report
        .filters
        .iter()
        .map(|f| f.name.value.as_str())
        .collect();
    let whole = "Samarbeidsorgan for lærebedrifter (opplæringskontor)";
    assert_eq!(names, ["Offentlig", "Kommune", "Privat", whole, "Skole"]);
    assert!(report.unread.is_empty(), "{:?}", report.unread);
    // Its count alone may stand on the last line.
    let report = narrow(
        "Samarbeidsorgan for|lærebedrifter|(0)",
        "Skole - (Privat) 1 svar",
        "Vik kommune",
    );
    let one = &report.filters[3];
    assert_eq!(one.name.value, "Samarbeidsorgan for lærebedrifter");
    assert_eq!((one.count.value, report.filters.len()), (0, 5));
    // A line that could not be read is no beginning of the next.
    for broken in [
        "Barnehage (0) (Inak\u{fffd}v)|Grunnskole (0)",
        "Barneha\u{fffd}e|Grunnskole (0)",
    ] {
        let report = narrow(broken, "Skole - (Privat) 1 svar", "Vik kommune");
        let mut names = report.filters.iter().map(|f| f.name.value.as_str());
        assert!(names.any(|name| name == "Grunnskole"), "{broken}");
    }
}

#[test]
fn a_filter_tree_that_goes_on_below_a_line_that_was_not_read_is_not_whole() {
    let whole = |line: &str| {
        let mut press = begun_with(&[line], "Skole - (Privat) 1 svar", "Vik kommune", ENDING);
        for title in ["Hva?", "Hvem?"] {
            asked(&mut press, title, "Vik kommune");
            press.page();
        }
        press.set(Set::Text, &["Slutt"]);
        number_pages(&mut press);
        press.read().filters_complete
    };
    assert!(whole("Barnehage (0)"));
    assert!(!whole("Barnehage 0)"));
}

#[test]
fn a_heading_of_the_overview_may_run_over_five_lines() {
    for heading in [
        "Sko|le|-|(Privat)|1 svar",
        "Skole - (Privat)|1 svar",
        // Its last line reads like a heading without a dash.
        "Sko|le (Privat) 1 svar",
    ] {
        let report = narrow("Barnehage (0)", heading, "Vik kommune");
        let counts: Vec<i64> = report.overview.iter().map(|c| c.count.value).collect();
        assert_eq!(counts, [3, 1], "{heading}");
        let people = report.overview.iter().map(|c| c.respondents.len());
        assert_eq!(people.collect::<Vec<_>>(), [3, 1], "{heading}");
        assert!(report.overview_complete, "{heading}");
    }
}

/// A report of four in which nothing but capitals and place tell headings from text.
fn plain(title: &str) -> dekom_lint::report::Report {
    let mut press = begun("Vik kommune", ENDING);
    for title in ["Hva heter dere?", title] {
        press.set(Set::Text, &[&format!("{title} (4 Svar)")]);
        press.set(Set::Heading, &["Kommune (Offentlig)"]);
        for name in ["Lia kommune", "Nes kommune", "Vik kommune"] {
            press.set(Set::Text, &[name, "Tekst: Vi har lært mye."]);
        }
        press.set(Set::Heading, &["Skole (Privat)"]);
        press.set(
            Set::Text,
            &["Elvebakk friskole", "Tekst: Vi har lært lite."],
        );
    }
    press.read()
}

#[test]
fn a_title_set_as_text_may_break_early_in_the_middle_of_a_sentence() {
    let report = plain("Hva har dere lært i løpet av året om|samarbeid?");
    let whole = "Hva har dere lært i løpet av året om samarbeid?";
    assert_eq!(titles(&report), ["Hva heter dere?", whole]);
    assert!(report.questions.iter().all(|question| question.complete));
    let last = report.questions[0].answers.last().expect("four answers");
    assert_eq!(
        last.text.as_ref().expect("a text").text,
        "Vi har lært lite."
    );
}

#[test]
fn a_line_of_a_title_may_be_a_name() {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    asked(
        &mut press,
        "Hva mener dere om|Vik kommune|som vertskap?",
        "Vik kommune",
    );
    let report = press.read();
    let second = "Hva mener dere om Vik kommune som vertskap?";
    assert_eq!(titles(&report), ["Hva heter dere?", second]);
}

#[test]
fn a_text_that_was_printed_twice_in_one_place_is_read_once() {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.set(Set::Title, &["Hvor er dere? (3 Svar)"]);
    press.put(LEFT + 0.3, press.y, Set::Title, "Hvor er dere? (3 Svar)");
    press.set(Set::Heading, &["Kommune (Offentlig)"]);
    for name in ["Lia kommune", "Nes kommune", "Vik kommune"] {
        press.set(Set::Name, &[name]);
        press.put(LEFT + 0.3, press.y, Set::Name, name);
        press.set(Set::Text, &["Tekst: her"]);
    }
    press.set(Set::Heading, &["Ikke angitt (1 Svar)"]);
    press.set(Set::Text, &["Elvebakk friskole - Privat/Skole"]);
    let report = press.read();
    assert_eq!(titles(&report), ["Hva heter dere?", "Hvor er dere?"]);
    assert_eq!(
        names(&report.questions[1]),
        ["Lia kommune", "Nes kommune", "Vik kommune"]
    );
}

#[test]
fn a_title_of_more_than_a_dozen_lines_is_not_certain() {
    let of = |lines: usize| {
        let mut press = begun("Vik kommune", ENDING);
        asked(&mut press, "Hva heter dere?", "Vik kommune");
        let title = vec!["Hva gjør dere med det"; lines].join("|");
        asked(&mut press, &title, "Vik kommune");
        let report = press.read();
        let title = &report.questions[1].title;
        (title.value.matches("Hva").count(), title.certain)
    };
    assert_eq!(of(11), (11, true));
    assert_eq!(of(20), (12, false));
}
