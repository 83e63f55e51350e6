#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "podium/core/number_text.hpp"
#include "podium/core/recipe.hpp"

/// Small hierarchies, panels and texts of them, so that a test shows its figures and nothing else.
namespace podium::testing {

/// The diagnostics' texts, one a line.
inline std::string text_of(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) text += (text.empty() ? "" : "\n") + to_text(diagnostic);
  return text;
}

template <class T>
std::string problems_of(const Result<T>& result) {
  return result ? std::string() : text_of(result.diagnostics());
}

/// The value, or the end of the test case with what stood in its way.
template <class T>
T must(Result<T> result) {
  const std::string problems = problems_of(result);
  REQUIRE_MESSAGE(result.has_value(), problems);
  return *std::move(result);
}

/// "1 2.5 - 4": figures in their shortest form, a gap as "-". Equal texts are equal figures.
inline std::string shown(std::span<const double> values) {
  std::string text;
  for (const double value : values) {
    text += (text.empty() ? "" : " ") + (is_missing(value) ? "-" : shortest(value));
  }
  return text;
}

inline NodeSpec root() { return {.id = "index", .parent = ""}; }

inline NodeSpec pillar(std::string id, std::string parent = "index", double weight = 1) {
  return {.id = std::move(id), .parent = std::move(parent), .weight = weight};
}

inline NodeSpec indicator(std::string id, std::string parent = "index", double weight = 1) {
  return {.id = std::move(id), .parent = std::move(parent), .kind = NodeSpec::Kind::Indicator, .weight = weight};
}

inline NodeSpec with_direction(NodeSpec node, int direction) {
  node.direction = direction;
  return node;
}

inline NodeSpec with_goalposts(NodeSpec node, double lower, double upper) {
  node.goalposts = Bounds{lower, upper};
  return node;
}

inline NodeSpec with_denominator(NodeSpec node, std::string denominator, double factor = 1) {
  node.denominator = std::move(denominator);
  node.factor = factor;
  return node;
}

inline Hierarchy hierarchy_of(std::vector<NodeSpec> nodes, std::vector<std::string> denominators = {}) {
  return must(Hierarchy::build(std::move(nodes), std::move(denominators)));
}

inline Series series_of(const Hierarchy& hierarchy, std::string_view id) {
  const auto ids = hierarchy.series_ids();
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (ids[i] == id) return static_cast<Series>(i);
  }
  FAIL("no series of that name in the test's hierarchy");
  return Series{};
}

/// The columns of a panel: a series' id and its figures, period after period.
using Columns = std::vector<std::pair<std::string, std::vector<double>>>;

/// Units A, B, C ... and the periods 2021, 2022 ... as many as asked for. Series without a column are gaps.
inline Panel panel_of(const Hierarchy& hierarchy, const Columns& columns, std::size_t periods = 1) {
  std::vector<std::string> units;
  for (std::size_t i = 0; i < columns.front().second.size() / periods; ++i) {
    units.emplace_back(1, static_cast<char>('A' + static_cast<char>(i)));
  }
  std::vector<Period> years;
  for (std::size_t i = 0; i < periods; ++i) years.push_back(Period::year(2021 + static_cast<int>(i)));
  Panel panel(units, years, hierarchy.series_ids());
  for (const auto& [id, values] : columns) {
    const std::span<double> cells = panel.values(series_of(hierarchy, id));
    REQUIRE(values.size() == cells.size());
    std::ranges::copy(values, cells.begin());
  }
  return panel;
}

/// All periods of a series, as `shown`.
inline std::string shown(const Panel& panel, const Hierarchy& hierarchy, std::string_view id) {
  return shown(panel.values(series_of(hierarchy, id)));
}

inline CheckedRecipe checked(std::vector<Step> steps, const Hierarchy& hierarchy,
                             std::span<const std::string> units = {}) {
  return must(check(Recipe{std::move(steps)}, hierarchy, {.units = units}));
}

}  // namespace podium::testing
