#pragma once

#include <span>
#include <string>

#include "podium/core/result.hpp"
#include "podium/model/index.hpp"

namespace podium {

/// A table of observations without some of its figures, which were read from these bytes: the rows of a tidy table are
/// left out, the fields of a wide one emptied. Everything else stays byte for byte.
Result<std::string> without_figures(const std::string& text, std::span<const Observation* const> figures,
                                    const Index& index);

}  // namespace podium
