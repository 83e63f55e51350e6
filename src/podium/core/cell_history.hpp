#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace podium {

/// What happened to a cell on its way through a recipe, in one byte: how its figure came about, and the step (counted
/// from 1) that filled it, or that changed it if it was reported. A figure that the index's author filled in before any
/// step is imputed by step 0.
class CellHistory {
 public:
  static constexpr std::size_t kMostSteps = 31;

  constexpr bool is_imputed() const { return (bits_ & kImputed) != 0; }
  constexpr bool is_treated() const { return (bits_ & kTreated) != 0; }
  constexpr bool is_capped() const { return (bits_ & kCapped) != 0; }
  /// 0 where no step filled the cell or changed the figure beyond rescaling it.
  constexpr std::size_t step() const { return bits_ & kStep; }

  constexpr void mark_imputed(std::size_t step) { mark(kImputed, step); }
  constexpr void mark_treated(std::size_t step) { mark(kTreated, step); }
  constexpr void mark_capped(std::size_t step) { mark(kCapped, step); }

  constexpr bool operator==(const CellHistory&) const = default;

 private:
  static constexpr unsigned kStep = 0x1f;
  static constexpr unsigned kImputed = 0x20;
  static constexpr unsigned kTreated = 0x40;
  static constexpr unsigned kCapped = 0x80;

  constexpr void mark(unsigned flag, std::size_t step) {
    const bool is_marked = is_imputed() || this->step() != 0;
    const unsigned kept_step = is_marked ? bits_ & kStep : static_cast<unsigned>(step) & kStep;
    bits_ = static_cast<std::uint8_t>((bits_ & ~kStep) | flag | kept_step);
  }

  std::uint8_t bits_;  ///< no initialiser, so that panels copy histories as bytes; CellHistory() has 0
};
static_assert(sizeof(CellHistory) == 1 && std::is_trivial_v<CellHistory>);

}  // namespace podium
