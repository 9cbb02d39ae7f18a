//! Gives codespan the severity's name in the user's language; it has no setting for that.

use codespan_reporting::diagnostic::{LabelStyle, Severity};
use codespan_reporting::term::termcolor::Buffer;
use codespan_reporting::term::{Styles, StylesWriter, WriteStyle};
use std::io::{self, Write};

/// A writer of styles that says what a heading begins with in place of codespan.
pub(super) struct Spoken<'w> {
    writer: StylesWriter<'w, &'w mut Buffer>,
    /// `feil[sum-mismatch]`.
    name: &'w str,
    /// Whether what is written is codespan's own name of the severity.
    unspoken: bool,
}

impl<'w> Spoken<'w> {
    /// Writes to `out`, with headings that begin with `name`.
    pub(super) fn new(out: &'w mut Buffer, styles: &'w Styles, name: &'w str) -> Self {
        Self {
            writer: StylesWriter::new(out, styles),
            name,
            unspoken: false,
        }
    }
}

impl Write for Spoken<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.unspoken {
            return Ok(bytes.len());
        }
        self.writer.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

impl WriteStyle for Spoken<'_> {
    fn set_header(&mut self, severity: Severity) -> io::Result<()> {
        self.writer.set_header(severity)?;
        self.writer.write_all(self.name.as_bytes())?;
        self.unspoken = true;
        Ok(())
    }

    fn set_header_message(&mut self) -> io::Result<()> {
        self.unspoken = false;
        self.writer.set_header_message()
    }

    fn set_line_number(&mut self) -> io::Result<()> {
        self.writer.set_line_number()
    }

    fn set_note_bullet(&mut self) -> io::Result<()> {
        self.writer.set_note_bullet()
    }

    fn set_source_border(&mut self) -> io::Result<()> {
        self.writer.set_source_border()
    }

    fn set_label(&mut self, severity: Severity, style: LabelStyle) -> io::Result<()> {
        self.writer.set_label(severity, style)
    }

    fn reset(&mut self) -> io::Result<()> {
        self.writer.reset()
    }
}
