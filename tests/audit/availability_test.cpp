#include "podium/audit/availability.hpp"

#include <doctest/doctest.h>

#include "audit/example.hpp"

namespace podium {
namespace {

using namespace testing;

/// Three units with figures for a and b, which are of status I where `carried` names the series; b is divided by d.
Index divided_index(const std::string& carried) {
  const Metadata metadata{{root(), indicator("a"), with_denominator(indicator("b"), "d")}, {"d"}};
  const Table table{{"uCode", "a", "b", "d"}, {{"A", "1", "2", "4"}, {"B", "2", "8", "4"}, {"C", "3", "6", "2"}}};
  Index index = index_of(metadata, table, {Denominate{}, Normalise{}, Aggregate{}});
  const Series series = *index.find_series(carried);
  for (Observation& observation : index.observations) {
    if (observation.series == series) observation.status = Status::Imputed;
  }
  return index;
}

CellCounts counts_of(const Index& index, const std::string& id) {
  const Computed computed = must(compute(index, index.edition));
  return availability_of(index, computed, Time{0}).by_series[at(*index.find_series(id))];
}

TEST_CASE("a figure that its author carried in is counted as such") {
  const Index index = divided_index("a");
  CHECK(counts_of(index, "a").carried == 3);
  CHECK(counts_of(index, "a").reported == 0);
  CHECK(counts_of(index, "b").reported == 3);
}

TEST_CASE("a figure that is divided by a carried denominator is still a figure of its period") {
  const Index index = divided_index("d");
  CHECK(counts_of(index, "b").reported == 3);
  CHECK(counts_of(index, "b").carried == 0);
}

}  // namespace
}  // namespace podium
