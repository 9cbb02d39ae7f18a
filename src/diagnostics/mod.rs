//! What the rules found → findings, ordered and with fingerprints.
