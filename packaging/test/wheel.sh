#!/usr/bin/env bash
# Installs the wheel in a fresh environment, checks a report with it, and uses it as a hook.
set -euo pipefail
wheel=$(realpath "$1")
cd "$(dirname "$0")/../.."
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
/usr/bin/python3 -m venv "$home/venv"
"$home/venv/bin/pip" install -q --no-index "$wheel"
code=0
said=$("$home/venv/bin/dekom-lint" fixtures/faults.pdf --format concise) || code=$?
[[ $code == 1 && $said == *sum-mismatch* ]] || { echo "from the wheel: $code $said" >&2; exit 1; }
"$home/venv/bin/dekom-lint" --version
files=$("$home/venv/bin/pip" show --files dekom-lint)
[[ $files == *LICENSE-MIT* ]] || { echo "the wheel has no licence" >&2; exit 1; }

# The hook takes the wheel, and stops what has faults.
"$home/venv/bin/pip" install -q pre-commit
git init -q "$home/repository"
cp fixtures/clean.pdf "$home/repository"
cat > "$home/repository/.pre-commit-config.yaml" <<END
repos:
  - repo: local
    hooks: [{ id: dekom-lint, name: dekom-lint, entry: dekom-lint, args: [--quiet], types: [pdf], require_serial: true, language: python, additional_dependencies: ["$wheel"] }]
END
export PRE_COMMIT_HOME=$home/hooks
git -C "$home/repository" add .
(cd "$home/repository" && "$home/venv/bin/pre-commit" run --all-files)
cp fixtures/faults.pdf "$home/repository"
git -C "$home/repository" add .
if (cd "$home/repository" && "$home/venv/bin/pre-commit" run --all-files >/dev/null); then
  echo "the hook let faults pass" >&2
  exit 1
fi
