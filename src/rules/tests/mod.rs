//! Tests of the rules and of their language.
#![expect(
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails does so by a panic"
)]

mod build;
mod smoke;
