#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "podium/core/run.hpp"
#include "podium/stress/kernel/block.hpp"
#include "podium/stress/plan.hpp"
#include "podium/stress/weight_law.hpp"

namespace podium {

/// The figures of one choice of edition, with what is known of their errors. The lists are cell by cell as
/// Panel::values(); 0 or NaN where nothing is known; empty: of no cell.
struct StressFigures {
  std::string edition;
  Panel panel;
  std::vector<double> half_steps{};       ///< half a unit of the last printed digit
  std::vector<double> standard_errors{};  ///< as the publisher states them, in the unit of the figure
};

/// What a stress test works on. The panels share units, periods and series.
struct StressSetting {
  CheckedRecipe recipe;
  std::vector<std::string> units{};  ///< codes, which alternative steps may name
  UnitGroups groups{};
  Solvers solvers{};
  std::vector<StressFigures> figures{};  ///< at least one; the first is the published choice
  Time time{};                           ///< the period that is ranked
  Series node{};                         ///< the node that is ranked
};

/// The coordinates that a factor owns: `count` from `first`. Factors that are drawn together share theirs.
struct FactorCoordinates {
  std::size_t first = 0;
  std::size_t count = 0;
};

/// What one world has otherwise than the published index, factor by factor.
struct WorldChoice {
  std::size_t factor;
  std::string label;               ///< of the alternative step or of the edition; empty for other factors
  std::vector<std::string> names;  ///< what is left out
};

/// A figure that one world has otherwise than its edition printed it, or than a step of it filled it.
struct MovedFigure {
  Series series;
  Period period;
  Unit unit;
  double before;
  double drawn;
  std::size_t step = 0;  ///< of the published recipe, from 1, that filled it; 0 for a printed figure
};

/// The units' scores and ranks in one world.
struct WorldResult {
  std::vector<double> weights;  ///< what each node of the hierarchy weighs within its parent
  std::vector<double> scores;   ///< NaN: unranked
  std::vector<Rank> ranks;      ///< 0: unranked
};

/// The coordinates of many draws: number k of draw d is numbers[k * draws + d].
struct WorldNumbers {
  std::span<const double> numbers;
  std::size_t draws;

  double at(std::size_t coordinate, std::size_t draw) const { return numbers[coordinate * draws + draw]; }
};

/// All the worlds of a plan: each is a point of the unit cube, and what happens in it is a pure function of the point.
class Worlds {
 public:
  /// Everything that is wrong with the plan is reported at once.
  static Result<Worlds> make(StressPlan plan, StressSetting setting);

  const StressPlan& plan() const { return *plan_; }
  const StressSetting& setting() const { return *setting_; }
  const Hierarchy& hierarchy() const { return setting_->recipe.hierarchy(); }

  /// The dimension of the cube, and what each factor owns of it.
  std::size_t coordinates() const { return coordinates_; }
  const std::vector<FactorCoordinates>& factors() const { return factors_; }
  /// Of the factors of weights, in the plan's order.
  const std::vector<WeightSampler>& samplers() const { return samplers_; }

  /// How many combinations of alternatives there are; 0 if worlds differ in their figures, or are too many to keep:
  /// then each has to be run by itself.
  std::size_t combinations() const { return combinations_; }
  /// The combination that a world takes, below combinations().
  std::size_t combination(const Coordinates& point) const;

  /// A point that takes the combination; nothing if no world does, since factors are drawn together.
  std::optional<std::vector<double>> point_of(std::size_t combination) const;

  /// The panel up to the step that aggregates; of a combination, whichever of its worlds.
  Result<Panel> prepare(const Coordinates& point) const;
  /// What every node weighs within its parent in the ranked period; 0 where it is dropped.
  void weigh(const Coordinates& point, const Panel& prepared, std::span<double> weights) const;
  /// The same for some of many draws that share a prepared panel: weights[node][k] is for draw taken[k];
  /// at most kBlockDraws of them.
  void weigh_block(const Panel& prepared, const WorldNumbers& numbers, std::span<const std::size_t> taken,
                   std::span<BlockRow<double>> weights) const;
  /// Aggregates a prepared panel with these weights and ranks the units.
  Result<WorldResult> finish(const Coordinates& point, Panel prepared, std::span<const double> weights) const;

  /// All of it: a world by itself.
  Result<WorldResult> run(const Coordinates& point) const;
  /// What the world has otherwise, in the plan's order.
  std::vector<WorldChoice> describe(const Coordinates& point) const;
  /// The figures that rounding and measurement moved: by series, period and unit; then those that the errors of filling
  /// moved, step by step, as far as the world's recipe can be run.
  std::vector<MovedFigure> moved_figures(const Coordinates& point) const;

  /// How the recipe of a world aggregates.
  const Aggregate& aggregate(const Coordinates& point) const;

 private:
  /// A recipe of some alternatives: checked, and which step of the published recipe each of its steps is.
  struct Variant {
    Result<CheckedRecipe> recipe;
    std::vector<std::size_t> published_numbers;
  };

  Worlds() = default;
  Diagnostics check_plan() const;
  Diagnostics check_measurement(const Factor& factor) const;
  void lay_out();
  Diagnostics make_variants();
  Diagnostics make_weights();
  void measure_fillings();
  std::size_t count_coordinates(std::size_t factor);
  std::size_t widest(std::size_t leader, std::size_t count);

  Coordinates own(const Coordinates& point, std::size_t factor) const;
  std::vector<std::string_view> candidates(std::size_t factor) const;
  std::vector<std::string_view> left_out(const Coordinates& point, std::size_t factor) const;
  std::size_t alternatives(std::size_t factor) const;
  std::size_t choice(const Coordinates& point, std::size_t factor) const;
  const Variant& variant(const Coordinates& point) const;
  const StressFigures& figures(const Coordinates& point) const;
  Panel drawn_figures(const Coordinates& point) const;
  Panel figures_of(const Coordinates& point) const;
  /// Adds what the errors of filling move to `moved` unless it is null.
  Result<Panel> run_until_aggregate(const Coordinates& point, const Variant& variant, Panel panel,
                                    std::vector<MovedFigure>* moved) const;
  void misfill(const Coordinates& point, std::size_t published_number, std::size_t number, Panel& panel,
               std::vector<MovedFigure>* moved) const;

  std::shared_ptr<const StressPlan> plan_;
  std::shared_ptr<const StressSetting> setting_;
  std::size_t coordinates_ = 0;
  std::vector<FactorCoordinates> factors_;
  std::size_t combinations_ = 1;
  std::vector<Variant> variants_;             ///< by the mixed number of the choices of VaryStep
  std::vector<WeightSampler> samplers_;       ///< of the factors of weights, in the plan's order
  std::vector<std::size_t> sampler_factors_;  ///< the factor of each
  std::vector<double> published_;             ///< what each node weighs in the published index
  /// By how much each filling step missed known figures: by the step's number in the published recipe, then by series.
  std::map<std::size_t, std::vector<std::vector<double>>> errors_;
};

}  // namespace podium
