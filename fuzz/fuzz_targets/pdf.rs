//! Any bytes as a PDF → report → findings, and the document through the pipe's form and back.
#![no_main]

use dekom_lint::pdf::{Limits, wire};
use dekom_lint::report::{self, ReadOptions};
use libfuzzer_sys::fuzz_target;

/// The PDF crates may panic: the reader makes a lost page or a broken file of it, and libFuzzer's
/// hook would end the run there. A panic of our own ends it, also where the reader would catch it.
fn stop_for_our_own() {
    let told = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        let below = |file: &str| file.contains("/registry/") || file.starts_with("/rustc/");
        if !info.location().is_some_and(|place| below(place.file())) {
            told(info);
            std::process::abort();
        }
    }));
}

fuzz_target!(init: stop_for_our_own(), |bytes: &[u8]| {
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
});
