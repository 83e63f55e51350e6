// The tiny cases of the R package COINr 1.1.14 (golden/coinr/cases/micro-*), as far as podium has their method.
#include <cmath>

#include <doctest/doctest.h>

#include "support/coinr.hpp"

namespace podium {
namespace {

using namespace testing;
using nlohmann::json;

std::vector<double> numbers(const json& list) {
  std::vector<double> values;
  for (const json& value : list.is_array() ? list : json::array({list})) {
    values.push_back(value.is_number() ? value.get<double>() : kMissing);
  }
  return values;
}

/// What podium makes of a micro case: the figures, or nothing where it refuses.
std::optional<std::vector<double>> micro_result(const json& c, const Hierarchy& hierarchy, const Step& step) {
  const Panel panel = panel_of(hierarchy, {{"x", numbers(c["args"]["x"])}});
  const auto result = std::visit(
      [&](const auto& described) -> Result<Panel> {
        if (const auto problem = problem_of(described)) return locate(*problem, {hierarchy, 1}, "x");
        if constexpr (std::is_same_v<std::decay_t<decltype(described)>, RankStep>) {
          return panel;
        } else {
          return apply(described, panel, {hierarchy, 1});
        }
      },
      step);
  if (!result) return std::nullopt;
  const std::span<const double> values = result->values(series_of(hierarchy, "x"));
  return std::vector<double>(values.begin(), values.end());
}

/// A micro case that COINr refuses, or answers with figures that are no numbers for lack of them, podium refuses.
void check_micro(const json& c, const std::optional<std::vector<double>>& actual) {
  CAPTURE(c["name"].get<std::string>());
  const bool is_refused = c.contains("error") || c.dump().find("\"NaN\"") != std::string::npos ||
                          c["args"]["x"].dump() == "[null,null]" || c["name"] == "zscore one value";
  CHECK(actual.has_value() == !is_refused);
  if (is_refused || !actual) return;
  const std::vector<double> expected = numbers(c["expect"]);
  REQUIRE(expected.size() == actual->size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CHECK(is_missing((*actual)[i]) == is_missing(expected[i]));
    if (!is_missing(expected[i])) CHECK(std::abs((*actual)[i] - expected[i]) <= 1e-12 + 1e-9 * std::abs(expected[i]));
  }
}

TEST_CASE("tiny cases of normalisation and imputation agree with COINr") {
  REQUIRE_SHARED(shared);
  const Coinr coinr(shared);
  int covered = 0;
  for (const json& c : coinr.read_json("micro-normalise", "cases")) {
    const std::string op = c["op"];
    const json& args = c["args"];
    NodeSpec node = indicator("x");
    Normalise step;
    if (args.contains("direction")) node.direction = args["direction"].get<int>();
    const auto range = [](const json& pair) { return Bounds{pair[0].get<double>(), pair[1].get<double>()}; };
    if (op == "minmax") {
      step.method = MinMax{args.contains("l_u") ? range(args["l_u"]) : Bounds{}};
    } else if (op == "normalise(minmax)") {
      if (node.direction != 1 && node.direction != -1)
        continue;  // refused when a hierarchy is built, see hierarchy_test.cpp
      step.method = MinMax{range(args["f_n_para"]["l_u"])};
    } else if (op == "dist2max") {
      step.method = MinMax{{0, 1}};
    } else if (op == "zscore") {
      const Bounds parameters = args.contains("m_sd") ? range(args["m_sd"]) : Bounds{0, 1};
      step.method = ZScore{parameters.lower, parameters.upper};
      if (problem_of(std::get<ZScore>(step.method))) {
        CHECK(c.contains("error"));
        continue;
      }
    } else if ((op == "rank" && !args.contains("ties.method")) || op == "normalise(rank)") {
      step.method = RankScore{};
    } else if (op == "goalposts" && c["name"] != "goalposts equal") {
      const json& posts = args["gposts"];
      node.goalposts = range(posts);
      step.method = Goalposts{{0, posts[2].get<double>()}, args.value("trunc2posts", true)};
    } else {
      continue;
    }
    check_micro(c, micro_result(c, hierarchy_of({root(), node}), step));
    ++covered;
  }
  for (const json& c : coinr.read_json("micro-impute", "cases")) {
    if (c["op"] != "mean" && c["op"] != "median") continue;
    const Impute step{.method = c["op"] == "mean" ? ImputeMethod(ImputeMean{}) : ImputeMethod(ImputeMedian{})};
    check_micro(c, micro_result(c, hierarchy_of({root(), indicator("x")}), step));
    ++covered;
  }
  CHECK(covered >= 20);
  MESSAGE(covered << " tiny cases");
}

TEST_CASE("tiny cases of aggregation and ranking agree with COINr") {
  REQUIRE_SHARED(shared);
  const Coinr coinr(shared);
  int covered = 0;
  for (const json& c : coinr.read_json("micro-aggregate", "cases")) {
    const std::string op = c["op"];
    if (op != "amean" && op != "gmean") continue;
    CAPTURE(c["name"].get<std::string>());
    const std::vector<double> values = numbers(c["args"]["x"]);
    const std::vector<double> weights =
        c["args"].contains("w") ? numbers(c["args"]["w"]) : std::vector<double>(values.size(), 1);
    if (weights.size() != values.size()) continue;  // cannot be expressed: a weight belongs to its node
    std::vector<NodeSpec> nodes = {root()};
    for (std::size_t i = 0; i < values.size(); ++i)
      nodes.push_back(indicator(std::string(1, static_cast<char>('a' + i)), "index", weights[i]));
    const auto hierarchy = Hierarchy::build(nodes, {});
    // Negative, missing and all-zero weights are refused here, also where COINr computes with them.
    const bool has_weights = std::ranges::all_of(weights, [](double w) { return w >= 0; }) &&
                             weights != std::vector<double>(values.size(), 0);
    CHECK(hierarchy.has_value() == has_weights);
    ++covered;
    if (!hierarchy) continue;
    Panel panel({"A"}, {Period::year(2024)}, hierarchy->series_ids());
    for (std::size_t i = 0; i < values.size(); ++i) panel.set(static_cast<Series>(i + 1), Time{0}, Unit{0}, values[i]);
    const AggregateMethod method = op == "amean" ? AggregateMethod(Arithmetic{}) : AggregateMethod(Geometric{});
    const auto after = apply(Aggregate{.method = {.otherwise = method}}, panel, {*hierarchy, 1});
    CHECK(after.has_value() == !c.contains("error"));
    if (!after) continue;
    const double expected = numbers(c["expect"])[0];
    const double score = after->value(hierarchy->root(), Time{0}, Unit{0});
    CHECK(is_missing(score) == is_missing(expected));
    if (!is_missing(expected)) CHECK(score == doctest::Approx(expected).epsilon(1e-12));
  }
  for (const json& c : coinr.read_json("micro-rank", "cases")) {
    for (const auto& [column, expected] : c["expect"].items()) {
      std::vector<Rank> ranks;
      for (const double rank : numbers(expected)) ranks.push_back(is_missing(rank) ? 0 : static_cast<Rank>(rank));
      CHECK(competition_ranks(numbers(c["args"]["df"][column])) == ranks);
      ++covered;
    }
  }
  CHECK(covered >= 12);
  MESSAGE(covered << " tiny cases");
}

}  // namespace
}  // namespace podium
