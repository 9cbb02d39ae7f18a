//! Feeds `properties/text.rs`.
#![no_main]

#[path = "../properties/text.rs"]
mod property;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| property::holds(bytes));
