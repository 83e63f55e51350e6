#include "podium/stress/prepared.hpp"

#include <algorithm>

#include "podium/core/parallel.hpp"

namespace podium {
namespace {

/// The nodes below the ranked one, children first, with it as the last.
std::vector<Series> nodes_below(const Hierarchy& hierarchy, Series top) {
  std::vector<Series> nodes;
  for (const Series node : hierarchy.aggregates()) {
    std::optional<Series> each = node;
    while (each && *each != top) each = hierarchy.parent(*each);
    if (each) nodes.push_back(node);
  }
  return nodes;
}

std::optional<ScoreTree::Mean> mean_of_method(const AggregateMethod& method) {
  if (std::holds_alternative<Arithmetic>(method)) return ScoreTree::Mean::Arithmetic;
  if (std::holds_alternative<Geometric>(method)) return ScoreTree::Mean::Geometric;
  return std::nullopt;
}

}  // namespace

std::optional<KernelTree> kernel_tree(const Worlds& worlds, const Aggregate& aggregate, const Panel& prepared) {
  const Hierarchy& hierarchy = worlds.hierarchy();
  const Time time = worlds.setting().time;
  // The kernel ranks nodes above indicators, and lets ties share the smallest rank.
  if (hierarchy.is_indicator(worlds.setting().node) || worlds.setting().recipe.ties() != Ties::Smallest) {
    return std::nullopt;
  }
  const std::vector<Series> nodes = nodes_below(hierarchy, worlds.setting().node);
  std::vector<Series> leaves;
  for (const Series node : nodes) {
    for (const Series child : hierarchy.children(node)) {
      if (hierarchy.is_indicator(child)) leaves.push_back(child);
    }
  }
  const auto row_of = [&](Series child) {
    const std::vector<Series>& rows = hierarchy.is_indicator(child) ? leaves : nodes;
    const auto place = static_cast<std::size_t>(std::ranges::find(rows, child) - rows.begin());
    return hierarchy.is_indicator(child) ? place : leaves.size() + place;
  };
  ScoreTree tree{.units = prepared.units().size()};
  for (const Series leaf : leaves) {
    const std::span<const double> scores = prepared.values(leaf, time);
    tree.leaves.emplace_back(scores.begin(), scores.end());
  }
  bool is_positive = true;
  for (const auto& scores : tree.leaves) is_positive &= std::ranges::none_of(scores, [](double x) { return x <= 0; });
  for (const Series node : nodes) {
    const auto mean = mean_of_method(aggregate.method.method_of(prepared.id(node), hierarchy.level(node)));
    if (!mean || (*mean == ScoreTree::Mean::Geometric && !is_positive)) return std::nullopt;
    ScoreTree::Node own{.mean = *mean, .missing = aggregate.missing, .min_available = aggregate.min_available};
    for (const Series child : hierarchy.children(node)) own.children.push_back(row_of(child));
    tree.nodes.push_back(std::move(own));
  }
  std::vector<Series> rows = std::move(leaves);
  rows.insert(rows.end(), nodes.begin(), nodes.end());
  return KernelTree{ScoreLayout(tree), std::move(rows)};
}

void PreparedWorlds::prepare(const std::map<std::size_t, Coordinates>& combinations, std::size_t threads) {
  std::vector<const std::pair<const std::size_t, Coordinates>*> wanted;
  for (const auto& each : combinations) {
    if (!entries_.contains(each.first)) wanted.push_back(&each);
  }
  std::vector<std::optional<Entry>> made(wanted.size());
  for_each_index(wanted.size(), threads, [&](std::size_t i) {
    const Coordinates& point = wanted[i]->second;
    Result<Panel> panel = worlds_.prepare(point);
    std::optional<KernelTree> tree;
    if (panel) tree = kernel_tree(worlds_, worlds_.aggregate(point), *panel);
    made[i] = Entry{std::move(panel), std::move(tree)};
  });
  for (std::size_t i = 0; i < wanted.size(); ++i) entries_.emplace(wanted[i]->first, *std::move(made[i]));
}

void PreparedWorlds::prepare_all(std::size_t threads) {
  constexpr std::size_t kMost = 256;
  if (worlds_.combinations() > kMost) return;
  std::map<std::size_t, Coordinates> all;
  for (std::size_t combination = 0; combination < worlds_.combinations(); ++combination) {
    std::optional<std::vector<double>> point = worlds_.point_of(combination);
    if (!point) continue;
    all.emplace(combination, [own = *std::move(point)](std::size_t i) { return own[i]; });
  }
  prepare(all, threads);
}

const PreparedWorlds::Entry* PreparedWorlds::find(std::size_t combination) const {
  const auto found = entries_.find(combination);
  return found == entries_.end() ? nullptr : &found->second;
}

Result<WorldResult> PreparedWorlds::run(const Coordinates& point) const {
  const Entry* const entry = worlds_.combinations() == 0 ? nullptr : find(worlds_.combination(point));
  if (entry == nullptr) return worlds_.run(point);
  if (!entry->panel) return entry->panel.diagnostics();
  std::vector<double> weights(worlds_.hierarchy().size());
  worlds_.weigh(point, *entry->panel, weights);
  return worlds_.finish(point, *entry->panel, weights);
}

}  // namespace podium
