#pragma once

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "podium/core/run.hpp"

#include "support/csv.hpp"
#include "support/shared.hpp"
#include "support/small.hpp"

/// The results of the R package COINr beside the reference data; their README.md says what the files mean.
namespace podium::testing {

/// The nodes and denominators of a metadata table. Directions are left out where figures are normalised already.
struct Metadata {
  std::vector<NodeSpec> nodes;
  std::vector<std::string> denominators;

  NodeSpec* find(std::string_view id) {
    const auto found = std::ranges::find(nodes, id, &NodeSpec::id);
    return found == nodes.end() ? nullptr : &*found;
  }
};

enum class Directions : std::uint8_t { Kept, Applied };

inline Metadata metadata_of(const Table& table, Directions directions) {
  Metadata metadata;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const std::string& type = table.text(row, "Type");
    const std::string& id = table.text(row, "iCode");
    if (type == "Denominator") metadata.denominators.push_back(id);
    if (type != "Indicator" && type != "Aggregate") continue;
    const auto or_empty = [&](const char* column) {
      const std::string& field = table.text(row, column);
      return field == "NA" ? std::string() : field;
    };
    NodeSpec node{.id = id, .parent = or_empty("Parent"), .weight = table.number(row, "Weight")};
    if (type == "Indicator") {
      node.kind = NodeSpec::Kind::Indicator;
      node.denominator = or_empty("Denominator");
      if (directions == Directions::Kept) node.direction = static_cast<int>(table.number(row, "Direction"));
    }
    metadata.nodes.push_back(std::move(node));
  }
  return metadata;
}

/// The units of a table, or its units and years.
inline Panel panel_from(const Table& table, const Hierarchy& hierarchy) {
  std::set<std::string> units;
  std::set<int> years;
  const auto year_of = [&table](std::size_t row) {
    return table.has("Time") && table.text(row, "Time") != "NA" ? static_cast<int>(table.number(row, "Time")) : 2020;
  };
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    units.insert(table.text(row, "uCode"));
    years.insert(year_of(row));
  }
  std::vector<Period> periods;
  for (const int year : years) periods.push_back(Period::year(year));
  Panel panel({units.begin(), units.end()}, periods, hierarchy.series_ids());
  for (const Series series : all_series(panel)) {
    if (!table.has(panel.id(series))) continue;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      const Time time = *panel.find_period(Period::year(year_of(row)));
      panel.set(series, time, *panel.find_unit(table.text(row, "uCode")), table.number(row, panel.id(series)));
    }
  }
  return panel;
}

/// The folder of the reference data and the comparison with one of its cases.
class Coinr {
 public:
  explicit Coinr(const std::filesystem::path& shared) : root_(shared / "golden" / "coinr") {}

  Table data(const std::string& name) const { return read_table(root_ / "data" / (name + ".csv")); }
  Table table(const std::string& id, const std::string& name) const {
    return read_table(root_ / "cases" / id / (name + ".csv"));
  }
  nlohmann::json read_json(const std::string& id, const std::string& name) const {
    return nlohmann::json::parse(read_text(root_ / "cases" / id / (name + ".json")));
  }
  Metadata metadata(Directions directions = Directions::Kept) const {
    return metadata_of(data("ASEM_iMeta"), directions);
  }

  /// Every figure of the expected table, and no figure where it has none. Columns that the panel lacks do not take
  /// part, nor does `except`.
  void check_same(const std::string& id, const std::string& file, const Panel& actual,
                  const std::string& except = {}) const {
    const nlohmann::json tolerance = read_json(id, "case")["tolerance"];
    const double absolute = tolerance["abs"].get<double>();
    const double relative = tolerance["rel"].get<double>();
    const Table table = this->table(id, file);
    std::size_t compared = 0;
    double largest = 0;
    std::set<std::string> listed;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      const std::string& code = table.text(row, "uCode");
      const bool has_time = table.has("Time") && actual.periods().size() > 1;
      const Period period = has_time ? Period::year(static_cast<int>(table.number(row, "Time"))) : actual.periods()[0];
      const auto unit = actual.find_unit(code);
      const auto time = actual.find_period(period);
      REQUIRE_MESSAGE((unit && time), id << ": " << code << " " << to_text(period));
      CHECK_MESSAGE(!actual.is_excluded(*time, *unit), id << ": " << code << " should be kept");
      listed.insert(code + to_text(period));
      for (const Series series : all_series(actual)) {
        if (!table.has(actual.id(series)) || actual.id(series) == except) continue;
        const double expected = table.number(row, actual.id(series));
        const double value = actual.value(series, *time, *unit);
        ++compared;
        if (is_missing(expected) && is_missing(value)) continue;
        const double error = std::abs(value - expected);
        if (error <= absolute + relative * std::abs(expected)) {
          largest = std::max(largest, error / std::max(std::abs(expected), 1.0));
        } else {
          FAIL_CHECK(id << "/" << file << ": " << code << " " << actual.id(series) << " is " << value << ", expected "
                        << expected);
        }
      }
    }
    for (const Time time : all_periods(actual)) {
      for (const Unit unit : all_units(actual)) {
        const bool is_listed = listed.contains(actual.code(unit) + to_text(actual.period(time)));
        CHECK_MESSAGE((is_listed || actual.is_excluded(time, unit)),
                      id << ": " << actual.code(unit) << " should be left out");
      }
    }
    CHECK(compared > 0);
    MESSAGE(id << "/" << file << ": " << compared << " figures, largest error " << largest);
  }

  /// As check_same, for the ranks of all nodes.
  void check_ranks(const std::string& id, const Ranking& ranking, const Hierarchy& hierarchy,
                   const std::string& except = {}) const {
    Panel ranks = ranking.panel();
    for (const Series series : all_series(ranks)) {
      for (const Time time : all_periods(ranks)) {
        for (const Unit unit : all_units(ranks)) {
          const Rank rank = at(series) < hierarchy.size() ? ranking.rank(series, time, unit) : 0;
          ranks.set(series, time, unit, rank == 0 ? kMissing : static_cast<double>(rank));
        }
      }
    }
    check_same(id, "ranks", ranks, except);
  }

 private:
  std::filesystem::path root_;
};

/// The panel after the first steps of a recipe, whose end is filled in where a test has no use for it.
inline Panel after_steps(std::vector<Step> steps, const Hierarchy& hierarchy, const Panel& panel) {
  const std::size_t count = steps.size();
  const bool normalises =
      std::ranges::any_of(steps, [](const Step& s) { return std::holds_alternative<Normalise>(s); });
  if (!normalises) steps.emplace_back(Normalise{});
  steps.emplace_back(Aggregate{});
  return must(run_steps(checked(steps, hierarchy), panel, count));
}

}  // namespace podium::testing
