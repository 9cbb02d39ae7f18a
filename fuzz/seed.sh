#!/usr/bin/env bash
# Fills the corpus of each target with the fixtures and the rules, and writes the dictionaries.
set -euo pipefail
cd "$(dirname "$0")"
export LC_ALL=C
mkdir -p corpus/{text,report,rules,language,pdf} dict
cp ../fixtures/*.txt corpus/text/
cp ../fixtures/*.txt ../rules/bases/*.txt corpus/report/
cp ../rules/*.toml corpus/rules/
cp ../fixtures/*.pdf ../tests/hostile/*.pdf corpus/pdf/
# The tests write small PDFs of all kinds.
find ../target/tmp/hostile -type f -name '*.pdf' -size -16k -exec cp {} corpus/pdf/ \; 2>/dev/null || true
# Small pieces change faster than whole reports.
for file in ../fixtures/*.txt; do
    split -l 120 --additional-suffix=.txt "$file" "corpus/report/$(basename "$file" .txt)-"
done
awk 'FNR == 1 || /^\[\[(rule|template)\]\]/ { close(out); out = sprintf("corpus/rules/piece-%03d.toml", n++) } { print > out }' ../rules/*.toml
# Expressions: those of the rules, and the examples of the functions.
{
    perl -ne 'if (/^(?:where|assert|needs|reported|expected|let\.\w+) = "(.*)"$/) { $_ = $1; s/\\(.)/$1/g; print "$_\n" }' ../rules/*.toml
    perl -ne 'print "$1\n" while /(?:example: |, )"([^"]*\(.*?)"(?:\)| \})/g' ../src/rules/lang/functions.rs
} | sort -u | awk '{ printf "%s", $0 > sprintf("corpus/language/%03d", NR); close(sprintf("corpus/language/%03d", NR)) }'

# An entry of a dictionary is in quotes, and all but ASCII is written as \xNN.
entries() { sort -u | perl -ne 'chomp; s/([\\"])/\\$1/g; s/([^ -~])/sprintf("\\x%02X", ord $1)/ge; print "\"$_\"\n" if length'; }
{
    perl -ne 'print "$1\n" while /"(\w+)"/g' ../src/rules/lang/functions.rs ../src/rules/lang/fields/*.rs
    printf '%s\n' '&&' '||' '==' '!=' '<=' '>=' 'in ' 'true' 'false' 'null' 'report' "'sample'" "dato('3.9.2025')" '[0]' '(a, a)' '//'
} | entries > dict/language.dict
# Lines that stand in every report, with and without their figures.
{
    perl -ne 'chomp; print "$_\n" if length() < 60 && $seen{$_}++ == 2' ../fixtures/report.txt
    perl -ne 'print "$1\n$2\n" if /^(\S[^():]*?)( ?\(\d+ ?\w*\)|: )/' ../fixtures/report.txt
} | entries > dict/report.dict
# A page's end.
echo '"\x0C"' >> dict/report.dict
perl -ne 'print "$1\n" while /^([\w.]+) = |^(\[\[[\w.]+\]\])/g' ../rules/*.toml | entries > dict/rules.dict
cat dict/language.dict >> dict/rules.dict
