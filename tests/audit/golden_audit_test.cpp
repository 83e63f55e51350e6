// The audit's tables against COINr's, over its example data.
#include <cmath>
#include <set>

#include <doctest/doctest.h>

#include "podium/audit/audit.hpp"
#include "podium/audit/comparison.hpp"
#include "podium/audit/result_table.hpp"
#include "podium/audit/strengths.hpp"

#include "audit/example.hpp"

namespace podium {
namespace {

using namespace testing;

struct Example {
  Index index;
  Computed computed;
};

Example example(const Metadata& metadata, const Table& table, std::vector<Step> steps,
                const std::string& grouping = {}) {
  Index index = index_of(metadata, table, std::move(steps), grouping);
  Computed computed = must(compute(index, LatestEdition{}));
  return {std::move(index), std::move(computed)};
}

Example normalised_example(const Coinr& coinr, const std::string& data = "ASEM_normalised",
                           AggregateMethod method = Arithmetic{}) {
  Metadata metadata = coinr.metadata(Directions::Applied);
  for (NodeSpec& node : metadata.nodes) node.denominator.clear();
  metadata.denominators.clear();
  return example(metadata, coinr.data(data), {Aggregate{.method = {.otherwise = std::move(method)}}});
}

TEST_CASE("leaving out pillars and sub-indices agrees with COINr") {
  REQUIRE_SHARED(shared);
  const Coinr coinr(shared);
  const auto [index, computed] = normalised_example(coinr);
  const std::vector<Removal> removals = removals_of(index, computed, Time{0});
  for (const std::string id : {"remove-level2", "remove-level3"}) {
    const Table changes = coinr.table(id, "mean_abs_change");
    const Table ranks = coinr.table(id, "ranks");
    const Table scores = coinr.table(id, "scores");
    double largest = 0;
    for (std::size_t row = 1; row < changes.rows.size(); ++row) {
      const std::string& element = changes.text(row, "element");
      const auto removal = std::ranges::find(removals, *index.find_series(element), &Removal::removed);
      REQUIRE(removal != removals.end());
      CHECK(removal->mean_rank_change == doctest::Approx(changes.number(row, "value")).epsilon(1e-12));
      for (std::size_t i = 0; i < ranks.rows.size(); ++i) {
        const std::size_t unit = at(*index.find_unit(ranks.text(i, "uCode")));
        CHECK(removal->ranks[unit] == static_cast<Rank>(ranks.number(i, element)));
        largest = std::max(largest, std::abs(removal->scores[unit] - scores.number(i, element)));
      }
    }
    CHECK(largest < 1e-9);
    MESSAGE(id << ": largest error " << largest);
  }
}

TEST_CASE("the comparison of two rankings agrees with COINr") {
  REQUIRE_SHARED(shared);
  const Coinr coinr(shared);
  const Example first = normalised_example(coinr);
  const Example second = normalised_example(coinr, "ASEM_normalised_1_100", Geometric{});
  const RankingComparison found =
      compare_rankings(first.computed.ranking, second.computed.ranking, first.index.hierarchy.root(), Time{0});
  const Table expected = coinr.table("compare-amean-gmean", "by_rank");
  double sum = 0;
  for (std::size_t row = 0; row < expected.rows.size(); ++row) {
    const auto move = std::ranges::find(found.moves, expected.text(row, "uCode"), &RankMove::unit);
    REQUIRE(move != found.moves.end());
    CHECK(move->first == static_cast<Rank>(expected.number(row, "coin.1")));
    CHECK(move->second == static_cast<Rank>(expected.number(row, "coin.2")));
    CHECK(move->gain() == static_cast<int>(expected.number(row, "Diff")));
    sum += expected.number(row, "Abs.diff");
  }
  CHECK(found.mean_absolute_change == doctest::Approx(sum / 51));
  const std::vector<std::size_t> order = found.largest_first();
  CHECK(std::abs(found.moves[order.front()].gain()) == static_cast<int>(found.largest_change));
}

TEST_CASE("strengths and weaknesses agree with COINr") {
  REQUIRE_SHARED(shared);
  const Coinr coinr(shared);
  Metadata metadata = coinr.metadata();
  for (NodeSpec& node : metadata.nodes) node.denominator.clear();
  metadata.denominators.clear();
  const auto [index, computed] = example(metadata, coinr.data("ASEM_raw"), {Normalise{}, Aggregate{}});
  const Strengths found = strengths_of(index, computed, Time{0}, *index.find_unit("AUT"), 5, LastPlace::LeftOut);
  for (const auto& [file, places] :
       {std::pair("strengths", found.strengths), std::pair("weaknesses", found.weaknesses)}) {
    const Table expected = coinr.table("strengths-aut", file);
    REQUIRE(places.size() == expected.rows.size());
    for (std::size_t row = 0; row < places.size(); ++row) {
      CHECK(index.hierarchy.node(places[row].indicator).id == expected.text(row, "Code"));
      CHECK(places[row].rank == static_cast<Rank>(expected.number(row, "Rank")));
    }
  }
}

TEST_CASE("result tables and ranks inside groups agree with COINr") {
  REQUIRE_SHARED(shared);
  const Coinr coinr(shared);
  Metadata metadata = coinr.metadata(Directions::Applied);
  for (NodeSpec& node : metadata.nodes) node.denominator.clear();
  metadata.denominators.clear();
  Table data = coinr.data("ASEM_normalised");
  const Table groups = coinr.table("results-tables", "group_ranks");
  data.columns.emplace_back("GDP_group");
  for (std::size_t row = 0; row < data.rows.size(); ++row) {
    for (std::size_t i = 0; i < groups.rows.size(); ++i) {
      if (groups.text(i, "uCode") == data.text(row, "uCode")) data.rows[row].push_back(groups.text(i, "GDP_group"));
    }
  }
  const auto [index, computed] = example(metadata, data, {Aggregate{}}, "GDP_group");
  const ResultTable table = result_table(index, computed, Time{0}, "GDP_group");
  const Table scores = coinr.table("results-tables", "full_scores");
  REQUIRE(table.rows.size() == scores.rows.size());
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    CHECK(index.info(table.rows[row].unit).code == scores.text(row, "uCode"));
    for (std::size_t column = 0; column < table.nodes.size(); ++column) {
      const std::string& id = index.hierarchy.node(table.nodes[column]).id;
      CHECK(std::abs(table.rows[row].scores[column] - scores.number(row, id)) < 0.0051);
      if (index.hierarchy.is_indicator(table.nodes[column])) continue;
      for (std::size_t i = 0; i < groups.rows.size(); ++i) {
        if (groups.text(i, "uCode") != scores.text(row, "uCode")) continue;
        CHECK(table.rows[row].ranks_in_group[column] == static_cast<Rank>(groups.number(i, id)));
      }
    }
  }
}

TEST_CASE("availability agrees with COINr") {
  REQUIRE_SHARED(shared);
  const Coinr coinr(shared);
  Metadata metadata = coinr.metadata();
  for (NodeSpec& node : metadata.nodes) node.denominator.clear();
  const auto [index, computed] = example(metadata, coinr.data("ASEM_raw"), {Normalise{}, Aggregate{}});
  const Availability found = availability_of(index, computed, Time{0});
  const Table summary = coinr.table("availability", "summary");
  const Table by_group = coinr.table("availability", "by_group");
  for (std::size_t row = 0; row < summary.rows.size(); ++row) {
    const std::size_t unit = at(*index.find_unit(summary.text(row, "uCode")));
    const CellCounts& counts = found.by_unit[unit];
    CHECK(counts.missing == static_cast<std::size_t>(summary.number(row, "N_missing")));
    CHECK(counts.zeros == static_cast<std::size_t>(summary.number(row, "N_zero")));
    CHECK(counts.available_share() == doctest::Approx(summary.number(row, "Dat_Avail")));
    for (std::size_t column = 1; column < by_group.columns.size(); ++column) {
      const std::string& node = by_group.columns[column];
      CHECK(found.share(at(*index.find_series(node)), unit) == doctest::Approx(by_group.number(row, node)));
    }
  }
}

std::string pair_text(const Index& index, const SeriesPair& pair) {
  const std::vector<std::string> ids = index.hierarchy.series_ids();
  const std::string& a = ids[at(pair.first)];
  const std::string& b = ids[at(pair.second)];
  return std::min(a, b) + " " + std::max(a, b);
}

TEST_CASE("high correlations agree with COINr") {
  REQUIRE_SHARED(shared);
  const Coinr coinr(shared);
  const auto [index, computed] = normalised_example(coinr);
  std::set<std::string> found;
  for (const SeriesPair& pair : flagged(correlations_of(index, computed, Time{0}).siblings, PairFlag::High, 0.7)) {
    // COINr compares as printed, with three decimals, and lists positive ones only.
    const bool is_above_as_printed = pair.correlation.r >= 0.7005;
    if (index.hierarchy.is_indicator(pair.first) && is_above_as_printed) found.insert(pair_text(index, pair));
  }
  const Table expected = coinr.table("corr-flags-high", "flags");
  CHECK(found.size() == expected.rows.size());
  for (std::size_t row = 0; row < expected.rows.size(); ++row) {
    const auto [a, b] = std::minmax(expected.text(row, "Ind1"), expected.text(row, "Ind2"));
    CHECK(found.contains(std::string(a).append(" ").append(b)));
  }
}

TEST_CASE("correlations with denominators agree with COINr") {
  REQUIRE_SHARED(shared);
  const Coinr coinr(shared);
  Metadata metadata = coinr.metadata(Directions::Applied);
  for (NodeSpec& node : metadata.nodes) node.denominator.clear();
  const auto [index, computed] = example(metadata, coinr.data("ASEM_iData"), {Normalise{}, Aggregate{}});
  const Correlations found =
      correlations_of(index, computed, Time{0}, {.denominator_correlation = CorrelationKind::Pearson});
  std::size_t high = 0;
  const Table expected = coinr.table("corr-denominators", "table");
  for (const SeriesPair& pair : flagged(found.with_denominators, PairFlag::High, 0.6)) {
    if (pair.first == index.hierarchy.root()) continue;
    ++high;
    bool is_listed = false;
    for (std::size_t row = 0; row < expected.rows.size(); ++row) {
      const std::vector<std::string> ids = index.hierarchy.series_ids();
      if (expected.text(row, "Ind") != ids[at(pair.first)] || expected.text(row, "Denom") != ids[at(pair.second)]) {
        continue;
      }
      is_listed = true;
      CHECK(pair.correlation.r == doctest::Approx(expected.number(row, "Corr")).epsilon(1e-9));
    }
    CHECK_MESSAGE(is_listed, pair_text(index, pair));
  }
  CHECK(high == expected.rows.size());
}

}  // namespace
}  // namespace podium
