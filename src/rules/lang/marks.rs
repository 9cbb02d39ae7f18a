//! Maps from marks.

use rustc_hash::FxHashMap;

/// A map from marks.
pub(crate) type MarkMap<T> = FxHashMap<u64, T>;
