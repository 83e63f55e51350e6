#pragma once

#include "podium/core/step.hpp"

namespace podium {

/// What a screening judges before the other.
enum class ScreenFirst : std::uint8_t { Units, Indicators };
template <>
struct Words<ScreenFirst> {
  static constexpr std::array<std::pair<std::string_view, ScreenFirst>, 2> list{
      {{"units", ScreenFirst::Units}, {"indicators", ScreenFirst::Indicators}}};
};

/// Keeps the units, and on request the indicators, with enough data. `screen_decisions` says why each was kept or left
/// out.
struct Screen {
  static constexpr MethodDoc doc{
      .name = "screen",
      .summary =
          "Keeps, in each period, the units with enough data, so that a rank never rests on a handful of figures; and "
          "on request only the indicators that enough units have.",
      .formula =
          "keep a unit if available / indicators >= min_available, non-zero / available >= min_nonzero, and available "
          "/ "
          "indicators >= min_available_in_node in each node of `nodes`; keep an indicator if available / units >= "
          "indicator_min_available and non-zero / available >= indicator_min_nonzero",
      .edge_cases =
          "force_in, force_out, keep_indicators and drop_indicators decide whatever the shares say, and before "
          "anything "
          "is judged: what is forced out counts in no share. Of units and indicators, the `first` are judged by all of "
          "the others, then these by what was kept. Without any figure the share of zeros is met. A unit left out has "
          "no scores and takes no part in any statistic; an indicator left out counts nothing in its node. That no "
          "unit, or no indicator of a node that counts, is left is an error.",
      .source = "OECD/JRC, Handbook on Constructing Composite Indicators, 2008, steps 2 and 3",
  };

  double min_available = 0;
  double min_nonzero = 0;
  std::optional<double> min_available_in_node{};
  std::vector<std::string> nodes{};
  std::vector<std::string> force_in{};
  std::vector<std::string> force_out{};
  double indicator_min_available = 0;
  double indicator_min_nonzero = 0;
  std::vector<std::string> keep_indicators{};
  std::vector<std::string> drop_indicators{};
  ScreenFirst first = ScreenFirst::Units;
  Over over = Over::Period;

  static constexpr auto parameters() {
    return std::tuple{
        parameter("min_available", &Screen::min_available, "least share of indicators with a figure, 0 to 1"),
        parameter("min_nonzero", &Screen::min_nonzero, "least share of available figures other than 0, 0 to 1"),
        parameter("min_available_in_node", &Screen::min_available_in_node,
                  "least share of indicators with a figure within each of `nodes`, 0 to 1"),
        parameter("nodes", &Screen::nodes,
                  "nodes for min_available_in_node; without it, every node that indicators stand directly below"),
        parameter("force_in", &Screen::force_in, "units to keep in any case"),
        parameter("force_out", &Screen::force_out, "units to leave out in any case"),
        parameter("indicator_min_available", &Screen::indicator_min_available,
                  "an indicator's least share of units with a figure, 0 to 1"),
        parameter("indicator_min_nonzero", &Screen::indicator_min_nonzero,
                  "an indicator's least share of available figures other than 0, 0 to 1"),
        parameter("keep_indicators", &Screen::keep_indicators, "indicators to keep in any case"),
        parameter("drop_indicators", &Screen::drop_indicators, "indicators to leave out in any case"),
        parameter("first", &Screen::first, "which are judged first: units or indicators"),
        parameter("over", &Screen::over,
                  "whether each period is judged by itself, or all together, for one answer in all periods")};
  }

  /// Whether indicators are judged at all.
  bool judges_indicators() const {
    return indicator_min_available > 0 || indicator_min_nonzero > 0 || !keep_indicators.empty() ||
           !drop_indicators.empty();
  }

  std::optional<Problem> check() const;
  Diagnostics check_in(const StepContext& context, const RecipeSetting& setting) const;
};

Result<Panel> apply(const Screen& step, Panel panel, const StepContext& context);

}  // namespace podium
