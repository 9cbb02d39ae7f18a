//! Small whole reports that the cases of rules begin from.

/// The text of a report by its name.
pub(crate) fn base(name: &str) -> Option<&'static str> {
    BASES
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, text)| *text)
}

/// The reports.
pub(crate) const BASES: [(&str, &str); 3] = [
    ("survey", include_str!("../../rules/bases/survey.txt")),
    ("dekom", include_str!("../../rules/bases/dekom.txt")),
    (
        "partnership",
        include_str!("../../rules/bases/partnership.txt"),
    ),
];
