//! Which of the three languages the user is spoken to in.

/// The languages of the user's messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub enum Lang {
    /// Norwegian bokmål.
    #[default]
    Nb,
    /// Norwegian nynorsk.
    Nn,
    /// English.
    En,
}

impl Lang {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Nb, Self::Nn, Self::En];

    /// The language of a name on the command line: `nb`, `nn` or `en`.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "nb" => Some(Self::Nb),
            "nn" => Some(Self::Nn),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The language of a locale such as `nn_NO.UTF-8`; `None` for one that says nothing (`C`).
    pub fn of_locale(locale: &str) -> Option<Self> {
        let language = locale.split(['_', '.', '-', '@']).next()?;
        match language.to_ascii_lowercase().as_str() {
            "no" => Some(Self::Nb),
            other => Self::named(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales() {
        assert_eq!(Lang::of_locale("nn_NO.UTF-8"), Some(Lang::Nn));
        assert_eq!(Lang::of_locale("no_NO"), Some(Lang::Nb));
        assert_eq!(Lang::of_locale("en-GB"), Some(Lang::En));
        assert_eq!(Lang::of_locale("C.UTF-8"), None);
        assert_eq!(Lang::of_locale(""), None);
    }
}
