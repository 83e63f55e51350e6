#pragma once

#include <optional>

#include "podium/core/recipe.hpp"
#include "podium/files/problems.hpp"
#include "podium/files/toml_document.hpp"

namespace podium {

/// Reads the [[step]] tables by what steps and methods say of themselves (podium/core/method.hpp): `op` names the step,
/// `method` its method, the other keys are the parameters of both. Nothing if a problem was reported.
std::optional<Recipe> read_recipe(const TomlArray& steps, Problems& problems);

}  // namespace podium
