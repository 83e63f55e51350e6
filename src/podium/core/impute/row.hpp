#pragma once

#include "podium/core/impute/table.hpp"

namespace podium {

/// What a row's available figures are summed up by.
enum class RowStatistic : std::uint8_t { Mean, Median };
template <>
struct Words<RowStatistic> {
  static constexpr std::array<std::pair<std::string_view, RowStatistic>, 2> list{
      {{"mean", RowStatistic::Mean}, {"median", RowStatistic::Median}}};
};

struct ImputeRow {
  static constexpr MethodDoc doc{
      .name = "row",
      .summary =
          "Fills a unit's gap from the unit's own figures in the other indicators of the same node, brought onto one "
          "scale: who does well elsewhere in the node is taken to do well here.",
      .formula =
          "z = direction * x; s = (z - min z) / (max z - min z) per indicator; s of the gap = mean or median of the "
          "unit's available s in the node; x = direction * (min z + s (max z - min z))",
      .edge_cases =
          "Known figures stay as they are. A unit without any figure in the node stays a gap. A constant indicator "
          "tells nothing about others and its gaps take its constant. An indicator with gaps and without any figure is "
          "an error unless scale = false. With scale = false the figures are taken as they are, without direction.",
      .source =
          "Becker and others, COINr: an R package for developing composite indicators, Journal of Open Source "
          "Software 7(78), 4567, 2022 (Impute, by row with normalise_first)",
  };

  RowStatistic statistic = RowStatistic::Mean;
  std::optional<std::size_t> level{};
  std::vector<std::string> within{};
  bool scale = true;

  static constexpr auto parameters() {
    return std::tuple{
        parameter("statistic", &ImputeRow::statistic, "mean or median of the unit's available figures"),
        parameter("level", &ImputeRow::level,
                  "look within each node of this level, 2 for the indicators' parents; without it, the whole index"),
        parameter("within", &ImputeRow::within, "look within each of these nodes instead; others are not filled"),
        parameter("scale", &ImputeRow::scale, "whether the indicators are brought onto one scale meanwhile")};
  }

  std::optional<Problem> check() const { return check_blocks(within, level); }
  Diagnostics check_in(const StepContext& context, const RecipeSetting&) const {
    return check_blocks_in(within, level, context);
  }
  Diagnostics apply(const ImputeTable& table) const;
};

}  // namespace podium
