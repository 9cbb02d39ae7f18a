//! Which of the three languages the user is spoken to in.

use crate::rules::Lang;

/// Picks the text of a language.
pub fn pick<'a>(lang: Lang, nb: &'a str, nn: &'a str, en: &'a str) -> &'a str {
    match lang {
        Lang::Nb => nb,
        Lang::Nn => nn,
        Lang::En => en,
    }
}

/// The language of a name on the command line: `nb`, `nn` or `en`.
pub fn named(name: &str) -> Option<Lang> {
    match name {
        "nb" => Some(Lang::Nb),
        "nn" => Some(Lang::Nn),
        "en" => Some(Lang::En),
        _ => None,
    }
}

/// The language of a locale such as `nn_NO.UTF-8`; `None` for one that says nothing (`C`).
pub fn of_locale(locale: &str) -> Option<Lang> {
    let language = locale.split(['_', '.', '-', '@']).next()?;
    match language.to_ascii_lowercase().as_str() {
        "no" => Some(Lang::Nb),
        other => named(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales() {
        assert_eq!(of_locale("nn_NO.UTF-8"), Some(Lang::Nn));
        assert_eq!(of_locale("no_NO"), Some(Lang::Nb));
        assert_eq!(of_locale("en-GB"), Some(Lang::En));
        assert_eq!(of_locale("C.UTF-8"), None);
        assert_eq!(of_locale(""), None);
    }
}
