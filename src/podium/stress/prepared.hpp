#pragma once

#include <map>
#include <optional>

#include "podium/stress/kernel/score_layout.hpp"
#include "podium/stress/worlds.hpp"

namespace podium {

/// Scores of one combination as the kernel makes them: its rows of weights are those of these nodes.
struct KernelTree {
  ScoreLayout layout;
  std::vector<Series> rows;
};

/// The kernel's tree for a prepared panel; nothing where the recipe combines scores in a way that the kernel has not,
/// or where a score has no logarithm that it would need.
std::optional<KernelTree> kernel_tree(const Worlds& worlds, const Aggregate& aggregate, const Panel& prepared);

/// The panels of the combinations of alternatives, each run once and kept. Without combinations every world is run by
/// itself.
class PreparedWorlds {
 public:
  struct Entry {
    Result<Panel> panel;
    std::optional<KernelTree> tree;
  };

  explicit PreparedWorlds(Worlds worlds) : worlds_(std::move(worlds)) {}

  const Worlds& worlds() const { return worlds_; }

  /// Prepares what is not yet: of the combinations of these points.
  void prepare(const std::map<std::size_t, Coordinates>& combinations, std::size_t threads);
  /// Prepares all combinations, if they are not too many for that.
  void prepare_all(std::size_t threads);
  /// Whether every combination has been prepared.
  bool is_complete() const { return entries_.size() == worlds_.combinations(); }
  /// Null for a combination that has not been prepared.
  const Entry* find(std::size_t combination) const;

  /// A world's result, with the kept panel if there is one.
  Result<WorldResult> run(const Coordinates& point) const;

 private:
  Worlds worlds_;
  std::map<std::size_t, Entry> entries_;
};

}  // namespace podium
