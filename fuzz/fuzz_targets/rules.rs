//! Feeds `properties/rules.rs`.
#![no_main]

#[path = "../properties/rules.rs"]
mod property;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| property::holds(text));
