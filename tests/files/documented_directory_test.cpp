#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "podium/files/read_index.hpp"
#include "podium/model/compute.hpp"

#include "files/directory_on_disk.hpp"
#include "support/shared.hpp"
#include "support/small.hpp"

namespace podium {
namespace {

/// The texts between "```kind" and "```", in order.
std::vector<std::string> examples(const std::string& page, const std::string& kind) {
  const std::string opening = "```" + kind + "\n";
  std::vector<std::string> blocks;
  for (std::size_t from = page.find(opening); from != std::string::npos; from = page.find(opening, from)) {
    from += opening.size();
    blocks.push_back(page.substr(from, page.find("```", from) - from));
  }
  return blocks;
}

TEST_CASE("the examples of docs/index-directory.md together are an index that can be computed") {
  const std::ifstream file(testing::source_directory() / "docs" / "index-directory.md", std::ios::binary);
  std::ostringstream page;
  page << file.rdbuf();
  const std::vector<std::string> toml = examples(page.str(), "toml");
  const std::vector<std::string> csv = examples(page.str(), "csv");
  REQUIRE(toml.size() == 5);  // podium.toml, aggregate methods, sources.toml, editions.toml, the entry of a wide table
  REQUIRE(csv.size() == 3);   // units.csv, a tidy table, the wide table
  const testing::DirectoryOnDisk place({{"podium.toml", toml[0] + toml[4]},
                                        {"sources.toml", toml[2]},
                                        {"editions.toml", toml[3]},
                                        {"units.csv", csv[0]},
                                        {"observations/models.csv", csv[1]},
                                        {"observations/economy.csv", csv[2]}});
  const Result<ReadIndex> read = read_index(place.path());
  REQUIRE(testing::problems_of(read) == "");
  CHECK(read->index.observations.size() == 3);
  CHECK(testing::problems_of(compute(read->index, read->index.edition)) == "");
}

}  // namespace
}  // namespace podium
