#include "podium/wire/explained_ratios.hpp"

#include "podium/reason/divided.hpp"

namespace podium {
namespace {

void write_parts(JsonWriter& json, std::string_view key, const RatioParts& parts) {
  json.object(key, [&] {
    json.field("numerator", parts.numerator);
    json.field("denominator", parts.denominator);
  });
}

}  // namespace

std::vector<ExplainedRatio> explained_ratios(const IndexState& before, const IndexState& after, Unit unit,
                                             Series node) {
  const Hierarchy& hierarchy = after.recipe.hierarchy();
  std::vector<ExplainedRatio> ratios;
  for (const Series indicator : hierarchy.indicators_below(node)) {
    if (!is_divided(before.recipe, indicator) || !is_divided(after.recipe, indicator)) continue;
    const Series denominator = *hierarchy.denominator_of(indicator);
    const RatioPair figures{.numerator_before = before.panel.value(indicator, before.time, unit),
                            .numerator_after = after.panel.value(indicator, after.time, unit),
                            .denominator_before = before.panel.value(denominator, before.time, unit),
                            .denominator_after = after.panel.value(denominator, after.time, unit),
                            .factor = hierarchy.node(indicator).factor};
    const RatioChange change = ratio_change(figures);
    if (is_missing(change.change()) || change.change() == 0) continue;
    ratios.push_back({indicator, denominator, figures, change});
  }
  return ratios;
}

void write_ratio(JsonWriter& json, const Hierarchy& hierarchy, const ExplainedRatio& ratio) {
  const std::vector<std::string> ids = hierarchy.series_ids();
  json.object([&] {
    json.field("indicator", ids[at(ratio.indicator)]);
    json.field("denominator", ids[at(ratio.denominator)]);
    json.field("before", ratio.change.before);
    json.field("after", ratio.change.after);
    json.field("numerator_before", ratio.figures.numerator_before);
    json.field("numerator_after", ratio.figures.numerator_after);
    json.field("denominator_before", ratio.figures.denominator_before);
    json.field("denominator_after", ratio.figures.denominator_after);
    write_parts(json, "bennet", ratio.change.bennet);
    if (ratio.change.log_mean) {
      write_parts(json, "log_mean", *ratio.change.log_mean);
    } else {
      json.field("log_mean", nullptr);
    }
  });
}

}  // namespace podium
