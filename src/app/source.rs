//! The bytes of what is checked: regular files and standard input, and no more of them than is read of
//! a report.

use super::trouble::because;
use dekom_lint::lang::pick;
use dekom_lint::report::ReadError;
use dekom_lint::rules::{Lang, Text};
use std::fs::{File, FileType};
use std::io::{self, Read};
use std::path::Path;

/// Why the bytes can't be had.
#[derive(Debug)]
pub(crate) enum Why {
    /// They can't be read.
    Io(io::Error),
    /// It is a device, a pipe or something else whose end nobody knows.
    NoFile(FileType),
    /// There are more of them than is read.
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
    let bytes = from_stdin(&mut file, limit).map_err(Why::Io)?;
    if bytes.len() > limit {
        return Err(too_large(bytes.len() as u64, limit));
    }
    Ok(bytes)
}

/// The bytes of standard input: one more than the limit where there are more, which is for the reader
/// to refuse.
///
/// # Errors
/// Where it can't be read.
pub(crate) fn from_stdin(stdin: &mut dyn Read, limit: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    stdin.take(limit as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
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
            Self::Io(error) => {
                let say = |lang| {
                    let what = pick(lang, "filen", "fila", "the file");
                    format!("{what} {}", because(error, lang))
                };
                Text {
                    nb: say(Lang::Nb),
                    nn: say(Lang::Nn),
                    en: say(Lang::En),
                }
            }
            Self::NoFile(kind) => no_file(*kind),
            Self::TooLarge { found, limit } => {
                let error = ReadError::Limit {
                    what: "bytes".to_owned(),
                    found: *found,
                    limit: *limit,
                };
                let [nb, nn, en] = error.texts();
                Text { nb, nn, en }
            }
        }
    }
}

fn no_file(kind: FileType) -> Text {
    let (nb, nn, en) = if kind.is_dir() {
        (
            "er en mappe, ikke en fil. Nevn filen i den.",
            "er ei mappe, ikkje ei fil. Nemn fila i henne.",
            "is a folder, not a file. Name the file in it.",
        )
    } else {
        (
            "er ikke en vanlig fil, men en enhet eller et rør. Nevn filen selv, eller les den fra standard inn med -.",
            "er ikkje ei vanleg fil, men ei eining eller eit røyr. Nemn fila sjølv, eller les henne frå standard inn med -.",
            "is not a regular file but a device or a pipe. Name the file itself, or read it from standard input with -.",
        )
    };
    Text {
        nb: nb.to_owned(),
        nn: nn.to_owned(),
        en: en.to_owned(),
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
        }
    }
}
