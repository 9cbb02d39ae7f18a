//! Work on a file in a process of its own, because what a hostile file can do to a process (a stack
//! that overflows, memory that runs out, a loop without end) can't be caught inside it.
//!
//! The child is this same program. It gets its [`Order`] and the file's bytes on standard input,
//! limits itself, and gives what it made of them back on standard output.

#[cfg(feature = "pictures")]
use crate::pdf::Picture;
use crate::pdf::{self, Appendix, Mark, PdfError, RawDocument, STACK, wire};
use crate::report::{self, ReadFailure, ReadOptions};
use serde::{Deserialize, Serialize};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// The only argument of the process that works on a file, whatever its order is.
pub(crate) const FLAG: &str = "--read-pdf-from-standard-input";

/// Address space that the work may take beside what the file's size asks for, bytes. The program and
/// what its allocator reserves take 100 MB of it; a real report needs less than the rest of them.
const MEMORY: u64 = 296 << 20;
/// Address space for each byte of a PDF: fonts and streams unpacked, and what is read of them. A report
/// of 1,500 submissions, packed, takes 60.
const MEMORY_PER_BYTE: u64 = 96;
/// The same of a text, which is unpacked already.
const MEMORY_PER_LETTER: u64 = 4;
/// Processor time that reading may take, seconds. A real report needs a tenth of one.
const SECONDS: u64 = 5;
/// Megabytes of a file that give it another two seconds: ten times what they need.
const SECONDS_PER_MB: u64 = 2;
/// Without optimisation all takes longer.
const SLOWNESS: u64 = if cfg!(debug_assertions) { 10 } else { 1 };
/// Bytes that a child may send at most: what the limits of a file allow.
const MAX_REPLY: u64 = 1 << 30;
/// How long a child whose answer ended early may take to end itself.
const GRACE: Duration = Duration::from_secs(2);
/// Bytes of a child's last words that are read.
const MAX_WORDS: u64 = 4096;

/// Tells the allocator to reserve little at a time: it would begin with a gigabyte of address
/// space, which is what the limit leaves for all.
const RESERVE: (&str, &str) = ("MIMALLOC_ARENA_RESERVE", "64MiB");

/// First byte of an answer: the document follows.
const DOCUMENT: u8 = b'D';
/// First byte of an answer: why there is no document follows.
const ERROR: u8 = b'E';

/// First byte of an answer: what was written follows.
const BYTES: u8 = b'B';
/// First byte of an answer: all is well, and nothing follows.
const WELL: u8 = b'W';
/// First byte of an answer: why nothing was written follows.
const UNWRITTEN: u8 = b'U';

/// What the child is to do with the bytes.
#[derive(Debug, Serialize, Deserialize)]
enum Task {
    /// Give the positioned text of a PDF.
    Read(ReadOptions),
    /// Read a text to its end, to see whether that can be done.
    Try(ReadOptions),
    /// Give the PDF with these marks.
    Annotate(Vec<Mark>, Appendix),
    /// Give pictures of these pages of a PDF.
    #[cfg(feature = "pictures")]
    Draw(Vec<u32>, String),
}

/// What the child is to do, and within which limits.
#[derive(Debug, Serialize, Deserialize)]
struct Order {
    task: Task,
    /// Address space, bytes.
    memory: u64,
    /// Processor time, seconds.
    seconds: u64,
}

/// What the child answers.
enum Answer {
    Document(RawDocument),
    Bytes(Vec<u8>),
    Well,
    /// The file can't be read.
    Unread(ReadFailure),
    /// Nothing can be written.
    Unwritten(PdfError),
}

/// Reads a PDF in a child process; `seconds` of processor time instead of what its size gives it.
pub(crate) fn read(
    bytes: &[u8],
    options: &ReadOptions,
    seconds: Option<u64>,
) -> Result<RawDocument, ReadFailure> {
    let threads = options.limits.threads;
    match ask(bytes, Task::Read(options.clone()), threads, seconds)? {
        Answer::Document(document) => Ok(document),
        answer => Err(unexpected(answer)),
    }
}

/// Reads a text in a child process and throws the result away: what is read there to its end, can be
/// read here. A report can't be sent, and texts are rare.
pub(crate) fn try_text(
    bytes: &[u8],
    options: &ReadOptions,
    seconds: Option<u64>,
) -> Result<(), ReadFailure> {
    match ask(bytes, Task::Try(options.clone()), 1, seconds)? {
        Answer::Well => Ok(()),
        answer => Err(unexpected(answer)),
    }
}

/// Marks a PDF in a child process.
pub(crate) fn annotate(
    bytes: &[u8],
    marks: Vec<Mark>,
    list: Appendix,
    seconds: Option<u64>,
) -> Result<Result<Vec<u8>, PdfError>, ReadFailure> {
    match ask(bytes, Task::Annotate(marks, list), 1, seconds)? {
        Answer::Bytes(bytes) => Ok(Ok(bytes)),
        Answer::Unwritten(error) => Ok(Err(error)),
        answer => Err(unexpected(answer)),
    }
}

/// Draws pages of a PDF in a child process.
#[cfg(feature = "pictures")]
pub(crate) fn draw(
    bytes: &[u8],
    pages: Vec<u32>,
    password: &str,
    seconds: Option<u64>,
) -> Result<Vec<Picture>, ReadFailure> {
    match ask(bytes, Task::Draw(pages, password.to_owned()), 1, seconds)? {
        Answer::Bytes(bytes) => {
            serde_json::from_slice(&bytes).map_err(|error| ReadFailure::Ended(error.to_string()))
        }
        answer => Err(unexpected(answer)),
    }
}

/// The error of an answer, or that it answers something else.
fn unexpected(answer: Answer) -> ReadFailure {
    match answer {
        Answer::Unread(error) => error,
        _ => ReadFailure::Ended("?".to_owned()),
    }
}

fn ask(
    bytes: &[u8],
    task: Task,
    threads: usize,
    seconds: Option<u64>,
) -> Result<Answer, ReadFailure> {
    let size = bytes.len() as u64;
    let per_byte = match task {
        Task::Try(_) => MEMORY_PER_LETTER,
        Task::Read(_) | Task::Annotate(..) => MEMORY_PER_BYTE,
        #[cfg(feature = "pictures")]
        Task::Draw(..) => MEMORY_PER_BYTE,
    };
    let order = Order {
        task,
        memory: MEMORY + per_byte * size + threads as u64 * STACK as u64,
        seconds: seconds.unwrap_or_else(|| usual_seconds(size)),
    };
    let not_started = |error: io::Error| ReadFailure::NotStarted(error.to_string());
    let mut child = own_program()
        .and_then(|program| {
            Command::new(program)
                .arg(FLAG)
                .env(RESERVE.0, RESERVE.1)
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
        })
        .map_err(not_started)?;
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    let (Some(stdin), Some(stdout)) = (stdin, stdout) else {
        return Err(not_started(io::ErrorKind::BrokenPipe.into()));
    };
    let wall = wall(&order);
    let child = Mutex::new(child);
    let late = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let (done, waiting) = mpsc::channel::<()>();
        scope.spawn(|| send(stdin, &order, bytes));
        scope.spawn({
            let (child, late) = (&child, &late);
            move || {
                if waiting.recv_timeout(wall) == Err(mpsc::RecvTimeoutError::Timeout) {
                    late.store(true, Ordering::Relaxed);
                    kill(child);
                }
            }
        });
        let answer = receive(stdout);
        let result = answer.or_else(|_: io::Error| {
            let status = ended(&child);
            Ok(Answer::Unread(if late.load(Ordering::Relaxed) {
                deadline(&order)
            } else {
                failure(status, &last_words(&child), &order)
            }))
        });
        // It has said all it has to say, and need not tidy up.
        kill(&child);
        drop(done);
        result
    })
}

/// This program's file. Where the system doesn't tell it (without `/proc`) it is the path by which the
/// program was called, if that was one.
fn own_program() -> io::Result<PathBuf> {
    std::env::current_exe().or_else(|error| {
        let called = std::env::args_os().next().map(PathBuf::from);
        called
            .filter(|path| path.components().count() > 1)
            .ok_or(error)
    })
}

/// How long the work may take by the clock: a loaded machine gives a process less than its time.
fn wall(order: &Order) -> Duration {
    Duration::from_secs(order.seconds.saturating_mul(3).saturating_add(5))
}

/// The order, then the bytes. Where the child ended before it took all, its answer tells more.
fn send(stdin: ChildStdin, order: &Order, bytes: &[u8]) {
    let mut stdin = stdin;
    let order = serde_json::to_vec(order).unwrap_or_default();
    let length = u32::try_from(order.len()).unwrap_or(0).to_le_bytes();
    let _ = stdin
        .write_all(&length)
        .and_then(|()| stdin.write_all(&order))
        .and_then(|()| stdin.write_all(bytes));
}

fn receive(stdout: impl Read) -> io::Result<Answer> {
    let mut stdout = BufReader::with_capacity(1 << 16, stdout.take(MAX_REPLY));
    let mut kind = [0];
    stdout.read_exact(&mut kind)?;
    Ok(match kind {
        [DOCUMENT] => Answer::Document(wire::read(&mut stdout)?),
        [BYTES] => {
            let mut length = [0; 8];
            stdout.read_exact(&mut length)?;
            let mut bytes = Vec::new();
            stdout.read_to_end(&mut bytes)?;
            // What is cut short is no answer.
            if bytes.len() as u64 != u64::from_le_bytes(length) {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            Answer::Bytes(bytes)
        }
        [WELL] => Answer::Well,
        [UNWRITTEN] => Answer::Unwritten(serde_json::from_reader(stdout)?),
        _ => Answer::Unread(serde_json::from_reader(stdout)?),
    })
}

fn kill(child: &Mutex<Child>) {
    let mut child = child.lock().unwrap_or_else(PoisonError::into_inner);
    // One that has ended already can't be killed, and one that can't be waited for is gone.
    let _ = child.kill();
    let _ = child.wait();
}

/// How a child ended whose answer broke off; `None` where it did not end by itself.
fn ended(child: &Mutex<Child>) -> Option<ExitStatus> {
    let started = Instant::now();
    while started.elapsed() < GRACE {
        let mut child = child.lock().unwrap_or_else(PoisonError::into_inner);
        if let Ok(Some(status)) = child.try_wait() {
            return Some(status);
        }
        drop(child);
        std::thread::sleep(Duration::from_millis(2));
    }
    kill(child);
    None
}

/// What the runtime wrote when it gave up.
fn last_words(child: &Mutex<Child>) -> String {
    let mut child = child.lock().unwrap_or_else(PoisonError::into_inner);
    let mut words = Vec::new();
    if let Some(stderr) = child.stderr.take() {
        let _ = stderr.take(MAX_WORDS).read_to_end(&mut words);
    }
    String::from_utf8_lossy(&words).into_owned()
}

/// How much processor time a file of so many bytes is given.
fn usual_seconds(size: u64) -> u64 {
    SLOWNESS * (SECONDS + SECONDS_PER_MB * (size >> 20))
}

fn deadline(order: &Order) -> ReadFailure {
    ReadFailure::Deadline {
        seconds: order.seconds,
    }
}

fn out_of_memory(order: &Order) -> ReadFailure {
    ReadFailure::Memory {
        megabytes: order.memory >> 20,
    }
}

fn failure(status: Option<ExitStatus>, words: &str, order: &Order) -> ReadFailure {
    if words.contains("memory allocation of") {
        return out_of_memory(order);
    }
    if words.contains("overflowed its stack") {
        return ReadFailure::Depth;
    }
    #[cfg(unix)]
    {
        use std::os::unix::process::ExitStatusExt as _;
        let signal = status.and_then(|status| status.signal());
        if signal == Some(rustix::process::Signal::XCPU.as_raw()) {
            return deadline(order);
        }
    }
    ReadFailure::Ended(status.map_or("?".to_owned(), |status| status.to_string()))
}

/// What the child does: reads its order and the bytes, and answers. `allocator` limits the memory where
/// the system does not.
///
/// # Errors
/// Where the parent is gone.
pub(super) fn child(
    from: &mut dyn Read,
    to: &mut (dyn Write + Send),
    allocator: fn(usize) -> bool,
) -> io::Result<()> {
    // The parent tells what happened; a trace helps nobody who lints a file.
    std::panic::set_hook(Box::new(|_| {}));
    let mut length = [0; 4];
    from.read_exact(&mut length)?;
    let mut order = vec![0; u32::from_le_bytes(length) as usize];
    from.read_exact(&mut order)?;
    let order: Order = serde_json::from_slice(&order)?;
    if !limit(&order, allocator) {
        // Without the limit nothing is read: the order alone takes more than the file is given.
        to.write_all(&[ERROR])?;
        serde_json::to_writer(&mut *to, &out_of_memory(&order))?;
        return to.flush();
    }
    let mut bytes = Vec::new();
    from.read_to_end(&mut bytes)?;
    let answer = std::thread::scope(|scope| {
        let working = || catch_unwind(AssertUnwindSafe(|| done(&bytes, &order.task)));
        let deep = std::thread::Builder::new().stack_size(STACK);
        match deep.spawn_scoped(scope, working) {
            Ok(thread) => thread.join().unwrap_or_else(Err),
            Err(_) => working(),
        }
    })
    .unwrap_or(Answer::Unread(ReadFailure::Panic));
    let mut to = BufWriter::with_capacity(1 << 16, to);
    match answer {
        Answer::Document(document) => {
            to.write_all(&[DOCUMENT])?;
            wire::write(&document, &mut to)?;
        }
        Answer::Bytes(bytes) => {
            to.write_all(&[BYTES])?;
            to.write_all(&(bytes.len() as u64).to_le_bytes())?;
            to.write_all(&bytes)?;
        }
        Answer::Well => to.write_all(&[WELL])?,
        Answer::Unread(error) => {
            to.write_all(&[ERROR])?;
            serde_json::to_writer(&mut to, &error)?;
        }
        Answer::Unwritten(error) => {
            to.write_all(&[UNWRITTEN])?;
            serde_json::to_writer(&mut to, &error)?;
        }
    }
    to.flush()
}

fn done(bytes: &[u8], task: &Task) -> Answer {
    match task {
        Task::Read(options) => match report::read_raw(bytes, options) {
            Ok(document) => Answer::Document(document),
            Err(error) => Answer::Unread(error),
        },
        Task::Try(options) => match report::read(bytes, options) {
            Ok(_) => Answer::Well,
            Err(error) => Answer::Unread(error),
        },
        Task::Annotate(marks, list) => match pdf::annotate(bytes, marks, list) {
            Ok(bytes) => Answer::Bytes(bytes),
            Err(error) => Answer::Unwritten(error),
        },
        #[cfg(feature = "pictures")]
        Task::Draw(pages, password) => match pdf::pictures(bytes, password, pages) {
            Ok(pictures) => Answer::Bytes(serde_json::to_vec(&pictures).unwrap_or_default()),
            Err(error) => Answer::Unwritten(error),
        },
    }
}

/// Limits this process. Where a limit can't be set, the parent's deadline is left.
#[cfg(unix)]
fn limit(order: &Order, _: fn(usize) -> bool) -> bool {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let set = |resource, wanted: u64, slack: u64| {
        let allowed = getrlimit(resource).maximum.unwrap_or(u64::MAX);
        let limit = Rlimit {
            current: Some(wanted.min(allowed)),
            maximum: Some(wanted.saturating_add(slack).min(allowed)),
        };
        let _ = setrlimit(resource, limit);
    };
    set(Resource::As, order.memory, 0);
    // At the first limit the process gets a signal that tells why, a second later it is killed.
    set(Resource::Cpu, order.seconds, 1);
    // What is in the memory of a reader is in the report: none of it is left on the disk.
    set(Resource::Core, 0, 0);
    true
}

/// The same where the system has no limits of this kind: the allocator gives no more, and a thread
/// ends what takes too long, also where the parent is gone. Gives whether the memory is limited.
#[cfg(not(unix))]
fn limit(order: &Order, allocator: fn(usize) -> bool) -> bool {
    let memory = usize::try_from(order.memory).unwrap_or(usize::MAX);
    let wall = wall(order);
    std::thread::spawn(move || {
        std::thread::sleep(wall);
        std::process::abort();
    });
    allocator(memory)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use rustix::process::Signal;
    use std::os::unix::process::ExitStatusExt as _;

    #[test]
    fn a_larger_file_is_given_more_time() {
        let small = usual_seconds(1000);
        assert_eq!(small, SLOWNESS * SECONDS);
        assert_eq!(
            usual_seconds(3 << 20),
            small + 3 * SLOWNESS * SECONDS_PER_MB
        );
    }

    /// What a child died of is told by its signal and its last words.
    #[test]
    fn what_stopped_the_child_is_told() {
        let order = Order {
            task: Task::Read(ReadOptions::default()),
            memory: 300 << 20,
            seconds: 7,
        };
        let by = |signal: Signal| Some(ExitStatus::from_raw(signal.as_raw()));
        let told = |status, words| failure(status, words, &order);
        let late = ReadFailure::Deadline { seconds: 7 };
        assert_eq!(told(by(Signal::XCPU), ""), late);
        let ended = |failure| matches!(failure, ReadFailure::Ended(_));
        assert!(ended(told(by(Signal::KILL), "")));
        assert!(ended(told(Some(ExitStatus::from_raw(0)), "")));
        assert!(ended(told(None, "")));
        let full = ReadFailure::Memory { megabytes: 300 };
        let words = "memory allocation of 1234 bytes failed";
        assert_eq!(told(by(Signal::ABORT), words), full);
        let words = "thread '<unnamed>' has overflowed its stack";
        assert_eq!(told(by(Signal::ABORT), words), ReadFailure::Depth);
    }
}
