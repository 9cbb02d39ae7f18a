//! Rules on what respondents wrote.

use super::build::Builder;
use super::{hit, hits, rules_found};
use crate::report::{Kind, Report};
use crate::rules::Severity;

const K: &str = "Offentlig/Kommune";

fn texts(title: &str, texts: &[&str]) -> Report {
    let mut builder = Builder::new();
    let mut question = builder.question(Kind::Text, title);
    for (i, text) in texts.iter().enumerate() {
        question = question.text(&format!("Respondent {i}"), K, text);
    }
    question.end();
    builder.done()
}

#[test]
fn a_blank_answer_is_a_warning_for_texts_and_choices() {
    for kind in [
        Kind::Text,
        Kind::MultipleChoice,
        Kind::SingleChoice,
        Kind::Places,
    ] {
        let mut builder = Builder::new();
        builder.question(kind, "Hva?").blank("Aa", K).end();
        let hit = hit(&builder.done(), "missing-answer");
        assert_eq!(hit.severity, Severity::Warning);
        assert_eq!(hit.respondent.as_deref(), Some("Aa"));
    }
}

#[test]
fn blank_integers_are_one_note() {
    let mut builder = Builder::new();
    builder
        .question(Kind::Integer, "Hvor mange?")
        .blank("Aa", K)
        .integer("Bb", K, 3)
        .blank("Cc", K)
        .blank("Dd", K)
        .end();
    let hit = hit(&builder.done(), "missing-answer");
    assert_eq!(hit.severity, Severity::Note);
    assert_eq!(
        hit.message.nb,
        "3 av 4 har 0 eller ikke noe svar: Aa, Cc og Dd."
    );
    assert_eq!(hit.labels.len(), 2);
}

#[test]
fn of_two_with_one_text_none_is_told_of_the_other() {
    let report = texts("Hva er gjort?", &[LONG, LONG]);
    let told = hit(&report, "duplicate-text");
    assert_eq!(told.severity, Severity::Warning);
    assert!(told.message.nb.contains("Respondent 0"));
    assert_eq!((told.respondent, told.group), (None, None));
    // Both are asked alike, for it does not show who wrote it.
    let asked: Vec<&str> = told
        .asks
        .iter()
        .map(|ask| ask.respondent.as_str())
        .collect();
    assert_eq!(asked, ["Respondent 0", "Respondent 1"]);
    let mut questions = told.asks.iter().map(|ask| &ask.question.nb);
    assert!(questions.all(|question| !question.contains("Respondent")));
}

#[test]
fn who_hands_in_a_text_twice_is_asked_about_its_own() {
    let mut builder = Builder::new();
    let mut question = builder.question(Kind::Text, "Hva er gjort?");
    for text in [LONG, LONG, LONG] {
        question = question.text("Aa", K, text);
    }
    question.end();
    let told = hit(&builder.done(), "duplicate-text");
    assert_eq!(told.respondent.as_deref(), Some("Aa"));
    let said = "Aa har ordrett samme tekst i innsending 1, 2 og 3.";
    assert_eq!(told.message.nb, said);
    let asked = told.asks[0].question.nb.clone();
    assert!(asked.contains("i flere innsendinger"), "{asked}");
}

#[test]
fn submissions_under_one_name_are_told_apart_by_number() {
    let mut builder = Builder::new();
    let question = builder.question(Kind::Text, "Hva er gjort?");
    let question = question.text("Aa", K, "-").text("Aa", K, "xxx");
    question.text("Bb", K, "?").end();
    let told = hits(&builder.done(), "placeholder-answer");
    let english: Vec<&str> = told.iter().map(|hit| hit.message.en.as_str()).collect();
    assert_eq!(english[1], "The answer of Aa (no. 2) is only “xxx”.");
    let told: Vec<String> = told.into_iter().map(|hit| hit.message.nb).collect();
    let said = [
        "Svaret fra Aa (nr. 1) er bare «-».",
        "Svaret fra Aa (nr. 2) er bare «xxx».",
        "Svaret fra Bb er bare «?».",
    ];
    assert_eq!(told, said);
}

#[test]
fn placeholders_are_found() {
    for text in [
        "0",
        "-",
        ".",
        "…",
        "n/a",
        "N/A",
        "xxx",
        "XX",
        "test",
        "Test.",
        "sa",
        "Se over.",
        "se over",
        "Se ovenfor",
        "Se tidligere kommentarer.",
        "se tidligere svar",
        "Se \"annet\".",
        "  SE  OVER ",
        "Samme som over",
        "Se svar over",
        "asdf",
        "?",
        "--",
        "ia",
        "tbd",
    ] {
        let report = texts("Hva er gjort?", &[text]);
        assert_eq!(rules_found(&report), ["placeholder-answer"], "{text:?}");
    }
}

#[test]
fn short_answers_are_not_placeholders() {
    for text in [
        "Ja",
        "Nei",
        "Bø",
        "NTNU",
        "Ingen",
        "Ikke aktuelt",
        "100",
        "2025",
        "RKK Lofoten",
        "Se vedlegg",
        "Vi ser over planene.",
        "Se også rapport sendt fra øvrige deler.",
        "Testing av elever",
        "Samme lag møtes hver uke",
        "Nord universitet",
        "0,5 stilling",
    ] {
        let report = texts("Hva er gjort?", &[text]);
        assert_eq!(rules_found(&report), Vec::<String>::new(), "{text:?}");
    }
}

#[test]
fn placeholders_stand_in_comments_too() {
    let mut builder = Builder::new();
    builder
        .question(Kind::MultipleChoice, "Hva?")
        .choose("Aa", K, &["Vikar", "#sa"])
        .choose("Bb", K, &["Vikar", "*xxx"])
        .end();
    assert_eq!(hits(&builder.done(), "placeholder-answer").len(), 2);
}

#[test]
fn phone_numbers_can_exist() {
    let good = [
        "40000118",
        "400 00 118",
        "40 00 01 18",
        "+47 40000118",
        "+4740000118",
        "0047 40000118",
        "22334455",
        "Tlf. 40000118",
        "40000118 / 40000297",
        "40\u{a0}00\u{a0}01\u{a0}18",
        "912-34-567",
        "(+47) 91234567",
        "91234567 (mobil)",
        "+46 40000118",
        "+1 (212) 555-0123",
        "02800",
        "116 117",
    ];
    assert_eq!(
        hits(
            &texts("Kontaktpersonens telefonnummer", &good),
            "invalid-phone"
        )
        .len(),
        0
    );
    for bad in [
        "4000011",
        "400001188",
        "4000011O",
        "00000000",
        "10000118",
        "+47 4000011",
        "+47 400001188",
        "40000118x",
    ] {
        let report = texts("Kontaktpersonens telefonnummer", &["40000118", bad]);
        assert_eq!(hit(&report, "invalid-phone").primary.text, bad);
    }
}

#[test]
fn a_question_about_telephones_is_none_of_numbers() {
    let report = texts(
        "Hvordan er telefon brukt i tiltaket?",
        &["Til møter og samtaler.", "Lite, vi møttes heller.", "12345"],
    );
    assert_eq!(hits(&report, "invalid-phone").len(), 0);
}

#[test]
fn personal_data_is_one_warning_for_each_question() {
    let found = texts(
        "Oppgi navn til kontaktperson for rapporten",
        &["Kari Nordmann", "Ola Hansen"],
    );
    let one = hit(&found, "personal-data");
    assert!(one.message.nb.contains("2 respondenter"));
    assert_eq!(one.respondent, None);
    assert_eq!(
        hits(
            &texts("Kontaktpersonens telefonnummer", &["40000118"]),
            "personal-data"
        )
        .len(),
        1
    );
    assert_eq!(
        hits(
            &texts("Kontaktpersonens arbeidssted", &["Bodø kommune"]),
            "personal-data"
        )
        .len(),
        0
    );
}

const LONG: &str = "Lærerne har møttes seks ganger i løpet av skoleåret for å planlegge undervisning i \
    naturfag. Hver samling hadde en forelesning, utprøving i egne klasser og en runde der alle delte det de \
    hadde lært. Rektorene deltok på tre av samlingene og fulgte opp på egen skole.";

#[test]
fn copied_texts_are_found() {
    // Word for word, with words changed, with a sentence moved, and cut.
    let changed = LONG
        .replace("seks", "åtte")
        .replace("naturfag", "norsk")
        .replace("tre av", "alle");
    let moved = "Rektorene deltok på tre av samlingene og fulgte opp på egen skole. Lærerne har møttes \
        seks ganger i løpet av skoleåret for å planlegge undervisning i naturfag. Hver samling hadde en \
        forelesning, utprøving i egne klasser og en runde der alle delte det de hadde lært.";
    let cut = LONG.replace(
        " Rektorene deltok på tre av samlingene og fulgte opp på egen skole.",
        "",
    );
    for copy in [LONG, &changed, moved, &cut] {
        let report = texts("Hva er gjort?", &[LONG, "Noe kort og eget.", copy]);
        let hit = hit(&report, "duplicate-text");
        assert_eq!(hit.severity, Severity::Warning);
        assert_eq!(hit.primary.text, copy);
        assert!(
            hit.message.nb.contains("Respondent 0"),
            "{}",
            hit.message.nb
        );
        assert_eq!(hit.labels.len(), 1);
    }
}

#[test]
fn different_and_short_texts_are_no_copies() {
    let other = "Vi har arbeidet med lesing på alle trinn, med vekt på elever som strever. Skolebiblioteket er \
        åpnet på ettermiddagen, og foreldre har lest sammen med barna sine på fire kvelder gjennom vinteren.";
    assert_eq!(
        rules_found(&texts("Hva er gjort?", &[LONG, other])),
        Vec::<String>::new()
    );
    let short = "Arbeidet går som planlagt på alle skolene.";
    assert_eq!(
        rules_found(&texts("Hva er gjort?", &[short, short])),
        Vec::<String>::new()
    );
}

#[test]
fn a_shared_sentence_is_a_note() {
    let shared = "UH ser stor nytte av å ha direkte kontakt med lærere som arbeider på skolene.";
    let one = format!(
        "{shared} Vi har i år tatt med studenter ut, og de har skrevet oppgaver om det de så der. \
        Neste år vil vi bruke filmopptak av timene i undervisningen."
    );
    let two = format!(
        "Samlingene har vært lagt til Bodø, der kommunen stilte med lokaler, mat og buss. {shared} \
        Ellers har arbeidet stått stille på grunn av sykdom blant dem som skulle lede det."
    );
    let hit = hit(&texts("Hva er gjort?", &[&one, &two]), "duplicate-text");
    assert_eq!(hit.severity, Severity::Note);
    assert!(hit.message.nb.contains("Respondent 0 og Respondent 1"));
}

#[test]
fn a_text_that_breaks_off_is_found() {
    for text in [
        "Vi har arbeidet med lesing på alle trinn, og",
        "Vi har arbeidet med lesing på alle trinn,",
        "Vi har arbeidet med lesing på alle trinn og under-",
        "Vi har arbeidet med lesing på alle trinn (",
    ] {
        assert_eq!(
            rules_found(&texts("Hva?", &[text])),
            ["truncated-text"],
            "{text}"
        );
    }
    for text in [
        "Vi har arbeidet med lesing på alle trinn i utviklingsarbeid innenfor skole",
        "Vi har arbeidet med lesing på alle trinn, det er dette vi skal jobbe med",
        "Vi har arbeidet med lesing på alle trinn (også de eldste)",
        "Fagdager, kurs og nettverk for alle lærere i regionen...",
    ] {
        assert_eq!(
            rules_found(&texts("Hva?", &[text])),
            Vec::<String>::new(),
            "{text}"
        );
    }
}
