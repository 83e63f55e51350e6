#pragma once

#include "podium/core/treat/stages.hpp"

namespace podium {

/// What a stage did to a cell.
enum class CellTreatment : std::uint8_t { None, BroughtDown, BroughtUp, Transformed };

/// A figure that a treatment touched.
struct TreatedCell {
  Unit unit{};
  Time time{};
  double before = 0;
  double after = 0;
  CellTreatment first = CellTreatment::None;  ///< kept for the record where the second method replaced its work
  CellTreatment second = CellTreatment::None;

  bool operator==(const TreatedCell&) const = default;
};

/// The figures' shape after a stage, and what its method did to them.
struct StageReport {
  std::string_view method;  ///< its name in a recipe
  double skewness = kMissing;
  double kurtosis = kMissing;
  bool passes = true;
  std::size_t brought_down = 0;  ///< figures above the bounds that the method found
  std::size_t brought_up = 0;
  std::optional<double> lambda{};
};

/// How one indicator fared in one pool of a treatment.
struct TreatReport {
  Series indicator{};
  std::optional<Time> time{};  ///< nothing: the pool is the whole panel
  double skewness = kMissing;  ///< before; NaN where there is no shape to judge
  double kurtosis = kMissing;
  bool passes = true;                   ///< before
  std::optional<StageReport> first{};   ///< nothing: the figures were left alone
  std::optional<StageReport> second{};  ///< nothing: the first method sufficed, or there is no second
  std::vector<TreatedCell> cells{};     ///< by period, then unit

  /// The method whose work stands; of two that were combined, the second. Empty if the figures were left alone.
  std::string_view in_effect() const { return second ? second->method : first ? first->method : std::string_view(); }
};

/// The log of a treatment on the panel that the step receives, for every pool in the hierarchy's order. Problems are
/// those of the step.
Result<std::vector<TreatReport>> treat_report(const Treat& step, const Panel& panel, const StepContext& context);

}  // namespace podium
