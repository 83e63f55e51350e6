#pragma once

#include <cstdlib>
#include <string>

#include "podium/core/run.hpp"

/// A pipeline like that of COINr's ASEM example, of any size: denominate, impute by the mean of the unit's group,
/// screen at 90 %, treat (winsorise, then logarithm), minmax, weighted arithmetic means over three levels. The figures
/// are made up after that example: 3 % are gaps, a fifth of the indicators are divided, and 15 of 49 fail the check of
/// skewness and kurtosis and are mended by bringing in one to four outliers.
namespace podium::bench {

inline constexpr std::size_t kPillars = 8;
inline constexpr std::size_t kGroups = 4;

inline Hierarchy make_hierarchy(std::size_t indicators) {
  std::vector<NodeSpec> nodes = {
      {.id = "index", .parent = ""}, {.id = "left", .parent = "index"}, {.id = "right", .parent = "index"}};
  for (std::size_t i = 0; i < kPillars; ++i) {
    nodes.push_back({.id = "pillar" + std::to_string(i), .parent = i < kPillars / 2 ? "left" : "right"});
  }
  for (std::size_t i = 0; i < indicators; ++i) {
    nodes.push_back({.id = "x" + std::to_string(i),
                     .parent = "pillar" + std::to_string(i % kPillars),
                     .kind = NodeSpec::Kind::Indicator,
                     .weight = 1 + static_cast<double>(i % 3),
                     .direction = i % 5 == 0 ? -1 : 1,
                     .denominator = i % 5 == 0 ? "size" : ""});
  }
  auto hierarchy = Hierarchy::build(std::move(nodes), {"size"});
  if (!hierarchy) std::abort();
  return *std::move(hierarchy);
}

/// splitmix64 of a cell's number, as a share of 1.
inline double mixed(std::uint64_t number) {
  std::uint64_t z = (number + 1) * 0x9e3779b97f4a7c15U;
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
  return static_cast<double>((z ^ (z >> 31U)) >> 11U) * 0x1p-53;
}

inline Panel make_panel(const Hierarchy& hierarchy, std::size_t unit_count) {
  std::vector<std::string> units;
  for (std::size_t i = 0; i < unit_count; ++i) units.push_back("U" + std::to_string(100 + i));
  Panel panel(std::move(units), {Period::year(2018)}, hierarchy.series_ids());
  std::uint64_t cell = 0;
  for (const Series series : all_series(panel)) {
    if (at(series) < hierarchy.size() && !hierarchy.is_indicator(series)) continue;
    const bool is_denominator = at(series) >= hierarchy.size();
    const std::span<double> values = panel.values(series);
    for (double& value : values) {
      value = 1 + mixed(++cell);
      if (!is_denominator && mixed(++cell) < 0.03) value = kMissing;
    }
    const bool has_outliers = at(series) % 10 < 3 && !is_denominator;
    const std::size_t outliers = has_outliers ? 1 + at(series) % 4 : 0;
    for (std::size_t i = 0; i < outliers; ++i) values[i * 5] = 8 + mixed(++cell);
  }
  return panel;
}

inline UnitGroups make_groups(std::size_t unit_count) {
  std::vector<std::string> regions;
  for (std::size_t i = 0; i < unit_count; ++i) regions.push_back("region" + std::to_string(i % kGroups));
  return {{"region"}, {std::move(regions)}};
}

/// The steps, and a pipeline of 51 x 49 or 200 x 100.
struct RecipeExample {
  RecipeExample(std::size_t unit_count, std::size_t indicators)
      : units(unit_count),
        hierarchy(make_hierarchy(indicators)),
        recipe(make_recipe()),
        panel(make_panel(hierarchy, units)) {}

  CheckedRecipe make_recipe() const {
    const Recipe steps{{Denominate{}, Impute{.method = ImputeGroupMean{.group = "region"}},
                        Screen{.min_available = 0.9}, Treat{.method = Winsorise{}, .then = LogTreatment{}}, Normalise{},
                        Aggregate{}}};
    auto checked = check(steps, hierarchy, {.units = {}, .groups = make_groups(units)});
    if (!checked) std::abort();
    return *std::move(checked);
  }

  /// The panel as a step finds it.
  Panel after(std::size_t count) const {
    auto result = run_steps(recipe, panel, count);
    if (!result) std::abort();
    return *std::move(result);
  }

  std::size_t units;
  Hierarchy hierarchy;
  CheckedRecipe recipe;
  Panel panel;
};

}  // namespace podium::bench
