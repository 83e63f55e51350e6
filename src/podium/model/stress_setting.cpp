#include "podium/model/stress_setting.hpp"

#include <algorithm>

namespace podium {
namespace {

/// What each cell's observation says of its error, cell by cell; 0 for a gap.
template <class Error>
std::vector<double> errors_of(const Index& index, const Selection& selection, const Error& error) {
  const Panel& panel = selection.panel();
  std::vector<double> errors;
  for (const Series series : all_series(panel)) {
    for (const Time time : all_periods(panel)) {
      for (const Unit unit : all_units(panel)) {
        const std::optional<ObservationAt> origin = selection.origin(series, time, unit);
        errors.push_back(origin ? error(index.observation(*origin)) : 0);
      }
    }
  }
  return errors;
}

bool varies_measurement(const StressPlan& plan) {
  return std::ranges::any_of(
      plan.factors, [](const Factor& factor) { return std::holds_alternative<VaryMeasurement>(factor.variation); });
}

/// Standard errors are kept for plans that draw them, so that editions that differ in nothing else are one for others.
StressFigures figures_of(const Index& index, const EditionChoice& choice, std::string name, const StressPlan& plan) {
  const Selection selection = select(index, choice);
  StressFigures figures{.edition = std::move(name), .panel = selection.panel()};
  figures.half_steps = errors_of(index, selection, [](const Observation& each) { return each.value->step / 2; });
  if (varies_measurement(plan)) {
    figures.standard_errors = errors_of(index, selection, [](const Observation& each) { return each.standard_error; });
  }
  return figures;
}

bool are_same(std::span<const double> a, std::span<const double> b) {
  return std::ranges::equal(a, b, [](double x, double y) { return x == y || (is_missing(x) && is_missing(y)); });
}

bool prints_figures_of(const Index& index, EditionAt edition, Period period) {
  return std::ranges::any_of(index.observations, [&](const Observation& each) {
    return each.edition == edition && each.period == period && each.value;
  });
}

const VaryEdition* edition_factor(const StressPlan& plan) {
  for (const Factor& factor : plan.factors) {
    if (const auto* edition = std::get_if<VaryEdition>(&factor.variation)) return edition;
  }
  return nullptr;
}

/// The editions that a plan varies, or all that print figures of the period.
Result<std::vector<EditionAt>> editions_of(const Index& index, const VaryEdition& factor, Period period) {
  std::vector<EditionAt> editions;
  for (const std::string& name : factor.editions) {
    TRY(const EditionAt edition, resolve_edition(index, name));
    editions.push_back(edition);
  }
  for (std::size_t i = 0; i < index.editions.size() && factor.editions.empty(); ++i) {
    const auto edition = static_cast<EditionAt>(i);
    if (prints_figures_of(index, edition, period)) editions.push_back(edition);
  }
  return editions;
}

std::string name_of_choice(const Index& index, const EditionChoice& choice) {
  if (const auto* named = std::get_if<NamedEdition>(&choice)) return index.editions[at(named->edition)].id;
  if (const auto* as_of = std::get_if<AsOf>(&choice)) return "as of " + to_text(as_of->date);
  return "latest";
}

}  // namespace

Result<StressSetting> stress_setting(const Index& index, const StressPlan& plan, const EditionChoice& choice,
                                     Period period, Series node) {
  StressSetting setting{.recipe = index.recipe};
  setting.node = node;
  for (const UnitInfo& unit : index.units) setting.units.push_back(unit.code);
  setting.groups = groups_of(index.group_names, index.units);
  setting.solvers = index.recipe.context(1).solvers;
  setting.figures.push_back(figures_of(index, choice, name_of_choice(index, choice), plan));
  const Panel& panel = setting.figures.front().panel;
  const auto found = std::ranges::find(panel.periods(), period);
  setting.time = static_cast<Time>(found - panel.periods().begin());
  const VaryEdition* const factor = edition_factor(plan);
  if (factor == nullptr) return setting;
  TRY(const std::vector<EditionAt> editions, editions_of(index, *factor, period));
  for (const EditionAt edition : editions) {
    StressFigures figures = figures_of(index, NamedEdition{edition}, index.editions[at(edition)].id, plan);
    // An edition that changes nothing would only make the published figures likelier.
    const bool is_new = std::ranges::none_of(setting.figures, [&](const StressFigures& known) {
      return are_same(known.panel.values(), figures.panel.values()) &&
             are_same(known.standard_errors, figures.standard_errors);
    });
    if (is_new) setting.figures.push_back(std::move(figures));
  }
  return setting;
}

StressPlan plan_of(const Index& index) {
  StressPlan plan = index.stress;
  if (plan.factors.empty()) plan.factors.push_back({.name = "weights", .variation = VaryWeights{}});
  return plan;
}

}  // namespace podium
