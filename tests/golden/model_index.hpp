#pragma once

#include "podium/model/compute.hpp"

#include "golden/index.hpp"

namespace podium::golden {

/// The same index as the model holds one: every figure is an observation of one edition.
podium::Index model_index(const TableIndex& index, const CheckedRecipe& recipe);

/// The results of an index whose figures, those of nodes above indicators too, are scores already.
Computed computed_from_scores(const podium::Index& model, const TableIndex& index);

}  // namespace podium::golden
