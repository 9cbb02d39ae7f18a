//! In English: mistakes in a configuration or a baseline, and what a baseline says.

use super::En;
use crate::i18n::catalogue::Config;
use std::fmt::Display;

impl Config for En {
    fn has_mistakes(&self, name: &dyn Display, count: usize) -> String {
        if count == 1 {
            format!("{name} has a mistake")
        } else {
            format!("{name} has {count} mistakes")
        }
    }

    fn unknown_key(&self, key: &dyn Display) -> String {
        format!("unknown key «{key}»")
    }

    fn missing_key(&self, key: &dyn Display) -> String {
        format!("«{key}» is missing")
    }

    fn empty(&self, key: &dyn Display) -> String {
        format!("«{key}» is empty")
    }

    fn expected(&self, what: &dyn Display) -> String {
        format!("expected {what}")
    }

    fn expected_one_of(&self, known: &dyn Display) -> String {
        format!("expected one of {known}")
    }

    fn a_text(&self) -> &'static str {
        "a string"
    }

    fn a_whole_number(&self) -> &'static str {
        "a whole number"
    }

    fn a_list_of_texts(&self) -> &'static str {
        "a list of strings"
    }

    fn matches_nothing(&self) -> &'static str {
        "matches nothing any more"
    }

    fn unused_suppressions(&self) -> &'static str {
        "suppressions that are no longer needed can be removed"
    }

    fn baseline_reason(&self) -> &'static str {
        "Known when the baseline was written."
    }

    fn baseline_head(&self) -> &'static str {
        "# Baseline of dekom-lint: findings that are known.\n# Say why each of them may stand (reason).\n"
    }

    fn no_params(&self, pack: &dyn Display) -> String {
        format!("no pack “{pack}” has parameters")
    }

    fn no_param(&self, pack: &dyn Display, name: &dyn Display) -> String {
        format!("the pack {pack} has no parameter “{name}”")
    }

    fn other_type(&self, name: &dyn Display, value: &dyn Display) -> String {
        format!("“{name}” is of another type in the pack, which has {value}")
    }

    fn a_param(&self) -> &'static str {
        "a text, a whole number, true, false or a list of such"
    }

    fn a_day(&self) -> &'static str {
        "a day, such as 2026-12-31"
    }

    fn a_text_or_list(&self) -> &'static str {
        "a text or a list of texts"
    }

    fn expired(&self, day: &dyn Display) -> String {
        format!("held until {day}")
    }

    fn expired_suppressions(&self) -> &'static str {
        "suppressions have expired, and their findings count again"
    }

    fn a_day_or_text(&self) -> &'static str {
        "a date (2026-02-01) or a text"
    }
}
