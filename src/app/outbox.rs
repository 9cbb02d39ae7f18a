//! The one way in which files are written.
//!
//! An output that is an input, or another output, is refused by what the file is and not by how it is
//! spelt. Each file is first written whole beside its place and synced; only when all are, each takes
//! its place by a rename. A kill, an error or a full disk leaves the old file or the new one.

use super::cli_error::{CliError, because};
use super::inputs::called;
use crate::rules::Lang;
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use tempfile::TempPath;

/// How the name of a file begins that does not stand in its place yet.
const PREFIX: &str = ".dekom-lint-";
/// Links that lead to links, after which they lead nowhere.
const MAX_LINKS: usize = 40;

/// What makes a file the same file under all its names.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Identity {
    /// The device and the number on it.
    #[cfg(unix)]
    Node(u64, u64),
    /// The true path, where the system tells no more, and of a file that is not there yet.
    Name(PathBuf),
}

/// Files on their way to their places.
pub(crate) struct Outbox {
    inputs: Vec<Identity>,
    /// What was claimed, and what is written there so far.
    claims: Vec<Claim>,
    lang: Lang,
}

struct Claim {
    identity: Option<Identity>,
    /// The file itself, no link to it.
    place: PathBuf,
    state: State,
}

enum State {
    Empty,
    /// Written beside its place.
    Beside(TempPath),
    /// For a device or a pipe, beside which nothing can stand.
    Held(Vec<u8>),
}

/// A place that no other output of the run has.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slot(usize);

impl Outbox {
    /// For a run that writes nothing yet. Standard output, where that is a file, is written already.
    pub(crate) fn new(lang: Lang) -> Self {
        let stdout = of_stdout().map(|identity| Claim {
            identity: Some(identity),
            place: PathBuf::from("-"),
            state: State::Empty,
        });
        Self {
            inputs: Vec::new(),
            claims: stdout.into_iter().collect(),
            lang,
        }
    }

    /// Keeps a file that is read from being written.
    pub(crate) fn protect(&mut self, path: &Path) {
        self.inputs.extend(identity(path));
    }

    /// Takes a place for a file, before anything is written anywhere.
    ///
    /// # Errors
    /// Where the file is an input or another output, or can't be written.
    pub(crate) fn claim(&mut self, path: &Path) -> Result<Slot, CliError> {
        let lang = self.lang;
        let cannot = |error: io::Error| cannot_write(path, &error, lang);
        let there = std::fs::metadata(path).ok();
        // The link that leads to a pipe names it, and is no path to it.
        let is_regular = there.as_ref().is_none_or(Metadata::is_file);
        let place = if is_regular {
            followed(path).map_err(cannot)?
        } else {
            path.to_owned()
        };
        if there.as_ref().is_some_and(Metadata::is_dir) {
            return Err(cannot(io::ErrorKind::IsADirectory.into()));
        }
        // A file that may not be written to is not to be replaced either.
        if there.is_some() && is_regular {
            OpenOptions::new()
                .write(true)
                .open(&place)
                .map_err(cannot)?;
        }
        // What goes to a device or a pipe destroys nothing there.
        let identity = is_regular.then(|| identity(&place)).transpose();
        let identity = identity.map_err(cannot)?;
        if let Some(own) = &identity {
            if self.inputs.contains(own) {
                return Err(is_input(path, lang));
            }
            if self
                .claims
                .iter()
                .any(|other| other.identity.as_ref() == Some(own))
            {
                return Err(is_output(path, lang));
            }
        }
        self.claims.push(Claim {
            identity,
            place,
            state: State::Empty,
        });
        Ok(Slot(self.claims.len() - 1))
    }

    /// Writes a file beside the place that it takes when all are sent.
    ///
    /// # Errors
    /// Where it can't be written there.
    pub(crate) fn fill(&mut self, slot: Slot, bytes: &[u8]) -> Result<(), CliError> {
        let Some(claim) = self.claims.get_mut(slot.0) else {
            return Ok(());
        };
        claim.state = if claim.identity.is_some() {
            let written = beside(&claim.place, bytes);
            State::Beside(written.map_err(|e| cannot_write(&claim.place, &e, self.lang))?)
        } else {
            State::Held(bytes.to_vec())
        };
        Ok(())
    }

    /// Takes a place and writes the file beside it.
    ///
    /// # Errors
    /// As those of the two.
    pub(crate) fn put(&mut self, path: &Path, bytes: &[u8]) -> Result<(), CliError> {
        let slot = self.claim(path)?;
        self.fill(slot, bytes)
    }

    /// Gives each file its place.
    ///
    /// # Errors
    /// Where one can't take it; it leaves what stood there.
    pub(crate) fn send(self) -> Result<(), CliError> {
        let mut folders = BTreeSet::new();
        for claim in self.claims {
            let cannot = |error: io::Error| cannot_write(&claim.place, &error, self.lang);
            match claim.state {
                State::Empty => {}
                State::Beside(file) => {
                    file.persist(&claim.place).map_err(|e| cannot(e.error))?;
                    folders.insert(folder_of(&claim.place).to_owned());
                }
                State::Held(bytes) => {
                    let open = OpenOptions::new().write(true).open(&claim.place);
                    match open.and_then(|mut file| file.write_all(&bytes)) {
                        // A reader that went away has had enough.
                        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                            return Err(cannot(error));
                        }
                        _ => {}
                    }
                }
            }
        }
        // The new names last when their folder is on the disk; some systems can't be asked for that.
        for folder in folders {
            let _ = File::open(folder).and_then(|folder| folder.sync_all());
        }
        Ok(())
    }
}

/// Makes a folder, where it is not there already.
pub(crate) fn make_folder(path: &Path, lang: Lang) -> Result<(), CliError> {
    std::fs::create_dir_all(path).map_err(|error| cannot_write(path, &error, lang))
}

/// A file that can't be written.
pub(crate) fn cannot_write(path: &Path, error: &io::Error, lang: Lang) -> CliError {
    let why = because(error, lang);
    CliError::new(lang.app().cannot_write(&called(path), &why))
}

/// Writes a file whole beside a place, with the rights that the one there has.
fn beside(place: &Path, bytes: &[u8]) -> io::Result<TempPath> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // What the surroundings take from every new file, they take from this one.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder_of(place))?;
    file.write_all(bytes)?;
    if let Ok(there) = std::fs::metadata(place) {
        file.as_file().set_permissions(there.permissions())?;
    }
    file.as_file().sync_all()?;
    Ok(file.into_temp_path())
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// The file that a path leads to, also one that is not there yet.
fn followed(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..MAX_LINKS {
        match std::fs::read_link(&path) {
            Ok(next) => path = folder_of(&path).join(next),
            Err(_) => return Ok(path),
        }
    }
    Err(io::Error::other("links"))
}

/// The file that standard output is led to.
#[cfg(unix)]
fn of_stdout() -> Option<Identity> {
    use std::os::fd::AsFd as _;
    use std::os::unix::fs::MetadataExt as _;
    let stdout = io::stdout().as_fd().try_clone_to_owned().ok()?;
    let there = File::from(stdout).metadata().ok()?;
    there
        .is_file()
        .then(|| Identity::Node(there.dev(), there.ino()))
}

#[cfg(not(unix))]
fn of_stdout() -> Option<Identity> {
    None
}

fn identity(path: &Path) -> io::Result<Identity> {
    #[cfg(unix)]
    if let Ok(there) = std::fs::metadata(path) {
        use std::os::unix::fs::MetadataExt as _;
        return Ok(Identity::Node(there.dev(), there.ino()));
    }
    if let Ok(whole) = path.canonicalize() {
        return Ok(Identity::Name(whole));
    }
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    Ok(Identity::Name(
        folder_of(path).canonicalize()?.join(folded(name)),
    ))
}

/// The name of a file that is not there yet, as the system tells names apart.
fn folded(name: &std::ffi::OsStr) -> OsString {
    if cfg!(any(windows, target_os = "macos")) {
        name.to_string_lossy().to_lowercase().into()
    } else {
        name.to_owned()
    }
}

fn is_input(path: &Path, lang: Lang) -> CliError {
    refused(lang.app().is_input(&called(path)), lang)
}

fn is_output(path: &Path, lang: Lang) -> CliError {
    refused(lang.app().is_output(&called(path)), lang)
}

fn refused(message: String, lang: Lang) -> CliError {
    CliError::new(message).help(lang.app().choose_another_file())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::{Command, Stdio};
    use std::time::Duration;

    fn outbox() -> Outbox {
        Outbox::new(Lang::En)
    }

    fn entries(folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name());
        let mut names: Vec<String> = names.map(|n| n.to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn an_input_is_an_input_under_all_its_names() {
        let folder = tempfile::tempdir().unwrap();
        let report = folder.path().join("r.pdf");
        std::fs::write(&report, "report").unwrap();
        std::fs::create_dir(folder.path().join("in")).unwrap();
        let mut names = vec![
            report.clone(),
            folder.path().join("./r.pdf"),
            folder.path().join("in/../r.pdf"),
        ];
        #[cfg(unix)]
        {
            let hard = folder.path().join("hard.pdf");
            std::fs::hard_link(&report, &hard).unwrap();
            let soft = folder.path().join("soft.pdf");
            std::os::unix::fs::symlink("r.pdf", &soft).unwrap();
            names.extend([hard, soft]);
        }
        let mut outbox = outbox();
        outbox.protect(&report);
        for name in names {
            let error = outbox.claim(&name).unwrap_err();
            assert!(error.to_string().contains("is read in this run"), "{error}");
        }
        assert_eq!(std::fs::read(&report).unwrap(), b"report");
    }

    #[test]
    fn two_outputs_are_two_files_also_where_neither_is_there_yet() {
        let folder = tempfile::tempdir().unwrap();
        let mut outbox = outbox();
        let new = folder.path().join("new.json");
        outbox.claim(&new).unwrap();
        assert!(outbox.claim(&folder.path().join("./new.json")).is_err());
        assert!(outbox.claim(&folder.path().join("other.json")).is_ok());
        #[cfg(unix)]
        {
            let link = folder.path().join("link.json");
            std::os::unix::fs::symlink("new.json", &link).unwrap();
            assert!(
                outbox.claim(&link).is_err(),
                "a link to what is not there yet"
            );
        }
    }

    #[test]
    fn nothing_stands_in_its_place_before_all_are_written() {
        let folder = tempfile::tempdir().unwrap();
        let (first, second) = (folder.path().join("a"), folder.path().join("none/b"));
        std::fs::write(&first, "old").unwrap();
        let mut failed = outbox();
        failed.put(&first, b"new").unwrap();
        assert!(failed.put(&second, b"new").is_err());
        drop(failed);
        assert_eq!(std::fs::read(&first).unwrap(), b"old");
        assert_eq!(entries(folder.path()), ["a"], "nothing is left beside");
        let mut done = outbox();
        done.put(&first, b"new").unwrap();
        done.send().unwrap();
        assert_eq!(std::fs::read(&first).unwrap(), b"new");
        assert_eq!(entries(folder.path()), ["a"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_and_the_rights_of_a_file_stay_and_a_device_is_written_to() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("file"), folder.path().join("link"));
        std::fs::write(&file, "old").unwrap();
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o640)).unwrap();
        std::os::unix::fs::symlink("file", &link).unwrap();
        let mut outbox = outbox();
        outbox.put(&link, b"new").unwrap();
        outbox.put(Path::new("/dev/null"), b"a").unwrap();
        outbox.put(Path::new("/dev/null"), b"b").unwrap();
        outbox.send().unwrap();
        assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(std::fs::read(&file).unwrap(), b"new");
        let mode = std::fs::metadata(&file).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o640);
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_is_written_to_also_through_a_link_of_the_system() {
        use std::io::Read as _;
        use std::os::fd::AsRawFd as _;
        let (mut reader, writer) = io::pipe().unwrap();
        let mut outbox = outbox();
        let link = format!("/dev/fd/{}", writer.as_raw_fd());
        outbox.put(Path::new(&link), b"findings").unwrap();
        outbox.send().unwrap();
        drop(writer);
        let mut there = String::new();
        reader.read_to_string(&mut there).unwrap();
        assert_eq!(there, "findings");
    }

    const PLACE: &str = "DEKOM_LINT_TEST_WRITES_TO";

    /// Not a test by itself: the process that [`a_kill_leaves_the_old_file_or_the_new`] kills.
    #[test]
    fn writes_without_end() {
        let Some(place) = std::env::var_os(PLACE) else {
            return;
        };
        for letter in (b'a'..=b'z').cycle() {
            let mut outbox = outbox();
            outbox
                .put(Path::new(&place), &vec![letter; 1 << 20])
                .unwrap();
            outbox.send().unwrap();
        }
    }

    #[test]
    fn a_kill_leaves_the_old_file_or_the_new() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("out.json");
        std::fs::write(&place, vec![b'a'; 1 << 20]).unwrap();
        let mut seen = BTreeSet::new();
        // On a busy machine a process takes its time before it writes for the first time.
        let mut start = 10_000;
        for round in 0..100 {
            let mut child = Command::new(std::env::current_exe().unwrap())
                .args(["--exact", "app::outbox::tests::writes_without_end"])
                .env(PLACE, &place)
                .stdout(Stdio::null())
                .spawn()
                .unwrap();
            std::thread::sleep(Duration::from_micros(start + 400 * round));
            child.kill().unwrap();
            child.wait().unwrap();
            let there = std::fs::read(&place).unwrap();
            assert_eq!(there.len(), 1 << 20);
            assert!(there.iter().all(|byte| Some(byte) == there.first()));
            seen.insert(there[0]);
            if seen.len() == 1 {
                start += 5_000;
            }
        }
        assert!(seen.len() > 1, "some of them were killed after a write");
        let left = entries(folder.path());
        let hidden = |name: &String| name.starts_with(PREFIX) || name == "out.json";
        assert!(left.iter().all(hidden), "{left:?}");
    }
}
