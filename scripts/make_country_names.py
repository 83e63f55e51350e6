#!/usr/bin/env python3
"""Makes data/countries.csv, podium's table of country names in English and Korean.

    make_country_names.py                    write data/countries.csv
    make_country_names.py --check            fail if data/countries.csv is not what this script makes
    make_country_names.py --recognise FILE   fail if a name of FILE (CSV with the columns iso3, country_name) is not recognised

For developers, on Debian 12; the result is committed and reviewed, and nothing is made when podium is built. Same inputs, same bytes.
Run it with the system's python3 (/usr/bin/python3), which has python3-icu.

It reads
- iso-codes 4.15.0: iso_3166-1.json, the 249 entries of ISO 3166-1 with short, common and official names, and the Korean catalogue
  iso_3166-1.mo of the same package;
- ICU 72.1 (package python3-icu): the display names of CLDR in English and Korean;
- data/country_name_review.csv: what people decided. It always wins.

A row of the review is code, field, value, reason:
    name.en, name.ko                  the name to show
    other_names.en, other_names.ko    further names to recognise, separated by "|"; they come first in the table
    not.en, not.ko                    names that the sources give and that must not be recognised, separated by "|"
Without a row the name to show is ICU's, with "and" for "&". Every other name of the sources is recognised as well, and so are
spellings that differ only in form: without accents, with a curly apostrophe, "Saint" and "St", "&" and "and"; in Korean without spaces.

A reader of the table folds case and trims; a footnote mark such as a trailing "*" is the reader's to strip. No name points to two
codes: the script refuses to write a table in which one does, also when case, accents, punctuation and spaces are ignored.
"""
import argparse
import csv
import gettext
import io
import json
import pathlib
import re
import sys
import unicodedata

import icu

ROOT = pathlib.Path(__file__).resolve().parents[1]
TABLE = ROOT / "data" / "countries.csv"
REVIEW = ROOT / "data" / "country_name_review.csv"
ISO_ENTRIES = pathlib.Path("/usr/share/iso-codes/json/iso_3166-1.json")
ISO_KOREAN = pathlib.Path("/usr/share/locale/ko/LC_MESSAGES/iso_3166-1.mo")

HEADER = ["code", "alpha2", "name.en", "name.ko", "other_names.en", "other_names.ko"]
FIELDS = {"name.en", "name.ko", "other_names.en", "other_names.ko", "not.en", "not.ko"}
KOSOVO = {"alpha_3": "XKX", "alpha_2": "XK", "name": "Kosovo", "official_name": "Republic of Kosovo"}  # not in ISO 3166-1


def fold(name):
    """What is left of a name when case, accents, punctuation and spaces are ignored."""
    letters = unicodedata.normalize("NFKD", name).casefold()
    return unicodedata.normalize("NFC", "".join(c for c in letters if c.isalnum()))


def without_accents(name):
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def spellings_en(name):
    """Spellings that differ in form only, the given one first."""
    found = [name]
    for pattern, replacement in [(r"^St\. ", "Saint "), (r"^(?:St\.|Saint) ", "St "), (r"^Saint ", "St. "),
                                 (" & ", " and "), (" and ", " & ")]:
        found += [re.sub(pattern, replacement, each) for each in found]
    found += [without_accents(each) for each in found]
    found += [each.replace("'", "’") for each in found]
    return found


def spellings_ko(name):
    return [name, name.replace(" ", "")]


def is_korean(name):
    return any("가" <= c <= "힣" for c in name)


def source_names(entry, korean_of):
    """The names that ISO 3166-1 and CLDR give, the name to show first."""
    territory = icu.Locale("und_" + entry["alpha_2"])
    display = {language: territory.getDisplayCountry(icu.Locale(language)) for language in ("en", "ko")}
    iso = [entry[key] for key in ("name", "common_name", "official_name") if key in entry]
    english = [display["en"].replace(" & ", " and ")] + [each.removeprefix("the ") for each in iso]
    # A name with a comma is an inverted form, which nobody writes in Korean; an entry without Korean letters is untranslated.
    korean = [display["ko"]] + [each for each in map(korean_of, iso) if is_korean(each) and "," not in each]
    return [each.replace("’", "'") for each in english], korean


def read_review():
    with open(REVIEW, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    review = {}
    for row in rows:
        key = row["code"], row["field"]
        if row["field"] not in FIELDS or not row["value"] or not row["reason"]:
            sys.exit(f"{REVIEW.name}: {','.join(key)}: unknown field, or no value, or no reason")
        if row["field"].startswith("name.") and key in review:
            sys.exit(f"{REVIEW.name}: {','.join(key)}: given twice")
        review.setdefault(key, []).extend(row["value"].split("|"))
    return review


def country_row(entry, korean_of, review):
    code = entry["alpha_3"]
    names = dict(zip(("en", "ko"), source_names(entry, korean_of)))
    row = {"code": code, "alpha2": entry["alpha_2"]}
    for language, spellings in (("en", spellings_en), ("ko", spellings_ko)):
        decided = review.get((code, "name." + language), names[language][:1])
        added = review.get((code, "other_names." + language), [])
        dropped = review.get((code, "not." + language), [])
        known = decided + added + [each for each in names[language] if each not in dropped]
        known += [spelling for name in known for spelling in spellings(name)]
        name, *others = dict.fromkeys(each for each in known if each not in dropped)
        row["name." + language] = name
        row["other_names." + language] = others
    return row


def country_rows():
    entries = json.loads(ISO_ENTRIES.read_text(encoding="utf-8"))["3166-1"] + [KOSOVO]
    with open(ISO_KOREAN, "rb") as file:
        korean_of = gettext.GNUTranslations(file).gettext
    review = read_review()
    unknown = {code for code, _ in review} - {entry["alpha_3"] for entry in entries}
    if unknown:
        sys.exit(f"{REVIEW.name}: unknown codes: {' '.join(sorted(unknown))}")
    return [country_row(entry, korean_of, review) for entry in sorted(entries, key=lambda entry: entry["alpha_3"])]


def names_of(row):
    return [row["name.en"], *row["other_names.en"], row["name.ko"], *row["other_names.ko"]]


def check_unambiguous(rows):
    owner = {}
    for row in rows:
        for name in [row["code"], row["alpha2"], *names_of(row)]:
            if owner.setdefault(fold(name), row["code"]) != row["code"]:
                sys.exit(f"'{name}' points to both {owner[fold(name)]} and {row['code']}")
            if "|" in name or name != name.strip() or name != unicodedata.normalize("NFC", name):
                sys.exit(f"{row['code']}: '{name}' is not a clean name")
    for row in rows:
        if not is_korean(row["name.ko"]):
            sys.exit(f"{row['code']}: no Korean name")


def table_text(rows):
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    for row in rows:
        writer.writerow("|".join(row[key]) if key.startswith("other") else row[key] for key in HEADER)
    return text.getvalue()


def unrecognised(rows, path):
    """Names of a file with the columns iso3 and country_name that the table does not know, or knows as another country's."""
    code_of = {name.casefold(): row["code"] for row in rows for name in names_of(row)}
    codes = {row["code"] for row in rows}
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [f"{given['iso3']} {given['country_name']}" for given in csv.DictReader(file)
                if given["iso3"] in codes and code_of.get(given["country_name"].strip().casefold()) != given["iso3"]]


def main():
    parser = argparse.ArgumentParser(description="Makes data/countries.csv.")
    parser.add_argument("--check", action="store_true", help="compare with the committed table instead of writing it")
    parser.add_argument("--recognise", metavar="FILE", help="CSV with the columns iso3, country_name whose names must be recognised")
    arguments = parser.parse_args()

    rows = country_rows()
    check_unambiguous(rows)
    if arguments.recognise:
        missing = unrecognised(rows, arguments.recognise)
        return f"not recognised: {'; '.join(missing)}" if missing else 0
    if arguments.check:
        same = TABLE.exists() and TABLE.read_bytes() == table_text(rows).encode()
        return 0 if same else f"{TABLE.name} differs from what {pathlib.Path(__file__).name} makes; run it and review the difference"
    TABLE.write_bytes(table_text(rows).encode())
    print(f"{TABLE.name}: {len(rows)} countries, {sum(len(names_of(row)) for row in rows)} names")
    return 0


if __name__ == "__main__":
    sys.exit(main())
