//! The language of the rules: a documented subset of CEL with exact numbers, checked before it runs.
//!
//! text → [`lexer`] → [`parser`] → [`ast`] → [`check`] → [`code`] → [`eval`]. Nothing in here does
//! I/O, and no evaluation runs longer or holds more than its [`fuel`] allows.

pub(crate) mod answer;
pub(crate) mod ast;
mod called;
mod calls;
mod calls_text;
pub(crate) mod check;
mod check_call;
mod check_list;
mod check_named;
mod check_operator;
mod check_want;
pub(crate) mod code;
pub(crate) mod constant;
pub(crate) mod days;
pub(crate) mod eval;
mod eval_macro;
pub(crate) mod fields;
mod foreign;
pub(crate) mod fuel;
pub(crate) mod functions;
mod index;
pub(crate) mod known;
mod landmark;
mod lexer;
pub(crate) mod lookup;
mod machine;
mod marks;
mod narrow;
pub(crate) mod near;
pub(crate) mod node;
pub(crate) mod numbers;
pub(crate) mod parser;
mod partly;
pub(crate) mod pattern;
pub(crate) mod pooled;
mod problem;
mod search;
pub(crate) mod spelling;
pub(crate) mod stop;
pub(crate) mod table;
mod table_call;
mod touches;
pub(crate) mod types;
pub(crate) mod value;
pub(crate) mod words;
pub(crate) mod world;

pub(crate) use problem::{Problem, suggest};
