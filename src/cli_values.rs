//! The values of options: what each may be, and what is said of another.

use crate::pdf::ReaderKind;
use crate::render::{ExportForm, Format, Order};
use crate::rules::{Lang, Severity};
use clap::ValueEnum;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use std::path::PathBuf;

pub(crate) fn format() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.map(Format::name))
        .try_map(|name| Format::of(&name).ok_or("ukjent form"))
}

pub(crate) fn order() -> impl TypedValueParser<Value = Order> {
    PossibleValuesParser::new(Order::NAMES)
        .try_map(|name| Order::named(&name).ok_or("ukjent rekkefølge"))
}

pub(crate) fn export_form() -> impl TypedValueParser<Value = ExportForm> {
    PossibleValuesParser::new(ExportForm::ALL.map(ExportForm::name))
        .try_map(|name| ExportForm::of(&name).ok_or("ukjent form"))
}

pub(crate) fn lang() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(Lang::ALL.map(|lang| lang.words().code()))
        .try_map(|name| Lang::named(&name).ok_or("ukjent språk"))
}

pub(crate) fn reader() -> impl TypedValueParser<Value = ReaderKind> {
    PossibleValuesParser::new(READERS.map(ReaderKind::name))
        .try_map(|name| reader_named(&name).ok_or("ukjent leser"))
}

/// The readers, the usual one first.
const READERS: [ReaderKind; 2] = [ReaderKind::Hayro, ReaderKind::PdfExtract];

/// The reader of a name.
pub(crate) fn reader_named(name: &str) -> Option<ReaderKind> {
    READERS.into_iter().find(|reader| reader.name() == name)
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

/// `sarif=funn.sarif`.
pub(crate) fn output(value: &str) -> Result<(Form, PathBuf), String> {
    let (name, file) = value
        .split_once('=')
        .ok_or("skriv FORM=FIL, for eksempel sarif=funn.sarif")?;
    let known = || Format::ALL.map(Format::name).join(", ");
    let form = match Format::of(name) {
        Some(format) => Form::Text(format),
        None if name == "pdf" => Form::Pdf,
        None => return Err(format!("ukjent form «{name}»; velg {}, pdf", known())),
    };
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

/// What a rule may be set to.
const LEVELS: &str = "error, warning, note, off";

/// `personal-data=off`.
pub(crate) fn severity(value: &str) -> Result<(String, Option<Severity>), String> {
    let (rule, level) = value
        .split_once('=')
        .ok_or("skriv REGEL=NIVÅ, for eksempel personal-data=off")?;
    let severity = match (level, Severity::named(level)) {
        ("off", _) => None,
        (_, Some(severity)) => Some(severity),
        _ => return Err(format!("ukjent nivå «{level}»; velg {LEVELS}")),
    };
    Ok((rule.to_owned(), severity))
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
