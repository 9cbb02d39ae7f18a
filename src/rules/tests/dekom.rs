//! Rules of the DEKOM pack.

use super::build::Builder;
use super::{RULES, hit, hits, rules_found};
use crate::report::{Kind, Report};
use crate::rules::{Options, Outcome, PackChoice, Severity, run};

const K: &str = "Offentlig/Kommune";

fn choices(title: &str, answers: &[(&str, &[&str])]) -> Report {
    let mut builder = Builder::new();
    let mut question = builder.question(Kind::MultipleChoice, title);
    for (name, chosen) in answers {
        question = question.choose(name, K, chosen);
    }
    question.end();
    builder.done()
}

#[test]
fn options_that_exclude_each_other_are_one_error() {
    let report = choices(
        "Beskriv måloppnåelse",
        &[
            (
                "Vefsn kommune",
                &[
                    "Tiltaket har styrket det profesjonelle læringsfelleskapet på skolen",
                    "Tiltaket er ikke gjennomført",
                    "Tiltakene har bidratt til ønsket praksisendring",
                    "Tiltakene er gjennomført som planlagt",
                ],
            ),
            ("Gildeskål kommune", &["Tiltaket er ikke gjennomført"]),
            (
                "Bodø kommune",
                &[
                    "Tiltakene er gjennomført som planlagt",
                    "Tiltakene er forsinket",
                ],
            ),
        ],
    );
    let hit = hit(&report, "exclusive-options");
    assert_eq!(hit.severity, Severity::Error);
    assert_eq!(hit.respondent.as_deref(), Some("Vefsn kommune"));
    assert_eq!(hit.primary.text, "Tiltaket er ikke gjennomført");
    assert_eq!(hit.option.as_deref(), Some("Tiltaket er ikke gjennomført"));
    assert_eq!(hit.labels.len(), 3);
    assert_eq!(
        rules_found(&report),
        ["exclusive-options", "options-at-odds", "unchecked-figures"]
    );
}

#[test]
fn each_pair_of_options_is_known() {
    for (negative, positive) in [
        (
            "Behovet er vurdert, men ikke aktuelt for temaene i dette partnerskapet",
            "Knyttet til samiske språk",
        ),
        (
            "Har ikke koordinatorfunksjon",
            "Partnerskapet omfatter mange skoler",
        ),
        (
            "Har ikke koordinatorfunksjon",
            "Tiltak i partnerskapet får midler fra flere tilskuddsordninger",
        ),
        (
            "Tiltaka er ikkje gjennomført",
            "Tiltaka har bidrege til endra praksis",
        ),
    ] {
        let both = choices("Hva?", &[("Aa", &[positive, negative])]);
        assert_eq!(hit(&both, "exclusive-options").primary.text, negative);
        let apart = choices("Hva?", &[("Aa", &[positive]), ("Bb", &[negative])]);
        assert_eq!(hits(&apart, "exclusive-options").len(), 0);
    }
}

#[test]
fn none_of_the_options_excludes_all_others() {
    for none in ["Ingen av disse", "Ikke aktuelt", "Vet ikke", "Ingen"] {
        let report = choices("Hva?", &[("Aa", &[none, "Kurs"]), ("Bb", &[none])]);
        assert_eq!(hit(&report, "exclusive-options").primary.text, none);
    }
    let report = choices("Hva?", &[("Aa", &["Ingen endring i år", "Kurs"])]);
    assert_eq!(hits(&report, "exclusive-options").len(), 0);
}

const PLANS: [&str; 4] = ["1 år", "2 år", "3 år", "Mer enn 3 år"];
const YEARS: [&str; 4] = [
    "Første år i perioden",
    "Andre år i perioden",
    "Tredje år i perioden",
    "Tiltak i dette partnerskapet har hatt tildeling i mer enn tre år",
];

fn periods(answers: &[(&str, &str, &[&str])]) -> Report {
    let mut builder = Builder::new();
    let bars = PLANS.map(|p| (p, 0, 0));
    let mut question = builder
        .question(
            Kind::SingleChoice,
            "Oppgi hvor mange år varigheten er planlagt",
        )
        .chart("", &bars);
    for (name, plan, _) in answers {
        question = question.choose(name, K, &[plan]);
    }
    question.with(|q| q.charts.clear()).end();
    let bars = YEARS.map(|y| (y, 0, 0));
    let mut question = builder
        .question(
            Kind::MultipleChoice,
            "Hvilket år i den planlagte perioden rapporteres det for?",
        )
        .chart("", &bars);
    for (name, _, years) in answers {
        question = question.choose(name, K, years);
    }
    question.with(|q| q.charts.clear()).end();
    builder.done()
}

#[test]
fn a_year_beyond_the_plan_is_found_for_any_pair() {
    for (p, plan) in PLANS.iter().enumerate() {
        for (y, year) in YEARS.iter().enumerate() {
            let report = periods(&[("Aa", plan, &[year])]);
            let found = hits(&report, "duration-year-conflict");
            assert_eq!(found.len(), usize::from(y > p), "{plan} / {year}");
            if let [hit] = found.as_slice() {
                assert_eq!(hit.question, Some(1));
                assert_eq!(hit.primary.text, *year);
                assert_eq!(hit.labels[0].at.text, *plan);
            }
        }
    }
}

#[test]
fn two_years_at_once_are_a_warning_of_their_own_or_of_a_conflict() {
    let report = periods(&[("Aa", "2 år", &[YEARS[0], YEARS[1]])]);
    assert_eq!(rules_found(&report), ["several-years", "unchecked-figures"]);
    let report = periods(&[("Aa", "1 år", &[YEARS[0], YEARS[1]])]);
    let conflict = hit(&report, "duration-year-conflict");
    assert!(
        conflict
            .labels
            .iter()
            .any(|l| l.text.nb == "flere år er valgt samtidig")
    );
    assert_eq!(
        rules_found(&report),
        ["duration-year-conflict", "unchecked-figures"]
    );
}

#[test]
fn a_name_that_stands_twice_is_judged_where_it_holds_for_both() {
    let either = periods(&[("Aa", "1 år", &[YEARS[1]]), ("Aa", "2 år", &[YEARS[0]])]);
    assert_eq!(hits(&either, "duration-year-conflict").len(), 0);
    let both = periods(&[("Aa", "1 år", &[YEARS[2]]), ("Aa", "2 år", &[YEARS[0]])]);
    assert_eq!(hits(&both, "duration-year-conflict").len(), 1);
}

fn grants(own: Option<i64>, owner: Option<i64>, university: Option<i64>, uses: &[&str]) -> Report {
    let mut builder = Builder::new();
    for (title, value) in [
        (
            "Egenfinansiering hos skoleeier(ne) i 2024 (oppgi kronebeløp):",
            own,
        ),
        (
            "Tilskudd til dette partnerskapet som eier(ne) har mottatt i 2024",
            owner,
        ),
        (
            "Tilskudd til dette partnerskapet som universitet har mottatt i 2024",
            university,
        ),
    ] {
        let question = builder.question(Kind::Integer, title);
        match value {
            Some(value) => question.integer("Bodø kommune", K, value).end(),
            None => question.blank("Bodø kommune", K).end(),
        }
    }
    builder
        .question(
            Kind::MultipleChoice,
            "Hva er skoleiers egenfinansiering brukt til?",
        )
        .choose("Bodø kommune", K, uses)
        .end();
    builder.done()
}

#[test]
fn a_blank_amount_is_found_where_other_answers_contradict_it() {
    let found = hit(
        &grants(Some(225_000), None, Some(290_270), &["Drift av nettverk"]),
        "blank-contradicted",
    );
    assert_eq!(found.question, Some(1));
    assert_eq!(found.respondent.as_deref(), Some("Bodø kommune"));
    assert_eq!(found.labels.len(), 2);
    let found = hit(
        &grants(None, Some(1), Some(1), &["Drift av nettverk"]),
        "blank-contradicted",
    );
    assert_eq!(found.question, Some(0));
    for report in [
        grants(Some(225_000), None, None, &["Drift av nettverk"]),
        grants(Some(225_000), Some(10), None, &["Drift av nettverk"]),
        grants(None, Some(10), Some(20), &[]),
    ] {
        assert_eq!(hits(&report, "blank-contradicted").len(), 0);
    }
}

#[test]
fn a_required_question_has_to_be_answered() {
    let mut builder = Builder::new();
    builder
        .question(Kind::Text, "Kontaktpersonens telefonnummer")
        .text("Aa", K, "40000118")
        .not_stated(1, &[("Bb", K)])
        .end();
    builder
        .question(Kind::Text, "Legg til eventuelle kommentarer")
        .text("Aa", K, "Takk for godt samarbeid i år.")
        .not_stated(1, &[("Bb", K)])
        .end();
    let report = builder.done();
    let hit = hit(&report, "missing-answer");
    assert_eq!(hit.question, Some(0));
    assert_eq!(hit.respondent.as_deref(), Some("Bb"));
}

#[test]
fn the_pack_is_chosen_by_the_titles() {
    let mut builder = Builder::new();
    let title = builder.words("Nordland - Desentralisert ordning - Rapportering 2026/2027");
    builder.report.title = Some(title);
    let report = builder.done();
    let outcome = run(&RULES, &report, &Options::default());
    assert_eq!(outcome.packs, ["general", "dekom"]);
    assert!(
        outcome
            .questions_not_found
            .iter()
            .any(|lost| lost.key == "duration" && lost.rules == ["duration-year-conflict"])
    );
    let other = Builder::new().done();
    assert_eq!(run(&RULES, &other, &Options::default()).packs, ["general"]);
    let forced = Options {
        packs: PackChoice::Forced(vec!["dekom".to_owned()]),
        ..Options::default()
    };
    assert_eq!(run(&RULES, &other, &forced).packs, ["general", "dekom"]);
}

#[test]
fn a_rule_can_be_switched_off_or_made_a_note() {
    let report = choices(
        "Hva?",
        &[(
            "Aa",
            &[
                "Tiltaket er ikke gjennomført",
                "Tiltakene er gjennomført som planlagt",
            ],
        )],
    );
    let mut options = Options {
        packs: PackChoice::Forced(vec!["dekom".to_owned()]),
        ..Options::default()
    };
    options
        .severities
        .insert("exclusive-options".to_owned(), Some(Severity::Note));
    let severity = |outcome: &Outcome| {
        let mut hits = outcome.hits.iter();
        let hit = hits.find(|hit| hit.rule == "exclusive-options");
        hit.map(|hit| hit.severity)
    };
    let outcome = run(&RULES, &report, &options);
    assert_eq!(severity(&outcome), Some(Severity::Note));
    options
        .severities
        .insert("exclusive-options".to_owned(), None);
    let outcome = run(&RULES, &report, &options);
    assert_eq!(severity(&outcome), None);
    assert!(
        outcome
            .statuses
            .iter()
            .all(|s| s.rule != "exclusive-options")
    );
}

#[test]
fn a_blank_that_no_warning_could_tell_of_is_told_by_the_note() {
    let report = |incomplete: bool, answered: bool| {
        let mut builder = Builder::new();
        builder
            .question(Kind::Integer, "Hvor mange private grunnskoler har deltatt?")
            .blank("Aa", K)
            .end();
        let title = "Hvor mange private videregående skoler har deltatt?";
        let mut question = builder.question(Kind::Integer, title);
        if answered {
            question = question.blank("Aa", K);
        }
        if incomplete {
            question.incomplete().end();
        } else {
            question.end();
        }
        builder
            .question(Kind::Text, "Navn på deltakende, private skoleeiere")
            .text("Aa", K, "Furuly skole")
            .end();
        builder.done()
    };
    let noted = |report: &Report| {
        let noted = hits(report, "missing-answer").into_iter();
        noted.map(|hit| hit.question).collect::<Vec<_>>()
    };
    let whole = report(false, true);
    assert_eq!(hit(&whole, "blank-contradicted").question, Some(0));
    assert_eq!(noted(&whole), [Some(1)]);
    // What is incomplete may have lost the very answer.
    for answered in [true, false] {
        let torn = report(true, answered);
        assert_eq!(hits(&torn, "blank-contradicted").len(), 0);
        assert_eq!(noted(&torn), [Some(0)]);
    }
}

#[test]
fn schools_on_a_page_that_is_missing_may_be_those_of_the_owners() {
    let report = |incomplete: bool| {
        let mut builder = Builder::new();
        builder
            .question(Kind::Integer, "Hvor mange private grunnskoler har deltatt?")
            .integer("Aa", K, 1)
            .end();
        let title = "Hvor mange private videregående skoler har deltatt?";
        let question = builder.question(Kind::Integer, title);
        if incomplete {
            question.incomplete().end();
        } else {
            question.blank("Aa", K).end();
        }
        builder
            .question(Kind::Text, "Navn på deltakende, private skoleeiere")
            .text("Aa", K, "Lia friskole, Nes montessoriskole")
            .end();
        builder.done()
    };
    let rule = "fewer-schools-than-owners";
    assert_eq!(hits(&report(false), rule).len(), 1);
    assert_eq!(hits(&report(true), rule).len(), 0);
}
