//! Arithmetic against a naive oracle.

use crate::rules::lang::numbers::{
    Deviation, Number, hidden, median, rounded_deviation, rounded_root, sum,
};
use num_rational::Ratio;
use proptest::prelude::*;

fn numbers(values: &[i64]) -> Vec<Number> {
    values.iter().map(|&v| Number::Int(i128::from(v))).collect()
}

fn ratio(over: i64, under: i64) -> Number {
    Number::from_ratio(Ratio::new(i128::from(over), i128::from(under)))
}

#[test]
fn halves_are_rounded_up() {
    for (over, under, rounded) in [
        (5, 2, 3),
        (-5, 2, -2),
        (-7, 2, -3),
        (1, 2, 1),
        (-1, 2, 0),
        (125, 2, 63),
        (420_125, 2, 210_063),
        (7, 3, 2),
        (8, 3, 3),
        (-7, 3, -2),
        (-8, 3, -3),
    ] {
        assert_eq!(
            ratio(over, under).half_up(),
            Some(rounded),
            "{over}/{under}"
        );
    }
}

#[test]
fn the_figures_of_a_real_report_come_out() {
    // Own funding: the sample's deviation is printed, the population's would be 186 772.
    let own = numbers(&[
        170_000, 50_000, 736_000, 41_700, 200_000, 33_000, 15_000, 30_000, 225_000, 180_000,
        450_000, 60_000, 29_791, 45_000, 285_000, 210_000,
    ]);
    assert_eq!(sum(&own), Some(Number::Int(2_760_491)));
    assert_eq!(rounded_deviation(&own, Deviation::Sample), Some(192_898));
    assert_eq!(
        rounded_deviation(&own, Deviation::Population),
        Some(186_772)
    );
    assert_eq!(median(&own), Some(Number::Int(115_000)));
}

#[test]
fn what_overflows_is_nothing() {
    let most = Number::Int(i128::MAX);
    let least = Number::Int(i128::MIN);
    assert_eq!(most.add(Number::Int(1)), None);
    assert_eq!(least.sub(Number::Int(1)), None);
    assert_eq!(most.mul(Number::Int(2)), None);
    assert_eq!(least.neg(), None);
    assert_eq!(least.div(Number::Int(-1)), None);
    assert_eq!(least.div(Number::Int(3)), None);
    assert_eq!(Number::Int(3).div(least), None);
    assert_eq!(least.rem(Number::Int(-1)), None);
    assert_eq!(Number::Int(1).div(Number::Int(0)), None);
    assert_eq!(sum(&[most, most]), None);
    assert_eq!(
        rounded_deviation(&[most, Number::Int(0)], Deviation::Sample),
        None
    );
    assert_eq!(rounded_root(most), None);
    assert_eq!(rounded_root(Number::Int(-1)), None);
}

#[test]
fn rounding_hides_up_to_half_a_unit() {
    let int = |n| Number::Int(n);
    // A percentage of 16 hides no choice, one of 400 hides two.
    assert_eq!(hidden(int(4), ratio(16, 100)), Some(0));
    assert_eq!(hidden(int(100), ratio(400, 100)), Some(2));
    // A mean of 16 whose sum is in the middle of what is rounded to it: 32 to 47 all give 2 or 3.
    assert_eq!(hidden(int(32), int(16)), Some(8));
    assert_eq!(hidden(int(39), int(16)), Some(15));
    // With one decimal it is 0.8 of the sum, and so no whole number.
    assert_eq!(hidden(int(32), ratio(16, 10)), Some(0));
    assert_eq!(hidden(int(1), int(0)), None);
    assert_eq!(hidden(Number::Int(i128::MAX), int(1)), None);
}

proptest! {
    #[test]
    fn what_rounding_hides_is_what_trying_finds(
        part in -300_i64..300,
        over in 1_i64..400,
        under in 1_i64..12,
        opposite in proptest::bool::ANY,
    ) {
        let base = ratio(if opposite { -over } else { over }, under);
        let rounded = |part: i64| Number::Int(i128::from(part)).div(base).and_then(Number::half_up);
        let same = |off: i64| rounded(part + off) == rounded(part) || rounded(part - off) == rounded(part);
        // The rounded figure moves one way only, so that the first error that shows is the last hidden one.
        let tried = (1..=over + 1).take_while(|&off| same(off)).last().unwrap_or(0);
        prop_assert!(!same(tried + 1));
        prop_assert_eq!(hidden(Number::Int(i128::from(part)), base), Some(i128::from(tried)));
    }

    #[test]
    fn rounding_is_half_up(over in -10_000_i64..10_000, under in 1_i64..200) {
        let rounded = ratio(over, under).half_up().expect("it fits");
        // rounded − 1/2 ≤ over/under < rounded + 1/2, in whole numbers.
        let (over, under) = (i128::from(over), i128::from(under));
        prop_assert!((2 * rounded - 1) * under <= 2 * over);
        prop_assert!(2 * over < (2 * rounded + 1) * under);
    }

    #[test]
    fn rounded_roots_are_nearest(value in 0_i64..1_000_000_000_000, under in 1_i64..50) {
        let root = rounded_root(ratio(value, under)).expect("it fits");
        let (value, under) = (i128::from(value), i128::from(under));
        prop_assert!(root == 0 || (2 * root - 1).pow(2) * under <= 4 * value);
        prop_assert!(4 * value < (2 * root + 1).pow(2) * under);
    }

    #[test]
    fn medians_lie_in_the_middle(values in prop::collection::vec(-1000_i64..1000, 1..20)) {
        let mut sorted = values.clone();
        sorted.sort_unstable();
        let n = sorted.len();
        let doubled = i128::from(sorted[(n - 1) / 2] + sorted[n / 2]);
        let found = median(&numbers(&values)).expect("not empty");
        prop_assert_eq!(found.mul(Number::Int(2)), Some(Number::Int(doubled)));
    }

    #[test]
    fn deviations_are_those_of_the_definition(values in prop::collection::vec(-100_000_i64..100_000, 2..20)) {
        // In floats, which are near enough away from the halves.
        for (deviation, less) in [(Deviation::Sample, 1.0), (Deviation::Population, 0.0)] {
            let floats: Vec<f64> = values.iter().map(|&v| f64::from(i32::try_from(v).unwrap_or(0))).collect();
            let n = floats.iter().map(|_| 1.0).sum::<f64>();
            let mean = floats.iter().sum::<f64>() / n;
            let squares: f64 = floats.iter().map(|v| (v - mean).powi(2)).sum();
            let exact = (squares / (n - less)).sqrt();
            let found = rounded_deviation(&numbers(&values), deviation).expect("two values");
            let found = f64::from(i32::try_from(found).unwrap_or(i32::MAX));
            prop_assert!((found - exact).abs() < 0.501, "{} {}", found, exact);
        }
    }

    #[test]
    fn fractions_add_up(parts in prop::collection::vec((-50_i64..50, 1_i64..30), 1..12)) {
        let values: Vec<Number> = parts.iter().map(|&(over, under)| ratio(over, under)).collect();
        let common: i64 = parts.iter().map(|(_, under)| under).product();
        let common = i128::from(common);
        let over: i128 = parts.iter().map(|&(over, under)| i128::from(over) * (common / i128::from(under))).sum();
        prop_assert_eq!(sum(&values), Some(Number::from_ratio(Ratio::new(over, common))));
    }
}
