#include "podium/model/mixed_editions.hpp"

#include <doctest/doctest.h>

#include "support/small_index.hpp"

namespace podium {
namespace {

using namespace testing;

const std::vector<EditionSpec> kEditions = {{"r-2024", "2024-04-01"}, {"r-2025", "2025-04-01"}};

/// "people@2023: found", one line each.
std::string shown(const Index& index) {
  std::string text;
  const Selection selection = select(index, LatestEdition{});
  for (const Diagnostic& note : selection.notes()) {
    CHECK(note.code == Code::MixedEditions);
    CHECK(note.severity == Severity::Warning);
    text += note.subject.node + "@" + note.subject.period + ": " + note.found + "\n";
  }
  return text;
}

/// Deals of 2023 stand in both editions, people of 2023 in the first alone.
Index divided(std::vector<Step> steps) {
  std::vector<Figure> figures;
  add_row(figures, "deals", 2023, "r-2024", {"1", "2", "3", "4"});
  add_row(figures, "deals", 2023, "r-2025", {"2", "3", "4", "5"});
  add_row(figures, "people", 2023, "r-2024", {"10", "10", "10", "10"});
  add_row(figures, "deals", 2024, "r-2025", {"2", "3", "4", "5"});
  add_row(figures, "people", 2024, "r-2025", {"10", "10", "10", "10"});
  return small_index(kEditions, figures, std::move(steps));
}

TEST_CASE("a quotient of figures of two editions of one publisher is a mixture") {
  Index index = divided({Denominate{}, Impute{}, Normalise{}, Aggregate{}});
  CHECK(shown(index) == "deals@2023: figures of edition 'r-2025' divided by figures of edition 'r-2024'\n");

  SUBCASE("not where the recipe does not divide") {
    CHECK(shown(divided({Impute{}, Normalise{}, Aggregate{}})).empty());
    CHECK(shown(divided({Denominate{.except = {"deals"}}, Impute{}, Normalise{}, Aggregate{}})).empty());
  }
  SUBCASE("not where the index allows it") {
    index.allow_mixed_editions = true;
    CHECK(shown(index).empty());
  }
  SUBCASE("not where another publisher prints the denominator") {
    index.editions[0].publisher = "Another";
    CHECK(shown(index).empty());
  }
  SUBCASE("not where both series are bound to one edition") {
    index.series[at(*index.find_series("deals"))].edition = index.find_edition("r-2024");
    CHECK(shown(index).empty());
  }
}

/// AUT has no figure of 2024; those around it are of 2023 and 2025.
Index with_line(const std::string& edition_of_2023, const ImputeMethod& method) {
  std::vector<Figure> figures;
  add_row(figures, "models", 2023, edition_of_2023, {"1", "2", "3", "4"});
  add_row(figures, "models", 2024, "r-2025", {"-", "2", "3", "4"});
  add_row(figures, "models", 2025, "r-2025", {"3", "2", "3", "4"});
  add_row(figures, "deals", 2024, "r-2025", {"1", "2", "3", "4"});
  Index index = small_index(kEditions, figures, {Impute{.method = method}, Normalise{}, Aggregate{}});
  index.periods.push_back(Period::year(2025));
  return index;
}

TEST_CASE("a gap on the line between figures of two editions is a mixture") {
  CHECK(shown(with_line("r-2024", ImputeLinear{})) ==
        "models@2024: 1 gap filled by the line between figures of edition 'r-2024' and edition 'r-2025'\n");
  CHECK(shown(with_line("r-2025", ImputeLinear{})).empty());
  CHECK(shown(with_line("r-2024", ImputeLastObservation{})).empty());
}

}  // namespace
}  // namespace podium
