#!/usr/bin/env bash
# Puts DuckDB, the database inside podium's store, into third_party/duckdb/: its library and the one C header. Debian 12
# has no package of it; both come unpacked from npm packages (nothing of them is run), from wherever npm is configured
# to look. Pinned by version and by the hash of each file; a second run changes nothing and needs no network.
#
#   scripts/fetch_duckdb.sh            fetch what is missing
#   scripts/fetch_duckdb.sh --check    only say by the exit status whether both files are there
set -euo pipefail
cd "$(dirname "$0")/.."

place=third_party/duckdb
library_package=@duckdb/node-bindings-linux-x64@1.4.5-r.1
library_hash=5062c3ba89fb37e818baf2bf8b0f914ec8f46d78584d8e412810b5d1bff3bfe8
header_package=duckdb@1.4.4
header_hash=cbe6a827284375c5a646b8f27dbd3a00808ce8738b5bbb49c190cb1e08540281

fail() {
  echo "fetch_duckdb: $*" >&2
  exit 1
}

is_right() { # FILE HASH
  [ -f "$1" ] && echo "$2  $1" | sha256sum --check --status
}

is_complete() { is_right $place/libduckdb.so $library_hash && is_right $place/duckdb.h $header_hash; }

if is_complete; then
  echo "fetch_duckdb: $place is complete"
  exit 0
fi
[ "${1:-}" != --check ] || exit 1

[ "$(uname -s)-$(uname -m)" = Linux-x86_64 ] ||
  fail "the pinned library is for Linux on x86_64; this is $(uname -s) on $(uname -m)"
command -v npm >/dev/null || fail "npm is missing; scripts/setup.sh installs it"

mkdir -p $place
exec 9>$place/.lock
flock 9
scratch=$(mktemp -d)
# Alone under the lock: what a run that was killed has left goes too.
trap 'rm -rf "$scratch" $place/*.new' EXIT

take() { # PACKAGE PATH-IN-PACKAGE NAME HASH
  local package=$1 inside=$2 name=$3 hash=$4
  if is_right "$place/$name" "$hash"; then return; fi
  local archive
  archive=$(cd "$scratch" && npm pack --silent --ignore-scripts "$package" </dev/null | tail -n 1) ||
    fail "npm could not fetch $package; see 'npm config get registry' and the network"
  tar -xzf "$scratch/$archive" -C "$scratch" "$inside" || fail "$package holds no $inside"
  is_right "$scratch/$inside" "$hash" ||
    fail "$name of $package has the SHA-256 $(sha256sum "$scratch/$inside" | cut -d' ' -f1), expected $hash"
  # Beside its place first: a rename within one file system is never half done.
  install -m 644 "$scratch/$inside" "$place/$name.new"
  mv -f "$place/$name.new" "$place/$name"
}

take $library_package package/libduckdb.so libduckdb.so $library_hash
take $header_package package/src/duckdb/src/include/duckdb.h duckdb.h $header_hash
is_complete || fail "$place is not complete"
echo "fetch_duckdb: $library_package and the header of $header_package are in $place"
