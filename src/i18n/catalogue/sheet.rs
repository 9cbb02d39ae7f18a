//! The caseworker's sheet.

/// The caseworker's sheet.
pub trait Sheet {
    /// The sheet with what is asked.
    fn asks(&self) -> &'static str;
    /// The sheet with an overview of the respondents.
    fn people(&self) -> &'static str;
    /// The sheet with all findings.
    fn all(&self) -> &'static str;
    /// A column.
    fn respondent(&self) -> &'static str;
    /// A column.
    fn group(&self) -> &'static str;
    /// A column.
    fn contact(&self) -> &'static str;
    /// A column.
    fn phone(&self) -> &'static str;
    /// A column.
    fn email(&self) -> &'static str;
    /// A column: how many questions there are to the respondent.
    fn asked(&self) -> &'static str;
    /// A column: how many of them are not settled.
    fn open(&self) -> &'static str;
    /// A column: the name of the letter.
    fn letter(&self) -> &'static str;
    /// A column.
    fn question(&self) -> &'static str;
    /// A column.
    fn page(&self) -> &'static str;
    /// A column.
    fn printed(&self) -> &'static str;
    /// A column.
    fn expected(&self) -> &'static str;
    /// A column: what is wrong.
    fn finding(&self) -> &'static str;
    /// A column: what the respondent is asked.
    fn ask(&self) -> &'static str;
    /// A column that people fill in.
    fn status(&self) -> &'static str;
    /// A column that people fill in.
    fn answer(&self) -> &'static str;
    /// A column that people fill in.
    fn note(&self) -> &'static str;
    /// A column: whether the finding is new or mended.
    fn change(&self) -> &'static str;
    /// A column.
    fn severity(&self) -> &'static str;
    /// A column.
    fn rule(&self) -> &'static str;
    /// A column.
    fn file(&self) -> &'static str;
    /// A column: the fingerprint.
    fn id(&self) -> &'static str;
    /// A status.
    fn not_sent(&self) -> &'static str;
    /// A status.
    fn sent(&self) -> &'static str;
    /// A status.
    fn answered(&self) -> &'static str;
    /// A status.
    fn settled(&self) -> &'static str;
    /// A status.
    fn no_problem(&self) -> &'static str;
    /// A status of a finding that no respondent is asked about.
    fn to_do(&self) -> &'static str;
    /// The status of a finding that a respondent is asked about: it stands in the other sheet.
    fn see_asks(&self) -> &'static str;
    /// A change.
    fn came_in(&self) -> &'static str;
    /// A change: the finding is not there any more.
    fn mended(&self) -> &'static str;
    /// A change: whether the finding is still there was not checked.
    fn unchecked(&self) -> &'static str;
}
