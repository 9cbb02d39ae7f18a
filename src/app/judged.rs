//! Files that were checked, with where they came from and what holds for them.

use super::groups::Group;
use super::inputs::{From, Input};
use super::settings::Settings;
use super::source;
use crate::diagnostics::{Redactor, Run, Source};
use crate::pdf::Limits;
use crate::rules::Lang;

/// Files that were checked, before anything of them is shown.
pub(super) struct Judged {
    /// The files with their findings.
    pub(super) run: Run,
    /// Where each of them came from.
    pub(super) inputs: Vec<Input>,
    /// What standard input held.
    pub(super) stdin: Vec<u8>,
    /// What holds for them.
    pub(super) groups: Vec<Group>,
    /// Whether findings reach the threshold.
    pub(super) failed: bool,
    /// The language that is spoken, the configuration heard.
    pub(super) lang: Lang,
    /// What redacts them, before anything is shown.
    pub(super) redactor: Option<Redactor>,
}

impl Judged {
    /// The bytes of a file that were checked; `None` where they are others by now, or none.
    pub(super) fn bytes(&self, index: usize) -> Result<Option<Vec<u8>>, source::Why> {
        let (Some(file), Some(input)) = (self.run.files.get(index), self.inputs.get(index)) else {
            return Ok(None);
        };
        let bytes = match &input.from {
            From::File(path) => source::read(path, Limits::default().file_bytes)?,
            From::Stdin => self.stdin.clone(),
            From::Nowhere(_) => return Ok(None),
        };
        let is_same = Source::new("", &bytes).sha256 == file.sha256;
        Ok(is_same.then_some(bytes))
    }

    /// What holds for a file.
    pub(super) fn settings(&self, index: usize) -> Option<&Settings> {
        let mut groups = self.groups.iter();
        let group = groups.find(|group| group.members.contains(&index));
        group.map(|group| &group.settings)
    }
}
