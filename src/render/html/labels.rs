//! The page's own words, by the names under which the template knows them.

use crate::i18n::Lang;
use std::collections::BTreeMap;

/// The words in a language.
pub(super) fn labels(lang: Lang) -> BTreeMap<&'static str, &'static str> {
    let said = lang.html();
    [
        ("title", said.label_title()),
        ("skip", said.label_skip()),
        ("filters", said.label_filters()),
        ("severity", said.label_severity()),
        ("rule", said.label_rule()),
        ("respondent", said.label_respondent()),
        ("text", said.label_text()),
        ("all", said.label_all()),
        ("reset", said.label_reset()),
        ("shown", said.label_shown()),
        ("by_respondent", said.label_by_respondent()),
        ("coverage", said.label_coverage()),
        ("pages", said.label_pages()),
        ("page", said.label_page()),
        ("marked", said.label_marked()),
        ("nothing", said.label_nothing()),
        ("printed", said.label_printed()),
        ("expected", said.label_expected()),
        ("group", said.label_group()),
        ("option", said.label_option()),
        ("uncertain", said.label_uncertain()),
        ("rests_on", said.label_rests_on()),
        ("what", said.label_what()),
        ("where", said.label_where()),
        ("why", said.label_why()),
        ("help", said.label_help()),
        ("rules", said.label_rules()),
        ("result", said.label_result()),
        ("evaluated", said.label_evaluated()),
        ("contents", said.label_contents()),
        ("as_printed", said.label_as_printed()),
        ("text_there", said.label_text_there()),
        ("text_of_page", said.label_text_of_page()),
        ("state", said.label_state()),
        ("open", said.label_open()),
        ("settled", said.label_settled()),
        ("no_problem", said.label_no_problem()),
        ("reason", said.label_reason()),
        ("reason_needed", said.label_reason_needed()),
        ("open_ones", said.label_open_ones()),
        ("handled_ones", said.label_handled_ones()),
        ("progress", said.label_progress()),
        ("save", said.label_save()),
        ("save_help", said.label_save_help()),
        ("kept", said.label_kept()),
        ("not_kept", said.label_not_kept()),
        ("saved_head", said.label_saved_head()),
    ]
    .into()
}
