//! Any bytes as a PDF → report → findings, and the document through the pipe's form and back.

use dekom_lint::pdf::{Limits, wire};
use dekom_lint::report::{self, ReadOptions};

/// Panics where it does not hold.
pub(crate) fn holds(bytes: &[u8]) {
    let reading = ReadOptions {
        limits: Limits {
            pages: 50,
            operations_per_page: 20_000,
            ..Limits::default()
        },
        ..ReadOptions::default()
    };
    let Ok(raw) = report::read_raw(bytes, &reading) else {
        return;
    };
    let mut sent = Vec::new();
    wire::write(&raw, &mut sent).expect("memory can be written to");
    let came = wire::read(&mut sent.as_slice()).expect("what was written can be read");
    assert_eq!(format!("{came:?}"), format!("{raw:?}"));
    let _ = report::from_raw(came);
}
