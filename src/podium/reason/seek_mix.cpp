#include "podium/reason/seek_mix.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <tuple>

#include "podium/reason/seek_regime.hpp"

namespace podium {
namespace {

constexpr std::size_t kMostCombinations = 1024;
constexpr double kProof = 1e-6;
constexpr double kTight = 1e-11;  ///< of a spread; less is rounding

using Boxes = std::vector<SeekBox>;

struct Plan {
  std::vector<Boxes> combinations{};  ///< by the effort of their lower corners
  SeekRegimes regimes = SeekRegimes::One;
};

Boxes chosen(std::span<const Boxes> options, std::size_t number) {
  Boxes boxes;
  for (const Boxes& of_one : options) {
    boxes.push_back(of_one[number % of_one.size()]);
    number /= of_one.size();
  }
  return boxes;
}

Boxes present(std::span<const Boxes> options) { return chosen(options, 0); }

Plan plan_of(const SeekIndex& index) {
  std::vector<Boxes> options;
  std::size_t count = 1;
  for (std::size_t i = 0; i < index.size(); ++i) {
    options.push_back(boxes_of(index, i));
    count = std::min(count * options.back().size(), kMostCombinations + 1);
  }
  Plan plan{.regimes = count == 1 ? SeekRegimes::One : SeekRegimes::All};
  if (count <= kMostCombinations) {
    for (std::size_t number = 0; number < count; ++number) plan.combinations.push_back(chosen(options, number));
  } else {
    plan.regimes = SeekRegimes::Single;
    plan.combinations.push_back(present(options));
    for (std::size_t i = 0; i < options.size(); ++i) {
      for (std::size_t k = 1; k < options[i].size(); ++k) {
        plan.combinations.push_back(present(options));
        plan.combinations.back()[i] = options[i][k];
      }
    }
  }
  std::ranges::stable_sort(plan.combinations, {},
                           [&](const Boxes& boxes) { return index.effort(lower_corner(boxes)); });
  return plan;
}

/// The unit alone has the lowest figure of some indicator and could raise it.
bool could_raise_the_lower_end(const SeekIndex& index) {
  for (std::size_t i = 0; i < index.size(); ++i) {
    const bool is_own = !index.problem().indicators[i].frame.fixed;
    if (is_own && index.can_change(i) && index.others(i) && index.start()[i] < index.others(i)->lower) return true;
  }
  return false;
}

SeekPoint solved(const SeekIndex& index, std::span<const SeekBox> boxes, const Solvers& solvers) {
  std::vector<double> bottom = lower_corner(boxes);
  const double least = index.effort(bottom);
  if (index.is_reached(bottom)) return {.figures = std::move(bottom), .least = least};
  if (std::ranges::none_of(boxes, &SeekBox::is_beyond)) return least_within(index, boxes, solvers);
  return index.is_arithmetic() ? least_beyond(index, boxes, solvers) : searched(index, boxes);
}

/// No rise is more than it must be, the others given; the small ones first, which are mostly rounding.
std::vector<double> trimmed(const SeekIndex& index, std::vector<double> figures) {
  std::vector<std::size_t> order(figures.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto effort = [&](std::size_t i) {
    return index.can_change(i) ? index.price(i) * (figures[i] - index.start()[i]) : 0;
  };
  std::ranges::sort(order, {}, [&](std::size_t i) { return std::tuple(effort(i), i); });
  for (const std::size_t i : order) {
    if (!index.can_change(i) || !(figures[i] > index.start()[i])) continue;
    std::vector<double> without = figures;
    without[i] = std::max(index.start()[i], figures[i] - kTight * index.spread(i));
    if (!index.is_reached(without)) continue;
    without[i] = index.start()[i];
    figures = first_reached(index, without, figures);
  }
  return figures;
}

struct Cheapest {
  std::vector<double> figures{};
  double effort = std::numeric_limits<double>::infinity();
  double least = std::numeric_limits<double>::infinity();
};

Cheapest cheapest_of(const SeekIndex& index, const Plan& plan, const Solvers& solvers) {
  Cheapest best;
  for (const Boxes& boxes : plan.combinations) {
    if (index.effort(lower_corner(boxes)) >= best.effort || !index.is_reached(upper_corner(boxes))) continue;
    SeekPoint point = solved(index, boxes, solvers);
    best.least = std::min(best.least, point.least);
    if (point.figures.empty()) continue;
    const double effort = index.effort(point.figures);
    if (effort >= best.effort) continue;
    best.effort = effort;
    best.figures = std::move(point.figures);
  }
  return best;
}

void set_figures(const SeekIndex& index, std::span<const double> figures, SeekMix& mix) {
  mix.values = index.originals(figures);
  for (std::size_t i = 0; i < index.size(); ++i) {
    mix.changes.push_back(mix.values[i] - index.original(i, index.start()[i]));
  }
  mix.effort = index.effort(figures);
}

}  // namespace

Result<SeekMix> cheapest_mix(const SeekIndex& index, const Solvers& solvers) {
  if (solvers.maximise == nullptr || solvers.maximise_integer == nullptr) {
    return Diagnostic{.code = Code::MissingSolver, .found = "a build without solvers", .expected = "a native build"};
  }
  SeekMix mix{.best = best_within_bounds(index)};
  mix.is_already = index.is_reached(index.start());
  mix.is_possible = index.is_reached(index.highest());
  mix.is_proven = mix.is_already || !mix.is_possible;
  if (mix.is_proven) {
    // Nothing to do, or nothing that would do.
    set_figures(index, mix.is_already ? index.start() : index.highest(), mix);
    return mix;
  }
  const Plan plan = plan_of(index);
  mix.regimes = plan.regimes;
  Cheapest best = cheapest_of(index, plan, solvers);
  if (best.figures.empty()) {
    // One indicator in another regime may not be enough where several are.
    if (plan.regimes != SeekRegimes::Single) {
      return Diagnostic{.code = Code::NotConverged, .found = "a cheapest mix that the solvers do not find"};
    }
    best.figures = first_reached(index, index.start(), index.highest());
  }
  set_figures(index, trimmed(index, std::move(best.figures)), mix);
  const bool are_all = plan.regimes != SeekRegimes::Single && !could_raise_the_lower_end(index);
  mix.least = are_all ? std::min(best.least, mix.effort) : 0;
  mix.is_proven = are_all && mix.effort - mix.least <= kProof * mix.effort;
  return mix;
}

}  // namespace podium
