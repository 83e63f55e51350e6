#pragma once

#include <vector>

#include "podium/model/index.hpp"

namespace podium {

/// Two editions of one publisher, of which the second prints again what the first printed last.
struct EditionPair {
  EditionAt first;
  EditionAt second;

  bool operator==(const EditionPair&) const = default;
};

/// Every pair in which a figure was printed again: of each cell, those of its prints by one publisher that follow one
/// another by release date (equals by id). The newest second edition first, then the newest first one.
std::vector<EditionPair> successive_editions(const Index& index);

}  // namespace podium
