// The store survives whatever happens to those who make it.
#include <array>
#include <chrono>
#include <csignal>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

#include "files/small_index.hpp"
#include "store/asked.hpp"
#include "support/random.hpp"

namespace podium {
namespace {

using namespace testing;
namespace fs = std::filesystem;

constexpr std::size_t kUnits = 60;
const std::string kHeader = "unit,indicator,period,edition,value,status,source,locator,note\n";

std::string code_of(std::size_t unit) { return "U" + std::to_string(1000 + unit); }

/// A table of all units, whose figures begin at `first`.
std::string table_of(const std::string& indicator, std::size_t first) {
  std::string text = kHeader;
  for (std::size_t unit = 0; unit < kUnits; ++unit) {
    for (const char* const period : {"2023", "2024"}) {
      text += code_of(unit) + "," + indicator + "," + period + ",report-2025," + std::to_string(first + unit) +
              ",A,report,,\n";
    }
  }
  return text;
}

/// The small index with so many units that making its store takes a while.
FileTexts wider_index() {
  FileTexts files = small_index();
  files["units.csv"] = "code,name.en,name.ko,region\n";
  for (std::size_t unit = 0; unit < kUnits; ++unit) {
    files["units.csv"] += code_of(unit) + ",Unit " + std::to_string(unit) + ",단위,Asia\n";
  }
  files["observations/economy.csv"] = table_of("investment", 1);
  files["observations/population.csv"] = table_of("population", 10);
  files["observations/others.csv"] = table_of("startups", 1);
  files["observations/risk.csv"] = table_of("risk", 1);
  return files;
}

/// A process that makes the store and ends with 0 if it could.
pid_t start_builder(const fs::path& directory) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) ::_exit(update_store(directory) ? 0 : 1);
  return child;
}

int status_of(pid_t child) {
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return status;
}

/// All rows are there, and those of the table that changes are the newest.
void check_whole(const fs::path& directory, std::size_t first) {
  const fs::path store = must(update_store(directory));
  const Fields expected{std::to_string(kUnits * 2 * 4), std::to_string(kUnits * 2 * 5), std::to_string(kUnits),
                        std::to_string(first)};
  CHECK(
      rows_of(store,
              "SELECT (SELECT count(*) FROM observation), (SELECT count(*) FROM result), (SELECT count(*) FROM unit), "
              "(SELECT min(value) FROM observation WHERE file = 'observations/risk.csv')") ==
      std::vector<Fields>{expected});
  CHECK(names_in(store.parent_path()) == std::vector<std::string>{"store.duckdb"});
}

TEST_CASE("a builder killed at any of a hundred moments leaves a store that the next query mends") {
  const DirectoryOnDisk place(wider_index());
  // How long one takes here, so that the moments spread over all of its work.
  const auto begin = std::chrono::steady_clock::now();
  CHECK(status_of(start_builder(place.path())) == 0);
  std::chrono::duration<double> whole = std::chrono::steady_clock::now() - begin;
  check_whole(place.path(), 1);

  Random random(20250408);
  std::size_t killed = 0;
  std::size_t first = 1;
  for (std::size_t moment = 0; killed < 100 && moment < 500; ++moment) {
    CAPTURE(moment);
    // Three ways to have work: no store, a changed table, a changed definition.
    if (moment % 3 == 0) fs::remove_all(place.path() / ".podium");
    if (moment % 3 == 1) place.write("observations/risk.csv", table_of("risk", ++first));
    if (moment % 3 == 2) place.write("units.csv", place.read("units.csv") + "\n");
    const pid_t child = start_builder(place.path());
    std::this_thread::sleep_for(whole * random.uniform());
    ::kill(child, SIGKILL);
    const bool came_in_time = WIFSIGNALED(status_of(child));
    killed += came_in_time ? 1 : 0;
    // It takes less long than it did.
    if (!came_in_time) whole *= 0.95;
    check_whole(place.path(), first);
  }
  CHECK(killed == 100);
}

TEST_CASE("several processes at once make one whole store") {
  const DirectoryOnDisk place(wider_index());
  for (std::size_t first = 1; first <= 6; ++first) {
    place.write("observations/risk.csv", table_of("risk", first));
    if (first % 2 == 1) fs::remove_all(place.path() / ".podium");
    std::array<pid_t, 4> children{};
    for (pid_t& child : children) child = start_builder(place.path());
    for (const pid_t child : children) CHECK(status_of(child) == 0);
    check_whole(place.path(), first);
  }
}

TEST_CASE("whoever reads while the store is replaced keeps what it reads") {
  const DirectoryOnDisk place(wider_index());
  const fs::path store = must(update_store(place.path()));
  const Database::Setting settings[] = {{"access_mode", "READ_ONLY"}};
  const SqlConnection reader = must(must(Database::open(store, settings)).connect());
  place.write("observations/risk.csv", table_of("risk", 7));
  check_whole(place.path(), 7);
  SqlRows rows = must(reader.query("SELECT min(value) FROM observation WHERE file = 'observations/risk.csv'"));
  std::string found;
  must(rows.for_each([&found](std::span<const SqlValue> row) { return found = row[0].text, true; }));
  CHECK(found == "1");
}

}  // namespace
}  // namespace podium
