#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace podium {

/// A unit's ranks at two moments; 0 is unranked.
struct SlopeLine {
  std::string label{};
  std::size_t before = 0;
  std::size_t after = 0;
  bool is_subject = false;  ///< the one that the picture is about
};

/// Ranks at two moments; texts are ready for print.
struct SlopeChart {
  std::string id{};
  std::string title{};
  std::string subtitle{};
  std::string source{};
  std::string before_title{};
  std::string after_title{};
  std::string unranked{};  ///< "not on the list"
  std::vector<SlopeLine> lines{};
};

/// An SVG document: rank 1 at the top, a line from each unit's rank before (left) to its rank after (right), blue where
/// the unit's own rank became better (or it joined), orange where it became worse (or it left), grey where it stayed,
/// the subject strong. Both sides share one scale in which only ranks that occur take room; skipped ranks are a dotted
/// stretch of the axes. Units of one rank stand below each other, those that are unranked below a dashed rule.
std::string slope_chart(const SlopeChart& picture);

}  // namespace podium
