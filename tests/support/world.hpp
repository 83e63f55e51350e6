#pragma once

#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include <rapidcheck.h>

#include "podium/core/run.hpp"

#include "support/small.hpp"

/// Random indices for the properties that hold for every method: units and nodes whose order a test can change.
namespace podium::testing {

/// An index of three levels above its indicators with its figures, in whatever order of units and nodes.
struct World {
  std::vector<NodeSpec> nodes;
  std::vector<std::string> units;
  std::vector<std::string> regions;  ///< of the units; empty: in none
  std::size_t periods = 1;
  std::map<std::string, std::vector<double>> figures;  ///< of each indicator, period after period
};

/// What stands at these positions, in their order.
template <class Value>
std::vector<Value> picked(const std::vector<Value>& values, const std::vector<std::size_t>& positions) {
  std::vector<Value> result;
  for (const std::size_t position : positions) result.push_back(values[position]);
  return result;
}

inline std::vector<std::size_t> places(std::size_t count) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  return order;
}

/// All values alike from the first case on; by themselves cases begin with the lowest.
inline int arbitrary_between(int lowest, int highest) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(lowest, highest + 1));
}

inline std::vector<std::size_t> arbitrary_order(std::size_t count) {
  std::vector<std::size_t> order = places(count);
  for (std::size_t i = count; i > 1; --i) {
    std::swap(order[i - 1], order[static_cast<std::size_t>(arbitrary_between(0, static_cast<int>(i) - 1))]);
  }
  return order;
}

/// The same figures with units and nodes in another order.
inline World rearranged(const World& world, const std::vector<std::size_t>& units,
                        const std::vector<std::size_t>& nodes) {
  World other{picked(world.nodes, nodes), picked(world.units, units), picked(world.regions, units), world.periods, {}};
  std::vector<std::size_t> cells;
  for (std::size_t period = 0; period < world.periods; ++period) {
    for (const std::size_t unit : units) cells.push_back(period * units.size() + unit);
  }
  for (const auto& [id, figures] : world.figures) other.figures[id] = picked(figures, cells);
  return other;
}

inline Hierarchy hierarchy_of(const World& world) { return hierarchy_of(world.nodes); }

inline Panel panel_of(const World& world, const Hierarchy& hierarchy) {
  std::vector<Period> years;
  for (std::size_t i = 0; i < world.periods; ++i) years.push_back(Period::year(2021 + static_cast<int>(i)));
  Panel panel(world.units, years, hierarchy.series_ids());
  for (const auto& [id, figures] : world.figures) {
    std::ranges::copy(figures, panel.values(series_of(hierarchy, id)).begin());
  }
  return panel;
}

inline Result<CheckedRecipe> recipe_in(const World& world, std::vector<Step> steps) {
  return check(Recipe{std::move(steps)}, hierarchy_of(world),
               {.units = world.units, .groups = {.names = {"region"}, .values = {world.regions}}});
}

/// Marks from 1 to 60, more is better, that go with each other: 10 to 50 for the unit, up to 9 more or less for the
/// indicator; ties are frequent and one in eight is a gap. A has 1 everywhere, B 30 and C 60, without gaps; D has no
/// figure at all below one of the pillars. Squared, marks become figures whose distribution leans; where less is
/// better they are counted from 61 down.
inline World arbitrary_world() {
  const auto weighted = [](NodeSpec node) {
    node.weight = arbitrary_between(1, 40) / 8.0;
    return node;
  };
  World world{.nodes = {root(), weighted(pillar("p")), weighted(pillar("q")), weighted(pillar("r", "p")),
                        weighted(pillar("s", "p"))},
              .units = {"A", "B", "C", "D"},
              .regions = {"north", "south", "south", ""},
              .periods = static_cast<std::size_t>(arbitrary_between(1, 3)),
              .figures = {}};
  for (int i = arbitrary_between(6, 12); i > 0; --i) {
    world.units.emplace_back(1, static_cast<char>('D' + i));
    world.regions.emplace_back(i % 2 == 0 ? "north" : "south");
  }
  std::vector<int> common(world.units.size() * world.periods);
  for (int& mark : common) mark = arbitrary_between(10, 50);
  for (const auto& [id, parent] : std::initializer_list<std::pair<const char*, const char*>>{
           {"a", "r"}, {"b", "r"}, {"c", "s"}, {"d", "s"}, {"e", "q"}, {"f", "q"}, {"g", "q"}}) {
    NodeSpec node = with_goalposts(weighted(indicator(id, parent)), 100, 2500);
    node.direction = node.id == "b" || node.id == "e" ? -1 : 1;
    node.target = Bounds{400, 1600};
    for (std::size_t cell = 0; cell < common.size(); ++cell) {
      const std::size_t unit = cell % world.units.size();
      const int mark = unit < 3 ? std::array{1, 30, 60}[unit] : common[cell] + arbitrary_between(-9, 9);
      const bool is_gap = unit >= 3 && (arbitrary_between(1, 8) == 1 || (unit == 3 && node.parent == "q"));
      const int from_worst = node.direction > 0 ? mark : 61 - mark;
      world.figures[node.id].push_back(is_gap ? kMissing : from_worst * from_worst);
    }
    world.nodes.push_back(std::move(node));
  }
  return world;
}

}  // namespace podium::testing
