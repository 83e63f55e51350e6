#include <algorithm>
#include <cmath>

#include "podium/core/math.hpp"
#include "podium/core/number_text.hpp"
#include "podium/core/statistics/distributions.hpp"
#include "podium/stress/worlds.hpp"

/// How the figures of a world come about, and the panel that its recipe makes of them.
namespace podium {
namespace {

void drop_everywhere(Panel& panel, Series indicator) {
  for (const Time time : all_periods(panel)) panel.drop(indicator, time);
}

void exclude_everywhere(Panel& panel, Unit unit) {
  for (const Time time : all_periods(panel)) panel.exclude(time, unit);
}

void leave_out(Panel& panel, std::string_view name, bool is_unit) {
  if (is_unit) {
    exclude_everywhere(panel, *panel.find_unit(name));
  } else {
    drop_everywhere(panel, *panel.find_series(name));
  }
}

/// Adds to each cell of a series what `error` makes of the printed figure, its coordinate and its known error.
template <class Error>
void move_cells(Panel& panel, const Panel& printed, Series series, std::span<const double> known,
                const Coordinates& coordinates, const Error& error) {
  const std::span<double> values = panel.values(series);
  const std::span<const double> figures = printed.values(series);
  const std::size_t first = at(series) * values.size();
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (is_missing(figures[i]) || !(known[first + i] > 0)) continue;
    values[i] += error(figures[i], coordinates(first + i), known[first + i]);
  }
}

double rounding_error(double, double u, double half_step) { return (2 * u - 1) * half_step; }

double normal_error(double, double u, double standard_error) { return normal_quantile(u) * standard_error; }

/// Of the lognormal variable with the figure as mean and this standard deviation.
double lognormal_error(double figure, double u, double standard_error) {
  const double ratio = standard_error / figure;
  const double variance = natural_logarithm(1 + ratio * ratio);
  return figure * exponential(normal_quantile(u) * std::sqrt(variance) - variance / 2) - figure;
}

/// The series that a factor with `only` and `except` moves: denominators too, unless `only` is given.
template <class Vary>
std::vector<Series> moved_series(const Vary& vary, const Hierarchy& hierarchy, const Panel& panel) {
  std::vector<Series> series = select_indicators(hierarchy, vary.only, vary.except);
  if (!vary.only.empty()) return series;
  for (std::size_t i = hierarchy.size(); i < panel.series().size(); ++i) series.push_back(static_cast<Series>(i));
  return series;
}

}  // namespace

/// A factor that would move nothing is a mistake; so is the lognormal law for figures that it cannot have drawn.
Diagnostics Worlds::check_measurement(const Factor& factor) const {
  const auto* const measurement = std::get_if<VaryMeasurement>(&factor.variation);
  if (measurement == nullptr) return {};
  bool has_error = false;
  for (const StressFigures& figures : setting_->figures) {
    if (figures.standard_errors.empty()) continue;
    const Panel& panel = figures.panel;
    for (const Series series : moved_series(*measurement, hierarchy(), panel)) {
      const std::span<const double> values = panel.values(series);
      for (std::size_t i = 0; i < values.size(); ++i) {
        const double error = figures.standard_errors[at(series) * values.size() + i];
        if (is_missing(values[i]) || is_missing(error)) continue;
        has_error = true;
        if (measurement->law == ErrorLaw::Normal || !(error > 0) || values[i] > 0) continue;
        return {
            {.code = Code::InvalidValue,
             .found = "factor " + quoted(factor.name) + ": " + quoted_number(values[i]) + " under the lognormal law",
             .expected = "figures above 0; or law = \"normal\", or the indicator in `except`",
             .subject = {.node = panel.id(series)}}};
      }
    }
  }
  if (has_error) return {};
  return {{.code = Code::InvalidValue,
           .found = "factor " + quoted(factor.name) + ": figures without standard errors",
           .expected = "a column 'standard_error' in the observations, where publishers state them; or what = "
                       "\"rounding\""}};
}

/// The figures of the world's edition, with their errors, and nothing left out yet.
Panel Worlds::drawn_figures(const Coordinates& point) const {
  const StressFigures& chosen = figures(point);
  Panel panel = chosen.panel;
  for (std::size_t i = 0; i < plan_->factors.size(); ++i) {
    const Variation& variation = plan_->factors[i].variation;
    const Coordinates coordinates = own(point, i);
    if (const auto* rounding = std::get_if<VaryRounding>(&variation); rounding && !chosen.half_steps.empty()) {
      for (const Series series : moved_series(*rounding, hierarchy(), panel)) {
        move_cells(panel, chosen.panel, series, chosen.half_steps, coordinates, rounding_error);
      }
    }
    const auto* const measurement = std::get_if<VaryMeasurement>(&variation);
    if (measurement == nullptr || chosen.standard_errors.empty()) continue;
    const auto error = measurement->law == ErrorLaw::Normal ? normal_error : lognormal_error;
    for (const Series series : moved_series(*measurement, hierarchy(), panel)) {
      move_cells(panel, chosen.panel, series, chosen.standard_errors, coordinates, error);
    }
  }
  return panel;
}

std::vector<MovedFigure> Worlds::moved_figures(const Coordinates& point) const {
  const Panel& printed = figures(point).panel;
  const Panel drawn = drawn_figures(point);
  std::vector<MovedFigure> moved;
  for (const Series series : all_series(printed)) {
    for (const Time time : all_periods(printed)) {
      for (const Unit unit : all_units(printed)) {
        const double before = printed.value(series, time, unit);
        const double after = drawn.value(series, time, unit);
        if (is_missing(before) || before == after) continue;
        moved.push_back(
            {.series = series, .period = printed.period(time), .unit = unit, .before = before, .drawn = after});
      }
    }
  }
  const Variant& chosen = variant(point);
  if (chosen.recipe && !errors_.empty()) {
    // What is moved before a step that cannot be run is moved all the same.
    static_cast<void>(run_until_aggregate(point, chosen, figures_of(point), &moved));
  }
  return moved;
}

Panel Worlds::figures_of(const Coordinates& point) const {
  Panel panel = drawn_figures(point);
  // Last: what is left out stays a gap.
  for (std::size_t i = 0; i < plan_->factors.size(); ++i) {
    for (const std::string_view name : left_out(point, i)) {
      leave_out(panel, name, std::holds_alternative<VaryUnits>(plan_->factors[i].variation));
    }
  }
  return panel;
}

std::vector<std::string_view> Worlds::left_out(const Coordinates& point, std::size_t factor) const {
  const Variation& variation = plan_->factors[factor].variation;
  const auto* indicators = std::get_if<VaryIndicators>(&variation);
  const auto* units = std::get_if<VaryUnits>(&variation);
  if (indicators == nullptr && units == nullptr) return {};
  const std::optional<double> probability = indicators != nullptr ? indicators->probability : units->probability;
  const std::vector<std::string_view> all = candidates(factor);
  if (!probability) {
    const std::size_t taken = choice(point, factor);
    return taken == 0 ? std::vector<std::string_view>{} : std::vector{all[taken - 1]};
  }
  std::vector<std::string_view> out;
  const Coordinates coordinates = own(point, factor);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (coordinates(i) < *probability) out.push_back(all[i]);
  }
  return out;
}

Result<Panel> Worlds::prepare(const Coordinates& point) const {
  const Variant& chosen = variant(point);
  if (!chosen.recipe) return chosen.recipe.diagnostics();
  return run_until_aggregate(point, chosen, figures_of(point), nullptr);
}

Result<Panel> Worlds::run_until_aggregate(const Coordinates& point, const Variant& variant, Panel panel,
                                          std::vector<MovedFigure>* moved) const {
  const CheckedRecipe& recipe = *variant.recipe;
  const auto& steps = recipe.steps();
  std::size_t done = 0;
  for (std::size_t i = 0; i < steps.size() && !std::holds_alternative<Aggregate>(steps[i]); ++i) {
    const bool is_moved = std::holds_alternative<Impute>(steps[i]) && errors_.contains(variant.published_numbers[i]);
    const bool is_last = std::holds_alternative<Aggregate>(steps[i + 1]);
    if (!is_moved && !is_last) continue;
    TRY(panel, run_steps(recipe, std::move(panel), done, i + 1));
    done = i + 1;
    if (is_moved) misfill(point, variant.published_numbers[i], i + 1, panel, moved);
  }
  return panel;
}

/// Each cell that the step filled is moved by one of the errors that the filling made on known figures.
void Worlds::misfill(const Coordinates& point, std::size_t published_number, std::size_t number, Panel& panel,
                     std::vector<MovedFigure>* moved) const {
  const std::vector<std::vector<double>>& errors = errors_.at(published_number);
  const std::size_t units = panel.units().size();
  for (std::size_t i = 0; i < plan_->factors.size(); ++i) {
    if (!std::holds_alternative<VaryImputation>(plan_->factors[i].variation)) continue;
    const Coordinates coordinates = own(point, i);
    for (const Series indicator : hierarchy().indicators()) {
      const std::vector<double>& own_errors = errors[at(indicator)];
      if (own_errors.empty()) continue;
      const std::span<double> values = panel.values(indicator);
      const std::span<const CellHistory> history = panel.history(indicator);
      for (std::size_t cell = 0; cell < values.size(); ++cell) {
        if (is_missing(values[cell]) || !history[cell].is_imputed() || history[cell].step() != number) continue;
        const double u = coordinates(at(indicator) * values.size() + cell);
        const auto place = static_cast<std::size_t>(u * static_cast<double>(own_errors.size()));
        const double before = values[cell];
        values[cell] += own_errors[std::min(place, own_errors.size() - 1)];
        if (moved == nullptr || values[cell] == before) continue;
        moved->push_back({.series = indicator,
                          .period = panel.periods()[cell / units],
                          .unit = static_cast<Unit>(cell % units),
                          .before = before,
                          .drawn = values[cell],
                          .step = published_number});
      }
    }
  }
}

/// Hides the known figures of the ranked period one by one from each step that fills, and remembers by how much its
/// answer is off.
void Worlds::measure_fillings() {
  const CheckedRecipe& recipe = setting_->recipe;
  for (std::size_t i = 0; i < recipe.steps().size(); ++i) {
    if (!std::holds_alternative<Impute>(recipe.steps()[i])) continue;
    const Result<Panel> before = run_steps(recipe, setting_->figures.front().panel, i);
    std::vector<std::vector<double>> errors(hierarchy().size());
    for (const Series indicator : hierarchy().indicators()) {
      for (const Unit unit : all_units(setting_->figures.front().panel)) {
        if (!before || is_missing(before->value(indicator, setting_->time, unit))) continue;
        Panel hidden = *before;
        hidden.set(indicator, setting_->time, unit, kMissing);
        const Result<Panel> filled = run_steps(recipe, std::move(hidden), i, i + 1);
        if (!filled) continue;
        const double answer = filled->value(indicator, setting_->time, unit);
        if (is_missing(answer)) continue;
        errors[at(indicator)].push_back(before->value(indicator, setting_->time, unit) - answer);
      }
    }
    errors_.emplace(i + 1, std::move(errors));
  }
}

std::vector<WorldChoice> Worlds::describe(const Coordinates& point) const {
  std::vector<WorldChoice> choices;
  for (std::size_t i = 0; i < plan_->factors.size(); ++i) {
    const Variation& variation = plan_->factors[i].variation;
    WorldChoice choice{.factor = i, .label = {}, .names = {}};
    if (const auto* step = std::get_if<VaryStep>(&variation))
      choice.label = step->alternatives[this->choice(point, i)].label;
    if (std::holds_alternative<VaryEdition>(variation)) choice.label = figures(point).edition;
    for (const std::string_view name : left_out(point, i)) choice.names.emplace_back(name);
    choices.push_back(std::move(choice));
  }
  return choices;
}

}  // namespace podium
