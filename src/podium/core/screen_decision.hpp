#pragma once

#include <cstdint>

#include "podium/core/screen.hpp"

/// Why a screening keeps a unit or an indicator, or leaves it out.
namespace podium {

enum class ScreenReason : std::uint8_t { Enough, TooFewFigures, TooManyZeros, TooFewInNode, ForcedIn, ForcedOut };
template <>
struct Words<ScreenReason> {
  static constexpr std::array<std::pair<std::string_view, ScreenReason>, 6> list{
      {{"enough", ScreenReason::Enough},
       {"too-few-figures", ScreenReason::TooFewFigures},
       {"too-many-zeros", ScreenReason::TooManyZeros},
       {"too-few-in-node", ScreenReason::TooFewInNode},
       {"forced-in", ScreenReason::ForcedIn},
       {"forced-out", ScreenReason::ForcedOut}}};
};

/// How many figures there are of those that there could be.
struct FigureCount {
  std::uint32_t possible = 0;
  std::uint32_t available = 0;
  std::uint32_t nonzero = 0;

  /// Counts what a cell has; that it could have a figure is counted apart.
  void add(double value) {
    available += static_cast<std::uint32_t>(!is_missing(value));
    nonzero += static_cast<std::uint32_t>(value < 0) + static_cast<std::uint32_t>(value > 0);
  }

  /// NaN if there could be none.
  double available_share() const { return share(available, possible); }
  /// Of the available figures; NaN if there are none.
  double nonzero_share() const { return share(nonzero, available); }

  bool operator==(const FigureCount&) const = default;

 private:
  /// Divided out: 7 of 25 is 0.28 as an author writes it, while 0.28 * 25 rounds to more than 7.
  static double share(std::uint32_t part, std::uint32_t whole) {
    return whole == 0 ? kMissing : static_cast<double>(part) / static_cast<double>(whole);
  }
};

/// A unit's figures of these indicators in a period; not of indicators that screening left out there.
FigureCount count_figures(const Panel& panel, std::span<const Series> indicators, Time time, Unit unit);

/// A node where a unit has too few figures.
struct NodeCount {
  Series node;
  FigureCount figures;
};

struct ScreenDecision {
  std::variant<Unit, Series> subject;
  std::optional<Time> time;  ///< nothing if all periods were judged together
  FigureCount figures{};
  bool kept = true;
  ScreenReason reason =
      ScreenReason::Enough;         ///< the first that applies, in the enumeration's order; forced before all
  std::optional<NodeCount> node{};  ///< for TooFewInNode: the first such node, in the order asked for
};

/// What the step decides, period by period: the units, and, if it judges them, the indicators, in the order of
/// Screen::first. Units and indicators that an earlier screening left out are not judged again.
std::vector<ScreenDecision> screen_decisions(const Screen& step, const Panel& panel, const StepContext& context);

}  // namespace podium
