//! Proposals about what has to be answered where a number is stated.

use super::model::{Asked, FEW, Integer, SUPPORT, Subjects, Support, propose};
use crate::report::Kind;
use crate::rules::Lang;

/// A number whose respondents answer another question about the same: what the schools that are counted
/// are called, or what the money was spent on.
///
/// Where nobody leaves that question out, the portal asks for it, and nothing shows. Where those alone
/// do who state no number, it goes with the number; where one does who states it, that is a find.
pub(super) fn requires(
    text: &mut String,
    integers: &[Integer<'_>],
    others: &[Asked<'_>],
    subjects: &Subjects,
    lang: Lang,
) {
    let others = others
        .iter()
        .filter(|other| !matches!(other.question.kind, Kind::Integer | Kind::Unknown));
    for other in others {
        let answered = other.answered();
        let related = integers
            .iter()
            .filter(|number| subjects.shared(number.title, other.title()));
        for number in related {
            let (mut both, mut broken, mut neither) = (0, 0, 0);
            for (who, value) in &number.numbers {
                match (*value > 0, answered.get(who)) {
                    (true, Some(true)) => both += 1,
                    (true, Some(false)) => broken += 1,
                    (false, Some(false)) => neither += 1,
                    _ => {}
                }
            }
            let shows = broken + neither > 0;
            let holds = FEW * broken <= both + broken;
            if both < SUPPORT || !shows || !holds {
                continue;
            }
            let said = lang.suggest().answers_too(&number.title, &other.title());
            let (key, wanted) = (number.key, other.key);
            let check = format!("given = \"{key}\"\nrequires = \"{wanted}\"");
            let support = Support {
                held: both,
                all: both + broken,
                shown: both,
            };
            let id = format!("{key}-without-{wanted}");
            propose(text, &said, support, &id, &check, lang);
        }
    }
}
