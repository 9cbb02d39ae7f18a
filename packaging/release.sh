#!/usr/bin/env bash
# Makes what is released, into dist/ with checksums: `packaging/release.sh [linux wheel deb windows page npm site]`,
# without a word all of them. Each part is tried as somebody gets it. What it takes is installed by apt
# and pip where it is missing.
set -euo pipefail
cd "$(dirname "$0")/.."
source packaging/env.sh
parts=("${@:-all}")
wants() { [[ " ${parts[*]} " == *" all "* || " ${parts[*]} " == *" $1 "* ]]; }
need() { dpkg -s "$@" >/dev/null 2>&1 || { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null; }; }
# A part that others are made of, made once a run.
made=
once() { [[ " $made " == *" $1 "* ]] || { made+=" $1"; "$1"; }; }
say() { printf '%s  %s\n' "$(date -u +%H:%M:%S)" "$*"; }

dist=$PWD/dist
# What was made of other sources is not given away with what is made now.
rm -rf "$dist"
mkdir -p "$dist"
build=$PWD/target/packaging
mkdir -p "$build"
# `DEKOM_LINT_PROFILE=release DEKOM_LINT_PAGE_PROFILE=quick` tries the script itself in less time.
profile=${DEKOM_LINT_PROFILE:-dist}
documents=(LICENSE-MIT LICENSE-APACHE THIRD-PARTY.md)
packaging/third-party.sh --check

# The program for Linux, which needs nothing of the system that it runs on.
linux_target=x86_64-unknown-linux-gnu
linux=$build/linux/$linux_target/$profile/dekom-lint
linux() {
  say "Linux"
  RUSTFLAGS='-C target-feature=+crt-static' \
    cargo build --quiet --locked --profile "$profile" --target "$linux_target" --target-dir "$build/linux" --bin dekom-lint
  packaging/test/chroot.sh "$linux"
  local name=dekom-lint-$VERSION-x86_64-linux
  rm -rf "${build:?}/$name" && mkdir -p "$build/$name"
  cp "$linux" "${documents[@]}" README.md CHANGELOG.md "$build/$name"
  tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" \
    -C "$build" -czf "$dist/$name.tar.gz" "$name"
}

wheel() {
  say "wheel"
  need python3-venv
  [[ -x $build/venv/bin/maturin ]] || { /usr/bin/python3 -m venv "$build/venv" && "$build/venv/bin/pip" install -q 'maturin>=1.9,<2'; }
  RUSTFLAGS='-C target-feature=+crt-static' "$build/venv/bin/maturin" build --locked --profile "$profile" --quiet \
    --target "$linux_target" --target-dir "$build/linux" --compatibility manylinux2014 --out "$dist"
  packaging/test/wheel.sh "$dist"/dekom_lint-"$VERSION"-*.whl
}

deb() {
  say "deb"
  once linux
  local root=$build/deb
  rm -rf "$root" && mkdir -p "$root"/{DEBIAN,usr/bin,usr/share/man/man1,usr/share/doc/dekom-lint}
  mkdir -p "$root"/usr/share/{bash-completion/completions,zsh/vendor-completions,fish/vendor_completions.d}
  install -m 755 "$linux" "$root/usr/bin/dekom-lint"
  "$linux" man | gzip -9n > "$root/usr/share/man/man1/dekom-lint.1.gz"
  "$linux" completions bash > "$root/usr/share/bash-completion/completions/dekom-lint"
  "$linux" completions zsh > "$root/usr/share/zsh/vendor-completions/_dekom-lint"
  "$linux" completions fish > "$root/usr/share/fish/vendor_completions.d/dekom-lint.fish"
  cp "${documents[@]}" README.md "$root/usr/share/doc/dekom-lint"
  cat > "$root/usr/share/doc/dekom-lint/copyright" <<END
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/

Files: *
Copyright: the authors of dekom-lint
License: MIT or Apache-2.0
 The texts are LICENSE-MIT and LICENSE-APACHE beside this file; what is built in of others is in
 THIRD-PARTY.md.
END
  cat > "$root/DEBIAN/control" <<END
Package: dekom-lint
Version: $VERSION
Architecture: amd64
Maintainer: ${DEKOM_LINT_MAINTAINER:-dekom-lint <dekom-lint@invalid>}
Section: text
Priority: optional
Installed-Size: $(du -sk "$root/usr" | cut -f1)
Description: checks exported grant reports
 Recomputes every sum, mean, count and percentage of a report from its answers, and says on which page
 and line something does not agree.
END
  find "$root" -exec touch -hd "@$SOURCE_DATE_EPOCH" {} +
  dpkg-deb --root-owner-group -Zxz --build "$root" "$dist/dekom-lint_${VERSION}_amd64.deb" >/dev/null
  packaging/test/deb.sh "$dist/dekom-lint_${VERSION}_amd64.deb"
}

windows_target=x86_64-pc-windows-gnu
exe=$build/windows/$windows_target/$profile/dekom-lint.exe
windows() {
  say "Windows"
  once page
  need rustc-web cargo-web rust-web-src rust-web-llvm gcc-mingw-w64-x86-64-posix zip
  (
    # Debian's compiler, whose standard library is built for Windows too.
    export PATH=/usr/bin:$PATH RUSTC_BOOTSTRAP=1
    unset RUSTUP_TOOLCHAIN RUSTC RUSTFLAGS
    export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=x86_64-w64-mingw32-gcc-posix
    export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUSTFLAGS='-C target-feature=+crt-static'
    export CC_x86_64_pc_windows_gnu=x86_64-w64-mingw32-gcc-posix AR_x86_64_pc_windows_gnu=x86_64-w64-mingw32-gcc-ar-posix
    /usr/bin/cargo build --quiet --locked --profile "$profile" --target "$windows_target" \
      --target-dir "$build/windows" -Z build-std=std,panic_unwind --bin dekom-lint
  )
  packaging/test/wine.sh "$exe"
  local name=dekom-lint-$VERSION-windows
  rm -rf "${build:?}/$name" && mkdir -p "$build/$name"
  cp "$exe" "${documents[@]}" "$build/$name"
  cp "$dist/dekom-lint.html" "$build/$name"
  # Notepad of older Windows wants carriage returns and the mark of UTF-8.
  { printf '\xef\xbb\xbf'; sed 's/$/\r/' packaging/LESMEG.txt; } > "$build/$name/LESMEG.txt"
  find "$build/$name" -exec touch -hd "@$SOURCE_DATE_EPOCH" {} +
  (cd "$build" && find "$name" | LC_ALL=C sort | zip -qX9 "$dist/$name.zip" -@)
}

page() {
  say "page"
  local module
  module=$(web/build.sh "${DEKOM_LINT_PAGE_PROFILE:-small}")
  node web/bundle.mjs "$module" "$dist/dekom-lint.html"
  cp "$module" "$build/dekom_lint.wasm"
  need firefox-esr
  command npm ci --silent --prefix packaging
  node packaging/test/firefox.mjs "$(command -v firefox-esr)" "$dist/dekom-lint.html" fixtures/faults.pdf fixtures/clean.pdf
}

npm() {
  say "npm"
  once page
  rm -rf "$build/npm" && mkdir -p "$build/npm"
  cp packaging/npm/cli.mjs packaging/npm/README.md "${documents[@]}" "$build/dekom_lint.wasm" "$build/npm"
  node -e '
    const text = require("fs").readFileSync("packaging/npm/package.json", "utf8");
    const own = { ...JSON.parse(text), version: process.env.VERSION };
    if (process.env.REPOSITORY) own.repository = `github:${process.env.REPOSITORY}`;
    require("fs").writeFileSync(process.argv[1], JSON.stringify(own, null, 2) + "\n");
  ' "$build/npm/package.json"
  (cd "$build/npm" && command npm pack --silent --pack-destination "$dist" >/dev/null)
  packaging/test/npm.sh "$dist/dekom-lint-$VERSION.tgz"
}

site() {
  say "site"
  command npm ci --silent --prefix packaging
  once page
  if [[ -n $REPOSITORY ]] && grep -n EIER README.md docs/*.md; then
    echo "the documents still say EIER" >&2
    return 1
  fi
  local name=dekom-lint-$VERSION-site
  node packaging/site.mjs "$build/$name" "$dist/dekom-lint.html"
  tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" \
    -C "$build" -czf "$dist/$name.tar.gz" "$name"
}

for part in page npm linux wheel deb windows site; do
  if wants "$part"; then once "$part"; fi
done
(cd "$dist" && find . -maxdepth 1 -type f ! -name SHA256SUMS -printf '%f\n' | LC_ALL=C sort | xargs sha256sum > SHA256SUMS)
say "dist/"
(cd "$dist" && ls -l)
