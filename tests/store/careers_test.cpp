#include "podium/store/careers.hpp"

#include <map>

#include "podium/files/csv_reader.hpp"

#include "store/measured.hpp"

namespace podium {
namespace {

using namespace testing;
namespace fs = std::filesystem;

std::vector<std::vector<std::string>> fields_of(const std::string& text) {
  std::vector<std::vector<std::string>> rows;
  CsvReader csv("truth", bytes_of(text));
  while (csv.next()) rows.emplace_back(csv.fields().begin(), csv.fields().end());
  return rows;
}

TEST_CASE("net migration finds exactly the moves that were made up") {
  const DirectoryOnDisk place;
  for (const char* const name : {"careers.parquet", "careers.csv"}) {
    CAPTURE(name);
    const CareersMade made = must(write_careers({.people = 20'000, .seed = 7}, place.path() / name, {.threads = 2}));
    CHECK(made.rows > 60'000);
    const Measure measure =
        shipped("net_migration", {{"first_year", "1985"}, {"last_year", "2025"}, {"min_members", "1"}});
    const Measured measured = must(run_on(measure, {place.path() / name}, {.memory = "500MB", .threads = 2}));
    std::map<std::string, const MeasuredRow*> found;
    for (const MeasuredRow& row : measured.rows) found[row.unit + row.period] = &row;
    auto truth = fields_of(made.truth);
    truth.erase(truth.begin());
    CHECK(truth.size() == measured.rows.size());
    CHECK(truth.size() == 24 * 41);
    double arrivals = 0;
    for (const auto& row : truth) {
      CAPTURE(row[0] + row[1]);
      const double came = std::stod(row[2]);
      const double left = std::stod(row[3]);
      const double members = std::stod(row[4]);
      arrivals += came;
      const MeasuredRow* const cell = found[row[0] + row[1]];
      REQUIRE(cell != nullptr);
      if (members == 0) {
        CHECK(cell->value.empty());
        continue;
      }
      CHECK(cell->value == shortest(10000 * (came - left) / members));
      CHECK(cell->note == row[2] + " arrived, " + row[3] + " left, " + row[4] + " members");
    }
    CHECK(arrivals > 5000);
  }
}

TEST_CASE("the truth is what the steps say, one after the other") {
  const DirectoryOnDisk place;
  const fs::path path = place.path() / "careers.csv";
  const CareersMade made = must(write_careers({.people = 500, .seed = 3}, path, {.threads = 1}));
  auto rows = fields_of(place.read("careers.csv"));
  rows.erase(rows.begin());
  CHECK(rows.size() == made.rows);
  // The plain definition: a member at the end of a year is who has begun and not ended by then.
  for (auto& cell : fields_of(made.truth)) {
    if (cell[0] == "place") continue;
    std::size_t came = 0;
    std::size_t left = 0;
    std::size_t members = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const std::string year = rows[i][2].substr(0, 4);
      const bool is_move = i > 0 && rows[i - 1][0] == rows[i][0] && rows[i - 1][1] != rows[i][1] && year == cell[1];
      if (is_move && rows[i][1] == cell[0]) ++came;
      if (is_move && rows[i - 1][1] == cell[0]) ++left;
      const bool is_open = rows[i][3].empty() || rows[i][3].substr(0, 4) > cell[1];
      if (rows[i][1] == cell[0] && year <= cell[1] && is_open) ++members;
    }
    CAPTURE(cell[0] + cell[1]);
    CHECK(cell[2] == std::to_string(came));
    CHECK(cell[3] == std::to_string(left));
    CHECK(cell[4] == std::to_string(members));
  }
}

TEST_CASE("a seed gives the same people whatever the threads, another seed others") {
  const DirectoryOnDisk place;
  const auto bytes = [&place](const CareersPlan& plan, std::size_t threads) {
    must(write_careers(plan, place.path() / "c.csv", {.threads = threads}));
    return place.read("c.csv");
  };
  const std::string one = bytes({.people = 3000, .seed = 1}, 1);
  CHECK(bytes({.people = 3000, .seed = 1}, 4) == one);
  CHECK(bytes({.people = 3000, .seed = 2}, 1) != one);
  // More people are the same people and more.
  CHECK(bytes({.people = 4000, .seed = 1}, 1).starts_with(one));
  CHECK(problems_of(write_careers({}, place.path() / "c.txt", {})).find("expected '.csv' or '.parquet'") !=
        std::string::npos);
}

}  // namespace
}  // namespace podium
