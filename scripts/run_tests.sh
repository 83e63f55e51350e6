#!/usr/bin/env bash
# Runs the tests of one preset and ends with a line of counts: "12 passed, 0 failed, 3 skipped".
#
#   scripts/run_tests.sh PRESET LABEL [argument of ctest...]
#
# LABEL is written before the counts; it may be empty. The results stay in build/PRESET/tests.xml.
set -euo pipefail
cd "$(dirname "$0")/.."
preset=$1
label=$2
shift 2

results=build/$preset/tests.xml
rm -f "$results"
status=0
ctest --preset "$preset" --output-on-failure --output-junit tests.xml --test-output-size-passed 10000000 "$@" || status=$?
python3 scripts/count_tests.py --label "$label" "$results" || status=1
exit "$status"
