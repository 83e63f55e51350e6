#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "podium/core/impute/pool.hpp"
#include "podium/core/step.hpp"

namespace podium {

/// Room for what a grouped imputation works out, kept from pool to pool.
struct GroupScratch {
  std::vector<double> figures{};                ///< of one group
  std::vector<std::optional<double>> values{};  ///< of each group, as far as needed
};

/// A pool whose units belong to groups; its cells are period-major, units within a period.
struct GroupedPool {
  ImputePool pool;
  const UnitGrouping& grouping;
  GroupScratch& scratch;
};

/// What a unit without a group, or in a group without any figure, is filled with.
enum class GroupFallback : std::uint8_t { Gap, Overall };
template <>
struct Words<GroupFallback> {
  static constexpr std::array<std::pair<std::string_view, GroupFallback>, 2> list{
      {{"gap", GroupFallback::Gap}, {"overall", GroupFallback::Overall}}};
};

/// A group must be named, and there must be a grouping of that name.
std::optional<Problem> check_group(const std::string& group);
Diagnostics check_group_in(const std::string& group, const StepContext& context, const RecipeSetting& setting);

struct ImputeGroupMean {
  static constexpr MethodDoc doc{
      .name = "group-mean",
      .summary =
          "Fills a gap with the mean of the units of the same group, such as a region or an income class, when units "
          "of a group are more alike than others.",
      .formula = "mean of the available figures of the unit's group",
      .edge_cases =
          "A unit without a group, or in a group without any figure, stays a gap, or takes the mean of all "
          "units with fallback = \"overall\".",
      .source =
          "Little and Rubin, Statistical Analysis with Missing Data, 2nd edition, 2002, section 4.2.2 (means "
          "within adjustment cells)",
  };

  std::string group{};
  GroupFallback fallback = GroupFallback::Gap;

  static constexpr auto parameters() {
    return std::tuple{parameter("group", &ImputeGroupMean::group, "the grouping, a group column of units.csv"),
                      parameter("fallback", &ImputeGroupMean::fallback,
                                "for units without a group and groups without a figure: gap, or overall")};
  }

  std::optional<Problem> check() const { return check_group(group); }
  Diagnostics check_in(const StepContext& context, const RecipeSetting& setting) const {
    return check_group_in(group, context, setting);
  }
  std::optional<Problem> apply(const GroupedPool& pool) const;
};

struct ImputeGroupMedian {
  static constexpr MethodDoc doc{
      .name = "group-median",
      .summary = "Fills a gap with the median of the units of the same group; outliers do not pull it.",
      .formula = "median of the available figures of the unit's group",
      .edge_cases =
          "A unit without a group, or in a group without any figure, stays a gap, or takes the median of all "
          "units with fallback = \"overall\".",
      .source =
          "Little and Rubin, Statistical Analysis with Missing Data, 2nd edition, 2002, section 4.2.2 "
          "(adjustment cells, with the median)",
  };

  std::string group{};
  GroupFallback fallback = GroupFallback::Gap;

  static constexpr auto parameters() {
    return std::tuple{parameter("group", &ImputeGroupMedian::group, "the grouping, a group column of units.csv"),
                      parameter("fallback", &ImputeGroupMedian::fallback,
                                "for units without a group and groups without a figure: gap, or overall")};
  }

  std::optional<Problem> check() const { return check_group(group); }
  Diagnostics check_in(const StepContext& context, const RecipeSetting& setting) const {
    return check_group_in(group, context, setting);
  }
  std::optional<Problem> apply(const GroupedPool& pool) const;
};

}  // namespace podium
