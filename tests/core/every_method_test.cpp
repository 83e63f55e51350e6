#include "support/every_method.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include <doctest/doctest.h>
#include <rapidcheck.h>

// The names of the families in the titles of test cases.
TYPE_TO_STRING(podium::ImputeMethod);
TYPE_TO_STRING(podium::TreatMethod);
TYPE_TO_STRING(podium::NormaliseMethod);
TYPE_TO_STRING(podium::WeightMethod);
TYPE_TO_STRING(podium::AggregateMethod);

// What must hold for every method. Methods that need an optimiser have none here: what they promise is in tests/solve.
namespace podium {
namespace {

using namespace testing;

/// The panel after the method with its ranks, or what the method refused.
struct Outcome {
  std::optional<Ranking> ranking{};
  std::vector<std::string> refusals{};
};

Outcome outcome_of(const Trial& trial, const World& world) {
  const CheckedRecipe recipe = must(recipe_in(world, trial.steps));
  Result<Panel> after = run_steps(recipe, panel_of(world, recipe.hierarchy()), trial.count);
  if (after) return {.ranking = Ranking(*std::move(after), recipe)};
  Outcome outcome;
  // Without the figures in the sentence, which may be rounded.
  for (const Diagnostic& problem : after.diagnostics()) {
    outcome.refusals.push_back(to_text(Diagnostic{.code = problem.code, .subject = problem.subject}));
  }
  std::ranges::sort(outcome.refusals);
  return outcome;
}

bool near(double a, double b, double reach) {
  return is_missing(a) || is_missing(b) ? is_missing(a) == is_missing(b) : std::abs(a - b) <= reach;
}

double largest_of(std::span<const double> values) {
  double largest = 0;
  for (const double value : values) largest = std::abs(value) > largest ? std::abs(value) : largest;
  return largest;
}

/// Two results of the same figures, whose units and series stand in different orders.
class Comparison {
 public:
  Comparison(const Ranking& a, const Ranking& b, double rounding) : a_(a), b_(b), rounding_(rounding) {}

  /// Empty if there is no difference.
  std::string difference() const {
    for (const Series series : all_series(a_.panel())) {
      const double reach = rounding_ * largest_of(a_.panel().values(series));
      for (const Time time : all_periods(a_.panel())) {
        if (!near(a_.panel().given_weight(series, time), b_.panel().given_weight(in_b(series), time), rounding_)) {
          return "weight of " + a_.panel().id(series);
        }
        for (const Unit unit : all_units(a_.panel())) {
          const std::string what = difference_at(series, time, unit, reach);
          if (!what.empty()) return what + " of " + a_.panel().code(unit) + ", " + a_.panel().id(series);
        }
      }
    }
    return {};
  }

 private:
  Series in_b(Series series) const { return *b_.panel().find_series(a_.panel().id(series)); }
  Unit in_b(Unit unit) const { return *b_.panel().find_unit(a_.panel().code(unit)); }

  std::string difference_at(Series series, Time time, Unit unit, double reach) const {
    const double score = a_.score(series, time, unit);
    if (!near(score, b_.score(in_b(series), time, in_b(unit)), reach)) return "score";
    if (a_.panel().history(series, time)[at(unit)] != b_.panel().history(in_b(series), time)[at(in_b(unit))]) {
      return "history";
    }
    if (a_.panel().is_excluded(time, unit) != b_.panel().is_excluded(time, in_b(unit))) return "exclusion";
    if ((b_.rank(in_b(series), time, in_b(unit)) == 0) != is_missing(score)) return "rank of a gap";
    for (const Unit other : all_units(a_.panel())) {
      const double lead = score - a_.score(series, time, other);
      // Scores so near may change places by their rounding.
      if (!(std::abs(lead) > 2 * reach)) continue;
      const Rank mine = b_.rank(in_b(series), time, in_b(unit));
      const Rank theirs = b_.rank(in_b(series), time, in_b(other));
      if ((mine < theirs) != (lead > 0)) return "rank";
    }
    return {};
  }

  const Ranking& a_;
  const Ranking& b_;
  double rounding_;
};

/// Runs the trial on a random index and on the same in another order; whether it has a result.
bool is_same_in_other_order(const Trial& trial, bool turns_units, bool turns_nodes, double rounding) {
  const World world = arbitrary_world();
  const auto order = [](std::size_t count, bool turns) { return turns ? arbitrary_order(count) : places(count); };
  const World other = rearranged(world, order(world.units.size(), turns_units), order(world.nodes.size(), turns_nodes));
  const Outcome a = outcome_of(trial, world);
  const Outcome b = outcome_of(trial, other);
  RC_ASSERT(a.refusals == b.refusals);
  if (!a.ranking) return false;
  RC_ASSERT(Comparison(*a.ranking, *b.ranking, rounding).difference() == "");
  return true;
}

TEST_CASE_TEMPLATE("the order of the units changes nothing but the order of the results", Family, ImputeMethod,
                   TreatMethod, NormaliseMethod, WeightMethod, AggregateMethod) {
  check_every<Family>("units in another order", []<class Method>(const Method& method) {
    return is_same_in_other_order(trial_of(Family(method)), true, false, kRounding<Method>.units);
  });
}

TEST_CASE_TEMPLATE("the order of the nodes changes nothing but rounding where sums are taken over nodes", Family,
                   ImputeMethod, TreatMethod, NormaliseMethod, WeightMethod, AggregateMethod) {
  check_every<Family>("nodes in another order", []<class Method>(const Method& method) {
    return is_same_in_other_order(trial_of(Family(method)), false, true, kRounding<Method>.nodes);
  });
}

TEST_CASE_TEMPLATE("the order of the panel's units and series at once changes nothing but rounding", Family,
                   ImputeMethod, TreatMethod, NormaliseMethod, WeightMethod, AggregateMethod) {
  check_every<Family>("units and series in another order", []<class Method>(const Method& method) {
    const Rounding rounding = kRounding<Method>;
    return is_same_in_other_order(trial_of(Family(method)), true, true, rounding.units + rounding.nodes);
  });
}

TEST_CASE_TEMPLATE("a gap becomes a figure by an imputation only, and never a zero", Family, ImputeMethod, TreatMethod,
                   NormaliseMethod, WeightMethod, AggregateMethod) {
  check_every<Family>("gaps stay, or are marked as filled", [](const auto& method) {
    const World world = arbitrary_world();
    const Trial trial = trial_of(Family(method));
    const Outcome after = outcome_of(trial, world);
    if (!after.ranking) return false;
    const Hierarchy hierarchy = hierarchy_of(world);
    const Panel before = panel_of(world, hierarchy);
    for (const Series series : hierarchy.indicators()) {
      for (const Time time : all_periods(before)) {
        for (const Unit unit : all_units(before)) {
          const double figure = before.value(series, time, unit);
          const double result = after.ranking->score(series, time, unit);
          const bool is_filled = after.ranking->panel().history(series, time)[at(unit)].is_imputed();
          RC_ASSERT(is_missing(result) == (is_missing(figure) && !is_filled));
          if (std::is_same_v<Family, ImputeMethod>) {
            // All figures are above zero.
            const bool is_sound = is_missing(figure) ? result != 0 : result == figure && !is_filled;
            RC_ASSERT(is_sound);
          } else {
            RC_ASSERT(!is_filled);
          }
        }
      }
    }
    return true;
  });
}

/// Whether a node of so many components, of which so many have scores, has one.
bool has_score(MissingRule missing, std::size_t components, std::size_t scores) {
  return missing == MissingRule::Gap ? scores == components : scores > 0;
}

TEST_CASE("whatever combines a node's components, it has a score where the rule for gaps says so, and else a gap") {
  for (const MissingRule missing : {MissingRule::Reweight, MissingRule::Gap}) {
    check_every<AggregateMethod>("missing = " + std::string(to_word(missing)), [&](const auto& method) {
      const World world = arbitrary_world();
      const Outcome after = outcome_of(trial_of(method, missing), world);
      if (!after.ranking) return false;
      const Panel& panel = after.ranking->panel();
      const Hierarchy hierarchy = hierarchy_of(world);
      for (const Series node : hierarchy.aggregates()) {
        for (const Time time : all_periods(panel)) {
          for (const Unit unit : all_units(panel)) {
            const std::span<const Series> components = hierarchy.children(node);
            const auto scores = static_cast<std::size_t>(std::ranges::count_if(
                components, [&](Series child) { return !is_missing(panel.value(child, time, unit)); }));
            RC_ASSERT(is_missing(panel.value(node, time, unit)) != has_score(missing, components.size(), scores));
          }
        }
      }
      return true;
    });
  }
}

}  // namespace
}  // namespace podium
