//! A field where rules are kept as bytes: the kind of its part, and its position among the fields.

use super::field::Field;
use super::fields;
use crate::rules::lang::node::NodeKind;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Writes a field.
#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "what is written is lent, as by all that serde writes with"
)]
pub(crate) fn serialize<S: Serializer>(field: &&'static Field, to: S) -> Result<S::Ok, S::Error> {
    let found = NodeKind::ALL.into_iter().find_map(|kind| {
        let position = fields(kind)
            .iter()
            .position(|one| std::ptr::eq(one, *field))?;
        Some((kind, position))
    });
    let found = found.ok_or_else(|| serde::ser::Error::custom("a field of no part"))?;
    found.serialize(to)
}

/// Reads a field.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<&'static Field, D::Error> {
    let (kind, position) = <(NodeKind, usize)>::deserialize(from)?;
    let found = fields(kind).get(position);
    found.ok_or_else(|| D::Error::custom("no such field"))
}
