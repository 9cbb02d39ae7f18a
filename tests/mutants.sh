#!/bin/sh
# Changes the source one small thing at a time and runs the tests: a change that no test notices is a
# heuristic without a test. Slow, so it is no part of CI.
#
#   tests/mutants.sh src/report/charts/sequence.rs ...    # whole files; without any, the rooms of the reading
#   SHARD=1/8 tests/mutants.sh                            # one part of eight
#   SAMPLE=60 SEED=7 tests/mutants.sh src/config src/app  # some 60 of them; another seed gives others
#   TESTS='--lib -- config:: app::' tests/mutants.sh ...  # only the tests that can notice
#
# Needs `cargo install cargo-mutants`. What survives is listed in mutants.out/missed.txt.
set -euf
cd "$(dirname "$0")/.."
if [ $# -eq 0 ]; then
    set -- src/pdf src/text src/report
fi
files=
for path in "$@"; do
    if [ -d "$path" ]; then
        path="$path/**/*.rs"
    fi
    files="$files --file $path"
done
if [ -n "${SAMPLE:-}" ]; then
    # Every so manieth of them; the seed says with which it begins.
    # shellcheck disable=SC2086
    every=$(($(cargo mutants --list $files | wc -l) / SAMPLE))
    every=$((every > 0 ? every : 1))
    SHARD="$((${SEED:-1} % every))/$every"
fi
# The unit tests and the one binary of integration tests notice what there is to notice; documentation
# tests and what needs a browser do not.
# shellcheck disable=SC2086
exec nice cargo mutants --no-shuffle --sharding round-robin --timeout 300 ${SHARD:+--shard "$SHARD"} $files \
    -- ${TESTS:---lib --test it}
