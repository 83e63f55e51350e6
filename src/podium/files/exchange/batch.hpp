#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "podium/model/index.hpp"

namespace podium {

/// An imported figure beside what the index already knows of its cell.
struct BatchEntry {
  enum class Kind : std::uint8_t {
    Added,      ///< no edition prints the cell
    Restated,   ///< other editions do, and the one before this (else the one after) has another value
    Repeated,   ///< the same with the same value
    Unchanged,  ///< this edition has the same figure: nothing to do
    Changed,    ///< this edition has another one
  };

  Kind kind;
  const Observation* figure;
  const Observation* known;  ///< the figure that it was compared with; null if added
};

inline constexpr std::size_t kBatchKinds = 5;

/// The figures of one import, in the index's order of observations; of one that is not listed whole, the first of each
/// kind.
struct Batch {
  std::vector<BatchEntry> entries{};
  std::array<std::size_t, kBatchKinds> counts{};  ///< of all figures, by kind

  void add(BatchEntry entry);
  std::size_t count(BatchEntry::Kind kind) const { return counts[static_cast<std::size_t>(kind)]; }
  std::size_t size() const;
};

/// Two figures of one edition are the same if printed text, status and standard error are; where in the source they
/// stand, and notes, do not count. A figure of status M restates nothing and is not restated. `figures` are in the
/// index's order; they and the index must outlive the result.
Batch compare_with(const Index& index, std::span<const Observation> figures);
BatchEntry compare_with(const Index& index, const Observation& figure);

}  // namespace podium
