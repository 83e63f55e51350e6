#include <algorithm>

#include <doctest/doctest.h>

#include "podium/files/problems.hpp"

#include "files/bad_input.hpp"

namespace podium {
namespace {

using namespace testing;

constexpr std::size_t kThreads[] = {1, 2, 7};

/// One row for each country, in a table of its own for each year from 1990.
FileTexts with_many_tables() {
  FileTexts files = small_index();
  for (int year = 1990; year < 2020; ++year) {
    std::string table = "unit,indicator,period,edition,value,status,source,locator,note\n";
    for (const char* const unit : {"USA", "CHN", "KOR"}) {
      table += std::string(unit) + ",startups," + std::to_string(year) + ",report-2024,1,A,report,,\n";
    }
    files["observations/year" + std::to_string(year) + ".csv"] = table;
  }
  return files;
}

TEST_CASE("tables read on several threads give the same observations") {
  const DirectoryOnDisk directory(with_many_tables());
  const auto alone = read_index(directory.path(), 1);
  REQUIRE(alone);
  CHECK(alone->index.observations.size() == 24 + 30 * 3);
  for (const std::size_t threads : kThreads) {
    CAPTURE(threads);
    const auto read = read_index(directory.path(), threads);
    REQUIRE(read);
    CHECK(std::ranges::equal(read->index.observations, alone->index.observations, {}, &Observation::place,
                             &Observation::place));
  }
}

TEST_CASE("tables read on several threads report the same problems in the same order, and as many of them") {
  FileTexts files = with_many_tables();
  // A table without its last column, one that breaks off, one row twice, and more problems than are listed.
  files["observations/year1991.csv"] = "unit,indicator,period,value\nUSA,startups,1991,1\n";
  files["observations/year1995.csv"] += "\"USA,startups,1995\n";
  files["observations/year1999.csv"] += "USA,startups,1998,report-2024,2,A,report,,\n";
  std::string& long_one = files["observations/year2001.csv"];
  for (int i = 0; i < 1100; ++i) long_one += "ATLANTIS,startups,2001,report-2024,2,A,report,,\n";
  files["observations/year2003.csv"] += "KOR,startups,2003,report-2024,many,A,report,,\n";
  const DirectoryOnDisk directory(files);
  const auto alone = read_index(directory.path(), 1);
  REQUIRE_FALSE(alone);
  CHECK(alone.diagnostics().size() == Problems::kMost + 1);
  for (const std::size_t threads : kThreads) {
    CAPTURE(threads);
    const auto read = read_index(directory.path(), threads);
    REQUIRE_FALSE(read);
    CHECK(text_of(read.diagnostics()) == text_of(alone.diagnostics()));
  }
}

}  // namespace
}  // namespace podium
