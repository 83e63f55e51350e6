"""Counts test cases in the results of ctest (JUnit XML) and prints "N passed, N failed[, N skipped]".

An executable of doctest counts with its test cases, a Python test that ends with such a line with that line, anything
else as one. A case that found the reference data absent is skipped. Exit status 1 if anything failed or nothing ran.
"""

import argparse
import re
import sys
import xml.etree.ElementTree

DOCTEST = re.compile(r"^\[doctest\] test cases:\s*\d+ \|\s*(\d+) passed \|\s*(\d+) failed", re.MULTILINE)
LINE = re.compile(r"^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$", re.MULTILINE)
ABSENT = "skipped: ../shared is absent"


def count(case):
    """(passed, failed, skipped) of one entry of ctest."""
    output = re.sub(r"\x1b\[[0-9;]*m", "", case.findtext("system-out") or "")
    status = case.get("status")
    passed = failed = skipped = 0
    if found := DOCTEST.search(output):
        passed, failed = int(found[1]), int(found[2])
        skipped = output.count(ABSENT)
        passed -= skipped
    elif lines := LINE.findall(output):
        passed, failed, skipped = (int(number or 0) for number in lines[-1])
    elif status == "run":
        passed = 1
    if status in ("notrun", "disabled"):
        skipped = max(skipped, 1)
    elif status != "run":
        failed = max(failed, 1)  # it crashed, took too long, or its last words say less than its exit status
    return passed, failed, skipped


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--label", default="", help="written before the counts")
    parser.add_argument("results", nargs="+")
    arguments = parser.parse_args()

    totals = [0, 0, 0]
    for path in arguments.results:
        for case in xml.etree.ElementTree.parse(path).getroot().iter("testcase"):
            totals = [total + number for total, number in zip(totals, count(case))]
    passed, failed, skipped = totals
    print(f"{arguments.label}{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or passed == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
