//! What a letter says besides its questions.

/// What the letters of a follow-up say besides their questions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FollowUp {
    /// `sender`: who asks, a line for each of name, office, telephone number and so on.
    pub sender: Option<String>,
    /// `deadline`: until when an answer is asked for.
    pub deadline: Option<Deadline>,
    /// `greeting`: how a letter begins, in place of a greeting by name.
    pub greeting: Option<String>,
}

/// Until when an answer is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deadline {
    /// A day: year, month, day.
    Day(i32, u8, u8),
    /// In the sender's own words.
    Words(String),
}
