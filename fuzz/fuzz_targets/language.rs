//! Feeds `properties/language.rs`.
#![no_main]

#[path = "../properties/language.rs"]
mod property;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|expression: &str| property::holds(expression));
