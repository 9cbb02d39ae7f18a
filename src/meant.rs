//! What was probably meant by what was mistyped: the one place that knows how near is near.
//!
//! It imports nothing of the crate. What is compared, and what is said of it, is told by whoever asks.

/// How many letters of a word may be wrong: added, left out, another one, or two that changed places.
/// One in so many, in a short word so many at least, and never more than half of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slips {
    one_in: usize,
    least: usize,
}

impl Slips {
    /// Of a name in a rule: it stands under the eyes of whoever wrote it, so that a wrong guess costs
    /// nothing.
    pub(crate) const NAME: Self = Self::new(3, 2);
    /// Of an option's value: `xml` is not `html`.
    pub(crate) const VALUE: Self = Self::new(3, 1);
    /// Of a command: the name of a file may well resemble one, the more so a short one.
    pub(crate) const COMMAND: Self = Self::new(3, 0);
    /// Of a file: the names in a folder often differ in a number alone.
    pub(crate) const FILE: Self = Self::new(4, 1);
    /// Of a key of a register: a finding tells others what they meant, and names of places are alike.
    pub(crate) const KEY: Self = Self::new(5, 1);

    const fn new(one_in: usize, least: usize) -> Self {
        Self { one_in, least }
    }

    /// How many letters of so many.
    pub(crate) fn of(self, letters: usize) -> usize {
        let most = (letters / 2).max(1);
        (letters / self.one_in).max(self.least).min(most)
    }

    /// Whether a word was meant.
    pub(crate) fn allow(self, written: &str, word: &str) -> bool {
        strsim::damerau_levenshtein(written, word) <= self.of(written.chars().count())
    }

    /// The word that was meant: of those that are as near, the first.
    pub(crate) fn nearest<'w>(
        self,
        written: &str,
        words: impl IntoIterator<Item = &'w str>,
    ) -> Option<&'w str> {
        let far = |word: &&str| strsim::damerau_levenshtein(written, word);
        let nearest = words.into_iter().min_by_key(far)?;
        self.allow(written, nearest).then_some(nearest)
    }

    /// What belongs to the word that was meant, where no other one is as near.
    pub(crate) fn only_nearest<'w, T>(
        self,
        written: &str,
        words: impl IntoIterator<Item = (&'w str, T)>,
    ) -> Option<T> {
        let most = self.of(written.chars().count());
        let mut best: Option<(usize, T)> = None;
        let mut tied = false;
        for (word, of) in words {
            // Nearly all of a register is told to be far without its letters being put side by side.
            if unshared(written, word) > most {
                continue;
            }
            let far = strsim::damerau_levenshtein(written, word);
            match &best {
                _ if far > most => {}
                Some((least, _)) if far > *least => {}
                Some((least, _)) if far == *least => tied = true,
                _ => (best, tied) = (Some((far, of)), false),
            }
        }
        best.filter(|_| !tied).map(|(_, of)| of)
    }
}

/// How many letters of one word the other lacks, wherever they stand: it is no nearer than that.
fn unshared(a: &str, b: &str) -> usize {
    let mut counts = [0_i32; 64];
    let mut count = |word: &str, by: i32| {
        for ch in word.chars() {
            // Letters that fall together make words more alike, never less.
            if let Some(count) = counts.get_mut(ch as usize % 64) {
                *count += by;
            }
        }
    };
    count(a, 1);
    count(b, -1);
    let of = |sign: i32| counts.iter().map(|n| (n * sign).max(0)).sum::<i32>();
    usize::try_from(of(1).max(of(-1))).unwrap_or(0)
}

/// The name that was meant by one that may be cut or go on otherwise: how a rule or a key begins is
/// remembered, its end less so.
pub(crate) fn begun_alike<'w>(
    written: &str,
    names: impl IntoIterator<Item = &'w str>,
) -> Option<&'w str> {
    names
        .into_iter()
        .map(|name| (strsim::jaro_winkler(written, name), name))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_words_may_have_fewer_letters_wrong() {
        let of = |slips: Slips| [1, 2, 3, 4, 6, 12, 15].map(|letters| slips.of(letters));
        assert_eq!(of(Slips::NAME), [1, 1, 1, 2, 2, 4, 5]);
        assert_eq!(of(Slips::VALUE), [1, 1, 1, 1, 2, 4, 5]);
        assert_eq!(of(Slips::COMMAND), [0, 0, 1, 1, 2, 4, 5]);
        assert_eq!(of(Slips::FILE), [1, 1, 1, 1, 1, 3, 3]);
        assert_eq!(of(Slips::KEY), [1, 1, 1, 1, 1, 2, 3]);
    }

    #[test]
    fn one_slip_is_seen_and_another_word_is_not() {
        assert_eq!(Slips::VALUE.nearest("hmtl", ["html", "xml"]), Some("html"));
        assert_eq!(Slips::VALUE.nearest("xml", ["html", "json"]), None);
        assert_eq!(Slips::COMMAND.nearest("ls", ["lint", "l"]), None);
        assert_eq!(Slips::FILE.nearest("b", ["a", "c"]), Some("a"));
        assert_eq!(Slips::FILE.nearest("b", []), None);
    }

    #[test]
    fn of_two_that_are_as_near_neither_was_meant() {
        let only = |words: &[&'static str]| {
            let words = words.iter().copied().zip(0..);
            Slips::KEY.only_nearest("bergvin", words)
        };
        assert_eq!(only(&["lervik", "bergvik"]), Some(1));
        assert_eq!(only(&["bergvik", "bergvid"]), None);
        assert_eq!(only(&["bergvik", "bergvid", "bergvin"]), Some(2));
        assert_eq!(only(&["bergstad"]), None);
    }

    #[test]
    fn words_are_never_nearer_than_the_letters_that_they_do_not_share() {
        let words = [
            "bergvik", "begrvik", "Øyvær", "øyvar", "kiv", "nesna", "", "aa", "\u{a1}a",
        ];
        for a in words {
            for b in words {
                let far = strsim::damerau_levenshtein(a, b);
                assert!(unshared(a, b) <= far, "{a} {b}");
            }
        }
        assert_eq!(unshared("bergvik", "begrvik"), 0);
        assert_eq!(unshared("bergvik", "nesna"), 6);
    }

    #[test]
    fn a_name_that_is_cut_is_known_by_its_beginning() {
        let rules = ["sum-mismatch", "mean-mismatch"];
        assert_eq!(begun_alike("sum-mis", rules), Some("sum-mismatch"));
        assert_eq!(begun_alike("duplicate", rules), None);
    }
}
