#pragma once

#include <cmath>

#include "podium/core/impute/pool.hpp"
#include "podium/core/number_text.hpp"

namespace podium {

struct ImputeConstant {
  static constexpr MethodDoc doc{
      .name = "constant",
      .summary =
          "Fills every gap with one figure of the author's choice, where the absence itself means something, such as "
          "no deals reported.",
      .formula = "value",
      .edge_cases = "Works without any figure of the indicator. `value` has no default.",
      .source =
          "Little and Rubin, Statistical Analysis with Missing Data, 2nd edition, 2002, chapter 4 (single "
          "imputation; explicit rules)",
  };

  std::optional<double> value{};

  static constexpr auto parameters() {
    return std::tuple{parameter("value", &ImputeConstant::value, "the figure for every gap, on the scale of the step")};
  }

  std::optional<Problem> check() const {
    if (!value) return Problem{Code::MissingKey, "no value", "value = the figure for every gap"};
    if (std::isfinite(*value)) return std::nullopt;
    return Problem{Code::InvalidValue, "value " + quoted_number(*value), "a finite figure"};
  }

  std::optional<Problem> apply(const ImputePool& pool) const {
    return fill_gaps_with(pool, [this](std::span<const double>) { return value.value_or(kMissing); });
  }
};

}  // namespace podium
