#!/usr/bin/env bash
# Builds the module for the browser: `web/build.sh [quick|small]` → the path of the .wasm on standard
# output. It takes Debian's rustc-web, cargo-web, rust-web-src, rust-web-llvm and lld-22: the standard
# library is built with unwinding, which the readers rely on for lost pages.
set -euo pipefail
cd "$(dirname "$0")/.."
profile=web-${1:-quick}

packages=(rustc-web cargo-web rust-web-src rust-web-llvm lld-22)
if ! dpkg -s "${packages[@]}" >/dev/null 2>&1; then
  apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
fi

# Debian's compiler before any other, and a feature of the nightly one.
export PATH=/usr/bin:$PATH RUSTC_BOOTSTRAP=1
unset RUSTUP_TOOLCHAIN RUSTC RUSTFLAGS
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS='-Cpanic=unwind -Clink-arg=-zstack-size=8388608 -Clink-arg=--max-memory=1073741824'
/usr/bin/cargo build --quiet --locked --profile "$profile" -p dekom-lint-web \
  -Z build-std=std,panic_unwind --target wasm32-unknown-unknown --target-dir target/web >&2
echo "target/web/wasm32-unknown-unknown/$profile/dekom_lint_web.wasm"
