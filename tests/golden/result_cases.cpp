// Result tables, summaries of units, comparisons and removals: what podium's audit says about an index.
#include <algorithm>
#include <cmath>

#include "podium/audit/comparison.hpp"
#include "podium/audit/removal.hpp"
#include "podium/audit/result_table.hpp"
#include "podium/audit/strengths.hpp"

#include "golden/handlers.hpp"
#include "golden/model_index.hpp"
#include "golden/normalise_method.hpp"
#include "golden/pipeline.hpp"

namespace podium::golden {
namespace {

/// An index of scores, with the nodes above indicators as the table has them.
struct Scored {
  TableIndex index;
  podium::Index model;
  Computed computed;
};

Scored scored_index(const Inputs& inputs, const Table& table) {
  Blueprint blueprint = blueprint_of(inputs, table);
  for (NodeSpec* const node : blueprint.indicators()) node->direction = 1;
  TableIndex index = build_index(blueprint, inputs, table);
  const CheckedRecipe recipe = must(check(Recipe{{Aggregate{}}}, index.hierarchy, index.setting()));
  podium::Index model = model_index(index, recipe);
  Computed computed = computed_from_scores(model, index);
  return {.index = std::move(index), .model = std::move(model), .computed = std::move(computed)};
}

Unit unit_of(const TableIndex& index, const std::string& code) {
  if (const auto unit = index.panel.find_unit(code)) return *unit;
  throw Malformed("no unit " + code);
}

/// Text of a metadata column for a node; "NA" if there is none.
std::string metadata_text(const Inputs& inputs, const std::string& id, std::string_view column) {
  if (inputs.metadata && inputs.metadata->has(column)) {
    for (std::size_t row = 0; row < inputs.metadata->rows.size(); ++row) {
      if (inputs.metadata->text(row, "iCode") == id) return inputs.metadata->text(row, column);
    }
  }
  return "NA";
}

/// The table says how many decimals it was printed with, two if not.
int decimals_of(const Output& output) {
  const auto word = output.what.find(" decimals");
  if (word == std::string::npos || word == 0) return 2;
  const char digit = output.what[word - 1];
  return digit >= '0' && digit <= '9' ? digit - '0' : 2;
}

double to_significant(double value, int digits) {
  if (value == 0 || is_missing(value)) return value;
  const int places = digits - 1 - static_cast<int>(std::floor(std::log10(std::abs(value))));
  const double scale = std::pow(10.0, std::abs(places));
  return places >= 0 ? std::round(value * scale) / scale : std::round(value / scale) * scale;
}

std::string grouping_of(const Table& expected, const TableIndex& index) {
  for (const std::string& column : expected.columns) {
    if (index.groups.find(column) != nullptr) return column;
  }
  throw Malformed(expected.name + ": no column is a grouping of the units");
}

enum class Shown { Scores, Ranks, GroupRanks };

FoundTable found_results(const Scored& scored, const podium::ResultTable& table, Shown what, int decimals) {
  const Panel& panel = scored.index.panel;
  FoundTable result({"uCode"});
  const auto or_gap = [](Rank rank) { return rank == 0 ? kMissing : static_cast<double>(rank); };
  for (const ResultRow& row : table.rows) {
    const FoundTable::Key key{panel.code(row.unit)};
    for (const auto& [column, by_unit] : scored.index.texts) {
      if (by_unit.contains(key.front())) result.set_text(key, column, by_unit.at(key.front()));
    }
    result.set(key, "Rank", or_gap(scored.computed.ranking.rank(scored.index.hierarchy.root(), Time{0}, row.unit)));
    for (std::size_t i = 0; i < table.nodes.size(); ++i) {
      const std::string& column = panel.id(table.nodes[i]);
      if (what == Shown::Scores) result.set_rounded(key, column, row.scores[i], decimals);
      if (what == Shown::Ranks) result.set(key, column, or_gap(row.ranks[i]));
      if (what == Shown::GroupRanks) result.set(key, column, or_gap(row.ranks_in_group[i]));
    }
  }
  return result;
}

}  // namespace

void run_results(const Case& c, Report& report) {
  Arguments(c.steps.back()).finish();
  const Inputs inputs = read_inputs(c);
  const Scored scored = scored_index(inputs, inputs.first());
  for (const Output& output : c.results()) {
    Table expected = c.table(output);
    expected.name = output.file;
    const bool is_by_group = output.stem().find("group") != std::string::npos;
    const bool is_of_scores = output.stem().ends_with("scores");
    const std::string grouping = is_by_group ? grouping_of(expected, scored.index) : std::string();
    const auto table = result_table(scored.model, scored.computed, Time{0}, grouping);
    const Shown what = is_by_group ? Shown::GroupRanks : is_of_scores ? Shown::Scores : Shown::Ranks;
    report.compare(expected, found_results(scored, table, what, decimals_of(output)));
  }
}

void run_unit_summary(const Case& c, Report& report) {
  Arguments step(c.steps.back());
  const std::string unit = step.text("unit");
  const std::vector<double> levels = numbers_of(step.value("levels"));
  step.finish();
  const Inputs inputs = read_inputs(c);
  const Scored scored = scored_index(inputs, inputs.first());
  const auto table = result_table(scored.model, scored.computed, Time{0});
  const auto row = std::ranges::find(table.rows, unit_of(scored.index, unit), &ResultRow::unit);
  for (const Output& output : c.results()) {
    FoundTable result({"Code"});
    for (std::size_t i = 0; i < table.nodes.size() && row != table.rows.end(); ++i) {
      const auto level = static_cast<double>(scored.index.hierarchy.level(table.nodes[i]));
      if (std::ranges::find(levels, level) == levels.end()) continue;
      const std::string& id = scored.index.panel.id(table.nodes[i]);
      result.set_text({id}, "Name", metadata_text(inputs, id, "iName"));
      result.set_rounded({id}, "Score", row->scores[i], decimals_of(output));
      result.set({id}, "Rank", row->ranks[i] == 0 ? kMissing : row->ranks[i]);
    }
    report.compare(output, result);
  }
}

void run_strengths(const Case& c, Report& report) {
  Arguments step(c.steps.back());
  const std::string code = step.text("unit");
  const std::size_t top = step.count("top", 5);
  const std::size_t bottom = step.count("bottom", 5);
  step.finish();
  const Inputs inputs = read_inputs(c);
  const TableIndex index = build_index(blueprint_of(inputs, inputs.first()), inputs, inputs.first());
  const CheckedRecipe recipe =
      must(check(Recipe{{Normalise{.method = RankScore{}}, Aggregate{}}}, index.hierarchy, index.setting()));
  const podium::Index model = model_index(index, recipe);
  const Computed computed = must(compute(model, LatestEdition{}));
  const Unit unit = unit_of(index, code);
  for (const Output& output : c.results()) {
    const bool is_best = output.stem().starts_with("strength");
    if (!is_best && !output.stem().starts_with("weak")) {
      report.no_rule(output);
      continue;
    }
    const Strengths found = strengths_of(model, computed, Time{0}, unit, is_best ? top : bottom, LastPlace::LeftOut);
    FoundTable result({"Code"});
    for (const IndicatorPlace& place : is_best ? found.strengths : found.weaknesses) {
      constexpr int kDigits = 3;
      const std::string& id = index.panel.id(place.indicator);
      const auto parent = index.hierarchy.parent(place.indicator);
      result.set_text({id}, "Name", metadata_text(inputs, id, "iName"));
      result.set_text({id}, "Pillar", parent ? index.panel.id(*parent) : "");
      result.set_text({id}, "Unit", metadata_text(inputs, id, "Unit"));
      result.set({id}, "Rank", place.rank);
      result.set({id}, "Value", to_significant(place.value, kDigits));
    }
    report.compare(output, result);
  }
}

void run_remove_elements(const Case& c, Report& report) {
  Arguments step(c.steps.back());
  const auto level = step.count("level");
  step.expect("how", {"weight set to zero, rest rescaled"});
  const std::string target = step.text("target", "");
  step.finish();
  const Inputs inputs = read_inputs(c);
  Blueprint blueprint = blueprint_of(inputs, inputs.first());
  for (NodeSpec* const node : blueprint.indicators()) node->direction = 1;
  const TableIndex index = build_index(blueprint, inputs, inputs.first());
  const std::string& root = index.panel.id(index.hierarchy.root());
  if (!target.empty() && target != root) throw NotApplicable("remove_elements: a target other than the index");
  const CheckedRecipe recipe = must(check(Recipe{{Aggregate{}}}, index.hierarchy, index.setting()));
  const podium::Index model = model_index(index, recipe);
  const Computed computed = must(compute(model, LatestEdition{}));

  std::vector<FoundTable::Key> keys;
  for (const Unit unit : all_units(index.panel)) keys.push_back({index.panel.code(unit)});
  FoundTable scores({"uCode"});
  FoundTable ranks({"uCode"});
  FoundTable changes({"element"});
  const auto add = [&](const std::string& element, std::span<const double> of_index, std::span<const Rank> places,
                       double change) {
    for (std::size_t i = 0; i < keys.size(); ++i) scores.set(keys[i], element, of_index[i]);
    set_ranks(ranks, {.keys = keys, .column = element, .scores = of_index, .ranks = places});
    changes.set({element}, "value", change);
  };
  const Series top = index.hierarchy.root();
  add("Nominal", computed.ranking.panel().values(top, Time{0}), computed.ranking.ranks(top, Time{0}), 0);
  for (const Removal& removal : removals_of(model, computed, Time{0})) {
    if (index.hierarchy.level(removal.removed) != level) continue;
    add(index.panel.id(removal.removed), removal.scores, removal.ranks, removal.mean_rank_change);
  }
  for (const Output& output : c.results()) {
    const std::string stem = output.stem();
    report.compare(output, stem == "scores" ? scores : stem == "ranks" ? ranks : changes);
  }
}

void run_rank(const Case& c, Report& report) {
  Arguments step(c.steps.back());
  step.expect("direction", {"descending"});
  step.expect("missing", {"kept"});
  const Ties ties = ties_of(step.text("ties", "min"));
  step.finish();
  const Inputs inputs = read_inputs(c);
  const TableIndex index = build_index(blueprint_of(inputs, inputs.first()), inputs, inputs.first());
  for (const Output& output : c.results()) {
    Table expected = c.table(output);
    expected.name = output.file;
    FoundTable result = rank_table(index, index.panel, expected, ties);
    if (output.stem().starts_with("group")) {
      const UnitGrouping* const grouping = index.groups.find(grouping_of(expected, index));
      std::vector<std::string> groups;
      for (const Unit unit : all_units(index.panel)) groups.push_back(grouping->name_of(at(unit)));
      for (const Series series : index.hierarchy.indicators()) {
        const auto ranks = ranks_within_groups(index.panel.values(series, Time{0}), groups, ties);
        for (const Unit unit : all_units(index.panel)) {
          result.set({index.panel.code(unit)}, index.panel.id(series),
                     ranks[at(unit)] == 0 ? kMissing : ranks[at(unit)]);
        }
      }
    }
    report.compare(expected, result);
  }
}

}  // namespace podium::golden
