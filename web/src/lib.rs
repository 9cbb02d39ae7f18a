//! dekom-lint for a page in the browser: memory in, memory out, and nothing imported but the
//! clock.
//!
//! Whoever calls writes a request into what [`reserve`] gives, calls [`work`], and reads as many bytes
//! as [`length`] says. Request and answer are built alike: four bytes, least first, that say how long
//! the JSON is, the JSON ([`request::Request`], [`answer::Answer`]), and the bytes of the files that it
//! names, one after the other.
//!
//! An instance is used for one request: whatever a file did to it is gone with it.

mod answer;
mod request;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError};

static REQUEST: Mutex<Vec<u8>> = Mutex::new(Vec::new());
static ANSWER: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// Room for a request of this many bytes.
#[expect(unsafe_code, reason = "the page calls it by its name")]
#[unsafe(no_mangle)]
pub extern "C" fn reserve(bytes: usize) -> *mut u8 {
    let mut request = REQUEST.lock().unwrap_or_else(PoisonError::into_inner);
    *request = vec![0; bytes];
    request.as_mut_ptr()
}

/// Does what the request asks for, and gives the place of the answer.
#[expect(unsafe_code, reason = "the page calls it by its name")]
#[unsafe(no_mangle)]
pub extern "C" fn work() -> *const u8 {
    let request = std::mem::take(&mut *REQUEST.lock().unwrap_or_else(PoisonError::into_inner));
    let done = catch_unwind(AssertUnwindSafe(|| answer::answer(&request)));
    let mut answer = ANSWER.lock().unwrap_or_else(PoisonError::into_inner);
    *answer = done.unwrap_or_else(|_| answer::panicked());
    answer.as_ptr()
}

/// How many bytes the answer has.
#[expect(unsafe_code, reason = "the page calls it by its name")]
#[unsafe(no_mangle)]
pub extern "C" fn length() -> usize {
    ANSWER.lock().unwrap_or_else(PoisonError::into_inner).len()
}
