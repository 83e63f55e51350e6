#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "podium/core/panel.hpp"
#include "podium/core/result.hpp"

namespace podium {

/// Lowest and highest value, on whatever scale the context says.
struct Bounds {
  double lower = 0;
  double upper = 100;

  bool operator==(const Bounds&) const = default;
};

/// One element of the hierarchy as its author states it.
struct NodeSpec {
  enum class Kind : std::uint8_t { Indicator, Aggregate };

  std::string id;
  std::string parent;  ///< empty for the root
  Kind kind = Kind::Aggregate;
  double weight = 1;  ///< within its parent; 0: shown, does not count

  int direction = 1;                  ///< indicators: +1 more is better, -1 less is better
  std::optional<Bounds> goalposts{};  ///< indicators: on the original scale
  std::optional<Bounds> target{};     ///< indicators: best figures, on the original scale; often both ends are the same
  std::string denominator{};          ///< indicators: the series that divides it; empty for none
  double factor = 1;                  ///< indicators: x * factor / denominator
};

/// The tree of an index: indicators at the leaves, pillars between, the index at the root. Checked when built: one
/// root, no cycle, no orphan, no empty pillar, weights that are finite, not negative and not all zero below any node.
/// A node's position is its series in the panel: the specs' order, then the denominators.
class Hierarchy {
 public:
  /// Denominators are the ids of series that only divide others. Reports all problems at once.
  static Result<Hierarchy> build(std::vector<NodeSpec> nodes, std::vector<std::string> denominators);

  std::size_t size() const { return nodes_.size(); }
  Series root() const { return root_; }
  const NodeSpec& node(Series series) const { return nodes_[at(series)]; }
  bool is_indicator(Series series) const { return node(series).kind == NodeSpec::Kind::Indicator; }
  std::optional<Series> parent(Series series) const { return parents_[at(series)]; }
  std::span<const Series> children(Series series) const { return children_[at(series)]; }
  /// 1 for indicators, otherwise one more than the highest child.
  std::size_t level(Series series) const { return levels_[at(series)]; }
  std::optional<Series> find(std::string_view id) const;

  /// In the specs' order.
  std::span<const Series> indicators() const { return indicators_; }
  /// Nodes above indicators, every node after its children.
  std::span<const Series> aggregates() const { return aggregates_; }
  /// The indicators at or below a node, in the specs' order.
  std::vector<Series> indicators_below(Series series) const;

  /// Ids of all series of this hierarchy's panel: nodes, then denominators.
  std::vector<std::string> series_ids() const;
  std::optional<Series> denominator_of(Series indicator) const { return denominators_of_[at(indicator)]; }

  /// A node's weight as a share of its siblings', and the product of these shares up to the root (effective weight).
  double share(Series series) const;
  double effective_weight(Series series) const;

 private:
  Hierarchy() = default;

  std::vector<NodeSpec> nodes_;
  std::vector<std::string> denominators_;
  std::vector<std::optional<Series>> parents_;
  std::vector<std::vector<Series>> children_;
  std::vector<std::size_t> levels_;
  std::vector<Series> indicators_;
  std::vector<Series> aggregates_;
  std::vector<std::optional<Series>> denominators_of_;
  Series root_{};
};

}  // namespace podium
