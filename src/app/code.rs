//! Exit codes.

/// No finding at or above the threshold.
pub(super) const OK: u8 = 0;

/// Findings at or above the threshold.
pub(super) const FOUND: u8 = 1;

/// Wrong usage, a broken configuration or a broken rule.
pub(super) const BROKEN: u8 = 2;

/// A file that could not be checked.
pub(super) const UNCHECKED: u8 = 3;
