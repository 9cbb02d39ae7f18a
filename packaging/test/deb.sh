#!/usr/bin/env bash
# Installs the package on a root that has nothing, and checks a report there.
set -euo pipefail
deb=$(realpath "$1")
cd "$(dirname "$0")/../.."
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
mkdir -p "$root"/var/lib/dpkg/{info,updates,triggers} "$root/tmp"
touch "$root/var/lib/dpkg/status"
dpkg --root="$root" --force-not-root --log=/dev/null --install "$deb" >/dev/null
cp fixtures/faults.pdf "$root/tmp"
code=0
said=$(chroot "$root" /usr/bin/dekom-lint /tmp/faults.pdf --format concise) || code=$?
[[ $code == 1 && $said == *sum-mismatch* ]] || { echo "from the .deb: $code $said" >&2; exit 1; }
manual=$(gzip -dc "$root/usr/share/man/man1/dekom-lint.1.gz")
[[ $manual == *dekom* ]] || { echo "the manual: $manual" >&2; exit 1; }
bash -n "$root/usr/share/bash-completion/completions/dekom-lint"
for file in LICENSE-MIT LICENSE-APACHE THIRD-PARTY.md copyright; do test -s "$root/usr/share/doc/dekom-lint/$file"; done
dpkg --root="$root" --force-not-root --log=/dev/null --remove dekom-lint >/dev/null
test ! -e "$root/usr/bin/dekom-lint"
