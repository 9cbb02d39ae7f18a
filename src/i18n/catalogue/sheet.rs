//! The caseworker's sheet.

/// The caseworker's sheet.
pub trait Sheet {
    /// A column of the sheet.
    fn page(&self) -> &'static str;
    /// A column of the sheet.
    fn printed(&self) -> &'static str;
    /// A column of the sheet.
    fn contact(&self) -> &'static str;
    /// A column of the sheet.
    fn phone(&self) -> &'static str;
    /// A column of the sheet.
    fn email(&self) -> &'static str;
    /// A column of the sheet.
    fn respondent(&self) -> &'static str;
    /// A column of the sheet.
    fn group(&self) -> &'static str;
    /// A column of the sheet.
    fn severity(&self) -> &'static str;
    /// A column of the sheet: the question's number.
    fn number(&self) -> &'static str;
    /// A column of the sheet.
    fn question(&self) -> &'static str;
    /// A column of the sheet.
    fn expected(&self) -> &'static str;
    /// A column of the sheet.
    fn finding(&self) -> &'static str;
    /// A column of the sheet.
    fn ask(&self) -> &'static str;
    /// A column of the sheet, to be filled in.
    fn answer(&self) -> &'static str;
    /// A column of the sheet.
    fn rule(&self) -> &'static str;
    /// A column of the sheet.
    fn file(&self) -> &'static str;
    /// A column of the sheet: the finding's fingerprint.
    fn id(&self) -> &'static str;
}
