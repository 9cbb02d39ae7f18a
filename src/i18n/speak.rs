//! Which language says a message.

use super::catalogue::{
    Advice, App, Authoring, Config, Coverage, Export, Html, Judging, Letters, Mistakes, Reading,
    Render, Sheet, Suggest, Terms, Toml, Words,
};
use super::en::En;
use super::nb::Nb;
use super::nn::Nn;
use super::{Lang, whole};

/// What the program says is no promise: the page in the browser says it too.
#[doc(hidden)]
impl Lang {
    /// The words and types in what is said of rule files.
    pub fn terms(self) -> &'static dyn Terms {
        match self {
            Self::Nb => &Nb,
            Self::Nn => &Nn,
            Self::En => &En,
        }
    }

    /// What to do about mistakes in rule files.
    pub fn advice(self) -> &'static dyn Advice {
        match self {
            Self::Nb => &Nb,
            Self::Nn => &Nn,
            Self::En => &En,
        }
    }

    /// What is said of mistakes in rule files.
    pub fn mistakes(self) -> &'static dyn Mistakes {
        match self {
            Self::Nb => &Nb,
            Self::Nn => &Nn,
            Self::En => &En,
        }
    }

    /// What is wrong with a text that is no TOML.
    pub fn toml(self) -> &'static dyn Toml {
        match self {
            Self::Nb => &Nb,
            Self::Nn => &Nn,
            Self::En => &En,
        }
    }

    /// What several rooms say: severities, nouns, places.
    pub fn words(self) -> &'static dyn Words {
        match self {
            Self::Nb => &Nb,
            Self::Nn => &Nn,
            Self::En => &En,
        }
    }

    /// What the program says about itself: files, options, configuration.
    pub fn app(self) -> &'static dyn App {
        match self {
            Self::Nb => &Nb,
            Self::Nn => &Nn,
            Self::En => &En,
        }
    }

    /// Mistakes in a configuration or a baseline, and what a baseline says.
    pub fn config(self) -> &'static dyn Config {
        match self {
            Self::Nb => &Nb,
            Self::Nn => &Nn,
            Self::En => &En,
        }
    }

    /// What the formats for people add to findings.
    pub fn render(self) -> &'static dyn Render {
        match self {
            Self::Nb => &Nb,
            Self::Nn => &Nn,
            Self::En => &En,
        }
    }

    /// What became of digits, and why places could not be judged.
    pub fn coverage(self) -> &'static dyn Coverage {
        match self {
            Self::Nb => &Nb,
            Self::Nn => &Nn,
            Self::En => &En,
        }
    }

    /// The words of the page for the browser.
    pub fn html(self) -> &'static dyn Html {
        match self {
            Self::Nb => &Nb,
            Self::Nn => &Nn,
            Self::En => &En,
        }
    }

    /// The letters to respondents.
    pub fn letters(self) -> &'static dyn Letters {
        match self {
            Self::Nb => &Nb,
            Self::Nn => &Nn,
            Self::En => &En,
        }
    }

    /// The workbook of an export.
    pub fn export(self) -> &'static dyn Export {
        match self {
            Self::Nb => &Nb,
            Self::Nn => &Nn,
            Self::En => &En,
        }
    }

    /// Checks that are proposed.
    pub fn suggest(self) -> &'static dyn Suggest {
        match self {
            Self::Nb => &Nb,
            Self::Nn => &Nn,
            Self::En => &En,
        }
    }

    /// The caseworker's sheet.
    pub fn sheet(self) -> &'static dyn Sheet {
        match self {
            Self::Nb => &Nb,
            Self::Nn => &Nn,
            Self::En => &En,
        }
    }

    /// What is said to those who write rules.
    pub fn authoring(self) -> &'static dyn Authoring {
        match self {
            Self::Nb => &Nb,
            Self::Nn => &Nn,
            Self::En => &En,
        }
    }

    /// What the rule engine adds to a rule's own words.
    pub fn judging(self) -> &'static dyn Judging {
        match self {
            Self::Nb => &Nb,
            Self::Nn => &Nn,
            Self::En => &En,
        }
    }

    /// Why a file is no report that can be checked, and what to do.
    pub fn reading(self) -> &'static dyn Reading {
        match self {
            Self::Nb => &Nb,
            Self::Nn => &Nn,
            Self::En => &En,
        }
    }

    /// A count with its noun: `1 side`, `2 sider`.
    pub fn counted(self, count: usize, noun: &str) -> String {
        format!("{} {noun}", whole(count, self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_not_several() {
        let counted = |lang: Lang, count| lang.counted(count, lang.words().page(count));
        assert_eq!(counted(Lang::En, 1), "1 page");
        assert_eq!(counted(Lang::Nn, 2), "2 sider");
        assert_eq!(counted(Lang::Nb, 0), "0 sider");
        assert_eq!(counted(Lang::Nb, 1000), "1\u{A0}000 sider");
        assert_eq!(counted(Lang::En, 1000), "1,000 pages");
    }
}
