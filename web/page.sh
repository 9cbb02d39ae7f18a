#!/usr/bin/env bash
# Makes the page that is one file: `web/page.sh [quick|small]` → its path on standard output.
set -euo pipefail
cd "$(dirname "$0")/.."
module=$(web/build.sh "${1:-quick}")
page=$PWD/target/web/dekom-lint.html
node web/bundle.mjs "$module" "$page"
echo "$page"
