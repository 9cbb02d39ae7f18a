//! The overview where nothing sets its headings apart: what is a heading, and which lines are one name.

use crate::press::{ENDING, LEFT, PART, PITCH, Press, Set, asked, begun, fronted};
use dekom_lint::report::{Fate, Judged, Ledger};

/// A report whose overview is set as given, line by line, all in one style, and so far apart.
fn listed(pitch: f32, lines: &[&str], third: &str, silent: &str) -> dekom_lint::report::Report {
    let mut press = fronted(&[]);
    press.pitch = pitch;
    press.set(Set::Heading, &["Svar oversikt"]);
    press.set(Set::Text, lines);
    press.set(Set::Text, &[ENDING]);
    press.pitch = PITCH;
    press.page();
    press.set(Set::Heading, &["Rapportering 2024/2025"]);
    asked(&mut press, "Hva heter dere?", third);
    press.set(Set::Title, &["Hvor er dere? (3 Svar)"]);
    press.set(Set::Heading, &["Kommune (Offentlig)"]);
    for name in ["Lia kommune", "Nes kommune"] {
        press.set(Set::Name, &[name]);
        press.set(Set::Text, &["Tekst: her"]);
    }
    press.set(Set::Heading, &["Skole (Privat)"]);
    press.set(Set::Name, &["Elvebakk friskole"]);
    press.set(Set::Text, &["Tekst: der", "Ikke angitt (1 Svar)"]);
    press.set(Set::Text, &[&format!("{silent} - Offentlig/Kommune")]);
    press.read()
}

/// The lines of an overview with a third name as given.
fn lines(third: &str) -> [&str; 6] {
    [
        "Kommune - (Offentlig) 3 svar",
        "Lia kommune",
        "Nes kommune",
        third,
        "Skole - (Privat) 1 svar",
        "Elvebakk friskole",
    ]
}

const REGION: &str = "Regionkontoret i Isbergan";
const BROKEN: &str = "Regionkontoret|i Isbergan";

#[test]
fn the_lines_of_the_title_on_the_front_page_may_stand_far_apart() {
    let mut press = Press::new();
    press.set(Set::Text, &["Dato: 3.9.2025"]);
    press.pitch = 26.0;
    press.set(Set::Title, &["Fjordheim - Rapportering|2024/2025"]);
    press.pitch = PITCH;
    let rest = [
        "Svar - Intern rapport",
        "Du ser 4 av totalt 4 svar.",
        "Filter",
    ];
    press.set(Set::Text, &rest);
    press.page();
    press.set(Set::Heading, &["Svar oversikt"]);
    press.set(
        Set::Text,
        &["Kommune - (Offentlig) 1 svar", "Lia kommune", ENDING],
    );
    press.page();
    press.set(Set::Heading, &["Rapportering 2024/2025"]);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    let title = press.read().title.expect("a title");
    assert_eq!(title.value, "Fjordheim - Rapportering 2024/2025");
}

#[test]
fn a_heading_without_a_dash_is_not_the_end_of_the_name_above_it() {
    let lines = [
        "Kommune (Offentlig) 3 svar",
        "Lia kommune",
        "Nes kommune",
        "Vik kommune",
        "Skole (Privat) 1 svar",
        "Elvebakk friskole",
    ];
    let report = listed(PITCH, &lines, "Vik kommune", "Vik kommune");
    let groups = report
        .overview
        .iter()
        .map(|category| category.respondents.len());
    assert_eq!(groups.collect::<Vec<_>>(), [3, 1]);
    assert!(report.questions[0].complete);
}

#[test]
fn a_name_that_wraps_in_the_overview_is_one() {
    // Its lines stand as far apart as names do: the answers have it whole.
    let known = listed(PART, &lines(BROKEN), REGION, "Nes kommune");
    // Nothing else has it: its lines stand closer.
    let close = listed(PITCH, &lines(BROKEN), "Nes kommune", "Nes kommune");
    // So has the list of those who did not answer.
    let silent = listed(PART, &lines(BROKEN), "Nes kommune", REGION);
    for report in [known, close, silent] {
        let mut names = report.respondents.iter().map(|one| one.name.as_str());
        assert!(names.any(|name| name == REGION), "{:?}", report.respondents);
        assert_eq!(report.respondents.len(), 4);
    }
}

#[test]
fn a_name_that_wraps_everywhere_is_whole_where_an_answer_stands_under_it() {
    let mut press = fronted(&[]);
    press.set(Set::Heading, &["Svar oversikt"]);
    let lines = [
        "Kommune - (Offentlig) 3 svar",
        "Lia|kommune|Nes|kommune|Vik|kommune",
        "Skole - (Privat) 1 svar",
        "Elvebakk|friskole",
    ];
    press.set(Set::Text, &[&lines[..], &[ENDING]].concat());
    press.page();
    press.set(Set::Heading, &["Rapportering 2024/2025"]);
    let titles = ["Hva heter dere?", "Hvem?", "Hvor?", "Når?", "Hvorfor?"];
    for (number, title) in titles.into_iter().enumerate() {
        press.set(Set::Title, &[&format!("{title} (4 Svar)")]);
        press.set(Set::Heading, &["Kommune (Offentlig)"]);
        // Where nobody answers, the names stand as close as their lines do.
        let names = if number == 0 {
            "Vik|kommune|Tekst: ja|Nes|kommune|Tekst: nei|Lia|kommune|Tekst: ja"
        } else {
            "Vik|kommune|Nes|kommune|Lia|kommune"
        };
        press.set(Set::Text, &[names]);
        press.set(Set::Heading, &["Skole (Privat)"]);
        press.set(Set::Text, &["Elvebakk|friskole|Tekst: ja"]);
    }
    let report = press.read();
    let names = report.respondents.iter().map(|one| one.name.as_str());
    let whole = [
        "Lia kommune",
        "Nes kommune",
        "Vik kommune",
        "Elvebakk friskole",
    ];
    assert_eq!(names.collect::<Vec<_>>(), whole);
    for question in &report.questions {
        assert_eq!(question.answers.len(), 4, "{question:?}");
    }
}

#[test]
fn a_group_in_the_list_of_those_who_did_not_answer_may_be_hyphenated() {
    let region = "Nes kommune - Offent-|lig/Kom-|mune";
    let report = listed_as(region);
    let silent = report.questions[1].not_stated.as_ref().expect("a list");
    let names = silent.respondents.iter().map(|one| one.name.value.as_str());
    assert_eq!(names.collect::<Vec<_>>(), ["Nes kommune"]);
    // So may a name be that the overview has whole.
    let report = listed_as("Nes kom-|mune - Offentlig/Kommune");
    let silent = report.questions[1].not_stated.as_ref().expect("a list");
    assert_eq!(silent.respondents[0].name.value, "Nes kommune");
    assert_eq!(report.respondents.len(), 4);
}

/// A report of four of which one did not answer, with its line in the list of these.
fn listed_as(silent: &str) -> dekom_lint::report::Report {
    let mut press = begun("Vik kommune", ENDING);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    press.set(Set::Title, &["Hvor er dere? (3 Svar)"]);
    press.set(Set::Heading, &["Kommune (Offentlig)"]);
    for name in ["Lia kommune", "Vik kommune"] {
        press.set(Set::Name, &[name]);
        press.set(Set::Text, &["Tekst: her"]);
    }
    press.set(Set::Heading, &["Skole (Privat)"]);
    press.set(Set::Name, &["Elvebakk friskole"]);
    press.set(Set::Text, &["Tekst: der", "Ikke angitt (1 Svar)", silent]);
    press.read()
}

#[test]
fn the_surveys_title_ends_the_overview_though_the_first_question_begins_in_its_lines() {
    let mut press = fronted(&[]);
    press.set(
        Set::Heading,
        &["Svar oversikt", "Kommune - (Offentlig) 3 svar"],
    );
    press.set(Set::Text, &["Lia kommune", "Nes kommune", "Vik kommune"]);
    press.set(Set::Heading, &["Skole - (Privat) 1 svar"]);
    press.set(Set::Text, &["Elvebakk friskole"]);
    press.page();
    press.set(Set::Heading, &["Rapportering|2024/2025"]);
    asked(&mut press, "Hva|heter|dere?", "Vik kommune");
    let report = press.read();
    assert!(report.overview_complete && report.gaps.is_empty());
    let listed = report.overview.iter().map(|one| one.respondents.len());
    assert_eq!(listed.collect::<Vec<_>>(), [3, 1]);
    assert_eq!(report.questions[0].title.value, "Hva heter dere?");
}

#[test]
fn a_heading_that_goes_on_on_the_next_page_is_one() {
    let mut press = fronted(&[]);
    press.set(
        Set::Heading,
        &["Svar oversikt", "Kommune - (Offentlig) 3 svar"],
    );
    press.set(Set::Text, &["Lia kommune", "Nes kommune", "Vik kommune"]);
    press.set(Set::Heading, &["Skole|- (Privat) 1"]);
    press.page();
    press.set(Set::Heading, &["svar"]);
    press.set(Set::Text, &["Elvebakk friskole", ENDING]);
    press.page();
    press.set(Set::Heading, &["Rapportering 2024/2025"]);
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    let report = press.read();
    let listed = report.overview.iter().map(|one| one.respondents.len());
    assert_eq!(listed.collect::<Vec<_>>(), [3, 1]);
    assert_eq!(report.overview[1].count.value, 1);
    assert_eq!(report.overview[1].count.span.page, 2);
}

#[test]
fn an_overview_is_not_whole_where_its_last_page_may_be_missing() {
    let first = |press: &mut Press| {
        press.set(
            Set::Heading,
            &["Svar oversikt", "Kommune - (Offentlig) 3 svar"],
        );
        press.set(Set::Text, &["Lia kommune", "Nes kommune", "Vik kommune"]);
        press.page();
    };
    let last = |press: &mut Press| {
        press.set(Set::Heading, &["Skole - (Privat) 1 svar"]);
        press.set(Set::Text, &["Elvebakk friskole", ENDING]);
        press.page();
    };
    let read = |pages: &[&dyn Fn(&mut Press)]| {
        let mut press = fronted(&[]);
        for page in pages {
            page(&mut press);
        }
        press.set(Set::Heading, &["Rapportering 2024/2025"]);
        asked(&mut press, "Hva heter dere?", "Vik kommune");
        press.read()
    };
    assert!(read(&[&first, &last]).overview_complete);
    // No page has a number, and the title of the survey ends it.
    assert!(!read(&[&first]).overview_complete, "one page is missing");
    assert!(
        !read(&[&last, &first]).overview_complete,
        "they changed places"
    );
}

#[test]
fn it_cannot_be_told_how_many_pages_are_missing_before_the_overview() {
    let mut press = Press::new();
    press.set(
        Set::Heading,
        &["Svar oversikt", "Kommune - (Offentlig) 3 svar"],
    );
    press.set(Set::Text, &["Lia kommune", "Nes kommune", "Vik kommune"]);
    press.set(Set::Heading, &["Skole - (Privat) 1 svar"]);
    press.set(Set::Text, &["Elvebakk friskole", ENDING]);
    press.page();
    asked(&mut press, "Hva heter dere?", "Vik kommune");
    let report = press.read();
    let first = report.gaps.first().expect("a gap");
    assert_eq!((first.after_page, first.missing), (0, None));
    assert_eq!(first.pages, "");
}

#[test]
fn the_digits_of_a_name_are_no_figures() {
    for name in ["Vik 3 svar", "Vik (avd. 2)", "Region 3 Vik"] {
        for silent in ["Nes kommune", name] {
            let report = listed(PITCH, &lines(name), name, silent);
            assert!(report.unread.is_empty(), "{name}: {:?}", report.unread);
            let ledger = Ledger::of(&report, &Judged::default());
            let counts = ledger.counts();
            assert_eq!(
                counts.get(&Fate::Unread),
                None,
                "{name}, {silent}: {counts:?}"
            );
        }
    }
    // Nobody of that name has answered: it may be the heading of a category that was not read.
    let report = listed(PITCH, &lines("Vik 3 svar"), "Nes kommune", "Nes kommune");
    assert_eq!(report.unread.len(), 1);
}

#[test]
fn an_overview_with_a_line_that_was_not_read_is_not_whole() {
    for (third, whole) in [("Vik kommune", true), ("\u{fffd}\u{fffd}\u{fffd}", false)] {
        let mut press = begun(third, ENDING);
        asked(&mut press, "Hva heter dere?", "Vik kommune");
        assert_eq!(press.read().overview_complete, whole, "{third}");
    }
}

/// The names of the overview, which stand beside each other, and whether it is whole.
fn beside(count: &str, private: &str) -> (Vec<String>, bool) {
    beside_with(count, private, &["Elvebakk friskole"])
}

/// The same with these private schools.
fn beside_with(count: &str, private: &str, schools: &[&str]) -> (Vec<String>, bool) {
    beside_of(count, private, schools, &["Lia kommune", "Nes kommune"])
}

/// The same with what two of the municipalities are called where they answer.
fn beside_of(count: &str, private: &str, schools: &[&str], names: &[&str]) -> (Vec<String>, bool) {
    let mut press = fronted(&[]);
    let heading = format!("Kommune - (Offentlig) {count} svar");
    press.set(Set::Heading, &["Svar oversikt", &heading]);
    press.set(Set::Text, &["Lia kommune"]);
    press.put(LEFT + 200.0, press.y, Set::Text, "Nes kommune");
    press.set(Set::Text, &["Vik kommune"]);
    press.set(Set::Heading, &[&format!("Skole - (Privat) {private} svar")]);
    press.set(Set::Text, schools.get(..1).unwrap_or(schools));
    if let Some(school) = schools.get(1) {
        press.put(LEFT + 200.0, press.y, Set::Text, school);
    }
    press.set(Set::Text, &[ENDING]);
    press.page();
    press.set(Set::Heading, &["Rapportering 2024/2025"]);
    press.set(Set::Title, &["Hva heter dere? (4 Svar)"]);
    press.set(Set::Heading, &["Kommune (Offentlig)"]);
    let wears = names.iter().any(|name| name.contains('('));
    let worn = |name: &str, group: &str| {
        let group = if wears {
            format!(" ({group})")
        } else {
            String::new()
        };
        format!("{name}{group}")
    };
    let last = worn("Vik kommune", "Offentlig/Kommune");
    for name in names.iter().copied().chain([last.as_str()]) {
        press.set(Set::Name, &[name]);
        press.set(Set::Text, &["Tekst: her"]);
    }
    press.set(Set::Heading, &["Skole (Privat)"]);
    press.set(Set::Name, &[&worn("Elvebakk friskole", "Privat/Skole")]);
    press.set(Set::Text, &["Tekst: her"]);
    let report = press.read();
    let categories = report.overview.iter();
    let names = categories.flat_map(|category| &category.respondents);
    let names = names.map(|name| name.value.clone()).collect();
    (names, report.overview_complete)
}

#[test]
fn names_may_stand_beside_each_other() {
    let all = [
        "Lia kommune",
        "Nes kommune",
        "Vik kommune",
        "Elvebakk friskole",
    ];
    let (names, complete) = beside("3", "1");
    assert_eq!(names, all);
    assert!(complete);
    // Where the counts are those of the lines, a blank in a name is wide.
    let (names, complete) = beside("2", "1");
    assert_eq!(names[..2], ["Lia kommune Nes kommune", "Vik kommune"]);
    assert!(complete);
    // Where they are neither, they are those who answer, alone or before their category.
    for answering in [
        ["Lia kommune", "Nes kommune"],
        [
            "Lia kommune (Offentlig/Kommune)",
            "Nes kommune (Offentlig/Kommune)",
        ],
    ] {
        let (names, complete) = beside_of("5", "1", &["Elvebakk friskole"], &answering);
        assert_eq!(names, all, "{answering:?}");
        // A single question does not tell what is no part of a name.
        assert_eq!(complete, !answering[0].contains('('), "{answering:?}");
    }
    // Nothing tells where one of them does not, or where their name may be broken there.
    for answering in [&["Lia kommune"][..], &["Lia kommune|Nes kommune"]] {
        let school = ["Elvebakk friskole"];
        assert!(!beside_of("5", "1", &school, answering).1, "{answering:?}");
        assert!(!beside_of("5", "7", &school, answering).1, "{answering:?}");
    }
    // Where most are those of the cells, the others count wrongly, unless a name may have wrapped.
    let schools = ["Elvebakk friskole", "Haugen friskole"];
    let (names, complete) = beside_with("4", "2", &schools);
    assert_eq!(names.len(), 5);
    assert!(complete);
    assert!(!beside_with("1", "2", &schools).1);
}

#[test]
fn who_stands_beside_themselves_may_have_left_an_answer_blank() {
    let mut press = fronted(&[]);
    let heading = "Kommune - (Offentlig) 4 svar";
    press.set(Set::Heading, &["Svar oversikt", heading]);
    press.set(Set::Text, &["Nes kommune"]);
    press.put(LEFT + 200.0, press.y, Set::Text, "Nes kommune");
    press.set(Set::Text, &["Vik kommune"]);
    press.set(Set::Heading, &["Skole - (Privat) 1 svar"]);
    press.set(Set::Text, &["Elvebakk friskole", ENDING]);
    press.page();
    press.set(Set::Heading, &["Rapportering 2024/2025"]);
    press.set(Set::Title, &["Hva heter dere? (4 Svar)"]);
    press.set(Set::Heading, &["Kommune (Offentlig)"]);
    press.set(Set::Name, &["Vik kommune"]);
    press.set(Set::Text, &["Tekst: her"]);
    press.set(Set::Name, &["Nes kommune", "Nes kommune"]);
    press.set(Set::Text, &["Tekst: der"]);
    press.set(Set::Heading, &["Skole (Privat)"]);
    press.set(Set::Name, &["Elvebakk friskole"]);
    press.set(Set::Text, &["Tekst: der"]);
    let report = press.read();
    let names = report.overview[0].respondents.iter();
    let names: Vec<&str> = names.map(|name| name.value.as_str()).collect();
    assert_eq!(names, ["Nes kommune", "Nes kommune", "Vik kommune"]);
    assert!(report.overview_complete);
}

#[test]
fn the_words_of_a_name_that_wraps_may_be_stretched_over_its_column() {
    let name = "Regionrådet for Isbergan og omegn";
    let listed = |words: &[&str]| {
        let mut press = fronted(&[]);
        let heading = "Kommune - (Offentlig) 3 svar";
        press.set(Set::Heading, &["Svar oversikt", heading]);
        press.set(Set::Text, &["Lia kommune", "Nes kommune", words[0]]);
        for (place, word) in [110.0, 180.0, 260.0].iter().zip(&words[1..]) {
            press.put(LEFT + place, press.y, Set::Text, word);
        }
        press.y += PITCH;
        press.put(LEFT, press.y, Set::Text, "omegn");
        press.set(Set::Heading, &["Skole - (Privat) 1 svar"]);
        press.set(Set::Text, &["Elvebakk friskole", ENDING]);
        press.page();
        press.set(Set::Heading, &["Rapportering 2024/2025"]);
        asked(&mut press, "Hva heter dere?", name);
        press.read()
    };
    let report = listed(&["Regionrådet", "for", "Isbergan", "og"]);
    assert!(report.overview_complete);
    assert_eq!(report.overview[0].respondents[2].value, name);
    // Two names may stand there.
    assert!(!listed(&["Regionrådet for", "Isbergan og"]).overview_complete);
}

#[test]
fn a_category_may_be_broken_with_a_hyphen_wherever_it_stands() {
    let mut press = fronted(&["Fylkeskommune (1)"]);
    press.set(
        Set::Heading,
        &["Svar oversikt", "Fylkeskommu-|ne - (Offentlig) 1|svar"],
    );
    press.set(Set::Text, &["Fjordheim fylkeskommune"]);
    press.set(Set::Heading, &["Skole - (Privat) 1 svar"]);
    press.set(Set::Text, &["Elvebakk friskole", ENDING]);
    press.page();
    press.set(Set::Heading, &["Rapportering 2024/2025"]);
    press.set(Set::Title, &["Hva heter dere? (2 Svar)"]);
    press.set(Set::Heading, &["Fylkeskommu-|ne (Offentlig)"]);
    press.set(Set::Name, &["Fjordheim fylkeskommune"]);
    press.set(Set::Text, &["Tekst: her"]);
    press.set(Set::Heading, &["Skole (Privat)"]);
    press.set(Set::Name, &["Elvebakk friskole"]);
    press.set(Set::Text, &["Tekst: der"]);
    let report = press.read();
    let groups = |all: Vec<&dekom_lint::report::Group>| -> Vec<String> {
        all.iter().map(|group| group.as_str().to_owned()).collect()
    };
    let expected = ["Offentlig/Fylkeskommune", "Privat/Skole"];
    assert_eq!(
        groups(report.overview.iter().map(|one| &one.group).collect()),
        expected
    );
    let answers = report.questions[0].answers.iter();
    assert_eq!(groups(answers.map(|one| &one.group).collect()), expected);
}
