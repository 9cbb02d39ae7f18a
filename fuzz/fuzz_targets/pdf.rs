//! Feeds `properties/pdf.rs`.
#![no_main]

#[path = "../properties/pdf.rs"]
mod property;

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

fuzz_target!(init: stop_for_our_own(), |bytes: &[u8]| property::holds(bytes));
