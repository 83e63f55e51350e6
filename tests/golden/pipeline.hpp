#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "golden/case.hpp"
#include "golden/index.hpp"
#include "golden/report.hpp"

namespace podium::golden {

/// A case's steps as podium's: the index that they are about, the recipe, and how many of its steps each operation of
/// the case came to.
struct Pipeline {
  const Case& c;
  Inputs inputs;
  Blueprint blueprint;
  std::vector<Step> steps{};
  std::vector<std::pair<std::string, std::size_t>> stages{};  ///< operation, steps so far
  std::map<std::string, std::string> treat_labels{};          ///< of second treatments, by indicator; "" for all
};

/// One operation of the README's table each: reads its parameters and appends to the pipeline.
void add_denominate(Pipeline& pipeline, Arguments& step);
void add_screen(Pipeline& pipeline, Arguments& step);
void add_impute(Pipeline& pipeline, Arguments& step);
void add_impute_panel(Pipeline& pipeline, Arguments& step);
void add_treat(Pipeline& pipeline, Arguments& step);
void add_normalise(Pipeline& pipeline, Arguments& step);
void add_aggregate(Pipeline& pipeline, Arguments& step);

/// Whether the operation is a step of a recipe.
bool is_recipe_step(const std::string& op);

/// The steps, with those of another case in place of a `pipeline` step that names it.
Json expanded_steps(const Case& c, const Json& steps);

/// The recipe of these steps, on the case's inputs.
Pipeline pipeline_of(const Case& c, const Json& steps);

/// A pipeline with its index built and its recipe checked.
struct Runnable {
  TableIndex index;
  CheckedRecipe recipe;
  std::vector<std::pair<std::string, std::size_t>> stages;
  std::map<std::string, std::string> treat_labels;
  std::set<std::string> refused{};  ///< indicators that no step touches, because podium refuses to

  /// The panel after so many steps.
  Panel after(std::size_t count) const { return must(run_steps(recipe, index.panel, count)); }
  Panel after_all() const { return after(stages.empty() ? 0 : stages.back().second); }
};

/// Ends the recipe where the case has no use for its end, so that it can be checked.
Runnable runnable(const Pipeline& pipeline);

/// What the treat steps from `position` on found: details or labels of cells.
void compare_treatment(const Runnable& runnable, std::size_t position, const Output& output, const Table& expected,
                       Report& report);
/// The availability of each unit, and what the screen step at `position` made of it.
void compare_screening(const Runnable& runnable, std::size_t position, const Output& output, const Case& c,
                       Report& report);

/// Ranks of the columns of a panel, as the expected table has them. A rank may be any that scores this close together
/// could give. Scores that are equal here are close only if they differ in `stated`, the tool's own scores.
FoundTable rank_table(const TableIndex& index, const Panel& panel, const Table& expected, Ties ties,
                      const Table* stated = nullptr);

/// One column of scores to be ranked; `stated` holds the tool's own scores, or nothing.
struct RankedColumn {
  const std::vector<FoundTable::Key>& keys;
  const std::string& column;
  std::span<const double> scores;
  std::span<const Rank> ranks;
  std::span<const double> stated{};
};
void set_ranks(FoundTable& result, const RankedColumn& column);

}  // namespace podium::golden
