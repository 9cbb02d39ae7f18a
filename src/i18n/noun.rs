//! Nouns that stand after a count and agree with it.

use super::{Lang, whole};

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
        lang.pick(nb, nn, en)
    }

    /// A count with the noun: `1 side`, `2 sider`.
    pub fn counted(self, count: usize, lang: Lang) -> String {
        format!("{} {}", whole(count, lang), self.after(count, lang))
    }
}

/// `fil`.
pub const FILES: Noun = Noun::new(["fil", "fil", "file"], ["filer", "filer", "files"]);
/// `side`.
pub const PAGES: Noun = Noun::new(["side", "side", "page"], ["sider", "sider", "pages"]);
/// `sted`.
pub const PLACES: Noun = Noun::new(["sted", "stad", "place"], ["steder", "stader", "places"]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_not_several() {
        assert_eq!(PAGES.counted(1, Lang::En), "1 page");
        assert_eq!(PLACES.counted(1, Lang::Nn), "1 stad");
        assert_eq!(PLACES.counted(0, Lang::Nb), "0 steder");
        assert_eq!(FILES.counted(1000, Lang::Nb), "1\u{A0}000 filer");
        assert_eq!(FILES.counted(1000, Lang::En), "1,000 files");
    }
}
