//! The values of options: what each may be, and what is said of another.

use crate::config::Level;
use crate::pdf::ReaderKind;
use crate::render::{ExportForm, Format, Order};
use crate::rules::{Lang, Severity};
use clap::ValueEnum;
use clap::builder::PossibleValue;
use std::path::PathBuf;
use std::sync::LazyLock;

/// What the library has under a name can be given under that name.
macro_rules! named_values {
    ($($of:ty),*) => {
        $(impl ValueEnum for $of {
            fn value_variants<'a>() -> &'a [Self] {
                Self::ALL.as_slice()
            }

            fn to_possible_value(&self) -> Option<PossibleValue> {
                Some(PossibleValue::new(self.name()))
            }
        })*
    };
}

named_values!(ExportForm, Format, Level, Order, ReaderKind);

impl ValueEnum for Lang {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.words().code()))
    }
}

/// Whom SARIF is fitted to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SarifProfile {
    Standard,
    Github,
}

/// The shape of what a command prints for people or for programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Shape {
    Full,
    Json,
}

/// The shape of a list of rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListShape {
    Full,
    Json,
    Markdown,
}

/// What is written to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// A format that is text.
    Text(Format),
    /// The user's own PDF with the findings marked.
    Pdf,
}

/// All that can be written to a file.
static FORMS: LazyLock<Vec<Form>> = LazyLock::new(|| {
    let texts = Format::ALL.map(Form::Text);
    texts.into_iter().chain([Form::Pdf]).collect()
});

impl ValueEnum for Form {
    fn value_variants<'a>() -> &'a [Self] {
        &FORMS
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        match self {
            Self::Text(format) => format.to_possible_value(),
            Self::Pdf => Some(PossibleValue::new("pdf")),
        }
    }
}

/// The names of all values of a type.
fn names<V: ValueEnum>() -> String {
    let values = V::value_variants().iter();
    let names = values.filter_map(|value| Some(value.to_possible_value()?.get_name().to_owned()));
    names.collect::<Vec<_>>().join(", ")
}

/// `sarif=funn.sarif`.
pub(crate) fn output(value: &str) -> Result<(Form, PathBuf), String> {
    let (name, file) = value
        .split_once('=')
        .ok_or("skriv FORM=FIL, for eksempel sarif=funn.sarif")?;
    let form = Form::from_str(name, false)
        .map_err(|_| format!("ukjent form «{name}»; velg {}", names::<Form>()))?;
    if file.is_empty() {
        return Err("filnavnet mangler".to_owned());
    }
    Ok((form, PathBuf::from(file)))
}

/// `utbetalt=utbetalt.xlsx`.
pub(crate) fn table(value: &str) -> Result<(String, PathBuf), String> {
    match value.split_once('=') {
        Some((name, file)) if !name.is_empty() && !file.is_empty() => {
            Ok((name.to_owned(), PathBuf::from(file)))
        }
        _ => Err("skriv NAVN=FIL, for eksempel utbetalt=utbetalt.xlsx".to_owned()),
    }
}

/// `personal-data=off`.
pub(crate) fn severity(value: &str) -> Result<(String, Option<Severity>), String> {
    let (rule, level) = value
        .split_once('=')
        .ok_or("skriv REGEL=NIVÅ, for eksempel personal-data=off")?;
    let level = Level::from_str(level, false)
        .map_err(|_| format!("ukjent nivå «{level}»; velg {}", names::<Level>()))?;
    Ok((rule.to_owned(), level.severity()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_severity_is_known_or_refused() {
        let off = ("personal-data".to_owned(), None);
        assert_eq!(severity("personal-data=off"), Ok(off));
        let note = ("a".to_owned(), Some(Severity::Note));
        assert_eq!(severity("a=note"), Ok(note));
        assert!(severity("a").is_err());
        let told = severity("a=fatal").unwrap_err();
        assert!(told.contains("error, warning, note, off"), "{told}");
    }

    #[test]
    fn outputs_name_a_format_and_a_file() {
        assert_eq!(
            output("sarif=ut/a=b.sarif"),
            Ok((Form::Text(Format::Sarif), PathBuf::from("ut/a=b.sarif")))
        );
        assert!(output("sarif").is_err());
        assert_eq!(output("pdf=x"), Ok((Form::Pdf, PathBuf::from("x"))));
        assert!(output("docx=x").is_err());
        assert!(output("json=").is_err());
    }
}
