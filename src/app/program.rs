//! The process: its arguments, streams and hooks → what the program does → its exit code.

use super::{Env, World, isolate, run};
use std::io::Write as _;
use std::process::ExitCode;

/// The program `dekom-lint`: does what the arguments of this process ask for, and gives the exit code.
///
/// `limit` limits this process's memory to so many bytes, and tells whether it could. It is asked only
/// where the system itself does not limit it, in a process that reads a file.
pub fn program(limit: fn(usize) -> bool) -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().collect();
    if let [_, only] = arguments.as_slice()
        && only == isolate::FLAG
    {
        let (from, to) = (&mut std::io::stdin().lock(), &mut std::io::stdout());
        let read = isolate::child(from, to, limit);
        return ExitCode::from(u8::from(read.is_err()));
    }
    std::panic::set_hook(Box::new(|panic| {
        // Where this fails there is nowhere left to say so.
        let _ = writeln!(std::io::stderr(), "dekom-lint: {panic}");
    }));
    // An old console shows colours only where it is told to.
    #[cfg(windows)]
    let _ = anstyle_query::windows::enable_ansi_colors();
    let mut world = World {
        env: Env::real(),
        stdin: &mut std::io::stdin().lock(),
        stdout: &mut std::io::stdout().lock(),
        stderr: &mut std::io::stderr(),
        open: &mut open,
    };
    ExitCode::from(run(&arguments, &mut world))
}

/// Opens a file in the program that the desktop has for it; where that fails, its name was printed.
fn open(path: &std::path::Path) {
    #[cfg(windows)]
    let _ = std::process::Command::new("explorer").arg(path).spawn();
    #[cfg(not(windows))]
    let _ = path;
}
