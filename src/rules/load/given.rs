//! What rule files point at, and what the user gives them: read by whoever loads them, as the library
//! opens no file.

use crate::i18n::Text;
use crate::rules::builtin::BUILTIN_FILES;
use crate::rules::lang::constant::{Const, type_of};
use crate::rules::lang::numbers::Number;
use crate::rules::lang::types::Type;
use crate::toml_file::{self, RawValue};
use std::collections::BTreeMap;

/// The bytes of a file, or why it can't be read.
pub type GivenFile = Result<Vec<u8>, Text>;

/// The bytes of a file, or why it can't be read, lent.
pub(super) type Found<'g> = Result<&'g [u8], &'g Text>;

/// What rule files point at, and what the user gives them.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// The files that rule files name: by the rule file's name, and the file as it is written there.
    pub files: BTreeMap<(String, String), GivenFile>,
    /// This year's tables: by their names, or as `pack.name`, each with the name of its file.
    pub tables: BTreeMap<String, (String, GivenFile)>,
    /// Values of parameters, by pack and name.
    pub params: BTreeMap<(String, String), Param>,
}

/// A value that the user gives to a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Param {
    /// A text.
    Text(String),
    /// A whole number.
    Int(i64),
    /// True or false.
    Bool(bool),
    /// Several of these.
    List(Vec<Param>),
}

/// A parameter of a pack.
#[derive(Clone, Debug)]
pub struct ParamKind {
    /// The pack.
    pub pack: String,
    /// The parameter's name.
    pub name: String,
    /// Its value, for messages.
    pub value: String,
    ty: Type,
}

impl ParamKind {
    pub(super) fn new(pack: &str, name: &str, value: &Const) -> Self {
        Self {
            pack: pack.to_owned(),
            name: name.to_owned(),
            value: shown(value),
            ty: type_of(value),
        }
    }

    /// Whether a value is of the parameter's type.
    pub fn takes(&self, value: &Param) -> bool {
        self.ty.fits(&type_of(&value.constant()))
    }
}

/// A value as TOML writes it.
fn shown(value: &Const) -> String {
    match value {
        Const::Text(text) => format!("\"{text}\""),
        Const::Number(number) => number.ratio().to_string(),
        Const::Bool(value) => value.to_string(),
        Const::List(items) => {
            let items: Vec<String> = items.iter().map(shown).collect();
            format!("[{}]", items.join(", "))
        }
        Const::Null | Const::Date(_) => String::new(),
    }
}

impl Param {
    /// The value as expressions have it.
    pub(super) fn constant(&self) -> Const {
        match self {
            Self::Text(text) => Const::Text(text.clone()),
            Self::Int(number) => Const::Number(Number::Int(i128::from(*number))),
            Self::Bool(value) => Const::Bool(*value),
            Self::List(items) => Const::List(items.iter().map(Self::constant).collect()),
        }
    }
}

impl Given {
    /// Whether the rules are as their files say.
    pub fn is_nothing(&self) -> bool {
        self.files.is_empty() && self.tables.is_empty() && self.params.is_empty()
    }

    /// A file that a rule file names.
    pub(super) fn file(&self, source: &str, file: &str) -> Option<Found<'_>> {
        let key = (source.to_owned(), file.to_owned());
        if let Some(own) = self.files.get(&key) {
            return Some(own.as_deref());
        }
        let folder = source.rsplit_once('/').map_or("", |(folder, _)| folder);
        let name = format!("{folder}/{file}");
        let builtin = BUILTIN_FILES.iter().find(|(known, _)| *known == name);
        builtin.map(|(_, bytes)| Ok(*bytes))
    }

    /// The file that the user gives for a table of a pack.
    pub(super) fn table(&self, pack: &str, name: &str) -> Option<(&str, Found<'_>)> {
        let own = self.tables.get(&format!("{pack}.{name}"));
        let (file, bytes) = own.or_else(|| self.tables.get(name))?;
        Some((file, bytes.as_deref()))
    }

    /// The value that the user gives to a parameter of a pack, where it is of the type of its own.
    pub(super) fn param(&self, pack: &str, name: &str, own: &Const) -> Option<Const> {
        let given = self.params.get(&(pack.to_owned(), name.to_owned()))?;
        let given = given.constant();
        type_of(own).fits(&type_of(&given)).then_some(given)
    }
}

/// The files that a rule file names, as they are written there: tables, and reports of cases.
pub fn files_named(text: &str) -> Vec<String> {
    let root = toml_file::parse(0, text).root;
    let mut found: Vec<&str> = Vec::new();
    let tables = root.table("pack").and_then(|pack| pack.table("tables"));
    for entry in tables.into_iter().flat_map(|tables| &tables.entries) {
        if let RawValue::Table(table) = &entry.raw.value {
            found.extend(table.text("file"));
        }
    }
    for rule in ["rule", "check"]
        .into_iter()
        .flat_map(|key| root.tables(key))
    {
        for case in ["good", "bad"].into_iter().flat_map(|key| rule.tables(key)) {
            let named = ["base", "report"]
                .into_iter()
                .filter_map(|key| case.text(key));
            found.extend(named.filter(|named| is_file(named)));
        }
    }
    found.sort_unstable();
    found.dedup();
    found.into_iter().map(str::to_owned).collect()
}

/// Whether a text names a file with a report rather than being one.
pub(super) fn is_file(text: &str) -> bool {
    let ending = std::path::Path::new(text).extension();
    let known =
        |e: &std::ffi::OsStr| e.eq_ignore_ascii_case("txt") || e.eq_ignore_ascii_case("pdf");
    !text.contains('\n') && ending.is_some_and(known)
}
