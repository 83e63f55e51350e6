#!/usr/bin/env bash
# Installs the Debian 12 packages that podium is built and tested with: only those that are missing, so a second run
# changes nothing and needs no network. DuckDB, which is no Debian package, is fetched by scripts/fetch_duckdb.sh.
#
#   scripts/setup.sh               build and test
#   scripts/setup.sh --sanitize    and clang with its sanitizers and fuzzer
#   scripts/setup.sh --lint        and clang-format, clang-tidy
set -euo pipefail
cd "$(dirname "$0")/.."

packages=(
  make g++ cmake ninja-build pkg-config ccache mold python3            # tools
  libfast-float-dev libeigen3-dev libboost-dev libhwy-dev              # core: decimal text, matrices, distributions, vectors
  coinor-libclp-dev coinor-libcbc-dev libnlopt-dev                     # solve: linear and integer programs, minimisation
  libicu-dev                                                           # files, cli: Unicode
  libtomlplusplus-dev libcsv-dev nlohmann-json3-dev                    # files
  libarchive-dev libpugixml-dev libxlsxwriter-dev                      # files: workbooks in and out
  libgumbo-dev                                                         # files: pages of the web
  libxxhash-dev                                                        # store: hashes of the files it is made from
  libkainjow-mustache-dev                                              # publish
  libcli11-dev                                                         # cli
  doctest-dev librapidcheck-dev libbenchmark-dev python3-jsonschema    # tests, benchmarks
)
clang=(clang-19 lld-19 llvm-19 libclang-rt-19-dev)

for option in "$@"; do
  case "$option" in
    --sanitize) packages+=("${clang[@]}") ;;
    --lint) packages+=(clang-19 clang-tidy-19 clang-format-19) ;;
    *)
      echo "setup: unknown option '$option'; expected --sanitize or --lint" >&2
      exit 2
      ;;
  esac
done

# Only to fetch with, and only if no other package has brought it: some packages of nodejs have their own npm inside.
if ! command -v npm >/dev/null && ! scripts/fetch_duckdb.sh --check >/dev/null; then
  packages+=(nodejs npm)
fi

missing=()
for package in "${packages[@]}"; do
  status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$status" = installed ] || missing+=("$package")
done

if [ ${#missing[@]} -eq 0 ]; then
  echo "setup: all ${#packages[@]} packages are installed"
  scripts/fetch_duckdb.sh
  exit 0
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  as_root=(sudo)
fi
# Another installation may hold the lock for a while; nothing may wait for an answer.
apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 "$@"; }

echo "setup: installing ${missing[*]}"
apt update -q
apt install -q -y --no-install-recommends "${missing[@]}" </dev/null
scripts/fetch_duckdb.sh
echo "setup: done"
