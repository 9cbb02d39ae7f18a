//! The program, with its allocator. The only place that exits.

use std::process::ExitCode;

/// A lint makes many small texts; with this allocator it takes a sixth less time.
#[cfg(unix)]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Where the system does not limit a process's memory, the allocator does.
#[cfg(not(unix))]
#[global_allocator]
static ALLOCATOR: cap::Cap<std::alloc::System> = cap::Cap::new(std::alloc::System, usize::MAX);

/// Limits the memory of this process. It can't be set to less than is in use already.
#[cfg(not(unix))]
fn limit(bytes: usize) -> bool {
    ALLOCATOR.set_limit(bytes).is_ok()
}

/// The system limits it, and nobody asks.
#[cfg(unix)]
fn limit(_: usize) -> bool {
    false
}

fn main() -> ExitCode {
    dekom_lint::program(limit)
}
