#!/usr/bin/env bash
# Runs dekom-lint and pdftotext in turn on the same files; prints processor time, its ratio, and the
# most memory that a process took.
#
#   benches/compare.sh [-n ROUNDS] FILE.pdf...
#
# Each is run ROUNDS times (20), one after the other, so that a busy machine slows both. The least
# time of each counts: what others do to a machine only adds. DEKOM_LINT names another program.
set -euo pipefail
export LC_ALL=C

rounds=20
while getopts n: option; do
    case $option in
        n) rounds=$OPTARG ;;
        *) exit 2 ;;
    esac
done
shift $((OPTIND - 1))
if [ $# -eq 0 ]; then
    sed -n '2,9s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi
root=$(cd "$(dirname "$0")/.." && pwd)
lint=${DEKOM_LINT:-$root/target/release/dekom-lint}
if [ ! -x "$lint" ]; then
    echo "build it first: cargo build --release" >&2
    exit 2
fi

# Processor time of a command in milliseconds, its children's included. Finer than `times` tells.
spent() {
    local user system
    TIMEFORMAT='%3U %3S'
    read -r user system < <({ time "$@" >/dev/null 2>&1 || true; } 2>&1)
    awk -v u="$user" -v s="$system" 'BEGIN { printf "%d", 1000 * (u + s) }'
}

# A time counts only if the file was read: 0 is clean, 1 is with findings.
check() {
    local code=0
    "$@" >/dev/null 2>&1 || code=$?
    if ((code > 1)); then
        echo "$(basename "$1") ended with $code on ${*: -1}" >&2
        exit 1
    fi
}

# The most memory of a command or one of its children in megabytes.
peak() {
    if [ -x /usr/bin/time ]; then
        /usr/bin/time -f '%M' "$@" 2>&1 >/dev/null | tail -1 | awk '{ printf "%.0f", $1 / 1024 }'
    else
        printf '?'
    fi
}

printf '%-28s %14s %14s %7s %12s %12s\n' file 'dekom-lint ms' 'pdftotext ms' ratio 'lint MB' 'pdftotext MB'
for file in "$@"; do
    check "$lint" --quiet --isolated "$file"
    check pdftotext "$file" /dev/null
    least_lint=999999
    least_text=999999
    for ((round = 0; round < rounds; round++)); do
        took=$(spent "$lint" --quiet --isolated "$file")
        ((took < least_lint)) && least_lint=$took
        took=$(spent pdftotext "$file" /dev/null)
        ((took < least_text)) && least_text=$took
    done
    ratio=$(awk -v a="$least_lint" -v b="$least_text" 'BEGIN { printf "%.2f", a / (b > 0 ? b : 1) }')
    printf '%-28s %14d %14d %7s %12s %12s\n' "$(basename "$file")" "$least_lint" "$least_text" \
        "$ratio" "$(peak "$lint" --quiet --isolated "$file")" "$(peak pdftotext "$file" /dev/null)"
done
