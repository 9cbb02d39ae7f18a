//! Which of the three languages the user is spoken to in.

use crate::rules::{Lang, Severity};

/// Picks the text of a language.
pub fn pick<'a>(lang: Lang, nb: &'a str, nn: &'a str, en: &'a str) -> &'a str {
    match lang {
        Lang::Nb => nb,
        Lang::Nn => nn,
        Lang::En => en,
    }
}

/// A noun with what agrees with it, for one and for several, in bokmål, nynorsk and English.
#[derive(Clone, Copy, Debug)]
pub struct Noun {
    one: [&'static str; 3],
    many: [&'static str; 3],
}

impl Noun {
    /// A noun: for one, for several.
    pub const fn new(one: [&'static str; 3], many: [&'static str; 3]) -> Self {
        Self { one, many }
    }

    /// The noun as it stands after a count.
    pub fn after(self, count: usize, lang: Lang) -> &'static str {
        let [nb, nn, en] = if count == 1 { self.one } else { self.many };
        pick(lang, nb, nn, en)
    }

    /// A count with the noun: `1 side`, `2 sider`.
    pub fn counted(self, count: usize, lang: Lang) -> String {
        format!("{} {}", number(count), self.after(count, lang))
    }
}

/// `fil`.
pub const FILES: Noun = Noun::new(["fil", "fil", "file"], ["filer", "filer", "files"]);
/// `side`.
pub const PAGES: Noun = Noun::new(["side", "side", "page"], ["sider", "sider", "pages"]);
/// `sted`.
pub const PLACES: Noun = Noun::new(["sted", "stad", "place"], ["steder", "stader", "places"]);

/// A severity's name, as people are told it.
pub fn severity(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Error => pick(lang, "feil", "feil", "error"),
        Severity::Warning => pick(lang, "advarsel", "åtvaring", "warning"),
        Severity::Note => pick(lang, "merknad", "merknad", "note"),
    }
}

/// A whole number with its thousands parted by a no-break space.
pub fn number<N: TryInto<i64>>(count: N) -> String {
    let count = count.try_into().unwrap_or(i64::MAX);
    let digits = count.unsigned_abs().to_string();
    let mut out = String::from(if count < 0 { "−" } else { "" });
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push('\u{A0}');
        }
        out.push(digit);
    }
    out
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
    fn thousands_are_parted() {
        assert_eq!(number(0), "0");
        assert_eq!(number(999), "999");
        assert_eq!(number(2_760_491), "2\u{A0}760\u{A0}491");
        assert_eq!(number(-1000), "−1\u{A0}000");
    }

    #[test]
    fn one_is_not_several() {
        assert_eq!(PAGES.counted(1, Lang::En), "1 page");
        assert_eq!(PLACES.counted(1, Lang::Nn), "1 stad");
        assert_eq!(PLACES.counted(0, Lang::Nb), "0 steder");
        assert_eq!(FILES.counted(1000, Lang::Nb), "1\u{A0}000 filer");
    }

    #[test]
    fn locales() {
        assert_eq!(of_locale("nn_NO.UTF-8"), Some(Lang::Nn));
        assert_eq!(of_locale("no_NO"), Some(Lang::Nb));
        assert_eq!(of_locale("en-GB"), Some(Lang::En));
        assert_eq!(of_locale("C.UTF-8"), None);
        assert_eq!(of_locale(""), None);
    }
}
