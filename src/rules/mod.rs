//! TOML → checked rules; evaluates them over the report. Knows no layout.

mod outcome;

pub use outcome::{Datum, Hit, Label, Lang, Outcome, RuleStatus, Severity, Status, Text};

mod stub;
pub use stub::{Options, PackChoice, RuleError, RuleSet, RuleSource, builtin_sources, load, run};
