//! What `dekom-lint --version` tells: the version, and the commit that a release is made from.

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
}
