//! Arguments → lint → print → exit code. The only place that exits.

mod app;
mod cli;
mod cli_values;
mod rules_cli;

use app::{Env, World, isolate};
use std::io::Write as _;
use std::process::ExitCode;

/// A lint makes many small texts; with this allocator it takes a sixth less time.
#[cfg(unix)]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Where the system does not limit a process's memory, the allocator does.
#[cfg(not(unix))]
#[global_allocator]
static ALLOCATOR: cap::Cap<std::alloc::System> = cap::Cap::new(std::alloc::System, usize::MAX);

/// Opens a file in the program that the desktop has for it; where that fails, its name was printed.
fn open(path: &std::path::Path) {
    #[cfg(windows)]
    let _ = std::process::Command::new("explorer").arg(path).spawn();
    #[cfg(not(windows))]
    let _ = path;
}

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().collect();
    if let [_, only] = arguments.as_slice()
        && only == isolate::FLAG
    {
        let read = isolate::child(&mut std::io::stdin().lock(), &mut std::io::stdout());
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
    ExitCode::from(app::run(&arguments, &mut world))
}
