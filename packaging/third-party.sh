#!/usr/bin/env bash
# Makes THIRD-PARTY.md anew; with --check says when it is stale.
set -euo pipefail
cd "$(dirname "$0")/.."
made=$(mktemp)
trap 'rm -f "$made"' EXIT
cargo metadata --locked --format-version 1 \
  --filter-platform x86_64-unknown-linux-gnu --filter-platform x86_64-pc-windows-gnu --filter-platform wasm32-unknown-unknown \
  | node packaging/third-party.mjs > "$made"
if [[ ${1:-} != --check ]]; then
  cat "$made" > THIRD-PARTY.md
elif ! cmp -s "$made" THIRD-PARTY.md; then
  echo "THIRD-PARTY.md is stale: packaging/third-party.sh" >&2
  exit 1
fi
