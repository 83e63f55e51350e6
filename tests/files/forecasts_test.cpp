#include "podium/files/forecasts.hpp"

#include <doctest/doctest.h>

#include "podium/files/read_index.hpp"

#include "files/small_index.hpp"
#include "support/file_bytes.hpp"
#include "support/small.hpp"

namespace podium {
namespace {

using testing::bytes_of_file;
using testing::DirectoryOnDisk;
using testing::FileTexts;
using testing::must;
using testing::problems_of;
using testing::small_index;

constexpr const char* kHeader = "unit,indicator,period,issued,value,status,lower,upper,interval,method\n";

FileTexts with_forecasts(const std::string& rows) {
  FileTexts files = small_index();
  files["forecasts.csv"] = kHeader + rows;
  return files;
}

Result<std::vector<Forecast>> forecasts_in(const std::string& rows) {
  const DirectoryOnDisk disk(with_forecasts(rows));
  const ReadIndex read = must(read_index(disk.path()));
  return read_forecasts(disk.path(), read.index);
}

TEST_CASE("forecasts are read by cell and day of issue") {
  const std::vector<Forecast> forecasts =
      must(forecasts_in("KOR,startups,2026,2025-07-01,12.5,E,10,15,0.9,by hand\n"
                        "KOR,startups,2026,2024-07-01,11,E,,,,\n"
                        "CHN,investment,2027,2024-07-01,-3,E,-4,-3,0.5,\"a, b\"\n"));
  REQUIRE(forecasts.size() == 3);
  CHECK(forecasts[0].value == -3);
  CHECK(forecasts[0].method == "a, b");
  CHECK(forecasts[1].issued == Date{2024, 7, 1});
  CHECK(is_missing(forecasts[1].lower));
  CHECK(forecasts[2].lower == 10);
  CHECK(forecasts[2].interval == 0.9);
  CHECK(forecasts[2].period == Period::year(2026));
}

TEST_CASE("all that is wrong with forecasts is said at once, with its place and the nearest word") {
  const std::string problems =
      problems_of(forecasts_in("KOS,startup,soon,yesterday,many,A,1,2,0.9,\n"
                               "KOR,startups,2026,2025-07-01,1,E,3,2,0.9,\n"
                               "KOR,startups,2026,2025-07-02,1,E,1,,0.9,\n"
                               "KOR,startups,2026,2025-07-03,1,E,1,2,90,\n"
                               "KOR,startups,2026,2025-07-04,1,E,,,,\n"
                               "KOR,startups,2026,2025-07-04,2,E,,,,\n"
                               "KOR,startups\n"));
  for (const char* part :
       {"forecasts.csv:2:1: error[unknown-unit]", "forecasts.csv:2:5: error[unknown-indicator]",
        "did you mean 'startups'",
        "forecasts.csv:2:13: ", "forecasts.csv:2:18: ", "forecasts.csv:2:28: ", "forecasts.csv:2:33: ", "status 'A'",
        "forecasts.csv:3:34: ", "lower <= upper", "forecasts.csv:4:34: ", "a part of an interval",
        "forecasts.csv:5:38: ", "a share such as 0.9", "forecasts.csv:7:1: ", "first at line 6", "forecasts.csv:8:"}) {
    CAPTURE(problems);
    CHECK_MESSAGE(problems.find(part) != std::string::npos, std::string(part));
  }
}

TEST_CASE("a table without its columns says which") {
  FileTexts files = small_index();
  files["forecasts.csv"] = "unit,indicator,period,value,statuss\n";
  const DirectoryOnDisk disk(files);
  const ReadIndex read = must(read_index(disk.path()));
  const std::string problems = problems_of(read_forecasts(disk.path(), read.index));
  CHECK(problems.find("'issued'") != std::string::npos);
  CHECK(problems.find("'statuss'") != std::string::npos);
}

TEST_CASE("what was said on a day stays: stored again it changes nothing, said otherwise it is refused") {
  const DirectoryOnDisk disk(small_index());
  const ReadIndex read = must(read_index(disk.path()));
  CHECK(must(read_forecasts(disk.path(), read.index)).empty());
  const Forecast one{.unit = Unit{1},
                     .series = *read.index.find_series("startups"),
                     .period = Period::year(2026),
                     .issued = {2025, 7, 1},
                     .value = 0.1 + 0.2,
                     .lower = 0.1,
                     .upper = 1e-7,
                     .interval = 0.9,
                     .method = "quoted \"so\", with a comma"};
  Forecast sound = one;
  sound.upper = 5;
  CHECK(must(store_forecasts(disk.path(), read.index, {sound})) == 1);
  const std::vector<Forecast> back = must(read_forecasts(disk.path(), read.index));
  REQUIRE(back.size() == 1);
  CHECK(back[0].value == sound.value);
  CHECK(back[0].method == sound.method);
  const std::string bytes = bytes_of_file(disk.path() / "forecasts.csv");
  CHECK(must(store_forecasts(disk.path(), read.index, {sound})) == 0);
  Forecast other = sound;
  other.value = 7;
  Forecast later = sound;
  later.issued = {2025, 8, 1};
  CHECK(problems_of(store_forecasts(disk.path(), read.index, {later, other})).find("KOR.startups@2026") !=
        std::string::npos);
  CHECK(bytes_of_file(disk.path() / "forecasts.csv") == bytes);
  CHECK(must(store_forecasts(disk.path(), read.index, {later})) == 1);
  CHECK(must(read_forecasts(disk.path(), read.index)).size() == 2);
}

TEST_CASE("forecasts are not figures: the index reads the same with them") {
  const DirectoryOnDisk without(small_index());
  const DirectoryOnDisk with(with_forecasts("KOR,startups,2024,2023-07-01,12.5,E,,,,\n"));
  CHECK(must(read_index(without.path())).index.observations.size() ==
        must(read_index(with.path())).index.observations.size());
}

}  // namespace
}  // namespace podium
