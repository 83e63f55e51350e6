#pragma once

#include <optional>

#include "podium/core/recipe.hpp"
#include "podium/files/problems.hpp"
#include "podium/files/toml_document.hpp"

namespace podium {

/// Reads the [[step]] tables by what steps and methods say of themselves (podium/core/method.hpp): `op` names the step,
/// `method` its method, the other keys are the parameters of both. Nothing if a problem was reported.
std::optional<Recipe> read_recipe(const TomlArray& steps, Problems& problems);
/// One of these tables.
std::optional<Step> read_step(const TomlTable& step, const Place& place, Problems& problems);

/// The parameters of a step itself, without those of its method.
std::vector<std::string_view> parameters_of_step(const Step& step);

}  // namespace podium
