//! What the page runs and shows, and that it may do nothing else.

use data_encoding::BASE64;
use sha2::{Digest as _, Sha256};

/// How it looks.
pub(super) const STYLE: &str = include_str!("style.css");
/// What it does.
pub(super) const SCRIPT: &str = include_str!("script.js");

/// What the page may do: run this style and this script, show the pictures that are in it, and nothing
/// else.
pub(super) fn policy() -> String {
    format!(
        "default-src 'none'; style-src '{}'; script-src '{}'; img-src blob:; base-uri 'none'; form-action 'none'",
        source(STYLE),
        source(SCRIPT),
    )
}

/// The hash by which a policy names a style or a script.
pub(super) fn source(text: &str) -> String {
    format!("sha256-{}", BASE64.encode(&Sha256::digest(text.as_bytes())))
}
