#include "podium/model/edition_pairs.hpp"

#include <doctest/doctest.h>

#include "support/small_index.hpp"

namespace podium {
namespace {

using namespace testing;

/// "r-2024 > r-2025", one after the other.
std::string shown(const Index& index) {
  std::string text;
  for (const EditionPair& pair : successive_editions(index)) {
    text += index.editions[at(pair.first)].id + " > " + index.editions[at(pair.second)].id + "; ";
  }
  return text;
}

const std::vector<EditionSpec> kEditions = {
    {"r-2023", "2023-04-01"}, {"r-2024", "2024-04-01"}, {"r-2025", "2025-04-01"}};

TEST_CASE("editions succeed one another where the later one prints a cell again, the newest pair first") {
  std::vector<Figure> figures;
  add_row(figures, "models", 2023, "r-2023", {"1", "2", "-", "-"});
  add_row(figures, "models", 2023, "r-2024", {"1", "-", "-", "-"});
  add_row(figures, "models", 2023, "r-2025", {"3", "4", "-", "-"});
  CHECK(shown(small_index(kEditions, figures)) == "r-2024 > r-2025; r-2023 > r-2025; r-2023 > r-2024; ");
}

TEST_CASE("figures of other cells, and gaps, are not printed again") {
  std::vector<Figure> figures;
  add_row(figures, "models", 2023, "r-2023", {"1", "-", "-", "-"});
  add_row(figures, "models", 2024, "r-2024", {"1", "-", "-", "-"});
  add_row(figures, "deals", 2023, "r-2024", {"1", "-", "-", "-"});
  add_row(figures, "models", 2023, "r-2024", {"-", "1", "-", "-"});
  add_row(figures, "models", 2023, "r-2025", {"", "-", "-", "-"});
  CHECK(shown(small_index(kEditions, figures)).empty());
}

TEST_CASE("another publisher's print of a cell is not a restatement, and does not stand between two of the first") {
  std::vector<Figure> figures;
  for (const EditionSpec& edition : kEditions) add_row(figures, "models", 2023, edition.id, {"1", "-", "-", "-"});
  Index index = small_index(kEditions, figures);
  CHECK(shown(index) == "r-2024 > r-2025; r-2023 > r-2024; ");
  index.editions[1].publisher = "Another";
  CHECK(shown(index) == "r-2023 > r-2025; ");
}

}  // namespace
}  // namespace podium
