#include "podium/model/mixed_editions.hpp"

#include <variant>

namespace podium {
namespace {

/// Looks at the steps of one index's recipe.
class Mixtures {
 public:
  Mixtures(const Index& index, const Selection& selection) : index_(index), selection_(selection) {}

  void look_at(const Step& step) {
    if (const auto* denominate = std::get_if<Denominate>(&step)) look_at_quotients(*denominate);
    const auto* impute = std::get_if<Impute>(&step);
    if (impute != nullptr && std::holds_alternative<ImputeLinear>(impute->method)) look_at_lines(*impute);
  }
  Diagnostics take() && { return std::move(found_); }

 private:
  void look_at_quotients(const Denominate& step) {
    for (const Series indicator : select_indicators(index_.hierarchy, step.only, step.except)) {
      const std::optional<Series> denominator = index_.hierarchy.denominator_of(indicator);
      if (!denominator) continue;
      for (const Time time : all_periods(selection_.panel())) {
        const auto above = selection_.edition(indicator, time);
        const auto below = selection_.edition(*denominator, time);
        if (!are_mixed(above, below)) continue;
        report(indicator, time, "figures of " + name(*above) + " divided by figures of " + name(*below));
      }
    }
  }

  void look_at_lines(const Impute& step) {
    for (const Series indicator : select_indicators(index_.hierarchy, step.only, step.except)) {
      for (const Time time : all_periods(selection_.panel())) look_at_gaps(indicator, time);
    }
  }

  /// One report for each pair of editions would say little more: the first unit's stands for all.
  void look_at_gaps(Series indicator, Time time) {
    std::string example;
    std::size_t units = 0;
    for (const Unit unit : all_units(selection_.panel())) {
      if (!is_missing(selection_.panel().value(indicator, time, unit))) continue;
      const auto before = edition_of_nearest(indicator, unit, time, -1);
      const auto after = edition_of_nearest(indicator, unit, time, 1);
      if (!are_mixed(before, after)) continue;
      if (units++ == 0) example = name(*before) + " and " + name(*after);
    }
    if (units == 0) return;
    report(
        indicator, time,
        std::to_string(units) + (units == 1 ? " gap" : " gaps") + " filled by the line between figures of " + example);
  }

  std::optional<EditionAt> edition_of_nearest(Series indicator, Unit unit, Time time, int direction) const {
    const auto count = static_cast<std::ptrdiff_t>(selection_.panel().periods().size());
    for (auto i = static_cast<std::ptrdiff_t>(at(time)) + direction; i >= 0 && i < count; i += direction) {
      const auto other = static_cast<Time>(i);
      if (!is_missing(selection_.panel().value(indicator, other, unit))) return selection_.edition(indicator, other);
    }
    return std::nullopt;
  }

  bool are_mixed(std::optional<EditionAt> first, std::optional<EditionAt> second) const {
    return first && second && *first != *second &&
           index_.editions[at(*first)].publisher == index_.editions[at(*second)].publisher;
  }

  std::string name(EditionAt edition) const { return "edition " + quoted(index_.editions[at(edition)].id); }

  void report(Series indicator, Time time, std::string found) {
    found_.push_back({.code = Code::MixedEditions,
                      .found = std::move(found),
                      .expected = "both of one edition",
                      .subject = {.node = index_.hierarchy.series_ids()[at(indicator)],
                                  .period = to_text(selection_.panel().period(time))},
                      .severity = Severity::Warning});
  }

  const Index& index_;
  const Selection& selection_;
  Diagnostics found_{};
};

}  // namespace

Diagnostics mixed_editions(const Index& index, const Selection& selection) {
  if (index.allow_mixed_editions) return {};
  Mixtures mixtures(index, selection);
  for (const Step& step : index.recipe.steps()) mixtures.look_at(step);
  return std::move(mixtures).take();
}

}  // namespace podium
