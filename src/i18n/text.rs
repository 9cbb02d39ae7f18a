//! A text in the three languages at once, worded before the language is chosen.

use super::Lang;
use serde::{Deserialize, Serialize};

/// A text in the three languages. A language that a rule file leaves out is filled from `nb`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// Bokmål.
    pub nb: String,
    /// Nynorsk.
    pub nn: String,
    /// English.
    pub en: String,
}

impl Text {
    /// Says the same in each language.
    pub fn each(say: impl Fn(Lang) -> String) -> Self {
        Self {
            nb: say(Lang::Nb),
            nn: say(Lang::Nn),
            en: say(Lang::En),
        }
    }

    /// Leaves the text in one language alone.
    pub fn keep_only(&mut self, lang: Lang) {
        for (other, text) in [
            (Lang::Nb, &mut self.nb),
            (Lang::Nn, &mut self.nn),
            (Lang::En, &mut self.en),
        ] {
            if other != lang {
                *text = String::new();
            }
        }
    }

    /// The text in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Nb => &self.nb,
            Lang::Nn => &self.nn,
            Lang::En => &self.en,
        }
    }
}
