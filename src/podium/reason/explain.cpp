#include "podium/reason/explain.hpp"

#include <algorithm>
#include <cassert>

#include "podium/reason/same_figure.hpp"
#include "podium/reason/scored_panel.hpp"
#include "podium/reason/world_of_two.hpp"

namespace podium {
namespace {

using Kind = ChangeFactor::Kind;

/// The factors that may have changed anything, with their groups for the Owen value.
class Factors {
 public:
  Factors(const ChangeQuestion& question, const Ranking& before, const Ranking& after, const WorldOfTwo& world)
      : question_(question), revised_(world.revised_time()) {
    const auto ranks_before = before.ranks(question.node, question.before.time);
    const auto ranks_after = after.ranks(question.node, question.after.time);
    for (std::size_t unit = 0; unit < ranks_before.size(); ++unit) {
      joined_or_left_.push_back(static_cast<char>((ranks_before[unit] == 0) != (ranks_after[unit] == 0)));
    }
    if (is_revised()) add({.kind = Kind::Revision}, next_group_++);
    if (&question.before.recipe != &question.after.recipe) add({.kind = Kind::Recipe}, next_group_++);
    // Of one and the same period, figures can only have been revised.
    const bool is_other_period = revised_ != question.after.time;
    if (world.has_other_frame() && (is_other_period || is_revised())) add({.kind = Kind::Frame}, next_group_++);
    if (is_other_period || factors_.empty()) add_others();
    add_own();
  }

  const std::vector<ChangeFactor>& all() const { return factors_; }
  const std::vector<std::size_t>& groups() const { return groups_; }

  WorldChanges changes(std::span<const char> changed) const {
    WorldChanges changes{.own = std::vector<char>(question_.after.panel.series().size()),
                         .joined_or_left = joined_or_left_};
    for (std::size_t i = 0; i < factors_.size(); ++i) {
      const bool is_changed = changed[i] != 0;
      switch (factors_[i].kind) {
        case Kind::Revision:
          changes.is_revised = is_changed;
          break;
        case Kind::Recipe:
          changes.has_new_recipe = is_changed;
          break;
        case Kind::Frame:
          changes.has_new_frame = is_changed;
          break;
        case Kind::Others:
          changes.have_others_changed = is_changed;
          break;
        case Kind::JoinedLeft:
          changes.have_some_joined_or_left = is_changed;
          break;
        case Kind::Own:
          changes.own[at(*factors_[i].series)] = changed[i];
          break;
      }
    }
    return changes;
  }

 private:
  void add(const ChangeFactor& factor, std::size_t group) {
    factors_.push_back(factor);
    groups_.push_back(group);
  }

  void add_others() {
    const std::size_t others = next_group_++;
    add({.kind = Kind::Others}, others);
    if (std::ranges::find(joined_or_left_, 1) != joined_or_left_.end()) add({.kind = Kind::JoinedLeft}, others);
  }

  bool is_revised() const {
    return !std::ranges::equal(question_.before.panel.values(), question_.after.panel.values(), is_same_figure);
  }

  /// The indicators below the node and the denominators, where any of the figures differ.
  void add_own() {
    const Hierarchy& hierarchy = question_.after.recipe.hierarchy();
    std::vector<std::pair<std::optional<Series>, std::size_t>> groups;
    for (const Series series : all_series(question_.after.panel)) {
      const std::optional<Series> pillar = pillar_of(hierarchy, series, question_.node);
      const bool counts = pillar || at(series) >= hierarchy.size();
      if (!counts || !has_changed(series)) continue;
      auto known = std::ranges::find(groups, pillar, &std::pair<std::optional<Series>, std::size_t>::first);
      if (known == groups.end()) known = groups.insert(groups.end(), {pillar, next_group_++});
      add({.kind = Kind::Own, .series = series, .pillar = pillar}, known->second);
    }
  }

  bool has_changed(Series series) const {
    const Panel& panel = question_.after.panel;
    return !is_same_figure(panel.value(series, question_.after.time, question_.unit),
                           panel.value(series, revised_, question_.unit));
  }

  const ChangeQuestion& question_;
  Time revised_;
  std::vector<char> joined_or_left_{};
  std::vector<ChangeFactor> factors_{};
  std::vector<std::size_t> groups_{};
  std::size_t next_group_ = 0;
};

Diagnostic unranked(const IndexState& state, Unit unit, Series node) {
  return {.code = Code::TooFewFigures,
          .found = "no rank",
          .expected = "a unit that is ranked in both periods",
          .subject = {.node = state.panel.id(node),
                      .unit = state.panel.code(unit),
                      .period = to_text(state.panel.period(state.time))}};
}

}  // namespace

Result<ExplainedChange> explain_change(const ChangeQuestion& question, const ShapleySetting& setting) {
  const auto& [before, after, unit, node] = question;
  TRY(const Ranking ranking_before, run(before.recipe, before.panel));
  TRY(const Ranking ranking_after, run(after.recipe, after.panel));
  ExplainedChange explained{.score_before = ranking_before.score(node, before.time, unit),
                            .score_after = ranking_after.score(node, after.time, unit),
                            .rank_before = ranking_before.rank(node, before.time, unit),
                            .rank_after = ranking_after.rank(node, after.time, unit)};
  if (explained.rank_before == 0) return unranked(before, unit, node);
  if (explained.rank_after == 0) return unranked(after, unit, node);
  explained.ledger = overtake_ledger(ranking_before.ranks(node, before.time), ranking_after.ranks(node, after.time),
                                     unit, after.recipe.ties());
  TRY(const WorldOfTwo world, WorldOfTwo::between(question));
  const Factors factors(question, ranking_before, ranking_after, world);
  Diagnostics problems;
  const Worth worth = [&](std::span<const char> changed) {
    const Result<Standing> standing = problems.empty() ? world.standing(factors.changes(changed)) : Standing{};
    if (!standing) problems = standing.diagnostics();
    return standing ? std::vector<double>{standing->score, -static_cast<double>(standing->rank)}
                    : std::vector<double>{0, 0};
  };
  const Shapley shares = owen_values(factors.groups(), worth, setting);
  if (!problems.empty()) return problems;
  explained.is_exact = shares.is_exact;
  explained.worlds = shares.worths;
  for (std::size_t i = 0; i < factors.all().size(); ++i) {
    ChangeFactor factor = factors.all()[i];
    factor.score = shares.shares[0][i];
    factor.places = shares.shares[1][i];
    explained.factors.push_back(factor);
  }
  return explained;
}

}  // namespace podium
