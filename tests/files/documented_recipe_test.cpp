#include <cmath>
#include <fstream>
#include <sstream>
#include <string>

#include <doctest/doctest.h>

#include "podium/files/read_index.hpp"
#include "podium/model/compute.hpp"
#include "podium/model/weight_set.hpp"

#include "files/directory_on_disk.hpp"
#include "support/shared.hpp"
#include "support/small.hpp"

namespace podium {
namespace {

/// All texts between "```toml" and "```".
std::string toml_of(const std::string& page) {
  const std::string opening = "```toml\n";
  std::string text;
  for (std::size_t from = page.find(opening); from != std::string::npos; from = page.find(opening, from)) {
    from += opening.size();
    text += page.substr(from, page.find("```", from) - from) + "\n";
  }
  return text;
}

std::string documented() {
  const std::ifstream file(testing::source_directory() / "docs" / "write-a-recipe.md", std::ios::binary);
  std::ostringstream page;
  page << file.rdbuf();
  return toml_of(page.str());
}

constexpr const char* kFigures =
    "code,spending,researchers,hours,emissions,population\n"
    "AAA,1000,10,38,5,10\n"
    "BBB,4000,4,45,2,20\n"
    "CCC,900,,30,9,30\n"
    "DDD,1600,7,36,19,40\n";

testing::DirectoryOnDisk index_with(const std::string& definition) {
  std::string tables;
  for (const char* const year : {"2023", "2024"}) {
    tables += "[[table]]\nfile = \"observations/" + std::string(year) + ".csv\"\nperiod = " + year +
              "\nedition = \"ed\"\nsource = \"src\"\n";
  }
  return testing::DirectoryOnDisk(
      {{"podium.toml", definition + tables},
       {"sources.toml", "[src]\ntitle = \"S\"\npublisher = \"P\"\n"},
       {"editions.toml", "[ed]\npublisher = \"P\"\nreleased = 2025-01-01\ntitle = \"E\"\n"},
       {"units.csv", "code,name.en,name.ko,region\nAAA,A,가,north\nBBB,B,나,north\nCCC,C,다,south\nDDD,D,라,south\n"},
       {"observations/2023.csv", kFigures},
       {"observations/2024.csv", kFigures}});
}

double score(const Index& index, const char* node, std::size_t unit) {
  const Computed computed = testing::must(compute(index, index.edition));
  return computed.ranking.score(*index.find_series(node), Time{1}, static_cast<Unit>(unit));
}

TEST_CASE("the blocks of docs/write-a-recipe.md together are an index that can be computed") {
  const testing::DirectoryOnDisk place = index_with(documented());
  const Result<ReadIndex> read = read_index(place.path());
  REQUIRE(testing::problems_of(read) == "");
  CHECK(read->warnings.empty());
  const Index& index = read->index;
  // Frozen at -20 and -1: 1 + 99 (-5 + 20) / 19.
  CHECK(score(index, "emissions", 0) == doctest::Approx(1 + 99 * 15.0 / 19));
  // The target is 35 to 40: whoever is within has 1; the nearest that a figure outside comes is in between.
  CHECK(score(index, "hours", 0) == 1);
  // Researchers by their own range: the least of 4, 7, 7 (CCC takes its region's mean) and 10.
  CHECK(score(index, "researchers", 1) == 20);
  CHECK(score(index, "researchers", 2) == doctest::Approx(60));
  // The set weighs ends three times as much as means: a weighted geometric mean.
  const double means = score(index, "means", 0);
  const double ends = score(index, "ends", 0);
  CHECK(score(index, "index", 0) == doctest::Approx(std::pow(means * ends * ends * ends, 0.25)));
  // A power mean of power 1/2: the square of the mean root.
  const double root = (std::sqrt(score(index, "spending", 0)) + std::sqrt(score(index, "researchers", 0))) / 2;
  CHECK(means == doctest::Approx(root * root));
  // Emissions count twice as much as hours.
  CHECK(ends == doctest::Approx((score(index, "hours", 0) + 2 * score(index, "emissions", 0)) / 3));
}

TEST_CASE("another set of weights takes the place of those at the nodes and of the recipe's") {
  const testing::DirectoryOnDisk place = index_with(documented());
  const Index index = testing::must(read_index(place.path())).index;
  const Index equal = testing::must(with_weight_set(index, "equal"));
  const double means = score(equal, "means", 0);
  const double ends = score(equal, "ends", 0);
  CHECK(score(equal, "index", 0) == doctest::Approx(std::sqrt(means * ends)));
  CHECK(ends == doctest::Approx((score(equal, "hours", 0) + score(equal, "emissions", 0)) / 2));
  CHECK(testing::problems_of(with_weight_set(index, "eqal")) ==
        "error[unknown-weight-set]: found weight set 'eqal'; expected 'ends-first' or 'equal'; did you mean 'equal'?");
}

TEST_CASE("two pillars of one level are combined in different ways") {
  const testing::DirectoryOnDisk place = index_with(documented());
  const Index index = testing::must(read_index(place.path())).index;
  const double one = score(index, "hours", 1);
  const double other = score(index, "emissions", 1);
  CHECK(score(index, "ends", 1) == doctest::Approx((one + 2 * other) / 3));
  const double spending = score(index, "spending", 1);
  const double researchers = score(index, "researchers", 1);
  CHECK(score(index, "means", 1) != doctest::Approx((spending + researchers) / 2));
}

}  // namespace
}  // namespace podium
