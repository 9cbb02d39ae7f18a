#!/usr/bin/env bash
# Runs the program in a folder that holds nothing but it and a report.
set -euo pipefail
bin=$(realpath "$1")
cd "$(dirname "$0")/../.."
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
cp "$bin" "$root/dekom-lint"
cp fixtures/faults.pdf "$root"
code=0
said=$(chroot "$root" /dekom-lint /faults.pdf --format concise) || code=$?
[[ $code == 1 && $said == *sum-mismatch* ]] || { echo "in an empty folder: $code $said" >&2; exit 1; }
chroot "$root" /dekom-lint --version
