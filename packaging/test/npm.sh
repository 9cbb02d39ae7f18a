#!/usr/bin/env bash
# Installs the npm package in an empty folder and checks a report with it.
set -euo pipefail
package=$(realpath "$1")
cd "$(dirname "$0")/../.."
report=$PWD/fixtures/faults.pdf
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
cd "$home"
npm install --silent --no-audit --no-fund --offline "$package" >/dev/null
code=0
said=$(npx --no-install dekom-lint "$report" --format concise) || code=$?
[[ $code == 1 && $said == *sum-mismatch* ]] || { echo "from npm: $code $said" >&2; exit 1; }
