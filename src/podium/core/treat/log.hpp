#pragma once

#include "podium/core/treat/pool.hpp"

namespace podium {

/// Which logarithm: all keep the order of the figures.
enum class LogForm : std::uint8_t { Shifted, SkewAware, PlusOne, Gii };
template <>
struct Words<LogForm> {
  static constexpr std::array<std::pair<std::string_view, LogForm>, 4> list{{{"shifted", LogForm::Shifted},
                                                                             {"skew-aware", LogForm::SkewAware},
                                                                             {"plus-one", LogForm::PlusOne},
                                                                             {"gii", LogForm::Gii}}};
};

struct LogTreatment {
  static constexpr MethodDoc doc{
      .name = "log",
      .summary =
          "Takes logarithms of all figures of the indicator, so that equal ratios become equal distances. For figures "
          "that spread over orders of magnitude, where winsorising would have to move many.",
      .formula =
          "shifted: ln(x - min + 0.01 (max - min)); skew-aware: that if skewness > 0, else -ln(max + 0.01 (max - min) "
          "- x); plus-one: ln(x - min + 1); gii: ln((max f - 1)(x - min)/(max - min) + 1) if skewness > 0, else "
          "-ln((max f - 1)(max - x)/(max - min) + 1), f = factor",
      .edge_cases =
          "Gaps stay gaps; negative figures are shifted. Figures that are all the same are left as they are. plus-one "
          "depends on the unit of measure. gii needs max f > 1: else it would turn the order round, which is an error. "
          "Its mirrored "
          "form for negative skewness follows skew-aware.",
      .source =
          "JRC, COIN Tool User Guide, 2019 (plus-one); Becker and others, COINr: an R package for developing composite "
          "indicators, Journal of Open Source Software 7(78), 2022 (shifted, skew-aware; gii with factor 1, after the "
          "spreadsheets of the Global Innovation Index 2020)",
  };

  LogForm form = LogForm::Shifted;
  double factor = 1;

  static constexpr auto parameters() {
    return std::tuple{parameter("form", &LogTreatment::form, "which logarithm"),
                      parameter("factor", &LogTreatment::factor,
                                "form gii: scaling factor f, such as 10 or 100 for figures below 1")};
  }

  std::optional<Problem> check() const;

  Treatment apply(const TreatPool& pool) const;
};

}  // namespace podium
