#!/usr/bin/env python3
"""Checks indices/ai-vibrancy-2024 against the files it was made from.

    check_ai_vibrancy_2024.py [SHARED_DIR]

SHARED_DIR holds data/gvt-2025 and data/ai-index-2025; without it, PODIUM_SHARED or else `shared` beside the repository. Two checks:

1. every row of units.csv and observations/*.csv is re-derived from those files (names: data/countries.csv) and compared, text for text,
   and the weights of podium.toml with the tool's;
2. the index is computed from its own directory alone (podium.toml, units.csv, observations) in plain double arithmetic, and the
   totals, ranks and pillars are compared with the published ranking.

Exit status: 0 all agree, 1 something differs, 77 the shared files are not there. Standard library only (Python 3.11).
"""
import csv
import os
import pathlib
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parents[2]
INDEX = ROOT / "indices" / "ai-vibrancy-2024"
EDITION, PERIOD = "gvt-2025", 2024
HEADER = ["unit", "indicator", "period", "edition", "value", "status", "source", "locator", "note"]

TOTAL_TOLERANCE = 1e-9         # points of the total score
PILLAR_TOLERANCE = 1e-8        # points of a pillar recomputed from exact raw figures
INFRASTRUCTURE_TOLERANCE = 0.0626  # half a Mbit/s of a speed printed with three digits, in points of the pillar
EXACT_SPEED_TOLERANCE = 4e-4   # the three countries whose speed is not rounded

# indicator -> pillar whose published score it carries
PUBLISHED = {
    "research_and_development": "R&D",
    "talent": "Talent",
    "public_opinion": "Public Opinion",
    "infrastructure": "Infrastructure",
}
# node -> indicator -> metric column; a node's figures are in observations/<node>.csv
RAW = {
    "economy": {
        "private_ai_investment": "private_investment",
        "newly_funded_ai_companies": "number_of_newly_funded_companies",
    },
    "policy_and_governance": {
        "ai_bills_passed": "num_ai_related_bills_passed_3y_moving_average",
        "ai_mentions_in_legislatures": "ai_mentions_in_legislative_proceedings",
    },
    "responsible_ai": {"responsible_ai_papers": "total_number_of_ra_submissions"},
    "research_from_raw": {
        "ai_publications": "number_of_total_publications",
        "ai_citations": "number_of_total_citations",
        "ai_patent_grants": "number_of_total_patent_grants",
        "notable_ai_models": "number_of_notable_ml_models",
        "ai_github_projects": "number_of_github_repos",
        "ai_github_stars": "number_of_github_stars",
    },
    "infrastructure_from_raw": {
        "supercomputers": "number_of_supercomputers",
        "compute_capacity_rmax": "compute_capacity_rmax_gflops",
        "internet_speed": "internet_speed_median_download_mbps",
    },
}
PILLAR_OF_NODE = {
    "economy": "Economy",
    "policy_and_governance": "Policy and Governance",
    "responsible_ai": "Responsible AI",
    "research_from_raw": "R&D",
    "infrastructure_from_raw": "Infrastructure",
}
FIGURES = {
    "private_investment": ("ai_index_2025_fig_4_3_8", "figure 4.3.8", "ai_investment_usd_bn_2024"),
    "number_of_newly_funded_companies": ("ai_index_2025_fig_4_3_12", "figure 4.3.12", "ai_startups_2024"),
}
FILLED = {
    "number_of_total_patent_grants":
        ("36", "blank in the data; the tool fills in the median of the 36 countries; found by recomputing the pillar"),
    "internet_speed_median_download_mbps":
        ("143.555", "blank in the data; the tool fills in the median of the 36 countries; solved from the pillar score"),
}
RECOVERED_NOTE = {
    "total_number_of_ra_submissions": "whole number recovered from the pillar score (maximum 669)",
    "ai_mentions_in_legislative_proceedings": "whole number recovered from the pillar score (maximum 314)",
    "num_ai_related_bills_passed_3y_moving_average":
        "three-year sum recovered from the pillar score (maximum 14); the tool's figure is a third of it",
}


def read_csv(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def score_column(pillar):
    return f"{pillar} pillar score (0-100)"


# --- 1. the rows, from the shared files ---------------------------------------------------------------------------------


def raw_row(cell):
    """Value, status, source, locator and note of one row of raw_2024_partial.csv."""
    column, exactness = cell["full_data_column"], cell["exactness"]
    place = f"gvt-2025/raw_2024_partial.csv Code={cell['Code']} full_data_column={column}"
    if exactness == "missing":
        value, note = FILLED[column]
        return value, "I", "gvt_2025_recovered", place, note
    if exactness == "implied":
        figure = FIGURES[column][1]
        note = f"absent from {figure}; the tool counts it as 0: the pillar score is exactly 0"
        return cell["raw_value"], "I", "gvt_2025_recovered", place, note
    if exactness == "decoded":
        return cell["raw_value"].removesuffix("/3"), "E", "gvt_2025_recovered", place, RECOVERED_NOTE[column]
    if column in FIGURES:
        source, figure, _ = FIGURES[column]
        return cell["raw_value"], "A", source, f"{figure}; {place}", ""
    note = "printed with three digits" if exactness == "rounded to 3 significant digits" else ""
    return cell["raw_value"], "A", "gvt_2025_raw", place, note


def expected_observations(shared):
    """File name -> rows, each a list in the order of HEADER."""
    published = read_csv(shared / "data/gvt-2025/expected_ranking.csv")
    raw = read_csv(shared / "data/gvt-2025/raw_2024_partial.csv")
    files = {"pillar_scores.csv": [
        [row["Code"], indicator, str(PERIOD), EDITION, row[score_column(pillar)], "A", "gvt_2025_scores",
         f"gvt-2025/expected_ranking.csv Code={row['Code']} column={score_column(pillar)}", ""]
        for indicator, pillar in PUBLISHED.items() for row in published]}
    for node, columns in RAW.items():
        indicator_of = {column: indicator for indicator, column in columns.items()}
        files[f"{node}.csv"] = [
            [cell["Code"], indicator_of[cell["full_data_column"]], str(PERIOD), EDITION, *raw_row(cell)]
            for cell in raw if cell["full_data_column"] in indicator_of]
    return {name: sorted(rows, key=lambda row: (row[1], row[3], row[2], row[0])) for name, rows in files.items()}


def expected_units(shared):
    published = read_csv(shared / "data/gvt-2025/expected_ranking.csv")
    return sorted((row["Code"], row["Region"], row["IncomeGroup"]) for row in published)


def check_rows(shared):
    problems = []
    units = [(row["code"], row["region"], row["income"]) for row in read_csv(INDEX / "units.csv")]
    if units != expected_units(shared):
        problems.append("units.csv: the units, regions or income groups differ from expected_ranking.csv")
    names = {row["code"]: row for row in read_csv(ROOT / "data" / "countries.csv")}
    problems += [f"units.csv: the names of {row['code']} differ from data/countries.csv" for row in read_csv(INDEX / "units.csv")
                 if any(row[key] != names[row["code"]][key] for key in ("name.en", "name.ko"))]

    sources = tomllib.loads((INDEX / "sources.toml").read_text(encoding="utf-8"))
    expected = expected_observations(shared)
    found = {path.name for path in (INDEX / "observations").iterdir()}
    if found != set(expected):
        problems.append(f"observations: files {sorted(found)}, expected {sorted(expected)}")
    count = 0
    for name in sorted(found & set(expected)):
        with open(INDEX / "observations" / name, encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        count += len(rows)
        if header != HEADER:
            problems.append(f"{name}: header {header}")
        for row in rows:
            if row not in expected[name]:
                problems.append(f"{name}: not in the shared files: {','.join(row)}")
        for row in expected[name]:
            if row not in rows:
                problems.append(f"{name}: missing: {','.join(row)}")
        if len(rows) == len(expected[name]) and sorted(rows) == sorted(expected[name]) and rows != expected[name]:
            problems.append(f"{name}: the rows are not sorted by indicator, edition, period, unit")
        problems += [f"{name}: unknown source {source}" for source in {row[6] for row in rows} - set(sources)]
    problems += check_figures_of_the_report(shared)
    problems += check_weights(shared)
    return problems, count


def check_figures_of_the_report(shared):
    """The Economy figures are those of the AI Index Report 2025."""
    report = {row["iso3"]: row for row in read_csv(shared / "data/ai-index-2025/y_stanford_master.csv")}
    problems = []
    for row in read_csv(INDEX / "observations" / "economy.csv"):
        _, _, column = FIGURES[RAW["economy"][row["indicator"]]]
        printed = report.get(row["unit"], {}).get(column, "").removesuffix(".0")
        if row["value"] != (printed or "0"):
            problems.append(f"economy.csv: {row['unit']} {row['indicator']} is {row['value']}, the report has {printed}")
    return problems


def check_weights(shared):
    recipe = tomllib.loads((INDEX / "podium.toml").read_text(encoding="utf-8"))
    weights = read_csv(shared / "data/gvt-2025/weights.csv")
    metric = {row["full_data_column"]: float(row["metric_weight"]) for row in weights}
    pillar = {row["pillar"]: float(row["pillar_weight"]) for row in weights}
    expected = {indicator: pillar[name] for indicator, name in PUBLISHED.items()}
    for node, columns in RAW.items():
        expected[node] = 0 if node.endswith("_from_raw") else pillar[PILLAR_OF_NODE[node]]
        expected |= {indicator: metric[column] for indicator, column in columns.items()}
    found = {part["id"]: part["weight"] for part in recipe["node"] + recipe["indicator"]}
    return [f"podium.toml: the weight of {part} is {found.get(part)}, expected {expected.get(part)}"
            for part in sorted(expected | found) if found.get(part) != expected.get(part)]


# --- 2. the ranking, from the directory alone ---------------------------------------------------------------------------


def computed_scores():
    """Unit -> scores of every node and indicator after the recipe's steps; a gap is absent."""
    recipe = tomllib.loads((INDEX / "podium.toml").read_text(encoding="utf-8"))
    units = [row["code"] for row in read_csv(INDEX / "units.csv")]
    indicators = {part["id"]: part for part in recipe["indicator"]}
    children = {}
    for part in recipe["node"] + recipe["indicator"]:
        children.setdefault(part["parent"], []).append(part)

    panel = {unit: {} for unit in units}
    for path in sorted((INDEX / "observations").glob("*.csv")):
        for row in read_csv(path):
            assert row["edition"] == recipe["index"]["edition"] and row["indicator"] not in panel[row["unit"]], row
            panel[row["unit"]][row["indicator"]] = float(row["value"])

    *normalisations, aggregation = recipe["step"]
    for step in normalisations:
        low, high = step["range"]
        for node in step["only"]:
            for indicator in (part["id"] for part in children[node]):
                values = [scores[indicator] for scores in panel.values() if indicator in scores]
                least, most = indicators[indicator]["goalposts"] if step["method"] == "goalposts" else (min(values), max(values))
                for scores in panel.values():
                    if indicator in scores:
                        scores[indicator] = low + (high - low) * (scores[indicator] - least) / (most - least)

    assert (aggregation["method"], aggregation["missing"]) == ("arithmetic", "gap")

    def aggregate(node, scores):
        for part in children[node]:
            if part["id"] in children:
                aggregate(part["id"], scores)
        counted = [part for part in children[node] if part["weight"] > 0]
        if all(part["id"] in scores for part in counted):
            total_weight = sum(part["weight"] for part in counted)
            scores[node] = sum(part["weight"] * scores[part["id"]] for part in counted) / total_weight

    for scores in panel.values():
        aggregate("index", scores)
    return panel


def check_ranking(shared):
    published = {row["Code"]: row for row in read_csv(shared / "data/gvt-2025/expected_ranking.csv")}
    scores = computed_scores()
    problems = []
    worst = max(abs(scores[unit]["index"] - float(row["total_score"])) for unit, row in published.items())
    print(f"total score: {len(published)} countries, largest difference {worst:.2e} points (allowed {TOTAL_TOLERANCE:g})")
    if not worst <= TOTAL_TOLERANCE:
        problems.append("total scores differ")
    ranks = {unit: 1 + sum(other["index"] > own["index"] for other in scores.values()) for unit, own in scores.items()}
    wrong = sorted(unit for unit, row in published.items() if ranks[unit] != int(row["rank"]))
    print(f"ranks: {len(published) - len(wrong)} of {len(published)} equal")
    if wrong:
        problems.append(f"ranks differ: {' '.join(wrong)}")

    for node, pillar in PILLAR_OF_NODE.items():
        residual = {unit: abs(own[node] - float(published[unit][score_column(pillar)]))
                    for unit, own in scores.items() if node in own}
        infrastructure = node == "infrastructure_from_raw"
        allowed = INFRASTRUCTURE_TOLERANCE if infrastructure else PILLAR_TOLERANCE
        worst = max(residual, key=residual.get)
        print(f"{node}: {len(residual)} countries, largest difference {residual[worst]:.2e} points, {worst} (allowed {allowed:g})")
        if not residual[worst] <= allowed:
            problems.append(f"{node} differs from the published pillar")
        if len(residual) != (16 if node.endswith("_from_raw") else 36):
            problems.append(f"{node} has {len(residual)} countries")
        if infrastructure:
            exact = {unit: residual[unit] for unit in ("DEU", "IND", "SAU", "SGP")}
            print(f"  of these with an unrounded speed: {', '.join(f'{unit} {value:.1e}' for unit, value in exact.items())}")
            if not max(exact.values()) <= EXACT_SPEED_TOLERANCE:
                problems.append("infrastructure_from_raw differs where the speed is not rounded")
    return problems


def main(arguments):
    shared = pathlib.Path(arguments[0] if arguments else os.environ.get("PODIUM_SHARED") or ROOT.parent / "shared")
    if not (shared / "data/gvt-2025/expected_ranking.csv").is_file():
        print(f"check_ai_vibrancy_2024: skipped: no data/gvt-2025 in '{shared}'; give the directory as the argument", file=sys.stderr)
        return 77
    problems, rows = check_rows(shared)
    print(f"observations: {rows} rows compared")
    problems += check_ranking(shared)
    for problem in problems:
        print(f"check_ai_vibrancy_2024: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
