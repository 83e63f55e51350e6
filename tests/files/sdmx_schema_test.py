"""Validates what `podium export --form sdmx-json` writes of the shipped indices.

Always against tests/files/sdmx/*.schema.json, which say what podium writes of the standard, and name every key. Also
against the schemas of the standard themselves, sdmx-json-{structure,data}-schema.json of version 2.0.0, where they are
in the directory PODIUM_SDMX_SCHEMAS or in sdmx/ of the reference data: they are published without a licence, so they
are not part of this repository (github.com/sdmx-twg/sdmx-json, structure-message/ and data-message/tools/schemas/2.0.0).

Beyond what a schema can say: every reference is to an artefact of the message, every key to values that there are.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed; scripts/setup.sh installs it")
    sys.exit(77)

HERE = pathlib.Path(__file__).resolve().parent
TOP = pathlib.Path(os.environ.get("PODIUM_SOURCE_DIR", HERE.parent.parent))
PROGRAM = os.environ.get("PODIUM_PROGRAM", str(TOP / "build/release/podium"))
MESSAGES = ("structure", "data")


def standard_schemas():
    """message -> schema of the standard, or nothing where the two files are not there."""
    places = [os.environ.get("PODIUM_SDMX_SCHEMAS"), os.environ.get("PODIUM_SHARED", str(TOP.parent / "shared")) + "/sdmx"]
    for place in filter(None, places):
        paths = {message: pathlib.Path(place) / f"sdmx-json-{message}-schema.json" for message in MESSAGES}
        if all(path.exists() for path in paths.values()):
            return {message: json.loads(path.read_text(encoding="utf-8")) for message, path in paths.items()}
    print("note: the schemas of the standard are not here; PODIUM_SDMX_SCHEMAS names their directory")
    return {}


def exported(index):
    with tempfile.TemporaryDirectory() as place:
        out = pathlib.Path(place) / "out"
        subprocess.run([PROGRAM, "export", str(index), "--form", "sdmx-json", "-o", str(out)], check=True,
                       stdout=subprocess.DEVNULL)
        return {message: json.loads((out / f"{message}.json").read_text(encoding="utf-8")) for message in MESSAGES}


def unique_items(validator, is_unique, items, schema):
    """What jsonschema does in the square of the time: no two items are equal."""
    if is_unique and validator.is_type(items, "array"):
        if len({json.dumps(item, sort_keys=True) for item in items}) < len(items):
            yield jsonschema.ValidationError("an item twice")


Validator = jsonschema.validators.extend(jsonschema.Draft7Validator, {"uniqueItems": unique_items})


def problems_of(message, schema):
    validator = Validator(schema, format_checker=jsonschema.FormatChecker())
    found = sorted(validator.iter_errors(message), key=lambda error: [str(part) for part in error.absolute_path])
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}" for error in found[:10]]


def problems_of_references(structure):
    """Every codelist, concept and parent that is named is there."""
    data = structure["data"]
    agency = data["dataflows"][0]["agencyID"]
    urn = "urn:sdmx:org.sdmx.infomodel."
    known = {f"{urn}codelist.Codelist={agency}:{codelist['id']}(1.0)" for codelist in data["codelists"]}
    known |= {f"{urn}datastructure.DataStructure={agency}:{one['id']}(1.0)" for one in data["dataStructures"]}
    for scheme in data["conceptSchemes"]:
        known |= {f"{urn}conceptscheme.Concept={agency}:{scheme['id']}(1.0).{concept['id']}" for concept in scheme["concepts"]}
    problems = []

    def walk(value):
        if isinstance(value, dict):
            for key, inner in value.items():
                if key in ("enumeration", "conceptIdentity", "structure") and inner not in known:
                    problems.append(f"{inner}: no such artefact")
                if key != "annotations":
                    walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    walk(data)
    for codelist in data["codelists"]:
        ids = [code["id"] for code in codelist["codes"]]
        problems += [f"{codelist['id']}: two codes {one}" for one in set(ids) if ids.count(one) > 1]
        problems += [f"{codelist['id']}: no parent {code['parent']}" for code in codelist["codes"]
                     if "parent" in code and code["parent"] not in ids]
    return problems


def problems_of_data(structure, data):
    """Every value is a code of its codelist and there once, every position is one of a value, every value is used."""
    codes = {codelist["id"]: {code["id"] for code in codelist["codes"]} for codelist in structure["data"]["codelists"]}
    lists = {"REF_AREA": "CL_UNIT", "INDICATOR": "CL_INDICATOR", "EDITION": "CL_EDITION", "SOURCE": "CL_SOURCE",
             "OBS_STATUS": "CL_OBS_STATUS"}
    one, data_set = data["data"]["structures"][0], data["data"]["dataSets"][0]
    dimensions, attributes = one["dimensions"]["observation"], one["attributes"]["observation"]
    problems = [f"{part['id']}: no code {value['id']}" for part in dimensions + attributes if part["id"] in lists
                for value in part["values"] if value["id"] not in codes[lists[part["id"]]]]
    for part in dimensions + attributes:
        held = [json.dumps(value, sort_keys=True) for value in part["values"]]
        if len(set(held)) < len(held):
            problems.append(f"{part['id']}: a value twice")
    used = [set() for _ in dimensions + attributes]
    for key, values in data_set["observations"].items():
        positions = [int(part) for part in key.split(":")] + values[1:]
        for part, position, seen in zip(dimensions + attributes, positions, used):
            if position is not None:
                seen.add(position)
    for part, seen in zip(dimensions + attributes, used):
        if seen != set(range(len(part["values"]))):
            problems.append(f"{part['id']}: {len(part['values'])} values, {len(seen)} used")
    return problems


def planted_faults():
    """A message, what is changed in it, and where: each must be found by podium's schema."""
    return [
        ("structure", lambda m: m["meta"].update(prepared="2025-04-07")),
        ("structure", lambda m: m["meta"].update(id="a.b")),
        ("structure", lambda m: m["data"]["codelists"][0]["codes"][0].pop("name")),
        ("structure", lambda m: m["data"]["codelists"][1]["codes"][1].update(parent="2x")),
        ("structure", lambda m: m["data"]["dataflows"][0].update(structure="FIGURES")),
        ("structure", lambda m: m["data"]["dataStructures"][0]["dataStructureComponents"].pop("dimensionList")),
        ("data", lambda m: m["data"]["dataSets"][0].pop("links")),
        ("data", lambda m: m["data"]["dataSets"][0].update(action="Guess")),
        ("data", lambda m: m["data"]["dataSets"][0]["observations"].update({"0:x": []})),
        ("data", lambda m: m["data"]["structures"][0]["dimensions"]["observation"][0].pop("keyPosition")),
        ("data", lambda m: m["data"]["structures"][0]["dimensions"]["observation"][0].update(values=[])),
        ("data", lambda m: m["data"]["structures"][0]["attributes"]["observation"][0].pop("relationship")),
    ]


def main():
    own = {message: json.loads((HERE / f"sdmx/{message}.schema.json").read_text(encoding="utf-8")) for message in MESSAGES}
    standard = standard_schemas()
    failed = 0
    for index in sorted((TOP / "indices").iterdir()):
        messages = exported(index)
        problems = []
        for message in MESSAGES:
            problems += problems_of(messages[message], own[message])
            if message in standard:
                problems += [f"standard: {problem}" for problem in problems_of(messages[message], standard[message])]
        problems += problems_of_references(messages["structure"])
        problems += problems_of_data(messages["structure"], messages["data"])
        count = len(messages["data"]["data"]["dataSets"][0]["observations"])
        print(f"{'FAIL' if problems else 'ok  '} {index.name}: {count} observations"
              f"{', also by the schemas of the standard' if standard else ''}")
        failed += bool(problems)
        for problem in problems:
            print(f"     {problem}")
    for number, (message, change) in enumerate(planted_faults()):
        broken = json.loads(json.dumps(messages[message]))
        change(broken)
        missed = [name for name, schemas in (("podium's", own), ("the standard's", standard))
                  if message in schemas and not problems_of(broken, schemas[message])]
        failed += bool(missed)
        for name in missed:
            print(f"FAIL planted fault {number} of {message} is not found by {name} schema")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
