"""The golden runner itself: it works on folders it has never seen, fails where a figure is wrong and says where, and
never passes by comparing nothing."""

import csv
import io
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

RUNNER = os.environ.get("PODIUM_GOLDEN", "build/release/tests/podium_golden")
COINR = pathlib.Path(os.environ.get("PODIUM_SHARED", "../shared")) / "golden" / "coinr"

METADATA = """"Level","iCode","iName","Direction","Weight","Parent","Type"
1,"wage","Wage",1,1,"work","Indicator"
1,"idle","Unemployment",-1,3,"work","Indicator"
1,"air","Clean air",1,1,"place","Indicator"
2,"work","Work",1,1,"top","Aggregate"
2,"place","Place",1,1,"top","Aggregate"
3,"top","Top",1,1,NA,"Aggregate"
"""
RAW = """"uCode","wage","idle","air"
"n1",10,2,NA
"n2",20,6,5
"n3",30,10,9
"n4",14,NA,6
"""
# By hand: (z - min) / (max - min) * 10 with z = x, or -x for idle.
NORMALISED = """"uCode","air","wage","idle"
"n4",2.5,2,NA
"n1",NA,0,10
"n2",0,5,5
"n3",10,10,0
"""
# By hand: work = (wage + 3 idle) / 4, or wage alone; top = (work + place) / 2, or one of them.
AGGREGATED = """"uCode","wage","idle","air","work","place","top"
"n1",0,10,NA,7.5,NA,7.5
"n2",5,5,0,5,0,2.5
"n3",10,0,10,2.5,10,6.25
"n4",2,NA,2.5,2,2.5,2.25
"""
RANKS = """"uCode","work","top"
"n1",1,1
"n2",2,3
"n3",3,2
"n4",4,4
"""
PANEL = """"uCode","Time","x"
"n1",2001,1
"n2",2001,NA
"n1",2002,NA
"n2",2002,4
"n1",2004,NA
"n2",2004,NA
"""
CARRIED = """"Time","uCode","x"
2001,"n1",1
2001,"n2",NA
2002,"n1",1
2002,"n2",4
2004,"n1",NA
2004,"n2",4
"""


def outputs(*names):
    return [{"file": name, "what": "result"} for name in names]


PIPELINE = {
    "expect": "match",
    "input": ["data/raw.csv", "data/meta.csv"],
    "steps": [
        {"op": "normalise", "method": "minmax", "lower": 0, "upper": 10, "directions": "metadata"},
        {"op": "aggregate", "method": "amean", "weights": "metadata"},
    ],
    "outputs": outputs("normalised.csv", "aggregated.csv", "ranks.csv"),
    "tolerance": {"rel": 1e-9, "abs": 1e-12},
}
CARRY = {
    "expect": "match",
    "input": ["data/panel.csv"],
    "steps": [{"op": "impute_panel", "method": "latest", "max_time": 1}],
    "outputs": outputs("imputed.csv"),
    "tolerance": {"rel": 1e-9, "abs": 1e-12},
}
TINY = [
    {"name": "half", "op": "minmax", "args": {"x": [2, 4, 6], "l_u": [0, 1]}, "expect": [0, 0.5, 1]},
    {"name": "no spread", "op": "minmax", "args": {"x": [2, 2]}, "expect": ["NaN", "NaN"]},
    {"name": "no weights", "op": "amean", "args": {"x": [1, 2], "w": [1, None]}, "error": "refused"},
]
TINY_CASE = {
    "expect": "match",
    "input": ["cases/tiny/cases.json"],
    "steps": [{"op": "normalise"}],
    "outputs": outputs("cases.json"),
    "tolerance": {"rel": 1e-9, "abs": 1e-12},
}


class Folder:
    """A folder of cases that no code has seen before."""

    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.write("data/meta.csv", METADATA)
        self.write("data/raw.csv", RAW)
        self.write("data/panel.csv", PANEL)
        self.add("towns", PIPELINE)
        self.write("cases/towns/normalised.csv", NORMALISED)
        self.write("cases/towns/aggregated.csv", AGGREGATED)
        self.write("cases/towns/ranks.csv", RANKS)
        self.add("carried", CARRY)
        self.write("cases/carried/imputed.csv", CARRIED)
        self.add("tiny", TINY_CASE)
        self.write("cases/tiny/cases.json", json.dumps(TINY))

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def edit(self, name, old, new):
        text = (self.root / name).read_text()
        assert old in text, f"{name} has no {old}"
        self.write(name, text.replace(old, new, 1))

    def add(self, case_id, case):
        self.write(f"cases/{case_id}/case.json", json.dumps({"id": case_id, **case}))

    def change(self, case_id, **members):
        path = f"cases/{case_id}/case.json"
        case = json.loads((self.root / path).read_text())
        self.write(path, json.dumps({**case, **members}))


def run(root):
    done = subprocess.run([RUNNER, str(root)], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def line_of(text, case_id):
    found = [line for line in text.splitlines() if line[6:].split("  ")[0] == case_id]
    assert len(found) == 1, f"no single line of {case_id} in:\n{text}"
    return found[0]


class UnseenFolder(unittest.TestCase):
    def setUp(self):
        self.room = tempfile.TemporaryDirectory()
        self.folder = Folder(self.room.name)

    def tearDown(self):
        self.room.cleanup()

    def check(self, case_id, verdict, *words, exit_status=None):
        status, text = run(self.folder.root)
        line = line_of(text, case_id)
        self.assertTrue(line.startswith(verdict), line)
        for word in words:
            self.assertIn(word, line)
        self.assertEqual(status, (1 if verdict == "fail" else 0) if exit_status is None else exit_status, text)

    def test_every_case_passes_and_counts_what_it_compared(self):
        status, text = run(self.folder.root)
        self.assertEqual(status, 0, text)
        self.assertIn("3 cases: 3 passed, 0 failed, 0 not applicable", text)
        self.assertIn("44 figures", line_of(text, "towns"))
        self.assertIn("6 figures", line_of(text, "carried"))
        self.assertIn("no spread", line_of(text, "tiny"))

    def test_steps_can_be_those_of_another_case(self):
        self.folder.add("borrowed", {**PIPELINE, "steps": [{"op": "pipeline", "ref": "towns"}],
                                     "outputs": outputs("aggregated.csv")})
        self.folder.write("cases/borrowed/aggregated.csv", AGGREGATED)
        self.check("borrowed", "pass", "24 figures")

    def test_a_manifest_gives_the_order_and_unlisted_cases_follow(self):
        self.folder.write("MANIFEST.json", json.dumps({"cases": [{"id": "towns"}, {"id": "absent"}]}))
        status, text = run(self.folder.root)
        self.assertEqual(status, 1)
        self.assertEqual([line[6:].split("  ")[0] for line in text.splitlines()[:4]],
                         ["towns", "absent", "carried", "tiny"])
        self.assertTrue(line_of(text, "absent").startswith("fail"))

    def test_a_wrong_figure_fails_with_its_place_and_the_largest_error(self):
        self.folder.edit("cases/towns/aggregated.csv", '"n3",10,0,10,2.5,10,6.25', '"n3",10,0,10,2.5,10.1,6.5')
        self.check("towns", "fail", "aggregated.csv: n3 top is 6.25, expected 6.5", "3.8e-02", "and 1 more")

    def test_a_wrong_rank_fails(self):
        self.folder.edit("cases/towns/ranks.csv", '"n2",2,3', '"n2",2,2')
        self.check("towns", "fail", "ranks.csv: n2 top is 3, expected 2")

    def test_a_gap_where_there_is_a_figure_fails_and_the_other_way_round(self):
        self.folder.edit("cases/towns/normalised.csv", '"n2",0,5,5', '"n2",0,NA,5')
        self.check("towns", "fail", "n2 wage is 5, expected missing")
        self.folder.edit("cases/carried/imputed.csv", '2004,"n1",NA', '2004,"n1",1')
        self.check("carried", "fail", "2004 n1 x is missing, expected 1")

    def test_a_unit_too_many_or_too_few_fails(self):
        self.folder.edit("cases/towns/normalised.csv", '"n2",0,5,5\n', "")
        self.check("towns", "fail", "n2 is in the result and not expected")
        self.folder.edit("cases/carried/imputed.csv", '2004,"n2",4\n', '2004,"n2",4\n2004,"n3",4\n')
        self.check("carried", "fail", "2004 n3 is expected and not in the result")

    def test_a_column_that_the_result_lacks_fails(self):
        self.folder.edit("cases/towns/normalised.csv", '"air","wage"', '"water","wage"')
        self.check("towns", "fail", "water is expected and not in the result")

    def test_nothing_to_compare_fails(self):
        self.folder.change("towns", outputs=[])
        self.check("towns", "fail", "nothing was compared")
        self.folder.write("cases/carried/imputed.csv", '"Time","uCode","x"\n')
        self.check("carried", "fail", "not expected")
        self.folder.write("cases/tiny/cases.json", "[]")
        self.check("tiny", "fail", "nothing was compared")

    def test_what_podium_has_no_counterpart_for_is_not_applicable(self):
        self.folder.change("towns", steps=[{"op": "divine"}])
        self.check("towns", "n/a", "no operation 'divine'")
        self.folder.change("towns", steps=[{**PIPELINE["steps"][0], "method": "tarot"}])
        self.check("towns", "n/a", "method tarot")
        self.folder.change("towns", steps=[{**PIPELINE["steps"][0], "fudge": 3}])
        self.check("towns", "n/a", "the parameter 'fudge' is not known here")
        self.folder.change("towns", steps=PIPELINE["steps"], outputs=[{"file": "omens.csv", "what": "entrails"}])
        self.folder.write("cases/towns/omens.csv", NORMALISED)
        self.check("towns", "n/a", "no rule for omens.csv")

    def test_broken_files_fail_with_their_name(self):
        self.folder.edit("data/raw.csv", '"n2",20,6,5', '"n2",20,6')
        self.check("towns", "fail", "raw.csv: line 3: 3 fields, expected 4")
        self.folder.write("data/raw.csv", RAW.replace("20", '"twenty"'))
        self.check("towns", "fail")
        self.folder.write("data/raw.csv", RAW.replace('"n2"', '"n1"'))
        self.check("towns", "fail", "n1 stands there twice")
        self.folder.write("data/raw.csv", RAW.replace('"n4"', '"n4'))
        self.check("towns", "fail", "a quoted field without an end")
        self.folder.write("data/raw.csv", "")
        self.check("towns", "fail", "raw.csv: empty")
        (self.folder.root / "data/raw.csv").unlink()
        self.check("towns", "fail", "cannot read")
        self.folder.write("cases/carried/case.json", '{"id": "carried", ')
        self.check("carried", "fail", "case.json")
        for broken in ["[]", "{}", '"text"', '{"input": [], "steps": [{}], "outputs": []}',
                       '{"input": [], "steps": [], "outputs": []}', '{"input": 3, "steps": 3, "outputs": 3}',
                       '{"input": [], "steps": [{"op": 7}], "outputs": []}']:
            self.folder.write("cases/carried/case.json", broken)
            self.check("carried", "fail")
        self.folder.write("cases/tiny/cases.json", '[3, {"op": "minmax"}, {"op": "minmax", "args": 3, "expect": 1}]')
        self.check("tiny", "fail")

    def test_an_unsound_index_fails_with_what_podium_says(self):
        self.folder.edit("data/meta.csv", '"work","Work",1,1,"top"', '"work","Work",1,1,"nowhere"')
        self.check("towns", "fail", "podium refuses", "nowhere")
        self.folder.write("data/meta.csv", METADATA)
        self.folder.edit("data/raw.csv", '"n2",20,', '"n2",Inf,')
        self.check("towns", "fail", "podium refuses", "wage")

    def test_a_refusal_that_the_tool_does_not_share_fails(self):
        self.folder.edit("cases/tiny/cases.json", '"expect": ["NaN", "NaN"]', '"expect": [0, 0]')
        self.check("tiny", "fail", "no spread")
        self.folder.edit("cases/tiny/cases.json", '"expect": [0, 0]', '"error": "refused"')
        self.folder.edit("cases/tiny/cases.json", '"expect": [0, 0.5, 1]', '"error": "refused"')
        self.check("tiny", "fail", "half", "the tool refuses")

    def test_a_folder_that_is_absent_or_empty_is_an_error(self):
        self.assertEqual(run(self.folder.root / "nowhere")[0], 2)
        with tempfile.TemporaryDirectory() as empty:
            self.assertEqual(run(empty)[0], 2)
            (pathlib.Path(empty) / "cases").mkdir()
            self.assertEqual(run(empty)[0], 1)


def renamed(path, names):
    """The table with every field of `names` replaced."""
    rows = list(csv.reader(io.StringIO(path.read_text())))
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([[names.get(field, field) for field in row] for row in rows])
    path.write_text(text.getvalue())


@unittest.skipUnless(COINR.is_dir(), "the reference data are absent")
class RenamedFolder(unittest.TestCase):
    """Real cases under other names: cases, units, indicators and nodes. Nothing may depend on a name."""

    CASES = ["norm-minmax-0-100", "treat-log-plus", "agg-amean-w", "remove-level2", "screen-na-85", "impute-mean",
             "unit-summary", "pca-level2-all", "stats-raw", "corr-parent"]

    def test_renamed_cases_pass_as_before(self):
        with tempfile.TemporaryDirectory() as room:
            root = pathlib.Path(room)
            shutil.copytree(COINR / "data", root / "data")
            names = self.new_names()
            texts = {}
            for i, case_id in enumerate(self.CASES):
                shutil.copytree(COINR / "cases" / case_id, root / "cases" / f"other-{i}")
                texts[f"cases/{case_id}/"] = f"cases/other-{i}/"
            for path in root.rglob("*.csv"):
                renamed(path, names)
            for path in root.rglob("*.json"):
                text = path.read_text()
                for old, new in {**texts, **{f'"{a}"': f'"{b}"' for a, b in names.items()}}.items():
                    text = text.replace(old, new)
                path.write_text(text)
            status, text = run(root)
            self.assertEqual(status, 0, text)
            self.assertIn(f"{len(self.CASES)} passed, 0 failed, 0 not applicable", text)

    def new_names(self):
        with open(COINR / "data" / "ASEM_iMeta.csv", encoding="utf-8") as file:
            codes = [row["iCode"] for row in csv.DictReader(file) if row["Type"] in ("Indicator", "Aggregate")]
        with open(COINR / "data" / "ASEM_iData.csv", encoding="utf-8") as file:
            units = [row["uCode"] for row in csv.DictReader(file)]
        return {**{code: f"q_{code}" for code in codes}, **{unit: f"z{unit.lower()}" for unit in units}}


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=1))
