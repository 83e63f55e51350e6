"""An exported Data Package keeps its own promises, and an independent validator agrees.

The first part reads the package with nothing but Python's own csv and json: every resource has the columns that its
schema names, cells are of their types, required ones are filled, primary keys are unique and foreign keys resolve. The
second runs the npm package `datapackage` (Frictionless, specification v1). It is not part of podium: install it anywhere
(`npm install datapackage@1.1.10`) and name that directory in PODIUM_NODE_MODULES; without it this part is left out, and
the test says so.
"""

import csv
import datetime
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(os.environ.get("PODIUM_SOURCE_DIR", "."))
PODIUM = pathlib.Path(os.environ.get("PODIUM_PROGRAM", "build/release/podium")).resolve()
TYPES = {
    "string": lambda text: True,
    "number": lambda text: re.fullmatch(r"[-+]?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?", text) is not None,
    "integer": lambda text: re.fullmatch(r"[-+]?[0-9]+", text) is not None,
    "date": lambda text: datetime.date.fromisoformat(text) is not None,
}
VALIDATOR = """
const {Package, validate} = require('datapackage');
(async () => {
  const {valid, errors} = await validate(process.argv[1]);
  if (!valid) throw errors[0];
  const all = await Package.load(process.argv[1]);
  if (!all.resources.every(resource => resource.tabular)) throw new Error('a resource that is no table');
  for (const resource of all.resources) {
    await resource.read({relations: true});
    if (!await resource.checkRelations()) throw new Error('relations of ' + resource.name);
  }
})().catch(error => { console.error(error.message, error.errors || ''); process.exit(1); });
"""


def read_tables(package, descriptor):
    tables = {}
    for resource in descriptor["resources"]:
        with open(package / resource["path"], encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        fields = [field["name"] for field in resource["schema"]["fields"]]
        assert header == fields, (resource["name"], header, fields)
        tables[resource["name"]] = [dict(zip(header, row, strict=True)) for row in rows]
    return tables


def check_table(resource, tables):
    rows, schema = tables[resource["name"]], resource["schema"]
    for field in schema["fields"]:
        name, is_type = field["name"], TYPES[field["type"]]
        required = field.get("constraints", {}).get("required", False)
        for row in rows:
            assert row[name] != "" or not required, (resource["name"], name, row)
            assert row[name] == "" or is_type(row[name]), (resource["name"], name, row)
    keys = [tuple(row[name] for name in schema["primaryKey"]) for row in rows]
    assert len(set(keys)) == len(keys), resource["name"]
    for key in schema.get("foreignKeys", []):
        reference = key["reference"]
        known = {row[reference["fields"]] for row in tables[reference["resource"] or resource["name"]]}
        for row in rows:
            assert row[key["fields"]] in known | {""}, (resource["name"], key, row)


def check(package):
    descriptor = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    assert descriptor["profile"] == "tabular-data-package"
    assert re.fullmatch(r"[-a-z0-9._]+", descriptor["name"])
    assert all(re.fullmatch(r"[-A-Z0-9.]+", licence["name"]) for licence in descriptor.get("licenses", []))
    tables = read_tables(package, descriptor)
    for resource in descriptor["resources"]:
        check_table(resource, tables)
    assert len(tables["observation"]) > 50
    assert len(descriptor["sources"]) == len(tables["source"])


def validate(package):
    """Whether the validator is there; fails if it objects."""
    modules = os.environ.get("PODIUM_NODE_MODULES")
    if not modules:
        return False
    run = subprocess.run(["node", "-e", VALIDATOR, str(package / "datapackage.json")], cwd=modules, text=True,
                         capture_output=True)
    assert run.returncode == 0, run.stderr
    return True


def main():
    validated = True
    with tempfile.TemporaryDirectory() as place:
        new = pathlib.Path(place) / "example"
        subprocess.run([PODIUM, "new", new], check=True, stdout=subprocess.DEVNULL)
        # Texts that break tables: quotes, commas, lines, what looks like a formula.
        units = new / "units.csv"
        lines = units.read_text(encoding="utf-8").splitlines()
        lines[1] = lines[1].split(",")[0] + ',"A ""name"",\nin lines",=1+1' + ",x" * (lines[0].count(",") - 2)
        units.write_text("\n".join(lines) + "\n", encoding="utf-8")
        for index in [new, *sorted((SOURCE / "indices").iterdir())]:
            package = pathlib.Path(place) / (index.name + "-package")
            subprocess.run([PODIUM, "export", index, "-o", package], check=True, stdout=subprocess.DEVNULL)
            check(package)
            validated = validate(package) and validated
    if not validated:
        print("left out: the npm package datapackage; install it and name its directory in PODIUM_NODE_MODULES")
    return 0


if __name__ == "__main__":
    sys.exit(main())
