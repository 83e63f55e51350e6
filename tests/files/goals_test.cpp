#include <doctest/doctest.h>

#include "podium/files/read_index.hpp"

#include "files/small_index.hpp"
#include "support/small.hpp"

namespace podium {
namespace {

using testing::DirectoryOnDisk;
using testing::must;
using testing::problems_of;
using testing::small_index;

Result<ReadIndex> index_with(const std::string& goals) {
  testing::FileTexts files = small_index();
  files["podium.toml"] += "\n" + goals;
  return read_index(DirectoryOnDisk(files).path());
}

TEST_CASE("goals are read, by id") {
  const ReadIndex read = must(index_with(R"([[goal]]
id = "top"
title = { en = "First", ko = "첫째" }
unit = "KOR"
rank = 1
by = 2030

[[goal]]
id = "second"
unit = "USA"
rank = 2
)"));
  REQUIRE(read.index.goals.size() == 2);
  CHECK(read.index.goals[0].id == "second");
  CHECK(read.index.goals[0].unit == *read.index.find_unit("USA"));
  CHECK_FALSE(read.index.goals[0].by);
  CHECK(read.index.goals[1].title.ko == "첫째");
  CHECK(read.index.goals[1].rank == 1);
  CHECK(read.index.goals[1].by == Period::year(2030));
}

TEST_CASE("all that is wrong with goals is said at once") {
  const std::string problems = problems_of(index_with(R"([[goal]]
id = "top"
unit = "KOS"
rank = 0
by = 2024

[[goal]]
id = "top"
unit = "KOR"
rank = 99
year = 2030

[[goal]]
rank = "first"
)"));
  for (const char* part :
       {"unknown-unit", "'KOS'", "rank 0", "a rank from 1 to 3", "by 2024", "after the last ranked one, 2024",
        "a second goal 'top'", "rank 99", "'year'", "unit = \"CODE\"", "a whole number", "no key 'id'"}) {
    CAPTURE(problems);
    CHECK_MESSAGE(problems.find(part) != std::string::npos, std::string(part));
  }
}

}  // namespace
}  // namespace podium
