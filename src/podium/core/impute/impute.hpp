#pragma once

#include "podium/core/impute/constant.hpp"
#include "podium/core/impute/expectation.hpp"
#include "podium/core/impute/group.hpp"
#include "podium/core/impute/last_observation.hpp"
#include "podium/core/impute/linear.hpp"
#include "podium/core/impute/mean.hpp"
#include "podium/core/impute/median.hpp"
#include "podium/core/impute/regression.hpp"
#include "podium/core/impute/row.hpp"
#include "podium/core/impute/stepwise.hpp"
#include "podium/core/step.hpp"

namespace podium {

using ImputeMethod =
    std::variant<ImputeMean, ImputeMedian, ImputeGroupMean, ImputeGroupMedian, ImputeConstant, ImputeRow,
                 ImputeLastObservation, ImputeStepwise, ImputeLinear, ImputeRegression, ImputeExpectation>;

/// What a method's `apply` takes says what it sees at once: the cells of one indicator; these with the units' groups,
/// for a method that names a `group`; one unit's figures in the course of time; all indicators of the step. A method
/// does not ask for a gap that it has nothing for: it leaves it, or reports a problem, and then the step fails.
template <class Method>
concept SeesPool = requires(const Method& method, const ImputePool& pool) {
  { method.apply(pool) } -> std::same_as<std::optional<Problem>>;
};
template <class Method>
concept SeesGroups = requires(const Method& method, const GroupedPool& pool) {
  { method.apply(pool) } -> std::same_as<std::optional<Problem>>;
  { method.group } -> std::convertible_to<const std::string&>;
};
template <class Method>
concept SeesCourse = requires(const Method& method, const UnitCourse& course) {
  { method.apply(course) } -> std::same_as<void>;
};
template <class Method>
concept SeesTable = requires(const Method& method, const ImputeTable& table) {
  { method.apply(table) } -> std::same_as<Diagnostics>;
};

/// Fills gaps; every filled cell is marked in its history.
struct Impute {
  static constexpr MethodDoc doc{
      .name = "impute",
      .summary = "Fills gaps by a stated rule; every filled cell is marked.",
      .formula = "the method's value for each gap of an indicator",
      .edge_cases =
          "Units and indicators that screening left out are not filled and not counted. Several impute steps may "
          "follow "
          "one another: what one leaves open, the next may fill.",
      .source = "OECD/JRC, Handbook on Constructing Composite Indicators, 2008, step 3",
  };

  ImputeMethod method = ImputeMedian{};
  Over over = Over::Period;
  std::vector<std::string> only{};
  std::vector<std::string> except{};

  static constexpr auto parameters() {
    return std::tuple{parameter("over", &Impute::over,
                                "the figures seen together: each period, or the whole panel; methods that look along "
                                "periods always see the whole panel"),
                      parameter("only", &Impute::only, "only the indicators at or below these nodes"),
                      parameter("except", &Impute::except, "not the indicators at or below these nodes")};
  }
};

Result<Panel> apply(const Impute& step, Panel panel, const StepContext& context);

}  // namespace podium
