//! Renders errors and warnings as miette does, the word before the advice in the user's language:
//! miette's own handler has it in English only.

use super::environment::World;
use super::output;
use crate::rules::Lang;
use clap::ColorChoice;
use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, Severity, SourceCode,
};
use std::error::Error;
use std::fmt;

/// How many columns there are.
const WIDTH: usize = 100;

/// An error or a warning as text.
pub(crate) fn show(diagnostic: &dyn Diagnostic, color: bool, lang: Lang) -> String {
    let theme = if color {
        GraphicalTheme::unicode()
    } else {
        GraphicalTheme::unicode_nocolor()
    };
    let style = theme.styles.help;
    let handler = GraphicalReportHandler::new_themed(theme)
        .with_links(false)
        .with_width(WIDTH);
    let mut out = String::new();
    // Writing to memory doesn't fail.
    let _ = handler.render_report(&mut out, &Unadvised(diagnostic));
    if let Some(help) = diagnostic.help() {
        let label = style.style(format!("  {} ", lang.app().advice()));
        let label = label.to_string();
        let options = textwrap::Options::new(WIDTH - 2)
            .initial_indent(&label)
            .subsequent_indent("        ");
        out.push_str(&textwrap::fill(&help.to_string(), options));
        out.push('\n');
    }
    out
}

/// A diagnostic without its advice, which is written after it.
struct Unadvised<'d>(&'d dyn Diagnostic);

impl fmt::Debug for Unadvised<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.0, f)
    }
}

impl fmt::Display for Unadvised<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.0, f)
    }
}

impl Error for Unadvised<'_> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.source()
    }
}

impl Diagnostic for Unadvised<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.0.code()
    }

    fn severity(&self) -> Option<Severity> {
        self.0.severity()
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.0.source_code()
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        self.0.labels()
    }
}

/// Shows an error or a warning of the tool on standard error.
pub(super) fn warn(
    diagnostic: &dyn Diagnostic,
    world: &mut World<'_>,
    color: Option<ColorChoice>,
    lang: Lang,
) {
    let color = world.env.colors(color, world.env.stderr_terminal);
    output::to_stderr(&show(diagnostic, color, lang), world);
}
