//! Whose a part of the report is: what a finding is about follows from it.

use crate::rules::lang::node::{Node, NodeKind};
use crate::rules::lang::world::World;

/// The respondent that a part of the report is of.
pub(super) fn respondent<'r>(world: &World<'r>, node: Node) -> Option<&'r str> {
    match node.kind {
        NodeKind::Respondent => world.respondent(node).map(|r| r.name.as_str()),
        NodeKind::Answer | NodeKind::Choice | NodeKind::Prose => {
            world.answer(node).map(|a| a.respondent.value.as_str())
        }
        NodeKind::NotStatedLine => world.not_stated_line(node).map(|l| l.name.value.as_str()),
        _ => None,
    }
}

/// The group that it is of.
pub(super) fn group<'r>(world: &World<'r>, node: Node) -> Option<&'r str> {
    let group = match node.kind {
        NodeKind::Respondent => world.respondent(node).map(|r| r.group.as_str()),
        NodeKind::Answer | NodeKind::Choice | NodeKind::Prose => {
            world.answer(node).map(|a| a.group.as_str())
        }
        NodeKind::NotStatedLine => world.not_stated_line(node).map(|l| l.group.as_str()),
        NodeKind::Chart | NodeKind::Bar => world.chart(node).map(|c| c.group.as_str()),
        NodeKind::Category => world.category(node).map(|c| c.group.as_str()),
        NodeKind::Filter => world.filter(node).map(|f| f.path.as_str()),
        _ => None,
    };
    group.filter(|g| !g.is_empty())
}

/// The option that it is of.
pub(super) fn option<'r>(world: &World<'r>, node: Node) -> Option<&'r str> {
    match node.kind {
        NodeKind::Bar => world.bar(node).map(|b| b.option.as_str()),
        NodeKind::Choice => world.choice(node).map(|c| c.option.value.as_str()),
        _ => None,
    }
}
