//! Maps from marks.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A map from marks, which need no further hashing.
pub(crate) type MarkMap<T> = HashMap<u64, T, BuildHasherDefault<AsIs>>;

/// Takes a mark for its own hash.
#[derive(Default)]
pub(crate) struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(byte);
        }
    }

    fn write_u64(&mut self, mark: u64) {
        self.0 = mark;
    }
}
