#!/usr/bin/env python3
"""Run clang-tidy over our sources, several files of one room at a time.

Most of clang-tidy's time goes into the headers of libraries, which every file includes anew. Files that are
compiled with the same options are therefore checked together, as one file that includes them; those that do not
go with the ones before them (both have a local function of one name) make a batch of their own. The checks and
their settings are those of .clang-tidy.

    scripts/lint_sources.py [--build build/release] [--jobs N] [--batch N] [PREFIX ...]

PREFIX keeps the files below it ("src/podium/core", "tests"). Prints the findings; exit status 1 if there are any.
"""

import argparse
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
# The build's compiler is g++, whose switches clang does not all know.
TIDY = ["clang-tidy-19", "-quiet", "-extra-arg=-Wno-unknown-warning-option", "-extra-arg=-Wno-deprecated-declarations"]
# Highway includes such a file once for every processor; it has to be the one that is compiled.
COMPILED_ALONE = "HWY_TARGET_INCLUDE"
FINDING = re.compile(r"^(?P<where>/[^:]+:\d+:\d+): (?:warning|error): .*\[(?P<check>[^\]]+)\]$", re.MULTILINE)


def options_of(entry):
    """The compiler's options without the names of source and object."""
    options = shlex.split(entry["command"])[1:]
    kept = []
    skip_next = False
    for option in options:
        if skip_next:
            skip_next = False
        elif option in ("-o", "-c"):
            skip_next = True
        else:
            kept.append(option)
    return tuple(kept)


def batches(entries, size):
    """Lists of sources that share options and folder, at most `size` long."""
    groups = {}
    for entry in sorted(entries, key=lambda entry: entry["file"]):
        source = pathlib.Path(entry["file"])
        alone = str(source) if COMPILED_ALONE in source.read_text(encoding="utf-8") else ""
        groups.setdefault((options_of(entry), source.parent, alone), []).append(source)
    for (options, _, _), sources in groups.items():
        for start in range(0, len(sources), size):
            yield options, sources[start : start + size]


def run(command, folder):
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)


def together(sources, folder):
    """The one file to check: the only source, or one that includes them all."""
    if len(sources) == 1:
        return sources[0]
    name = hashlib.sha256("\n".join(map(str, sources)).encode()).hexdigest()[:16]
    path = folder / f"{name}.cpp"
    # The check would otherwise find fault with this file itself.
    lines = (f'#include "{source}" // NOLINT(bugprone-suspicious-include)\n' for source in sources)
    path.write_text("".join(lines), encoding="utf-8")
    return path


def check(options, sources, folder):
    """Findings as {place: message}, and what clang said of sources that it could not read at all."""
    checked = together(sources, folder)
    parsed = run(["clang++-19", "-fsyntax-only", "-w", "-ferror-limit=0", *options, str(checked)], folder)
    if parsed.returncode != 0:
        # The first source stands as if alone; those that collide with one before them make the next batch.
        colliding = [source for source in sources[1:] if f"{source}:" in parsed.stderr] or sources[1:]
        if not colliding:
            return {}, [f"{checked}: {parsed.stderr}"]
        found, unread = check(options, [source for source in sources if source not in colliding], folder)
        later_found, later_unread = check(options, colliding, folder)
        return found | later_found, unread + later_unread
    # What only one of the files declares is no shadow over what another one does.
    apart = ["-Wno-shadow"] if len(sources) > 1 else []
    tidied = run([*TIDY, f"--config-file={ROOT / '.clang-tidy'}", str(checked), "--", *options, *apart], folder)
    found = {f"{match['where']} {match['check']}": match[0] for match in FINDING.finditer(tidied.stdout)}
    return found, [f"{checked}: {tidied.stderr}"] if tidied.returncode != 0 and not found else []


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default="build/release", help="folder that holds compile_commands.json")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--batch", type=int, default=16, help="files checked together at most")
    parser.add_argument("prefixes", nargs="*", default=["src", "tests", "bench", "fuzz"])
    arguments = parser.parse_args()

    prefixes = tuple(f"{ROOT / prefix}" for prefix in arguments.prefixes)
    database = json.loads((ROOT / arguments.build / "compile_commands.json").read_text(encoding="utf-8"))
    entries = {entry["file"]: entry for entry in database if entry["file"].startswith(prefixes)}
    folder = ROOT / arguments.build / "lint"
    folder.mkdir(exist_ok=True)

    findings, unread, done = {}, [], 0
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        waiting = {pool.submit(check, options, sources, folder): sources
                   for options, sources in batches(entries.values(), arguments.batch)}
        for finished in concurrent.futures.as_completed(waiting):
            found, not_read = finished.result()
            for place, message in found.items():
                if place not in findings:
                    print(message.replace(f"{ROOT}/", ""), flush=True)
            findings |= found
            unread += not_read
            done += len(waiting[finished])
            print(f"{done} of {len(entries)} files checked", file=sys.stderr, flush=True)
    for name in unread:
        print(f"could not be read: {name}")
    print(f"{len(entries)} files, {len(findings)} findings, {len(unread)} not read")
    return 1 if findings or unread else 0


if __name__ == "__main__":
    sys.exit(main())
