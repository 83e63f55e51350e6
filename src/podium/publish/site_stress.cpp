#include "podium/publish/site_stress.hpp"

#include <algorithm>

#include "podium/model/date.hpp"
#include "podium/model/stress_setting.hpp"
#include "podium/publish/html.hpp"

namespace podium {
namespace {

/// Fewer draws or runs would say nothing.
constexpr std::uint64_t kLeast = 200;

std::uint64_t affordable(std::uint64_t wanted, std::uint64_t budget, std::uint64_t cost) {
  return std::min(wanted, std::max(kLeast, budget / std::max<std::uint64_t>(cost, 1)));
}

std::uint64_t cells_of_a_full_run(const Worlds& worlds) {
  return worlds.setting().figures.front().panel.values().size();
}

std::uint64_t affordable_draws(const Worlds& worlds, const SiteStressLimits& limits) {
  const std::uint64_t units = worlds.setting().units.size();
  const std::uint64_t draws =
      affordable(std::min(worlds.plan().draws, limits.draws), limits.pairs, units * (units - 1) / 2);
  return worlds.combinations() > 0 ? draws : affordable(draws, limits.cells_alone, cells_of_a_full_run(worlds));
}

std::uint64_t affordable_runs(const Worlds& worlds, const SiteStressLimits& limits) {
  if (worlds.combinations() == 0) return affordable(limits.runs, limits.cells_alone, cells_of_a_full_run(worlds));
  return affordable(limits.runs, limits.cells, worlds.setting().units.size() * worlds.hierarchy().size());
}

/// A word as a shell reads it.
std::string shell_word(std::string_view word) {
  if (safe_name(word) == word && !word.starts_with('-')) return std::string(word);
  std::string text = "'";
  for (const char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return text + "'";
}

std::string edition_words(const Index& index, const EditionChoice& choice) {
  if (const auto* const named = std::get_if<NamedEdition>(&choice)) {
    return " --edition " + shell_word(index.editions[at(named->edition)].id);
  }
  if (const auto* const as_of = std::get_if<AsOf>(&choice)) return " --as-of " + to_text(as_of->date);
  return std::holds_alternative<LatestEdition>(index.edition) ? "" : " --edition latest";
}

std::string command_of(const Index& index, const Computed& computed, const StressPlan& plan,
                       const StressEffort& effort) {
  return "podium stress " + shell_word(index.id) + " --period " + to_text(index.periods.back()) +
         edition_words(index, computed.choice) + " --draws " + std::to_string(plan.draws) + " --runs " +
         std::to_string(effort.most_runs) + " --seed " + std::to_string(plan.seed);
}

Diagnostic too_many_units(std::size_t units, std::size_t most) {
  return {.code = Code::TooLarge,
          .found = std::to_string(units) + " units: the site has no stress test",
          .expected = "at most " + std::to_string(most) + " for the site; `podium stress` takes more",
          .severity = Severity::Warning};
}

}  // namespace

Result<SiteStress> stress_of_site(const Index& index, const Computed& computed, std::size_t threads,
                                  const SiteStressLimits& limits) {
  const std::size_t units = index.units.size();
  if (units > limits.units) return too_many_units(units, limits.units);
  const auto newest = static_cast<Time>(index.periods.size() - 1);
  const Series root = index.hierarchy.root();
  StressPlan plan = plan_of(index);
  TRY(const StressSetting setting, stress_setting(index, plan, computed.choice, index.periods.back(), root));
  TRY(Worlds worlds, Worlds::make(plan, setting));
  if (const std::uint64_t draws = affordable_draws(worlds, limits); draws < plan.draws) {
    plan.draws = draws;
    PODIUM_TRY_AS(fewer, worlds, Worlds::make(plan, setting));
  }
  const StressEffort effort{
      .proves_ranks = units <= limits.units_to_prove, .most_runs = affordable_runs(worlds, limits), .threads = threads};
  TRY(StressTest test, stress_test(index, computed, std::move(worlds), newest, root, effort));
  return SiteStress{std::move(test), command_of(index, computed, plan, effort)};
}

}  // namespace podium
