// An index survives whatever happens to an import.
#include <chrono>
#include <csignal>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

#include "podium/files/exchange/csv_tables.hpp"
#include "podium/files/exchange/import.hpp"
#include "podium/files/read_index.hpp"

#include "files/small_index.hpp"
#include "support/random.hpp"
#include "support/small.hpp"

namespace podium {
namespace {

using namespace testing;
namespace fs = std::filesystem;

constexpr std::size_t kYears = 400;

/// Figures of many years, which begin at `first`.
ImportRequest request_for(const fs::path& directory, std::size_t first) {
  std::string text = "unit,indicator,period,value\n";
  for (std::size_t year = 0; year < kYears; ++year) {
    for (const char* const unit : {"CHN", "KOR", "USA"}) {
      text += std::string(unit) + ",risk," + std::to_string(1500 + year) + "," + std::to_string(first + year) + "\n";
    }
  }
  return {.directory = directory,
          .tables = {must(read_csv_table(bytes_of(text), "risk.csv", "risk"))},
          .setting = {.source = "report", .edition = "report-2024"},
          .name = "risk-" + std::to_string(first),
          .replace = true,
          .commitment = Commitment::Write};
}

/// A process that imports and ends with 0 if it could.
pid_t start_import(const ImportRequest& request) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) ::_exit(import_figures(request) ? 0 : 1);
  return child;
}

int status_of(pid_t child) {
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return status;
}

/// Where the figures of the year 1500 begin; all others must follow from there.
std::size_t first_of(const fs::path& directory) {
  const Index index = must(read_index(directory)).index;
  CHECK(index.observations.size() == 24 + 3 * kYears);
  std::size_t first = 0;
  for (const Observation& observation : index.observations) {
    if (observation.period.year() >= 2000) continue;
    const auto offset = static_cast<std::size_t>(observation.period.year() - 1500);
    const auto value = static_cast<std::size_t>(observation.value->value);
    if (first == 0) first = value - offset;
    CHECK(value == first + offset);
  }
  return first;
}

TEST_CASE("an import killed at any of a hundred moments leaves the old or the new index whole") {
  const DirectoryOnDisk place(small_index());
  place.write("observations/.notes", "mine");
  must(import_figures(request_for(place.path(), 1)));
  // How long one takes here, so that the moments spread over all of its work.
  const auto begin = std::chrono::steady_clock::now();
  CHECK(status_of(start_import(request_for(place.path(), 2))) == 0);
  std::chrono::duration<double> whole = std::chrono::steady_clock::now() - begin;
  REQUIRE(first_of(place.path()) == 2);

  Random random(20250408);
  std::size_t killed = 0;
  std::size_t kept_old = 0;
  std::size_t first = 2;
  std::size_t moment = 0;
  for (; killed < 100 && moment < 500; ++moment) {
    CAPTURE(moment);
    const ImportRequest request = request_for(place.path(), 1000 + moment);
    const pid_t child = start_import(request);
    // The end of an import, where it writes, is where the moments crowd.
    const double share = moment % 2 == 0 ? random.uniform() : 0.8 + 0.4 * random.uniform();
    std::this_thread::sleep_for(whole * share);
    ::kill(child, SIGKILL);
    const bool came_in_time = WIFSIGNALED(status_of(child));
    killed += came_in_time ? 1 : 0;
    // It takes less long than it did.
    if (!came_in_time) whole *= 0.95;
    const std::size_t now = first_of(place.path());
    CHECK((now == first || now == 1000 + moment));
    kept_old += now == first ? 1 : 0;
    first = now;
    CHECK(place.read("observations/.notes") == "mine");
  }
  CHECK(killed == 100);
  CHECK(kept_old > 20);
  CHECK(kept_old < moment);
  must(import_figures(request_for(place.path(), 5000)));
  CHECK(first_of(place.path()) == 5000);
  CHECK(!fs::exists(place.path() / "observations.podium-new"));
  CHECK(!fs::exists(place.path() / "observations.podium-old"));
}

TEST_CASE("several imports at once all take place, one after the other") {
  const DirectoryOnDisk place(small_index());
  std::vector<pid_t> children;
  for (const std::size_t first : {1U, 2U, 3U, 4U}) children.push_back(start_import(request_for(place.path(), first)));
  for (const pid_t child : children) CHECK(status_of(child) == 0);
  const std::size_t last = first_of(place.path());
  CHECK((last >= 1 && last <= 4));
}

}  // namespace
}  // namespace podium
