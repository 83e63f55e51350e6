"""Draws the map of includes between the rooms and fails on an arrow that the design does not allow.

Also fails where a pure room (values in, values out; it must build for WebAssembly) reaches for files, clocks, random
engines, threads, the environment or printing; and where two headers give one name to two types or two inline constants,
which the linker would merge without a word. `rooms_test.py --map` prints the map.
"""

import os
import pathlib
import re
import sys

# Each room and those it leans on; what these lean on is allowed too. The same table as in docs and CMakeLists.txt:
# arrows point one way only.
LEANS_ON = {
    "core": [],
    "solve": ["core"],
    "stress": ["core"],
    "reason": ["core", "stress"],
    "model": ["core", "stress"],
    "audit": ["model"],
    "claims": ["model"],
    "wire": ["model", "audit", "stress", "reason", "claims"],
    "files": ["model", "wire", "solve"],
    "store": ["model", "files"],
    "publish": ["wire", "files", "store", "solve"],
    "serve": ["wire", "publish"],
    "cli": ["core", "solve", "stress", "reason", "model", "audit", "claims", "wire", "files", "store",
            "publish", "serve"],
    "wasm": ["wire"],
}
PURE = ["core", "stress", "reason", "model", "audit", "claims", "wire"]

FORBIDDEN_HEADERS = {
    "fstream", "filesystem", "iostream", "ostream", "istream", "cstdio", "stdio.h", "print", "syncstream",
    "random", "thread", "mutex", "shared_mutex", "condition_variable", "future", "stop_token", "execution",
    "ctime", "time.h", "locale", "clocale", "locale.h", "unistd.h",
}
FORBIDDEN_WORDS = [
    (r"\b(secure_)?getenv\b", "reads the environment"),
    (r"\b(system|steady|high_resolution|utc)_clock\b", "reads a clock"),
    (r"\bv?(f|d|s|sn)?printf\s*\(", "prints"),
    (r"\bstd::(cout|cerr|clog|cin|puts|putchar)\b", "prints"),
    (r"\bstd::(exit|quick_exit|_Exit|abort|terminate)\b", "ends the process"),
    (r"\bs?rand\s*\(\s*\)", "draws from a hidden state"),
    (r"\b(try|catch|throw)\b", "uses exceptions"),
]
# The one parallel function of the project lives here.
ALLOWED_HEADERS = {
    "podium/core/parallel.hpp": {"thread", "mutex", "condition_variable", "stop_token"},
    "podium/core/parallel.cpp": {"thread", "mutex", "condition_variable", "stop_token"},
}

# A type that a header of ours defines at the top of the namespace; templates and their specialisations apart.
TYPE = re.compile(r"^(?:struct|class|enum class|enum) ([A-Z]\w*)\b(?!\s*[;<])", re.MULTILINE)
# An inline variable, and the namespaces that begin and end around it.
INLINE_VARIABLE = re.compile(
    r"^inline const(?:expr)? [^=({]*?\b(\w+)(?:\[\w*\])?\s*[{=(]|^namespace ([\w:]+) \{|^(\}  // namespace)", re.MULTILINE)
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
# Comments, and literals (so that a word in a message is not taken for code). Raw strings first.
NOT_CODE = re.compile(
    r'R"(?P<mark>[^(\s]{0,16})\(.*?\)(?P=mark)"|//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|(?<![0-9A-Fa-f])\'(?:\\.|[^\'\\\n])+\'',
    re.DOTALL)


def blank_comments(text):
    """The text without comments, literals kept; lines keep their numbers."""
    def replace(match):
        found = match.group(0)
        return "\n" * found.count("\n") if found.startswith(("//", "/*")) else found
    return NOT_CODE.sub(replace, text)


def blank_literals(text):
    return NOT_CODE.sub(lambda match: "\n" * match.group(0).count("\n"), text)


def allowed(room):
    """The room itself and every room that it may include, directly or through another."""
    reached, waiting = set(), [room]
    while waiting:
        current = waiting.pop()
        if current not in reached:
            reached.add(current)
            waiting += LEANS_ON[current]
    return reached


def includes(text):
    """(line, header, quoted) of each include directive."""
    code = blank_comments(text)
    return [(code.count("\n", 0, match.start(2)) + 1, match.group(2), match.group(1) == '"')
            for match in INCLUDE.finditer(code)]


def problems_of_arrows(path, text):
    room = path.split("/")[1]
    if room not in LEANS_ON:
        return [f"{path}: '{room}' is not a room of the design"]
    problems = []
    for line, header, quoted in includes(text):
        if header.startswith("podium/"):
            target = header.split("/")[1]
            if target not in allowed(room):
                problems.append(f"{path}:{line}: {room} may not lean on {target} ({header})")
        elif quoted:
            problems.append(f"{path}:{line}: write \"{header}\" from the top, as \"podium/{room}/...\"")
    return problems


def problems_of_purity(path, text):
    room = path.split("/")[1]
    if room not in PURE:
        return []
    problems = [f"{path}:{line}: the pure room {room} includes <{header}>"
                for line, header, _ in includes(text)
                if header in FORBIDDEN_HEADERS - ALLOWED_HEADERS.get(path, set())]
    code = blank_literals(text)
    for pattern, meaning in FORBIDDEN_WORDS:
        for match in re.finditer(pattern, code):
            line = code.count("\n", 0, match.start()) + 1
            problems.append(f"{path}:{line}: the pure room {room} {meaning}: {match.group(0)}")
    return problems


def sources(top):
    """(path below src, text) of every source file, in order of path."""
    base = top / "src"
    for path in sorted(base.glob("podium/**/*")):
        if path.suffix in (".hpp", ".cpp") and path.is_file():
            yield path.relative_to(base).as_posix(), path.read_text(encoding="utf-8")


def arrows(files):
    """room -> {room it includes: number of includes}."""
    found = {}
    for path, text in files:
        room = path.split("/")[1]
        row = found.setdefault(room, {})
        for _, header, _ in includes(text):
            target = header.split("/")[1] if header.startswith("podium/") else room
            if target != room:
                row[target] = row.get(target, 0) + 1
    return found


def no_arrow_points_back(files):
    return [problem for path, text in files for problem in problems_of_arrows(path, text)]


def pure_rooms_stay_pure(files):
    return [problem for path, text in files for problem in problems_of_purity(path, text)]


def inline_variables(text):
    """The names of a header's inline variables, with their namespaces."""
    namespaces = []
    for match in INLINE_VARIABLE.finditer(text):
        name, opened, closed = match.groups()
        if opened:
            namespaces.append(opened)
        elif closed:
            namespaces = namespaces[:-1]
        else:
            yield "::".join(namespaces + [name])


def problems_of_names(files):
    places = {}
    for path, text in files:
        if path.endswith(".hpp") and not path.endswith(".inl.hpp"):
            types = [f"the type {match.group(1)}" for match in TYPE.finditer(blank_literals(text))]
            for name in types + [f"the constant {name}" for name in inline_variables(text)]:
                places.setdefault(name, []).append(path)
    return [f"{name} is one of its own in each of: {', '.join(found)}"
            for name, found in sorted(places.items()) if len(set(found)) > 1]


def each_type_and_constant_has_a_name_of_its_own(files):
    return problems_of_names(files)


def there_are_sources(files):
    return [] if files else ["no source file was found under src/podium"]


def the_table_has_no_circle(_):
    return [f"{room} leans on {other}, which leans on {room}"
            for room in LEANS_ON for other in allowed(room) - {room} if room in allowed(other)]


def planted_faults_are_found(_):
    cases = [
        ("an arrow back", problems_of_arrows, "podium/core/a.cpp", '#include "podium/model/b.hpp"\n', 1),
        ("an arrow to a room far down", problems_of_arrows, "podium/publish/a.cpp", '#include "podium/core/b.hpp"\n', 0),
        ("an arrow between rooms that stand side by side", problems_of_arrows, "podium/wire/a.cpp",
         '#include "podium/solve/b.hpp"\n', 1),
        ("the engine does not know its optimisers", problems_of_arrows, "podium/core/a.cpp",
         '#include "podium/solve/solvers.hpp"\n', 1),
        ("an include in a comment", problems_of_arrows, "podium/core/a.cpp", '// #include "podium/cli/b.hpp"\n', 0),
        ("an include relative to the file", problems_of_arrows, "podium/core/a.cpp", '#include "b.hpp"\n', 1),
        ("a room nobody designed", problems_of_arrows, "podium/util/a.cpp", "", 1),
        ("a file opened in a pure room", problems_of_purity, "podium/wire/a.cpp", "#include <fstream>\n", 1),
        ("a file opened at the edge", problems_of_purity, "podium/files/a.cpp", "#include <fstream>\n", 0),
        ("a thread outside the parallel function", problems_of_purity, "podium/core/a.cpp", "#include <thread>\n", 1),
        ("the parallel function", problems_of_purity, "podium/core/parallel.hpp", "#include <thread>\n", 0),
        ("the environment", problems_of_purity, "podium/model/a.cpp", 'auto h = std::getenv("HOME");\n', 1),
        ("a clock", problems_of_purity, "podium/core/a.cpp", "auto t = std::chrono::steady_clock::now();\n", 1),
        ("a date without a clock", problems_of_purity, "podium/core/a.cpp", "#include <chrono>\n", 0),
        ("printing", problems_of_purity, "podium/core/a.cpp", 'std::snprintf(buffer, 9, "%d", 1);\n', 1),
        ("a word in a message", problems_of_purity, "podium/core/a.cpp", 'text = "catch getenv";  // printf()\n', 0),
        ("a word in a raw string", problems_of_purity, "podium/core/a.cpp", 'text = R"(throw "x")";\n', 0),
        ("digits in groups", problems_of_purity, "podium/core/a.cpp", "int n = 1'000; throw n; int m = 1'000;\n", 1),
        ("a name that contains a word", problems_of_purity, "podium/core/a.cpp", "retry(); operand();\n", 0),
    ]
    problems = []
    for name, check, path, text, expected in cases:
        found = len(check(path, text))
        if found != expected:
            problems.append(f"{name}: {found} problems found, expected {expected}")
    twice = [("podium/cli/a.hpp", "struct Column {\n};\n"), ("podium/publish/b.hpp", "class Column {\n};\n"),
             ("podium/core/c.hpp", "struct Column;\nstruct Words<Column> {\n};\n")]
    if len(problems_of_names(twice)) != 1 or problems_of_names(twice[1:]):
        problems.append("one name for two types: not found, or found where there is one type")
    lines = "namespace podium::texts {\ninline constexpr Phrase kLeft{\"left\", \"왼쪽\"};\n}  // namespace podium::texts\n"
    twice = [("podium/cli/a.hpp", lines), ("podium/cli/b.hpp", lines), ("podium/cli/c.hpp", lines.replace("texts", "core"))]
    if len(problems_of_names(twice)) != 1 or problems_of_names(twice[1:]):
        problems.append("one name for two constants: not found, or found in two namespaces")
    return problems


def main():
    top = pathlib.Path(os.environ.get("PODIUM_SOURCE_DIR", pathlib.Path(__file__).resolve().parent.parent))
    files = list(sources(top))
    if "--map" in sys.argv:
        for room, row in arrows(files).items():
            print(f"{room:8} -> " + (", ".join(f"{target} ({count})" for target, count in sorted(row.items())) or "nothing"))
        return 0

    passed = failed = 0
    for test in (there_are_sources, no_arrow_points_back, pure_rooms_stay_pure,
                 each_type_and_constant_has_a_name_of_its_own, the_table_has_no_circle, planted_faults_are_found):
        problems = test(files)
        passed += not problems
        failed += bool(problems)
        print(f"{'ok  ' if not problems else 'FAIL'} {test.__name__.replace('_', ' ')}")
        for problem in problems:
            print(f"     {problem}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
