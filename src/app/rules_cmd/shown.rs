//! What several commands for rules print alike.

use super::super::environment::World;

/// Whether what respondents wrote is left out: where `CI` is set, the output may be public.
pub(super) fn hides_values(world: &World<'_>) -> bool {
    world.env.var("CI").is_some()
}

/// A value as indented JSON.
pub(super) fn json(value: &serde_json::Value) -> String {
    format!("{value:#}\n")
}
