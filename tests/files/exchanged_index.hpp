#pragma once

#include "podium/files/exchange/index_tables.hpp"
#include "podium/files/read_index.hpp"

#include "files/small_index.hpp"
#include "support/small.hpp"

namespace podium::testing {

/// The small index with what files get wrong: quotes, commas, line ends, other scripts, spaces, what looks like a
/// formula; standard errors, gaps, groups, sources and editions with and without all they may have; observations in a
/// tidy table, in a wide one inside `observations` and in one outside it, explained by sections [[table]].
inline FileTexts hostile_index() {
  FileTexts files = small_index();
  files["units.csv"] =
      "code,name.en,name.ko,region,\"group, \"\"odd\"\"\"\n"
      "CHN,\"China, \"\"the\"\"\nmainland\",중국,Asia,=1+1\n"
      "KOR,,,\" Asia \",\n"
      "USA,,미국,America,\"a\nb\"\n";
  files["sources.toml"] = R"([report]
title = "Report \"one\" \\ 보고서"
publisher = "Statistics Office"
published = 2025-04-07
url = "https://example.org/report?a=b&c=d"
licence = "CC BY 4.0"
note = """
Two lines,
a tab	and '''."""

["a.b"]
title = "# no comment"
publisher = "[not a section]"
)";
  files["editions.toml"] += R"(
[other_2020]
publisher = "Other, \"Office\""
released = 2020-01-31
title = "다른 판"
note = "x = 1"
)";
  files["observations/others.csv"] =
      "unit,indicator,period,edition,value,standard_error,status,source,locator,note\n"
      "CHN,startups,2023,report-2025,120.0,0.25,A,report,\"table 1, \"\"a\"\"\",\"두 줄\n메모\"\n"
      "CHN,startups,2023,report-2024,+1.2e2,,B,a.b,,=SUM(A1)\n"
      "KOR,startups,2024,report-2025,,,M,report,,not printed\n"
      "KOR,startups,2022-Q3,report-2025,44,,,report,,\n"
      "KOR,startups,2022-09,other_2020,-0.00,1e-3,P,report,, spaces \n";
  files["observations/risk.csv"] = "code,risk,status\nCHN,12.50,E\nKOR,8,\nUSA,,\n";
  files["more/risk 2024.csv"] = "unit,risk,period\nCHN,13,2024\nKOR,7.5,2024\nUSA,21,2024\n";
  files["podium.toml"] =
      R"(# A comment with [[table]] in it
[[table]] # begins
file = "observations/risk.csv" # a comment
period = 2023
edition = "2025"
source = "report"

)" +
      replaced(
          files["podium.toml"], "[[step]]\nop = \"impute\"",
          "# before\n  [[table]]\n  file = 'more/risk 2024.csv'\n  edition = \"report-2025\"\n  source = \"report\"\n"
          "  locator = '''\n[[step]]\n# no comment\n\"\"\" '''\n# behind\n[[step]]\nop = \"impute\"") +
      "\n[weights.\"other-set\"]\neconomy = 3\n[stress]\ndraws = 100\nseed = 7\n";
  files["facts.csv"] = "unit,series\n\"KOR\",\"a, b\"\n";
  files["aliases.toml"] = "# 별칭\n[units]\nKOR = [\"Korea\"]\n";
  files["measures/count.sql"] = "-- indicator: startups\nSELECT 'a''b',\n\n  2\n";
  return files;
}

inline bool is_same_number(double one, double other) { return one == other || (is_missing(one) && is_missing(other)); }

/// Every value of two indices but the places in their files. Recipes, weights and plans are compared by the text that
/// they are read from.
inline void check_same(const Index& one, const Index& other) {
  CHECK(one.id == other.id);
  CHECK(one.title == other.title);
  CHECK(one.description == other.description);
  CHECK(one.periods == other.periods);
  CHECK(one.edition == other.edition);
  CHECK(one.min_coverage == other.min_coverage);
  CHECK(one.hierarchy.series_ids() == other.hierarchy.series_ids());
  CHECK(one.group_names == other.group_names);
  CHECK(one.weight_sets.size() == other.weight_sets.size());
  REQUIRE(one.series.size() == other.series.size());
  for (std::size_t i = 0; i < one.series.size(); ++i) {
    CHECK(one.series[i].title == other.series[i].title);
    CHECK(one.series[i].description == other.series[i].description);
    CHECK(one.series[i].unit_of_measure == other.series[i].unit_of_measure);
    CHECK(one.series[i].edition == other.series[i].edition);
  }
  REQUIRE(one.units.size() == other.units.size());
  for (std::size_t i = 0; i < one.units.size(); ++i) {
    CHECK(one.units[i].code == other.units[i].code);
    CHECK(one.units[i].name == other.units[i].name);
    CHECK(one.units[i].groups == other.units[i].groups);
  }
  REQUIRE(one.sources.size() == other.sources.size());
  for (std::size_t i = 0; i < one.sources.size(); ++i) {
    const Source& a = one.sources[i];
    const Source& b = other.sources[i];
    CHECK(std::tie(a.id, a.title, a.publisher, a.published, a.url, a.licence, a.note) ==
          std::tie(b.id, b.title, b.publisher, b.published, b.url, b.licence, b.note));
  }
  REQUIRE(one.editions.size() == other.editions.size());
  for (std::size_t i = 0; i < one.editions.size(); ++i) {
    const Edition& a = one.editions[i];
    const Edition& b = other.editions[i];
    CHECK(std::tie(a.id, a.publisher, a.released, a.title, a.note) ==
          std::tie(b.id, b.publisher, b.released, b.title, b.note));
  }
  REQUIRE(one.observations.size() == other.observations.size());
  std::size_t different = 0;
  for (std::size_t i = 0; i < one.observations.size(); ++i) {
    const Observation& a = one.observations[i];
    const Observation& b = other.observations[i];
    const bool is_same =
        std::tie(a.unit, a.series, a.period, a.edition, a.source, a.status, a.value, a.locator, a.note) ==
            std::tie(b.unit, b.series, b.period, b.edition, b.source, b.status, b.value, b.locator, b.note) &&
        is_same_number(a.standard_error, b.standard_error);
    if (!is_same) ++different;
  }
  CHECK(different == 0);
}

}  // namespace podium::testing
