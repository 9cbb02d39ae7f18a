//! The table `[pack]`: which surveys the rules of a file are for, and what their questions are.

use super::error::Errors;
use super::fields::Reader;
use super::given::Given;
use super::tables::tables;
use crate::i18n::Text;
use crate::report::{Kind, Question, Report};
use crate::rules::lang::constant::Const;
use crate::rules::lang::pattern::Pattern;
use crate::rules::lang::pooled::Pooled;
use crate::rules::lang::suggest;
use crate::rules::lang::table::Table;
use crate::rules::mistake::{Advice, Mistake, Term};
use crate::toml_file::{Place, RawTable};
use serde::{Deserialize, Serialize};

/// Rules that belong together.
#[derive(Debug, Serialize, Deserialize)]
pub struct Pack {
    /// Its name: `dekom`.
    pub name: String,
    /// Its title.
    pub title: Text,
    /// What it checks.
    pub description: Text,
    /// The names of the files that it is written in.
    pub files: Vec<String>,
    /// The questions that it knows.
    pub questions: Vec<PackQuestion>,
    /// A report is meant when one of these is found in its title or in the title of a question;
    /// every report is when there is none.
    pub(crate) applies_to: Vec<Pooled<Pattern>>,
    /// Values that its rules use as `params.name`.
    pub(crate) params: Vec<(String, Const)>,
    /// Its tables, by what rules call them.
    pub(crate) tables: Vec<(String, Pooled<Table>)>,
}

/// A question that a pack knows.
#[derive(Debug, Serialize, Deserialize)]
pub struct PackQuestion {
    /// The name that rules use.
    pub key: String,
    /// What people call it; empty where the pack does not say.
    pub name: Text,
    /// Whether everyone has to answer it.
    pub required: bool,
    /// What it holds: `contact`, `phone`, `email` or nothing in particular.
    pub role: String,
    /// The titles of the surveys that ask it; all that the pack is for where there is none.
    schemes: Vec<Pooled<Pattern>>,
    patterns: Vec<Pooled<Pattern>>,
    options: Vec<Pooled<Pattern>>,
    pub(super) kind: Option<Kind>,
}

/// The keys of `[pack]`.
pub(crate) const PACK_KEYS: [&str; 8] = [
    "name",
    "language",
    "title",
    "description",
    "applies_to",
    "params",
    "tables",
    "question",
];

/// The version of the rule language that this program knows. It is raised when a file that was
/// right comes to mean something else.
const LANGUAGE: usize = 1;

/// The keys of `[[pack.question]]`.
pub(crate) const QUESTION_KEYS: [&str; 8] = [
    "key", "name", "scheme", "pattern", "options", "kind", "required", "role",
];

/// The kinds that a pack can ask of a question.
pub(crate) const KINDS: [Kind; 5] = [
    Kind::Text,
    Kind::Integer,
    Kind::MultipleChoice,
    Kind::SingleChoice,
    Kind::Places,
];

/// What a question can hold in particular.
pub(crate) const ROLES: [&str; 3] = ["contact", "phone", "email"];

impl Pack {
    /// Whether the pack is for every report.
    pub fn is_general(&self) -> bool {
        self.applies_to.is_empty()
    }

    /// Whether the pack is for this report.
    pub fn applies(&self, report: &Report) -> bool {
        let titles = report.title.iter().map(|t| &t.value);
        let questions = report.questions.iter().map(|q| &q.title.value);
        let mut all = titles.chain(questions);
        self.is_general()
            || all.any(|title| {
                self.applies_to
                    .iter()
                    .any(|p| p.is_match(title) == Some(true))
            })
    }
}

impl PackQuestion {
    /// The patterns on its title, as they are written.
    pub(crate) fn title_patterns(&self) -> Vec<&str> {
        written(&self.patterns)
    }

    /// The patterns on its options, as they are written.
    pub(crate) fn option_patterns(&self) -> Vec<&str> {
        written(&self.options)
    }

    /// The patterns on its options, as they are written, that fit none of these.
    pub(crate) fn options_missing(&self, options: &[String]) -> Vec<&str> {
        let fits = |p: &Pooled<Pattern>| options.iter().any(|o| p.is_match(o) == Some(true));
        let missing = self.options.iter().filter(|p| !fits(p));
        missing.map(|pattern| as_written(pattern)).collect()
    }

    /// Whether a pattern on its title matches.
    pub(super) fn is_titled(&self, title: &str) -> bool {
        let matches = |p: &Pooled<Pattern>| p.is_match(title) == Some(true);
        self.patterns.iter().any(matches)
    }

    /// Whether this is the question: by its title, or by its options.
    pub fn is(&self, question: &Question) -> bool {
        if self.kind.is_some_and(|k| k != question.kind) {
            return false;
        }
        let title = question.title.value.as_str();
        let by_title = self
            .patterns
            .iter()
            .any(|p| p.is_match(title) == Some(true));
        let by_options = !self.options.is_empty()
            && self
                .options
                .iter()
                .all(|p| question.options.iter().any(|o| p.is_match(o) == Some(true)));
        by_title || by_options
    }
}

/// Patterns without what makes case not matter.
fn written(patterns: &[Pooled<Pattern>]) -> Vec<&str> {
    patterns.iter().map(|pattern| as_written(pattern)).collect()
}

/// A pattern without what makes it blind to case.
fn as_written(pattern: &Pattern) -> &str {
    let text = pattern.text();
    text.strip_prefix("(?i)").unwrap_or(text)
}

impl PackQuestion {
    /// Whether a report is expected to have it.
    pub(crate) fn is_asked_in(&self, report: &Report) -> bool {
        let title = report.title.as_ref().map_or("", |title| &title.value);
        let is_title = |pattern: &Pooled<Pattern>| pattern.is_match(title) == Some(true);
        self.schemes.is_empty() || self.schemes.iter().any(is_title)
    }
}

impl Pack {
    /// Takes over what another file says about the same pack.
    pub(super) fn extend(&mut self, other: Self) {
        for (own, new) in [
            (&mut self.title, other.title),
            (&mut self.description, other.description),
        ] {
            if own.nb.is_empty() {
                *own = new;
            }
        }
        self.files.extend(other.files);
        self.questions.extend(other.questions);
        self.applies_to.extend(other.applies_to);
        self.params.extend(other.params);
        self.tables.extend(other.tables);
    }
}

/// Reads `[pack]`; a file without one is a pack of its own that is for every report.
pub(super) fn read(
    root: &RawTable,
    file: usize,
    name: &str,
    user: &Given,
    errors: &mut Errors<'_>,
) -> Pack {
    let mut root = Reader {
        table: root,
        place: Place { file, span: 0..0 },
        what: Term::RuleFile,
        errors,
    };
    root.allow(&["pack", "rule", "check", "template"]);
    let Some((table, place)) = root.subtable("pack") else {
        return Pack {
            name: stem(name),
            title: Text::default(),
            description: Text::default(),
            files: vec![name.to_owned()],
            questions: Vec::new(),
            applies_to: Vec::new(),
            params: Vec::new(),
            tables: Vec::new(),
        };
    };
    let mut reader = Reader {
        table,
        place,
        what: Term::Pack,
        errors: root.errors,
    };
    reader.allow(&PACK_KEYS);
    if let Some(version) = reader.count("language").filter(|v| *v > LANGUAGE) {
        let mistake = Mistake::LaterLanguage {
            version,
            known: LANGUAGE,
        };
        let at = reader.table.get("language").map(|raw| raw.place.clone());
        reader.errors.add(
            &at.unwrap_or(reader.place.clone()),
            mistake,
            Advice::UpdateProgram,
        );
    }
    if reader.table.get("name").is_none() {
        reader.missing("name", Advice::ShortName);
    }
    let given = reader.text("name").map_or_else(|| stem(name), |l| l.text);
    let questions = reader.tables("question");
    let questions = questions
        .into_iter()
        .filter_map(|(table, place)| question(table, place, reader.errors))
        .collect();
    let tables = tables(&mut reader, &given, name, user);
    let params = reader.constants("params").into_iter();
    let params = params.map(|(name, own, _)| {
        let value = user.param(&given, &name, &own).unwrap_or(own);
        (name, value)
    });
    let params = params.collect();
    Pack {
        title: reader.languages("title").to_text(),
        description: reader.languages("description").to_text(),
        files: vec![name.to_owned()],
        questions,
        applies_to: reader.patterns("applies_to"),
        name: given,
        params,
        tables,
    }
}

fn question(table: &RawTable, place: Place, errors: &mut Errors<'_>) -> Option<PackQuestion> {
    let mut reader = Reader {
        table,
        place,
        what: Term::PackQuestion,
        errors,
    };
    reader.allow(&QUESTION_KEYS);
    let patterns = reader.patterns("pattern");
    let options = reader.patterns("options");
    if table.get("pattern").is_none() && table.get("options").is_none() {
        reader.missing("pattern", Advice::TitleOrOptions);
    }
    let role = match reader.text("role") {
        Some(role) if !ROLES.contains(&role.text.as_str()) => {
            let help = suggest(&role.text, ROLES.into_iter());
            let mistake = Mistake::UnknownRole { name: role.text };
            reader.errors.add(&role.place, mistake, help);
            String::new()
        }
        role => role.map_or_else(String::new, |r| r.text),
    };
    let kind = reader.text("kind").and_then(|kind| {
        let found = KINDS.into_iter().find(|k| k.name() == kind.text);
        if found.is_none() {
            let help = suggest(&kind.text, KINDS.iter().map(|k| k.name()));
            let mistake = Mistake::UnknownKind { name: kind.text };
            reader.errors.add(&kind.place, mistake, help);
        }
        // What asks for a kind is not told of it too.
        found.or(Some(Kind::Unknown))
    });
    let required = reader.flag("required");
    let name = reader.languages("name").to_text();
    let schemes = reader.patterns("scheme");
    let Some(key) = reader.text("key") else {
        if table.get("key").is_none() {
            reader.missing("key", Advice::CalledByKey);
        }
        return None;
    };
    Some(PackQuestion {
        key: key.text,
        name,
        schemes,
        required,
        role,
        patterns,
        options,
        kind,
    })
}

fn stem(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.strip_suffix(".toml").unwrap_or(file).to_owned()
}
