#pragma once

#include <string>
#include <vector>

#include "podium/stress/worlds.hpp"

#include "golden/pipeline.hpp"

namespace podium::golden {

/// A pipeline and the worlds in which its inputs are otherwise.
struct VariedPipeline {
  Runnable nominal;
  std::vector<double> scores;  ///< nominal, of the target node, in the panel's order of units
  std::vector<Rank> ranks;
  Worlds worlds;
};

/// The pipeline of a case and the stated inputs of its last step: alternatives are equally likely, weights are spread.
/// `draws` is for the plan. NotApplicable for an input that this runner cannot read.
VariedPipeline varied_pipeline(const Case& c, const Json& inputs, const std::string& target, std::uint64_t draws);

/// A factor that multiplies what the nodes of these levels weigh by uniform numbers, 1 - spread to 1 + spread. The root
/// has no weight to vary.
Factor weight_factor(const Hierarchy& hierarchy, const std::string& name, const std::vector<std::size_t>& levels,
                     double spread);

/// The worlds of a plan for the first period of an index.
Worlds worlds_of(const TableIndex& index, const CheckedRecipe& recipe, Series node, StressPlan plan);

}  // namespace podium::golden
