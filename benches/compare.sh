#!/usr/bin/env bash
# Measures dekom-lint against pdftotext on the same files, and prints tables for docs/performance.md.
#
#   benches/compare.sh [-n PAIRS] FILE.pdf...   each file, then 200 copies of them in one run
#   benches/compare.sh [-n PAIRS] -r COUNT      an invented report of COUNT respondents
#
# dekom-lint reads each file in a process of its own, as it always does. The two are run in turn PAIRS
# times (15), so that a busy machine slows both, and the median counts: of the times, and of the
# ratios pair by pair. Times are processor time with that of all processes started. DEKOM_LINT names
# another program.
set -euo pipefail
export LC_ALL=C
unset CI

pairs=15
respondents=
while getopts n:r: option; do
    case $option in
        n) pairs=$OPTARG ;;
        r) respondents=$OPTARG ;;
        *) exit 2 ;;
    esac
done
shift $((OPTIND - 1))
if [ $# -eq 0 ] && [ -z "$respondents" ]; then
    sed -n '2,11s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi
root=$(cd "$(dirname "$0")/.." && pwd)
lint=${DEKOM_LINT:-$root/target/release/dekom-lint}
if [ ! -x "$lint" ]; then
    echo "build it first: cargo build --release" >&2
    exit 2
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Processor time of a command in milliseconds, its children's included. Finer than `times` tells.
spent() {
    local user system
    TIMEFORMAT='%3U %3S'
    read -r user system < <({ time "$@" >/dev/null 2>&1 || true; } 2>&1)
    awk -v u="$user" -v s="$system" 'BEGIN { printf "%d", 1000 * (u + s) }'
}

# A time counts only if all was read: 0 is clean, 1 is with findings.
check() {
    local code=0
    "$@" >/dev/null 2>&1 || code=$?
    if ((code > 1)); then
        echo "$(basename "$1") ended with $code on ${*: -1}" >&2
        exit 1
    fi
    printf '%d' "$code"
}

# The most memory of a command or one of its children in megabytes.
peak() {
    if [ -x /usr/bin/time ]; then
        /usr/bin/time -f '%M' "$@" 2>&1 >/dev/null | tail -1 | awk '{ printf "%.0f", $1 / 1024 }'
    else
        printf '?'
    fi
}

median() {
    sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

ours() {
    "$lint" --quiet --isolated "$@"
}

ours_with_ci() {
    CI=1 "$lint" --quiet --isolated "$@"
}

# One row: the medians of pairs on a file.
row() {
    local file=$1 name=$2 a b c round
    : >"$work/ours" >"$work/theirs" >"$work/ratio" >"$work/ci"
    for ((round = 0; round < pairs; round++)); do
        a=$(spent ours "$file")
        b=$(spent pdftotext "$file" /dev/null)
        c=$(spent ours_with_ci "$file")
        echo "$a" >>"$work/ours"
        echo "$b" >>"$work/theirs"
        awk -v a="$a" -v b="$b" 'BEGIN { printf "%.2f\n", a / (b > 0 ? b : 1) }' >>"$work/ratio"
        awk -v a="$c" -v b="$b" 'BEGIN { printf "%.2f\n", a / (b > 0 ? b : 1) }' >>"$work/ci"
    done
    printf '| %s | %d | %d | %.2f | %.2f | %s | %s |\n' "$name" \
        "$(median <"$work/ours")" "$(median <"$work/theirs")" "$(median <"$work/ratio")" \
        "$(median <"$work/ci")" "$(peak "$lint" --quiet --isolated "$file")" \
        "$(peak pdftotext "$file" /dev/null)"
}

echo '| file | dekom-lint ms | pdftotext ms | ratio | with `CI` | MB | pdftotext MB |'
echo '|---|---|---|---|---|---|---|'
if [ -n "$respondents" ]; then
    (cd "$root" && cargo run --quiet --release --example fixtures -- --respondents "$respondents" "$work")
    set -- "$work/raw-$respondents.pdf" "$work/standard-$respondents.pdf"
fi
for file in "$@"; do
    check "$lint" --quiet --isolated "$file" >"$work/code"
    check pdftotext "$file" /dev/null >/dev/null
    row "$file" "$(basename "$file") (exit $(cat "$work/code"))"
done
if [ -z "$respondents" ]; then
    mkdir "$work/many"
    files=("$@")
    for ((index = 0; index < 200; index++)); do
        cp "${files[index % ${#files[@]}]}" "$work/many/$index.pdf"
    done
    printf '| 200 files in one run | %d | | | | %s | |\n' "$(spent ours "$work/many")" \
        "$(peak "$lint" --quiet --isolated "$work/many")"
fi
