#pragma once

#include "podium/core/treat/pool.hpp"

namespace podium {

/// Where a figure beyond a fence is brought.
enum class FenceEnd : std::uint8_t { Fence, Inside };
template <>
struct Words<FenceEnd> {
  static constexpr std::array<std::pair<std::string_view, FenceEnd>, 2> list{
      {{"fence", FenceEnd::Fence}, {"inside", FenceEnd::Inside}}};
};

struct Fences {
  static constexpr MethodDoc doc{
      .name = "fences",
      .summary =
          "Brings figures far outside the middle half to its fences. A rule that does not depend on skewness: state "
          "when = \"always\" to use it on every indicator.",
      .formula =
          "figures below Q1 - k (Q3 - Q1) or above Q3 + k (Q3 - Q1) are brought to that fence, or to the nearest "
          "figure inside; quartiles of type 7 (Hyndman and Fan, 1996)",
      .edge_cases =
          "Gaps stay gaps. Needs at least four figures. Where the middle half is one and the same figure there is no "
          "spread to judge by, and the figures are left as they are.",
      .source = "Tukey, 1977, Exploratory Data Analysis, chapter 2",
  };

  double k = 1.5;
  FenceEnd to = FenceEnd::Fence;

  static constexpr auto parameters() {
    return std::tuple{
        parameter("k", &Fences::k, "distance of the fences from the quartiles, in widths of the middle half"),
        parameter("to", &Fences::to, "where figures beyond a fence go: to the fence, or to the nearest figure inside")};
  }

  std::optional<Problem> check() const;

  Treatment apply(const TreatPool& pool) const;
};

}  // namespace podium
