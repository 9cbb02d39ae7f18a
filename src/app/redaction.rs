//! Whether what is shown is redacted, and by which key.

use super::engine::threads;
use super::environment::World;
use super::inputs::{From, Input};
use super::source;
use crate::cli::Cli;
use crate::diagnostics::Redactor;
use crate::pdf::Limits;
use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

/// What the hash of a file begins with that its pseudonyms hang on.
const PSEUDONYMS: &[u8] = b"dekom-lint pseudonyms\0";

/// Whether names, numbers and free text are replaced.
pub(super) fn redacts(cli: &Cli, world: &World<'_>) -> bool {
    let checks = &cli.lint.checks;
    checks.redact || (world.env.var("CI").is_some() && !checks.no_redact)
}

/// What redacts where the user asks for it, and where `CI` is set and the user asks for nothing.
///
/// Without a key of the user's the pseudonyms hang on what is checked, so that two runs over the same
/// files print the same bytes. The hash is not the one that is printed of a file: only who has the
/// files can try which name gives which pseudonym.
pub(super) fn redactor(
    cli: &Cli,
    inputs: &[Input],
    stdin: &[u8],
    world: &World<'_>,
) -> Option<Redactor> {
    if !redacts(cli, world) {
        return None;
    }
    let Some(key) = &cli.lint.checks.redact_key else {
        let limit = Limits::default().file_bytes;
        let hash = |bytes: &[u8]| -> [u8; 32] {
            Sha256::new_with_prefix(PSEUDONYMS)
                .chain_update(bytes)
                .finalize()
                .into()
        };
        let of = |input: &Input| match &input.from {
            From::File(path) => hash(&source::read(path, limit).unwrap_or_default()),
            From::Stdin => hash(stdin),
            From::Nowhere(_) => hash(b""),
        };
        // Each file is held whole, and no more of them than the user allows.
        let threads = threads(cli).min(inputs.len());
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
        let mut hashes: Vec<[u8; 32]> = if threads > 1
            && let Ok(pool) = pool.build()
        {
            pool.install(|| inputs.par_iter().map(of).collect())
        } else {
            inputs.iter().map(of).collect()
        };
        hashes.sort_unstable();
        return Some(Redactor::new(&hash(&hashes.concat())));
    };
    Some(Redactor::new(key.as_bytes()))
}
