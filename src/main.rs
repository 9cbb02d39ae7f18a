//! Arguments → lint → print → exit code. The only place that exits.

mod app;
mod cli;

use app::{Env, World};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().collect();
    let mut world = World {
        env: Env::real(),
        stdin: &mut std::io::stdin().lock(),
        stdout: &mut std::io::stdout().lock(),
        stderr: &mut std::io::stderr(),
    };
    ExitCode::from(app::run(&arguments, &mut world))
}
