#pragma once

#include <functional>
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

/// The figures of one import, in the index's order of observations.
struct Batch {
  std::vector<BatchEntry> entries;

  std::size_t count(BatchEntry::Kind kind) const;
};

/// Two figures of one edition are the same if printed text, status and standard error are; where in the source they
/// stand, and notes, do not count. A figure of status M restates nothing and is not restated. `figures` are in the
/// index's order; they and the index must outlive the result.
Batch compare_with(const Index& index, std::span<const Observation> figures);

/// The same for one figure that the index already holds, beside the prints of its cell; `is_new` tells which of these
/// came with it.
BatchEntry compare_with_prints(const Index& index, const Observation& figure, std::span<const Observation> prints,
                               const std::function<bool(const Observation&)>& is_new);

}  // namespace podium
