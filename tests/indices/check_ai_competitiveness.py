#!/usr/bin/env python3
"""Checks indices/ai-competitiveness, by itself and against the files its figures come from.

    check_ai_competitiveness.py [SHARED_DIR]

SHARED_DIR holds data/ and facts/; without it, `shared` beside the repository is used. Two checks:

1. the directory alone: keys are unique and sorted, units, indicators, sources and editions are known and all used (sources and
   editions by observations, cited figures or exchange rates), values are decimal texts, every indicator varies in every ranked
   period;
2. every row that comes from a file in SHARED_DIR is derived again from that file and compared: value, status, source. Rows that
   only the press relays, and that no file in SHARED_DIR repeats, are counted and listed as such. Cited figures that the seed
   facts state and all exchange rates are compared too.

Exit status: 0 all agree, 1 something differs, 77 the shared files are not there. Standard library only (Python 3.11).
"""
import collections
import csv
import pathlib
import re
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parents[2]
INDEX = ROOT / "indices" / "ai-competitiveness"
HEADER = ["unit", "indicator", "period", "edition", "value", "status", "source", "locator", "note"]
YEARS, RANKED = range(2018, 2026), range(2021, 2026)
WDI_EDITION, WDI_MAX_AGE = "wdi-2026-04", 5

# Files of Epoch AI: vintage -> last ranked year that it covers.
EPOCH_VINTAGES = {"2025-02": 2024, "2025-03": 2024, "2025-07": 2024, "2025-12": 2025, "2026-07": 2025}
EPOCH_INCOMPLETE = ("2025-12", 2025)

# indicator -> (World Bank file, source)
WDI = {
    "secure_internet_servers": ("secure_servers_per_1m", "wdi_secure_servers"),
    "high_tech_exports": ("high_tech_exports_pct_manufactured", "wdi_high_tech_exports"),
    "rd_expenditure": ("rd_expenditure_pct_gdp", "wdi_rd_expenditure"),
    "researchers_per_million": ("researchers_rd_per_million", "wdi_researchers"),
    "population": ("population", "wdi_population"),
    "gdp": ("gdp_current_usd", "wdi_gdp"),
}

# Names that the files use beside those of units.csv.
OTHER_NAMES = {
    "Czech Republic": "CZE",
    "Korea (Republic of)": "KOR",
    "Turkey": "TUR",
    "United Kingdom of Great Britain and Northern Ireland": "GBR",
    "United States of America": "USA",
}

# Sources that only the press relays. A row of theirs is checked where the seed facts repeat it.
PRESS = {"courseon_2024", "etnews_2024", "investing_kr_2024", "it_chosun_2022", "the_guru_2023"}


# Reading ------------------------------------------------------------------------------------------------------------

def read_csv(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def read_toml(name):
    with open(INDEX / name, "rb") as file:
        return tomllib.load(file)


def observation_files():
    return sorted((INDEX / "observations").glob("*.csv"))


def key_of(row):
    return row["unit"], row["indicator"], int(row["period"]), row["edition"]


# The directory alone ------------------------------------------------------------------------------------------------

def check_text(problems):
    for path in sorted(INDEX.rglob("*")):
        if not path.is_file():
            continue
        data = path.read_bytes()
        if b"\r" in data or not data.endswith(b"\n"):
            problems.append(f"{path.name}: lines must end with LF")
        if re.search(rb"/(work|home|tmp|Users)/", data):
            problems.append(f"{path.name}: holds a path of a machine")


def check_rows(name, rows, known, problems):
    order = [(r["indicator"], r["edition"], r["period"], r["unit"]) for r in rows]
    if order != sorted(order):
        problems.append(f"{name}: not sorted by indicator, edition, period, unit")
    for line, row in enumerate(rows, start=2):
        for column in ("unit", "indicator", "edition", "source"):
            if row[column] not in known[column]:
                problems.append(f"{name}:{line}: unknown {column} '{row[column]}'")
        if not re.fullmatch(r"\d{4}", row["period"]):
            problems.append(f"{name}:{line}: '{row['period']}' is not a year")
        if not re.fullmatch(r"-?\d+(\.\d+)?", row["value"]):
            problems.append(f"{name}:{line}: '{row['value']}' is not a decimal number")
        if row["status"] not in ("A", "E", "I", "P", "B"):
            problems.append(f"{name}:{line}: unknown status '{row['status']}'")
        if row["status"] in ("E", "I", "P") and not row["note"]:
            problems.append(f"{name}:{line}: status {row['status']} without a note")
        if not row["locator"]:
            problems.append(f"{name}:{line}: no locator")


def cited_rows():
    return read_csv(INDEX / "facts.csv") + read_csv(INDEX / "exchange_rates.csv")


def check_used(known, rows, problems):
    for column in ("unit", "indicator", "edition", "source"):
        used = {row[column] for row in rows + (cited_rows() if column in ("edition", "source") else [])}
        for name in sorted(known[column] - used):
            problems.append(f"{column} '{name}' is not used by any figure")


def check_cited(known, problems):
    for line, row in enumerate(cited_rows(), start=1):
        if row["edition"] not in known["edition"] or row["source"] not in known["source"]:
            problems.append(f"cited row {line}: unknown edition or source: {row}")
        if not row["locator"]:
            problems.append(f"cited row {line}: no locator: {row}")


def check_unique(rows, problems):
    for key, count in collections.Counter(map(key_of, rows)).items():
        if count > 1:
            problems.append(f"{key} occurs {count} times")


def chosen_values(rows, editions, min_coverage):
    """The figures that edition = "latest" picks: (indicator, period) -> unit -> value."""
    by_edition = collections.defaultdict(lambda: collections.defaultdict(dict))
    for row in rows:
        by_edition[row["indicator"], int(row["period"])][row["edition"]][row["unit"]] = float(row["value"])
    chosen = {}
    for cell, candidates in by_edition.items():
        enough = min_coverage * max(map(len, candidates.values()))
        newest = max((e for e in candidates if len(candidates[e]) >= enough), key=lambda e: editions[e]["released"])
        chosen[cell] = candidates[newest]
    return chosen


def check_variation(config, chosen, problems):
    first, last = config["index"]["periods"]
    for indicator in config["indicator"]:
        for period in range(first, last + 1):
            values = set(chosen.get((indicator["id"], period), {}).values())
            if len(values) < 2:
                problems.append(f"{indicator['id']} is empty or constant in {period}")


def check_directory(problems):
    config, editions = read_toml("podium.toml"), read_toml("editions.toml")
    known = {
        "unit": {row["code"] for row in read_csv(INDEX / "units.csv")},
        "indicator": {node["id"] for node in config["indicator"] + config["denominator"]},
        "edition": set(editions),
        "source": set(read_toml("sources.toml")),
    }
    all_rows = []
    for path in observation_files():
        rows = read_csv(path)
        if path.read_text(encoding="utf-8").split("\n", 1)[0].split(",") != HEADER:
            problems.append(f"{path.name}: header must be {','.join(HEADER)}")
            continue
        check_rows(path.name, rows, known, problems)
        all_rows += rows
    check_text(problems)
    check_unique(all_rows, problems)
    check_used(known, all_rows, problems)
    check_cited(known, problems)
    if not problems:
        check_variation(config, chosen_values(all_rows, editions, config["index"]["min_coverage"]), problems)
    return all_rows


# Deriving the rows again: every function returns (unit, indicator, period, edition) -> (value, status, source) -------

class Countries:
    """The units of the index, by code and by the names that the files print."""

    def __init__(self):
        rows = read_csv(INDEX / "units.csv")
        self.codes = [row["code"] for row in rows]
        self.by_name = {row["name.en"]: row["code"] for row in rows} | OTHER_NAMES

    def code(self, name):
        return self.by_name.get(name.strip().rstrip("*").strip())


def epoch_file(shared, vintage):
    return read_csv(shared / "data" / "epoch-notable-models" / f"notable_ai_models_{vintage}.csv")


def epoch_counts(rows, countries):
    """(country, year) -> models; a model counts once for each distinct country of its organisations."""
    column = next(name for name in rows[0] if name.startswith("Country ("))
    counts = collections.Counter()
    for row in rows:
        names = {name.strip() for name in row[column].split(",")}
        for code in {countries.code(name) for name in names} - {None}:
            counts[code, row["Publication date"][:4]] += 1
    return counts


def derive_epoch(shared, countries):
    derived = {}
    for vintage, last in EPOCH_VINTAGES.items():
        counts = epoch_counts(epoch_file(shared, vintage), countries)
        edition, source = f"epoch-{vintage}", "epoch_notable_models_" + vintage.replace("-", "_")
        for code in countries.codes:
            for year in range(YEARS[0], last + 1):
                status = "P" if (vintage, year) == EPOCH_INCOMPLETE else "A"
                three = sum(counts[code, str(y)] for y in (year - 2, year - 1, year))
                derived[code, "notable_ai_models", year, edition] = (str(counts[code, str(year)]), status, source)
                derived[code, "recent_notable_ai_models", year, edition] = (str(three), status, source)
    return derived


def latest_known(figures, code, year):
    """The figure of the year or, in ranked years, the last one before it that is not too old: (value, its year), or None."""
    max_age = WDI_MAX_AGE if year in RANKED else 0
    for then in range(year, year - max_age - 1, -1):
        if figures.get((code, then)):
            return figures[code, then], then
    return None


def world_bank(shared, name):
    rows = read_csv(shared / "data" / "worldbank" / f"wdi_2018_2025_{name}.csv")
    return {(row["iso3"], int(row["year"])): row["value"] for row in rows}


def derive_world_bank(shared, countries):
    derived = {}
    for indicator, (name, source) in WDI.items():
        figures = world_bank(shared, name)
        for code in countries.codes:
            for year in YEARS:
                if known := latest_known(figures, code, year):
                    status = "A" if known[1] == year else "I"
                    derived[code, indicator, year, WDI_EDITION] = (known[0], status, source)
    return derived


def derive_researchers(shared, countries):
    rates, people = world_bank(shared, "researchers_rd_per_million"), world_bank(shared, "population")
    derived = {}
    for code in countries.codes:
        for year in YEARS:
            if known := latest_known(rates, code, year):
                thousands = float(known[0]) * float(people[code, known[1]]) / 1e9
                status = "E" if known[1] == year else "I"
                derived[code, "researchers", year, WDI_EDITION] = (f"{thousands:.1f}", status, "wdi_researchers")
    return derived


def derive_venture_capital(shared, countries):
    derived = {}
    for row in read_csv(shared / "data" / "oecd-ai-vc" / "vc_investments_in_ai_by_country.csv"):
        if row["Country"] in countries.codes and int(row["Year"]) in YEARS:
            for indicator in ("ai_venture_capital", "ai_venture_capital_per_gdp"):
                key = row["Country"], indicator, int(row["Year"]), "oecd-ai-2026-07"
                derived[key] = (row["Sum_of_deals"], "A", "oecd_ai_vc")
    return derived


def derive_ai_index_2025(shared, countries):
    derived = {}
    for row in read_csv(shared / "data" / "ai-index-2025" / "stanford_ai_investment.csv"):
        if row["iso3"] in countries.codes and row["ai_investment_usd_bn_2024"]:
            key = row["iso3"], "private_ai_investment", 2024, "ai-index-2025"
            derived[key] = (row["ai_investment_usd_bn_2024"], "A", "ai_index_2025_fig_4_3_8")
    return derived


def ai_index_2026(shared, chapter, figure):
    return read_csv(shared / "data" / "ai-index-2026" / chapter / f"fig_{figure}.csv")


def derive_ai_index_2026_models(shared, countries):
    indicator, edition, chapter = "notable_ai_models", "ai-index-2026", "1_Research_and_Development"
    derived = {(code, indicator, 2025, edition): ("0", "E", "ai_index_2026_fig_1_1_1") for code in countries.codes}
    for row in ai_index_2026(shared, chapter, "1.1.1"):
        if code := countries.code(row["Geographic area"]):
            count = row["Number of notable machine learning models in 2025"]
            derived[code, indicator, 2025, edition] = (count, "A", "ai_index_2026_fig_1_1_1")
    for row in ai_index_2026(shared, chapter, "1.1.2"):
        code, year = countries.code(row["Label"]), int(row["Year"])
        if code and YEARS[0] <= year < 2025:
            derived[code, indicator, year, edition] = (row["Number of notable AI models"], "A", "ai_index_2026_fig_1_1_2")
    return derived


def derive_ai_index_2026_investment(shared, countries):
    indicator, edition, chapter = "private_ai_investment", "ai-index-2026", "4_Economy"
    derived = {}
    for row in ai_index_2026(shared, chapter, "4.2.8"):
        if code := countries.code(row["Country"]):
            amount = row["Total Investment (in Billions of U.S. Dollars)"]
            derived[code, indicator, 2025, edition] = (amount, "A", "ai_index_2026_fig_4_2_8")
    for row in ai_index_2026(shared, chapter, "4.2.11"):
        code, year = countries.code(row["Label"]), int(float(row["Year"]))
        if code and YEARS[0] <= year < 2025:
            amount = row["Total investment (in billions of US dollars)"]
            derived[code, indicator, year, edition] = (amount, "A", "ai_index_2026_fig_4_2_11")
    return derived


def derive_ai_index_2026_talent(shared, countries):
    edition, derived = "ai-index-2026", {}
    for row in ai_index_2026(shared, "4_Economy", "4.4.24"):
        if code := countries.code(row["country"]):
            year = 2000 + int(row["year"].rsplit("/", 1)[1])
            key = code, "net_ai_talent_migration", year, edition
            derived[key] = (row["netflow_per_10K"], "A", "ai_index_2026_fig_4_4_24")
    for row in ai_index_2026(shared, "4_Economy", "4.4.26"):
        code, year, share = countries.code(row["Country"]), int(row["Year"]), row["ai_talent_concentration_perc"]
        if code and year in YEARS and share:
            group = {"Female": "women", "Male": "men"}[row["Gender"]]
            key = code, f"ai_talent_concentration_{group}", year, edition
            derived[key] = (share, "A", "ai_index_2026_fig_4_4_26")
    return derived


# Seed facts: figures of earlier editions, relayed by the press -------------------------------------------------------

def seed_facts(shared):
    return {row["fact_id"]: row for row in read_csv(shared / "facts" / "seed_facts.csv")}


def derive_seed_models(facts, countries):
    source, cell = "ai_index_2025_notable_models_press", ("notable_ai_models", 2024, "ai-index-2025")
    derived = {(code, *cell): ("0", "E", source) for code in countries.codes}
    for fact_id in ("SF018", "SF019", "SF020", "SF021", "SF022", "SF023"):
        fact = facts[fact_id]
        derived[(fact["entity_iso3"], *cell)] = (fact["official_value"], "A", source)
    also = re.search(r"Saudi Arabia also (\d+)", facts["SF022"]["note"])
    derived[("SAU", *cell)] = (also[1], "A", source)
    return derived


def derive_seed_migration(facts):
    indicator, edition = "net_ai_talent_migration", "ai-index-2025"
    series = [text.strip() for text in facts["SF038"]["official_value"].split(",")]
    assert series[0] == facts["SF037"]["official_value"] and series[-1] == facts["SF030"]["official_value"]
    derived = {("KOR", indicator, 2020 + i, edition): (v, "A", "kcci_sgi_2025") for i, v in enumerate(series)}
    earlier = re.search(r"([\d.]+) in the 2024 edition", facts["SF037"]["official_source"])
    derived["KOR", indicator, 2020, "ai-index-2024"] = (earlier[1], "A", "yonhap_2024")
    return derived


def derive_seed_investment(facts):
    indicator = "private_ai_investment"
    in_2022, in_2023, _ = re.findall(r"\d+\.\d+", facts["SF059"]["official_value"])
    assert float(facts["SF004"]["official_value"]) == float(in_2023) * 1e9
    china = re.search(r"wire typo \([\d.]+e9 for ([\d.]+)e9\)", facts["SF010"]["note"])
    return {
        ("KOR", indicator, 2022, "ai-index-2023"): (in_2022, "A", "etnews_2024"),
        ("KOR", indicator, 2023, "ai-index-2024"): (in_2023, "A", "investing_kr_2024"),
        ("CHN", indicator, 2023, "ai-index-2024"): (china[1], "A", "investing_kr_2024"),
    }


def derive_all(shared):
    countries, facts = Countries(), seed_facts(shared)
    parts = [derive(shared, countries) for derive in (
        derive_epoch, derive_world_bank, derive_researchers, derive_venture_capital, derive_ai_index_2025,
        derive_ai_index_2026_models, derive_ai_index_2026_investment, derive_ai_index_2026_talent)]
    parts += [derive_seed_models(facts, countries), derive_seed_migration(facts), derive_seed_investment(facts)]
    derived = {}
    for part in parts:
        assert not derived.keys() & part.keys(), "two derivations of one row"
        derived |= part
    return derived


# Comparing ----------------------------------------------------------------------------------------------------------

def compare(rows, derived, problems):
    """Returns the number of rows compared and the rows that only the press relays."""
    found = {key_of(row): (row["value"], row["status"], row["source"]) for row in rows}
    for key in sorted(derived.keys() - found.keys(), key=str):
        problems.append(f"{key}: missing, the files give {derived[key]}")
    checked, relayed = 0, []
    for key, figure in found.items():
        if key in derived:
            checked += 1
            if figure != derived[key]:
                problems.append(f"{key}: {figure}, the files give {derived[key]}")
        elif figure[2] in PRESS:
            relayed.append(key)
        else:
            problems.append(f"{key}: {figure} is in none of the files")
    return checked, relayed


def printed_table(shared):
    """The README's table of models of 2024: vintage -> country name -> count."""
    lines = (shared / "data" / "epoch-notable-models" / "README.md").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip(" *") for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    names = next(row for row in cells if row[0] == "vintage")
    return {row[0]: dict(zip(names[1:], row[1:])) for row in cells if len(row) == len(names) and row[0] in EPOCH_VINTAGES}


def compare_printed_table(shared, derived, problems):
    codes = {"US": "USA", "China": "CHN", "France": "FRA", "UK": "GBR", "Saudi": "SAU", "Singapore": "SGP", "Korea": "KOR",
             "Canada": "CAN", "Israel": "ISR", "Germany": "DEU"}
    table = printed_table(shared)
    if set(table) != set(EPOCH_VINTAGES):
        problems.append("the table of models of 2024 was not found in the README")
    for vintage, counts in table.items():
        for name, printed in counts.items():
            counted = derived[codes[name], "notable_ai_models", 2024, f"epoch-{vintage}"][0]
            if counted != printed:
                problems.append(f"models of 2024, {vintage}, {name}: counted {counted}, the README prints {printed}")


# Cited figures and exchange rates --------------------------------------------------------------------------------------

# Cited figures that a seed fact states: (unit, series, period, edition, measure) -> (fact, factor from its unit to ours).
SEED_CITED = {
    ("KOR", "government_ai_budget", "2025", "kr-budget-2024-12", "value"): ("SF012", 1e-12),
    ("KOR", "government_ai_budget_share", "2025", "kr-budget-2024-12", "value"): ("SF013", 100),
    ("KOR", "supplementary_ai_budget", "2025", "kr-supplementary-2025-04", "value"): ("SF039", 1e-12),
    ("KOR", "private_ai_investment", "2024", "ai-index-2025", "value"): ("SF003", 1e-9),
    ("CHN", "private_ai_investment", "2024", "ai-index-2025", "value"): ("SF011", 1e-9),
    ("USA", "private_ai_investment", "2024", "ai-index-2025", "value"): ("SF008", 1e-9),
    ("KOR", "private_ai_investment", "2022", "ai-index-2023", "rank"): ("SF055", 1),
    ("KOR", "private_ai_investment", "2023", "ai-index-2024", "rank"): ("SF006", 1),
    ("KOR", "private_ai_investment", "2024", "ai-index-2025", "rank"): ("SF007", 1),
    ("USA", "private_ai_investment", "2024", "ai-index-2025", "rank"): ("SF060", 1),
    ("CHN", "private_ai_investment", "2024", "ai-index-2025", "rank"): ("SF061", 1),
    ("", "net_ai_talent_migration", "2024", "ai-index-2025", "units"): ("SF031", 1),
    ("KOR", "net_ai_talent_migration", "2024", "ai-index-2025", "rank"): ("SF032", 1),
    ("KOR", "net_ai_talent_migration", "2024", "ai-index-2025", "rank-from-last"): ("SF051", 1),
    ("TUR", "net_ai_talent_migration", "2024", "ai-index-2025", "value"): ("SF030", 1),
    ("KOR", "ai_survey_firms", "2023", "spri-ai-2024-01", "value"): ("SF066", 1),
    ("KOR", "ai_staff_shortage_share", "2023", "spri-ai-2024-01", "value"): ("SF067", 100),
}
CURRENCIES = {"China": "CNY", "Euro": "EUR", "Japan": "JPY", "South Korea": "KRW", "United Kingdom": "GBP"}


def compare_cited(shared, problems):
    """Returns how many cited figures a seed fact states."""
    facts = seed_facts(shared)
    rows = {tuple(row[k] for k in ("unit", "series", "period", "edition", "measure")): row["value"]
            for row in read_csv(INDEX / "facts.csv")}
    for key, (fact, factor) in SEED_CITED.items():
        stated = float(facts[fact]["official_value"]) * factor
        if key not in rows or abs(float(rows[key]) - stated) > 1e-9:
            problems.append(f"{key}: {rows.get(key)}, {fact} states {stated:g}")
    return len(SEED_CITED)


def compare_rates(shared, problems):
    """Returns the number of rates."""
    expected = {}
    for name, length in (("monthly", 7), ("annual", 4)):
        for row in read_csv(shared / "data" / "exchange-rates" / f"{name}.csv"):
            if row["Country"] in CURRENCIES and row["Date"] >= "2021":
                expected[CURRENCIES[row["Country"]], row["Date"][:length]] = row["Exchange rate"]
    found = {(row["currency"], row["period"]): row["per_dollar"] for row in read_csv(INDEX / "exchange_rates.csv")}
    for key in sorted(expected.keys() | found.keys()):
        if expected.get(key) != found.get(key):
            problems.append(f"{key}: {found.get(key)}, the files give {expected.get(key)}")
    return len(found)


def report(problems, message):
    for problem in problems:
        print(problem)
    print(message)
    return 1 if problems else 0


def main(arguments):
    problems = []
    rows = check_directory(problems)
    if problems:
        return report(problems, f"{len(problems)} problems in {INDEX.name}")
    shared = pathlib.Path(arguments[0]) if arguments else ROOT.parent / "shared"
    if not (shared / "data").is_dir() or not (shared / "facts").is_dir():
        print(f"skipped: no shared files in {shared}; the directory alone is in order ({len(rows)} rows)")
        return 77
    derived = derive_all(shared)
    checked, relayed = compare(rows, derived, problems)
    compare_printed_table(shared, derived, problems)
    print(f"{compare_cited(shared, problems)} cited figures and {compare_rates(shared, problems)} exchange rates checked")
    print(f"{len(relayed)} rows are relayed by the press only: " + ", ".join(f"{u} {p} {e}" for u, _, p, e in relayed))
    return report(problems, f"{checked} rows checked, {len(problems)} differ")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
