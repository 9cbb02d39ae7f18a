//! Reading a PDF in a process of its own, because what a hostile file can do to a process (a stack
//! that overflows, memory that runs out, a loop without end) can't be caught inside it.
//!
//! The child is this same program. It gets its [`Order`] and the file's bytes on standard input,
//! limits itself, and gives the positioned text back on standard output.

use dekom_lint::pdf::{RawDocument, STACK, wire};
use dekom_lint::report::{self, ReadFailure, ReadOptions};
use serde::{Deserialize, Serialize};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// The only argument of the process that reads.
pub(crate) const FLAG: &str = "--read-pdf-from-standard-input";

/// Address space that reading may take beside what the file's size asks for, bytes. A report of
/// 5,000 respondents needs half of it.
const MEMORY: u64 = 1 << 30;
/// Address space for each byte of the file: fonts and streams unpacked.
const MEMORY_PER_BYTE: u64 = 8;
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

/// What the child is to do.
#[derive(Debug, Serialize, Deserialize)]
struct Order {
    reading: ReadOptions,
    /// Address space, bytes.
    memory: u64,
    /// Processor time, seconds.
    seconds: u64,
}

/// Reads a PDF in a child process; `seconds` of processor time instead of what its size gives it.
pub(crate) fn read(
    bytes: &[u8],
    options: &ReadOptions,
    seconds: Option<u64>,
) -> Result<RawDocument, ReadFailure> {
    let size = bytes.len() as u64;
    let order = Order {
        reading: options.clone(),
        memory: MEMORY + MEMORY_PER_BYTE * size + options.limits.threads as u64 * STACK as u64,
        seconds: seconds.unwrap_or(SLOWNESS * (SECONDS + SECONDS_PER_MB * (size >> 20))),
    };
    let not_started = |error: io::Error| ReadFailure::NotStarted(error.to_string());
    let mut child = std::env::current_exe()
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
    // A loaded machine gives a process less than its time.
    let wall = Duration::from_secs(order.seconds.saturating_mul(3).saturating_add(5));
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
        let result = answer.unwrap_or_else(|_| {
            let status = ended(&child);
            Err(if late.load(Ordering::Relaxed) {
                deadline(&order)
            } else {
                failure(status, &last_words(&child), &order)
            })
        });
        // It has said all it has to say, and need not tidy up.
        kill(&child);
        drop(done);
        result
    })
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

fn receive(stdout: impl Read) -> io::Result<Result<RawDocument, ReadFailure>> {
    let mut stdout = BufReader::with_capacity(1 << 16, stdout.take(MAX_REPLY));
    let mut kind = [0];
    stdout.read_exact(&mut kind)?;
    if kind == [DOCUMENT] {
        return wire::read(&mut stdout).map(Ok);
    }
    Ok(Err(serde_json::from_reader(stdout)?))
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

fn deadline(order: &Order) -> ReadFailure {
    ReadFailure::Deadline {
        seconds: order.seconds,
    }
}

fn failure(status: Option<ExitStatus>, words: &str, order: &Order) -> ReadFailure {
    if words.contains("memory allocation of") {
        return ReadFailure::Memory {
            megabytes: order.memory >> 20,
        };
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

/// What the child does: reads its order and the bytes, and answers.
///
/// # Errors
/// Where the parent is gone.
pub(crate) fn child(from: &mut dyn Read, to: &mut (dyn Write + Send)) -> io::Result<()> {
    // The parent tells what happened; a trace helps nobody who lints a file.
    std::panic::set_hook(Box::new(|_| {}));
    let mut length = [0; 4];
    from.read_exact(&mut length)?;
    let mut order = vec![0; u32::from_le_bytes(length) as usize];
    from.read_exact(&mut order)?;
    let order: Order = serde_json::from_slice(&order)?;
    limit(&order);
    let mut bytes = Vec::new();
    from.read_to_end(&mut bytes)?;
    let result = std::thread::scope(|scope| {
        let reading = || {
            catch_unwind(AssertUnwindSafe(|| {
                report::read_raw(&bytes, &order.reading)
            }))
        };
        let deep = std::thread::Builder::new().stack_size(STACK);
        match deep.spawn_scoped(scope, reading) {
            Ok(thread) => thread.join().unwrap_or_else(Err),
            Err(_) => reading(),
        }
    })
    .unwrap_or(Err(ReadFailure::Panic));
    let mut to = BufWriter::with_capacity(1 << 16, to);
    match result {
        Ok(document) => {
            to.write_all(&[DOCUMENT])?;
            wire::write(&document, &mut to)?;
        }
        Err(error) => {
            to.write_all(&[ERROR])?;
            serde_json::to_writer(&mut to, &error)?;
        }
    }
    to.flush()
}

/// Limits this process. Where a limit can't be set, the parent's deadline is left.
#[cfg(unix)]
fn limit(order: &Order) {
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
}

#[cfg(not(unix))]
fn limit(_: &Order) {}
