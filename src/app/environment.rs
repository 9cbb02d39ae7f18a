//! What the program sees of the world around it, gathered so that tests can stand in for it.

use clap::ColorChoice;
use std::collections::BTreeMap;
use std::io::{IsTerminal as _, Read, Write};
use std::path::{Path, PathBuf};

/// Streams and surroundings.
pub(crate) struct World<'a> {
    /// Surroundings.
    pub(crate) env: Env,
    /// Standard input.
    pub(crate) stdin: &'a mut dyn Read,
    /// Standard output: findings.
    pub(crate) stdout: &'a mut dyn Write,
    /// Standard error: all else.
    pub(crate) stderr: &'a mut (dyn Write + Send),
    /// Opens a file in the program that the desktop has for it.
    pub(crate) open: &'a mut dyn FnMut(&Path),
}

/// Environment variables, terminals and the folder.
#[derive(Clone, Debug, Default)]
pub(crate) struct Env {
    /// The environment variables whose names and values are Unicode.
    pub(crate) vars: BTreeMap<String, String>,
    /// Whether standard output is a terminal.
    pub(crate) stdout_terminal: bool,
    /// Whether standard error is a terminal.
    pub(crate) stderr_terminal: bool,
    /// Whether the console was made for this process, which was started from the desktop.
    pub(crate) own_console: bool,
    /// This program's file.
    pub(crate) program: Option<PathBuf>,
    /// The current folder.
    pub(crate) folder: PathBuf,
    /// The day: year, month, day; without it the real one, which costs a walk over all time zones.
    pub(crate) today: Option<(i32, u8, u8)>,
}

impl Env {
    /// The real surroundings.
    pub(crate) fn real() -> Self {
        let unicode = |(name, value): (std::ffi::OsString, std::ffi::OsString)| {
            Some((name.into_string().ok()?, value.into_string().ok()?))
        };
        Self {
            vars: std::env::vars_os().filter_map(unicode).collect(),
            stdout_terminal: std::io::stdout().is_terminal(),
            stderr_terminal: std::io::stderr().is_terminal(),
            own_console: dekom_lint_console::is_own(),
            program: std::env::current_exe().ok(),
            folder: std::env::current_dir().unwrap_or_default(),
            today: None,
        }
    }

    /// The day.
    pub(crate) fn today(&self) -> (i32, u8, u8) {
        self.today.unwrap_or_else(today)
    }

    /// A variable that is set and not empty.
    pub(crate) fn var(&self, name: &str) -> Option<&str> {
        let value = self.vars.get(name).map(String::as_str);
        value.filter(|value| !value.is_empty())
    }

    /// Whether a stream is coloured.
    ///
    /// `--color` beats a non-empty `NO_COLOR`, which beats `CLICOLOR_FORCE`, which beats "is a
    /// terminal and `TERM` is not dumb".
    pub(crate) fn colors(&self, flag: Option<ColorChoice>, terminal: bool) -> bool {
        match flag {
            Some(ColorChoice::Always) => true,
            Some(ColorChoice::Never) => false,
            _ if self.var("NO_COLOR").is_some() => false,
            _ if self.var("CLICOLOR_FORCE").is_some_and(|force| force != "0") => true,
            _ => terminal && self.var("TERM") != Some("dumb"),
        }
    }
}

/// The day where the program runs.
fn today() -> (i32, u8, u8) {
    let day = jiff::ZonedDateTime::now().date();
    let number = |of: i8| u8::try_from(of).unwrap_or(1);
    (
        i32::from(day.year()),
        number(day.month()),
        number(day.day()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn env(vars: &[(&str, &str)]) -> Env {
        Env {
            vars: vars
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
            ..Env::default()
        }
    }

    #[test]
    fn the_flag_beats_everything() {
        assert!(env(&[("NO_COLOR", "1")]).colors(Some(ColorChoice::Always), false));
        assert!(!env(&[("CLICOLOR_FORCE", "1")]).colors(Some(ColorChoice::Never), true));
    }

    #[test]
    fn no_color_beats_force_and_must_not_be_empty() {
        assert!(!env(&[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]).colors(None, true));
        assert!(env(&[("NO_COLOR", ""), ("CLICOLOR_FORCE", "1")]).colors(None, false));
    }

    #[test]
    fn a_dumb_terminal_has_no_colours() {
        assert!(env(&[]).colors(Some(ColorChoice::Auto), true));
        assert!(!env(&[("TERM", "dumb")]).colors(None, true));
        assert!(!env(&[]).colors(None, false));
        assert!(!env(&[("CLICOLOR_FORCE", "0")]).colors(None, false));
    }
}
