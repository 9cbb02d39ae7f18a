//! Mistakes in rule files as values: worded last, in the language of whoever reads them.

mod advice;
mod flaw;
mod term;
mod toml;
mod what;

pub(crate) use advice::Advice;
pub(crate) use flaw::Flaw;
pub(crate) use term::Term;
pub(crate) use toml::{of_toml, words_of_toml};
pub(crate) use what::Mistake;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::rules::lang::node::NodeKind;
    use crate::rules::lang::types::{Base, Type};

    fn said(mistake: &Mistake) -> [String; 3] {
        [Lang::Nb, Lang::Nn, Lang::En].map(|lang| mistake.message(lang))
    }

    #[test]
    fn each_language_has_its_own_words() {
        let mistake = Mistake::UnknownKey {
            table: Term::Rule,
            key: "asert".to_owned(),
        };
        assert_eq!(
            said(&mistake),
            [
                "en regel har ikke nøkkelen `asert`",
                "ein regel har ikkje nøkkelen `asert`",
                "a rule has no key `asert`",
            ]
        );
        let advice = Advice::DidYouMean {
            name: "assert".to_owned(),
        };
        assert_eq!(advice.text(Lang::Nn), "meinte du `assert`?");
        let advice = Advice::ThereIsAndMore {
            names: "`error`, `note`".to_owned(),
            more: 3,
        };
        assert_eq!(advice.text(Lang::Nb), "det finnes `error`, `note` og 3 til");
    }

    #[test]
    fn types_are_words_and_parts_of_the_report_are_names() {
        let wrong = |found, wanted| said(&Mistake::WrongType { found, wanted });
        assert_eq!(
            wrong(
                Type::of(Base::Text).or_null(),
                Term::Types(vec![Type::of(Base::Int), Type::of(Base::Text)]),
            ),
            [
                "dette er tekst eller null, men her trengs heltall eller tekst",
                "dette er tekst eller null, men her trengst heiltal eller tekst",
                "this is text?, but int or text is needed",
            ]
        );
        let answers = Type::list(Type::of(Base::Node(NodeKind::Answer))).or_null();
        let [nb, _, en] = wrong(answers, Term::Type(Type::of(Base::Bool)));
        assert_eq!(
            nb,
            "dette er liste av Answer eller null, men her trengs sann/usann"
        );
        assert_eq!(en, "this is list<Answer>?, but bool is needed");
    }

    #[test]
    fn what_stands_where_it_should_not_is_quoted() {
        let found = Term::Quoted {
            sign: "sum".to_owned(),
        };
        let mistake = Mistake::Unexpected {
            found,
            wanted: Term::OperatorOrEnd,
        };
        assert_eq!(
            said(&mistake),
            [
                "`sum` står der en operator eller slutten skulle stå",
                "`sum` står der ein operator eller slutten skulle stå",
                "`sum` stands where an operator or the end should be",
            ]
        );
    }
}
