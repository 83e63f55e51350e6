#include "podium/stress/one_period.hpp"

namespace podium {
namespace {

std::vector<double> cells_of(const std::vector<double>& cells, const Panel& panel, Time time) {
  if (cells.empty()) return {};
  const std::size_t units = panel.units().size();
  std::vector<double> own;
  for (const Series series : all_series(panel)) {
    const std::size_t first = (at(series) * panel.periods().size() + at(time)) * units;
    own.insert(own.end(), cells.begin() + static_cast<std::ptrdiff_t>(first),
               cells.begin() + static_cast<std::ptrdiff_t>(first + units));
  }
  return own;
}

}  // namespace

bool looks_across_periods(const Step& step) {
  return std::visit(
      []<class Described>(const Described& described) {
        if constexpr (requires { described.base; }) {
          if (described.base) return true;
        }
        if constexpr (std::is_same_v<Described, Impute>) {
          const bool follows_time =
              std::visit([]<class Method>(const Method&) { return SeesCourse<Method>; }, described.method);
          if (follows_time) return true;
        }
        if constexpr (requires { described.over; }) return described.over == Over::Panel;
        return false;
      },
      step);
}

StressSetting one_period(StressSetting setting) {
  for (StressFigures& figures : setting.figures) {
    figures.half_steps = cells_of(figures.half_steps, figures.panel, setting.time);
    figures.standard_errors = cells_of(figures.standard_errors, figures.panel, setting.time);
    figures.panel = figures.panel.only(setting.time);
  }
  setting.time = Time{0};
  return setting;
}

}  // namespace podium
