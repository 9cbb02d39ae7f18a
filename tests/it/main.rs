//! The program and the library as their users see them: one module for each promise, and one
//! binary for all of them, which links once. What measures the memory of its children
//! (`tests/hostile.rs`), and what needs a browser (`tests/browser.rs`), stand alone.

#[path = "../hostile/files.rs"]
#[expect(dead_code, reason = "the most of it is for tests/hostile.rs")]
mod files;
#[path = "../../examples/fixtures/mod.rs"]
mod generator;

mod agreement;
mod annotated;
mod any_text;
mod bound;
mod broken_names;
mod builtin;
mod charts_between;
mod charts_over_pages;
mod circles;
mod cli;
mod compare;
mod configuration;
mod content;
mod damage;
mod deviations;
mod export;
mod filters;
mod fixtures;
mod follow_up;
mod foreign;
mod fuzzed;
mod gate;
mod help_lines;
mod joined;
mod ledger;
mod letters;
mod likenesses;
mod marked_charts;
mod messages;
mod misspelt;
mod mutation;
mod office;
mod outputs;
mod overview;
mod own_pages;
mod own_texts;
mod pages;
mod pictured;
mod plain_names;
mod plain_titles;
mod press;
mod producers;
mod readme;
mod redaction;
mod repeated_titles;
mod rotated;
mod rule_files;
mod rule_letters;
mod scratch;
mod second;
mod seen;
mod shuffled;
mod silent_lists;
mod small_caps;
mod snapshots;
mod sorted_charts;
mod standing;
mod text_charts;
mod text_counts;
mod text_furniture;
mod text_input;
mod text_order;
mod text_pages;
mod text_strays;
mod tidy;
mod torn_charts;
mod truth;
mod two_columns;
mod two_ways;
mod typeset;
mod uncharted;
mod unheaded;
mod untitled;
mod walkthrough;
mod wide_lines;
mod worn_names;
