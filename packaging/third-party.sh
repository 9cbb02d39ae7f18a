#!/usr/bin/env bash
# Makes THIRD-PARTY.md anew; with --check says when it is stale.
set -euo pipefail
cd "$(dirname "$0")/.."
made=$(cargo metadata --locked --format-version 1 \
  --filter-platform x86_64-unknown-linux-gnu --filter-platform x86_64-pc-windows-gnu --filter-platform wasm32-unknown-unknown \
  | node packaging/third-party.mjs; echo .)
made=${made%.}
if [[ ${1:-} == --check ]]; then
  [[ $made == "$(cat THIRD-PARTY.md; echo .)" || $made == "$(cat THIRD-PARTY.md)" || "$made" == "$(cat THIRD-PARTY.md)"$'\n' ]] || { echo "THIRD-PARTY.md is stale: packaging/third-party.sh" >&2; exit 1; }
else
  printf '%s' "$made" > THIRD-PARTY.md
fi
