#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "podium/core/run.hpp"

#include "golden/case.hpp"
#include "golden/found_table.hpp"

namespace podium::golden {

/// The tables that a case starts from, told apart by their columns.
struct Inputs {
  std::vector<std::pair<std::string, Table>> data;  ///< with uCode: path and table, in the case's order
  std::optional<Table> metadata;                    ///< with iCode, Type, Parent
  std::optional<Table> directions;                  ///< with iCode, Direction

  /// The first table of units; Malformed if there is none.
  const Table& first() const;
};

/// Reads the files of `input` and of `metadata` steps. Other files are left to whoever needs them.
Inputs read_inputs(const Case& c);

/// The nodes of an index before they are checked, so that a step's own weights, goalposts or denominators can be set.
struct Blueprint {
  std::vector<NodeSpec> nodes;
  std::vector<std::string> denominators;

  NodeSpec* find(std::string_view id);
  /// Malformed if there is no such node.
  NodeSpec& node(std::string_view id);
  std::vector<NodeSpec*> indicators();
};

/// By metadata; without it every numeric column of `table` is an indicator below one root.
Blueprint blueprint_of(const Inputs& inputs, const Table& table);
/// Sets the weights of a table with iCode and Weight.
void set_weights(Blueprint& blueprint, const Table& weights);

/// An index and its figures.
struct TableIndex {
  Hierarchy hierarchy;
  Panel panel;
  UnitGroups groups;
  std::vector<std::string> units;                                   ///< as the table lists them
  std::map<std::string, std::map<std::string, std::string>> texts;  ///< text columns: name -> unit -> text

  RecipeSetting setting() const;
  StepContext context() const { return {.hierarchy = hierarchy, .number = 1, .groups = &groups}; }
  /// Malformed if there is no such series.
  Series series(std::string_view id) const;
};

/// Throws Refused if the hierarchy is not sound.
TableIndex build_index(const Blueprint& blueprint, const Inputs& inputs, const Table& table);

/// podium found something wrong with the case.
struct Refused : std::runtime_error {
  explicit Refused(const std::string& text) : std::runtime_error(text) {}
  explicit Refused(Diagnostics found) : std::runtime_error(text_of(found)), problems(std::move(found)) {}

  static std::string text_of(const Diagnostics& problems) {
    const std::string more = problems.size() > 1 ? "; and " + std::to_string(problems.size() - 1) + " more" : "";
    return "podium refuses: " + to_text(problems.front()) + more;
  }

  Diagnostics problems{};
};

template <class T>
T must(Result<T> result) {
  if (!result) throw Refused(std::move(result).diagnostics());
  return *std::move(result);
}

/// The panel's figures as a table with the key columns (Time and) uCode, as the expected table has them. Units that
/// screening left out have no row.
FoundTable panel_table(const TableIndex& index, const Panel& panel, const Table& expected);
FoundTable::Key panel_key(const Panel& panel, Time time, Unit unit, bool has_time);

}  // namespace podium::golden
