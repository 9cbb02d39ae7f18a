//! The filter tree where nothing is indented: its lines stand in order, and the figures add up.

use super::squashed::Squashed;
use super::{Filter, OverviewCategory};
use crate::text::Layout;
use std::collections::BTreeSet;

/// More ways than this to tell the sectors are not tried.
const MOST_WAYS: usize = 256;

/// Gives the lines of a tree that has no depth their sectors, where these can be told.
pub(super) fn settle(filters: &mut [Filter], overview: &[OverviewCategory], layout: Layout) {
    let sectors = overview.iter().map(|category| category.sector.clone());
    let sectors: BTreeSet<String> = sectors.collect();
    if layout == Layout::Flow {
        let named = |(_, filter): &(usize, &Filter)| sectors.contains(&filter.name.value);
        let all = filters.iter().enumerate();
        let heads: Vec<usize> = all.filter(named).map(|(index, _)| index).collect();
        flatten(filters, &heads);
    } else if filters.iter().all(|filter| filter.depth == 0)
        && let Some(heads) = heads(filters, &sectors)
    {
        flatten(filters, &heads);
    }
}

/// The sectors are the heads, and what follows one belongs to it, at a depth that is not known.
fn flatten(filters: &mut [Filter], heads: &[usize]) {
    let mut top: Option<(usize, String)> = None;
    for (index, filter) in filters.iter_mut().enumerate() {
        if heads.contains(&index) {
            top = Some((index, filter.name.value.clone()));
            (filter.depth, filter.parent) = (0, None);
            filter.path.clone_from(&filter.name.value);
        } else if let Some((parent, sector)) = &top {
            (filter.depth, filter.parent) = (1, Some(*parent));
            filter.path = format!("{sector}/{}", filter.name.value);
        }
    }
}

/// Which lines are the sectors of the overview, where that can be one way alone: each stands once, the
/// first at the top, and counts as many as all up to the next together. Then nobody is counted twice, so
/// that no line below a sector counts some of another one's there.
fn heads(filters: &[Filter], sectors: &BTreeSet<String>) -> Option<Vec<usize>> {
    let mut ways: Vec<Vec<usize>> = vec![Vec::new()];
    for sector in sectors {
        let sector = Squashed::of(sector);
        let at = filters.iter().enumerate();
        let at = at.filter(|(_, filter)| Squashed::of(&filter.name.value) == sector);
        let at: Vec<usize> = at.map(|(index, _)| index).collect();
        if ways.len() * at.len() > MOST_WAYS {
            return None;
        }
        ways = at
            .iter()
            .flat_map(|index| ways.iter().map(|way| [way.as_slice(), &[*index]].concat()))
            .collect();
    }
    for way in &mut ways {
        way.sort_unstable();
    }
    ways.retain(|way| adds_up(filters, way));
    match <[Vec<usize>; 1]>::try_from(ways) {
        Ok([way]) => Some(way),
        Err(_) => None,
    }
}

/// Whether each of the sectors counts what stands between it and the next, no two lines of which have one
/// name: where two have, another sector begins between them.
fn adds_up(filters: &[Filter], heads: &[usize]) -> bool {
    let ends = heads.iter().skip(1).copied().chain([filters.len()]);
    let sums = |(head, end): (&usize, usize)| {
        let Some([sector, below @ ..]) = filters.get(*head..end) else {
            return false;
        };
        let counts = below.iter().map(|filter| filter.count.value);
        let sum = counts.fold(0, i64::saturating_add);
        let names: BTreeSet<&str> = below.iter().map(|one| one.name.value.as_str()).collect();
        sum == sector.count.value && names.len() == below.len()
    };
    let certain = |filter: &Filter| filter.count.certain && filter.count.value >= 0;
    heads.first() == Some(&0) && filters.iter().all(certain) && heads.iter().zip(ends).all(sums)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::certain;

    /// The sectors among lines with these counts, all as far indented.
    fn sectors(lines: &[(&str, i64)]) -> Option<Vec<usize>> {
        let filter = |(name, count): &(&str, i64)| Filter {
            name: certain((*name).to_owned()),
            count: certain(*count),
            depth: 0,
            path: (*name).to_owned(),
            parent: None,
            inactive: false,
        };
        let filters: Vec<Filter> = lines.iter().map(filter).collect();
        let named = ["Offentlig", "Privat"].map(str::to_owned);
        heads(&filters, &BTreeSet::from(named))
    }

    #[test]
    fn order_and_sums_tell_the_sectors_of_a_tree_without_depth() {
        let (top, kommune, end) = (("Offentlig", 3), ("Kommune", 3), ("Privat", 1));
        let skole = ("Skole", 1);
        assert_eq!(sectors(&[top, kommune, end, skole]), Some(vec![0, 2]));
        let empty = ("Grunnskole", 0);
        assert_eq!(
            sectors(&[top, empty, kommune, end, skole]),
            Some(vec![0, 3])
        );
        // A category may be called as a sector is.
        let private = [top, ("Privat", 2), skole, end, skole];
        assert_eq!(sectors(&private), Some(vec![0, 3]));
    }

    #[test]
    fn a_tree_without_depth_that_may_be_another_is_not_told() {
        let (top, kommune, end) = (("Offentlig", 3), ("Kommune", 3), ("Privat", 1));
        let skole = ("Skole", 1);
        for lines in [
            // A wrong sum, a category that counts those below it as well, a line before all.
            &[top, ("Kommune", 2), end, skole] as &[_],
            &[top, kommune, ("Bydel", 1), end, skole],
            &[("Annet", 0), top, kommune, end, skole],
            // A sector that the overview does not have begins between two lines of one name.
            &[
                top,
                ("Annet", 0),
                kommune,
                ("Frivillig", 0),
                ("Annet", 0),
                end,
                skole,
            ],
            // Either of two lines.
            &[top, kommune, ("Privat", 0), ("Privat", 0)],
        ] {
            assert_eq!(sectors(lines), None, "{lines:?}");
        }
    }
}
