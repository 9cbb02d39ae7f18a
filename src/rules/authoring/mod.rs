//! What those who write rules need: cases, blind spots, proposals, a schema, a table.

mod cases;
mod fit;
mod mutants;
mod mutate;
mod page;
mod plain;
mod recompute;
mod schema;
mod schema_parts;
mod schema_tables;
mod start;
mod suggest;
mod table;
mod unnoticed;

pub use cases::{Amendment, CaseResult, Verdict, test_cases};
pub use fit::{Misfit, misfits};
pub use mutants::Change;
pub use mutate::{Noticed, mutate, mutate_recomputed};
pub use page::rule_page;
pub use plain::plain_toml;
pub use schema::schema;
pub use start::starting_pack;
pub use suggest::suggestions;
pub use table::rules_table;
pub use unnoticed::Reason;
