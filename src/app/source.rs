//! The bytes of what is checked: regular files and standard input, and no more of them than is read of
//! a report.

use super::cli_error::because;
use crate::report::ReadFailure;
use crate::rules::{Lang, Text};
use std::fs::{File, FileType};
use std::io::{self, Read};
use std::path::Path;

/// Bytes of a file of the user's own that are read at most: a register has some hundred kilobytes.
pub(crate) const OWN: usize = 32 << 20;

/// Why the bytes can't be had.
#[derive(Debug)]
pub(crate) enum Why {
    /// They can't be read.
    Io(io::Error),
    /// It is a device, a pipe or something else whose end nobody knows.
    NoFile(FileType),
    /// The same where a rule file, a table or a configuration should be.
    Device,
    /// It is larger than any such file.
    Large,
    /// There are more of them than is read of a report.
    TooLarge {
        /// How many there are at least.
        found: u64,
        /// How many are allowed.
        limit: u64,
    },
}

/// The bytes of a regular file.
///
/// # Errors
/// Where it is none, can't be read, or is larger than the limit.
pub(crate) fn read(path: &Path, limit: usize) -> Result<Vec<u8>, Why> {
    // To open a pipe is to wait for whoever writes to it.
    let there = std::fs::metadata(path).map_err(Why::Io)?;
    if !there.is_file() {
        return Err(Why::NoFile(there.file_type()));
    }
    if there.len() > limit as u64 {
        return Err(too_large(there.len(), limit));
    }
    let mut file = File::open(path).map_err(Why::Io)?;
    // A file may grow, and some that are called regular have no size.
    let mut bytes = Vec::with_capacity(usize::try_from(there.len()).unwrap_or(0));
    read_into(&mut bytes, &mut file, limit).map_err(Why::Io)?;
    if bytes.len() > limit {
        return Err(too_large(bytes.len() as u64, limit));
    }
    Ok(bytes)
}

/// The bytes of a file of the user's own: rules, a table, a configuration, a baseline.
///
/// # Errors
/// As those of [`read`].
pub(crate) fn own(path: &Path, limit: usize) -> Result<Vec<u8>, Why> {
    read(path, limit).map_err(|why| match why {
        Why::NoFile(kind) if !kind.is_dir() => Why::Device,
        Why::TooLarge { .. } => Why::Large,
        why => why,
    })
}

/// The text of such a file.
///
/// # Errors
/// As those of [`own`], and where it is not UTF-8.
pub(crate) fn text(path: &Path, limit: usize) -> Result<String, Why> {
    let text = String::from_utf8(own(path, limit)?);
    text.map_err(|_| Why::Io(io::ErrorKind::InvalidData.into()))
}

/// The bytes of standard input: one more than the limit where there are more, which is for the reader
/// to refuse.
///
/// # Errors
/// Where it can't be read.
pub(crate) fn from_stdin(stdin: &mut dyn Read, limit: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    read_into(&mut bytes, stdin, limit)?;
    Ok(bytes)
}

fn read_into(bytes: &mut Vec<u8>, from: &mut dyn Read, limit: usize) -> io::Result<()> {
    from.take(limit as u64 + 1).read_to_end(bytes).map(|_| ())
}

fn too_large(found: u64, limit: usize) -> Why {
    Why::TooLarge {
        found,
        limit: limit as u64,
    }
}

impl Why {
    /// What is wrong and what to do.
    pub(crate) fn text(&self) -> Text {
        match self {
            Self::Io(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                Text::each(|lang| because(error, lang))
            }
            Self::Io(error) => Text::each(|lang| lang.app().the_file(&because(error, lang))),
            Self::NoFile(kind) if kind.is_dir() => {
                Text::each(|lang| lang.app().folder_for_file().to_owned())
            }
            Self::NoFile(_) => Text::each(|lang| lang.app().no_regular_file().to_owned()),
            Self::Device => Text::each(|lang| lang.app().device_for_file().to_owned()),
            Self::Large => Text::each(|lang| lang.app().file_too_large().to_owned()),
            Self::TooLarge { found, limit } => {
                let what = "bytes".to_owned();
                let (found, limit) = (*found, *limit);
                ReadFailure::Limit { what, found, limit }.text()
            }
        }
    }

    /// The same after the name of the file.
    pub(crate) fn because(&self, lang: Lang) -> String {
        match self {
            Self::Io(error) => because(error, lang),
            why => why.text().get(lang).to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_is_read_than_the_limit() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), b"12345").unwrap();
        assert_eq!(read(file.path(), 5).unwrap(), b"12345");
        let why = read(file.path(), 4).unwrap_err();
        assert!(
            matches!(why, Why::TooLarge { found: 5, limit: 4 }),
            "{why:?}"
        );
        let mut endless = io::repeat(b'a');
        assert_eq!(
            from_stdin(&mut endless, 1 << 20).unwrap().len(),
            (1 << 20) + 1
        );
        assert_eq!(from_stdin(&mut &b"12345"[..], 5).unwrap(), b"12345");
    }

    #[test]
    fn a_text_of_the_users_own_has_a_limit_and_an_encoding() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "blå").unwrap();
        assert_eq!(text(file.path(), 4).unwrap(), "blå");
        let why = text(file.path(), 3).unwrap_err();
        assert_eq!(why.because(Lang::En), "the file is too large");
        std::fs::write(file.path(), b"bl\xe5").unwrap();
        let why = text(file.path(), 4).unwrap_err();
        let said = why.because(Lang::En);
        assert!(said.starts_with("is not text in UTF-8"), "{said}");
    }

    #[test]
    fn a_folder_is_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let why = read(folder.path(), 5).unwrap_err();
        assert!(why.text().en.contains("Name the file in it"));
    }

    #[cfg(unix)]
    #[test]
    fn nobody_waits_for_a_device_or_a_pipe() {
        use std::os::unix::net::UnixListener;
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe.pdf");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.unwrap().success());
        let socket = folder.path().join("socket.pdf");
        let _open = UnixListener::bind(&socket).unwrap();
        for path in [Path::new("/dev/zero"), &pipe, &socket] {
            let why = read(path, 5).unwrap_err();
            assert!(why.text().en.contains("not a regular file"), "{why:?}");
            let why = text(path, 5).unwrap_err();
            assert_eq!(
                why.because(Lang::En),
                "is a device or a pipe, and not a file"
            );
        }
    }
}
