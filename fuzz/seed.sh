#!/usr/bin/env bash
# Fills the corpus of each target with the fixtures and the rules.
set -euo pipefail
cd "$(dirname "$0")"
mkdir -p corpus/{text,report,rules,pdf}
cp ../fixtures/*.txt corpus/text/
cp ../fixtures/*.txt corpus/report/
cp ../rules/*.toml corpus/rules/
cp ../fixtures/*.pdf ../tests/hostile/*.pdf corpus/pdf/
# Small pieces change faster than whole reports.
for file in ../fixtures/*.txt; do
    split -l 120 --additional-suffix=.txt "$file" "corpus/report/$(basename "$file" .txt)-"
done
awk 'FNR == 1 || /^\[\[(rule|template)\]\]/ { close(out); out = sprintf("corpus/rules/piece-%03d.toml", n++) } { print > out }' ../rules/*.toml
