#include "podium/stress/attainable/attainable_ranks.hpp"

#include <algorithm>

#include "podium/stress/attainable/rank_program.hpp"

namespace podium {
namespace {

/// Of leads, as a share of the range of scores: above what the solvers may be off by.
constexpr double kSolverPrecision = 1e-8;
constexpr std::size_t kMostExclusions = 200;

enum class End : std::uint8_t { Best, Worst };

bool improves(End end, Rank candidate, Rank rank) { return end == End::Best ? candidate < rank : candidate > rank; }

/// Takes the weights where they give a better (worse) rank than those seen before.
void note(AttainableRank& seen, End end, Rank rank, std::span<const double> weights) {
  if (rank == 0 || (seen.attained != 0 && !improves(end, rank, seen.attained))) return;
  seen.attained = rank;
  seen.weights.assign(weights.begin(), weights.end());
}

/// Ranks with these weights; empty where a unit loses its score because all its weights vanish.
std::vector<Rank> ranks_with(const WeightedTree& tree, std::span<const double> weights, double tolerance) {
  const std::vector<double> scores = tree.scores(weights);
  for (std::size_t unit = 0; unit < scores.size(); ++unit) {
    if (tree.is_ranked(unit) && is_missing(scores[unit])) return {};
  }
  return ranks_among(scores, tolerance);
}

void note_all(const WeightedTree& tree, std::span<const double> weights, std::vector<AttainableRanks>& seen) {
  const std::vector<Rank> ranks = ranks_with(tree, weights, tree.tolerance());
  for (std::size_t unit = 0; unit < ranks.size(); ++unit) {
    note(seen[unit].best, End::Best, ranks[unit], weights);
    note(seen[unit].worst, End::Worst, ranks[unit], weights);
  }
}

bool is_never_above(const WeightedTree& tree, const Dominance& dominance, std::size_t i, std::size_t j) {
  return dominance.lead(i, j) <= tree.tolerance() || dominance.is_always_above(j, i);
}

bool is_open(const WeightedTree& tree, const Dominance& dominance, std::size_t i, std::size_t j) {
  return i != j && tree.is_ranked(i) && tree.is_ranked(j) && !dominance.is_always_above(i, j) &&
         !is_never_above(tree, dominance, i, j);
}

/// What is seen at the published weights and where one unit leads another the most.
std::vector<AttainableRanks> seen_at_leads(const WeightedTree& tree, const Dominance& dominance) {
  std::vector<AttainableRanks> seen(tree.units());
  const std::vector<double> published = tree.published_weights();
  note_all(tree, published, seen);
  const std::vector<Rank> plain = ranks_with(tree, published, 0);
  for (std::size_t unit = 0; unit < plain.size(); ++unit) note(seen[unit].worst, End::Worst, plain[unit], published);
  const std::vector<Bounds> bounds = bounds_of(tree.tree());
  for (std::size_t i = 0; i < tree.units(); ++i) {
    for (std::size_t j = 0; j < tree.units(); ++j) {
      if (is_open(tree, dominance, i, j)) note_all(tree, greatest_lead(tree, bounds, i, j).weights, seen);
    }
  }
  return seen;
}

/// One unit's question at one end. For the best rank the relations are "the unit leads the rival", for the worst "the
/// rival leads the unit": in both the most of them is sought.
class Question {
 public:
  Question(const WeightedTree& tree, const Dominance& dominance, std::size_t unit, End end)
      : tree_(tree), unit_(unit), end_(end) {
    for (std::size_t other = 0; other < tree.units(); ++other) {
      if (other == unit || !tree.is_ranked(other)) continue;
      if (dominance.is_always_above(other, unit)) ++always_above_;
      if (is_open(tree, dominance, other, unit)) rivals_.push_back(other);
    }
  }

  Rank rank_with(std::size_t relations) const {
    return static_cast<Rank>(1 + always_above_ + (end_ == End::Best ? rivals_.size() - relations : relations));
  }
  std::size_t relations_with(Rank rank) const {
    const std::size_t rivals_above = rank - 1 - always_above_;
    return end_ == End::Best ? rivals_.size() - rivals_above : rivals_above;
  }
  Rank limit() const { return rank_with(rivals_.size()); }

  std::vector<LinearLead> leads() const {
    std::vector<LinearLead> leads;
    for (const std::size_t rival : rivals_) {
      leads.push_back(end_ == End::Best ? linear_lead(tree_, unit_, rival) : linear_lead(tree_, rival, unit_));
    }
    return leads;
  }
  /// Relations whose widest margin is not above this are taken as impossible together: a tie is good enough for the
  /// best rank, and not for the worst.
  double impossible_margin() const {
    return (end_ == End::Best ? -kSolverPrecision : kSolverPrecision) * tree_.range();
  }

 private:
  const WeightedTree& tree_;
  std::size_t unit_;
  End end_;
  std::size_t always_above_ = 0;
  std::vector<std::size_t> rivals_;
};

/// Closes the gap between the rank that was seen and its limit, as far as possible.
void solve(const WeightedTree& tree, const WeightPolytope& polytope, const Question& question, std::size_t unit,
           End end, const Solvers& solvers, AttainableRank& found) {
  RankProgram program(polytope, question.leads(), tree.range(), solvers);
  found.settled_by = SettledBy::Bound;
  for (std::size_t round = 0; round < kMostExclusions; ++round) {
    const RankProgram::Answer answer = program.most(question.relations_with(found.attained) + 1);
    if (answer.state == RankProgram::Answer::State::Unknown) return;
    if (answer.state == RankProgram::Answer::State::Impossible) {
      found.rank = found.attained;
      found.settled_by = SettledBy::IntegerProgram;
      return;
    }
    found.rank = question.rank_with(answer.relations.size());
    const std::optional<RankProgram::Margin> widest = program.widest(answer.relations);
    if (!widest) return;
    const std::vector<Rank> ranks = ranks_with(tree, widest->weights, tree.tolerance());
    if (!ranks.empty()) note(found, end, ranks[unit], widest->weights);
    if (!improves(end, found.rank, found.attained)) {
      found.rank = found.attained;
      found.settled_by = SettledBy::IntegerProgram;
      return;
    }
    if (widest->value > question.impossible_margin()) return;
    program.exclude(answer.relations, question.impossible_margin());
  }
}

void settle(const WeightedTree& tree, const Dominance& dominance, const WeightPolytope& polytope, std::size_t unit,
            End end, const Solvers& solvers, AttainableRank& found) {
  const Question question(tree, dominance, unit, end);
  found.rank = question.limit();
  if (!improves(end, found.rank, found.attained)) {
    found.rank = found.attained;
    return;
  }
  found.settled_by = SettledBy::Bound;
  if (solvers.maximise == nullptr || solvers.maximise_integer == nullptr) return;
  solve(tree, polytope, question, unit, end, solvers, found);
}

}  // namespace

std::vector<AttainableRanks> attainable_ranks(const WeightedTree& tree, const Dominance& dominance,
                                              const Solvers& solvers) {
  std::vector<AttainableRanks> ranks = seen_at_leads(tree, dominance);
  const WeightPolytope polytope(tree);
  for (std::size_t unit = 0; unit < tree.units(); ++unit) {
    if (!tree.is_ranked(unit)) continue;
    settle(tree, dominance, polytope, unit, End::Best, solvers, ranks[unit].best);
    settle(tree, dominance, polytope, unit, End::Worst, solvers, ranks[unit].worst);
  }
  return ranks;
}

}  // namespace podium
