# shellcheck shell=bash
# What every package is made of; read by the scripts beside it.

# Where the project is published, as OWNER/NAME: `repository` in Cargo.toml says it, and nothing else.
# Empty until it has an address: then no package claims one.
REPOSITORY=$(sed -n 's#^repository = "https://github.com/\(.*\)"#\1#p' Cargo.toml)
[[ $REPOSITORY != EIER/* ]] || REPOSITORY=

VERSION=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -1)
COMMIT=$(git rev-parse --short=10 HEAD 2>/dev/null || echo unknown)
# The times in the packages are those of the sources.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || echo 0)
export VERSION COMMIT REPOSITORY SOURCE_DATE_EPOCH
# What `dekom-lint --version` tells beside the version.
export DEKOM_LINT_COMMIT=$COMMIT
