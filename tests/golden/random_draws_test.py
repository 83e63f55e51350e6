"""Golden cases of random draws, in a folder whose distributions hands can calculate."""

import json
import sys
import tempfile
import unittest

import runner_test

# By hand, with weights times U(0.75, 1.25): n1 scores 7.5 always and n3, 7.2 at most, comes next. n4 comes before n2
# where place weighs more than 1.2 times as much as work: in 0.0510417 / 0.25 = 20.4167% of the worlds.
DRAWN_RANKS = """"uCode","n","mean","sd","median","q5","q25","q75","q95","min","max"
"n1",100,1,0,1,1,1,1,1,1,1
"n2",100,3.204167,0.4,3,3,3,3,4,3,4
"n3",100,2,0,2,2,2,2,2,2,2
"n4",100,3.795833,0.4,4,3,4,4,4,3,4
"""
NOMINAL = """"uCode","Score","Rank"
"n1",7.5,1
"n2",2.5,3
"n3",6.25,2
"n4",2.25,4
"""
DRAWN_WEIGHTS = """"iCode","Level","nominal","min","q5","mean","q95","max","sd"
"wage",1,1,1,1,1,1,1,0
"idle",1,3,3,3,3,3,3,0
"air",1,1,1,1,1,1,1,0
"work",2,1,0.75,0.775,1,1.225,1.25,0.1443
"place",2,1,0.75,0.775,1,1.225,1.25,0.1443
"top",3,1,1,1,1,1,1,0
"""
# n2 and n4 change places or nothing happens: the mean change is 2/4 in 20.4167% of the worlds, whatever the scale.
INDICES = """"seed","Variable","Si","STi","Si_q5","Si_q95","STi_q5","STi_q95"
1,"Weights",1,1,0.99,1.01,0.99,1.01
1,"Normalisation",0,0,-0.01,0.01,-0.01,0.01
"""
CHANGE = """"seed","mean","variance"
1,0.1020833,0.0406201
"""
SPREAD = "level 2 each weight times U(0.75,1.25), then rescaled inside its group when aggregating"
SCALES = ["minmax 0..10", "minmax 0..1"]
UNCERTAIN = {
    "expect": "statistical",
    "input": ["data/raw.csv", "data/meta.csv"],
    "steps": [{"op": "pipeline", "ref": "towns"},
              {"op": "uncertainty", "replications": 100, "target": "top",
               "inputs": {"Weights": SPREAD, "Normalisation": SCALES}}],
    "outputs": runner_test.outputs("rank_summary.csv", "nominal.csv"),
    "tolerance": {"rank_mean_abs": 0.02, "rank_median_abs": 0.1, "rank_quantile_abs": 0.1},
}
NOISY = {
    "expect": "statistical",
    "input": ["data/meta.csv"],
    "steps": [{"op": "noisy_weights", "level": 2, "factor": 0.25, "draws": 100}],
    "outputs": runner_test.outputs("summary.csv"),
    "tolerance": {"mean_abs": 0.01, "quantile_abs": 0.01},
}
SOBOL = {
    "expect": "statistical",
    "input": ["data/raw.csv", "data/meta.csv"],
    "steps": [{"op": "pipeline", "ref": "towns"},
              {"op": "sobol", "base_sample": 500, "interval": "5%-95%",
               "target": "mean absolute rank change of top against nominal",
               "inputs": {"Weights": SPREAD, "Normalisation": SCALES}}],
    "outputs": runner_test.outputs("indices.csv", "output.csv"),
}


class DrawnFolder(runner_test.Folder):
    def __init__(self, root):
        super().__init__(root)
        self.add("uncertain", UNCERTAIN)
        self.write("cases/uncertain/rank_summary.csv", DRAWN_RANKS)
        self.write("cases/uncertain/nominal.csv", NOMINAL)
        self.add("noisy", NOISY)
        self.write("cases/noisy/summary.csv", DRAWN_WEIGHTS)
        self.add("shares", SOBOL)
        self.write("cases/shares/indices.csv", INDICES)
        self.write("cases/shares/output.csv", CHANGE)

    def vary(self, case_id, **members):
        """Changes the last step of a case."""
        steps = json.loads((self.root / f"cases/{case_id}/case.json").read_text())["steps"]
        self.change(case_id, steps=[*steps[:-1], {**steps[-1], **members}])


class RandomDraws(unittest.TestCase):
    def setUp(self):
        self.room = tempfile.TemporaryDirectory()
        self.folder = DrawnFolder(self.room.name)

    def tearDown(self):
        self.room.cleanup()

    def check(self, case_id, verdict, *words):
        status, text = runner_test.run(self.folder.root)
        line = runner_test.line_of(text, case_id)
        self.assertTrue(line.startswith(verdict), line)
        for word in words:
            self.assertIn(word, line)
        self.assertEqual(status, 1 if verdict == "fail" else 0, text)

    def test_random_draws_have_the_distribution_that_hands_can_calculate(self):
        status, text = runner_test.run(self.folder.root)
        self.assertEqual(status, 0, text)
        for case_id, word in [("uncertain", "34 figures"), ("noisy", "30 figures"), ("shares", "4 of 4 intervals")]:
            self.assertTrue(runner_test.line_of(text, case_id).startswith("pass"), text)
            self.assertIn(word, runner_test.line_of(text, case_id))

    def test_another_distribution_fails_with_its_place(self):
        self.folder.edit("cases/uncertain/rank_summary.csv", "3.204167", "3.304167")
        self.check("uncertain", "fail", "rank_summary.csv: n2 mean is 3.2", "expected 3.304167")
        self.folder.edit("cases/uncertain/rank_summary.csv", '"n3",', '"n5",')
        self.check("uncertain", "fail", "and 2 more")
        self.folder.edit("cases/noisy/summary.csv", '"place",2,1,0.75,0.775', '"place",2,1,0.75,0.8')
        self.check("noisy", "fail", "place q5 is 0.77", "expected 0.8")
        self.folder.edit("cases/shares/indices.csv", "0.99,1.01,0.99,1.01", "0.99,1.01,0.8,0.9")
        self.check("shares", "fail", "seed 1 Weights STi is", "expected 0.8..0.9")
        self.folder.write("cases/shares/indices.csv", INDICES)
        self.folder.edit("cases/shares/output.csv", "0.1020833", "0.2")
        self.check("shares", "fail", "seed 1 mean is 0.10", "expected 0.2")

    def test_random_draws_of_what_cannot_be_read_are_not_applicable(self):
        for inputs, reason in [({"Weather": ["rain", "sun"]}, "no reading of the input 'Weather'"),
                               ({"Weights": "levels drawn by lot"}, "no reading of the weights"),
                               ({"Weights": "level 2 each weight times U(0.5,2)"}, "not spread evenly")]:
            self.folder.vary("uncertain", inputs=inputs)
            self.folder.vary("shares", inputs=inputs)
            self.check("uncertain", "n/a", reason)
            self.check("shares", "n/a", reason)
        self.folder.vary("shares", target="the mood")
        self.check("shares", "n/a", "no counterpart of the target 'the mood'")
        self.folder.change("noisy", tolerance={"mean_abs": 0.01})
        self.check("noisy", "n/a", "no tolerance 'quantile_abs' is stated")
        self.folder.change("noisy", steps=[{**NOISY["steps"][0], "level": [2, 3]}])
        self.check("noisy", "fail", "as many levels as factors")


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=1))
