//! A file's text → the type that it is read as, or all of its mistakes: first against the schema of the
//! type, which finds each of them, then by the type itself.

use super::ConfigError;
use super::schema::{against, of};
use super::table::Check;
use crate::rules::Lang;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use toml::de::DeTable;

/// Reads a file; `name` is what errors call it. Beside what was read stands the file's table, which has
/// the places.
pub(super) fn read<'t, T: DeserializeOwned + Default + JsonSchema>(
    text: &'t str,
    name: &str,
    lang: Lang,
) -> Result<(T, DeTable<'t>), ConfigError> {
    let mut check = Check::new(lang);
    let table = check.document(text, name)?;
    against(&mut check, &table, &of::<T>());
    let mut check = check.finish(Check::new(lang), text, name)?;
    let read = toml::from_str(text).unwrap_or_else(|error: toml::de::Error| {
        // What the schema lets through and the type does not; it says so itself.
        check.problem(error.span().unwrap_or(0..0), error.message());
        T::default()
    });
    check.finish((read, table), text, name)
}
