//! Arguments → lint → print → exit code. The only place that exits.
fn main() {}
