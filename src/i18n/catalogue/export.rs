//! The workbook of an export.

/// The workbook of an export.
pub trait Export {
    /// The name of a table, a column, or a word of the program's own, by the name that programs know it
    /// by; that name itself where there is no other.
    fn name(&self, key: &'static str) -> &'static str;
}
