#include "podium/files/exchange/take_tables.hpp"

#include <doctest/doctest.h>

#include "podium/files/exchange/csv_tables.hpp"
#include "podium/files/read_index.hpp"

#include "files/small_index.hpp"
#include "support/small.hpp"

namespace podium {
namespace {

using namespace testing;

const std::string kHeader = "indicator,unit,period,edition,value,source\n";
/// New cells, one cell of the index with another value in another edition, and one with the same.
const std::string kTable = kHeader +
                           "startups,KOR,2022,report-2024,40,report\n"
                           "startups,KOR,2023,report-2024,43,report\n"
                           "startups,USA,2023,report-2024,897,report\n"
                           "startups,CHN,2022,report-2024,99,report\n";

Taken try_to_take(const DirectoryOnDisk& index, const DirectoryOnDisk& other, TakeRequest request,
                  const std::vector<std::string>& files = {"new.csv"}) {
  request.directory = index.path();
  for (const std::string& file : files) request.files.push_back(other.path() / file);
  return must(take_tables(request));
}

std::optional<Import> take(const DirectoryOnDisk& index, const DirectoryOnDisk& other, Commitment commitment,
                           const std::vector<std::string>& files = {"new.csv"}) {
  return try_to_take(index, other, {.name = "taken", .commitment = commitment}, files).import;
}

std::string counts_of(const Import& import) {
  using enum BatchEntry::Kind;
  const Batch& batch = import.batch;
  return std::to_string(batch.count(Added)) + " added, " + std::to_string(batch.count(Restated)) + " restated, " +
         std::to_string(batch.count(Repeated)) + " repeated, " +
         std::to_string(batch.count(Unchanged) + batch.count(Changed)) + " others";
}

TEST_CASE("a table in the index's own words is taken as it is") {
  const DirectoryOnDisk index(small_index());
  const DirectoryOnDisk other({{"new.csv", kTable}});
  const auto preview = take(index, other, Commitment::DryRun);
  REQUIRE(preview);
  CHECK(counts_of(*preview) == "2 added, 1 restated, 1 repeated, 0 others");
  CHECK(index.files() == small_index());

  const auto taken = take(index, other, Commitment::Write);
  REQUIRE(taken);
  CHECK(counts_of(*taken) == counts_of(*preview));
  CHECK(taken->table == "observations/taken.csv");
  FileTexts expected = small_index();
  expected["observations/taken.csv"] = kTable;
  CHECK(index.files() == expected);
}

TEST_CASE("where the first of each kind are listed, they and the counts are those of the whole list") {
  const DirectoryOnDisk index(small_index());
  std::string rows = kTable;
  for (int year = 1990; year < 2020; ++year) {
    for (const char* unit : {"USA", "CHN"}) {
      rows += "risk," + std::string(unit) + "," + std::to_string(year) + ",report-2025,1.5,report\n";
    }
  }
  // Other editions have these cells already: half of them with another value.
  for (const char* row : {"risk,CHN,2023", "risk,CHN,2024", "risk,KOR,2023", "risk,KOR,2024", "risk,USA,2023",
                          "risk,USA,2024", "startups,CHN,2023", "startups,CHN,2024"}) {
    rows += std::string(row) + ",report-2024,12.5,report\n";
  }
  const DirectoryOnDisk other({{"new.csv", rows}, {"more.csv", kHeader + "risk,KOR,1989,report-2024,9,report\n"}});
  const std::vector<std::string> files{"new.csv", "more.csv"};
  const Import all = *try_to_take(index, other, {.name = "taken", .listing = Listing::All}, files).import;
  const Import first = *try_to_take(index, other, {.name = "taken", .listing = Listing::First}, files).import;
  CHECK(all.batch.entries.size() == all.batch.size());
  CHECK(all.batch.size() == 4 + 60 + 8 + 1);
  CHECK(counts_of(all) == counts_of(first));
  std::vector<const BatchEntry*> expected;
  std::array<std::size_t, kBatchKinds> seen{};
  for (const BatchEntry& entry : all.batch.entries) {
    if (++seen[static_cast<std::size_t>(entry.kind)] <= kFirstListed) expected.push_back(&entry);
  }
  REQUIRE(first.batch.entries.size() == expected.size());
  CHECK(expected.size() > 2 * kFirstListed);
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const BatchEntry& one = first.batch.entries[i];
    CHECK(one.kind == expected[i]->kind);
    CHECK(one.figure->place == expected[i]->figure->place);
    CHECK(one.figure->value == expected[i]->figure->value);
    CHECK((one.known == nullptr) == (expected[i]->known == nullptr));
    if (one.known != nullptr && expected[i]->known != nullptr) CHECK(one.known->place == expected[i]->known->place);
  }
}

TEST_CASE("why tables cannot be taken is said, each problem at its place") {
  const DirectoryOnDisk index(small_index());
  const DirectoryOnDisk other({{"a.csv", kHeader + "startups,KOR,2022,report-2024,many,report\n"
                                                   "startups,KOR,2023,report-2025,44,report\n"
                                                   "startups,USA,2022,report-2024,3,report\n"},
                               {"b.csv", kHeader + "startups,USA,2022,report-2024,4,report\n"
                                                   "Startups,USA,2021,report-2024,4,report\n"}});
  for (const Listing listing : {Listing::First, Listing::All}) {
    const Taken taken = try_to_take(index, other, {.name = "taken", .listing = listing}, {"a.csv", "b.csv"});
    CHECK_FALSE(taken.import);
    std::string text;
    for (const Diagnostic& problem : taken.problems) {
      const std::string path = problem.place.file.str();
      text += path.substr(path.rfind('/') + 1) + ":" + std::to_string(problem.place.line) + " " +
              std::string(entry(problem.code).text) + "\n";
    }
    CHECK(text ==
          "a.csv:2 not-a-number\n"
          "a.csv:3 duplicate-observation\n"
          "b.csv:2 duplicate-observation\n"
          "b.csv:3 unknown-indicator\n");
  }
}

TEST_CASE("a table of which the definition says more than the table itself is not taken") {
  FileTexts files = small_index();
  files["podium.toml"] += "[[table]]\nfile = \"observations/taken.csv\"\nstatus = \"E\"\n";
  const DirectoryOnDisk index(files);
  const DirectoryOnDisk other({{"new.csv", kTable}});
  CHECK_FALSE(take(index, other, Commitment::DryRun));
  CHECK_FALSE(take(index, other, Commitment::Write));
}

TEST_CASE("it says of each figure what an import row by row says") {
  const DirectoryOnDisk index(small_index());
  const DirectoryOnDisk other({{"new.csv", kTable}});
  const auto taken = take(index, other, Commitment::DryRun);
  REQUIRE(taken);
  const Import read = must(import_figures({.directory = index.path(),
                                           .tables = {must(read_csv_table(bytes_of(kTable), "new.csv", "new"))},
                                           .setting = {},
                                           .name = "taken"}));
  REQUIRE(read.batch.entries.size() == taken->batch.entries.size());
  for (std::size_t i = 0; i < read.batch.entries.size(); ++i) {
    const BatchEntry& one = read.batch.entries[i];
    const BatchEntry& other_one = taken->batch.entries[i];
    CHECK(one.kind == other_one.kind);
    CHECK(one.figure->value == other_one.figure->value);
    CHECK((one.known == nullptr) == (other_one.known == nullptr));
    if (one.known != nullptr && other_one.known != nullptr) CHECK(one.known->place == other_one.known->place);
  }
}

TEST_CASE("several tables are taken together, or none of them") {
  const DirectoryOnDisk index(small_index());
  const DirectoryOnDisk other({{"a.csv", kHeader + "risk,KOR,2022,report-2024,9,report\n"},
                               {"b.csv", kHeader + "risk,USA,2022,report-2024,19,report\n"},
                               {"again.csv", kHeader + "risk,USA,2022,report-2024,18,report\n"}});
  CHECK_FALSE(take(index, other, Commitment::Write, {"a.csv", "b.csv", "again.csv"}));
  CHECK(index.files() == small_index());
  const auto taken = take(index, other, Commitment::Write, {"a.csv", "b.csv"});
  REQUIRE(taken);
  CHECK(taken->table == "observations/taken-1.csv, observations/taken-2.csv");
  CHECK(index.read("observations/taken-2.csv") == kHeader + "risk,USA,2022,report-2024,19,report\n");
  CHECK(index.files().size() == small_index().size() + 2);
}

TEST_CASE("what is not in the index's own words, or wrong in any way, is left to the import row by row") {
  const DirectoryOnDisk index(small_index());
  const std::string bodies[] = {
      kHeader + "startups,Korea,2022,report-2024,40,report\n",     // a name, not a code
      kHeader + "startups,KOR,2023,report-2025,44,report\n",       // the edition has it already
      kHeader + "startups,KOR,2022,report-2024,many,report\n",     // no number
      kHeader + "startups,KOR,2022,report-2024,\"40,report\n",     // no closing quote
      "indicator,unit,period,edition,value\nrisk,KOR,2022,r,1\n",  // no source
      kHeader.substr(0, kHeader.size() - 1) + ",gdp\n",            // a column that says something else
      "unit,startups\nKOR,40\n",                                   // wide
      "",
  };
  for (const std::string& body : bodies) {
    CAPTURE(body);
    const DirectoryOnDisk other({{"new.csv", body}});
    CHECK_FALSE(take(index, other, Commitment::DryRun));
    CHECK_FALSE(take(index, other, Commitment::Write));
    CHECK(index.files() == small_index());
  }
}

TEST_CASE("a table of the same name is never overwritten") {
  FileTexts files = small_index();
  files["observations/taken.csv"] = kHeader + "risk,KOR,2021,report-2024,9,report\n";
  const DirectoryOnDisk index(files);
  const DirectoryOnDisk other({{"new.csv", kTable}});
  CHECK_FALSE(take(index, other, Commitment::Write));
  CHECK(index.files() == files);
}

}  // namespace
}  // namespace podium
