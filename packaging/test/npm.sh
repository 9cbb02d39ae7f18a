#!/usr/bin/env bash
# Installs the npm package in an empty folder, without a registry, and checks reports with it.
set -euo pipefail
package=$(realpath "$1")
cd "$(dirname "$0")/../.."
fixtures=$PWD/fixtures
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
cd "$home"
unset CI
npm install --silent --no-audit --no-fund --offline "$package" >/dev/null
# run CODE ARGUMENTS... leaves what was said in $said.
run() {
  local expected=$1 code=0
  shift
  said=$(npx --no-install dekom-lint "$@" 2>&1) || code=$?
  [[ $code == "$expected" ]] || { echo "npm: $* ended with $code: $said" >&2; exit 1; }
}
run 1 "$fixtures/faults.pdf" --format concise
[[ $said == *sum-mismatch* ]] || { echo "npm: said $said" >&2; exit 1; }
run 0 "$fixtures/clean.pdf"
run 2 "$fixtures/clean.pdf" --format nothing
run 3 "$fixtures/clean.pdf" missing.pdf
head -c 2000 "$fixtures/clean.pdf" > half.pdf
run 3 half.pdf
CI=1 run 2 "$fixtures/clean.pdf"
