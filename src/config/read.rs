//! A file's text → the type that it is read as, or all of its mistakes: first against the schema of the
//! type, which finds each of them, then by the type itself.

use super::ConfigError;
use super::schema::{against, of};
use super::table::Check;
use crate::rules::Lang;
use crate::toml_file::{self, RawTable};
use schemars::JsonSchema;
use serde::de::DeserializeOwned;

/// Reads a file; `name` is what errors call it. Beside what was read stands the file's table, which has
/// the places.
pub(super) fn read<T: DeserializeOwned + Default + JsonSchema>(
    text: &str,
    name: &str,
    lang: Lang,
) -> Result<(T, RawTable), ConfigError> {
    let mut check = Check::new(lang);
    let mut document = toml_file::parse(0, text);
    // Where it is no TOML, nothing else is checked.
    for broken in std::mem::take(&mut document.broken) {
        check.no_toml(broken, text);
    }
    let mut check = check.finish(Check::new(lang), text, name)?;
    against(&mut check, &document.root, &of::<T>());
    let mut check = check.finish(Check::new(lang), text, name)?;
    let table = std::mem::take(&mut document.root);
    let read = document.typed().unwrap_or_else(|broken| {
        // What the schema lets through and the type does not; it says so itself.
        check.problem(broken.span, broken.why);
        T::default()
    });
    check.finish((read, table), text, name)
}
