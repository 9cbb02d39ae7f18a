//! How large a workbook may become: looked at before it is unpacked into memory.

use std::io::{Cursor, Read as _};

/// The most bytes that a workbook may unpack to.
const MOST_BYTES: u64 = 256 << 20;

/// Why a workbook is not opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unopened {
    /// It is no workbook, or a broken one; why is told by its crate.
    Broken(String),
    /// It unpacks to more than any table or follow-up has.
    TooLarge,
}

/// Unpacks everything once and counts, so that nothing small becomes large in memory.
///
/// # Errors
/// Where it is no archive, and where it is too large.
pub(crate) fn check_size(bytes: &[u8]) -> Result<(), Unopened> {
    let broken = |error: &dyn std::fmt::Display| Unopened::Broken(error.to_string());
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let mut left = MOST_BYTES;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| broken(&error))?;
        let mut part = part.take(left + 1);
        let unpacked = std::io::copy(&mut part, &mut std::io::sink());
        let unpacked = unpacked.map_err(|error| broken(&error))?;
        left = left.checked_sub(unpacked).ok_or(Unopened::TooLarge)?;
    }
    Ok(())
}
