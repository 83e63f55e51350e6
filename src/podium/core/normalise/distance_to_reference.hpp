#pragma once

#include "podium/core/normalise/pool.hpp"
#include "podium/core/step.hpp"

namespace podium {

struct DistanceToReference {
  static constexpr MethodDoc doc{
      .name = "distance-to-reference",
      .summary =
          "Compares each unit with one of them, such as the country that a report is about: the reference unit scores "
          "1, the worst unit 0, a unit better than the reference more than 1.",
      .formula = "1 - (z of the reference - z) / (z of the reference - min z)",
      .edge_cases =
          "Gaps stay gaps. A reference unit without a figure, or with the worst one, is an error. With `cap`, scores "
          "above 1 are held at 1 and marked. Not over the panel: the reference has another figure in each period.",
      .source =
          "Becker and others, COINr: an R package for developing composite indicators, Journal of Open Source Software "
          "7(78), 2022 (n_dist2ref); the distance to a reference of the OECD/JRC Handbook, 2008, section 5.4, is the "
          "plain ratio",
  };

  std::string reference{};
  bool cap = false;

  static constexpr auto parameters() {
    return std::tuple{parameter("reference", &DistanceToReference::reference, "code of the reference unit"),
                      parameter("cap", &DistanceToReference::cap, "hold scores above 1 at 1")};
  }

  std::optional<Problem> check() const;
  Diagnostics check_in(const StepContext& context, const RecipeSetting& setting) const;

  /// Lowest figure and the reference's.
  Fitted fit(const NormalisePool& pool) const;
  std::optional<Problem> check_frame(Frame frame, const NormalisePool&) const { return check_ascending(frame); }
  void score(const NormalisePool& pool, Frame frame) const;
};

}  // namespace podium
