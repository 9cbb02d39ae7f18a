//! The pages with their printed numbers, and what is known of the boundaries between them.

use super::super::folded::squash;
use super::super::front::Front;
use super::super::front_page::is_front;
use super::super::furniture::Furniture;
use super::super::lines::Line;
use super::super::{Gap, GapKind, OverviewCategory};
use crate::text::{Document, Layout, Printed};
use std::collections::BTreeMap;

/// What is known of the boundary between a page and the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seam {
    /// The numbers printed on both follow each other.
    Whole,
    /// At least one of them has no number.
    Unknown,
    /// This many pages are missing.
    Missing(u32),
    /// The number goes back.
    Backwards,
    /// The same number again.
    Repeated,
    /// One of the two pages could not be read.
    Unread,
    /// The file does not tell where its pages end, and nothing shows that one is missing here.
    Hidden,
}

/// The pages with their numbers.
#[derive(Debug)]
pub(in super::super) struct Sheets {
    /// For each page its printed number.
    pub(super) numbers: Vec<Option<u32>>,
    /// For each page its number, where none is printed as it follows from others.
    followed: Vec<u32>,
    /// `seams[i]` is the boundary after page `i`.
    seams: Vec<Seam>,
    /// For each page whether it could not be read.
    lost: Vec<bool>,
    /// Whether the file does not tell where its pages end.
    pub(super) breaks_lost: bool,
    /// Whether it is text without boxes, which is read by its words alone.
    pub(super) text: bool,
    /// Pages before the first one.
    pub(super) before: Option<u32>,
    /// Pages after the last one.
    pub(super) after: u32,
    /// Whether the overview is missing, or answers stand before the first title.
    pub(super) front_broken: Option<usize>,
    /// Whether the front page does not come first.
    pub(super) front_later: bool,
    /// Something printed on each page: its last line, or its first.
    edge: Vec<Option<Printed<String>>>,
    /// For each page its place in the file, from 1, and how many of its letters nobody sees.
    hidden: Vec<(u32, u32)>,
}

/// Whether the filter tree has each category of the overview, where that has everyone: a line of it that
/// is missing counts nobody.
fn has_all(front: &Front) -> bool {
    let key = |path: &str| squash(path).to_lowercase();
    let mut paths: BTreeMap<String, usize> = BTreeMap::new();
    for filter in &front.filters {
        *paths.entry(key(&filter.path)).or_default() += 1;
    }
    let once = |category: &OverviewCategory| paths.get(&key(category.group.as_str())) == Some(&1);
    front.overview_complete && !front.overview.is_empty() && front.overview.iter().all(once)
}

/// Whether the overview lists as many as each category counts, and the categories count all submissions
/// that are shown: then no line of it is missing, wherever its pages break.
pub(in super::super) fn lists_all(front: &Front) -> bool {
    let counts = front.overview.iter().map(|category| category.count.value);
    let all = counts.fold(0, i64::saturating_add);
    let listed = |category: &OverviewCategory| {
        i64::try_from(category.respondents.len()) == Ok(category.count.value)
    };
    let shown = front.shown.as_ref().map(|shown| shown.value);
    front.overview.iter().all(listed) && shown == Some(all)
}

/// Whether the filter tree adds up to the submissions that are shown, and each branch to what stands above
/// it: then no line of it is missing, wherever its pages break. A category may count some beside those of
/// the ones below it.
fn adds_up(front: &Front) -> bool {
    // What stands below each line, and at the top, together; none where that is beyond any count.
    let mut below: BTreeMap<Option<usize>, Option<i64>> = BTreeMap::new();
    for one in &front.filters {
        let sum = below.entry(one.parent).or_insert(Some(0));
        *sum = sum.and_then(|sum| sum.checked_add(one.count.value));
    }
    let certain = front.filters.iter().all(|one| one.count.certain);
    let all = front.shown.as_ref().map(|shown| shown.value);
    let mut branches = front.filters.iter().enumerate();
    let whole = branches.all(|(at, one)| {
        let sum = below.get(&Some(at));
        sum.is_none_or(|sum| match (one.parent, sum) {
            (_, None) => false,
            (None, Some(sum)) => *sum == one.count.value,
            (Some(_), Some(sum)) => *sum <= one.count.value,
        })
    });
    certain && whole && all.is_some() && below.get(&None) == Some(&all)
}

/// The number of each page: as printed, or as it follows from the nearest one before it that has one,
/// or else from the first one after it, or else its position.
fn followed(printed: &[Option<u32>]) -> Vec<u32> {
    let first = printed.iter().zip(0_u32..).find_map(|(number, at)| {
        let number = *number;
        Some((at, number?))
    });
    let mut next = match first {
        // Where there are more pages before it than it counts, these have none.
        Some((at, number)) => i64::from(number) - i64::from(at),
        None => 1,
    };
    let mut all = Vec::new();
    for number in printed {
        next = number.map_or(next, i64::from);
        all.push(u32::try_from(next.max(0)).unwrap_or(u32::MAX));
        next += 1;
    }
    all
}

impl Seam {
    /// Whether nothing shows that a page is missing, where pages are known by what shows them.
    pub(super) fn is_closed(self) -> bool {
        matches!(self, Self::Whole | Self::Hidden)
    }
}

/// What two page numbers tell where the file itself does not part its pages: a number that is passed
/// over may stand on a line with something else.
fn without_breaks(pair: (Option<u32>, Option<u32>)) -> Seam {
    match pair {
        (Some(above), Some(below)) if below == above + 1 => Seam::Whole,
        (Some(above), Some(below)) if below > above => Seam::Unknown,
        _ => Seam::Hidden,
    }
}

/// Pages in order, those that follow each other as one: `3, 5–8`.
fn in_words(pages: &[u32]) -> String {
    let runs = pages.chunk_by(|a, b| a + 1 == *b);
    let words = runs.filter_map(|run| {
        let count = u32::try_from(run.len()).unwrap_or(u32::MAX);
        Some(range(*run.first()?, count))
    });
    words.collect::<Vec<_>>().join(", ")
}

impl Sheets {
    pub(in super::super) fn new(
        document: &Document,
        all: &[Line<'_>],
        furniture: &Furniture,
        front: &Front,
    ) -> Self {
        let numbers: Vec<Option<u32>> = furniture
            .numbers
            .iter()
            .map(|number| number.map(|n| n.number))
            .collect();
        let seams: Vec<Seam> = (0..document.pages.len().saturating_sub(1))
            .map(|index| {
                let lost = |index: usize| {
                    document
                        .pages
                        .get(index)
                        .is_some_and(|page| page.lost.is_some())
                };
                if lost(index) || lost(index + 1) {
                    return Seam::Unread;
                }
                let pair = (
                    numbers.get(index).copied().flatten(),
                    numbers.get(index + 1).copied().flatten(),
                );
                if document.breaks_lost {
                    return without_breaks(pair);
                }
                match pair {
                    (Some(a), Some(b)) if b == a + 1 => Seam::Whole,
                    (Some(a), Some(b)) if b > a => Seam::Missing(b - a - 1),
                    (Some(a), Some(b)) if b == a => Seam::Repeated,
                    (Some(_), Some(_)) => Seam::Backwards,
                    _ => Seam::Unknown,
                }
            })
            .collect();
        let has_front = front.shown.is_some() || !front.filters.is_empty() || front.date.is_some();
        let first = numbers.first().copied().flatten();
        // A report may begin to count at its front page or not at all, but the front page is there.
        let before = match first {
            Some(number) if number > 1 && !has_front => Some(number - 1),
            _ if !has_front => Some(0),
            _ => None,
        };
        let of = furniture
            .numbers
            .iter()
            .rev()
            .find_map(|number| number.and_then(|n| n.of));
        let last = numbers.last().copied().flatten();
        let after = match (last, of) {
            (Some(last), Some(of)) => of.saturating_sub(last),
            _ => 0,
        };
        let mut edge: Vec<Option<Printed<String>>> = vec![None; document.pages.len()];
        for page in all.chunk_by(|a, b| a.page_index == b.page_index) {
            if let Some(line) = page.last()
                && let Some(slot) = edge.get_mut(line.page_index)
            {
                *slot = Some(line.printed());
            }
        }
        let whole = |from: usize, to: usize| {
            (from..to).all(|index| match seams.get(index) {
                Some(seam) => seam.is_closed(),
                None => document.breaks_lost,
            })
        };
        // The survey's title comes again before the first question, on the page after the overview.
        let first_question_lost = front.title.is_some()
            && !front.title_again
            && front.places.2.is_some_and(|end| !whole(end, end + 1));
        // What is doubtful in an overview that stands there from its heading to its end was not lost.
        let stands = front.places.1.zip(front.places.2);
        let stands = stands.is_some_and(|(overview, end)| whole(overview, end));
        let torn = front.overview.is_empty() || !front.overview_complete && !stands;
        let overview_missing = torn || first_question_lost;
        let front_broken = front
            .stray_answers
            .map(|page| page.saturating_sub(1))
            .or((has_front && overview_missing).then_some(0));
        Self {
            followed: followed(&numbers),
            numbers,
            seams,
            lost: document
                .pages
                .iter()
                .map(|page| page.lost.is_some())
                .collect(),
            breaks_lost: document.breaks_lost,
            text: document.layout != Layout::Boxes,
            before,
            after,
            front_broken,
            front_later: !has_front && document.pages.iter().skip(1).any(is_front),
            edge,
            hidden: document
                .pages
                .iter()
                .map(|page| (page.number, page.hidden))
                .collect(),
        }
    }

    /// Whether no page can be missing from one page to another.
    pub(super) fn whole(&self, from: usize, to: usize) -> bool {
        (from..to).all(|index| self.seam(index).is_closed())
    }

    /// Holds the front page's figures back where a page could be missing among them.
    pub(in super::super) fn judge_front(&self, front: &mut Front) {
        let (filter, overview, end) = front.places;
        if self.front_later {
            (front.overview_complete, front.filters_complete) = (false, false);
        }
        if let (Some(overview), Some(end)) = (overview, end) {
            front.overview_complete &= self.whole(overview, end) || lists_all(front);
        }
        if let (Some(filter), Some(overview)) = (filter, overview) {
            let told = || adds_up(front) || has_all(front);
            front.filters_complete &= self.whole(filter, overview) || told();
        }
    }

    /// The pages that hold letters which nobody sees: told once for the file.
    pub(super) fn hidden(&self) -> Option<(usize, Gap)> {
        let mut pages: Vec<u32> = Vec::new();
        let mut letters = 0_u32;
        for (page, hidden) in self.hidden.iter().filter(|(_, hidden)| *hidden > 0) {
            pages.push(*page);
            letters = letters.saturating_add(*hidden);
        }
        pages.sort_unstable();
        let first = *pages.first()?;
        let place = self.hidden.iter().position(|(page, _)| *page == first)?;
        let gap = Gap {
            kind: GapKind::HiddenText,
            at: self.at(place)?,
            after_page: first,
            missing: Some(letters),
            pages: in_words(&pages),
            questions: Vec::new(),
        };
        Some((place, gap))
    }

    /// Whether a page could not be read.
    pub(super) fn is_lost(&self, index: usize) -> bool {
        self.lost.get(index) == Some(&true)
    }

    pub(super) fn seam(&self, after: usize) -> Seam {
        let end = if self.breaks_lost {
            Seam::Hidden
        } else {
            Seam::Unknown
        };
        self.seams.get(after).copied().unwrap_or(end)
    }

    /// The number of a page, as printed or as it follows from others.
    pub(super) fn number(&self, index: usize) -> u32 {
        let narrow = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        match (self.followed.get(index), self.followed.last()) {
            (Some(number), _) => *number,
            // After the last page they go on.
            (None, Some(last)) => last.saturating_add(narrow(index + 1 - self.followed.len())),
            (None, None) => narrow(index + 1),
        }
    }

    pub(super) fn at(&self, index: usize) -> Option<Printed<String>> {
        let near = |index: usize| self.edge.get(index).cloned().flatten();
        near(index)
            .or_else(|| near(index + 1))
            .or_else(|| self.edge.iter().flatten().next().cloned())
    }

    pub(super) fn pages(&self) -> usize {
        self.numbers.len()
    }
}

/// So many pages from one on: `5`, `5–8`.
pub(super) fn range(first: u32, count: u32) -> String {
    if count == 1 {
        first.to_string()
    } else {
        format!("{first}–{}", first.saturating_add(count.saturating_sub(1)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::Filter;
    use super::*;
    use crate::sample::certain;

    /// A filter tree of counts, each with its parent, and how many are shown.
    fn adds(filters: &[(i64, Option<usize>)], shown: i64) -> bool {
        let filter = |(count, parent): &(i64, Option<usize>)| Filter {
            name: certain(String::new()),
            count: certain(*count),
            depth: 0,
            path: String::new(),
            parent: *parent,
            inactive: false,
        };
        adds_up(&Front {
            filters: filters.iter().map(filter).collect(),
            shown: Some(certain(shown)),
            ..Front::default()
        })
    }

    #[test]
    fn numbers_of_a_text_without_pages_tell_what_follows_and_no_more() {
        for (pair, seam) in [
            ((Some(3), Some(4)), Seam::Whole),
            ((Some(3), Some(5)), Seam::Unknown),
            ((Some(3), Some(3)), Seam::Hidden),
            ((Some(3), Some(2)), Seam::Hidden),
            ((Some(3), None), Seam::Hidden),
            ((None, Some(3)), Seam::Hidden),
        ] {
            assert_eq!(without_breaks(pair), seam, "{pair:?}");
        }
    }

    #[test]
    fn a_filter_tree_adds_up_where_every_branch_does() {
        assert!(adds(&[(3, None), (2, Some(0)), (1, Some(0)), (4, None)], 7));
        assert!(!adds(&[(3, None), (2, Some(0)), (4, None)], 7));
        assert!(!adds(&[(3, None), (4, None)], 8));
        // Two of a category, and one of a kind of it; but none counts fewer than those of its kinds.
        assert!(adds(&[(3, None), (3, Some(0)), (1, Some(1))], 3));
        assert!(!adds(&[(3, None), (3, Some(0)), (4, Some(1))], 3));
        assert!(!adds(&[], 0));
    }

    #[test]
    fn a_filter_tree_that_has_the_overviews_categories_lacks_nobody() {
        let filter = |path: &str| Filter {
            name: certain(String::new()),
            count: certain(9),
            depth: 1,
            path: path.to_owned(),
            parent: None,
            inactive: false,
        };
        let category = OverviewCategory {
            sector: "Privat".to_owned(),
            name: certain("Skole".to_owned()),
            group: "Privat/Skole".into(),
            count: certain(1),
            respondents: Vec::new(),
        };
        let front = |paths: &[&str], overview_complete| Front {
            filters: paths.iter().map(|path| filter(path)).collect(),
            overview: vec![category.clone()],
            overview_complete,
            ..Front::default()
        };
        assert!(has_all(&front(&["Privat", "Privat/Skole"], true)));
        assert!(!has_all(&front(&["Privat", "Privat/Skole"], false)));
        assert!(!has_all(&front(&["Privat"], true)));
        assert!(!has_all(&front(&["Privat/Skole", "Privat/Skole"], true)));
        let nobody = Front {
            overview: Vec::new(),
            ..front(&["Privat", "Privat/Skole"], true)
        };
        assert!(!has_all(&nobody));
        let other = OverviewCategory {
            group: "Privat/Bedrift".into(),
            ..category.clone()
        };
        let two = Front {
            overview: vec![category.clone(), other],
            ..front(&["Privat", "Privat/Skole"], true)
        };
        assert!(!has_all(&two), "one of two");
    }

    #[test]
    fn an_overview_lists_all_where_its_counts_and_names_say_so() {
        let category = |count: i64, names: usize| OverviewCategory {
            sector: "Privat".to_owned(),
            name: certain("Skole".to_owned()),
            group: "Privat/Skole".into(),
            count: certain(count),
            respondents: vec![certain("Lia skole".to_owned()); names],
        };
        let lists = |shown: Option<i64>, categories: &[(i64, usize)]| {
            let categories = categories.iter();
            lists_all(&Front {
                shown: shown.map(certain),
                overview: categories
                    .map(|(count, names)| category(*count, *names))
                    .collect(),
                ..Front::default()
            })
        };
        assert!(lists(Some(3), &[(2, 2), (1, 1)]));
        assert!(!lists(Some(3), &[(2, 2), (1, 0)]), "a name is missing");
        assert!(!lists(Some(3), &[(2, 2)]), "a category is missing");
        assert!(!lists(None, &[(2, 2)]), "nothing says how many there are");
    }

    #[test]
    fn counts_beyond_any_report_add_up_to_nothing() {
        let most = 1_000_000_000_000_000_000;
        assert!(!adds(&[(most, None); 19], most));
    }

    #[test]
    fn pages_without_a_number_follow_those_that_have_one() {
        let (one, none) = (Some, None);
        assert_eq!(
            followed(&[none, none, one(3), none, one(9), none]),
            [1, 2, 3, 4, 9, 10]
        );
        assert_eq!(followed(&[none, none, one(1)]), [0, 0, 1]);
        assert_eq!(followed(&[none, none]), [1, 2]);
        assert_eq!(followed(&[one(u32::MAX), none]), [u32::MAX; 2]);
    }
}
