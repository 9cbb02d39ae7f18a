//! Percents as the exporter prints them: rounded half up, all of a report with one number of decimals.

use crate::report::{Bar, Question};

/// One per cent in units of so many decimals.
pub(super) fn unit(decimals: u8) -> i64 {
    10_i64.pow(u32::from(decimals))
}

/// The percent that a count is of so many, in units of its last decimal; none is a percent of nothing.
pub(super) fn share(count: i64, of: i64, decimals: u8) -> Option<i64> {
    let hundred = 200_i64.checked_mul(unit(decimals))?;
    let doubled = count.checked_mul(hundred)?.checked_add(of)?;
    let divisor = of.checked_mul(2)?;
    (of > 0).then(|| doubled / divisor)
}

/// With how many decimals percents, each with its own number of them, are compared. Those that all end on
/// `,0` are whole: the exporter rounds before it prints. Otherwise each has as many as the one that has most.
pub(super) fn common_decimals(percents: impl Iterator<Item = (i64, u8)>) -> u8 {
    let mut most = 0;
    let mut whole = true;
    for (percent, decimals) in percents {
        whole &= percent % unit(decimals) == 0;
        most = decimals.max(most);
    }
    if whole { 0 } else { most }
}

/// A percent with another number of decimals.
pub(super) fn in_decimals((percent, decimals): (i64, u8), wanted: u8) -> i64 {
    if decimals > wanted {
        percent / unit(decimals - wanted)
    } else {
        percent * unit(wanted - decimals)
    }
}

/// Gives all percents of some questions one number of decimals.
pub(in crate::report) fn settle_decimals<'q>(questions: impl Iterator<Item = &'q mut Question>) {
    let mut bars: Vec<&mut Bar> = questions
        .flat_map(|question| &mut question.charts)
        .flat_map(|chart| &mut chart.bars)
        .collect();
    let printed = bars.iter().map(|bar| (bar.percent.value, bar.decimals));
    let wanted = common_decimals(printed);
    for bar in &mut bars {
        bar.percent.value = in_decimals((bar.percent.value, bar.decimals), wanted);
        bar.decimals = wanted;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_half_up() {
        assert_eq!(share(5, 8, 0), Some(63));
        assert_eq!(share(5, 8, 1), Some(625));
        assert_eq!(share(1, 3, 0), Some(33));
        assert_eq!(share(0, 3, 2), Some(0));
        assert_eq!(share(0, 0, 0), None);
        assert_eq!(share(i64::MAX, 3, 0), None);
    }

    #[test]
    fn decimals_that_say_nothing_are_none() {
        assert_eq!(common_decimals([(250, 1), (75, 0)].into_iter()), 0);
        assert_eq!(common_decimals([(625, 1), (25, 0)].into_iter()), 1);
        assert_eq!(in_decimals((250, 1), 0), 25);
        assert_eq!(in_decimals((25, 0), 1), 250);
    }
}
