//! The groups of respondents.

use std::sync::Arc;

/// A category within its sector, as charts name it: `Offentlig/Kommune`. Empty where everyone is meant.
///
/// No name, title or path of the filter tree is taken for one. All answers of a group share its name.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Group(Arc<str>);

impl Group {
    /// The group of a category.
    pub(super) fn of(sector: &str, category: &str) -> Self {
        Self(format!("{sector}/{category}").into())
    }

    /// As it is printed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether everyone is meant, as by the overall chart.
    pub fn is_all(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
impl From<&str> for Group {
    fn from(printed: &str) -> Self {
        Self(printed.into())
    }
}
