//! Names, telephone numbers and free text → stable pseudonyms, before anything is rendered.
//!
//! A pseudonym is keyed (HMAC), never a bare hash: there are so few telephone numbers that all of
//! them can be hashed and compared. The same secret gets the same pseudonym wherever it stands.

mod moved;
mod pages;
mod redactor;
mod secrets;
mod token;
mod words;

pub use redactor::Redactor;
pub(super) use secrets::Secrets;
