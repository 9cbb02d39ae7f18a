//! Who is meant by a name under a question, in the overview, or among those that did not answer.

use super::group::Group;
use super::model::{Answer, NotStatedLine, Question, Respondent};
use crate::text::Printed;

/// One respondent: in another group a name means another one. Submissions under one name are the same
/// respondent's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct RespondentId<'r> {
    /// Its group, by which respondents are ordered first.
    pub(crate) group: &'r Group,
    /// Its name, as the roster spells it.
    pub(crate) name: &'r str,
}

impl Respondent {
    /// Who it is.
    pub(crate) fn id(&self) -> RespondentId<'_> {
        RespondentId {
            group: &self.group,
            name: &self.name,
        }
    }
}

impl Answer {
    /// Whose it is.
    pub(crate) fn id(&self) -> RespondentId<'_> {
        RespondentId {
            group: &self.group,
            name: &self.respondent.value,
        }
    }
}

impl NotStatedLine {
    /// Who it is.
    pub(crate) fn id(&self) -> RespondentId<'_> {
        RespondentId {
            group: &self.group,
            name: &self.name.value,
        }
    }
}

impl Question {
    /// Who stands under it, with an answer or among those that gave none, and the name there.
    pub(super) fn standing(&self) -> impl Iterator<Item = (RespondentId<'_>, &Printed<String>)> {
        let answers = self.answers.iter();
        let answered = answers.map(|answer| (answer.id(), &answer.respondent));
        let silent = self.not_stated.iter().flat_map(|list| &list.respondents);
        answered.chain(silent.map(|line| (line.id(), &line.name)))
    }
}
