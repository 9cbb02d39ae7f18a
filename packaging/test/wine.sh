#!/usr/bin/env bash
# Tries the Windows program under wine: findings, the process that reads, patterns, folders, blanks,
# æøå, exit codes, and the limit of memory.
set -euo pipefail
exe=$(realpath "$1")
cd "$(dirname "$0")/../.."
if ! command -v wine >/dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends wine wine64 >/dev/null
fi
home=$(mktemp -d)
trap 'WINEPREFIX=$home/wine wineserver -k 2>/dev/null || true; rm -rf "$home"' EXIT
export WINEPREFIX=$home/wine WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml=' LC_ALL=C.UTF-8
wine() { "$(command -v wine64 || echo /usr/lib/wine/wine64)" "$@"; }
mkdir "$home/work"
cp "$exe" "$home/work/dekom-lint.exe"
# Wine older than 9 lacks the one function that the standard library takes from this file.
if [[ -z $(find /usr/lib -name 'bcryptprimitives.dll' 2>/dev/null) ]]; then
  cat > "$home/shim.c" <<'END'
#include <windows.h>
#include <ntsecapi.h>
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T bytes) { return RtlGenRandom(data, (ULONG)bytes); }
END
  x86_64-w64-mingw32-gcc-posix -shared -o "$home/work/bcryptprimitives.dll" "$home/shim.c" -ladvapi32
fi
mkdir -p "$home/work/mappe med blank/Årsrapporter"
cp fixtures/faults.pdf "$home/work/mappe med blank/Årsrapporter/Ås 2024.PDF"
cp fixtures/clean.pdf "$home/work/ren.pdf"
cp fixtures/report.txt "$home"
cp tests/hostile/locked.pdf "$home/work/mappe med blank/last.pdf"
cd "$home/work"
fail() { echo "wine: $*" >&2; exit 1; }
# run CODE ARGUMENTS... leaves what was printed in $said, and what was warned of in $warned.
run() {
  local expected=$1 code=0
  shift
  said=$(wine dekom-lint.exe "$@" 2> "$home/stderr" </dev/null | tr -d '\r'; exit "${PIPESTATUS[0]}") || code=$?
  warned=$(tr -d '\r' < "$home/stderr")
  [[ $code == "$expected" ]] || fail "$* ended with $code: $said $warned"
}
run 0 --version
[[ $said == dekom-lint\ * ]] || fail "--version said $said"
run 0 ren.pdf
run 1 'mappe med blank\Årsrapporter\Ås 2024.PDF' --format concise
[[ $said == *'Ås 2024.PDF'*sum-mismatch* ]] || fail "said $said"
run 1 'mappe med blank\Årsrapporter\*.pdf' --format concise
[[ $said == *sum-mismatch* ]] || fail "the pattern found nothing: $said"
run 3 'mappe med blank' --format concise
[[ $said == *sum-mismatch* && $warned == *kryptert* ]] || fail "the folder: $said $warned"
run 2 --fail-on=sometimes ren.pdf
run 3 finnes-ikke.pdf
run 1 'mappe med blank\Årsrapporter\Ås 2024.PDF' --format sarif
[[ $said == *'mappe%20med%20blank/%C3%85rsrapporter/%C3%85s%202024.PDF'* ]] || fail "the URI: $(grep -m1 uri <<< "$said")"
run 1 'mappe med blank\Årsrapporter\Ås 2024.PDF' --output 'html=ut.html' --output 'pdf=merket.pdf'
grep -q sum-mismatch ut.html
[[ $(head -c 5 merket.pdf) == %PDF- ]]
# What takes too much memory ends with its own process. Text in a file that is called .pdf has the limits
# of a PDF.
for _ in {1..400}; do cat "$home/report.txt"; done > mange.pdf
run 3 mange.pdf
[[ $warned == *'MB minne'* ]] || fail "the memory: $warned"
run 0 ren.pdf
echo "wine: all is well"
