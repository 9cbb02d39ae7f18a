//! Exact numbers: whole numbers and fractions, never floats. What overflows is `None`, never wrapped.

use num_integer::Roots;
use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub, Zero};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// An exact number.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) enum Number {
    /// A whole number.
    Int(i128),
    /// A fraction, in lowest terms.
    Ratio(Ratio<i128>),
}

impl Number {
    /// A number from a fraction; a whole one becomes [`Number::Int`].
    pub(crate) fn from_ratio(ratio: Ratio<i128>) -> Self {
        if ratio.is_integer() {
            Self::Int(*ratio.numer())
        } else {
            Self::Ratio(ratio)
        }
    }

    /// The same as a fraction.
    pub(crate) fn ratio(self) -> Ratio<i128> {
        match self {
            Self::Int(n) => Ratio::from_integer(n),
            Self::Ratio(r) => r,
        }
    }

    /// `self + other`
    pub(crate) fn add(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::Int(a), Self::Int(b)) => a.checked_add(b).map(Self::Int),
            _ => self
                .ratio()
                .checked_add(&other.ratio())
                .map(Self::from_ratio),
        }
    }

    /// `self - other`
    pub(crate) fn sub(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::Int(a), Self::Int(b)) => a.checked_sub(b).map(Self::Int),
            _ => self
                .ratio()
                .checked_sub(&other.ratio())
                .map(Self::from_ratio),
        }
    }

    /// `self * other`
    pub(crate) fn mul(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::Int(a), Self::Int(b)) => a.checked_mul(b).map(Self::Int),
            _ => self
                .ratio()
                .checked_mul(&other.ratio())
                .map(Self::from_ratio),
        }
    }

    /// `self / other`, exactly; `None` also for a division by zero.
    pub(crate) fn div(self, other: Self) -> Option<Self> {
        if other.ratio().is_zero() || is_extreme(self) || is_extreme(other) {
            return None;
        }
        match (self, other) {
            // Most are counts, and one of them need not be put in lowest terms against 1.
            (Self::Int(a), Self::Int(b)) => Some(Self::from_ratio(Ratio::new(a, b))),
            _ => self
                .ratio()
                .checked_div(&other.ratio())
                .map(Self::from_ratio),
        }
    }

    /// The remainder of whole numbers, with the sign of `self`.
    pub(crate) fn rem(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::Int(a), Self::Int(b)) => a.checked_rem(b).map(Self::Int),
            _ => None,
        }
    }

    /// `-self`
    pub(crate) fn neg(self) -> Option<Self> {
        Self::Int(0).sub(self)
    }

    /// Rounded to a whole number, a half upwards: 2.5 is 3 and −2.5 is −2.
    pub(crate) fn half_up(self) -> Option<i128> {
        match self {
            Self::Int(n) => Some(n),
            // Half of it is not taken in lowest terms: it is only rounded.
            Self::Ratio(r) => {
                let (part, base) = (*r.numer(), *r.denom());
                let twice = part.checked_mul(2)?.checked_add(base)?;
                Some(twice.div_euclid(base.checked_mul(2)?))
            }
        }
    }
}

/// The largest whole number by which `part` can be off, up or down, while `part / base` is rounded to
/// the same: what the rounding hides. `None` for a base of 0.
pub(crate) fn hidden(part: Number, base: Number) -> Option<i128> {
    let (part, parts) = part.ratio().into_raw();
    let (base, bases) = base.ratio().into_raw();
    // Both are so many of one unit: then whole numbers do, and nothing is put in lowest terms.
    let unit = parts.checked_mul(bases)?;
    let (part, base) = (part.checked_mul(bases)?, base.checked_mul(parts)?);
    // Below 0 the quotient is that of the opposite numbers.
    let (part, base) = match base.cmp(&0) {
        Ordering::Less => (part.checked_neg()?, base.checked_neg()?),
        Ordering::Equal => return None,
        Ordering::Greater => (part, base),
    };
    // (rounded − 1/2) · base ≤ part < (rounded + 1/2) · base, all of it twice
    let (part, step) = (part.checked_mul(2)?, base.checked_mul(2)?);
    let rounded = part.checked_add(base)?.div_euclid(step);
    let low = rounded.checked_mul(step)?.checked_sub(base)?;
    let high = low.checked_add(step)?;
    let whole = |twice: i128| Some(twice.div_euclid(unit.checked_mul(2)?));
    let down = whole(part.checked_sub(low)?)?;
    let up = whole(part.checked_sub(high)?)?;
    Some(down.max(up.checked_add(1)?.checked_neg()?))
}

/// `i128::MIN` has no absolute value, on which a fraction in lowest terms depends.
fn is_extreme(number: Number) -> bool {
    let ratio = number.ratio();
    *ratio.numer() == i128::MIN || *ratio.denom() == i128::MIN
}

/// The largest whole number that is not above.
fn floor(ratio: &Ratio<i128>) -> i128 {
    ratio.numer().div_euclid(*ratio.denom())
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Number {}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Int(a), Self::Int(b)) => a.cmp(b),
            (a, b) => a.ratio().cmp(&b.ratio()),
        }
    }
}

/// The sum; 0 of an empty list.
pub(crate) fn sum(values: &[Number]) -> Option<Number> {
    values
        .iter()
        .try_fold(Number::Int(0), |total, &value| total.add(value))
}

/// The middle value, or the mean of the middle two; `None` of an empty list.
pub(crate) fn median(values: &[Number]) -> Option<Number> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let middle = sorted.len() / 2;
    let upper = *sorted.get(middle)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = *sorted.get(middle.checked_sub(1)?)?;
    lower.add(upper)?.div(Number::Int(2))
}

/// Which deviation is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Deviation {
    /// Of a sample: the squares are divided by n − 1.
    Sample,
    /// Of the whole population: the squares are divided by n.
    Population,
}

/// The standard deviation rounded to a whole number, half up; `None` where it is not defined.
///
/// It is exact: the root itself is never taken, only compared with whole numbers.
pub(crate) fn rounded_deviation(values: &[Number], deviation: Deviation) -> Option<i128> {
    let n = i128::try_from(values.len()).ok()?;
    let parts = match deviation {
        Deviation::Sample => n.checked_sub(1)?,
        Deviation::Population => n,
    };
    if parts < 1 {
        return None;
    }
    // The variance times n · parts is n Σx² − (Σx)², a whole number for whole numbers.
    let squares = values.iter().map(|&v| v.mul(v));
    let squares = sum(&squares.collect::<Option<Vec<_>>>()?)?;
    let total = sum(values)?;
    let spread = Number::Int(n).mul(squares)?.sub(total.mul(total)?)?;
    let variance = spread.div(Number::Int(n.checked_mul(parts)?))?;
    rounded_root(variance)
}

/// The square root rounded to a whole number, half up; `None` of a negative number.
pub(crate) fn rounded_root(value: Number) -> Option<i128> {
    if value < Number::Int(0) {
        return None;
    }
    // k is the rounded root exactly when (2k − 1)² ≤ 4·value < (2k + 1)².
    let four = Number::Int(4).mul(value)?;
    let root = floor(&four.ratio()).sqrt();
    root.checked_add(1).map(|r| r / 2)
}
