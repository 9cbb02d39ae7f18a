//! Tests of the rules and of their language.

mod build;
mod smoke;
