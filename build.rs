//! What `dekom-lint --version` tells: the version, and the commit that a release is made from. And what
//! the built-in rule files are, so that rules which were packed from others are not used.

use std::path::PathBuf;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=DEKOM_LINT_COMMIT");
    let version = env!("CARGO_PKG_VERSION");
    let commit = std::env::var("DEKOM_LINT_COMMIT").unwrap_or_default();
    let told = if commit.is_empty() {
        version.to_owned()
    } else {
        format!("{version} ({commit})")
    };
    println!("cargo::rustc-env=DEKOM_LINT_VERSION={told}");

    println!("cargo::rerun-if-changed=rules");
    println!("cargo::rustc-env=DEKOM_LINT_RULES={:016x}", rule_files());
}

/// What stands in the rule files and registers, whatever ends their lines, as one number: FNV-1a, which
/// is the same for each compiler.
fn rule_files() -> u64 {
    let folders = ["rules", "rules/registers"].into_iter();
    let entries = folders.flat_map(|folder| std::fs::read_dir(folder).into_iter().flatten());
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|e| e == "toml" || e == "csv"));
    files.sort();
    let bytes = files
        .iter()
        .flat_map(|file| std::fs::read(file).unwrap_or_default());
    let bytes = bytes.filter(|byte| *byte != b'\r');
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
