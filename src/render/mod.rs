//! Findings → each output format.
